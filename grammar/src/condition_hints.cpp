#include "condition_hints.hpp"

#include "comparison_parts.hpp"
#include "declaration_hints.hpp"
#include "line_pieces.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/parse.hpp>

#include <optional>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

diagnostic& unexpected(const broken_statement& b, cursor at, diagnostics& out) {
    const cursor end = words::piece_end(at, b.line.last);
    return out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)});
}

bool is_condition(kind k) {
    return k == kind::when || k == kind::requires_ || k == kind::requires_points || k == kind::unless || k == kind::evidence || k == kind::after;
}

/// `when noise => moderate`. `a -> b` there is an arrow that lost its place.
bool report_turned_sign(const broken_statement& b, cursor at, diagnostics& out) {
    if (!is_condition(b.kind) || view(at, words::piece_end(at, b.line.last)) != "=>") return false;
    const line_edit line = line_around(b, at);
    diagnostic& d = unexpected(b, at, out);
    d.help.push_back(line.with(at, at + 2, ">="));
    d.help.push_back({help_rule_shape, {}});
    return true;
}

// --- cites

bool is_place_word(const line_pieces& p, std::size_t i) {
    return p.is_number(i)
           || p.is_one_of(i, {"page", "pages", "p", "pp", "chapter", "ch", "section", "sec", "paragraph", "par", "figure", "table", "line", "صفحه",
                              "ص", "فصل", "بخش", "بند"});
}

/// `cites guide, "page 12"`, `cites guide: "page 12"`, `cites guide page 12`
bool report_citation(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (!p.is(0, "cites") || p.size() < 3) return false;
    std::size_t rest = 2;
    while (rest < p.size() && !is_place_word(p, rest) && !p.is_text(rest) && !p.is_one_of(rest, {",", "،", ":", ";", "=", "(", "-"})) ++rest;
    std::size_t text = rest;
    while (p.is_one_of(text, {",", "،", ":", ";", "=", "(", "-"})) ++text;
    std::size_t end = p.size();
    if (end > text + 1 && p.is(end - 1, ")")) --end;
    if (text >= end) return false;
    const std::string_view place = p.between(text, end);
    const bool quoted = place.front() == '"';
    if (quoted && text + 1 != end) return false;
    if (!quoted && place.find('"') != place.npos) return false;
    const std::string said = quoted ? std::string(place) : '"' + std::string(place) + '"';
    unexpected(b, at, out).help.push_back(p.instead("cites " + std::string(p.between(1, rest)) + " " + said));
    return true;
}

// --- lists of values

/// What stands between two parentheses, in parts at `or`, `and`, commas and strokes; `all` where `and` joins them. Empty where the line has no such list at `open`, or
/// one with nothing but commas, of which nobody knows whether one or all are meant.
std::vector<std::string> values_between(cursor open, cursor last, cursor& close, bool& all) {
    std::vector<std::string> values;
    std::string value;
    bool any = false, said = false;
    all = false;
    for (cursor p = words::skip_blanks(open + 1, last); p < last; p = words::skip_blanks(words::piece_end(p, last), last)) {
        const cursor end = words::piece_end(p, last);
        const std::string_view piece = view(p, end);
        const bool conjunction = words::same_word(p, end, "and"), ends = piece == ")";
        if (ends || conjunction || words::same_word(p, end, "or") || piece == "," || piece == "،" || piece == "/" || piece == "|") {
            if (value.empty()) return {};
            values.push_back(std::move(value));
            value.clear();
            all |= conjunction;
            any |= !ends && !conjunction;
            said |= !ends && piece != "," && piece != "،";
            close = end;
            if (ends) return (all && any) || !said ? std::vector<std::string>() : values;
        } else if (words::word_end(p, end) != p || piece.front() == '"') {
            (value += value.empty() ? "" : " ") += piece;
        } else {
            return {};
        }
    }
    return {};
}

/// `styles includes (classical or folk)`, `goal = (alone or band)`, `goal in (alone or band)`
bool report_values_joined(const broken_statement& b, cursor at, diagnostics& out) {
    const bool inside = b.failure.expected == expected_comma_or_close && b.failure.opened && b.failure.opened < at;
    if (!inside && (*at != '(' || (b.failure.expected != expected_value && b.failure.expected != expected_in_values))) return false;
    const cursor open = inside ? b.failure.opened : at;
    const unfinished u = read_back(b, open);
    if (!u.verb || u.fact().empty() || !without_blanks(view(u.verb_end, open)).empty()) return false;
    const bool includes = words::same_word(u.verb, u.verb_end, "includes");
    cursor close = open;
    bool all = false;
    const std::vector<std::string> values = values_between(open, u.line.last, close, all);
    if (values.size() < 2 || (all && !includes)) return false;
    const std::string fact(u.fact());
    const std::string meant = includes ? std::string(all ? "all of (" : "any of (") + joined(values, ", ", fact + " includes ") + ")"
                                       : fact + " in (" + joined(values, ", ") + ")";
    unexpected(b, at, out).help.push_back(u.line.with(u.begin, close, meant));
    return true;
}

/// The fact and the values of `goal != alone, band` or `goal is not alone, band`, and where the comparison begins.
struct unlike_several {
    cursor begin;
    std::string_view fact;
    cursor values;
};
std::optional<unlike_several> find_unlike(const broken_statement& b, const unfinished& u, cursor at) {
    const std::string_view said = u.comparison(at), before = without_blanks(view(u.start, u.begin));
    for (const std::string_view sign : {"!=", "<>", "≠"})
        if (const std::size_t found = said.find(sign); found != said.npos && found != 0)
            return unlike_several{u.begin, without_blanks(said.substr(0, found)), words::skip_blanks(said.data() + found + sign.size(), u.line.last)};
    if (!before.ends_with(" is not")) return std::nullopt;
    const cursor is = before.data() + before.size() - std::string_view(" is not").size();
    const unfinished whole = read_back(b, is);
    return unlike_several{whole.begin, whole.comparison(is), u.begin};
}

bool report_unlike_several(const broken_statement& b, cursor at, diagnostics& out) {
    if (*at != ',' && !view(at, b.line.last).starts_with("،")) return false;
    const unfinished u = read_back(b, at);
    const auto found = find_unlike(b, u, at);
    cursor end = at;
    const std::vector<std::string> values = found ? list_of_values(found->values, u.line.last, end) : std::vector<std::string>();
    if (values.size() < 2 || found->fact.empty()) return false;
    const std::string meant = "not " + std::string(found->fact) + " in (" + joined(values, ", ") + ")";
    unexpected(b, at, out).help.push_back(u.line.with(found->begin, end, meant));
    return true;
}

// --- lists of conditions

/// The parenthesis that closes the one at `open`; null where the line has none.
cursor closing(cursor open, cursor last) {
    std::size_t depth = 0;
    for (cursor p = open; p < last; p = words::piece_end(p, last)) {
        if (*p == '(') ++depth;
        else if (*p == ')' && --depth == 0) return p;
    }
    return nullptr;
}

/// `requires 2 of (…)`: taken for the points that a role requires.
bool report_count_for_points(const broken_statement& b, cursor at, diagnostics& out) {
    if (b.failure.expected != expected_word_points || !words::same_word(at, words::piece_end(at, b.line.last), "of")) return false;
    const line_edit line = line_around(b, at);
    const cursor number = words::skip_blanks(b.line.keyword_end, line.last), list = words::skip_blanks(words::piece_end(at, line.last), line.last);
    const bool open = list < line.last && *list == '(';
    if (!open && view(list, line.last).find(',') == std::string_view::npos) return false;
    diagnostic& d = unexpected(b, at, out);
    d.help.push_back(open ? line.with(number, number, "at least ")
                          : line.with(number, line.last, "at least " + std::string(number, list) + "(" + std::string(view(list, line.last)) + ")"));
    d.help.push_back({help_at_least_or_exactly, {}});
    return true;
}

/// `when 2 of (…)`
bool report_bare_count(const broken_statement& b, cursor at, diagnostics& out) {
    if (b.failure.expected != expected_condition || !words::begins_number(at, b.line.last)) return false;
    const line_edit line = line_around(b, at);
    const cursor end = words::scan_number(at, line.last).end, of = words::skip_blanks(end, line.last), of_end = words::word_end(of, line.last);
    const cursor open = words::skip_blanks(of_end, line.last);
    if (!words::same_word(of, of_end, "of") || open >= line.last || *open != '(') return false;
    diagnostic& d = out.add(syntax_unexpected, b.at(at, end), {expected_condition, shown(at, end)});
    d.help.push_back(line.with(at, at, "at least "));
    d.help.push_back({help_at_least_or_exactly, {}});
    return true;
}

/// Whether all that follows to the end of the line is a list of conditions, one of them a comparison.
bool lists_comparisons(cursor p, const line_edit& line) {
    bool compared = false;
    std::size_t commas = 0;
    while (p < line.last) {
        const cursor end = words::piece_end(p, line.last);
        const std::string_view piece = view(p, end);
        if (piece == "->" || piece == "=>" || piece == "→" || words::same_word(p, end, "or") || words::same_word(p, end, "and")) return false;
        commas += piece == "," || piece == "،";
        compared |= piece.find_first_of("<>=") != piece.npos || words::same_word(p, end, "is") || words::same_word(p, end, "in")
                    || words::same_word(p, end, "includes");
        p = words::skip_blanks(end, line.last);
    }
    return compared && commas != 0;
}

/// `at least 2 of a, b = c, d`, `any of a, b = c`: the parentheses are missing.
bool report_open_list(const broken_statement& b, cursor at, diagnostics& out) {
    const line_edit line = line_around(b, at);
    if (*at == ',') {  // "any of a" was taken for a name
        const unfinished u = read_back(b, at);
        const std::string_view said = u.comparison(at);
        for (const std::string_view list : {"any of ", "all of ", "none of "}) {
            const cursor first = u.begin + list.size();
            if (!said.starts_with(list) || !lists_comparisons(first, line)) continue;
            unexpected(b, at, out).help.push_back(line.with(first, line.last, "(" + std::string(view(first, line.last)) + ")"));
            return true;
        }
        return false;
    }
    if (b.failure.expected != expected_open || *at == '(' || !without_blanks(view(line.first, at)).ends_with(" of") || !lists_comparisons(at, line))
        return false;
    unexpected(b, at, out).help.push_back(line.with(at, line.last, "(" + std::string(view(at, line.last)) + ")"));
    return true;
}

/// `all (a, b = c)`
bool report_list_without_of(const broken_statement& b, cursor at, diagnostics& out) {
    if (*at != '(') return false;
    const unfinished u = read_back(b, at);
    const std::string_view word = u.comparison(at);
    std::string_view meant;
    for (const auto& [said, list] : {std::pair<std::string_view, std::string_view>{"all", "all of "},
                                     {"both", "all of "},
                                     {"each", "all of "},
                                     {"any", "any of "},
                                     {"either", "any of "},
                                     {"none", "none of "},
                                     {"neither", "none of "},
                                     {"no", "none of "}})
        if (word.size() == said.size() && words::same_word(word.data(), word.data() + word.size(), said)) meant = list;
    const cursor close = closing(at, u.line.last);
    if (meant.empty() || close == nullptr || view(at, close).find(',') == std::string_view::npos) return false;
    unexpected(b, at, out).help.push_back(u.line.with(u.begin, at, meant));
    return true;
}

// --- money

/// `>= €100`, `>= 100 €`: units are words.
bool report_currency_sign(const broken_statement& b, cursor at, diagnostics& out) {
    const std::string_view sign = view(at, words::piece_end(at, b.line.last)), word = unit_of_sign(sign);
    if (word.empty() || !(is_condition(b.kind) || b.kind == kind::arrow)) return false;
    const line_edit line = line_around(b, at);
    const cursor sign_end = at + sign.size(), number = words::skip_blanks(sign_end, line.last);
    if (b.failure.expected == expected_value) {
        if (!words::begins_number(number, line.last)) return false;
        const cursor end = words::scan_number(number, line.last).end;
        unexpected(b, at, out).help.push_back(line.with(at, end, std::string(number, end) + " " + std::string(word)));
        return true;
    }
    const cursor before = before_blanks(line.first, at);
    if (before == line.first || before[-1] < '0' || before[-1] > '9') return false;
    unexpected(b, at, out).help.push_back(line.with(before, sign_end, " " + std::string(word)));
    return true;
}

}  // namespace

bool report_worded_condition(const broken_statement& b, cursor at, diagnostics& out) {
    if (at == b.line.last || words::line_end(b.failure.after, at) != at) return false;
    return report_turned_sign(b, at, out) || report_citation(b, line_pieces(b, at), at, out) || report_values_joined(b, at, out)
           || report_unlike_several(b, at, out) || report_count_for_points(b, at, out) || report_bare_count(b, at, out)
           || report_open_list(b, at, out) || report_list_without_of(b, at, out) || report_currency_sign(b, at, out);
}

}  // namespace advise::grammar
