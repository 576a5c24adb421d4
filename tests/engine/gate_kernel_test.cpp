// The gate kernel against counting on one's fingers.
#include "gate_kernel.hpp"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace advise::engine;

BOOST_AUTO_TEST_SUITE(gate_kernel)

namespace {

/// All 2^n assignments of n inputs, one in each lane.
std::vector<std::uint64_t> every_assignment(unsigned n)
{
    std::vector<std::uint64_t> words(n);
    for (unsigned lane = 0; lane < (1U << n); ++lane)
        for (unsigned i = 0; i < n; ++i) words[i] |= std::uint64_t{(lane >> i) & 1U} << lane;
    return words;
}

std::int64_t weight_in(unsigned lane, const std::vector<std::int64_t>& weights)
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (((lane >> i) & 1U) != 0) sum += weights[i];
    return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_threshold_is_right_in_each_lane)
{
    for (const std::vector<std::int64_t>& weights : {std::vector<std::int64_t>{1, 1, 1, 1, 1, 1}, {1, 2, 3, 1000, 5, 999}, {7}, {}}) {
        const std::vector<std::uint64_t> words = every_assignment(static_cast<unsigned>(weights.size()));
        for (std::int64_t least : {-3, 0, 1, 2, 3, 5, 6, 7, 8, 999, 1000, 1999, 2010, 2011}) {
            const std::uint64_t got = threshold<std::uint64_t>(gate_kind::weighted, static_cast<std::uint32_t>(weights.size()), least,
                                                               [&](std::uint32_t i) { return words[i]; }, [&](std::uint32_t i) { return weights[i]; });
            for (unsigned lane = 0; lane < (1U << weights.size()); ++lane) BOOST_TEST(((got >> lane) & 1U) == (weight_in(lane, weights) >= least ? 1U : 0U));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_count_is_right_in_each_lane)
{
    constexpr unsigned n = 6;
    const std::vector<std::uint64_t> words = every_assignment(n);
    const std::vector<std::int64_t> ones(n, 1);
    for (unsigned size = 0; size <= 60; size += 6)       // the same inputs over and over: counts beyond the small counters
        for (std::int64_t least = 0; least <= static_cast<std::int64_t>(size) + 1; ++least) {
            const std::uint64_t got =
                threshold<std::uint64_t>(gate_kind::count, size, least, [&](std::uint32_t i) { return words[i % n]; }, [](std::uint32_t) { return 1; });
            for (unsigned lane = 0; lane < 64; ++lane) BOOST_TEST(((got >> lane) & 1U) == (size / n * weight_in(lane, ones) >= least ? 1U : 0U));
        }
}

BOOST_AUTO_TEST_CASE(kleenes_tables_are_what_the_completions_of_the_inputs_say)
{
    constexpr std::uint32_t n = 4;
    const std::vector<std::int64_t> weights{1, 2, 1, 3};
    for (const gate_kind kind : {gate_kind::all, gate_kind::any, gate_kind::weighted}) {
        const std::int64_t total = kind == gate_kind::weighted ? 7 : n;
        for (std::int64_t least = kind == gate_kind::weighted ? -1 : kind == gate_kind::all ? n : 1; least <= (kind == gate_kind::weighted ? 8 : kind == gate_kind::all ? n : 1); ++least) {
            for (unsigned code = 0; code < 81; ++code) {
                truth_bits inputs[n];
                for (unsigned i = 0, rest = code; i < n; ++i, rest /= 3) inputs[i] = static_cast<truth_bits>(rest % 3 + 1);
                truth_bits expected = 0;
                for (unsigned lane = 0; lane < 16; ++lane) {
                    bool possible = true;
                    std::int64_t sum = 0;
                    for (unsigned i = 0; i < n; ++i) {
                        const bool on = ((lane >> i) & 1U) != 0;
                        possible = possible && (inputs[i] & (on ? can_be_true : can_be_false)) != 0;
                        if (on) sum += kind == gate_kind::weighted ? weights[i] : 1;
                    }
                    if (possible) expected |= sum >= least ? can_be_true : can_be_false;
                }
                const truth_bits got = kleene_gate(kind, n, least, total, [&](std::uint32_t i) { return inputs[i]; },
                                                   [&](std::uint32_t i) { return kind == gate_kind::weighted ? weights[i] : std::int64_t{1}; });
                BOOST_TEST(got == expected);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
