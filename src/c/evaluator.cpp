// Verdicts and points, many times, without allocating.
#include "guard.hpp"
#include "handles.hpp"
#include "outcome.hpp"

#include <advise/engine/evaluator.hpp>

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

struct advise_evaluator {
    explicit advise_evaluator(std::shared_ptr<const advise::c::shared_rules> rules) : shared(std::move(rules)) {}

    std::shared_ptr<const advise::c::shared_rules> shared;
    advise::engine::evaluator of_open{shared->prepared(), {.closed = false}}, of_closed{shared->prepared(), {.closed = true}};
};

using namespace advise::c;

namespace {

/// Only what was said of the person is told to the evaluator: the rest is how it begins.
void evaluate(advise_evaluator& evaluator, const advise_person& person, advise_outcome* outcomes) {
    advise::engine::evaluator& by = person.facts.closed ? evaluator.of_closed : evaluator.of_open;
    by.clear();
    for (const advise::engine::fact_id f : person.said) by.set(f, person.facts.known[f]);
    const std::span<const advise::engine::role_outcome> found = by.evaluate();
    std::ranges::transform(by.order(), outcomes, [&](std::uint32_t role) { return outcome_of(*evaluator.shared, found[role]); });
}

}  // namespace

advise_status advise_evaluator_new(const advise_rules* rules, advise_evaluator** evaluator) noexcept {
    if (evaluator != nullptr) *evaluator = nullptr;
    if (rules == nullptr || evaluator == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        *evaluator = new advise_evaluator(rules->shared);
        return ADVISE_OK;
    });
}

void advise_evaluator_free(advise_evaluator* evaluator) noexcept { delete evaluator; }

advise_status advise_evaluator_run(advise_evaluator* evaluator, const advise_person* person, advise_outcome* outcomes, size_t room) noexcept {
    if (evaluator == nullptr || person == nullptr || person->shared != evaluator->shared || (outcomes == nullptr && room != 0))
        return ADVISE_BAD_ARGUMENT;
    if (room < evaluator->shared->roles.size()) return ADVISE_TOO_SMALL;
    return guarded([&] {
        evaluate(*evaluator, *person, outcomes);
        return ADVISE_OK;
    });
}
