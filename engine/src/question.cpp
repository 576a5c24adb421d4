// The next question: relevance first, then the best order.
#include "influence.hpp"
#include "look_ahead.hpp"

#include <advise/engine/question.hpp>

#include <algorithm>
#include <numeric>

namespace advise::engine {
namespace {

constexpr std::uint8_t option_out = 0, option_in = 1, option_open = 2;

/// Every value of a fact that may be given as its answer.
class answers_of {
public:
    answers_of(const program& code, fact_id f, const known_fact& known) : code_(code), fact_(f), known_(known) {}

    std::vector<possible_answer> run()
    {
        const fact_type type = code_.rules().facts[fact_].type;
        if (type == fact_type::any_of) sets();
        else if (type == fact_type::number)
            for (const value_range& range : intervals_of(code_.code(), fact_, known_)) add(range.from, range.to);
        else
            for (std::int64_t value = known_.from; value <= known_.to; ++value) add(value, value);
        return std::move(made_);
    }

private:
    void add(std::int64_t from, std::int64_t to)
    {
        possible_answer answer{known_, {}};
        answer.value.from = from;
        answer.value.to = to;
        made_.push_back(std::move(answer));
    }

    void sets()
    {
        std::vector<std::size_t> open;
        for (std::size_t o = 0; o < known_.options.size(); ++o)
            if (known_.options[o] == option_open) open.push_back(o);
        if (open.size() <= most_listed_options) {
            for (std::uint32_t mask = 0; mask < 1U << open.size(); ++mask) add_set(open, [&](std::size_t i) { return (mask >> i & 1U) != 0; });
            return;
        }
        add_set(open, [](std::size_t) { return false; });
        for (std::size_t only = 0; only < open.size(); ++only) add_set(open, [&](std::size_t i) { return i == only; });
        add_set(open, [](std::size_t) { return true; });
    }

    template <class Chosen>
    void add_set(const std::vector<std::size_t>& open, const Chosen& chosen)
    {
        possible_answer answer{known_, {}};
        for (std::size_t i = 0; i < open.size(); ++i) answer.value.options[open[i]] = chosen(i) ? option_in : option_out;
        made_.push_back(std::move(answer));
    }

    const program& code_;
    fact_id fact_;
    const known_fact& known_;
    std::vector<possible_answer> made_;
};

class questioner {
public:
    questioner(const program& code, const facts& person, const question_options& options)
        : code_(code), person_(person), options_(options), goal_(make_goal(code, person, options.until)), table_(kleene(goal_.code, person)) {}

    std::vector<fact_id> relevant()
    {
        find_relevant();
        std::vector<fact_id> found;
        for (fact_id f = 0; f < person_.known.size(); ++f)
            if (found_.matters[f] || found_.undecided[f]) found.push_back(f);
        return found;
    }

    question run()
    {
        made_.left = relevant();
        for (fact_id f = 0; f < person_.known.size(); ++f)
            if (person_.known[f].never_ask) made_.skipped.push_back(f);
        if (made_.left.empty()) return std::move(made_);
        choose();
        if (options_.answers) made_.answers = possible_answers(code_, person_, made_.fact);
        return std::move(made_);
    }

private:
    void find_relevant()
    {
        const std::size_t count = person_.known.size();
        askable_.assign(count, false);
        for (fact_id f = 0; f < count; ++f) askable_[f] = !person_.known[f].decided() && !person_.known[f].never_ask;
        found_.matters.assign(count, false);
        found_.undecided.assign(count, false);
        for (const goal_part& part : goal_.parts) find_influence(circuit_of(part), options_.work_limit, askable_, found_);
        for (fact_id f = 0; f < count; ++f)
            if (found_.matters[f]) found_.undecided[f] = false;
    }

    [[nodiscard]] residual circuit_of(const goal_part& part) const
    {
        return make_residual(goal_.code, person_, table_, {{part.holds, 1}}, part.points);
    }

    void choose()
    {
        const question_space space = make_question_space(goal_, person_, table_, askable_);
        const bool all_sure = std::ranges::find(found_.undecided, true) == found_.undecided.end();
        std::optional<best_question> best;
        if (!options_.look_ahead && all_sure) best = optimal_question(space);
        made_.exact = best.has_value();
        if (!best) best = look_ahead(space, candidates(space));
        made_.fact = space.asked[best->asked].fact;
        made_.expected = best->expected;
    }

    /// Facts that are relevant for certain; where there is none, those that may be.
    [[nodiscard]] std::vector<std::uint32_t> candidates(const question_space& space) const
    {
        const bool any_sure = std::ranges::find(found_.matters, true) != found_.matters.end();
        const std::vector<bool>& these = any_sure ? found_.matters : found_.undecided;
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < space.asked.size(); ++i)
            if (these[space.asked[i].fact]) found.push_back(i);
        return found;
    }

    const program& code_;
    const facts& person_;
    const question_options& options_;
    goal goal_;
    truth_table table_;
    std::vector<bool> askable_;
    influence found_;
    question made_;
};

}  // namespace

question next_question(const program& code, const facts& person, const question_options& options)
{
    return questioner(code, person, options).run();
}

std::vector<fact_id> relevant_facts(const program& code, const facts& person, const question_options& options)
{
    return questioner(code, person, options).relevant();
}

std::vector<possible_answer> possible_answers(const program& code, const facts& person, fact_id f)
{
    const advise_options quick{.proof = false, .witnesses = false};
    std::vector<conclusion_id> open;
    for (const role_advice& role : advise(code, person, quick).roles)
        if (role.verdict == verdict::unknown) open.push_back(role.role);
    std::ranges::sort(open);
    std::vector<possible_answer> answers = answers_of(code, f, person.known[f]).run();
    facts then = person;
    for (possible_answer& answer : answers) {
        then.known[f] = answer.value;
        for (const role_advice& role : advise_on(code, then, open, quick).roles)
            if (role.exact && role.verdict != verdict::unknown) answer.decides.emplace_back(role.role, role.verdict);
    }
    return answers;
}

}  // namespace advise::engine
