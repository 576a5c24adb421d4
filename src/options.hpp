// What the command line asks for, as values.
#pragma once

#include "sql/dialect.hpp"
#include "terminal.hpp"

#include <advise/engine/question.hpp>
#include <advise/grammar/messages.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

struct command_entry;

/// In the order of the words of `--format`.
enum class output_format : std::uint8_t { pretty, json, markdown, html, dot, mermaid, svg, concise, github, sarif, junit };

/// What rules are compiled to; in the order of the words of `--to`.
enum class compile_target : std::uint8_t { sql, binary, none };
/// `batch --output`, `batch --input-format`, in the order of their words.
enum class batch_output : std::uint8_t { advice, roles, full };
enum class batch_input : std::uint8_t { ndjson, csv };
/// `batch --words`: those of engine::instruction_set.
enum class batch_words : std::uint8_t { plain, avx2, avx512 };

struct options {
    const command_entry* command = nullptr;     ///< never null after parsing
    std::vector<std::string> operands;          ///< files, roles, topics, in the order given
    std::vector<std::string> rules;             ///< empty: the embedded rule base
    output_format format = output_format::pretty;
    std::optional<grammar::language> language;  ///< nullopt: auto
    grammar::language assumed = grammar::language::en;  ///< of complaints before the profile's language is known, where none was chosen
    color_choice color = color_choice::automatic;
    std::string output;                         ///< -o; empty: standard output
    std::optional<unsigned> depth;              ///< explain --depth
    std::vector<std::string> changes;           ///< explain --if: lines of a profile
    std::string within_given;                   ///< as it was written
    std::string within_unit;                    ///< as it was written behind the number; "" for none
    std::optional<std::int64_t> within;         ///< plan --within, in steps of 0.000001 of the unit of effort
    bool all = false;                           ///< plan --all
    bool closed = false;
    bool strict = false;
    bool quiet = false;
    bool blank = false;                         ///< ask --blank
    std::string focus;                          ///< graph --focus; empty: everything
    std::string profile;                        ///< graph --profile; empty: none
    bool format_given = false;                  ///< --format or --json
    bool next = false;                          ///< ask --next
    engine::ask_until until = engine::ask_until::verdicts;      ///< ask --until
    bool check = false;                         ///< fmt --check
    bool diff = false;                          ///< fmt --diff, check --diff
    bool write = false;                         ///< fmt --write
    std::string run;                            ///< test --run: a pattern of titles; empty: all
    bool watch = false;                         ///< test --watch
    bool coverage = false;                      ///< test --coverage
    bool mutate = false;                        ///< test --mutate
    std::string write_tests;                    ///< test --write-tests; empty: none
    std::optional<unsigned> threshold;          ///< test --threshold, in percent
    bool fix = false;                           ///< check --fix
    grammar::severity fail_level = grammar::severity::error;    ///< check --fail-level
    bool exit_code = false;                     ///< diff --exit-code
    std::vector<std::string> allowed_roles;     ///< diff --allow-role
    std::string people;                         ///< diff --profiles; empty: none
    compile_target target = compile_target::none;               ///< compile --to
    std::optional<sql_dialect> dialect;         ///< compile --dialect
    bool staged = false;                        ///< compile --staged
    bool bounds = false;                        ///< compile --bounds
    batch_output records = batch_output::advice;                ///< batch --output
    std::optional<batch_input> input_format;    ///< batch --input-format; nullopt: by the name of the file
    std::optional<unsigned> jobs;               ///< batch --jobs; nullopt: one for each processor
    bool resume = false;                        ///< batch --resume
    bool summary = false;                       ///< batch --summary
    bool kleene = false;                        ///< batch --kleene
    std::optional<batch_words> words;       ///< batch --words, which only tests use; nullopt: the widest there is
    bool help = false;
    bool version = false;
};

/// What is wrong with a command line: a sentence, and what to do about it (may be empty).
struct usage_error {
    std::string message;
    std::string help;
};

/// Reads the arguments (without the program's name). Options may stand anywhere; `--` ends them.
/// \return nullopt when all is well. `chosen` is filled as far as it could be, so that the error speaks its language.
std::optional<usage_error> parse_arguments(const std::vector<std::string>& arguments, options& chosen);

}  // namespace advise::cli
