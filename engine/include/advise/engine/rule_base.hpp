// What a rule base says, names and types resolved: the result of reading and checking rule files. Built once, then constant.
#pragma once

#include <advise/engine/table.hpp>
#include <advise/grammar/ast.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/source.hpp>

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine {

using grammar::span;
using fact_id = std::uint32_t;          ///< index into rule_base::facts, in order of declaration
using conclusion_id = std::uint32_t;    ///< index into rule_base::conclusions, in order of declaration
using condition_id = std::uint32_t;     ///< index into rule_base::conditions
using scale_id = std::uint32_t;
inline constexpr std::uint32_t nothing = 0xFFFF'FFFF;   ///< "none" for every id

/// A place in the rule base's own files, compact.
struct origin {
    std::uint16_t file = 0;
    span where;
    friend bool operator==(const origin&, const origin&) = default;
};

/// A text in one language ("en", "fa", …).
struct localised {
    std::string language;
    std::string text;
};
using texts = std::vector<localised>;

/// The text in a language, else in `fallback`, else "".
std::string_view text_in(const texts& all, std::string_view language, std::string_view fallback = {});

/// A level of a scale or an option of a choice.
struct option {
    std::string term;                   ///< as declared
    texts labels;
    origin at;
};

struct scale {
    std::string term;
    std::vector<option> levels;         ///< bottom first
    origin at;
    bool built_in = false;
};

enum class fact_type : std::uint8_t { level, yes_no, number, one_of, any_of };

struct effort {
    std::int64_t micro = 0;             ///< cost of one step, in steps of 0.000001 of the unit
};

struct fact {
    std::string term;                   ///< as declared, or as it first stands
    fact_type type = fact_type::level;
    bool declared = false;
    scale_id scale = nothing;           ///< level only
    std::vector<option> options;        ///< one_of, any_of
    std::int64_t least = 0;             ///< number: on the grid of 0.000001
    std::int64_t greatest = 0;          ///< number: `limits::greatest_number` where no range is declared
    bool has_range = false;
    std::string unit;                   ///< number; empty: none
    texts labels;
    std::vector<std::string> aka;
    texts questions;
    std::optional<engine::effort> effort;
    condition_id after = nothing;
    origin at;
};

/// What a condition is, in the normal form of COMMANDS.md. `none of` is a `negation` over an `any`.
enum class condition_kind : std::uint8_t { test, conclusion, all, any, negation, count };
enum class test_op : std::uint8_t { has, eq, ne, lt, le, gt, ge, in, includes };

/// How the members of a `count` are counted.
enum class count_bound : std::uint8_t { at_least, at_most, exactly };

/// One condition. A test's values are kept in rule_base::test_values: indices of levels or options, 0/1 for yes/no, grid steps
/// for numbers; `in` with `is_range` has two, the ends included. A level, option or number value is always one its fact can have
/// or, for numbers, any number. There are millions of them, so it is small.
struct condition {
    condition_kind kind{};
    test_op op{};
    bool is_range = false;
    count_bound bound{};                ///< of a count
    std::uint32_t subject = nothing;    ///< fact of a test, conclusion of a reference, number of a count
    std::uint32_t first = 0;            ///< children (rule_base::condition_children), or values of a test
    std::uint32_t size = 0;
    origin at;

    /// Of a count: between least and most of the children hold. 0 of anything else.
    [[nodiscard]] std::uint32_t least() const { return kind != condition_kind::count || bound == count_bound::at_most ? 0 : subject; }
    [[nodiscard]] std::uint32_t most() const { return kind != condition_kind::count ? 0 : bound == count_bound::at_least ? size : subject; }
    /// Makes it a count of its `size` children. Throws std::logic_error for what the language cannot say: both ends bounded, and apart.
    void count_members(std::uint32_t least, std::uint32_t most);
};

struct because {
    std::string language;
    std::string text;
};

struct citation {
    std::uint32_t source = nothing;     ///< into rule_base::sources_cited
    std::string text;                   ///< "paragraph 3"; may be empty
};

enum class clause_kind : std::uint8_t { when, requires_, unless, evidence };

/// What a clause says besides its condition.
struct clause_words {
    std::string rule_name;              ///< of a named arrow rule
    std::vector<because> reasons;
    std::vector<citation> citations;
};

/// A clause of a conclusion, or the arrow rule that is equal to it. `requires N points` is one of conclusion::needs.
struct clause {
    clause_kind kind{};
    bool arrow = false;
    std::int32_t points = 0;            ///< evidence
    condition_id body = nothing;
    origin at;                          ///< of the clause's or rule's first word
    std::uint32_t words = nothing;      ///< into rule_base::wordings; `nothing`: it says nothing else
};

/// `requires N points`.
struct points_requirement {
    std::int32_t points = 0;
    origin at;
    std::vector<because> reasons;
    std::vector<citation> citations;
};

/// What some conclusions have besides their clauses.
struct conclusion_words {
    texts labels;
    std::vector<std::string> aka;
    std::vector<points_requirement> needs;
};

struct conclusion {
    std::string_view term;              ///< as declared, or as it first stands; of a file's text or rule_base::terms
    std::span<const clause> clauses;    ///< of rule_base::clauses, in the order in which they stand in the files
    const conclusion_words* words = nullptr;    ///< of rule_base::concluded_words; null: it has none
    origin at;
    bool is_role = false;
    bool declared = false;

    [[nodiscard]] const texts& labels() const;
    [[nodiscard]] const std::vector<std::string>& aka() const;
    /// Every `requires N points`: the greatest, then the others as they stand.
    [[nodiscard]] const std::vector<points_requirement>& needs() const;
    /// The points that are required; null: none are.
    [[nodiscard]] const points_requirement* need() const { return needs().empty() ? nullptr : &needs().front(); }
};

struct cited_source {
    std::string term;
    std::string title;
    std::string url;
    origin at;
};

struct expectation {
    grammar::ast::expect_kind kind{};
    conclusion_id role = nothing;       ///< of verdict and points it may be a concept too
    grammar::ast::verdict_word verdict{};
    std::int64_t low = 0, high = 0;
    origin at;
};

/// A `test` block. Its profile lines are bound when it runs.
struct test_block {
    std::string title;
    std::vector<origin> given;          ///< spans of profile lines
    std::vector<expectation> expected;
    origin at;
};

struct claim {
    grammar::ast::claim_kind kind{};
    condition_id body = nothing;
    conclusion_id about = nothing;
    fact_id fact = nothing;
    origin at;
};

/// Finds facts and conclusions by what people call them.
class name_index {
public:
    name_index();
    ~name_index();
    name_index(name_index&&) noexcept;
    name_index& operator=(name_index&&) noexcept;

    /// By term or other name, then by label in any language; `nothing` if there is none. O(length).
    [[nodiscard]] fact_id fact(std::string_view spelling) const;
    [[nodiscard]] conclusion_id conclusion(std::string_view spelling) const;
    /// A level or option of a fact by term or label; nullopt if it has none of that name. For levels not by number.
    [[nodiscard]] std::optional<std::uint32_t> value(fact_id of, std::string_view spelling) const;

    struct tables;
    std::unique_ptr<tables> data;       ///< filled by the loader
};

struct mapped_rules;

struct rule_base {
    std::vector<grammar::source_ptr> files;     ///< root files and imports in order of reading
    std::string title;
    std::string language = "en";
    std::vector<scale> scales;                  ///< [0] is `level`
    std::vector<fact> facts;
    std::vector<conclusion> conclusions;
    table<clause> clauses;                      ///< those of one conclusion stand together
    table<condition> conditions;                ///< children before parents
    table<condition_id> condition_children;
    table<std::int64_t> test_values;
    std::vector<clause_words> wordings;
    std::deque<conclusion_words> concluded_words;
    std::deque<std::string> terms;              ///< of conclusions whose term is not written in a file as it is shown
    std::vector<cited_source> cited;
    std::vector<test_block> tests;
    std::vector<claim> claims;
    std::string effort_unit;                    ///< "weeks"; empty where no fact has an effort
    name_index names;
    std::shared_ptr<const mapped_rules> mapped; ///< the compiled file that tables and texts stand in (compiled.hpp); null: none

    [[nodiscard]] grammar::place place_of(const origin& o) const { return {files[o.file].get(), o.where}; }
    [[nodiscard]] std::size_t level_count(const fact& f) const { return scales[f.scale].levels.size(); }
    /// What a clause says besides its condition, empty ones where it has none.
    [[nodiscard]] const clause_words& wording(const clause& c) const;
    /// The values of a test, and the members of a gate.
    [[nodiscard]] std::span<const std::int64_t> values_of(const condition& test) const { return test_values.slice(test.first, test.size); }
    [[nodiscard]] std::span<const condition_id> members_of(const condition& gate) const { return condition_children.slice(gate.first, gate.size); }
    /// To give a conclusion labels, other names and requirements of its own.
    conclusion_words& words_for(conclusion& of);
    /// The levels of a level fact, or the options of a choice; empty otherwise.
    [[nodiscard]] const std::vector<option>& options_of(const fact& f) const { return f.type == fact_type::level ? scales[f.scale].levels : f.options; }
};

/// Where the loader gets the text of files from; implemented by the program (the engine does no I/O).
class source_provider {
public:
    virtual ~source_provider() = default;

    /// A file that was asked for. On failure `bytes` is empty and `failure` says why (a message of group A4…) with its arguments.
    struct file {
        std::string name;               ///< as shown to people and in JSON
        std::string identity;           ///< equal for two ways to one file
        std::string bytes;
        grammar::message failure = grammar::message::none;
        grammar::arguments failure_arguments;
    };
    /// A root file, by the name the user gave.
    virtual file open_root(const std::string& name) = 0;
    /// An import: `asked` is the text of the statement, `importer` the identity of the file it stands in, `root` that of its root file.
    virtual file open_import(const std::string& asked, const std::string& importer, const std::string& root) = 0;
};

struct load_result {
    std::unique_ptr<rule_base> rules;           ///< never null; to be used only when there are no errors
    grammar::diagnostics diagnostics;
};

/// Reads the root files as one rule base, with their imports; resolves names and types; reports every error and the warnings that
/// LANGUAGE.md names (mixed and/or, undeclared facts beside declared ones, concepts that nothing mentions), cycles included.
/// O(bytes) but for sorting.
load_result load_rules(const std::vector<std::string>& roots, source_provider& provider);

/// The same for one text that imports nothing; for tests and embedding.
load_result load_rules_text(std::string name, std::string bytes);

}  // namespace advise::engine
