// The one way of the data up to the engine: rule files → rule base, profile → facts. All errors of a run are reported here.
#pragma once

#include "context.hpp"

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// A profile under a rule base: everything that the commands about a person work on.
struct consultation {
    std::unique_ptr<engine::rule_base> rules;
    grammar::profile profile;
    engine::facts facts;
    grammar::diagnostics diagnostics;           ///< warnings and notes only
};

/// Rule files as one rule base, errors and all; for `check` and `test`, which judge it themselves.
struct loaded_rules {
    engine::load_result result;
    bool unreadable = false;                    ///< a root file could not be read: exit 2 whatever the command
};

/// The files of the rule base: `--rules`, or the embedded one.
loaded_rules load(context& run, const std::vector<std::string>& files);

/// The rule base that `--rules` names, or the embedded one, without errors: they have been reported. Sets the language.
/// \return null after errors; the exit code is `usage`
std::unique_ptr<engine::rule_base> rules_of_run(context& run, grammar::diagnostics& found);

/// Rule base, profile and facts; warnings have been printed (not with -q), the language of the run is set.
/// \return nullopt after errors; the exit code is `usage`
std::optional<consultation> consult(context& run, const std::string& profile_path);

/// The language of sentences: `--lang`, else Persian when most letters of the profile are of the Arabic script, else the rule base's
/// (English where that is neither).
grammar::language language_of(const options& chosen, const engine::rule_base& rules, std::string_view profile_text = {});

/// The language of labels in JSON: the rule base's, unless `--lang` is given.
std::string label_language(const options& chosen, const engine::rule_base& rules);

}  // namespace advise::cli
