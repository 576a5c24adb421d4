#include "clause_hints.hpp"

#include "declaration_hints.hpp"
#include "line_pieces.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/parse.hpp>
#include <advise/grammar/profile.hpp>

#include <algorithm>
#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

bool is_address(std::string_view text) {
    for (const std::string_view start : {"http:", "https:", "www.", "\"http:", "\"https:", "\"www.", "doi:", "doi.org"})
        if (text.starts_with(start)) return true;
    return false;
}

std::string quoted(std::string_view text) {
    text = without_blanks(text);
    while (!text.empty() && (text.back() == ')' || text.back() == ',')) text.remove_suffix(1);
    return text.starts_with('"') ? std::string(text) : '"' + std::string(text) + '"';
}

/// `source x "T" url "http://…"`, `source x "T", "http://…"`, `source x http://…`, `source "T"`, `source x some title`
bool report_source(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::source || p.size() < 2) return false;
    std::size_t text = 1;
    while (text < p.size() && !p.is_text(text)) ++text;
    std::size_t rest = text + 1;
    while (p.is_one_of(rest, {",", "(", ":", "-", "url", "at", "link", "،"})) ++rest;
    if (text > 1 && rest < p.size() && (is_address(p.from(rest)) || p.is_text(rest))) {
        add_failure(b, at, out).help.push_back({help_clause_below, {"url " + shortened(quoted(p.from(rest)), line_edit::most_shown)}});
        return true;
    }
    if (text == 1 && p.size() == 2) {
        add_failure(b, at, out).help.push_back(p.instead("source book " + std::string(p.all[1])));
        return true;
    }
    if (text < p.size() || p.size() < 3 || p.is(2, ":")) return false;
    const std::string_view said = p.from(2);
    if (is_address(said)) {
        auto& d = add_failure(b, at, out);
        d.help.push_back(p.instead("source " + std::string(p.all[1]) + " \"…\""));
        d.help.push_back({help_clause_below, {"url " + quoted(said)}});
        return true;
    }
    add_failure(b, at, out).help.push_back(p.instead("source " + std::string(p.all[1]) + " " + quoted(said)));
    return true;
}

bool is_language(const line_pieces& p, std::size_t i) {
    if (i >= p.size() || p.all[i].size() < 2 || p.all[i].size() > 3) return false;
    return std::ranges::all_of(p.all[i], [](char c) { return c >= 'a' && c <= 'z'; });
}

/// `label "X", fa "ایکس"`, `ask "X" fa "ایکس"`: two texts in one line; `label "ایکس" fa`, `label(fa) "ایکس"`: the language in the wrong place
bool report_texts(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::label && b.kind != kind::ask) return false;
    const std::string word(words::word_of(b.kind));
    if (p.size() == 3 && p.is_text(1) && is_language(p, 2)) {
        add_failure(b, at, out).help.push_back(p.instead(word + " " + std::string(p.all[2]) + " " + std::string(p.all[1])));
        return true;
    }
    if (p.size() == 5 && p.is_one_of(1, {"(", "["}) && is_language(p, 2) && p.is_text(4)) {
        add_failure(b, at, out).help.push_back(p.instead(word + " " + std::string(p.all[2]) + " " + std::string(p.all[4])));
        return true;
    }
    std::size_t second = 2;
    while (p.is_one_of(second, {",", "،", ";", "/"})) ++second;
    if (p.is_text(1) && p.is_text(second) && second + 1 == p.size() && !mostly_arabic(p.all[1]) && mostly_arabic(p.all[second])) {
        add_failure(b, at, out).help.push_back({help_two_lines, {word + " " + std::string(p.all[1]), word + " fa " + std::string(p.all[second])}});
        return true;
    }
    if (!p.is_text(1) || !is_language(p, second) || !p.is_text(p.size() - 1)) return false;
    std::size_t text = second + 1;
    if (p.is_one_of(text, {":", "="})) ++text;
    if (text + 1 != p.size()) return false;
    add_failure(b, at, out)
        .help.push_back(
            {help_two_lines, {word + " " + std::string(p.all[1]), word + " " + std::string(p.all[second]) + " " + std::string(p.all[text])}});
    return true;
}

/// `aka "y" or "z"`, `effort weeks 3`, `effort high`, `effort 3-5 weeks`
bool report_fact_clause(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind == kind::aka && p.is_one_of(2, {"or", "and", ";", "/"})) {
        std::string names;
        for (std::size_t i = 1; i < p.size(); ++i) names += p.is_one_of(i, {"or", "and", ";", "/", ","}) ? "," : " " + std::string(p.all[i]);
        add_failure(b, at, out).help.push_back(p.instead("aka" + names));
        return true;
    }
    if (b.kind != kind::effort || p.is(1, ":") || p.is(1, "=")) return false;
    if (b.failure.expected == expected_number && p.size() == 3 && p.is_number(2)) {
        add_failure(b, at, out).help.push_back(p.instead("effort " + std::string(p.all[2]) + " " + std::string(p.all[1])));
        return true;
    }
    if (b.failure.expected != expected_number && b.failure.expected != expected_line_end) return false;
    add_failure(b, at, out).help.push_back({help_effort_shape, {}});
    return true;
}

/// `role x, "X"`, `role x is a and b`, `concept c a or b`
bool report_conclusion(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if ((b.kind != kind::role && b.kind != kind::concept_) || b.failure.expected != expected_line_end || b.read.name.empty()) return false;
    const bool role = b.kind == kind::role;
    for (std::size_t i = 2; i + 1 < p.size() && p.all[i].data() < at; ++i) {
        if (!p.is_one_of(i, {"when", "if"})) continue;
        add_failure(b, at, out)
            .help.push_back({help_two_lines, {std::string(p.between(0, i)), "when " + shortened(p.from(i + 1), line_edit::most_shown)}});
        return true;
    }
    const cursor end = words::piece_end(at, p.line.last), next = words::skip_blanks(end, p.line.last);
    if (role && (*at == ',' || *at == '-') && next != p.line.last && *next == '"') {
        add_failure(b, at, out).help.push_back(p.line.with(before_blanks(p.line.first, at), next, " "));
        return true;
    }
    const bool is = words::same_word(at, end, "is"), joins = words::same_word(at, end, "and") || words::same_word(at, end, "or");
    std::string_view condition = is ? view(next, p.line.last) : std::string_view();
    if (joins && p.size() > 3) {  // the first word is the name, the others begin the condition
        const std::string_view first = p.all[2];
        if (first.data() >= at) return false;
        condition = p.from(2);
    }
    if (condition.empty()) return false;
    add_failure(b, at, out).help.push_back({help_condition_below, {"when " + shortened(condition, line_edit::most_shown)}});
    return true;
}

/// `fact x, y: level`; `fact x = yes`, `fact x: bool = true`; `number from 0 to 9`, `number (euro)`, `number >= 0`
bool report_fact(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::fact) return false;
    const std::string_view all = view(p.line.first, p.line.last);
    const std::size_t colon = std::min(all.find(':'), all.find('='));
    if (colon == all.npos) return false;
    const std::string before(without_blanks(all.substr(0, colon)));
    const std::string_view type = without_blanks(all.substr(colon + 1));
    if (b.failure.expected == expected_colon && *at == ',') {
        const std::size_t comma = before.find(',');
        if (comma == before.npos || before.find(',', comma + 1) != before.npos) return false;
        const std::string rest = ": " + std::string(type);
        add_failure(b, at, out).help.push_back({help_two_lines, {before.substr(0, comma) + rest, "fact" + before.substr(comma + 1) + rest}});
        return true;
    }
    std::string meant;
    for (const std::string_view word : {"yes", "no", "true", "false", "boolean", "bool"})
        if (type == word || (type.starts_with(std::string(word) + " =") && *at == '=')) meant = "yes/no";
    if (type.starts_with("number") && b.failure.expected == expected_line_end) {
        const std::string_view rest = without_blanks(type.substr(6));
        std::string_view unit = rest;
        while (!unit.empty() && (unit.front() == '(' || unit.front() == '[')) unit.remove_prefix(1);
        while (!unit.empty() && (unit.back() == ')' || unit.back() == ']')) unit.remove_suffix(1);
        const std::string range = rest.starts_with("from ") || rest.starts_with("between ") ? number_said_in_words(rest) : "";
        if (rest == ">= 0" || rest == "> 0" || rest == "≥ 0") meant = "number";
        else if (!range.empty()) meant = "number " + range;
        else if (*at == '(' && is_plain_term(unit)) meant = "number " + std::string(unit);
    }
    if (meant.empty()) return false;
    add_failure(b, at, out).help.push_back(p.instead(before + ": " + meant));
    return true;
}

/// `then r: yes`, `assert r: yes`, `r should be yes` in a test
bool report_expectation_line(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (!b.in_test || b.kind != kind::arrow || b.line.has_keyword) return false;
    const bool word = p.is_one_of(0, {"then", "assert", "expected", "expects", "ensure", "verify", "check", "result", "output", "آنگاه"});
    std::size_t should = 0;
    while (should < p.size() && !p.is_one_of(should, {"should", "must"})) ++should;
    if (!word && should >= p.size()) return false;
    std::size_t first = word ? 1 : 0;
    if (word && p.is_one_of(1, {":", "that"})) first = 2;
    std::string said(p.from(first));
    if (!word) said.replace(static_cast<std::size_t>(p.all[should].data() - p.from(first).data()), p.all[should].size(), "should");
    const auto meant = meant_expectation(said);
    if (!meant) return false;
    add_failure(b, at, out).help.push_back(p.instead("expect " + *meant));
    return true;
}

/// `scale s`, its levels on the next line
bool report_scale(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::scale || b.failure.expected != expected_colon || p.size() < 2
        || (at != b.line.last && words::line_end(b.failure.after, at) == at))
        return false;
    const cursor feed = words::line_end(b.failure.after, b.end_of_file());
    if (feed == b.end_of_file()) return false;
    const cursor next = words::skip_blanks(feed + 1, b.end_of_file());
    const std::string_view levels = view(next, words::text_end(next, b.end_of_file()));
    if (levels.find('<') == levels.npos) return false;
    add_failure(b, at, out).help.push_back(p.instead(std::string(p.from(0)) + ": " + std::string(levels)));
    return true;
}

/// `unit cm`, `min 3`: what belongs into the declaration of a number; `fa "…"`, `http://…`, `version 1`
bool report_lone_words(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::arrow || b.line.has_keyword || find_arrow(b.line.first, b.line.last) || b.in_test) return false;
    if (p.is_one_of(0, {"unit", "units", "min", "minimum", "max", "maximum", "range", "bounds"}) && p.size() <= 6) {
        add_failure(b, at, out).help.push_back({help_number_declared, {}});
        return true;
    }
    if (p.size() == 2 && is_language(p, 0) && p.is_text(1)) {
        add_failure(b, at, out).help.push_back(p.instead("label " + std::string(p.all[0]) + " " + std::string(p.all[1])));
        return true;
    }
    if (is_address(p.from(0)) && p.from(0).find(' ') == std::string_view::npos) {
        add_failure(b, at, out).help.push_back(p.instead("url " + quoted(p.from(0))));
        return true;
    }
    if (p.is_one_of(0, {"always", "never"}) && p.size() > 1) {
        add_failure(b, at, out).help.push_back(p.instead("claim " + std::string(p.from(0))));
        return true;
    }
    if (!p.is(0, "version") || p.size() != 2 || !p.is_number(1)) return false;
    add_failure(b, at, out).help.push_back(p.instead("syntax " + std::string(p.all[1])));
    return true;
}

bool report_language(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::language || !p.is_text(1) || p.size() != 2 || p.all[1].size() < 4) return false;
    add_failure(b, at, out).help.push_back(p.instead("language " + std::string(p.all[1].substr(1, p.all[1].size() - 2))));
    return true;
}

/// `claim f never hurts r`, `claim r does not depend on f`, `claim more f improves r`
bool report_claim(const broken_statement& b, const line_pieces& p, cursor at, diagnostics& out) {
    if (b.kind != kind::claim) return false;
    const std::string said(p.from(1));
    const auto split = [&](std::string_view between) -> std::pair<std::string, std::string> {
        const std::size_t found = said.find(between);
        return found == said.npos || found == 0 ? std::pair<std::string, std::string>()
                                                : std::pair{said.substr(0, found), said.substr(found + between.size())};
    };
    std::string meant;
    if (const auto [fact, role] = split(" never hurts "); !fact.empty() && !fact.starts_with("more "))
        meant = "more " + fact + " never hurts " + role;
    for (const std::string_view words : {" does not depend on ", " doesn't depend on ", " is independent of "})
        if (const auto [role, fact] = split(words); !role.empty()) meant = role + " ignores " + fact;
    if (said.starts_with("more "))
        for (const std::string_view words : {" improves ", " helps ", " never harms "})
            if (const auto [fact, role] = split(words); !fact.empty()) meant = fact + " never hurts " + role;
    if (meant.empty()) return false;
    add_failure(b, at, out).help.push_back(p.instead("claim " + meant));
    return true;
}

}  // namespace

bool report_meant_clause(const broken_statement& b, cursor at, diagnostics& out) {
    const line_pieces p(b, at == b.line.last || words::line_end(b.failure.after, at) != at ? b.failure.after : at);
    if (p.size() == 0) return false;
    const bool ends = at == b.line.last;
    return report_expectation_line(b, p, at, out) || report_scale(b, p, at, out) || report_source(b, p, at, out) || report_texts(b, p, at, out)
           || report_lone_words(b, p, at, out) || report_language(b, p, at, out) || report_claim(b, p, at, out) || report_fact_clause(b, p, at, out)
           || (!ends && (report_conclusion(b, p, at, out) || report_fact(b, p, at, out)));
}

}  // namespace advise::grammar
