// Small changes of a JSON value, each with its place as the checker would name it.
#pragma once

#include "support/rng.hpp"

#include <verify/json.hpp>
#include <verify/report.hpp>

#include <string>
#include <vector>

namespace advise::tests {

struct mutant {
    verify::json result;
    std::string where;              ///< nodes[3].evidence[0].points
    std::string change;             ///< for the message of a failing test
};

/// The names of all strings that stand in fields of this name: what may stand there instead of another.
std::vector<std::string> strings_in_fields(const verify::json& result, const std::string& name);

/// One change at a place drawn at random among all fields, `diagnostics`, paths, and those in `except` aside. The change may turn out to
/// leave the value as it was.
mutant random_mutant(const verify::json& result, const std::vector<std::string>& except, rng& draw);

/// "nodes" of "nodes[3].evidence[0].points".
std::string list_of(const std::string& where);

/// Whether a refusal names the place: the entry in which it lies, or the list.
bool names(const verify::report& found, const std::string& where);

}  // namespace advise::tests
