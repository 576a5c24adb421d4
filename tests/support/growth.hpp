// Whether work grows with its input and not with its square, told from processor time without any figure of a machine.
#pragma once

#include <ctime>

namespace advise::tests {

/// Whether work on four times the input takes less than nine times as long: linear work takes four times, quadratic work sixteen times. Other programs
/// disturb single measurements, so some are made; work that is quadratic fails them all.
template <class Small, class Large>
bool grows_like_its_input(const Small& small, const Large& large)
{
    const auto ticks = [](const auto& work) {
        const std::clock_t begun = std::clock();
        work();
        return std::clock() - begun;
    };
    constexpr std::clock_t nothing_to_measure = CLOCKS_PER_SEC / 200;
    for (int attempt = 0; attempt < 8; ++attempt) {
        const std::clock_t of_small = ticks(small), of_large = ticks(large);
        if (of_large < nothing_to_measure || of_large < 9 * of_small) return true;
    }
    return false;
}

}  // namespace advise::tests
