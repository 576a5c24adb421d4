#include "why_asked.hpp"

#include "../catalogue.hpp"

#include <advise/engine/advice.hpp>

#include <algorithm>
#include <utility>

namespace advise::cli {
namespace {

using engine::conclusion_id;
using engine::fact_type;

constexpr std::size_t most_named = 4;
constexpr std::size_t most_options_told_by_answer = 2;
constexpr std::uint8_t option_out = 0, option_in = 1;

/// Roles, and the verdict that each gets.
using effect = std::vector<std::pair<conclusion_id, engine::verdict>>;
/// Answers in words, and what each of them settles.
using effect_group = std::pair<std::vector<std::string>, effect>;

std::string names(const words& speak, const std::vector<conclusion_id>& roles) {
    std::vector<std::string> all;
    for (const conclusion_id role : roles) all.push_back(speak.conclusion_inside(role));
    return speak.list_and(all);
}

/// "advanced or expert would settle A and rule out B".
std::string settles(const words& speak, const std::string& who, const effect& decides) {
    std::vector<conclusion_id> fits, out;
    for (const auto& [role, verdict] : decides) (verdict == engine::verdict::yes ? fits : out).push_back(role);
    if (out.empty()) return sentence_start(speak.say_it(say::ask_why_fits, {who, names(speak, fits)}));
    if (fits.empty()) return sentence_start(speak.say_it(say::ask_why_no, {who, names(speak, out)}));
    return sentence_start(speak.say_it(say::ask_why_also, {who, names(speak, fits), names(speak, out)}));
}

/// Puts an answer to those of the same effect; one without any is left out.
void gather(std::vector<effect_group>& groups, std::string answer, const effect& decides) {
    if (decides.empty()) return;
    auto own = std::ranges::find(groups, decides, &effect_group::second);
    if (own == groups.end()) own = groups.insert(groups.end(), {{}, decides});
    own->first.push_back(std::move(answer));
}

std::string in_words(const words& speak, engine::fact_id f, const engine::known_fact& value) {
    engine::fact_value one;
    one.number = value.from;
    for (std::uint32_t o = 0; o < value.options.size(); ++o)
        if (value.options[o] == option_in) one.members.push_back(o);
    return speak.value(f, one);
}

std::vector<std::string> by_answer(const words& speak, const engine::question& asked) {
    const bool number = speak.rules().facts[asked.fact].type == fact_type::number;
    std::vector<effect_group> groups;
    for (auto at = asked.answers.begin(); at != asked.answers.end(); ++at) {
        auto last = at;
        // neighbouring ranges of a number are one
        while (number && last + 1 != asked.answers.end() && (last + 1)->decides == at->decides) ++last;
        const std::string shown = number ? speak.interval(asked.fact, at->value.from, last->value.to) : speak.say_it(say::quoted, {in_words(speak, asked.fact, at->value)});
        gather(groups, shown, at->decides);
        at = last;
    }
    std::vector<std::string> lines;
    for (const auto& [answers, decides] : groups)
        lines.push_back(settles(speak, answers.size() > most_named ? speak.short_list(answers, most_named) : speak.list_or(answers), decides));
    return lines;
}

/// A set has too many answers to tell each: what an option settles by being in it, or by being out of it, whatever the others.
class by_option {
public:
    by_option(const words& speak, const engine::question& asked) : speak_(speak), asked_(asked) {
        for (std::uint32_t o = 0; o < asked.answers.front().value.options.size(); ++o)
            if (answers_with(o, option_in) != 0 && answers_with(o, option_out) != 0) options_.push_back(o);
    }

    /// There are many answers, and none is left out of the list.
    [[nodiscard]] bool is_better() const { return options_.size() > most_options_told_by_answer && options_.size() <= engine::most_listed_options; }

    std::vector<std::string> lines() {
        std::vector<std::string> made = lines_for(option_in, say::ask_any_with);
        for (std::string& line : lines_for(option_out, say::ask_any_without)) made.push_back(std::move(line));
        std::vector<conclusion_id> rest;
        for (const engine::possible_answer& answer : asked_.answers)
            for (const auto& one : answer.decides)
                if (!is_told(answer, one) && std::ranges::find(rest, one.first) == rest.end()) rest.push_back(one.first);
        std::ranges::sort(rest);
        if (!rest.empty()) made.push_back(speak_.say_it(say::ask_why_depends, {names(speak_, rest)}));
        return made;
    }

private:
    struct told {
        std::uint32_t option;
        std::uint8_t state;
        effect decides;
    };

    [[nodiscard]] std::ptrdiff_t answers_with(std::uint32_t option, std::uint8_t state) const {
        return std::ranges::count_if(asked_.answers, [&](const engine::possible_answer& a) { return a.value.options[option] == state; });
    }

    [[nodiscard]] effect common(std::uint32_t option, std::uint8_t state) const {
        effect all;
        bool first = true;
        for (const engine::possible_answer& answer : asked_.answers) {
            if (answer.value.options[option] != state) continue;
            if (std::exchange(first, false)) all = answer.decides;
            else std::erase_if(all, [&](const auto& one) { return std::ranges::find(answer.decides, one) == answer.decides.end(); });
        }
        return all;
    }

    std::vector<std::string> lines_for(std::uint8_t state, say which) {
        std::vector<effect_group> groups;
        for (const std::uint32_t o : options_) {
            told_.push_back({o, state, common(o, state)});
            gather(groups, speak_.say_it(which, {speak_.value(asked_.fact, engine::fact_value{0, {o}})}), told_.back().decides);
        }
        std::vector<std::string> made;
        for (const auto& [answers, decides] : groups) made.push_back(settles(speak_, speak_.list_or(answers), decides));
        return made;
    }

    [[nodiscard]] bool is_told(const engine::possible_answer& answer, const std::pair<conclusion_id, engine::verdict>& one) const {
        return std::ranges::any_of(told_, [&](const told& line) {
            return answer.value.options[line.option] == line.state && std::ranges::find(line.decides, one) != line.decides.end();
        });
    }

    const words& speak_;
    const engine::question& asked_;
    std::vector<std::uint32_t> options_;  // those that are open
    std::vector<told> told_;
};

}  // namespace

std::vector<std::string> counts_for(const words& speak, const engine::program& code, engine::fact_id f) {
    std::vector<std::string> found;
    for (const engine::role_advice& role : engine::advise(code, speak.person()).roles)
        if (role.verdict == engine::verdict::unknown && std::ranges::find(role.open, f) != role.open.end())
            found.push_back(speak.conclusion_inside(role.role));
    return found;
}

std::vector<std::string> why_asked(const words& speak, const engine::program& code, const engine::question& asked) {
    std::vector<std::string> lines;
    if (speak.rules().facts[asked.fact].type == fact_type::any_of && !asked.answers.empty()) {
        by_option options(speak, asked);
        if (options.is_better()) lines = options.lines();
        else lines = by_answer(speak, asked);
    } else {
        lines = by_answer(speak, asked);
    }
    if (!lines.empty()) return lines;
    if (const std::vector<std::string> roles = counts_for(speak, code, asked.fact); !roles.empty())
        lines.push_back(speak.say_it(say::ask_why_open, {speak.list_and(roles)}));
    return lines;
}

}  // namespace advise::cli
