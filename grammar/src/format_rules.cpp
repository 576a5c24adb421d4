// A rule file laid out anew: its statements one after another, and between them the comments and groups of lines as they were.
#include <advise/grammar/format.hpp>

#include "format_checked.hpp"
#include "format_statement.hpp"
#include "words.hpp"

#include <advise/grammar/parse.hpp>
#include <advise/grammar/profile.hpp>

namespace advise::grammar {
namespace {

using words::cursor;
using kind = ast::statement_kind;

/// Whether lines that are set in belong to this statement: clauses, reasons.
bool has_lines_below(kind k) {
    switch (k) {
    case kind::source:
    case kind::scale:
    case kind::fact:
    case kind::concept_:
    case kind::role:
    case kind::arrow:
    case kind::test: return true;
    default: return words::is_clause(k);
    }
}

class rules_formatter {
public:
    explicit rules_formatter(const source& file) : file_(file), origin_(file.text().data()) {}

    std::string format(diagnostics& found) {
        rules_reader reader(file_, found);
        for (ast::statement s; reader.next(s);) {
            bool closes = false;
            if (s.kind == kind::given) parse_profile_line(file_, s.line, closes, found);
            if (found.has_errors(file_)) continue;  // only the errors are wanted any more
            gap(s.where.begin, words::is_clause(s.kind));
            write_statement(file_, s, lines_);
            end_ = s.where.end;
            inside_ = has_lines_below(s.kind);
        }
        if (!found.has_errors(file_)) gap(static_cast<std::uint32_t>(file_.text().size()), false);
        return lines_.finish();
    }

private:
    // Between two statements stand blanks and comments.
    void gap(std::uint32_t until, bool before_clause) {
        const cursor last = origin_ + until;
        cursor p = origin_ + end_;
        if (end_ != 0) {
            p = words::skip_blanks(p, last);
            if (p != last && *p == '#') lines_.trail(comment_text(file_, offset(p)));
            p = words::line_end(p, last);
            if (p != last) ++p;
        }
        for (cursor line = p; p != last; line = p) {
            p = words::skip_blanks(p, last);
            if (p == last) return;
            if (*p == '#') lines_.own(before_clause || (inside_ && p != line) ? format_indent : 0, comment_text(file_, offset(p)));
            else lines_.blank();
            p = words::line_end(p, last);
            if (p != last) ++p;
        }
    }
    [[nodiscard]] std::uint32_t offset(cursor p) const { return static_cast<std::uint32_t>(p - origin_); }

    const source& file_;
    cursor origin_;
    format_lines lines_;
    std::uint32_t end_ = 0;  ///< of the last statement
    bool inside_ = false;    ///< lines that are set in would belong to it
};

}  // namespace

std::optional<std::string> format_rules(const source& file, diagnostics& out) {
    const auto format = [](const source& text, diagnostics& found) { return rules_formatter(text).format(found); };
    return format_checked(file, out, format, [](const source& a, const source& b) { return comments_in(a) == comments_in(b) && same_rules(a, b); });
}

}  // namespace advise::grammar
