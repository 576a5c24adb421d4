// Formats texts and looks at what came out; and its slow twin: comments found line by line.
#pragma once

#include <advise/grammar/format.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace formatting {

namespace grammar = advise::grammar;

enum class what { rules, profile };

inline grammar::source_ptr read(std::string text, grammar::diagnostics& found) {
    bool usable = true;
    return grammar::read_source("t", std::move(text), 0, found, usable);
}

/// The formatted text, or "errors".
inline std::string formatted(std::string text, what kind = what::rules) {
    grammar::diagnostics found;
    const grammar::source_ptr file = read(std::move(text), found);
    if (found.has_errors()) return "errors";
    return (kind == what::rules ? grammar::format_rules(*file, found) : grammar::format_profile(file, found)).value_or("errors");
}
inline std::string formatted_profile(std::string text) { return formatted(std::move(text), what::profile); }

/// Where the comment of a line begins, quotes in mind; its length where there is none.
inline std::size_t comment_at(std::string_view line) {
    std::size_t first = 0;
    while (first < line.size() && (line[first] == ' ' || line[first] == '\t' || line.substr(first).starts_with("\u200C")))
        first += line[first] == '\xE2' ? 3 : 1;
    bool quoted = false;
    for (std::size_t i = first; i < line.size(); ++i) {
        const bool blank_before = i == first || line[i - 1] == ' ' || line[i - 1] == '\t';
        if (quoted && line[i] == '\\') ++i;
        else if (line[i] == '"') quoted = !quoted;
        else if (!quoted && line[i] == '#' && blank_before) return i;
    }
    return line.size();
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

/// The first line of each text that differs, for messages.
inline std::string first_difference(std::string_view got, std::string_view wanted) {
    const auto a = lines_of(got), b = lines_of(wanted);
    std::size_t i = 0;
    while (i < a.size() && i < b.size() && a[i] == b[i]) ++i;
    if (i == a.size() && i == b.size()) return {};
    return "line " + std::to_string(i + 1) + "\n  got    " + std::string(i < a.size() ? a[i] : "(end)") + "\n  wanted "
           + std::string(i < b.size() ? b[i] : "(end)");
}

/// As it is read: no marks, blanks for no-break spaces.
inline std::string as_read(std::string text) {
    const auto replace_all = [&](std::string_view what, std::string_view with) {
        for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += with.size()) text.replace(at, what.size(), with);
    };
    if (text.starts_with("\uFEFF")) text.erase(0, 3);
    replace_all("\u00A0", " ");
    for (const std::string_view mark : {"\u200E", "\u200F", "\u061C", "\u00AD"}) replace_all(mark, "");
    return text;
}

/// All comments of a text in order, without blanks at their ends.
inline std::vector<std::string> comments_of(const std::string& text) {
    std::vector<std::string> found;
    const std::string read = as_read(text);
    for (const std::string_view line : lines_of(read)) {
        std::string comment(line.substr(comment_at(line)));
        while (comment.ends_with(' ') || comment.ends_with('\t') || comment.ends_with('\r')) comment.pop_back();
        if (!comment.empty()) found.push_back(std::move(comment));
    }
    return found;
}

}  // namespace formatting
