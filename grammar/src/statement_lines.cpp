#include "statement_lines.hpp"

#include <array>

namespace advise::grammar {
namespace {

using words::cursor;

// Bytes at which the scan of a line has to stop and think.
constexpr std::array<bool, 256> stops = [] {
    std::array<bool, 256> t{};
    for (char const c : {'\n', '"', '#', '(', ')'}) t[static_cast<unsigned char>(c)] = true;
    return t;
}();

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

// The first character of the next line that holds more than blanks and a comment.
cursor statement_lines::skip_empty_lines(cursor p) const {
    for (;;) {
        p = words::skip_blanks(p, end_);
        if (p == end_) return p;
        if (*p == '#') p = words::line_end(p, end_);
        if (p == end_ || *p != '\n') return p;
        ++p;
    }
}

// Whether a line, outside of parentheses, goes on with the statement above it.
bool statement_lines::goes_on(cursor p) const {
    if (end_ - p < 2) return false;
    const std::string_view rest{p, static_cast<std::size_t>(end_ - p)};
    switch (words::packed_word(p, p + 2)) {  // two bytes tell nearly every line from one that goes on
    case words::packed("an"):
    case words::packed("or"):
    case words::packed("be"):
    case words::packed("ci"): break;
    default: return rest.starts_with("->") || rest.starts_with("=>") || rest.starts_with("→") || rest.starts_with("∧") || rest.starts_with("∨");
    }
    const cursor w = words::word_end(p, end_);
    const auto word = words::packed_word(p, w);
    return word == words::packed("and") || word == words::packed("or") || word == words::packed("because") || word == words::packed("cites");
}

// Whether a line inside an open parenthesis shows that the parenthesis was forgotten.
bool statement_lines::ends_open_statement(cursor p) const {
    ast::statement_kind kind{};
    cursor keyword_end = p;
    if (!words::line_kind(p, end_, kind, keyword_end)) return false;
    return !words::is_clause(kind) || p < suspect_until_;
}

// Scans to the line feed of this line, counting parentheses.
cursor statement_lines::scan_line(cursor p) {
    for (;;) {
        while (p != end_ && !stops[static_cast<unsigned char>(*p)]) ++p;
        if (p == end_) return p;
        switch (*p) {
        case '\n': return p;
        case '"': p = words::scan_quoted(p, end_).end; continue;
        case '#':
            if (is_blank(p[-1]) || p[-1] == '\n') return words::line_end(p, end_);
            break;
        case '(': ++open_; break;
        default: open_ -= open_ != 0;
        }
        ++p;
    }
}

bool statement_lines::next(statement_line& out) {
    cursor p = skip_empty_lines(at_);
    if (p == end_) {
        at_ = p;
        return false;
    }
    out.first = p;
    out.has_keyword = words::line_kind(p, end_, out.kind, out.keyword_end);
    open_ = 0;
    for (;;) {
        out.last = scan_line(p);
        p = skip_empty_lines(out.last);
        const bool raw = out.has_keyword && out.kind == ast::statement_kind::given;  // a line of a profile, whatever it holds
        if (p == end_ || raw || (open_ == 0 ? !goes_on(p) : ends_open_statement(p))) break;
    }
    out.unclosed = open_ != 0 && !(out.has_keyword && out.kind == ast::statement_kind::given);
    at_ = p;
    return true;
}

void statement_lines::resume_inside(const statement_line& broken) {
    if (!broken.unclosed) return;
    if (suspect_until_ < at_) suspect_until_ = at_;
    ast::statement_kind kind{};
    for (cursor p = words::line_end(broken.first, broken.last); p < at_; p = words::line_end(p, at_)) {
        p = skip_empty_lines(p);
        cursor keyword_end = p;
        if (p < at_ && words::line_kind(p, end_, kind, keyword_end)) {
            at_ = p;
            return;
        }
    }
}

}  // namespace advise::grammar
