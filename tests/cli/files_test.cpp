// Reading and writing files.
#include "in_process.hpp"

#include <file_provider.hpp>
#include <files.hpp>

#include <boost/test/unit_test.hpp>

#include <cerrno>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace advise::cli;
using advise::cli::testing::folder;
using advise::grammar::message;
namespace fs = std::filesystem;

namespace {

bool fails_with(message what, const file_bytes& read) { return read.failure == what; }

}  // namespace

BOOST_AUTO_TEST_SUITE(files)

BOOST_AUTO_TEST_CASE(a_file_is_read_whole) {
    const folder here;
    const std::string large(300'000, 'x');
    here.write("a", "one\ntwo");
    here.write("large", large);
    here.write("empty", "");
    BOOST_TEST(read_file("a", 100, -1).bytes == "one\ntwo");
    BOOST_TEST((read_file("large", 1 << 20, -1).bytes == large));
    BOOST_TEST(read_file("empty", 100, -1).bytes.empty());
    BOOST_TEST((read_file("empty", 100, -1).failure == message::none));
}

BOOST_AUTO_TEST_CASE(a_file_that_may_not_grow_so_far_is_an_error_and_stays_as_it_was) {
    const folder here;
    here.write("out", "old");
    const pid_t child = ::fork();      // the limit, and what a signal does, hold for a whole process
    if (child == 0) {
        const rlimit small{512, 512};
        if (::setrlimit(RLIMIT_FSIZE, &small) != 0) ::_exit(1);
        (void)process_streams();
        ::_exit(write_file("out", std::string(4096, 'x')) == EFBIG ? 0 : 2);
    }
    int status = -1;
    BOOST_TEST(::waitpid(child, &status, 0) == child);
    BOOST_TEST(WIFEXITED(status));
    BOOST_TEST(WEXITSTATUS(status) == 0);
    BOOST_TEST(here.read("out") == "old");
    BOOST_TEST(here.files() == 1U);
}

BOOST_AUTO_TEST_CASE(what_a_killed_run_left_does_not_stop_the_next_one) {
    const folder here;
    here.write("out", "old");
    here.write("out." + std::to_string(::getpid()) + ".tmp", "torn");
    BOOST_TEST(write_file("out", "new") == 0);
    BOOST_TEST(here.read("out") == "new");
    BOOST_TEST(here.files() == 2U);
}

BOOST_AUTO_TEST_CASE(the_limit_is_counted_while_reading) {
    const folder here;
    here.write("five", "12345");
    BOOST_TEST(read_file("five", 5, -1).bytes == "12345");
    BOOST_TEST(fails_with(message::file_too_large, read_file("five", 4, -1)));
    here.write("long", std::string(3 << 20, 'x'));
    BOOST_TEST(fails_with(message::file_too_large, read_file("long", 1 << 20, -1)));
}

BOOST_AUTO_TEST_CASE(what_begins_without_text_is_not_read_to_its_end) {
    const file_bytes zeros = read_file("/dev/zero", std::uint64_t{1} << 30, -1);
    BOOST_TEST((zeros.failure == message::none));
    BOOST_TEST(zeros.bytes.size() < 1U << 20);
    BOOST_TEST(zeros.bytes.front() == '\0');
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_says_why) {
    const folder here;
    fs::create_symlink("loop", "loop");
    fs::create_symlink("nothing", "dangling");
    BOOST_TEST(fails_with(message::file_not_found, read_file("missing", 9, -1)));
    BOOST_TEST(fails_with(message::file_not_found, read_file("", 9, -1)));
    BOOST_TEST(fails_with(message::file_not_found, read_file("dangling", 9, -1)));
    BOOST_TEST(fails_with(message::file_link_loop, read_file("loop", 9, -1)));
    BOOST_TEST(fails_with(message::file_is_folder, read_file(".", 9, -1)));
    BOOST_TEST(fails_with(message::file_name_too_long, read_file(std::string(5000, 'x'), 9, -1)));
    BOOST_TEST(fails_with(message::file_read_error, read_file("/proc/self/mem", 99, -1)));
    BOOST_TEST(fails_with(message::standard_input_closed, read_file("-", 9, -1)));
}

BOOST_AUTO_TEST_CASE(names_are_shown_safely) {
    BOOST_TEST(shown_name("a\nb\x1b[31m") == "a\\x0ab\\x1b[31m");
    BOOST_TEST(shown_name("\xff.txt") == "\\xff.txt");
    BOOST_TEST(shown_name("%s%n") == "%s%n");
    BOOST_TEST(shown_name("سارا.txt") == "سارا.txt");
}

BOOST_AUTO_TEST_CASE(two_ways_to_a_file_have_one_identity) {
    const folder here;
    here.write("a", "x");
    fs::create_symlink("a", "b");
    BOOST_TEST(read_file("a", 9, -1).identity == read_file("b", 9, -1).identity);
    BOOST_TEST(read_file("a", 9, -1).identity == identity_of("./b"));
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_whole_and_keeps_its_mode) {
    const folder here;
    here.write("a", "old");
    ::chmod("a", 0640);
    BOOST_TEST(write_file("a", "new") == 0);
    struct stat about {};
    ::stat("a", &about);
    BOOST_TEST(here.read("a") == "new");
    BOOST_TEST((about.st_mode & 07777U) == 0640U);
    BOOST_TEST(here.files() == 1U);
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link_when_its_target_is_written) {
    const folder here;
    here.write("target", "old");
    fs::create_symlink("target", "link");
    BOOST_TEST(write_file("link", "new") == 0);
    BOOST_TEST(fs::is_symlink("link"));
    BOOST_TEST(here.read("target") == "new");
}

BOOST_AUTO_TEST_CASE(a_device_is_written_and_not_replaced) {
    BOOST_TEST(write_file("/dev/null", "x") == 0);
    BOOST_TEST(fs::is_character_file("/dev/null"));
    BOOST_TEST(write_file("/dev/full", "x") == ENOSPC);
}

BOOST_AUTO_TEST_CASE(a_failure_leaves_nothing_behind) {
    const folder here;
    fs::create_directory("d");
    BOOST_TEST(write_file("d", "x") == EISDIR);
    BOOST_TEST(write_file("no/such/folder", "x") == ENOENT);
    BOOST_TEST(here.files() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(imports)

namespace {

struct asked {
    file_provider provider{-1};
    std::string root;

    explicit asked(const std::string& name) { root = provider.open_root(name).identity; }
    auto import(const std::string& name) { return provider.open_import(name, root, root); }
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_import_is_relative_to_its_importer_and_named_so) {
    const folder here;
    here.write("sub/root.rules", "r");
    here.write("sub/deep/a.rules", "a");
    here.write("sub/b.rules", "b");
    asked rules("sub/root.rules");
    const auto a = rules.import("deep/a.rules");
    BOOST_TEST(a.bytes == "a");
    BOOST_TEST(a.name == "sub/deep/a.rules");
    const auto b = rules.provider.open_import("../b.rules", a.identity, rules.root);
    BOOST_TEST(b.bytes == "b");
    BOOST_TEST(b.name == "sub/b.rules");
}

BOOST_AUTO_TEST_CASE(an_import_stays_inside_the_folder_of_the_root_file) {
    const folder here;
    here.write("sub/root.rules", "r");
    here.write("outside.rules", "o");
    here.write("subway/near.rules", "n");
    fs::create_symlink("../outside.rules", "sub/link.rules");
    fs::create_symlink("..", "sub/up");
    asked rules("sub/root.rules");
    for (const std::string& name : {std::string("../outside.rules"), std::string("link.rules"), std::string("up/outside.rules"),
                                   (here.path() / "outside.rules").string(), std::string("../subway/near.rules"), std::string("/etc/passwd")}) {
        BOOST_TEST_CONTEXT(name) {
            const auto got = rules.import(name);
            BOOST_TEST((got.failure == message::import_outside));
            BOOST_TEST(got.bytes.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_link_inside_the_tree_may_be_imported) {
    const folder here;
    here.write("root.rules", "r");
    here.write("real/a.rules", "a");
    fs::create_symlink("real/a.rules", "a.rules");
    asked rules("root.rules");
    BOOST_TEST(rules.import("a.rules").bytes == "a");
    BOOST_TEST(rules.import("a.rules").identity == rules.import("real/a.rules").identity);
}

BOOST_AUTO_TEST_CASE(only_regular_files_are_imported_and_a_fifo_is_not_waited_for) {
    const folder here;
    here.write("root.rules", "r");
    fs::create_directory("d");
    ::mkfifo("fifo", 0600);
    asked rules("root.rules");
    BOOST_TEST((rules.import("fifo").failure == message::import_irregular));
    BOOST_TEST((rules.import("d").failure == message::file_is_folder));
    BOOST_TEST((rules.import("missing.rules").failure == message::file_not_found));
}

BOOST_AUTO_TEST_CASE(rules_from_a_pipe_import_nothing) {
    const folder here;
    here.write("a.rules", "a");
    int ends[2] = {-1, -1};
    BOOST_REQUIRE(::pipe(ends) == 0);
    ::close(ends[1]);
    file_provider provider(ends[0]);
    const auto root = provider.open_root("-");
    BOOST_TEST((root.failure == message::none));
    BOOST_TEST((provider.open_import("a.rules", root.identity, root.identity).failure == message::import_from_pipe));
    ::close(ends[0]);
}

BOOST_AUTO_TEST_CASE(the_embedded_rule_base_imports_its_own_files_only) {
    file_provider provider(-1);
    const auto root = provider.open_root(std::string(embedded_rules_name));
    BOOST_TEST((root.failure == message::none));
    BOOST_TEST(!root.bytes.empty());
    const auto facts = provider.open_import("facts.rules", root.identity, root.identity);
    BOOST_TEST(facts.name == "builtin:facts.rules");
    BOOST_TEST(!facts.bytes.empty());
    BOOST_TEST((provider.open_import("../../etc/passwd", root.identity, root.identity).failure == message::import_not_embedded));
}

BOOST_AUTO_TEST_SUITE_END()
