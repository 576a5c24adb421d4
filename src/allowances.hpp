// `# advise: allow A2015 because …`: comments that silence a finding, each for one statement, with a reason.
#pragma once

#include <advise/grammar/diagnostic.hpp>

#include <vector>

namespace advise::cli {

/// What a run looked for: an allowance can only be called unused where its code was looked for to the end.
enum class looked_for : std::uint8_t {
    texts,  ///< nothing was proved: there were errors, or nobody waited for it
    most,   ///< a limit stopped some proofs
    everything
};

/// Takes away what a comment allows: warnings and notes of its codes that begin in the statement (or clause) on the comment's line, else in the next one.
/// Adds what is wrong with such comments: no reason, no such code, nothing to allow. Errors are never taken away.
/// \param found in order of place, as the result is \param files whose comments count. O(bytes of files that hold such a comment + found · comments).
std::vector<grammar::diagnostic> without_allowed(const std::vector<grammar::diagnostic>& found, const std::vector<grammar::source_ptr>& files,
                                                 looked_for extent);

}  // namespace advise::cli
