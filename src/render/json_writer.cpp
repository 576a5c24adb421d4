#include "json_writer.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>
#include <iterator>

namespace advise::cli {
namespace {

void escape_unit(char32_t unit, std::string& out) {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(unit));
}

/// What has a short escape of its own, else \uXXXX, in two halves above U+FFFF.
void escape(char32_t point, std::string& out) {
    switch (point) {
        case U'"': out += "\\\""; return;
        case U'\\': out += "\\\\"; return;
        case U'\n': out += "\\n"; return;
        case U'\r': out += "\\r"; return;
        case U'\t': out += "\\t"; return;
        default: break;
    }
    if (point < 0x10000) return escape_unit(point, out);
    escape_unit(0xD800 + ((point - 0x10000) >> 10), out);
    escape_unit(0xDC00 + ((point - 0x10000) & 0x3FF), out);
}

bool needs_escape(char32_t point) {
    return point == U'"' || point == U'\\' || grammar::is_control(point) || grammar::is_bidi_control(point);
}

/// Bytes from `at` on that stand for themselves.
std::size_t plain_run(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= ' ' && text[end] < '\x7f' && text[end] != '"' && text[end] != '\\') ++end;
    return end - at;
}

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = plain_run(text, at);
        out.append(text, at, plain);
        at += plain;
        if (at == text.size()) break;
        const grammar::decoded next = grammar::decode_one(text, at);
        if (needs_escape(next.point)) escape(next.point, out);
        else grammar::encode(next.point, out);
        at += next.length;
    }
    out += '"';
}

void json_writer::new_line() {
    if (depth_ > broken_) return;
    out_ += '\n';
    out_.append(2 * depth_, ' ');
}

void json_writer::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += depth_ > broken_ && !dense_ ? ", " : ",";
    new_line();
    first_ = false;
}

json_writer& json_writer::key(std::string_view name) {
    before_value();
    append_json_string(name, out_);
    out_ += dense_ ? ":" : ": ";
    after_key_ = true;
    return *this;
}

json_writer& json_writer::string(std::string_view text) {
    before_value();
    append_json_string(text, out_);
    return *this;
}

json_writer& json_writer::number(std::int64_t n) {
    before_value();
    fmt::format_to(std::back_inserter(out_), "{}", n);
    return *this;
}

json_writer& json_writer::literal(std::string_view text) {
    before_value();
    out_ += text;
    return *this;
}

json_writer& json_writer::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

json_writer& json_writer::close(char bracket) {
    const bool empty = first_;
    --depth_;
    if (!empty && depth_ < broken_) {
        out_ += '\n';
        out_.append(2 * depth_, ' ');
    }
    out_ += bracket;
    first_ = false;
    if (depth_ == 0 && !dense_) out_ += '\n';
    return *this;
}

}  // namespace advise::cli
