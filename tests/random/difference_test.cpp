// Two versions of a rule base, mutated from each other, against every complete profile: what is said of the change is true, and nothing is left out.
#include "support/all_profiles.hpp"

#include <advise/engine/difference.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace advise::tests {
namespace {

using engine::advice_change;
using engine::difference;
using engine::difference_group;
using engine::difference_outcome;
using engine::joint_condition;
using engine::joint_fact;
using engine::joint_kind;
using engine::nothing;

constexpr std::size_t most_worlds = 2000;

random_options small_bases() {
    random_options options;
    options.max_facts = 4;
    options.max_completions = 300;
    options.allowed.reset(static_cast<std::size_t>(feature::nasty_names));
    return options;
}

// ---- mutations

void mutate_condition(rng& random, condition& body) {
    condition* at = &body;
    while (!at->members.empty() && !at->applied && random.below(3) != 0) at = &at->members[random.below(at->members.size())];
    const bool compared = at->form == shape::fact_test && at->test.kind == test_kind::compare;
    const bool ordered = compared && at->test.compared != relation::equal && at->test.compared != relation::different;
    if (ordered && random.below(2) == 0) {
        constexpr relation turned[] = {relation::at_least, relation::greater, relation::less, relation::at_most};
        at->test.compared = turned[random.below(4)];
    } else if (at->form == shape::all) {
        at->form = shape::any;
    } else if (at->form == shape::any) {
        at->form = shape::all;
    } else if (!at->applied) {
        *at = negate(condition(*at));
    }
}

void mutate_clause(rng& random, conclusion& of) {
    if (of.clauses.empty()) return;
    const std::size_t which = random.below(of.clauses.size());
    clause& c = of.clauses[which];
    if (random.below(4) == 0 && of.clauses.size() > 1) {
        of.clauses.erase(of.clauses.begin() + static_cast<std::ptrdiff_t>(which));
    } else if (c.kind == clause_kind::points_needed || (c.kind == clause_kind::evidence && random.below(2) == 0)) {
        c.points += c.points == -1 ? 2 : 1;
    } else {
        mutate_condition(random, c.body);
    }
}

void mutate_fact(rng& random, rule_base& base) {
    fact& f = base.facts[random.below(base.facts.size())];
    if (!f.declared) return;
    if (f.type == fact_type::number && f.greatest) *f.greatest += one;
    else if (f.type == fact_type::one_of || f.type == fact_type::any_of) f.options.emplace_back("brand-new option");
    else if (f.type == fact_type::level && f.scale_index > 0) base.scales[f.scale_index].levels.emplace_back("brand-new level");
}

rule_base mutated(rng& random, rule_base base) {
    for (std::size_t n = random.below(4); n > 0; --n) {
        if (!base.facts.empty() && random.below(6) == 0) mutate_fact(random, base);
        else if (!base.conclusions.empty()) mutate_clause(random, base.conclusions[random.below(base.conclusions.size())]);
    }
    return base;
}

/// Two conclusions in another order, mentions and all.
void turn_mentions(condition& body, std::size_t a, std::size_t b) {
    if (body.form == shape::conclusion) body.subject = body.subject == a ? b : body.subject == b ? a : body.subject;
    for (condition& m : body.members) turn_mentions(m, a, b);
}
void swap_conclusions(rule_base& base, std::size_t a, std::size_t b) {
    std::swap(base.conclusions[a], base.conclusions[b]);
    for (conclusion& c : base.conclusions)
        for (clause& one_clause : c.clauses) turn_mentions(one_clause.body, a, b);
    for (fact& f : base.facts)
        if (f.after) turn_mentions(*f.after, a, b);
}

// ---- the slow truth

/// A profile as both versions see it: of each fact of a version its value.
struct pair_of_worlds {
    certain_world old, now;
};

class difference_check {
public:
    difference_check(const rule_base& old_model, const rule_base& new_model, const loaded& old, const loaded& now, const difference& found)
        : old_model_(old_model), new_model_(new_model), old_(*old.rules), new_(*now.rules), found_(found), all_old_(old_model, old_),
          all_new_(new_model, new_) {
        match_facts();
        match_roles();
    }

    [[nodiscard]] bool small_enough() const {
        std::size_t worlds = 1;
        for (const auto& values : values_) worlds *= std::max<std::size_t>(values.size(), 1);
        return worlds <= most_worlds;
    }

    void check(const std::set<std::string>& allowed) {
        make_worlds();
        BOOST_TEST(found_.counted_all);
        BOOST_TEST(!found_.order_undecided);
        for (const engine::joint_role& role : found_.roles) BOOST_TEST(!role.undecided);
        bool differs = check_order();
        match_concepts();
        check_concepts();
        for (std::size_t r = 0; r < found_.roles.size(); ++r) {
            const engine::joint_role& role = found_.roles[r];
            BOOST_TEST_CONTEXT("role " << (role.in_new != nothing ? new_.conclusions[role.in_new].term : old_.conclusions[role.in_old].term)) {
                check_match(role, allowed);
                if (!role.allowed) differs = check_role(r) || differs;
                else
                    for (const difference_group& g : found_.groups) BOOST_TEST(g.role != r);
                differs = differs || (!role.allowed && (role.in_old == nothing || role.in_new == nothing));
            }
        }
        BOOST_TEST((found_.outcome() == (differs ? difference_outcome::differs : difference_outcome::equivalent)));
    }

private:
    struct both {
        engine::fact_id in_old = nothing, in_new = nothing;
    };

    void match_facts() {
        for (engine::fact_id f = 0; f < old_.facts.size(); ++f) pairs_.push_back({f, nothing});
        for (engine::fact_id f = 0; f < new_.facts.size(); ++f) {
            const auto same = std::ranges::find_if(
                pairs_, [&](const both& b) { return b.in_old != nothing && key(old_.facts[b.in_old].term) == key(new_.facts[f].term); });
            if (same != pairs_.end() && old_.facts[same->in_old].type == new_.facts[f].type) same->in_new = f;
            else pairs_.push_back({nothing, f});
        }
        for (const both& b : pairs_) {
            std::set<value> values;
            if (b.in_old != nothing) values.insert(all_old_.values(b.in_old).begin(), all_old_.values(b.in_old).end());
            if (b.in_new != nothing) values.insert(all_new_.values(b.in_new).begin(), all_new_.values(b.in_new).end());
            std::erase_if(values, [&](value v) {
                return (b.in_old != nothing && !knows(old_, b.in_old, v)) || (b.in_new != nothing && !knows(new_, b.in_new, v));
            });
            values_.emplace_back(values.begin(), values.end());
        }
    }

    /// Mutations add options and levels at the end only, so that an index means the same in both.
    static bool knows(const engine::rule_base& rules, engine::fact_id f, value v) {
        const engine::fact& about = rules.facts[f];
        switch (about.type) {
        case engine::fact_type::number: return about.least <= v && v <= about.greatest;
        case engine::fact_type::any_of: return v >> about.options.size() == 0;
        case engine::fact_type::yes_no: return v <= 1;
        default: return v < static_cast<value>(rules.options_of(about).size());
        }
    }

    void match_roles() {
        for (engine::conclusion_id c = 0; c < new_.conclusions.size(); ++c)
            for (engine::conclusion_id d = 0; d < old_.conclusions.size(); ++d)
                if (new_.conclusions[c].is_role && old_.conclusions[d].is_role && key(new_.conclusions[c].term) == key(old_.conclusions[d].term))
                    same_role_[c] = d;
    }

    void make_worlds() {
        std::vector<std::size_t> at(pairs_.size(), 0);
        while (true) {
            std::vector<value> old(old_.facts.size()), now(new_.facts.size());
            for (std::size_t i = 0; i < pairs_.size(); ++i) {
                if (pairs_[i].in_old != nothing) old[pairs_[i].in_old] = values_[i][at[i]];
                if (pairs_[i].in_new != nothing) now[pairs_[i].in_new] = values_[i][at[i]];
            }
            worlds_.push_back({all_old_.evaluate(old), all_new_.evaluate(now)});
            std::size_t i = 0;
            while (i < at.size() && ++at[i] == values_[i].size()) at[i++] = 0;
            if (i == at.size()) return;
        }
    }

    void check_match(const engine::joint_role& role, const std::set<std::string>& allowed) const {
        if (role.in_new != nothing) {
            BOOST_TEST(same_role_.contains(role.in_new) == (role.in_old != nothing));
            if (role.in_old != nothing) BOOST_TEST(same_role_.at(role.in_new) == role.in_old);
        }
        const std::string_view term = role.in_new != nothing ? new_.conclusions[role.in_new].term : old_.conclusions[role.in_old].term;
        BOOST_TEST(role.allowed == allowed.contains(key(term)));
    }

    /// How the role changes in a world.
    [[nodiscard]] std::set<advice_change> changes_in(const engine::joint_role& role, const pair_of_worlds& w) const {
        const bool was = role.in_old != nothing && w.old.conclusions[role.in_old], is = role.in_new != nothing && w.now.conclusions[role.in_new];
        std::set<advice_change> changes;
        if (was != is) changes.insert(is ? advice_change::gains : advice_change::loses);
        if (role.in_old == nothing || role.in_new == nothing) return changes;
        const std::int64_t before = w.old.points[role.in_old], after = w.now.points[role.in_new];
        if (before != after) changes.insert(after > before ? advice_change::more_points : advice_change::fewer_points);
        return changes;
    }

    [[nodiscard]] bool meets(const joint_condition& c, const pair_of_worlds& w) const {
        const joint_fact& f = found_.facts[c.fact];
        const value old = f.in_old != nothing ? w.old.facts[f.in_old] : 0, now = f.in_new != nothing ? w.now.facts[f.in_new] : 0;
        if (f.kind == joint_kind::set) {
            for (std::size_t o = 0; o < c.options.size(); ++o) {
                const value bit = f.in_old != nothing ? old >> f.values[o].old_from & 1 : now >> f.values[o].new_from & 1;
                if (c.options[o] != 2 && bit != c.options[o]) return false;
            }
            return true;
        }
        for (std::size_t v = 0; v < f.values.size(); ++v) {
            const bool wanted = f.kind == joint_kind::choice ? c.allowed[v] : c.from <= v && v <= c.to;
            const bool in_old = f.in_old == nothing || (f.values[v].old_from <= old && old <= f.values[v].old_to);
            const bool in_new = f.in_new == nothing || (f.values[v].new_from <= now && now <= f.values[v].new_to);
            if (wanted && in_old && in_new) return true;
        }
        return false;
    }
    [[nodiscard]] bool meets(const std::vector<joint_condition>& all, const pair_of_worlds& w) const {
        return std::ranges::all_of(all, [&](const joint_condition& c) { return meets(c, w); });
    }
    [[nodiscard]] bool proved(const engine::joint_role& role, advice_change change, const std::vector<joint_condition>& when) const {
        return std::ranges::all_of(worlds_, [&](const pair_of_worlds& w) { return !meets(when, w) || changes_in(role, w).contains(change); });
    }

    bool check_role(std::size_t r) {
        const engine::joint_role& role = found_.roles[r];
        std::set<std::pair<advice_change, std::size_t>> left;
        for (std::size_t i = 0; i < worlds_.size(); ++i)
            for (const advice_change change : changes_in(role, worlds_[i])) left.emplace(change, i);
        const bool changes = !left.empty();
        for (const difference_group& group : found_.groups) {
            if (group.role != r) continue;
            BOOST_TEST(proved(role, group.change, group.when));
            check_witness(role, group);
            check_minimal(role, group);
            for (std::size_t i = 0; i < worlds_.size(); ++i)
                if (meets(group.when, worlds_[i])) left.erase({group.change, i});
        }
        if (found_.further == 0) BOOST_TEST(left.empty());
        BOOST_TEST(role.changes == changes);
        return changes;
    }

    void check_witness(const engine::joint_role& role, const difference_group& group) const {
        const pair_of_worlds w{all_old_.evaluate(values_of(old_, group.witness.in_old)), all_new_.evaluate(values_of(new_, group.witness.in_new))};
        BOOST_TEST(meets(group.when, w));
        BOOST_TEST(changes_in(role, w).contains(group.change));
        if (role.in_old != nothing)
            BOOST_TEST((group.before.holds == w.old.conclusions[role.in_old] && group.before.points == w.old.points[role.in_old]));
        if (role.in_new != nothing)
            BOOST_TEST((group.after.holds == w.now.conclusions[role.in_new] && group.after.points == w.now.points[role.in_new]));
    }

    static std::vector<value> values_of(const engine::rule_base& rules, const engine::facts& person) {
        std::vector<value> values;
        for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
            BOOST_TEST(person.known[f].decided());
            engine::fact_value v{person.known[f].from, {}};
            for (std::uint32_t o = 0; o < person.known[f].options.size(); ++o)
                if (person.known[f].options[o] == 1) v.members.push_back(o);
            values.push_back(value_of(rules, f, v));
        }
        return values;
    }

    // ---- concepts

    void match_concepts() {
        for (engine::conclusion_id c = 0; c < new_.conclusions.size(); ++c)
            for (engine::conclusion_id d = 0; d < old_.conclusions.size(); ++d)
                if (!new_.conclusions[c].is_role && !old_.conclusions[d].is_role && key(new_.conclusions[c].term) == key(old_.conclusions[d].term))
                    same_concept_[c] = d;
    }

    [[nodiscard]] std::optional<advice_change> change_of_concept(engine::conclusion_id now, const pair_of_worlds& w) const {
        const bool was = w.old.conclusions[same_concept_.at(now)], is = w.now.conclusions[now];
        return was == is ? std::nullopt : std::optional(is ? advice_change::gains : advice_change::loses);
    }

    static void mentions_of(const condition& body, std::set<std::size_t>& found) {
        if (body.form == shape::conclusion) found.insert(body.subject);
        for (const condition& member : body.members) mentions_of(member, found);
    }

    /// Terms of what a conclusion of a model mentions in its own clauses.
    static std::set<std::string> mentioned(const rule_base& model, std::string_view term) {
        std::set<std::size_t> found;
        for (const conclusion& c : model.conclusions)
            if (key(c.term) == key(term))
                for (const clause& one_clause : c.clauses)
                    if (one_clause.kind != clause_kind::points_needed) mentions_of(one_clause.body, found);
        std::set<std::string> terms;
        for (const std::size_t i : found) terms.insert(key(model.conclusions[i].term));
        return terms;
    }

    /// Whether the concepts that it mentions in either version agree in a world.
    [[nodiscard]] bool parts_agree(engine::conclusion_id now, const pair_of_worlds& w) const {
        std::set<std::string> terms = mentioned(new_model_, new_.conclusions[now].term);
        terms.merge(mentioned(old_model_, old_.conclusions[same_concept_.at(now)].term));
        return std::ranges::none_of(same_concept_, [&](const auto& other) {
            return terms.contains(key(new_.conclusions[other.first].term)) && change_of_concept(other.first, w).has_value();
        });
    }

    void check_concepts() {
        std::set<engine::conclusion_id> told;
        for (std::size_t i = 0; i < found_.concepts.size(); ++i) {
            const engine::joint_concept& about = found_.concepts[i];
            BOOST_TEST(same_concept_.at(about.in_new) == about.in_old);
            BOOST_TEST_CONTEXT("concept " << new_.conclusions[about.in_new].term) check_concept(i);
            told.insert(about.in_new);
        }
        for (const auto& [now, old] : same_concept_)
            if (!told.contains(now))
                for (const pair_of_worlds& w : worlds_) BOOST_TEST((!parts_agree(now, w) || !change_of_concept(now, w)));
    }

    void check_concept(std::size_t which) {
        const engine::joint_concept& about = found_.concepts[which];
        std::set<std::size_t> left;
        for (std::size_t i = 0; i < worlds_.size(); ++i)
            if (parts_agree(about.in_new, worlds_[i]) && change_of_concept(about.in_new, worlds_[i])) left.insert(i);
        BOOST_TEST(!left.empty());
        for (const difference_group& group : found_.concept_groups) {
            if (group.role != which) continue;
            const pair_of_worlds witness{all_old_.evaluate(values_of(old_, group.witness.in_old)),
                                         all_new_.evaluate(values_of(new_, group.witness.in_new))};
            BOOST_TEST(meets(group.when, witness));
            for (std::size_t i = 0; i < worlds_.size(); ++i) {
                if (!meets(group.when, worlds_[i])) continue;
                BOOST_TEST((change_of_concept(about.in_new, worlds_[i]) == group.change));
                left.erase(i);
            }
        }
        if (about.told_all) BOOST_TEST(left.empty());
    }

    /// No condition can be left out or made wider by one step.
    void check_minimal(const engine::joint_role& role, const difference_group& group) const {
        for (std::size_t i = 0; i < group.when.size(); ++i) {
            for (const joint_condition& wider : widened(group.when[i])) {
                std::vector<joint_condition> all = group.when;
                all[i] = wider;
                BOOST_TEST(!proved(role, group.change, all));
            }
        }
    }
    [[nodiscard]] std::vector<joint_condition> widened(const joint_condition& c) const {
        std::vector<joint_condition> all;
        const auto add = [&](const auto& change) { change(all.emplace_back(c)); };
        const joint_fact& f = found_.facts[c.fact];
        if (f.kind == joint_kind::ordered && c.from > 0) add([](joint_condition& w) { --w.from; });
        if (f.kind == joint_kind::ordered && c.to + 1 < f.values.size()) add([](joint_condition& w) { ++w.to; });
        for (std::size_t o = 0; o < c.options.size(); ++o)
            if (c.options[o] != 2) add([&](joint_condition& w) { w.options[o] = 2; });
        if (!c.allowed.empty()) add([](joint_condition& w) { std::fill(w.allowed.begin(), w.allowed.end(), true); });
        return all;
    }

    /// Whether roles that stand alike somewhere change places.
    bool check_order() const {
        std::set<std::pair<engine::conclusion_id, engine::conclusion_id>> alike;
        for (const auto& [b, old_b] : same_role_)
            for (const auto& [a, old_a] : same_role_) {
                if (a >= b || old_a <= old_b || allowed(a) || allowed(b)) continue;
                for (const pair_of_worlds& w : worlds_)
                    if (w.now.conclusions[a] == w.now.conclusions[b] && w.now.points[a] == w.now.points[b]) alike.emplace(a, b);
            }
        BOOST_TEST(found_.order.has_value() == !alike.empty());
        if (!found_.order) return false;
        const engine::conclusion_id a = found_.roles[found_.order->first].in_new, b = found_.roles[found_.order->second].in_new;
        BOOST_TEST(alike.contains({a, b}));
        const certain_world w = all_new_.evaluate(values_of(new_, found_.order->witness.in_new));
        BOOST_TEST((w.conclusions[a] == w.conclusions[b] && w.points[a] == w.points[b]));
        return true;
    }
    [[nodiscard]] bool allowed(engine::conclusion_id in_new) const {
        return std::ranges::any_of(found_.roles, [&](const engine::joint_role& r) { return r.in_new == in_new && r.allowed; });
    }

    const rule_base &old_model_, &new_model_;
    const engine::rule_base &old_, &new_;
    const difference& found_;
    all_profiles all_old_, all_new_;
    std::vector<both> pairs_;
    std::vector<std::vector<value>> values_;
    std::map<engine::conclusion_id, engine::conclusion_id> same_role_;     // of the new version, what it was
    std::map<engine::conclusion_id, engine::conclusion_id> same_concept_;  // the same of concepts
    std::vector<pair_of_worlds> worlds_;
};

bool too_large(const rule_base& model) { return count_completions(possible_values(model, {}, sampling::every), most_worlds) > most_worlds; }

}  // namespace

BOOST_AUTO_TEST_SUITE(differences_of_rule_bases)

BOOST_AUTO_TEST_CASE(groups_are_proved_and_nothing_is_left_out) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1);
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 4;
    std::map<difference_outcome, std::size_t> outcomes;
    std::map<advice_change, std::size_t> changes;
    std::size_t orders = 0, concepts = 0, further = 0, shared_only = 0;
    for (std::uint64_t i = 0; i < bases; ++i) {
        rng random(seed * 2'000'003 + i);
        const rule_base first = make_random_case(seed * 2'000'003 + i, 0, small_bases()).base;
        rule_base second = mutated(random, first);
        if (second.conclusions.size() > 1 && random.below(4) == 0) swap_conclusions(second, 0, second.conclusions.size() - 1);
        const std::string old_text = print_rules(first), new_text = print_rules(second);
        const loaded old = load(old_text), now = load(new_text);
        if (old.found.has_errors() || now.found.has_errors() || too_large(first) || too_large(second)) continue;
        engine::difference_options options;
        if (random.below(6) == 0) options.groups = 2;
        std::set<std::string> allowed;
        for (const engine::conclusion& c : now.rules->conclusions)
            if (c.is_role && random.below(10) == 0) {
                options.allowed.emplace_back(c.term);
                allowed.insert(key(c.term));
            }
        BOOST_TEST_CONTEXT("base " << i << " of seed " << seed << "\n--- old\n" << old_text << "\n--- new\n" << new_text) {
            const difference found = engine::compare_rules(*old.code, *now.code, options);
            difference_check check(first, second, old, now, found);
            if (!check.small_enough()) continue;
            check.check(allowed);
            ++outcomes[found.outcome()];
            for (const difference_group& g : found.groups) ++changes[g.change];
            orders += found.order ? 1U : 0U;
            concepts += found.concepts.size();
            further += found.further > 0 ? 1U : 0U;
            shared_only += found.shared_values_only() ? 1U : 0U;
        }
    }
    BOOST_TEST(outcomes[difference_outcome::equivalent] > 0U);
    BOOST_TEST(outcomes[difference_outcome::differs] > 0U);
    for (const advice_change change : {advice_change::gains, advice_change::loses, advice_change::more_points, advice_change::fewer_points})
        BOOST_TEST(changes[change] > 0U);
    BOOST_TEST(orders > 0U);
    BOOST_TEST(concepts > 0U);
    BOOST_TEST(further > 0U);
    BOOST_TEST(shared_only > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
