// The lines that the formatter writes: groups of lines with one blank line between them, comments at the ends of neighbouring
// lines in one column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace advise::grammar {

class format_lines {
public:
    /// A line, blanks at its start included. `comment` may be empty.
    void line(std::string code, std::string comment = {});
    /// A comment at the end of the last line.
    void trail(std::string comment);
    /// A comment on a line of its own.
    void own(std::size_t indent, std::string comment);
    /// One blank line before what comes next; nothing at the start of the text, and once however often it is said.
    void blank() { blank_ = true; }

    /// All lines. Nothing may be added afterwards.
    std::string finish();

private:
    struct pending {
        std::string code, comment;
    };
    void begin_line();
    void write_out();

    std::string out_;
    std::vector<pending> run_;  ///< neighbouring lines with comments at their ends, and the last line of all
    bool blank_ = false;
};

}  // namespace advise::grammar
