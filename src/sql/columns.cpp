// SQL's own AND, OR and NOT are Kleene's tables, with NULL for unknown; only counting has to be told what "unknown" means.
#include "columns.hpp"

#include <fmt/format.h>

#include <utility>

namespace advise::cli {
namespace {

using engine::column_input;
using engine::column_kind;
using engine::column_range;
using engine::fact_type;
using engine::relational_column;

/// More members are put in parentheses by so many: a chain of operators is as deep as it is long to the parsers.
constexpr std::size_t longest_chain = 40;

std::string joined(std::vector<std::string> parts, std::string_view between) {
    while (parts.size() > longest_chain) {
        std::vector<std::string> groups;
        for (std::size_t i = 0; i < parts.size(); i += longest_chain) {
            const auto from = parts.begin() + static_cast<std::ptrdiff_t>(i);
            const auto to = parts.begin() + static_cast<std::ptrdiff_t>(std::min(i + longest_chain, parts.size()));
            groups.push_back(fmt::format("({})", fmt::join(from, to, between)));
        }
        parts = std::move(groups);
    }
    return parts.size() == 1 ? parts.front() : fmt::format("({})", fmt::join(parts, between));
}

std::string_view suffix_of(input_column::part part) {
    return part == input_column::part::low ? "_low" : part == input_column::part::high ? "_high" : "";
}

}  // namespace

std::string name_of(const input_column& c) {
    if (c.option != engine::nothing) return fmt::format("f{}_{}", c.fact, c.option);
    return fmt::format("f{}{}", c.fact, suffix_of(c.which));
}

bool is_pair(const engine::rule_base& rules, engine::fact_id f, const engine::relational_options& options) {
    const fact_type type = rules.facts[f].type;
    return options.bounds && (type == fact_type::level || type == fact_type::number);
}

std::vector<input_column> columns_of(const engine::rule_base& rules, const engine::relational_fact& f, const engine::relational_options& options) {
    std::vector<input_column> all;
    if (rules.facts[f.fact].type == fact_type::any_of)
        for (const std::uint32_t option : f.options) all.push_back({f.fact, option});
    else if (is_pair(rules, f.fact, options))
        all = {{f.fact, engine::nothing, input_column::part::low}, {f.fact, engine::nothing, input_column::part::high}};
    else all = {{f.fact}};
    return all;
}

std::vector<std::string> column_writer::names(std::uint32_t column) const {
    const relational_column& c = plan_.columns[column];
    if (c.kind != column_kind::sum) return {fmt::format("n{}", column)};
    if (!c.open) return {fmt::format("s{}", column)};
    return {fmt::format("s{}_low", column), fmt::format("s{}_high", column)};
}

std::vector<std::string> column_writer::expressions(std::uint32_t column) const {
    const relational_column& c = plan_.columns[column];
    if (c.kind != column_kind::sum) return {computed(column)};
    if (!c.open) return {sum_computed(c, false)};
    return {sum_computed(c, false), sum_computed(c, true)};
}

std::string column_writer::value(engine::fact_id f, std::int64_t v) const {
    return rules_.facts[f].type == fact_type::number ? sql_number(v, in_) : fmt::format("{}", v);
}

std::string column_writer::taken_over(const input_column& c) const {
    const std::string name = name_of(c);
    const engine::known_fact no = at_its_no(rules_, c.fact);
    if (is_pair(rules_, c.fact, plan_.options)) {
        const engine::known_fact all = whole_domain(rules_, c.fact);
        const std::string end = value(c.fact, c.which == input_column::part::low ? all.from : all.to);
        if (!plan_.options.closed) return fmt::format("COALESCE({}, {})", name, end);
        return fmt::format("CASE WHEN f{0}_low IS NULL AND f{0}_high IS NULL THEN {1} ELSE COALESCE({2}, {3}) END", c.fact, value(c.fact, no.from),
                           name, end);
    }
    const engine::known_fact& taken = plan_.options.closed ? no : whole_domain(rules_, c.fact);
    if (c.option != engine::nothing) return plan_.options.closed ? fmt::format("COALESCE({}, 0)", name) : name;
    return taken.decided() ? fmt::format("COALESCE({}, {})", name, value(c.fact, taken.from)) : name;
}

std::string column_writer::invalid(const input_column& c) const {
    const std::string name = name_of(c);
    // Columns of SQLite hold what is put into them, whatever their type.
    const std::string fraction = in_.id == sql_dialect::sqlite ? fmt::format(" OR {0} <> CAST({0} AS INTEGER)", name) : std::string();
    if (c.option != engine::nothing) return fmt::format("{0} < 0 OR {0} > 1{1}", name, fraction);
    const engine::known_fact all = whole_domain(rules_, c.fact);
    std::string wrong = fmt::format("{0} < {1} OR {0} > {2}", name, value(c.fact, all.from), value(c.fact, all.to));
    wrong += fraction;
    if (c.which == input_column::part::high) wrong += fmt::format(" OR {} < f{}_low", name, c.fact);
    return wrong;
}

/// A value lies in a range; where an end is that of the domain, it needs no asking.
std::string column_writer::inside(engine::fact_id f, const std::string& name, const column_range& r) const {
    const engine::known_fact all = whole_domain(rules_, f);
    if (r.from == r.to) return fmt::format("({} = {})", name, value(f, r.from));
    if (r.to >= all.to) return fmt::format("({} >= {})", name, value(f, r.from));
    if (r.from <= all.from) return fmt::format("({} <= {})", name, value(f, r.to));
    return fmt::format("({0} >= {1} AND {0} <= {2})", name, value(f, r.from), value(f, r.to));
}

std::string column_writer::test(const relational_column& c) const {
    if (c.option != engine::nothing) return fmt::format("({} = 1)", name_of({c.fact, c.option}));
    if (is_pair(rules_, c.fact, plan_.options)) return test_of_pair(c);
    std::vector<std::string> ways;
    for (const column_range& r : plan_.ranges_of(c)) ways.push_back(inside(c.fact, name_of({c.fact}), r));
    return joined(std::move(ways), " OR ");
}

/// What is known lies within one of the ranges: true. It touches none: false.
std::string column_writer::test_of_pair(const relational_column& c) const {
    const std::string low = name_of({c.fact, engine::nothing, input_column::part::low}),
                      high = name_of({c.fact, engine::nothing, input_column::part::high});
    const engine::known_fact all = whole_domain(rules_, c.fact);
    std::vector<std::string> within, apart;
    for (const column_range& r : plan_.ranges_of(c)) {
        const std::string from = value(c.fact, r.from), to = value(c.fact, r.to);
        if (r.to >= all.to) {
            within.push_back(fmt::format("({} >= {})", low, from));
            apart.push_back(fmt::format("({} < {})", high, from));
        } else if (r.from <= all.from) {
            within.push_back(fmt::format("({} <= {})", high, to));
            apart.push_back(fmt::format("({} > {})", low, to));
        } else {
            within.push_back(fmt::format("({} >= {} AND {} <= {})", low, from, high, to));
            apart.push_back(fmt::format("({} < {} OR {} > {})", high, from, low, to));
        }
    }
    return fmt::format("CASE WHEN {} THEN TRUE WHEN {} THEN FALSE END", joined(std::move(within), " OR "), joined(std::move(apart), " AND "));
}

std::string column_writer::truth(const column_input& i) const {
    const relational_column& c = plan_.columns[i.column];
    if (c.kind == column_kind::always || c.kind == column_kind::never) return (c.kind == column_kind::always) == i.negated ? "FALSE" : "TRUE";
    const std::string own = c.stored ? names(i.column).front() : computed(i.column);
    return i.negated ? fmt::format("(NOT {})", own) : own;
}

/// What is true where an input is false.
std::string column_writer::untruth(const column_input& i) const { return truth({i.column, !i.negated, i.weight}); }

std::string column_writer::computed(std::uint32_t column) const {
    const relational_column& c = plan_.columns[column];
    std::vector<std::string> parts;
    switch (c.kind) {
    case column_kind::always: return "TRUE";
    case column_kind::never: return "FALSE";
    case column_kind::test: return test(c);
    case column_kind::all:
    case column_kind::any:
        for (const column_input& i : plan_.inputs_of(c)) parts.push_back(truth(i));
        return joined(std::move(parts), c.kind == column_kind::all ? " AND " : " OR ");
    default: break;
    }
    const std::uint32_t of = plan_.inputs_of(c).front().column;
    if (!c.open) return fmt::format("({} >= {})", sum(of, false), c.least);
    return fmt::format("CASE WHEN {} >= {} THEN TRUE WHEN {} < {} THEN FALSE END", sum(of, false), c.least, sum(of, true), c.least);
}

std::string column_writer::sum(std::uint32_t column, bool high) const {
    const relational_column& c = plan_.columns[column];
    if (!c.stored) return sum_computed(c, high);
    const std::vector<std::string> both = names(column);
    return high ? both.back() : both.front();
}

/// The low end has what is true for certain, the high end all but what is false for certain.
std::string column_writer::sum_computed(const relational_column& c, bool high) const {
    std::vector<std::string> parts;
    for (const column_input& i : plan_.inputs_of(c)) {
        if (high && is_open(i)) parts.push_back(fmt::format("CASE WHEN {} THEN 0 ELSE {} END", untruth(i), i.weight));
        else parts.push_back(fmt::format("CASE WHEN {} THEN {} ELSE 0 END", truth(i), i.weight));
    }
    return joined(std::move(parts), " + ");
}

std::string column_writer::verdict(const engine::relational_role& r) const {
    if (!is_open(r.holds)) return fmt::format("CASE WHEN {} THEN 2 ELSE 0 END", truth(r.holds));
    return fmt::format("CASE WHEN {} THEN 2 WHEN {} THEN 0 ELSE 1 END", truth(r.holds), untruth(r.holds));
}

std::string column_writer::points(const engine::relational_role& r, bool high) const {
    if (r.sum == engine::nothing) return "0";
    const std::string all = sum(r.sum, high && plan_.columns[r.sum].open);
    return r.offset == 0 ? all : fmt::format("{} - {}", all, -r.offset);
}

/// Bits are added, each once: operators on bits are spelt differently everywhere. Requirements that share the last bit are one.
std::string column_writer::mask(const engine::relational_role& r, bool undecided) const {
    std::vector<std::string> parts, last;
    const auto part = [](const std::string& when, std::uint32_t bit) {
        return fmt::format("CASE WHEN {} THEN {} ELSE 0 END", when, std::uint64_t{1} << bit);
    };
    for (std::size_t i = 0; i < r.met.size(); ++i) {
        if (undecided && !is_open(r.met[i])) continue;
        const std::string when = undecided ? fmt::format("{} IS NULL", truth({r.met[i].column, false})) : untruth(r.met[i]);
        if (engine::mask_bit(i) < engine::last_mask_bit) parts.push_back(part(when, engine::mask_bit(i)));
        else last.push_back(when);
    }
    if (!last.empty()) parts.push_back(part(joined(std::move(last), " OR "), engine::last_mask_bit));
    return parts.empty() ? "CAST(0 AS BIGINT)" : fmt::format("CAST({} AS BIGINT)", joined(std::move(parts), " + "));
}

}  // namespace advise::cli
