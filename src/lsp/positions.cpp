#include "positions.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli::lsp {
namespace {

std::uint32_t units_of(char32_t point) { return point > 0xFFFF ? 2 : 1; }

}  // namespace

line_table::line_table(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
    begins_.push_back(0);
    for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at)) {
        at += text.substr(at).starts_with("\r\n") ? 2 : 1;
        begins_.push_back(static_cast<std::uint32_t>(at));
    }
}

std::uint32_t line_table::line_begin(std::uint32_t line) const { return line < begins_.size() ? begins_[line] : size_; }

std::uint32_t line_table::line_end(std::string_view text, std::uint32_t line) const {
    const std::uint32_t begin = line_begin(line);
    std::uint32_t end = line_begin(line + 1);
    while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
    return end;
}

std::uint32_t line_table::offset_of(std::string_view text, position at) const {
    std::uint32_t offset = line_begin(at.line);
    const std::string_view line = text.substr(0, line_end(text, at.line));
    for (std::uint32_t unit = 0; offset < line.size();) {
        const grammar::decoded here = grammar::decode_one(line, offset);
        unit += units_of(here.point);
        if (unit > at.unit) break;
        offset += here.length;
    }
    return offset;
}

position line_table::position_of(std::string_view text, std::uint32_t offset) const {
    offset = std::min(offset, size_);
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - begins_.begin()) - 1;
    position found{line, 0};
    for (std::size_t at = begins_[line]; at < offset;) {
        const grammar::decoded here = grammar::decode_one(text, at);
        at += here.length;
        if (at <= offset) found.unit += units_of(here.point);
    }
    return found;
}

std::uint32_t utf16_units(std::string_view text) {
    std::uint32_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const grammar::decoded here = grammar::decode_one(text, at);
        at += here.length;
        units += units_of(here.point);
    }
    return units;
}

}  // namespace advise::cli::lsp
