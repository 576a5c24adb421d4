#include "comparison_hints.hpp"

#include "comparison_parts.hpp"
#include "list_hints.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>

#include <array>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;

std::string_view flipped(std::string_view sign) {
    constexpr std::pair<std::string_view, std::string_view> signs[] = {{"<", ">"},  {"<=", ">="}, {"=<", ">="}, {"≤", ">="},
                                                                       {">", "<"},  {">=", "<="}, {"≥", "<="},  {"=", "="},
                                                                       {"==", "="}, {"!=", "!="}, {"≠", "!="}};
    for (const auto& [there, here] : signs)
        if (sign == there) return here;
    return {};
}

/// `18 <= age`, `18 <= age <= 65`
bool report_number_first(const broken_statement& b, cursor at, diagnostics& out) {
    if (b.failure.expected != expected_condition || !words::begins_number(at, b.line.last)) return false;
    const line_edit line = line_around(b, at);
    const cursor number_end = words::scan_number(at, line.last).end;
    cursor p = words::skip_blanks(number_end, line.last);
    if (const cursor unit = words::term_end(p, line.last, words::term_place::condition); unit != p) p = words::skip_blanks(unit, line.last);
    const std::string_view low = without_blanks(view(at, p));
    const cursor sign_end = words::piece_end(p, line.last);
    const std::string_view sign = flipped(view(p, sign_end));
    const cursor fact = words::skip_blanks(sign_end, line.last);
    cursor end = words::term_end(fact, line.last, words::term_place::condition);
    if (sign.empty() || end == fact) return false;
    const std::string name(fact, end);
    std::string meant = name + " " + std::string(sign) + " " + std::string(low);
    p = words::skip_blanks(end, line.last);
    const cursor second_end = words::piece_end(p, line.last), high = words::skip_blanks(second_end, line.last);
    if (const std::string_view second = flipped(view(p, second_end)); !second.empty() && words::begins_number(high, line.last)) {
        end = words::scan_number(high, line.last).end;
        const bool inside = sign == ">=" && second == ">=";
        meant = inside ? name + " in " + std::string(at, number_end) + ".." + std::string(high, end)
                       : "(" + meant + " and " + name + " " + std::string(flipped(second)) + " " + std::string(high, end) + ")";
    }
    out.add(fact_not_first, b.at(at, number_end), {shown(at, number_end)}).help.push_back(line.with(at, end, meant));
    return true;
}

/// How a list of `of` is counted in words: `more than 2 of (…)`.
std::string counted(std::string_view sign, cursor number, cursor last) {
    const auto s = words::scan_number(number, last);
    if (s.fault != words::number_fault::none || !s.whole
        || !words::same_word(words::skip_blanks(s.end, last), words::word_end(words::skip_blanks(s.end, last), last), "of"))
        return {};
    const std::int64_t n = s.micro / limits::grid;
    if (sign == ">") return "at least " + std::to_string(n + 1);
    if (sign == "<" && n > 0) return "at most " + std::to_string(n - 1);
    if (sign == ">=" || sign == "<=") return (sign == ">=" ? "at least " : "at most ") + std::to_string(n);
    return {};
}

/// "10 and 20" behind `between`: the end of both numbers, and the range; an empty range where there are none.
std::string range_in_words(cursor number, cursor last, cursor& end) {
    const cursor low_end = words::scan_number(number, last).end;
    const cursor word = words::skip_blanks(low_end, last), word_end = words::piece_end(word, last), high = words::skip_blanks(word_end, last);
    const std::string_view between = view(word, word_end);
    bool joins = false;
    for (const std::string_view one : {"and", "to", "-", "–", "—", "..", "و", "تا"}) joins |= between == one;
    if (!joins || !words::begins_number(high, last)) return {};
    end = words::scan_number(high, last).end;
    return std::string(number, low_end) + ".." + std::string(high, end);
}

/// `age more than 5`, `age is between 10 and 20`, `more than 2 of (a, b, c)`: stopped at the number.
bool report_phrase(const broken_statement& b, cursor at, diagnostics& out) {
    if (!words::begins_number(at, b.line.last)) return false;
    const unfinished u = read_back(b, at);
    const auto phrase = find_phrase_at_end(u.comparison(at));
    if (!phrase) return false;
    const std::string_view all = u.comparison(at);
    const cursor first = all.data() + phrase->begin, last = all.data() + all.size();
    std::string_view fact = without_blanks(view(u.begin, first));
    if (u.verb && u.verb_end <= first) fact = without_blanks(view(u.verb_end, first)).empty() ? u.fact() : std::string_view();
    cursor end = words::scan_number(at, u.line.last).end;
    std::string meant;
    if (fact.empty() && first == u.begin) {
        if (meant = counted(phrase->sign, at, u.line.last); meant.empty()) return false;
    } else if (fact.empty()) {
        return false;
    } else if (phrase->sign == "..") {
        const std::string range = range_in_words(at, u.line.last, end);
        meant = std::string(fact) + (range.empty() ? " >= " + std::string(at, end) : " in " + range);
    } else {
        meant = std::string(fact) + " " + std::string(phrase->sign) + " " + std::string(at, end);
    }
    out.add(no_such_operator, b.at(first, last), {shown(first, last)}).help.push_back(u.line.with(u.begin, end, meant));
    return true;
}

/// `age = 1..9`, `age: 1..9`, `age in 1-9`, `age in 1 to 9`: a range in the wrong dress.
bool report_range(const broken_statement& b, cursor at, diagnostics& out) {
    const unfinished u = read_back(b, at);
    if (b.failure.expected == expected_dots) {
        const cursor upper = words::skip_blanks(words::piece_end(at, u.line.last), u.line.last);
        if (!words::begins_number(upper, u.line.last)) return false;
        out.add(syntax_unexpected, b.at(at, words::piece_end(at, u.line.last)), {expected_dots, shown(at, words::piece_end(at, u.line.last))})
            .help.push_back(u.line.with(b.failure.after, upper, ".."));
        return true;
    }
    const bool colon = *at == ':';
    const cursor dots = colon ? words::skip_blanks(at + 1, u.line.last) : at;
    if (colon && (!words::begins_number(dots, u.line.last) || !view(words::scan_number(dots, u.line.last).end, u.line.last).starts_with("..")))
        return false;
    if (colon) {
        out.add(no_such_operator, b.at(at, at + 1), {shown(at, at + 1)}).help.push_back(u.line.with(b.failure.after, dots, " in "));
        return true;
    }
    if (!view(at, u.line.last).starts_with("..") || !u.verb || words::same_word(u.verb, u.verb_end, "in")) return false;
    out.add(no_such_operator, b.at(u.verb, u.verb_end), {shown(u.verb, u.verb_end)}).help.push_back(u.line.with(u.verb, u.verb_end, "in"));
    return true;
}

/// `tools includes a, b`, `tools includes (a, b)`, `colour is red, green`, `colour in red, green`, `colour is in (…)`, `colour is one of (…)`.
bool report_list(const broken_statement& b, cursor at, diagnostics& out) {
    const cursor at_end = words::piece_end(at, b.line.last);
    const bool comma = view(at, at_end) == "," || view(at, at_end) == "،", open = *at == '(', in = words::same_word(at, at_end, "in");
    if (!comma && !open && !in) return false;
    const unfinished u = read_back(b, at);
    if (!u.verb || u.fact().empty()) return false;
    const bool includes = words::same_word(u.verb, u.verb_end, "includes");
    cursor list = words::skip_blanks(in ? at_end : u.verb_end, u.line.last);
    const std::string_view between = without_blanks(view(u.verb_end, at));
    if (open && (between == "one of" || between == "any of" || between == "either")) list = at;
    else if (open && !between.empty()) return false;
    cursor end = list;
    const std::vector<std::string> values = list_of_values(list, u.line.last, end);
    if (values.empty()) return false;
    const std::string fact(u.fact());
    const std::string each = joined(values, " and ", fact + " includes ");
    const std::string meant = !includes                                 ? fact + " in (" + joined(values, ", ") + ")"
                              : values.size() > 1 && u.begin != u.start ? "(" + each + ")"
                                                                        : each;
    out.add(syntax_unexpected, b.at(at, at_end), {b.failure.expected, shown(at, at_end)}).help.push_back(u.line.with(u.begin, end, meant));
    return true;
}

/// `one of (a, b)`, `2 of (a, b)`, `at least two of (a, b)`
bool report_count(const broken_statement& b, cursor at, diagnostics& out) {
    constexpr std::array<std::string_view, 11> numbers{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    const line_edit line = line_around(b, at);
    const cursor end = words::piece_end(at, line.last);
    if (b.failure.expected == expected_count) {
        for (std::size_t n = 0; n < numbers.size(); ++n) {
            if (!words::same_word(at, end, numbers[n])) continue;
            out.add(syntax_unexpected, b.at(at, end), {expected_count, shown(at, end)}).help.push_back(line.with(at, end, std::to_string(n)));
            return true;
        }
        return false;
    }
    if (b.failure.expected == expected_condition && words::begins_number(at, line.last)) {
        const cursor of = words::skip_blanks(words::scan_number(at, line.last).end, line.last), of_end = words::word_end(of, line.last);
        const cursor open = words::skip_blanks(of_end, line.last);
        if (!words::same_word(of, of_end, "of") || open == line.last || *open != '(') return false;
        out.add(syntax_unexpected, b.at(at, words::scan_number(at, line.last).end),
                {expected_condition, shown(at, words::scan_number(at, line.last).end)})
            .help.push_back(line.with(at, at, "at least "));
        return true;
    }
    if (*at != '(') return false;
    const unfinished u = read_back(b, at);
    if (u.comparison(at) != "one of") return false;
    cursor close = at;
    if (list_of_values(at, line.last, close).empty()) return false;
    out.add(syntax_unexpected, b.at(u.begin, b.failure.after), {expected_condition, std::string(u.comparison(at))})
        .help.push_back({help_one_of_list, {shortened(view(at, close), line_edit::most_shown)}});
    return true;
}

/// `a but not b`
bool report_but(const broken_statement& b, cursor at, diagnostics& out) {
    const cursor end = words::piece_end(at, b.line.last);
    if (!words::same_word(at, end, "not")) return false;
    const line_edit line = line_around(b, at);
    const std::string_view before = without_blanks(view(line.first, at));
    if (!before.ends_with(" but")) return false;
    const cursor but = before.data() + before.size() - 3;
    out.add(no_such_operator, b.at(but, but + 3), {std::string("but")}).help.push_back(line.with(but, but + 3, "and"));
    return true;
}

bool report_arithmetic(const broken_statement& b, cursor at, diagnostics& out) {
    const cursor end = words::piece_end(at, b.line.last);
    const std::string_view sign = view(at, end);
    if (b.failure.expected != expected_operator_or_arrow && b.failure.expected != expected_operator_or_end
        && b.failure.expected != expected_operator_or_close)
        return false;
    if (sign != "*" && sign != "+" && sign != "/" && sign != "%") return false;
    auto& d = out.add(no_such_operator, b.at(at, end), {shown(at, end)});
    const cursor next = words::skip_blanks(end, b.line.last);
    if (sign == "+" && words::word_end(next, b.line.last) != next) d.help.push_back({help_write, {std::string("and")}});
    else if (sign != "%") d.help.push_back({help_no_arithmetic, {}});
    return true;
}

}  // namespace

bool report_meant_comparison(const broken_statement& b, cursor at, diagnostics& out) {
    if (at == b.line.last) return false;
    return report_meant_list(b, at, out) || report_number_first(b, at, out) || report_phrase(b, at, out) || report_range(b, at, out)
           || report_list(b, at, out) || report_count(b, at, out) || report_but(b, at, out) || report_arithmetic(b, at, out);
}

}  // namespace advise::grammar
