// What the parts of an analysis share.
#pragma once

#include "analysis_samples.hpp"
#include "proof_space.hpp"
#include "random.hpp"

#include <advise/engine/analysis.hpp>

#include <map>
#include <memory>
#include <set>
#include <utility>

namespace advise::engine {

/// Everything reported is *cut*: from then on its node counts as free to be true or false. What is still constant, redundant or equal then is so
/// for reasons of its own, and what only followed from the reported thing is not told again.
class analysis_state {
public:
    analysis_state(const program& compiled, const analysis_options& chosen, analysis& into)
        : code(compiled.code()), rules(*code.rules), options(chosen), cells(code), samples(code, cells), cut(code.node_count()), out(into) {
        meter.conflicts_each = chosen.conflicts;
        meter.limit = chosen.work_limit.value_or(analysis_work(compiled));
    }

    const program::data& code;
    const rule_base& rules;
    const analysis_options& options;
    fact_cells cells;
    random_samples samples;
    work_meter meter;
    std::vector<bool> cut;                                                    ///< of each node
    std::map<std::uint32_t, std::size_t> reported;                            ///< classes of conditions, and the finding that tells of each
    std::vector<bool> idle_clause = std::vector<bool>(rules.clauses.size());  ///< reported as changing nothing
    std::set<std::pair<std::uint32_t, std::uint32_t>> idle_parts;  ///< (class of a condition, which of its members), reported as changing nothing
    analysis& out;

    /// Where to ask. Literals are of one space only, so a question begins with `begin`.
    proof_space& space() { return *space_; }
    /// A new space where the old has grown so large that each question would look at much that does not concern it.
    void begin();
    void cut_off(literal l);
    [[nodiscard]] bool is_cut(literal l) const { return cut[node_of(l)]; }
    [[nodiscard]] literal of(condition_id c) const { return code.class_literal[code.class_of[c]]; }
    [[nodiscard]] bool is_reported(condition_id c) const { return reported.contains(code.class_of[c]); }
    [[nodiscard]] std::uint32_t clause_number(const clause& c) const { return static_cast<std::uint32_t>(&c - rules.clauses.data()); }

    /// Whether the limit is reached; then the question that was about to be put counts as undecided.
    bool gives_up();
    /// Asks the space. A profile that is found joins the samples.
    sat_answer ask(const std::vector<sat_literal>& assumptions);
    /// Proved that it never holds.
    bool never(literal l);
    /// Proved that both never hold for one profile.
    bool never_together(literal a, literal b);

    finding& report(finding_kind kind, const origin& at);
    void step();  ///< tells the progress

    std::size_t steps = 0, done = 0;

private:
    void learn_from_model();

    std::unique_ptr<proof_space> space_;
    splitmix random_{1};
};

/// Whether a condition has members.
inline bool has_members(const condition& c) { return c.kind != condition_kind::test && c.kind != condition_kind::conclusion; }

/// `requires N points` as the circuit has it, or `nothing`: an input of what the conclusion needs.
literal need_literal(const program::data& code, conclusion_id x);

// The parts, in this order.
void decide_claims(analysis_state& state);
void find_constants(analysis_state& state);     ///< what never or always holds
void find_idle_clauses(analysis_state& state);  ///< what changes nothing
void find_idle_parts(analysis_state& state);
void find_equivalents(analysis_state& state);
void find_idle_facts(analysis_state& state);
void find_trivial_counts(analysis_state& state);
void find_alike_values(analysis_state& state);
void find_evidence_twice(analysis_state& state);
void find_rank_faults(analysis_state& state);  ///< points of roles that do not compare, roles that are never first

}  // namespace advise::engine
