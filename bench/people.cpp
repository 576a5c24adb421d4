// Many people at once: evaluation alone, beside bit-slicing by hand (bitslice of the shared bench), in turns on the same profiles.
#include "measure.hpp"

#include <advise/engine/people_block.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace advise::bench {
namespace {

constexpr int turns = 7;

/// What flat lines {"id":"…","fact":digit,…} say.
using said = std::vector<std::pair<engine::fact_id, std::int64_t>>;

struct crowd {
    std::unique_ptr<engine::rule_base> rules;
    std::unique_ptr<engine::program> code;
    std::vector<said> people;
};

said facts_in(const std::string& line, const engine::rule_base& rules) {
    said made;
    for (std::size_t at = line.find(','); at != std::string::npos && line[at] == ',';) {
        const std::size_t end = line.find('"', at + 2);
        const engine::fact_id f = rules.names.fact(line.substr(at + 2, end - at - 2));
        if (f != engine::nothing) made.emplace_back(f, line[end + 2] - '0');
        at = end + 3;
    }
    return made;
}

crowd read_crowd(const std::string& folder) {
    crowd made;
    std::ifstream rules(folder + "/advise.rules", std::ios::binary), profiles(folder + "/profiles.ndjson");
    engine::load_result loaded = engine::load_rules_text("advise.rules", {std::istreambuf_iterator<char>(rules), {}});
    if (loaded.diagnostics.has_errors()) fmt::print("  the rules were not read without errors\n");
    made.rules = std::move(loaded.rules);
    made.code = std::make_unique<engine::program>(*made.rules);
    for (std::string line; std::getline(profiles, line);) made.people.push_back(facts_in(line, *made.rules));
    return made;
}

/// Seconds in evaluate() for everybody.
double evaluate_all(engine::people_block& block, const std::vector<said>& people) {
    double time = 0;
    for (std::size_t next = 0; next < people.size();) {
        block.clear();
        for (; next < people.size() && !block.full(); ++next) {
            block.add();
            for (const auto& [f, value] : people[next]) block.set(f, value);
        }
        time += seconds([&] { block.evaluate(); });
    }
    return time;
}

/// Seconds in which the peer evaluates the same; nullopt where it is not here.
std::optional<double> peer_seconds(const setting& where, const std::string& folder) {
    const std::string program = where.work + "/bitslice";
    if (!std::filesystem::exists(program)) return std::nullopt;
    const std::string command = fmt::format("{} {}/rules.json {}/profiles.ndjson {}/bitslice.out 1 hand 2>&1", program, folder, folder, where.work);
    std::FILE* output = popen(command.c_str(), "r");
    if (output == nullptr) return std::nullopt;
    std::optional<double> found;
    for (char line[256]; std::fgets(line, sizeof line, output) != nullptr;)
        if (double figure = 0; std::sscanf(line, "STAT eval_s %lf", &figure) == 1) found = figure;
    pclose(output);
    return found;
}

/// The median of our time over the peer's, each pair measured one after the other; 0 without the peer.
struct measured {
    double ours = 0, ratio = 0;
};

measured in_turns(const setting& where, const std::string& folder, const crowd& all, const engine::block_program& prepared,
                  const engine::block_options& options) {
    engine::people_block block(prepared, options);
    std::vector<double> ours, ratios;
    for (int turn = 0; turn < turns; ++turn) {
        const std::optional<double> peer = peer_seconds(where, folder);
        ours.push_back(evaluate_all(block, all.people));
        if (peer) ratios.push_back(ours.back() / *peer);
    }
    return {median(ours), median(ratios)};
}

void report_speed(const std::string& what, const measured& found, std::size_t people, double least_speed) {
    const double millions = 1e-6 * static_cast<double>(people) / found.ours;
    report(what, millions, "M/s");
    if (found.ratio == 0) return fmt::print("    bitslice is not here: no ratio\n");
    report("  of bitslice's speed in the same run", 1 / found.ratio, "x", least_speed > 0 ? bound::at_least : bound::none, least_speed);
}

void report_settled(const engine::block_program& prepared, const std::vector<said>& people) {
    engine::people_block block(prepared, {});
    const double time = evaluate_all(block, people);
    const engine::block_settled& s = block.settled();
    report("unlisted facts unknown, exact", 1e6 * time / static_cast<double>(people.size()), "us", bound::none, 0, "a profile");
    fmt::print("    verdicts settled by Kleene's tables {}, by sampled witnesses {}, by cases and branching {}, undecided {}\n", s.kleene, s.sampled,
               s.branched, s.undecided);
}

}  // namespace

void measure_people(const setting& where) {
    heading("Many people at once, evaluation alone");
    const std::string common = where.work + "/people", large = where.work + "/large";
    if (!std::filesystem::exists(common)) return fmt::print("  the common workload is not here: not run\n");
    const crowd all = read_crowd(common);
    const engine::block_program prepared(*all.code);
    report_speed("100,000 profiles, closed, profiles", in_turns(where, common, all, prepared, {.closed = true}), all.people.size(), 0.5);
    report_speed("unlisted facts unknown, by Kleene's tables", in_turns(where, common, all, prepared, {.exact = false}), all.people.size(), 0.2);
    for (const auto words : {engine::instruction_set::avx2, engine::instruction_set::plain})
        report_speed(words == engine::instruction_set::plain ? "closed, words of 128 bits" : "closed, AVX2",
                     in_turns(where, common, all, prepared, {.closed = true, .words = words}), all.people.size(), 0);
    report_settled(prepared, all.people);

    const crowd big = read_crowd(large);
    const engine::block_program prepared_big(*big.code);
    const measured found = in_turns(where, large, big, prepared_big, {.closed = true});
    report("1,000 profiles, 10,000 roles over 50,000 concepts", 1e3 * found.ours, "ms");
    if (found.ratio != 0) report("  of bitslice's time in the same run", found.ratio, "x", bound::at_most, 3);
}

}  // namespace advise::bench
