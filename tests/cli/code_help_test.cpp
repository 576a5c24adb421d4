// Help for every code, and examples that are what they say.
#include "in_process.hpp"

#include <code_help.hpp>

#include <advise/grammar/messages.hpp>

#include <boost/test/unit_test.hpp>

#include <set>

using namespace advise::cli;
using namespace advise::cli::testing;

namespace {

template <class Visit>
void for_each_entry(Visit visit) {
    for (const auto& group : {syntax_codes(), names_codes(), types_codes(), proofs_codes(), lints_codes(), profile_codes(), files_codes()}) {
        for (const code_entry& entry : group) visit(entry);
    }
}

/// What the program says about an example.
outcome judged(const code_entry& entry, std::string_view text) {
    const folder here;
    here.write("example", text);
    if (entry.kind == example_kind::rules) return run_program({"check", "example"});
    here.write("rules", rules_of_examples());
    return run_program({"--rules", "rules", "example"});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(code_help_pages)

BOOST_AUTO_TEST_CASE(every_code_has_one_entry_and_every_entry_a_code) {
    std::set<std::string> known;
    for_each_entry([&](const code_entry& entry) { BOOST_TEST(known.insert(std::string(entry.code)).second, entry.code << " has two entries"); });
    std::set<std::string> said;
    for (const auto& entry : advise::grammar::message_catalogue()) {
        if (!entry.code.empty()) said.insert(std::string(entry.code));
    }
    for (const std::string& code : said) BOOST_TEST(known.contains(code), code << " has no entry");
    for (const std::string& code : known) BOOST_TEST(said.contains(code), code << " is the code of no message");
}

BOOST_AUTO_TEST_CASE(every_entry_is_complete) {
    for_each_entry([](const code_entry& entry) {
        BOOST_TEST_CONTEXT(entry.code) {
            BOOST_TEST(!entry.why_en.empty());
            BOOST_TEST(!entry.why_fa.empty());
            BOOST_TEST((entry.kind == example_kind::none) == entry.wrong.empty());
            BOOST_TEST(entry.wrong.empty() == entry.right.empty());
        }
    });
}

BOOST_AUTO_TEST_CASE(a_wrong_example_gives_its_code_and_nothing_else) {
    for_each_entry([](const code_entry& entry) {
        if (entry.kind == example_kind::none) return;
        const outcome got = judged(entry, entry.wrong);
        BOOST_TEST_CONTEXT(entry.code << "\n" << got.err) {
            BOOST_TEST(has(got.err, "[" + std::string(entry.code) + "]"));
            std::set<std::string> codes;
            for (std::size_t at = got.err.find("[A"); at != std::string::npos; at = got.err.find("[A", at + 1)) codes.insert(got.err.substr(at, 7));
            BOOST_TEST(codes.size() == 1U);
        }
    });
}

BOOST_AUTO_TEST_CASE(a_right_example_is_right) {
    for_each_entry([](const code_entry& entry) {
        if (entry.kind == example_kind::none) return;
        const outcome got = judged(entry, entry.right);
        BOOST_TEST_CONTEXT(entry.code << "\n" << got.err) {
            BOOST_TEST(got.code == 0);
            BOOST_TEST(got.err.empty());
        }
    });
}

BOOST_AUTO_TEST_CASE(the_page_of_a_code_shows_message_reason_and_examples) {
    const outcome got = run_program({"help", "a1003"});
    BOOST_TEST(got.code == 0);
    BOOST_TEST(has(got.out, "A1003"));
    BOOST_TEST(has(got.out, "no fact or conclusion is named '…'"));
    BOOST_TEST(has(got.out, "\nWrong\n    "));
    BOOST_TEST(has(got.out, "\nRight\n    "));
    BOOST_TEST(run_program({"help", "A9999"}).code == 2);
}

BOOST_AUTO_TEST_SUITE_END()
