#include "declaration_hints.hpp"

#include "line_edit.hpp"
#include "line_hints.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/parse.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

/// The place of an error and the line around it.
struct stop {
    const broken_statement& b;
    cursor at, end;  ///< the piece that does not fit
    line_edit line;

    [[nodiscard]] std::string_view piece() const { return view(at, end); }
    [[nodiscard]] bool is(std::string_view word) const { return words::same_word(at, end, word); }
    [[nodiscard]] std::string_view rest() const { return without_blanks(view(end, line.last)); }
    [[nodiscard]] cursor keyword_end() const { return words::skip_blanks(b.line.keyword_end, line.last); }
    diagnostic& unexpected(diagnostics& out) const { return out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)}); }
};

/// The range of numbers that begins at `p`, "0..10"; null where none does.
cursor range_end(cursor p, cursor last) {
    if (!words::begins_number(p, last)) return nullptr;
    const cursor dots = words::skip_blanks(words::scan_number(p, last).end, last);
    if (!view(dots, last).starts_with("..")) return nullptr;
    const cursor upper = words::skip_blanks(dots + 2, last);
    return words::begins_number(upper, last) ? words::scan_number(upper, last).end : nullptr;
}

// `number euro 0..10`, `number (0..10)`, `number, 0..10`, `0..10`, `level 0..5`
bool report_range(const stop& s, diagnostics& out) {
    const bool wrapped = s.piece() == "(" || s.piece() == ",";
    const cursor first = wrapped ? words::skip_blanks(s.end, s.line.last) : s.at;
    const cursor last = range_end(first, s.line.last);
    if (!last) return false;
    const std::string range(first, last);
    const ast::term& unit = s.b.read.unit;
    if (!unit.empty() && !wrapped) {
        const cursor unit_first = s.b.origin() + unit.where.begin;
        out.add(range_after_unit, s.b.at(first, last))
            .help.push_back(s.line.with(unit_first, last, range + " " + std::string(s.b.file.text(unit.where))));
        return true;
    }
    cursor end = last;
    if (s.piece() == "(" && end != s.line.last && *end == ')') ++end;
    cursor from = wrapped ? before_blanks(s.line.first, s.at) : s.at;
    std::string meant = wrapped ? " " + range : "number " + range;
    if (!s.b.read.scale_name.empty()) from = s.b.origin() + s.b.read.scale_name.where.begin, meant = "number " + range;
    s.unexpected(out).help.push_back(s.line.with(from, end, meant));
    return true;
}

// `number 0..1000 $`
bool report_unit_sign(const stop& s, diagnostics& out) {
    const std::string_view word = unit_of_sign(s.piece());
    if (word.empty() || s.b.failure.expected != expected_line_end) return false;
    const bool apart = s.at != s.line.first && s.at[-1] != ' ';
    s.unexpected(out).help.push_back(s.line.with(s.at, s.end, (apart ? " " : "") + std::string(word)));
    return true;
}

// `one of: a, b`, `one of [a, b]`, `choice of (a, b)`, `one of (a / b)`, `(yes, no)`, `yes or no`
bool report_options(const stop& s, diagnostics& out) {
    const message expected = s.b.failure.expected;
    if (expected == expected_comma_or_close && s.b.failure.opened
        && (s.is("or") || s.is("and") || s.piece() == "/" || s.piece() == "|" || s.piece() == ";" || s.piece() == "<")) {
        std::string options;
        for (cursor p = words::skip_blanks(s.b.failure.opened + 1, s.line.last); p < s.line.last && *p != ')';) {
            const cursor end = words::piece_end(p, s.line.last), next = words::skip_blanks(end, s.line.last);
            const std::string_view piece = view(p, end);
            const bool separates = words::same_word(p, end, "or") || words::same_word(p, end, "and") || piece == "/" || piece == "|" || piece == ";"
                                   || piece == "," || piece == "<";
            options += separates ? "," : (options.empty() || options.ends_with('(') ? "" : " ") + std::string(piece);
            p = next;
        }
        s.unexpected(out).help.push_back(s.line.with(s.b.failure.opened, s.line.last, "(" + options + ")"));
        return true;
    }
    std::string_view rest = view(s.at, s.line.last);
    if (expected == expected_open && (rest.starts_with(':') || rest.starts_with('[') || rest.starts_with('{'))) {
        rest = without_blanks(rest.substr(1));
        while (!rest.empty() && (rest.back() == ']' || rest.back() == '}' || rest.back() == ')')) rest.remove_suffix(1);
        while (!rest.empty() && (rest.front() == '(' || rest.front() == '[')) rest.remove_prefix(1);
        if (rest.empty()) return false;
        s.unexpected(out).help.push_back(s.line.with(before_blanks(s.line.first, s.at), s.line.last, " (" + with_commas(rest) + ")"));
        return true;
    }
    const ast::term& name = s.b.read.scale_name;
    if (!name.empty() && expected == expected_line_end) {
        const cursor first = s.b.origin() + name.where.begin;
        if (s.b.file.text(name.where) == "yes" && (s.is("or") || s.piece() == "/" || s.piece() == ",")
            && words::same_word(s.rest().data(), s.rest().data() + s.rest().size(), "no")) {
            s.unexpected(out).help.push_back(s.line.with(first, s.line.last, "yes/no"));
            return true;
        }
        if (s.piece() == "(") {
            s.unexpected(out).help.push_back(s.line.with(first, s.at, says_several(view(first, s.at)) ? "any of " : "one of "));
            return true;
        }
    }
    if (expected != expected_type || s.piece() != "(") return false;
    const std::string_view inside = without_blanks(view(s.end, s.line.last));
    if (inside != "yes, no)" && inside != "yes/no)" && inside != "yes,no)") return false;
    s.unexpected(out).help.push_back(s.line.with(s.at, s.line.last, "yes/no"));
    return true;
}

// `scale s (a, b)`, `scale s (a < b)`
bool report_levels_in_parentheses(const stop& s, diagnostics& out) {
    std::string levels = ": ";
    for (cursor p = s.end; p < s.line.last;) {
        const cursor end = words::piece_end(p, s.line.last);
        const std::string_view piece = view(p, end);
        const bool separates = piece == "," || piece == "<" || piece == "،";
        if (piece != ")") levels += (levels.size() == 2 ? "" : " ") + (separates ? "<" : std::string(piece));
        p = words::skip_blanks(end, s.line.last);
    }
    s.unexpected(out).help.push_back(s.line.with(before_blanks(s.line.first, s.at), s.line.last, levels));
    return true;
}

// `fact f = level`, `fact f is level`, `fact f (level)`; `scale s = a < b`, `scale s a < b`
bool report_no_colon(const stop& s, diagnostics& out) {
    if (s.b.failure.expected != expected_colon) return false;
    if (s.b.kind == kind::arrow) {  // `rule a -> b`
        if (s.piece() != "->" && s.piece() != "=>" && s.piece() != "→") return false;
        s.unexpected(out).help.push_back(s.line.with(s.line.first, s.keyword_end(), ""));
        return true;
    }
    if (s.b.kind == kind::scale && s.piece() == "<") {
        const cursor name_end = words::word_end(s.keyword_end(), s.line.last);
        if (words::skip_blanks(name_end, s.line.last) >= s.at) return false;
        s.unexpected(out).help.push_back(s.line.with(name_end, name_end, ":"));
        return true;
    }
    const bool open = s.piece() == "(";
    if (open && s.b.kind == kind::scale) return report_levels_in_parentheses(s, out);
    if (!open && s.piece() != "=" && s.piece() != ":=" && s.piece() != "-" && s.piece() != "->" && !s.is("is")) return false;
    cursor last = s.line.last;
    if (open && last[-1] == ')') --last;
    s.unexpected(out).help.push_back(
        s.line.with(before_blanks(s.line.first, s.at), s.line.last, ": " + std::string(without_blanks(view(s.end, last)))));
    return true;
}

// `scale s: a, b`, `scale s: c > b > a`, `scale s: (a < b)`, `scale s: 1 < 2`
bool report_levels(const stop& s, diagnostics& out) {
    if (s.b.kind != kind::scale || s.b.failure.expected == expected_colon) return false;
    const cursor colon = std::find(s.keyword_end(), s.line.last, ':');
    if (colon == s.line.last) return false;
    std::vector<std::string> levels;
    std::string level;
    const auto take = [&] {
        if (!level.empty()) levels.push_back(is_plain_term(level) || level.front() == '"' ? level : '"' + level + '"');
        level.clear();
    };
    bool falling = false;
    for (cursor p = words::skip_blanks(colon + 1, s.line.last); p < s.line.last;) {
        const cursor end = words::piece_end(p, s.line.last);
        const std::string_view piece = view(p, end);
        bool separates = false;
        for (const std::string_view mark : {"<", ">", ",", "،", "<=", ">=", "/", "|", "->", ";", "..", "(", ")", "[", "]", "="})
            separates |= piece == mark;
        falling |= piece == ">" || piece == ">=";
        if (separates) take();
        else (level += level.empty() ? "" : " ") += piece;
        p = words::skip_blanks(end, s.line.last);
    }
    take();
    if (levels.size() < 2) return false;
    if (falling) std::reverse(levels.begin(), levels.end());
    std::string ordered;
    for (const std::string& one : levels) (ordered += ordered.empty() ? " " : " < ") += one;
    s.unexpected(out).help.push_back(s.line.with(colon + 1, s.line.last, ordered));
    return true;
}

// `requires at least 3 points`, `requires >= 3 points`, `requires points 3`, `requires 3 pts`
bool report_points(const stop& s, diagnostics& out) {
    if (s.b.kind != kind::requires_ && s.b.kind != kind::requires_points) return false;
    const std::string_view rest = view(s.keyword_end(), s.line.last);
    const bool points = rest.find("point") != rest.npos || rest.ends_with("pts") || s.b.failure.expected == expected_word_points;
    const std::size_t digit = rest.find_first_of("0123456789");
    if (!points || digit == rest.npos || rest.size() > 40) return false;
    const cursor number = rest.data() + digit;
    s.unexpected(out).help.push_back(
        s.line.with(s.keyword_end(), s.line.last, std::string(number, words::scan_number(number, s.line.last).end) + " points"));
    return true;
}

std::string_view verdict_said(std::string_view word) {
    std::string_view const meant = answer_said_otherwise(word);
    return meant == "بله" ? "yes" : meant == "نه" ? "no" : meant == "نمی‌دانم" ? "unknown" : meant;
}

/// "r does not fit" as "r" and no; "" where no such words end it.
std::string_view verdict_in_words(std::string_view& said) {
    constexpr std::pair<std::string_view, std::string_view> endings[] = {
        {"does not fit", "no"},    {"doesn't fit", "no"},  {"should not fit", "no"}, {"not fit", "no"},     {"does not hold", "no"},
        {"fails", "no"},           {"fit", "yes"},         {"fits", "yes"},          {"holds", "yes"},      {"passes", "yes"},
        {"is recommended", "yes"}, {"may fit", "unknown"}, {"open", "unknown"},      {"is first", "first"}, {"to be first", "first"},
        {"comes first", "first"},  {"first", "first"},
    };
    for (const auto& [words, verdict] : endings) {
        if (!said.ends_with(words) || said.size() <= words.size() + 1) continue;
        const char before = said[said.size() - words.size() - 1];
        if (before != ' ' && before != ':' && before != '=') continue;
        said = without_blanks(said.substr(0, said.size() - words.size()));
        return verdict;
    }
    return {};
}

cursor last_word(cursor first, cursor after) {
    cursor word = after;
    while (word > first && word[-1] != ' ' && word[-1] != '\t') --word;
    return word;
}

/// `r points >= 3`, `r points at least 3`, `r > 3 points`: what is expected is exact, so a bound says something else.
std::optional<sentence> bound_expected(std::string_view said) {
    const std::size_t digit = said.find_first_of("0123456789");
    if (digit == said.npos || digit == 0) return std::nullopt;
    std::size_t name_end = std::min(said.find(" points"), digit);
    bool bound = false;
    for (const std::string_view word : {">", "<", "≥", "≤", " at least", " at most", " more than", " less than", " fewer than", " over ", " above ",
                                        " under ", " below ", " or more", " or less", " or fewer", " or above", "+"}) {
        const std::size_t found = said.find(word, word == "+" ? digit : 0);  // `c++` is a name
        if (found == said.npos || found == 0) continue;
        bound = true;
        name_end = std::min(name_end, found);
    }
    std::string_view name = without_blanks(said.substr(0, name_end));
    for (const std::string_view verb : {" has", " gets", " with", ":", " is"})
        if (name.ends_with(verb)) name = without_blanks(name.substr(0, name.size() - verb.size()));
    if (!bound || !(is_plain_term(name) || name.starts_with('"'))) return std::nullopt;
    const words::number_scan number = words::scan_number(said.data() + digit, said.data() + said.size());
    if (number.fault != words::number_fault::none || !number.whole) return std::nullopt;
    const std::int64_t points = number.micro / limits::grid;
    return sentence{help_expect_points, {std::string(name), std::to_string(points), std::to_string(points + 2)}};
}

bool report_expectation(const stop& s, bool missing, diagnostics& out) {
    if (s.b.kind != kind::expect) return false;
    const cursor first = s.keyword_end();
    const std::string_view said = without_blanks(view(first, s.line.last));
    if (auto bound = bound_expected(said)) {
        if (missing) return false;
        s.unexpected(out).help.push_back(std::move(*bound));
        return true;
    }
    const auto meant = meant_expectation(said);
    if (!meant) return false;
    const cursor after = s.b.failure.after;
    auto& d =
        missing ? out.add(syntax_missing, s.b.at(after, after), {s.b.failure.expected, shown(last_word(first, after), after)}) : s.unexpected(out);
    d.help.push_back(s.line.with(first, s.line.last, *meant));
    return true;
}

// `a -> b, c`, `a -> b and c`; `a -> b +2`, `a -> b: +2`, `a -> +2 b`, `a -> (+2) b`
bool report_conclusions(const stop& s, diagnostics& out) {
    if (s.b.kind != kind::arrow) return false;
    const cursor arrow = find_arrow(s.b.line.first, s.b.line.last);
    if (!arrow || arrow >= s.at) return false;
    const cursor arrow_end = words::piece_end(arrow, s.b.line.last);
    const bool begun = !s.b.read.conclusion.empty();
    const bool sign = s.piece() == ":" || s.piece() == "," || s.piece() == "(";
    cursor points = sign ? words::skip_blanks(s.end, s.line.last) : s.at;
    const bool signs = points != s.line.last && (*points == '+' || *points == '-');
    const cursor digits = signs ? words::skip_blanks(points + 1, s.line.last) : points;
    if (words::begins_number(digits, s.line.last) && (signs || begun)) {
        const cursor end = words::scan_number(digits, s.line.last).end;
        const std::string value = (signs ? std::string(1, *points) : std::string("+")) + std::string(digits, end);
        cursor after = end;
        if (after != s.line.last && *after == ')') ++after;
        std::string_view name = begun ? s.b.file.text(s.b.read.conclusion.where) : without_blanks(view(after, s.line.last));
        if (name.empty()
            || (begun && !without_blanks(view(after, s.line.last)).empty()
                && words::word_end(words::skip_blanks(after, s.line.last), s.line.last) == words::skip_blanks(after, s.line.last)))
            return false;
        const cursor from = begun ? s.b.origin() + s.b.read.conclusion.where.begin : words::skip_blanks(arrow_end, s.line.last);
        s.unexpected(out).help.push_back(s.line.with(std::max(from, s.line.first), s.line.last, std::string(name) + " (" + value + ")"));
        return true;
    }
    const bool joins = s.piece() == "," || s.piece() == "،" || s.piece() == "&" || s.piece() == "&&" || s.is("and");
    if (!begun || !joins || s.rest().empty() || s.b.read.negated) return false;  // `not b and c`: nobody can know
    const std::string condition = shortened(without_blanks(view(s.b.line.first, arrow)), 100);
    s.unexpected(out).help.push_back(
        {help_two_rules, {shortened(view(s.b.line.first, s.b.failure.after), 100), condition + " -> " + shortened(s.rest(), 100)}});
    return true;
}

}  // namespace

// `expect r = yes`, `expect r yes`, `expect r is true`, `expect not r`, `expect r`, `expect r points = 3`, `expect r points 3-5`, `expect r: 3 points`
std::optional<std::string> meant_expectation(std::string_view said) {
    const std::size_t digit = said.find_first_of("0123456789");
    if (digit == 0) {  // `3 points for r`
        const std::size_t of = std::min(said.find(" for "), said.find(" of "));
        if (of == said.npos || said.find(" point") == said.npos) return std::nullopt;
        return std::string(without_blanks(said.substr(said.find(' ', of + 1)))) + " points " + std::string(said.substr(0, said.find(' ')));
    }
    if (digit != said.npos) {
        std::size_t name_end = said.find_first_of(":=<>");
        if (const std::size_t points = said.find(" points"); points != said.npos) name_end = std::min(name_end, points);
        std::string_view name = without_blanks(said.substr(0, std::min(name_end, digit)));
        for (const std::string_view verb : {" has", " gets", " with"})
            if (name.ends_with(verb)) name.remove_suffix(verb.size());
        const std::size_t last = said.find_last_of("0123456789");
        std::string numbers;
        for (std::size_t i = digit; i <= last; ++i)
            if (said[i] >= '0' && said[i] <= '9') numbers += said[i];
            else if (!numbers.ends_with('.')) numbers += "..";
        if (name.empty() || name_end == said.npos) return std::nullopt;
        return std::string(name) + " points " + numbers;
    }
    for (const std::string_view first : {"first:", "first is", "first ="})
        if (said.starts_with(first)) return "first " + std::string(without_blanks(said.substr(first.size())));
    if (said.starts_with("not ")) return std::string(without_blanks(said.substr(4))) + ": no";
    std::string_view verdict = "yes";
    std::string_view name = said;
    const std::size_t word = said.find_last_of(" \t:=");
    if (const std::string_view worded = verdict_in_words(name); !worded.empty()) {
        verdict = worded;
    } else if (word != said.npos) {
        const std::string_view found = verdict_said(said.substr(word + 1));
        if (!found.empty()) verdict = found, name = without_blanks(said.substr(0, word + 1));
    }
    for (const std::string_view between : {"=", ":", " is", " to be", " should be", " should", " to"})
        while (name.ends_with(between)) name = without_blanks(name.substr(0, name.size() - between.size()));
    if (!is_plain_term(name)) return std::nullopt;
    if (verdict == "first") return "first " + std::string(name);
    return std::string(name).append(": ").append(verdict);
}

std::string_view unit_of_sign(std::string_view sign) {
    constexpr std::pair<std::string_view, std::string_view> units[] = {{"$", "dollars"}, {"€", "euros"},   {"£", "pounds"},  {"¥", "yen"},
                                                                       {"₹", "rupees"},  {"﷼", "rials"},   {"%", "percent"}, {"٪", "درصد"},
                                                                       {"°", "degrees"}, {"°C", "degrees"}};
    for (const auto& [theirs, word] : units)
        if (sign == theirs) return word;
    return {};
}

std::string with_commas(std::string_view list) {
    std::string all;
    for (cursor p = list.data(), last = p + list.size(); p < last;) {
        const cursor end = words::piece_end(p, last);
        const std::string_view piece = view(p, end);
        bool separates = words::same_word(p, end, "or") || words::same_word(p, end, "and");
        for (const std::string_view mark : {"/", "|", ";", ",", "،", "<"}) separates = separates || piece == mark;
        if (separates) all += all.ends_with(',') ? "" : ",";
        else (all += all.empty() ? "" : " ") += piece;
        p = words::skip_blanks(end, last);
    }
    return all;
}

bool report_meant_shape(const broken_statement& b, cursor at, diagnostics& out) {
    const bool missing = at == b.line.last || words::line_end(b.failure.after, at) != at;
    const cursor place = at == b.line.last ? b.failure.after : at;
    const stop s{b, place, at == b.line.last ? place : words::piece_end(at, b.line.last), line_around(b, place)};
    if (report_expectation(s, at == b.line.last, out)) return true;
    if (at == b.line.last || missing) return false;
    if (b.kind == kind::fact && (report_range(s, out) || report_unit_sign(s, out) || report_options(s, out))) return true;
    return report_no_colon(s, out) || report_levels(s, out) || report_points(s, out) || report_conclusions(s, out);
}

}  // namespace advise::grammar
