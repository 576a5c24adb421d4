// One fact with another value than it has.
#pragma once

#include <advise/engine/facts.hpp>

namespace advise::engine {

/// For a fact of one value from = to; of a set all options, decided.
struct changed_fact {
    fact_id fact = nothing;
    known_fact to;
};

}  // namespace advise::engine
