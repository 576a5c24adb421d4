// `advise batch --resume`, killed at any moment and begun again until it is done, writes what an unbroken run writes.
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

constexpr int people = 2'000;

std::uint64_t wanted_kills() {
    const char* set = std::getenv("ADVISE_KILLS");
    return set == nullptr ? 30 : std::strtoull(set, nullptr, 10);
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Results in full take their time, so that there are moments to be killed at.
pid_t start(const fs::path& folder, const std::string& output) {
    const pid_t child = ::fork();
    if (child != 0) return child;
    streams io;
    io.in = -1;
    ::_exit(::chdir(folder.c_str()) == 0 ? run({"batch", "-q", "--output", "full", "--jobs", "2", "--resume", "-o", output, "in"}, io) : 1);
}

void write_people(const fs::path& folder) {
    std::ofstream file(folder / "in", std::ios::binary);
    for (int i = 0; i != people; ++i) file << "{\"id\":" << i << ",\"parallelism\":" << i % 6 << ",\"machine learning\":\"at least " << i % 4 << "\"}\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_batch_goes_on_exactly_once_after_each_kill) {
    using clock = std::chrono::steady_clock;
    std::string pattern = (fs::temp_directory_path() / "advise.XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    const fs::path folder = pattern;
    write_people(folder);
    const auto begun = clock::now();
    int status = -1;
    BOOST_REQUIRE(::waitpid(start(folder, "unbroken"), &status, 0) > 0);
    BOOST_REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 3));
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(clock::now() - begun).count();
    const std::string expected = content_of(folder / "unbroken");
    BOOST_REQUIRE(!expected.empty());

    advise::tests::rng random(1);
    std::uint64_t killed = 0, gone_on = 0, finished = 0;
    while (killed < wanted_kills() || finished == 0) {
        gone_on += fs::exists(folder / "out") && fs::file_size(folder / "out") != 0;
        const pid_t child = start(folder, "out");
        if (killed < wanted_kills()) {
            ::usleep(static_cast<useconds_t>(random.below(static_cast<std::size_t>(whole) / 2 + 1)));
            ::kill(child, SIGKILL);
        }
        BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
        const std::string found = content_of(folder / "out");
        BOOST_REQUIRE(expected.starts_with(found));
        if (WIFSIGNALED(status)) {
            ++killed;
            continue;
        }
        BOOST_REQUIRE(WEXITSTATUS(status) == 3);
        BOOST_REQUIRE((found == expected));
        ++finished;
        fs::remove(folder / "out");
        fs::remove(folder / "out.progress");
    }
    BOOST_TEST(gone_on > wanted_kills() / 4);       // else nothing was resumed
    fs::remove_all(folder);
}
