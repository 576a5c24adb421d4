// Hostile texts, and what holds of well-formed markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::testing {

/// Labels that people may give to facts, roles and sources when they mean harm.
inline const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> all = {
        "</script><img src=x onerror=alert(1)>", "](javascript:alert(1))", "[x](https://evil.example)", "`` ` ```", "a|b|c",
        "\" onload=\"alert(1)", "' style='x", "]]>", "<!--", "-->", "&lt;&amp;&#0;", "</style><style>*{display:none}", "</title>", "# not a heading",
        "https://evil.example www.evil.example me@evil.example", "**bold** __b__ ~~s~~ $x$", "1. one", "- item", "+ item", "> quote", "=====", "![i](u)",
        "\u202Eevil\u2069\u2066", "a\x01\x1b[31mb", "\\", "\\N\\G\\l", "tail\\", "\"];evil[label=\"", "C#", "# #", "سلام ML (دنیا)", "a\nb", "\xff\xfe",
        "<details open ontoggle=alert(1)>", "<svg/onload=alert(1)>", "{{7*7}}",
    };
    return all;
}

/// Why a text is not well-formed XML (of the kind that we write: no entities but the five and numbers, no comments, no sections of
/// characters), or "" where it is. Every tag is closed in its turn, every attribute is quoted and stands once, no bare < or &.
inline std::string malformed(std::string_view text) {
    if (text.starts_with("<!DOCTYPE html>")) text.remove_prefix(15);
    std::vector<std::string> open;
    for (std::size_t at = 0; at < text.size();) {
        const auto bad = [&](std::string_view why) { return std::string(why) + " at: " + std::string(text.substr(at, 60)); };
        if (text[at] == '&') {
            const std::string_view rest = text.substr(at);
            bool known = false;
            for (const std::string_view entity : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) known = known || rest.starts_with(entity);
            if (!known) return bad("a bare &");
            ++at;
            continue;
        }
        if (static_cast<unsigned char>(text[at]) < 0x20 && text[at] != '\n') return bad("a control character");
        if (text[at] == '>') {                      // legal, yet we always escape it outside of style sheets
            if (open.empty() || open.back() != "style") return bad("a bare >");
            ++at;
            continue;
        }
        if (text[at] != '<') { ++at; continue; }
        const std::size_t end = text.find('>', at);
        if (end == std::string_view::npos) return bad("a tag without end");
        std::string_view tag = text.substr(at + 1, end - at - 1);
        const bool closing = tag.starts_with('/'), empty = tag.ends_with('/');
        if (closing) tag.remove_prefix(1);
        if (empty) tag.remove_suffix(1);
        std::size_t i = 0;
        while (i < tag.size() && ((tag[i] >= 'a' && tag[i] <= 'z') || (i > 0 && tag[i] >= '0' && tag[i] <= '9'))) ++i;
        const std::string name(tag.substr(0, i));
        if (name.empty()) return bad("a tag without name");
        std::vector<std::string_view> attributes;
        while (i < tag.size()) {
            if (tag[i] != ' ') return bad("no blank before an attribute");
            const std::size_t equals = tag.find("=\"", i);
            if (equals == std::string_view::npos) return bad("an attribute without value");
            const std::string_view attribute = tag.substr(i + 1, equals - i - 1);
            for (const std::string_view other : attributes)
                if (other == attribute) return bad("an attribute twice");
            if (attribute.empty() || attribute.find_first_not_of("abcdefghijklmnopqrstuvwxyzB-:") != std::string_view::npos) return bad("a wrong name of an attribute");
            if (attribute.starts_with("on") || attribute == "style") return bad("a script or style in an attribute");
            attributes.push_back(attribute);
            const std::size_t close = tag.find('"', equals + 2);
            if (close == std::string_view::npos) return bad("a quotation without end");
            i = close + 1;
        }
        if (name == "script") return bad("a script");
        if (closing) {
            if (open.empty() || open.back() != name) return bad("a tag closed out of turn");
            open.pop_back();
        } else if (!empty) {
            open.push_back(name);
        }
        at = end + 1;
    }
    return open.empty() ? std::string() : "never closed: " + open.back();
}

}  // namespace advise::cli::testing
