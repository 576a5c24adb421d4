// Facts and their values in messages.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <string>

namespace advise::engine {

/// The levels of a fact joined by " < ", or its options by commas; long lists end in "…".
std::string options_shown(const rule_base& rules, const fact& f);

/// What a fact of this type is: "a level", "yes or no", …
grammar::message type_shown(fact_type type);

/// Grid steps as people write them: 3, 2.5.
std::string number_shown(std::int64_t steps);

}  // namespace advise::engine
