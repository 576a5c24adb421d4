#include "symbols.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace advise::engine {
namespace {

__extension__ using wide = unsigned __int128;

constexpr std::uint64_t secret_a = 0x9E37'79B9'7F4A'7C15ULL, secret_b = 0xD6E8'FEB8'6659'FD93ULL;

// Where the system put this variable: another place in every process.
const char seed = 0;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const wide product = wide{a} * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

template <class Word>
std::uint64_t word_at(const char* bytes) {
    Word word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seeded) {
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t hash = (seeded ^ left) * secret_a;
    for (; left > 16; at += 16, left -= 16) hash = mixed(word_at<std::uint64_t>(at) ^ secret_a, word_at<std::uint64_t>(at + 8) ^ hash);
    std::uint64_t a = 0, b = 0;
    if (left >= 8) {
        a = word_at<std::uint64_t>(at);
        b = word_at<std::uint64_t>(at + left - 8);
    } else if (left >= 4) {
        a = word_at<std::uint32_t>(at);
        b = word_at<std::uint32_t>(at + left - 4);
    } else if (left > 0) {
        a = word_at<std::uint8_t>(at);
        b = word_at<std::uint8_t>(at + left / 2) << 8 | word_at<std::uint8_t>(at + left - 1);
    }
    return mixed(a ^ secret_a, b ^ hash ^ secret_b);
}

constexpr std::uint8_t folded = 1, beyond_ascii = 2;

/// What a byte does to the key of a spelling: nothing, or it is folded or dropped, or other rules than those of ASCII apply.
constexpr std::array<std::uint8_t, 256> make_effects() {
    std::array<std::uint8_t, 256> effects{};
    for (std::size_t c = 0; c < 256; ++c) {
        if (c >= 0x80) effects[c] = beyond_ascii;
        else if (c <= ' ' || c == '-' || c == '_' || (c >= 'A' && c <= 'Z')) effects[c] = folded;
    }
    return effects;
}

constexpr std::array<std::uint8_t, 256> effects = make_effects();

/// 0: the spelling is its own key.
std::uint8_t effects_of(std::string_view spelling) {
    std::uint8_t all = 0;
    for (const char c : spelling) all |= effects[static_cast<unsigned char>(c)];
    return all;
}

constexpr std::size_t header_words = 2;

std::uint32_t words_of(std::size_t bytes) { return static_cast<std::uint32_t>((bytes + 3) / 4); }

}  // namespace

symbol_table::symbol_table() : seed_(reinterpret_cast<std::uintptr_t>(&seed)), slots_(64), bytes_(1) {}

symbol_table::symbol_table(image compiled) : compiled_(std::move(compiled)), seed_(compiled_.seed), symbols_(compiled_.symbols) {}

symbol_table::image symbol_table::compiled(std::uint64_t seeded) const {
    if (compiled_.slots.size() != 0) return compiled_;      // of the same texts, so with the same seed
    image made;
    made.seed = seeded;
    made.symbols = symbols_;
    made.entries = bytes_;
    std::vector<slot>& slots = made.slots.own();
    slots.resize(std::bit_ceil(std::max<std::size_t>(entries_ * std::size_t{2}, 64)));
    for (std::size_t at = 1; at < bytes_.size();) {
        const std::size_t length = bytes_[at + 1] >> 1;
        const std::uint64_t hash = hash_of({reinterpret_cast<const char*>(bytes_.data() + at + header_words), length}, seeded);
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        std::size_t i = tag & (slots.size() - 1);
        while (slots[i].entry != 0) i = (i + 1) & (slots.size() - 1);
        slots[i] = {tag, static_cast<std::uint32_t>(at)};
        at += header_words + words_of(length);
    }
    return made;
}

symbol symbol_table::lookup_compiled(std::string_view bytes, entry_kind kind, std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::uint32_t length_and_kind = static_cast<std::uint32_t>(bytes.size()) << 1 | static_cast<std::uint32_t>(kind);
    const table<slot>& slots = compiled_.slots;
    const table<std::uint32_t>& entries = compiled_.entries;
    const std::size_t mask = slots.size() - 1;
    for (std::size_t i = tag & mask, tries = 0; tries < slots.size(); i = (i + 1) & mask, ++tries) {
        const slot s = slots[i];
        if (s.entry == 0) return no_symbol;
        const std::size_t first = s.entry, words = header_words + words_of(bytes.size());
        if (s.tag != tag || first > entries.size() || words > entries.size() - first || entries[first + 1] != length_and_kind) continue;
        const std::span<const std::uint32_t> entry = entries.slice(first, words);
        if (bytes.empty() || std::memcmp(entry.data() + header_words, bytes.data(), bytes.size()) == 0) return entry[0];
    }
    return no_symbol;
}

symbol symbol_table::lookup(std::string_view bytes, entry_kind kind, std::uint64_t hash) const {
    if (compiled_.slots.size() != 0) return lookup_compiled(bytes, kind, hash);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::uint32_t length_and_kind = static_cast<std::uint32_t>(bytes.size()) << 1 | static_cast<std::uint32_t>(kind);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = tag & mask;; i = (i + 1) & mask) {
        const slot& s = slots_[i];
        if (s.entry == 0) return no_symbol;
        if (s.tag != tag) continue;
        const std::uint32_t* const entry = bytes_.data() + s.entry;
        if (entry[1] == length_and_kind && std::memcmp(entry + header_words, bytes.data(), bytes.size()) == 0) return entry[0];
    }
}

void symbol_table::insert(std::string_view bytes, entry_kind kind, std::uint64_t hash, symbol of) {
    if (++entries_ * std::size_t{2} > slots_.size()) rehash(slots_.size() * 2);
    const auto entry = static_cast<std::uint32_t>(bytes_.size());
    bytes_.resize(bytes_.size() + header_words + words_of(bytes.size()));
    bytes_[entry] = of;
    bytes_[entry + 1] = static_cast<std::uint32_t>(bytes.size()) << 1 | static_cast<std::uint32_t>(kind);
    if (!bytes.empty()) std::memcpy(bytes_.data() + entry + header_words, bytes.data(), bytes.size());
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    std::size_t i = tag & (slots_.size() - 1);
    while (slots_[i].entry != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = {tag, entry};
}

void symbol_table::reserve(std::size_t symbols) {
    constexpr std::size_t words_of_one = 8;         // most terms are shorter
    bytes_.reserve(bytes_.size() + symbols * words_of_one);
    const std::size_t slots = std::bit_ceil((entries_ + symbols) * 2);
    if (slots > slots_.size()) rehash(slots);
}

void symbol_table::rehash(std::size_t slots) {
    std::vector<slot> old;
    old.reserve(slots);
    old.resize(slots);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const slot& s : old) {
        if (s.entry == 0) continue;
        std::size_t i = s.tag & mask;
        while (slots_[i].entry != 0) i = (i + 1) & mask;
        slots_[i] = s;
    }
}

void symbol_table::fetch_slot(std::uint64_t hash) const {
    __builtin_prefetch(&slots_[static_cast<std::uint32_t>(hash >> 32) & (slots_.size() - 1)]);
}

void symbol_table::fetch_entry(std::uint64_t hash) const {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const slot& s = slots_[tag & (slots_.size() - 1)];
    if (s.tag == tag) __builtin_prefetch(bytes_.data() + s.entry);
}

void symbol_table::intern_all(const std::vector<std::string_view>& spellings, std::vector<symbol>& out) {
    constexpr std::uint64_t slow = 0;       // not its own key; the hash of one that is may be 0 too, which costs nothing but time
    hashes_.clear();
    for (const std::string_view spelling : spellings) {
        hashes_.push_back(effects_of(spelling) == 0 ? hash_of(spelling, seed_) : slow);
        fetch_slot(hashes_.back());
    }
    for (const std::uint64_t hash : hashes_) fetch_entry(hash);
    out.clear();
    for (std::size_t i = 0; i < spellings.size(); ++i)
        out.push_back(hashes_[i] == slow ? intern(spellings[i]) : intern_key(spellings[i], hashes_[i]));
}

symbol symbol_table::intern_key(std::string_view key, std::uint64_t hash) {
    const symbol known = lookup(key, entry_kind::key, hash);
    if (known != no_symbol) return known;
    insert(key, entry_kind::key, hash, symbols_);
    return symbols_++;
}

symbol symbol_table::intern(std::string_view spelling) {
    const std::uint8_t effect = effects_of(spelling);
    if (effect == 0) return intern_key(spelling, hash_of(spelling, seed_));
    if (effect < beyond_ascii) {
        const std::string_view key = grammar::term_key(spelling, key_);
        return intern_key(key, hash_of(key, seed_));
    }
    const std::uint64_t hash = hash_of(spelling, seed_);
    const symbol known = lookup(spelling, entry_kind::spelling, hash);
    if (known != no_symbol) return known;
    const std::string_view key = grammar::term_key(spelling, key_);
    const symbol made = intern_key(key, hash_of(key, seed_));
    insert(spelling, entry_kind::spelling, hash, made);
    return made;
}

symbol symbol_table::find(std::string_view spelling) const {
    if (effects_of(spelling) >= beyond_ascii) {
        const symbol known = lookup(spelling, entry_kind::spelling, hash_of(spelling, seed_));
        if (known != no_symbol) return known;
    }
    const std::string key = grammar::term_key(spelling);
    return lookup(key, entry_kind::key, hash_of(key, seed_));
}

}  // namespace advise::engine
