// The kernel of blocks for every processor: words of 128 bits, which the compiler makes of what there is.
#include "people_block_lanes.hpp"

namespace advise::engine {
namespace {
struct plain_words {
    using word = std::uint64_t __attribute__((vector_size(16)));
};
}  // namespace
const block_kernel& plain_kernel() { return lanes<plain_words>::table; }
}  // namespace advise::engine
