#include "names.hpp"

#include "../render/rule_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

using engine::fact_type;
using engine::requirement_kind;

std::string_view type_word(fact_type type) {
    switch (type) {
    case fact_type::level: return "level";
    case fact_type::yes_no: return "yes/no";
    case fact_type::number: return "number";
    case fact_type::one_of: return "one of";
    case fact_type::any_of: break;
    }
    return "any of";
}

std::string_view label_or_term(const engine::rule_base& rules, const engine::texts& labels, std::string_view term) {
    const std::string_view label = text_in(labels, rules.language);
    return label.empty() ? term : label;
}

std::string value_of(const script_parts& parts, engine::fact_id f, std::int64_t v) {
    return parts.rules.facts[f].type == fact_type::number ? sql_number(v, parts.in) : fmt::format("{}", v);
}

/// What a requirement says, as it may be written in a rule file.
std::string requirement_text(const engine::rule_base& rules, engine::conclusion_id role, const engine::requirement& r) {
    if (r.kind == requirement_kind::points) return fmt::format("requires {} {}", r.points, r.points == 1 ? "point" : "points");
    if (r.clause != nullptr) return clause_text(rules, role, *r.clause);
    std::string all;
    for (const engine::clause& c : rules.conclusions[role].clauses)
        if (c.kind == engine::clause_kind::when) all += fmt::format("{}{}", all.empty() ? "" : "; ", clause_text(rules, role, c));
    return all;
}

std::string_view kind_word(requirement_kind kind) {
    switch (kind) {
    case requirement_kind::when: return "when";
    case requirement_kind::requires_: return "requires";
    case requirement_kind::unless: return "unless";
    case requirement_kind::points: break;
    }
    return "points";
}

}  // namespace

sql_table columns_table(const script_parts& parts) {
    const std::string text(parts.in.text_type), number(parts.in.number_type);
    sql_table made("advise_columns",
                   {"name " + text, "fact " + text, "type " + text, "part " + text, "unit " + text, "label " + text, "lowest " + number,
                    "highest " + number, "no_value " + number},
                   parts.in);
    for (const input_column& c : parts.columns) {
        const engine::fact& f = parts.rules.facts[c.fact];
        made.text(name_of(c)).text(f.term).text(type_word(f.type));
        if (c.option != engine::nothing) made.text(f.options[c.option].term);
        else made.text(c.which == input_column::part::low ? "low" : c.which == input_column::part::high ? "high" : "");
        made.text(f.unit).text(label_or_term(parts.rules, f.labels, f.term));
        if (c.option != engine::nothing) {
            made.number(std::int64_t{0}).number(std::int64_t{1}).number(std::int64_t{0}).end_row();
            continue;
        }
        const engine::known_fact all = whole_domain(parts.rules, c.fact), no = at_its_no(parts.rules, c.fact);
        made.literal(value_of(parts, c.fact, all.from)).literal(value_of(parts, c.fact, all.to));
        if (no.decided()) made.literal(value_of(parts, c.fact, no.from));
        else made.null();
        made.end_row();
    }
    return made;
}

sql_table codes_table(const script_parts& parts) {
    const std::string text(parts.in.text_type);
    sql_table made("advise_codes", {"fact " + text, "code INTEGER", "term " + text, "label " + text}, parts.in);
    engine::fact_id last = engine::nothing;
    for (const input_column& c : parts.columns) {
        const engine::fact& f = parts.rules.facts[c.fact];
        if (c.fact == last || f.type == fact_type::any_of) continue;
        last = c.fact;
        std::int64_t code = 0;
        for (const engine::option& o : parts.rules.options_of(f))
            made.text(f.term).number(code++).text(o.term).text(label_or_term(parts.rules, o.labels, o.term)).end_row();
        if (f.type != fact_type::yes_no) continue;
        for (const std::string_view word : {"no", "yes"}) made.text(f.term).number(code++).text(word).text(word).end_row();
    }
    return made;
}

sql_table roles_table(const script_parts& parts) {
    const std::string text(parts.in.text_type);
    sql_table made("advise_roles", {"number INTEGER", "name " + text, "role " + text, "label " + text, "wide " + text}, parts.in);
    std::size_t number = 0;
    for (const role_group& group : parts.groups) {
        for (const engine::relational_role& r : group.plan.roles) {
            const engine::conclusion& role = parts.rules.conclusions[r.role];
            made.number(static_cast<std::int64_t>(number))
                .text(names_of_role(number).verdict)
                .text(role.term)
                .text(label_or_term(parts.rules, role.labels(), role.term));
            made.text("advise_wide" + group.suffix).end_row();
            ++number;
        }
    }
    return made;
}

sql_table requirements_table(const script_parts& parts) {
    const std::string text(parts.in.text_type);
    sql_table made("advise_requirements", {"role " + text, "mask BIGINT", "kind " + text, "requirement " + text}, parts.in);
    for (const role_group& group : parts.groups) {
        for (const engine::relational_role& r : group.plan.roles) {
            for (std::size_t i = 0; i < r.requirements.size(); ++i) {
                made.text(parts.rules.conclusions[r.role].term).number(std::uint64_t{1} << engine::mask_bit(i));
                made.text(kind_word(r.requirements[i].kind)).text(requirement_text(parts.rules, r.role, r.requirements[i])).end_row();
            }
        }
    }
    return made;
}

}  // namespace advise::cli
