// Both versions as one circuit over the joint facts: what they have in common is there once, so that it needs no proof.
#pragma once

#include "difference_facts.hpp"

#include <advise/engine/difference.hpp>

#include <memory>

namespace advise::engine {

/// A joint fact is a number that counts its values, or a set. Conclusion 2i is role i of the old version, 2i + 1 the same of the new.
struct joint_circuit {
    std::unique_ptr<rule_base> rules;  ///< facts only; `code` points into it
    program::data code;

    /// Whether a role is one and the same in both versions, as it stands.
    [[nodiscard]] bool same(std::size_t role) const;
};

/// O(size log size).
joint_circuit join(const version& old, const version& now, const std::vector<joint_fact>& facts, const std::vector<joint_role>& roles);

}  // namespace advise::engine
