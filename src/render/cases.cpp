#include "cases.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::verdict;

constexpr std::size_t most_cases = 60;

class case_writer {
public:
    case_writer(const engine::split_tree& split, about what, bool role, const words& speak) : split_(split), what_(what), role_(role), speak_(speak) {}

    std::vector<block> below(std::uint32_t id);

private:
    block one(const engine::split_node& parent, const engine::split_case& c);
    [[nodiscard]] std::string condition(const engine::split_node& n, const engine::split_case& c) const;
    [[nodiscard]] std::string outcome(const engine::split_node& leaf) const;
    [[nodiscard]] sign sign_of(const engine::split_node& leaf) const;

    const engine::split_tree& split_;
    about what_;
    bool role_;                                 // a role fits, a concept holds
    const words& speak_;
    std::size_t told_ = 0;
};

std::string case_writer::condition(const engine::split_node& n, const engine::split_case& c) const {
    const engine::fact& fact = speak_.rules().facts[n.fact];
    const std::string name = speak_.fact(n.fact);
    if (n.option != engine::nothing) {
        const bool in = c.values.size() == 1 && c.values.front() == 1;
        return speak_.say_it(in ? say::case_with : say::case_without, {name, speak_.value(n.fact, engine::fact_value{0, {n.option}})});
    }
    if (fact.type != engine::fact_type::one_of) return speak_.say_it(say::case_of, {name, speak_.interval(n.fact, c.from, c.to)});
    std::vector<std::string> values;
    for (const std::uint32_t v : c.values) values.push_back(speak_.value(n.fact, std::int64_t{v}));
    return speak_.say_it(say::case_of, {name, speak_.list_or(values)});
}

std::string case_writer::outcome(const engine::split_node& leaf) const {
    if (what_ == about::points) return speak_.points(leaf.points);
    if (leaf.truth == verdict::unknown) return speak_.say_it(say::then_open);
    const bool yes = leaf.truth == verdict::yes;
    return speak_.say_it(role_ ? (yes ? say::then_fits : say::then_does_not_fit) : (yes ? say::then_holds : say::then_does_not_hold));
}

sign case_writer::sign_of(const engine::split_node& leaf) const {
    if (what_ == about::points) return sign::none;
    return leaf.truth == verdict::yes ? sign::yes : leaf.truth == verdict::no ? sign::no : sign::open;
}

block case_writer::one(const engine::split_node& parent, const engine::split_case& c) {
    const engine::split_node& then = split_.nodes[c.then];
    const std::string when = condition(parent, c);
    ++told_;
    if (then.leaf) return item(sign_of(then), sentence_start(speak_.say_it(say::case_then, {when, outcome(then)})));
    block made = item(sign::none, sentence_start(speak_.say_it(say::case_if, {when})));
    made.inside = below(c.then);
    return made;
}

std::vector<block> case_writer::below(std::uint32_t id) {
    std::vector<block> made;
    for (const engine::split_case& c : split_.nodes[id].cases) {
        if (told_ >= most_cases) {
            if (told_++ == most_cases) made.push_back(paragraph(speak_.say_it(say::more_cases)));
            break;
        }
        made.push_back(one(split_.nodes[id], c));
    }
    return made;
}

}  // namespace

std::vector<block> cases_of(const engine::split_tree& split, about what, bool role, const words& speak) {
    if (split.nodes.empty()) return {};
    return case_writer(split, what, role, speak).below(static_cast<std::uint32_t>(split.nodes.size() - 1));
}

namespace {

/// A value of one of the two ways. One step of the grid beside a round number stands for all that is more, or less, than it.
std::string example_value(const words& speak, engine::fact_id f, const engine::fact_value& value) {
    if (speak.rules().facts[f].type != engine::fact_type::number) return speak.value(f, value);
    constexpr std::int64_t round_number = 1000;
    const std::int64_t below = value.number - engine::one_grid_step, above = value.number + engine::one_grid_step;
    if (below % round_number == 0) return speak.say_it(say::more_than, {speak.value(f, below)});
    if (above % round_number == 0) return speak.say_it(say::less_than, {speak.value(f, above)});
    return speak.value(f, value);
}

}  // namespace

block two_ways(const engine::completion& fits, const engine::completion& does_not_fit, bool role, const words& speak) {
    block made = heading(speak.say_it(say::explain_two_ways));
    std::vector<std::vector<phrase>> cells{{phrase(), phrase(speak.say_it(role ? say::column_fits : say::column_holds)),
                                             phrase(speak.say_it(role ? say::column_does_not_fit : say::column_does_not_hold))}};
    std::vector<std::string> same;
    for (std::size_t i = 0; i < std::min(fits.size(), does_not_fit.size()); ++i) {
        const auto& [fact, value] = fits[i];
        const std::string name = speak.fact(fact);
        if (value == does_not_fit[i].second) same.push_back(speak.say_it(say::fact_is, {name, example_value(speak, fact, value)}));
        else cells.push_back({phrase(name), phrase(example_value(speak, fact, value)), phrase(example_value(speak, fact, does_not_fit[i].second))});
    }
    made.put(table(std::move(cells)));
    if (!same.empty()) made.put(gap()).put(paragraph(phrase(speak.say_it(say::same_in_both, {speak.list_with(say::between_facts, same)}), tone::faint)));
    return made;
}

}  // namespace advise::cli
