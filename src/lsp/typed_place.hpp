// The place in a statement that is being typed, for statements that hold a condition.
#pragma once

#include "typed_condition.hpp"

namespace advise::cli::lsp {

struct typed_statement_place {
    typed_place at;
    bool takes_reasons = false;  ///< `because` and `cites` may follow
    bool takes_arrow = false;
};

/// `nothing` where no condition is being typed, as behind `fact`. O(tokens)
typed_statement_place place_in_statement(const typed_statement& typed);

/// The words that may follow where an operand or a conclusion is complete: "and", "because", …
std::vector<std::string_view> words_behind(const typed_statement_place& place);

}  // namespace advise::cli::lsp
