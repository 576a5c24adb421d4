// The one gate kernel: what a threshold gate makes of its inputs, a template over the word. Each bit of a word is a lane: a completion or
// a profile. Beside it only the encoders and the checkers know what a gate means.
#pragma once

#include "circuit.hpp"

#include <array>
#include <concepts>
#include <cstdint>
#include <type_traits>

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

    /// The lanes in which another has another sum.
    [[nodiscard]] Word differing(const lane_sums& other) const
    {
        Word lanes = 0;
        for (int bit = 0; bit < used_ || bit < other.used_; ++bit) lanes |= planes_[static_cast<std::size_t>(bit)] ^ other.planes_[static_cast<std::size_t>(bit)];
        return lanes;
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

/// Adds `amount` in the lanes of `where` to sums of `used` planes. \return the carry out of the highest of them
template <class Word>
Word add_to_planes(Word* planes, std::size_t used, Word where, std::uint64_t amount)
{
    Word carry{};
    if (amount == 0) return carry;
    for (auto bit = static_cast<std::size_t>(__builtin_ctzll(amount)); bit < used; ++bit) {
        const Word old = planes[bit];
        const Word addend = ((amount >> bit) & 1U) != 0 ? where : Word{};
        planes[bit] = old ^ addend ^ carry;
        carry = (old & addend) | (carry & (old | addend));
    }
    return carry;
}

/// Whether sums of weights reach a bound, for each lane of a word. The sums start at 2^Planes - bound, so that reaching the bound is a carry out of
/// the highest plane: as many planes as the bound has bits are enough whatever the sums come to, and nothing is compared.
template <class Word, std::size_t Planes>
class lane_reach {
public:
    /// \param bound 1 … 2^planes  \param planes at most Planes
    lane_reach(std::uint64_t bound, std::size_t planes) : used_(planes)
    {
        const std::uint64_t start = (std::uint64_t{1} << planes) - bound;
        for (std::size_t bit = 0; bit < planes; ++bit) planes_[bit] = ((start >> bit) & 1U) != 0 ? ~Word{} : Word{};
    }

    /// Adds 1 in the lanes of `where`.
    void add(Word where)
    {
        for (std::size_t bit = 0; bit < used_; ++bit) {
            const Word carry = planes_[bit] & where;
            planes_[bit] ^= where;
            where = carry;
        }
        reached_ |= where;
    }

    /// Adds `amount`, more than 0 and less than the bound, in the lanes of `where`.
    void add(Word where, std::uint64_t amount) { reached_ |= add_to_planes(planes_.data(), used_, where, amount); }

    /// Adds the bound or more.
    void fill(Word where) { reached_ |= where; }
    [[nodiscard]] Word reached() const { return reached_; }

private:
    std::array<Word, Planes> planes_;
    Word reached_{};
    std::size_t used_;
};

/// Planes that a bound needs: 2^planes is at least the bound.
inline constexpr std::size_t planes_of_bound(std::uint64_t bound) { return bound == 1 ? 0 : static_cast<std::size_t>(64 - __builtin_clzll(bound - 1)); }

/// The lanes in which at least `least` > 0 inputs are true.
template <class Word, class Input>
Word count_reaches(std::uint32_t size, std::uint64_t least, const Input& input)
{
    const auto count = [&]<std::size_t Planes>(std::integral_constant<std::size_t, Planes>) {
        lane_reach<Word, Planes> sums(least, Planes);
        for (std::uint32_t i = 0; i < size; ++i) sums.add(input(i));
        return sums.reached();
    };
    switch (planes_of_bound(least)) {       // the small ones stay in registers
    case 0: return count(std::integral_constant<std::size_t, 0>{});
    case 1: return count(std::integral_constant<std::size_t, 1>{});
    case 2: return count(std::integral_constant<std::size_t, 2>{});
    case 3: return count(std::integral_constant<std::size_t, 3>{});
    default: {
        lane_reach<Word, 32> sums(least, planes_of_bound(least));
        for (std::uint32_t i = 0; i < size; ++i) sums.add(input(i));
        return sums.reached();
    }
    }
}

/// The lanes in which the inputs that are true weigh at least `least`.
/// \param input input(i) is the word of input i, sign applied  \param weight weight(i) > 0
template <class Word, class Input, class Weight>
Word threshold(gate_kind kind, std::uint32_t size, std::int64_t least, const Input& input, const Weight& weight)
{
    if (least <= 0) return ~Word{};
    const auto bound = static_cast<std::uint64_t>(least);
    if (kind == gate_kind::all) {
        Word all = ~Word{};
        for (std::uint32_t i = 0; i < size; ++i) all &= input(i);
        return all;
    }
    if (kind == gate_kind::any) {
        Word any{};
        for (std::uint32_t i = 0; i < size; ++i) any |= input(i);
        return any;
    }
    if (kind == gate_kind::count) return count_reaches<Word>(size, bound, input);
    lane_reach<Word, 63> sums(bound, planes_of_bound(bound));
    for (std::uint32_t i = 0; i < size; ++i) {
        const auto w = static_cast<std::uint64_t>(weight(i));
        if (w >= bound) sums.fill(input(i));
        else sums.add(input(i), w);
    }
    return sums.reached();
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
