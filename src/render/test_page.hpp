// The outcome of tests, for people and for programs.
#pragma once

#include "document.hpp"

#include "../test_run.hpp"

#include <string>
#include <vector>

namespace advise::cli {

/// One line for each test that passed; of one that failed what was expected, what came out, and why.
document test_page(const engine::rule_base& rules, const std::vector<test_outcome>& outcomes, grammar::language in);

/// {"schema":"advise/test/1", "passed", "failed", "tests":[{"title","file","line","column","passed","readable","expectations":[…]}]}
std::string test_json(const engine::rule_base& rules, const std::vector<test_outcome>& outcomes);

}  // namespace advise::cli
