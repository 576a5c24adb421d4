// Reads a text and keeps what came out, as texts that a test can compare.
#pragma once

#include <advise/grammar/parse.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>

#include <string>
#include <vector>

namespace reading {

namespace grammar = advise::grammar;
namespace ast = advise::grammar::ast;

struct rules {
    std::shared_ptr<grammar::source> file;
    grammar::diagnostics found;
    std::vector<ast::statement> statements;

    explicit rules(std::string text) {
        bool usable = true;
        file = grammar::read_source("t.rules", std::move(text), 0, found, usable);
        grammar::rules_reader reader(*file, found);
        ast::statement s;
        while (reader.next(s)) statements.push_back(s);
    }
    [[nodiscard]] std::string text(grammar::span s) const { return std::string(file->text(s)); }
    [[nodiscard]] std::string text(ast::term t) const { return text(t.where); }
};

/// "2:4 A0101 [the text underlined] message | help", one line each.
inline std::string report(const grammar::diagnostics& found) {
    std::string out;
    for (const auto& d : found.sorted()) {
        const auto at = d.at.file->position_of(d.at.where.begin);
        out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(code_of(d.text.id)) + " ["
               + std::string(d.at.file->text(d.at.where)) + "] " + text_of(d.text.id, grammar::language::en, d.text.arguments);
        for (const auto& h : d.help) out += " | " + text_of(h.id, grammar::language::en, h.arguments);
        for (const auto& n : d.notes) {
            const auto p = n.at.file->position_of(n.at.where.begin);
            out += " (" + std::to_string(p.line) + ":" + std::to_string(p.column) + " " + text_of(n.text.id, grammar::language::en, n.text.arguments)
                   + ")";
        }
        out += '\n';
    }
    return out;
}

/// What is said about a rule file.
inline std::string said(std::string text) { return report(rules(std::move(text)).found); }

}  // namespace reading
