// JSON as we print it: keys in the order in which they are written, no floating point, valid UTF-8, nothing raw that a terminal would
// obey. The outer levels are broken into lines, so that a result can be read and compared; what lies deeper stands on one line. A line of
// NDJSON has neither line ends nor blanks between its tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace advise::cli {

enum class json_layout : std::uint8_t { page, line };

class json_writer {
public:
    json_writer(std::string& out, json_layout layout) : out_(out), broken_(layout == json_layout::line ? 0 : 2), dense_(layout == json_layout::line) {}
    /// Containers inside fewer than `broken` others are broken into lines.
    explicit json_writer(std::string& out, unsigned broken = 2) : out_(out), broken_(broken) {}

    json_writer& begin_object() { return open('{'); }
    json_writer& end_object() { return close('}'); }
    json_writer& begin_array() { return open('['); }
    json_writer& end_array() { return close(']'); }
    json_writer& key(std::string_view name);
    json_writer& string(std::string_view text);
    json_writer& number(std::int64_t n);
    json_writer& boolean(bool value) { return literal(value ? "true" : "false"); }
    json_writer& null() { return literal("null"); }
    /// A value that is JSON already.
    json_writer& raw(std::string_view json) { return literal(json); }

    // a member in one go
    json_writer& member(std::string_view name, std::string_view text) { return key(name).string(text); }
    json_writer& member_number(std::string_view name, std::int64_t n) { return key(name).number(n); }
    json_writer& member_boolean(std::string_view name, bool value) { return key(name).boolean(value); }

private:
    json_writer& open(char bracket);
    json_writer& close(char bracket);
    json_writer& literal(std::string_view text);
    void before_value();
    void new_line();

    std::string& out_;
    unsigned broken_;
    bool dense_ = false;
    unsigned depth_ = 0;
    bool first_ = true;         ///< nothing stands in this container yet
    bool after_key_ = false;
};

/// A text between quotes, escaped. Bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string_view text, std::string& out);

}  // namespace advise::cli
