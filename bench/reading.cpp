// From bytes to a rule base.
#include "bare_x3.hpp"
#include "measure.hpp"
#include "workload.hpp"

#include <advise/engine/rule_base.hpp>

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>

namespace advise::bench {
namespace {

double megabytes(const std::string& text) { return static_cast<double>(text.size()) / 1e6; }

/// The time from bytes to the rule base; letting go of it is not part of it.
double read_once(const std::string& text)
{
    std::string copy = text;
    std::optional<engine::load_result> read;
    const double time = seconds([&] { read.emplace(engine::load_rules_text("bench.rules", std::move(copy))); });
    if (read->diagnostics.has_errors()) fmt::print("  the workload was not read without errors\n");
    return time;
}

/// The greatest resident set, in MiB, of a fresh process that does nothing but read this text: this program, called with `--read FILE`.
/// It tells its own, for what wait4 would tell includes the pages of the process that it was forked from.
double memory_of_reading(const std::string& text, const setting& where)
{
    const std::string path = where.work + "/reading.rules";
    std::ofstream(path, std::ios::binary) << text;
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    FILE* const reader = popen(fmt::format("'{}' --read '{}'", self, path).c_str(), "r");
    long kibibytes = 0;
    const bool told = reader != nullptr && std::fscanf(reader, "%ld", &kibibytes) == 1;
    if (reader == nullptr || pclose(reader) != 0 || !told) fmt::print("  the reading process failed\n");
    return static_cast<double>(kibibytes) / 1024;
}

/// VmHWM of this process, in KiB.
long greatest_resident_set()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
    return 0;
}

}  // namespace

int read_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(std::filesystem::file_size(path), '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    const engine::load_result read = engine::load_rules_text("bench.rules", std::move(text));
    fmt::print("{}\n", greatest_resident_set());
    return read.diagnostics.has_errors() ? 1 : 0;
}

void measure_reading(const setting& where)
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
    report("100,000 rules: memory of the process", memory_of_reading(largest, where), "MiB", bound::at_most, 160);
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
