#include "html.hpp"

#include "diagram.hpp"
#include "markup.hpp"
#include "page_style.hpp"
#include "svg.hpp"

#include "../catalogue.hpp"
#include "../sha256.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace advise::cli {
namespace {

const char* sign_class(sign mark) {
    switch (mark) {
        case sign::plus: return " plus";
        case sign::minus: return " minus";
        case sign::open: return " open";
        case sign::yes: return " yes";
        case sign::no: return " no";
        case sign::against: return " against";
        case sign::none: break;
    }
    return "";
}

unsigned nibble(char hex) { return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10); }

/// Of a digest in hexadecimal the base64 that a content security policy wants.
std::string base64_of_hex(const std::string& hex) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t at = 0; at < hex.size(); at += 6) {            // three bytes, four letters
        unsigned bits = 0;
        for (std::size_t i = at; i < at + 6; ++i) bits = bits << 4U | (i < hex.size() ? nibble(hex[i]) : 0U);
        const std::size_t used = (std::min<std::size_t>(hex.size() - at, 6) * 4 + 5) / 6;
        for (std::size_t i = 0; i < 4; ++i) out += i < used ? letters[bits >> (18 - 6 * i) & 63U] : '=';
    }
    return out;
}

std::string plain_text(const phrase& words) {
    std::string all;
    for (const stretch& part : words.parts) all += part.text;
    return all;
}

bool is_section(const block& b) { return b.kind == block_kind::heading; }
bool folds(const block& b) {
    return std::any_of(b.inside.begin(), b.inside.end(), [](const block& inner) { return inner.kind == block_kind::item; });
}

class html_writer {
public:
    explicit html_writer(grammar::language in) : in_(in) {}
    std::string write(const document& page);

private:
    void head(const std::string& title);
    void contents(const document& page);
    void blocks(std::span<const block> all, unsigned level, unsigned depth);
    void one(const block& b, unsigned level, unsigned depth, bool rows_head);
    void section(const block& b, unsigned level);
    void item(const block& b, unsigned level, unsigned depth);
    void line_of_item(const block& b);
    void line(std::string_view tag, const block& b);
    void table(const block& b);
    void definitions(const block& b);
    void drawing(const diagram& drawn);
    [[nodiscard]] std::string text_of(const phrase& words) const;
    [[nodiscard]] std::string words_and_right(const block& b) const;
    [[nodiscard]] std::string tell_it(say id) const { return markup(tell(id, in_)); }

    std::string out_;
    grammar::language in_;
    std::string part_;                          // the name of the part at hand
    unsigned sections_ = 0, drawings_ = 0;
};

std::string html_writer::text_of(const phrase& words) const {
    std::string all;
    for (const stretch& part : words.parts) {
        switch (part.meant) {
            case tone::plain: all += markup_isolated(part.text, in_); break;
            case tone::strong: all += "<strong>" + markup_isolated(part.text, in_) + "</strong>"; break;
            case tone::faint: all += "<span class=\"faint\">" + markup_isolated(part.text, in_) + "</span>"; break;
            case tone::code: all += "<code dir=\"ltr\">" + markup(part.text) + "</code>"; break;
        }
    }
    return all;
}

std::string html_writer::words_and_right(const block& b) const {
    std::string all = "<span class=\"words\">" + text_of(b.words) + "</span>";
    if (!b.right.empty()) all += " <span class=\"right\">" + text_of(b.right) + "</span>";
    return all;
}

void html_writer::line(std::string_view tag, const block& b) {
    out_ += fmt::format("<{0} class=\"line\">{1}</{0}>\n", tag, words_and_right(b));
}

void html_writer::head(const std::string& title) {
    const bool rtl = in_ == grammar::language::fa;
    const std::string hash = base64_of_hex(sha256(page_style()));
    out_ = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\"/>\n", rtl ? "fa" : "en", rtl ? "rtl" : "ltr");
    out_ += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\"/>\n", hash);
    out_ += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n";
    out_ += "<title>" + markup(title) + "</title>\n<style>" + std::string(page_style()) + "</style>\n</head>\n";
}

/// Links to the parts, where there are several.
void html_writer::contents(const document& page) {
    if (std::count_if(page.blocks.begin(), page.blocks.end(), is_section) < 2) return;
    out_ += "<nav aria-label=\"" + tell_it(say::page_contents) + "\"><ul>\n";
    unsigned number = 0;
    for (const block& b : page.blocks)
        if (is_section(b)) out_ += fmt::format("<li><a href=\"#part-{}\">{}</a></li>\n", ++number, markup_isolated(plain_text(b.words), in_));
    out_ += "</ul></nav>\n";
}

/// A heading with what stands below it. Only those of the page itself have names: the contents lead to them.
void html_writer::section(const block& b, unsigned level) {
    const unsigned shown = std::min(level, 6U);
    std::string id;
    if (level == 2 && is_section(b)) part_ = id = fmt::format("part-{}", ++sections_);
    out_ += id.empty() ? "<section>\n" : fmt::format("<section aria-labelledby=\"{}\">\n", id);
    out_ += fmt::format("<h{} class=\"line\"{}>{}</h{}>\n", shown, id.empty() ? "" : " id=\"" + id + "\"", words_and_right(b), shown);
    blocks(b.inside, level + 1, 0);
    out_ += "</section>\n";
}

/// The sign is for the eye: the words say the same. A number of points is said.
void html_writer::line_of_item(const block& b) {
    const bool badge = !b.badge.empty();
    out_ += fmt::format("<span class=\"sign{}\"{}>{}</span> ", sign_class(b.mark), badge ? "" : " aria-hidden=\"true\"",
                        badge ? "<bdi dir=\"ltr\">" + markup(b.badge) + "</bdi>" : sign_text(b.mark));
    out_ += "<span class=\"line\">" + words_and_right(b) + "</span>";
}

void html_writer::item(const block& b, unsigned level, unsigned depth) {
    out_ += "<li>";
    if (folds(b)) {
        out_ += fmt::format("<details{}><summary><span class=\"item\">", depth < open_levels ? " open=\"open\"" : "");
        line_of_item(b);
        out_ += "</span></summary>\n";
    } else {
        out_ += "<div class=\"item\">";
        line_of_item(b);
        out_ += "</div>\n";
    }
    if (!b.inside.empty()) {
        out_ += "<div class=\"under\">\n";
        blocks(b.inside, level, depth + 1);
        out_ += "</div>\n";
    }
    out_ += folds(b) ? "</details></li>\n" : "</li>\n";
}

void html_writer::definitions(const block& b) {
    out_ += "<dl>\n";
    for (const auto& cells : b.cells) {
        for (std::size_t c = 0; c < cells.size(); ++c) out_ += fmt::format("<{0}>{1}</{0}>\n", c == 0 ? "dt" : "dd", text_of(cells[c]));
    }
    out_ += "</dl>\n";
}

void html_writer::table(const block& b) {
    if (b.cells.empty()) return;
    if (b.cells.front().empty()) return definitions(b);
    out_ += "<div class=\"scroll\" tabindex=\"0\"";
    if (!part_.empty()) out_ += fmt::format(" role=\"region\" aria-labelledby=\"{}\"", part_);
    out_ += "><table>\n";
    for (std::size_t r = 0; r < b.cells.size(); ++r) {
        out_ += r == 0 ? "<thead><tr>" : "<tr>";
        for (std::size_t c = 0; c < b.cells[r].size(); ++c) {
            const char* tag = r == 0 && !b.cells[r][c].empty() ? "th scope=\"col\"" : c == 0 && r > 0 ? "th scope=\"row\"" : "td";
            out_ += fmt::format("<{}>{}</{}>", tag, text_of(b.cells[r][c]), std::string_view(tag).substr(0, 2));
        }
        out_ += r == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
}

/// In a box of its own that scrolls, by keyboard too. Scripts are forbidden, so where it begins is said by its direction (page_style.cpp).
void html_writer::drawing(const diagram& drawn) {
    const std::string id = fmt::format("drawing-{}", ++drawings_);
    out_ += fmt::format("<figure>\n<div class=\"drawing{}\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n", drawn.ends_first ? " ends-first" : "", markup(drawn.title));
    out_ += svg_drawing(drawn, in_, id) + "</div>\n<figcaption>";
    const bool about_truth = std::any_of(drawn.nodes.begin(), drawn.nodes.end(), [](const diagram_node& n) { return n.truth != drawn_truth::none; });
    if (!drawn.note.empty()) out_ += markup_isolated(drawn.note, in_) + " ";
    if (!drawn.legend.empty()) out_ += markup(drawn.legend);
    else if (about_truth) out_ += tell_it(say::drawn_legend);
    out_ += "</figcaption>\n</figure>\n";
}

void html_writer::one(const block& b, unsigned level, unsigned depth, bool rows_head) {
    switch (b.kind) {
        case block_kind::gap: return;
        case block_kind::item: return item(b, level, depth);
        case block_kind::table: return table(b);
        case block_kind::drawing: return drawing(*b.drawn);
        case block_kind::heading:
        case block_kind::title: return section(b, level);           // the first title stands at the top of the page
        case block_kind::row:
            if (rows_head) return section(b, level);
            return line("p", b);
        case block_kind::paragraph:
            line("p", b);
            blocks(b.inside, level, depth);
    }
}

void html_writer::blocks(std::span<const block> all, unsigned level, unsigned depth) {
    const bool tree = std::any_of(all.begin(), all.end(), [](const block& b) { return b.kind == block_kind::item && folds(b); });
    const bool badges = std::any_of(all.begin(), all.end(), [](const block& b) { return !b.badge.empty(); });
    const std::string list = fmt::format("<ul class=\"items{}{}\">\n", tree ? " tree" : "", badges ? " badges" : "");
    const bool rows_head = rows_are_headings(all);
    bool in_list = false;
    for (const block& b : all) {
        const bool is_item = b.kind == block_kind::item;
        if (is_item != in_list) out_ += is_item ? list : "</ul>\n";
        in_list = is_item;
        one(b, level, depth, rows_head);
    }
    if (in_list) out_ += "</ul>\n";
}

std::string html_writer::write(const document& page) {
    const auto first = std::find_if(page.blocks.begin(), page.blocks.end(), [](const block& b) { return b.kind == block_kind::title; });
    const bool has_title = first != page.blocks.end();
    head(has_title ? plain_text(first->words) : "advise");
    out_ += "<body>\n<a class=\"skip\" href=\"#main\">" + tell_it(say::page_skip) + "</a>\n<header>\n";
    if (has_title) out_ += "<h1>" + text_of(first->words) + "</h1>\n";
    contents(page);
    out_ += "</header>\n<main id=\"main\" tabindex=\"-1\">\n";
    const auto before = static_cast<std::size_t>(first - page.blocks.begin());
    const std::span<const block> all(page.blocks);
    blocks(all.first(before), 2, 0);
    if (has_title) {
        blocks(first->inside, 2, 0);
        blocks(all.subspan(before + 1), 2, 0);
    }
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
}

}  // namespace

std::string render_html(const document& page, grammar::language in) { return html_writer(in).write(page); }

}  // namespace advise::cli
