// How conditions are said. A negated comparison is said the other way round ("below advanced"), which is the same thing.
#include "words.hpp"

#include <algorithm>
#include <span>

namespace advise::cli {
namespace {

using engine::condition_kind;
using engine::fact_type;
using engine::test_op;

constexpr unsigned deepest_inline = 2;          // deeper conditions are only counted; `explain` shows them
constexpr std::size_t most_inline = 6;

std::span<const std::int64_t> values_of(const engine::rule_base& rules, const engine::condition& c) {
    return rules.values_of(c);
}
std::span<const engine::condition_id> children_of(const engine::rule_base& rules, const engine::condition& c) {
    return rules.members_of(c);
}

}  // namespace

// --- tests of one fact -------------------------------------------------------------------------------------------------

std::string words::test_of_level(const engine::condition& c, const std::string& subject, bool negated) const {
    const engine::fact& about = rules_.facts[c.subject];
    const bool skill = about.scale == 0;
    const auto level = [&](std::int64_t v) {
        const std::string name = value(c.subject, v);
        return skill && in_ == grammar::language::en ? name : in_quotes(name, in_);
    };
    const auto bottom_or = [&](std::int64_t v, say plain) {
        return v == 0 && skill ? say_it(say::level_none, {subject}) : say_it(plain, {subject, level(v)});
    };
    const auto count = static_cast<std::int64_t>(rules_.level_count(about));
    const auto values = values_of(rules_, c);
    const auto from = [&](std::int64_t v, bool below) {
        if (v <= 0 || v >= count) return say_it((v <= 0) != below ? say::always_true : say::never_true, {subject});
        if (below && v == 1) return bottom_or(0, skill ? say::level_at : say::scale_at);
        if (below) return say_it(skill ? say::level_below : say::scale_below, {subject, level(v)});
        if (v + 1 == count && !skill) return say_it(say::scale_at, {subject, level(v)});
        return say_it(skill ? say::level_from : say::scale_from, {subject, level(v)});
    };
    switch (c.op) {
        case test_op::has: return from(1, negated);
        case test_op::ge: return from(values[0], negated);
        case test_op::gt: return from(values[0] + 1, negated);
        case test_op::lt: return from(values[0], !negated);
        case test_op::le: return from(values[0] + 1, !negated);
        default: break;
    }
    const bool not_at = (c.op == test_op::ne) != negated;
    if (c.size == 1) {
        if (!not_at) return bottom_or(values[0], skill ? say::level_at : say::scale_at);
        return values[0] == 0 ? from(1, false) : say_it(skill ? say::level_not_at : say::scale_not_at, {subject, level(values[0])});
    }
    std::vector<std::string> names;
    for (const std::int64_t v : values) names.push_back(level(v));
    const say id = not_at ? (skill ? say::level_not_at : say::scale_not_at) : (skill ? say::level_at : say::scale_at);
    return say_it(id, {subject, list_or(names)});
}

std::string words::test_of_number(const engine::condition& c, const std::string& subject, bool negated) const {
    const auto values = values_of(rules_, c);
    const auto is = [&](say bound, std::int64_t v) { return say_it(say::number_is, {subject, say_it(bound, {value(c.subject, v)})}); };
    switch (c.op) {
        case test_op::has: return is(negated ? say::at_most : say::more_than, 0);
        case test_op::ge: return is(negated ? say::less_than : say::at_least, values[0]);
        case test_op::gt: return is(negated ? say::at_most : say::more_than, values[0]);
        case test_op::lt: return is(negated ? say::at_least : say::less_than, values[0]);
        case test_op::le: return is(negated ? say::more_than : say::at_most, values[0]);
        default: break;
    }
    if (c.is_range) return say_it(negated ? say::number_outside : say::number_is, {subject, say_it(say::range_of, {decimal(values[0]), value(c.subject, values[1])})});
    std::vector<std::string> numbers;
    for (const std::int64_t v : values) numbers.push_back(value(c.subject, v));
    return say_it((c.op == test_op::ne) != negated ? say::number_not : say::number_is, {subject, list_or(numbers)});
}

std::string words::test_of_choice(const engine::condition& c, const std::string& subject, bool negated) const {
    std::vector<std::string> names;
    for (const std::int64_t v : values_of(rules_, c)) names.push_back(value(c.subject, v));
    if (c.op == test_op::includes) {
        const auto& options = rules_.facts[c.subject].options;
        names.clear();
        for (const std::int64_t v : values_of(rules_, c)) {
            const auto& o = options[static_cast<std::size_t>(v)];
            names.push_back(inside(o.labels, o.term, nullptr));
        }
        return say_it(negated ? say::set_lacks : say::set_includes, {subject, list_and(names)});
    }
    return say_it((c.op == test_op::ne) != negated ? say::choice_not : say::choice_is, {subject, list_or(names)});
}

std::string words::test(const engine::condition& c, const std::string& subject, bool negated) const {
    switch (rules_.facts[c.subject].type) {
        case fact_type::level: return test_of_level(c, subject, negated);
        case fact_type::number: return test_of_number(c, subject, negated);
        case fact_type::one_of:
        case fact_type::any_of: return test_of_choice(c, subject, negated);
        case fact_type::yes_no: break;
    }
    const auto values = values_of(rules_, c);
    if (values.size() > 1) return say_it(negated ? say::never_true : say::always_true, {subject});
    const bool no = !values.empty() && (values[0] == 0) != (c.op == test_op::ne);
    return no != negated ? say_it(say::fact_no, {subject}) : subject;
}

// --- conditions with members -------------------------------------------------------------------------------------------

bool words::one_comparison(const engine::condition& c) const {
    const auto children = children_of(rules_, c);
    if (children.size() < 2) return false;
    const engine::condition& first = rules_.conditions[children[0]];
    if (first.kind != condition_kind::test) return false;
    const engine::fact& model = rules_.facts[first.subject];
    if (model.type != fact_type::level && model.type != fact_type::number) return false;
    return std::all_of(children.begin(), children.end(), [&](engine::condition_id id) {
        const engine::condition& other = rules_.conditions[id];
        if (other.kind != condition_kind::test || other.op != first.op || other.is_range != first.is_range) return false;
        const engine::fact& fact = rules_.facts[other.subject];
        if (fact.type != model.type || fact.scale != model.scale || fact.unit != model.unit) return false;
        const auto a = values_of(rules_, first);
        const auto b = values_of(rules_, other);
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    });
}

/// "styles: including rock or folk": what any, or all, of the members ask of one set. "" where they are something else.
std::string words::one_set(const engine::condition& c, bool negated) const {
    const auto children = children_of(rules_, c);
    if (children.size() < 2 || (c.kind != condition_kind::any && (c.kind != condition_kind::all || negated))) return {};
    const engine::fact_id asked = rules_.conditions[children[0]].subject;
    std::vector<std::string> names;
    for (const engine::condition_id id : children) {
        const engine::condition& child = rules_.conditions[id];
        if (child.kind != condition_kind::test || child.op != test_op::includes || child.size != 1 || child.subject != asked) return {};
        const engine::option& o = rules_.facts[asked].options[static_cast<std::size_t>(values_of(rules_, child)[0])];
        names.push_back(inside(o.labels, o.term, nullptr));
    }
    return say_it(negated ? say::set_lacks : say::set_includes, {fact(asked), c.kind == condition_kind::all ? list_and(names) : list_or(names)});
}

std::string words::gate(const engine::condition& c, bool negated, unsigned depth) const {
    const auto children = children_of(rules_, c);
    if (depth > deepest_inline || children.size() > most_inline) return say_it(say::many_conditions, {number(static_cast<std::int64_t>(children.size()))});
    if (std::string set = one_set(c, negated); !set.empty()) return set;
    const bool shared = one_comparison(c);
    const engine::condition* model = shared ? &rules_.conditions[children[0]] : nullptr;
    std::vector<std::string> items;
    for (const engine::condition_id id : children) {
        const engine::condition& child = rules_.conditions[id];
        const bool compound = child.kind == condition_kind::all || child.kind == condition_kind::any || child.kind == condition_kind::count;
        if (shared) items.push_back(fact(child.subject));
        else items.push_back(compound ? say_it(say::in_parentheses, {said(id, false, depth + 1)}) : said(id, false, depth + 1));
    }
    std::string members;
    if (c.kind == condition_kind::all) members = list_and(items);
    else if (c.kind == condition_kind::any) members = negated ? say_it(say::neither, {list_or(items)}) : list_or(items);
    else if (c.most() >= c.size) members = say_it(say::count_least, {number(c.least()), list_and(items)});
    else if (c.least() == c.most()) members = say_it(say::count_exactly, {number(c.least()), list_and(items)});
    else if (c.least() == 0) members = say_it(say::count_most, {number(c.most()), list_and(items)});
    else members = say_it(say::count_between, {number(c.least()), number(c.most()), list_and(items)});
    if (shared) members = test(*model, members, false);
    return negated && c.kind != condition_kind::any ? say_it(say::negated, {members}) : members;
}

std::string words::said(engine::condition_id id, bool negated, unsigned depth) const {
    const engine::condition& c = rules_.conditions[id];
    switch (c.kind) {
        case condition_kind::test: return test(c, fact(c.subject), negated);
        case condition_kind::conclusion:
            return negated ? say_it(say::not_conclusion, {in_quotes(conclusion_inside(c.subject), in_)}) : in_quotes(conclusion_inside(c.subject), in_);
        case condition_kind::negation:
            if (depth > 2 * deepest_inline) return say_it(say::many_conditions, {number(1)});
            return said(children_of(rules_, c)[0], !negated, depth + 1);
        default: return gate(c, negated, depth);
    }
}

std::string words::condition(engine::condition_id c) const { return said(c, false, 0); }

std::string words::frame(engine::condition_id id) const {
    const engine::condition& c = rules_.conditions[id];
    const std::string size = number(c.size);
    switch (c.kind) {
        case condition_kind::all: return say_it(say::frame_all);
        case condition_kind::any: return say_it(say::frame_any);
        case condition_kind::negation: {
            const condition_kind inner = rules_.conditions[children_of(rules_, c)[0]].kind;
            if (inner == condition_kind::any) return say_it(say::frame_none);
            return inner == condition_kind::test || inner == condition_kind::conclusion ? condition(id) : say_it(say::frame_not);
        }
        case condition_kind::count: break;
        default: return condition(id);
    }
    if (c.most() >= c.size) return say_it(say::frame_least, {number(c.least()), size});
    if (c.least() == c.most()) return say_it(say::frame_exactly, {number(c.least()), size});
    if (c.least() == 0) return say_it(say::frame_most, {number(c.most()), size});
    return say_it(say::frame_between, {number(c.least()), number(c.most()), size});
}

}  // namespace advise::cli
