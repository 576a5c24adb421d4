// Comparisons, questions and explanations of random rule bases are accepted; with one field changed they are refused, at that place.
#include "oracle.hpp"
#include "refusals.hpp"

#include <boost/test/unit_test.hpp>

namespace advise::tests {
namespace {

using verify::json;

/// Everything the program tells of one profile beside its advice.
struct counsel {
    const loaded& base;
    const checked_case& held;
    engine::facts who;
    std::vector<json> all;

    /// \param other the profile whose lines are those of `--if`
    counsel(const loaded& b, const checked_case& h, const std::string& other, rng& draw) : base(b), held(h) {
        grammar::diagnostics found;
        who = engine::bind(held.profile, *base.rules, {}, found);
        const engine::facts said = bind_text(base, other, {}).facts;
        std::vector<engine::changed_fact> changes;
        for (engine::fact_id f = 0; f < said.known.size(); ++f)
            if (said.known[f].mentioned) changes.push_back({f, said.known[f]});
        const auto count = static_cast<engine::conclusion_id>(base.rules->conclusions.size());
        constexpr engine::ask_until all_untils[] = {engine::ask_until::verdicts, engine::ask_until::first, engine::ask_until::all};
        for (const engine::ask_until until : all_untils) all.push_back(question_of(base, held, {.until = until}));
        if (count == 0) return;
        const auto first = static_cast<engine::conclusion_id>(draw.below(count)), second = static_cast<engine::conclusion_id>(draw.below(count));
        all.push_back(explanation_of(base, held, first));
        if (!changes.empty()) all.push_back(what_if_of(base, held, first, changes));
        if (first != second) all.push_back(comparison_of(base, held, first, second));
    }
};

template <class Use>
void for_each_counsel(std::uint64_t first, std::uint64_t bases, const Use& use) {
    for (std::uint64_t seed = first; seed < first + bases; ++seed) {
        rng draw(seed);
        const random_case made = make_random_case(seed, 2);
        const std::string rules = print_rules(made.base, varied_spelling(seed));
        const loaded base = load(rules);
        BOOST_REQUIRE(!base.found.has_errors());
        const checked_case held(rules, print_profile(made.base, made.profiles.front(), varied_spelling(seed)));
        BOOST_TEST_CONTEXT("seed " << seed) { use(counsel(base, held, print_profile(made.base, made.profiles.back()), draw), draw); }
    }
}

engine::conclusion_id conclusion_of(const loaded& base, const json& term) {
    engine::conclusion_id c = 0;
    while (base.rules->conclusions[c].term != term.string) ++c;
    return c;
}

/// Whether a changed comparison still tells a change that does it.
bool still_swaps(const counsel& about, const json& result) {
    const auto then = changed(*about.base.rules, about.who, *result.find("swap"));
    const auto first = conclusion_of(about.base, *result.find("first")->find("role")),
               second = conclusion_of(about.base, *result.find("second")->find("role"));
    const engine::advice said = engine::advise_on(*about.base.code, *then, {first, second}, {});
    return engine::comes_before(said.roles[1], said.roles[0]);
}

/// Whether all changes of a changed explanation still undo the verdict, as they say.
bool still_undoes(const counsel& about, const json& result) {
    const json& entry = result.find("advice")->items.front();
    const auto role = conclusion_of(about.base, *entry.find("role"));
    for (const json& each : result.find("reasons")->find("changes")->items) {
        const auto then = changed(*about.base.rules, about.who, *each.find("facts"));
        const engine::verdict said = engine::advise_on(*about.base.code, *then, {role}, {}).roles.front().verdict;
        const std::string word = said == engine::verdict::yes ? "yes" : said == engine::verdict::no ? "no" : "unknown";
        if (word != each.find("then")->string || word == entry.find("verdict")->string) return false;
    }
    return true;
}

/// Whether all that a changed "--if" says is what the engine says of these changes.
bool is_what_would_be(const counsel& about, const json& result) {
    const json& listed = *result.find("changes");
    const auto then = changed(*about.base.rules, about.who, listed);
    std::vector<engine::changed_fact> changes;
    for (engine::fact_id f = 0; then && f < then->known.size(); ++f)
        for (const json& each : listed.items)
            if (each.find("fact")->string == about.base.rules->facts[f].term) changes.push_back({f, then->known[f]});
    return then && what_if_of(about.base, about.held, conclusion_of(about.base, *result.find("role")), changes) == result;
}

/// Some changes leave a result that is true: it says less, which is then not counted as proved, or tells another change that does the same.
bool is_true_still(const counsel& about, const mutant& m, bool proves_less) {
    const bool claims_less = m.where == "exact" || m.where.ends_with(".exact") || m.where == "reasons.complete";
    if (claims_less && m.change == "the other way round") return proves_less;
    if (m.where == "until") return true;  // another purpose, for which the same question is right
    if (list_of(m.where) == "changes") return is_what_would_be(about, m.result);
    if (m.where.starts_with("swap[") && m.where.find(".to") != std::string::npos) return still_swaps(about, m.result);
    if (m.where.starts_with("reasons.changes[") && m.where.find(".to") != std::string::npos) return still_undoes(about, m.result);
    const json* reasons = m.result.find("reasons");
    const bool one_of_many = m.where == "reasons.sufficient" || m.where == "reasons.changes";
    return one_of_many && !reasons->find("complete")->truth && m.change.starts_with("left out");
}

mutant_judge judge_of(const counsel& about, const json& result) {
    mutant_judge made;
    made.left_unchecked = verify::why::choice_among_changes;
    // What is proved of nodes, splits and witnesses is put to the test with results.
    if (result.find("reasons") != nullptr) made.except = {"advice", "nodes"};
    if (result.find("ledger") != nullptr || result.find("differences") != nullptr) made.except.emplace_back("nodes");
    made.is_true_still = [&about](const mutant& m, const verify::report& before, const verify::report& after) {
        return is_true_still(about, m, after.proved.size() < before.proved.size());
    };
    made.shows_elsewhere = [](const std::string& where) { return where == "until" || list_of(where) == "changes"; };  // in what is then
    return made;
}

}  // namespace

BOOST_AUTO_TEST_CASE(counsel_of_random_rule_bases_is_accepted_and_fully_proved) {
    const std::uint64_t bases = from_environment("ADVISE_VERIFY_BASES", 300), first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 700'000;
    proved_tally done;
    for_each_counsel(first, bases, [&](const counsel& about, rng&) {
        for (const json& each : about.all) check_accepted(about.held, each, {verify::why::for_people, verify::why::choice_among_changes}, done);
    });
    BOOST_TEST_MESSAGE(done.results << " results; left unchecked in all: " << done.left_open);
    BOOST_TEST(done.left_open * 10 < done.results);
}

BOOST_AUTO_TEST_CASE(every_change_of_counsel_is_refused_at_its_place) {
    const std::uint64_t wanted = from_environment("ADVISE_VERIFY_MUTANTS", 500),
                        first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000 + 800'000;
    mutant_tally done;
    for (std::uint64_t seed = first; done.mutants < wanted; ++seed)
        for_each_counsel(seed, 1, [&](const counsel& about, rng& draw) {
            for (const json& each : about.all) check_mutants(about.held, each, 12, draw, judge_of(about, each), done);
        });
    BOOST_TEST_MESSAGE(done.shown());
    BOOST_TEST(done.still_true * 5 < done.mutants);
}

}  // namespace advise::tests
