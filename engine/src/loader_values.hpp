// A comparison under the type of its fact.
#pragma once

#include "loader.hpp"
#include "shown.hpp"

#include <advise/grammar/term_key.hpp>

namespace advise::engine::loading {

/// Checks a test against its fact and puts its values into the rule base.
/// \return false after an error, which has been reported
bool settle_test(draft& d, condition& test, const fact& f, const fact_draft& of);

/// The same while reading, for a fact that is declared already. Says nothing: what does not fit is left to `settle_test`, and so is
/// a fact whose type is not known yet.
/// \return whether the test is settled
bool settle_early(draft& d, condition& test, fact_id of);

/// The same for a fact whose type is known, without a word where it does not fit. \return whether the test is settled
bool settle_quietly(draft& d, condition& test, const fact& f, const fact_draft& of);

/// A level that a test asks for, and that the scale `level` does not have any more.
struct outdated_level {
    origin at;                              ///< of the test
    fact_id fact = nothing;
    std::string level;
};

/// The scale `level` is declared anew: what was settled by the levels it had until now gets the numbers of the same levels on the new one.
/// Call it before the new levels are taken. \return those that are gone, for `report` once they are. O(conditions so far)
std::vector<outdated_level> renumber_levels(draft& d, const std::vector<symbol>& levels);
void report(draft& d, const std::vector<outdated_level>& outdated);

}  // namespace advise::engine::loading
