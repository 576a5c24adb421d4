// Reads the files again for the lints.
#include "lint_state.hpp"

#include <advise/grammar/parse.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::engine::lints {
namespace {

namespace ast = grammar::ast;
using kind = ast::statement_kind;

class file_reader {
public:
    file_reader(const rule_base& rules, std::uint16_t number, written_files& into) : file_(*rules.files[number]), number_(number), into_(into) {}

    void read() {
        grammar::diagnostics ignored;
        grammar::rules_reader reader(file_, ignored);
        bool in_block = false;
        for (ast::statement s; reader.next(s);) {
            take(s);
            if (s.kind == kind::source || s.kind == kind::scale) {
                in_block = true;
                into_.blocks.push_back({{number_, s.name.where}, s.where});
            } else if (s.kind < kind::url) {
                in_block = false;
            } else if (in_block) {
                into_.blocks.back().all.end = s.where.end;
            }
        }
    }

private:
    void add(name_kind what, const ast::term& t, bool declares = false) {
        if (!t.empty()) into_.names.push_back({what, declares, {number_, t.where}, grammar::spelling(file_, t)});
    }

    void take(const ast::statement& s) {
        switch (s.kind) {
        case kind::language: into_.languages[number_] = grammar::term_key(file_.text(s.name.where)); return;
        case kind::import: into_.imports.push_back({{number_, s.where}, s.quoted.content}); return;
        case kind::source: add(name_kind::source, s.name, true); return;
        case kind::scale: add(name_kind::scale, s.name, true); break;
        case kind::fact: add(name_kind::thing, s.name, true), add(name_kind::scale, s.scale_name); break;
        case kind::concept_:
        case kind::role: add(name_kind::thing, s.name, true); break;
        default: break;
        }
        const bool values = s.kind == kind::scale || s.kind == kind::fact;
        if (values || s.kind == kind::aka)
            for (const ast::term& t : s.terms) add(values ? name_kind::value : name_kind::thing, t, true);
        add(name_kind::thing, s.conclusion);
        add(name_kind::thing, s.about);
        for (const ast::cites& c : s.citations) add(name_kind::source, c.source);
        if (s.kind == kind::fact && s.has_range) into_.numbers.push_back({{number_, s.range_where}, s.lower.micro, s.upper.micro});
        if (s.kind == kind::effort) into_.numbers.push_back({{number_, s.number_where}, s.number.micro, 0});
        take(s.condition);
    }

    void take(const ast::condition& c) {
        for (const ast::node& n : c.nodes)
            if (n.kind == ast::node_kind::operand) add(name_kind::thing, n.term);
        for (const ast::value& v : c.values)
            if (v.kind == ast::value_kind::word) add(name_kind::value, v.word);
            else into_.numbers.push_back({{number_, v.where}, v.number.micro, v.upper.micro});
        for (const span mix : c.mixed) take_mix(c, mix);
    }

    void take_mix(const ast::condition& c, span mix) {
        const auto any = std::ranges::find_if(c.nodes, [&](const ast::node& n) { return n.kind == ast::node_kind::any && n.where == mix; });
        if (any == c.nodes.end()) return;
        std::vector<span> groups;
        auto child = static_cast<std::size_t>(any - c.nodes.begin());
        for (std::uint32_t left = any->children; left != 0; --left) {
            --child;
            if (c.nodes[child].kind == ast::node_kind::all && !stands_apart(c.nodes[child].where)) groups.push_back(c.nodes[child].where);
            child = first_of(c, child);
        }
        into_.groups.push_back({{number_, mix}, std::move(groups)});
    }

    /// Where the subtree of a node begins in postfix order.
    static std::size_t first_of(const ast::condition& c, std::size_t node) {
        std::size_t open = c.nodes[node].children;
        for (; open != 0; --open) open += c.nodes[--node].children;
        return node;
    }

    /// Whether parentheses stand around it already, or it is a list: `all of (…)`.
    [[nodiscard]] bool stands_apart(span where) const {
        constexpr std::string_view blanks = " \t\r\n";
        const std::string_view text = file_.text();
        const std::size_t before = text.find_last_not_of(blanks, where.begin - 1), after = text.find_first_not_of(blanks, where.end);
        if (text[before] == '(' && after != text.npos && text[after] == ')') return true;
        std::string_view inside = file_.text(where);
        const auto starts = [&](std::string_view word) {
            const bool is = inside.size() > word.size()
                            && std::ranges::equal(inside.substr(0, word.size()), word, [](char a, char b) { return (a | 0x20) == b; });
            if (is) inside.remove_prefix(std::min(inside.find_first_not_of(blanks, word.size()), inside.size()));
            return is;
        };
        return starts("all") && starts("of") && inside.starts_with('(') && closes_at_end(inside);
    }

    static bool closes_at_end(std::string_view text) {
        int depth = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0) return i + 1 == text.size();
        }
        return false;
    }

    const grammar::source& file_;
    std::uint16_t number_;
    written_files& into_;
};

}  // namespace

written_files read_again(const rule_base& rules) {
    written_files made;
    made.languages.assign(rules.files.size(), "en");
    for (std::uint16_t number = 0; number < rules.files.size(); ++number) file_reader(rules, number, made).read();
    return made;
}

void lint_state::add_deletion(message of, const origin& at, span lines) const {
    const std::string_view text = file(at)->text();
    const std::size_t before = lines.begin == 0 ? text.npos : text.rfind('\n', lines.begin - 1), after = text.find('\n', lines.end);
    const std::size_t begin = before == text.npos ? 0 : before + 1, end = after == text.npos ? text.size() : after + 1;
    if (text.substr(begin, end - begin).find('#') != text.npos) return;
    add_fix(of, at, {{file(at), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, {}}});
}

}  // namespace advise::engine::lints

namespace advise::engine {

lint_result find_lints(const rule_base& rules, grammar::diagnostics& out) {
    lint_result made;
    const lints::written_files files = lints::read_again(rules);
    const lints::lint_state state{rules, out, files, made};
    lints::look_at_spellings(state);
    lints::look_at_scripts(state);
    lints::look_at_labels_in_names(state);
    lints::look_at_numbers(state);
    lints::look_for_texts(state);
    lints::look_for_unused(state);
    lints::look_at_mixes(state);
    lints::look_at_counts(state);
    return made;
}

}  // namespace advise::engine
