#include "markup.hpp"

#include "text_lines.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::cli {
namespace {

constexpr std::string_view isolate = "\u2068", isolate_end = "\u2069";

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
    const std::string marked = isolated(grammar::printable(text), in);     // what is printable holds no isolates of its own
    std::string out;
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t next = std::min(marked.find(isolate, at), marked.find(isolate_end, at));
        append_escaped(out, std::string_view(marked).substr(at, next - at));
        if (next == std::string::npos) break;
        out += marked.compare(next, isolate.size(), isolate) == 0 ? "<bdi>" : "</bdi>";
        at = next + isolate.size();
    }
    return out;
}

}  // namespace advise::cli
