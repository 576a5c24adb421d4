// The engine against the slow truth: random rule bases with partial profiles, through text in varied spelling.
#include "support/bridge.hpp"

#include "support/kleene.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace advise::tests {
namespace {

std::string shown(std::uint64_t seed, const std::string& rules, const std::string& profile)
{
    return "seed " + std::to_string(seed) + "\n--- rules\n" + rules + "--- profile\n" + profile + "---\n";
}

/// Everything that is claimed of one profile.
class claims {
public:
    claims(const rule_base& model, const profile& known, const loaded& base, const person& who, const engine::advice& advice)
        : model_(model), known_(known), base_(base), who_(who), advice_(advice), match_(match(model, *base.rules)), truth_(brute_force(model, known)) {}

    void check()
    {
        const std::vector<advice_row> expected = advice_rows(model_, truth_), got = rows_of(base_, advice_);
        BOOST_TEST(expected.size() == got.size());
        bool same = expected.size() == got.size();
        for (std::size_t i = 0; same && i < got.size(); ++i)
            same = key(expected[i].role) == key(got[i].role) && expected[i].truth == got[i].truth && expected[i].low == got[i].low && expected[i].high == got[i].high;
        BOOST_TEST(same, compared(expected, got));
        if (!same) return;
        for (const engine::role_advice& role : advice_.roles) check_role(role);
        check_nodes();
    }

    /// The same where the work was limited: what is called exact is, witnesses are some (not the first), splits show it.
    void check_exact_ones()
    {
        for (const engine::role_advice& role : advice_.roles) {
            if (!role.exact) continue;
            const std::size_t index = model_index(role.role);
            const finding& expected = truth_.findings[index];
            BOOST_TEST((static_cast<int>(expected.truth) == static_cast<int>(role.verdict) && expected.low == role.points.low && expected.high == role.points.high),
                       "limited work: " << model_.conclusions[index].term << " " << role.points.low << ".." << role.points.high);
            const auto attains = [&](const std::optional<engine::completion>& witness, const auto& goal) {
                if (witness) BOOST_TEST(goal(outcome_of(index, *witness)), "limited work: a witness for " << model_.conclusions[index].term << " is none");
            };
            attains(role.yes, [](const outcome& o) { return o.holds; });
            attains(role.no, [](const outcome& o) { return !o.holds; });
            attains(role.low, [&](const outcome& o) { return o.points == expected.low; });
            attains(role.high, [&](const outcome& o) { return o.points == expected.high; });
            if (role.verdict_split) check_split(*role.verdict_split, role, true);
            if (role.points_split) check_split(*role.points_split, role, false);
        }
    }

private:
    outcome outcome_of(std::size_t index, const engine::completion& witness) const
    {
        completion facts;
        for (const std::vector<value>& values : possible_values(model_, known_)) facts.push_back(values.front());
        for (const auto& [fact, v] : witness) facts[match_.fact_of[fact]] = value_of(*base_.rules, fact, v);
        return evaluate(model_, facts)[index];
    }

    std::size_t model_index(engine::conclusion_id c) const
    {
        for (const auto& [index, id] : match_.conclusion_of)
            if (id == c) return index;
        throw std::logic_error("a conclusion that the model does not have");
    }

    void check_role(const engine::role_advice& role)
    {
        const std::size_t index = model_index(role.role);
        const finding& expected = truth_.findings[index];
        BOOST_TEST(role.exact);
        std::set<std::size_t> open;
        for (const engine::fact_id f : role.open) open.insert(match_.fact_of[f]);
        BOOST_TEST((open == std::set<std::size_t>(expected.open.begin(), expected.open.end())),
                   "open facts of " << model_.conclusions[index].term << ": " << names(open) << " but should be "
                                    << names({expected.open.begin(), expected.open.end()}));
        BOOST_TEST(role.yes.has_value() == (role.verdict == engine::verdict::unknown));
        BOOST_TEST(role.no.has_value() == (role.verdict == engine::verdict::unknown));
        BOOST_TEST(role.low.has_value() == (role.points.low != role.points.high));
        if (role.yes) check_witness(index, *role.yes, [](const outcome& o) { return o.holds; });
        if (role.no) check_witness(index, *role.no, [](const outcome& o) { return !o.holds; });
        if (role.low) check_witness(index, *role.low, [&](const outcome& o) { return o.points == expected.low; });
        if (role.high) check_witness(index, *role.high, [&](const outcome& o) { return o.points == expected.high; });
        if (role.verdict_split) check_split(*role.verdict_split, role, true);
        if (role.points_split) check_split(*role.points_split, role, false);
    }

    std::string names(const std::set<std::size_t>& facts) const
    {
        std::string all;
        for (const std::size_t f : facts) all += model_.facts[f].term + ", ";
        return all;
    }

    /// A completion that is the person's where decided, the witness' where open; for facts that the role does not depend on any value will do.
    template <class Goal>
    void check_witness(std::size_t index, const engine::completion& witness, const Goal& goal)
    {
        std::vector<std::vector<value>> possible = possible_values(model_, known_);
        completion facts;
        for (const std::vector<value>& values : possible) facts.push_back(values.front());
        engine::fact_id last = 0;
        for (const auto& [fact, v] : witness) {
            BOOST_TEST((fact >= last));
            last = fact;
            const value chosen = value_of(*base_.rules, fact, v);
            BOOST_TEST(allows(model_, known_, match_.fact_of[fact], chosen), "the witness leaves the profile at " << model_.facts[match_.fact_of[fact]].term);
            facts[match_.fact_of[fact]] = chosen;
        }
        BOOST_TEST(goal(evaluate(model_, facts)[index]), "a witness for " << model_.conclusions[index].term << " is none");
        check_canonical(index, witness, goal, possible);
    }

    /// No completion that comes earlier - facts in order of declaration, lowest value first - attains the same.
    template <class Goal>
    void check_canonical(std::size_t index, const engine::completion& witness, const Goal& goal, const std::vector<std::vector<value>>& possible)
    {
        std::vector<std::size_t> order;
        std::size_t count = 1;
        for (const auto& [fact, v] : witness) {
            order.push_back(match_.fact_of[fact]);
            count *= possible[order.back()].size();
        }
        if (count > 5000) return;
        completion facts;
        for (const std::vector<value>& values : possible) facts.push_back(values.front());
        BOOST_TEST(first_attaining(index, order, 0, facts, possible, goal));
        for (std::size_t i = 0; i < order.size(); ++i)
            BOOST_TEST(facts[order[i]] == value_of(*base_.rules, witness[i].first, witness[i].second),
                       "not the canonical witness for " << model_.conclusions[index].term << " at " << model_.facts[order[i]].term);
    }

    /// Lowest first; of sets, an option that is not in the set comes before one that is, options in their order.
    static bool lower(bool is_set, value a, value b)
    {
        if (!is_set) return a < b;
        const value differing = a ^ b;
        return (b & (differing & -differing)) != 0;
    }

    template <class Goal>
    bool first_attaining(std::size_t index, const std::vector<std::size_t>& order, std::size_t depth, completion& facts,
                         const std::vector<std::vector<value>>& possible, const Goal& goal)
    {
        if (depth == order.size()) return goal(evaluate(model_, facts)[index]);
        const bool is_set = model_.facts[order[depth]].type == fact_type::any_of;
        std::vector<value> values = possible[order[depth]];
        std::ranges::sort(values, [&](value a, value b) { return lower(is_set, a, b); });
        for (const value v : values) {
            facts[order[depth]] = v;
            if (first_attaining(index, order, depth + 1, facts, possible, goal)) return true;
        }
        return false;
    }

    /// In each completion exactly one case applies at each step, and the leaf reached is right.
    void check_split(const engine::split_tree& tree, const engine::role_advice& role, bool of_verdict)
    {
        BOOST_TEST(!tree.nodes.empty());
        for (std::size_t n = 0; n < tree.nodes.size(); ++n)
            for (const engine::split_case& c : tree.nodes[n].cases) BOOST_TEST(c.then < n);
        const std::vector<std::vector<value>> possible = possible_values(model_, known_);
        completion facts(possible.size());
        walk(tree, role, of_verdict, possible, facts, 0);
    }

    void walk(const engine::split_tree& tree, const engine::role_advice& role, bool of_verdict, const std::vector<std::vector<value>>& possible,
              completion& facts, std::size_t depth)
    {
        if (depth < facts.size()) {
            for (const value v : possible[depth]) {
                facts[depth] = v;
                walk(tree, role, of_verdict, possible, facts, depth + 1);
            }
            return;
        }
        std::size_t at = tree.nodes.size() - 1;
        while (!tree.nodes[at].leaf) at = next(tree.nodes[at], facts);
        const outcome o = evaluate(model_, facts)[model_index(role.role)];
        const engine::split_node& leaf = tree.nodes[at];
        const bool right = of_verdict ? leaf.truth == (o.holds ? engine::verdict::yes : engine::verdict::no)
                                      : leaf.points.low <= o.points && o.points <= leaf.points.high && leaf.points.low >= role.points.low &&
                                            leaf.points.high <= role.points.high;
        if (!right) BOOST_TEST(right, "a leaf of a split is wrong");
    }

    std::size_t next(const engine::split_node& node, const completion& facts) const
    {
        const value actual = facts[match_.fact_of[node.fact]];
        std::vector<std::size_t> taken;
        for (const engine::split_case& c : node.cases) {
            bool in = c.from <= actual && actual <= c.to;
            if (node.option != engine::nothing) in = c.values.front() == ((actual >> node.option) & 1);
            else if (!c.values.empty()) in = std::ranges::find(c.values, static_cast<std::uint32_t>(actual)) != c.values.end();
            if (in) taken.push_back(c.then);
        }
        BOOST_REQUIRE_EQUAL(taken.size(), 1U);
        return taken.front();
    }

    /// The proof's truths are Kleene's, computed by the twin.
    void check_nodes()
    {
        const std::vector<kleene_finding> expected = kleene(model_, known_);
        for (std::uint32_t id = 0; id < advice_.nodes.size(); ++id) {
            const engine::proof_node& node = advice_.nodes[id];
            for (const std::uint32_t child : node.of) BOOST_TEST(child < id);
            for (const std::uint32_t child : node.clause_nodes) BOOST_TEST(child < id);
            if (node.kind != engine::condition_kind::conclusion) continue;
            const kleene_finding& e = expected[model_index(node.conclusion)];
            BOOST_TEST((static_cast<int>(e.truth) == static_cast<int>(node.truth) && e.low == node.points.low && e.high == node.points.high),
                       "Kleene's value of " << base_.rules->conclusions[node.conclusion].term);
        }
    }

    const rule_base& model_;
    const profile& known_;
    const loaded& base_;
    const person& who_;
    const engine::advice& advice_;
    correspondence match_;
    exact_answer truth_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(random_rule_bases_agree_with_brute_force)
{
    const std::uint64_t pairs = from_environment("ADVISE_RANDOM_PAIRS", 2000), first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000;
    constexpr std::size_t profiles = 4;
    BOOST_TEST_MESSAGE("seeds from " << first << ", " << pairs << " pairs");
    for (std::uint64_t seed = first; seed < first + pairs / profiles; ++seed) {
        const random_case made = make_random_case(seed, profiles);
        const std::string rules = print_rules(made.base, varied_spelling(seed));
        const loaded base = load(rules);
        BOOST_TEST(!base.found.has_errors(), shown(seed, rules, "") << told(base.found));
        if (base.found.has_errors()) continue;
        for (const profile& known : made.profiles) {
            const std::string text = print_profile(made.base, known, varied_spelling(seed));
            BOOST_TEST_CONTEXT(shown(seed, rules, text))
            {
                const person who = bind_text(base, text);
                BOOST_TEST(!who.found.has_errors(), told(who.found));
                if (who.found.has_errors()) continue;
                claims(made.base, known, base, who, engine::advise(*base.code, who.facts, {.proof = true})).check();
                const std::uint64_t little = seed % 3 == 0 ? 0 : seed % 100;
                claims(made.base, known, base, who, engine::advise(*base.code, who.facts, {.proof = true, .work_limit = little})).check_exact_ones();
            }
        }
    }
}

}  // namespace advise::tests
