#include "sha256.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace advise::cli {
namespace {

using state = std::array<std::uint32_t, 8>;

constexpr std::array<std::uint32_t, 64> constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr std::size_t block_size = 64;

std::uint32_t word_at(const char* bytes) {
    std::uint32_t word = 0;
    for (int i = 0; i < 4; ++i) word = word << 8 | static_cast<unsigned char>(bytes[i]);
    return word;
}

void take_block(state& h, const char* block) {
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i) w[i] = word_at(block + 4 * i);
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ w[i - 15] >> 3;
        const std::uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    state s = h;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t e = std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25);
        const std::uint32_t t = s[7] + e + ((s[4] & s[5]) ^ (~s[4] & s[6])) + constants[i] + w[i];
        const std::uint32_t a = std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22);
        const std::uint32_t u = a + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        s = {t + u, s[0], s[1], s[2], s[3] + t, s[4], s[5], s[6]};
    }
    for (std::size_t i = 0; i < 8; ++i) h[i] += s[i];
}

/// The rest of the text, the closing bit, zeros and the length in bits: one block or two.
void take_end(state& h, std::string_view rest, std::uint64_t total) {
    std::array<char, 2 * block_size> last{};
    rest.copy(last.data(), rest.size());
    last[rest.size()] = static_cast<char>(0x80);
    const std::size_t size = rest.size() + 9 <= block_size ? block_size : 2 * block_size;
    const std::uint64_t bits = total * 8;
    for (std::size_t i = 0; i < 8; ++i) last[size - 1 - i] = static_cast<char>(bits >> (8 * i) & 0xff);
    for (std::size_t at = 0; at < size; at += block_size) take_block(h, last.data() + at);
}

}  // namespace

void sha256_stream::add(std::string_view bytes) {
    const std::size_t kept = total_ % block;
    total_ += bytes.size();
    if (kept != 0) {
        const std::size_t taken = std::min(bytes.size(), block - kept);
        bytes.copy(rest_.data() + kept, taken);
        bytes.remove_prefix(taken);
        if (kept + taken < block) return;
        take_block(state_, rest_.data());
    }
    for (; bytes.size() >= block; bytes.remove_prefix(block)) take_block(state_, bytes.data());
    bytes.copy(rest_.data(), bytes.size());
}

std::string sha256_stream::digest() const {
    state h = state_;
    take_end(h, {rest_.data(), total_ % block}, total_);
    std::string hex;
    hex.reserve(64);
    for (const std::uint32_t word : h) {
        for (int shift = 28; shift >= 0; shift -= 4) hex += "0123456789abcdef"[word >> shift & 0xf];
    }
    return hex;
}

std::string sha256(std::string_view bytes) {
    sha256_stream all;
    all.add(bytes);
    return all.digest();
}

std::string sha256_of(const grammar::source& file) {
    const std::string_view known = file.known_sha256();
    return known.empty() ? sha256(file.bytes()) : std::string(known);
}

}  // namespace advise::cli
