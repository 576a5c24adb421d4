#pragma once

// Small rule bases in which facts can be learnt, for plans.

#include "random_base.hpp"

namespace advise::tests {

struct learner {
    rule_base model;
    profile known;
};

// Gives some facts efforts and `after`s.
void make_learnable(rng& random, rule_base& base, const random_options& options);
// Some facts have efforts and `after`s, some of them lost on the way; few enough facts to try everything.
learner random_learner(rng& random);

}  // namespace advise::tests
