#include "typed_tokens.hpp"

#include "limits.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/keywords.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace advise::cli::lsp {
namespace {

using text = std::string_view;

constexpr text blanks = " \t\r\n";
/// Every sign of the language, with its form in ASCII; longer ones first.
constexpr std::array<std::pair<text, text>, 23> signs = {{{"->", "->"}, {"=>", "->"}, {"→", "->"}, {">=", ">="}, {"<=", "<="}, {"!=", "!="},
                                                          {"≥", ">="},  {"≤", "<="},  {"≠", "!="}, {"∧", "and"}, {"∨", "or"},  {"¬", "not"},
                                                          {"،", ","},   {"(", "("},   {")", ")"},  {"<", "<"},   {">", ">"},   {"=", "="},
                                                          {",", ","},   {":", ":"},   {"!", "!"},  {"+", "+"},   {"-", "-"}}};

const std::pair<text, text>* sign_at(text of) {
    const auto* found = std::find_if(signs.begin(), signs.end(), [&](const auto& each) { return of.starts_with(each.first); });
    return found == signs.end() ? nullptr : found;
}

/// Whether a sign ends the word before it: `+` and `-` stand inside of words, an arrow does not.
bool ends_word(text of) {
    const auto* sign = sign_at(of);
    return sign != nullptr && sign->first != "+" && sign->first != "-";
}

std::size_t word_length(text of) {
    std::size_t length = 0;
    while (length < of.size() && blanks.find(of[length]) == text::npos && of[length] != '"' && !ends_word(of.substr(length))) ++length;
    return length;
}

std::size_t quoted_length(text of) {
    std::size_t length = 1;
    while (length < of.size() && of[length] != '"' && of[length] != '\n') length += of[length] == '\\' && length + 1 < of.size() ? 2 : 1;
    return length;  // without the mark that closes it
}

std::string in_small_letters(text of) {
    std::string made(of);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

bool begins_number(text of) {
    const std::size_t sign = !of.empty() && (of[0] == '-' || of[0] == '+') ? 1 : 0;
    if (of.size() <= sign) return false;
    const text digit = of.substr(sign);
    const bool other_script =
        digit.size() > 1
        && ((digit[0] == '\xDB' && digit[1] >= '\xB0' && digit[1] <= '\xB9') || (digit[0] == '\xD9' && digit[1] >= '\xA0' && digit[1] <= '\xA9'));
    return other_script || (digit[0] >= '0' && digit[0] <= '9');
}

/// Cuts a statement into tokens.
class tokenizer {
public:
    tokenizer(text all, std::size_t begin) : all_(all), at_(begin) {}

    typed_statement run() {
        while (!made_.in_comment && !made_.in_quotes && skip_blanks()) take();
        made_.word_begin = std::min(made_.word_begin == text::npos ? all_.size() : made_.word_begin, all_.size());
        return std::move(made_);
    }

private:
    bool skip_blanks() {
        while (at_ < all_.size()) {
            if (all_[at_] == '#' && (at_ == 0 || blanks.find(all_[at_ - 1]) != text::npos)) {
                const std::size_t end = all_.find('\n', at_);
                if (end == text::npos) return !(made_.in_comment = true);
                at_ = end;
            }
            if (blanks.find(all_[at_]) == text::npos) return true;
            ++at_;
        }
        return false;
    }

    void take() {
        const text rest = all_.substr(at_);
        if (rest[0] == '"') return quoted(rest);
        if (const auto* sign = sign_at(rest); sign != nullptr && !begins_number(rest))
            return put(typed_kind::symbol, sign->first.size(), std::string(sign->second));
        const std::size_t length = std::max<std::size_t>(word_length(rest), 1);
        if (at_ + length == all_.size()) {  // the cursor stands at its end
            made_.word_begin = at_;
            at_ = all_.size();
            return;
        }
        put(begins_number(rest) ? typed_kind::number : typed_kind::word, length, in_small_letters(rest.substr(0, length)));
    }

    void quoted(text rest) {
        const std::size_t length = quoted_length(rest);
        if (length < rest.size() && rest[length] == '"') return put(typed_kind::quoted, length + 1, {});
        made_.in_quotes = length == rest.size();
        if (made_.in_quotes) made_.word_begin = at_;
        at_ += length;
    }

    void put(typed_kind kind, std::size_t length, std::string lower) {
        made_.tokens.push_back({kind, all_.substr(at_, length), at_, std::move(lower)});
        at_ += length;
    }

    text all_;
    std::size_t at_;
    typed_statement made_{{}, text::npos, false, false, false};
};

bool is_one_of(const std::vector<text>& words, text word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Whether a line begins a statement or clause whatever stands before it.
bool begins_statement(text line) {
    line = grammar::without_blanks(line);
    if (line.starts_with('+') || (line.starts_with('-') && !line.starts_with("->"))) return true;
    static const std::vector<text> statements = grammar::statement_words(), clauses = grammar::clause_words();
    const std::string word = in_small_letters(first_word(line));
    return is_one_of(statements, word) || is_one_of(clauses, word);
}

bool continues(text line) {
    line = grammar::without_blanks(line);
    const std::string word = in_small_letters(first_word(line));
    const auto* sign = sign_at(line);
    return word == "and" || word == "or" || word == "because" || word == "cites"
           || (sign != nullptr && (sign->second == "->" || sign->second == "and" || sign->second == "or"));
}

bool is_empty(text line) {
    line = grammar::without_blanks(line);
    return line.empty() || line.front() == '#';
}

int depth_after(const typed_statement& of) {
    int depth = 0;
    for (const typed_token& each : of.tokens) depth += each.lower == "(" ? 1 : each.lower == ")" ? -1 : 0;
    return depth;
}

std::size_t line_begin(text all, std::size_t at) {
    const std::size_t before = at == 0 ? text::npos : all.rfind('\n', at - 1);
    return before == text::npos ? 0 : before + 1;
}

text line_at(text all, std::size_t begin) { return all.substr(begin, std::min(all.find('\n', begin), all.size()) - begin); }

/// Where the statement begins that a line belongs to: that of a keyword above, or of a rule with an arrow between.
std::size_t statement_begin(text all, std::size_t line) {
    if (begins_statement(line_at(all, line))) return line;
    std::size_t begin = line;
    for (std::size_t looked = 0; begin > 0 && looked < limits::statement_lines; ++looked) {
        begin = line_begin(all, begin - 1);
        if (begins_statement(line_at(all, begin))) break;
    }
    for (std::size_t next = begin; next < line;) {
        next = std::min(all.find('\n', next), all.size()) + 1;
        const text current = line_at(all, next);
        if (is_empty(current) && next < line) continue;
        const bool open = depth_after(tokenizer(all.substr(0, next), begin).run()) > 0;
        if (!open && !continues(current)) begin = next;
    }
    return begin;
}

}  // namespace

typed_statement statement_before_cursor(text all) {
    const std::size_t line = line_begin(all, all.size());
    const std::size_t begin = statement_begin(all, line);
    typed_statement made = tokenizer(all, begin).run();
    const bool first = all.find_first_not_of(" \t", line) >= made.word_begin;
    made.begins_line = first && !made.in_quotes && (begin == line || depth_after(made) <= 0);
    return made;
}

typed_statement statement_above_cursor(text all) {
    std::size_t line = line_begin(all, all.size());
    const std::size_t end = line;
    do {
        if (line == 0) return {};
        line = line_begin(all, line - 1);
    } while (is_empty(line_at(all, line)));
    return tokenizer(all.substr(0, end), statement_begin(all, line)).run();
}

text first_word(text of) {
    of = grammar::without_blanks(of);
    return of.substr(0, of.find_first_of(" \t"));
}

}  // namespace advise::cli::lsp
