#include "markdown.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

constexpr std::string_view special = "\\`*_[]<>&|~$";
constexpr std::string_view unbroken_blank = "\u00A0";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
    return text;
}

std::string plain(std::string_view text) { return replaced(grammar::printable(text), unbroken_blank, " "); }

/// What would begin a heading, a list, a quotation or an underline, if the text begins a line.
std::string at_line_start(std::string text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (text.empty()) return text;
    if (std::string_view("#+-=:").find(text[0]) != std::string_view::npos) return "\\" + text;
    if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')')) text.insert(digits, "\\");
    return text;
}

/// A plus at the beginning of a line would be a list.
const char* escaped_sign(sign mark) { return mark == sign::plus ? "\\+" : sign_text(mark); }

class markdown_writer {
public:
    explicit markdown_writer(grammar::language in) : in_(in) {}

    std::string write(const document& page) {
        if (in_ == grammar::language::fa) out_ = "<div dir=\"rtl\">\n\n";
        blocks(page.blocks, 0, 2);
        if (in_ == grammar::language::fa) separate(), out_ += "</div>\n";
        return std::move(out_);
    }

private:
    void blocks(const std::vector<block>& all, std::size_t indent, unsigned level);
    void item(const block& b, std::size_t indent, unsigned level);
    void heading(const block& b, std::size_t indent, unsigned level);
    void table(const block& b, std::size_t indent);
    void row(const std::vector<phrase>& cells, std::size_t columns, std::size_t indent);
    void line(const std::string& text, std::size_t indent) { out_.append(indent, ' ') += text + "\n"; }
    /// An empty line between two blocks that Markdown would take for one.
    void separate() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    static std::string text_of(const phrase& words);
    static std::string with_right(const block& b);

    std::string out_;
    grammar::language in_;
    bool in_list_ = false;                      // the last block was an item
};

/// `**` next to a blank would be stars: the blanks go outside.
std::string strong(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' ');
    if (from == std::string::npos) return text;
    const std::size_t to = text.find_last_not_of(' ') + 1;
    return text.substr(0, from) + "**" + markdown_text(text.substr(from, to - from)) + "**" + text.substr(to);
}

std::string markdown_writer::text_of(const phrase& words) {
    std::string all;
    for (const stretch& part : words.parts) {
        if (part.meant == tone::code) all += markdown_code(part.text);
        else if (part.meant == tone::strong) all += strong(plain(part.text));
        else all += markdown_text(part.text);
    }
    const std::size_t from = std::min(all.find_first_not_of(' '), all.size());
    return all.substr(from, all.find_last_not_of(' ') + 1 - from);
}

std::string markdown_writer::with_right(const block& b) {
    const std::string words = text_of(b.words), right = text_of(b.right);
    return words.empty() || right.empty() ? words + right : words + " — " + right;
}

phrase without_strength(phrase words) {
    for (stretch& part : words.parts)
        if (part.meant == tone::strong) part.meant = tone::plain;
    return words;
}

/// A heading with the number of its level; deeper than six there is none. It is strong by itself.
void markdown_writer::heading(const block& b, std::size_t indent, unsigned level) {
    std::string text = with_right(make(b.kind, without_strength(b.words), b.right));
    separate();
    if (text.ends_with('#')) text.insert(text.find_last_not_of('#') + 1, "\\");     // else the closing marks of a heading
    line(std::string(std::min(level, 6U), '#') + " " + text, indent);
    separate();
}

void markdown_writer::item(const block& b, std::size_t indent, unsigned level) {
    if (!in_list_) separate();
    std::string mark = b.badge.empty() ? escaped_sign(b.mark) : "**" + markdown_text(b.badge) + "**";
    const std::string text = with_right(b);
    line("- " + (mark.empty() ? at_line_start(text) : mark + " " + text), indent);
    in_list_ = true;
    blocks(b.inside, indent + 2, level);
    in_list_ = true;
}

void markdown_writer::row(const std::vector<phrase>& cells, std::size_t columns, std::size_t indent) {
    std::string all = "|";
    for (std::size_t c = 0; c < columns; ++c) {
        std::string text;
        if (c < cells.size())                   // in code too a bar would end the cell
            for (const stretch& part : cells[c].parts)
                text += part.meant == tone::code ? replaced(markdown_code(part.text), "|", "\\|") : text_of(phrase(part.text, part.meant));
        all += " " + text + " |";
    }
    line(all, indent);
}

void markdown_writer::table(const block& b, std::size_t indent) {
    separate();
    if (!b.cells.empty() && b.cells.front().empty()) {      // no head: what is not a table to Markdown
        for (const auto& cells : b.cells) {
            std::string all;
            for (const phrase& cell : cells) all += (all.empty() ? "" : " — ") + text_of(cell);
            if (!cells.empty()) line("- " + at_line_start(all), indent);
        }
        return separate();
    }
    std::size_t columns = 0;
    for (const auto& cells : b.cells) columns = std::max(columns, cells.size());
    for (std::size_t r = 0; r < b.cells.size(); ++r) {
        row(b.cells[r], columns, indent);
        if (r > 0) continue;
        std::string rule = "|";
        for (std::size_t c = 0; c < columns; ++c) rule += " --- |";
        line(rule, indent);
    }
    separate();
}

void markdown_writer::blocks(const std::vector<block>& all, std::size_t indent, unsigned level) {
    const bool rows_head = indent == 0 && rows_are_headings(all);
    for (const block& b : all) {
        if (b.kind == block_kind::item) {
            item(b, indent, level);
            continue;
        }
        in_list_ = false;
        const bool is_heading = b.kind == block_kind::title || b.kind == block_kind::heading || (b.kind == block_kind::row && rows_head);
        const unsigned own = b.kind == block_kind::title ? 1 : level;
        if (b.kind == block_kind::table) table(b, indent);
        else if (is_heading && indent == 0) heading(b, indent, own);
        else if (b.kind != block_kind::gap && b.kind != block_kind::drawing) {
            separate();
            line(at_line_start(with_right(b)), indent);
            separate();
        }
        blocks(b.inside, indent, is_heading ? std::max(own, level) + (b.kind == block_kind::title ? 0 : 1) : level);
        in_list_ = false;
    }
}

}  // namespace

std::string markdown_text(std::string_view text) {
    const std::string all = plain(text);
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const char c = all[i];
        const std::string_view rest = std::string_view(all).substr(i);
        // GitHub links what looks like an address: "://" and "www." are broken by escapes, "@" only by an empty comment
        const bool address = rest.starts_with("://") || (c == '.' && i >= 3 && std::string_view(all).substr(i - 3).starts_with("www"));
        if (special.find(c) != std::string_view::npos || address) out += '\\';
        out += c;
        if (c == '@') out += "<!---->";
    }
    return out;
}

std::string markdown_code(std::string_view text) {
    const std::string all = plain(text);
    std::size_t longest = 0, run = 0;
    for (const char c : all) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
    const std::string fence(longest + 1, '`');
    const bool pad = !all.empty() && (all.front() == '`' || all.back() == '`' || (all.front() == ' ' && all.back() == ' '));
    return all.empty() ? std::string() : fence + (pad ? " " : "") + all + (pad ? " " : "") + fence;
}

std::string render_markdown(const document& page, grammar::language in) { return markdown_writer(in).write(page); }

}  // namespace advise::cli
