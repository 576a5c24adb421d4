// The one table of commands and options. The parser, the help, the suggestions, and later man pages and completion read it.
#pragma once

#include "catalogue.hpp"
#include "context.hpp"
#include "exit_code.hpp"
#include "options.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// What a value of an option is.
enum class value_kind : std::uint8_t { none, file, number, word, text, role };

enum class option_id : std::uint8_t { rules, closed, strict, json, format, lang, color, output, quiet, depth, blank, help, version, if_, all, within, next, until, check, diff, write, focus, profile, run, watch, coverage, threshold, mutate, write_tests, fail_level, fix, exit_code_, allow_role, profiles, to, dialect, staged, bounds, records, input_format, jobs, resume, summary, kleene, instructions };

struct option_entry {
    option_id id;
    std::string_view name;                      ///< "--rules"; empty: only a letter
    std::string_view letter;                    ///< "-o"; empty: none
    value_kind kind;
    std::string_view placeholder;               ///< "FILE"; of words: "en|fa|auto"
    std::span<const std::string_view> words;    ///< the values, where they are words
    say summary;
    /// Takes one value (empty for a flag) over. \return false when it is none of the option's
    bool (*take)(options& into, const std::string& value);
};

struct argument_entry {
    std::string_view name;                      ///< "PROFILE", "FILE…"
    bool optional = false;
    bool many = false;                          ///< any further ones are the same
};

struct example_entry {
    std::string_view line;                      ///< without "advise "
    say meaning;
};

/// An option that does something of its own in a command.
struct meaning_entry {
    option_id id;
    say summary;
};

struct command_entry {
    std::string_view name;                      ///< "" is the main job: advice for a profile
    say summary;
    std::span<const argument_entry> arguments;
    std::span<const option_id> options;
    std::span<const example_entry> examples;
    exit_code (*run)(context&);
    std::span<const std::string_view> formats = {};     ///< the words that `--format` takes; empty: pretty and json
    std::span<const option_id> untold = {};     ///< options for tests, which no help mentions
    std::span<const meaning_entry> meanings = {};   ///< of options that mean something else here than elsewhere

    /// Whether it is about a profile, whose language it speaks.
    [[nodiscard]] bool takes_profile() const { return !arguments.empty() && arguments.back().name == "PROFILE"; }
};

/// All commands, the main one first.
std::span<const command_entry> commands();
/// nullptr when there is none of that name.
const command_entry* find_command(std::string_view name);

/// All options, in the order of option_id.
std::span<const option_entry> all_options();
const option_entry& option_of(option_id id);
/// By "--name" or "-n"; nullptr when there is none.
const option_entry* find_option(std::string_view spelling);
bool has_option(const command_entry& command, option_id id);

/// "advise explain [OPTIONS] ROLE PROFILE".
std::string usage_line(const command_entry& command);
/// The words that an option takes in a command: not every command has every format.
std::span<const std::string_view> words_of(const option_entry& option, const command_entry& command);
/// What an option does in a command.
say summary_of(const option_entry& option, const command_entry& command);
/// What stands for the value of an option: "FILE", "en|fa|auto".
std::string placeholder_of(const option_entry& option, const command_entry& command);
/// "--rules FILE", "-q, --quiet".
std::string option_usage(const option_entry& option, const command_entry& command);

/// What `advise schema` knows, in order: "check", "compare", … Each but a few stands as a file of that name in src/schema.
std::vector<std::string> names_of_schemas();

// One function for each command; each fills `run.answer`.
exit_code run_advise(context& run);
exit_code run_explain(context& run);
exit_code run_compare(context& run);
exit_code run_plan(context& run);
exit_code run_ask(context& run);
exit_code run_check(context& run);
exit_code run_test(context& run);
exit_code run_verify(context& run);
exit_code run_schema(context& run);
exit_code run_help(context& run);
exit_code run_fmt(context& run);
exit_code run_graph(context& run);
exit_code run_completion(context& run);
exit_code run_lsp(context& run);
exit_code run_diff(context& run);
exit_code run_compile(context& run);
exit_code run_batch(context& run);

}  // namespace advise::cli
