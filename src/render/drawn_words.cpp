#include "drawn_words.hpp"

#include "markup.hpp"
#include "text_lines.hpp"

#include "../catalogue.hpp"

#include <advise/grammar/utf8.hpp>

namespace advise::cli {

std::string truth_words(drawn_truth truth, grammar::language in) {
    switch (truth) {
        case drawn_truth::yes: return tell(say::drawn_yes, in);
        case drawn_truth::no: return tell(say::drawn_no, in);
        case drawn_truth::open: return tell(say::drawn_open, in);
        case drawn_truth::none: break;
    }
    return {};
}

std::string_view truth_name(drawn_truth truth) {
    switch (truth) {
        case drawn_truth::yes: return "yes";
        case drawn_truth::no: return "no";
        case drawn_truth::open: return "open";
        case drawn_truth::none: break;
    }
    return "none";
}

namespace {

/// Of either script; the Persian ones are U+06F0 to U+06F9.
bool ends_with_digit(std::string_view text) {
    if (text.empty()) return false;
    const char last = text.back();
    return (last >= '0' && last <= '9') || (text.size() > 1 && text[text.size() - 2] == '\xDB' && last >= '\xB0' && last <= '\xB9');
}

/// A number stays with the word behind it, for apart they are read in another order where the word runs the other way.
std::string numbers_kept(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ' && ends_with_digit(text.substr(0, at))) out += "\u00A0";
        else out += text[at];
    }
    return out;
}

/// The blanks again that the number was kept with.
std::string with_blanks(std::string line) {
    constexpr std::string_view kept = "\u00A0";
    for (std::size_t at = 0; (at = line.find(kept, at)) != std::string::npos; ++at)
        if (ends_with_digit(std::string_view(line).substr(0, at))) line.replace(at, kept.size(), " ");
    return line;
}

}  // namespace

std::vector<std::string> label_lines(const std::string& text, std::size_t columns, std::size_t most, grammar::language in) {
    std::vector<std::string> made;
    if (text.empty()) return made;
    for (const text_line& line : wrap(phrase(numbers_kept(grammar::printable(text))), columns)) {
        std::string all;
        for (const stretch& part : line.parts) all += part.text;
        if (made.size() == most) {
            made.back() += " …";
            break;
        }
        made.push_back(std::move(all));
    }
    for (std::string& line : made) line = isolated_with_signs(with_blanks(std::move(line)), in);
    return made;
}

std::string directed(const std::string& line, grammar::language in) { return in == grammar::language::fa ? "\u200F" + line : line; }

std::vector<std::string> words_of_node(const diagram_node& node, grammar::language in) {
    constexpr std::size_t columns = 28, most_lines = 8;
    std::vector<std::string> words;
    for (const std::string* text : {&node.label, &node.note})
        for (const std::string& line : label_lines(*text, columns, most_lines, in)) words.push_back(directed(line, in));
    if (const std::string truth = truth_words(node.truth, in); !truth.empty()) words.push_back(directed(truth, in));
    if (node.cut) words.push_back(directed("…", in));
    return words;
}

}  // namespace advise::cli
