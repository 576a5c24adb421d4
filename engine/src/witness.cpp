#include "witness.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {

namespace {

/// Variables are settled from the first on. Runs of them that can all be at their lowest cell are found by doubling and halving, so that
/// the questions asked are few where most variables can.
class canonical_search {
public:
    canonical_search(search_state& state, const objective& o, std::int64_t goal, assignment start)
        : state_(state), objective_(o), goal_(goal), at_(std::move(start)), count_(static_cast<std::uint32_t>(at_.size()))
    {
        for (std::uint32_t v = 0; v < count_; ++v) before_.push_back(state_.allowed(v));
    }

    assignment run()
    {
        std::uint32_t v = 0;
        while (v < count_ && !state_.exhausted()) {
            v += lowest_run(v);
            if (v < count_) settle_above_lowest(v++);
        }
        for (std::uint32_t each = 0; each < count_; ++each) state_.restore(each, before_[each]);
        return at_;
    }

private:
    [[nodiscard]] std::uint32_t lowest(std::uint32_t v) const { return before_[v].front(); }

    /// How many variables from here on can be at their lowest cell together; leaves them there.
    std::uint32_t lowest_run(std::uint32_t v)
    {
        std::uint32_t good = 0, step = 1;
        bool growing = true;
        while (v + good < count_ && step > 0) {
            const std::uint32_t length = std::min(good + step, count_ - v);
            if (can_be_lowest(v + good, v + length)) {
                good = length;
                step = growing ? step * 2 : step;
            } else {
                growing = false;
                step = (length - good) / 2;
            }
        }
        return good;
    }

    bool can_be_lowest(std::uint32_t from, std::uint32_t to)
    {
        bool already = true;
        for (std::uint32_t v = from; v < to; ++v) {
            already = already && at_[v] == lowest(v);
            state_.restrict_to(v, {lowest(v)});
        }
        if (already || asked()) return true;
        for (std::uint32_t v = from; v < to; ++v) state_.restore(v, before_[v]);
        return false;
    }

    /// The lowest cell of this variable is out of the question: the next that will do.
    void settle_above_lowest(std::uint32_t v)
    {
        for (std::size_t i = 1; i < before_[v].size() && before_[v][i] != at_[v] && !state_.exhausted(); ++i) {
            state_.restrict_to(v, {before_[v][i]});
            if (asked()) return;
        }
        state_.restrict_to(v, {at_[v]});
    }

    /// Whether the goal can be reached under the present restrictions; then the assignment at hand is one that does.
    bool asked()
    {
        assignment better;
        if (!reaches(state_, objective_, goal_, better).value_or(false)) return false;
        at_ = std::move(better);
        return true;
    }

    search_state& state_;
    const objective& objective_;
    std::int64_t goal_;
    assignment at_;
    std::uint32_t count_;
    std::vector<cell_group> before_;
};

}  // namespace

assignment canonical_witness(search_state& state, const objective& o, std::int64_t goal, assignment start)
{
    return canonical_search(state, o, goal, std::move(start)).run();
}

std::vector<fact_id> facts_below(const program::data& code, const std::vector<literal>& roots)
{
    std::vector<std::uint8_t> seen(code.node_count());
    std::vector<node_id> stack;
    std::vector<fact_id> found;
    const auto visit = [&](literal l) {
        const node_id n = node_of(l);
        if (seen[n] != 0) return;
        seen[n] = 1;
        if (n >= code.test_count()) stack.push_back(n);
        else found.push_back(code.tests[n].fact);
    };
    for (const literal l : roots) visit(l);
    while (!stack.empty()) {
        const circuit_gate& gate = code.gate(stack.back());
        stack.pop_back();
        for (std::uint32_t i = 0; i < gate.size; ++i) visit(code.inputs[gate.first + i]);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

std::vector<fact_id> open_facts_below(const program::data& code, const facts& person, conclusion_id about)
{
    const conclusion_code& x = code.conclusions[about];
    std::vector<literal> roots{x.holds};
    for (std::uint32_t i = 0; i < x.evidence; ++i) roots.push_back(code.evidence[x.first_evidence + i].of);
    std::vector<fact_id> found = facts_below(code, roots);
    std::erase_if(found, [&](fact_id f) { return person.known[f].decided(); });
    return found;
}

completion completion_of(const residual& circuit, const facts& person, const std::vector<fact_id>& of, const assignment& cells, const rule_base& rules)
{
    completion made;
    auto v = circuit.variables.begin();
    for (const fact_id f : of) {
        fact_value value;
        const known_fact& known = person.known[f];
        const bool is_set = rules.facts[f].type == fact_type::any_of;
        if (!is_set) value.number = known.from;
        for (std::uint32_t o = 0; is_set && o < known.options.size(); ++o)
            if (known.options[o] == 1) value.members.push_back(o);
        for (; v != circuit.variables.end() && v->fact == f; ++v) {
            const std::uint32_t chosen = cells[static_cast<std::size_t>(v - circuit.variables.begin())];
            const std::int64_t number = circuit.cells[v->first_cell + chosen].from;
            if (!is_set) value.number = number;
            else if (number == 1) value.members.push_back(v->option);
        }
        std::ranges::sort(value.members);
        made.emplace_back(f, std::move(value));
    }
    return made;
}

}  // namespace advise::engine
