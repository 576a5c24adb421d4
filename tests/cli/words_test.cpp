#include "pages_support.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace advise;
using namespace advise::cli;
using cli::testing::reader_of;
using grammar::language;

namespace {

constexpr const char* facts = R"(
scale feeling: avoids < accepts < enjoys
    label fa enjoys "علاقه‌مند"
scale level: none < beginner < intermediate < advanced < expert
    label fa advanced "پیشرفته"
    label fa none "هیچ"
fact machine learning: level
    label "Machine learning"
    ask "How much do you know of it?"
    label fa "یادگیری ماشین"
fact parallelism: level
fact c++: level
    label "C++"
fact Python: level
    label "Python"
fact gpu programming: level
    label "GPU programming"
fact teaching: feeling
    label fa "تدریس"
fact open-source work: yes/no
fact years of experience: number 0..60 years
    label fa "سال‌های تجربه"
fact talks: number 0..1000
fact degree: one of (none, bachelor, master)
    label master "a master's degree"
fact tongues: any of (english, persian, german)
concept great engineer
    label "Great engineer"
    when c++ >= expert
)";

reader_of with(const std::string& condition, const std::string& profile = "") {
    return reader_of(std::string(facts) + "role r\n    when " + condition + "\nrole s\n    when great engineer\n", profile);
}

std::string said(const std::string& condition, language in = language::en) {
    const reader_of r = with(condition);
    return r.speak(in).condition(r.body("r"));
}

std::string known(const std::string& line, const std::string& fact, language in = language::en) {
    const reader_of r = with("c++", "# a comment\n" + line + "\n");
    std::string text = r.speak(in).profile_says(r.fact(fact));
    constexpr std::string_view unbroken = "\u00A0";        // keeps "line 2" on one line
    for (std::size_t at; (at = text.find(unbroken)) != std::string::npos;) text.replace(at, unbroken.size(), " ");
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(conditions_are_said_as_people_say_them) {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"machine learning >= advanced", "machine learning from advanced"},
        {"machine learning", "machine learning from beginner"},
        {"machine learning > beginner", "machine learning from intermediate"},
        {"not machine learning >= advanced", "machine learning below advanced"},
        {"machine learning < beginner", "no machine learning"},
        {"machine learning = none", "no machine learning"},
        {"machine learning is not expert", "machine learning at any level but expert"},
        {"machine learning in (none, expert)", "machine learning at none or expert"},
        {"c++ = expert", "C++ at expert"},
        {"Python >= beginner", "Python from beginner"},
        {"gpu programming", "GPU programming from beginner"},
        {"teaching is enjoys", "teaching at “enjoys”"},
        {"teaching >= accepts", "teaching at “accepts” or above"},
        {"teaching >= enjoys", "teaching at “enjoys”"},
        {"open-source work", "open-source work"},
        {"not open-source work", "open-source work: no"},
        {"open-source work is no", "open-source work: no"},
        {"years of experience >= 5 years", "years of experience: at least 5 years"},
        {"years of experience < 1 year", "years of experience: less than 1 year"},
        {"years of experience in 2..4.5", "years of experience: 2 to 4.5 years"},
        {"talks", "talks: more than 0"},
        {"degree is master", "degree: a master's degree"},
        {"degree in (bachelor, master)", "degree: bachelor or a master's degree"},
        {"tongues includes persian", "tongues: including persian"},
        {"not tongues includes persian", "tongues: without persian"},
        {"great engineer and c++", "“great engineer” and C++ from beginner"},
        {"not great engineer", "not “great engineer”"},
        {"at least 2 of (machine learning, c++, parallelism) >= advanced", "at least 2 of machine learning, C++ and parallelism from advanced"},
        {"machine learning >= advanced and c++ >= advanced", "machine learning and C++ from advanced"},
        {"machine learning >= advanced or c++ >= beginner", "machine learning from advanced or C++ from beginner"},
        {"none of (machine learning, c++) >= advanced", "none of machine learning or C++ from advanced"},
        {"open-source work and (teaching is enjoys or talks >= 3)", "open-source work and (teaching at “enjoys” or talks: at least 3)"},
        {"exactly 1 of (c++, open-source work)", "exactly 1 of C++ from beginner and open-source work"},
    };
    for (const auto& [condition, expected] : cases) BOOST_TEST(said(condition) == expected, condition << "  →  " << said(condition));
}

BOOST_AUTO_TEST_CASE(conditions_in_persian) {
    BOOST_TEST(said("machine learning >= advanced", language::fa) == "یادگیری ماشین در سطح «پیشرفته» یا بالاتر");
    BOOST_TEST(said("teaching is enjoys", language::fa) == "تدریس در حد «علاقه‌مند»");
    BOOST_TEST(said("years of experience >= 5 years", language::fa) == "سال‌های تجربه: دست‌کم ۵ سال");
    BOOST_TEST(said("years of experience in 2..4.5", language::fa) == "سال‌های تجربه: ۲ تا ۴٫۵ سال");
}

BOOST_AUTO_TEST_CASE(what_the_profile_says_has_its_line) {
    BOOST_TEST(known("machine learning: none", "machine learning") == "your profile says none (line 2)");
    BOOST_TEST(known("machine learning: at least beginner", "machine learning") == "your profile says at least beginner (line 2)");
    BOOST_TEST(known("machine learning: at most beginner", "machine learning") == "your profile says none or beginner (line 2)");
    BOOST_TEST(known("teaching: avoids", "teaching") == "your profile says “avoids” (line 2)");
    BOOST_TEST(known("open-source work", "open-source work") == "your profile says yes (line 2)");
    BOOST_TEST(known("years of experience: 1 year", "years of experience") == "your profile says 1 year (line 2)");
    BOOST_TEST(known("years of experience: 3..5", "years of experience") == "your profile says 3 to 5 years (line 2)");
    BOOST_TEST(known("years of experience: > 3", "years of experience") == "your profile says more than 3 years (line 2)");
    BOOST_TEST(known("tongues: english, german", "tongues") == "your profile says “english and german” (line 2)");
    BOOST_TEST(known("tongues: includes english", "tongues") == "your profile says “including english” (line 2)");
    BOOST_TEST(known("degree: unknown", "degree") == "your profile leaves it unknown (line 2)");
    BOOST_TEST(known("machine learning: at least beginner\nmachine learning: at most advanced", "machine learning") ==
               "your profile says beginner to advanced (lines 2 and 3)");
    BOOST_TEST(known("machine learning: none", "machine learning", language::fa) == "در پروفایل شما «هیچ» آمده است (سطر ۲)");
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_profile_is_unknown_and_never_no) {
    BOOST_TEST(known("", "machine learning") == "it is not in your profile");
    BOOST_TEST(known("otherwise: no", "machine learning") == "it is not in your profile, so it counts as no");
    BOOST_TEST(known("otherwise: no", "degree") == "it is not in your profile");      // its option is "none": it has no "no" and stays open
}

BOOST_AUTO_TEST_CASE(points_are_words) {
    const reader_of r = with("c++");
    const auto speak = r.speak();
    BOOST_TEST(speak.points(0) == "no points");
    BOOST_TEST(speak.points(1) == "1 point");
    BOOST_TEST(speak.points(-1) == "−1 point");
    BOOST_TEST(speak.points({3, 5}) == "3 to 5 points");
    BOOST_TEST(speak.points({-2, 3}) == "−2 to 3 points");
    BOOST_TEST(speak.points({4, 4}) == "4 points");
    BOOST_TEST(r.speak(language::fa).points({3, 5}) == "۳ تا ۵ امتیاز");
    BOOST_TEST(speak.signed_points(3) == "+3");
    BOOST_TEST(speak.signed_points(-12) == "−12");
}

BOOST_AUTO_TEST_CASE(shell_words_can_be_typed) {
    BOOST_TEST(shell_word("sara.txt") == "sara.txt");
    BOOST_TEST(shell_word("developer advocate") == "'developer advocate'");
    BOOST_TEST(shell_word("it's") == "'it'\\''s'");
    BOOST_TEST(shell_word("") == "''");
    BOOST_TEST(shell_word("a\x1b[2J").find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(user_text_is_printable) {
    const reader_of r("fact a: yes/no\n    label \"x\"\nrole r\n    when a\n    because \"one\\nline\"\n", "a\n");
    BOOST_TEST(r.speak().reason(r.rules->wording(r.rules->conclusions[0].clauses[0]).reasons).find('\n') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(common_words_of_citations_are_said_in_persian) {
    const reader_of r("source book \"B\"\nsource blog \"C\"\nfact a: yes/no\nrole r\n    when a\n    cites book \"paragraph 3\"\n    cites blog \"note of May\"\n", "");
    const auto& cited = r.rules->wording(r.rules->conclusions[0].clauses[0]).citations;
    BOOST_TEST(r.speak().sources(cited) == "book, paragraph 3; blog, note of May");
    BOOST_TEST(r.speak(language::fa).sources(cited) == "کتاب، بند ۳؛ blog، note of May");
}

BOOST_AUTO_TEST_CASE(names_keep_their_capitals_inside_sentences) {
    const std::string rules = R"(
fact rust: level
    label "Rust"
    ask "How well do you know Rust?"
fact python: yes/no
    label "Python programming"
fact go: yes/no
    label "Go"
    ask "How far would you go with Go?"
fact spark: yes/no
    label "Spark clusters"
    ask "Have you run one?"
fact models: yes/no
    label "Implementing models"
    ask "Do you write them?"
fact testing: yes/no
    label "Testing"
fact site: yes/no
    label "Where you live"
concept senior
    label "Senior: a word: Always"
    when rust
role r
    when rust or python or go or spark or models or testing or site or senior
    +1 rust
        because "Spark is fast. People of Spark like testing."
)";
    const reader_of r(rules, "");
    const auto speak = r.speak();
    const std::pair<const char*, const char*> expected[] = {{"rust", "Rust"}, {"python", "Python programming"}, {"spark", "Spark clusters"}, {"models", "implementing models"},
                                                            {"testing", "testing"}, {"site", "where you live"}, {"go", "Go"}};
    for (const auto& [term, said] : expected) BOOST_TEST(speak.fact(r.fact(term)) == said);
}

BOOST_AUTO_TEST_CASE(labels_have_one_look_where_nothing_is_shown_to_be_a_name) {
    const std::string rules = R"(
fact breath: level
    label "Breath"
fact lift: yes/no
    label "A lift in the house"
fact notes: level
    label "Reading notes"
fact tongue: one of (french, german)
    label french "French"
concept pitch
    label "Pitch and all"
    when breath
role r
    when breath or lift or notes or pitch or tongue is french
role violin
    when breath
role drums "Drums"
    when breath
)";
    const reader_of r(rules, "");
    const auto speak = r.speak();
    BOOST_TEST(speak.fact(r.fact("breath")) == "breath");
    BOOST_TEST(speak.fact(r.fact("lift")) == "a lift in the house");
    BOOST_TEST(speak.fact(r.fact("notes")) == "reading notes");
    BOOST_TEST(speak.condition(r.body("r")) == "breath from beginner, a lift in the house, reading notes from beginner, “pitch and all” or tongue: French");
    std::string roles;
    for (engine::conclusion_id c = 0; c < r.rules->conclusions.size(); ++c)
        if (r.rules->conclusions[c].is_role) roles += speak.conclusion_inside(c) + " ";
    BOOST_TEST(roles == "R Violin Drums ");
    BOOST_TEST(r.speak(language::fa).fact(r.fact("lift")) == "A lift in the house");
}

BOOST_AUTO_TEST_CASE(levels_and_units_are_persian_without_a_word_of_the_rules) {
    const reader_of r("fact a: level\nfact hours: number 0..40 hours per week\nfact money: number euro\nrole r\n    when a >= intermediate and hours > 5 and money >= 20\n", "");
    const std::string text = r.speak(language::fa).condition(r.body("r"));
    for (const char* part : {"«متوسط»", "ساعت در هفته", "یورو"}) BOOST_TEST(cli::testing::contains(text, part), text);
}

BOOST_AUTO_TEST_CASE(one_set_is_named_once) {
    const auto text = [](const std::string& condition) {
        const reader_of r("fact styles: any of (rock, folk, jazz)\nfact b: yes/no\nrole r\n    when " + condition + "\n", "");
        return r.speak().condition(r.body("r"));
    };
    BOOST_TEST(text("any of (styles includes rock, styles includes folk)") == "styles: including rock or folk");
    BOOST_TEST(text("styles includes rock and styles includes folk") == "styles: including rock and folk");
    BOOST_TEST(text("none of (styles includes rock, styles includes folk)") == "styles: without rock or folk");
    BOOST_TEST(text("styles includes rock or b") == "styles: including rock or b");
}

BOOST_AUTO_TEST_SUITE_END()
