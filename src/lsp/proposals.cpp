#include "proposals.hpp"

#include "../catalogue.hpp"
#include "names.hpp"
#include "typed_tokens.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/habits.hpp>
#include <advise/grammar/keywords.hpp>
#include <advise/grammar/parse.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <optional>

namespace advise::cli::lsp {
namespace {

using grammar::message;
using grammar::span;
using text = std::string_view;

bool begins_a_line(text word) {
    const auto is_among = [word](const std::vector<text>& words) { return std::ranges::find(words, word) != words.end(); };
    return is_among(grammar::statement_words()) || is_among(grammar::clause_words());
}

constexpr text blanks = " \t\r";
constexpr text cut = "…";  ///< stands in what was shortened, and where something is left to people

std::string said(const grammar::sentence& help, std::size_t which, grammar::language in) {
    if (which >= help.arguments.size()) return {};
    if (const auto* words = std::get_if<std::string>(&help.arguments[which])) return *words;
    if (const auto* id = std::get_if<message>(&help.arguments[which])) return text_of(*id, in);
    return std::get<grammar::figures>(help.arguments[which]).digits;
}

class proposer {
public:
    proposer(const project& of, const text_file& file, const grammar::diagnostic& found, grammar::language in)
        : of_(of), file_(file), found_(found), in_(in), text_(file.source().text()), at_(found.at.where) {}

    std::vector<proposal> all() {
        for (const grammar::sentence& help : found_.help) propose(help);
        return std::move(made_);
    }

private:
    void put(span where, const std::string& written, const std::string& title, bool sure) {
        const bool was_cut = written.find(cut) != written.npos && text_.substr(where.begin, where.end - where.begin).find(cut) == text_.npos;
        if (!was_cut) made_.push_back({{&file_, where, written}, title, sure});
    }
    void write(span where, const std::string& written, bool sure = true) { put(where, written, tell(say::lsp_fix_write, in_, {written}), sure); }

    /// A name as it is, or as it has to be quoted.
    void write_name(const std::string& name) {
        const std::string written = grammar::quoted_if_needed(name);
        write(at_, written);
        if (written != name) write(at_, name);
    }

    // --- places

    [[nodiscard]] std::uint32_t line_begin() const {
        const std::size_t before = at_.begin == 0 ? text_.npos : text_.rfind('\n', at_.begin - 1);
        return before == text_.npos ? 0 : static_cast<std::uint32_t>(before + 1);
    }
    /// The line of the finding without the blanks at its ends.
    [[nodiscard]] span line() const {
        std::size_t begin = line_begin(), end = std::min(text_.find('\n', at_.begin), text_.size());
        while (begin < end && blanks.find(text_[begin]) != text_.npos) ++begin;
        while (end > begin && blanks.find(text_[end - 1]) != text_.npos) --end;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    /// From the finding, with the blanks before it, to the end of its line.
    [[nodiscard]] span rest_of_line() const { return {before_blanks(at_.begin), std::max(line().end, at_.begin)}; }
    [[nodiscard]] std::uint32_t before_blanks(std::uint32_t at) const {
        while (at > 0 && blanks.find(text_[at - 1]) != text_.npos) --at;
        return at;
    }

    /// The smallest comparison that the finding stands in.
    [[nodiscard]] std::optional<span> comparison() const {
        std::optional<span> best;
        grammar::diagnostics ignored;
        grammar::rules_reader statements(file_.source(), ignored);
        for (grammar::ast::statement s; statements.next(s);)
            for (const grammar::ast::node& node : s.condition.nodes) {
                const bool around = node.op != grammar::ast::comparison::none && node.where.begin <= at_.begin && at_.end <= node.where.end;
                if (around && (!best || node.where.end - node.where.begin < best->end - best->begin)) best = node.where;
            }
        return best;
    }
    /// The finding itself first, then the comparison around it: what is shorter keeps more of what is there. What begins as its line does is a whole line.
    void write_comparison(const std::string& written, bool sure) {
        const text whole = text_.substr(line().begin, line().end - line().begin);
        if (at_.begin != line().begin && begins_a_line(first_word(written)) && first_word(whole) == first_word(written))
            return write(line(), written, sure);
        write_between(at_, written, sure);
        if (const auto where = comparison()) write(*where, written, sure);
    }

    /// A word in the place of a sign, which needed no blanks: "!shy" is "not shy", and "a, b" is "a and b".
    void write_between(span where, const std::string& written, bool sure) {
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const auto ends_words = [](char c) { return blanks.find(c) != text::npos || c == '\n' || c == '(' || c == ')' || c == ','; };
        const bool before = where.begin > 0 && is_letter(written.front()) && !ends_words(text_[where.begin - 1]);
        const bool behind = where.end < text_.size() && is_letter(written.back()) && !ends_words(text_[where.end]);
        put(where, (before ? " " : "") + written + (behind ? " " : ""), tell(say::lsp_fix_write, in_, {written}), sure);
    }

    [[nodiscard]] bool in_a_name() const { return found_.text.id == message::label_in_name || found_.text.id == message::clause_in_name; }

    // --- edits

    void declare(const std::string& line) {
        name_table names;
        names.add(file_);
        std::uint32_t before = 0;
        for (const declaration& each : names.statements())
            if (each.block.begin <= at_.begin) before = each.block.begin;
        put({before, before}, line + "\n\n", tell(say::lsp_fix_declare, in_, {line}), false);
    }
    void declare_fact(const std::string& name, const std::string& type) { declare("fact " + name + ": " + type); }

    /// What follows the finding becomes a clause of its own.
    void write_below(const std::string& clause) { put(rest_of_line(), "\n    " + clause, tell(say::lsp_fix_below, in_, {clause}), true); }

    /// What became a part of a name goes out of it, and stands below as it is meant.
    void move_out_of_name(const std::string& clause) {
        const std::size_t quote = clause.find('"');
        const std::string part = found_.text.id == message::clause_in_name ? said(found_.text, 1, in_) + " "
                                 : quote == clause.npos                    ? clause
                                                                           : clause.substr(quote + 1, clause.rfind('"') - quote - 1);
        const std::size_t found = text_.substr(at_.begin, at_.end - at_.begin).rfind(part);
        if (found == text_.npos || found == 0) return;
        const span tail{before_blanks(at_.begin + static_cast<std::uint32_t>(found)), line().end};
        const std::string after(text_.substr(at_.end, line().end - at_.end));
        put(tail, after + "\n    " + clause, tell(say::lsp_fix_below, in_, {clause}), true);
    }

    void break_line() {
        const text rest = text_.substr(at_.begin);
        const std::vector<text> clauses = grammar::clause_words();
        const bool clause =
            std::find(clauses.begin(), clauses.end(), first_word(rest)) != clauses.end() || rest.starts_with('+') || rest.starts_with('-');
        std::uint32_t end = rest.starts_with(';') ? at_.end : at_.begin;
        while (end < text_.size() && blanks.find(text_[end]) != text_.npos) ++end;
        put({before_blanks(at_.begin), end}, clause ? "\n    " : "\n", tell(say::lsp_fix_break, in_), true);
    }

    /// A part of what the finding covers, where it stands there once.
    void write_part(const std::string& part, const std::string& written) {
        const text covered = text_.substr(at_.begin, at_.end - at_.begin);
        const std::size_t found = covered.find(part);
        if (found == covered.npos || covered.find(part, found + 1) != covered.npos) return;
        const auto begin = at_.begin + static_cast<std::uint32_t>(found);
        write({begin, begin + static_cast<std::uint32_t>(part.size())}, written);
    }

    /// "not degree in (none)" for "degree not in (none)".
    void write_denied(const std::string& corrected) {
        if (!corrected.starts_with("not ")) return;
        const std::size_t in = corrected.find(" in ");
        if (in == corrected.npos) return;
        const std::string wrong = corrected.substr(4, in - 4) + " not" + corrected.substr(in);
        const std::size_t found = text_.find(wrong, line_begin());
        if (found != text_.npos && found <= at_.begin && at_.end <= found + wrong.size())
            write({static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(found + wrong.size())}, corrected);
    }

    void leave_out_unit() {
        const std::string unit(text_.substr(at_.begin, at_.end - at_.begin));
        put({before_blanks(at_.begin), at_.end}, "", tell(say::lsp_fix_leave_out, in_, {unit}), true);
    }

    /// A place that was written behind the name of a source: "guide p12" is `guide "p12"`. Nothing where no source is declared that it begins with.
    [[nodiscard]] std::optional<std::string> source_with_place() const {
        if (of_.rules == nullptr) return std::nullopt;
        const text whole = text_.substr(at_.begin, at_.end - at_.begin);
        for (std::size_t blank = whole.rfind(' '); blank != whole.npos && blank > 0; blank = whole.rfind(' ', blank - 1)) {
            const std::string key = grammar::term_key(whole.substr(0, blank));
            const auto is_it = [&](const std::string& name) { return grammar::term_key(name) == key; };
            if (whole.starts_with('"') || std::ranges::none_of(of_.rules->cited, is_it, [](const auto& source) { return std::string(source.term); }))
                continue;
            return std::string(whole.substr(0, blank)) + " \"" + std::string(grammar::without_blanks(whole.substr(blank))) + "\"";
        }
        return std::nullopt;
    }

    /// The written unit is a misspelt one: another unit is another quantity, and nobody knows whether the number or the unit was meant.
    [[nodiscard]] bool is_misspelt(const std::string& unit) const {
        return !grammar::near(text_.substr(at_.begin, at_.end - at_.begin), {text(unit)}).empty();
    }

    void propose(const grammar::sentence& help) {
        if (found_.text.id == message::effort_unit_only_here) return;
        if (found_.text.id == message::effort_units_differ && !is_misspelt(said(found_.text, 0, in_))) return;
        if (found_.text.id == message::no_such_source)
            if (const auto written = source_with_place()) return write(at_, *written);
        const std::string first = said(help, 0, in_), second = said(help, 1, grammar::language::en);
        switch (help.id) {
        case message::help_did_you_mean:
        case message::help_type_did_you_mean: return write_name(first);
        case message::help_or_declare_fact: write_name(first); return declare_fact(said(help, 1, in_), said(help, 2, grammar::language::en));
        case message::help_declare_fact: return declare_fact(first, second);
        case message::help_declare_source: return declare("source " + grammar::quoted_if_needed(first) + " \"" + first + "\"");
        case message::help_write: write_denied(first); return write_comparison(first, true);
        case message::help_write_number:
        case message::help_blank_before_unit: return write(at_, first);
        case message::help_same_unit: return is_misspelt(first) ? write(at_, first) : void();
        case message::help_no_unit: return leave_out_unit();
        case message::help_parentheses: return write_part(first, "(" + first + ")");
        case message::help_escapes: return write(at_, "\\" + std::string(text_.substr(at_.begin, at_.end - at_.begin)), false);
        case message::help_quoted_line:
        case message::help_write_line:
        case message::help_quote_key:
        case message::help_or_quote_key: return write(line(), first, help.id != message::help_or_quote_key);
        case message::help_two_rules: return write(line(), first + "\n" + second);
        case message::help_comparison_meant: return write_comparison(first, false);
        case message::help_level_compared: return write_comparison(second, false);
        case message::help_option_compared: return write_comparison(said(help, 2, in_), false);
        case message::help_bare_or_not: write_comparison(first, false); return write_comparison("not " + first, false);
        case message::help_one_of_list: write(at_, "any of " + first, false); return write(at_, "exactly 1 of " + first, false);
        case message::help_close_quote: return put({at_.end, at_.end}, "\"", tell(say::lsp_fix_write, in_, {"\""}), true);
        case message::help_comma: return put({before_blanks(at_.begin), before_blanks(at_.begin)}, ",", tell(say::lsp_fix_write, in_, {","}), false);
        case message::help_own_line: return break_line();
        case message::help_label_below:
        case message::help_condition_below: return in_a_name() ? move_out_of_name(first) : write_below(first);
        case message::help_label_or_quotes: return write(line(), first);
        case message::help_unknown_value: return write({at_.end, at_.end}, " ?", false);
        case message::help_close_profile: return write(line(), in_ == grammar::language::fa ? "بقیه: نه" : "otherwise: no");
        default: return;
        }
    }

    const project& of_;
    const text_file& file_;
    const grammar::diagnostic& found_;
    grammar::language in_;
    text text_;
    span at_;
    std::vector<proposal> made_;
};

}  // namespace

std::vector<proposal> proposals_for(const project& of, const text_file& file, const grammar::diagnostic& found, grammar::language in) {
    return proposer(of, file, found, in).all();
}

}  // namespace advise::cli::lsp
