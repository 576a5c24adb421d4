// Says beforehand what will be read of a mapped file.
#pragma once

#include <cstddef>

namespace advise::engine {

/// A hint that this stretch of a mapped file will be read whole: its pages are taken together instead of one by one. Does nothing where the system knows
/// no such hint.
void will_be_read(const void* begin, std::size_t bytes);

}  // namespace advise::engine
