#include "page_parts.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {

phrase cited_sources::cite(const std::vector<engine::citation>& citations) {
    for (const engine::citation& c : citations) used_[c.source] = true;
    return citations.empty() ? phrase() : phrase(speak_.sources(citations), tone::faint);
}

void cited_sources::list_in(document& page, detail which) const {
    std::vector<block> lines;
    for (std::size_t i = 0; i < used_.size(); ++i) {
        const engine::cited_source& source = speak_.rules().cited[i];
        if (!used_[i] || source.title.empty()) continue;
        const std::string name = speak_.sources({{static_cast<std::uint32_t>(i), {}}});
        phrase line(speak_.say_it(say::source_line, {name, grammar::printable(source.title)}));
        if (which == detail::title_and_address && !source.url.empty()) line.add(" ").add(grammar::printable(source.url), tone::code);
        lines.push_back(paragraph(std::move(line)));
    }
    if (!lines.empty()) page.put(heading(speak_.say_it(say::heading_sources))).inside = std::move(lines);
}

bool has_points(const engine::rule_base& rules, engine::conclusion_id role) {
    const auto& clauses = rules.conclusions[role].clauses;
    return std::any_of(clauses.begin(), clauses.end(), [](const engine::clause& c) { return c.kind == engine::clause_kind::evidence; });
}

block reason_item(const role_reason& reason, cited_sources& sources) {
    phrase cited = reason.cited == nullptr ? phrase() : sources.cite(*reason.cited);
    if (reason.said.empty()) return item(reason.mark, reason.text, std::move(cited), reason.badge);
    block made = item(reason.mark, reason.text, {}, reason.badge);
    made.put(paragraph(phrase(reason.said, tone::faint), std::move(cited)));
    return made;
}

namespace {

/// The profile of a run, to be read once more; "" where it came from a pipe, which is used up, or was never saved.
std::string profile_again(const invocation& call) { return call.profile == "-" ? std::string() : call.profile; }

std::string with_profile(const std::string& command, const invocation& call) {
    if (profile_again(call).empty()) return {};
    std::string made = command + " " + shell_word(call.profile);
    for (const std::string& option : call.options) made += " " + shell_word(option);
    return made;
}

}  // namespace

std::string explain_command(const invocation& call, const words& speak, engine::conclusion_id role) {
    return with_profile("advise explain " + shell_word(speak.rules().conclusions[role].term), call);
}

std::string plan_command(const invocation& call, const std::string& what) { return with_profile("advise plan " + what, call); }

std::string ask_command(const invocation& call) { return with_profile("advise ask", call); }

std::string blank_command(const invocation& call, const words& speak) {
    std::string command = "advise ask --blank";
    const bool chosen = std::find(call.options.begin(), call.options.end(), "--lang") != call.options.end();
    // A Persian profile made this page Persian; without one the language would be that of the rules.
    if (!chosen && speak.language() == grammar::language::fa && speak.rules().language != "fa") command += " --lang fa";
    for (const std::string& option : call.options)
        if (option != "--closed") command += " " + shell_word(option);
    return command + " > new.txt";
}

void next_steps(document& page, const std::vector<proposal>& proposals, const words& speak) {
    std::vector<std::vector<phrase>> cells(1);  // no head
    for (const auto& [command, gives] : proposals)
        if (!command.empty()) cells.push_back({phrase(command, tone::code), phrase(speak.say_it(gives), tone::faint)});
    if (cells.size() == 1) return;
    block& next = page.put(heading(speak.say_it(say::heading_next)));
    next.put(table(std::move(cells)));
    next.to_type = true;
}

document without_commands(document page) {
    std::erase_if(page.blocks, [](const block& each) { return each.to_type; });
    while (!page.blocks.empty() && page.blocks.back().kind == block_kind::gap) page.blocks.pop_back();
    return page;
}

}  // namespace advise::cli
