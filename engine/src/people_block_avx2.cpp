// The kernel of blocks for AVX2; where it is not compiled for that, there is none.
#include "people_block_kernel.hpp"

#ifdef __AVX2__
#include "people_block_lanes.hpp"

namespace advise::engine {
namespace {
struct avx2_words {
    using word = std::uint64_t __attribute__((vector_size(32)));
};
}  // namespace
const block_kernel* avx2_kernel() { return &lanes<avx2_words>::table; }
}  // namespace advise::engine

#else
namespace advise::engine {
const block_kernel* avx2_kernel() { return nullptr; }
}  // namespace advise::engine
#endif
