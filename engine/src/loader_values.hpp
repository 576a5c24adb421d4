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

}  // namespace advise::engine::loading
