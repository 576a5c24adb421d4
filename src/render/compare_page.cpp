#include "compare_page.hpp"

#include "changes.hpp"
#include "proof_reader.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::verdict;

constexpr std::size_t most_facts = 6;       // what the profile says about one piece of evidence
constexpr std::size_t most_shared = 8;

class comparing {
public:
    comparing(const engine::rule_base& rules, const engine::facts& person, const engine::comparison& found, grammar::language in)
        : speak_(rules, person, in), found_(found), proof_(rules, person, found.proof), sources_(speak_) {}

    document write(const smallest_change& change, const invocation& call) {
        page_.put(title(speak_.say_it(say::compare_title, {name(found_.first), name(found_.second)})));
        for (const engine::role_advice* r : {&found_.first, &found_.second}) page_.put(row(phrase(name(*r), tone::strong), phrase(state(*r))));
        page_.put(gap());
        page_.put(paragraph(who_is_first() + " " + difference()));
        if (ahead().verdict != behind().verdict) against(behind());
        ledger();
        shared();
        swap(change);
        sources_.list_in(page_, cited_sources::detail::title);
        const bool fits = behind().verdict == verdict::yes;
        std::vector<proposal> next{{explain_command(call, speak_, ahead().role), say::next_explain},
                                   {explain_command(call, speak_, behind().role), fits ? say::next_explain : say::next_why_not}};
        if (!fits && speak_.rules().conclusions[behind().role].is_role)
            next.emplace_back(plan_command(call, shell_word(speak_.rules().conclusions[behind().role].term)), say::command_plan);
        next_steps(page_, next, speak_);
        return std::move(page_);
    }

private:
    [[nodiscard]] const engine::role_advice& ahead() const { return found_.second_is_before ? found_.second : found_.first; }
    [[nodiscard]] const engine::role_advice& behind() const { return found_.second_is_before ? found_.first : found_.second; }
    [[nodiscard]] std::string name(const engine::role_advice& r) const { return speak_.conclusion(r.role); }

    [[nodiscard]] std::string state(const engine::role_advice& r) const {
        const say id = r.verdict == verdict::yes ? say::compare_fits : r.verdict == verdict::no ? say::compare_does_not_fit : say::compare_may_fit;
        return speak_.say_it(id, {speak_.points(r.points)});
    }

    [[nodiscard]] std::string who_is_first() const {
        if (ahead().verdict != behind().verdict) return speak_.say_it(say::compare_by_verdict, {name(ahead())});
        return speak_.say_it(ahead().points == behind().points ? say::compare_by_order : say::compare_by_points, {name(ahead())});
    }

    [[nodiscard]] std::string difference() const {
        const engine::points_interval gap = found_.gap, turned{-gap.high, -gap.low};
        const std::string first = name(found_.first), second = name(found_.second);
        if (gap == engine::points_interval{0, 0}) return speak_.say_it(say::compare_same, {first, second});
        if (gap.low >= 0) return speak_.say_it(say::compare_more, {first, speak_.points(gap), second});
        if (gap.high <= 0) return speak_.say_it(say::compare_more, {second, speak_.points(turned), first});
        return speak_.say_it(say::compare_either, {first, speak_.points(gap.high), speak_.number(-gap.low), second});
    }

    void against(const engine::role_advice& r) {
        block made = heading(speak_.say_it(say::compare_why_not, {name(r)}));
        for (const role_reason& reason : reasons_for(r, proof_, speak_)) made.put(reason_item(reason, sources_));
        if (!made.inside.empty()) page_.put(std::move(made));
    }

    // --- the ledger

    void ledger() {
        if (found_.ledger.empty()) page_.put(gap()), page_.put(paragraph(speak_.say_it(say::compare_nothing)));
        for (const bool of_first : {true, false}) {
            block made = heading(speak_.say_it(say::compare_only, {name(of_first ? found_.first : found_.second)}));
            for (const engine::ledger_line& line : found_.ledger)
                if (line.of_first == of_first) made.put(evidence(line));
            if (!made.inside.empty()) page_.put(std::move(made));
        }
    }

    [[nodiscard]] const engine::clause& clause_of(const engine::ledger_line& line) const {
        return speak_.rules().conclusions[line.of_first ? found_.first.role : found_.second.role].clauses[line.clause];
    }

    block evidence(const engine::ledger_line& line) {
        const engine::clause& says = clause_of(line);
        const engine::role_advice& role = line.of_first ? found_.first : found_.second;
        const std::string because = speak_.reason(says.wording().reasons);
        const bool open = line.gives.low != line.gives.high;
        role_reason reason;
        reason.mark = open ? sign::open : line.points > 0 ? sign::plus : sign::minus;
        reason.badge = speak_.signed_points(line.points) + (open ? "?" : "");
        reason.text = because.empty() ? sentence_start(speak_.condition(says.body)) + "." : because;
        reason.said = said(proof_.node(role.proof).clause_nodes[line.clause]);
        reason.cited = &says.wording().citations;
        return reason_item(reason, sources_);
    }

    /// "Parallelism: advanced (line 3) · …" for the facts that decide a node.
    std::string said(std::uint32_t node) {
        std::vector<engine::fact_id> facts = proof_.facts_of(proof_.deciding(node));
        if (facts.size() > most_facts) facts.resize(most_facts);
        std::string all;
        for (const engine::fact_id f : facts) {
            const std::string one = sentence_start(speak_.say_it(say::fact_is, {speak_.fact(f), speak_.known_with_line(f)}));
            all = all.empty() ? one : speak_.say_it(say::between_facts, {all, one});
        }
        return all;
    }

    void shared() {
        if (found_.shared.empty()) return;
        block made = heading(speak_.say_it(say::compare_shared));
        for (std::size_t i = 0; i < found_.shared.size() && i < most_shared; ++i) {
            const engine::clause& says = speak_.rules().conclusions[found_.first.role].clauses[found_.shared[i].first];
            made.put(item(sign::none, sentence_start(speak_.condition(says.body))));
        }
        if (found_.shared.size() > most_shared)
            made.put(paragraph(speak_.say_it(say::and_more_items, {speak_.number(static_cast<std::int64_t>(found_.shared.size() - most_shared))})));
        page_.put(std::move(made));
    }

    void swap(const smallest_change& change) {
        block& made = page_.put(heading(speak_.say_it(say::compare_swap, {name(behind())})));
        if (!change.facts) {
            made.put(paragraph(change.exact ? speak_.say_it(say::compare_no_swap, {name(behind())}) : speak_.say_it(say::compare_swap_unsure)));
            return;
        }
        for (const engine::changed_fact& each : *change.facts) made.put(item(sign::none, change_text(speak_, each.fact, each.to)));
        after_swap(change.then);
    }

    /// What the change would leave of both: it may only be a loss.
    void after_swap(const engine::advice& then) {
        block& made = page_.put(heading(speak_.say_it(say::compare_after_swap)));
        const engine::role_advice& risen = then.roles[found_.second_is_before ? 0 : 1];
        for (const engine::role_advice* r : {&risen, &then.roles[found_.second_is_before ? 1 : 0]})
            made.put(row(phrase(name(*r), tone::strong), phrase(state(*r))));
        const bool gains = risen.verdict > behind().verdict || risen.points.low > behind().points.low || risen.points.high > behind().points.high;
        if (!gains) made.put(paragraph(speak_.say_it(say::compare_no_gain, {name(behind()), name(ahead())})));
    }

    words speak_;
    const engine::comparison& found_;
    proof_reader proof_;
    cited_sources sources_;
    document page_;
};

}  // namespace

document compare_page(const engine::rule_base& rules, const engine::facts& person, const engine::comparison& found, const smallest_change& change,
                      grammar::language in, const invocation& call) {
    return comparing(rules, person, found, in).write(change, call);
}

}  // namespace advise::cli
