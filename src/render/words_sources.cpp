// How sources are cited: "book, paragraph 3". The text of a citation is its author's; in Persian its common words
// (paragraph, page, chapter …) are said in Persian when there is nothing else in it but numbers.
#include "words.hpp"

#include <advise/grammar/utf8.hpp>

#include <array>
#include <optional>

namespace advise::cli {
namespace {

struct entry { std::string_view word; say id; };
constexpr std::array<entry, 8> common = {{
    {"book", say::cited_book}, {"paragraph", say::cited_paragraph}, {"paragraphs", say::cited_paragraphs},
    {"page", say::cited_page}, {"chapter", say::cited_chapter}, {"section", say::cited_section},
    {"note", say::cited_note}, {"notes", say::cited_notes},
}};

std::optional<std::string> in_persian(std::string_view word) {
    for (const entry& known : common)
        if (known.word == word) return tell(known.id, grammar::language::fa);
    if (word.find_first_not_of("0123456789.-–") == std::string_view::npos) return digits(word, grammar::language::fa);
    return std::nullopt;
}

/// The text in Persian, if all its words are common ones or numbers.
std::string said_in_persian(std::string_view text) {
    constexpr std::string_view of_the_text = " of the text";
    if (text.ends_with(of_the_text)) {
        const std::string_view rest = text.substr(0, text.size() - of_the_text.size());
        const std::string said = said_in_persian(rest);
        return said == rest ? std::string(text) : said + ' ' + tell(say::cited_of_text, grammar::language::fa);
    }
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const auto word = in_persian(text.substr(at, end - at));
        if (!word) return std::string(text);
        if (!out.empty()) out += ' ';
        out += *word;
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string words::sources(const std::vector<engine::citation>& citations) const {
    const auto say_text = [&](std::string_view text) {
        return grammar::printable(in_ == grammar::language::fa ? said_in_persian(text) : std::string(text));
    };
    std::vector<std::string> told;
    for (const engine::citation& c : citations) {
        std::string one = say_text(rules_.cited[c.source].term);
        if (!c.text.empty()) one = say_it(say::source_and_text, {one, say_text(c.text)});
        told.push_back(std::move(one));
    }
    return list_with(say::between_sources, told);
}

}  // namespace advise::cli
