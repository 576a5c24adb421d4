#include "markup.hpp"

#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

constexpr std::string_view isolate = "\u2068", ltr_isolate = "\u2066", isolate_end = "\u2069";

std::string_view tag_of(std::string_view mark) { return mark == isolate ? "<bdi>" : mark == ltr_isolate ? "<bdi dir=\"ltr\">" : "</bdi>"; }

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
}

}  // namespace

std::string markup(std::string_view text) { return escaped_markup(grammar::printable(text)); }

std::string escaped_markup(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

std::string markup_isolated(std::string_view text, grammar::language in) {
    const std::string marked = isolated_with_signs(grammar::printable(text), in);      // what is printable holds no isolates of its own
    const std::string_view all = marked;
    std::string out;
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t next = std::min({all.find(isolate, at), all.find(ltr_isolate, at), all.find(isolate_end, at)});
        append_escaped(out, all.substr(at, next - at));
        if (next == std::string::npos) break;
        out += tag_of(all.substr(next, isolate.size()));
        at = next + isolate.size();
    }
    return out;
}

}  // namespace advise::cli
