// What authors wait for: coverage and mutants of a test suite, and the proofs of `check`.
#include "measure.hpp"
#include "workload.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/analysis.hpp>
#include <advise/engine/coverage.hpp>
#include <advise/engine/mutants.hpp>

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace advise::bench {
namespace {

std::unique_ptr<engine::rule_base> load(const std::string& text) {
    engine::load_result loaded = engine::load_rules_text("bench.rules", text);
    if (loaded.diagnostics.has_errors()) throw std::logic_error("bench: the generated rules have errors");
    return std::move(loaded.rules);
}

constexpr const char* words[] = {"no", "unknown", "yes"};

/// A test for each profile: what the rules say of three roles, so that all of them pass. Every fourth profile leaves open what it does not mention.
std::string with_tests(const workload& w, std::uint32_t tests) {
    std::string text = as_rules(w);
    const auto rules = load(text);
    const engine::program code(*rules);
    for (std::uint32_t t = 0; t < tests; ++t) {
        const listed one = make_profile(w, t, 0.5, t % 4 != 0);
        fmt::format_to(std::back_inserter(text), "test \"person {}\"\n", t);
        std::string given = "test \"x\"\n";
        for (std::size_t at = 0; at < one.text.size();) {
            const std::size_t end = one.text.find('\n', at);
            fmt::format_to(std::back_inserter(given), "    given {}\n", one.text.substr(at, end - at));
            at = end + 1;
        }
        text += given.substr(9);
        const auto asked = load(as_rules(w) + given + "    expect r0000: yes\n");
        grammar::diagnostics none;
        const engine::bound_test bound = engine::bind_test(asked->tests.front(), *asked, none);
        const auto answer = engine::advise(code, bound.person).roles;
        for (std::size_t i = 0; i < 3; ++i) {
            const engine::role_advice& role = answer[(t * 7 + i * answer.size() / 3) % answer.size()];
            fmt::format_to(std::back_inserter(text), "    expect {}: {}\n", rules->conclusions[role.role].term,
                           words[static_cast<int>(role.verdict)]);
        }
    }
    return text;
}

}  // namespace

void measure_testing(const setting& where) {
    heading("test --coverage and --mutate: 1,000 conclusions (800 concepts in 8 layers, 200 roles), 40 tests");
    const std::string text = with_tests(make_workload(300, 800, 200, 5), 40);
    std::ofstream(where.work + "/tested.rules") << text;
    const auto rules = load(text);
    const engine::program code(*rules);
    grammar::diagnostics none;
    std::vector<engine::bound_test> tests;
    for (const engine::test_block& t : rules->tests) tests.push_back(engine::bind_test(t, *rules, none));
    engine::coverage covered;
    const double coverage_time = seconds([&] { covered = engine::cover(code, tests); });
    std::size_t open = 0;
    for (const engine::condition_trial& c : covered.conditions) open += c.open() ? 1U : 0U;
    report(fmt::format("coverage: {} conditions, {} tried, {} undecided", covered.conditions.size(), covered.tried(), open), coverage_time, "s",
           bound::at_most, 20);
    std::vector<engine::mutant> mutants;
    const double mutants_time = seconds([&] { mutants = engine::try_mutants(code, tests); });
    std::size_t fates[5] = {};
    for (const engine::mutant& m : mutants) ++fates[static_cast<std::size_t>(m.fate)];
    report(fmt::format("{} mutants: {} noticed, {} equivalent, {} survived, {} undecided, {} untried", mutants.size(), fates[0], fates[1], fates[2],
                       fates[3], fates[4]),
           mutants_time, "s", bound::at_most, 20);
}

void measure_checking(const setting&) {
    heading("check: 10,000 rules (8,000 concepts in 8 layers, 2,000 roles, 1,000 facts)");
    const std::string text = as_rules(make_workload(1000, 8000, 2000, 3));
    std::unique_ptr<engine::rule_base> rules;
    std::unique_ptr<engine::program> code;
    const double reading = best_of(3, [&] {
        code.reset();
        rules = load(text);
        code = std::make_unique<engine::program>(*rules);
    });
    report(fmt::format("syntax, types and graph of {} KB", text.size() / 1000), reading, "s", bound::at_most, 1);
    engine::analysis found;
    const double proving = seconds([&] { found = engine::analyse(*code); });
    report(fmt::format("all proofs: {} findings, {} questions undecided", found.findings.size(), found.undecided), proving, "s", bound::at_most, 60);
}

}  // namespace advise::bench
