#include "mark_hints.hpp"

#include "line_edit.hpp"

#include <advise/grammar/habits.hpp>

#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

constexpr std::pair<std::string_view, std::string_view> quotes[] = {
    {"“", "”"}, {"“", "“"}, {"”", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"»", "«"},
    {"‘", "'"}, {"‘", "‘"}, {"'", "'"}, {"`", "`"}, {"`", "'"}, {"‹", "›"}, {"「", "」"},
};

/// `« name »`: the blanks of French quotes are no part of the text.
std::string_view inner(std::string_view line, const foreign_quoting& q) {
    return without_blanks(line.substr(q.first + q.open, q.last - q.close - q.first - q.open));
}

bool report_quotes(const broken_statement& b, cursor at, diagnostics& out) {
    const line_edit line = line_around(b, at);
    constexpr std::ptrdiff_t most = 512;  // bytes of a quotation; looking further for its end at every mark would not be linear
    const cursor near = b.line.last - at > most ? at + most : b.line.last;
    const std::string_view text = view(line.first, words::line_end(at, near));
    const auto begin = static_cast<std::size_t>(at - line.first);
    const foreign_quoting q = find_foreign_quoting(text, begin);
    if (q.last == 0) return false;
    const std::string_view open = text.substr(q.first, q.open), close = text.substr(q.last - q.close, q.close);
    const std::string corrected = with_our_quotes(without_blanks(text), begin);
    out.add(foreign_quotes, b.at(at, line.first + q.last), {std::string(open), std::string(close)})
        .help.push_back({help_write_line, {shortened(corrected, line_edit::most_shown)}});
    return true;
}

/// `label "x”`: opened with our quote, closed with another.
bool report_closing_quote(const broken_statement& b, diagnostics& out) {
    if (b.failure.refused != quote_open) return false;
    const std::string_view text = view(b.failure.at, b.failure.refused_end);
    for (const std::string_view close : {"”", "“", "»", "„"}) {
        const std::size_t found = text.find(close);
        if (found == text.npos) continue;
        const line_edit line = line_around(b, b.failure.at);
        const cursor first = b.failure.at + found;
        out.add(foreign_quotes, b.at(first, first + close.size()), {std::string("\""), std::string(close)})
            .help.push_back(line.with(first, first + close.size(), "\""));
        return true;
    }
    return false;
}

bool starts_a_word(const broken_statement& b, cursor at) { return at == b.line.first || at[-1] == ' ' || at[-1] == '\t' || at[-1] == '\n'; }

sentence comment_instead(const line_edit& line, cursor at, std::size_t mark) {
    std::string_view said = without_blanks(view(at + mark, line.last));
    for (const std::string_view close : {"*/", "-->"})
        if (said.ends_with(close)) said = without_blanks(said.substr(0, said.size() - close.size()));
    return line.with(at, line.last, "# " + std::string(said));
}

bool report_comment(const broken_statement& b, cursor at, diagnostics& out) {
    const std::string_view mark = foreign_comment_mark(view(at, b.line.last));
    if (mark.empty() || !starts_a_word(b, at)) return false;
    const line_edit line = line_around(b, at);
    if (mark == ";" && at != line.first) return false;  // ends a statement, or what was meant as one
    out.add(foreign_comment, b.at(at, at + mark.size()), {std::string(mark)}).help.push_back(comment_instead(line, at, mark.size()));
    return true;
}

/// `a -> b;`, `a -> b.`
bool report_end_mark(const broken_statement& b, cursor at, diagnostics& out) {
    const line_edit line = line_around(b, at);
    if ((*at != ';' && *at != '.') || at + 1 != line.last || at == line.first) return false;
    auto& d = *at == ';' ? out.add(several_statements, b.at(at, at + 1))
                         : out.add(syntax_unexpected, b.at(at, at + 1), {expected_line_end, std::string(".")});
    d.help.push_back(line.with(at, at + 1, ""));
    return true;
}

/// `role r {` and the `}` that ends it.
bool report_braces(const broken_statement& b, cursor at, diagnostics& out) {
    const bool block = b.line.has_keyword && !words::is_clause(b.kind) && b.kind != kind::arrow;
    const line_edit line = line_around(b, at);
    const bool opens = block && *at == '{' && at + 1 == line.last;
    if (!opens && !(*at == '}' && at == line.first && at + 1 == line.last)) return false;
    auto& d = out.add(no_such_operator, b.at(at, at + 1), {shown(at, at + 1)});
    d.help.push_back(opens ? line.with(before_blanks(line.first, at), line.last, "") : sentence{help_take_away, {}});
    return true;
}

/// `* a -> b`, `1. a -> b`
bool report_bullet(const broken_statement& b, cursor at, diagnostics& out) {
    if (at != b.line.first || b.line.has_keyword || !find_arrow(b.line.first, b.line.last)) return false;
    cursor end = words::piece_end(at, b.line.last);
    const std::string_view text = view(at, end);
    unsigned value = 0;
    const bool numbered = words::digit_at(at, b.line.last, value) != 0 && (text.back() == '.' || view(end, b.line.last).starts_with(")"));
    if (!numbered && text != "*" && text != "•" && text != "–" && text != "—" && text != "·") return false;
    if (numbered && text.back() != '.') ++end;
    const line_edit line = line_around(b, at);
    out.add(syntax_unexpected, b.at(at, end), {expected_condition, shown(at, end)})
        .help.push_back(line.with(at, words::skip_blanks(end, line.last), ""));
    return true;
}

}  // namespace

std::string_view foreign_comment_mark(std::string_view text) {
    for (const std::string_view mark : {"//", "/*", "<!--", "--", ";", "%"}) {
        if (!text.starts_with(mark)) continue;
        if (mark == "--" && text.size() > 2 && (text[2] == '>' || text[2] == '-')) return {};  // an arrow, or a line across the page
        return text.substr(0, mark.size());
    }
    return {};
}

foreign_quoting find_foreign_quoting(std::string_view line, std::size_t at) {
    for (const auto& [open, close] : quotes) {
        if (!line.substr(at).starts_with(open)) continue;
        const std::size_t end = line.find(close, at + open.size());
        if (end != line.npos && end != at + open.size()) return {at, end + close.size(), open.size(), close.size()};
    }
    return {at, 0, 0, 0};
}

std::string with_our_quotes(std::string_view line, std::size_t at) {
    std::string out(line.substr(0, std::min(at, line.size())));
    while (at < line.size()) {
        const auto byte = static_cast<unsigned char>(line[at]);
        const bool alone = byte >= 0x80 || at == 0 || line[at - 1] == ' ' || line[at - 1] == '(';  // an apostrophe inside a word opens nothing
        const foreign_quoting q = alone ? find_foreign_quoting(line, at) : foreign_quoting{at, 0, 0, 0};
        if (q.last != 0) {
            ((out += '"') += inner(line, q)) += '"';
            at = q.last;
        } else {
            out += line[at++];
        }
    }
    return out;
}

bool report_foreign_mark(const broken_statement& b, cursor at, diagnostics& out) {
    if (b.failure.refused != none) return report_closing_quote(b, out);
    if (at == b.line.last) return false;
    return report_quotes(b, at, out) || report_comment(b, at, out) || report_end_mark(b, at, out) || report_braces(b, at, out)
           || report_bullet(b, at, out);
}

bool report_stray_dash(const source& file, const statement_line& line, diagnostics& out) {
    if (line.kind != kind::evidence || *line.first != '-') return false;
    const cursor next = words::skip_blanks(line.first + 1, line.last), last = words::text_end(line.first, line.last);
    if (words::begins_number(next, line.last) && *next != '-') return false;
    const line_edit whole{line.first, last};
    const auto begin = static_cast<std::uint32_t>(line.first - file.text().data());
    if (foreign_comment_mark(view(line.first, last)) == "--") {
        out.add(foreign_comment, {&file, {begin, begin + 2}}, {std::string("--")}).help.push_back(comment_instead(whole, line.first, 2));
        return true;
    }
    if (!find_arrow(line.first + 1, last) || next == line.first + 1) return false;
    out.add(syntax_unexpected, {&file, {begin, begin + 1}}, {expected_condition, std::string("-")}).help.push_back(whole.with(line.first, next, ""));
    return true;
}

bool report_stray_colon(const broken_statement& b, cursor at, diagnostics& out) {
    if (at == b.line.last || !b.line.has_keyword) return false;
    const cursor end = words::piece_end(at, b.line.last), next = words::skip_blanks(end, b.line.last);
    const line_edit line = line_around(b, at);
    const std::string_view mark = view(at, end);
    const bool separates = mark == ":" || mark == "=" || mark == "：";
    const bool after_keyword = at == words::skip_blanks(b.line.keyword_end, b.line.last);
    if (!separates) return false;
    if (b.kind == kind::arrow) {  // `rule: a -> b`
        if (!after_keyword) return false;
        out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)}).help.push_back(line.with(line.first, next, ""));
        return true;
    }
    const bool clause =
        b.kind == kind::when || b.kind == kind::requires_ || b.kind == kind::unless || b.kind == kind::evidence || b.kind == kind::after;
    if (clause && mark != "=" && b.failure.expected == expected_operator_or_end && next < line.last) {  // as profiles have it
        const std::string_view value = view(next, line.last);
        bool level = false;
        for (const std::string_view one : {"beginner", "intermediate", "advanced", "expert"}) level = level || value == one;
        const bool compares = value.starts_with("at ") || value.find_first_of("<>=") == 0;
        const std::string_view sign = level ? " >= " : compares ? " " : value.find("..") != value.npos ? " in " : " = ";
        out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)})
            .help.push_back(line.with(before_blanks(line.first, at), next, sign));
        return true;
    }
    const bool header = (b.kind == kind::role || b.kind == kind::concept_) && b.failure.expected != expected_name;
    const bool text = b.failure.expected == expected_text || b.failure.expected == expected_number || b.failure.expected == expected_condition
                      || b.failure.expected == expected_conclusion || b.failure.expected == expected_name;
    if (!header && !text && !after_keyword) return false;
    auto& d = out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)});
    const bool condition = header && next < line.last && *next != '"';
    if (condition) d.help.push_back({help_condition_below, {"when " + shortened(view(next, line.last), line_edit::most_shown)}});
    else if (b.kind == kind::concept_ && header && next < line.last)
        d.help.push_back({help_label_below, {"label " + shortened(view(next, line.last), line_edit::most_shown)}});
    else d.help.push_back(line.with(before_blanks(line.first, at), next, next < line.last ? " " : ""));
    return true;
}

}  // namespace advise::grammar
