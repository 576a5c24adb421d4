// Timing and the table that the measurements are printed in.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace advise::bench {

/// Wall time of a call, in seconds.
template <class Call>
double seconds(const Call& call)
{
    const auto begun = std::chrono::steady_clock::now();
    call();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

/// The q-quantile of some figures, 0 <= q <= 1.
double quantile(std::vector<double> figures, double q);
inline double median(std::vector<double> figures) { return quantile(std::move(figures), 0.5); }

/// The least of several runs of a call.
template <class Call>
double best_of(int runs, const Call& call)
{
    double best = 1e30;
    for (int i = 0; i < runs; ++i) best = std::min(best, seconds(call));
    return best;
}

enum class bound { at_most, at_least, none };

/// Prints one line: what, measured, demanded, and the ratio to a peer run beside it ("" where there is none). Remembers whether the demand was met.
void report(const std::string& what, double measured, const std::string& unit, bound kind = bound::none, double demanded = 0, const std::string& beside = {});
void heading(const std::string& text);
/// Demands that were not met.
int missed();

/// Where the program, the project and scratch space are.
struct setting {
    std::string program, project, work, batch;
};

void measure_process(const setting& where);
void measure_reading(const setting& where);
/// Reads a rule file, does nothing else, and prints the greatest resident set of the process in KiB. \return 0 when the file had no errors
int read_file(const std::string& path);
void measure_nesting(const setting& where);
void measure_evaluation(const setting& where);
void measure_exactness(const setting& where);
void measure_plans(const setting& where);
void measure_questions(const setting& where);
void measure_editing(const setting& where);
void measure_testing(const setting& where);
void measure_checking(const setting& where);

}  // namespace advise::bench
