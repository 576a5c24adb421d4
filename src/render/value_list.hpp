// The line below a reason: what the profile says of the facts behind it, or what is missing on the nearest way.
#pragma once

#include "proof_reader.hpp"
#include "words.hpp"

#include <string>
#include <vector>

namespace advise::cli {

/// Makes these lines for one role; values that were all told before are not told again.
class value_list {
public:
    value_list(const proof_reader& proof, const words& speak) : proof_(proof), speak_(speak), told_(speak.rules().facts.size()) {}

    /// "Parallelism: advanced (line 3) · Not in your profile, so it counts as no: gloves"; "" when all was told before.
    /// Never a part of them: it would seem to be what decides.
    std::string values(const std::vector<engine::fact_id>& facts);
    /// "Missing: communication from advanced (beginner, line 7)": the nearest way to make a node hold.
    [[nodiscard]] std::string missing(proof_reader::node_id node) const;

private:
    [[nodiscard]] std::string name_of(const proof_reader::lack& one) const;
    [[nodiscard]] engine::fact_id fact_of(const proof_reader::lack& one) const;

    const proof_reader& proof_;
    const words& speak_;
    std::vector<bool> told_;                // of each fact, whether its value was told
};

}  // namespace advise::cli
