#include "answers.hpp"

#include "../render/json_writer.hpp"

#include <charconv>

namespace advise::cli::batch {
namespace {

void append_number(std::string& out, std::int64_t n) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
}

void append_id(std::string& out, std::string_view id) { out.append("{\"id\":").append(id.empty() ? std::string_view("null") : id); }

}  // namespace

answer_lines::answer_lines(const engine::rule_base& rules, batch_output output) : names_(rules.conclusions.size()), output_(output) {
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        if (rules.conclusions[c].is_role) append_json_string(rules.conclusions[c].term, names_[c]);
}

void answer_lines::append(std::string& out, std::string_view id, const std::vector<engine::role_outcome>& roles) const {
    append_id(out, id);
    if (output_ == batch_output::roles) append_roles(out, roles);
    else append_advice(out, roles);
    out.append("}\n");
}

void answer_lines::append_roles(std::string& out, const std::vector<engine::role_outcome>& roles) const {
    bool exact = true;
    out.append(",\"yes\":[");
    auto role = roles.begin();
    for (; role != roles.end() && role->verdict == engine::verdict::yes; ++role) {
        if (role != roles.begin()) out += ',';
        out += names_[role->role];
        exact = exact && role->exact;
    }
    out.append("],\"unknown\":[");
    for (const auto first = role; role != roles.end(); ++role) {
        if (role != first) out += ',';
        out += names_[role->role];
        exact = exact && role->exact;
    }
    out.append(exact ? "]" : "],\"exact\":false");
}

void answer_lines::append_advice(std::string& out, const std::vector<engine::role_outcome>& roles) const {
    out.append(",\"advice\":[");
    for (const engine::role_outcome& role : roles) {
        out.append(&role == roles.data() ? "{\"role\":" : ",{\"role\":").append(names_[role.role]);
        out.append(role.verdict == engine::verdict::yes ? ",\"verdict\":\"yes\",\"low\":" : ",\"verdict\":\"unknown\",\"low\":");
        append_number(out, role.points.low);
        out.append(",\"high\":");
        append_number(out, role.points.high);
        out.append(role.exact ? "}" : ",\"exact\":false}");
    }
    out += ']';
}

void append_refusal(std::string& out, std::string_view id, const refusal& why) {
    append_id(out, id);
    out.append(",\"error\":{\"code\":\"").append(why.code).append("\",\"message\":");
    append_json_string(why.message, out);
    out.append(",\"column\":");
    append_number(out, why.column);
    if (!why.help.empty()) {
        out.append(",\"help\":");
        append_json_string(why.help, out);
    }
    out.append("}}\n");
}

}  // namespace advise::cli::batch
