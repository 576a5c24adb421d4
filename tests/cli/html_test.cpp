#include "render/diagram.hpp"
#include "render/html.hpp"
#include "render/markup.hpp"
#include "render/page_style.hpp"

#include "markup_support.hpp"
#include "pages_support.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace advise;
using namespace advise::cli;
using namespace advise::cli::testing;
using grammar::language;

namespace {

document sample() {
    document page;
    page.put(title("Advice"));
    block& group = page.put(heading("Fits"));
    group.put(row(phrase("Infra", tone::strong), "3 points")).inside.back().put(item(sign::yes, "Systems.", phrase("book", tone::faint), "+3"))
        .put(item(sign::open, "All of these — open")).inside.back().put(item(sign::no, "Parallelism")).put(paragraph("why"));
    page.put(heading("Next")).put(table({{}, {phrase("advise me.txt", tone::code), "the reasons"}}));
    page.put(table({{{}, "A", "B"}, {"x", "1", "2"}}));
    return page;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++found;
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(a_page_is_well_formed_and_says_its_language_and_direction) {
    const std::string en = render_html(sample(), language::en), fa = render_html(sample(), language::fa);
    BOOST_TEST(malformed(en) == "");
    BOOST_TEST(malformed(fa) == "");
    BOOST_TEST(contains(en, "<html lang=\"en\" dir=\"ltr\">"));
    BOOST_TEST(contains(fa, "<html lang=\"fa\" dir=\"rtl\">"));
    BOOST_TEST(contains(en, "<title>Advice</title>"));
    BOOST_TEST(count_of(en, "<h1>") == 1U);
    BOOST_TEST(contains(en, "<h2 class=\"line\" id=\"part-1\">"));
    BOOST_TEST(contains(en, "<h3 class=\"line\">"));
}

BOOST_AUTO_TEST_CASE(a_page_loads_nothing_and_runs_nothing) {
    const std::string page = render_html(sample(), language::en);
    BOOST_TEST(contains(page, "content=\"default-src 'none'; style-src 'sha256-"));
    for (const char* part : {"<script", "src=", "href=\"http", "<link", "url(", "@import", "style=\""}) BOOST_TEST(!contains(page, part), part);
    BOOST_TEST(page_style().find_first_of("<&") == std::string_view::npos);
}

BOOST_AUTO_TEST_CASE(what_has_items_inside_folds_and_is_marked_for_ears) {
    const std::string page = render_html(sample(), language::en);
    BOOST_TEST(contains(page, "<details open=\"open\"><summary>"));
    BOOST_TEST(contains(page, "<span class=\"sign no\" aria-hidden=\"true\">✗</span>"));
    BOOST_TEST(contains(page, "<span class=\"sign\"><bdi dir=\"ltr\">+3</bdi></span>") == false);
    BOOST_TEST(contains(page, "<span class=\"sign yes\"><bdi dir=\"ltr\">+3</bdi></span>"));
    BOOST_TEST(contains(page, "<a class=\"skip\" href=\"#main\">"));
    BOOST_TEST(contains(page, "<th scope=\"col\">"));
    BOOST_TEST(contains(page, "<dt><code dir=\"ltr\">advise me.txt</code></dt>"));
}

BOOST_AUTO_TEST_CASE(only_the_outer_levels_stand_open) {
    document page;
    block* at = &page.put(item(sign::yes, "0"));
    for (int depth = 1; depth < 5; ++depth) {
        at->put(item(sign::yes, std::to_string(depth)));
        at = &at->inside.back();
    }
    const std::string text = render_html(page, language::en);
    BOOST_TEST(count_of(text, "<details open=\"open\">") == open_levels);
    BOOST_TEST(count_of(text, "<details>") == 4U - open_levels);
}

BOOST_AUTO_TEST_CASE(words_of_the_other_direction_and_signed_numbers_are_isolated) {
    BOOST_TEST(markup_isolated("یادگیری ML است", language::fa) == "یادگیری <bdi>ML</bdi> است");
    BOOST_TEST(markup_isolated("the role مهندس is", language::en) == "the role <bdi>مهندس</bdi> is");
    BOOST_TEST(markup_isolated("از −۱ تا ۸", language::fa) == "از <bdi dir=\"ltr\">−۱</bdi> تا ۸");
    BOOST_TEST(markup_isolated("3 + 4 and −1", language::en) == "3 + 4 and −1");
    BOOST_TEST(markup("a<b>\"c\" & 'd'") == "a&lt;b&gt;&quot;c&quot; &amp; &#39;d&#39;");
    BOOST_TEST(!contains(markup_isolated("\u202Ex\u2066y\u2069", language::fa), "\u202E"));
}

BOOST_AUTO_TEST_CASE(no_hostile_text_is_markup) {
    for (const std::string& text : hostile_texts()) {
        for (const language in : {language::en, language::fa}) {
            document page;
            page.put(title(text));
            page.put(heading(text)).put(row(phrase(text, tone::strong), text)).inside.back().put(item(sign::yes, phrase(text, tone::code), text, text));
            page.put(table({{text, text}, {phrase(text, tone::faint), text}}));
            page.put(paragraph(text, text));
            page.put(heading(text)).put(table({{}, {text, text}}));
            auto drawn = std::make_shared<diagram>();
            drawn->title = drawn->description = drawn->note = text;
            drawn->nodes = {{text, text, node_shape::fact, drawn_truth::yes, true}, {text, text, node_shape::gate, drawn_truth::no, false}};
            drawn->edges = {{0, 1, text, true}};
            page.put(drawing(drawn));
            const std::string out = render_html(page, in);
            BOOST_TEST(malformed(out) == "", text << ": " << malformed(out));
            for (const char* part : {"<img", "<script", "<details open ", "<svg/", "href=\"https"}) BOOST_TEST(!contains(out, part), part);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
