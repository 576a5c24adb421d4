#pragma once

// Random rule bases and profiles that look for the corners. Swarm testing: every rule base has some
// features of the language switched off, because what is always present hides what it is next to.

#include <bitset>

#include "model.hpp"
#include "rng.hpp"

namespace advise::tests {

// What a rule base may contain; each is off in one base of four.
enum class feature : std::size_t {
    levels,
    yes_no,
    numbers,
    choices,
    sets,
    custom_scales,
    undeclared_facts,
    undeclared_conclusions,
    negation,
    lists,
    counting,
    applied,
    ranges,
    value_lists,
    comparisons,
    concepts,
    role_references,
    sufficient,
    exclusions,
    necessities,
    points_needed,
    evidence,
    negative_points,
    big_points,
    repeats,
    opposites,
    empty_conclusions,
    negative_ranges,
    fractions,
    units,
    aliases,
    nasty_names,
    how_many
};
using feature_set = std::bitset<static_cast<std::size_t>(feature::how_many)>;

struct random_options {
    std::size_t max_facts = 7;
    std::size_t max_roles = 4;
    std::size_t max_concepts = 3;
    std::size_t max_depth = 3;
    std::size_t max_completions = 4096;  // of any profile
    feature_set allowed = feature_set().set();
    // Where LANGUAGE.md can be read in two ways; off until the reference says which.
    bool lists_with_in = false;    // any of (a, b) in (V, W)
    bool yes_no_in_lists = false;  // works at night in (yes, no)
    bool negative_needs = true;    // requires 0 points, requires -2 points
};

struct random_case {
    rule_base base;
    std::vector<profile> profiles;
};

rule_base random_base(rng& random, const random_options& options = {});
profile random_profile(rng& random, const rule_base& base, const random_options& options = {});
// A case is a function of its seed and the options alone.
random_case make_random_case(std::uint64_t seed, std::size_t profiles, const random_options& options = {});

// ---- shared with the transformations

feature_set random_features(rng& random, const feature_set& allowed);
// Some value the fact can have, near a constant of the rules where it is a number.
value random_value(rng& random, const rule_base& base, std::size_t fact_index);

}  // namespace advise::tests
