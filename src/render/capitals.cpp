#include "capitals.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

bool small(char c) { return c >= 'a' && c <= 'z'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }
bool in_a_word(char c) {
    return small(c) || capital(c) || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '#' || static_cast<unsigned char>(c) >= 0x80;
}
char small_of(char c) { return capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// The first word where it may be one that has a capital only because it stands first; else "".
std::string_view doubtful_word(std::string_view label, std::string_view term) {
    if (label.empty() || !capital(label.front()) || term.empty() || capital(term.front())) return {};
    const std::string_view word = label.substr(0, label.find(' '));
    const bool plain = std::all_of(word.begin() + 1, word.end(), [](char c) { return small(c) || c == '-'; });
    return plain && (word.size() > 1 || word == "A") ? word : std::string_view();
}

/// Words that are never names.
bool is_function_word(std::string_view word) {
    constexpr std::string_view all[] = {"A",     "An",   "The",   "Any",   "All",     "No",    "Not",   "Some",  "Each",  "Every",
                                        "At",    "By",   "For",   "From",  "In",      "Of",    "On",    "To",    "With",  "Without",
                                        "Up",    "Is",   "Are",   "Was",   "Has",     "Have",  "Had",   "Does",  "Do",    "Can",
                                        "May",   "Must", "Might", "Could", "Should",  "Would", "How",   "What",  "When",  "Where",
                                        "Which", "Who",  "Whose", "Why",   "Whether", "Likes", "Loves", "Wants", "Needs", "Knows"};
    return std::ranges::find(all, word) != std::end(all);
}

enum class spelling { none, with_small, with_capital };

/// Words before this place belong to the same sentence, so that a capital here is no sentence's.
bool inside_sentence(std::string_view text, std::size_t at) {
    const std::size_t before = text.substr(0, at).find_last_not_of(" \"'(");
    return before != std::string_view::npos && std::string_view(".!?:").find(text[before]) == std::string_view::npos;
}

/// How a text writes a word: a capital inside a sentence is a name's, whatever the word else means ("how far would you go with Go?"); \param rest the word without its first letter
spelling spelling_in(std::string_view text, char first, std::string_view rest) {
    spelling found = spelling::none;
    for (std::size_t at = 1; (at = text.find(rest, at)) != std::string_view::npos; ++at) {
        const std::size_t begin = at - 1, end = at + rest.size();
        if (small_of(text[begin]) != first || (begin != 0 && in_a_word(text[begin - 1])) || (end < text.size() && in_a_word(text[end]))) continue;
        if (small(text[begin])) found = spelling::with_small;
        else if (inside_sentence(text, begin)) return spelling::with_capital;
    }
    return found;
}

/// Looks for one word in one text after the other.
class word_search {
public:
    /// \param most how much text to look through
    word_search(std::string_view word, std::string_view language, std::size_t most)
        : first_(small_of(word.front())), rest_(word.substr(1)), language_(language), most_(most) {}

    /// Whether it is known now, or enough has been looked through.
    bool over() const { return found_ != spelling::none || searched_ >= most_; }
    spelling found() const { return found_; }
    std::size_t searched() const { return searched_; }
    template <class Texts>
    void in(const Texts& texts) {
        for (const auto& each : texts) {
            if (over() || each.language != language_) continue;
            searched_ += each.text.size();
            found_ = spelling_in(each.text, first_, rest_);
        }
    }

private:
    char first_;
    std::string_view rest_, language_;
    std::size_t most_, searched_ = 0;
    spelling found_ = spelling::none;
};

void search_everything(word_search& search, const engine::rule_base& rules) {
    for (const engine::fact& f : rules.facts) {
        if (search.over()) return;
        search.in(f.questions);
        search.in(f.labels);
    }
    for (const engine::clause_words& said : rules.wordings) {
        if (search.over()) return;
        search.in(said.reasons);
    }
    for (const engine::conclusion_words& said : rules.concluded_words) {
        if (search.over()) return;
        search.in(said.labels);
    }
}

}  // namespace

bool capitals::knows_names(std::string_view language) {
    const auto known = knows_names_.find(language);
    if (known != knows_names_.end()) return known->second;
    bool found = false;
    std::size_t looked = 0;
    for (const engine::fact& f : rules_.facts) {
        const std::string_view label = engine::text_in(f.labels, language);
        const std::string_view word = doubtful_word(label, f.term);
        if (word.empty() || word != label || searched_ >= most_text_for_capitals || looked++ >= most_labels_for_names) continue;
        word_search search(word, language, std::min(most_text_for_a_capital, most_text_for_capitals - searched_));
        search.in(f.questions);
        search_everything(search, rules_);
        searched_ = std::min(searched_ + search.searched(), most_text_for_capitals);
        if ((found = search.found() == spelling::with_capital)) break;
    }
    return knows_names_.emplace(std::string(language), found).first->second;
}

std::string capitals::inside(const std::string& label, std::string_view term, std::string_view language, const engine::texts* questions) {
    const std::string_view word = doubtful_word(label, term);
    if (word.empty()) return label;
    auto known = becomes_small_.find(label);
    if (known == becomes_small_.end()) {
        word_search search(word, language, std::min(most_text_for_a_capital, most_text_for_capitals - searched_));
        if (questions != nullptr) search.in(*questions);
        search_everything(search, rules_);
        searched_ = std::min(searched_ + search.searched(), most_text_for_capitals);
        const bool asked = questions != nullptr && !engine::text_in(*questions, language).empty();
        const bool untold = search.found() == spelling::none && !search.over();
        const bool no_name = untold && questions != nullptr && (asked || !knows_names(language));
        known = becomes_small_.emplace(label, is_function_word(word) || search.found() == spelling::with_small || no_name).first;
    }
    std::string said = label;
    if (known->second) said.front() = small_of(said.front());
    return said;
}

}  // namespace advise::cli
