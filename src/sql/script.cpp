#include "script.hpp"

#include "../catalogue.hpp"
#include "../render/words.hpp"
#include "../sha256.hpp"
#include "rows.hpp"
#include "selftest.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <utility>

namespace advise::cli {
namespace {

using engine::conclusion_id;
using grammar::figures;
using grammar::message;

/// Columns that a role has in the wide view.
constexpr std::size_t columns_of_role = 5;

class script_writer {
public:
    script_writer(const engine::program& code, const sql_request& asked, grammar::language in, grammar::diagnostics& found)
        : code_(code), rules_(code.rules()), asked_(asked), traits_(traits_of(asked.dialect)), language_(in), found_(found) {}

    sql_script write() {
        std::vector<conclusion_id> roles;
        for (conclusion_id c = 0; c < rules_.conclusions.size(); ++c)
            if (rules_.conclusions[c].is_role) roles.push_back(c);
        engine::relational_plan whole = plan_columns(code_, roles, asked_.facts);
        const std::vector<input_column> columns = input_columns(rules_, whole.facts, asked_.facts);
        if (traits_.most_columns != 0 && columns.size() >= traits_.most_columns) {
            found_.add(message::sql_too_many_facts, {}, {figures(columns.size()), figures(traits_.most_columns - 1), std::string(traits_.title)});
            return {};
        }
        if (!group(roles, std::move(whole))) return {};
        finish_groups();
        const script_parts parts{rules_, groups_, columns, asked_.facts, traits_};
        const sql_tests tests = collect_tests(code_, parts, titles(), found_);
        head(tests);
        drop_views();
        names(parts);
        self_test(parts, tests);
        people(columns, parts);
        if (!fits_) return {};
        return std::move(made_);
    }

private:
    // ---- groups of roles that fit in one view

    /// \return false: a role alone does not fit; said
    bool group(std::span<const conclusion_id> roles, engine::relational_plan plan) {
        const std::size_t needed = std::max(plan.widest, roles.size() * columns_of_role) + 1;
        const std::size_t most = asked_.most_columns.value_or(traits_.most_columns);
        if (most == 0 || needed <= most) {
            groups_.push_back({std::move(plan), {}, false});
            return true;
        }
        if (roles.size() == 1) {
            const engine::conclusion& role = rules_.conclusions[roles.front()];
            found_.add(message::sql_role_too_wide, rules_.place_of(role.at), {std::string(role.term), figures(needed), figures(most), std::string(traits_.title)});
            return false;
        }
        const std::size_t half = roles.size() / 2;
        for (const std::span<const conclusion_id> part : {roles.first(half), roles.subspan(half)})
            if (!group(part, plan_columns(code_, part, asked_.facts))) return false;
        return true;
    }

    void finish_groups() {
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            role_group& g = groups_[i];
            if (groups_.size() > 1) g.suffix = fmt::format("_{}", i + 1);
            const bool too_deep = traits_.has_fence && g.plan.layers > traits_.most_layers;
            g.staged = asked_.staged || too_deep || !traits_.has_fence;
            made_.staged_by_size |= too_deep && !asked_.staged;
            made_.layers = std::max(made_.layers, g.plan.layers);
        }
    }

    // ---- text

    void comment(say sentence, std::initializer_list<std::string_view> arguments = {}) {
        made_.text += fmt::format("-- {}\n", tell(sentence, language_, arguments));
    }
    [[nodiscard]] std::string number(std::size_t n) const { return digits(fmt::format("{}", n), language_); }

    void statement(const std::string& text) {
        if (traits_.most_bytes != 0 && text.size() > traits_.most_bytes && fits_) {
            found_.add(message::sql_statement_too_long, {}, {figures(text.size()), figures(traits_.most_bytes), std::string(traits_.title)});
            fits_ = false;
        }
        made_.text += text;
        made_.text += ";\n";
    }
    void statements(const std::vector<std::string>& all) {
        for (const std::string& one : all) statement(one);
    }

    [[nodiscard]] sql_test_titles titles() const {
        return {tell(say::sql_test_nothing, language_), tell(say::sql_test_no, language_), tell(say::sql_test_highest, language_)};
    }

    void head(const sql_tests& tests) {
        comment(say::sql_made, {traits_.title});
        comment(asked_.facts.closed ? say::sql_closed : say::sql_open);
        comment(say::sql_people);
        comment(say::sql_answers);
        comment(say::sql_test_counts, {number(tests.tests.size()), number(tests.left_out)});
        if (tests.weaker > 0) comment(say::sql_weaker, {number(tests.weaker)});
        made_.text += '\n';
    }

    /// Later ones read earlier ones.
    void drop_views() {
        statements({"DROP VIEW IF EXISTS advise_selftest", "DROP VIEW IF EXISTS advise_test_result", "DROP VIEW IF EXISTS advise_result",
                    "DROP VIEW IF EXISTS advise_invalid"});
        for (const role_group& g : groups_)
            statements({fmt::format("DROP VIEW IF EXISTS advise_test_wide{}", g.suffix), fmt::format("DROP VIEW IF EXISTS advise_wide{}", g.suffix)});
    }

    void names(const script_parts& parts) {
        made_.text += '\n';
        comment(say::sql_names);
        sql_table files("advise_rules", {fmt::format("path {}", traits_.text_type), fmt::format("sha256 {}", traits_.text_type)}, traits_);
        for (const grammar::source_ptr& file : rules_.files) files.text(grammar::printable(file->name())).text(sha256_of(*file)).end_row();
        for (const sql_table& table : {files, columns_table(parts), codes_table(parts), roles_table(parts), requirements_table(parts)})
            statements(table.statements());
    }

    void chain(const chain_ends& ends) {
        std::size_t first = 0;
        for (const role_group& g : groups_) {
            statements(wide_statements(rules_, g, ends, first, traits_));
            first += g.plan.roles.size();
        }
        statement(result_statement(rules_, groups_, ends, traits_));
    }

    void self_test(const script_parts& parts, const sql_tests& tests) {
        made_.text += '\n';
        comment(say::sql_selftest);
        statements(test_tables(parts, tests));
        chain({"advise_test_profiles", "advise_test_"});
        statements(test_queries());
    }

    void people(const std::vector<input_column>& columns, const script_parts& parts) {
        made_.text += '\n';
        comment(say::sql_wide);
        chain({"advise_profiles", "advise_"});
        made_.text += '\n';
        comment(say::sql_invalid);
        const column_writer write(rules_, groups_.front().plan, traits_);
        std::string cases;
        for (const input_column& c : columns) cases += fmt::format("\n    WHEN {} THEN {}", write.invalid(c), sql_text(name_of(c), parts.in));
        if (cases.empty()) cases = "\n    WHEN 1 = 0 THEN ''";
        statement(fmt::format(
            "CREATE VIEW advise_invalid AS\nSELECT * FROM (SELECT id, CASE{} END AS name FROM advise_profiles) AS t WHERE name IS NOT NULL", cases));
    }

    const engine::program& code_;
    const engine::rule_base& rules_;
    const sql_request& asked_;
    const dialect_traits& traits_;
    grammar::language language_;
    grammar::diagnostics& found_;
    std::vector<role_group> groups_;
    sql_script made_;
    bool fits_ = true;
};

}  // namespace

sql_script make_script(const engine::program& code, const sql_request& asked, grammar::language in, grammar::diagnostics& found) {
    return script_writer(code, asked, in, found).write();
}

}  // namespace advise::cli
