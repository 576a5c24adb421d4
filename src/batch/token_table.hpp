// What raw tokens of records were found to mean, so that each spelling is understood once and then only recognised: the bytes between the
// quotes of a key, or of a value, as they stand in the file. Bounded, whatever is fed to it.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace advise::cli::batch {

/// Bytes that must be readable behind any text that is read with the functions of this folder.
inline constexpr std::size_t padding = 512;

enum class token_kind : std::uint8_t {
    none,       ///< not known yet
    slow,       ///< takes the general way
    fact,       ///< a key: names fact `index`
    id,         ///< a key: the member that is passed through
    passed,     ///< a key: `name`, `note`: nothing of it matters but that its value is sound
    unknown,    ///< a key that names nothing
    exact,      ///< a value: the fact is at `value`
    known       ///< a value: says known_fact number `index` of the fact
};

struct token_meaning {
    token_kind is = token_kind::none;
    std::uint8_t digits = 0;        ///< key of a fact: the values 0 to `digits` - 1 are written with that one digit
    bool number = false;            ///< key of a fact: a number
    std::uint32_t index = 0;        ///< fact; known_fact
    std::uint32_t slot = 0;         ///< key: equal for keys that must not stand in one record both
    std::int64_t value = 0;
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

/// Open addressing over the first 16 bytes, which are compared as two words; longer tokens have their rest in a pool.
class token_table {
public:
    /// Holds at most `most` tokens.
    explicit token_table(std::uint32_t most);

    static constexpr std::size_t longest = 255;     ///< bytes; a longer token takes the general way

    /// `text` has `padding` readable bytes behind its end. `context` tells apart what is spelt alike: the fact of a value.
    [[nodiscard]] const token_meaning* find(const char* text, std::size_t length, std::uint32_t context) const {
        const token_head head(text, length);
        const std::uint64_t first = place_of(head, text, length, context);
        for (std::uint64_t at = first; at != first + most_steps; ++at) {
            const entry& one = entries_[at & mask_];
            if (one.meaning.is == token_kind::none) break;
            if (one.low == head.low && one.high == head.high && one.length == length && one.context == context
                && (length <= 16 || std::memcmp(pool_.data() + one.rest, text + 16, length - 16) == 0))
                return &one.meaning;
        }
        return nullptr;
    }

    [[nodiscard]] bool full() const { return count_ >= most_; }
    /// Adds a token that is not in it; the table must not be full. \return nullptr when its neighbourhood is too crowded, which only spellings made for it bring about
    const token_meaning* add(const char* text, std::size_t length, std::uint32_t context, const token_meaning& meaning);

private:
    static constexpr std::uint64_t most_steps = 64;

    struct entry {
        std::uint64_t low = 0, high = 0;
        std::uint32_t length = 0, context = 0;
        token_meaning meaning;
        std::uint32_t rest = 0;         ///< of a long token: where its bytes from the 17th on stand in the pool
    };

    [[nodiscard]] std::uint64_t place_of(const token_head& head, const char* text, std::size_t length, std::uint32_t context) const {
        std::uint64_t mixed = head.low ^ (head.high * 0x9E3779B97F4A7C15U) ^ (std::uint64_t{context} * 0xC2B2AE3D27D4EB4FU) ^ length;
        if (length > 16) {
            std::uint64_t last;
            std::memcpy(&last, text + length - 8, 8);
            mixed ^= last * 0x165667B19E3779F9U;
        }
        return (mixed * 0xFF51AFD7ED558CCDU) >> shift_;
    }
    void grow();
    bool put(const entry& one, const char* text);

    std::uint32_t most_, count_ = 0;
    std::uint64_t mask_ = 0;
    unsigned shift_ = 64;
    std::vector<entry> entries_;
    std::string pool_;
};

}  // namespace advise::cli::batch
