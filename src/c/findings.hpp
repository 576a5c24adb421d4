// Findings as handles.
#pragma once

#include "handles.hpp"

#include <advise/grammar/diagnostic.hpp>

#include <memory>
#include <vector>

namespace advise::c {

/// What was found, for the caller to keep; null where nothing was. \param files what the findings point into
std::unique_ptr<advise_findings> findings_of(const grammar::diagnostics& found, grammar::language spoken, std::vector<grammar::source_ptr> files);

/// Hands the findings out, where they are wanted.
void hand_out(std::unique_ptr<advise_findings> made, advise_findings** wanted);

/// A file was larger than the memory that is left.
bool lacked_memory(const grammar::diagnostics& found);

}  // namespace advise::c
