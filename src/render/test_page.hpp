// The outcome of tests, for people and for programs.
#pragma once

#include "document.hpp"
#include "json_writer.hpp"
#include "words.hpp"

#include "../test_run.hpp"

#include <string>
#include <vector>

namespace advise::cli {

/// One line for each test that passed; of one that failed what was expected, what came out, and why. Then coverage and mutants.
document test_page(const engine::rule_base& rules, const test_report& report, grammar::language in);

/// What the tests leave untried, and how much they try.
void coverage_part(document& page, const test_report& report, const words& speak);

/// What no test notices, each with a test that would, and how much they notice.
void mutants_part(document& page, const test_report& report, const words& speak);

/// "'a >= b' becomes 'a > b'".
std::string mutation_said(const engine::rule_base& rules, const engine::mutation& m, grammar::language in);

/// {"schema":"advise/test/1", "passed", "failed", "tests":[…], "coverage"?, "mutants"?}; src/schema/test.json says the rest.
std::string test_json(const engine::rule_base& rules, const test_report& report, grammar::language in);
void write_coverage(json_writer& out, const engine::rule_base& rules, const engine::coverage& found);
void write_mutants(json_writer& out, const engine::rule_base& rules, const std::vector<engine::mutant>& found, grammar::language in);

/// JUnit's XML, as build servers read it: a suite for each rule file, a case for each test; coverage and mutants as properties.
/// No times: the same rules give the same bytes.
std::string test_junit(const engine::rule_base& rules, const test_report& report, grammar::language in);

/// "expected X: yes, got no", without what hangs below.
std::string unmet_text(const expectation_outcome& e, const words& speak);

}  // namespace advise::cli
