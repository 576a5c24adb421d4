#pragma once

// Changes of a model whose effect on the answers is known without computing them: metamorphic tests.
// Facts keep their indices and conclusions theirs, so a profile goes with the changed base as it is.

#include <optional>

#include "model.hpp"
#include "rng.hpp"

namespace advise::tests {

// Clauses and members of commutative conditions in another order: nothing changes. The order of
// statements is the printer's to change (`spelling::shuffle`).
rule_base reordered(const rule_base& base, rng& random);

// Every fact and conclusion called something else: rows change their names, nothing more.
rule_base renamed(const rule_base& base, rng& random);

// `a or b -> x` as two rules, `unless a or b` and `requires a and b` as two clauses: nothing changes.
rule_base split_clauses(const rule_base& base);

// Double negations, De Morgan, `not <` for `>=`, `none of` for `not any of`: nothing changes, though
// Kleene's answer, and with it a proof, may look different.
rule_base negations_rewritten(const rule_base& base, rng& random);

// More facts, and concepts that no role needs: every row stays. They come last.
rule_base with_irrelevant_rules(const rule_base& base, rng& random);

// One more answer that fits what is known: `yes` and `no` stay, points can only narrow. Nothing if
// the profile leaves no fact open.
std::optional<profile> refined(const rule_base& base, const profile& known, rng& random);

}  // namespace advise::tests
