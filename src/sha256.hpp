// SHA-256 (FIPS 180-4), for the hashes of rules and profiles in a result. Not for secrets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <advise/grammar/source.hpp>

#include <string>
#include <string_view>

namespace advise::cli {

/// The digest in lower-case hexadecimal. O(bytes).
std::string sha256(std::string_view bytes);
/// That of a file's bytes, which a compiled rule base knows of the files it was made from.
std::string sha256_of(const grammar::source& file);

/// The same of bytes that come one piece after the other.
class sha256_stream {
public:
    /// O(bytes)
    void add(std::string_view bytes);
    /// Of all that was added so far; more may follow.
    [[nodiscard]] std::string digest() const;

private:
    static constexpr std::size_t block = 64;
    std::array<std::uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<char, block> rest_{};        ///< the beginning of a block
    std::uint64_t total_ = 0;
};

}  // namespace advise::cli
