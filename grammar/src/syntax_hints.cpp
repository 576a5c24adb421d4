#include "syntax_hints.hpp"

#include "line_hints.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

std::string_view view(cursor first, cursor last) { return {first, static_cast<std::size_t>(last - first)}; }

// What stands at the place of the error.
struct piece {
    cursor first, last;
    [[nodiscard]] std::string_view text() const { return view(first, last); }
    [[nodiscard]] bool is(std::string_view lower) const { return words::same_word(first, last, lower); }
    [[nodiscard]] bool is_arrow() const { return text() == "->" || text() == "=>" || text() == "→"; }
};
piece piece_at(cursor p, cursor end) { return {p, words::piece_end(p, end)}; }

// Operators of other languages, and ours.
constexpr std::pair<std::string_view, std::string_view> operators[] = {
    {"==", "="},       {"===", "="}, {":=", "="},  {"!==", "!="}, {"<>", "!="}, {"=<", "<="}, {"<=>", "="}, {"&&", "and"}, {"&", "and"}, {"||", "or"},
    {"|", "or"},       {"!", "not"}, {"~", "not"}, {"⇒", "->"},   {"⟶", "->"},  {"⟹", "->"},  {"➔", "->"},  {"➜", "->"},   {"⊃", "->"},  {"∈", "in"},
    {"∋", "includes"}, {"⋀", "and"}, {"⋁", "or"},  {"×", "and"},  {"≧", ">="},  {"≦", "<="},  {"⩾", ">="},  {"⩽", "<="},   {"≡", "="},   {"＝", "="},
    {"＞", ">"},       {"＜", "<"},  {"−", "-"},   {"–", "-"},    {"—", "-"},   {"；", ";"},  {"：", ":"},  {"，", ","},   {"、", ","},  {"（", "("},
    {"）", ")"},       {"[", "("},   {"]", ")"},   {"{", "("},    {"}", ")"},   {"؛", "،"},
};

// The line of a place, trimmed, with `insert`s put in; what a help shows as corrected.
std::string quoted_in_line(cursor line, cursor line_last, cursor first, cursor last) {
    std::string out(line, first);
    out += '"';
    out.append(first, last);
    out += '"';
    out.append(last, line_last);
    constexpr std::size_t most = 160;
    return shortened(out, most);
}
struct line_bounds {
    cursor first, last;
};
line_bounds line_of(const broken_statement& b, cursor at) {
    cursor first = at;
    while (first != b.line.first && first[-1] != '\n') --first;
    first = words::skip_blanks(first, at);
    return {first, words::text_end(first, b.line.last)};
}

// How far the text goes that somebody meant as one term: words, numbers and the symbols glued to them, up to a stop word.
cursor meant_term_end(cursor p, cursor end) {
    cursor last = p;
    while (p != end && *p != '\n') {
        const auto w = piece_at(p, end);
        const bool glued = p == last;
        unsigned value = 0;
        const bool is_word = words::word_end(p, end) != p;
        if (is_word && words::is_stop(w.first, w.last, end, words::term_place::condition)) break;
        std::string_view const t = w.text();
        if (!is_word && !words::digit_at(p, end, value) && (!glued || w.is_arrow() || t.find_first_of("()<>=,:;\"#|") != t.npos || t == "،")) break;
        last = w.last;
        p = words::skip_blanks(last, end);
    }
    return last;
}

bool expects_term(message m) {
    switch (m) {
    case expected_condition:
    case expected_name:
    case expected_conclusion:
    case expected_level:
    case expected_option:
    case expected_fact:
    case expected_source:
    case expected_value:
    case expected_claim: return true;
    default: return false;
    }
}

void report_needs_quotes(const broken_statement& b, piece wrong, cursor first, cursor last, diagnostics& out) {
    const auto line = line_of(b, first);
    out.add(term_needs_quotes, b.at(wrong.first, wrong.last), {shown(wrong.first, wrong.last)})
        .help.push_back({help_quoted_line, {quoted_in_line(line.first, line.last, first, last)}});
}

// `python 3`, `3d printing`, `.net`: a term that has to be quoted.
bool report_unquoted(const broken_statement& b, piece wrong, diagnostics& out) {
    const cursor end = b.line.last;
    unsigned value = 0;
    const bool digit = words::digit_at(wrong.first, end, value) != 0;
    if (expects_term(b.failure.expected)) {
        const bool leading = digit || (wrong.text() == "." && words::word_end(wrong.last, end) != wrong.last);
        if (!leading) return false;
        report_needs_quotes(b, wrong, wrong.first, meant_term_end(wrong.first, end), out);
        return true;
    }
    if (!digit) return false;
    cursor first = b.failure.after;  // the term before the number
    const cursor line = line_of(b, wrong.first).first;
    cursor p = line == b.line.first && b.line.has_keyword ? b.line.keyword_end : line;
    for (p = words::skip_blanks(p, b.failure.after); p < b.failure.after;) {
        const cursor e = words::term_end(p, b.failure.after, words::term_place::condition);
        if (e == b.failure.after) {
            first = p;
            break;
        }
        p = words::skip_space(std::max(e, words::piece_end(p, b.failure.after)), b.failure.after);
    }
    if (first == b.failure.after) return false;
    report_needs_quotes(b, wrong, first, meant_term_end(first, end), out);
    return true;
}

// `a -> b unless c`
bool report_unless(const broken_statement& b, piece p, diagnostics& out) {
    if (!p.is("unless")) return false;
    if (b.kind != kind::arrow) {
        out.add(syntax_unexpected, b.at(p.first, p.last), {b.failure.expected, shown(p.first, p.last)}).help.push_back({help_unless_clause, {}});
        return true;
    }
    if (b.read.conclusion.empty()) return false;
    const cursor first = words::skip_space(p.last, b.line.last), last = words::text_end(first, b.line.last);
    std::string const rule = shortened(view(first, last), 100) + " -> not " + std::string(b.file.text(b.read.conclusion.where));
    out.add(unless_after_arrow, b.at(p.first, p.last)).help.push_back({help_write_line, {rule}});
    return true;
}

// An arrow that cannot stand here: the second one of a rule, or one in a clause.
bool report_arrow(const broken_statement& b, piece p, diagnostics& out) {
    if (!p.is_arrow()) return false;
    if (b.kind == kind::arrow && !b.read.conclusion.empty()) {
        std::string const conclusion(b.file.text(b.read.conclusion.where));
        std::string const first = shortened(view(b.line.first, b.failure.after), 100);
        const cursor rest = words::skip_space(p.last, b.line.last);
        std::string const second = conclusion + " -> " + shortened(view(rest, words::text_end(rest, b.line.last)), 100);
        out.add(second_arrow, b.at(p.first, p.last)).help.push_back({help_two_rules, {first, second}});
        return true;
    }
    if (b.kind == kind::arrow) return false;
    out.add(syntax_unexpected, b.at(p.first, p.last), {b.failure.expected, shown(p.first, p.last)}).help.push_back({help_rule_shape, {}});
    return true;
}

// `b :- a`, `b <- a`: an arrow the other way round.
bool report_reversed_arrow(const broken_statement& b, piece p, diagnostics& out) {
    const bool prolog = p.text() == ":" && p.last != b.line.last && *p.last == '-';
    if (b.kind != kind::arrow || (!prolog && p.text() != "<-")) return false;
    const cursor last = prolog ? p.last + 1 : p.last;
    const std::string meant = reversed_rule(b, p.first, last);
    if (meant.empty()) return false;
    out.add(arrow_split, b.at(p.first, last), {shown(p.first, last)}).help.push_back({help_write_line, {meant}});
    return true;
}

// `- >`, `-->`, `==>`, `->>`
bool report_split_arrow(const broken_statement& b, piece p, diagnostics& out) {
    if (p.text() != "-" && p.text() != "=" && p.text() != "==" && p.text() != "<-") return false;
    cursor last = p.last;
    while (last != b.line.last && (*last == ' ' || *last == '\t' || *last == '-' || *last == '=')) ++last;
    if (p.text() != "<-") {
        if (last == b.line.last || *last != '>') return false;
        ++last;
    } else {
        last = p.last;
    }
    out.add(arrow_split, b.at(p.first, last), {shown(p.first, last)}).help.push_back({help_write, {std::string("->")}});
    return true;
}

// `F not in (…)`
bool report_not_in(const broken_statement& b, piece p, diagnostics& out) {
    if (!p.is("not") || b.read.condition.nodes.empty()) return false;
    const cursor next = words::skip_space(p.last, b.line.last);
    const auto in = piece_at(next, b.line.last);
    if (!in.is("in") && !in.is("includes")) return false;
    const auto& fact = b.read.condition.nodes.back();
    cursor last = in.last;
    while (last != b.line.last && *last != '\n' && last[-1] != ')') ++last;
    std::string const corrected =
        "not " + std::string(b.file.text(fact.where)) + " " + shortened(view(in.first, words::text_end(in.first, last)), 100);
    out.add(not_before_in, b.at(p.first, in.last), {std::string(in.text())}).help.push_back({help_write, {corrected}});
    return true;
}

bool takes_reasons(ast::statement_kind k) {
    return k == kind::arrow || k == kind::when || k == kind::requires_ || k == kind::requires_points || k == kind::unless || k == kind::evidence;
}

bool report_reason(const broken_statement& b, piece p, diagnostics& out) {
    if (takes_reasons(b.kind) || (!p.is("because") && !p.is("cites"))) return false;
    out.add(reason_not_here, b.at(p.first, p.last), {shown(p.first, p.last)}).help.push_back({help_reason_in_comment, {}});
    return true;
}

// Text without its quotes.
bool report_unquoted_text(const broken_statement& b, piece p, diagnostics& out) {
    if (b.failure.expected != expected_text || words::word_end(p.first, b.line.last) == p.first) return false;
    const auto line = line_of(b, p.first);
    cursor first = p.first;
    if (b.kind == kind::ask && !b.read.language.empty()) first = b.origin() + b.read.language.where.begin;
    if (!b.read.reasons.empty() && b.read.reasons.back().text.where.end == 0 && !b.read.reasons.back().language.empty())
        first = b.origin() + b.read.reasons.back().language.where.begin;
    if (std::find(first, line.last, '"') != line.last) return false;
    out.add(syntax_unexpected, b.at(p.first, p.last), {expected_text, shown(p.first, p.last)})
        .help.push_back({help_quoted_line, {quoted_in_line(line.first, line.last, first, line.last)}});
    return true;
}

bool report_operator(const broken_statement& b, piece p, diagnostics& out) {
    std::string_view meant;
    for (const auto& [wrong, right] : operators)
        if (p.text() == wrong) meant = right;
    if (p.text() == ":" && b.failure.expected == expected_operator_or_arrow && find_arrow(p.last, b.line.last)) meant = "=";
    if ((p.text() == "," || p.text() == "،") && (b.failure.expected == expected_operator_or_arrow || b.failure.expected == expected_operator_or_end))
        meant = "and";
    if (meant.empty()) return false;
    out.add(no_such_operator, b.at(p.first, p.last), {shown(p.first, p.last)}).help.push_back({help_write, {std::string(meant)}});
    return true;
}

}  // namespace

bool report_known_mistake(const broken_statement& b, cursor at, diagnostics& out) {
    const auto p = piece_at(at, b.line.last);
    const bool ends = words::skip_blanks(p.last, b.line.last) == words::line_end(p.first, b.line.last);
    if (ends && (p.text() == "؛" || p.text() == "?" || p.text() == "؟" || p.text() == "." || p.text() == "!")) {  // as prose ends
        const line_bounds line = line_of(b, p.first);
        std::string_view meant = view(line.first, p.first);
        while (meant.ends_with(' ')) meant.remove_suffix(1);
        const cursor end = p.last;
        out.add(syntax_unexpected, b.at(p.first, end), {b.failure.expected, shown(p.first, end)})
            .help.push_back({help_write_line, {shortened(meant, 160)}});
        return true;
    }
    if (p.text() == ";") {
        out.add(several_statements, b.at(p.first, p.last)).help.push_back({help_own_line, {}});
        return true;
    }
    if (p.text() == ")" && !b.failure.opened) {
        out.add(parenthesis_unmatched, b.at(p.first, p.last)).help.push_back({help_take_away, {}});
        return true;
    }
    if (p.text() == "\"") return false;
    return report_reason(b, p, out) || report_unless(b, p, out) || report_reversed_arrow(b, p, out) || report_split_arrow(b, p, out)
           || report_arrow(b, p, out) || report_not_in(b, p, out) || report_operator(b, p, out) || report_unquoted_text(b, p, out)
           || report_unquoted(b, p, out);
}

void help_with_digit_term(const broken_statement& b, diagnostic& d) {
    const cursor first = b.failure.at;
    const auto s = words::scan_number(first, b.line.last);
    if (s.fault != words::number_fault::glued || b.kind == kind::evidence) return;
    const auto line = line_of(b, first);
    const std::string_view before = view(line.first, first);
    const std::size_t sign = before.find_last_not_of(" \t=");
    if (sign != before.npos && (before[sign] == '<' || before[sign] == '>')) return;  // an order has numbers
    d.help.push_back({help_quoted_line, {quoted_in_line(line.first, line.last, first, meant_term_end(first, b.line.last))}});
}

bool report_keyword_in_rule(const source& file, const statement_line& line, diagnostics& out) {
    if (!line.has_keyword || line.kind == kind::arrow || line.kind == kind::evidence) return false;
    if (line.kind == kind::when || line.kind == kind::requires_ || line.kind == kind::unless || line.kind == kind::given) return false;
    const cursor arrow = find_arrow(line.first, line.last);
    if (!arrow) return false;
    const cursor term = words::term_end(line.first, line.last, words::term_place::condition);
    const cursor last = words::text_end(line.first, line.last);
    const auto offset = [&](cursor p) { return static_cast<std::uint32_t>(p - file.text().data()); };
    if (line.kind == kind::claim) {
        const cursor end = words::piece_end(arrow, line.last);
        out.add(syntax_unexpected, {&file, {offset(arrow), offset(end)}}, {expected_operator_or_end, shown(arrow, end)})
            .help.push_back(meant_claim(without_blanks(view(line.keyword_end, last))));
        return true;
    }
    auto& d = out.add(statement_in_statement, {&file, {offset(line.first), offset(line.keyword_end)}}, {shown(line.first, line.keyword_end)});
    d.help.push_back({help_quoted_line, {quoted_in_line(line.first, last, line.first, term)}});
    return true;
}

std::string_view meant_keyword(std::string_view word) {
    constexpr std::pair<std::string_view, std::string_view> synonyms[] = {
        {"include", "import"}, {"define", "concept"},  {"skill", "fact"},     {"trait", "fact"},       {"if", "when"},         {"cost", "effort"},
        {"name", "label"},     {"alias", "aka"},       {"needs", "requires"}, {"need", "requires"},    {"except", "unless"},   {"title", "ruleset"},
        {"question", "ask"},   {"goal", "role"},       {"levels", "scale"},   {"prefer", "+1"},        {"must", "requires"},   {"excludes", "unless"},
        {"exclude", "unless"}, {"forbids", "unless"},  {"forbid", "unless"},  {"prohibits", "unless"}, {"prohibit", "unless"}, {"rejects", "unless"},
        {"reject", "unless"},  {"cite", "cites"},      {"cited", "cites"},    {"see", "cites"},        {"reference", "cites"}, {"ref", "cites"},
        {"reason", "because"}, {"why", "because"},     {"since", "because"},  {"link", "url"},         {"href", "url"},        {"web", "url"},
        {"assert", "claim"},   {"invariant", "claim"}, {"property", "claim"}, {"نقش", "role"},         {"واقعیت", "fact"},     {"مفهوم", "concept"},
        {"قاعده", "rule"},     {"مقیاس", "scale"},     {"آزمون", "test"},     {"ادعا", "claim"},       {"منبع", "source"},     {"برچسب", "label"},
        {"اگر", "when"},       {"وقتی", "when"},       {"هرگاه", "when"},     {"مگر", "unless"},       {"جز", "unless"},       {"زیرا", "because"},
        {"چون", "because"},    {"زبان", "language"},   {"بپرس", "ask"},       {"عنوان", "ruleset"},
    };
    std::string lower(word);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    for (const auto& [wrong, right] : synonyms)
        if (lower == wrong) return right;
    if (word.empty()) return {};
    std::vector<std::string_view> candidates;
    for (const auto& k : words::keywords())
        if (k.kind != kind::evidence) candidates.push_back(k.text);
    candidates.insert(candidates.end(), {"because", "cites"});
    const auto found = near(word, candidates);
    if (found.empty()) return {};
    if (found.front() == "because") return "because";
    if (found.front() == "cites") return "cites";
    for (const auto& k : words::keywords())
        if (k.text == found.front()) return k.text;
    return {};
}

}  // namespace advise::grammar
