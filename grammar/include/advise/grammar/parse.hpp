// From rule text to statements, one at a time. Spirit X3 reads a statement (grammar.cpp, the one file that sees it); the
// driver behind `rules_reader` owns the loop: where a statement begins and ends, recovery after an error, the limits.
#pragma once

#include <advise/grammar/ast.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <cstddef>
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

/// The statements of a file one after the other. Those of a file of some size are read by a thread of its own, a little ahead of the
/// caller, who meanwhile works on what was read before: the same statements and the same findings in the same order as `rules_reader` alone.
/// Where no thread can be had, the caller reads.
class statement_queue {
public:
    /// Files from this size on are read ahead: below, starting a thread and waking each other costs what it saves.
    static constexpr std::size_t usual_ahead_from = 2U << 20;  // bytes

    /// Both must outlive the queue. What is found joins `out` in `next` only, never in between.
    statement_queue(const source& file, diagnostics& out, std::size_t ahead_from = usual_ahead_from);
    ~statement_queue();
    statement_queue(const statement_queue&) = delete;
    statement_queue& operator=(const statement_queue&) = delete;

    /// The next statement or clause, which stays until the next call; nullptr at the end of the file. What went wrong in the other thread
    /// (no memory) is thrown here.
    const ast::statement* next();

private:
    class ahead;
    std::unique_ptr<ahead> ahead_;          ///< none: the caller reads
    std::unique_ptr<rules_reader> reader_;
    ast::statement read_;
};

/// Whether this text would be read as one well-formed term (so that whoever prints knows if it needs quotes). O(bytes).
bool is_plain_term(std::string_view text);

}  // namespace advise::grammar
