// Compiled rules on the command line: what is none, and who works on texts only.
#include "in_process.hpp"

#include <boost/test/unit_test.hpp>

using namespace advise::cli::testing;

BOOST_AUTO_TEST_SUITE(compiled_files)

BOOST_AUTO_TEST_CASE(what_is_called_compiled_and_is_not_is_said_to_be_damaged) {
    const folder here;
    here.write("me.txt", "a: yes\n");
    for (const std::string& bytes :
         {std::string(), std::string(5, '\0'), std::string(4096, '\0'), std::string(4096, '\xA0'), std::string("fact a: yes/no\n")}) {
        here.write("base.advb", bytes);
        const outcome got = run_program({"--rules", "base.advb", "me.txt"});
        BOOST_TEST(got.code == 2);
        BOOST_TEST(has(got.err, "A4030"), got.err);
    }
}

BOOST_AUTO_TEST_CASE(the_checker_of_results_says_that_it_reads_texts) {
    const folder here;
    here.write("base.rules", "fact a: yes/no\nrole r\n    when a\n");
    here.write("me.txt", "a: yes\n");
    BOOST_REQUIRE(run_program({"compile", "--to", "binary", "-o", "base.advb", "base.rules"}).code == 0);
    here.write("r.json", run_program({"--json", "--rules", "base.rules", "me.txt"}).out);
    const outcome got = run_program({"verify", "--rules", "base.advb", "r.json", "me.txt"});
    BOOST_TEST(got.code == 2);
    BOOST_TEST(has(got.err, "A4033"), got.err);
    BOOST_TEST(has(got.err, "name the rule files"), got.err);
    here.write("line.json", run_program({"batch", "--output", "full", "--rules", "base.rules", "-"}, "{\"id\":7,\"a\":true}\n").out);
    here.write("me.json", "{\"id\":7,\"a\":true}");
    BOOST_TEST(!has(run_program({"verify", "--rules", "base.rules", "line.json", "me.json"}).out, "later version"));
}

BOOST_AUTO_TEST_SUITE_END()
