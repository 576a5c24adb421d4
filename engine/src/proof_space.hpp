// Where questions about all profiles are put and answered: a solver, one world or two, and a meter of the work.
#pragma once

#include "sat_encoding.hpp"
#include "sat_sums.hpp"

#include <advise/engine/advice.hpp>

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace advise::engine {

/// What proving may cost. Counted in variables looked at, literals written and conflicts, never in time.
struct work_meter {
    std::int64_t conflicts_each = 0;  ///< of one question
    std::uint64_t limit = 0;
    std::uint64_t spent = 0;
    std::size_t undecided = 0;  ///< questions that the limits left open

    /// Whether nothing more will be answered: then a question need not be put together either.
    [[nodiscard]] bool exhausted() const { return spent >= limit; }
};

class proof_space {
public:
    proof_space(const program::data& code, const fact_cells& cells, const std::vector<bool>& cut, work_meter& meter)
        : code_(code), meter_(meter), first_(code, cells, solver_, cut) {}

    [[nodiscard]] sat_world& world() { return first_; }
    /// A world that differs in one fact.
    sat_world second_world(fact_id moved) { return {first_, moved}; }
    [[nodiscard]] sat_solver& solver() { return solver_; }
    [[nodiscard]] const program::data& code() const { return code_; }
    [[nodiscard]] sat_literal always() const { return first_.always(); }
    [[nodiscard]] work_meter& meter() { return meter_; }

    sat_answer ask(std::span<const sat_literal> assumptions);
    sat_answer ask(std::initializer_list<sat_literal> assumptions) { return ask(std::span(assumptions.begin(), assumptions.size())); }
    /// After `impossible`: which of the assumptions contradict each other, none of them needlessly (within the limits). Indices, ascending.
    std::vector<std::size_t> core(const std::vector<sat_literal>& assumptions);

    /// A literal that holds where the points of a conclusion (its evidence in `a`, less its evidence in `b`) are at least `least`.
    sat_literal points_at_least(sat_world& a, conclusion_id x, std::int64_t least);
    sat_literal more_points(sat_world& a, conclusion_id x, sat_world& b, conclusion_id y);

    /// "At least so many of these", made once.
    sat_literal at_least(const std::vector<sat_term>& of, std::int64_t least);

private:
    void add_evidence(std::vector<sat_term>& terms, sat_world& in, conclusion_id x, std::int64_t sign);

    const program::data& code_;
    work_meter& meter_;
    std::uint64_t charged_ = 0;  // literals of the formula that the meter knows
    sat_solver solver_;
    sat_world first_;
    std::map<std::pair<std::int64_t, std::vector<sat_literal>>, sat_literal> sums_;
};

/// The profile of the last answer, for these facts.
completion model_of(proof_space& space, sat_world& world, const std::vector<fact_id>& facts);

/// A profile and, where two worlds differ in `moved`, the second value.
struct found_profiles {
    completion first;
    std::optional<fact_value> second;
    bool smallest = true;                             ///< false: the limit stopped the search for the smallest
    sat_answer answer = sat_answer::satisfiable;  ///< whether there is any; if not, nothing else counts
};

/// Whether to look for the smallest profile, or to be content with a small one.
enum class profile_wanted : std::uint8_t { smallest, any };

/// The smallest profile under which the assumptions hold together, if there is one: fewest facts away from their lowest values; of
/// those the first in order of declaration, lowest value first. With two worlds the first counts, then the value of `moved` in the second.
/// \param facts what they rest on, in order of declaration
/// \param known a profile under which they hold: of each fact of the rules its cell, or of a set a bit for each option of fact_cells::options
found_profiles smallest_profile(proof_space& space, std::vector<sat_literal> assumptions, const std::vector<fact_id>& facts,
                                sat_world* second = nullptr, fact_id moved = nothing, profile_wanted wanted = profile_wanted::smallest,
                                const std::vector<std::uint64_t>* known = nullptr);

/// Such a profile in values, for these facts.
completion completion_of(const program::data& code, const fact_cells& cells, const std::vector<std::uint64_t>& profile, const std::vector<fact_id>& facts);

}  // namespace advise::engine
