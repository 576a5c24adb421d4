// Blocks of people against engine::advise, one person after the other: every instruction set, any company, any way of filling.
#include "support/bridge.hpp"
#include "support/instruction_sets.hpp"

#include <advise/engine/evaluator.hpp>
#include <advise/engine/people_block.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <numeric>

namespace advise::tests {
namespace {

using engine::block_options;
using engine::role_outcome;

std::string told(const engine::rule_base& rules, const std::vector<role_outcome>& outcomes) {
    std::string all;
    for (const role_outcome& o : outcomes)
        all += std::string(rules.conclusions[o.role].term)
               + (o.verdict == engine::verdict::yes  ? " yes "
                  : o.verdict == engine::verdict::no ? " no "
                                                     : " unknown ")
               + std::to_string(o.points.low) + ".." + std::to_string(o.points.high) + (o.exact ? "\n" : " inexact\n");
    return all;
}

/// What a block must say of one person.
struct expected_person {
    std::string text;
    engine::facts facts;
    std::vector<role_outcome> exact, by_kleene;
    std::vector<role_outcome> all_exact, all_by_kleene;  ///< those of roles that do not hold too, in order of declaration
    std::vector<engine::conclusion_id> order;            ///< of the exact ones
};

std::vector<role_outcome> without_noes(std::vector<role_outcome> all) {
    std::erase_if(all, [](const role_outcome& o) { return o.verdict == engine::verdict::no; });
    std::ranges::stable_sort(all, [](const role_outcome& a, const role_outcome& b) {
        return std::tuple(b.verdict, b.points.low, b.points.high) < std::tuple(a.verdict, a.points.low, a.points.high);
    });
    return all;
}

expected_person expect(const loaded& base, engine::facts facts, const block_options& options) {
    expected_person made;
    const engine::advice exact =
        engine::advise(*base.code, facts, {.proof = true, .witnesses = false, .work_limit = options.work_limit, .run_limit = options.run_limit});
    for (const engine::role_advice& role : exact.roles) {
        made.all_exact.push_back({role.role, role.verdict, role.exact, role.points});
        made.order.push_back(role.role);
        const engine::proof_node& node = exact.nodes[role.proof];
        made.all_by_kleene.push_back(
            {role.role, node.truth, node.truth != engine::verdict::unknown && node.points.low == node.points.high, node.points});
    }
    for (auto* all : {&made.all_exact, &made.all_by_kleene}) std::ranges::sort(*all, {}, &role_outcome::role);
    made.exact = without_noes(made.all_exact);
    made.by_kleene = without_noes(made.all_by_kleene);
    made.facts = std::move(facts);
    return made;
}

/// Says what is known of a person, of whom nothing is said yet, to a block or an evaluator.
template <class Target>
void say(Target& target, const engine::facts& facts) {
    for (engine::fact_id f = 0; f < facts.known.size(); ++f) {
        const engine::known_fact& known = facts.known[f];
        if (!known.mentioned) continue;
        if (known.options.empty() && known.from == known.to) target.set(f, known.from);
        else target.set(f, known);
    }
}

/// Puts people into a block in one of the ways that there are, and compares all that it says.
class filled_block {
public:
    filled_block(const loaded& base, const engine::block_program& prepared, const block_options& options)
        : base_(base), prepared_(prepared), options_(options), block_(prepared, options) {}

    void check(const std::vector<const expected_person*>& people, rng& random) {
        block_.clear();
        for (const expected_person* person : people) {
            if (random.chance(1, 8)) add_and_drop(*people[random.below(people.size())], random);
            add(*person, random.chance(1, 3));
        }
        BOOST_TEST(block_.size() == people.size());
        block_.evaluate();
        for (std::uint32_t lane = 0; lane < people.size(); ++lane) check_lane(lane, *people[lane]);
    }

private:
    void add_and_drop(const expected_person& person, rng& random) {
        add(person, random.chance(1, 2));
        block_.drop_last();
    }

    void add(const expected_person& person, bool whole) {
        if (whole || person.facts.closed != options_.closed) return block_.add(person.facts);
        block_.add();
        say(block_, person.facts);
    }

    void check_lane(std::uint32_t lane, const expected_person& person) {
        const std::vector<role_outcome>& expected = options_.exact ? person.exact : person.by_kleene;
        std::vector<role_outcome> got;
        block_.outcomes(lane, got);
        BOOST_TEST((got == expected), "lane " << lane << ", instruction set " << static_cast<int>(options_.words) << "\n--- profile\n"
                                              << person.text << "--- expected\n"
                                              << told(*base_.rules, expected) << "--- got\n"
                                              << told(*base_.rules, got));
        for (std::uint32_t r = 0; r < prepared_.roles().size(); ++r) {
            const auto said = std::ranges::find(expected, prepared_.roles()[r], &role_outcome::role);
            const auto bit = [&](std::span<const std::uint64_t> words) { return ((words[lane / 64] >> (lane % 64)) & 1U) != 0; };
            BOOST_TEST(bit(block_.yes(r)) == (said != expected.end() && said->verdict == engine::verdict::yes));
            BOOST_TEST(bit(block_.unknown(r)) == (said != expected.end() && said->verdict == engine::verdict::unknown));
        }
    }

    const loaded& base_;
    const engine::block_program& prepared_;
    block_options options_;
    engine::people_block block_;
};

/// The evaluator of single people, used for one after the other.
void check_evaluator(const loaded& base, const engine::block_program& prepared, const block_options& options,
                     const std::vector<expected_person>& people, rng& random) {
    engine::evaluator asked(prepared, {options.closed, options.exact, options.work_limit, options.run_limit});
    for (const expected_person& person : people) {
        if (person.facts.closed != options.closed || random.chance(1, 2)) {
            asked.set(person.facts);
        } else {
            asked.clear();
            say(asked, person.facts);
        }
        const std::span<const role_outcome> said = asked.evaluate();
        const std::vector<role_outcome> got(said.begin(), said.end()), &expected = options.exact ? person.all_exact : person.all_by_kleene;
        BOOST_TEST((got == expected), "the evaluator\n--- profile\n"
                                          << person.text << "--- expected\n"
                                          << told(*base.rules, expected) << "--- got\n"
                                          << told(*base.rules, got));
        std::vector<engine::conclusion_id> order;
        for (const std::uint32_t r : asked.order()) order.push_back(got[r].role);
        BOOST_TEST((!options.exact || order == person.order));
    }
}

/// Everybody in some order, some of them several times, up to a number.
std::vector<const expected_person*> company(const std::vector<expected_person>& people, std::size_t size, rng& random) {
    std::vector<const expected_person*> made;
    for (std::size_t i = 0; i < size; ++i) made.push_back(&people[i < people.size() ? i : random.below(people.size())]);
    for (std::size_t i = made.size(); i > 1; --i) std::swap(made[i - 1], made[random.below(i)]);
    return made;
}

block_options random_limits(rng& random) {
    block_options options;
    if (random.chance(1, 2)) return options;
    options.work_limit = random.below(std::size_t{1} << random.below(12));
    options.run_limit = random.below(std::size_t{1} << random.below(14));
    return options;
}

void check_case(std::uint64_t seed) {
    constexpr std::size_t profiles = 6;
    const random_case made = make_random_case(seed, profiles);
    const std::string rules = print_rules(made.base, {});
    BOOST_TEST_CONTEXT("seed " << seed << "\n--- rules\n" << rules << "---\n") {
        const loaded base = load(rules);
        BOOST_REQUIRE(!base.found.has_errors());
        const engine::block_program prepared(*base.code);
        rng random(seed);
        for (const bool closed : {false, true}) {
            block_options options = random_limits(random);
            options.closed = closed;
            std::vector<expected_person> people;
            for (const profile& known : made.profiles) {
                std::string text = print_profile(made.base, known, {});
                people.push_back(expect(base, bind_text(base, text, {.closed = closed}).facts, options));
                people.back().text = std::move(text);
            }
            for (const bool exact : {true, false}) {
                options.exact = exact;
                check_evaluator(base, prepared, options, people, random);
            }
            for (const engine::instruction_set words : instruction_sets) {
                if (!engine::has_instruction_set(words)) continue;
                options.words = words;
                for (const bool exact : {true, false}) {
                    options.exact = exact;
                    filled_block block(base, prepared, options);
                    block.check(company(people, 1 + random.below(profiles), random), random);
                    block.check(company(people, random.chance(1, 16) ? engine::block_people : 1 + random.below(100), random), random);
                }
            }
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(people_block)

BOOST_AUTO_TEST_CASE(a_block_says_of_everybody_what_is_said_of_them_alone) {
    const std::uint64_t first = 1'000'000 * from_environment("ADVISE_RANDOM_SEED", 1) + from_environment("ADVISE_RANDOM_OFFSET", 500'000),
                        count = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 5;
    BOOST_TEST_MESSAGE("seeds from " << first << ", " << count << " rule bases");
    for (std::uint64_t seed = first; seed < first + count; ++seed) check_case(seed);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
