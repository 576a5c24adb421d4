// Diagnostics as JSON: `check --json`, and the `diagnostics` of a result (COMMANDS.md).
#pragma once

#include "json_writer.hpp"

#include <advise/grammar/diagnostic.hpp>

#include <string>
#include <vector>

namespace advise::cli {

/// The array of diagnostics.
void write_diagnostics(json_writer& out, const std::vector<grammar::diagnostic>& found, grammar::language in);

/// The whole answer of `check --json`.
std::string check_json(const std::vector<grammar::diagnostic>& found, grammar::language in);

/// The sentences of help, one after another; "" where there are none.
std::string help_text(const grammar::diagnostic& about, grammar::language in);

}  // namespace advise::cli
