// What mends a finding: the help of its message as an edit.
#pragma once

#include "json.hpp"
#include "profiles.hpp"

namespace advise::cli::lsp {

/// Which of the two kinds of code actions a client wants.
struct wanted_fixes {
    bool quick = true;  ///< for the findings that touch a range
    bool all = true;    ///< everything that can be mended without asking, at once
};

/// Code actions for the findings of a file that touch a range, and one that does what `check --fix` would. Each was tried: the findings are gone with
/// it, and nothing new is wrong.
json::array fixes(const project& of, const text_file& file, const range& where, const documents& open, const wanted_fixes& wanted,
                  grammar::language in);

/// Those for the findings of an open profile, which has rules.
json::array profile_fixes(const open_profile& profile, const range& where, grammar::language in);

}  // namespace advise::cli::lsp
