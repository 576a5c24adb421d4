// What grammar.cpp, the one file that sees Spirit X3, offers to the readers: plain functions, one text in, one shape out.
#pragma once

#include "condition_builder.hpp"
#include "words.hpp"

#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>

#include <functional>

namespace advise::grammar {

/// Why a text could not be read. Either something was expected that did not come, or a token is wrong in itself.
struct syntax_failure {
    words::cursor at = nullptr;     ///< where reading stopped: at the token that does not fit
    words::cursor after = nullptr;  ///< the end of the token before it
    message expected{};             ///< a name of the catalogue
    message refused{};              ///< set: the token [at, refused_end) itself is wrong, and this says why
    words::cursor refused_end = nullptr;
    grammar::arguments arguments;  ///< of `refused`
    std::vector<sentence> help;
    words::cursor opened = nullptr;  ///< the innermost parenthesis open there
};

/// Reads single statements. Keeps its stacks from one statement to the next.
class statement_grammar {
public:
    /// `text` is the whole reading text: spans are offsets into it.
    explicit statement_grammar(std::string_view text) : text_(text) {}

    /// Reads what follows the keyword (for arrow rules without one: the whole) of a statement into `out`, which is fresh but
    /// for its kind. \return false: `failure()` says why, and `out` holds what had been read
    bool read(ast::statement_kind kind, bool has_keyword, words::cursor first, words::cursor last, ast::statement& out);
    [[nodiscard]] const syntax_failure& failure() const { return failure_; }

private:
    std::string_view text_;
    condition_builder builder_;
    std::vector<words::cursor> open_;
    syntax_failure failure_;
};

/// Reads a JSON text that is one flat object; each member goes to `member` as it is complete.
bool read_flat_json(std::string_view text, const std::function<void(profile_entry&&)>& member, syntax_failure& failure);

}  // namespace advise::grammar
