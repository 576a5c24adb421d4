// Both versions as one circuit over the joint facts: what they have in common is there once, so that it needs no proof.
#pragma once

#include "difference_facts.hpp"

#include <advise/engine/difference.hpp>

#include <memory>

namespace advise::engine {

/// A role, or a concept, as each version has it.
struct joint_subject {
    conclusion_id in_old = nothing, in_new = nothing;
};

/// A joint fact is a number that counts its values, or a set. Conclusion 2i is subject i of the old version, 2i + 1 the same of the new.
struct joint_circuit {
    std::unique_ptr<rule_base> rules;  ///< facts only; `code` points into it
    program::data code;

    /// Whether a role is one and the same in both versions, as it stands.
    [[nodiscard]] bool same(std::size_t subject) const;
    /// The same of its verdict alone.
    [[nodiscard]] bool same_verdict(std::size_t subject) const;
};

/// O(size log size).
joint_circuit join(const version& old, const version& now, const std::vector<joint_fact>& facts, const std::vector<joint_subject>& subjects);

}  // namespace advise::engine
