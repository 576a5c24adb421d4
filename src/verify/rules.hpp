// What the rules say, as the checker reads them: slow and plain, written from LANGUAGE.md and from nothing else. Shared with the engine is
// only the reading of statements (grammar).
#pragma once

#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/source.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace advise::verify {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

/// The texts or profiles cannot be used; what is wrong with them is among the diagnostics.
struct unusable {};

/// A rule file, as whoever opens files gives it.
struct rule_file {
    std::string name;               ///< as shown
    std::string identity;           ///< equal for two ways to one file
    std::string bytes;
    std::string sha256;
    grammar::message failure = grammar::message::none;
    grammar::arguments failure_arguments;
};

class file_source {
public:
    virtual ~file_source() = default;
    virtual rule_file open_root(const std::string& name) = 0;
    /// An import: what the statement says, the identities of the file it stands in and of that file's root.
    virtual rule_file open_import(const std::string& asked, const std::string& importer, const std::string& root) = 0;
};

struct read_file {
    grammar::source_ptr text;
    std::string sha256;
    std::string language = "en";
};

/// Where something stands: file, and offset in it.
struct place {
    std::size_t file = 0;
    grammar::span where;
};

using texts = std::map<std::string, std::string>;       ///< by language

enum class fact_type : std::uint8_t { level, yes_no, number, one_of, any_of };

/// A level or an option.
struct option {
    std::string term;
    texts labels;
};

struct fact {
    std::string term;
    fact_type type = fact_type::level;
    bool declared = false;
    std::vector<option> options;            ///< the levels, bottom first; or the options
    std::int64_t least = 0, greatest = 0;   ///< a number, in steps of 0.000001
    bool has_range = false;
    std::string unit;
    texts labels;
    texts questions;                        ///< of `ask`
    std::optional<std::int64_t> effort;     ///< in millionths of the unit
    std::vector<std::size_t> after;         ///< conditions, all of which must hold
};

enum class condition_kind : std::uint8_t { test, conclusion, all, any, negation, count };
enum class test_op : std::uint8_t { has, eq, ne, lt, le, gt, ge, in, includes };

/// A condition in the normal form of COMMANDS.md. Equal ones are one.
struct condition {
    condition_kind kind{};
    std::size_t subject = none;             ///< fact, or conclusion
    test_op op{};
    bool range = false;                     ///< `in` with two ends
    std::vector<std::int64_t> values;       ///< indices of options, 0/1 for no/yes, or steps of 0.000001
    std::int64_t least = 0, most = 0;       ///< how many of the children hold
    std::vector<std::size_t> children;
    place at;                               ///< where it first stands
};

enum class clause_kind : std::uint8_t { when, requires_, unless, evidence };

struct clause {
    clause_kind kind{};
    std::int64_t points = 0;
    std::size_t body = none;
    place at;
    texts because;
    std::vector<std::pair<std::string, std::string>> cites;     ///< source and text
};

struct conclusion {
    std::string term;
    bool is_role = false;
    bool declared = false;
    texts labels;
    std::vector<clause> clauses;
    std::optional<std::int64_t> need;       ///< the greatest `requires N points`
    place at;
    std::size_t node = none;                ///< the condition "this conclusion holds"
};

enum class named : std::uint8_t { nothing, fact, conclusion };

struct rules {
    std::vector<read_file> files;
    std::string language = "en";
    std::vector<fact> facts;                ///< in the order of declaration
    std::vector<conclusion> conclusions;
    std::vector<condition> conditions;      ///< children before parents, but for conclusions
    std::string effort_unit;
    bool any_effort = false;
    std::map<std::string, std::pair<named, std::size_t>> names;     ///< by key: terms and other names
    std::map<std::string, std::size_t> fact_labels, conclusion_labels;

    /// By term, other name, or label; `none` where there is none.
    [[nodiscard]] std::size_t find_fact(std::string_view spelling) const;
    [[nodiscard]] std::size_t find_conclusion(std::string_view spelling) const;
};

/// The level or option of a fact by term, then by label; nullopt where it has none of that name.
std::optional<std::int64_t> find_option(const fact& of, std::string_view spelling, bool labels_too);

/// "year" for "years", سال.
std::string unit_key(std::string_view unit);

/// Reads rule files with their imports. Throws `unusable`. \param keep keeps what `found` points into
rules read_rules(const std::vector<std::string>& roots, file_source& files, grammar::diagnostics& found, std::vector<grammar::source_ptr>& keep);

}  // namespace advise::verify
