// Lines and columns as editors count them: both from 0, columns in UTF-16 units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace advise::cli::lsp {

struct position {
    std::uint32_t line = 0;
    std::uint32_t unit = 0;
    friend auto operator<=>(const position&, const position&) = default;
};

struct range {
    position begin;
    position end;
    friend bool operator==(const range&, const range&) = default;
};

/// Where the lines of a text begin. A line ends with LF, CR LF or CR, as the protocol has it.
class line_table {
public:
    /// O(bytes).
    explicit line_table(std::string_view text);

    /// The byte at a position; what is past the end of a line or of the text is at its end, and the middle of a pair of units is
    /// before the pair. `text` is the one of the constructor. O(length of the line).
    [[nodiscard]] std::uint32_t offset_of(std::string_view text, position at) const;
    /// The position of a byte; inside a code point, of its beginning. O(log lines + length of the line).
    [[nodiscard]] position position_of(std::string_view text, std::uint32_t offset) const;
    /// Begin and end of a line, without what ends it. Past the last line: the end of the text.
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t line) const;
    [[nodiscard]] std::uint32_t line_end(std::string_view text, std::uint32_t line) const;
    [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(begins_.size()); }

private:
    std::vector<std::uint32_t> begins_;
    std::uint32_t size_;
};

/// How many UTF-16 units a text is. O(bytes).
std::uint32_t utf16_units(std::string_view text);

}  // namespace advise::cli::lsp
