// The two or three reasons that matter for one role, chosen from the proof and put into sentences. Nothing here decides what is
// true; truth, points and what is open come from the engine.
#pragma once

#include "document.hpp"
#include "proof_reader.hpp"
#include "words.hpp"

#include <advise/engine/advice.hpp>

#include <string>
#include <vector>

namespace advise::cli {

struct role_reason {
    sign mark = sign::none;
    std::string badge;              ///< "+3" instead of the sign
    std::string text;               ///< a sentence, or two
    std::string said;               ///< what the profile says: "parallelism: advanced (line 3) · …"
    const std::vector<engine::citation>* cited = nullptr;
};

/// In order of weight: what made the verdict, then what can still change it or its points. The advice needs its proof.
/// \param explained whether `advise explain` could show what is left out here
std::vector<role_reason> reasons_for(const engine::role_advice& role, const proof_reader& proof, const words& speak, bool explained = true);

/// The facts on which a case distinction of the engine turns, each once.
std::vector<engine::fact_id> facts_of(const engine::split_tree& split);

}  // namespace advise::cli
