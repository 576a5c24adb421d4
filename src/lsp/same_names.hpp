// Whether names still mean what they meant, after some were written otherwise.
#pragma once

#include "names.hpp"

#include <advise/engine/facts.hpp>

namespace advise::cli::lsp {

/// Whether two readings of the same files have the same names at the same places, one after the other: what was one thing is one thing, what were two are
/// two. How they are called does not count. O(names × log names)
bool same_names(const project& before, const project& after);

/// Whether the lines of every test say the same of the same facts. Both have no errors.
bool same_tests(const engine::rule_base& before, const engine::rule_base& after);

/// Whether two profiles say the same of each fact, the one by rules where some names are other ones. Facts correspond by their order.
bool same_person(const engine::facts& before, const engine::facts& after);

}  // namespace advise::cli::lsp
