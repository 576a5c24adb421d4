// libFuzzer: bytes as a profile, text or JSON. See run.
#include "feed.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    advise::fuzz::feed_profile({reinterpret_cast<const char*>(data), size});
    return 0;
}
