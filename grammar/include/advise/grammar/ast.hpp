// The syntax of one statement, as the reader hands it on: shapes and places, no meaning. A statement is read into the same
// object again and again (its vectors keep their memory), put into the rule base, and gone.
#pragma once

#include <advise/grammar/source.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace advise::grammar::ast {

/// A term where it stands. `where` includes the quotes of a quoted one. `spelling()` (term_key.hpp) gives what it says.
struct term {
    span where;
    bool quoted = false;
    [[nodiscard]] bool empty() const { return where.begin == where.end; }
};

/// An exact decimal, in steps of 0.000001.
struct decimal {
    std::int64_t micro = 0;
    friend auto operator<=>(const decimal&, const decimal&) = default;
};

/// Text in quotes, escapes resolved.
struct text {
    span where;
    std::string content;
};

enum class value_kind : std::uint8_t { word, number, range };

/// One value of a comparison. A word is a term (level, option, `yes`, `no`); a number may have a unit; a range has two ends.
struct value {
    value_kind kind = value_kind::word;
    span where;
    term word;
    decimal number;       ///< or the lower end
    decimal upper;        ///< range only
    term unit;            ///< empty where none is written
};

enum class comparison : std::uint8_t { none, eq, ne, lt, le, gt, ge, in, includes };

enum class node_kind : std::uint8_t {
    operand,      ///< a term alone or compared: `term`, `op`, values
    all,          ///< `and` and `all of`
    any,          ///< `or` and `any of`
    none,         ///< `none of`
    negation,     ///< `not`
    at_least, at_most, exactly   ///< K `of`
};

/// A condition in postfix order: the children of a node stand before it, each with its own subtree, `children` of them.
/// A list (`… of (…)`) may carry a comparison for its members in `op`.
struct node {
    node_kind kind{};
    span where;                     ///< the whole condition, without parentheses around it
    ast::term term;                 ///< operand
    comparison op = comparison::none;
    span op_where;
    std::uint32_t first_value = 0;  ///< into condition::values
    std::uint32_t value_count = 0;
    std::uint32_t children = 0;
    std::int64_t count = 0;         ///< K
    span count_where;
};

struct condition {
    std::vector<node> nodes;        ///< the last one is the root; empty: no condition
    std::vector<value> values;
    std::vector<span> mixed;        ///< conditions in which `and` and `or` mix without parentheses (for the warning)
    void clear() { nodes.clear(); values.clear(); mixed.clear(); }
};

struct because { term language; ast::text text; };        ///< language empty: the file's
struct cites { term source; ast::text text; };            ///< text empty where none is written

enum class statement_kind : std::uint8_t {
    syntax, ruleset, language, import, source, scale, fact, concept_, role, arrow, test, claim,        // statements
    url, label, aka, ask, effort, after, when, requires_, requires_points, unless, evidence, given, expect   // clauses
};

enum class fact_type : std::uint8_t { scale, yes_no, number, one_of, any_of };   ///< `level` is the scale of that name
enum class expect_kind : std::uint8_t { verdict, points, first };
enum class verdict_word : std::uint8_t { no, unknown, yes };
enum class claim_kind : std::uint8_t { always, never, ignores, more_never_hurts };

/// One statement or clause. Which members mean something depends on `kind`:
///
///  syntax            number (its version)
///  ruleset, import   quoted
///  language          name
///  source            name, quoted (title)
///  scale             name, terms (levels, bottom first)
///  fact              name, type, scale_name (scale), lower/upper/has_range/unit (number), terms (options)
///  concept_, role    name, has_quoted/quoted (label)
///  arrow             name (optional), condition, negated, conclusion, has_points/points, reasons, citations
///  test              quoted
///  claim             claim, condition (always, never), conclusion, about (the fact)
///  url, ask          quoted; ask: language
///  label             terms (the words between `label` and the text, each as one term), quoted
///  aka               terms
///  effort            number, unit
///  after, when, requires_, unless      condition; the last three: reasons, citations
///  requires_points   points, reasons, citations
///  evidence          points, condition, reasons, citations
///  given             line (a line of a profile)
///  expect            expect, conclusion, verdict, lower/upper as whole points in `points`/`upper_points`
struct statement {
    statement_kind kind{};
    span where;                 ///< from its first word to its last
    span keyword;
    bool broken = false;        ///< a declaration whose rest could not be read: its name must not be reported as undeclared
    term name;
    text quoted;
    bool has_quoted = false;
    term language;
    std::vector<term> terms;
    fact_type type{};
    term scale_name;
    decimal number, lower, upper;
    bool has_range = false;
    span range_where, number_where;
    term unit;
    ast::condition condition;
    bool negated = false;
    term conclusion;
    bool has_points = false;
    std::int32_t points = 0;
    std::int64_t lower_points = 0, upper_points = 0;   ///< of `expect X points a..b`
    span points_where;
    std::vector<because> reasons;
    std::vector<cites> citations;
    expect_kind expect{};
    verdict_word verdict{};
    claim_kind claim{};
    term about;
    span line;

    void clear();               ///< back to a fresh statement; keeps the memory of the vectors
};

}  // namespace advise::grammar::ast
