#include "keyword_hover.hpp"

#include "../keyword_help.hpp"
#include "typed_tokens.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/keywords.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace advise::cli::lsp {
namespace {

using text = std::string_view;
using words = std::vector<text>;

json::value shown(const text_file& file, const keyword_entry& entry, std::size_t begin, std::size_t end, grammar::language in) {
    const text written = file.source().written();
    const auto place = [&](std::size_t offset) { return file.lines().position_of(written, static_cast<std::uint32_t>(offset)); };
    const std::string meaning(in == grammar::language::fa ? entry.meaning_fa : entry.meaning_en);
    return json::object{{"contents", json::object{{"kind", "markdown"}, {"value", meaning + "\n\n```advise\n" + std::string(entry.example) + "```"}}},
                        {"range", as_json(range{place(begin), place(end)})}};
}

bool among(const words& all, text word) { return std::ranges::find(all, word) != all.end(); }

/// Whether a word that does not begin the statement is one of the language there.
bool stands_in(text statement, text word) {
    if (statement == "fact" && among(grammar::type_words(), word)) return true;
    if (statement == "claim" && among(grammar::claim_words(), word)) return true;
    if (statement == "expect") return among(grammar::expect_words(), word);
    if (statement == "given")
        return word == "at least" || word == "at most" || word == "includes" || word == "yes" || word == "no" || word == "unknown";
    if (statement == "requires" && word == "points") return true;
    return word == "->" || among(grammar::condition_words(), word);
}

class finder {
public:
    explicit finder(std::span<const typed_token> tokens) : tokens_(tokens) {}

    /// The tokens from `first` on, as many as there are in the word; nullptr where they are none.
    const keyword_entry* find(std::size_t first, std::size_t count) const {
        if (first + count > tokens_.size()) return nullptr;
        std::string word;
        for (std::size_t i = first; i < first + count; ++i) {
            if (tokens_[i].kind == typed_kind::quoted) return nullptr;
            word += (word.empty() ? "" : " ") + tokens_[i].lower;
        }
        if (first == 0) return begins(word) ? find_keyword(word) : nullptr;
        return stands_in(tokens_[0].lower, word) ? find_keyword(word) : nullptr;
    }

private:
    [[nodiscard]] bool begins(text word) const {
        return among(grammar::statement_words(), word) || among(grammar::clause_words(), word) || among(grammar::condition_words(), word)
               || word.starts_with('+') || (word.starts_with('-') && word != "->");
    }

    std::span<const typed_token> tokens_;
};

}  // namespace

json::value keyword_hover(const text_file& file, position at, grammar::language in) {
    const text written = file.source().written();
    const std::size_t offset = file.lines().offset_of(written, at), end = file.lines().line_end(written, at.line);
    const std::string lines = std::string(written.substr(0, end)) + "\n";
    const typed_statement typed = statement_above_cursor(lines);
    for (std::size_t i = 0; i < typed.tokens.size(); ++i) {
        const typed_token& token = typed.tokens[i];
        if (offset < token.begin || offset >= token.end()) continue;
        const finder of(typed.tokens);
        constexpr std::array<std::pair<std::size_t, std::size_t>, 3> stretches = {
            {{0, 2}, {1, 2}, {0, 1}}};  // how far before this one it begins, and its length
        for (const auto& [before, count] : stretches) {
            const keyword_entry* entry = before > i ? nullptr : of.find(i - before, count);
            if (entry != nullptr) return shown(file, *entry, typed.tokens[i - before].begin, typed.tokens[i - before + count - 1].end(), in);
        }
    }
    return nullptr;
}

json::value profile_keyword_hover(const text_file& file, position at, grammar::language in) {
    constexpr std::array<std::pair<text, text>, 3> persian = {{{"نام", "name"}, {"یادداشت", "note"}, {"بقیه", "otherwise"}}};
    const text written = file.source().written();
    const std::size_t begin = file.lines().line_begin(at.line), end = file.lines().line_end(written, at.line);
    const text line = written.substr(begin, end - begin);
    const text key = grammar::without_blanks(line.substr(0, line.find(':')));
    text word = key;
    for (const auto& [own, english] : persian)
        if (key == own) word = english;
    const keyword_entry* entry = find_keyword(word);
    const std::size_t key_begin = static_cast<std::size_t>(key.data() - written.data());
    const std::size_t offset = file.lines().offset_of(written, at);
    if (entry == nullptr || !entry->of_profiles || offset < key_begin || offset > key_begin + key.size()) return nullptr;
    return shown(file, *entry, key_begin, key_begin + key.size(), in);
}

}  // namespace advise::cli::lsp
