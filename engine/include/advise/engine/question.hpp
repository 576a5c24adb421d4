// What to ask next: only what can still change the answer, and first what leaves the fewest questions.
#pragma once

#include <advise/engine/advice.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace advise::engine {

/// What an interview is to settle: the verdict of every role; which role stands first in the advice; or all verdicts and all points,
/// and with them the whole order.
enum class ask_until : std::uint8_t { verdicts, first, all };

/// One answer that a person may give: a value of the fact, an interval between two thresholds of the rules for a number, a set of options.
struct possible_answer {
    known_fact value;                                           ///< as in `facts`; what was open of a set and is not listed is out
    std::vector<std::pair<conclusion_id, verdict>> decides;     ///< roles whose verdict it settles, in order of declaration
};

/// An exact fraction, in lowest terms.
struct fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    friend bool operator==(const fraction&, const fraction&) = default;
};

/// The next question, and what is known of those after it.
struct question {
    fact_id fact = nothing;                     ///< `nothing`: the interview is over
    std::vector<possible_answer> answers;       ///< lowest value first; of a set with more than `most_listed_options` open options only examples
    fraction expected;                          ///< questions still to come, this one included, on average
    bool exact = true;                          ///< the order is the best there is, and `expected` its exact mean; else both are estimates
    std::vector<fact_id> left;                  ///< all relevant facts that may be asked, this one included: no interview asks more; in order of declaration
    std::vector<fact_id> skipped;               ///< facts whose answer was "don't know", in order of declaration
};

/// Of a set with more open options than this, `answers` has the empty set, each single option and all of them.
inline constexpr std::size_t most_listed_options = 6;

struct question_options {
    ask_until until = ask_until::verdicts;
    bool look_ahead = false;                    ///< do not look for the optimum, however small the rest is; for tests and benches
    bool answers = true;                        ///< fill in `answers`
    std::uint64_t work_limit = 2'000'000;       ///< gate evaluations spent on the relevance of all facts to one role
};

/// The question to ask now. A fact is relevant if two completions that differ in it alone differ in what is to be settled; facts that are decided or were
/// answered with "don't know" (`never_ask`) are not asked. Of the relevant facts that one comes first which leaves the fewest
/// questions on average, if each value (each interval between thresholds, for a number; each set of options) is equally likely; the first declared of equals.
///
/// While what is open is small, this is the optimum over all ways to go on (dynamic programming over the functions that are left). Else each
/// candidate is tried on sampled completions, followed by fixed orders of the others that get better round by round: one-step look-ahead.
/// Deterministic. Where the work limit leaves the relevance of a fact undecided, it is asked after all facts that are relevant for certain.
question next_question(const program& code, const facts& person, const question_options& options = {});

/// The relevant facts that may be asked, in order of declaration: question::left.
std::vector<fact_id> relevant_facts(const program& code, const facts& person, const question_options& options = {});

/// The answers to a question about any fact that is open, relevant or not, and what each decides: question::answers.
std::vector<possible_answer> possible_answers(const program& code, const facts& person, fact_id f);

}  // namespace advise::engine
