// A line cut into the pieces that a person sees: words, numbers, quoted texts, signs.
#pragma once

#include "line_edit.hpp"

#include <vector>

namespace advise::grammar {

struct line_pieces {
    line_edit line;
    std::vector<std::string_view> all;

    /// Cuts the line of `at`, from `first` on where that stands on it. O(length of the line)
    line_pieces(const broken_statement& b, words::cursor at) : line(line_around(b, at)) {
        for (words::cursor p = line.first; p < line.last;) {
            const words::cursor end = words::piece_end(p, line.last);
            all.push_back(view(p, end));
            p = words::skip_blanks(end, line.last);
        }
    }

    [[nodiscard]] std::size_t size() const { return all.size(); }
    [[nodiscard]] bool is(std::size_t i, std::string_view lower) const {
        return i < all.size() && (all[i] == lower || words::same_word(all[i].data(), all[i].data() + all[i].size(), lower));
    }
    [[nodiscard]] bool is_one_of(std::size_t i, std::initializer_list<std::string_view> these) const {
        for (const std::string_view one : these)
            if (is(i, one)) return true;
        return false;
    }
    [[nodiscard]] bool is_number(std::size_t i) const { return i < all.size() && words::begins_number(all[i].data(), all[i].data() + all[i].size()); }
    [[nodiscard]] bool is_text(std::size_t i) const { return i < all.size() && all[i].front() == '"'; }
    [[nodiscard]] bool is_word(std::size_t i) const {
        return i < all.size() && words::word_end(all[i].data(), all[i].data() + all[i].size()) != all[i].data();
    }
    /// From piece i on to the end of the line; to before piece j.
    [[nodiscard]] std::string_view from(std::size_t i) const { return i < all.size() ? view(all[i].data(), line.last) : std::string_view(); }
    [[nodiscard]] std::string_view between(std::size_t i, std::size_t j) const {
        return i < j && j <= all.size() ? view(all[i].data(), all[j - 1].data() + all[j - 1].size()) : std::string_view();
    }
    [[nodiscard]] sentence instead(std::string_view meant) const { return line.with(line.first, line.last, meant); }
};

/// Reports where reading stopped, as what it is there: a line without an arrow, something missing, something that does not fit.
diagnostic& add_failure(const broken_statement& b, words::cursor at, diagnostics& out);

}  // namespace advise::grammar
