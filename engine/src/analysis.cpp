#include "analysis_state.hpp"

namespace advise::engine {
namespace {

constexpr int largest_space = 60'000;       // variables

}  // namespace

void analysis_state::begin()
{
    if (!space_ || space_->solver().variables() > largest_space) space_ = std::make_unique<proof_space>(code, cells, cut, meter);
}

void analysis_state::cut_off(literal l)
{
    if (cut[node_of(l)]) return;
    cut[node_of(l)] = true;
    space_.reset();
}

bool analysis_state::never(literal l)
{
    if (samples.ever(l)) return false;
    begin();
    return space_->ask({space_->world().of(l)}) == sat_answer::impossible;
}

finding& analysis_state::report(finding_kind kind, const origin& at)
{
    finding& made = out.findings.emplace_back();
    made.kind = kind;
    made.at = at;
    return made;
}

void analysis_state::step()
{
    ++done;
    if (options.progress) options.progress(done, steps);
}

literal need_literal(const program::data& code, conclusion_id x)
{
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

analysis analyse(const program& compiled, const analysis_options& options)
{
    analysis out;
    const program::data& code = compiled.code();
    analysis_state state(code, options, out);
    state.steps = code.rules->claims.size() + 4 * code.conclusions.size() + code.rules->facts.size();
    decide_claims(state);
    state.meter.undecided = 0;              // those of claims are told one by one
    find_constants(state);
    find_idle_clauses(state);
    find_idle_parts(state);
    find_equivalents(state);
    find_idle_facts(state);
    out.undecided = state.meter.undecided;
    return out;
}

}  // namespace advise::engine
