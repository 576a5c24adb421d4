// Rule bases of 100,000 and a million concepts: from text to the first answer, and as a file that is mapped.
#include "measure.hpp"
#include "spawn.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/compiled.hpp>
#include <advise/engine/facts.hpp>

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/mman.h>
#include <unistd.h>

namespace advise::bench {
namespace {

/// The first profile of a workload, closed; a person as the others of the bench.
std::string first_profile(const std::string& workload, const setting& where) {
    std::ifstream in(workload + "/profiles.ndjson");
    std::string line;
    std::getline(in, line);
    const std::size_t id = line.find("\"id\""), comma = line.find(',', id);
    if (id != std::string::npos && comma != std::string::npos) line.erase(id, comma + 1 - id);
    const std::string path = where.work + "/large.json";
    std::ofstream(path) << line;
    return path;
}

/// The median of a few runs on one core.
cost on_one_core(const std::vector<std::string>& command, int runs) {
    std::vector<std::string> bound = {"taskset", "-c", "0"};
    bound.insert(bound.end(), command.begin(), command.end());
    std::vector<double> times, processor;
    cost paid;
    for (int i = 0; i < runs; ++i) {
        paid = run_once(bound);
        times.push_back(paid.milliseconds);
        processor.push_back(paid.processor);
    }
    paid.milliseconds = median(times);
    paid.processor = median(processor);
    return paid;
}

double processor_milliseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// From the bytes in the system's cache to a program, and to the verdicts of all roles on a closed empty profile.
void measure_mapped(const std::string& path, double demanded) {
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const std::size_t size = std::filesystem::file_size(path);
    std::vector<double> ready, answered, processor;
    for (int i = 0; i < 7; ++i) {
        std::optional<engine::load_result> loaded;
        std::optional<engine::program> code;
        std::shared_ptr<const void> keeper;
        const double before = processor_milliseconds();
        const double open_time = seconds([&] {
            keeper = {::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, opened, 0), [size](const void* at) { ::munmap(const_cast<void*>(at), size); }};
            loaded.emplace(engine::open_compiled({path, {static_cast<const char*>(keeper.get()), size}, keeper, false}));
            code.emplace(*loaded->rules);
        });
        processor.push_back(processor_milliseconds() - before);
        engine::facts person;
        for (engine::fact_id f = 0; f < loaded->rules->facts.size(); ++f) person.known.push_back(engine::at_its_no(*loaded->rules, f));
        const double first = seconds([&] { (void)engine::advise(*code, person); });
        ready.push_back(1000 * open_time);
        answered.push_back(1000 * (open_time + first));
    }
    ::close(opened);
    report("  mapped and ready, the circuit judged whole", median(ready), "ms", bound::at_most, demanded,
           fmt::format("{:.0f} ms of processor time", median(processor)));
    report("  … and all roles answered", median(answered), "ms");
}

double measure_base(const std::string& workload, double seconds_demanded, double mapped_demanded, const setting& where) {
    const std::string rules = workload + "/advise.rules", compiled = where.work + "/large.advb", profile = first_profile(workload, where);
    fmt::print("  {}, {:.1f} MB\n", workload, static_cast<double>(std::filesystem::file_size(rules)) / 1e6);
    const cost text = on_one_core({where.program, "--closed", "--rules", rules, profile}, 5);
    report("  text to first answer, one core", text.milliseconds / 1000, "s", bound::at_most, seconds_demanded,
           fmt::format("{:.2f} s of processor time", text.processor / 1000));
    report("  its memory", text.mebibytes, "MiB", bound::at_most, 1536);
    const cost made = run_once({where.program, "compile", "--to", "binary", "-o", compiled, rules});
    if (text.code != 0 || made.code != 0) report("advise failed with code", std::max(text.code, made.code), "", bound::at_most, 0);
    report("  advise compile --to binary", made.milliseconds / 1000, "s", bound::none, 0,
           fmt::format("{:.0f} MB", static_cast<double>(std::filesystem::file_size(compiled)) / 1e6));
    measure_mapped(compiled, mapped_demanded);
    const cost mapped = on_one_core({where.program, "--closed", "--rules", compiled, profile}, 5);
    report("  the same answer by the compiled file, whole process", mapped.milliseconds, "ms", bound::none, 0,
           fmt::format("{:.0f} ms of processor time; text / compiled = {:.0f}", mapped.processor, text.processor / mapped.processor));
    report("  its memory", mapped.mebibytes, "MiB");
    return text.processor;
}

}  // namespace

void measure_large(const setting& where) {
    heading("Large rule bases");
    const char* const folder = std::getenv("ADVISE_LARGE");
    if (folder == nullptr || !std::filesystem::exists(std::string(folder) + "/l1m/advise.rules")) {
        fmt::print(
            "  left out: name the folder of l100k and l1m with ADVISE_LARGE, or ask for this part by name where the common workloads can be made\n");
        return;
    }
    const double small = measure_base(std::string(folder) + "/l100k", 0.3, 60, where),
                 large = measure_base(std::string(folder) + "/l1m", 3, 60, where);
    report("exponent of growth of processor time, 100,000 to 1,000,000", std::log10(large / small), "", bound::at_most, 1.1);
}

}  // namespace advise::bench
