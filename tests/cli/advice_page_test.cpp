#include "pages_support.hpp"

#include "render/advice_page.hpp"

using namespace advise;
using namespace advise::cli;
using cli::testing::contains;
using cli::testing::reader_of;
using grammar::language;

namespace {

constexpr const char* rules = R"(ruleset "Two roles"
source book "A Book"
    url "https://example.org/book"
scale level: none < beginner < intermediate < advanced < expert
    label fa advanced "پیشرفته"
    label fa none "هیچ"
fact parallelism: level
    label fa "موازی‌سازی"
fact machine learning: level
    label "Machine learning"
    ask "How much do you know of it?"
    label fa "یادگیری ماشین"
fact on-call: yes/no
fact degree: one of (none, master)
role infra "Infrastructure engineer"
    label fa "مهندس زیرساخت"
    when parallelism >= advanced
        because "Teams value it."
        because fa "تیم‌ها به آن بها می‌دهند."
        cites book "paragraph 2"
    unless on-call is no
        because "Machines fail at night."
    +3 parallelism >= intermediate
        because "It is hard to learn."
    +2 machine learning >= intermediate
role hardware engineer
    requires machine learning >= advanced
        because "Processors are built for models."
        cites book "paragraph 5"
)";

std::string page(const reader_of& r, language in = language::en, unsigned width = 80, const invocation& call = {"me.txt", {}}) {
    return render_text(advice_page(*r.rules, r.person, r.advice(), r.profile, in, call), {false, false, width}, in);
}

std::string page(const std::string& profile, language in = language::en) { return page(reader_of(rules, profile), in); }

}  // namespace

BOOST_AUTO_TEST_SUITE(advice_of_a_profile)

BOOST_AUTO_TEST_CASE(the_whole_page_reads_so) {
    BOOST_TEST(page("name: Sara\nparallelism: advanced\non-call\nmachine learning: none\n") ==
        "Advice for Sara · Two roles\n"
        "\n"
        "Fits\n"
        "  Infrastructure engineer                                               3 points\n"
        "     + Teams value it.\n"
        "       Parallelism: advanced (line 2)                          book, paragraph 2\n"
        "    +3 It is hard to learn.\n"
        "\n"
        "Does not fit\n"
        "  Hardware engineer\n"
        "    ✗ Needs machine learning from advanced; your profile says none (line 4).\n"
        "      Processors are built for models.                         book, paragraph 5\n"
        "\n"
        "Sources\n"
        "  book: A Book\n"
        "\n"
        "Next\n"
        "  advise explain infra me.txt                the whole reasoning\n"
        "  advise explain 'hardware engineer' me.txt  what stands in the way\n");
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_open_and_never_no) {
    const std::string out = page("parallelism: advanced\n");
    BOOST_TEST(contains(out, "May fit\n  Infrastructure engineer"));
    BOOST_TEST(contains(out, "3 to 5 points"));
    BOOST_TEST(contains(out, "? Could be ruled out by on-call: no; it is not in your profile."));
    BOOST_TEST(contains(out, "? Needs machine learning from advanced; it is not in your profile."));
    BOOST_TEST(!contains(out, "Does not fit"));
    BOOST_TEST(!contains(out, "says no"));
}

BOOST_AUTO_TEST_CASE(an_empty_profile_is_told_calmly) {
    const std::string out = page("");
    BOOST_TEST(contains(out, "Your profile says nothing yet"));
    BOOST_TEST(!contains(out, "Fits\n"));
}

BOOST_AUTO_TEST_CASE(what_rules_out_is_said_with_its_line) {
    const std::string out = page("parallelism: expert\n\non-call: no\nmachine learning: none\n");
    BOOST_TEST(contains(out, "✗ Ruled out by on-call: no; your profile says no (line 3). Machines fail at\n"));
    BOOST_TEST(contains(out, "Nothing fits what your profile says"));
}

BOOST_AUTO_TEST_CASE(notes_names_and_titles_of_users_cannot_command_the_terminal) {
    reader_of r(rules, "name: Sara\n");
    r.profile.name = "S\x1b[2Jara";
    r.profile.notes = {"bell \a"};
    const std::string out = page(r);
    BOOST_TEST(!contains(out, "\x1b"));
    BOOST_TEST(!contains(out, "\a"));
}

BOOST_AUTO_TEST_CASE(an_inexact_verdict_says_so) {
    const reader_of r(rules, "parallelism: advanced\n");
    engine::advice answer = r.advice();
    answer.roles.front().exact = false;
    const std::string out = render_text(advice_page(*r.rules, r.person, answer, r.profile, language::en), {}, language::en);
    BOOST_TEST(contains(out, "? Not settled: deciding this exactly takes more work than the limit allows."));
}

BOOST_AUTO_TEST_CASE(a_role_that_fits_in_every_case_says_on_what_it_does_not_depend) {
    const reader_of r("fact a: yes/no\nfact b: yes/no\nrole r\n    when a\n    when not a\n", "b\n");
    BOOST_TEST(contains(page(r), "+ It fits whatever the answer about a is."));
}

BOOST_AUTO_TEST_CASE(options_are_repeated_in_what_is_proposed) {
    const std::string out = page(reader_of(rules, "parallelism: advanced\n"), language::en, 100, {"my profile.txt", {"--rules", "a.rules"}});
    BOOST_TEST(contains(out, "advise explain infra 'my profile.txt' --rules a.rules"));
    BOOST_TEST(!contains(page(reader_of(rules, ""), language::en, 80, {"-", {}}), "advise explain"));
}

BOOST_AUTO_TEST_CASE(an_empty_profile_is_proposed_in_the_language_of_the_page) {
    const reader_of r(rules, "موازی‌سازی: پیشرفته\n");
    BOOST_TEST(contains(page(r, language::fa, 80, {"-", {}}), "advise ask --blank --lang fa > new.txt\n"));
    BOOST_TEST(contains(page(r, language::fa, 80, {"-", {"--lang", "fa"}}), "    advise ask --blank --lang fa > new.txt\n"));
    BOOST_TEST(contains(page(r, language::en, 80, {"me.txt", {}}), "  advise ask me.txt"));
    BOOST_TEST(contains(page(r, language::en, 80, {"-", {}}), "  advise ask --blank > new.txt"));
}

BOOST_AUTO_TEST_CASE(one_sign_too_many_is_shown_and_not_counted) {
    const auto shown = [](int signs) {
        std::string rules = "fact a: yes/no\nrole r\n    when a\n";
        for (int i = 0; i < signs; ++i) rules += "    +1 a" + std::to_string(i) + "\n";
        std::string profile = "a\n";
        for (int i = 0; i < signs; ++i) profile += "a" + std::to_string(i) + "\n";
        return page(reader_of(rules, profile));
    };
    BOOST_TEST(contains(shown(3), "+1 A2 from beginner."), shown(3));
    BOOST_TEST(!contains(shown(3), "urther signs"));
    BOOST_TEST(contains(shown(4), "+2 Further signs"), shown(4));
    BOOST_TEST(!contains(shown(4), "A2 "));
}

BOOST_AUTO_TEST_CASE(one_open_fact_is_no_list) {
    const reader_of r("fact a: yes/no\nfact b: yes/no\nrole r\n    when a and b\n", "a\n");
    BOOST_TEST(contains(page(r, language::fa), "r"));
    BOOST_TEST(!contains(page(r, language::fa), "این‌ها"));
}

BOOST_AUTO_TEST_CASE(a_role_without_evidence_has_no_points_to_tell) {
    const std::string out = page(reader_of("fact a: yes/no\nrole r\n    when a\nrole s\n    when a\n    +2 a\n", "a\n"));
    BOOST_TEST(contains(out, "  R\n"));
    BOOST_TEST(contains(out, "2 points\n"));
    BOOST_TEST(!contains(out, "no points"));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told_on_the_nearest_way) {
    const std::string needs = "fact a: level\nfact b: level\nfact c: yes/no\nfact d: yes/no\nconcept both\n    when a >= advanced and b >= advanced\n    unless d\n"
                                   "role r\n    requires both\n    requires at least 2 of (a >= expert, b >= expert, c)\n";
    const std::string out = page(reader_of(needs, "a: advanced\nb: beginner\nc: no\nd: yes\n"));
    BOOST_TEST(contains(out, "Missing: b from advanced (beginner, line 2) · In the way: d (yes, line 4)"));
    BOOST_TEST(contains(out, "Missing: a from expert (advanced, line 1) and c (no, line 3)"));
    BOOST_TEST(contains(page(reader_of(needs, "a: advanced\notherwise: no\n")), "Not in your profile, so it counts as no: b from advanced"));
}

BOOST_AUTO_TEST_CASE(in_persian) {
    const std::string out = page("نام: سارا\nموازی‌سازی: پیشرفته\non-call: بله\nیادگیری ماشین: هیچ\n", language::fa);
    BOOST_TEST(contains(out, "پیشنهاد برای سارا\n"));
    BOOST_TEST(contains(out, "  مهندس زیرساخت — ۳ امتیاز\n"));
    BOOST_TEST(contains(out, "تیم‌ها به آن بها می‌دهند.\n"));
    BOOST_TEST(contains(out, "موازی‌سازی: پیشرفته (سطر ۲) — کتاب، بند ۲\n"));
    BOOST_TEST(contains(out, "در پروفایل شما «هیچ»"));
    BOOST_TEST(!contains(out, "\u2068"));
}

BOOST_AUTO_TEST_CASE(a_rule_base_without_roles_says_so) {
    BOOST_TEST(contains(page(reader_of("fact a: yes/no\nconcept c\n    when a\nconcept d\n    when c\n", "a\n")), "These rules name no role to advise."));
}

/// A command to copy stands on one line, however long it is.
bool is_command(std::string_view line) { return line.starts_with("    advise "); }

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_the_page_but_a_command) {
    const reader_of r(rules, "name: Sara\nparallelism: advanced\nmachine learning: none\n");
    for (const unsigned width : {20U, 40U, 60U, 80U}) {
        const std::string out = page(r, language::en, width);
        for (std::size_t at = 0; at < out.size();) {
            const std::size_t end = out.find('\n', at);
            const std::string_view line = std::string_view(out).substr(at, end - at);
            BOOST_TEST((is_command(line) || grammar::display_width(line) <= width), line);
            at = end + 1;
        }
    }
}

BOOST_AUTO_TEST_CASE(of_thousands_of_facts_the_first_are_named_and_the_rest_counted) {
    std::string wide = "role r\n    when m\n";
    for (int i = 0; i < 3000; ++i) wide += "    +" + std::to_string(i % 7 + 1) + " f" + std::to_string(i) + "\n";
    const std::string got = page(reader_of(wide, ""), language::en, 200);
    BOOST_TEST(contains(got, "f6, f13, f20, f27 and 2996 more"), got);
}

BOOST_AUTO_TEST_SUITE_END()
