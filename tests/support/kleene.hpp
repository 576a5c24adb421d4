#pragma once

// Strong Kleene logic over the same model: the fast first pass of the language, weaker than the
// truth. A test is exact on what is known of its one fact; what several tests share is forgotten.

#include "brute_force.hpp"

namespace advise::tests {

struct kleene_finding {
    verdict truth = verdict::no;
    std::int64_t low = 0;
    std::int64_t high = 0;
    friend bool operator==(const kleene_finding&, const kleene_finding&) = default;
};

// One for each conclusion. Sound: `yes` and `no` are the exact verdict, and the points enclose.
std::vector<kleene_finding> kleene(const rule_base& base, const profile& known);

}  // namespace advise::tests
