#pragma once

// The slow truth: the definitions of LANGUAGE.md §1 taken literally. Every completion of the
// profile is built and evaluated; nothing here is clever, so that it can be read against the page.

#include "model.hpp"

namespace advise::tests {

enum class verdict { no, unknown, yes };

// One value for every fact of the rule base.
using completion = std::vector<value>;

// One conclusion under one completion.
struct outcome {
    bool holds = false;
    std::int64_t points = 0;
    friend bool operator==(const outcome&, const outcome&) = default;
};

// One conclusion under a profile.
struct finding {
    verdict truth = verdict::no;
    std::int64_t low = 0;
    std::int64_t high = 0;
    // Facts for which two completions exist that differ in nothing else, yet in verdict or points.
    std::vector<std::size_t> open;
    friend bool operator==(const finding&, const finding&) = default;
};

struct exact_answer {
    std::vector<finding> findings;    // one for each conclusion, concepts too
    std::vector<std::size_t> advice;  // the roles, in the order of the advice
    std::size_t completions = 0;      // how many were tried
};

// A row as an engine gives it.
struct advice_row {
    std::string role;
    verdict truth = verdict::no;
    std::int64_t low = 0;
    std::int64_t high = 0;
    friend bool operator==(const advice_row&, const advice_row&) = default;
};

// `distinct` keeps one value of each kind that the tests of the rule base tell apart; `every` keeps
// all values of a finite domain and a dense sample of numbers, to check that `distinct` loses nothing.
enum class sampling { distinct, every };

// The values that the profile leaves to each fact. Throws std::logic_error if it leaves none.
std::vector<std::vector<value>> possible_values(const rule_base& base, const profile& known, sampling how = sampling::distinct);
// Whether the profile, as it stands, allows the value to the fact.
bool allows(const rule_base& base, const profile& known, std::size_t fact_index, value candidate);
// The number of completions to try, or `limit` + 1 if there are more than that.
std::size_t count_completions(const std::vector<std::vector<value>>& possible, std::size_t limit);

std::vector<outcome> evaluate(const rule_base& base, const completion& facts);
exact_answer brute_force(const rule_base& base, const profile& known, sampling how = sampling::distinct);

std::vector<std::size_t> advice_order(const rule_base& base, const std::vector<finding>& findings);
std::vector<advice_row> advice_rows(const rule_base& base, const exact_answer& answer);
std::vector<advice_row> advice_rows(const rule_base& base, const profile& known);

const char* name_of(verdict truth);

}  // namespace advise::tests
