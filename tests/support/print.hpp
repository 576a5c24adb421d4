#pragma once

// A model as text: plainly, or in one of the many spellings that must all mean the same.

#include <cstdint>
#include <optional>
#include <string>

#include "model.hpp"

namespace advise::tests {

// What may vary. With everything off (the default) the text is plain and in the model's order.
// The declared term of a fact or conclusion, or the first place of an undeclared one, is always
// written as in the model, because answers show it so.
struct spelling {
    std::uint64_t seed = 0;
    bool letter_case = false;  // AND, Role, Node.JS
    bool separators = false;   // low level / low-level / low_level / lowlevel
    bool variants = false;     // NFD, full width, Arabic letters: what only Unicode folding joins
    bool quotes = false;       // quoted terms where none are needed
    bool symbols = false;      // ∧ ∨ ¬ ≥ ≤ ≠ → =>
    bool words = false;        // is, is not, at least, is at most, levels by number
    bool tight = false;        // no blanks where none are needed
    bool parentheses = false;  // more than needed
    bool arrows = false;       // rules instead of clauses
    bool line_breaks = false;
    bool shuffle = false;  // statements, clauses, lines; the order of roles stays
    bool comments = false;
    bool persian = false;      // digits, the comma, the words of profiles
    bool reasons = false;      // because, cites
    bool aliases = false;      // `aka` names used; they are declared in any case
    bool decorations = false;  // titles, labels, ask, effort, names of rules
    bool crlf = false;
    bool bom = false;
    // Where LANGUAGE.md can be read in two ways; `varied_spelling` leaves these alone.
    bool unit_after_range = false;         // in 2..5 years
    bool persian_counts = true;            // +۳, at least ۲ of, requires ۳ points
    bool symbols_in_level_bounds = false;  // profile: `c++: >= beginner`
    bool numbers_in_level_bounds = false;  // profile: `c++: at least 2`
    bool nasty_json_keys = true;           // a JSON key need not be quoted once more inside
};

// Most of it on, some of it off, all of it decided by the seed.
spelling varied_spelling(std::uint64_t seed);

std::string print_rules(const rule_base& base, const spelling& how = {});
std::string print_profile(const rule_base& base, const profile& known, const spelling& how = {});
// Nothing where JSON cannot say it: two lines on one fact would be a duplicate key.
std::optional<std::string> print_profile_json(const rule_base& base, const profile& known, const spelling& how = {});

}  // namespace advise::tests
