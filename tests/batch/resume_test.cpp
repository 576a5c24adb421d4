// `advise batch --resume`: when it goes on, and when it refuses to.
#include "cli/in_process.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

using namespace advise::cli::testing;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view rules = "fact a: level\nrole r\n    when a >= beginner\n";

std::string people(int from, int to) {
    std::string all;
    for (int i = from; i != to; ++i) all += "{\"id\":" + std::to_string(i) + ",\"a\":" + std::to_string(i % 7) + "}\n";  // 5 and 6 are refused
    return all;
}

outcome resume(const std::vector<std::string>& more = {}, const std::string& input = "in") {
    std::vector<std::string> all{"batch", "--rules", "b.rules", "--resume", "-o", "out", input};
    all.insert(all.end(), more.begin(), more.end());
    return run_program(all);
}

std::string unbroken() { return run_program({"batch", "--rules", "b.rules", "in"}).out; }

}  // namespace

BOOST_AUTO_TEST_SUITE(resuming)

BOOST_AUTO_TEST_CASE(a_finished_run_has_nothing_left_and_a_longer_input_goes_on) {
    const folder here;
    here.write("b.rules", rules);
    here.write("in", people(0, 100));
    BOOST_TEST(resume().code == 3);
    BOOST_TEST(here.read("out") == unbroken());
    const std::string progress = here.read("out.progress");
    const outcome again = resume();
    BOOST_TEST(again.code == 3);
    BOOST_TEST(has(again.err, "nothing left to do"), again.err);
    BOOST_TEST(has(again.err, "100 records, 28 refused"));
    here.write("out", unbroken() + "{\"id\":100,\"adv");        // what somebody wrote behind it goes, as after a broken run
    BOOST_TEST(!has(resume().err, "nothing left to do"));
    BOOST_TEST(here.read("out") == unbroken());
    BOOST_TEST(here.read("out.progress") == progress);
    here.write("in", people(0, 250));
    const outcome longer = resume();
    BOOST_TEST(here.read("out") == unbroken());
    BOOST_TEST(has(longer.err, "250 records, 70 refused"));
    BOOST_TEST(has(longer.err, "in:104:"));  // lines are counted on
}

BOOST_AUTO_TEST_CASE(what_a_killed_run_wrote_after_its_last_note_is_written_anew) {
    const folder here;
    here.write("b.rules", rules);
    here.write("in", people(0, 100));
    resume();
    const std::string whole = unbroken();
    here.write("in", people(0, 200));
    here.write("out", whole + "{\"id\":100,\"adv");
    BOOST_TEST(resume().code == 3);
    BOOST_TEST(here.read("out") == unbroken());
}

BOOST_AUTO_TEST_CASE(csv_goes_on_behind_its_header) {
    const folder here;
    here.write("b.rules", rules);
    here.write("in.csv", "id,a\n1,2\n2,3\n");
    BOOST_TEST(resume({}, "in.csv").code == 0);
    here.write("in.csv", "id,a\n1,2\n2,3\n3,9\n4,1\n");
    BOOST_TEST(has(resume({}, "in.csv").err, "in.csv:4:3: error"));
    BOOST_TEST(here.read("out") == run_program({"batch", "--rules", "b.rules", "in.csv"}).out);
    here.write("in.csv", "id,b\n1,2\n2,3\n3,9\n4,1\n");
    BOOST_TEST(resume({}, "in.csv").code == 2);
}

BOOST_AUTO_TEST_CASE(other_rules_options_input_or_output_are_refused) {
    const folder here;
    const auto refuses = [&](std::string_view why, const std::vector<std::string>& more = {}) {
        const std::string before = here.read("out"), progress = here.read("out.progress");
        const outcome got = resume(more);
        BOOST_TEST(got.code == 2);
        BOOST_TEST(has(got.err, why), got.err);
        BOOST_TEST((here.read("out") == before && here.read("out.progress") == progress));
    };
    here.write("b.rules", rules);
    here.write("in", people(0, 100));
    here.write("out", "something\n");
    refuses("no 'out.progress'");
    fs::remove(here.path() / "out");
    resume();
    refuses("other options", {"--closed"});
    refuses("other options", {"--output", "roles"});
    refuses("other options", {"--strict"});
    here.write("b.rules", std::string(rules) + "\n");
    refuses("other rules");
    here.write("b.rules", rules);
    here.write("in", people(1, 101));
    refuses("no longer what it was");
    here.write("in", people(0, 50));
    refuses("no longer what it was");
    here.write("in", people(0, 100));
    const std::string out = here.read("out");
    here.write("out", out.substr(0, out.size() - 1));
    refuses("no longer as the broken run left it");
    std::string altered = out;
    altered[10] = altered[10] == '9' ? '8' : '9';
    here.write("out", altered);
    refuses("no longer as the broken run left it");
    here.write("out", out);
    const std::string progress = here.read("out.progress");
    here.write("out.progress", "{}");
    refuses("does not say how far");
    here.write("out.progress", progress);
    BOOST_TEST(resume().code == 3);
}

BOOST_AUTO_TEST_SUITE_END()
