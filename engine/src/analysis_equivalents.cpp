// Two roles, or two concepts, that are the same for every profile; facts that nothing depends on.
#include "analysis_state.hpp"

namespace advise::engine {
namespace {

/// A second cap for pairs: among very many conclusions with equal samples each is compared with so many at most.
constexpr std::size_t most_alike = 16;

bool impossible(proof_space& space, std::initializer_list<sat_literal> asked) { return space.ask(asked) == sat_answer::impossible; }

/// Whether two conclusions hold for the same profiles; roles have the same points too.
bool equivalent(analysis_state& state, conclusion_id a, conclusion_id b) {
    if (state.gives_up()) return false;
    state.begin();
    proof_space& space = state.space();
    sat_world& world = space.world();
    const sat_literal first = world.of(state.code.conclusions[a].holds), second = world.of(state.code.conclusions[b].holds);
    if (first != second && !(impossible(space, {first, -second}) && impossible(space, {-first, second}))) return false;
    if (!state.rules.conclusions[a].is_role) return true;
    return impossible(space, {space.more_points(world, a, world, b)}) && impossible(space, {space.more_points(world, b, world, a)});
}

std::vector<std::uint64_t> signature(const analysis_state& state, conclusion_id x) {
    std::vector<std::uint64_t> words{state.rules.conclusions[x].is_role ? 1U : 0U};
    for (std::uint32_t block = 0; block < state.samples.blocks_at_first(); ++block)
        words.push_back(state.samples.word(block, state.code.conclusions[x].holds));
    return words;
}

/// The facts that the clauses of each conclusion ask for themselves, by fact: conclusions, ascending. Facts asked for in something reported
/// are left out: that they have no influence would only follow.
struct fact_uses {
    std::vector<std::vector<conclusion_id>> by;
    std::vector<bool> excused;
};

class use_finder {
public:
    explicit use_finder(const analysis_state& state) : state_(state) {
        uses_.by.resize(state.rules.facts.size());
        uses_.excused.assign(state.rules.facts.size(), false);
    }

    fact_uses find() {
        for (conclusion_id x = 0; x < state_.rules.conclusions.size(); ++x) {
            const bool told = state_.is_cut(state_.code.conclusions[x].holds);
            for (const clause& c : state_.rules.conclusions[x].clauses) visit(c.body, x, told || state_.idle_clause[state_.clause_number(c)]);
        }
        for (const fact& f : state_.rules.facts)
            if (f.after != nothing) visit(f.after, nothing, true);
        return std::move(uses_);
    }

private:
    void visit(condition_id root, conclusion_id x, bool excused) {
        std::vector<std::pair<condition_id, bool>> open{{root, excused}};
        while (!open.empty()) {
            const auto [id, told_above] = open.back();
            open.pop_back();
            const condition& c = state_.rules.conditions[id];
            const bool told = told_above || state_.is_reported(id) || state_.is_cut(state_.of(id));
            if (c.kind == condition_kind::test) {
                if (told) uses_.excused[c.subject] = true;
                auto& by = uses_.by[c.subject];
                if (x != nothing && (by.empty() || by.back() != x)) by.push_back(x);
            }
            for (std::uint32_t i = 0; has_members(c) && i < c.size; ++i)
                open.emplace_back(state_.rules.condition_children[c.first + i], told || state_.idle_parts.contains({state_.code.class_of[id], i}));
        }
    }

    const analysis_state& state_;
    fact_uses uses_;
};

/// Whether a fact alone can change a verdict or points; true as well where that is not known.
bool influences(analysis_state& state, fact_id f, conclusion_id x) {
    if (state.gives_up()) return true;
    proof_space space(state.code, state.cells, state.cut, state.meter);
    sat_world second = space.second_world(f);
    sat_world& first = space.world();
    const literal holds = state.code.conclusions[x].holds;
    const sat_literal a = first.of(holds), b = second.of(holds);
    if (a != b && !impossible(space, {a, -b})) return true;  // the worlds are alike, so one direction says it
    return !impossible(space, {space.more_points(first, x, second, x)});
}

}  // namespace

void find_equivalents(analysis_state& state) {
    std::map<std::vector<std::uint64_t>, std::vector<conclusion_id>> alike;  // of those found different, the first of each kind
    for (conclusion_id x = 0; x < state.rules.conclusions.size(); ++x, state.step()) {
        if (state.is_cut(state.code.conclusions[x].holds)) continue;
        std::vector<conclusion_id>& earlier = alike[signature(state, x)];
        bool told = false;
        for (std::size_t i = 0; i < earlier.size() && i < most_alike && !told; ++i) {
            if (!equivalent(state, earlier[i], x)) continue;
            told = true;
            finding& made = state.report(finding_kind::equivalent, state.rules.conclusions[x].at);
            made.about = x;
            made.other = earlier[i];
            made.related.push_back({related_kind::declared, state.rules.conclusions[earlier[i]].at});
        }
        if (!told) earlier.push_back(x);
    }
}

void find_idle_facts(analysis_state& state) {
    const fact_uses uses = use_finder(state).find();
    for (fact_id f = 0; f < state.rules.facts.size(); ++f, state.step()) {
        if (uses.excused[f] || state.rules.conclusions.empty()) continue;  // facts alone are there for other files
        bool matters = false;
        for (const conclusion_id x : uses.by[f]) matters = matters || influences(state, f, x);
        if (matters) continue;
        finding& made = state.report(uses.by[f].empty() ? finding_kind::fact_unused : finding_kind::fact_without_influence, state.rules.facts[f].at);
        made.fact = f;
    }
}

}  // namespace advise::engine
