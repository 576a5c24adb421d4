#pragma once

// A small deterministic generator (splitmix64). The standard distributions differ between
// libraries, so a seed printed by a failing run would not reproduce elsewhere.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace advise::tests {

class rng {
public:
    explicit rng(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    // 0 .. n-1; n must not be 0. The bias of the remainder does not matter for tests.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

    // first .. last, both included.
    std::int64_t between(std::int64_t first, std::int64_t last) {
        const auto width = static_cast<std::uint64_t>(last - first) + 1U;
        return first + static_cast<std::int64_t>(next() % width);
    }

    bool chance(std::size_t hits, std::size_t of) { return below(of) < hits; }

    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace advise::tests
