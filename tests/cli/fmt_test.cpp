// `advise fmt`: files and folders, what is written and what is not, exit codes.
#include "in_process.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace advise::cli;
using namespace advise::cli::testing;

namespace {

constexpr std::string_view sloppy = "a AND b → c\n", neat = "a and b -> c\n", wrong = "a and -> c\n";

struct stat about(const std::string& path) {
    struct stat found {};
    BOOST_REQUIRE(::lstat(path.c_str(), &found) == 0);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fmt_command)

BOOST_AUTO_TEST_CASE(without_an_option_the_text_goes_to_standard_output) {
    const folder here;
    here.write("a.rules", sloppy);
    const outcome got = run_program({"fmt", "a.rules"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(got.out == neat);
    BOOST_TEST(got.err.empty());
    BOOST_TEST(here.read("a.rules") == sloppy);
    BOOST_TEST(run_program({"fmt", "a.rules", "-o", "b.rules"}).code == 0);
    BOOST_TEST(here.read("b.rules") == neat);
    BOOST_TEST(run_program({"fmt", "a.rules", "-o", "a.rules"}).code == 2);
    BOOST_TEST(here.read("a.rules") == sloppy);
}

BOOST_AUTO_TEST_CASE(standard_input_is_rules_or_a_profile_by_what_it_says) {
    BOOST_TEST(run_program({"fmt", "-"}, sloppy).out == neat);
    BOOST_TEST(run_program({"fmt", "-"}, "a:b\nc :d\n").out == "a: b\nc: d\n");
    BOOST_TEST(run_program({"fmt", "-"}, "{\"a\":1}").out == "{\n  \"a\": 1\n}\n");
    BOOST_TEST(run_program({"fmt", "-"}, "").out.empty());
    BOOST_TEST(run_program({"fmt", "--check", "-"}, sloppy).code == 1);
    BOOST_TEST(run_program({"fmt", "--check", "-"}, neat).code == 0);
}

BOOST_AUTO_TEST_CASE(a_rule_file_is_one_by_its_name_whatever_its_lines_look_like) {
    const folder here;
    here.write("a.rules", "a: b\n");
    const outcome got = run_program({"fmt", "a.rules"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(got.out.empty());
    BOOST_TEST(has(got.err, "a.rules:1:"));
}

BOOST_AUTO_TEST_CASE(check_names_what_is_not_formatted) {
    const folder here;
    here.write("a.rules", sloppy);
    here.write("b.rules", neat);
    const outcome got = run_program({"fmt", "--check", "a.rules", "b.rules"});
    BOOST_TEST(got.code == 1);
    BOOST_TEST(got.out == "not formatted: a.rules\n'advise fmt --diff' shows what would change, 'advise fmt -w' changes it\n");
    BOOST_TEST(got.err.empty());
    BOOST_TEST(here.read("a.rules") == sloppy);
    BOOST_TEST(run_program({"fmt", "--check", "b.rules"}).out == "formatted already: 1 file\n");
    BOOST_TEST(run_program({"fmt", "--check", "-q", "b.rules"}).out.empty());
    BOOST_TEST(run_program({"fmt", "--check", "-q", "a.rules"}).out == "not formatted: a.rules\n");
    BOOST_TEST(run_program({"fmt", "--check", "-q", "--lang", "fa", "a.rules"}).out == "چیده نیست: a.rules\n");
}

BOOST_AUTO_TEST_CASE(diff_shows_and_changes_nothing) {
    const folder here;
    here.write("a.rules", sloppy);
    const outcome got = run_program({"fmt", "--diff", "a.rules"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(got.out == "--- a.rules\n+++ a.rules\n@@ -1 +1 @@\n-a AND b → c\n+a and b -> c\n");
    BOOST_TEST(run_program({"fmt", "--diff", "--check", "a.rules"}).code == 1);
    BOOST_TEST(here.read("a.rules") == sloppy);
    here.write("a.rules", neat);
    BOOST_TEST(run_program({"fmt", "--diff", "a.rules"}).out.empty());
}

BOOST_AUTO_TEST_CASE(write_changes_what_has_to_change_and_touches_nothing_else) {
    const folder here;
    here.write("a.rules", sloppy);
    here.write("b.rules", neat);
    BOOST_TEST(::chmod("a.rules", 0640) == 0);
    const auto before = about("b.rules"), changed = about("a.rules");
    const outcome got = run_program({"fmt", "-w", "a.rules", "b.rules"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(got.out == "formatted a.rules\n1 file formatted, 1 file needed nothing\n");
    BOOST_TEST(here.read("a.rules") == neat);
    BOOST_TEST((about("a.rules").st_mode & 07777) == 0640U);
    BOOST_TEST(about("a.rules").st_ino != changed.st_ino);
    BOOST_TEST(about("b.rules").st_ino == before.st_ino);
    BOOST_TEST(about("b.rules").st_mtim.tv_nsec == before.st_mtim.tv_nsec);
    BOOST_TEST(here.files() == 2U);
    BOOST_TEST(run_program({"fmt", "--write", "a.rules"}).out == "formatted already: 1 file\n");
    here.write("a.rules", sloppy);
    BOOST_TEST(run_program({"fmt", "-w", "-q", "a.rules"}).out.empty());
    BOOST_TEST(here.read("a.rules") == neat);
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link_to_a_formatted_file) {
    const folder here;
    here.write("sub/real.rules", sloppy);
    fs::create_symlink("sub/real.rules", "link.rules");
    BOOST_TEST(run_program({"fmt", "-w", "link.rules"}).code == 0);
    BOOST_TEST(fs::is_symlink("link.rules"));
    BOOST_TEST(here.read("sub/real.rules") == neat);
}

BOOST_AUTO_TEST_CASE(a_file_with_errors_is_left_alone_and_the_others_are_not) {
    const folder here;
    here.write("a.rules", wrong);
    here.write("b.rules", sloppy);
    const outcome got = run_program({"fmt", "-w", "a.rules", "b.rules", "missing.rules"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(here.read("a.rules") == wrong);
    BOOST_TEST(here.read("b.rules") == neat);
    BOOST_TEST(has(got.err, "--> a.rules:1:"));
    BOOST_TEST(has(got.err, "'a.rules' has errors and was left as it is\n"));
    BOOST_TEST(has(got.err, "error[A4001]: cannot read 'missing.rules'"));
    BOOST_TEST(run_program({"fmt", "a.rules"}).out.empty());
    here.write("c.rules", "a -> b\xFF\nc and -> d\n");
    const outcome both = run_program({"fmt", "c.rules"});
    BOOST_TEST(has(both.err, "c.rules:1:"));
    BOOST_TEST(has(both.err, "c.rules:2:"));
}

BOOST_AUTO_TEST_CASE(a_folder_means_its_rule_files) {
    const folder here;
    here.write("rules/b.rules", sloppy);
    here.write("rules/deep/a.rules", sloppy);
    here.write("rules/.hidden/a.rules", sloppy);
    here.write("rules/notes.txt", "a:b\n");
    here.write("empty/notes.txt", "a:b\n");
    fs::create_directory_symlink("..", "rules/up");
    BOOST_TEST(run_program({"fmt", "--check", "-q", "rules"}).out == "not formatted: rules/b.rules\nnot formatted: rules/deep/a.rules\n");
    const outcome none = run_program({"fmt", "empty"});
    BOOST_TEST(none.code == 2);
    BOOST_TEST(none.err == "error: there is no rule file (*.rules) in the folder 'empty'\n");
    const outcome twice = run_program({"fmt", "-w", "rules", "rules/b.rules"});
    BOOST_TEST(has(twice.out, "2 files formatted, 0 files needed nothing\n"));
}

BOOST_AUTO_TEST_CASE(what_cannot_go_together_is_said) {
    const folder here;
    here.write("a.rules", sloppy);
    for (const std::vector<std::string>& wrong_use : std::vector<std::vector<std::string>>{{"fmt", "-w", "--check", "a.rules"},
                                                                                           {"fmt", "-w", "--diff", "a.rules"},
                                                                                           {"fmt", "-w", "-"},
                                                                                           {"fmt", "-w", "-o", "x", "a.rules"},
                                                                                           {"fmt"}}) {
        const outcome got = run_program(wrong_use, sloppy);
        BOOST_TEST(got.code == 2);
        BOOST_TEST(got.out.empty());
        BOOST_TEST(got.err.starts_with("error: "));
    }
    BOOST_TEST(here.read("a.rules") == sloppy);
}

BOOST_AUTO_TEST_CASE(a_write_that_fails_leaves_the_old_file) {
    const folder here;
    const std::string large = "# " + std::string(4096, 'x') + "\n" + std::string(sloppy);
    here.write("a.rules", large);
    const pid_t child = ::fork();  // the limit holds for a whole process
    if (child == 0) {
        const rlimit small{512, 512};
        if (::setrlimit(RLIMIT_FSIZE, &small) != 0) ::_exit(1);
        ::signal(SIGXFSZ, SIG_IGN);
        const outcome got = run_program({"fmt", "-w", "a.rules"});
        ::_exit(got.code == 2 && has(got.err, "cannot write to a.rules") ? 0 : 2);
    }
    int status = -1;
    BOOST_TEST(::waitpid(child, &status, 0) == child);
    BOOST_TEST((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    BOOST_TEST(here.read("a.rules") == large);
    BOOST_TEST(here.files() == 1U);
}

BOOST_AUTO_TEST_CASE(profiles_are_formatted_in_their_language) {
    const folder here;
    here.write("m.txt", "نام:مریم\nموازی‌سازی :پیشرفته\n");
    BOOST_TEST(run_program({"fmt", "-w", "m.txt"}).out == "چیده شد: m.txt\n");
    BOOST_TEST(here.read("m.txt") == "نام: مریم\nموازی‌سازی: پیشرفته\n");
}

BOOST_AUTO_TEST_SUITE_END()
