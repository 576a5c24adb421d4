// Whole processes: what a person waits for.
#include "measure.hpp"
#include "spawn.hpp"
#include "workload.hpp"

#include <fmt/format.h>

#include <fstream>

namespace advise::bench {
namespace {

cost typical(const std::vector<std::string>& command, const std::string& input = "/dev/null") {
    std::vector<double> times;
    cost paid;
    for (int i = 0; i < 41; ++i) {
        paid = run_once(command, input);
        times.push_back(paid.milliseconds);
    }
    paid.milliseconds = median(times);
    return paid;
}

void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

}  // namespace

void measure_process(const setting& where) {
    heading("Whole process, one profile");
    const cost nothing = typical({"/bin/true"});
    const cost sara = typical({where.program, where.project + "/examples/sara.txt"});
    report("spawn /bin/true", nothing.milliseconds, "ms");
    report("advise examples/sara.txt, above /bin/true", sara.milliseconds - nothing.milliseconds, "ms", bound::at_most, 2);
    report("its memory", sara.mebibytes, "MiB", bound::at_most, 24);
    if (sara.code != 0) report("advise failed with code", sara.code, "", bound::at_most, 0);

    const workload cold = make_workload(60, 40, 12, 1);
    const listed person = make_profile(cold, 1, 0.3, true);
    write(where.work + "/cold.rules", as_rules(cold));
    write(where.work + "/cold.txt", person.text);
    write(where.work + "/cold.sql", as_sql(cold, person.values));
    const cost ours = typical({where.program, "--rules", where.work + "/cold.rules", where.work + "/cold.txt"});
    const cost sqlite = typical({"sqlite3", "-batch", ":memory:"}, where.work + "/cold.sql");
    report("advise, 40 concepts and 12 roles, above /bin/true", ours.milliseconds - nothing.milliseconds, "ms");
    if (sqlite.code == 0)
        report("sqlite3, the same as one query, above /bin/true", sqlite.milliseconds - nothing.milliseconds, "ms", bound::none, 0,
               fmt::format("advise / sqlite3 = {:.2f}", ours.milliseconds / sqlite.milliseconds));
    else fmt::print("  sqlite3 is not installed or failed: not compared\n");
    write(where.work + "/cold.clp", as_clips(cold, person.levels));
    const cost clips = typical({"clips", "-f2", where.work + "/cold.clp"});
    if (clips.code == 0)
        report("CLIPS, the same rules, above /bin/true", clips.milliseconds - nothing.milliseconds, "ms", bound::none, 0,
               fmt::format("advise / CLIPS = {:.2f}", ours.milliseconds / clips.milliseconds));
    else fmt::print("  CLIPS is not installed or failed: not compared\n");
}

}  // namespace advise::bench
