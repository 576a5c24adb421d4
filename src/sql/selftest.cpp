#include "selftest.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

using engine::fact_type;
using engine::known_fact;

int code_of(engine::verdict v) { return static_cast<int>(v); }

/// \return the column that cannot say what is known, or null
const input_column* fill_row(const script_parts& parts, sql_test& test) {
    for (const input_column& c : parts.columns) {
        const std::optional<column_value> value = value_in(parts.rules, c, test.person.known[c.fact], parts.options);
        if (!value) return &c;
        test.row.push_back(*value);
    }
    return nullptr;
}

engine::facts everybody(const engine::rule_base& rules, known_fact (*known)(const engine::rule_base&, engine::fact_id)) {
    engine::facts made;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) made.known.push_back(known(rules, f));
    return made;
}

known_fact at_its_highest(const engine::rule_base& rules, engine::fact_id f) {
    known_fact known = whole_domain(rules, f);
    known.from = known.to;
    std::ranges::fill(known.options, std::uint8_t{1});
    return known;
}

/// A block under a script for closed profiles is closed, as every profile there.
engine::facts facts_of_block(const engine::bound_test& bound, const engine::rule_base& rules, bool closed) {
    engine::facts person = bound.person;
    for (engine::fact_id f = 0; closed && f < person.known.size(); ++f)
        if (!person.known[f].mentioned) person.known[f] = at_its_no(rules, f);
    return person;
}

std::vector<engine::conclusion_id> roles_of(const script_parts& parts) {
    std::vector<engine::conclusion_id> all;
    for (const role_group& group : parts.groups)
        for (const engine::relational_role& r : group.plan.roles) all.push_back(r.role);
    return all;
}

/// Verdicts that the block expects and that Kleene's tables alone do not reach.
std::size_t weaker_verdicts(const sql_test& test) {
    return static_cast<std::size_t>(std::ranges::count_if(test.block->expected, [&](const engine::expectation& e) {
        if (e.kind != grammar::ast::expect_kind::verdict || e.verdict == grammar::ast::verdict_word::unknown) return false;
        const auto of = std::ranges::find(test.answers, e.role, &engine::kleene_answer::role);
        return of != test.answers.end() && of->verdict == engine::verdict::unknown;
    }));
}

void add_blocks(const engine::program& code, const script_parts& parts, sql_tests& all, grammar::diagnostics& found) {
    for (const engine::test_block& block : parts.rules.tests) {
        const engine::bound_test bound = bind_test(block, parts.rules, found);
        if (!bound.readable) {
            ++all.left_out;
            continue;
        }
        sql_test test{block.title, facts_of_block(bound, parts.rules, parts.options.closed), &block, {}, {}};
        if (const input_column* unsaid = fill_row(parts, test)) {
            ++all.left_out;
            const bool bound_would_do = !is_pair(parts.rules, unsaid->fact, {parts.options.closed, true}) || parts.options.bounds;
            grammar::diagnostic& note =
                found.add(grammar::message::sql_test_left_out, parts.rules.place_of(block.at), {block.title, parts.rules.facts[unsaid->fact].term});
            if (!bound_would_do) note.help.push_back({grammar::message::help_sql_bounds, {}});
            continue;
        }
        all.tests.push_back(std::move(test));
    }
    const std::vector<engine::conclusion_id> roles = roles_of(parts);
    for (sql_test& test : all.tests) {
        test.answers = kleene_answers(code, test.person, roles);
        all.weaker += weaker_verdicts(test);
    }
}

void add_own(const engine::program& code, const script_parts& parts, std::string title,
             known_fact (*known)(const engine::rule_base&, engine::fact_id), sql_tests& all) {
    sql_test test{std::move(title), everybody(parts.rules, known), nullptr, {}, {}};
    if (fill_row(parts, test) != nullptr) return;
    test.answers = kleene_answers(code, test.person, roles_of(parts));
    all.tests.push_back(std::move(test));
}

sql_table profiles_table(const script_parts& parts, const sql_tests& all) {
    std::vector<std::string> columns = {"id INTEGER"};
    for (const input_column& c : parts.columns)
        columns.push_back(fmt::format("{} {}", name_of(c), parts.rules.facts[c.fact].type == fact_type::number ? parts.in.number_type : "INTEGER"));
    sql_table made("advise_test_profiles", std::move(columns), parts.in);
    for (std::size_t t = 0; t < all.tests.size(); ++t) {
        made.number(static_cast<std::int64_t>(t));
        for (std::size_t i = 0; i < parts.columns.size(); ++i) {
            const std::optional<std::int64_t> value = all.tests[t].row[i].value;
            const bool is_number = parts.rules.facts[parts.columns[i].fact].type == fact_type::number;
            if (!value) made.null();
            else made.literal(is_number ? sql_number(*value, parts.in) : fmt::format("{}", *value));
        }
        made.end_row();
    }
    return made;
}

sql_table expected_table(const script_parts& parts, const sql_tests& all) {
    sql_table made("advise_expected",
                   {"test INTEGER", fmt::format("role {}", parts.in.text_type), "verdict INTEGER", "low INTEGER", "high INTEGER", "unmet BIGINT",
                    "undecided BIGINT"},
                   parts.in);
    for (std::size_t t = 0; t < all.tests.size(); ++t)
        for (const engine::kleene_answer& a : all.tests[t].answers)
            made.number(static_cast<std::int64_t>(t))
                .text(parts.rules.conclusions[a.role].term)
                .number(std::int64_t{code_of(a.verdict)})
                .number(a.points.low)
                .number(a.points.high)
                .number(a.unmet)
                .number(a.undecided)
                .end_row();
    return made;
}

}  // namespace

sql_tests collect_tests(const engine::program& code, const script_parts& parts, const sql_test_titles& titles, grammar::diagnostics& found) {
    sql_tests all;
    add_blocks(code, parts, all, found);
    add_own(code, parts, titles.nothing_known, parts.options.closed ? engine::at_its_no : engine::whole_domain, all);
    if (!parts.options.closed) add_own(code, parts, titles.all_no, engine::at_its_no, all);
    add_own(code, parts, titles.all_highest, at_its_highest, all);
    return all;
}

std::vector<std::string> test_tables(const script_parts& parts, const sql_tests& all) {
    sql_table titles("advise_tests", {"test INTEGER", fmt::format("title {}", parts.in.text_type)}, parts.in);
    for (std::size_t t = 0; t < all.tests.size(); ++t) titles.number(static_cast<std::int64_t>(t)).text(all.tests[t].title).end_row();
    std::vector<std::string> statements = titles.statements();
    for (const sql_table& table : {profiles_table(parts, all), expected_table(parts, all)})
        for (std::string& statement : table.statements()) statements.push_back(std::move(statement));
    return statements;
}

std::vector<std::string> test_queries() {
    return {
        "CREATE VIEW advise_selftest AS\n"
        "SELECT e.test, e.role, e.verdict AS expected_verdict, a.verdict, e.low AS expected_low, a.low, e.high AS expected_high, a.high,\n"
        "    e.unmet AS expected_unmet, a.unmet, e.undecided AS expected_undecided, a.undecided\n"
        "    FROM advise_expected e LEFT JOIN advise_test_result a ON a.id = e.test AND a.role = e.role\n"
        "    WHERE a.verdict IS NULL OR a.verdict <> e.verdict OR a.low IS NULL OR a.low <> e.low OR a.high IS NULL OR a.high <> e.high\n"
        "    OR a.unmet IS NULL OR a.unmet <> e.unmet OR a.undecided IS NULL OR a.undecided <> e.undecided",
        "SELECT 'advise_selftest' AS name, (SELECT COUNT(*) FROM advise_expected) AS answers, (SELECT COUNT(*) FROM advise_selftest) AS failures"};
}

}  // namespace advise::cli
