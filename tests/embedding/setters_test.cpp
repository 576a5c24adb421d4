// A person put together in random steps is the person of the profile that those steps come to.
#include "handles.hpp"

#include "cli/in_process.hpp"
#include "support/bridge.hpp"
#include "support/print.hpp"
#include "support/random_base.hpp"
#include "support/rng.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace advise::tests {
namespace {

using cli::testing::folder;
using cli::testing::run_program;

/// Does something to a person, at random.
class meddler {
public:
    meddler(rng& random, const advise_rules& rules, advise_person& person) : random_(random), rules_(rules), person_(person) {}

    void step() {
        const std::size_t what = random_.below(20);
        if (what == 0) return demand(advise_person_clear(&person_));
        if (what == 1) return demand(advise_person_close(&person_, random_.chance(1, 2) ? 1 : 0));
        if (what == 2) return demand(advise_person_say(&person_, random_.chance(1, 2) ? "name" : "note", "Sara: \"a\" \\ #1", nullptr));
        if (advise_fact_count(&rules_) == 0) return;
        const auto fact = static_cast<std::uint32_t>(random_.below(advise_fact_count(&rules_)));
        if (what == 3) return demand(advise_person_forget(&person_, fact));
        if (what == 4) return demand(advise_person_set_unknown(&person_, fact));
        set(fact);
    }

private:
    void set(std::uint32_t fact) {
        advise_fact_type type{};
        std::int64_t least = 0, greatest = 0;
        demand(advise_fact_domain(&rules_, fact, &type, &least, &greatest));
        if (type == ADVISE_ANY_OF) return set_options(fact);
        const std::int64_t a = value(type, least, greatest), b = value(type, least, greatest);
        const bool range = (type == ADVISE_LEVEL || type == ADVISE_NUMBER) && random_.chance(1, 3);
        demand(range ? advise_person_set_range(&person_, fact, std::min(a, b), std::max(a, b)) : advise_person_set(&person_, fact, a));
    }

    /// For numbers mostly small ones, with and without a fraction.
    std::int64_t value(advise_fact_type type, std::int64_t least, std::int64_t greatest) {
        if (type != ADVISE_NUMBER || random_.chance(1, 4)) return random_.between(least, greatest);
        const std::int64_t near = random_.between(-40, 40) * (random_.chance(1, 2) ? 1'000'000 : 125'001);
        return std::clamp(near, least, greatest);
    }

    void set_options(std::uint32_t fact) {
        std::vector<std::uint32_t> in;
        for (std::uint32_t o = 0; o < advise_option_count(&rules_, fact); ++o)
            if (random_.chance(1, 2)) in.push_back(o);
        const int complete = random_.chance(1, 2) ? 1 : 0;
        std::uint32_t ignored = 0;
        const bool unsayable = in.empty() && complete == 1 && advise_option_find(&rules_, fact, "no", &ignored) == ADVISE_OK;
        const advise_status status = advise_person_set_options(&person_, fact, in.data(), in.size(), complete);
        BOOST_TEST(status == (unsayable ? ADVISE_BAD_ARGUMENT : ADVISE_OK));
    }

    rng& random_;
    const advise_rules& rules_;
    advise_person& person_;
};

/// The person as the program sees them in the profile.
void check(const folder& here, const advise_rules& rules, advise_evaluator& evaluator, advise_person& person) {
    const std::string text = profile_of(person);
    BOOST_TEST_CONTEXT(text) {
        here.write("profile", text);
        const auto program = run_program({"--json", "--rules", "case.rules", "profile"});
        BOOST_TEST(program.code == 0, program.err);
        const answer_handle answer = answer_of(person);
        const char* json = nullptr;
        BOOST_REQUIRE(advise_answer_json(answer.get(), nullptr, &json, nullptr) == ADVISE_OK);
        BOOST_TEST(std::string(json) == program.out);
        BOOST_TEST(outcomes_of(*answer) == outcomes_of(evaluator, person, advise_role_count(&rules)));
        const person_handle again = person_of(rules);
        demand(advise_person_read(again.get(), nullptr, text.data(), text.size(), 0, nullptr, nullptr));
        BOOST_TEST(outcomes_of(*answer) == outcomes_of(evaluator, *again, advise_role_count(&rules)));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_person_set_step_by_step_is_the_person_of_their_profile) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1), cases = from_environment("ADVISE_EMBEDDING_CASES", 300);
    const folder here;
    for (std::uint64_t i = 0; i < cases; ++i) {
        BOOST_TEST_CONTEXT("seed " << seed << " case " << i) {
            rng random(seed * 7'000'003 + i);
            const std::string rules = print_rules(random_base(random));
            here.write("case.rules", rules);
            BOOST_TEST_INFO_SCOPE(rules);
            const loaded_rules base = load_files({"case.rules"});
            BOOST_REQUIRE(base.rules != nullptr);
            const person_handle person = person_of(*base.rules);
            const evaluator_handle evaluator = evaluator_of(*base.rules);
            meddler at(random, *base.rules, *person);
            for (int round = 0; round < 4; ++round) {
                for (std::size_t steps = random.below(8); steps > 0; --steps) at.step();
                check(here, *base.rules, *evaluator, *person);
            }
        }
    }
}

}  // namespace advise::tests
