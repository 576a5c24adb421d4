// Tests that `advise test --mutate` proposes for what no test notices.
#pragma once

#include "words.hpp"

#include <advise/engine/mutants.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// How wide a title is at most, before the number that sets it apart.
inline constexpr std::size_t widest_title = 60;

/// A test that notices one survivor.
struct proposed_test {
    const engine::mutant* survivor = nullptr;
    std::vector<std::string> lines;  ///< ready for a rule file: its title first
};

/// Survivors that one test notices, and that test: of the first of them.
struct survivor_group {
    std::vector<const engine::mutant*> survivors;
    std::vector<std::string> test;
};

/// A test for each survivor, in order. Its words are those of the language; its values and its title in the reader's. A title says in a few words what is changed
/// ("guitar without finger skill"); no two are the same, and none is that of a test of the rule base. O(survivors · log).
std::vector<proposed_test> proposed_tests(const engine::rule_base& rules, const std::vector<engine::mutant>& all, grammar::language in);

/// The same, those together whose tests say the same below their titles; in the order of the first of each.
std::vector<survivor_group> grouped(std::vector<proposed_test> tests);

}  // namespace advise::cli
