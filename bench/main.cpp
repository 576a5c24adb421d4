// advise_bench PROGRAM PROJECT WORK BATCH [PART…]
#include "measure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace advise::bench {
namespace {
int misses = 0;
}

double quantile(std::vector<double> figures, double q)
{
    std::sort(figures.begin(), figures.end());
    return figures.empty() ? 0 : figures[static_cast<std::size_t>(q * static_cast<double>(figures.size() - 1))];
}

void heading(const std::string& text) { fmt::print("\n{}\n", text); }

void report(const std::string& what, double measured, const std::string& unit, bound kind, double demanded, const std::string& beside)
{
    std::string demand;
    if (kind != bound::none) {
        const bool met = kind == bound::at_most ? measured <= demanded : measured >= demanded;
        if (!met) ++misses;
        demand = fmt::format("{} {:g} {}  {}", kind == bound::at_most ? "at most" : "at least", demanded, unit, met ? "met" : "MISSED");
    }
    fmt::print("  {:<52} {:>9.3f} {:<5}  {:<28} {}\n", what, measured, unit, demand, beside);
    std::fflush(stdout);
}

int missed() { return misses; }

}  // namespace advise::bench

int main(int argc, char** argv)
{
    using namespace advise::bench;
    if (argc == 3 && std::string_view(argv[1]) == "--read") return read_file(argv[2]);
    if (argc < 5) { fmt::print(stderr, "usage: advise_bench PROGRAM PROJECT WORK BATCH [PART...]\n"); return 2; }
    const setting where{argv[1], argv[2], argv[3], argv[4]};
    const std::vector<std::pair<std::string, void (*)(const setting&)>> parts = {
        {"process", measure_process}, {"reading", measure_reading}, {"nesting", measure_nesting}, {"evaluation", measure_evaluation}, {"exactness", measure_exactness}, {"plans", measure_plans}, {"questions", measure_questions}, {"editing", measure_editing}, {"testing", measure_testing}, {"checking", measure_checking}};
    for (const auto& [name, run] : parts)
        if (argc == 5 || std::find(argv + 5, argv + argc, name) != argv + argc) run(where);
    fmt::print("\n{}\n", missed() == 0 ? "every demand was met" : fmt::format("{} demands were missed", missed()));
    return missed() == 0 ? 0 : 1;
}
