// The profiles that a new name in rules concerns.
#pragma once

#include "profiles.hpp"

#include <deque>
#include <string>
#include <vector>

namespace advise::cli::lsp {

/// What is known of profiles when they are looked for.
struct profile_search {
    const std::vector<const project*>& roots;           ///< the rule bases in which the name stands
    const std::vector<std::string>& folders;            ///< where profiles that are not open are looked for
    const std::string& chosen;                          ///< path of the profile whose verdicts are shown; ""
    const std::vector<std::string>& named;              ///< rules that profiles are read by
    const std::map<std::string, project>& loaded;       ///< the open rule files
    const std::map<std::string, open_profile>& opened;  ///< the open profiles
    const documents& open;
};

struct found_profiles {
    std::deque<open_profile> read;              ///< those that are not open
    std::vector<const open_profile*> all;       ///< the open ones and these
    std::vector<const open_profile*> doubtful;  ///< of these rules if of any, but with findings, so that nobody should change them unseen
    std::deque<open_profile> kept;
};

/// An open profile, and the chosen one, is concerned where it is read by one of the roots. A file that is not open has to be plainly a profile of theirs: it
/// reads without a finding, mentions at least one fact, and every key of it is one; no other rules near it know as many of its keys. No more files are looked at than
/// the limits say. O(bytes of the files)
found_profiles profiles_of(const profile_search& where, rules_for_profiles& rules);

}  // namespace advise::cli::lsp
