#include "advice_page.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

using engine::verdict;

class advice_writer {
public:
    advice_writer(const words& speak, const engine::advice& answer, const grammar::profile& profile, const invocation& call)
        : speak_(speak), answer_(answer), profile_(profile), call_(call), proof_(speak.rules(), speak.person(), answer), sources_(speak) {}

    document write();

private:
    void head();
    void group(verdict which, say title);
    block role(const engine::role_advice& r);
    void next();
    [[nodiscard]] const engine::role_advice* first(verdict which) const;
    [[nodiscard]] bool nothing_settled() const {
        return std::all_of(answer_.roles.begin(), answer_.roles.end(), [](const auto& r) { return r.verdict == verdict::unknown; });
    }

    /// Some role's verdict is open, and a fact that can change it has not been answered with "don't know".
    [[nodiscard]] bool questions_left() const {
        const auto may_be_asked = [&](engine::fact_id f) { return !speak_.person().known[f].never_ask; };
        return std::ranges::any_of(
            answer_.roles, [&](const engine::role_advice& r) { return r.verdict == verdict::unknown && std::ranges::any_of(r.open, may_be_asked); });
    }

    const words& speak_;
    const engine::advice& answer_;
    const grammar::profile& profile_;
    const invocation& call_;
    proof_reader proof_;
    cited_sources sources_;
    document page_;
};

std::string title_of(const words& speak, const std::string& name, const std::string& rules) {
    if (name.empty()) return rules.empty() ? speak.say_it(say::advice_plain) : speak.say_it(say::advice_in, {rules});
    return rules.empty() ? speak.say_it(say::advice_for, {name}) : speak.say_it(say::advice_for_in, {name, rules});
}

const engine::role_advice* advice_writer::first(verdict which) const {
    const auto found = std::find_if(answer_.roles.begin(), answer_.roles.end(), [&](const auto& r) { return r.verdict == which; });
    return found == answer_.roles.end() ? nullptr : &*found;
}

void advice_writer::head() {
    page_.put(title(title_of(speak_, grammar::printable(profile_.name), title_for(speak_.rules(), speak_.language()))));
    for (const std::string& note : profile_.notes) page_.put(paragraph(speak_.say_it(say::note_of_profile, {grammar::printable(note)})));
    const auto says_nothing = [](const engine::known_fact& k) { return !k.mentioned || k.never_ask; };
    const auto& known = speak_.person().known;
    const bool silent = std::all_of(known.begin(), known.end(), says_nothing) && !speak_.person().closed;
    if (answer_.roles.empty()) page_.put(gap()), page_.put(paragraph(speak_.say_it(say::nothing_to_advise)));
    else if (silent && nothing_settled())
        page_.put(gap()), page_.put(paragraph(speak_.say_it(say::nothing_known)));
    else if (first(verdict::yes) == nullptr)
        page_.put(gap()), page_.put(paragraph(speak_.say_it(first(verdict::unknown) != nullptr ? say::none_fits_yet : say::none_fits)));
}

block advice_writer::role(const engine::role_advice& r) {
    const bool weighed = r.verdict != verdict::no && has_points(speak_.rules(), r.role);
    block made = row(phrase(speak_.conclusion(r.role), tone::strong), weighed ? phrase(speak_.points(r.points)) : phrase());
    for (const role_reason& reason : reasons_for(r, proof_, speak_)) made.put(reason_item(reason, sources_));
    return made;
}

void advice_writer::group(verdict which, say name) {
    if (first(which) == nullptr) return;
    block made = heading(speak_.say_it(name));
    for (const engine::role_advice& r : answer_.roles) {
        if (r.verdict != which) continue;
        if (!made.inside.empty()) made.put(gap());
        made.put(role(r));
    }
    page_.put(std::move(made));
}

/// The commands most useful now: why the first role stands first, how to tell more or what stands in the way, and how to get there.
void advice_writer::next() {
    std::vector<proposal> proposals;
    if (!answer_.roles.empty()) {
        const engine::role_advice& best = answer_.roles.front();
        proposals.emplace_back(explain_command(call_, speak_, best.role), best.verdict == verdict::no ? say::next_why_not : say::next_explain);
    }
    const bool open = std::any_of(answer_.roles.begin(), answer_.roles.end(), [](const auto& r) { return !r.open.empty(); });
    const engine::role_advice* refused = first(verdict::no);
    const std::string ask = questions_left() ? ask_command(call_) : std::string();
    if (!ask.empty()) proposals.emplace_back(ask, say::next_ask);
    else if (open) proposals.emplace_back(blank_command(call_, speak_), say::next_blank);
    else if (refused != nullptr && refused != &answer_.roles.front())
        proposals.emplace_back(explain_command(call_, speak_, refused->role), say::next_why_not);
    const auto learnable = [](const engine::fact& f) { return f.effort.has_value(); };
    const bool may_learn = std::any_of(speak_.rules().facts.begin(), speak_.rules().facts.end(), learnable);
    const bool something_to_reach = std::any_of(answer_.roles.begin(), answer_.roles.end(), [](const auto& r) { return r.verdict != verdict::yes; });
    if (may_learn && something_to_reach) proposals.emplace_back(plan_command(call_, "--all"), say::plan_next_all);
    next_steps(page_, proposals, speak_);
}

document advice_writer::write() {
    head();
    group(verdict::yes, say::heading_fits);
    group(verdict::unknown, say::heading_may_fit);
    group(verdict::no, say::heading_does_not_fit);
    sources_.list_in(page_, cited_sources::detail::title);
    next();
    return std::move(page_);
}

}  // namespace

document advice_page(const engine::rule_base& rules, const engine::facts& person, const engine::advice& answer,
                     const grammar::profile& profile, grammar::language in, const invocation& call) {
    const words speak(rules, person, in);
    return advice_writer(speak, answer, profile, call).write();
}

}  // namespace advise::cli
