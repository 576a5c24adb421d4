// What the help of a finding tells people to type, as edits. They are proposals: whoever makes one tries it first.
#pragma once

#include "trial.hpp"

#include <advise/grammar/diagnostic.hpp>

#include <string>
#include <vector>

namespace advise::cli::lsp {

/// An edit, and what an editor calls it.
struct proposal {
    edit change;
    std::string title;
    bool sure = true;  ///< what is meant, not only what would do
};

/// One for each help that says just what to write, in the order in which the help has them; of several places that a text could have, each. A help that
/// was cut short gives none, and neither does one that means another quantity, or makes a source of a place in one. \param of the texts with this one among
/// them. O(bytes)
std::vector<proposal> proposals_for(const project& of, const text_file& file, const grammar::diagnostic& found, grammar::language in);

}  // namespace advise::cli::lsp
