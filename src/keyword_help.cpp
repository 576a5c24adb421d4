#include "keyword_help.hpp"

#include "catalogue.hpp"
#include "render/text.hpp"

#include <advise/grammar/habits.hpp>

namespace advise::cli {
namespace {

/// As it stands in the table: small letters, single blanks, points without their number.
std::string as_listed(std::string_view word) {
    std::string text;
    for (const char c : grammar::without_blanks(word)) {
        if (c == ' ' && text.ends_with(' ')) continue;
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const bool points = !text.empty() && (text[0] == '+' || text[0] == '-') && text.find_first_not_of("0123456789n", 1) == text.npos;
    return points ? text.substr(0, 1) + "N" : text;
}

}  // namespace

std::array<std::span<const keyword_entry>, 3> all_keywords() { return {statement_keywords(), clause_keywords(), condition_keywords()}; }

const keyword_entry* find_keyword(std::string_view word) {
    const std::string wanted = as_listed(word);
    for (const auto& group : all_keywords())
        for (const keyword_entry& entry : group)
            if (entry.word == wanted) return &entry;
    return nullptr;
}

std::string keyword_help(std::string_view word, grammar::language in, const surface& on) {
    const keyword_entry* entry = find_keyword(word);
    if (entry == nullptr) return {};
    document page;
    page.blocks.push_back(title(std::string(entry->word)));
    page.blocks.push_back(paragraph(std::string(in == grammar::language::fa ? entry->meaning_fa : entry->meaning_en)));
    std::string out = render_text(page, on, in) + "\n" + tell(say::heading_example, in) + "\n";
    for (std::string_view lines = entry->example; !lines.empty(); lines.remove_prefix(lines.find('\n') + 1))
        out.append("    ").append(lines.substr(0, lines.find('\n'))).append("\n");
    return out;
}

}  // namespace advise::cli
