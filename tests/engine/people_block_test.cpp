// What the random tests of blocks cannot say: that nothing is allocated, and that hard verdicts stay cheap.
#include "loading.hpp"
#include "people_block_cone.hpp"

#include <advise/engine/evaluator.hpp>
#include <advise/engine/people_block.hpp>
#include <advise/engine/program.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <new>

namespace {

// Every allocation of this program is counted.
std::size_t allocations = 0;

}  // namespace

// Not inlined: g++ would see `free` of what `new` gave, and warn.
// NOLINTBEGIN(cppcoreguidelines-no-malloc)
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size); memory != nullptr) return memory;
    throw std::bad_alloc();
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc)

namespace advise::engine::testing {
namespace {

struct compiled {
    explicit compiled(std::string text) : loaded(load(std::move(text))), code(*loaded.rules), prepared(code) {}
    load_result loaded;
    program code;
    block_program prepared;
    [[nodiscard]] fact_id fact(const char* name) const { return loaded.rules->names.fact(name); }
};

std::string many_facts() {
    std::string text;
    for (int i = 0; i < 30; ++i) text += "fact f" + std::to_string(i) + ": level\n";
    text += "fact wage: number 0..100\nfact city: one of (berlin, tehran, oslo)\n";
    text += "role sure\n    when f0 >= beginner and f1\n    +2 f2 >= expert\n    -1 wage in 10..20\n";
    text += "role open\n    when at least 3 of (f3, f4, f5, f6, f7)\n    unless city is oslo\n    +3 f8\n";
    return text;
}

void fill(people_block& block, const compiled& base) {
    block.clear();
    while (!block.full()) {
        block.add();
        block.set(base.fact("f0"), block.size() % 5);
        block.set(base.fact("f1"), 2);
        block.set(base.fact("wage"), 15'000'000);
        known_fact bound = whole_domain(*base.loaded.rules, base.fact("f3"));
        bound.from = 1;
        block.set(base.fact("f3"), bound);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(people_block_alone)

BOOST_AUTO_TEST_CASE(after_the_first_block_nothing_is_allocated) {
    const compiled base(many_facts());
    for (const bool closed : {true, false}) {
        people_block block(base.prepared, {.closed = closed});
        std::vector<role_outcome> outcomes;
        std::size_t said = 0;
        for (int round = 0; round < 3; ++round) {
            const std::size_t before = allocations;
            fill(block, base);
            block.evaluate();
            for (std::uint32_t person = 0; person < block.size(); ++person) {
                block.outcomes(person, outcomes);
                said += outcomes.size();
            }
            if (round > 0) BOOST_TEST(allocations - before == 0);
        }
        BOOST_TEST(said > 0);
        BOOST_TEST(block.settled().branched == 0);
    }
}

BOOST_AUTO_TEST_CASE(an_evaluator_allocates_nothing_while_kleenes_tables_decide) {
    const compiled base(many_facts());
    evaluator asked(base.prepared, {.closed = true});
    for (int round = 0; round < 3; ++round) {
        const std::size_t before = allocations;
        asked.clear();
        asked.set(base.fact("f0"), 3);
        asked.set(base.fact("f1"), round);
        const std::span<const role_outcome> outcomes = asked.evaluate();
        BOOST_TEST((outcomes[0].verdict == (round > 0 ? verdict::yes : verdict::no)));
        BOOST_TEST(asked.order().size() == 2U);
        BOOST_TEST(allocations == before);
    }
}

BOOST_AUTO_TEST_CASE(what_has_nothing_to_do_with_a_contradiction_is_not_tried) {
    // No three of the facts a, b, c, d can be above beginner and not above beginner; forty pairs of others are of mixed sign and do not matter.
    std::string text = "role none\n    requires at least 3 of (a, b, c, d) >= intermediate\n    requires at least 2 of (a, b, c, d) < intermediate\n";
    for (int i = 0; i < 40; ++i) {
        const std::string x = "x" + std::to_string(i), y = "y" + std::to_string(i);
        text += "    requires " + x + " and not " + y + " or " + y + " and not " + x + "\n";
    }
    const compiled base(text);
    facts nobody;
    for (fact_id f = 0; f < base.loaded.rules->facts.size(); ++f) nobody.known.push_back(whole_domain(*base.loaded.rules, f));
    const advice made = advise(base.code, nobody, {.proof = true, .work_limit = 300'000});
    BOOST_TEST(made.roles.front().exact);
    BOOST_TEST((made.roles.front().verdict == verdict::no));
    BOOST_TEST(made.roles.front().verdict_split.has_value());
    people_block block(base.prepared, {.work_limit = 300'000});
    block.add(nobody);
    block.evaluate();
    BOOST_TEST(block.unknown(0)[0] == 0);
    BOOST_TEST(block.settled().branched == 1);
}

BOOST_AUTO_TEST_CASE(a_role_that_rests_on_more_than_there_is_room_for_is_answered_all_the_same) {
    // More nodes than guided completions and further tables have room for. Two facts contradict each other, which one table shows.
    std::string text = "role none\n    requires a >= intermediate and b\n    requires a < intermediate or not b\n";
    for (int i = 0; i < 12'000; ++i) {
        const std::string x = "x" + std::to_string(i), y = "y" + std::to_string(i);
        text += "    requires " + x + " and not " + y + " or " + y + " and not " + x + "\n";
    }
    const compiled base(text);
    facts nobody;
    for (fact_id f = 0; f < base.loaded.rules->facts.size(); ++f) nobody.known.push_back(whole_domain(*base.loaded.rules, f));
    for (const std::uint64_t limit : {std::uint64_t{0}, one_role_work}) {
        const role_advice alone = advise(base.code, nobody, {.witnesses = false, .work_limit = limit}).roles.front();
        people_block block(base.prepared, {.work_limit = limit});
        block.add(nobody);
        block.evaluate();
        BOOST_TEST((block.unknown(0)[0] != 0) == (alone.verdict == verdict::unknown));
        std::vector<role_outcome> said;
        block.outcomes(0, said);
        BOOST_TEST((said.empty() ? alone.exact : said.front().exact == alone.exact));
    }
}

BOOST_AUTO_TEST_CASE(cones_are_the_same_with_and_without_room_for_them) {
    const compiled base(many_facts());
    role_cones kept(base.prepared.planes()), not_kept(base.prepared.planes(), 0);
    for (const std::uint32_t role : {0U, 1U, 0U, 1U}) {
        const role_cone &a = kept.of(role), &b = not_kept.of(role);
        BOOST_TEST(&a == &kept.of(role));
        BOOST_TEST(a.nodes == b.nodes, boost::test_tools::per_element());
        BOOST_TEST(a.operands == b.operands, boost::test_tools::per_element());
        BOOST_TEST(a.cells == b.cells, boost::test_tools::per_element());
        BOOST_TEST(a.evidence == b.evidence, boost::test_tools::per_element());
        BOOST_TEST(a.role.holds == b.role.holds);
    }
}

BOOST_AUTO_TEST_CASE(who_is_taken_back_leaves_nothing_behind) {
    const compiled base("fact a: level\nfact n: number 0..9\nrole r\n    when a >= expert and n in 2..3\n");
    people_block block(base.prepared, {.closed = true});
    block.add();
    block.set(base.fact("a"), 4);
    block.set(base.fact("n"), 2'000'000);
    block.drop_last();
    block.add();
    block.set(base.fact("n"), 3'000'000);
    block.evaluate();
    BOOST_TEST(block.size() == 1);
    BOOST_TEST(block.yes(0)[0] == 0);
}

BOOST_AUTO_TEST_CASE(a_processor_has_the_plain_words_and_the_best_it_has) {
    BOOST_TEST(has_instruction_set(instruction_set::plain));
    BOOST_TEST(has_instruction_set(best_instruction_set()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::engine::testing
