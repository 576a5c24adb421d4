// Claims: is there a profile, or a pair of profiles, that breaks one?
#include "analysis_state.hpp"
#include "kleene.hpp"
#include "profile_value.hpp"
#include "witness.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

using grammar::ast::claim_kind;

class claim_judge {
public:
    claim_judge(analysis_state& state, std::size_t number)
        : state_(state), number_(number), claim_(state.rules.claims[number]), space_(state.code, state.cells, state.cut, state.meter) {}

    void judge() {
        const bool of_one = claim_.kind == claim_kind::always || claim_.kind == claim_kind::never;
        const sat_answer broken = of_one ? ask_one() : ask_two();
        if (broken == sat_answer::impossible) ++state_.out.claims_proved;
        else if (broken == sat_answer::undecided) report(finding_kind::claim_undecided);
    }

private:
    finding& report(finding_kind kind) {
        finding& made = state_.report(kind, claim_.at);
        made.claim = number_;
        made.about = claim_.about;
        made.fact = claim_.fact;
        return made;
    }

    sat_answer ask_one() {
        const literal body = claim_.kind == claim_kind::always ? flipped(state_.of(claim_.body)) : state_.of(claim_.body);
        const sat_literal broken = space_.world().of(body);
        const sat_answer answer = space_.ask({broken});
        if (answer != sat_answer::satisfiable) return answer;
        const found_profiles found = smallest_profile(space_, {broken}, facts_below(state_.code, {body}));
        claim_witness& witness = report(finding_kind::claim_refuted).witness.emplace();
        witness.first = found.first;
        witness.smallest = found.smallest;
        return answer;
    }

    /// Two profiles, the claim's fact lower in the first.
    sat_answer ask_two() {
        sat_world second = space_.second_world(claim_.fact);
        std::vector<sat_literal> asked{moved_up(second), broken_by(second)};
        const sat_answer answer = space_.ask(asked);
        if (answer != sat_answer::satisfiable) return answer;
        std::vector<literal> roots{state_.code.conclusions[claim_.about].holds};
        for (const weighted_literal& e : evidence()) roots.push_back(e.of);
        const found_profiles found = smallest_profile(space_, asked, facts_below(state_.code, roots), &second, claim_.fact);
        claim_witness& witness = report(finding_kind::claim_refuted).witness.emplace();
        witness.first = found.first;
        witness.second = found.second;
        witness.smallest = found.smallest;
        tell_outcomes(witness);
        return answer;
    }

    [[nodiscard]] std::span<const weighted_literal> evidence() const {
        const conclusion_code& x = state_.code.conclusions[claim_.about];
        return std::span(state_.code.evidence).subspan(x.first_evidence, x.evidence);
    }

    /// The fact is in a higher cell in the second world; of a set, one that has an option more, or the other way round, which is the same to
    /// `ignores`: options are added one at a time.
    sat_literal moved_up(sat_world& second) {
        sat_world& first = space_.world();
        std::vector<sat_literal> higher;
        if (state_.rules.facts[claim_.fact].type == fact_type::any_of) {
            for (std::uint32_t i = 0; i < state_.cells.options(claim_.fact).size(); ++i)
                higher.push_back(all({-first.has_option(claim_.fact, i), second.has_option(claim_.fact, i)}));
        } else {
            for (std::uint32_t cell = 1; cell < state_.cells.starts(claim_.fact).size(); ++cell)
                higher.push_back(all({-first.from_cell(claim_.fact, cell), second.from_cell(claim_.fact, cell)}));
        }
        return any(higher);
    }

    sat_literal broken_by(sat_world& second) {
        sat_world& first = space_.world();
        const literal holds = state_.code.conclusions[claim_.about].holds;
        std::vector<sat_literal> ways{all({first.of(holds), -second.of(holds)}), space_.more_points(first, claim_.about, second, claim_.about)};
        if (claim_.kind == claim_kind::ignores) {
            ways.push_back(all({-first.of(holds), second.of(holds)}));
            ways.push_back(space_.more_points(second, claim_.about, first, claim_.about));
        }
        return any(ways);
    }

    sat_literal all(const std::vector<sat_literal>& inputs) { return all_hold(space_.solver(), space_.always(), inputs); }
    sat_literal any(const std::vector<sat_literal>& inputs) { return any_holds(space_.solver(), space_.always(), inputs); }

    /// The verdicts and points of both profiles, by Kleene's tables, which are exact where nothing is open.
    void tell_outcomes(claim_witness& witness) {
        facts person;
        for (fact_id f = 0; f < state_.rules.facts.size(); ++f) {
            const auto& starts = state_.cells.starts(f);
            person.known.push_back(certain(state_.rules, f, {starts.empty() ? 0 : starts.front(), {}}));
        }
        for (const auto& [f, value] : witness.first) person.known[f] = certain(state_.rules, f, value);
        witness.outcome = outcome_of(person);
        person.known[claim_.fact] = certain(state_.rules, claim_.fact, *witness.second);
        witness.second_outcome = outcome_of(person);
    }

    [[nodiscard]] certain_outcome outcome_of(const facts& person) const {
        const truth_table truths = kleene(state_.code, person);
        const auto holds = [&](literal l) { return bits_of(truths, l) == can_be_true; };
        certain_outcome outcome{holds(state_.code.conclusions[claim_.about].holds), 0};
        for (const weighted_literal& e : evidence()) outcome.points += holds(e.of) ? e.points : 0;
        return outcome;
    }

    analysis_state& state_;
    std::size_t number_;
    const claim& claim_;
    proof_space space_;
};

}  // namespace

void decide_claims(analysis_state& state) {
    for (std::size_t i = 0; i < state.rules.claims.size(); ++i) {
        claim_judge(state, i).judge();
        state.step();
    }
}

}  // namespace advise::engine
