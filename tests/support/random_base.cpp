#include "random_base.hpp"

#include <algorithm>

#include "brute_force.hpp"
#include "random_condition.hpp"
#include "random_facts.hpp"

namespace advise::tests {
namespace {

class base_maker {
public:
    base_maker(rng& random, const random_options& options)
        : random_(random), options_(options), on_(random_features(random, options.allowed)),
          names_(conclusion_names(random, on(feature::nasty_names))) {
        if (!on(feature::evidence) && !on(feature::necessities)) {
            on_.set(static_cast<std::size_t>(feature::sufficient));  // else nothing could ever hold
        }
    }

    rule_base run() {
        const std::size_t facts = std::max(random_.below(options_.max_facts), random_.below(options_.max_facts));
        fact_maker(random_, on_).make(base_, 1 + facts);
        make_conclusions();
        fill_conclusions();
        settle_undeclared();
        return base_;
    }

private:
    bool on(feature asked) const { return on_.test(static_cast<std::size_t>(asked)); }

    // Either there are declared roles, or what is concluded by arrows alone and never mentioned is
    // a role, or there is no role at all.
    void make_conclusions() {
        const bool undeclared = on(feature::undeclared_conclusions);
        const bool only_arrows = undeclared && random_.chance(1, 4);
        const bool no_roles = random_.chance(1, 40);
        if (on(feature::concepts)) {
            add_conclusions(random_.below(options_.max_concepts + 1), false, undeclared);
        }
        if (!no_roles) {
            add_conclusions(1 + random_.below(options_.max_roles), !only_arrows, only_arrows);
        }
        random_.shuffle(base_.conclusions);
    }

    void add_conclusions(std::size_t count, bool role, bool maybe_undeclared) {
        for (; count > 0; --count) {
            conclusion made;
            made.term = names_.take();
            made.role = role;
            made.declared = role || !(maybe_undeclared && random_.chance(2, 3));
            if (made.declared) {
                made.aliases = names_.take_aliases(on(feature::aliases));
            }
            base_.conclusions.push_back(std::move(made));
        }
    }

    // Each conclusion may mention those before it in an order of its own, so there is no cycle.
    void fill_conclusions() {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < base_.conclusions.size(); ++i) {
            order.push_back(i);
        }
        random_.shuffle(order);
        condition_maker conditions(random_, base_, on_, options_);
        std::vector<std::size_t> earlier;
        for (const std::size_t index : order) {
            conclusion& each = base_.conclusions[index];
            fill(each, conditions, earlier);
            if (!each.role || on(feature::role_references)) {
                earlier.push_back(index);
            }
        }
    }

    void fill(conclusion& each, condition_maker& conditions, const std::vector<std::size_t>& earlier) {
        const bool empty = each.declared && on(feature::empty_conclusions) && random_.chance(1, 8);
        const std::size_t size = empty ? 0 : 1 + random_.below(4);
        for (std::size_t i = 0; i < size; ++i) {
            clause part;
            part.kind = make_kind(each.declared);
            part.points = make_points(part.kind);
            if (part.kind != clause_kind::points_needed) {
                part.body = conditions.make(earlier);
            }
            const bool again = on(feature::repeats) && random_.chance(1, 20);
            each.clauses.insert(each.clauses.end(), again ? 2 : 1, part);
        }
    }

    clause_kind make_kind(bool declared) {
        std::vector<clause_kind> kinds;
        const auto offer = [&](feature asked, clause_kind kind, std::size_t weight) { kinds.insert(kinds.end(), on(asked) ? weight : 0, kind); };
        offer(feature::sufficient, clause_kind::sufficient, 3);
        offer(feature::exclusions, clause_kind::excluding, 2);
        offer(feature::evidence, clause_kind::evidence, 5);
        offer(feature::necessities, clause_kind::necessary, declared ? 2 : 0);
        offer(feature::points_needed, clause_kind::points_needed, declared ? 1 : 0);
        return kinds.empty() ? clause_kind::sufficient : random_.pick(kinds);
    }

    std::int64_t make_points(clause_kind kind) {
        if (kind == clause_kind::points_needed) {
            return random_.between(options_.negative_needs ? -2 : 1, 5);
        }
        if (kind != clause_kind::evidence) {
            return 0;
        }
        if (on(feature::big_points) && random_.chance(1, 10)) {
            static const std::vector<std::int64_t> corners{0, 1000, -1000, 999};
            return random_.pick(corners);
        }
        return random_.between(1, 5) * (on(feature::negative_points) && random_.chance(1, 3) ? -1 : 1);
    }

    // What the uses do not make of an undeclared name has to be declared after all.
    void settle_undeclared() {
        for (std::size_t i = 0; i < base_.facts.size(); ++i) {
            const bool number = base_.facts[i].type == fact_type::number;
            bool understood = false;
            visit_tests(base_, [&](std::size_t subject, const fact_test& test) {
                understood = understood || (subject == i && (!number || test.kind != test_kind::bare));
            });
            base_.facts[i].declared = base_.facts[i].declared || !understood;
        }
        const bool has_role = std::any_of(base_.conclusions.begin(), base_.conclusions.end(), [](const conclusion& each) { return each.role; });
        std::vector<bool> mentioned(base_.conclusions.size(), false);
        visit_mentions(base_, [&](std::size_t index) { mentioned[index] = true; });
        for (std::size_t i = 0; i < base_.conclusions.size() && !has_role; ++i) {
            base_.conclusions[i].role = !base_.conclusions[i].declared && !mentioned[i];
        }
    }

    rng& random_;
    const random_options& options_;
    feature_set on_;
    name_bag names_;
    rule_base base_;
};

// Whether no role ever changes, judged by some completions.
bool is_constant(rng& random, const rule_base& base) {
    std::vector<outcome> first;
    for (int tries = 0; tries < 24; ++tries) {
        completion facts;
        for (std::size_t i = 0; i < base.facts.size(); ++i) {
            facts.push_back(random_value(random, base, i));
        }
        const std::vector<outcome> found = evaluate(base, facts);
        for (std::size_t i = 0; i < found.size() && !first.empty(); ++i) {
            if (base.conclusions[i].role && found[i].holds != first[i].holds) {
                return false;
            }
        }
        first = found;
    }
    return true;
}

}  // namespace

feature_set random_features(rng& random, const feature_set& allowed) {
    feature_set chosen = allowed;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (random.chance(1, 4)) {
            chosen.reset(i);
        }
    }
    return chosen;
}

value random_value(rng& random, const rule_base& base, std::size_t fact_index) {
    const fact& about = base.facts[fact_index];
    if (about.type != fact_type::number) {
        return random.pick(finite_domain(base, about));
    }
    std::vector<value> near{about.least, about.least + one, about.greatest.value_or(50 * one)};
    visit_tests(base, [&](std::size_t subject, const fact_test& test) {
        if (subject == fact_index) {
            near.insert(near.end(), {test.operand, test.last});
            near.insert(near.end(), test.values.begin(), test.values.end());
        }
    });
    static const std::vector<value> steps{0, 0, 0, 1, -1, one / 2, -one / 2, one, -one};
    const value made = random.pick(near) + random.pick(steps);
    return in_domain(base, about, made) ? made : about.least;
}

rule_base random_base(rng& random, const random_options& options) {
    rule_base made = base_maker(random, options).run();
    // Half of the bases whose roles never change are thrown away: they test little.
    for (int tries = 0; tries < 3 && random.chance(1, 2) && is_constant(random, made); ++tries) {
        made = base_maker(random, options).run();
    }
    return made;
}

random_case make_random_case(std::uint64_t seed, std::size_t profiles, const random_options& options) {
    rng random(seed);
    random_case made{random_base(random, options), {}};
    for (std::size_t i = 0; i < profiles; ++i) {
        made.profiles.push_back(random_profile(random, made.base, options));
    }
    return made;
}

}  // namespace advise::tests
