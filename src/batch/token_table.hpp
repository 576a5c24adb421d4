// What raw tokens of records were found to mean, so that each spelling is understood once and then only recognised: the bytes between the
// quotes of a key, or of a value, as they stand in the file. Bounded, whatever is fed to it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace advise::cli::batch {

/// Bytes that must be readable behind any text that is read with the functions of this folder.
inline constexpr std::size_t padding = 512;

enum class token_kind : std::uint8_t {
    slow,       ///< takes the general way
    fact,       ///< a key: names fact `index`
    id,         ///< a key: the member that is passed through
    passed,     ///< a key: `name`, `note`: nothing of it matters but that its value is sound
    unknown,    ///< a key that names nothing
    exact,      ///< a value: the fact is at exact value number `index`
    known       ///< a value: known_fact number `index`
};

struct token_meaning {
    token_kind is = token_kind::slow;
    std::uint8_t digits = 0;        ///< key of a fact: the values 0 to `digits` - 1 are written with that one digit
    bool number = false;            ///< key of a fact: a number
    std::uint32_t index = 0;        ///< of a key: equal for keys that must not stand in one record both; of a fact the fact itself
};

/// The first 16 bytes of a token as two words, what lies behind its end blanked out.
struct token_head {
    std::uint64_t low, high;

    token_head(const char* text, std::size_t length) {
        std::memcpy(&low, text, 8);
        std::memcpy(&high, text + 8, 8);
        static constexpr unsigned char masks[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
        std::uint64_t keep_low, keep_high;
        const unsigned char* keep = masks + (length < 16 ? 16 - length : 0);
        std::memcpy(&keep_low, keep, 8);
        std::memcpy(&keep_high, keep + 8, 8);
        low &= keep_low;
        high &= keep_high;
    }
};

/// A hash table without chains: buckets of eight tokens, told apart by 16 bits of their hashes, which are compared all at once. So a look-up is one load, one
/// comparison and one jump that is always taken alike, whatever the order of the tokens. A bucket that overflows doubles the table.
class token_table {
public:
    /// Holds at most `most` tokens.
    explicit token_table(std::uint32_t most);

    static constexpr std::size_t longest = 255;     ///< bytes; a longer token takes the general way

    /// `text` has `padding` readable bytes behind its end. `context` tells apart what is spelt alike: the fact of a value.
    [[nodiscard]] const token_meaning* find(const char* text, std::size_t length, std::uint32_t context) const {
        const token_head head(text, length);
        const std::uint64_t hash = hash_of(head, text, length, context);
        const std::size_t bucket = hash >> shift_;
        for (std::uint32_t alike = places_with(tags_[bucket], tag_of(hash)); alike != 0; alike &= alike - 1) {
            const entry& one = entries_[bucket * places + static_cast<std::size_t>(std::countr_zero(alike))];
            if (one.low == head.low && one.high == head.high && one.length == length && one.context == context
                && (length <= 16 || std::memcmp(pool_.data() + one.rest, text + 16, length - 16) == 0))
                return &one.meaning;
        }
        return nullptr;
    }

    [[nodiscard]] bool full() const { return count_ >= most_; }
    /// Adds a token that is not in it; the table must not be full. \return nullptr when there is no room, which only spellings made for it bring about
    const token_meaning* add(const char* text, std::size_t length, std::uint32_t context, const token_meaning& meaning);

private:
    static constexpr std::size_t places = 8;        ///< of a bucket

    struct entry {
        std::uint64_t low = 0, high = 0;
        std::uint32_t length = 0, context = 0;
        token_meaning meaning;
        std::uint32_t rest = 0;         ///< of a long token: where its bytes from the 17th on stand in the pool
    };
    struct alignas(16) bucket_tags {
        std::uint16_t of[places] = {};  ///< 0: an empty place
    };

    static std::uint64_t hash_of(const token_head& head, const char* text, std::size_t length, std::uint32_t context) {
        std::uint64_t mixed = head.low ^ (head.high * 0x9E3779B97F4A7C15U) ^ (std::uint64_t{context} * 0xC2B2AE3D27D4EB4FU) ^ length;
        if (length > 16) {
            std::uint64_t last;
            std::memcpy(&last, text + length - 8, 8);
            mixed ^= last * 0x165667B19E3779F9U;
        }
        mixed *= 0xFF51AFD7ED558CCDU;
        return (mixed ^ (mixed >> 32)) * 0xC4CEB9FE1A85EC53U;
    }
    static std::uint16_t tag_of(std::uint64_t hash) { return static_cast<std::uint16_t>(hash | 1); }

    /// A bit for each place of a bucket that holds the tag.
    static std::uint32_t places_with(const bucket_tags& tags, std::uint16_t tag) {
#if defined(__SSE2__)
        const __m128i all = _mm_load_si128(reinterpret_cast<const __m128i*>(tags.of));
        const __m128i alike = _mm_cmpeq_epi16(all, _mm_set1_epi16(static_cast<short>(tag)));
        return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(alike, _mm_setzero_si128())));
#else
        std::uint32_t found = 0;
        for (std::size_t i = 0; i < places; ++i) found |= std::uint32_t{tags.of[i] == tag} << i;
        return found;
#endif
    }

    bool grow();
    bool put(const entry& one, std::uint64_t hash);

    std::uint32_t most_, count_ = 0;
    unsigned shift_;
    std::vector<bucket_tags> tags_;
    std::vector<entry> entries_;
    std::vector<std::uint64_t> hashes_;     ///< of the entries
    std::string pool_;
};

}  // namespace advise::cli::batch
