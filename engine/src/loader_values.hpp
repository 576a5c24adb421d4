// A comparison under the type of its fact.
#pragma once

#include "loader.hpp"
#include "shown.hpp"

#include <advise/grammar/term_key.hpp>

namespace advise::engine::loading {

/// Checks a test against its fact and puts its values into the rule base.
/// \return false after an error, which has been reported
bool settle_test(draft& d, condition& test, const fact& f, const fact_draft& of);

}  // namespace advise::engine::loading
