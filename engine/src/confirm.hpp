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
    /// The program must outlive it. O(1); the first question costs O(size of the circuit).
    explicit confirmer(const program& code) : code_(code) {}

    /// Completions that attain both ends of what Kleene's tables say of a role (or concept), verdict and points, or for the verdict cases that decide it;
    /// nullopt if not all were found.
    std::optional<confirmation> confirm(const facts& person, conclusion_id about, const residual& circuit);

private:
    const block_program::data& code_for(conclusion_id about);

    const program& code_;
    std::unique_ptr<const block_program::data> made_;
};

}  // namespace advise::engine
