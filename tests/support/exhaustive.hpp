#pragma once

// Small scope, all of it: every body of `and`, `or` and `not` with at most three operators over two
// yes/no facts and one fact on a scale of three levels, under every partial profile.

#include <functional>

#include "model.hpp"

namespace advise::tests {

// The tests are: a, b, and x >= each of low, mid, high (the first of which always holds).
std::vector<condition> small_bodies(std::size_t max_operators = 3);
// The 3 * 3 * 4 profiles that know or do not know each of the three facts.
std::vector<profile> small_profiles();
// One role for each body.
rule_base small_base(const std::vector<condition>& bodies);

// All bodies, `roles_per_base` of them in each rule base so that an engine that reads text gets
// done; with 1 it is one body at a time. Roles do not touch each other.
using small_visitor = std::function<void(const rule_base&, const profile&)>;
void for_each_small_case(std::size_t roles_per_base, const small_visitor& visit, std::size_t max_operators = 3);

}  // namespace advise::tests
