#include "kleene.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

verdict opposite(verdict truth) { return truth == verdict::yes ? verdict::no : truth == verdict::no ? verdict::yes : verdict::unknown; }
verdict both(verdict a, verdict b) { return std::min(a, b); }
verdict either(verdict a, verdict b) { return std::max(a, b); }

// What is known of a sum: at least this, at most that.
struct interval {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

verdict reaches(const interval& sum, std::int64_t bound) {
    return sum.low >= bound ? verdict::yes : sum.high < bound ? verdict::no : verdict::unknown;
}

void add(interval& sum, verdict truth, std::int64_t weight) {
    if (truth == verdict::yes) {
        sum.low += weight;
        sum.high += weight;
    } else if (truth == verdict::unknown) {
        sum.low += std::min<std::int64_t>(weight, 0);
        sum.high += std::max<std::int64_t>(weight, 0);
    }
}

class kleene_evaluator {
public:
    kleene_evaluator(const rule_base& base, const profile& known)
        : base_(base), possible_(possible_values(base, known)), done_(base.conclusions.size(), false), results_(base.conclusions.size()) {}

    std::vector<kleene_finding> run() {
        for (std::size_t i = 0; i < results_.size(); ++i) {
            result(i);
        }
        return results_;
    }

private:
    verdict test(std::size_t subject, const fact_test& asked) const {
        const auto& values = possible_[subject];
        const auto passes = [&](value v) { return satisfies(asked, v); };
        if (std::all_of(values.begin(), values.end(), passes)) {
            return verdict::yes;
        }
        return std::none_of(values.begin(), values.end(), passes) ? verdict::no : verdict::unknown;
    }

    verdict truth(const condition& body) {
        const auto size = static_cast<std::int64_t>(body.members.size());
        const auto count = static_cast<std::int64_t>(body.count);
        switch (body.form) {
        case shape::fact_test: return test(body.subject, body.test);
        case shape::conclusion: return result(body.subject).truth;
        case shape::negation: return opposite(truth(body.members.front()));
        case shape::all:
        case shape::all_of: return reaches(true_members(body), size);
        case shape::any:
        case shape::any_of: return reaches(true_members(body), 1);
        case shape::none_of: return opposite(reaches(true_members(body), 1));
        case shape::at_least: return reaches(true_members(body), count);
        case shape::at_most: return opposite(reaches(true_members(body), count + 1));
        case shape::exactly: {
            const interval found = true_members(body);
            return both(reaches(found, count), opposite(reaches(found, count + 1)));
        }
        }
        return verdict::unknown;
    }

    interval true_members(const condition& body) {
        interval found;
        for (const condition& member : body.members) {
            add(found, body.applied ? test(member.subject, body.test) : truth(member), 1);
        }
        return found;
    }

    kleene_finding result(std::size_t index) {
        if (!done_[index]) {
            const kleene_finding found = conclude(base_.conclusions[index]);
            results_[index] = found;
            done_[index] = true;
        }
        return results_[index];
    }

    kleene_finding conclude(const conclusion& about) {
        bool has_sufficient = false;
        bool has_necessary = false;
        verdict sufficient = verdict::no;
        verdict holds = verdict::yes;
        interval points;
        for (const clause& part : about.clauses) {
            const bool has_body = part.kind != clause_kind::points_needed;
            const verdict met = has_body ? truth(part.body) : verdict::unknown;
            switch (part.kind) {
            case clause_kind::sufficient:
                has_sufficient = true;
                sufficient = either(sufficient, met);
                break;
            case clause_kind::necessary:
                has_necessary = true;
                holds = both(holds, met);
                break;
            case clause_kind::points_needed: has_necessary = true; break;
            case clause_kind::excluding: holds = both(holds, opposite(met)); break;
            case clause_kind::evidence: add(points, met, part.points); break;
            }
        }
        for (const clause& part : about.clauses) {
            if (part.kind == clause_kind::points_needed) {
                holds = both(holds, reaches(points, part.points));
            }
        }
        if (has_sufficient) {
            holds = both(holds, sufficient);
        } else if (!has_necessary) {
            holds = both(holds, reaches(points, 1));
        }
        return {holds, points.low, points.high};
    }

    const rule_base& base_;
    std::vector<std::vector<value>> possible_;
    std::vector<bool> done_;
    std::vector<kleene_finding> results_;
};

}  // namespace

std::vector<kleene_finding> kleene(const rule_base& base, const profile& known) { return kleene_evaluator(base, known).run(); }

}  // namespace advise::tests
