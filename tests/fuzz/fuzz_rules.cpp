// libFuzzer: bytes as a rule file. See run.
#include "feed.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    advise::fuzz::feed_rules({reinterpret_cast<const char*>(data), size});
    return 0;
}
