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

/// Making a witness canonical, or finding which facts matter, may cost this part of the work limit each: they are not what the answer rests on.
inline constexpr std::uint64_t witness_share = 4;

class adviser {
public:
    adviser(const program& code, const facts& person, const advise_options& options, settled* how)
        : code_(code.code()), rules_(*code_.rules), person_(person), options_(options), how_(how), table_(kleene(code_, person)) {}

    advice run(const std::vector<conclusion_id>& about)
    {
        advice made;
        made.roles.reserve(about.size());
        for (const conclusion_id c : about) made.roles.push_back(on(c));
        if (options_.proof) {
            proof_graph proof = make_proof(code_, table_, about);
            for (role_advice& role : made.roles) role.proof = proof.of_conclusion[role.role];
            made.nodes = std::move(proof.nodes);
        }
        return made;
    }

private:
    role_advice on(conclusion_id c)
    {
        const conclusion_code& x = code_.conclusions[c];
        role_advice made;
        made.role = c;
        made.max = x.max;
        made.verdict = verdict_of(bits_of(table_, x.holds));
        made.points = kleene_points(code_, x, table_);
        const bool verdict_open = made.verdict == verdict::unknown;
        if (verdict_open || made.points.low != made.points.high) settle(made, verdict_open);
        else count(&settled::kleene);
        return made;
    }

    void count(std::uint32_t settled::*way) { if (how_ != nullptr) ++(how_->*way); }

    void settle(role_advice& made, bool verdict_open)
    {
        const residual circuit = make_residual(code_, person_, table_, made.role);
        search_state state(circuit, options_.work_limit);
        std::optional<ends> holds, points;
        if (verdict_open) holds = both_ends(state, circuit.verdict, {0, 1});
        if (made.points.low != made.points.high) points = both_ends(state, circuit.points, {});
        count_ways(holds);
        made.exact = (!holds || holds->exact()) && (!points || points->exact());
        if (!made.exact) {
            if (options_.witnesses) made.open = facts_that_matter(circuit, options_.work_limit / witness_share);
            return;
        }
        const points_interval kleene_points_of = made.points;
        if (holds) made.verdict = holds->low.value != holds->high.value ? verdict::unknown : holds->low.value == 1 ? verdict::yes : verdict::no;
        if (points) made.points = points->interval();
        if (options_.witnesses) add_witnesses(made, circuit, holds, points);
        if (options_.proof) add_splits(made, circuit, verdict_open, kleene_points_of);
    }

    void count_ways(const std::optional<ends>& holds)
    {
        if (!holds) return count(&settled::kleene);
        if (!holds->exact()) return count(&settled::undecided);
        count(holds->low.branched || holds->high.branched ? &settled::branched : &settled::sampled);
    }

    void add_witnesses(role_advice& made, const residual& circuit, const std::optional<ends>& holds, const std::optional<ends>& points)
    {
        made.open = facts_that_matter(circuit, options_.work_limit / witness_share);
        const std::vector<fact_id> open = open_facts_below(code_, person_, made.role);
        const auto witness = [&](const objective& o, std::int64_t goal, const assignment& start) {
            search_state state(circuit, options_.work_limit / witness_share);
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

    void add_splits(role_advice& made, const residual& circuit, bool verdict_open, points_interval enclosure)
    {
        search_state state(circuit, options_.work_limit);
        if (verdict_open && made.verdict != verdict::unknown) {
            const std::int64_t value = made.verdict == verdict::yes ? 1 : 0;
            made.verdict_split = split_verdict(state, circuit.verdict, {value, value});
        }
        if (made.points != enclosure) made.points_split = split_points(state, circuit.points, made.points);
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
