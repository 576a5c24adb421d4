#include "explain_page.hpp"

#include "cases.hpp"
#include "minimal_reasons.hpp"
#include "proof_diagram.hpp"
#include "proof_tree.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <array>

namespace advise::cli {
namespace {

using engine::clause_kind;
using engine::verdict;

class explanation {
public:
    explanation(const words& speak, const engine::role_advice& role, const proof_reader& proof, const explain_options& options)
        : speak_(speak), role_(role), proof_(proof), options_(options), sources_(speak), tree_(proof, speak, sources_, options.depth) {
        tree_.survey(role.proof);
    }

    document write();

private:
    [[nodiscard]] bool role() const { return speak_.rules().conclusions[role_.role].is_role; }
    [[nodiscard]] std::string verdict_line() const;
    void head();
    void open_ways();
    void part(clause_kind kind, say name);
    void requirement_of_points(block& into);
    void cases();
    void circuit();
    void propose_plan();

    const words& speak_;
    const engine::role_advice& role_;
    const proof_reader& proof_;
    const explain_options& options_;
    cited_sources sources_;
    proof_tree tree_;
    document page_;
};

std::string explanation::verdict_line() const {
    const std::string name = speak_.conclusion(role_.role);
    if (!role()) {
        const say id = role_.verdict == verdict::yes ? say::concept_holds : role_.verdict == verdict::no ? say::concept_does_not_hold : say::concept_open;
        return speak_.say_it(id, {name});
    }
    if (role_.verdict == verdict::no) return speak_.say_it(say::explain_does_not_fit, {name});
    const bool fits = role_.verdict == verdict::yes;
    if (!has_points(speak_.rules(), role_.role)) return speak_.say_it(fits ? say::explain_fits_plainly : say::explain_may_fit_plainly, {name});
    const std::string points = speak_.say_it(say::points_of_most, {speak_.points(role_.points), speak_.number(role_.max)});
    return speak_.say_it(fits ? say::explain_fits : say::explain_may_fit, {name, points});
}

void explanation::head() {
    const engine::conclusion& rule = speak_.rules().conclusions[role_.role];
    page_.put(title(verdict_line()));
    if (role() && rule.clauses.empty() && rule.need() == nullptr) page_.put(paragraph(speak_.say_it(say::no_clauses)));
    if (!role_.exact) page_.put(paragraph(speak_.say_it(say::not_exact)));
    if (role_.verdict == verdict::unknown || !role_.verdict_split || proof_.truth(role_.proof) == role_.verdict) return;
    std::vector<std::string> names;             // the tables alone leave it open: cases settle it, and stand below
    for (const engine::fact_id f : facts_of(*role_.verdict_split)) names.push_back(speak_.fact(f));
    const bool yes = role_.verdict == verdict::yes;
    const say id = role() ? (yes ? say::whatever_fits : say::whatever_does_not_fit) : (yes ? say::whatever_holds : say::whatever_does_not_hold);
    page_.put(paragraph(speak_.say_it(id, {speak_.short_list(names, 6)})));
}

void explanation::open_ways() {
    if (role_.yes && role_.no) page_.put(two_ways(*role_.yes, *role_.no, role(), speak_));
}

/// The clauses of one kind; where the role does not fit, those that stand in its way first.
void explanation::part(clause_kind kind, say name) {
    std::vector<proof_reader::clause> clauses = proof_.clauses(role_.proof, kind);
    const bool need = kind == clause_kind::requires_ && speak_.rules().conclusions[role_.role].need() != nullptr;
    if (clauses.empty() && !need) return;
    const verdict bad = kind == clause_kind::unless ? verdict::yes : verdict::no;
    const auto rank = [&](const proof_reader::clause& c) { return c.truth == bad ? 0 : c.truth == verdict::unknown ? 1 : 2; };
    if (role_.verdict == verdict::no && kind != clause_kind::evidence)
        std::stable_sort(clauses.begin(), clauses.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    block made = heading(speak_.say_it(name));
    for (const proof_reader::clause& c : clauses) made.put(tree_.clause(c));
    if (need) requirement_of_points(made);
    page_.put(std::move(made));
}

void explanation::requirement_of_points(block& into) {
    const engine::points_requirement& need = *speak_.rules().conclusions[role_.role].need();
    block line = tree_.points_needed(need, role_.points);
    const std::string because = speak_.reason(need.reasons);
    phrase cited = sources_.cite(need.citations);
    if (!because.empty() || !cited.empty()) line.put(paragraph(phrase(because, tone::faint), std::move(cited)));
    into.put(std::move(line));
}

void explanation::cases() {
    const auto put = [&](const std::optional<engine::split_tree>& split, about what, say name) {
        if (!split) return;
        block made = heading(speak_.say_it(name));
        made.inside = cases_of(*split, what, role(), speak_);
        page_.put(std::move(made));
    };
    if (role_.verdict != verdict::unknown) put(role_.verdict_split, about::verdict, say::explain_cases);
    put(role_.points_split, about::points, say::explain_cases_points);
}

void explanation::circuit() {
    auto drawn = std::make_shared<const diagram>(proof_diagram({role_}, proof_, speak_, drawn_on_a_page));
    page_.put(heading(speak_.say_it(say::drawn_heading))).put(drawing(std::move(drawn)));
}

document explanation::write() {
    head();
    open_ways();
    if (options_.why != nullptr) put_minimal_reasons(page_, *options_.why, role_.verdict, speak_);
    constexpr std::array<std::pair<clause_kind, say>, 3> parts = {{{clause_kind::when, say::explain_ways},
        {clause_kind::requires_, say::explain_requirements}, {clause_kind::unless, say::explain_exclusions}}};
    if (role_.verdict == verdict::no) {             // what stands in the way first
        part(clause_kind::requires_, say::explain_requirements);
        part(clause_kind::unless, say::explain_exclusions);
        part(clause_kind::when, say::explain_ways);
    } else {
        for (const auto& [kind, name] : parts) part(kind, name);
    }
    part(clause_kind::evidence, say::explain_evidence);
    cases();
    if (options_.drawing) circuit();
    sources_.list_in(page_, cited_sources::detail::title_and_address);
    propose_plan();
    return std::move(page_);
}

/// After "why not" comes "how".
void explanation::propose_plan() {
    if (options_.call == nullptr || !role() || role_.verdict == verdict::yes) return;
    next_steps(page_, {{plan_command(*options_.call, shell_word(speak_.rules().conclusions[role_.role].term)), say::command_plan}}, speak_);
}

}  // namespace

document explain_page(const engine::rule_base& rules, const engine::facts& person, const engine::advice& answer, std::size_t which,
                      const grammar::profile&, grammar::language in, const explain_options& options) {
    const words speak(rules, person, in);
    const proof_reader proof(rules, person, answer);
    return explanation(speak, answer.roles[which], proof, options).write();
}

}  // namespace advise::cli
