#include "format_statement.hpp"

#include "format_layout.hpp"
#include "words.hpp"

#include "format_profile_line.hpp"

#include <advise/grammar/format.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <utility>

namespace advise::grammar {
namespace {

using kind = ast::statement_kind;

constexpr std::size_t greatest_indent = 60;  ///< deeper parentheses are not set in any further

/// Writes the tokens of one statement. What is broken is broken from the outside in: first the reasons, then the arrow, then the
/// connectives of a condition, then those inside its parentheses.
class statement_writer {
public:
    statement_writer(const token_row& row, std::size_t base, format_lines& out) : row_(row), out_(out), base_(base), hang_(base + format_indent) {
        start_line(base);
    }
    statement_writer(const statement_writer&) = delete;
    statement_writer& operator=(const statement_writer&) = delete;

    /// The tokens [first, last) in a row. A line ends only where a comment makes it.
    void put(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i != last; ++i) put(i);
    }

    /// A condition whose connectives stand before its content: so that its parts begin in one column.
    void river(const layout_node& condition, std::size_t tail) {
        const std::size_t content = start_of(condition.first);
        write(condition, tail, [&](std::size_t connective) {
            const std::size_t before = row_[connective].width + 1;
            return std::max(content > before ? content - before : 0, base_ + 1);
        });
    }
    /// A condition whose further lines are set in.
    void hanging(const layout_node& condition, std::size_t tail) {
        write(condition, tail, [&](std::size_t) { return base_ + format_indent; });
    }

    void new_line(std::size_t column) {
        out_.line(std::move(line_), std::exchange(comment_, {}));
        start_line(column);
    }
    void finish() { out_.line(std::move(line_), std::move(comment_)); }

    [[nodiscard]] bool fits(std::size_t first, std::size_t last, std::size_t tail) const {
        return comment_.empty() && !row_.has_comment(first, last) && start_of(first) + row_.width(first, last) + tail <= format_columns;
    }

private:
    void start_line(std::size_t column) {
        line_.assign(column, ' ');
        indent_ = column_ = column;
        fresh_ = true;
    }
    [[nodiscard]] std::size_t start_of(std::size_t token) const { return column_ + (!fresh_ && row_.spaced(token) ? 1 : 0); }

    void put(std::size_t i) {
        const format_token& t = row_[i];
        if (!comment_.empty() || (!fresh_ && !t.before.empty())) new_line(hang_);
        for (const std::string& comment : t.before) comment.empty() ? out_.blank() : out_.own(indent_, comment);
        if (!fresh_ && row_.spaced(i)) line_ += ' ';
        column_ = start_of(i) + t.width;
        line_ += t.text;
        comment_ = t.after;
        fresh_ = false;
    }

    template <class Column>
    void write(const layout_node& node, std::size_t tail, Column column_of) {
        if (node.kind != layout_kind::chain) return run(node, tail);
        if (fits(node.first, node.last, tail)) return put(node.first, node.last);
        for (std::size_t i = 0; i != node.children.size(); ++i) {
            const layout_node& part = node.children[i];
            if (i != 0) {
                new_line(column_of(part.first - 1));
                put(part.first - 1);
            }
            aligned(part, i + 1 == node.children.size() ? tail : 0);
        }
    }
    /// A condition inside another one: its further lines begin where it begins.
    void aligned(const layout_node& node, std::size_t tail) {
        const std::size_t start = start_of(node.first);
        write(node, tail, [start](std::size_t) { return start; });
    }

    void run(const layout_node& node, std::size_t tail) {
        std::size_t at = node.first;
        for (std::size_t i = 0; i != node.children.size(); ++i) {
            const layout_node& inner = node.children[i];
            put(at, inner.first);
            at = inner.last;
            const bool last = i + 1 == node.children.size();
            const std::size_t until = last ? node.last : node.children[i + 1].first + 1;
            group(inner, row_.width(inner.last - 1, until) - 1 + (last ? tail : 0));
        }
        put(at, node.last);
    }

    void group(const layout_node& node, std::size_t tail) {
        if (fits(node.first, node.last, tail)) return put(node.first, node.last);
        put(node.first);
        std::size_t content = start_of(node.first + 1);
        const std::size_t set_in = std::min(indent_ + format_indent, greatest_indent);
        const bool no_room = content + node.need + tail > format_columns;
        if (no_room && set_in < content && !row_[node.first + 1].sticky) new_line(content = set_in);
        const std::size_t hung = std::exchange(hang_, content);
        for (std::size_t i = 0; i != node.children.size(); ++i) {
            member(node, i, content, behind_member(node, i, tail));
            if (i + 1 != node.children.size()) put(node.children[i].last);
        }
        put(node.last - 1);
        hang_ = hung;
    }
    // What stands behind a member on its line: its comma or the closing parenthesis, and members that must not begin a line.
    [[nodiscard]] std::size_t behind_member(const layout_node& in, std::size_t i, std::size_t tail) const {
        std::size_t width = 1;
        while (++i != in.children.size() && row_[in.children[i].first].sticky) width += row_.width(in.children[i].first, in.children[i].last) + 2;
        return width + (i == in.children.size() ? tail : 0);
    }
    void member(const layout_node& in, std::size_t i, std::size_t column, std::size_t tail) {
        const layout_node& node = in.children[i];
        const bool stays = i == 0 || row_[node.first].sticky || (in.fills && fits(node.first, node.last, tail));
        if (!stays) new_line(column);
        aligned(node, tail);
    }

    const token_row& row_;
    format_lines& out_;
    std::size_t base_;
    std::size_t hang_;  ///< where a line begins that a comment made
    std::string line_, comment_;
    std::size_t indent_ = 0, column_ = 0;
    bool fresh_ = true;  ///< nothing but its indentation stands on the line
};

/// Where the reasons and sources of a statement begin among its tokens, and the arrow; the number of tokens where there is none.
struct landmarks {
    std::size_t arrow, reasons;
};

landmarks find_landmarks(const token_row& row) {
    landmarks found{row.size(), row.size()};
    for (std::size_t i = row.size(); i-- != 0;) {
        if (row[i].is("because") || row[i].is("cites")) found.reasons = i;
        if (row[i].is("->")) found.arrow = i;
    }
    found.arrow = std::min(found.arrow, found.reasons);
    return found;
}

/// Tokens before the condition: a keyword; points; the name of a rule.
std::size_t before_condition(const token_row& row, const ast::statement& s) {
    if (s.kind == kind::evidence || s.kind == kind::claim) return 2;
    if (s.kind != kind::arrow) return 1;
    return s.keyword.begin == s.keyword.end ? 0 : row[2].is(":") ? 3 : 2;
}

void write_arrow(const token_row& row, const landmarks& at, std::size_t first, statement_writer& to) {
    const layout_node condition = layout_of(row, first, at.arrow);
    if (to.fits(first, at.reasons, 0)) return to.put(first, at.reasons);
    to.hanging(condition, 0);
    to.new_line(format_indent);
    to.put(at.arrow, at.reasons);
}

void write_reasons(const token_row& row, std::size_t first, std::size_t column, statement_writer& to) {
    for (std::size_t i = first; i != row.size(); ++i) {
        if (row[i].is("because") || row[i].is("cites")) to.new_line(column);
        to.put(i, i + 1);
    }
}

/// `given`: a line of a profile.
void write_given(const source& file, const ast::statement& s, format_lines& out) {
    out.line(std::string(format_indent, ' ') + "given " + format_profile_line(file, s.line));
}

}  // namespace

void write_statement(const source& file, const ast::statement& s, format_lines& out) {
    if (s.kind == kind::given) return write_given(file, s, out);
    const token_row row(format_tokens(file, s));
    const std::size_t base = words::is_clause(s.kind) ? format_indent : 0;
    const landmarks at = find_landmarks(row);
    statement_writer to(row, base, out);
    const std::size_t first = s.condition.nodes.empty() ? 0 : before_condition(row, s);
    to.put(0, first);
    if (s.kind == kind::arrow) write_arrow(row, at, first, to);
    else if (const layout_node shape = layout_of(row, first, at.reasons); shape.last == at.reasons) to.river(shape, 0);
    else to.put(first, at.reasons);  // a list without parentheses: other names
    write_reasons(row, at.reasons, base + format_indent, to);
    to.finish();
}

}  // namespace advise::grammar
