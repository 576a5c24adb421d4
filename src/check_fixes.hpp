// `advise check --fix` and `--diff`: what can be mended without asking.
#pragma once

#include "catalogue.hpp"
#include "pipeline.hpp"

#include <advise/engine/lints.hpp>

#include <optional>
#include <vector>

namespace advise::cli {

/// What cannot go together on the command line.
std::optional<say> contradiction_in(const options& chosen);

/// Mends what is safe in rule files without errors: parentheses around mixed `and` and `or`, one spelling for a term, imports, sources and scales that
/// nothing uses. A file is written only where the rule base that is made of the new texts means the same (engine::same_meaning); a fix that
/// would change the meaning, or overlaps an earlier one, is left out. With `--diff` nothing is written, and the answer is the difference.
struct mended {
    std::optional<exit_code> ended;          ///< where the command ends here; otherwise what is left is to be told
    std::vector<engine::text_fix> would_do;  ///< with `--diff`: what the difference mends
};
mended mend(context& run, const loaded_rules& loaded);

}  // namespace advise::cli
