// Parts that several pages share: a reason with its citation, the list of sources, the commands to go on with.
#pragma once

#include "document.hpp"
#include "reasons.hpp"
#include "words.hpp"

#include <string>
#include <utility>
#include <vector>

namespace advise::cli {

/// How the program was called, for the commands that a page proposes.
struct invocation {
    std::string profile;                ///< as typed; "-" for standard input
    std::vector<std::string> options;   ///< to be repeated: "--rules", "my.rules"
};

/// Remembers what a page cites, to explain the short names at its end.
class cited_sources {
public:
    explicit cited_sources(const words& speak) : speak_(speak), used_(speak.rules().cited.size()) {}

    /// The citations as a right-hand column; remembers them.
    phrase cite(const std::vector<engine::citation>& citations);
    enum class detail : std::uint8_t { title, title_and_address };
    /// Each source cited; nothing where none was.
    void list_in(document& page, detail which) const;

private:
    const words& speak_;
    std::vector<bool> used_;
};

/// Whether a role has evidence at all; without, its points say nothing and are not told.
bool has_points(const engine::rule_base& rules, engine::conclusion_id role);

/// A reason as an item: the sentence, below it what the profile says, the source at the right.
block reason_item(const role_reason& reason, cited_sources& sources);

/// The command that prints an empty profile for the same rules in the same language; to a file that is not the one at hand.
std::string blank_command(const invocation& call, const words& speak);
/// A command to type, and what it gives.
using proposal = std::pair<std::string, say>;
/// A command about the profile at hand; "" where it cannot be read again: from a pipe, or answers that were not saved.
/// \param what a role as it can be typed, or an option
std::string plan_command(const invocation& call, const std::string& what);
std::string explain_command(const invocation& call, const words& speak, engine::conclusion_id role);
std::string ask_command(const invocation& call);
/// Those of the proposals that are not empty; without any, no heading either.
void next_steps(document& page, const std::vector<proposal>& proposals, const words& speak);
/// The page as it is handed on to others: without what only whoever sits at the terminal can type.
document without_commands(document page);

}  // namespace advise::cli
