// The statements of all files, and the passes that turn them into rules.
#pragma once

#include "rules.hpp"

#include <advise/grammar/ast.hpp>
#include <advise/grammar/parse.hpp>

#include <set>

namespace advise::verify {

namespace ast = grammar::ast;
using grammar::message;

struct numbered {
    std::size_t file = 0;
    ast::statement st;
};

/// A place in the order of reading.
struct reading_place {
    std::size_t statement = none;
    std::uint32_t offset = 0;
    friend auto operator<=>(const reading_place&, const reading_place&) = default;
};

struct builder {
    explicit builder(grammar::diagnostics& out) : found(out) {}

    grammar::diagnostics& found;
    rules made;
    std::vector<numbered> statements;
    std::vector<std::size_t> block;                     ///< of each statement: the one whose block it stands in, else itself

    [[noreturn]] void refuse(message id, const grammar::place& at, grammar::arguments arguments = {});
    [[noreturn]] void refuse(message id, std::size_t file, grammar::span where, grammar::arguments arguments = {}) {
        refuse(id, grammar::place{made.files[file].text.get(), where}, std::move(arguments));
    }
    [[nodiscard]] std::string spelling(std::size_t file, const ast::term& t) const;
    [[nodiscard]] std::string key(std::size_t file, const ast::term& t) const;
    [[nodiscard]] std::string language_of(std::size_t file, const ast::term& tag) const;

    void settle_languages();
    void settle_names();            // read_names.cpp: what every name is, and the order of declaration
    void settle_details();          // read_details.cpp: types, options, labels, efforts
    void settle_conditions();       // read_conditions.cpp: clauses and their conditions
    void refuse_cycles();

    // --- names
    std::map<std::string, std::string> other_names;     ///< key of an `aka`: key of what it names
    [[nodiscard]] const std::string& resolved(const std::string& key) const {
        const auto found_at = other_names.find(key);
        return found_at == other_names.end() ? key : found_at->second;
    }
    /// What an undeclared fact is compared with.
    struct compared { bool number = false, word = false; std::string unit; };
    std::map<std::string, compared> comparisons;
    std::map<std::string, std::string> sources;         ///< by key: the term
    std::map<std::string, std::vector<option>> scales;  ///< by key
};

/// Whether a statement is a clause, which belongs to the block above it.
inline bool is_clause(const ast::statement& st) { return st.kind >= ast::statement_kind::url; }
/// Whether the condition of a statement decides about a conclusion.
inline bool concludes(const ast::statement& st) {
    using enum ast::statement_kind;
    return st.kind == arrow || st.kind == when || st.kind == requires_ || st.kind == unless || st.kind == evidence;
}

}  // namespace advise::verify
