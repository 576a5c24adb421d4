// Coverage and mutants of random rule bases with random tests, against every complete profile: a condition is forced, or a rule changed, and all
// that the tests expect is worked out again by the definitions.
#include "support/all_profiles.hpp"

#include <advise/engine/coverage.hpp>
#include <advise/engine/mutants.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace advise::tests {
namespace {

using engine::clause_kind;
using engine::conclusion_id;
using engine::condition_id;
using engine::condition_kind;
using engine::mutant_fate;
using engine::mutation_kind;
using engine::test_op;
using engine::trial;
using grammar::ast::expect_kind;

random_options small_bases() {
    random_options options;
    options.max_facts = 4;
    options.max_completions = 200;
    options.allowed.reset(static_cast<std::size_t>(feature::nasty_names));
    options.allowed.reset(static_cast<std::size_t>(feature::numbers));  // a changed threshold would tell values apart that the profiles below do not
    return options;
}

constexpr std::size_t most_worlds = 250;

/// One thing that is different from what the rules say.
struct change {
    std::optional<bool> forced;                // this condition is always so:
    condition_id condition = engine::nothing;  // or, with nothing, enough points
    conclusion_id about = engine::nothing;
    const engine::mutation* mutation = nullptr;
};

struct outcome_of_one {
    bool holds = false;
    std::int64_t points = 0;
    friend bool operator==(const outcome_of_one&, const outcome_of_one&) = default;
};

bool has_members(const engine::condition& c) { return c.kind != condition_kind::test && c.kind != condition_kind::conclusion; }

/// Everything under one complete profile, by the definitions, with a change.
class changed_rules {
public:
    changed_rules(const engine::rule_base& rules, const std::vector<value>& facts, const change& with) : rules_(rules), facts_(facts), with_(with) {}

    outcome_of_one outcome(conclusion_id x) const {
        const engine::mutation* m = with_.mutation != nullptr && with_.mutation->about == x ? with_.mutation : nullptr;
        bool whens = false, a_when = false, requires_something = false, allowed = true;
        std::int64_t points = 0;
        for (std::uint32_t i = 0; i < rules_.conclusions[x].clauses.size(); ++i) {
            const engine::clause& c = rules_.conclusions[x].clauses[i];
            const bool mine = m != nullptr && m->clause == i;
            if (mine && m->kind == mutation_kind::clause_left_out) continue;
            const bool body = truth(c.body);
            if (c.kind == clause_kind::when) {
                whens = true;
                a_when = a_when || body;
            }
            if (c.kind == clause_kind::requires_) {
                requires_something = true;
                allowed = allowed && body;
            }
            if (c.kind == clause_kind::unless) allowed = allowed && !body;
            if (c.kind == clause_kind::evidence && body) points += mine && m->kind == mutation_kind::points_changed ? m->to : c.points;
        }
        for (const std::int64_t need : needs(x, m)) {
            requires_something = true;
            allowed = allowed && points >= need;
        }
        if (with_.forced && with_.condition == engine::nothing && with_.about == x) {
            requires_something = true;
            allowed = allowed_but_for_points(x) && *with_.forced;
        }
        return {allowed && (whens ? a_when : requires_something || points > 0), points};
    }

    bool truth(condition_id id) const {
        if (with_.forced && with_.condition == id) return *with_.forced;
        const engine::condition& c = rules_.conditions[id];
        const engine::mutation* m = with_.mutation != nullptr && with_.mutation->where == id ? with_.mutation : nullptr;
        if (m != nullptr && m->kind == mutation_kind::negated) return !plain(c, nullptr);
        return plain(c, m);
    }

private:
    std::vector<std::int64_t> needs(conclusion_id x, const engine::mutation* m) const {
        std::vector<std::int64_t> all;
        for (const engine::points_requirement& need : rules_.conclusions[x].needs) all.push_back(need.points);
        if (m != nullptr && m->kind == mutation_kind::need_left_out) all.erase(std::ranges::max_element(all));
        if (m != nullptr && m->kind == mutation_kind::need_changed) *std::ranges::max_element(all) = m->to;
        return all;
    }

    bool allowed_but_for_points(conclusion_id x) const {
        bool allowed = true;
        for (const engine::clause& c : rules_.conclusions[x].clauses) {
            if (c.kind == clause_kind::requires_) allowed = allowed && truth(c.body);
            if (c.kind == clause_kind::unless) allowed = allowed && !truth(c.body);
        }
        return allowed;
    }

    bool plain(const engine::condition& c, const engine::mutation* m) const {
        if (c.kind == condition_kind::test) return test(c, m);
        if (c.kind == condition_kind::conclusion) return outcome(c.subject).holds;
        std::int64_t size = 0, true_ones = 0;
        for (std::uint32_t i = 0; i < c.size; ++i) {
            const condition_id member = rules_.condition_children[c.first + i];
            if (with_.mutation != nullptr && with_.mutation->kind == mutation_kind::part_left_out && with_.mutation->where == member) continue;
            ++size;
            true_ones += truth(member) ? 1 : 0;
        }
        condition_kind kind = c.kind;
        if (m != nullptr && m->kind == mutation_kind::and_to_or) kind = condition_kind::any;
        if (m != nullptr && m->kind == mutation_kind::or_to_and) kind = condition_kind::all;
        if (kind == condition_kind::all) return true_ones == size;
        if (kind == condition_kind::any) return true_ones > 0;
        if (kind == condition_kind::negation) return true_ones == 0;
        std::int64_t least = c.least, most = c.most;
        if (m != nullptr && m->kind == mutation_kind::count_changed) {
            least = m->least;
            most = m->most;
        }
        return true_ones >= least && true_ones <= most;
    }

    bool test(const engine::condition& c, const engine::mutation* m) const {
        const bool other = m != nullptr && m->kind == mutation_kind::test_changed;
        const value v = facts_[c.subject];
        const test_op op = other ? m->op : c.op;
        if (op == test_op::has) return v > 0;
        std::vector<std::int64_t> of;
        if (other) of = m->values;
        else of.assign(rules_.test_values.begin() + c.first, rules_.test_values.begin() + c.first + c.size);
        switch (op) {
        case test_op::eq: return v == of[0];
        case test_op::ne: return v != of[0];
        case test_op::lt: return v < of[0];
        case test_op::le: return v <= of[0];
        case test_op::gt: return v > of[0];
        case test_op::ge: return v >= of[0];
        case test_op::includes: return (v >> of[0] & 1) != 0;
        default: return std::ranges::find(of, v) != of.end();
        }
    }

    const engine::rule_base& rules_;
    const std::vector<value>& facts_;
    const change& with_;
};

std::string quoted(std::string_view term) { return '"' + std::string(term) + '"'; }

/// Random tests that pass, partly about incomplete profiles.
class random_tests {
public:
    random_tests(rng& random, const engine::rule_base& rules, const all_profiles& all) : random_(random), rules_(rules), all_(all) {}

    std::string text(std::size_t how_many) {
        std::string all;
        for (std::size_t i = 0; i < how_many; ++i) all += test(i);
        return all;
    }

private:
    std::string test(std::size_t number) {
        std::string text = "test \"" + std::to_string(number) + "\"\n";
        const certain_world& here = all_.worlds()[random_.below(all_.worlds().size())];
        std::vector<bool> open;
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) {
            open.push_back(random_.below(6) == 0);
            if (!open.back()) text += "    given " + quoted(rules_.facts[f].term) + ": " + shown(f, here.facts[f]) + "\n";
        }
        const conclusion_id x = static_cast<conclusion_id>(random_.below(rules_.conclusions.size()));
        bool ever = false, always = true;
        std::int64_t low = 0, high = 0;
        bool first = true;
        for (const certain_world& w : all_.worlds()) {
            bool fits = true;
            for (engine::fact_id f = 0; f < open.size(); ++f) fits = fits && (open[f] || w.facts[f] == here.facts[f]);
            if (!fits) continue;
            ever = ever || w.conclusions[x];
            always = always && w.conclusions[x];
            low = first ? w.points[x] : std::min(low, w.points[x]);
            high = first ? w.points[x] : std::max(high, w.points[x]);
            first = false;
        }
        text += "    expect " + quoted(rules_.conclusions[x].term);
        if (random_.below(2) == 0) return text + ": " + (always ? "yes" : ever ? "unknown" : "no") + "\n";
        return text + " points " + std::to_string(low) + ".." + std::to_string(high) + "\n";
    }

    std::string shown(engine::fact_id f, value v) const {
        const engine::fact& of = rules_.facts[f];
        if (of.type == engine::fact_type::yes_no) return v != 0 ? "yes" : "no";
        if (of.type != engine::fact_type::any_of) return quoted(rules_.options_of(of)[static_cast<std::size_t>(v)].term);
        std::string all;
        for (std::size_t o = 0; o < of.options.size(); ++o)
            if ((v >> o & 1) != 0) all += (all.empty() ? "" : ", ") + quoted(of.options[o].term);
        return all.empty() ? "no" : all;
    }

    rng& random_;
    const engine::rule_base& rules_;
    const all_profiles& all_;
};

/// What the tests say, by trying all completions of each.
class slow_tests {
public:
    slow_tests(const engine::rule_base& rules, const all_profiles& all, const std::vector<engine::bound_test>& tests) : rules_(rules), all_(all) {
        for (const engine::bound_test& test : tests) {
            auto& worlds = worlds_[test.test];
            for (std::size_t w = 0; w < all.worlds().size(); ++w)
                if (fits(test, all.worlds()[w])) worlds.push_back(w);
        }
    }

    [[nodiscard]] bool passes(const engine::test_block& test, const change& with) const {
        return std::ranges::all_of(test.expected, [&](const engine::expectation& e) { return met(test, e, with); });
    }

    /// yes, no, or neither in some completions.
    [[nodiscard]] std::optional<bool> truth(const engine::test_block& test, conclusion_id about, condition_id c) const {
        std::set<bool> seen;
        for (const std::size_t w : worlds_.at(&test)) seen.insert(holds(all_.worlds()[w], about, c));
        return seen.size() == 1 ? std::optional(*seen.begin()) : std::nullopt;
    }

    [[nodiscard]] bool holds(const certain_world& w, conclusion_id about, condition_id c) const {
        return c == engine::nothing ? w.points[about] >= rules_.conclusions[about].need()->points : static_cast<bool>(w.conditions[c]);
    }

    [[nodiscard]] outcome_of_one outcome(std::size_t w, conclusion_id x, const change& with) const {
        return changed_rules(rules_, all_.worlds()[w].facts, with).outcome(x);
    }

private:
    [[nodiscard]] bool fits(const engine::bound_test& test, const certain_world& w) const {
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) {
            const engine::known_fact& known = test.person.known[f];
            if (rules_.facts[f].type != engine::fact_type::any_of && (w.facts[f] < known.from || w.facts[f] > known.to)) return false;
            for (std::size_t o = 0; o < known.options.size() && rules_.facts[f].type == engine::fact_type::any_of; ++o)
                if (known.options[o] != 2 && known.options[o] != (w.facts[f] >> o & 1)) return false;
        }
        return true;
    }

    [[nodiscard]] bool met(const engine::test_block& test, const engine::expectation& e, const change& with) const {
        std::set<bool> verdicts;
        std::set<std::int64_t> points;
        for (const std::size_t w : worlds_.at(&test)) {
            const outcome_of_one o = outcome(w, e.role, with);
            verdicts.insert(o.holds);
            points.insert(o.points);
        }
        if (e.kind == expect_kind::points) return *points.begin() == e.low && *points.rbegin() == e.high;
        using grammar::ast::verdict_word;
        return e.verdict == (verdicts.size() == 2 ? verdict_word::unknown : *verdicts.begin() ? verdict_word::yes : verdict_word::no);
    }

    const engine::rule_base& rules_;
    const all_profiles& all_;
    std::map<const engine::test_block*, std::vector<std::size_t>> worlds_;
};

class test_check {
public:
    test_check(const rule_base& model, const loaded& base, std::map<mutant_fate, std::size_t>& fates, std::map<trial, std::size_t>& trials)
        : rules_(*base.rules), all_(model, rules_), fates_(fates), trials_(trials) {
        grammar::diagnostics found;
        for (const engine::test_block& test : rules_.tests) tests_.push_back(engine::bind_test(test, rules_, found));
        BOOST_TEST(!found.has_errors(), told(found));
        for (const engine::bound_test& test : tests_) BOOST_TEST(engine::passes(*base.code, test), "test " << test.test->title);
        const slow_tests slow(rules_, all_, tests_);
        // Where there is no room for what is known of the tests beforehand, it is worked out each time.
        for (const std::size_t room : {engine::trial_options{}.table_bytes, std::size_t{0}}) {
            engine::trial_options options;
            options.table_bytes = room;
            for (const engine::condition_trial& c : engine::cover(*base.code, tests_, options).conditions) check(c, slow);
            for (const engine::mutant& m : engine::try_mutants(*base.code, tests_, options)) check(m, slow);
        }
    }

private:
    [[nodiscard]] bool counts_points(conclusion_id x) const { return rules_.conclusions[x].is_role; }

    [[nodiscard]] bool differs(const outcome_of_one& a, const outcome_of_one& b, conclusion_id x) const {
        return a.holds != b.holds || (counts_points(x) && a.points != b.points);
    }

    /// Whether what a test expects rests on a conclusion.
    [[nodiscard]] bool rests_on(conclusion_id top, conclusion_id x) const {
        if (top == x) return true;
        std::vector<condition_id> open;
        for (const engine::clause& c : rules_.conclusions[top].clauses) open.push_back(c.body);
        while (!open.empty()) {
            const engine::condition& c = rules_.conditions[open.back()];
            open.pop_back();
            if (c.kind == condition_kind::conclusion && rests_on(c.subject, x)) return true;
            for (std::uint32_t i = 0; has_members(c) && i < c.size; ++i) open.push_back(rules_.condition_children[c.first + i]);
        }
        return false;
    }

    void check(const engine::condition_trial& c, const slow_tests& slow) {
        for (const bool where : {true, false}) {
            const change forced{!where, c.condition, c.about, nullptr};
            bool seen = false, decisive = false, can_be = false, can_decide = false;
            for (const engine::bound_test& test : tests_) {
                if (!rests_on(test.test->expected.front().role, c.about) || slow.truth(*test.test, c.about, c.condition) != where) continue;
                seen = true;
                decisive = decisive || !slow.passes(*test.test, forced);
            }
            for (std::size_t w = 0; w < all_.worlds().size(); ++w) {
                if (slow.holds(all_.worlds()[w], c.about, c.condition) != where) continue;
                can_be = true;
                can_decide = can_decide || differs(slow.outcome(w, c.about, {}), slow.outcome(w, c.about, forced), c.about);
            }
            BOOST_TEST_CONTEXT("condition at " << c.at.where.begin << ", " << where) {
                compare(where ? c.is_true : c.is_false, seen, can_be);
                compare(where ? c.decides_true : c.decides_false, decisive, can_decide);
            }
        }
    }

    void compare(trial found, bool seen, bool possible) {
        ++trials_[found];
        BOOST_TEST(static_cast<int>(found) == static_cast<int>(seen ? trial::seen : possible ? trial::missing : trial::impossible));
    }

    void check(const engine::mutant& m, const slow_tests& slow) {
        ++fates_[m.fate];
        const change with{{}, engine::nothing, engine::nothing, &m.what};
        const conclusion_id x = m.what.about;
        bool noticed = false, changes = false;
        std::size_t fewest = rules_.facts.size();
        for (const engine::bound_test& test : tests_) noticed = noticed || !slow.passes(*test.test, with);
        for (std::size_t w = 0; w < all_.worlds().size(); ++w) {
            if (!differs(slow.outcome(w, x, {}), slow.outcome(w, x, with), x)) continue;
            changes = true;
            fewest = std::min(fewest, all_.away_from_lowest(all_.worlds()[w]));
        }
        BOOST_TEST_CONTEXT("mutant of kind " << static_cast<int>(m.what.kind) << " at " << m.what.at.where.begin) {
            const mutant_fate expected = noticed ? mutant_fate::noticed : changes ? mutant_fate::survived : mutant_fate::equivalent;
            BOOST_TEST_REQUIRE(static_cast<int>(m.fate) == static_cast<int>(expected));
            if (noticed) BOOST_TEST(!slow.passes(*m.noticed_by, with));
            if (m.fate == mutant_fate::survived) check(m, with, fewest);
        }
    }

    void check(const engine::mutant& m, const change& with, std::size_t fewest) {
        const engine::mutant_witness& shown = *m.witness;
        std::vector<value> facts;
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) facts.push_back(all_.values(f).front());
        for (const auto& [f, v] : shown.profile) facts[f] = value_of(rules_, f, v);
        const outcome_of_one right = changed_rules(rules_, facts, {}).outcome(m.what.about),
                             wrong = changed_rules(rules_, facts, with).outcome(m.what.about);
        BOOST_TEST(shown.smallest);
        BOOST_TEST((right.holds == shown.right.holds && right.points == shown.right.points));
        BOOST_TEST((wrong.holds == shown.wrong.holds && wrong.points == shown.wrong.points));
        BOOST_TEST(differs(right, wrong, m.what.about));
        BOOST_TEST(all_.away_from_lowest(all_.evaluate(facts)) == fewest);
    }

    const engine::rule_base& rules_;
    all_profiles all_;
    std::vector<engine::bound_test> tests_;
    std::map<mutant_fate, std::size_t>& fates_;
    std::map<trial, std::size_t>& trials_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(coverage_and_mutants)

BOOST_AUTO_TEST_CASE(what_is_tried_and_noticed_is_what_every_profile_says) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1);
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 8;
    std::map<mutant_fate, std::size_t> fates;
    std::map<trial, std::size_t> trials;
    for (std::uint64_t i = 0; i < bases; ++i) {
        rng random(seed * 1'000'033 + i);
        const random_case made = make_random_case(seed * 1'000'033 + i, 0, small_bases());
        const std::string text = print_rules(made.base);
        const loaded plain = load(text);
        if (plain.found.has_errors() || plain.rules->conclusions.empty()) continue;
        if (count_completions(possible_values(made.base, {}, sampling::every), most_worlds) > most_worlds) continue;
        const all_profiles all(made.base, *plain.rules);
        const std::string with_tests = text + "\n" + random_tests(random, *plain.rules, all).text(6);
        const loaded base = load(with_tests);
        BOOST_TEST_CONTEXT("base " << i << " of seed " << seed << "\n" << with_tests << told(base.found)) {
            BOOST_TEST_REQUIRE(!base.found.has_errors());
            test_check(made.base, base, fates, trials);
        }
    }
    for (const mutant_fate fate : {mutant_fate::noticed, mutant_fate::equivalent, mutant_fate::survived})
        BOOST_TEST(fates[fate] > 0U, "no mutant with fate " << static_cast<int>(fate));
    for (const trial t : {trial::seen, trial::missing, trial::impossible}) BOOST_TEST(trials[t] > 0U, "no trial that is " << static_cast<int>(t));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
