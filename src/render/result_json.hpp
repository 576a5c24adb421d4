// The result of `advise --json PROFILE`: advice and proof as data (COMMANDS.md, The result). Same input, same bytes.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/reasons.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// What a result is made of, besides the advice.
struct result_parts {
    const engine::rule_base& rules;
    const grammar::profile& profile;
    const engine::facts& person;
    std::vector<grammar::diagnostic> diagnostics;
    grammar::language spoken;           ///< of the diagnostics
    std::string_view labels_in;         ///< language of the labels
    std::string_view schema = "advise/result/1";    ///< "advise/explain/1": the same about one role only
    const engine::minimal_reasons* why = nullptr;   ///< of an explanation: told as "reasons"
};

class json_writer;

/// The member "rules": the files with their hashes.
void write_rules(json_writer& out, const engine::rule_base& rules);
/// The member "profile".
void write_profile(json_writer& out, const grammar::source& file, bool closed);
/// The members "rules" and "profile": what a result was made from, with hashes.
void write_inputs(json_writer& out, const result_parts& parts);

std::string result_json(const result_parts& parts, const engine::advice& answer);

/// The same on one line without its end, after a member "id" whose value is given as JSON.
void append_result_line(std::string& text, std::string_view id, const result_parts& parts, const engine::advice& answer);

}  // namespace advise::cli
