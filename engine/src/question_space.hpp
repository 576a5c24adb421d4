// The open part of an interview: the joint residual circuit, and its facts as questions with answers of some likelihood.
#pragma once

#include "question_goal.hpp"
#include "residual.hpp"

#include <vector>

namespace advise::engine {

/// A fact that reaches what is to be settled: its variables (several only for a set) and for each variable the weight of each of its cells.
struct asked_fact {
    fact_id fact = nothing;
    std::uint32_t first = 0;                ///< into residual::variables
    std::uint32_t variables = 1;
    std::vector<std::int64_t> weights;      ///< of the cells of the first variable; of a set, whose options are in or out alike often, {1, 1}
    std::int64_t total = 0;                 ///< of one variable's weights
    bool askable = true;                    ///< false: answered with "don't know"
};

struct question_space {
    residual circuit;                       ///< its `verdict` has every open literal of the goal as a term
    std::vector<goal_part> parts;           ///< literals of the residual circuit; `nothing` where `holds` is decided, and decided points left out
    std::vector<asked_fact> asked;          ///< in order of declaration

    /// The tests of a fact are those from here …
    [[nodiscard]] node_id first_test(const asked_fact& fact) const { return circuit.variables[fact.first].first_test; }
    /// … to before this.
    [[nodiscard]] node_id end_of_tests(const asked_fact& fact) const
    {
        const variable& last = circuit.variables[fact.first + fact.variables - 1];
        return last.first_test + last.tests;
    }
};

/// \param askable of each fact of the rule base whether it may be asked
question_space make_question_space(const goal& to_settle, const facts& person, const truth_table& table, const std::vector<bool>& askable);

/// The values between two neighbouring thresholds of the program, for what is known of a number; ascending.
std::vector<value_range> intervals_of(const program::data& code, fact_id f, const known_fact& known);

}  // namespace advise::engine
