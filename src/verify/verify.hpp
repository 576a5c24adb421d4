// An independent checker of results: it reads rules and profile itself, from their text, and trusts nothing that a result says. It shares
// with the engine the reading of statements (grammar) and not a line more.
#pragma once

#include "json.hpp"
#include "report.hpp"
#include "rules.hpp"

#include <advise/grammar/profile.hpp>

namespace advise::verify {

struct request {
    std::vector<std::string> roots;             ///< the rule files
    const json* result = nullptr;
    const grammar::profile* profile = nullptr;
    std::string profile_sha256;
    bool closed = false;                        ///< the result is to be one of `--closed`
};

struct outcome {
    bool usable = true;                         ///< rules and profile could be read; if not, `found` says why not
    report checked;
    std::string language;                       ///< of the rule base
    grammar::diagnostics found;
    std::vector<grammar::source_ptr> texts;     ///< what the diagnostics point into
};

/// Checks what `advise`, `advise explain` (with `--if` too), `advise compare`, `advise plan` or `advise ask --next` print with `--json`.
outcome check(const request& asked, file_source& files);

}  // namespace advise::verify
