#include "pages_support.hpp"

#include "render/explain_page.hpp"

using namespace advise;
using namespace advise::cli;
using cli::testing::contains;
using cli::testing::reader_of;
using grammar::language;

namespace {

constexpr const char* rules = R"(fact a: level
fact b: level
fact c: yes/no
concept both
    when a >= advanced and b >= advanced
        because "Both at once are rare."
role r "The role"
    when both
    when at least 2 of (a, b, c)
    +2 both
    -1 c
role s
    requires a >= advanced
    requires b >= expert
)";

std::string page(const reader_of& r, std::string_view role, language in = language::en, unsigned width = 80, std::optional<unsigned> depth = {}) {
    return render_text(explain_page(*r.rules, r.person, r.advice_on(role), 0, r.profile, in, {depth}), {false, false, width}, in);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explanation_of_a_role)

BOOST_AUTO_TEST_CASE(the_whole_proof_reads_so) {
    const reader_of r(rules, "a: expert\nb: advanced\nc: no\n");
    BOOST_TEST(page(r, "r") ==
        "The role fits: 2 points, of 2 at most.\n"
        "\n"
        "Ways in: any one of them is enough\n"
        "  ✓ Both — holds [1]                                                test.rules:8\n"
        "    ✓ Enough: all of these — holds                                  test.rules:5\n"
        "      Both at once are rare.\n"
        "      ✓ A from advanced — holds: expert (line 1)\n"
        "      ✓ B from advanced — holds: advanced (line 2)\n"
        "  ✓ At least 2 of these 3 — holds                                   test.rules:9\n"
        "    ✓ A from beginner — holds: expert (line 1)\n"
        "    ✓ B from beginner — holds: advanced (line 2)\n"
        "    ✗ C — does not hold: no (line 3)\n"
        "\n"
        "Evidence: it adds or takes points\n"
        "  ✓ +2 for both — holds, see [1] above                             test.rules:10\n"
        "  ✗ −1 for c — does not hold: no (line 3)                          test.rules:11\n");
}

BOOST_AUTO_TEST_CASE(what_is_missing_stands_first) {
    const std::string out = page(reader_of(rules, "a: expert\nb: none\n"), "s");
    BOOST_TEST(contains(out, "S does not fit.\n"));
    BOOST_TEST(out.find("✗ B from expert — does not hold: none (line 2)") < out.find("✓ A from advanced — holds"));
}

BOOST_AUTO_TEST_CASE(an_open_verdict_shows_two_ways_side_by_side) {
    const reader_of r(rules, "a: expert\n");
    const std::string out = page(r, "s");
    BOOST_TEST(contains(out, "Two ways it can turn out, for example\n"));
    BOOST_TEST(contains(out, "     it fits  it does not fit\n"));
    BOOST_TEST(contains(out, "  b  expert   none\n"));
    BOOST_TEST(contains(page(r, "s", language::en, 20), "  it fits\n    b: expert\n"));
    BOOST_TEST(contains(page(r, "s", language::fa), "  مناسب است\n    b: خبره\n"));
}

BOOST_AUTO_TEST_CASE(depth_cuts_with_an_ellipsis) {
    const std::string out = page(reader_of(rules, "a: expert\nb: advanced\nc: no\n"), "r", language::en, 80, 1);
    BOOST_TEST(contains(out, "✓ Both — holds …"));
    BOOST_TEST(!contains(out, "A from advanced"));
    BOOST_TEST(contains(out, "✗ −1 for c — does not hold"));
}

BOOST_AUTO_TEST_CASE(what_only_cases_settle_is_told_as_cases) {
    const std::string out = page(reader_of("fact a: yes/no\nrole r\n    when a\n    when not a\n", ""), "r");
    BOOST_TEST(contains(out, "It fits whatever the answer about a is."));
    BOOST_TEST(contains(out, "Case by case\n"));
    BOOST_TEST(contains(out, "✓ If a: no, it fits\n"));
    BOOST_TEST(contains(out, "✓ If a: yes, it fits\n"));
}

BOOST_AUTO_TEST_CASE(concepts_can_be_explained_too) {
    BOOST_TEST(contains(page(reader_of(rules, "a: expert\nb: advanced\n"), "both"), "“Both” holds.\n"));
    BOOST_TEST(contains(page(reader_of(rules, "a: none\n"), "both"), "“Both” does not hold.\n"));
    const std::string open = page(reader_of(rules, ""), "both");
    BOOST_TEST(contains(open, "“Both” is open: what is known does not settle it.\n"));
    BOOST_TEST(contains(open, "it holds"));
    BOOST_TEST(!contains(open, "fit"));
}

BOOST_AUTO_TEST_SUITE_END()
