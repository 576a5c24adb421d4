// The parts of a comparison that is being written where reading stopped, and the lists that follow it.
#pragma once

#include "line_edit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace advise::grammar {

/// The line up to the place of the error, in the parts that matter: where the comparison begins that is being written there.
struct unfinished {
    line_edit line;
    words::cursor start;                               ///< of all conditions of the line
    words::cursor begin;                               ///< of the comparison: after the keyword, the last `and`, `or`, `not`, comma or parenthesis
    words::cursor verb = nullptr, verb_end = nullptr;  ///< the last `is`, `in`, `includes` or `=` of it

    [[nodiscard]] std::string_view comparison(words::cursor at) const;
    [[nodiscard]] std::string_view fact() const;
};

/// O(length of the line).
unfinished read_back(const broken_statement& b, words::cursor at);

/// The values of a list that begins at `p`, which may stand in parentheses; `end` is behind it. Plain and quoted terms and numbers only; empty for anything else.
std::vector<std::string> list_of_values(words::cursor p, words::cursor last, words::cursor& end);

std::string joined(const std::vector<std::string>& values, std::string_view between, std::string_view before = {});

}  // namespace advise::grammar
