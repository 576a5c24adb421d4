#include "format_lines.hpp"

#include <advise/grammar/format.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <utility>

namespace advise::grammar {
namespace {

constexpr std::size_t before_comment = 2;

}  // namespace

void format_lines::begin_line() {
    if (blank_ || (!run_.empty() && run_.back().comment.empty())) write_out();
    if (blank_ && !out_.empty()) out_ += '\n';
    blank_ = false;
}

// The comments of a run begin in the column that its widest line needs; a line without room for more does not count.
void format_lines::write_out() {
    std::size_t column = 0;
    for (const pending& one : run_)
        if (const std::size_t width = display_width(one.code); !one.comment.empty() && width <= format_columns) column = std::max(column, width);
    for (const pending& one : run_) {
        out_ += one.code;
        if (!one.comment.empty()) {
            const std::size_t width = display_width(one.code);
            out_.append((width < column ? column - width : 0) + before_comment, ' ');
            out_ += one.comment;
        }
        out_ += '\n';
    }
    run_.clear();
}

void format_lines::line(std::string code, std::string comment) {
    begin_line();
    run_.push_back({std::move(code), {}});
    if (!comment.empty()) trail(std::move(comment));
}

void format_lines::trail(std::string comment) { run_.back().comment = std::move(comment); }

void format_lines::own(std::size_t indent, std::string comment) {
    begin_line();
    write_out();
    out_.append(indent, ' ');
    out_ += comment + '\n';
}

std::string format_lines::finish() {
    write_out();
    return std::move(out_);
}

}  // namespace advise::grammar
