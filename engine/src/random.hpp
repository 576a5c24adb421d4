// A small deterministic generator: the same completions are sampled in every run.
#pragma once

#include <cstdint>

namespace advise::engine {

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
class splitmix {
public:
    explicit splitmix(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next()
    {
        std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBULL;
        return z ^ (z >> 31);
    }
    /// A number below `bound`; the slight bias does not matter for sampling.
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>((next() >> 32) * bound >> 32); }

private:
    std::uint64_t state_;
};

}  // namespace advise::engine
