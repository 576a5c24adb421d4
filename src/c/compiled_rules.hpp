// Compiled rules (advise compile --to binary) for the C interface.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace advise::c {

/// How the roots of a rule base are read.
struct root_reader {
    std::function<std::string(const std::string&)> beginning;                                ///< at least eight bytes where there are so many
    std::function<engine::source_provider::file(const std::string&)> all;                    ///< the whole, or why not
};

/// The rule base of a compiled file among the roots, which then has to be the only one. It is copied, not mapped, and judged whole: nothing that uses it may
/// throw, and it does not matter what becomes of the file. \return nullopt where all roots are texts
std::optional<engine::load_result> load_compiled(const std::vector<std::string>& roots, const root_reader& from);

}  // namespace advise::c
