// Whether an edit mends a finding and brings no other one.
#pragma once

#include "trial.hpp"

#include <advise/grammar/diagnostic.hpp>

#include <map>
#include <string>
#include <vector>

namespace advise::cli::lsp {

/// How a text stands: what is judged before and after an edit.
struct text_state {
    std::vector<grammar::diagnostic> found;  ///< what would be told
    std::size_t errors = 0;
    std::map<std::string, std::string> undeclared;  ///< facts that stand in rules and that nobody declares: keys, and how they are written
    bool declares_facts = false;
};

/// The state of a project without proofs; it is known of rules with errors, too, which facts are not declared. O(bytes)
text_state state_of(const project& of);

/// Whether a finding is mended by an edit: it is gone, an error leaves fewer errors and a warning no more of them, the edited lines have no finding that was
/// not there, and no name has become a fact that nobody declares. A warning may be hidden by an error elsewhere, therefore the facts are compared.
/// \param made the edit \param after_text the whole text of its file after it \param after_source the file as it was read then; may be null
bool mends(const grammar::diagnostic& found, const text_state& before, const text_state& after, const edit& made,
           const grammar::source* after_source);

}  // namespace advise::cli::lsp
