// The self-test of a script: the rule base's own test profiles as rows, and what Kleene's tables say of every role for each of them.
#pragma once

#include "names.hpp"
#include "rows.hpp"

#include <advise/engine/testing.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// A person of the self-test.
struct sql_test {
    std::string title;
    engine::facts person;
    const engine::test_block* block = nullptr;   ///< null: one of ours
    std::vector<column_value> row;               ///< one for each column of advise_profiles
    std::vector<engine::kleene_answer> answers;  ///< one for each role
};

/// What is wanted of the tests.
struct sql_test_titles {
    std::string nothing_known, all_no, all_highest;
};

struct sql_tests {
    std::vector<sql_test> tests;
    std::size_t left_out = 0;  ///< blocks that columns cannot say
    std::size_t weaker = 0;    ///< verdicts that a block expects and Kleene's tables leave unknown
};

/// The blocks that can be read and said in columns, then three of our own: nothing known, everything at its "no", everything at its highest.
/// Blocks that are left out are noted in `found`, with what cannot be said.
sql_tests collect_tests(const engine::program& code, const script_parts& parts, const sql_test_titles& titles, grammar::diagnostics& found);

/// The tables advise_tests, advise_test_profiles and advise_expected.
std::vector<std::string> test_tables(const script_parts& parts, const sql_tests& all);
/// The view advise_selftest: a row for each answer that is not as expected; and the query that says how many there are.
std::vector<std::string> test_queries();

}  // namespace advise::cli
