#pragma once

// The abstract rule base and profile of the slow truth: what LANGUAGE.md talks about, without any
// text. It shares no code with the engine on purpose; an error made twice independently is rare.
//
// Every value of a fact is one integer: a level's place on its scale, 0/1 for no/yes, an option's
// place, a set of options as bits, or a number in millionths (the grid of the language).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::tests {

using value = std::int64_t;
inline constexpr value one = 1'000'000;  // the number 1, in millionths
// A number has at most 12 digits before the point and 6 after it: no fact can be greater.
inline constexpr value greatest_number = 999'999'999'999'999'999;

enum class fact_type { level, yes_no, number, one_of, any_of };

struct scale {
    std::string term;
    std::vector<std::string> levels;  // from the bottom
    bool declared = true;             // false: the built-in `level` as it is
};

enum class relation { equal, different, less, at_most, greater, at_least };
enum class test_kind { bare, compare, range, list, includes };

struct fact_test {
    test_kind kind = test_kind::bare;
    relation compared = relation::equal;  // compare
    value operand = 0;                    // compare; the first of a range; the option included
    value last = 0;                       // the last of a range, itself included
    std::vector<value> values;            // list
};

// `all` and `any` are written with the words and/or, the others as lists.
enum class shape { fact_test, conclusion, negation, all, any, all_of, any_of, none_of, at_least, at_most, exactly };

struct condition {
    shape form = shape::fact_test;
    std::size_t subject = 0;  // the fact of a test, or the conclusion referred to
    fact_test test;           // of a fact; or, if `applied`, of each member
    bool applied = false;     // a comparison stands after the list; the members are bare facts
    std::size_t count = 0;    // the K of at_least, at_most, exactly
    std::vector<condition> members;
};

struct fact {
    std::string term;
    fact_type type = fact_type::level;
    bool declared = true;
    std::size_t scale_index = 0;       // of a level
    std::vector<std::string> options;  // of a choice
    value least = 0;                   // of a number; the default range is 0 and up
    std::optional<value> greatest;
    std::string unit;                  // of a declared number, plural; may be empty
    std::vector<std::string> aliases;  // `aka`, only if declared
    std::optional<value> effort;       // per step, in millionths of a week; only if declared
    std::optional<condition> after;
};

enum class clause_kind { sufficient, necessary, points_needed, excluding, evidence };

struct clause {
    clause_kind kind = clause_kind::sufficient;
    std::int64_t points = 0;  // of evidence and points_needed
    condition body;           // of all but points_needed
};

// An undeclared conclusion is concluded only by arrows, so it has no `requires` and has some clause.
struct conclusion {
    std::string term;
    bool role = false;
    bool declared = true;
    std::vector<std::string> aliases;
    std::vector<clause> clauses;
};

// The order of `conclusions` is the order of declaration, which breaks ties in the advice.
struct rule_base {
    std::vector<scale> scales{{"level", {"none", "beginner", "intermediate", "advanced", "expert"}, false}};
    std::vector<fact> facts;
    std::vector<conclusion> conclusions;
};

// `affirmed` is a `yes` said of a level or a number: above the bottom, above 0.
enum class answer_kind { exactly, at_least, at_most, between, includes, affirmed, unknown };

struct answer {
    std::size_t subject = 0;
    answer_kind kind = answer_kind::unknown;
    value first = 0;
    value last = 0;  // of between
};

// One answer is one line; several on one fact all hold.
struct profile {
    std::vector<answer> answers;
    bool closed = false;
};

// ---- short spellings for tests written by hand

condition bare(std::size_t fact_index);
condition compare(std::size_t fact_index, relation compared, value operand);
condition holds(std::size_t conclusion_index);
condition negate(condition body);
condition join(shape form, std::vector<condition> members, std::size_t count = 0);

// ---- what the types say

// The levels or options of a fact, in order; empty for yes/no and numbers.
const std::vector<std::string>& value_names(const rule_base& base, const fact& about);
// Every value of a fact that is not a number, ascending.
std::vector<value> finite_domain(const rule_base& base, const fact& about);
bool in_domain(const rule_base& base, const fact& about, value candidate);
bool satisfies(const fact_test& test, value actual);
// Where a name stands among levels or options, letter case aside.
std::optional<std::size_t> find_name(const std::vector<std::string>& names, std::string_view wanted);
// What `no` and `otherwise: no` mean for a fact; none for a choice without an option `no`.
std::optional<value> negative_value(const rule_base& base, const fact& about);

// ---- walks

using test_visitor = std::function<void(std::size_t fact_index, const fact_test&)>;
using mention_visitor = std::function<void(std::size_t conclusion_index)>;
void visit_tests(const condition& body, const test_visitor& visit);
void visit_tests(const rule_base& base, const test_visitor& visit);
void visit_mentions(const condition& body, const mention_visitor& visit);
void visit_mentions(const rule_base& base, const mention_visitor& visit);

}  // namespace advise::tests
