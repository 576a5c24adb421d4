// Advice: Kleene's tables for all, exactness for what they leave open, proofs and witnesses where asked for.
#include "influence.hpp"
#include "proof.hpp"
#include "split.hpp"
#include "witness.hpp"

#include <advise/engine/advice.hpp>

#include <algorithm>
#include <tuple>

namespace advise::engine {
namespace {

/// Making a witness canonical, or finding which facts matter, may cost this part of a role's work each: they are not what the answer rests on.
inline constexpr std::uint64_t witness_share = 4;

/// The work of a run, in equal parts for the roles that are open. Only what the answer rests on is taken from it, so that the answer is the same
/// with and without witnesses and proofs.
class shared_work {
public:
    shared_work(const advise_options& options, std::size_t roles) : each_(options.work_limit), left_(options.run_limit), roles_(roles) {}

    /// What the next role may cost.
    std::uint64_t next() { return std::min(each_, left_ / roles_--); }
    void spend(std::uint64_t work) { left_ -= std::min(left_, work); }

private:
    std::uint64_t each_, left_;
    std::size_t roles_;
};

/// Of one role, where Kleene's tables leave it open.
struct findings {
    std::optional<ends> holds, points;
    [[nodiscard]] bool exact() const { return (!holds || holds->exact()) && (!points || points->exact()); }
};

class adviser {
public:
    adviser(const program& code, const facts& person, const advise_options& options, settled* how)
        : code_(code.code()), rules_(*code_.rules), person_(person), options_(options), how_(how), table_(kleene(code_, person)) {}

    advice run(const std::vector<conclusion_id>& about)
    {
        advice made;
        made.roles.reserve(about.size());
        for (const conclusion_id c : about) made.roles.push_back(by_kleene(c));
        shared_work work(options_, static_cast<std::size_t>(std::ranges::count_if(made.roles, is_open_role)));
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
    static bool is_open_role(const role_advice& role) { return role.verdict == verdict::unknown || role.points.low != role.points.high; }

    role_advice by_kleene(conclusion_id c) const
    {
        const conclusion_code& x = code_.conclusions[c];
        role_advice made;
        made.role = c;
        made.max = x.max;
        made.verdict = verdict_of(bits_of(table_, x.holds));
        made.points = kleene_points(code_, x, table_);
        return made;
    }

    void count(std::uint32_t settled::*way) { if (how_ != nullptr) ++(how_->*way); }

    void settle(role_advice& made, shared_work& work)
    {
        const std::uint64_t limit = work.next();
        const residual circuit = make_residual(code_, person_, table_, made.role);
        search_state state(circuit, limit);
        findings found;
        if (made.verdict == verdict::unknown) found.holds = both_ends(state, circuit.verdict, {0, 1});
        if (made.points.low != made.points.high) found.points = both_ends(state, circuit.points, {});
        work.spend(state.work());
        count_ways(found.holds);
        made.exact = found.exact() && conclude(made, circuit, found, limit, work);
        if (!options_.witnesses) return;
        made.open = facts_that_matter(circuit, limit / witness_share);
        if (made.exact) add_witnesses(made, circuit, found, limit / witness_share);
    }

    /// What was found becomes the answer, with the splits that show it where Kleene's tables do not. False if the work limit stopped those: what
    /// cannot be shown is not answered, whether a proof is asked for or not.
    bool conclude(role_advice& made, const residual& circuit, const findings& found, std::uint64_t limit, shared_work& work) const
    {
        const bool verdict_differs = found.holds && found.holds->low.value == found.holds->high.value;
        const bool points_differ = found.points && found.points->interval() != made.points;
        if (!verdict_differs && !points_differ) return true;
        search_state state(circuit, limit);
        std::optional<split_tree> of_verdict, of_points;
        if (verdict_differs) of_verdict = split_verdict(state, circuit.verdict, found.holds->interval());
        if (points_differ) of_points = split_points(state, circuit.points, found.points->interval());
        work.spend(state.work());
        if (verdict_differs != of_verdict.has_value() || points_differ != of_points.has_value()) return false;
        if (verdict_differs) made.verdict = found.holds->low.value == 1 ? verdict::yes : verdict::no;
        if (points_differ) made.points = found.points->interval();
        if (options_.proof) {
            made.verdict_split = std::move(of_verdict);
            made.points_split = std::move(of_points);
        }
        return true;
    }

    void count_ways(const std::optional<ends>& holds)
    {
        if (!holds) return count(&settled::kleene);
        if (!holds->exact()) return count(&settled::undecided);
        count(holds->low.branched || holds->high.branched ? &settled::branched : &settled::sampled);
    }

    void add_witnesses(role_advice& made, const residual& circuit, const findings& found, std::uint64_t limit) const
    {
        const auto& [holds, points] = found;
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
