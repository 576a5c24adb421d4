// The loader's draft: a rule base in the making. While files are read, every statement is put into it at once, with symbols where
// names stand; when all is read, the symbols become facts, conclusions and values (loader_names, loader_types, loader_checks).
#pragma once

#include "name_tables.hpp"
#include "symbols.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/ast.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/limits.hpp>

#include <array>
#include <compare>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace advise::engine::loading {

namespace ast = grammar::ast;
using grammar::message;

enum class name_kind : std::uint8_t { unknown, fact, conclusion, alias };

/// A place in the order of reading: imports stand at their places.
struct reading_place {
    std::uint32_t statement = 0;            ///< counted over all files
    std::uint32_t offset = 0;               ///< within the file of the statement
    friend auto operator<=>(const reading_place&, const reading_place&) = default;
};

/// Whether the first place of a name is known; names in conditions come late (pending_name) and may turn out to stand before.
enum class first_known : std::uint8_t { no, perhaps, yes };

/// What is known of a name, by symbol. Every mention of a name leads here, so it is small.
struct name_use {
    std::uint32_t of = nothing;             ///< the fact, the conclusion, or the symbol that it is another name of
    name_kind kind = name_kind::unknown;
    first_known stands = first_known::no;   ///< as a name, not only as a value
    bool in_rules = false;                  ///< a condition of a conclusion uses it
    bool in_conditions = false;             ///< any condition does
};

/// Where a name first stands.
struct first_use {
    origin at;
    bool quoted = false;
    std::uint32_t statement = 0;
};

/// What a name that may be an undeclared fact is compared with: the first of each, into draft::values.
struct compared_with {
    std::uint32_t number = nothing;
    std::uint32_t word = nothing;
    std::uint32_t unit = nothing;
};

/// What a fact needs until its type is settled; one for each of rule_base::facts.
struct fact_draft {
    symbol name = no_symbol;
    reading_place since;                    ///< of its declaration, or where it first stands
    symbol scale = no_symbol;
    origin scale_at;
    std::uint32_t first_option = 0;         ///< into draft::option_names, as many as it has options
    bool broken = false;                    ///< its declaration could not be read: nothing is said about its type
};

struct conclusion_draft {
    symbol name = no_symbol;                ///< none: merged into another
    reading_place since;
    conclusion_id merged_into = nothing;    ///< it was concluded by another name of that one
};

struct scale_draft {
    std::vector<symbol> levels;
    bool broken = false;
};

/// A value as written: a word, a number, or a range.
struct value_draft {
    span where;
    std::uint32_t of = 0;                   ///< the symbol of a word, else into draft::numbers
    std::uint16_t file = 0;
    ast::value_kind kind{};
};

struct number_draft {
    std::int64_t number = 0;                ///< or the lower end
    std::int64_t upper = 0;
    span unit;                              ///< empty: none
    [[nodiscard]] bool has_unit() const { return unit.begin != unit.end; }
};

/// A clause, until all clauses of a conclusion are known. What few clauses have stands beside it.
struct clause_draft {
    conclusion_id owner = nothing;
    condition_id body = nothing;
    std::int32_t points = 0;
    std::uint32_t extra = nothing;          ///< into draft::extras
    origin at;
    clause_kind kind{};
    bool arrow = false;
};

/// A comparison as written; a test's `first` leads here until its type is known.
struct comparison_draft {
    std::uint32_t term_end = 0;             ///< of the fact's name, which begins where the condition does
    span op;
    std::uint32_t first = 0;                ///< into draft::values
    std::uint32_t size = 0;
};

/// A name in a condition that has no symbol yet: names are looked up many at a time (symbol_table::intern_all).
struct pending_name {
    condition_id test = nothing;
    ast::term term;
    std::uint32_t statement = 0;
    conclusion_id owner = nothing;          ///< whose clause it stands in, if it does
    bool in_rules = false;
};

/// A test whose fact or conclusion is only known when all is read; its subject is the symbol of its name until then.
struct late_test {
    condition_id test = nothing;
    conclusion_id owner = nothing;
};

/// The scale that needs no declaration.
inline constexpr scale_id built_in_scale = 0;

/// What condition::size is as long as it is not settled what a test is about.
inline constexpr std::uint32_t unsettled = 0xFFFF'FFFF;

enum class label_of : std::uint8_t { fact, conclusion, level, option };

/// A label, which is a name too.
struct label_draft {
    label_of kind{};
    std::uint32_t of = 0;                   ///< fact, conclusion or scale
    std::uint32_t index = 0;                ///< level or option
    symbol name = no_symbol;
    origin at;
};

struct other_name {
    symbol name = no_symbol;
    symbol of = no_symbol;
    origin at;
};

/// A name whose place is needed when it turns out to name nothing.
struct named_place {
    symbol name = no_symbol;
    origin at;
};

struct claim_draft {
    symbol about = no_symbol;
    symbol fact = no_symbol;
    span about_where;
    span fact_where;
};

/// A text of the block that is being read, so that a second one of its kind and language is found.
struct block_text {
    ast::statement_kind kind{};
    std::uint32_t index = 0;                ///< of a level or option; `nothing`
    std::string language;
    span where;
};

/// An effort as written, until it is known in which unit the others are.
struct effort_draft {
    std::string unit;                       ///< "": none
    std::int64_t number = 0;
    origin number_at, at;                   ///< `at`: of the unit, else of the number
};

struct file_state {
    std::string language = "en";
    std::string title;
    bool any_statement = false;
    bool declares_facts = false;
    bool imports_facts = false;             ///< from a file that declares some, or imports them in its turn
    bool language_given = false;
    bool title_given = false;
    span untagged_text;                     ///< the first text that took the file's language
    span language_at, title_at;
};

enum class block_kind : std::uint8_t { none, source, scale, fact, conclusion, test };

struct draft {
    rule_base& rules;
    grammar::diagnostics& out;
    symbol_table& symbols;

    std::vector<name_use> uses;             // by symbol, grown as they come
    std::vector<first_use> firsts;          // the same
    std::vector<compared_with> compared;    // by symbol, grown as they come
    std::vector<fact_draft> facts;
    std::vector<conclusion_draft> conclusions;
    std::vector<conclusion_id> undeclared;  // conclusions that stood in a rule before any declaration of them; it may have come since
    bool any_role_declared = false;
    std::vector<scale_draft> scales;
    std::unordered_map<symbol, std::uint32_t> scale_of, source_of;     // symbols are our own numbers: nobody chooses them to collide
    std::vector<symbol> option_names;
    std::vector<value_draft> values;
    std::vector<number_draft> numbers;
    std::vector<clause_draft> clauses;      // in the order in which they stand
    std::vector<clause_words> extras;
    std::vector<comparison_draft> comparisons;
    std::vector<label_draft> labels;
    std::vector<other_name> other_names;
    std::vector<named_place> citations;     // every `cites`
    std::vector<named_place> expected;      // one for each expectation, in order
    std::vector<claim_draft> claims;        // one for each of rule_base::claims
    std::vector<file_state> files;          // one for each of rule_base::files
    std::vector<effort_draft> efforts;

    std::uint16_t file = 0;                 // being read
    const grammar::source* text = nullptr;  // of that file
    std::uint32_t statement = 0;            // counted over all files
    block_kind block = block_kind::none;
    std::uint32_t block_of = nothing;       // `nothing`: the block's first line was bad, its clauses go nowhere
    std::vector<block_text> block_texts;
    bool missing_files = false;             // a file could not be read: what is missing may stand there
    bool unread_statements = false;         // the same of a statement
    std::size_t suggestions_left = grammar::limits::suggestions_per_run;
    symbol nameless = no_symbol;            // of a text that is nobody's name: its key is empty
    symbol yes = no_symbol, no = no_symbol;

    struct recent_word {
        std::string_view written;
        symbol is = no_symbol;
    };
    std::array<recent_word, 16> recent_words;

    std::vector<pending_name> pending;
    std::vector<late_test> late;            // in the order in which they stand
    struct {
        std::size_t comparisons = 0, values = 0, numbers = 0;
    } kept;                                 // what tests of the names before the pending ones need
    bool from_the_ground_up = true;         // every conclusion mentions only earlier ones, as far as was seen

    // scratch
    std::vector<condition_id> open_nodes;
    std::vector<std::string_view> spellings;
    std::vector<symbol> plain_names;

    draft(rule_base& into, grammar::diagnostics& findings);
    /// Makes room for what a file of this size is likely to hold. Memory that is not touched costs nothing.
    void reserve(std::size_t bytes);

    [[nodiscard]] origin here(span where) const { return {file, where}; }
    [[nodiscard]] grammar::place place_of(const origin& at) const { return rules.place_of(at); }
    [[nodiscard]] grammar::place place_here(span where) const { return {text, where}; }
    [[nodiscard]] file_state& this_file() { return files[file]; }

    /// The symbol of a term that stands here, whatever it names.
    symbol symbol_of(ast::term t);
    /// The same for the words that facts are compared with: few, again and again.
    symbol word(ast::term t);
    /// The same for the name of a fact or conclusion: its first place is kept.
    symbol name(ast::term t);
    /// Notes that the name stands here; `known` tells whether pending names may yet come before it.
    void mention(symbol s, ast::term t, std::uint32_t in_statement, first_known known);
    name_use& use(symbol s) { return uses[s]; }
    /// What a conclusion has besides clauses, to be added to.
    conclusion_words& words_of(conclusion_id id);
    [[nodiscard]] reading_place first_place(symbol s) const { return {firsts[s].statement, firsts[s].at.where.begin}; }
    /// A name without its other names.
    [[nodiscard]] symbol resolved(symbol s) const { return s < uses.size() && uses[s].kind == name_kind::alias ? uses[s].of : s; }

    /// How a name is written where it first stands.
    [[nodiscard]] std::string spelling_of(symbol s) const;
    [[nodiscard]] std::string spelling_at(const origin& at) const;
    [[nodiscard]] std::string spelling(ast::term t) const;
    /// The same of a term that stands in this text, to stay as long as the rule base.
    [[nodiscard]] std::string_view kept_spelling(const grammar::source& in, ast::term t) const;

    grammar::diagnostic& error(message id, const origin& at, grammar::arguments arguments = {}) {
        return out.add(id, place_of(at), std::move(arguments));
    }
    [[nodiscard]] bool incomplete() const { return missing_files || unread_statements; }
    /// Hangs a note on a diagnostic, and returns that.
    grammar::diagnostic& note(grammar::diagnostic& of, message id, const origin& at, grammar::arguments arguments = {}) {
        of.notes.push_back({{id, std::move(arguments)}, place_of(at)});
        return of;
    }
    /// The nearest of some names, or "" when none is near or too many were looked for already.
    std::string nearest(std::string_view misspelt, const std::vector<std::string_view>& names);
    /// What has this label, for a hint: labels are no names in rules. "" when nothing has it.
    std::string labelled(symbol name, label_of kind, std::uint32_t of = nothing);
};

/// The term that a label stands for.
std::string labelled_term(const rule_base& rules, const label_draft& label);

// --- while reading ------------------------------------------------------------------------------------------------------

/// Reads all files, statement by statement (loader_files.cpp).
void read_files(draft& d, const std::vector<std::string>& roots, source_provider& provider);

/// Takes one statement or clause into the draft (loader.cpp).
void take(draft& d, const ast::statement& st);

// loader_declarations.cpp
void take_source(draft& d, const ast::statement& st);
void take_scale(draft& d, const ast::statement& st);
void take_fact(draft& d, const ast::statement& st);
void take_conclusion(draft& d, const ast::statement& st, bool is_role);
/// The conclusion of a name, made where there is none yet. `nothing` where the name is a declared fact's, which is reported.
conclusion_id conclusion_named(draft& d, symbol name, span where);

// loader_labels.cpp
void take_label(draft& d, const ast::statement& st);
void take_aka(draft& d, const ast::statement& st);
void take_ask(draft& d, const ast::statement& st);
void take_url(draft& d, const ast::statement& st);
void take_effort(draft& d, const ast::statement& st);
/// The language of a tag, or the file's where there is none; "" after an error.
std::string language_of(draft& d, ast::term tag, span text);

// loader_conditions.cpp
/// Puts a condition into the rule base; `nothing` where it is bad. \param in_rules it is a condition of a conclusion
condition_id take_condition(draft& d, const ast::condition& c, bool in_rules);
/// Gives the pending names of the file being read their symbols, and settles what they stand for where that is sure.
void settle_pending(draft& d);
/// Makes a test a reference to a conclusion. \param owner whose clause it stands in; `nothing`: in none
void refer_to(draft& d, condition& test, conclusion_id to, conclusion_id owner);

// loader_clauses.cpp
void take_clause(draft& d, const ast::statement& st);
void take_requires_points(draft& d, const ast::statement& st);
void take_arrow(draft& d, const ast::statement& st);
void take_after(draft& d, const ast::statement& st);

// loader_tests.cpp
void take_test(draft& d, const ast::statement& st);
void take_given(draft& d, const ast::statement& st);
void take_expect(draft& d, const ast::statement& st);
void take_claim(draft& d, const ast::statement& st);

// --- when all is read -----------------------------------------------------------------------------------------------------

/// Clauses to their conclusions (loader_clauses.cpp).
void settle_clauses(draft& d);
/// Other names, undeclared facts and conclusions, the order of declaration (loader_names.cpp).
void settle_names(draft& d);
/// Types of facts, and every comparison by them (loader_types.cpp, loader_values.cpp).
void settle_types(draft& d);
/// Gives a fact its scale. \return false: none of that name was read so far
bool take_scale_of(draft& d, fact& f, fact_draft& of);
void settle_comparisons(draft& d);
/// The unit of all efforts (loader_efforts.cpp).
void settle_efforts(draft& d);
/// Fills the name index; labels that mean two things (loader_index.cpp).
void settle_index(draft& d);
/// Sources cited, expectations, claims (loader_tests.cpp).
void settle_citations(draft& d);
void settle_tests(draft& d);
/// Cycles, concepts that nothing mentions, lines of tests (loader_checks.cpp).
void final_checks(draft& d);

}  // namespace advise::engine::loading
