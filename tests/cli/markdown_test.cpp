#include "render/markdown.hpp"

#include "markup_support.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace advise;
using namespace advise::cli;
using namespace advise::cli::testing;
using grammar::language;

BOOST_AUTO_TEST_SUITE(markdown)

BOOST_AUTO_TEST_CASE(a_page_becomes_headings_lists_and_tables) {
    document page;
    page.put(title("Advice for Sara"));
    block& group = page.put(heading("Fits"));
    group.put(row(phrase("Infra", tone::strong), "3 points")).inside.back().put(item(sign::yes, "Systems.", phrase("book", tone::faint), "+3"))
        .put(item(sign::open, "All of these — open")).inside.back().put(item(sign::no, "Parallelism")).put(paragraph("why"));
    page.put(table({{{}, "A", "B"}, {"x", "1|2", phrase("a|`b", tone::code)}}));
    page.put(table({{}, {phrase("advise me.txt", tone::code), "the reasons"}}));
    BOOST_TEST(render_markdown(page, language::en) ==
        "# Advice for Sara\n\n## Fits\n\n### Infra — 3 points\n\n"
        "- **+3** Systems. — book\n"
        "- ? All of these — open\n"
        "  - ✗ Parallelism\n"
        "\n  why\n\n"
        "|  | A | B |\n| --- | --- | --- |\n| x | 1\\|2 | ``a\\|`b`` |\n\n"
        "- `advise me.txt` — the reasons\n\n");
}

BOOST_AUTO_TEST_CASE(a_persian_page_runs_from_right_to_left) {
    document page;
    page.put(title("پیشنهاد"));
    BOOST_TEST(render_markdown(page, language::fa) == "<div dir=\"rtl\">\n\n# پیشنهاد\n\n</div>\n");
}

BOOST_AUTO_TEST_CASE(markup_in_texts_is_shown_as_it_is) {
    BOOST_TEST(markdown_text("a*b_c[d]<e>`f`|\\g") == "a\\*b\\_c\\[d\\]\\<e\\>\\`f\\`\\|\\\\g");
    BOOST_TEST(markdown_text("low-level optimisation (from beginner), 3.5!") == "low-level optimisation (from beginner), 3.5!");
    BOOST_TEST(markdown_text("https://x.y www.x.y a@b.c") == "https\\://x.y www\\.x.y a@<!---->b.c");
    BOOST_TEST(markdown_text("&amp; $x$ ~~y~~") == "\\&amp; \\$x\\$ \\~\\~y\\~\\~");
    BOOST_TEST(markdown_text("a\nb") == "a\\\\x0ab");
}

BOOST_AUTO_TEST_CASE(code_is_fenced_with_more_backticks_than_it_holds) {
    BOOST_TEST(markdown_code("advise x") == "`advise x`");
    BOOST_TEST(markdown_code("a`b``c") == "```a`b``c```");
    BOOST_TEST(markdown_code("`x`") == "`` `x` ``");
    BOOST_TEST(markdown_code("") == "");
}

BOOST_AUTO_TEST_CASE(what_would_begin_a_block_does_not) {
    const auto first = [](const char* text) {
        document page;
        page.put(paragraph(text));
        return render_markdown(page, language::en);
    };
    BOOST_TEST(first("# no heading") == "\\# no heading\n\n");
    BOOST_TEST(first("- no item") == "\\- no item\n\n");
    BOOST_TEST(first("+ no item") == "\\+ no item\n\n");
    BOOST_TEST(first("12. no item") == "12\\. no item\n\n");
    BOOST_TEST(first("12) no item") == "12\\) no item\n\n");
    BOOST_TEST(first("=====") == "\\=====\n\n");
    BOOST_TEST(first("> no quotation") == "\\> no quotation\n\n");
    BOOST_TEST(first("    no code") == "no code\n\n");
    document page;
    page.put(heading("Roles for C #"));
    BOOST_TEST(render_markdown(page, language::en) == "## Roles for C \\#\n\n");
}

/// Outside of code, every character that could be markup has a backslash before it.
BOOST_AUTO_TEST_CASE(no_hostile_text_is_markup) {
    for (const std::string& text : hostile_texts()) {
        const std::string out = markdown_text(text);
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (out.compare(i, 8, "<!---->b") == 0 || out.compare(i, 7, "<!---->") == 0) { i += 6; continue; }
            if (out[i] == '\\') { ++i; continue; }
            BOOST_TEST(std::string("`*_[]<>&|~$").find(out[i]) == std::string::npos, out);
        }
        BOOST_TEST(out.find('\n') == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
