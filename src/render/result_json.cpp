#include "result_json.hpp"

#include "../sha256.hpp"
#include "check_json.hpp"
#include "json_values.hpp"
#include "minimal_reasons.hpp"
#include "result_nodes.hpp"

namespace advise::cli {
namespace {

using engine::rule_base;

void write_file_hash(json_writer& out, const grammar::source& file) {
    out.member("path", file.name()).member("sha256", sha256_of(file));
}

void write_completion(json_writer& out, const rule_base& rules, const std::optional<engine::completion>& values) {
    if (!values) {
        out.null();
        return;
    }
    out.begin_object();
    for (const auto& [fact, value] : *values) {
        out.key(rules.facts[fact].term);
        write_value(out, rules, fact, value);
    }
    out.end_object();
}

void write_witness(json_writer& out, const rule_base& rules, const engine::role_advice& role) {
    out.key("witness").begin_object().key("yes");
    write_completion(out, rules, role.yes);
    out.key("no");
    write_completion(out, rules, role.no);
    out.key("low");
    write_completion(out, rules, role.low);
    out.key("high");
    write_completion(out, rules, role.high);
    out.end_object();
}

std::string_view label_of(const result_parts& parts, const engine::conclusion& about) {
    const std::string_view label = engine::text_in(about.labels(), parts.labels_in, parts.rules.language);
    return label.empty() ? std::string_view(about.term) : label;
}

void write_role(json_writer& out, const result_parts& parts, const engine::role_advice& role) {
    const engine::conclusion& about = parts.rules.conclusions[role.role];
    out.begin_object().member("role", about.term).member("label", label_of(parts, about));
    out.member("verdict", name_of(role.verdict)).member_boolean("exact", role.exact).key("points").begin_object();
    out.member_number("low", role.points.low).member_number("high", role.points.high).member_number("max", role.max).end_object();
    out.key("open").begin_array();
    for (const engine::fact_id fact : role.open) out.string(parts.rules.facts[fact].term);
    out.end_array();
    write_witness(out, parts.rules, role);
    out.member_number("proof", role.proof).key("split");
    write_split(out, parts.rules, role);
    out.end_object();
}

}  // namespace

void write_rules(json_writer& out, const rule_base& rules) {
    out.key("rules").begin_array();
    for (const grammar::source_ptr& file : rules.files) {
        out.begin_object();
        write_file_hash(out, *file);
        out.end_object();
    }
    out.end_array();
}

void write_profile(json_writer& out, const grammar::source& file, bool closed) {
    out.key("profile").begin_object();
    write_file_hash(out, file);
    out.member_boolean("closed", closed).end_object();
}

void write_inputs(json_writer& out, const result_parts& parts) {
    write_rules(out, parts.rules);
    write_profile(out, *parts.profile.file, parts.person.closed);
}

namespace {

void write_members(json_writer& out, const result_parts& parts, const engine::advice& answer) {
    out.member("schema", parts.schema);
    write_inputs(out, parts);
    out.key("advice").begin_array();
    for (const engine::role_advice& role : answer.roles) write_role(out, parts, role);
    out.end_array();
    if (parts.why != nullptr) {
        out.key("reasons");
        write_minimal_reasons(out, parts.rules, parts.person, *parts.why);
    }
    out.key("nodes");
    write_nodes(out, parts.rules, parts.person, answer);
    out.key("diagnostics");
    write_diagnostics(out, parts.diagnostics, parts.spoken);
}

}  // namespace

std::string result_json(const result_parts& parts, const engine::advice& answer) {
    std::string text;
    json_writer out(text);
    out.begin_object();
    write_members(out, parts, answer);
    out.end_object();
    return text;
}

void append_result_line(std::string& text, std::string_view id, const result_parts& parts, const engine::advice& answer) {
    json_writer out(text, json_layout::line);
    out.begin_object().key("id").raw(id);
    write_members(out, parts, answer);
    out.end_object();
}

}  // namespace advise::cli
