#include "line_prefix.hpp"

#include <advise/grammar/habits.hpp>

#include <array>

namespace advise::cli::lsp {
namespace {

using grammar::without_blanks;
using text = std::string_view;

constexpr std::array<text, 20> word_stops = {"and",  "or",       "not",   "is",    "includes", "unless", "because", "cites",  "in",    "of",
                                             "when", "requires", "after", "claim", "always",   "never",  "ignores", "expect", "given", "rule"};
constexpr text symbols = "()<>=!,:+\"";

/// The last word of a text, without the blanks behind it.
text last_word(text of) {
    of = without_blanks(of);
    const std::size_t blank = of.find_last_of(" \t");
    return blank == text::npos ? of : of.substr(blank + 1);
}

text cut_last(text of, text word) {
    of = without_blanks(of);
    return of.substr(0, of.size() - word.size());
}

/// The text before a comparison at its end; nullopt-like "\0" is not needed: an empty result is none.
text before_comparison(text of) {
    of = without_blanks(of);
    const text two = of.size() >= 2 ? of.substr(of.size() - 2) : text();
    if (two == ">=" || two == "<=" || two == "!=") return of.substr(0, of.size() - 2);
    for (const text sign : {text("≥"), text("≤"), text("≠"), text("="), text("<"), text(">")})
        if (of.ends_with(sign) && two != "->" && two != "=>") return of.substr(0, of.size() - sign.size());
    text word = last_word(of);
    if (word == "least" || word == "most") {
        const text rest = cut_last(of, word);
        if (last_word(rest) != "at") return {};
        const text before = without_blanks(cut_last(rest, "at"));
        return last_word(before) == "is" ? cut_last(before, "is") : before;
    }
    if (word == "not" && last_word(cut_last(of, word)) == "is") return cut_last(cut_last(of, word), "is");
    if (word == "is" || word == "includes") return cut_last(of, word);
    return {};
}

/// Inside "in (a, b": what stands before `in`.
text before_list_of_values(text of) {
    const std::size_t open = of.rfind('(');
    if (open == text::npos || of.find(')', open) != text::npos) return {};
    const text before = of.substr(0, open);
    return last_word(before) == "in" ? cut_last(before, "in") : text();
}

/// The term that a text ends in.
std::string term_at_end(text of) {
    of = without_blanks(of);
    if (of.ends_with(')')) {  // of a list the first member
        const std::size_t open = of.rfind('(');
        if (open == text::npos) return {};
        of = of.substr(open + 1, of.size() - open - 2);
        return std::string(without_blanks(of.substr(0, of.find(','))));
    }
    if (of.ends_with('"')) {
        const std::size_t open = of.size() < 2 ? text::npos : of.rfind('"', of.size() - 2);
        return open == text::npos ? std::string() : std::string(of.substr(open + 1, of.size() - open - 2));
    }
    return std::string(without_blanks(of.substr(begin_of_term(of))));
}

}  // namespace

std::size_t begin_of_term(text prefix) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < prefix.size();) {
        if (symbols.find(prefix[at]) != text::npos || prefix[at] == ' ' || prefix[at] == '\t') {
            if (symbols.find(prefix[at]) != text::npos) begin = at + 1;
            ++at;
            continue;
        }
        std::size_t end = prefix.find_first_of(" \t()<>=!,:+\"", at);
        if (end == text::npos) end = prefix.size();
        const text word = prefix.substr(at, end - at);
        bool stops = word == "->" || word == "-" || word == "least" || word == "most";
        for (const text each : word_stops) stops = stops || word == each;
        if (stops && end < prefix.size()) begin = end;
        at = end;
    }
    while (begin < prefix.size() && (prefix[begin] == ' ' || prefix[begin] == '\t')) ++begin;
    return begin;
}

std::string compared_term(text before_term) {
    text before = before_comparison(before_term);
    if (before.empty()) before = before_list_of_values(before_term);
    return before.empty() ? std::string() : term_at_end(before);
}

text first_word(text of) {
    of = without_blanks(of);
    return of.substr(0, of.find_first_of(" \t"));
}

}  // namespace advise::cli::lsp
