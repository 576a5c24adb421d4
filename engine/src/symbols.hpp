// Terms as small numbers: two spellings of one term (LANGUAGE.md §2) have one symbol. Symbols are numbered as terms first come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine {

using symbol = std::uint32_t;
inline constexpr symbol no_symbol = 0xFFFF'FFFF;

/// A hash table of keys with open addressing. Two places in memory are touched to find a term: its slot, and the key's bytes with the
/// symbol beside them. The hash is our own and has another seed in every process: std::hash has one seed, and files of names that
/// collide under it exist. Nothing depends on the order of slots.
///
/// Keys of ASCII terms are made faster than a second table of spellings could be asked. For other scripts the spellings that were
/// met are kept in the same table, marked, so that each is normalised once.
class symbol_table {
public:
    symbol_table();

    /// The symbol of a spelling, a new one where the term is new. O(bytes).
    symbol intern(std::string_view spelling);
    /// Symbols for many spellings: what one waits for from memory, all wait for together. The same as `intern` for each in turn.
    void intern_all(const std::vector<std::string_view>& spellings, std::vector<symbol>& out);
    /// The symbol of a spelling, or `no_symbol`. May be called from several threads at once.
    [[nodiscard]] symbol find(std::string_view spelling) const;

    /// Makes room for that many symbols.
    void reserve(std::size_t symbols);
    [[nodiscard]] std::size_t size() const { return symbols_; }

private:
    enum class entry_kind : std::uint32_t { key, spelling };

    /// `entry` counts words of `bytes_` from its front; 0 is a free slot, for the first word is never an entry.
    struct slot {
        std::uint32_t tag = 0;
        std::uint32_t entry = 0;
    };

    [[nodiscard]] symbol lookup(std::string_view bytes, entry_kind kind, std::uint64_t hash) const;
    void insert(std::string_view bytes, entry_kind kind, std::uint64_t hash, symbol of);
    symbol intern_key(std::string_view key, std::uint64_t hash);
    void fetch_slot(std::uint64_t hash) const;
    void fetch_entry(std::uint64_t hash) const;
    void rehash(std::size_t slots);

    std::vector<slot> slots_;               // a power of two of them, at most half taken
    std::vector<std::uint32_t> bytes_;      // of each entry: its symbol, its length and kind, its bytes
    std::vector<std::uint64_t> hashes_;     // scratch of intern_all
    std::string key_;
    std::uint32_t entries_ = 0;
    symbol symbols_ = 0;
};

}  // namespace advise::engine
