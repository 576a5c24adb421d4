#include "random_learner.hpp"

#include "random_condition.hpp"

namespace advise::tests {
namespace {

random_options small_bases() {
    random_options options;
    options.max_facts = 5;
    options.max_roles = 3;
    options.max_completions = 512;
    return options;
}

}  // namespace

void make_learnable(rng& random, rule_base& base, const random_options& options) {
    const bool efforts = random.chance(7, 8), strange = random.chance(1, 3);
    condition_maker conditions(random, base, feature_set().set(), options);
    std::vector<std::size_t> conclusions;
    for (std::size_t i = 0; i < base.conclusions.size(); ++i) conclusions.push_back(i);
    for (std::size_t i = 0; i < base.facts.size(); ++i) {
        fact& each = base.facts[i];
        each.declared = true;
        const bool choice = each.type == fact_type::one_of || each.type == fact_type::any_of;
        if (!choice && efforts && random.chance(3, 4)) {
            static const std::vector<value> costs{one, one, 2 * one, 3 * one, 5 * one, 8 * one, one / 2, 2 * one + 1, 0};
            each.effort = random.pick(costs);
        }
        if (choice || !random.chance(1, 3)) continue;
        if (strange) {
            each.after = conditions.make(conclusions);
            continue;
        }
        const std::size_t other = random.below(base.facts.size());
        each.after = base.facts[other].type == fact_type::level ? compare(other, relation::at_least, 1) : bare(other);
        if (base.facts[other].type == fact_type::one_of || base.facts[other].type == fact_type::any_of) each.after.reset();
    }
}

learner random_learner(rng& random) {
    const random_options options = small_bases();
    learner made;
    made.model = random_base(random, options);
    make_learnable(random, made.model, options);
    made.known = random_profile(random, made.model, options);
    return made;
}

}  // namespace advise::tests
