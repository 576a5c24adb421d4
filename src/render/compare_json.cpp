// "advise/compare/1" (COMMANDS.md, Plan, question, comparison).
#include "changes.hpp"
#include "compare_page.hpp"
#include "json_values.hpp"
#include "result_nodes.hpp"

namespace advise::cli {
namespace {

void write_interval(json_writer& out, std::string_view name, engine::points_interval points) {
    out.key(name).begin_object().member_number("low", points.low).member_number("high", points.high).end_object();
}

void write_side(json_writer& out, const engine::rule_base& rules, std::string_view name, const engine::role_advice& role) {
    out.key(name).begin_object().member("role", rules.conclusions[role.role].term).member("verdict", name_of(role.verdict));
    out.member_boolean("exact", role.exact);
    write_interval(out, "points", role.points);
    out.member_number("proof", role.proof).end_object();
}

void write_ledger(json_writer& out, const engine::rule_base& rules, const engine::comparison& found) {
    out.key("ledger").begin_array();
    for (const engine::ledger_line& line : found.ledger) {
        const engine::role_advice& role = line.of_first ? found.first : found.second;
        out.begin_object().member("role", rules.conclusions[role.role].term);
        out.member_number("node", found.proof.nodes[role.proof].clause_nodes[line.clause]);
        out.member_number("low", line.gives.low).member_number("high", line.gives.high).end_object();
    }
    out.end_array();
}

}  // namespace

std::string compare_json(const result_parts& parts, const engine::comparison& found) {
    std::string text;
    json_writer out(text);
    out.begin_object().member("schema", parts.schema);
    write_side(out, parts.rules, "first", found.first);
    write_side(out, parts.rules, "second", found.second);
    write_interval(out, "gap", found.gap);
    out.member_boolean("exact", found.gap_exact && found.swap_exact);
    write_ledger(out, parts.rules, found);
    out.key("swap");
    if (found.swap) write_changes(out, parts.rules, parts.person, *found.swap);
    else out.null();
    out.key("nodes");
    write_nodes(out, parts.rules, parts.person, found.proof);
    write_inputs(out, parts);
    out.end_object();
    return text;
}

}  // namespace advise::cli
