// Which role comes first, in the terms of Kleene's tables.
#include "cases.hpp"
#include "report.hpp"

#include <algorithm>
#include <memory>

namespace advise::verify {
namespace {

/// Two roles: whether the one comes before the other is decided by their verdicts, then by the difference in points, in which common evidence cancels.
struct rivals {
    std::size_t one = none, other = none;
    goal apart;  ///< points(one) - points(other)
};

/// \param verdict_one, verdict_other what is known of whether they hold  \param least_gap of points(one) - points(other)
bool surely_before(const rivals& r, truth verdict_one, truth verdict_other, std::int64_t least_gap) {
    if (verdict_one == truth::yes && verdict_other == truth::no) return true;
    const bool at_least_as_good = verdict_one == truth::yes || verdict_other == truth::no;
    return at_least_as_good && (least_gap > 0 || (least_gap == 0 && r.one < r.other));
}

rivals rivals_of(const rules& base, std::size_t one, std::size_t other) {
    return {one, other, goal_of_points(difference(evidence_of(base.conclusions[one]), evidence_of(base.conclusions[other])))};
}

/// Whether another role comes before this one in every completion, as far as that can be seen.
bool always_behind(const rules& base, const std::vector<std::size_t>& roles, std::size_t role, const std::vector<possible>& facts, budget& work) {
    const auto mine = truth_by_cases(base, base.conclusions[role].node, facts, work);
    for (const std::size_t other : roles) {
        if (other == role) continue;
        const auto theirs = truth_by_cases(base, base.conclusions[other].node, facts, work);
        const rivals both = rivals_of(base, other, role);
        const auto gap = exact_range(base, both.apart, facts, work);
        if (mine && theirs && gap && surely_before(both, *theirs, *mine, gap->low)) return true;
    }
    return false;
}

/// The roles that may come first, with all pairs of them.
struct race {
    std::vector<std::size_t> nodes, runners;
    std::vector<rivals> pairs;

    /// The first and the last declared of those that may be the first.
    [[nodiscard]] interval seen(const truths& known) const {
        std::vector<bool> beaten(nodes.size(), false);
        for (const rivals& r : pairs)
            if (!beaten[r.other] && surely_before(r, known[nodes[r.one]], known[nodes[r.other]], r.apart.seen(known).low)) beaten[r.other] = true;
        interval first{static_cast<std::int64_t>(nodes.size()), 0};
        for (const std::size_t r : runners) {
            if (beaten[r]) continue;
            first.low = std::min(first.low, static_cast<std::int64_t>(r));
            first.high = static_cast<std::int64_t>(r);
        }
        return runners.empty() ? interval{} : first;
    }
};

}  // namespace

goal goal_of_first(const rules& base, const std::vector<possible>& facts) {
    std::vector<std::size_t> roles;
    const auto made = std::make_shared<race>();
    for (std::size_t c = 0; c < base.conclusions.size(); ++c) {
        made->nodes.push_back(base.conclusions[c].node);
        if (base.conclusions[c].is_role) roles.push_back(c);
    }
    budget work{most_cases};
    for (const std::size_t r : roles)
        if (!always_behind(base, roles, r, facts, work)) made->runners.push_back(r);
    goal of;
    for (const std::size_t one : made->runners) {
        of.roots.push_back(base.conclusions[one].node);
        for (const std::size_t other : made->runners) {
            if (one == other) continue;
            made->pairs.push_back(rivals_of(base, one, other));
            const std::vector<std::size_t>& between = made->pairs.back().apart.roots;
            of.roots.insert(of.roots.end(), between.begin(), between.end());
        }
    }
    std::sort(of.roots.begin(), of.roots.end());
    of.roots.erase(std::unique(of.roots.begin(), of.roots.end()), of.roots.end());
    of.seen = [made](const truths& known) { return made->seen(known); };
    return of;
}

}  // namespace advise::verify
