// Rules as a script for an engine of SQL: names, a self-test, and the views that say what fits whom.
#pragma once

#include "dialect.hpp"

#include <advise/engine/program.hpp>
#include <advise/engine/relational.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/messages.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace advise::cli {

struct sql_request {
    sql_dialect dialect{};
    engine::relational_options facts;              ///< how they come in
    bool staged = false;                           ///< a table for each layer, even where a chain of queries would do
    std::optional<std::size_t> most_columns = {};  ///< instead of the dialect's own limit, for tests
};

struct sql_script {
    std::string text;  ///< empty where it was refused
    std::uint32_t layers = 0;
    bool staged_by_size = false;  ///< there are more layers than a chain takes; not asked for
};

/// \param found why it is refused, and notes on what the self-test leaves out. Comments are in the language `in`; what users wrote stands in literals
/// only. O(roles × size of the circuit / what fits in one view).
sql_script make_script(const engine::program& code, const sql_request& asked, grammar::language in, grammar::diagnostics& found);

}  // namespace advise::cli
