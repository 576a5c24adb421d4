// The one way of the data up to the engine: rule files → rule base, profile → facts. What is wrong on the way is reported here.
#pragma once

#include "context.hpp"
#include "render/diagnostics.hpp"
#include "render/page_parts.hpp"

#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// Rule files as one rule base, errors and all; for `check` and `test`, which judge it themselves.
struct loaded_rules {
    std::unique_ptr<engine::rule_base> rules;   ///< never null; to be used only when there are no errors
    grammar::diagnostics diagnostics;
    bool unreadable = false;                    ///< a root file could not be read: exit 2 whatever the command
};

/// A profile under a rule base: everything that the commands about a person work on.
struct consultation {
    std::unique_ptr<engine::rule_base> rules;
    grammar::profile profile;
    engine::facts facts;
    grammar::diagnostics diagnostics;           ///< warnings and notes only; printed already
};

/// Loads these files, or the embedded rule base where there are none. Sets the language of the run.
loaded_rules load(context& run, const std::vector<std::string>& files);

/// For a command that works on the text of rules: whether these files were a compiled rule base, which is then an error among the findings.
bool refuse_compiled(loaded_rules& loaded, const std::vector<std::string>& files);

/// The rule base of `--rules`, or the embedded one. \return null after errors, which have been reported; the exit code is `usage`
std::unique_ptr<engine::rule_base> rules_of_run(context& run);
/// The rule base of these files, or the embedded one where there are none.
std::unique_ptr<engine::rule_base> rules_of_run(context& run, const std::vector<std::string>& files);

/// Rule base, profile and facts; sets the language of the run. \return nullopt after errors, which have been reported
std::optional<consultation> consult(context& run, const std::string& profile_path);
/// The same under these rule files, not those of `--rules`.
std::optional<consultation> consult(context& run, const std::string& profile_path, const std::vector<std::string>& files);

/// Reads the file of a profile. A text that is not `usable` has findings that point into it, so it is kept too. \return null when it can't be read; why is among `found`
std::shared_ptr<grammar::source> profile_source(context& run, const std::string& path, std::uint32_t ordinal, grammar::diagnostics& found, bool& usable);

/// The bytes of a file that is neither rules nor a profile: a result, people. \return nullopt when it can't be read, which has been reported
std::optional<std::string> read_other(context& run, const std::string& path);

/// Findings on standard error (with -q only errors), and a line that counts them.
void report(context& run, const grammar::diagnostics& found);
/// The same of findings in order of place. \param errors how many there were, with those that were left out
void report(context& run, std::vector<grammar::diagnostic> found, std::size_t errors, count_line counted = count_line::of_several);

/// The language of sentences: `--lang`, else Persian when most letters of the profile are of the Arabic script, else the rule base's
/// (English where that is neither).
grammar::language language_of(const options& chosen, std::string_view rules_language, std::string_view profile_text = {});

/// How the program was called, for the commands that a page proposes.
invocation invocation_of(const options& chosen, const std::string& profile_path);

/// The language of labels in JSON: the rule base's, unless `--lang` is given.
std::string_view label_language(const options& chosen, const engine::rule_base& rules);

}  // namespace advise::cli
