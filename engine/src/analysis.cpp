#include "analysis_state.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

constexpr int largest_space = 6'000;  // variables

}  // namespace

void analysis_state::begin() {
    if (!space_ || space_->solver().variables() > largest_space) space_ = std::make_unique<proof_space>(code, cells, cut, meter);
}

void analysis_state::cut_off(literal l) {
    if (cut[node_of(l)]) return;
    cut[node_of(l)] = true;
    space_.reset();
}

bool analysis_state::gives_up() {
    if (!meter.exhausted()) return false;
    ++meter.undecided;
    return true;
}

bool analysis_state::never(literal l) {
    if (samples.ever(l) || gives_up()) return false;
    begin();
    return ask({space_->world().of(l)}) == sat_answer::impossible;
}

bool analysis_state::never_together(literal a, literal b) {
    for (std::uint32_t block = 0; block < samples.blocks(); ++block)
        if ((samples.word(block, a) & samples.word(block, b)) != 0) return false;
    begin();
    return ask({space_->world().of(a), space_->world().of(b)}) == sat_answer::impossible;
}

sat_answer analysis_state::ask(const std::vector<sat_literal>& assumptions) {
    const sat_answer answer = space_->ask(assumptions);
    if (answer == sat_answer::satisfiable && !samples.full()) learn_from_model();
    return answer;
}

/// Facts that the question does not concern are drawn at random.
void analysis_state::learn_from_model() {
    meter.spent += rules.facts.size() + (code.node_count() + code.inputs.size()) / 64;
    cell_profile profile(rules.facts.size(), 0);
    sat_world& world = space_->world();
    const sat_solver& solver = space_->solver();
    for (fact_id f = 0; f < profile.size(); ++f) {
        const auto count = static_cast<std::uint32_t>(cells.starts(f).size());
        if (!world.knows(f)) {
            profile[f] = count == 0 ? random_.next() : random_.below(count);
            continue;
        }
        for (std::uint32_t cell = 1; cell < count && solver.holds(world.from_cell(f, cell)); ++cell) profile[f] = cell;
        for (std::uint32_t i = 0; i < std::min<std::size_t>(cells.options(f).size(), bits_of_set); ++i)
            if (solver.holds(world.has_option(f, i))) profile[f] |= std::uint64_t{1} << i;
    }
    samples.add(std::move(profile));
}

finding& analysis_state::report(finding_kind kind, const origin& at) {
    finding& made = out.findings.emplace_back();
    made.kind = kind;
    made.at = at;
    return made;
}

void analysis_state::step() {
    ++done;
    if (options.progress) options.progress(done, steps);
}

literal need_literal(const program::data& code, conclusion_id x) {
    const conclusion& about = code.rules->conclusions[x];
    if (about.need() == nullptr) return nothing;
    std::size_t necessary = 1;
    bool when = false;
    for (const clause& c : about.clauses) {
        when = when || c.kind == clause_kind::when;
        necessary += c.kind == clause_kind::requires_ || c.kind == clause_kind::unless ? 1 : 0;
    }
    necessary += when ? 1 : 0;
    const literal holds = code.conclusions[x].holds;
    if (necessary == 1) return holds;
    const circuit_gate& gate = code.gate(node_of(holds));
    return code.inputs[gate.first + gate.size - 1];
}

std::uint64_t analysis_work(const program& compiled) {
    return std::min(analysis_work_at_first + analysis_work_each * compiled.code().conclusions.size(), analysis_work_at_most);
}

analysis analyse(const program& compiled, const analysis_options& options) {
    analysis out;
    const program::data& code = compiled.code();
    analysis_state state(compiled, options, out);
    state.steps = code.rules->claims.size() + 4 * code.conclusions.size() + code.rules->facts.size();
    decide_claims(state);
    state.meter.undecided = 0;  // those of claims are told one by one
    find_constants(state);
    find_idle_clauses(state);
    find_idle_parts(state);
    find_equivalents(state);
    find_idle_facts(state);
    find_trivial_counts(state);
    find_alike_values(state);
    find_evidence_twice(state);
    find_rank_faults(state);
    out.undecided = state.meter.undecided;
    return out;
}

}  // namespace advise::engine
