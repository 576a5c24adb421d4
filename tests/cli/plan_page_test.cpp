#include "pages_support.hpp"

#include "render/plan_page.hpp"
#include "render/plan_path.hpp"

using namespace advise;
using namespace advise::cli;
using cli::testing::contains;
using cli::testing::reader_of;
using grammar::language;

namespace {

constexpr const char* rules = R"(fact a: level
    label "Alpha \"one\" <b>"
    label fa "آلفا"
    effort 3 weeks
fact b: yes/no
    effort 2.5 weeks
    after a >= beginner
fact mood: yes/no
concept half
    when a >= intermediate
role r "The role"
    label fa "نقش"
    when half and b and mood
role never
    when mood and not mood
)";

engine::plan plan_for(const reader_of& r, std::string_view role) {
    const engine::program code(*r.rules);
    return engine::cheapest_plan(code, r.person, r.rules->names.conclusion(role));
}

std::string page(const reader_of& r, std::string_view role, language in = language::en) {
    return render_text(plan_page(*r.rules, r.person, plan_for(r, role), r.profile, in, {"me.txt", {}}), {false, false, 80}, in);
}

plan_path path(const reader_of& r, language in) {
    const engine::plan plan = plan_for(r, "r");
    return path_of(r.speak(in), plan.role, plan.best);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(plan_pages)

BOOST_AUTO_TEST_CASE(steps_say_from_where_to_where_what_they_cost_and_open) {
    const std::string text = page(reader_of(rules, ""), "r");
    BOOST_TEST(contains(text, "8.5 weeks in all"));
    BOOST_TEST(contains(text, "from none to intermediate"));
    BOOST_TEST(contains(text, "Opens half."));
    BOOST_TEST(contains(text, "from no to yes"));
    BOOST_TEST(contains(text, "2.5 weeks"));
    BOOST_TEST(contains(text, "Mood: yes"));
}

BOOST_AUTO_TEST_CASE(persian_pages_have_persian_digits_and_names) {
    const std::string text = page(reader_of(rules, ""), "r", language::fa);
    BOOST_TEST(contains(text, "۸٫۵ هفته"));
    BOOST_TEST(contains(text, "آلفا"));
}

BOOST_AUTO_TEST_CASE(where_there_is_no_way_the_page_says_what_stands_in_it) {
    BOOST_TEST(contains(page(reader_of(rules, "mood: no\n"), "r"), "Mood"));
    BOOST_TEST(contains(page(reader_of(rules, "mood: no\n"), "r"), "line 1"));
    BOOST_TEST(contains(page(reader_of(rules, ""), "never"), "the rules leave none"));
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_way_says_what_is_needed) {
    constexpr const char* serious = "fact practice: number 0..30 hours per week\nfact mood: one of (good, fair, bad)\nfact ear: level\n"
                                    "role r\n    when practice >= 5 and mood is not bad and ear >= intermediate\n"
                                    "role s\n    when practice > 2 and practice < 4\n";
    const std::string text = page(reader_of(serious, "practice: 4 hours per week\nmood: bad\near: none\n"), "r");
    BOOST_TEST(contains(text, "needed: at least 5 hours per week"), text);
    BOOST_TEST(contains(text, "needed: good or fair"), text);
    BOOST_TEST(contains(page(reader_of(serious, "practice: 4 hours per week\n"), "s"), "needed: more than 2 hours per week and less than 4 hours per week"));
}

BOOST_AUTO_TEST_CASE(a_path_says_which_step_opens_which) {
    const plan_path made = path(reader_of(rules, ""), language::en);
    BOOST_REQUIRE(made.nodes.size() == 5U);     // mood, a, b, half, the role
    BOOST_TEST((made.nodes[0].kind == path_kind::assumption));
    BOOST_TEST((made.nodes.back().kind == path_kind::goal));
    using edge = std::pair<std::size_t, std::size_t>;
    BOOST_TEST((made.edges == std::vector<edge>{{1, 2}, {1, 3}, {0, 4}, {2, 4}}));
}

BOOST_AUTO_TEST_CASE(pictures_escape_what_their_formats_would_read) {
    const plan_path made = path(reader_of(rules, ""), language::en);
    BOOST_TEST(contains(path_as_dot(made, language::en), R"(Alpha \"one\" <b>)"));
    BOOST_TEST(contains(path_as_mermaid(made), "Alpha #quot;one#quot; #lt;b#gt;"));
    const plan_path persian = path(reader_of(rules, ""), language::fa);
    BOOST_TEST(contains(path_as_dot(persian, language::fa), "rankdir=RL"));
    BOOST_TEST(contains(path_as_mermaid(persian), "آلفا"));
}

BOOST_AUTO_TEST_SUITE_END()
