// From bytes to a rule base.
#include "bare_x3.hpp"
#include "measure.hpp"
#include "workload.hpp"

#include <advise/engine/rule_base.hpp>

#include <fmt/format.h>

#include <sys/wait.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmath>

namespace advise::bench {
namespace {

double megabytes(const std::string& text) { return static_cast<double>(text.size()) / 1e6; }

double read_once(const std::string& text)
{
    std::string copy = text;
    bool good = false;
    const double time = seconds([&] { good = !engine::load_rules_text("bench.rules", std::move(copy)).diagnostics.has_errors(); });
    if (!good) fmt::print("  the workload was not read without errors\n");
    return time;
}

/// The greatest resident set of a process that only reads the text, above one that only holds it.
double memory_of_reading(const std::string& text)
{
    const auto peak = [&](bool reading) {
        const pid_t child = fork();
        if (child == 0) {
            if (reading) read_once(text);
            _exit(0);
        }
        int status = 0;
        rusage used{};
        wait4(child, &status, 0, &used);
        return static_cast<double>(used.ru_maxrss) / 1024;
    };
    return peak(true);
}

}  // namespace

void measure_reading(const setting&)
{
    heading("Reading rules, from bytes to the rule base");
    std::vector<double> rates;
    std::string largest;
    for (const std::uint32_t rules : {1'000U, 10'000U, 100'000U}) {
        const std::string text = as_rules(make_workload(1000, rules, 100, 5));
        double best = 1e30;
        for (int i = 0; i < (rules > 50'000 ? 5 : 15); ++i) best = std::min(best, read_once(text));
        const double bare = best_of(5, [&] { if (!recognise(text)) fmt::print("  the bare grammar did not recognise the workload\n"); });
        rates.push_back(megabytes(text) / best);
        report(fmt::format("{} rules, {:.1f} MB", rules, megabytes(text)), rates.back(), "MB/s", bound::at_least, 60,
               fmt::format("bare X3 {:.0f} MB/s, ratio {:.2f}", megabytes(text) / bare, bare / best));
        largest = text;
    }
    report("100,000 rules against 1,000: exponent of growth", 1 + std::log(rates.front() / rates.back()) / std::log(100.0), "", bound::at_most, 1.1);
    report("100,000 rules: memory of the process", memory_of_reading(largest), "MiB", bound::at_most, 160);
}

void measure_nesting(const setting&)
{
    heading("Parentheses");
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < 2000; ++i) text += std::string(static_cast<std::size_t>(depth), '(') + "python" + std::string(static_cast<std::size_t>(depth), ')') + fmt::format(" -> r{}\n", i);
        return text;
    };
    const std::string thirty = nested(30), sixty = nested(60);
    const double less = best_of(5, [&] { read_once(thirty); }), more = best_of(5, [&] { read_once(sixty); });
    report("60 levels against 30", more / less, "times", bound::at_most, 4);
}

}  // namespace advise::bench
