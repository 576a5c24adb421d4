// What `advise compile --to sql` writes: literals, limits, refusals. That engines read it so is tested in tests/sql.
#include "in_process.hpp"

#include <sql/script.hpp>

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

using namespace advise::cli;
using advise::cli::testing::folder;
using advise::cli::testing::outcome;
using advise::cli::testing::run_program;

namespace {

const dialect_traits& duckdb = traits_of(sql_dialect::duckdb);
const dialect_traits& postgres = traits_of(sql_dialect::postgres);
const dialect_traits& sqlite = traits_of(sql_dialect::sqlite);
const dialect_traits& spark = traits_of(sql_dialect::spark);
const dialect_traits& trino = traits_of(sql_dialect::trino);

outcome compile(std::string_view dialect, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"compile", "--to", "sql", "--dialect", std::string(dialect), "a.rules"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

std::string many_facts(int facts) {
    std::string members;
    for (int i = 0; i < facts; ++i) members += fmt::format("{}x{}", i == 0 ? "" : ", ", i);
    return fmt::format("role r\n    when any of ({})\n", members);
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t times = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; at += what.size()) ++times;
    return times;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sql)

BOOST_AUTO_TEST_CASE(a_literal_ends_where_it_should) {
    for (const dialect_traits* d : {&duckdb, &sqlite, &trino}) {
        BOOST_TEST(sql_text("it's", *d) == "'it''s'");
        BOOST_TEST(sql_text("a\\", *d) == "'a\\'");
        BOOST_TEST(sql_text("\\' --", *d) == "'\\'' --'");
    }
    BOOST_TEST(sql_text("it's", postgres) == "'it''s'");
    BOOST_TEST(sql_text("\\' --", postgres) == "E'\\\\'' --'");  // whatever standard_conforming_strings is
    BOOST_TEST(sql_text("it's", spark) == "'it\\'s'");
    BOOST_TEST(sql_text("\\' ${env:HOME}", spark) == "'\\\\\\' \\u0024{env:HOME}'");
    BOOST_TEST(sql_text("نقش", spark) == "'نقش'");
    BOOST_TEST(sql_text("", trino) == "''");
}

BOOST_AUTO_TEST_CASE(numbers_are_exact) {
    BOOST_TEST(sql_number(3'500'000, duckdb) == "3.5");
    BOOST_TEST(sql_number(-1, postgres) == "-0.000001");
    BOOST_TEST(sql_number(999'999'999'999'999'999, trino) == "999999999999.999999");
    BOOST_TEST(sql_number(40'000'000, spark) == "40");
    BOOST_TEST(sql_number(0, spark) == "0");
    BOOST_TEST(sql_number(3'500'001, sqlite) == "3500001");
}

BOOST_AUTO_TEST_CASE(layers_are_fenced_where_they_are_a_chain_and_tables_where_there_is_no_fence) {
    const folder here;
    here.write("a.rules", "concept c\n    when a or b\nrole r\n    when c and d\n    +1 c\nrole s\n    when c or e\n");
    BOOST_TEST(count(compile("postgres").out, "AS MATERIALIZED") > 0u);
    BOOST_TEST(count(compile("sqlite").out, "AS MATERIALIZED") > 0u);
    BOOST_TEST(count(compile("postgres", {"--staged"}).out, "AS MATERIALIZED") == 0u);
    BOOST_TEST(count(compile("postgres", {"--staged"}).out, "CREATE TABLE advise_stage") > 0u);
    for (const char* dialect : {"spark", "trino"}) {
        BOOST_TEST(count(compile(dialect).out, "WITH ") == 0u);
        BOOST_TEST(count(compile(dialect).out, "CREATE TABLE advise_stage") > 0u);
    }
}

BOOST_AUTO_TEST_CASE(too_many_layers_for_a_chain_are_tables_and_that_is_said) {
    const folder here;
    std::string rules = "concept c0\n    when a\n";
    for (int i = 1; i <= 300; ++i) rules += fmt::format("concept c{0}\n    when (c{1} or x{0}) and not (c{1} and y{0})\n", i, i - 1);
    here.write("a.rules", rules + "role r\n    when c300\n");
    const outcome made = compile("postgres");
    BOOST_TEST(made.code == 0);
    BOOST_TEST(count(made.out, "CREATE TABLE advise_stage") > 200u);
    BOOST_TEST(made.err.find("layers of conditions are more than the 200") != std::string::npos);
    BOOST_TEST(compile("postgres", {"-q"}).err.empty());
    BOOST_TEST(compile("postgres", {"--staged"}).err.empty());
}

BOOST_AUTO_TEST_CASE(what_an_engine_has_no_columns_for_is_refused) {
    const folder here;
    here.write("a.rules", many_facts(2100));
    for (const char* dialect : {"postgres", "sqlite"}) {
        const outcome made = compile(dialect);
        BOOST_TEST(made.code == 2);
        BOOST_TEST(made.out.empty());
        BOOST_TEST(made.err.find("error[A4061]: the roles rest on 2100 columns of facts") != std::string::npos, made.err);
    }
    BOOST_TEST(compile("duckdb").code == 0);
}

BOOST_AUTO_TEST_CASE(a_role_that_is_too_wide_alone_is_refused) {
    const folder here;
    std::string rules, members;
    for (int a = 0; a < 70; ++a)
        for (int b = 0; b < a; ++b) {
            rules += fmt::format("concept c{0}n{1}\n    when x{0} and x{1}\n", a, b);
            members += fmt::format("{}c{}n{}", members.empty() ? "" : ", ", a, b);
        }
    here.write("a.rules", rules + fmt::format("role small\n    when x1\nrole large\n    when at least 7 of ({})\n", members));
    for (const char* dialect : {"postgres", "sqlite"}) {
        const outcome made = compile(dialect);
        BOOST_TEST(made.code == 2);
        BOOST_TEST(made.out.empty());
        BOOST_TEST(made.err.find("error[A4060]: what 'large' rests on needs 2416 columns") != std::string::npos, made.err.substr(0, 500));
    }
    BOOST_TEST(compile("trino").code == 0);
}

BOOST_AUTO_TEST_CASE(roles_that_do_not_fit_in_one_view_are_divided) {
    const folder here;
    std::string rules;
    for (int i = 0; i < 500; ++i) rules += fmt::format("role r{0}\n    when a{1} and b{2}\n    +1 a{2}\n", i, i % 20, i % 30);
    here.write("a.rules", rules);
    const std::string divided = compile("postgres").out, whole = compile("duckdb").out;
    BOOST_TEST(count(divided, "CREATE VIEW advise_wide_") == 2u);
    BOOST_TEST(count(divided, "CREATE VIEW advise_result AS") == 1u);
    BOOST_TEST(count(whole, "CREATE VIEW advise_wide AS") == 1u);
}

BOOST_AUTO_TEST_CASE(a_statement_that_trino_would_not_read_is_refused) {
    const folder here;
    std::string rules;
    for (int i = 0; i < 6000; ++i) rules += fmt::format("role r{0}\n    when a{1} and b{2}\n    requires c{1} or d{2}\n", i, i % 20, i % 30);
    here.write("a.rules", rules);
    const outcome made = compile("trino");
    BOOST_TEST(made.code == 2);
    BOOST_TEST(made.out.empty());
    BOOST_TEST(made.err.find("error[A4062]") != std::string::npos, made.err);
}

BOOST_AUTO_TEST_CASE(a_test_that_columns_cannot_say_is_left_out_and_named) {
    const folder here;
    here.write("a.rules", "fact a: level\nrole r\n    when a >= beginner\ntest \"in part\"\n    given a: at least beginner\n    expect r: yes\n");
    const outcome plain = compile("duckdb"), pairs = compile("duckdb", {"--bounds"});
    BOOST_TEST(plain.code == 0);
    BOOST_TEST(plain.err.find("A4063") != std::string::npos, plain.err);
    BOOST_TEST(plain.err.find("--bounds") != std::string::npos, plain.err);
    BOOST_TEST(pairs.err.empty());
    BOOST_TEST(pairs.out.find("'in part'") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_rules_make_the_same_bytes) {
    const folder here;
    here.write("a.rules", many_facts(50));
    for (const dialect_traits& d : sql_dialects()) BOOST_TEST((compile(d.name).out == compile(d.name).out));
}

BOOST_AUTO_TEST_SUITE_END()
