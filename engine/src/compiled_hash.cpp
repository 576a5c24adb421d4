#include "compiled_format.hpp"

#include <advise/grammar/utf8.hpp>

#include <cstring>

namespace advise::engine::compiled_form {
namespace {

__extension__ using wide = unsigned __int128;

constexpr std::array<std::uint64_t, 4> secrets = {0x9E37'79B9'7F4A'7C15ULL, 0xD6E8'FEB8'6659'FD93ULL, 0xA076'1D64'78BD'642FULL,
                                                  0xE703'7ED1'A0B4'28DBULL};

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const wide product = wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

}  // namespace

// Every lane takes 16 bytes of each 64; a lane that meets its secret is 0 only for that step, for the next takes the words anew.
std::uint64_t hash_of(const void* bytes, std::size_t size) {
    const auto* at = static_cast<const char*>(bytes);
    std::array<std::uint64_t, 4> lanes = secrets;
    std::size_t left = size;
    for (; left >= 64; at += 64, left -= 64)
        for (std::size_t i = 0; i < 4; ++i) lanes[i] = mixed(word_at(at + 16 * i) ^ secrets[i], word_at(at + 16 * i + 8) ^ lanes[i]) + lanes[i];
    std::array<char, 64> rest{};
    if (left > 0) std::memcpy(rest.data(), at, left);
    for (std::size_t i = 0; i < 4; ++i)
        lanes[i] = mixed(word_at(rest.data() + 16 * i) ^ secrets[i], word_at(rest.data() + 16 * i + 8) ^ lanes[i]) + lanes[i];
    std::uint64_t hash = size * secrets[0];
    for (const std::uint64_t lane : lanes) hash = mixed(hash ^ lane, secrets[1]) + lane;
    return hash;
}

bool sound_text(std::string_view text, bool part) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t begin = 0, end = text.size();
    if (part) {
        constexpr std::size_t most_continuations = 3;
        while (begin < end && begin < most_continuations && (byte(begin) & 0xC0U) == 0x80U) ++begin;
        std::size_t last = end;
        while (last > begin && end - last < most_continuations && (byte(last - 1) & 0xC0U) == 0x80U) --last;
        if (last > begin && byte(last - 1) >= 0xC0U) end = last - 1;
    }
    const std::string_view whole = text.substr(begin, end - begin);
    bool plain = true;
    for (const char c : whole) plain &= (c >= ' ' && c <= '~') || c == '\n';
    if (plain) return true;
    if (!grammar::is_valid(whole)) return false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(whole[i]);
        if ((c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F) return false;
        if (c == 0xC2 && static_cast<unsigned char>(whole[i + 1]) < 0xA0) return false;  // C1
        if (c != 0xE2) continue;
        const unsigned char second = static_cast<unsigned char>(whole[i + 1]), third = static_cast<unsigned char>(whole[i + 2]);
        if ((second == 0x80 && third >= 0xAA && third <= 0xAE) || (second == 0x81 && third >= 0xA6 && third <= 0xA9)) return false;
    }
    return true;
}

}  // namespace advise::engine::compiled_form
