#include "answers.hpp"

#include "../render/json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace advise::cli::batch {
namespace {

inline constexpr std::size_t few_bytes = 16;

void append_number(std::string& out, std::int64_t n) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
}

void append_id(std::string& out, std::string_view id) { out.append("{\"id\":").append(id.empty() ? std::string_view("null") : id); }

}  // namespace

answer_lines::answer_lines(const engine::rule_base& rules, batch_output output) : names_(rules.conclusions.size()), output_(output) {
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c) {
        if (!rules.conclusions[c].is_role) continue;
        role_name& name = names_[c];
        name.text = ",";
        append_json_string(rules.conclusions[c].term, name.text);
        name.size = name.text.size();
        name.text.resize(std::max(name.size, few_bytes));
    }
}

void answer_lines::append(std::string& out, std::string_view id, const std::vector<engine::role_outcome>& roles) const {
    append_id(out, id);
    if (output_ == batch_output::roles) append_roles(out, roles);
    else append_advice(out, roles);
    out.append("}\n");
}

/// An array of their names. Most names are copied as so many bytes, whatever their length, and the next one is put over what is too much.
void answer_lines::append_names(std::string& out, std::span<const engine::role_outcome> roles) const {
    std::size_t all = 0;
    for (const engine::role_outcome& role : roles) all += names_[role.role].size;
    const std::size_t before = out.size();
    out.resize(before + 1 + all + few_bytes);
    char* to = out.data() + before;
    for (const engine::role_outcome& role : roles) {
        const role_name& name = names_[role.role];
        if (name.size <= few_bytes) std::memcpy(to, name.text.data(), few_bytes);
        else std::memcpy(to, name.text.data(), name.size);
        to += name.size;
    }
    out[before] = '[';
    out.resize(before + std::max<std::size_t>(all, 1));
    out += ']';
}

void answer_lines::append_roles(std::string& out, const std::vector<engine::role_outcome>& roles) const {
    const auto unknown = std::ranges::find(roles, engine::verdict::unknown, &engine::role_outcome::verdict);
    out.append(",\"yes\":");
    append_names(out, {roles.begin(), unknown});
    out.append(",\"unknown\":");
    append_names(out, {unknown, roles.end()});
    if (!std::ranges::all_of(roles, &engine::role_outcome::exact)) out.append(",\"exact\":false");
}

void answer_lines::append_advice(std::string& out, const std::vector<engine::role_outcome>& roles) const {
    out.append(",\"advice\":[");
    for (const engine::role_outcome& role : roles) {
        out.append(&role == roles.data() ? "{\"role\":" : ",{\"role\":")
            .append(std::string_view(names_[role.role].text).substr(1, names_[role.role].size - 1));
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
