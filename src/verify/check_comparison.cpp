// A comparison: where both stand, the difference in points, and each line of it.
#include "cases.hpp"
#include "checking.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

using enum aspect;

/// What two conditions must have in common to cancel: a condition, turned round or not. A negation turns what it denies round; a conclusion that
/// nothing but one `when`, or one `requires`, decides is that condition.
using signed_condition = std::pair<std::size_t, bool>;

signed_condition stripped(const rules& base, std::size_t condition) {
    const verify::condition& c = base.conditions[condition];
    if (c.kind == condition_kind::negation) {
        const signed_condition inner = stripped(base, c.children.front());
        return {inner.first, !inner.second};
    }
    if (c.kind != condition_kind::conclusion) return {condition, false};
    const conclusion& of = base.conclusions[c.subject];
    const clause* decides = nullptr;
    for (const clause& each : of.clauses) {
        if (each.kind == clause_kind::evidence) continue;
        if (decides != nullptr || each.kind == clause_kind::unless) return {condition, false};
        decides = &each;
    }
    return decides == nullptr || of.need ? signed_condition{condition, false} : stripped(base, decides->body);
}

/// Evidence of one of the two, with what is left of its points.
struct entry {
    const clause* of = nullptr;
    std::int64_t left = 0;
    bool of_first = true;
};

class comparison_checker {
public:
    comparison_checker(checking& c) : c_(c) {}

    void run() {
        const json& made = c_.result;
        c_.leave_unknown_fields(made, "", {"schema", "first", "second", "gap", "exact", "ledger", "swap", "nodes", "rules", "profile"});
        const bool of_files = made.find("rules") != nullptr || made.find("profile") != nullptr;
        if (of_files) check_files(c_);
        const std::size_t first = named("first"), second = named("second");
        const json* exact = c_.member(aspect::exact, made, "", "exact", json::kind::boolean);
        if (first == none || second == none || exact == nullptr) return;
        if (first == second) {
            for (const char* const where : {"first.role", "second.role"})
                c_.refuse(verdicts, where, why::second_entry, {c_.base.conclusions[first].term});
            return;
        }
        if (!exact->truth) c_.leave(aspect::exact, "exact", why::limit_claimed);
        check_nodes(c_, {first, second});
        check_side("first", first);
        check_side("second", second);
        check_gap(first, second, exact->truth);
        check_ledger(first, second);
        check_swap(c_, first, second, exact->truth);
        if (of_files) c_.finish({hashes});
        c_.finish({nodes, verdicts, points, aspect::exact, gap, ledger, swap, smallest_swap});
    }

private:
    std::size_t named(const char* side) {
        const json* of = c_.member(verdicts, c_.result, "", side, json::kind::object);
        const json* role = of == nullptr ? nullptr : c_.member(verdicts, *of, side, "role", json::kind::string);
        if (role == nullptr) return none;
        for (std::size_t i = 0; i < c_.base.conclusions.size(); ++i)
            if (c_.base.conclusions[i].term == role->string) return i;
        c_.refuse(verdicts, std::string(side) + ".role", why::no_such_role, {role->string});
        return none;
    }

    // --- both sides

    void check_side(const std::string& where, std::size_t conclusion) {
        const json& side = *c_.result.find(where);
        c_.leave_unknown_fields(side, where, {"role", "verdict", "exact", "points", "proof"});
        const std::size_t node = c_.node_of[c_.base.conclusions[conclusion].node];
        if (node != none) c_.compare_member(nodes, side, where, "proof", json::of(static_cast<std::int64_t>(node)));
        check_standing(c_, where, side, conclusion, c_.left);
    }

    void check_gap(std::size_t first, std::size_t second, bool exact) {
        const json* claimed = c_.member(gap, c_.result, "", "gap", json::kind::object);
        if (claimed == nullptr) return;
        budget work{most_cases};
        const points_sum apart = difference(evidence_of(c_.base.conclusions[first]), evidence_of(c_.base.conclusions[second]));
        const auto right = exact_range(c_.base, goal_of_points(apart), c_.left, work);
        if (!right) return c_.leave(gap, "gap", why::too_many_cases, {std::to_string(most_cases)});
        check_interval(c_, gap, "gap", *claimed, *right, exact);
    }

    // --- the ledger

    [[nodiscard]] std::vector<entry> entries_of(std::size_t conclusion, bool of_first) const {
        std::vector<entry> made;
        for (const clause& each : c_.base.conclusions[conclusion].clauses)
            if (each.kind == clause_kind::evidence) made.push_back({&each, each.points, of_first});
        return made;
    }

    /// What both have is taken away: points of one sign for one condition, in the order of the rules.
    void cancel(entry& a, entry& b) const {
        const bool one_sign = (a.left > 0 && b.left > 0) || (a.left < 0 && b.left < 0);
        if (!one_sign || stripped(c_.base, a.of->body) != stripped(c_.base, b.of->body)) return;
        const std::int64_t common = a.left > 0 ? std::min(a.left, b.left) : std::max(a.left, b.left);
        a.left -= common;
        b.left -= common;
    }

    void check_ledger(std::size_t first, std::size_t second) {
        std::vector<entry> all = entries_of(first, true), theirs = entries_of(second, false);
        for (entry& a : all)
            for (entry& b : theirs) cancel(a, b);
        all.insert(all.end(), theirs.begin(), theirs.end());
        json right = json::array();
        for (const entry& each : all) {
            const truth known = c_.kleene[each.of->body];
            const std::int64_t given = each.of_first ? each.left : -each.left;
            if (given == 0 || known == truth::no) continue;
            const std::int64_t low = known == truth::yes ? given : std::min<std::int64_t>(given, 0),
                               high = known == truth::yes ? given : std::max<std::int64_t>(given, 0);
            right.items.push_back(json::object({{"role", json::of(c_.base.conclusions[each.of_first ? first : second].term)},
                                                {"node", json::of(static_cast<std::int64_t>(c_.node_of[each.of->body]))},
                                                {"low", json::of(low)},
                                                {"high", json::of(high)}}));
        }
        c_.compare_member(ledger, c_.result, "", "ledger", right);
    }

    checking& c_;
};

}  // namespace

void check_comparison(checking& c) { comparison_checker(c).run(); }

}  // namespace advise::verify
