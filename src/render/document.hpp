// What a page says, before anyone decides how it looks: headings, paragraphs, items with a sign, rows with a right-hand
// column, trees, tables. It knows no terminal, no width and no colour; text.hpp and other back ends do.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace advise::cli {

struct diagram;

/// How a stretch of text is meant.
enum class tone : std::uint8_t {
    plain,
    strong,     ///< what the eye should find first
    faint,      ///< details: places, sources
    code        ///< to be typed or read letter by letter (a command, a path): never broken, never mirrored
};

struct stretch {
    std::string text;
    tone meant = tone::plain;
};

/// A sentence or a part of one. All text of users in it has been through grammar::printable.
struct phrase {
    std::vector<stretch> parts;

    phrase() = default;
    phrase(std::string text, tone meant = tone::plain) { add(std::move(text), meant); }
    phrase(const char* text) { add(text); }
    phrase& add(std::string text, tone meant = tone::plain) {
        if (!text.empty()) parts.push_back({std::move(text), meant});
        return *this;
    }
    [[nodiscard]] bool empty() const { return parts.empty(); }
};

/// The sign before an item. It repeats what the words of the item say, for the eye only (a number of points may stand for it).
/// `against`: it holds, and speaks against what the page is about.
enum class sign : std::uint8_t { none, plus, minus, open, yes, no, against };

/// As it is drawn; "" for none.
inline const char* sign_text(sign mark) {
    switch (mark) {
        case sign::plus: return "+";
        case sign::minus: return "−";
        case sign::open: return "?";
        case sign::yes: return "✓";
        case sign::no: return "✗";
        case sign::against: return "!";
        case sign::none: break;
    }
    return "";
}

enum class block_kind : std::uint8_t {
    title,        ///< of the page
    heading,      ///< of a part of it
    paragraph,
    item,         ///< a sentence with a sign; `right` is its right-hand column; `inside` hangs below the sentence
    row,          ///< a definition: `words` and, in the right-hand column, `right`
    table,        ///< `cells`, the first row being its head; columns side by side, or stacked where they can't be
    gap,          ///< an empty line
    drawing       ///< `drawn`; only where drawings can be shown, so that words must say the same
};

struct block {
    block_kind kind = block_kind::paragraph;
    sign mark = sign::none;
    phrase words;
    phrase right;
    std::string badge;              ///< item: instead of the sign: "+3"
    std::vector<std::vector<phrase>> cells;
    std::vector<block> inside;      ///< one step further in
    std::shared_ptr<const diagram> drawn;
    bool to_type = false;           ///< commands for whoever sits at the terminal; a page to hand on goes without

    block& put(block child) {
        inside.push_back(std::move(child));
        return *this;
    }
};

struct document {
    std::vector<block> blocks;

    block& put(block next) {
        blocks.push_back(std::move(next));
        return blocks.back();
    }
};

// Makers, so that pages read like what they make.
inline block make(block_kind kind, phrase words, phrase right = {}) {
    block made;
    made.kind = kind;
    made.words = std::move(words);
    made.right = std::move(right);
    return made;
}
inline block title(phrase words) { return make(block_kind::title, std::move(words)); }
inline block heading(phrase words) { return make(block_kind::heading, std::move(words)); }
inline block paragraph(phrase words, phrase right = {}) { return make(block_kind::paragraph, std::move(words), std::move(right)); }
inline block row(phrase words, phrase right = {}) { return make(block_kind::row, std::move(words), std::move(right)); }
inline block gap() { return make(block_kind::gap, {}); }
inline block drawing(std::shared_ptr<const diagram> drawn) {
    block made = make(block_kind::drawing, {});
    made.drawn = std::move(drawn);
    return made;
}
inline block item(sign mark, phrase words, phrase right = {}, std::string badge = {}) {
    block made = make(block_kind::item, std::move(words), std::move(right));
    made.mark = mark;
    made.badge = std::move(badge);
    return made;
}
inline block table(std::vector<std::vector<phrase>> cells) {
    block made = make(block_kind::table, {});
    made.cells = std::move(cells);
    return made;
}

/// Whether the rows among these siblings are headings where a format has such: as soon as one of them has something below it, all are.
inline bool rows_are_headings(std::span<const block> all) {
    return std::any_of(all.begin(), all.end(), [](const block& b) { return b.kind == block_kind::row && !b.inside.empty(); });
}

}  // namespace advise::cli
