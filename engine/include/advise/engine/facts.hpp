// What is known of a person: for each fact of a rule base the values it may still have.
#pragma once

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/profile.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine {

/// What a profile leaves possible for one fact.
///  level    from..to are indices on the scale
///  yes_no   from..to are 0 (no) and 1 (yes)
///  number   from..to are grid steps, ends included
///  one_of   from..to are option indices: equal when it is known, else 0..n-1
///  any_of   `options` says for each option 0 (not in the set), 1 (in it) or 2 (open)
struct known_fact {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<std::uint8_t> options;
    std::vector<std::uint32_t> lines;       ///< of the profile, ascending, that say something of it
    bool mentioned = false;
    bool never_ask = false;                 ///< `unknown` was written

    /// Exactly one value is left.
    [[nodiscard]] bool decided() const;
};

struct facts {
    std::vector<known_fact> known;          ///< one for each fact of the rule base
    bool closed = false;                    ///< `otherwise: no`
};

/// What is known of every fact before anything is said: its whole domain.
known_fact whole_domain(const rule_base& rules, fact_id f);

/// What `otherwise: no` makes of a fact without a line (LANGUAGE.md §5); a choice without a "no" stays open.
known_fact at_its_no(const rule_base& rules, fact_id f);

struct bind_options {
    bool strict = false;                    ///< unknown keys are errors
    bool closed = false;                    ///< as if the profile ended in `otherwise: no`
    bool suggest = true;                    ///< look for what an unknown key may have meant
    std::string_view language = {};         ///< of the reader: levels, options and facts are named in it, where they have labels; else by their terms
};

/// Gives a profile its meaning under a rule base. Errors (values a fact cannot have, contradictions with both lines, keys that name a
/// conclusion) and warnings (unknown keys, with a suggestion) go to `out`. O(entries × length).
facts bind(const grammar::profile& profile, const rule_base& rules, const bind_options& options, grammar::diagnostics& out);

/// What one entry says of one fact.
struct fact_statement {
    fact_id fact = nothing;
    known_fact said;                        ///< what it leaves possible, by itself; `mentioned`, without lines
};

/// The meaning of one entry alone, which `file` holds; a bound may lie partly outside the fact's range, and what remains inside is told. The same findings
/// as those of `bind`, which go to `out`. \return nullopt after an error, or a warning that the key names nothing. O(length)
std::optional<fact_statement> bind_entry(const grammar::profile_entry& entry, const grammar::source& file, const rule_base& rules,
                                         const bind_options& options, grammar::diagnostics& out);

/// The facts of a test block's `given` lines.
facts bind_given(const test_block& test, const rule_base& rules, grammar::diagnostics& out);

/// The smallest value on the grid above 0, for "yes" of a number.
inline constexpr std::int64_t one_grid_step = 1;

}  // namespace advise::engine
