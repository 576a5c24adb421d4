// The SAT solver behind a wall: literals are integers (variable v is v, its negation -v), and nothing of CaDiCaL is seen outside its .cpp.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>

namespace advise::engine {

using sat_literal = int;

enum class sat_answer : std::uint8_t { satisfiable, impossible, undecided };

/// An incremental solver. The same calls in the same order have the same answers: its limit is a count of conflicts, never time.
class sat_solver {
public:
    sat_solver();
    ~sat_solver();
    sat_solver(sat_solver&&) noexcept;
    sat_solver& operator=(sat_solver&&) noexcept;

    /// A new variable; the first one is 1.
    sat_literal fresh() { return ++variables_; }
    [[nodiscard]] int variables() const { return variables_; }
    void add(std::initializer_list<sat_literal> clause);
    void add(std::span<const sat_literal> clause);

    /// Where nothing speaks for the opposite, the literal holds in what is found.
    void prefer(sat_literal l);

    /// Whether all clauses and these assumptions can hold together; `undecided` after so many conflicts.
    sat_answer solve(std::span<const sat_literal> assumptions, std::int64_t most_conflicts);
    /// Of the last answer `satisfiable`.
    [[nodiscard]] bool holds(sat_literal l) const;
    /// Of the last answer `impossible`: whether the assumption was used in its proof.
    [[nodiscard]] bool failed(sat_literal assumption) const;
    /// Conflicts of all questions so far.
    [[nodiscard]] std::uint64_t conflicts() const;
    /// Literals of all clauses so far: what writing the formula down has cost.
    [[nodiscard]] std::uint64_t literals() const { return literals_; }

private:
    struct machine;
    std::unique_ptr<machine> machine_;
    int variables_ = 0;
    std::uint64_t literals_ = 0;
};

}  // namespace advise::engine
