// Groups of roles whose verdicts an interview settles, with every state that answers can lead a group to.
#pragma once

#include "decision_diagram.hpp"
#include "question_space.hpp"

#include <bit>
#include <vector>

namespace advise::bench {

/// A fact as a question: answers that no group tells apart are one.
struct asked {
    engine::fact_id fact = engine::nothing;
    std::vector<engine::known_fact> answers;
    std::vector<double> likely;                         ///< of each answer; in sum 1
};

using costs = std::vector<double>;                      ///< of asking each fact

/// For each variable of a fact the cell that a value lies in; empty where the fact does not concern the space.
std::vector<std::uint32_t> cells_of(const engine::question_space& space, engine::fact_id fact, const engine::known_fact& value);

/// Some roles: their states are the functions that answers leave of their verdicts. A later state rests on fewer facts, and stands before it in the list.
class role_group {
public:
    /// \param facts every open fact, at most 64, those that do not concern these roles too; must live as long as the group
    role_group(const engine::question_space& space, const std::vector<asked>& facts);

    [[nodiscard]] std::uint32_t start() const { return static_cast<std::uint32_t>(relevant_.size() - 1); }
    [[nodiscard]] std::size_t states() const { return relevant_.size(); }
    /// Bit f: fact f of the list counts.
    [[nodiscard]] std::uint64_t relevant(std::uint32_t state) const { return relevant_[state]; }
    [[nodiscard]] std::uint32_t after(std::uint32_t state, std::size_t fact, std::size_t answer) const
    {
        return (relevant_[state] >> fact & 1U) == 0 ? state : after_[state * stride_ + offset_[fact] + answer];
    }

    /// The least mean cost that settles each state, when asking costs this much.
    [[nodiscard]] std::vector<float> least(const costs& of) const;
    /// How often each fact is asked, on average, from this state on by the strategy behind least().
    [[nodiscard]] costs use(std::uint32_t from, const costs& of, const std::vector<float>& least) const;

private:
    struct choice {
        double cost = 0;
        std::size_t fact = 0;
    };
    [[nodiscard]] choice best(std::uint32_t state, const costs& of, const std::vector<float>& least) const;

    const std::vector<asked>& facts_;
    std::vector<std::uint64_t> relevant_;
    std::vector<std::uint32_t> after_;                  ///< of each state, fact of the group and answer
    std::vector<std::size_t> offset_;                   ///< of each fact
    std::size_t stride_ = 0;
};

/// Calls with the number of each bit that is set.
template <class Call>
void each_bit(std::uint64_t bits, const Call& call)
{
    for (; bits != 0; bits &= bits - 1) call(static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace advise::bench
