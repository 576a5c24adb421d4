#include "excerpt.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace advise::cli {
namespace {

constexpr std::size_t tab_stop = 4;
constexpr std::size_t most_marked_bytes = 80;
constexpr std::string_view cut = "…";

/// What one code point of the line becomes.
struct cell {
    std::size_t offset;             ///< in the line
    std::string shown;
    std::size_t width;
};

cell cell_at(std::string_view line, std::size_t at, std::size_t column, std::size_t& next) {
    const grammar::decoded here = grammar::decode_one(line, at);
    next = at + std::max<std::size_t>(here.length, 1);
    if (here.point == U'\t') {
        const std::size_t width = tab_stop - column % tab_stop;
        return {at, std::string(width, ' '), width};
    }
    std::string shown = grammar::printable(line.substr(at, next - at));
    const std::size_t width = grammar::display_width(shown);
    return {at, std::move(shown), width};
}

bool is_right_to_left(char32_t point) {
    return (point >= 0x0590 && point <= 0x08FF) || (point >= 0xFB1D && point <= 0xFDFF) || (point >= 0xFE70 && point <= 0xFEFF);
}

bool has_right_to_left(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const grammar::decoded here = grammar::decode_one(text, at);
        if (is_right_to_left(here.point)) return true;
        at += std::max<std::size_t>(here.length, 1);
    }
    return false;
}

/// The byte some code points before `at`; a code point is at most four bytes.
std::size_t step_back(std::string_view line, std::size_t at, std::size_t points) {
    while (at > 0 && points > 0) {
        --at;
        const std::size_t stop = at > 3 ? at - 3 : 0;
        while (at > stop && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
        --points;
    }
    return at;
}

/// Cells from byte `from` on, of at most `columns` columns and twice as many code points: combining marks take no column.
std::vector<cell> cells_from(std::string_view line, std::size_t from, std::size_t columns) {
    std::vector<cell> cells;
    std::size_t column = 0;
    for (std::size_t at = from; at < line.size() && cells.size() < 2 * columns;) {
        std::size_t next = at;
        cell here = cell_at(line, at, column, next);
        if (column + here.width > columns) break;
        column += here.width;
        cells.push_back(std::move(here));
        at = next;
    }
    return cells;
}

std::size_t end_of(const std::vector<cell>& cells, std::string_view line, std::size_t from) {
    if (cells.empty()) return from;
    const std::size_t at = cells.back().offset;
    return at + std::max<std::size_t>(grammar::decode_one(line, at).length, 1);
}

/// The bytes of a line that are to be shown, and those that are underlined.
struct window {
    std::size_t from = 0;
    std::vector<cell> cells;
    bool cut_left = false, cut_right = false;
};

window window_around(std::string_view line, std::size_t begin, std::size_t columns) {
    window whole{0, cells_from(line, 0, columns), false, false};
    if (end_of(whole.cells, line, 0) >= line.size()) return whole;
    const std::size_t from = step_back(line, begin, columns / 3);
    window part{from, {}, from > 0, false};
    part.cells = cells_from(line, from, columns - 2);      // two columns for the marks of the cuts
    part.cut_right = end_of(part.cells, line, from) < line.size();
    return part;
}

void underline(excerpt& out, const window& shown, std::size_t begin, std::size_t end) {
    std::size_t before = shown.cut_left ? 1 : 0;
    std::size_t width = 0;
    for (const cell& one : shown.cells) {
        if (one.offset < begin) before += one.width;
        else if (one.offset < end) width += one.width;
    }
    out.before = before;
    out.width = std::max<std::size_t>(width, 1);
}

/// Where an offset of the reading text lies in a line that starts at byte `start` of the written text.
std::size_t within(const grammar::source& file, std::uint32_t offset, std::size_t start, std::string_view line) {
    const std::size_t written = file.written_offset(offset);
    return std::clamp<std::size_t>(written - std::min(start, written), 0, line.size());
}

}  // namespace

excerpt excerpt_of(const grammar::place& at, std::size_t columns) {
    const grammar::source& file = *at.file;
    excerpt out;
    out.line = file.position_of(at.where.begin).line;
    const std::string_view line = file.line(out.line);
    const std::size_t start = line.data() == nullptr ? 0 : static_cast<std::size_t>(line.data() - file.written().data());
    const std::size_t begin = within(file, at.where.begin, start, line);
    const std::size_t end = std::max(begin, within(file, at.where.end, start, line));
    const window shown = window_around(line, begin, columns);
    if (shown.cut_left) out.text += cut;
    for (const cell& one : shown.cells) out.text += one.shown;
    if (shown.cut_right) out.text += cut;
    underline(out, shown, begin, end);
    out.right_to_left = has_right_to_left(line.substr(shown.from, end_of(shown.cells, line, shown.from) - shown.from));
    std::string_view marked = line.substr(begin, end - begin);
    if (marked.size() > 2 && marked.front() == '"' && marked.back() == '"') marked = marked.substr(1, marked.size() - 2);
    out.marked = grammar::printable(grammar::shortened(marked, most_marked_bytes));
    return out;
}

}  // namespace advise::cli
