#include "compare_page.hpp"

#include "changes.hpp"
#include "common_evidence.hpp"
#include "proof_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace advise::cli {
namespace {

using engine::verdict;

constexpr std::size_t most_facts = 6;  // what the profile says about one piece of evidence
constexpr std::size_t most_shared = 8;

class comparing {
public:
    comparing(const engine::rule_base& rules, const engine::facts& person, const engine::comparison& found, grammar::language in)
        : speak_(rules, person, in), found_(found), proof_(rules, person, found.proof), common_(common_evidence_of(rules, found, proof_)),
          sources_(speak_) {}

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
        bool told = false;
        for (const bool of_first : {true, false}) {
            block made = heading(speak_.say_it(say::compare_only, {name(side(of_first))}));
            for (const engine::ledger_line& line : found_.ledger)
                if (line.of_first == of_first && !in_both(line)) made.put(evidence(line));
            told |= put(std::move(made));
        }
        block unlike = heading(speak_.say_it(say::compare_unlike));
        for (const common_evidence& each : common_)
            if (each.first_points != each.second_points) unlike.put(unequal(each));
        told |= put(std::move(unlike));
        if (!told) page_.put(gap()), page_.put(paragraph(speak_.say_it(say::compare_nothing)));
    }

    /// A heading, but for one with nothing below it. \return whether there was something
    bool put(block made) {
        if (made.inside.empty()) return false;
        page_.put(std::move(made));
        return true;
    }

    [[nodiscard]] const engine::role_advice& side(bool of_first) const { return of_first ? found_.first : found_.second; }

    [[nodiscard]] bool in_both(const engine::ledger_line& line) const {
        return std::ranges::any_of(common_, [&](const common_evidence& each) {
            const std::vector<std::uint32_t>& clauses = line.of_first ? each.first : each.second;
            return std::ranges::binary_search(clauses, line.clause);
        });
    }

    [[nodiscard]] const engine::clause& clause_of(bool of_first, std::uint32_t clause) const {
        return speak_.rules().conclusions[side(of_first).role].clauses[clause];
    }

    block evidence(const engine::ledger_line& line) {
        const bool open = line.gives.low != line.gives.high;
        role_reason reason = reason_of(line.of_first, line.clause, line.points, open);
        reason.badge = badge(line.points, open);
        return reason_item(reason, sources_);
    }

    /// What both count, in the words of the one that gives it more weight.
    block unequal(const common_evidence& both) {
        const bool of_first = std::abs(both.first_points) >= std::abs(both.second_points), open = both.truth == verdict::unknown;
        const std::uint32_t clause = (of_first ? both.first : both.second).front();
        role_reason reason = reason_of(of_first, clause, both.first_points, open);
        reason.mark = sign::none;
        if (both.fact && speak_.reason(speak_.rules().wording(clause_of(of_first, clause)).reasons).empty()) {
            reason.text = sentence_start(value_of(*both.fact)) + ".";  // the condition of the one is not that of the other
            reason.said.clear();
        }
        reason.text = speak_.say_it(say::compare_points_of_both, {badge(both.first_points, open), name(found_.first), badge(both.second_points, open),
                                                                  name(found_.second), reason.text});
        return reason_item(reason, sources_);
    }

    [[nodiscard]] std::string badge(std::int64_t points, bool open) const { return speak_.signed_points(points) + (open ? "?" : ""); }

    [[nodiscard]] role_reason reason_of(bool of_first, std::uint32_t clause, std::int64_t points, bool open) {
        const engine::clause& says = clause_of(of_first, clause);
        const std::string because = speak_.reason(speak_.rules().wording(says).reasons);
        role_reason reason;
        reason.mark = open ? sign::open : points > 0 ? sign::plus : sign::minus;
        reason.text = because.empty() ? sentence_start(speak_.condition(says.body)) + "." : because;
        reason.said = said(proof_.node(side(of_first).proof).clause_nodes[clause]);
        reason.cited = &speak_.rules().wording(says).citations;
        return reason;
    }

    [[nodiscard]] std::string value_of(engine::fact_id f) const { return speak_.say_it(say::fact_is, {speak_.fact(f), speak_.known_with_line(f)}); }

    /// "Parallelism: advanced (line 3) · …" for the facts that decide a node.
    std::string said(std::uint32_t node) {
        std::vector<engine::fact_id> facts = proof_.facts_of(proof_.deciding(node));
        if (facts.size() > most_facts) facts.resize(most_facts);
        std::string all;
        for (const engine::fact_id f : facts) {
            const std::string one = sentence_start(value_of(f));
            all = all.empty() ? one : speak_.say_it(say::between_facts, {all, one});
        }
        return all;
    }

    void shared() {
        block made = heading(speak_.say_it(say::compare_shared));
        std::size_t count = 0;
        for (const common_evidence& each : common_)
            if (each.first_points == each.second_points && ++count <= most_shared) made.put(equal(each));
        if (count > most_shared)
            made.put(paragraph(speak_.say_it(say::and_more_items, {speak_.number(static_cast<std::int64_t>(count - most_shared))})));
        put(std::move(made));
    }

    [[nodiscard]] block equal(const common_evidence& both) const {
        const bool open = both.truth == verdict::unknown;
        const std::string what = both.fact ? value_of(*both.fact) : speak_.condition(clause_of(true, both.first.front()).body);
        const sign mark = open ? sign::open : both.first_points > 0 ? sign::plus : sign::minus;
        return item(mark, sentence_start(what), {}, badge(both.first_points, open));
    }

    void swap(const smallest_change& change) {
        if (change.facts && change.gain) return gain_and_swap(change);
        block& made = page_.put(heading(speak_.say_it(say::compare_swap, {name(behind())})));
        if (!change.facts) {
            made.put(paragraph(change.exact ? speak_.say_it(say::compare_no_swap, {name(behind())}) : speak_.say_it(say::compare_swap_unsure)));
            return;
        }
        list(made, *change.facts);
        after_swap(change.then);
    }

    /// The change by which somebody gains first: one after which neither fits is no advice, though it may be smaller.
    void gain_and_swap(const smallest_change& change) {
        const engine::role_advice& risen = change.gain_then.roles[found_.second_is_before ? 0 : 1];
        block& gain = page_.put(heading(speak_.say_it(risen.verdict == verdict::yes ? say::compare_fit : say::compare_gain, {name(behind())})));
        list(gain, *change.gain);
        after_swap(change.gain_then);
        block& bare = page_.put(heading(speak_.say_it(say::compare_swap_bare, {name(behind())})));
        list(bare, *change.facts);
        after_swap(change.then);
    }

    void list(block& into, const std::vector<engine::changed_fact>& facts) const {
        for (const engine::changed_fact& each : facts) into.put(item(sign::none, change_text(speak_, each.fact, each.to)));
    }

    /// What the change would leave of both: it may only be a loss.
    void after_swap(const engine::advice& then) {
        block& made = page_.put(heading(speak_.say_it(say::compare_after_swap)));
        const engine::role_advice& risen = then.roles[found_.second_is_before ? 0 : 1];
        const engine::role_advice& fallen = then.roles[found_.second_is_before ? 1 : 0];
        for (const engine::role_advice* r : {&risen, &fallen}) made.put(row(phrase(name(*r), tone::strong), phrase(state(*r))));
        if (!has_more(risen, behind())) made.put(paragraph(speak_.say_it(say::compare_no_gain, {name(behind()), name(ahead())})));
        else if (has_more(ahead(), fallen)) made.put(paragraph(speak_.say_it(say::compare_gain_and_loss, {name(behind()), name(ahead())})));
    }

    static bool has_more(const engine::role_advice& a, const engine::role_advice& b) {
        return a.verdict > b.verdict || a.points.low > b.points.low || a.points.high > b.points.high;
    }

    words speak_;
    const engine::comparison& found_;
    proof_reader proof_;
    std::vector<common_evidence> common_;
    cited_sources sources_;
    document page_;
};

}  // namespace

document compare_page(const engine::rule_base& rules, const engine::facts& person, const engine::comparison& found, const smallest_change& change,
                      grammar::language in, const invocation& call) {
    return comparing(rules, person, found, in).write(change, call);
}

}  // namespace advise::cli
