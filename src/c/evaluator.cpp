// Verdicts and points, many times, without allocating.
#include "guard.hpp"
#include "handles.hpp"
#include "outcome.hpp"

#include <algorithm>
#include <memory>

struct advise_evaluator {
    std::shared_ptr<const advise::c::shared_rules> shared;
};

using namespace advise::c;

advise_status advise_evaluator_new(const advise_rules* rules, advise_evaluator** evaluator) noexcept {
    if (evaluator != nullptr) *evaluator = nullptr;
    if (rules == nullptr || evaluator == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        *evaluator = new advise_evaluator{rules->shared};
        return ADVISE_OK;
    });
}

void advise_evaluator_free(advise_evaluator* evaluator) noexcept { delete evaluator; }

advise_status advise_evaluator_run(advise_evaluator* evaluator, const advise_person* person, advise_outcome* outcomes, size_t room) noexcept {
    if (evaluator == nullptr || person == nullptr || person->shared != evaluator->shared || (outcomes == nullptr && room != 0)) return ADVISE_BAD_ARGUMENT;
    if (room < evaluator->shared->roles.size()) return ADVISE_TOO_SMALL;
    return guarded([&] {
        advise::engine::advise_options asked;
        asked.witnesses = false;
        const auto all = advise::engine::advise(evaluator->shared->code, person->facts, asked);
        std::ranges::transform(all.roles, outcomes, [&](const auto& role) { return outcome_of(*evaluator->shared, role); });
        return ADVISE_OK;
    });
}
