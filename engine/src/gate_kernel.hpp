// The one gate kernel: what a threshold gate makes of its inputs, a template over the word. Each bit of a word is a lane: a completion or
// a profile. Beside it only the encoders and the checkers know what a gate means.
#pragma once

#include "circuit.hpp"

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>

namespace advise::engine {

/// A sum for each lane of a word, held as bit planes: plane i is bit i of all the sums.
template <std::unsigned_integral Word>
class lane_sums {
public:
    /// Adds `amount` in the lanes of `where`. Sums must stay below 2^planes.
    void add(Word where, std::uint64_t amount)
    {
        Word carry = 0;
        for (int bit = 0; amount != 0 || carry != 0; ++bit, amount >>= 1) {
            const Word addend = (amount & 1U) != 0 ? where : Word{0};
            const auto at = static_cast<std::size_t>(bit);
            const Word old = planes_[at];
            planes_[at] = old ^ addend ^ carry;
            carry = (old & addend) | (old & carry) | (addend & carry);
            if (bit >= used_) used_ = bit + 1;
        }
    }

    /// The lanes whose sum is at least `bound`.
    [[nodiscard]] Word at_least(std::uint64_t bound) const
    {
        if (used_ < 64 && (bound >> used_) != 0) return 0;
        Word greater = 0;
        Word equal = static_cast<Word>(~Word{0});
        for (int bit = used_ - 1; bit >= 0; --bit) {
            const Word sum = planes_[static_cast<std::size_t>(bit)];
            if (((bound >> bit) & 1U) != 0) equal &= sum;
            else { greater |= equal & sum; equal &= static_cast<Word>(~sum); }
        }
        return greater | equal;
    }

    /// The sum of one lane.
    [[nodiscard]] std::uint64_t of(unsigned lane) const
    {
        std::uint64_t sum = 0;
        for (int bit = 0; bit < used_; ++bit) sum |= static_cast<std::uint64_t>((planes_[static_cast<std::size_t>(bit)] >> lane) & 1U) << bit;
        return sum;
    }

private:
    std::array<Word, 64> planes_{};
    int used_ = 0;
};

/// The lanes in which the inputs that are true weigh at least `least`.
/// \param input input(i) is the word of input i, sign applied  \param weight weight(i) > 0
template <std::unsigned_integral Word, class Input, class Weight>
Word threshold(gate_kind kind, std::uint32_t size, std::int64_t least, const Input& input, const Weight& weight)
{
    constexpr Word every = static_cast<Word>(~Word{0});
    if (least <= 0) return every;
    if (kind == gate_kind::all) {
        Word all = every;
        for (std::uint32_t i = 0; i < size; ++i) all &= input(i);
        return all;
    }
    if (kind == gate_kind::any) {
        Word any = 0;
        for (std::uint32_t i = 0; i < size; ++i) any |= input(i);
        return any;
    }
    lane_sums<Word> sums;
    for (std::uint32_t i = 0; i < size; ++i) sums.add(input(i), static_cast<std::uint64_t>(weight(i)));
    return sums.at_least(static_cast<std::uint64_t>(least));
}

/// What is known of a node in one lane: bit 0 "can be true", bit 1 "can be false". Both bits: unknown.
using truth_bits = std::uint8_t;
inline constexpr truth_bits can_be_true = 1;
inline constexpr truth_bits can_be_false = 2;
inline constexpr truth_bits is_open = 3;

inline constexpr truth_bits flipped_bits(truth_bits t) { return static_cast<truth_bits>(((t & 1U) << 1) | (t >> 1)); }

/// Kleene's tables for one gate and one lane: both bits are threshold gates over the inputs' bits, "can be true" at `least`, "can be false"
/// where what can be false weighs more than total - least. Counting in plain integers: with a single lane that is the quicker form of `threshold`.
template <class Bits, class Weight>
truth_bits kleene_gate(gate_kind kind, std::uint32_t size, std::int64_t least, std::int64_t total, const Bits& bits, const Weight& weight)
{
    if (kind == gate_kind::all || kind == gate_kind::any) {
        // all: true needs every input, false needs one; any: the other way round
        unsigned every = is_open, one = 0;
        for (std::uint32_t i = 0; i < size; ++i) {
            const unsigned b = bits(i);
            every &= b;
            one |= b;
        }
        const unsigned mask = kind == gate_kind::all ? unsigned{can_be_true} : unsigned{can_be_false};
        return static_cast<truth_bits>((every & mask) | (one & ~mask & is_open));
    }
    std::int64_t maybe_true = 0, maybe_false = 0;
    for (std::uint32_t i = 0; i < size; ++i) {
        const unsigned b = bits(i);
        const std::int64_t w = weight(i);
        if ((b & can_be_true) != 0) maybe_true += w;
        if ((b & can_be_false) != 0) maybe_false += w;
    }
    return static_cast<truth_bits>((maybe_true >= least ? can_be_true : 0) | (maybe_false > total - least ? can_be_false : 0));
}

}  // namespace advise::engine
