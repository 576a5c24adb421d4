#include "unicode.hpp"

#include <cstdint>

namespace advise::tests {

std::u32string decode(std::string_view text) {
    std::u32string letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<std::uint8_t>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            letter = (letter << 6U) | (static_cast<std::uint8_t>(text[i + k]) & 0x3FU);
        }
        letters += letter;
        i += length;
    }
    return letters;
}

std::string encode(char32_t letter) {
    const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<std::uint8_t>(bits)); };
    if (letter < 0x80) {
        return {byte(letter)};
    }
    if (letter < 0x800) {
        return {byte(0xC0U | (letter >> 6U)), byte(0x80U | (letter & 0x3FU))};
    }
    if (letter < 0x10000) {
        return {byte(0xE0U | (letter >> 12U)), byte(0x80U | ((letter >> 6U) & 0x3FU)), byte(0x80U | (letter & 0x3FU))};
    }
    return {byte(0xF0U | (letter >> 18U)), byte(0x80U | ((letter >> 12U) & 0x3FU)), byte(0x80U | ((letter >> 6U) & 0x3FU)),
            byte(0x80U | (letter & 0x3FU))};
}

bool is_blank(char32_t letter) { return letter == U' ' || letter == 0xA0; }

bool is_separator(char32_t letter) {
    return is_blank(letter) || letter == U'-' || letter == U'_' || letter == zero_width_non_joiner || letter == 0x2010 || letter == 0x2011;
}

bool is_digit(char32_t letter) {
    return (letter >= U'0' && letter <= U'9') || (letter >= 0x660 && letter <= 0x669) || (letter >= 0x6F0 && letter <= 0x6F9);
}

bool is_mark(char32_t letter) { return (letter >= 0x300 && letter <= 0x36F) || (letter >= 0x64B && letter <= 0x65F) || letter == 0x670; }

bool is_letter(char32_t letter) {
    if (letter < 0x80) {
        return (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z');
    }
    const bool punctuation = letter == 0xA0 || (letter >= 0x2000 && letter <= 0x206F) || letter == 0x60C;
    return !punctuation && !is_digit(letter) && !is_mark(letter);
}

char32_t folded_letter(char32_t letter) {
    if (letter >= U'A' && letter <= U'Z') {
        return letter - U'A' + U'a';
    }
    if (is_digit(letter)) {
        return U'0' + (letter >= 0x6F0 ? letter - 0x6F0 : letter >= 0x660 ? letter - 0x660 : letter - U'0');
    }
    switch (letter) {
    case 0x64A:
    case 0x649: return 0x6CC;
    case 0x643: return 0x6A9;
    case 0x629:
    case 0x6C0:
    case 0x6C2:
    case 0x6D5: return 0x647;
    default: return letter;
    }
}

}  // namespace advise::tests
