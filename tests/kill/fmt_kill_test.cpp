// `advise fmt -w`, killed at any moment, leaves each file as it was or as it should be.
#include <run.hpp>

#include <support/rng.hpp>

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace fs = std::filesystem;
using namespace advise::cli;

namespace {

constexpr int files = 12;

std::uint64_t kills() {
    const char* set = std::getenv("ADVISE_KILLS");
    return set == nullptr ? 30 : std::strtoull(set, nullptr, 10);
}

/// A rule file in which every line has to change.
std::string text_of(int number, bool neat) {
    std::string text;
    for (int i = 0; i != 400; ++i) {
        const std::string rule = std::to_string(number) + "x" + std::to_string(i);
        text += neat ? "rule \"" + rule + "\": a and b -> c\n" : "RULE   \"" + rule + "\" :a AND b → c\n";
    }
    return text;
}
std::string name_of(int number) { return "f" + std::to_string(number) + ".rules"; }

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

pid_t start(const fs::path& folder) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    streams io;
    io.in = -1;
    ::_exit(::chdir(folder.c_str()) == 0 ? run({"fmt", "-w", "."}, io) : 1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_kill_leaves_the_old_or_the_new_file) {
    using clock = std::chrono::steady_clock;
    std::string pattern = (fs::temp_directory_path() / "advise.XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    const fs::path folder = pattern;
    const auto write_all = [&] {
        for (int i = 0; i != files; ++i) std::ofstream(folder / name_of(i), std::ios::binary) << text_of(i, false);
    };
    write_all();
    const auto begun = clock::now();
    int status = -1;
    BOOST_REQUIRE(::waitpid(start(folder), &status, 0) > 0);
    BOOST_REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    auto whole = std::chrono::duration_cast<std::chrono::microseconds>(clock::now() - begun).count();
    for (int i = 0; i != files; ++i) BOOST_REQUIRE(content_of(folder / name_of(i)) == text_of(i, true));

    advise::tests::rng random(1);
    std::uint64_t killed = 0, halfway = 0;
    for (std::uint64_t n = 0; n != kills(); ++n) {
        write_all();
        const pid_t child = start(folder);
        ::usleep(static_cast<useconds_t>(random.below(static_cast<std::size_t>(whole) + 1)));
        ::kill(child, SIGKILL);
        BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
        killed += WIFSIGNALED(status);
        if (!WIFSIGNALED(status)) whole -= whole / 8;      // the machine is quicker now, or slower: the moments follow it
        int done = 0;
        for (int i = 0; i != files; ++i) {
            const std::string found = content_of(folder / name_of(i));
            const bool is_new = found == text_of(i, true);
            done += is_new;
            BOOST_TEST((is_new || found == text_of(i, false)), "kill " << n << " tore " << name_of(i));
        }
        halfway += done != 0 && done != files;
        if (done == 0) whole += whole / 8;
    }
    BOOST_TEST(killed > kills() / 4);  // else the moments were no moments of it
    BOOST_TEST(halfway > 0U);
    fs::remove_all(folder);
}
