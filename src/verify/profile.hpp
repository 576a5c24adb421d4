// What a profile leaves possible of each fact, read from LANGUAGE.md §5.
#pragma once

#include "rules.hpp"

#include <advise/grammar/profile.hpp>

namespace advise::verify {

enum class truth : std::uint8_t { no, unknown, yes };

/// The values that a fact may still have.
struct possible {
    std::vector<bool> values;               ///< level, yes/no, one of: which of them, by index
    bool said = false;                      ///< a line says something of it, be it a bound that excludes nothing
    std::int64_t from = 0, to = 0;          ///< a number, in steps of 0.000001, ends included
    std::vector<truth> options;             ///< any of: whether each option is in the set

    [[nodiscard]] bool decided() const;
    [[nodiscard]] bool empty() const;
    /// The first and the last value of `values`.
    [[nodiscard]] std::size_t first() const;
    [[nodiscard]] std::size_t last() const;
};

struct known_fact {
    possible left;
    std::vector<std::uint32_t> lines;       ///< of the profile, that say something of it
    bool never_ask = false;                 ///< "unknown" was written
};

struct person {
    std::vector<known_fact> facts;
    bool closed = false;
};

possible whole_domain(const fact& f);

/// Gives a profile its meaning. Throws `unusable`. \param closed as if it ended in `otherwise: no`
person read_profile(const grammar::profile& profile, const rules& base, bool closed, grammar::diagnostics& found);

}  // namespace advise::verify
