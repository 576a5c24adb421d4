// sql_cases FOLDER BASES [SEED]: rule bases with people, for the engines of SQL. For each case and dialect FOLDER/NNN.DIALECT.sql makes the table of
// people, runs the script of `advise compile` and asks for everybody's answers; FOLDER/NNN.expected has what Kleene's tables of the engine say, a JSON
// array a line. FOLDER/NNN.rules has the rules, for whoever looks into a failure.
#include "sql/rows.hpp"
#include "sql/script.hpp"
#include "support/bridge.hpp"

#include "render/json_writer.hpp"

#include <advise/engine/relational.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace {

using namespace advise;
using namespace advise::tests;
using cli::column_value;
using cli::dialect_traits;
using cli::input_column;

struct sql_case {
    std::string rules;
    std::vector<std::string> profiles;
    engine::relational_options options;
    bool staged = false;
    std::optional<std::size_t> most_columns;
};

sql_case random_sql_case(std::uint64_t seed) {
    random_options how;
    how.max_facts = 10;
    how.max_concepts = 8;
    how.max_depth = 4;
    how.max_completions = 1'000'000'000;
    constexpr std::size_t people = 12;
    const random_case made = make_random_case(seed, people, how);
    sql_case all{print_rules(made.base, varied_spelling(seed)), {}, {seed % 3 == 1, seed % 4 < 2}, seed % 5 == 0, {}};
    for (const auto& p : made.profiles) all.profiles.push_back(print_profile(made.base, p));
    if (seed % 7 == 0) all.most_columns = 24;
    return all;
}

/// Two columns a layer, each of which the next asks twice: what plain chains of queries die of.
sql_case deep_case(std::size_t depth, bool staged) {
    std::string rules = "fact a: level\nfact b: level\nconcept x0\n    when a >= beginner\nconcept y0\n    when b >= beginner\n";
    for (std::size_t i = 1; i <= depth; ++i)
        rules += fmt::format("concept x{0}\n    when (x{1} or y{1} and a >= {2}) and (x{1} or not y{1})\nconcept y{0}\n    when at least 2 of (x{1}, "
                             "y{1}, b >= {2})\n    unless x{1} and not y{1} and b >= expert\n",
                             i, i - 1, i % 2 == 0 ? "advanced" : "expert");
    rules += fmt::format("role r\n    when x{0} or y{0}\n    +2 x{0}\n    -1 y{0}\n", depth);
    return {rules, {"", "a: advanced", "b: beginner", "a: expert\nb: expert", "a: none\nb: beginner", "a: none\nb: none"}, {}, staged, {}};
}

/// More roles than a compound SELECT has branches, more members than a chain of operators may have, more requirements than a mask has bits.
sql_case wide_case() {
    std::string rules, members;
    for (int i = 0; i < 300; ++i) {
        rules += fmt::format("fact f{}: {}\n", i, i % 3 == 0 ? "yes/no" : "level");
        members += fmt::format("{}f{}", i == 0 ? "" : ", ", i);
    }
    rules += "role many\n";
    for (int i = 0; i < 90; ++i) rules += fmt::format("    requires f{} or f{}\n    {:+} f{}\n", i, i + 100, i % 7 - 3, i);
    for (int i = 0; i < 600; ++i)
        rules += fmt::format("role r{0}\n    when at least {1} of ({2})\n    unless f{3}\n    +2 f{4}\n", i, i % 5 * 40 + 3, members, i % 300,
                             i * 7 % 300);
    std::string half, all;
    for (int i = 0; i < 300; ++i) {
        if (i % 2 == 0) half += fmt::format("f{}: yes\n", i);
        if (i != 7) all += fmt::format("f{}: {}\n", i, i % 11 == 0 ? "no" : "yes");
    }
    return {rules, {"", half, all, "otherwise: no", half + "otherwise: no"}, {false, true}, false, {}};
}

/// Names that would end a literal, begin a comment, or be filled in.
sql_case hostile_case() {
    const std::string rules = R"(ruleset "'; DROP TABLE advise_profiles; --"
fact "it's": level
    label "a\\' b"
fact "/* */ -- ${env:HOME} $1 :x ?": one of ("a'b", "\\", "\\'", "x\ny")
fact "\\'; DROP TABLE advise_roles": any of ("''", "$$", "E'\\")
fact "select": number 0..10 '
role "'quote'"
    label "\\\\' OR 1=1"
    when "it's" >= beginner
    requires "/* */ -- ${env:HOME} $1 :x ?" in ("a'b", "\\'")
role "back\\slash\\"
    when "\\'; DROP TABLE advise_roles" includes "E'\\"
    +2 "\\'; DROP TABLE advise_roles" includes "$$"
role "new
line"
    when "it's"
role "نقش «نخست» 'x'"
    when "select" > 3.5
test "it's; DROP TABLE advise_tests; --\\"
    given "it's": advanced
    expect "'quote'": unknown
)";
    std::string fixed = rules;
    const auto replace = [&](const std::string& a, const std::string& b) { fixed.replace(fixed.find(a), a.size(), b); };
    replace("0..10 '", "0..10");
    replace("role \"new\nline\"", "role \"new\\nline\"");
    return {
        fixed, {"", "\"it's\": expert", "\"select\": 3.5", "\"select\": 3.500001\n\"\\\\'; DROP TABLE advise_roles\": \"E'\\\\\""}, {}, false, {}};
}

/// What a row says is what is known: where a column cannot say what the profile says, it is NULL, and the person is what NULL means.
std::vector<column_value> row_of(const engine::rule_base& rules, const std::vector<input_column>& columns, const engine::relational_options& options,
                                 engine::facts& person) {
    std::vector<column_value> row;
    for (const input_column& c : columns) {
        engine::known_fact& known = person.known[c.fact];
        if (!value_in(rules, c, known, options)) {
            const engine::known_fact silent = options.closed ? at_its_no(rules, c.fact) : whole_domain(rules, c.fact);
            if (c.option == engine::nothing) known = silent;
            else known.options[c.option] = silent.options[c.option];
        }
        row.push_back(*value_in(rules, c, known, options));
    }
    return row;
}

std::string people_table(const engine::rule_base& rules, const std::vector<input_column>& columns, const std::vector<std::vector<column_value>>& rows,
                         const dialect_traits& in) {
    std::string made = "CREATE TABLE advise_profiles (id INTEGER";
    const auto is_number = [&](const input_column& c) { return rules.facts[c.fact].type == engine::fact_type::number; };
    for (const input_column& c : columns) made += fmt::format(", {} {}", name_of(c), is_number(c) ? in.number_type : "INTEGER");
    made += ");\n";
    for (std::size_t p = 0; p < rows.size(); ++p) {
        made += fmt::format("INSERT INTO advise_profiles VALUES ({}", p);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto v = rows[p][i].value;
            made += ", " + (!v ? "NULL" : is_number(columns[i]) ? cli::sql_number(*v, in) : std::to_string(*v));
        }
        made += ");\n";
    }
    return made;
}

/// The answers as JSON arrays.
std::string question(const dialect_traits& in) {
    const std::string items = "a.id, n.name, a.role, a.verdict, a.low, a.high, a.unmet, a.undecided";
    const std::string from = "FROM advise_result a JOIN advise_roles n ON n.role = a.role";
    const std::string rest =
        fmt::format("SELECT failures AS a FROM (SELECT COUNT(*) AS failures FROM advise_selftest) t;\nSELECT COUNT(*) AS a FROM advise_invalid;\n");
    if (in.id == cli::sql_dialect::sqlite) return rest + fmt::format("SELECT json_array({}) AS a {};\n", items, from);
    if (in.id == cli::sql_dialect::postgres) return rest + fmt::format("SELECT json_build_array({})::text AS a {};\n", items, from);
    return rest + fmt::format("SELECT CAST(json_array({}) AS VARCHAR) AS a {};\n", items, from);
}

std::string json(std::string_view text) {
    std::string made;
    cli::json_writer(made).string(text);
    return made;
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// \return how many rows are expected, and how many verdicts of them are unknown
std::pair<std::size_t, std::size_t> write_case(const std::filesystem::path& folder, const std::string& name, const sql_case& made) {
    const loaded base = load(made.rules);
    if (base.code == nullptr) throw std::runtime_error(name + ": " + told(base.found) + made.rules);
    const engine::rule_base& rules = *base.rules;
    write(folder / (name + ".rules"), made.rules);
    std::vector<engine::conclusion_id> roles;
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        if (rules.conclusions[c].is_role) roles.push_back(c);
    const engine::relational_plan plan = plan_columns(*base.code, roles, made.options);
    const std::vector<input_column> columns = cli::input_columns(rules, plan.facts, made.options);

    std::vector<std::vector<column_value>> rows;
    std::string expected;
    std::size_t answers = 0, unknown = 0;
    for (const std::string& profile : made.profiles) {
        person who = bind_text(base, profile, {.closed = made.options.closed});
        if (who.found.has_errors()) throw std::runtime_error(name + ": " + told(who.found) + profile);
        rows.push_back(row_of(rules, columns, made.options, who.facts));
        std::size_t r = 0;
        for (const engine::kleene_answer& a : kleene_answers(*base.code, who.facts, roles)) {
            expected += fmt::format("[{}, \"r{}\", {}, {}, {}, {}, {}, {}]\n", rows.size() - 1, r++, json(rules.conclusions[a.role].term),
                                    static_cast<int>(a.verdict), a.points.low, a.points.high, a.unmet, a.undecided);
            ++answers;
            unknown += a.verdict == engine::verdict::unknown ? 1 : 0;
        }
    }
    write(folder / (name + ".expected"), expected);
    for (const dialect_traits& in : cli::sql_dialects()) {
        grammar::diagnostics found;
        const cli::sql_script script =
            cli::make_script(*base.code, {in.id, made.options, made.staged, made.most_columns}, grammar::language::en, found);
        // a limit that is lowered for the test may be too low for one role: then the dialect's own does
        const std::string text = script.text.empty()
                                     ? cli::make_script(*base.code, {in.id, made.options, made.staged, {}}, grammar::language::en, found).text
                                     : script.text;
        if (text.empty()) throw std::runtime_error(name + ": " + told(found));
        write(folder / fmt::format("{}.{}.sql", name, in.name), people_table(rules, columns, rows, in) + text + question(in));
    }
    return {answers, unknown};
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 3) {
        std::cerr << "usage: sql_cases FOLDER BASES [SEED]\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    const std::uint64_t bases = std::stoull(argv[2]), seed = argc > 3 ? std::stoull(argv[3]) : 1;
    std::size_t answers = 0, unknown = 0;
    const auto add = [&](const std::string& name, const sql_case& made) {
        const auto [all, open] = write_case(folder, name, made);
        answers += all;
        unknown += open;
    };
    for (std::uint64_t i = 0; i < bases; ++i) add(fmt::format("{:05}", i), random_sql_case(seed * 1'000'000 + i));
    add("deep", deep_case(195, false));     // a chain of 197 layers
    add("deepest", deep_case(400, false));  // too many for one
    add("staged", deep_case(40, true));
    add("wide", wide_case());
    add("hostile", hostile_case());
    std::cout << fmt::format("seed {}: {} rule bases, {} answers, of which {} unknown\n", seed, bases + 5, answers, unknown);
    return 0;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
}
