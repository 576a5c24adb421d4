// Profiles in the editor: the rules that they are for, what is wrong with them, and what may stand in them.
#pragma once

#include "json.hpp"
#include "names.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/messages.hpp>
#include <advise/grammar/profile.hpp>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::lsp {

/// A profile that is open.
struct open_profile {
    project shown;  ///< the profile alone, with its findings; without rules
    grammar::profile read;
    const project* rules = nullptr;  ///< what it is read by; null: it mentions no fact of any rules, so that it is taken for no profile
};

/// Rule bases that profiles may be for: what the editor names, else those that are open or lie near the profile and are no part of another, else the shipped ones.
class rules_for_profiles {
public:
    /// What is on the disk may have changed.
    void forget() { near_.clear(); }
    /// These texts have changed in the editor: what holds one of them is read again, in its place.
    void reread(const std::set<std::string>& changed, const documents& open);

    /// Of several the one that knows most of the profile's keys; the first of equals.
    /// \param named addresses of one rule base, or none \param loaded the open rule files
    const project* choose(const grammar::profile& read, const std::string& uri, const std::vector<std::string>& named,
                          const std::map<std::string, project>& loaded, const documents& open);

private:
    const std::deque<project>& in_folder(const std::string& folder, const documents& open);
    const project& load(const std::vector<std::string>& roots, const documents& open);

    std::map<std::string, std::deque<project>> near_;  // by folder, or by the addresses of one
};

/// Messages about a profile are in its own language unless one is given.
grammar::language spoken_by(const open_profile& profile, std::optional<grammar::language> in);

/// Whether the text of a profile is read as JSON.
bool is_json_profile(std::string_view text);

/// Reads a profile.
open_profile read_profile(const std::string& uri, const std::string& text);
/// Binds it to its rules: adds the findings of that.
void bind_profile(open_profile& profile, const project& rules, std::optional<grammar::language> in);

/// The fact of the line at a place, as in rules; null where there is none.
json::value profile_hover(const open_profile& profile, const name_table& names, std::uint32_t offset, grammar::language in);
/// Where that fact is declared; null for the shipped rules, which are no file.
json::value profile_definition(const open_profile& profile, const name_table& names, std::uint32_t offset);
/// A CompletionList: facts at the beginning of a line, values after the colon. Nothing in a JSON profile.
json::object profile_completions(const open_profile& profile, position at, grammar::language in);

}  // namespace advise::cli::lsp
