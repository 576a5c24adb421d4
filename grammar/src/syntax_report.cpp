#include "syntax_report.hpp"

#include "clause_hints.hpp"
#include "comparison_hints.hpp"
#include "condition_hints.hpp"
#include "declaration_hints.hpp"
#include "evidence_hints.hpp"
#include "line_edit.hpp"
#include "line_hints.hpp"
#include "mark_hints.hpp"
#include "syntax_hints.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

// The start of the last piece that ends at or before `after`.
cursor last_piece(cursor first, cursor after) {
    cursor start = first;
    for (cursor p = first; p < after;) {
        start = p;
        p = words::skip_space(words::piece_end(p, after), after);
    }
    return start;
}

bool line_feed_between(cursor first, cursor last) { return std::find(first, last, '\n') != last; }
bool line_feed_or_end_between(cursor first, cursor p, cursor end) { return p == end || line_feed_between(first, p); }

void note_opened(const broken_statement& b, diagnostic& d) {
    if (const cursor open = b.failure.opened) d.notes.push_back({{note_parenthesis_opened, {}}, b.at(open, open + 1)});
}

bool expects_close(message m) { return m == expected_close || m == expected_comma_or_close || m == expected_operator_or_close; }

// A parenthesis forgotten: reported at the word that begins the next statement or clause, or at the end of the file.
bool report_open_parenthesis(const broken_statement& b, cursor at, diagnostics& out) {
    if (!b.line.unclosed || !b.failure.opened || !line_feed_or_end_between(b.failure.after, at, b.line.last)) return false;
    const cursor next = at == b.line.last ? words::skip_space(at, b.end_of_file()) : at;
    kind next_kind{};
    cursor next_end = next;
    if (next != b.end_of_file() && !words::line_kind(next, b.end_of_file(), next_kind, next_end)) return false;
    auto& d = next != b.end_of_file() ? out.add(parenthesis_open_at, b.at(next, next_end), {shown(next, next_end)})
                                      : out.add(parenthesis_open, b.at(b.failure.after, b.failure.after));
    d.help.push_back({help_open_parenthesis, {}});
    note_opened(b, d);
    return true;
}

// What would be the end of the statement; what stands there instead is too much, wherever it stands.
bool expects_end(message m) { return m == expected_line_end || m == expected_operator_or_end; }

// `fact parallelism level`
void help_with_type(const broken_statement& b, cursor word, cursor after, diagnostic& d) {
    cursor name_end = word;
    while (name_end != b.line.keyword_end && (name_end[-1] == ' ' || name_end[-1] == '\t')) --name_end;
    const bool type = words::same_word(word, after, "level") || words::same_word(word, after, "number") || words::same_word(word, after, "yes/no");
    const bool typed = type && name_end != b.line.keyword_end;
    d.help.push_back({help_write_line, {std::string(b.line.first, typed ? name_end : after) + ": " + (typed ? std::string(word, after) : "level")}});
}

// A line of each kind as it is written.
std::string_view example_of(kind k) {
    switch (k) {
    case kind::import: return "import \"facts.rules\"";
    case kind::source: return "source book \"The title of the book\"";
    case kind::ruleset: return "ruleset \"Who runs the reading club?\"";
    case kind::language: return "language en";
    case kind::syntax: return "syntax 1";
    case kind::scale: return "scale light: shade < half shade < full sun";
    case kind::fact: return "fact patience: level";
    case kind::concept_: return "concept good host";
    case kind::role: return "role host \"Host of the club\"";
    case kind::test: return "test \"nobody without patience\"";
    case kind::url: return "url \"https://example.org\"";
    case kind::label: return "label fa \"میزبان\"";
    case kind::aka: return "aka \"stamina\", endurance";
    case kind::ask: return "ask \"How patient are you?\"";
    case kind::effort: return "effort 8 weeks";
    case kind::after: return "after patience >= beginner";
    case kind::when: return "when patience >= beginner and not hurried";
    case kind::requires_:
    case kind::requires_points: return "requires patience >= beginner";
    case kind::unless: return "unless hurried";
    case kind::evidence: return "+2 patience >= advanced";
    case kind::expect: return "expect host: yes";
    case kind::given: return "given patience: advanced";
    default: return "patience >= advanced -> host";
    }
}

void help_with_shape(const broken_statement& b, diagnostic& d) {
    if (d.help.empty()) d.help.push_back({help_shape, {std::string(example_of(b.kind))}});
}

// Something is missing at the end of a line: the end of the token before it is the place.
void report_missing(const broken_statement& b, cursor at, diagnostics& out) {
    const cursor after = b.failure.after;
    const cursor previous = last_piece(b.line.first, after);
    const bool words_meet = at != b.line.last && words::word_end(at, b.line.last) != at && words::word_end(previous, after) == after;
    if (words_meet && (expects_close(b.failure.expected) || b.failure.expected == expected_operator_or_arrow)) {
        auto& d = out.add(term_over_lines, b.at(after, after));
        d.help.push_back({help_comma, {}});
        note_opened(b, d);
        return;
    }
    auto& d = out.add(syntax_missing, b.at(after, after), {b.failure.expected, shown(previous, after)});
    if (b.kind == kind::fact && b.failure.expected == expected_colon) help_with_type(b, previous, after, d);
    if (auto meant = meant_longer_line(b)) d.help.push_back(std::move(*meant));
    help_with_shape(b, d);
    if (expects_close(b.failure.expected)) note_opened(b, d);
}

// A line without keyword and arrow whose first word is nearly a keyword, or `because` where nothing stands that it could follow.
std::string_view report_first_word(const broken_statement& b, diagnostics& out) {
    const cursor word = words::word_end(b.line.first, b.line.last);
    const place at = b.at(b.line.first, word);
    if (words::same_word(b.line.first, word, "because") || words::same_word(b.line.first, word, "cites")) {
        out.add(reason_not_here, at, {shown(b.line.first, word)}).help.push_back({help_reason_in_comment, {}});
        return "because";
    }
    std::string_view const meant = meant_keyword({b.line.first, static_cast<std::size_t>(word - b.line.first)});
    if (meant.empty()) return meant;
    const line_edit line = line_around(b, b.line.first);
    cursor rest = words::skip_blanks(word, line.last);
    if (rest < line.last && *rest == ':') rest = words::skip_blanks(rest + 1, line.last);
    if (meant == "unless" && rest < line.last) out.add(arrow_missing, at).help.push_back(line.with(b.line.first, rest, "unless "));
    else out.add(arrow_missing, at).help.push_back({help_did_you_mean, {std::string(meant)}});
    return meant;
}

/// `    patience >= beginner`: an indented comparison below a concept or role is meant as its condition.
bool is_bare_condition(const broken_statement& b, cursor last) {
    if (b.in_test || b.line.first == b.origin() || (b.line.first[-1] != ' ' && b.line.first[-1] != '\t')) return false;
    bool compared = false;
    for (cursor p = b.line.first; p < last;) {
        const cursor end = words::piece_end(p, last);
        const std::string_view piece = view(p, end);
        compared |= piece == ">=" || piece == "<=" || piece == ">" || piece == "<" || piece == "=" || piece == "!=" || words::same_word(p, end, "is")
                    || words::same_word(p, end, "includes");
        if (piece == ":") return false;
        p = words::skip_blanks(end, last);
    }
    return compared;
}

void report_no_arrow(const broken_statement& b, diagnostics& out) {
    const cursor last = words::text_end(b.line.first, b.line.last);
    const bool condition = is_bare_condition(b, last);
    out.add(arrow_missing, b.at(b.line.first, last))
        .help.push_back(condition ? line_around(b, b.line.first).with(b.line.first, b.line.first, "when ") : sentence{help_rule_shape, {}});
}

// `+1.5 C`, `+2000 C`: the next whole number inside.
void help_with_points(const broken_statement& b, diagnostic& d) {
    cursor first = b.failure.at;
    while (first != b.failure.refused_end && (*first == '+' || *first == '-' || *first == ' ')) ++first;
    const auto number = words::scan_number(first, b.failure.refused_end);
    const std::int64_t most = limits::points * limits::grid, up = (number.micro + limits::grid - 1) / limits::grid;
    const std::int64_t meant = number.micro > most || number.fault == words::number_fault::too_long ? limits::points : up;
    d.help.push_back(line_around(b, b.failure.at).with(first, b.failure.refused_end, std::to_string(meant)));
}

}  // namespace

std::string shown(cursor first, cursor last) {
    constexpr std::size_t most = 64;
    std::string_view const text{first, static_cast<std::size_t>(last - first)};
    const auto d = decode_one(text, 0);
    if (d.length == text.size() && d.valid && (is_invisible(d.point) || (d.point > ' ' && is_blank(d.point)))) return code_point_name(d.point);
    return shortened(text, most);
}

cursor find_arrow(cursor first, cursor last) {
    for (cursor p = first; p != last; ++p) {
        const bool more = last - p > 1;
        if ((*p == '-' || *p == '=') && more && p[1] == '>') return p;
        if (*p == '\xE2' && std::string_view(p, static_cast<std::size_t>(last - p)).starts_with("→")) return p;
        if (*p == '"') p = words::scan_quoted(p, last).end - 1;
        else if (*p == '#' && p != first && (p[-1] == ' ' || p[-1] == '\t' || p[-1] == '\n')) p = words::line_end(p, last) - 1;
    }
    return nullptr;
}

std::string_view report(const broken_statement& b, diagnostics& out) {
    const auto& f = b.failure;
    if (f.refused != none) {
        if (report_foreign_mark(b, f.at, out)) return {};
        auto& d = out.add(f.refused, b.at(f.at, f.refused_end), f.arguments);
        d.help = f.help;
        if (f.refused == number_malformed) help_with_digit_term(b, d);
        if (f.refused == term_too_long) d.help.push_back({help_shorter, {}});
        if (f.refused == nested_too_deep) d.help.push_back({help_nested, {}});
        if (f.refused == points_not_whole || f.refused == points_out_of_range) help_with_points(b, d);
        return {};
    }
    const cursor stopped = std::max(f.at, f.after);
    const cursor at = stopped == b.line.first ? stopped : words::skip_space(stopped, b.line.last);
    if (report_open_parenthesis(b, at, out)) return {};
    const bool missing = line_feed_or_end_between(f.after, at, b.line.last) && !expects_end(f.expected);
    const bool no_arrow = b.kind == kind::arrow && !b.line.has_keyword && !find_arrow(b.line.first, b.line.last);
    if (!missing && report_foreign_mark(b, at, out)) return {};
    if (!missing && report_worded_condition(b, at, out)) return {};
    if (report_worded_evidence(b, at, out) || report_meant_clause(b, at, out)) return {};
    if (no_arrow && report_worded_rule(b, out)) return {};
    if (no_arrow)
        if (const auto meant = report_first_word(b, out); !meant.empty()) return meant;
    if (report_worded_line(b, at, out) || (no_arrow && report_line_of_profile(b, at, out))) return {};
    if (report_meant_shape(b, at, out) || (!missing && (report_meant_comparison(b, at, out) || report_stray_colon(b, at, out)))) return {};
    if (!missing && b.kind == kind::claim) {
        if (sentence meant = meant_claim(words_of_claim(b)); meant.id == help_write_line) {
            const cursor end = words::piece_end(at, b.line.last);
            out.add(syntax_unexpected, b.at(at, end), {f.expected, shown(at, end)}).help.push_back(std::move(meant));
            return {};
        }
    }
    auto declaration = missing ? std::nullopt : meant_declaration(b, at);
    if (!missing && !declaration && report_known_mistake(b, at, out)) return {};
    if (no_arrow) {
        report_no_arrow(b, out);
        return {};
    }
    if (missing) {
        report_missing(b, at, out);
        return {};
    }
    const cursor end = words::piece_end(at, b.line.last);
    auto& d = out.add(syntax_unexpected, b.at(at, end), {f.expected, shown(at, end)});
    if (declaration) d.help.push_back(std::move(*declaration));
    else if (b.kind == kind::claim) d.help.push_back({help_claim_forms, {}});
    help_with_shape(b, d);
    if (expects_close(f.expected)) note_opened(b, d);
    return {};
}

}  // namespace advise::grammar
