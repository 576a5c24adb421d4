#include "random_condition.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

bool has_order(fact_type type) { return type == fact_type::level || type == fact_type::number; }

}  // namespace

condition condition_maker::make(const std::vector<std::size_t>& conclusions) {
    conclusions_ = &conclusions;
    return nested(random_.below(options_.max_depth + 1));
}

condition condition_maker::nested(std::size_t depth) {
    if (!memory_.empty() && on(feature::repeats) && random_.chance(1, 6)) {
        return from_memory();
    }
    if (depth == 0 || random_.chance(1, 4)) {
        return leaf();
    }
    condition made;
    switch (random_.below(6)) {
    case 0: made = join(shape::any, members(2, 3, depth - 1)); break;
    case 1: made = join(shape::all, members(2, 3, depth - 1)); break;
    case 2: made = on(feature::negation) ? negate(nested(depth - 1)) : leaf(); break;
    case 3:
    case 4: made = on(feature::lists) || on(feature::counting) ? list(depth - 1) : leaf(); break;
    default: made = on(feature::applied) ? applied_list() : leaf(); break;
    }
    remember(made);
    return made;
}

condition condition_maker::from_memory() {
    condition made = random_.pick(memory_);
    if (on(feature::opposites) && on(feature::negation) && random_.chance(2, 5)) {
        return negate(std::move(made));
    }
    if (on(feature::opposites) && made.form == shape::fact_test && made.test.kind == test_kind::compare) {
        // The same fact at another threshold or the other way round: implied and contrary tests.
        made.test = make_test(made.subject);
    }
    return made;
}

condition condition_maker::leaf() {
    if (!conclusions_->empty() && random_.chance(1, 3)) {
        return holds(random_.pick(*conclusions_));
    }
    condition made = bare(random_.below(base_.facts.size()));
    made.test = make_test(made.subject);
    remember(made);
    return made;
}

condition condition_maker::list(std::size_t depth) {
    std::vector<condition> parts = members(1, 4, depth);
    if (on(feature::repeats) && random_.chance(1, 4)) {
        parts.push_back(random_.pick(parts));  // each of the two counts
    }
    const std::size_t size = parts.size();
    const bool counted = on(feature::counting) && (!on(feature::lists) || random_.chance(1, 2));
    static const std::vector<shape> counts{shape::at_least, shape::at_most, shape::exactly};
    static const std::vector<shape> plain{shape::all_of, shape::any_of, shape::none_of};
    return counted ? join(random_.pick(counts), std::move(parts), random_.below(size + 1)) : join(random_.pick(plain), std::move(parts));
}

std::vector<condition> condition_maker::members(std::size_t least, std::size_t most, std::size_t depth) {
    std::vector<condition> parts;
    const std::size_t size = least + random_.below(most - least + 1);
    while (parts.size() < size) {
        parts.push_back(nested(random_.below(depth + 1)));
    }
    return parts;
}

// A list of bare facts that share a comparison; facts that cannot be compared so are left out.
condition condition_maker::applied_list() {
    const std::size_t first = random_.below(base_.facts.size());
    const fact_test test = comparison(first);
    const bool in_list = test.kind == test_kind::list || test.kind == test_kind::range;
    if (test.kind == test_kind::bare || test.kind == test_kind::includes || (in_list && !options_.lists_with_in)) {
        return leaf();
    }
    std::vector<condition> parts{bare(first)};
    for (std::size_t tries = random_.below(5); tries > 0; --tries) {
        const std::size_t other = random_.below(base_.facts.size());
        if (suits(test, first, other)) {
            parts.push_back(bare(other));
        }
    }
    random_.shuffle(parts);
    static const std::vector<shape> forms{shape::all_of, shape::any_of, shape::none_of, shape::at_least, shape::at_most, shape::exactly};
    const std::size_t size = parts.size();
    condition made = join(random_.pick(forms), std::move(parts));
    const bool counted = made.form == shape::at_least || made.form == shape::at_most || made.form == shape::exactly;
    made.count = counted ? random_.below(size + 1) : 0;
    made.applied = true;
    made.test = test;
    return made;
}

// Whether a test made for one fact can be asked of another as it is written.
bool condition_maker::suits(const fact_test& test, std::size_t made_for, std::size_t other) const {
    const fact& model = base_.facts[made_for];
    const fact& subject = base_.facts[other];
    const bool alike =
        subject.type == model.type && subject.scale_index == model.scale_index && subject.options == model.options && subject.unit == model.unit;
    std::vector<value> constants = test.values;
    if (test.kind != test_kind::list) {
        constants = {test.operand, test.kind == test_kind::range ? test.last : test.operand};
    }
    return alike && std::all_of(constants.begin(), constants.end(), [&](value v) { return in_domain(base_, subject, v); });
}

fact_test condition_maker::make_test(std::size_t fact_index) {
    const fact_type type = base_.facts[fact_index].type;
    const bool can_be_bare = type != fact_type::one_of && type != fact_type::any_of;
    if (can_be_bare && (!on(feature::comparisons) || random_.chance(1, 3))) {
        return {};
    }
    return comparison(fact_index);
}

fact_test condition_maker::comparison(std::size_t fact_index) {
    const fact_type type = base_.facts[fact_index].type;
    fact_test made;
    if (type == fact_type::any_of) {
        made.kind = test_kind::includes;
        made.operand = static_cast<value>(random_.below(base_.facts[fact_index].options.size()));
        return made;
    }
    const bool may_list = type != fact_type::yes_no || options_.yes_no_in_lists;
    if (may_list && on(feature::value_lists) && random_.chance(1, 5)) {
        return value_list(fact_index);
    }
    if (type == fact_type::number && on(feature::ranges) && random_.chance(1, 4)) {
        return number_test(fact_index);
    }
    static const std::vector<relation> all{relation::equal,   relation::different, relation::less,
                                           relation::at_most, relation::greater,   relation::at_least};
    made.kind = test_kind::compare;
    made.operand = constant(fact_index);
    made.compared = all[random_.below(has_order(type) ? 6 : 2)];
    return made;
}

fact_test condition_maker::number_test(std::size_t fact_index) {
    fact_test made;
    made.kind = test_kind::range;
    made.operand = constant(fact_index);
    made.last = constant(fact_index);
    if (made.operand > made.last) {
        std::swap(made.operand, made.last);
    }
    return made;
}

fact_test condition_maker::value_list(std::size_t fact_index) {
    fact_test made;
    made.kind = test_kind::list;
    for (std::size_t size = 1 + random_.below(3); size > 0; --size) {
        made.values.push_back(constant(fact_index));
    }
    return made;
}

// Few different numbers, so that thresholds meet: neighbours on the grid, halves, the ends.
value condition_maker::constant(std::size_t fact_index) {
    const fact& about = base_.facts[fact_index];
    if (about.type != fact_type::number) {
        return random_.pick(finite_domain(base_, about));
    }
    value made = about.least + random_.between(0, 6) * one;
    if (on(feature::fractions) && random_.chance(1, 3)) {
        static const std::vector<value> parts{one / 2, one / 4, 1, -1, 123456, one - 1};
        made += random_.pick(parts);
    }
    if (random_.chance(1, 10)) {
        made = about.greatest ? *about.greatest : 999'999'999'999 * one;
    }
    return in_domain(base_, about, made) ? made : about.least;
}

void condition_maker::remember(const condition& made) {
    bool alone = true;
    visit_mentions(made, [&](std::size_t) { alone = false; });
    if (alone && memory_.size() < 12) {
        memory_.push_back(made);
    } else if (alone) {
        memory_[random_.below(memory_.size())] = made;
    }
}

}  // namespace advise::tests
