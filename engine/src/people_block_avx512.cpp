// The kernel of blocks for AVX-512; where it is not compiled for that, there is none.
#include "people_block_kernel.hpp"

#ifdef __AVX512F__
#include "people_block_lanes.hpp"

namespace advise::engine {
namespace {
struct avx512_words {
    using word = std::uint64_t __attribute__((vector_size(64)));
};
}  // namespace
const block_kernel* avx512_kernel() { return &lanes<avx512_words>::table; }
}  // namespace advise::engine

#else
namespace advise::engine {
const block_kernel* avx512_kernel() { return nullptr; }
}  // namespace advise::engine
#endif
