// What may stand at the end of a command line that is being typed. The scripts of `advise completion` ask `advise __complete SHELL WORD…`;
// commands, options and their words come from the one table, roles from the rules that the line names.
#pragma once

#include <string>
#include <vector>

namespace advise::cli {

/// \param asked the shell, then the words after "advise" as they stand, the last one unfinished (maybe empty). bash hands them over with
/// their quotes, and gets its answers quoted in the same way.
/// \return a line for each candidate, with a tab and its meaning where it has one; ":files" where names of files may stand.
/// Never fails: what is wrong with the line is not said here. O(rules), which are read where a role may stand.
std::string completion_lines(const std::vector<std::string>& asked);

}  // namespace advise::cli
