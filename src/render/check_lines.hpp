// Findings of `check` for other programs, one line for each: as compilers write them, and as the commands of GitHub's workflows.
#pragma once

#include <advise/grammar/diagnostic.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// "error", "warning" or "note", whatever the language.
std::string_view severity_name(grammar::severity severity);

/// `FILE:LINE:COLUMN: warning[A2015]: sentence`; a finding without a place begins with its severity. Columns count code points.
std::string check_concise(const std::vector<grammar::diagnostic>& found, grammar::language in);

/// Workflow commands of GitHub: `::warning file=…,line=…,endLine=…,col=…,endColumn=…,title=A2015::sentence`. In values `%`, line ends, `:` and `,` are
/// escaped, in the sentence `%` and line ends. Help stands on lines of its own in the sentence. Columns only where a finding is on one line: GitHub takes no others.
std::string check_github(const std::vector<grammar::diagnostic>& found, grammar::language in);

}  // namespace advise::cli
