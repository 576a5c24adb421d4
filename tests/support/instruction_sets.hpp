// Every instruction set that blocks of people know; where the processor lacks one, the next narrower is taken.
#pragma once

#include <advise/engine/people_block.hpp>

namespace advise::tests {

inline constexpr engine::instruction_set instruction_sets[] = {engine::instruction_set::plain, engine::instruction_set::avx2,
                                                               engine::instruction_set::avx512};

}  // namespace advise::tests
