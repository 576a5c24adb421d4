#include "random_facts.hpp"

#include "names.hpp"

namespace advise::tests {
namespace {

name_bag bag(rng& random, std::vector<std::string> names, bool nasty, std::size_t half) {
    for (std::size_t i = half; nasty && i < pools().nasty.size(); i += 2) {
        names.push_back(pools().nasty[i]);
    }
    return {random, std::move(names)};
}

}  // namespace

name_bag fact_names(rng& random, bool nasty) { return bag(random, pools().facts, nasty, 0); }
name_bag conclusion_names(rng& random, bool nasty) { return bag(random, pools().conclusions, nasty, 1); }

void fact_maker::make(rule_base& base, std::size_t facts) {
    make_scales(base);
    while (base.facts.size() < facts) {
        base.facts.push_back(make_fact(base));
    }
}

void fact_maker::make_scales(rule_base& base) {
    if (!on(feature::custom_scales)) {
        return;
    }
    if (random_.chance(1, 6)) {
        base.scales[0] = {"level", {"none", "some", "expert"}, true};  // declared anew
    }
    static const std::vector<scale> known{{"grade", {"low", "mid", "high"}, true},
                                          {"commitment", {"no", "yes"}, true},
                                          {"depth of study", {"none", "C1", "very high", "so-so"}, true},
                                          {"سطح", {"هیچ", "کم", "زیاد"}, true}};
    base.scales.push_back(random_.pick(known));
}

fact fact_maker::make_fact(const rule_base& base) {
    fact made;
    made.term = names_.take();
    made.type = make_type();
    made.declared = !(on(feature::undeclared_facts) && random_.chance(1, 3));
    if (!made.declared && made.type != fact_type::number) {
        made.type = fact_type::level;  // nothing else comes of an undeclared fact
    }
    if (made.declared) {
        made.aliases = names_.take_aliases(on(feature::aliases));
        declare(base, made);
    }
    return made;
}

fact_type fact_maker::make_type() {
    std::vector<fact_type> types;
    const auto offer = [&](feature asked, fact_type type, std::size_t weight) { types.insert(types.end(), on(asked) ? weight : 0, type); };
    offer(feature::levels, fact_type::level, 3);
    offer(feature::yes_no, fact_type::yes_no, 3);
    offer(feature::numbers, fact_type::number, 2);
    offer(feature::choices, fact_type::one_of, 1);
    offer(feature::sets, fact_type::any_of, 1);
    return types.empty() ? fact_type::level : random_.pick(types);
}

void fact_maker::declare(const rule_base& base, fact& made) {
    if (made.type == fact_type::level) {
        made.scale_index = random_.below(base.scales.size());
    } else if (made.type == fact_type::number) {
        make_range(made);
    } else if (made.type != fact_type::yes_no) {
        make_options(made);
    }
}

void fact_maker::make_range(fact& made) {
    static const std::vector<std::pair<value, value>> usual{{0, 10}, {0, 40}, {1, 5}, {0, 3}, {2, 2}};
    static const std::vector<std::pair<value, value>> negative{{-5, 5}, {-9, -2}, {-1, 0}};
    if (on(feature::units) && random_.chance(1, 3)) {
        made.unit = random_.pick(pools().units);
    }
    if (random_.chance(1, 3)) {
        return;  // 0 and up
    }
    const auto& [from, to] = random_.pick(on(feature::negative_ranges) && random_.chance(1, 3) ? negative : usual);
    made.least = from * one;
    made.greatest = to * one;
    if (on(feature::fractions) && random_.chance(1, 6)) {
        made.least += one / 2;
        made.greatest = *made.greatest + one - 1;
    }
}

// A set has no option `no` or `unknown`: its lines would then be read in two ways.
void fact_maker::make_options(fact& made) {
    const bool set = made.type == fact_type::any_of;
    std::vector<std::string> names = pools().options;
    random_.shuffle(names);
    const std::size_t count = (set ? 1 : 2) + random_.below(3);
    for (const std::string& name : names) {
        if (made.options.size() < count && !(set && (name == "no" || name == "unknown"))) {
            made.options.push_back(name);
        }
    }
}

}  // namespace advise::tests
