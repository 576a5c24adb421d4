// Rules given as a profile, and a profile given as rules, are seen for what they are; everything else is left alone.
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/file_kind.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::grammar;

namespace {

std::string line_in(std::string text, std::optional<span> (*kind)(const source&)) {
    diagnostics found;
    bool usable = true;
    const auto file = read_source("t", std::move(text), 0, found, usable);
    const auto where = kind(*file);
    return where ? std::string(file->text(*where)) : std::string("-");
}
std::string rules(std::string text) { return line_in(std::move(text), rules_in); }
std::string profile(std::string text) { return line_in(std::move(text), profile_in); }

}  // namespace

BOOST_AUTO_TEST_SUITE(file_kind)

BOOST_AUTO_TEST_CASE(rules_begin_with_keywords_or_have_arrows) {
    BOOST_TEST(rules("# mine\n\nfact sql: level\nrole analyst\n  when sql\n  because \"x\"\n") == "fact sql: level");
    BOOST_TEST(rules("a and b -> c\n") == "a and b -> c");
    BOOST_TEST(rules("python: advanced\na -> c\nd → e\n") == "a -> c");
    BOOST_TEST(rules("python: advanced\na -> c\n") == "-");
    BOOST_TEST(rules("name: Sara\npython\n\"3d printing\": yes\n") == "-");
    BOOST_TEST(rules("test: yes\nlabel: no\nsource: unknown\n") == "-");
    BOOST_TEST(rules("") == "-");
    BOOST_TEST(rules("{\"fact sql\": true}") == "-");
}

BOOST_AUTO_TEST_CASE(profiles_are_keys_with_values_and_have_no_line_of_rules) {
    BOOST_TEST(profile("# me\nname: Sara\npython: advanced\nenjoys teaching\n") == "name: Sara");
    BOOST_TEST(profile("نام: سارا\nموازی‌سازی: پیشرفته\n") == "نام: سارا");
    BOOST_TEST(profile("\"3d printing\": yes\n") == "\"3d printing\": yes");
    BOOST_TEST(profile("{\"python\": 3}\n") == "{\"python\": 3}");
    BOOST_TEST(profile("python: advanced\nrole infra\n") == "-");
    BOOST_TEST(profile("python: yes -> x\n") == "-");
    BOOST_TEST(profile("what is this\nand this\n") == "-");
    BOOST_TEST(profile("# nothing\n") == "-");
}

BOOST_AUTO_TEST_SUITE_END()
