// What an interview is to settle, and which answers a question has.
#pragma once

#include "cases.hpp"
#include "json.hpp"

namespace advise::verify {

enum class until : std::uint8_t { verdicts, first, all };

/// A fact is relevant if it matters to one of these.
std::vector<goal> goals_of(const rules& base, until settled, const std::vector<possible>& facts);

/// The stretches of a number, as far as a fact may have it, on which no test of the rules changes: the least value of each, lowest first.
std::vector<std::int64_t> stretches(const rules& base, std::size_t fact, const possible& left);

/// What a fact may be found to be, lowest first. Of a set with more than 6 open options only the empty one, each option alone, and all.
std::vector<possible> answers_of(const rules& base, std::size_t fact, const possible& left);

/// An answer as COMMANDS.md writes it: a value, the options of a set, both ends of a stretch.
json answer_json(const fact& of, const possible& answer);

/// How to begin best, if all answers are equally likely.
struct best_beginning {
    std::int64_t hundredths = 0;  ///< the mean number of questions, this one included; halves are rounded up
    std::size_t fact = none;      ///< the first declared of the best; `none` where nothing is left to ask
};

/// By trying every strategy; nothing where that takes more than `limit` steps.
std::optional<best_beginning> best_by_trying(const rules& base, const std::vector<goal>& goals, const std::vector<possible>& facts,
                                             const std::vector<bool>& askable, std::uint64_t limit);

}  // namespace advise::verify
