#include "interview_profile.hpp"

#include "catalogue.hpp"
#include "render/json_writer.hpp"

#include <advise/grammar/source.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace advise::cli {

interview_profile::interview_profile(const engine::rule_base& rules, const profile_terms& terms, std::string original, std::string name, engine::bind_options how)
    : rules_(rules), terms_(terms), original_(std::move(original)), name_(std::move(name)), how_(how) {}

bool interview_profile::is_json() const {
    const std::size_t first = original_.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return first != std::string::npos && original_[first] == '{';
}

bool interview_profile::take_out(engine::fact_id f) {
    if (std::ranges::any_of(taken_out_, [&](const statement& s) { return s.fact == f; })) return true;
    bool usable = true;
    grammar::diagnostics known_already;
    const auto source = grammar::read_source(name_, original_, 0, known_already, usable);
    const grammar::profile stated = grammar::parse_profile(source, known_already);
    const std::size_t mark = original_.size() - source->written().size();
    const auto place = [&](std::uint32_t offset) { return mark + source->written_offset(offset); };
    bool found = false;
    for (const grammar::profile_entry& entry : stated.entries) {
        if (rules_.names.fact(entry.key) != f) continue;
        taken_out_.push_back({f, place(entry.where.begin), place(entry.where.end), place(entry.value.where.begin), place(entry.value.where.end),
                              entry.value.kind == grammar::profile_value_kind::bare, !found});
        found = true;
    }
    std::ranges::sort(taken_out_, {}, &statement::begin);
    return found;
}

void interview_profile::put_back_unanswered() {
    std::erase_if(taken_out_, [&](const statement& s) { return answer_in_place(s.fact) == nullptr; });
}

/// The answer that stands where the original said something else.
const given_answer* interview_profile::answer_in_place(engine::fact_id f) const {
    const auto found = std::ranges::find_if(answers, [&](const given_answer& a) { return a.fact == f && !a.value.empty(); });
    return found == answers.end() ? nullptr : &*found;
}

std::string interview_profile::original_with_changes() const {
    std::string out;
    std::size_t copied = 0;
    for (const statement& old : taken_out_) {
        const given_answer* answer = answer_in_place(old.fact);
        if (is_json()) {
            // Each member of the fact says the same: a member taken away would need its comma found.
            out.append(original_, copied, old.value_begin - copied);
            if (answer == nullptr) out += "null";
            else append_json_string(answer->value, out);
            copied = old.value_end;
        } else if (answer != nullptr && old.first) {
            out.append(original_, copied, (old.bare ? old.value_end : old.value_begin) - copied);
            out += (old.bare ? ": " : "") + answer->value;
            copied = old.value_end;
        } else {
            out.append(original_, copied, old.begin - copied);
            copied = old.end;
            if (original_.compare(copied, 2, "\r\n") == 0) copied += 2;
            else if (copied < original_.size() && original_[copied] == '\n') ++copied;
        }
    }
    return out.append(original_, copied);
}

std::string interview_profile::text_with_members(std::string_view before, const std::vector<given_answer>& added) const {
    const std::size_t end = before.rfind('}');
    const std::size_t last = before.find_last_not_of(" \t\r\n", end - 1);
    std::string out(before.substr(0, last + 1));
    bool first = before[last] == '{';
    for (const given_answer& answer : added) {
        out += first ? "\n  " : ",\n  ";
        first = false;
        append_json_string(rules_.facts[answer.fact].term, out);
        out += ": ";
        append_json_string(answer.value, out);
    }
    out += '\n';
    return out.append(before.substr(end));
}

std::string interview_profile::text() const {
    std::vector<given_answer> added;
    for (const given_answer& answer : answers) {
        const bool in_place = std::ranges::any_of(taken_out_, [&](const statement& s) { return s.fact == answer.fact; });
        if (!answer.value.empty() && !in_place) added.push_back(answer);
    }
    std::string out = original_with_changes();
    if (added.empty() && !original_.empty()) return out;
    if (is_json()) return text_with_members(out, added);
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    if (out.empty()) out = fmt::format("# {}\n", terms_.title_of_profile());
    for (const given_answer& answer : added)
        out += fmt::format("\n{}{}: {}\n", terms_.above_entry(answer.fact), terms_.key(answer.fact), answer.value);
    return out;
}

engine::facts interview_profile::bind(grammar::diagnostics& found) {
    bool usable = true;
    const auto source = grammar::read_source(name_, text(), static_cast<std::uint32_t>(rules_.files.size()), found, usable);
    if (!usable) return {};
    parsed_ = grammar::parse_profile(source, found);
    engine::facts person = engine::bind(parsed_, rules_, how_, found);
    for (const given_answer& answer : answers)
        if (answer.value.empty()) person.known[answer.fact].never_ask = true;
    return person;
}

}  // namespace advise::cli
