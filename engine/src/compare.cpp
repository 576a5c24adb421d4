#include "optimum.hpp"
#include "proof.hpp"
#include "swap.hpp"

#include <advise/engine/compare.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace advise::engine {
namespace {

constexpr std::uint64_t gap_work_limit = advise_options().work_limit;
/// Nodes of the circuit passed over in the search for a change that is a gain.
constexpr std::uint64_t gain_work_limit = 20'000'000;

/// A clause of evidence, and what is left of its points when common evidence has been taken away.
struct entry {
    std::uint32_t clause = 0;
    literal of = 0;
    std::int64_t left = 0;
};

std::vector<entry> entries_of(const program::data& code, conclusion_id c) {
    std::vector<entry> made;
    const std::span<const clause> clauses = code.rules->conclusions[c].clauses;
    std::uint32_t next = code.conclusions[c].first_evidence;
    for (std::uint32_t i = 0; i < clauses.size(); ++i) {
        if (clauses[i].kind != clause_kind::evidence) continue;
        made.push_back({i, code.evidence[next].of, code.evidence[next].points});
        ++next;
    }
    return made;
}

/// Takes away what two entries have in common: points of one sign for the same condition.
bool cancel(entry& a, entry& b) {
    if (a.of != b.of || a.left == 0 || b.left == 0 || (a.left > 0) != (b.left > 0)) return false;
    const std::int64_t common = a.left > 0 ? std::min(a.left, b.left) : std::max(a.left, b.left);
    a.left -= common;
    b.left -= common;
    return true;
}

class comparer {
public:
    comparer(const program& code, const facts& person, conclusion_id first, conclusion_id second)
        : code_(code.code()), person_(person), first_(first), second_(second), table_(kleene(code_, person)) {}

    void fill(comparison& made) {
        made_ = &made;
        find_gap();
        write_ledger();
    }

private:
    void find_gap() {
        const std::vector<weighted_literal> difference = difference_of(code_, first_, second_);
        const residual circuit = make_residual(code_, person_, table_, difference);
        search_state state(circuit, gap_work_limit);
        made_->gap = state.bounds(circuit.points);
        if (made_->gap.low == made_->gap.high) return;
        const ends found = both_ends(state, circuit.points, {});
        made_->gap_exact = found.exact();
        if (found.exact()) made_->gap = found.interval();
    }

    void write_ledger() {
        std::vector<entry> mine = entries_of(code_, first_), theirs = entries_of(code_, second_);
        for (entry& a : mine)
            for (entry& b : theirs)
                if (cancel(a, b)) made_->shared.emplace_back(a.clause, b.clause);
        for (const entry& e : mine) add_line(e, true);
        for (const entry& e : theirs) add_line(e, false);
    }

    void add_line(const entry& e, bool of_first) {
        const truth_bits truth = bits_of(table_, e.of);
        const std::int64_t given = of_first ? e.left : -e.left;
        ledger_line line{of_first, e.clause, e.left, {}};
        if (truth == can_be_true) line.gives = {given, given};
        if (truth == is_open) line.gives = {std::min<std::int64_t>(given, 0), std::max<std::int64_t>(given, 0)};
        if (line.gives != points_interval{0, 0}) made_->ledger.push_back(line);
    }

    const program::data& code_;
    const facts& person_;
    conclusion_id first_, second_;
    truth_table table_;
    comparison* made_ = nullptr;
};

}  // namespace

std::vector<weighted_literal> difference_of(const program::data& code, conclusion_id first, conclusion_id second) {
    std::map<literal, std::int64_t> sum;
    for (const entry& e : entries_of(code, first)) sum[e.of] += e.left;
    for (const entry& e : entries_of(code, second)) sum[e.of] -= e.left;
    std::vector<weighted_literal> made;
    for (const auto& [of, points] : sum)
        if (points != 0) made.push_back({of, points});
    return made;
}

bool comes_before(const role_advice& second, const role_advice& first) {
    const auto key = [](const role_advice& r) { return std::tuple(r.verdict, r.points.low, r.points.high); };
    return key(first) == key(second) ? second.role < first.role : key(first) < key(second);
}

namespace {

verdict verdict_after(const program& code, facts person, const std::vector<changed_fact>& changes, conclusion_id role) {
    for (const changed_fact& change : changes) person.known[change.fact] = change.to;
    return advise_on(code, person, {role}).roles.front().verdict;
}

}  // namespace

comparison compare(const program& code, const facts& person, conclusion_id first, conclusion_id second, const compare_options& options) {
    comparison made;
    advise_options asked;
    asked.proof = options.proof;
    made.proof = advise_on(code, person, {first, second}, asked);
    made.first = made.proof.roles[0];
    made.second = made.proof.roles[1];
    comparer(code, person, first, second).fill(made);
    made.second_is_before = comes_before(made.second, made.first);
    const swap_found found = smallest_swap(code, person, first, second, options.work_limit);
    made.swap = found.changes;
    made.swap_exact = found.exact;
    if (!options.gain || !found.changes || found.changes->empty()) return made;
    const std::size_t least = found.changes->size();
    if (verdict_after(code, person, *found.changes, second) != verdict::yes)
        made.gain = smallest_gain(code, person, first, second, least, swap_wish::fit, gain_work_limit).changes;
    if (!made.gain && !found.gained) made.gain = smallest_gain(code, person, first, second, least, swap_wish::gain, gain_work_limit).changes;
    return made;
}

}  // namespace advise::engine
