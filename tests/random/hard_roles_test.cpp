// Roles that Kleene's tables leave open and completions do not settle: blocks against engine::advise, what is decided by cases against what is found by
// search, and every leaf of the cases against Kleene's tables.
#include "support/bridge.hpp"
#include "support/hard_roles.hpp"
#include "support/instruction_sets.hpp"

#include <advise/engine/people_block.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace advise::tests {
namespace {

using engine::block_options;
using engine::role_outcome;

std::vector<role_outcome> outcomes_of(const engine::advice& advice) {
    std::vector<role_outcome> made;
    for (const engine::role_advice& role : advice.roles)
        if (role.verdict != engine::verdict::no) made.push_back({role.role, role.verdict, role.exact, role.points});
    return made;
}

/// What Kleene's tables say of one role and one person.
class kleene_asker {
public:
    kleene_asker(const engine::block_program& prepared, engine::conclusion_id role)
        : block_(prepared, {.exact = false}),
          place_(static_cast<std::uint32_t>(std::ranges::find(prepared.roles(), role) - prepared.roles().begin())) {}

    engine::verdict operator()(const engine::facts& person) {
        block_.clear();
        block_.add(person);
        block_.evaluate();
        if ((block_.unknown(place_)[0] & 1U) != 0) return engine::verdict::unknown;
        return (block_.yes(place_)[0] & 1U) != 0 ? engine::verdict::yes : engine::verdict::no;
    }

private:
    engine::people_block block_;
    std::uint32_t place_;
};

/// Walks all cases of a split with Kleene's tables alone.
class leaf_checker {
public:
    leaf_checker(const engine::block_program& prepared, const engine::role_advice& role)
        : kleene_(prepared, role.role), role_(role), tree_(*role.verdict_split) {}

    /// \return how many splits are above the deepest leaf
    std::size_t check(const engine::facts& person) {
        walk(static_cast<std::uint32_t>(tree_.nodes.size() - 1), person, 0);
        return deepest_;
    }

private:
    void walk(std::uint32_t n, const engine::facts& known, std::size_t depth) {
        const engine::split_node& node = tree_.nodes[n];
        if (node.leaf) return check_leaf(node, known, depth);
        const engine::known_fact& fact = known.known[node.fact];
        if (node.option != engine::nothing) BOOST_TEST((fact.options[node.option] == 2 && node.cases.size() == 2));
        else check_cases(node, fact);
        for (const engine::split_case& c : node.cases) {
            engine::facts in_case = known;
            engine::known_fact& part = in_case.known[node.fact];
            if (node.option != engine::nothing) part.options[node.option] = static_cast<std::uint8_t>(c.values.front());
            else part.from = c.from, part.to = c.to;
            walk(c.then, in_case, depth + 1);
        }
    }

    /// The cases are intervals side by side, from one end of what is known to the other.
    static void check_cases(const engine::split_node& node, const engine::known_fact& fact) {
        BOOST_TEST((node.cases.front().from == fact.from && node.cases.back().to == fact.to));
        for (std::size_t i = 0; i < node.cases.size(); ++i) {
            const engine::split_case& c = node.cases[i];
            BOOST_TEST((c.from <= c.to && (i == 0 || c.from == node.cases[i - 1].to + 1)));
            if (c.values.empty()) continue;
            BOOST_TEST((c.values.front() == c.from && c.values.back() == c.to && static_cast<std::int64_t>(c.values.size()) == c.to - c.from + 1));
        }
    }

    void check_leaf(const engine::split_node& leaf, const engine::facts& known, std::size_t depth) {
        deepest_ = std::max(deepest_, depth);
        BOOST_TEST((leaf.truth == role_.verdict));
        BOOST_TEST((kleene_(known) == role_.verdict), "a leaf that Kleene's tables do not decide like that");
    }

    kleene_asker kleene_;
    const engine::role_advice& role_;
    const engine::split_tree& tree_;
    std::size_t deepest_ = 0;
};

/// Of the open facts what the witness says, of the others anything.
void check_witness(const engine::block_program& prepared, const engine::role_advice& role, engine::facts person, const engine::completion& witness,
                   engine::verdict expected) {
    for (const auto& [f, value] : witness) {
        engine::known_fact& known = person.known[f];
        for (std::uint32_t option = 0; option < known.options.size(); ++option)
            known.options[option] = std::ranges::find(value.members, option) != value.members.end() ? 1 : 0;
        BOOST_TEST((!known.options.empty() || (known.from <= value.number && value.number <= known.to)));
        known.from = known.to = value.number;
    }
    BOOST_TEST((kleene_asker(prepared, role.role)(person) == expected), "a witness that is none");
}

/// How much of what is to be tested came up.
struct came_up {
    std::size_t decided = 0;    ///< verdicts that Kleene's tables leave open and cases decide
    std::size_t deep = 0;       ///< by more splits than one table has bits
    std::size_t undecided = 0;  ///< not exact without a search
};

/// Without any work only fixed completions and cases are left: what they say is what a search says, or nothing.
void check_without_work(const loaded& base, const engine::block_program& prepared, const engine::facts& person, const engine::advice& by_search,
                        came_up& seen) {
    const engine::advice got = engine::advise(*base.code, person, {.proof = true, .work_limit = 0, .run_limit = 0});
    for (const engine::role_advice& role : got.roles) {
        const auto searched = std::ranges::find(by_search.roles, role.role, &engine::role_advice::role);
        BOOST_REQUIRE(searched->exact);
        if (!role.exact) {
            ++seen.undecided;
            continue;
        }
        BOOST_TEST((role.verdict == searched->verdict && role.points == searched->points));
        BOOST_TEST(role.verdict_split.has_value() == searched->verdict_split.has_value());
        if (role.yes) check_witness(prepared, role, person, *role.yes, engine::verdict::yes);
        if (role.no) check_witness(prepared, role, person, *role.no, engine::verdict::no);
        if (!role.verdict_split) continue;
        ++seen.decided;
        if (leaf_checker(prepared, role).check(person) > 9) ++seen.deep;
    }
}

void check_blocks(const loaded& base, const engine::block_program& prepared, const std::vector<engine::facts>& people, rng& random) {
    for (const std::uint64_t limit : {std::uint64_t{0}, std::uint64_t{1} << random.below(18), engine::one_role_work}) {
        std::vector<std::vector<role_outcome>> expected;
        for (const engine::facts& person : people)
            expected.push_back(outcomes_of(engine::advise(*base.code, person, {.witnesses = false, .work_limit = limit})));
        for (const engine::instruction_set words : instruction_sets) {
            if (!engine::has_instruction_set(words)) continue;
            engine::people_block block(prepared, {.words = words, .work_limit = limit});
            for (const engine::facts& person : people) block.add(person);
            block.evaluate();
            std::vector<role_outcome> got;
            for (std::uint32_t lane = 0; lane < people.size(); ++lane) {
                block.outcomes(lane, got);
                BOOST_TEST((got == expected[lane]), "lane " << lane << ", limit " << limit << ", instruction set " << static_cast<int>(words));
            }
        }
    }
}

void check_case(std::uint64_t seed, came_up& seen) {
    rng random(seed);
    const std::string rules = hard_rules(random);
    BOOST_TEST_CONTEXT("seed " << seed << "\n--- rules\n" << rules << "---\n") {
        const loaded base = load(rules);
        BOOST_REQUIRE_MESSAGE(!base.found.has_errors(), told(base.found));
        const engine::block_program prepared(*base.code);
        std::vector<engine::facts> people;
        while (people.size() < 12) people.push_back(some_person(*base.rules, random));
        for (const engine::facts& person : people)
            check_without_work(base, prepared, person, engine::advise(*base.code, person, {.proof = true}), seen);
        check_blocks(base, prepared, people, random);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(hard_roles)

BOOST_AUTO_TEST_CASE(cases_say_what_a_search_says_and_their_leaves_are_kleenes) {
    const std::uint64_t first = 1'000'000 * from_environment("ADVISE_RANDOM_SEED", 1) + 700'000,
                        count = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 20;
    BOOST_TEST_MESSAGE("seeds from " << first << ", " << count << " rule bases");
    came_up seen;
    for (std::uint64_t seed = first; seed < first + count; ++seed) check_case(seed, seen);
    BOOST_TEST_MESSAGE(seen.decided << " verdicts decided by cases, " << seen.deep << " of them deeper than a table; " << seen.undecided
                                    << " not exact");
    BOOST_TEST(seen.decided > 0);
    BOOST_TEST(seen.deep > 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
