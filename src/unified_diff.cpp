#include "unified_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <iterator>
#include <vector>

namespace advise::cli {
namespace {

constexpr std::size_t context = 3;
constexpr std::ptrdiff_t most_changes = 2000;

using lines = std::vector<std::string_view>;

/// With their line feeds: so a last line without one differs from the same line with one.
lines lines_of(std::string_view text) {
    lines found;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
        found.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return found;
}

/// Lines [old_first, old_last) become [new_first, new_last).
struct change {
    std::size_t old_first = 0, old_last = 0, new_first = 0, new_last = 0;
};

/// The furthest ways through the edit graph of two stretches: `reached[d][k]` is the line of the old text on diagonal k after d changes.
class edit_graph {
public:
    edit_graph(const lines& before, const lines& after, const change& within) : before_(before), after_(after), in_(within) {}

    /// All changes in order; the whole stretch as one where there are too many.
    std::vector<change> changes() {
        const auto rows = static_cast<std::ptrdiff_t>(in_.old_last - in_.old_first),
                   columns = static_cast<std::ptrdiff_t>(in_.new_last - in_.new_first);
        for (std::ptrdiff_t d = 0; d <= std::min(rows + columns, most_changes); ++d) {
            if (step(d, rows, columns)) return way_back(d, rows, columns);
        }
        return {in_};
    }

private:
    // One change more on every diagonal, then along equal lines. \return whether the end is reached
    bool step(std::ptrdiff_t d, std::ptrdiff_t rows, std::ptrdiff_t columns) {
        auto& now = reached_.emplace_back(static_cast<std::size_t>(2 * d + 1));
        for (std::ptrdiff_t k = -d; k <= d; k += 2) {
            std::ptrdiff_t x = d == 0 ? 0 : from(d, k).x;
            while (x < rows && x - k < columns && x >= 0 && x - k >= 0 && old_line(x) == new_line(x - k)) ++x;
            now[static_cast<std::size_t>(k + d)] = x;
            if (x >= rows && x - k >= columns) return true;
        }
        return false;
    }
    struct origin {
        std::ptrdiff_t x, k;
    };
    // How diagonal k is entered with the d-th change: by a line that goes (from k - 1) or by one that comes (from k + 1).
    [[nodiscard]] origin from(std::ptrdiff_t d, std::ptrdiff_t k) const {
        const bool comes = k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1));
        return comes ? origin{at(d - 1, k + 1), k + 1} : origin{at(d - 1, k - 1) + 1, k - 1};
    }
    [[nodiscard]] std::ptrdiff_t at(std::ptrdiff_t d, std::ptrdiff_t k) const {
        return reached_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }

    [[nodiscard]] std::vector<change> way_back(std::ptrdiff_t d, std::ptrdiff_t rows, std::ptrdiff_t columns) const {
        std::vector<change> found;
        std::ptrdiff_t k = rows - columns;
        for (; d > 0; --d) {
            const origin o = from(d, k);
            const std::ptrdiff_t y = o.x - k;
            const bool comes = o.k > k;
            add(found, comes ? o.x : o.x - 1, o.x, comes ? y - 1 : y, y);
            k = o.k;
        }
        std::reverse(found.begin(), found.end());
        return found;
    }
    // Going backwards: what touches the change found last belongs to it.
    void add(std::vector<change>& found, std::ptrdiff_t old_first, std::ptrdiff_t old_last, std::ptrdiff_t new_first, std::ptrdiff_t new_last) const {
        const change one{in_.old_first + static_cast<std::size_t>(old_first), in_.old_first + static_cast<std::size_t>(old_last),
                         in_.new_first + static_cast<std::size_t>(new_first), in_.new_first + static_cast<std::size_t>(new_last)};
        if (!found.empty() && found.back().old_first == one.old_last && found.back().new_first == one.new_last) {
            found.back().old_first = one.old_first;
            found.back().new_first = one.new_first;
        } else {
            found.push_back(one);
        }
    }
    [[nodiscard]] std::string_view old_line(std::ptrdiff_t x) const { return before_[in_.old_first + static_cast<std::size_t>(x)]; }
    [[nodiscard]] std::string_view new_line(std::ptrdiff_t y) const { return after_[in_.new_first + static_cast<std::size_t>(y)]; }

    const lines& before_;
    const lines& after_;
    change in_;
    std::vector<std::vector<std::ptrdiff_t>> reached_;
};

/// What lies between the equal lines at both ends.
change differing_stretch(const lines& before, const lines& after) {
    change in{0, before.size(), 0, after.size()};
    while (in.old_first != in.old_last && in.new_first != in.new_last && before[in.old_first] == after[in.new_first]) ++in.old_first, ++in.new_first;
    while (in.old_first != in.old_last && in.new_first != in.new_last && before[in.old_last - 1] == after[in.new_last - 1])
        --in.old_last, --in.new_last;
    return in;
}

/// Writes changes that stand near to one another with the lines around them.
class hunk_writer {
public:
    hunk_writer(const lines& before, const lines& after, bool color) : before_(before), after_(after), color_(color) {}

    void write(const change* first, const change* last) {
        const std::size_t old_first = first->old_first - std::min(context, first->old_first),
                          new_first = first->new_first - std::min(context, first->old_first);
        const std::size_t more = std::min(context, before_.size() - last[-1].old_last), old_last = last[-1].old_last + more,
                          new_last = last[-1].new_last + more;
        put(fmt::format("@@ -{} +{} @@\n", range(old_first, old_last), range(new_first, new_last)), "36");
        std::size_t at = old_first;
        for (const change* one = first; one != last; ++one) {
            for (; at != one->old_first; ++at) line(' ', before_[at], "");
            for (; at != one->old_last; ++at) line('-', before_[at], "31");
            for (std::size_t n = one->new_first; n != one->new_last; ++n) line('+', after_[n], "32");
        }
        for (; at != old_last; ++at) line(' ', before_[at], "");
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    // As diff writes it: no count for one line; an empty stretch stands behind the line before it.
    static std::string range(std::size_t first, std::size_t last) {
        const std::size_t count = last - first;
        return count == 1 ? fmt::format("{}", first + 1) : fmt::format("{},{}", count == 0 ? first : first + 1, count);
    }
    void line(char sign, std::string_view text, std::string_view paint) {
        const bool ends = text.ends_with('\n');
        put(fmt::format("{}{}{}", sign, text, ends ? "" : "\n"), paint);
        if (!ends) out_ += "\\ No newline at end of file\n";
    }
    void put(std::string_view text, std::string_view paint) {
        if (!color_ || paint.empty()) out_ += text;
        else out_ += fmt::format("\x1b[{}m{}\x1b[0m\n", paint, text.substr(0, text.size() - 1));
    }

    const lines& before_;
    const lines& after_;
    bool color_;
    std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view name, bool color) {
    if (before == after) return {};
    const lines old_lines = lines_of(before), new_lines = lines_of(after);
    const std::vector<change> changes = edit_graph(old_lines, new_lines, differing_stretch(old_lines, new_lines)).changes();
    hunk_writer hunks(old_lines, new_lines, color);
    for (std::size_t first = 0; first != changes.size();) {
        std::size_t last = first + 1;
        while (last != changes.size() && changes[last].old_first - changes[last - 1].old_last <= 2 * context) ++last;
        hunks.write(&changes[first], &changes[first] + (last - first));
        first = last;
    }
    return fmt::format("--- {}\n+++ {}\n", name, name) + hunks.take();
}

}  // namespace advise::cli
