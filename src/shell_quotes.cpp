#include "shell_quotes.hpp"

namespace advise::cli {
namespace {

constexpr std::string_view special_in_double_quotes = "\"\\$`";

bool plain(char c) {
    const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return alphanumeric || static_cast<unsigned char>(c) >= 0x80 || std::string_view("_-./+%@:,=").find(c) != std::string_view::npos;
}

}  // namespace

unquoted_word unquoted(std::string_view word) {
    unquoted_word made;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        const bool has_next = i + 1 < word.size();
        if (made.open == '\'') {
            if (c == '\'') made.open = 0;
            else made.text += c;
        } else if (c == '\\' && has_next && (made.open == 0 || special_in_double_quotes.find(word[i + 1]) != std::string_view::npos)) {
            made.text += word[++i];
        } else if (c == made.open) {
            made.open = 0;
        } else if (made.open == 0 && (c == '"' || c == '\'')) {
            made.open = c;
        } else {
            made.text += c;
        }
    }
    return made;
}

std::string quoted_for_bash(std::string_view text, char open) {
    std::string made;
    for (const char c : text) {
        if (open == '\'') made += c == '\'' ? "'\\''" : std::string(1, c);
        else {
            const bool escape = open == '"' ? special_in_double_quotes.find(c) != std::string_view::npos : !plain(c);
            if (escape) made += '\\';
            made += c;
        }
    }
    return made;
}

}  // namespace advise::cli
