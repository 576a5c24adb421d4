// Writes conformance cases in the layout of tests/conformance: rule bases and profiles in varied spelling with the answers of the slow truth.
//
//   write_cases FOLDER FIRST_SEED COUNT
//
// The cases in the repository were made by it (seeds 7,000,000 and up); they stay as they are when the generator changes.
#include "print.hpp"
#include "random_base.hpp"
#include "brute_force.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace advise::tests;

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string row(const advice_row& r)
{
    return "  {\"role\": " + quoted(r.role) + ", \"verdict\": \"" + name_of(r.truth) + "\", \"low\": " + std::to_string(r.low) + ", \"high\": " + std::to_string(r.high) + "}";
}

void write_case(const std::filesystem::path& folder, std::uint64_t seed)
{
    const random_case made = make_random_case(seed, 3);
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "case.rules", std::ios::binary) << print_rules(made.base, varied_spelling(seed));
    std::string expected = "{";
    for (std::size_t p = 0; p < made.profiles.size(); ++p) {
        const std::string name = "p" + std::to_string(p) + ".txt";
        std::ofstream(folder / name, std::ios::binary) << print_profile(made.base, made.profiles[p], varied_spelling(seed + p));
        expected += (p > 0 ? ",\n \"" : "\n \"") + name + "\": [\n";
        const std::vector<advice_row> rows = advice_rows(made.base, made.profiles[p]);
        for (std::size_t i = 0; i < rows.size(); ++i) expected += row(rows[i]) + (i + 1 < rows.size() ? ",\n" : "\n");
        expected += " ]";
    }
    std::ofstream(folder / "expect.json", std::ios::binary) << expected << "\n}\n";
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) { std::fputs("usage: write_cases FOLDER FIRST_SEED COUNT\n", stderr); return 2; }
    const std::uint64_t first = std::strtoull(argv[2], nullptr, 10), count = std::strtoull(argv[3], nullptr, 10);
    for (std::uint64_t i = 0; i < count; ++i) {
        char name[8];
        std::snprintf(name, sizeof name, "%04u", static_cast<unsigned>(i));
        write_case(std::filesystem::path(argv[1]) / name, first + i);
    }
}
