#include "line_hints.hpp"

#include "declaration_hints.hpp"
#include "line_edit.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/parse.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;
using kind = ast::statement_kind;

constexpr std::size_t most_shown = line_edit::most_shown;

cursor line_text_end(const broken_statement& b, cursor from) { return words::text_end(from, b.line.last); }

sentence write_line(std::string_view before, std::string_view middle, std::string_view after) {
    return {help_write_line, {shortened(std::string(before).append(middle).append(after), most_shown)}};
}

// `one of red, green`; `red, green`; `(red, green)`
std::optional<sentence> meant_choice(const broken_statement& b, cursor at) {
    const cursor last = line_text_end(b, at);
    const std::string_view rest = view(at, last);
    const std::string_view before = view(b.line.first, at);
    if (b.failure.expected == expected_type && rest.starts_with('(')) return write_line(before, "one of ", rest);
    if (rest.find_first_of("()") != rest.npos) return std::nullopt;
    if (b.failure.expected == expected_open && !rest.empty()) return write_line(before, "(", with_commas(rest) + ")");
    const cursor scale = b.origin() + b.read.scale_name.where.begin;
    if (b.failure.expected != expected_line_end || b.read.scale_name.empty() || !rest.starts_with(',')) return std::nullopt;
    if (const std::string_view said = view(scale, at); says_several(said)) {  // `set of red, green`
        const std::size_t of = said.find(" of ");
        if (of == said.npos) return std::nullopt;
        return write_line(view(b.line.first, scale), "any of (", with_commas(view(scale + of + 4, last)) + ")");
    }
    return write_line(view(b.line.first, scale), "one of (", with_commas(view(scale, last)) + ")");
}

// `number 0-7`, `number 0 to 7`
std::optional<sentence> meant_range(const broken_statement& b, cursor at) {
    if (b.failure.expected != expected_dots) return std::nullopt;
    const cursor upper = words::skip_blanks(words::piece_end(at, b.line.last), b.line.last);
    if (!words::begins_number(upper, b.line.last)) return std::nullopt;
    return write_line(view(b.line.first, b.failure.after), "..", view(upper, line_text_end(b, upper)));
}

std::optional<sentence> label_below(const broken_statement& b, cursor at) {
    if (*at != '"' || b.read.name.empty()) return std::nullopt;
    const words::quoted_scan text = words::scan_quoted(at, b.line.last);
    if (!text.closed) return std::nullopt;
    return sentence{help_label_below, {"label " + shortened(view(at, text.end), most_shown)}};
}

bool joins_like_an_arrow(cursor word, cursor end) {
    for (const std::string_view joining : {"then", "implies", "entails", "means"})
        if (words::same_word(word, end, joining)) return true;
    return view(word, end) == "آنگاه";
}

// `analyst if sql`: the conclusion stands first.
bool joins_backwards(const broken_statement& b, cursor word, cursor end) {
    if (word == b.line.first) return false;
    return words::same_word(word, end, "if") || words::same_word(word, end, "when") || view(word, end) == "اگر";
}

/// "analyst", "not analyst", "analyst (+2)"
bool names_a_conclusion(std::string_view said) {
    if (said.starts_with("not ")) said = without_blanks(said.substr(4));
    return is_plain_term(without_blanks(said.substr(0, said.find('(')))) || said.starts_with('"');
}

bool outside_quotes(cursor line, cursor at) { return std::count(line, at, '"') % 2 == 0; }

}  // namespace

bool report_worded_rule(const broken_statement& b, diagnostics& out) {
    const cursor last = line_text_end(b, b.line.first);
    for (cursor p = b.line.first; p < last;) {
        const cursor end = words::piece_end(p, last);
        if (joins_like_an_arrow(p, end) && outside_quotes(b.line.first, p)) {
            std::string_view condition = without_blanks(view(b.line.first, p));
            const cursor word = words::word_end(b.line.first, last);
            if (words::same_word(b.line.first, word, "if") || view(b.line.first, word) == "اگر")
                condition = without_blanks(condition.substr(view(b.line.first, word).size()));
            if (condition.ends_with(',')) condition = without_blanks(condition.substr(0, condition.size() - 1));
            const std::string_view conclusion = without_blanks(view(end, last));
            if (condition.empty() || conclusion.empty() || !names_a_conclusion(conclusion)) return false;
            out.add(arrow_missing, b.at(p, end)).help.push_back(write_line(condition, " -> ", conclusion));
            return true;
        }
        if (joins_backwards(b, p, end) && outside_quotes(b.line.first, p)) {
            const std::string_view conclusion = without_blanks(view(b.line.first, p)), condition = without_blanks(view(end, last));
            if (condition.empty() || condition.find('\n') != condition.npos || conclusion.starts_with('=') || conclusion == "CASE"
                || conclusion == "case")
                return false;
            const bool exception = conclusion == "not" || conclusion == "never" || conclusion == "except";
            out.add(arrow_missing, b.at(p, end))
                .help.push_back(exception ? write_line("unless ", condition, "") : write_line(condition, " -> ", conclusion));
            return true;
        }
        p = words::skip_space(end, last);
    }
    return false;
}

bool report_line_of_profile(const broken_statement& b, cursor at, diagnostics& out) {
    if (!b.in_test || at == b.line.last || (*at != ':' && *at != '=')) return false;
    const cursor last = line_text_end(b, b.line.first), value = words::skip_blanks(at + 1, last);
    const std::string_view fact = without_blanks(view(b.line.first, at));
    if (fact.empty() || value == last) return false;
    out.add(arrow_missing, b.at(b.line.first, last)).help.push_back(write_line("given " + std::string(fact), ": ", view(value, last)));
    return true;
}

std::optional<sentence> meant_declaration(const broken_statement& b, cursor at) {
    if (at == b.line.last) return std::nullopt;
    if (b.kind == kind::fact || b.kind == kind::concept_) {
        if (auto meant = label_below(b, at)) return meant;
    }
    if (b.kind == kind::fact) {
        if (auto meant = meant_range(b, at)) return meant;
        return meant_choice(b, at);
    }
    if (b.kind != kind::evidence || b.failure.expected != expected_condition || *at != ':') return std::nullopt;
    const cursor rest = words::skip_blanks(at + 1, b.line.last);
    return write_line(view(b.line.first, at), " ", view(rest, line_text_end(b, rest)));
}

std::optional<sentence> meant_longer_line(const broken_statement& b) {
    const cursor last = b.failure.after;
    if (b.kind == kind::claim) return meant_claim(words_of_claim(b));
    if (b.failure.expected == expected_word_points) return write_line(view(b.line.first, last), " ", "points");
    if (b.failure.expected != expected_text || b.kind != kind::label) return std::nullopt;
    cursor first = words::skip_blanks(b.line.keyword_end, last);
    const cursor tag = words::word_end(first, last);
    const bool is_language = (tag - first == 2 || tag - first == 3) && std::all_of(first, tag, [](char c) { return c >= 'a' && c <= 'z'; });
    if (is_language) first = words::skip_blanks(tag, last);
    if (first >= last || std::find(first, last, '"') != last) return std::nullopt;
    return sentence{help_quoted_line, {shortened(std::string(b.line.first, first) + '"' + std::string(first, last) + '"', most_shown)}};
}

bool says_several(std::string_view said) {
    for (cursor p = said.data(), last = p + said.size(); p < last;) {
        const cursor end = words::piece_end(p, last);
        for (const std::string_view many : {"set", "several", "many", "multiple", "list", "some", "subset"})
            if (words::same_word(p, end, many)) return true;
        p = words::skip_blanks(end, last);
    }
    return false;
}

namespace {

/// A condition as a part of `or` or `and`, in parentheses where it has both words or the other.
std::string as_part(std::string_view condition, std::string_view other) {
    const bool mixed = condition.find(other) != condition.npos && condition.find('(') == condition.npos;
    return mixed ? "(" + std::string(condition) + ")" : std::string(condition);
}
std::string denied(std::string_view condition) {
    const bool several = condition.find(" and ") != condition.npos || condition.find(" or ") != condition.npos;
    return several ? "not (" + std::string(condition) + ")" : "not " + std::string(condition);
}

}  // namespace

std::string_view words_of_claim(const broken_statement& b) { return without_blanks(view(b.line.keyword_end, line_text_end(b, b.line.keyword_end))); }

// `host never without patience`, `host always patience`, `host requires patience`, `if host then patience`, `always host -> patience`
sentence meant_claim(std::string_view said) {
    const bool never_with = said.starts_with("never ");
    for (const std::string_view word : {"if ", "always if ", "always ", "never "})
        if (said.starts_with(word)) {
            said = without_blanks(said.substr(word.size()));
            break;
        }
    const bool plain = said.find('"') == said.npos && !said.starts_with("more ") && !said.starts_with("no ");
    for (const auto& [between, implies] : {std::pair<std::string_view, bool>{" never without ", true},
                                           {" never with ", false},
                                           {" never ", false},
                                           {" always ", true},
                                           {" requires ", true},
                                           {" needs ", true},
                                           {" implies ", true},
                                           {" means ", true},
                                           {" then ", true},
                                           {" -> ", true},
                                           {" => ", true},
                                           {" → ", true},
                                           {" with ", false},
                                           {" without ", true}}) {
        const std::size_t found = said.find(between);
        if (!plain || found == said.npos || found == 0 || ((between == " with " || between == " without ") && !never_with)) continue;
        std::string_view first = without_blanks(said.substr(0, found)), second = without_blanks(said.substr(found + between.size()));
        if (first.ends_with(',')) first.remove_suffix(1);
        if (second.empty()) continue;
        return write_line(implies ? "claim always " + denied(first) + " or " + as_part(second, " and ")
                                  : "claim never " + as_part(first, " or ") + " and " + as_part(second, " or "),
                          "", "");
    }
    return {help_claim_forms, {}};
}

std::string reversed_rule(const broken_statement& b, cursor at, cursor arrow_end) {
    const std::string_view conclusion = without_blanks(view(b.line.first, at));
    std::string condition(without_blanks(view(arrow_end, line_text_end(b, arrow_end))));
    while (!condition.empty() && (condition.back() == '.' || condition.back() == ';')) condition.pop_back();
    if (conclusion.empty() || condition.empty()) return {};
    if (condition.find('(') == condition.npos)  // as Prolog joins goals
        for (const auto& [theirs, ours] : {std::pair<std::string_view, std::string_view>{",", " and"}, {";", " or"}})
            for (std::size_t i = condition.find(theirs); i != condition.npos; i = condition.find(theirs, i + ours.size()))
                condition.replace(i, 1, ours);
    return shortened(condition + " -> " + std::string(conclusion), most_shown);
}

}  // namespace advise::grammar
