#include "text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

namespace golden {

namespace {

constexpr std::size_t context = 3;              // equal lines shown around a difference
constexpr std::size_t most_cells = 16'000'000;  // of the table of common subsequences

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Lines with their line ends, so that a missing one at the end of a file is a difference too.
std::vector<std::string_view> whole_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

std::string visible(std::string_view line) {
    const bool ended = line.ends_with('\n');
    if (ended) line.remove_suffix(1);
    const std::size_t last = line.find_last_not_of(' ');
    const std::size_t text_end = last == std::string_view::npos ? 0 : last + 1;
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<unsigned char>(line[i]);
        char escape[8];
        if (i >= text_end) out += "·";
        else if (byte < 0x20 || byte == 0x7F) out.append(escape, static_cast<std::size_t>(std::snprintf(escape, sizeof escape, "\\x%02x", byte)));
        else out += line[i];
    }
    if (!ended) out += "  (no line end)";
    return out + '\n';
}

struct edit {
    char sign;
    std::string_view line;
};

/// The longest common subsequence by the textbook; falls back to "all of it" for texts beyond any golden case.
std::vector<edit> edits(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::vector<edit> script;
    const std::size_t width = b.size() + 1;
    if ((a.size() + 1) * width > most_cells) {
        for (const auto line : a) script.push_back({'-', line});
        for (const auto line : b) script.push_back({'+', line});
        return script;
    }
    std::vector<std::uint32_t> common((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i * width + j] = a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                                                 : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) script.push_back({' ', a[i++]}), ++j;
        else if (j == b.size() || (i < a.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) script.push_back({'-', a[i++]});
        else script.push_back({'+', b[j++]});
    }
    return script;
}

}  // namespace

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;      // a word has begun; it may still be empty, as in ''
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_blank(c)) {
            if (open) words.push_back(std::move(word));
            word.clear();
            open = false;
        } else if (c == '#' && !open) {
            i = std::min(text.find('\n', i), text.size()) - 1;
        } else if (c == '\'' || c == '"') {
            open = true;
            for (++i; i < text.size() && text[i] != c; ++i) {
                if (c == '"' && text[i] == '\\' && i + 1 < text.size()) ++i;
                word += text[i];
            }
            if (i >= text.size()) throw std::runtime_error("args: a quote is not closed");
        } else {
            open = true;
            if (c == '\\' && i + 1 < text.size()) ++i;
            word += text[i];
        }
    }
    if (open) words.push_back(std::move(word));
    return words;
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    for (std::string_view line : whole_lines(text)) {
        if (line.ends_with('\n')) line.remove_suffix(1);
        if (!line.empty()) lines.emplace_back(line);
    }
    return lines;
}

std::string difference(std::string_view expected, std::string_view got) {
    const std::vector<edit> script = edits(whole_lines(expected), whole_lines(got));
    std::vector<bool> shown(script.size(), false);
    for (std::size_t i = 0; i < script.size(); ++i)
        if (script[i].sign != ' ')
            for (std::size_t j = i - std::min(i, context); j < std::min(script.size(), i + context + 1); ++j) shown[j] = true;
    std::string out;
    for (std::size_t i = 0; i < script.size(); ++i) {
        if (shown[i]) out += script[i].sign + visible(script[i].line);
        else if (i > 0 && shown[i - 1]) out += "@@\n";
    }
    return out;
}

}  // namespace golden
