#include "chain.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <utility>

namespace advise::cli {
namespace {

using engine::relational_column;
using engine::relational_role;

/// So many branches of a CASE stand together, and so many members in an array: Trino's constructor takes 254.
constexpr std::size_t branches_together = 24, members_together = 250;

/// "SELECT a, b, c FROM x", in lines of a readable length.
std::string select(const std::vector<std::string>& items, std::string_view from) {
    constexpr std::size_t line = 140;
    std::string made = "SELECT ";
    std::size_t column = made.size();
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool breaks = i > 0 && column + items[i].size() > line;
        if (i > 0) made += breaks ? ",\n    " : ", ";
        if (breaks) column = 4;
        made += items[i];
        column += items[i].size() + 2;
    }
    return made + fmt::format("\n    FROM {}", from);
}

class chain_writer {
public:
    chain_writer(const engine::rule_base& rules, const role_group& group, const chain_ends& ends, std::size_t first_role, const dialect_traits& in)
        : rules_(rules), group_(group), plan_(group.plan), ends_(ends), first_role_(first_role), in_(in), write_(rules, group.plan, in) {
        stored_in_.resize(plan_.layers + 1);
        for (std::uint32_t c = 0; c < plan_.columns.size(); ++c)
            if (plan_.columns[c].stored) stored_in_[plan_.columns[c].layer].push_back(c);
    }

    std::vector<std::string> run() {
        std::vector<std::string> statements;
        std::string chain, before(ends_.source);
        for (std::uint32_t layer = 0; layer <= plan_.layers; ++layer) {
            const std::string name = name_of_layer(layer);
            const std::string query = select(items_of(layer), before);
            if (group_.staged) {
                statements.push_back(fmt::format("DROP TABLE IF EXISTS {}", name));
                statements.push_back(fmt::format("CREATE TABLE {} AS\n{}", name, query));
                if (layer > 0) statements.push_back(fmt::format("DROP TABLE {}", before));
            } else {
                chain += fmt::format("{}{} {} (\n{})", layer == 0 ? "WITH " : ",\n", name, in_.fence, query);
            }
            before = name;
        }
        const std::string last = select(role_items(), before);
        statements.push_back(fmt::format("CREATE VIEW {}wide{} AS\n{}{}{}", ends_.prefix, group_.suffix, chain, chain.empty() ? "" : "\n", last));
        return statements;
    }

private:
    /// The table that stays has the same name whatever the depth: the next script finds it.
    [[nodiscard]] std::string name_of_layer(std::uint32_t layer) const {
        if (!group_.staged) return fmt::format("l{}", layer);
        return fmt::format("{}stage{}_{}", ends_.prefix, group_.suffix, layer == plan_.layers ? "last" : fmt::format("{}", layer));
    }

    /// What a layer has: who, the facts and columns that later ones read, what is computed here.
    std::vector<std::string> items_of(std::uint32_t layer) {
        std::vector<std::string> items = {"id"};
        for (const engine::relational_fact& f : plan_.facts) {
            if (f.last_layer <= layer) continue;
            for (const input_column& c : columns_of(rules_, f, plan_.options)) {
                const std::string name = name_of(c), taken = layer == 0 ? write_.taken_over(c) : name;
                items.push_back(taken == name ? name : fmt::format("{} AS {}", taken, name));
            }
        }
        std::erase_if(carried_, [&](std::uint32_t c) { return plan_.columns[c].last_layer <= layer; });
        for (const std::uint32_t c : carried_)
            for (std::string& name : write_.names(c)) items.push_back(std::move(name));
        for (const std::uint32_t c : stored_in_[layer]) {
            const std::vector<std::string> names = write_.names(c), expressions = write_.expressions(c);
            for (std::size_t i = 0; i < names.size(); ++i) items.push_back(fmt::format("{} AS {}", expressions[i], names[i]));
            carried_.push_back(c);
        }
        return items;
    }

    [[nodiscard]] std::vector<std::string> role_items() const {
        std::vector<std::string> items = {"id"};
        for (std::size_t i = 0; i < plan_.roles.size(); ++i) {
            const relational_role& r = plan_.roles[i];
            const role_columns names = names_of_role(first_role_ + i);
            items.push_back(fmt::format("{} AS {}", write_.verdict(r), names.verdict));
            items.push_back(fmt::format("{} AS {}", write_.points(r, false), names.low));
            items.push_back(fmt::format("{} AS {}", write_.points(r, true), names.high));
            items.push_back(fmt::format("{} AS {}", write_.mask(r, false), names.unmet));
            items.push_back(fmt::format("{} AS {}", write_.mask(r, true), names.undecided));
        }
        return items;
    }

    const engine::rule_base& rules_;
    const role_group& group_;
    const engine::relational_plan& plan_;
    const chain_ends& ends_;
    std::size_t first_role_;
    const dialect_traits& in_;
    column_writer write_;
    std::vector<std::vector<std::uint32_t>> stored_in_;
    std::vector<std::uint32_t> carried_;
};

/// One role of a wide row: its name as text, then its columns.
struct role_row {
    std::string term;
    role_columns columns;
};

std::string list_of(const std::vector<role_row>& rows, std::string role_columns::*column) {
    std::vector<std::string_view> names;
    for (const role_row& r : rows) names.push_back(r.columns.*column);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string terms_of(const std::vector<role_row>& rows) {
    std::vector<std::string_view> terms;
    for (const role_row& r : rows) terms.push_back(r.term);
    return fmt::format("{}", fmt::join(terms, ", "));
}

/// Every member of a row, side by side: "term, r0, r0_low, …".
std::string members_of(const role_row& r, std::string_view of) {
    return fmt::format("{1}, {0}{2}, {0}{3}, {0}{4}, {0}{5}, {0}{6}", of, r.term, r.columns.verdict, r.columns.low, r.columns.high, r.columns.unmet,
                       r.columns.undecided);
}

std::string in_lists(const std::vector<role_row>& rows, std::string_view wide, const dialect_traits& in) {
    const bool arrays = in.unpivot == unpivot_form::unnest_arrays;
    const std::string_view open = arrays ? "ARRAY[" : "unnest([", close = arrays ? "]" : "])";
    constexpr std::pair<std::string_view, std::string role_columns::*> columns[] = {{"verdict", &role_columns::verdict},
                                                                                    {"low", &role_columns::low},
                                                                                    {"high", &role_columns::high},
                                                                                    {"unmet", &role_columns::unmet},
                                                                                    {"undecided", &role_columns::undecided}};
    std::string lists = fmt::format("{}{}{}{}", open, terms_of(rows), close, arrays ? "" : " AS role"), names = "role";
    for (const auto& [name, column] : columns) {
        lists += fmt::format(",\n    {}{}{}", open, list_of(rows, column), close);
        if (!arrays) lists += fmt::format(" AS {}", name);
        names += fmt::format(", {}", name);
    }
    if (!arrays) return fmt::format("SELECT id, {}\n    FROM {}", lists, wide);
    return fmt::format("SELECT w.id, t.role, t.verdict, t.low, t.high, t.unmet, t.undecided\n    FROM {} w CROSS JOIN UNNEST({}) AS t ({})", wide,
                       lists, names);
}

std::string in_values(const std::vector<role_row>& rows, std::string_view wide) {
    std::string values;
    for (const role_row& r : rows) values += fmt::format("{}({})", values.empty() ? "" : ",\n    ", members_of(r, "w."));
    return fmt::format("SELECT w.id, t.role, t.verdict, t.low, t.high, t.unmet, t.undecided\n    FROM {} w CROSS JOIN LATERAL (VALUES {}) AS t "
                       "(role, verdict, low, high, unmet, undecided)",
                       wide, values);
}

std::string in_stack(const std::vector<role_row>& rows, std::string_view wide) {
    std::string values;
    for (const role_row& r : rows) values += fmt::format(",\n    {}", members_of(r, ""));
    return fmt::format("SELECT id, stack({}{}) AS (role, verdict, low, high, unmet, undecided)\n    FROM {}", rows.size(), values, wide);
}

/// "CASE n WHEN 0 THEN r0 … END", in two steps where there are many: a CASE is a walk through its branches.
std::string chosen(const std::vector<role_row>& rows, std::string role_columns::*column, std::size_t first_role) {
    const auto one = [&](std::size_t from, std::size_t to) {
        std::string made = "CASE r.number";
        for (std::size_t i = from; i < to; ++i) made += fmt::format(" WHEN {} THEN w.{}", first_role + i, rows[i].columns.*column);
        return made + " END";
    };
    if (rows.size() <= branches_together) return one(0, rows.size());
    std::string made = "CASE";
    for (std::size_t i = 0; i < rows.size(); i += branches_together) {
        const std::size_t to = std::min(i + branches_together, rows.size());
        made += fmt::format("\n    WHEN r.number < {} THEN {}", first_role + to, one(i, to));
    }
    return made + " END";
}

/// A role is joined to each person, and chooses its columns. (Branches of a UNION ALL would each compute the wide view again.)
std::string in_join(const std::vector<role_row>& rows, std::string_view wide, std::size_t first_role) {
    return fmt::format("SELECT w.id, r.role,\n    {} AS verdict,\n    {} AS low,\n    {} AS high,\n    {} AS unmet,\n    {} AS undecided\n    FROM "
                       "{} w CROSS JOIN advise_roles r WHERE r.number >= {} AND r.number < {}",
                       chosen(rows, &role_columns::verdict, first_role), chosen(rows, &role_columns::low, first_role),
                       chosen(rows, &role_columns::high, first_role), chosen(rows, &role_columns::unmet, first_role),
                       chosen(rows, &role_columns::undecided, first_role), wide, first_role, first_role + rows.size());
}

std::string unpivoted(const std::vector<role_row>& rows, std::string_view wide, std::size_t first_role, const dialect_traits& in) {
    switch (in.unpivot) {
    case unpivot_form::lateral_values: return in_values(rows, wide);
    case unpivot_form::stack: return in_stack(rows, wide);
    case unpivot_form::join: return in_join(rows, wide, first_role);
    default: return in_lists(rows, wide, in);
    }
}

}  // namespace

role_columns names_of_role(std::size_t role) {
    const std::string r = fmt::format("r{}", role);
    return {r, r + "_low", r + "_high", r + "_unmet", r + "_undecided"};
}

std::vector<std::string> wide_statements(const engine::rule_base& rules, const role_group& group, const chain_ends& ends, std::size_t first_role,
                                         const dialect_traits& in) {
    return chain_writer(rules, group, ends, first_role, in).run();
}

std::string result_statement(const engine::rule_base& rules, const std::vector<role_group>& groups, const chain_ends& ends,
                             const dialect_traits& in) {
    std::vector<std::string> parts;
    std::size_t number = 0;
    for (const role_group& group : groups) {
        const std::string wide = fmt::format("{}wide{}", ends.prefix, group.suffix);
        const std::size_t together = in.unpivot == unpivot_form::unnest_arrays ? members_together : group.plan.roles.size();
        for (std::size_t i = 0; i < group.plan.roles.size(); i += together) {
            const std::size_t first = number;
            std::vector<role_row> rows;
            for (const relational_role& r : std::span(group.plan.roles).subspan(i, std::min(together, group.plan.roles.size() - i)))
                rows.push_back({sql_text(rules.conclusions[r.role].term, in), names_of_role(number++)});
            parts.push_back(unpivoted(rows, wide, first, in));
        }
        if (group.plan.roles.empty())
            parts.push_back(
                fmt::format("SELECT id, '' AS role, 0 AS verdict, 0 AS low, 0 AS high, 0 AS unmet, 0 AS undecided FROM {} WHERE 1 = 0", wide));
    }
    return fmt::format("CREATE VIEW {}result AS\n{}", ends.prefix, fmt::join(parts, "\nUNION ALL\n"));
}

}  // namespace advise::cli
