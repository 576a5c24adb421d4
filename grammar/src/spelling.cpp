// From a term in a text to what it says, and back to how it has to be written.
#include <advise/grammar/parse.hpp>
#include <advise/grammar/term_key.hpp>

namespace advise::grammar {
namespace {

bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string unquoted(std::string_view text) {
    if (text.starts_with('"')) text.remove_prefix(1);
    if (text.ends_with('"')) text.remove_suffix(1);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
        if (next == 'n') out += '\n', ++i;
        else if (next == '"' || next == '\\') out += next, ++i;
        else out += text[i];
    }
    return out;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (!is_blank_byte(c)) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace

std::string spelling(const source& file, ast::term t) {
    return t.quoted ? unquoted(file.text(t.where)) : with_single_blanks(file.text(t.where));
}

std::string quoted_if_needed(std::string_view spelling) {
    if (is_plain_term(spelling) && with_single_blanks(spelling) == spelling) return std::string(spelling);
    std::string out = "\"";
    for (const char c : spelling) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out += '"';
}

}  // namespace advise::grammar
