#include "comparison_parts.hpp"

#include <advise/grammar/habits.hpp>

namespace advise::grammar {
namespace {

using words::cursor;

bool is_conjunction(cursor first, cursor last) {
    for (const std::string_view word : {"and", "or", "not"})
        if (words::same_word(first, last, word)) return true;
    return false;
}

}  // namespace

std::string_view unfinished::comparison(cursor at) const { return without_blanks(view(begin, at)); }

std::string_view unfinished::fact() const { return without_blanks(view(begin, verb)); }

unfinished read_back(const broken_statement& b, cursor at) {
    unfinished u{line_around(b, at), nullptr, nullptr};
    const bool first_line = u.line.first == b.line.first;
    u.begin = first_line && b.line.has_keyword ? words::skip_blanks(b.line.keyword_end, at) : u.line.first;
    if (b.kind == ast::statement_kind::evidence && first_line)  // `+3 C`: the number is no part of C
        u.begin = words::skip_blanks(words::piece_end(words::skip_blanks(u.line.first + 1, at), at), at);
    u.start = u.begin;
    for (cursor p = u.begin; p < at;) {
        const cursor end = words::piece_end(p, at), next = words::skip_blanks(end, at);
        const std::string_view text = view(p, end);
        const bool verb = words::same_word(p, end, "is") || words::same_word(p, end, "in") || words::same_word(p, end, "includes") || text == "="
                          || text == "==" || text == ":";
        const bool named = text == ":" && b.line.has_keyword;  // `rule NAME: C`
        if (is_conjunction(p, end) || named || text == "," || text == "،" || text == "(") u.begin = next, u.verb = nullptr;
        else if (verb) u.verb = p, u.verb_end = end;
        p = next;
    }
    return u;
}

std::vector<std::string> list_of_values(cursor p, cursor last, cursor& end) {
    std::vector<std::string> all;
    const bool open = p != last && *p == '(';
    for (p = words::skip_blanks(p + open, last);; p = words::skip_blanks(p, last)) {
        const bool quoted = p != last && *p == '"';
        cursor value = quoted ? words::scan_quoted(p, last).end : words::term_end(p, last, words::term_place::condition);
        if (value == p && words::begins_number(p, last)) value = words::scan_number(p, last).end;
        if (value == p) return {};
        all.emplace_back(p, value);
        end = value;
        p = words::skip_blanks(value, last);
        const std::string_view rest = view(p, last);
        if (rest.starts_with("،")) p += 2;
        else if (rest.starts_with(",") || rest.starts_with(";")) ++p;
        else break;
    }
    if (open && (p == last || *p != ')')) return {};
    if (open) end = p + 1;
    return all;
}

std::string joined(const std::vector<std::string>& values, std::string_view between, std::string_view before) {
    std::string out;
    for (const std::string& value : values) {
        if (!out.empty()) out += between;
        (out += before) += value;
    }
    return out;
}

}  // namespace advise::grammar
