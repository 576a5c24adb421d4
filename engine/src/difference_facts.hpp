// One vocabulary for two rule bases: which facts, values and roles of theirs are the same.
#pragma once

#include "fact_cells.hpp"

#include <advise/engine/difference.hpp>

namespace advise::engine {

/// One version of the rules: its circuit and the values that it tells apart.
struct version {
    const program::data& code;
    const rule_base& rules;
    fact_cells cells;

    explicit version(const program& compiled) : code(compiled.code()), rules(compiled.rules()), cells(code) {}
};

std::vector<joint_fact> match_facts(const version& old, const version& now);
/// Concepts that are one in both versions, in the order of the new one.
std::vector<joint_concept> match_concepts(const rule_base& old, const rule_base& now);
std::vector<joint_role> match_roles(const rule_base& old, const rule_base& now, const std::vector<std::string>& allowed);

/// The profile with these values, as each version reads it. \param values of each joint fact the index of its value \param members a set's options
joint_profile profile_of(const version& old, const version& now, const std::vector<joint_fact>& facts, std::vector<std::uint64_t> values,
                         std::vector<std::vector<std::uint32_t>> members);

}  // namespace advise::engine
