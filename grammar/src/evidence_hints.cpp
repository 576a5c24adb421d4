#include "evidence_hints.hpp"

#include "line_pieces.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/parse.hpp>

#include <optional>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

std::string evidence(std::string_view sign, std::string_view points, std::string_view condition) {
    return std::string(sign == "-" ? "-" : "+").append(points).append(" ").append(condition);
}

/// `points 3 if sql`, `3 points: sql`, `weight 3 sql`, `3 sql`
std::optional<std::string> points_first(const line_pieces& p) {
    std::size_t i = 0;
    while (p.is_one_of(i, {"points", "point", "weight", "score", "bonus", "add", "plus", "give", "امتیاز", "=", ":"})) ++i;
    const std::string_view sign = i < p.size() && (p.all[i] == "+" || p.all[i] == "-") ? p.all[i++] : "+";
    if (!p.is_number(i)) return std::nullopt;
    std::string_view points = p.all[i++];
    if (points.front() == '-') return std::nullopt;
    while (p.is_one_of(i, {"points", "point", "pts", "if", "for", "when", ":", ",", "امتیاز", "اگر", "برای"})) ++i;
    if (p.is(i, "of") || !(p.is_word(i) || p.is_text(i) || p.is(i, "("))) return std::nullopt;
    return evidence(sign, points, p.from(i));
}

/// `sql: +3`, `sql +3`, `sql = +3`, from piece `first` on
std::optional<std::string> points_last(const line_pieces& p, std::size_t first) {
    std::size_t last = p.size();
    while (last > first && p.is_one_of(last - 1, {"points", "point", ")"})) --last;
    if (last < first + 3 || !p.is_number(last - 1)) return std::nullopt;
    const std::string_view sign = p.all[last - 2];
    if (sign != "+" && sign != "-") return std::nullopt;
    if (p.is_number(last - 3) && last >= first + 4 && p.is_one_of(last - 4, {"in", "between", "from"})) return std::nullopt;  // `budget in 100-200`
    std::size_t end = last - 2;
    while (end > first && p.is_one_of(end - 1, {":", "=", "(", ","})) --end;
    if (end == first || !p.is_word(first)) return std::nullopt;
    return evidence(sign, p.all[last - 1], p.between(first, end));
}

/// `- when: sql`: a list as YAML has it.
std::optional<std::string> clause_behind_dash(const line_pieces& p) {
    kind found{};
    if (!p.is(0, "-") || p.size() < 3 || !words::find_keyword(p.all[1].data(), p.all[1].data() + p.all[1].size(), found)) return std::nullopt;
    const std::size_t rest = p.is(2, ":") ? 3 : 2;
    return std::string(p.all[1]).append(" ").append(p.from(rest));
}

/// What begins with a sign: `+sql 3`, `+3`, `- sql`.
bool report_evidence(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (const auto clause = clause_behind_dash(p)) {
        add_failure(b, at, out).help.push_back(p.instead(*clause));
        return true;
    }
    if (b.failure.expected == expected_points && p.is_word(1)) {
        const bool number = p.size() > 2 && p.is_number(p.size() - 1);
        const std::string points = number ? std::string(p.all.back()) : "1";
        add_failure(b, at, out).help.push_back(p.instead(evidence(p.all[0], points, p.between(1, p.size() - (number ? 1 : 0)))));
        return true;
    }
    if (b.failure.expected != expected_condition) return false;
    if (p.size() == 2 && p.is_number(1)) {
        add_failure(b, at, out).help.push_back({help_points_for, {std::string(p.line.first, p.line.last)}});
        return true;
    }
    if (!p.is(2, ",") && !p.is(2, "=")) return false;
    add_failure(b, at, out).help.push_back(p.instead(evidence(p.all[0], p.all[1], p.from(3))));
    return true;
}

bool is_condition(kind k) { return k == kind::when || k == kind::requires_ || k == kind::unless; }

std::string in_one_line(const broken_statement& b, cursor end, std::string_view word, cursor next) {
    const line_edit line = line_around(b, end);
    return std::string(view(line.first, end)).append(word).append(" ").append(view(next, words::text_end(next, b.end_of_file())));
}

/// `when sql and`, `when sql,` and the rest of the condition on the next line.
bool report_goes_on(const broken_statement& b, cursor at, diagnostics& out) {
    const cursor last = b.failure.after;
    const bool comma = at != b.line.last && *at == ',' && words::skip_blanks(at + 1, b.line.last) == words::line_end(at, b.line.last);
    const bool ends = b.failure.expected == expected_condition && (at == b.line.last || words::line_end(last, at) != at);
    if (!(is_condition(b.kind) || b.kind == kind::evidence) || (!comma && !ends)) return false;
    const cursor before = comma ? before_blanks(b.line.first, at) : last;
    if (!comma && !view(b.line.first, before).ends_with("and") && !view(b.line.first, before).ends_with("or")) return false;
    const cursor feed = words::line_end(at == b.line.last ? last : at, b.end_of_file());
    const cursor next = feed == b.end_of_file() ? feed : words::skip_blanks(feed + 1, b.end_of_file());
    kind ignored{};
    cursor ignored_end{};
    if (next == b.end_of_file() || *next == '\n' || *next == '#' || words::line_kind(next, b.end_of_file(), ignored, ignored_end)) return false;
    if (find_arrow(next, words::line_end(next, b.end_of_file()))) return false;
    add_failure(b, at, out).help.push_back({help_write_line, {shortened(in_one_line(b, before, comma ? " and" : "", next), line_edit::most_shown)}});
    return true;
}

/// The condition and the conclusion of `if C then X end`, `when C -> X`, behind the keyword; a rule with an arrow, or nothing.
std::optional<std::string> rule_in_words(const line_pieces& p, std::size_t first) {
    while (p.is_one_of(first, {"if", "when", "اگر", "وقتی", ":", "case"})) ++first;
    std::size_t last = p.size();
    while (last > first && p.is_one_of(last - 1, {"end", ".", ";", "else"})) --last;
    for (std::size_t i = first; i < last; ++i) {
        if (!p.is_one_of(i, {"then", "آنگاه", "->", "=>", "→", "implies"})) continue;
        std::size_t end = i;
        while (end > first && p.is_one_of(end - 1, {",", ":"})) --end;
        if (end == first || i + 1 >= last || p.is_one_of(i + 1, {"->", "=>"})) return std::nullopt;
        return std::string(p.between(first, end)) + " -> " + std::string(p.between(i + 1, last));
    }
    return std::nullopt;
}

/// `rule "x" when sql then r end`, `rule x: if sql then r`
bool report_rule_in_words(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::arrow || !b.line.has_keyword || p.size() < 3 || find_arrow(b.line.first, b.line.last)) return false;
    std::size_t i = 1;
    while (i < p.size() && !p.is_one_of(i, {":", "if", "when", "اگر"})) ++i;
    std::string name(p.between(1, i));
    if (p.is_text(1) && i == 2) {
        const std::string inside = name.substr(1, name.size() - 2);
        if (is_plain_term(inside)) name = inside;
    }
    const auto rule = rule_in_words(p, i);
    if (!rule || name.empty()) return false;
    add_failure(b, at, out).help.push_back(p.instead("rule " + name + ": " + *rule));
    return true;
}

/// `r = sql and python`, `r: sql and python`: a definition.
bool report_definition(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    std::size_t sign = 1;
    while (sign < p.size() && p.all[sign] != "=" && p.all[sign] != ":") ++sign;
    if (b.in_test || sign + 1 >= p.size() || p.all[sign + 1].starts_with('-')) return false;  // `b :- a` is Prolog
    const std::string_view name = p.between(0, sign), rest = p.from(sign + 1);
    if (!is_plain_term(name) || rest.empty() || (rest.find(" and ") == rest.npos && rest.find(" or ") == rest.npos)) return false;
    add_failure(b, at, out).help.push_back(p.instead(std::string(rest) + " -> " + std::string(name)));
    return true;
}

}  // namespace

diagnostic& add_failure(const broken_statement& b, cursor at, diagnostics& out) {
    const bool no_arrow = b.kind == kind::arrow && !b.line.has_keyword && !find_arrow(b.line.first, b.line.last);
    if (no_arrow) return out.add(arrow_missing, b.at(b.line.first, words::text_end(b.line.first, b.line.last)));
    if (at == b.line.last || words::line_end(b.failure.after, at) != at) {
        const cursor after = b.failure.after;
        cursor word = after;
        while (word > b.line.first && word[-1] != ' ' && word[-1] != '\t' && word[-1] != '\n') --word;
        return out.add(syntax_missing, b.at(after, after), {b.failure.expected, shown(word, after)});
    }
    const cursor end = words::piece_end(at, b.line.last);
    return out.add(syntax_unexpected, b.at(at, end), {b.failure.expected, shown(at, end)});
}

bool report_worded_evidence(const broken_statement& b, cursor at, diagnostics& out) {
    const bool plain = b.kind == kind::arrow && !b.line.has_keyword && !b.in_test && !find_arrow(b.line.first, b.line.last);
    if (!plain && b.kind != kind::evidence && !is_condition(b.kind)) return false;
    if (report_goes_on(b, at, out)) return true;
    const line_pieces p(b, std::min(at, b.line.last));
    if (b.kind == kind::evidence) return report_evidence(b, p, at, out);
    auto meant = plain ? points_first(p) : std::nullopt;
    if (!meant) meant = points_last(p, plain ? 0 : 1);
    if (!meant) return false;
    add_failure(b, at, out).help.push_back(p.instead(*meant));
    return true;
}

bool report_worded_line(const broken_statement& b, cursor at, diagnostics& out) {
    if (b.kind != kind::arrow) return false;
    const line_pieces p(b, b.line.first);
    if (report_rule_in_words(b, p, at, out)) return true;
    if (b.line.has_keyword || find_arrow(b.line.first, b.line.last)) return false;
    if (!b.in_test && p.is(0, "not") && p.size() > 1) {
        add_failure(b, at, out).help.push_back(p.instead("unless " + std::string(p.from(1))));
        return true;
    }
    return report_definition(b, p, at, out);
}

bool report_worded_clause(const source& file, const statement_line& line, bool in_test, diagnostics& out) {
    if (!is_condition(line.kind)) return false;
    const syntax_failure nowhere{};
    const ast::statement nothing{};
    const broken_statement b{file, line, line.kind, nothing, nowhere, in_test};
    const line_pieces p(b, line.first);
    std::string meant;
    if (const auto rule = rule_in_words(p, 0); rule && line.kind == kind::when) meant = *rule;
    else if (in_test && line.kind == kind::when && p.size() > 2) meant = "given " + std::string(p.from(1));
    if (meant.empty()) return false;
    out.add(clause_outside, b.at(line.first, line.keyword_end), {std::string(words::word_of(line.kind))}).help.push_back(p.instead(meant));
    return true;
}

}  // namespace advise::grammar
