// The columns of a plan as SQL: their names, and the expressions that compute them.
#pragma once

#include "dialect.hpp"

#include <advise/engine/relational.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace advise::cli {

/// What people's facts are in: one column of `advise_profiles`, or of a layer that carries it on.
struct input_column {
    engine::fact_id fact = engine::nothing;
    std::uint32_t option = engine::nothing;  ///< of an any_of fact
    enum class part : std::uint8_t { whole, low, high } which = part::whole;
};

/// f3, f3_low, f3_high; of an option f4_0.
std::string name_of(const input_column& c);

/// The columns of a fact: one, or one for each option, or two for what can be known in part.
std::vector<input_column> columns_of(const engine::rule_base& rules, const engine::relational_fact& f, const engine::relational_options& options);

/// A level or number that may be known in part, in a pair of columns.
bool is_pair(const engine::rule_base& rules, engine::fact_id f, const engine::relational_options& options);

class column_writer {
public:
    /// All must outlive the object.
    column_writer(const engine::rule_base& rules, const engine::relational_plan& plan, const dialect_traits& in)
        : rules_(rules), plan_(plan), in_(in) {}

    /// The names under which a stored column is kept: one, or two for a sum with two ends.
    [[nodiscard]] std::vector<std::string> names(std::uint32_t column) const;
    /// The expressions that compute it, one for each name.
    [[nodiscard]] std::vector<std::string> expressions(std::uint32_t column) const;

    /// A column of `advise_profiles` as layer 0 takes it over: facts of which nothing is said are at their "no", or at the ends of their domain.
    [[nodiscard]] std::string taken_over(const input_column& c) const;
    /// The condition under which a column of `advise_profiles` has a value that its fact cannot have; "" where there is none.
    [[nodiscard]] std::string invalid(const input_column& c) const;
    /// A value of a fact, as the columns have it.
    [[nodiscard]] std::string value(engine::fact_id f, std::int64_t v) const;

    // What is said of a role: 0, 1 or 2; integers; masks.
    [[nodiscard]] std::string verdict(const engine::relational_role& r) const;
    [[nodiscard]] std::string points(const engine::relational_role& r, bool high) const;
    [[nodiscard]] std::string mask(const engine::relational_role& r, bool undecided) const;

private:
    [[nodiscard]] std::string truth(const engine::column_input& i) const;
    [[nodiscard]] std::string untruth(const engine::column_input& i) const;
    [[nodiscard]] std::string computed(std::uint32_t column) const;
    [[nodiscard]] std::string test(const engine::relational_column& c) const;
    [[nodiscard]] std::string test_of_pair(const engine::relational_column& c) const;
    [[nodiscard]] std::string sum(std::uint32_t column, bool high) const;
    [[nodiscard]] std::string sum_computed(const engine::relational_column& c, bool high) const;
    [[nodiscard]] std::string inside(engine::fact_id f, const std::string& name, const engine::column_range& r) const;
    [[nodiscard]] bool is_open(const engine::column_input& i) const { return plan_.columns[i.column].open; }

    const engine::rule_base& rules_;
    const engine::relational_plan& plan_;
    const dialect_traits& in_;
};

}  // namespace advise::cli
