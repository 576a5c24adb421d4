// Facts and their values in messages.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <string>
#include <string_view>

namespace advise::engine {

/// The levels of a fact joined by " < ", or its options by commas; long lists end in "…".
std::string options_shown(const rule_base& rules, const fact& f);
/// The same for somebody who reads `language`: labels where they lead back to their level or option.
std::string options_shown(const rule_base& rules, fact_id f, std::string_view language);

/// What to write for a level or option, and for a fact: the label in `language` where it leads back, else the term.
std::string option_shown(const rule_base& rules, fact_id f, std::uint32_t option, std::string_view language);
std::string fact_shown(const rule_base& rules, fact_id f, std::string_view language);

/// What a fact of this type is: "a level", "yes or no", …
grammar::message type_shown(fact_type type);

/// Grid steps as people write them: 3, 2.5.
std::string number_shown(std::int64_t steps);

}  // namespace advise::engine
