#pragma once

// Which statements a rule base is written as, and in which order.

#include "spell.hpp"

namespace advise::tests {

// A declaration with its clauses, or one rule with an arrow.
struct statement {
    enum class kind { scale, fact, block, arrow } what = kind::block;
    std::size_t subject = 0;
    std::vector<const clause*> clauses;  // of the rule base, which must live longer
};

std::vector<statement> statements_of(const rule_base& base, speller& say);

}  // namespace advise::tests
