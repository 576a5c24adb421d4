// Fixed completions that may show what a search did not find within its limit. Blocks of people try them first, so that they need no search for most;
// engine::advise tries them last. Which of the two comes first does not change an answer: where both find something, both are exact.
#pragma once

#include "people_block_code.hpp"
#include "residual.hpp"
#include "search_state.hpp"

#include <memory>
#include <optional>

namespace advise::engine {

/// Cells of a residual circuit's variables under which a role holds, does not hold, has the fewest and the most points; empty where none was needed.
/// Or the cases of a few facts under all of which the verdict is the same.
struct confirmation {
    assignment yes, no, low, high;
    std::optional<split_tree> cases;
};

class confirmer {
public:
    /// Program and person must outlive it. O(1); the first question costs O(size of the circuit), each O(what the conclusion rests on).
    confirmer(const program& code, const facts& person);
    ~confirmer();

    /// Completions that attain both ends of what Kleene's tables say of a role (or concept), verdict and points, or for the verdict cases that decide it;
    /// nullopt if not all were found.
    std::optional<confirmation> confirm(conclusion_id about, const residual& circuit);

private:
    struct trial;
    trial& trial_of(conclusion_id about);

    const program& code_;
    const facts& person_;
    std::unique_ptr<trial> trial_;          ///< made by the first question; it serves all roles, or the one concept asked about last
};

}  // namespace advise::engine
