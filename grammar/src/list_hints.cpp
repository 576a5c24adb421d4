#include "list_hints.hpp"

#include "comparison_parts.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/parse.hpp>

#include <array>
#include <optional>
#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;

/// `text` without this word or these words at its end; nothing where it does not end with them.
std::optional<std::string_view> without_end(std::string_view text, std::string_view words) {
    if (text == words) return std::string_view();
    if (!text.ends_with(words) || text[text.size() - words.size() - 1] != ' ') return std::nullopt;
    return without_blanks(text.substr(0, text.size() - words.size()));
}

enum class how_many : std::uint8_t { any, all, none };

std::string_view list_word(how_many n) { return n == how_many::any ? "any of (" : n == how_many::all ? "all of (" : "none of ("; }

constexpr std::pair<std::string_view, how_many> quantifiers[] = {
    {"any of", how_many::any},  {"one of", how_many::any},  {"some of", how_many::any},  {"either of", how_many::any},   {"all of", how_many::all},
    {"each of", how_many::all}, {"both of", how_many::all}, {"none of", how_many::none}, {"neither of", how_many::none}, {"any", how_many::any},
    {"either", how_many::any},  {"all", how_many::all},     {"both", how_many::all},     {"none", how_many::none},
};

/// "pets has none of" as "pets has" and none.
std::optional<std::pair<std::string_view, how_many>> quantified(std::string_view text) {
    for (const auto& [words, n] : quantifiers)
        if (const auto before = without_end(text, words)) return std::pair{*before, n};
    return std::nullopt;
}

/// "pets has" as "pets"; `chooses` where the verb is one of a choice.
std::string_view without_verb(std::string_view text, bool& chooses) {
    chooses = true;
    for (const std::string_view verb : {"is", "are", "in", "=", "is in"})
        if (const auto before = without_end(text, verb)) return *before;
    chooses = false;
    for (const std::string_view verb : {"includes", "include", "contains", "contain", "has", "have", "with"})
        if (const auto before = without_end(text, verb)) return *before;
    chooses = true;
    return text;
}

std::string meant_by_list(std::string_view fact, how_many n, bool chooses, const std::vector<std::string>& values) {
    const std::string includes = std::string(fact) + " includes ";
    if (chooses && n != how_many::all) return (n == how_many::none ? "not " : "") + std::string(fact) + " in (" + joined(values, ", ") + ")";
    if (values.size() == 1) return (n == how_many::none ? "not " : "") + includes + values.front();
    return std::string(list_word(n)) + joined(values, ", ", includes) + ")";
}

void unexpected(const broken_statement& b, cursor at, diagnostics& out, sentence help) {
    const cursor end = words::piece_end(at, b.line.last);
    out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)}).help.push_back(std::move(help));
}

/// `pets has none of (cat, dog)`, `colour is one of red, green`; `any (a, b)`, `any of a, b`
bool report_quantified(const broken_statement& b, const unfinished& u, cursor at, diagnostics& out) {
    cursor list = at;
    std::string_view before = u.comparison(at);
    if (*at != '(') {  // the first value was taken for a part of the name: "any of red"
        const std::size_t of = before.find(" of ");
        if (of == before.npos) return false;
        list = words::skip_blanks(before.data() + of + 4, u.line.last);
        before = before.substr(0, of + 3);
    }
    const auto found = quantified(before);
    if (!found) return false;
    const auto& [rest, n] = *found;
    cursor end = list;
    const std::vector<std::string> values = list_of_values(list, u.line.last, end);
    if (values.empty()) return false;
    if (rest.empty()) {
        if (before == "one of") return false;  // who knows whether one alone is meant
        unexpected(b, at, out, u.line.with(u.begin, end, std::string(list_word(n)) + joined(values, ", ") + ")"));
        return true;
    }
    bool chooses = false;
    const std::string_view fact = without_verb(rest, chooses);
    if (fact.empty() || (!is_plain_term(fact) && fact.front() != '"')) return false;
    unexpected(b, at, out, u.line.with(u.begin, end, meant_by_list(fact, n, chooses, values)));
    return true;
}

/// `colour is not one of (red, green)`, `colour is not in (red, green)`
bool report_not_one_of(const broken_statement& b, const unfinished& u, cursor at, diagnostics& out) {
    const bool in = words::same_word(at, words::piece_end(at, u.line.last), "in");
    if (*at != '(' && !in) return false;
    const std::string_view before = without_blanks(view(u.start, u.begin));
    const auto fact = without_end(before, "is not");
    const std::string_view middle = u.comparison(at);
    if (!fact || (middle != "one of" && middle != "any of" && middle != "either" && !(in && middle.empty()))) return false;
    const cursor is = fact->data() + fact->size();
    const unfinished whole = read_back(b, is);
    const std::string_view name = whole.comparison(is);
    const cursor list = in ? words::skip_blanks(words::piece_end(at, u.line.last), u.line.last) : at;
    cursor end = list;
    const std::vector<std::string> values = list_of_values(list, u.line.last, end);
    if (values.empty() || name.empty()) return false;
    unexpected(b, at, out, u.line.with(whole.begin, end, "not " + std::string(name) + " in (" + joined(values, ", ") + ")"));
    return true;
}

/// `2 of a, b, c`, `at least 2 of a, b`, `at least two of a, b`: a list without its parentheses.
bool report_counted(const broken_statement& b, cursor at, diagnostics& out) {
    constexpr std::array<std::string_view, 11> numbers{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    const line_edit line = line_around(b, at);
    cursor number = at, of = nullptr;
    std::string count;
    if (b.failure.expected == expected_open) {
        const std::string_view before = without_blanks(view(line.first, at));
        if (!before.ends_with(" of")) return false;
        cursor end = at;
        const std::vector<std::string> values = list_of_values(at, line.last, end);
        if (values.size() < 2 || *at == '(') return false;
        unexpected(b, at, out, line.with(at, end, "(" + joined(values, ", ") + ")"));
        return true;
    }
    const bool words_count = b.failure.expected == expected_count;
    if (words_count) {
        const cursor end = words::piece_end(at, line.last);
        for (std::size_t n = 0; n < numbers.size(); ++n)
            if (words::same_word(at, end, numbers[n])) count = std::to_string(n), number = end;
    } else if (b.failure.expected == expected_condition && words::begins_number(at, line.last)) {
        number = words::scan_number(at, line.last).end;
        count = "at least " + std::string(at, number);
    }
    if (count.empty()) return false;
    of = words::skip_blanks(number, line.last);
    const cursor of_end = words::word_end(of, line.last), list = words::skip_blanks(of_end, line.last);
    if (!words::same_word(of, of_end, "of") || list == line.last || *list == '(') return false;
    cursor end = list;
    const std::vector<std::string> values = list_of_values(list, line.last, end);
    if (values.size() < 2) return false;
    unexpected(b, at, out, line.with(at, end, count + " of (" + joined(values, ", ") + ")"));
    return true;
}

/// `all: a, b`, `and(a, b)`, `or(a; b)`
bool report_function(const broken_statement& b, const unfinished& u, cursor at, diagnostics& out) {
    const cursor word_end = words::piece_end(at, u.line.last);
    const bool colon = *at == ':', conjunction = words::same_word(at, word_end, "and") || words::same_word(at, word_end, "or");
    if (!colon && !(conjunction && b.failure.expected == expected_condition)) return false;
    const std::string_view word = colon ? u.comparison(at) : view(at, word_end);
    const cursor list = words::skip_blanks(word_end, u.line.last);
    if (list == u.line.last || (conjunction && *list != '(')) return false;
    const bool all = word == "all" || word == "all of" || words::same_word(at, word_end, "and");
    if (!all && word != "any" && word != "any of" && !conjunction) return false;
    cursor end = list;
    const std::vector<std::string> values = list_of_values(list, u.line.last, end);
    if (values.empty()) return false;
    unexpected(b, at, out, u.line.with(u.begin, end, std::string(list_word(all ? how_many::all : how_many::any)) + joined(values, ", ") + ")"));
    return true;
}

/// `age in [18, 65]`, `age in (18..65)`: a range in brackets.
bool report_range_in_brackets(const broken_statement& b, cursor at, diagnostics& out) {
    const unfinished u = read_back(b, b.failure.opened && b.failure.opened < at ? b.failure.opened : at);
    if (!u.verb || !words::same_word(u.verb, u.verb_end, "in")) return false;
    const cursor open = words::skip_blanks(u.verb_end, u.line.last);
    if (open == u.line.last || (*open != '[' && *open != '(')) return false;
    const cursor low = words::skip_blanks(open + 1, u.line.last);
    if (!words::begins_number(low, u.line.last)) return false;
    const cursor low_end = words::scan_number(low, u.line.last, true).end;
    cursor p = words::skip_blanks(low_end, u.line.last);
    const bool dots = view(p, u.line.last).starts_with("..");
    if (!dots && (*open != '[' || p == u.line.last || (*p != ',' && *p != ';'))) return false;
    p = words::skip_blanks(p + (dots ? 2 : 1), u.line.last);
    if (!words::begins_number(p, u.line.last)) return false;
    const cursor high_end = words::scan_number(p, u.line.last).end, close = words::skip_blanks(high_end, u.line.last);
    if (close == u.line.last || (*close != ']' && *close != ')')) return false;
    unexpected(b, at, out, u.line.with(open, close + 1, std::string(low, low_end) + ".." + std::string(p, high_end)));
    return true;
}

/// `sql (advanced)`
bool report_value_in_parentheses(const broken_statement& b, const unfinished& u, cursor at, diagnostics& out) {
    if (*at != '(' || u.verb || !is_plain_term(u.comparison(at))) return false;
    const cursor value = words::skip_blanks(at + 1, u.line.last);
    constexpr std::array<std::string_view, 5> levels{"none", "beginner", "intermediate", "advanced", "expert"};
    const cursor end = words::piece_end(value, u.line.last), close = words::skip_blanks(end, u.line.last);
    if (close == u.line.last || *close != ')') return false;
    for (const std::string_view level : levels) {
        if (!words::same_word(value, end, level)) continue;
        unexpected(b, at, out, u.line.with(before_blanks(u.begin, at), close + 1, " >= " + std::string(level)));
        return true;
    }
    return false;
}

/// `age > 18 and < 65`
bool report_fact_not_repeated(const broken_statement& b, const unfinished& u, cursor at, diagnostics& out) {
    if (b.failure.expected != expected_condition || (*at != '<' && *at != '>') || !u.comparison(at).empty()) return false;
    const std::string_view before = without_blanks(view(u.start, at));
    for (const std::string_view word : {"and", "or"}) {
        const auto first = without_end(before, word);
        if (!first) continue;
        const std::size_t sign = first->find_first_of("<>=");
        const cursor fact_end = sign == first->npos ? nullptr : first->data() + sign;
        const std::string_view fact = fact_end ? read_back(b, fact_end).comparison(fact_end) : std::string_view();
        if (fact.empty() || !is_plain_term(fact)) return false;
        unexpected(b, at, out, u.line.with(at, at, std::string(fact) + " "));
        return true;
    }
    return false;
}

}  // namespace

bool report_meant_list(const broken_statement& b, cursor at, diagnostics& out) {
    if (at == b.line.last) return false;
    if (report_counted(b, at, out)) return true;
    const unfinished u = read_back(b, at);
    return report_not_one_of(b, u, at, out) || report_range_in_brackets(b, at, out) || report_quantified(b, u, at, out)
           || report_function(b, u, at, out) || report_value_in_parentheses(b, u, at, out) || report_fact_not_repeated(b, u, at, out);
}

}  // namespace advise::grammar
