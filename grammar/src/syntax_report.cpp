#include "syntax_report.hpp"

#include "syntax_hints.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

// The start of the last piece that ends at or before `after`.
cursor last_piece(cursor first, cursor after) {
    cursor start = first;
    for (cursor p = first; p < after;) {
        start = p;
        p = words::skip_space(words::piece_end(p, after), after);
    }
    return start;
}

bool line_feed_between(cursor first, cursor last) { return std::find(first, last, '\n') != last; }

void note_opened(const broken_statement& b, diagnostic& d) {
    if (cursor const open = b.failure.opened) d.notes.push_back({{note_parenthesis_opened, {}}, b.at(open, open + 1)});
}

bool expects_close(message m) { return m == expected_close || m == expected_comma_or_close || m == expected_operator_or_close; }

// A parenthesis open at the end of the statement: reported where the next statement begins, or at the end of the file.
bool report_open_parenthesis(const broken_statement& b, cursor at, diagnostics& out) {
    if (!b.line.unclosed || !b.failure.opened || at != b.line.last) return false;
    cursor next = words::skip_space(b.line.last, b.end_of_file());
    bool const more = next != b.end_of_file();
    cursor const next_end = words::piece_end(next, b.end_of_file());
    auto& d = more ? out.add(parenthesis_open_at, b.at(next, next_end), {shown(next, next_end)})
                   : out.add(parenthesis_open, b.at(b.failure.after, b.failure.after));
    note_opened(b, d);
    return true;
}

// Something is missing at the end of a line: the end of the token before it is the place.
void report_missing(const broken_statement& b, cursor at, diagnostics& out) {
    cursor const after = b.failure.after;
    cursor const previous = last_piece(b.line.first, after);
    bool const words_meet = at != b.line.last && words::word_end(at, b.line.last) != at && words::word_end(previous, after) == after;
    if (words_meet && (expects_close(b.failure.expected) || b.failure.expected == expected_operator_or_arrow)) {
        auto& d = out.add(term_over_lines, b.at(after, after));
        d.help.push_back({help_comma, {}});
        note_opened(b, d);
        return;
    }
    auto& d = out.add(syntax_missing, b.at(after, after), {b.failure.expected, shown(previous, after)});
    if (expects_close(b.failure.expected)) note_opened(b, d);
}

// A line without keyword and arrow. Its first word may be a misspelt keyword.
std::string_view report_no_arrow(const broken_statement& b, diagnostics& out) {
    cursor const word = words::word_end(b.line.first, b.line.last);
    std::string_view const meant = meant_keyword({b.line.first, static_cast<std::size_t>(word - b.line.first)});
    if (!meant.empty()) {
        out.add(arrow_missing, b.at(b.line.first, word)).help.push_back({help_did_you_mean, {std::string(meant)}});
        return meant;
    }
    cursor const last = words::text_end(b.line.first, b.line.last);
    out.add(arrow_missing, b.at(b.line.first, last)).help.push_back({help_rule_shape, {}});
    return {};
}

}  // namespace

std::string shown(cursor first, cursor last) {
    constexpr std::size_t most = 64;
    std::string_view const text{first, static_cast<std::size_t>(last - first)};
    auto const d = decode_one(text, 0);
    if (d.length == text.size() && d.valid && (is_invisible(d.point) || (d.point > ' ' && is_blank(d.point)))) return code_point_name(d.point);
    return shortened(text, most);
}

cursor find_arrow(cursor first, cursor last) {
    for (cursor p = first; p != last;) {
        cursor const e = words::piece_end(p, last);
        std::string_view const piece{p, static_cast<std::size_t>(e - p)};
        if (piece == "->" || piece == "=>" || piece == "→") return p;
        p = words::skip_space(e, last);
    }
    return nullptr;
}

std::string_view report(const broken_statement& b, diagnostics& out) {
    auto const& f = b.failure;
    if (f.refused != none) {
        auto& d = out.add(f.refused, b.at(f.at, f.refused_end), f.arguments);
        d.help = f.help;
        return {};
    }
    cursor const at = f.at == b.line.first ? f.at : words::skip_space(f.at, b.line.last);
    if (report_open_parenthesis(b, at, out)) return {};
    bool const missing = at == b.line.last || (f.after != b.line.first && line_feed_between(f.after, at));
    bool const no_arrow = b.kind == kind::arrow && !b.line.has_keyword && !find_arrow(b.line.first, b.line.last);
    if (!missing && report_known_mistake(b, at, out)) return {};
    if (no_arrow) return report_no_arrow(b, out);
    if (missing) {
        report_missing(b, at, out);
        return {};
    }
    cursor const end = words::piece_end(at, b.line.last);
    auto& d = out.add(syntax_unexpected, b.at(at, end), {f.expected, shown(at, end)});
    if (expects_close(f.expected)) note_opened(b, d);
    return {};
}

}  // namespace advise::grammar
