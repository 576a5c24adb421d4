#include "typed_place.hpp"

#include <advise/grammar/keywords.hpp>

#include <algorithm>

namespace advise::cli::lsp {
namespace {

using enum typed_mode;
using tokens = std::span<const typed_token>;

bool is_keyword(const typed_token& first) {
    const auto among = [&](const std::vector<std::string_view>& words) { return std::find(words.begin(), words.end(), first.lower) != words.end(); };
    return first.kind == typed_kind::word && (among(grammar::statement_words()) || among(grammar::clause_words()));
}

typed_statement_place condition(tokens all, std::size_t word_begin, bool reasons, bool arrow) {
    return {place_in_condition(all, word_begin), reasons, arrow};
}

/// `requires 3 points`, or a condition.
typed_statement_place required(tokens behind, std::size_t word_begin) {
    if (behind.empty() || behind[0].kind != typed_kind::number) return condition(behind, word_begin, true, false);
    typed_statement_place made;
    if (behind.size() < 2) return made;
    made.takes_reasons = true;
    // The rest is read as what follows a text.
    std::vector<typed_token> rest(behind.begin() + 2, behind.end());
    rest.insert(rest.begin(), {typed_token{typed_kind::word, "x", 0, "x"}, typed_token{typed_kind::symbol, "->", 0, "->"},
                               typed_token{typed_kind::word, "x", 0, "x"}});
    made.at = place_in_condition(rest, word_begin);
    if (made.at.mode == behind_conclusion) made.at.mode = behind_text, made.at.term_begin = word_begin;
    return made;
}

typed_statement_place evidence(tokens all, std::size_t word_begin) {
    const std::size_t points = all[0].kind == typed_kind::number ? 1 : 2;
    return all.size() < points ? typed_statement_place() : condition(all.subspan(points), word_begin, true, false);
}

typed_statement_place named_rule(tokens all, std::size_t word_begin) {
    const auto colon = std::find_if(all.begin(), all.end(), [](const typed_token& t) { return t.lower == ":"; });
    if (colon == all.end()) return {};
    return condition(all.subspan(static_cast<std::size_t>(colon - all.begin()) + 1), word_begin, true, true);
}

}  // namespace

typed_statement_place place_in_statement(const typed_statement& typed) {
    const tokens all(typed.tokens);
    if (all.empty()) return {};
    const typed_token& first = all[0];
    const std::size_t word_begin = typed.word_begin;
    if (first.lower == "when" || first.lower == "unless") return condition(all.subspan(1), word_begin, true, false);
    if (first.lower == "after") return condition(all.subspan(1), word_begin, false, false);
    if (first.lower == "requires") return required(all.subspan(1), word_begin);
    if (first.lower == "rule") return named_rule(all, word_begin);
    if (first.lower == "+" || first.lower == "-" || first.kind == typed_kind::number) return evidence(all, word_begin);
    if (first.lower == "claim" && all.size() > 1 && (all[1].lower == "always" || all[1].lower == "never"))
        return condition(all.subspan(2), word_begin, false, false);
    return is_keyword(first) ? typed_statement_place() : condition(all, word_begin, true, true);
}

std::vector<std::string_view> words_behind(const typed_statement_place& place) {
    std::vector<std::string_view> words;
    const typed_mode mode = place.at.mode;
    const bool operand_ends = mode == behind_term || mode == behind_value || mode == behind_list || mode == behind_group;
    if (operand_ends) words = {"and", "or"};
    if (operand_ends && place.takes_arrow && !place.at.inside) words.emplace_back("->");
    const bool complete = operand_ends ? !place.takes_arrow : mode == behind_conclusion || mode == behind_text;
    if (complete && place.takes_reasons && !place.at.inside) words.insert(words.end(), {"because", "cites"});
    return words;
}

}  // namespace advise::cli::lsp
