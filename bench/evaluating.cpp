// One profile at a time: Kleene's tables alone, with proof, and exactness with unknowns.
#include "measure.hpp"
#include "workload.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/evaluator.hpp>

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <memory>

namespace advise::bench {
namespace {

struct compiled {
    std::unique_ptr<engine::rule_base> rules;
    std::unique_ptr<engine::program> code;
};

compiled compile(const std::string& text)
{
    engine::load_result loaded = engine::load_rules_text("bench.rules", text);
    if (loaded.diagnostics.has_errors()) fmt::print("  the rules were not read without errors\n");
    compiled made{std::move(loaded.rules), nullptr};
    made.code = std::make_unique<engine::program>(*made.rules);
    return made;
}

engine::facts facts_of(const compiled& base, const std::string& profile_text)
{
    grammar::diagnostics found;
    bool usable = false;
    const grammar::source_ptr file = grammar::read_source("p", profile_text, 1, found, usable);
    return engine::bind(grammar::parse_profile(file, found), *base.rules, {}, found);
}

std::string read(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const std::string& path, std::size_t most)
{
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; lines.size() < most && std::getline(in, line);) lines.push_back(line);
    return lines;
}

double microseconds_each(const compiled& base, const std::vector<engine::facts>& people, const engine::advise_options& options)
{
    std::vector<double> times;
    for (int round = 0; round < 5; ++round)
        for (const engine::facts& person : people) times.push_back(1e6 * seconds([&] { engine::advise(*base.code, person, options); }));
    return median(times);
}

double microseconds_by_evaluator(const compiled& base, const std::vector<engine::facts>& people)
{
    const engine::block_program prepared(*base.code);
    engine::evaluator evaluator(prepared);
    std::vector<double> times;
    for (int round = 0; round < 20; ++round)
        for (const engine::facts& person : people)
            times.push_back(1e6 * seconds([&] {
                                evaluator.set(person);
                                evaluator.evaluate();
                                evaluator.order();
                            }));
    return median(times);
}

void exactness(const compiled& base, const std::vector<std::string>& profiles, const std::string& name)
{
    engine::settled how;
    std::vector<double> kleene, sampled, branched, whole;
    for (const std::string& text : profiles) {
        const engine::facts person = facts_of(base, text);
        engine::settled before = how;
        const double time = 1e3 * seconds([&] { engine::advise(*base.code, person, {.proof = false, .witnesses = false}, &how); });
        whole.push_back(time);
        for (engine::conclusion_id c = 0; c < base.rules->conclusions.size(); ++c) {
            if (!base.rules->conclusions[c].is_role) continue;
            engine::settled one;
            const double single = 1e3 * seconds([&] { engine::advise_on(*base.code, person, {c}, {.proof = false, .witnesses = false}, &one); });
            (one.kleene > 0 ? kleene : one.sampled > 0 ? sampled : branched).push_back(single);
        }
        (void)before;
    }
    fmt::print("  {}: {} profiles; role verdicts settled by Kleene's tables {}, by sampled witnesses {}, by branching {}, undecided {}\n", name, profiles.size(), how.kleene,
               how.sampled, how.branched, how.undecided);
    const auto times = [](const char* what, const std::vector<double>& t) {
        if (!t.empty()) fmt::print("    one role by {}: median {:.3f} ms, p99 {:.3f} ms, most {:.3f} ms\n", what, median(t), quantile(t, 0.99), quantile(t, 1));
    };
    times("Kleene's tables", kleene);
    times("sampled witnesses", sampled);
    times("branching", branched);
    report("a whole profile, median", median(whole), "ms");
    report("a whole profile, p99", quantile(whole, 0.99), "ms", bound::at_most, 20);
}

}  // namespace

void measure_evaluation(const setting&)
{
    heading("One profile against 50 roles over 300 concepts that Kleene's tables decide");
    const workload w = make_workload(200, 300, 50, 2);
    const compiled base = compile(as_rules(w));
    std::vector<engine::facts> people;
    for (std::uint64_t i = 0; i < 200; ++i) people.push_back(facts_of(base, make_profile(w, i, 0.3, true).text));
    report("without a proof", microseconds_each(base, people, {.proof = false, .witnesses = false}), "us", bound::at_most, 20);
    report("without a proof, by an evaluator that is used again", microseconds_by_evaluator(base, people), "us", bound::at_most, 3);
    report("with the proof", microseconds_each(base, people, {.proof = true, .witnesses = true}), "us", bound::at_most, 200);
}

void measure_exactness(const setting& where)
{
    heading("Exactness: 30 % of 200 facts known, the others unknown");
    const workload w = make_workload(200, 300, 50, 2);
    std::vector<std::string> profiles;
    for (std::uint64_t i = 0; i < 300; ++i) profiles.push_back(make_profile(w, i, 0.3, false).text);
    exactness(compile(as_rules(w)), profiles, "own workload");
    if (where.batch.empty()) { fmt::print("  the common workload is not here: not run\n"); return; }
    exactness(compile(read(where.batch + "/advise.rules")), lines_of(where.batch + "/profiles.ndjson", 1000), "common workload (work/batch)");
}

}  // namespace advise::bench
