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

std::string interview_profile::text_with_members() const {
    const std::size_t end = original_.rfind('}');
    const std::size_t last = original_.find_last_not_of(" \t\r\n", end - 1);
    std::string out = original_.substr(0, last + 1);
    bool first = original_[last] == '{';
    for (const given_answer& answer : answers) {
        if (answer.value.empty()) continue;
        out += first ? "\n  " : ",\n  ";
        first = false;
        append_json_string(rules_.facts[answer.fact].term, out);
        out += ": ";
        append_json_string(answer.value, out);
    }
    out += '\n';
    return out.append(original_, end);
}

std::string interview_profile::text() const {
    const bool any = std::ranges::any_of(answers, [](const given_answer& a) { return !a.value.empty(); });
    if (!any && !original_.empty()) return original_;
    if (is_json()) return text_with_members();
    std::string out = original_;
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    if (out.empty()) out = fmt::format("# {}\n", terms_.title_of_profile());
    for (const given_answer& answer : answers) {
        if (answer.value.empty()) continue;
        out += fmt::format("\n# {}\n#   {}\n{}: {}\n", terms_.question(answer.fact), terms_.values(answer.fact), terms_.key(answer.fact), answer.value);
    }
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
