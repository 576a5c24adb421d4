#include "text.hpp"

#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

constexpr std::size_t step = 2;                 // of indentation
constexpr std::size_t least_gap = 2;            // between a text and its right-hand column

const char* sign_colour(sign mark) {
    switch (mark) {
        case sign::plus:
        case sign::yes: return "\x1b[32m";
        case sign::minus:
        case sign::against:
        case sign::no: return "\x1b[31m";
        case sign::open: return "\x1b[33m";
        case sign::none: break;
    }
    return "";
}

class text_writer {
public:
    text_writer(const surface& on, grammar::language in)
        : on_(on), in_(in), width_(std::clamp(on.width, least_width, widest_text)), rtl_(in == grammar::language::fa) {}

    void blocks(const std::vector<block>& all, std::size_t indent);
    std::string take() { return std::move(out_); }

private:
    void one(const block& b, std::size_t indent, std::size_t marks);
    void text(const phrase& words, const phrase& right, std::size_t indent);
    void item(const block& b, std::size_t indent, std::size_t marks);
    void table(const block& b, std::size_t indent);
    void stacked(const block& b, std::size_t indent);
    void line(const text_line& l, std::size_t indent);
    void right_column(const phrase& right, std::size_t from);
    void empty_line();
    [[nodiscard]] std::size_t room(std::size_t indent) const { return width_ > indent + step ? width_ - indent : step; }

    std::string out_;
    surface on_;
    grammar::language in_;
    std::size_t width_;
    bool rtl_;
    std::string lead_;                          // what the next line begins with instead of its indentation: a sign
};

void text_writer::empty_line() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void text_writer::line(const text_line& l, std::size_t indent) {
    if (lead_.empty()) out_.append(l.parts.empty() ? 0 : indent, ' ');
    out_ += lead_;
    lead_.clear();
    for (const stretch& part : l.parts) out_ += painted(part, on_, in_);
    out_ += '\n';
}

/// Puts `right` at the end of the line just written, which is `from` columns long.
void text_writer::right_column(const phrase& right, std::size_t from) {
    out_.pop_back();
    out_.append(width_ - from - width_of(right), ' ');
    for (const stretch& part : right.parts) out_ += painted(part, on_, in_);
    out_ += '\n';
}

void text_writer::text(const phrase& words, const phrase& right, std::size_t indent) {
    phrase all = words;
    if (rtl_ && !right.empty()) {
        if (!all.empty()) all.add(" — ", tone::faint);
        const bool together = 2 * width_of(right) <= room(indent);
        for (const stretch& part : right.parts) all.add(together ? unbroken(part.text) : part.text, part.meant);
    }
    const std::vector<text_line> lines = wrap(all, room(indent));
    for (const text_line& l : lines) line(l, indent);
    if (rtl_ || right.empty()) return;
    const std::size_t right_width = width_of(right);
    const std::size_t used = indent + lines.back().width;
    if (used + least_gap + right_width <= width_) return right_column(right, used);
    if (indent + right_width <= width_) {
        out_ += '\n';
        return right_column(right, 0);
    }
    for (const text_line& l : wrap(right, room(indent))) line(l, indent);
}

void text_writer::item(const block& b, std::size_t indent, std::size_t marks) {
    const std::string mark = b.badge.empty() ? sign_text(b.mark) : b.badge;
    const std::size_t hang = indent + marks + 1;
    const std::size_t pad = marks - std::min(marks, grammar::display_width(mark));
    lead_.assign(indent + (rtl_ ? 0 : pad), ' ');
    lead_ += on_.color && !mark.empty() ? sign_colour(b.mark) + mark + "\x1b[0m" : mark;
    lead_.append(1 + (rtl_ ? pad : 0), ' ');
    text(b.words, b.right, hang);
    blocks(b.inside, hang);
}

/// Columns side by side below a head, which may be empty. Where they do not fit, one list for each column.
void text_writer::table(const block& b, std::size_t indent) {
    std::vector<std::size_t> widths;
    for (const auto& row : b.cells)
        for (std::size_t c = 0; c < row.size(); ++c) {
            widths.resize(std::max(widths.size(), c + 1));
            widths[c] = std::max(widths[c], width_of(row[c]));
        }
    std::size_t total = indent;
    for (const std::size_t w : widths) total += w + least_gap;
    if (rtl_ || total > width_ + least_gap) return stacked(b, indent);
    for (std::size_t r = 0; r < b.cells.size(); ++r) {
        if (b.cells[r].empty()) continue;
        text_line made;
        std::size_t column = 0;
        for (std::size_t c = 0; c < b.cells[r].size(); ++c) {
            if (b.cells[r][c].empty()) { column += widths[c] + least_gap; continue; }
            made.parts.push_back({std::string(column - made.width, ' '), tone::plain});
            for (const stretch& part : b.cells[r][c].parts) made.parts.push_back({part.text, r == 0 ? tone::strong : part.meant});
            made.width = column + width_of(b.cells[r][c]);
            column += widths[c] + least_gap;
        }
        line(made, indent);
    }
}

void text_writer::stacked(const block& b, std::size_t indent) {
    if (!b.cells.empty() && b.cells.front().empty()) {
        for (const auto& row : b.cells) {               // what it is about first, then the thing itself alone on its line
            if (row.size() > 1) text(row[1], {}, indent);
            if (!row.empty()) text(row[0], {}, indent + step);
        }
        return;
    }
    for (std::size_t c = 1; !b.cells.empty() && c < b.cells.front().size(); ++c) {
        phrase head;
        for (const stretch& part : b.cells.front()[c].parts) head.add(part.text, tone::strong);
        text(head, {}, indent);
        for (std::size_t r = 1; r < b.cells.size(); ++r) {
            phrase entry = b.cells[r][0];
            entry.add(": ");
            for (const stretch& part : b.cells[r][c].parts) entry.add(part.text, part.meant);
            text(entry, {}, indent + step);
        }
    }
}

void text_writer::one(const block& b, std::size_t indent, std::size_t marks) {
    phrase strong;
    switch (b.kind) {
        case block_kind::gap: return empty_line();
        case block_kind::item: return item(b, indent, marks);
        case block_kind::table: return table(b, indent);
        case block_kind::drawing: return;
        case block_kind::title:
        case block_kind::heading:
            empty_line();
            for (const stretch& part : b.words.parts) strong.add(part.text, part.meant == tone::plain ? tone::strong : part.meant);
            text(strong, b.right, indent);
            break;
        case block_kind::paragraph:
        case block_kind::row: text(b.words, b.right, indent); break;
    }
    blocks(b.inside, indent + step);
}

void text_writer::blocks(const std::vector<block>& all, std::size_t indent) {
    std::size_t marks = 1;                      // signs of one list are as wide as the widest of them
    for (const block& b : all)
        if (b.kind == block_kind::item) marks = std::max(marks, grammar::display_width(b.badge));
    for (const block& b : all) one(b, indent, marks);
}

}  // namespace

std::string render_text(const document& page, const surface& on, grammar::language in) {
    text_writer writer(on, in);
    writer.blocks(page.blocks, 0);
    std::string out = writer.take();
    while (out.ends_with("\n\n")) out.pop_back();
    return out;
}

}  // namespace advise::cli
