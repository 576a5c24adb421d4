// The part of `advise explain` that answers "and if it were otherwise?".
#pragma once

#include "../pipeline.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>

namespace advise::cli {

/// Compares what is (`now`, about one role, with its proof) with what would be under the lines of `--if`. \return `usage` where those are wrong
exit_code explain_what_if(context& run, const engine::program& code, const consultation& about, const engine::advice& now);

}  // namespace advise::cli
