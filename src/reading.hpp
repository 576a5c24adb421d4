// Rules and profiles as they are read, with everything that is said about them: the same for the program and for the C interface (src/c).
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// The language of sentences: the one that was asked for, else Persian when most letters of the profile are of the Arabic script, else the rule base's
/// (English where that is neither).
grammar::language spoken_language(std::optional<grammar::language> asked, std::string_view rules_language, std::string_view profile_text = {});

/// "en" or "fa".
std::string_view tag_of(grammar::language spoken);

/// Reads rule files as one rule base. A profile among them is the only thing that is told then.
engine::load_result read_rules(const std::vector<std::string>& roots, engine::source_provider& provider);

/// How a profile is to be read.
struct profile_options {
    bool strict = false;
    bool closed = false;
    std::optional<grammar::language> language;  ///< of the messages; nullopt: as `spoken_language` finds
};

struct profile_reading {
    grammar::profile profile;
    engine::facts facts;
    grammar::language spoken = grammar::language::en;
};

/// Reads a profile whose text is usable. Rules where it should be are the only thing that is told then.
/// \param rules to be asked for meanings only when `rules_usable`: they have no errors  \param found holds what the text layer said of the file
profile_reading read_profile(grammar::source_ptr file, const engine::rule_base& rules, bool rules_usable, const profile_options& options,
                             grammar::diagnostics& found);

}  // namespace advise::cli
