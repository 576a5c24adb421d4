// Advice: Kleene's tables for all, exactness for what they leave open, proofs and witnesses where asked for.
#include "confirm.hpp"
#include "influence.hpp"
#include "proof.hpp"
#include "role_search.hpp"
#include "witness.hpp"

#include <advise/engine/advice.hpp>

#include <algorithm>
#include <tuple>

namespace advise::engine {
namespace {

/// Making a witness canonical, or finding which facts matter, may cost this part of a role's work each: they are not what the answer rests on.
inline constexpr std::uint64_t witness_share = 4;

class adviser {
public:
    adviser(const program& code, const facts& person, const advise_options& options, settled* how)
        : code_(code.code()), confirmer_(code, person), rules_(*code_.rules), person_(person), options_(options), how_(how), table_(kleene(code_, person)) {}

    advice run(const std::vector<conclusion_id>& about)
    {
        advice made;
        made.roles.reserve(about.size());
        for (const conclusion_id c : about) made.roles.push_back(advice_by_kleene(code_, table_, c));
        shared_work work(options_.work_limit, options_.run_limit, static_cast<std::size_t>(std::ranges::count_if(made.roles, is_open_role)));
        for (role_advice& role : made.roles) {
            if (is_open_role(role)) settle(role, work);
            else count(&settled::kleene);
        }
        if (options_.proof) {
            proof_graph proof = make_proof(code_, table_, about);
            for (role_advice& role : made.roles) role.proof = proof.of_conclusion[role.role];
            made.nodes = std::move(proof.nodes);
        }
        return made;
    }

private:
    void count(std::uint32_t settled::*way) { if (how_ != nullptr) ++(how_->*way); }

    void settle(role_advice& made, shared_work& work)
    {
        const std::uint64_t limit = work.next();
        searched_role searched = search_role(code_, person_, table_, made, limit);
        work.spend(searched.search_work + searched.split_work);
        if (!searched.exact) confirm(searched, made);
        count_ways(searched.holds);
        made.verdict = searched.verdict;
        made.points = searched.enclosure;
        made.exact = searched.exact;
        if (options_.proof && made.exact) {
            made.verdict_split = std::move(searched.verdict_split);
            made.points_split = std::move(searched.points_split);
        }
        if (!options_.witnesses) return;
        made.open = facts_that_matter(searched.circuit, limit / witness_share);
        if (made.exact && !options_.only_open) add_witnesses(made, searched, limit / witness_share);
    }

    /// Where the search stopped at its limit: fixed completions may attain both ends of Kleene's answer, or cases of a few facts decide the verdict.
    void confirm(searched_role& made, const role_advice& by_kleene)
    {
        std::optional<confirmation> found = confirmer_.confirm(by_kleene.role, made.circuit);
        if (!found) return;
        made.exact = true;
        made.points_split.reset();
        made.verdict_split = std::move(found->cases);
        if (made.verdict_split) made.verdict = made.verdict_split->nodes.front().truth;
        const std::int64_t no = made.verdict == verdict::yes ? 1 : 0, yes = made.verdict == verdict::no ? 0 : 1;
        if (made.holds) made.holds = ends{{no, std::move(found->no)}, {yes, std::move(found->yes)}};
        if (made.points) made.points = ends{{by_kleene.points.low, std::move(found->low)}, {by_kleene.points.high, std::move(found->high)}};
    }

    void count_ways(const std::optional<ends>& holds)
    {
        if (!holds) return count(&settled::kleene);
        if (!holds->exact()) return count(&settled::undecided);
        count(holds->low.branched || holds->high.branched ? &settled::branched : &settled::sampled);
    }

    void add_witnesses(role_advice& made, const searched_role& searched, std::uint64_t limit) const
    {
        const residual& circuit = searched.circuit;
        const auto &holds = searched.holds, &points = searched.points;
        const std::vector<fact_id> open = open_facts_below(code_, person_, made.role);
        const auto witness = [&](const objective& o, std::int64_t goal, const assignment& start) {
            search_state state(circuit, limit);
            return completion_of(circuit, person_, open, canonical_witness(state, o, goal, start), rules_);
        };
        if (made.verdict == verdict::unknown && holds) {
            made.yes = witness(negated(circuit.verdict), -1, holds->high.at);
            made.no = witness(circuit.verdict, 0, holds->low.at);
        }
        if (points && made.points.low != made.points.high) {
            made.low = witness(circuit.points, made.points.low, points->low.at);
            made.high = witness(negated(circuit.points), -made.points.high, points->high.at);
        }
    }

    const program::data& code_;
    confirmer confirmer_;
    const rule_base& rules_;
    const facts& person_;
    const advise_options& options_;
    settled* how_;
    truth_table table_;
};

/// yes before unknown before no; then more points; then as declared.
void order(std::vector<role_advice>& roles)
{
    std::ranges::stable_sort(roles, [](const role_advice& a, const role_advice& b) {
        return std::tuple(b.verdict, b.points.low, b.points.high) < std::tuple(a.verdict, a.points.low, a.points.high);
    });
}

}  // namespace

advice advise_on(const program& code, const facts& person, const std::vector<conclusion_id>& about, const advise_options& options, settled* how)
{
    return adviser(code, person, options, how).run(about);
}

advice advise(const program& code, const facts& person, const advise_options& options, settled* how)
{
    std::vector<conclusion_id> roles;
    for (conclusion_id c = 0; c < code.rules().conclusions.size(); ++c)
        if (code.rules().conclusions[c].is_role) roles.push_back(c);
    advice made = advise_on(code, person, roles, options, how);
    order(made.roles);
    return made;
}

}  // namespace advise::engine
