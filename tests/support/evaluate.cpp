#include "evaluate.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

// Of several `requires N points` the greatest counts, which is to say each of them.
bool reaches(const conclusion& about, std::int64_t points) {
    return std::all_of(about.clauses.begin(), about.clauses.end(),
                       [&](const clause& part) { return part.kind != clause_kind::points_needed || points >= part.points; });
}

}  // namespace

const std::vector<outcome>& completion_evaluator::run(const completion& facts) {
    facts_ = &facts;
    done_.assign(base_.conclusions.size(), false);
    results_.assign(base_.conclusions.size(), {});
    for (std::size_t i = 0; i < base_.conclusions.size(); ++i) {
        result(i);
    }
    return results_;
}

bool completion_evaluator::is_true(const condition& body) {
    const std::size_t size = body.members.size();
    switch (body.form) {
    case shape::fact_test: return satisfies(body.test, (*facts_)[body.subject]);
    case shape::conclusion: return result(body.subject).holds;
    case shape::negation: return !is_true(body.members.front());
    case shape::all:
    case shape::all_of: return true_members(body) == size;
    case shape::any:
    case shape::any_of: return true_members(body) > 0;
    case shape::none_of: return true_members(body) == 0;
    case shape::at_least: return true_members(body) >= body.count;
    case shape::at_most: return true_members(body) <= body.count;
    case shape::exactly: return true_members(body) == body.count;
    }
    return false;
}

std::size_t completion_evaluator::true_members(const condition& body) {
    std::size_t found = 0;
    for (const condition& member : body.members) {
        const bool truth = body.applied ? satisfies(body.test, (*facts_)[member.subject]) : is_true(member);
        found += truth ? 1U : 0U;
    }
    return found;
}

// Conclusions do not depend on themselves, so the recursion ends.
outcome completion_evaluator::result(std::size_t index) {
    if (!done_[index]) {
        const outcome found = conclude(base_.conclusions[index]);
        results_[index] = found;
        done_[index] = true;
    }
    return results_[index];
}

outcome completion_evaluator::conclude(const conclusion& about) {
    bool has_sufficient = false;
    bool some_sufficient = false;
    bool has_necessary = false;
    bool all_necessary = true;
    bool excluded = false;
    std::int64_t points = 0;
    for (const clause& part : about.clauses) {
        const bool truth = part.kind != clause_kind::points_needed && is_true(part.body);
        switch (part.kind) {
        case clause_kind::sufficient:
            has_sufficient = true;
            some_sufficient = some_sufficient || truth;
            break;
        case clause_kind::necessary:
            has_necessary = true;
            all_necessary = all_necessary && truth;
            break;
        case clause_kind::points_needed: has_necessary = true; break;
        case clause_kind::excluding: excluded = excluded || truth; break;
        case clause_kind::evidence: points += truth ? part.points : 0; break;
        }
    }
    const bool enough = has_sufficient ? some_sufficient : has_necessary || points > 0;
    return {enough && all_necessary && reaches(about, points) && !excluded, points};
}

}  // namespace advise::tests
