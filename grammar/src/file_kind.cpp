#include <advise/grammar/file_kind.hpp>

#include "syntax_report.hpp"
#include "words.hpp"

namespace advise::grammar {
namespace {

using words::cursor;

struct line_counts {
    std::size_t all = 0, of_rules = 0, of_profiles = 0;
    span first_of_rules, first;
};

/// A line that begins with a keyword, unless that is the whole key of a line of a profile ("test: yes").
bool is_of_rules(cursor first, cursor last) {
    if (find_arrow(first, last)) return true;
    ast::statement_kind kind{};
    cursor keyword_end = first;
    if (!words::line_kind(first, last, kind, keyword_end)) {
        const cursor word = words::word_end(first, last);
        return words::same_word(first, word, "because") || words::same_word(first, word, "cites");
    }
    const cursor next = words::skip_blanks(keyword_end, last);
    return next != last && *next != ':';
}

bool is_of_a_profile(cursor first, cursor last) {
    const bool quoted = *first == '"';
    const cursor key = quoted ? words::scan_quoted(first, last).end : words::term_end(first, last, words::term_place::profile);
    const cursor next = words::skip_blanks(key, last);
    return key != first && next != last && *next == ':';
}

line_counts count_lines(const source& file) {
    line_counts n;
    const cursor origin = file.text().data(), end = origin + file.text().size();
    for (cursor p = origin; p != end;) {
        const cursor line_last = words::line_end(p, end), first = words::skip_blanks(p, line_last), last = words::text_end(first, line_last);
        p = line_last == end ? end : line_last + 1;
        if (first == last) continue;
        const span where{static_cast<std::uint32_t>(first - origin), static_cast<std::uint32_t>(last - origin)};
        if (n.all++ == 0) n.first = where;
        if (is_of_rules(first, last)) {
            if (n.of_rules++ == 0) n.first_of_rules = where;
        } else if (is_of_a_profile(first, last)) {
            ++n.of_profiles;
        }
    }
    return n;
}

}  // namespace

std::optional<span> rules_in(const source& file) {
    const line_counts n = count_lines(file);
    return 2 * n.of_rules > n.all ? std::optional(n.first_of_rules) : std::nullopt;
}

std::optional<span> profile_in(const source& file) {
    const line_counts n = count_lines(file);
    if (n.all == 0) return std::nullopt;
    const bool json = file.text()[n.first.begin] == '{';
    return json || (n.of_rules == 0 && 2 * n.of_profiles > n.all) ? std::optional(n.first) : std::nullopt;
}

}  // namespace advise::grammar
