// The innermost steps of reading records: where a quote stands, whether a text is plain, numbers from their digits. Nothing here knows the
// rules. All of it may read up to `padding` bytes (token_table.hpp) behind what it is asked about; answers are the same on every processor.
#pragma once

#include <advise/grammar/limits.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace advise::cli::batch {

/// Bytes from `text` on before the next `"`; at least `most` where there is none among the first `most`.
inline std::size_t before_quote(const char* text, std::size_t most) {
    std::size_t at = 0;
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    for (; at <= most; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, quote)));
        if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    }
#else
    for (; at <= most; ++at)
        if (text[at] == '"') return at;
#endif
    return at;
}

/// Bytes from `text` on that are printable ASCII other than `"` and `\`. The text must hold one that is not (a line end) somewhere.
inline std::size_t plain_bytes(const char* text) {
    std::size_t at = 0;
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), blank = _mm_set1_epi8(' '), del = _mm_set1_epi8(0x7F);
    for (;; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
        const __m128i low = _mm_cmplt_epi8(bytes, blank);       // as signed bytes: from 0x80 on too
        const __m128i special = _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_or_si128(_mm_cmpeq_epi8(bytes, backslash), _mm_cmpeq_epi8(bytes, del)));
        const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(low, special)));
        if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    }
#else
    while (text[at] >= ' ' && text[at] < '\x7F' && text[at] != '"' && text[at] != '\\') ++at;
    return at;
#endif
}

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// What may stand behind a number or word.
inline bool ends_value(char c) {
    static constexpr std::array<bool, 256> ends = [] {
        std::array<bool, 256> made{};
        for (const unsigned char each : {' ', '\t', ',', '}', '\r', '\n'}) made[each] = true;
        return made;
    }();
    return ends[static_cast<unsigned char>(c)];
}

/// Reads a number as profiles have it in JSON: up to 12 digits before the point and 6 after it, no exponent. \return its end, or nullptr for
/// anything else; `micro` is the number in steps of the grid
inline const char* read_decimal(const char* at, std::int64_t& micro) {
    const bool negative = *at == '-';
    at += negative;
    const char* const digits = at;
    std::int64_t whole = 0;
    for (; is_digit(*at) && at - digits < grammar::limits::integer_digits; ++at) whole = whole * 10 + (*at - '0');
    if (at == digits || (*digits == '0' && at - digits > 1)) return nullptr;
    whole *= grammar::limits::grid;
    if (*at == '.') {
        const char* const places = ++at;
        std::int64_t step = grammar::limits::grid;
        for (; is_digit(*at) && at - places < grammar::limits::fraction_digits; ++at) whole += (*at - '0') * (step /= 10);
        if (at == places) return nullptr;
    }
    micro = negative ? -whole : whole;
    return ends_value(*at) ? at : nullptr;
}

/// Reads a whole number of any length. \return its end, or nullptr for anything else
inline const char* read_integer(const char* at) {
    at += *at == '-';
    const char* const digits = at;
    while (is_digit(*at)) ++at;
    if (at == digits || (*digits == '0' && at - digits > 1)) return nullptr;
    return ends_value(*at) ? at : nullptr;
}

}  // namespace advise::cli::batch
