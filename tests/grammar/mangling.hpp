// Rule files in other clothes: other blanks, line breaks wherever they may stand, keywords in any letter case, operators in any of
// their spellings, other line ends. What they say, and their comments, stay.
#pragma once

#include "formatting.hpp"

#include <format_tokens.hpp>

#include <advise/grammar/parse.hpp>

#include <support/rng.hpp>

#include <string>
#include <vector>

namespace formatting {

class mangler {
public:
    mangler(const grammar::source& file, std::uint64_t seed)
        : file_(file), text_(file.text()), random_(seed), line_end_(random_.chance(1, 4) ? "\r\n" : "\n"), dense_(random_.chance(1, 3)) {}

    std::string mangle() {
        grammar::diagnostics found;
        grammar::rules_reader reader(file_, found);
        if (random_.chance(1, 4)) out_ += "\xEF\xBB\xBF";
        std::size_t end = 0;
        for (grammar::ast::statement s; reader.next(s); end = s.where.end) {
            between(text_.substr(end, s.where.begin - end), end != 0);
            statement(s);
        }
        between(text_.substr(end), end != 0);
        if (random_.chance(1, 4))
            while (out_.ends_with('\n') || out_.ends_with('\r')) out_.pop_back();
        return out_;
    }

private:
    std::string blanks(std::size_t least) {
        std::string out;
        const std::size_t count = random_.chance(1, 2) ? least : least + random_.below(4);
        for (std::size_t i = 0; i != count; ++i) out += random_.chance(1, 5) ? "\t" : random_.chance(1, 20) ? "\u00A0" : " ";
        return out;
    }
    // Comments and groups of lines; a comment that is set in stays so.
    void between(std::string_view gap, bool after_statement) {
        bool first = after_statement;
        while (!gap.empty()) {
            const std::size_t length = std::min(gap.find('\n'), gap.size());
            const std::string_view line = gap.substr(0, length);
            const bool ends = length != gap.size();
            gap.remove_prefix(std::min(length + 1, gap.size()));
            if (!ends && line.find('#') == line.npos) {
                out_ += blanks(0);
            } else {
                put_line(line, first);
                if (line.empty() && !first)
                    while (random_.chance(1, 3)) put_line({}, false);
            }
            first = false;
        }
    }
    void put_line(std::string_view line, bool behind) {
        const std::size_t at = line.find('#');
        if (at != line.npos) out_ += behind || at != 0 ? blanks(1) + std::string(line.substr(at)) : std::string(line);
        out_ += blanks(0) + line_end_;
    }

    void statement(const grammar::ast::statement& s) {
        if (s.kind == grammar::ast::statement_kind::given) {
            out_ += blanks(0) + cased("given") + blanks(1) + std::string(file_.text(s.line));
            return;
        }
        const auto tokens = grammar::format_tokens(file_, s);
        unsigned depth = 0;
        bool broken = true, comment = false;
        for (std::size_t i = 0; i != tokens.size(); ++i) {
            const auto& t = tokens[i];
            const bool inside = depth != 0;
            if (t.is(")")) --depth;
            const bool bound = i != 0 && (is_sign(tokens[i - 1]) || tokens[i - 1].is("in") || tokens[i - 1].is("at"));
            const bool may_break =
                i != 0 && !bound && (inside ? !t.sticky : t.is("and") || t.is("or") || t.is("->") || t.is("because") || t.is("cites"));
            if (comment || !t.before.empty() || (may_break && random_.chance(1, dense_ ? 3 : 8))) {
                break_line(t, random_.chance(1, 6));
                broken = true;
            }
            const bool tight = t.glued || (i != 0 && (tokens[i - 1].opens || tokens[i - 1].is(",") || tokens[i - 1].is(":")));
            if (i == 0 || !is_sign(tokens[i - 1])) out_ += broken ? blanks(0) : blanks(needs_blank(tokens, i) && !tight ? 1 : 0);
            out_ += spelled(t);
            if (t.is("(")) ++depth;
            broken = false;
            comment = !t.after.empty();
            if (comment) out_ += blanks(1) + t.after;
        }
    }
    static bool is_sign(const grammar::format_token& t) { return t.is("+") || t.is("-"); }
    void break_line(const grammar::format_token& before, bool empty_line) {
        out_ += blanks(0) + line_end_;
        if (empty_line && before.before.empty()) out_ += blanks(0) + line_end_;  // beside comments it keeps groups apart
        for (const std::string& c : before.before) out_ += blanks(0) + c + blanks(0) + line_end_;
    }
    // Words, numbers and terms must not grow together; a comparison needs no blanks.
    static bool needs_blank(const std::vector<grammar::format_token>& tokens, std::size_t i) {
        const auto symbol = [&](std::size_t at) {
            return at < tokens.size() && tokens[at].kind == grammar::token_kind::symbol && !tokens[at].is("->") && !is_sign(tokens[at]);
        };
        return i != 0 && !symbol(i) && !symbol(i - 1);
    }

    std::string cased(std::string text) {
        if (random_.chance(1, 2)) return text;
        for (char& c : text)
            if (c >= 'a' && c <= 'z' && random_.chance(1, 2)) c = static_cast<char>(c - 'a' + 'A');
        return text;
    }
    std::string spelled(const grammar::format_token& t) {
        using grammar::token_kind;
        if (t.kind == token_kind::term && !t.text.starts_with('"')) return widened(t.text);
        static const std::vector<std::pair<std::string_view, std::vector<std::string>>> others = {
            {"->", {"→", "=>"}}, {">=", {"≥"}}, {"<=", {"≤"}}, {"!=", {"≠"}}, {"and", {"∧"}}, {"or", {"∨"}}, {",", {"،"}}};
        if (t.kind != token_kind::word && t.kind != token_kind::symbol) return t.text;
        for (const auto& [canonical, spellings] : others)
            if (t.text == canonical && random_.chance(1, 3)) return " " + random_.pick(spellings) + " ";
        return t.kind == token_kind::word ? cased(t.text) : t.text;
    }
    std::string widened(std::string_view term) {
        std::string out;
        for (const char c : term) out += c == ' ' ? blanks(1) : std::string(1, c);
        return out;
    }

    const grammar::source& file_;
    std::string_view text_;
    advise::tests::rng random_;
    std::string line_end_;
    bool dense_;
    std::string out_;
};

}  // namespace formatting
