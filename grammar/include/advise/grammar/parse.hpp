// From rule text to statements, one at a time. Spirit X3 reads a statement (grammar.cpp, the one file that sees it); the
// driver behind `rules_reader` owns the loop: where a statement begins and ends, recovery after an error, the limits.
#pragma once

#include <advise/grammar/ast.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <memory>

namespace advise::grammar {

/// Reads a rule file statement by statement. Errors are reported, the statement they stand in is left out (a declaration is
/// still handed on, marked `broken`, with its name), and reading goes on with the next. Linear in the bytes of the file.
class rules_reader {
public:
    /// Both must outlive the reader.
    rules_reader(const source& file, diagnostics& out);
    ~rules_reader();
    rules_reader(const rules_reader&) = delete;
    rules_reader& operator=(const rules_reader&) = delete;

    /// Reads the next statement or clause into `out`, which is cleared first and may be used again and again.
    /// A clause outside its block has been reported here and is not handed on.
    /// \return false at the end of the file
    bool next(ast::statement& out);

private:
    class impl;
    std::unique_ptr<impl> impl_;
};

/// Whether this text would be read as one well-formed term (so that whoever prints knows if it needs quotes). O(bytes).
bool is_plain_term(std::string_view text);

}  // namespace advise::grammar
