// Terms as small numbers: two spellings of one term (LANGUAGE.md §2) have one symbol. Symbols are numbered as terms first come.
#pragma once

#include <advise/engine/table.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine {

using symbol = std::uint32_t;
inline constexpr symbol no_symbol = 0xFFFF'FFFF;

/// A hash table of keys with open addressing. Two places in memory are touched to find a term: its slot, and the key's bytes with the
/// symbol beside them. The hash is our own and has another seed in every process (in a compiled file, for every
/// text): std::hash has one seed, and files of names that collide under it exist. Nothing depends on the order of slots.
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

    /// `entry` counts words of the entries from their front; 0 is a free slot, for the first word is never an entry.
    struct slot {
        std::uint32_t tag = 0;
        std::uint32_t entry = 0;
    };
    /// A table as it stands in a compiled file.
    struct image {
        table<slot> slots;              ///< a power of two of them
        table<std::uint32_t> entries;
        std::uint64_t seed = 0;
        symbol symbols = 0;
    };
    /// With that seed; the same symbols. O(bytes)
    [[nodiscard]] image compiled(std::uint64_t seed) const;
    /// For `find` alone. Whatever stands in the image, nothing outside it is looked at.
    explicit symbol_table(image compiled);

private:
    enum class entry_kind : std::uint32_t { key, spelling };

    [[nodiscard]] symbol lookup(std::string_view bytes, entry_kind kind, std::uint64_t hash) const;
    [[nodiscard]] symbol lookup_compiled(std::string_view bytes, entry_kind kind, std::uint64_t hash) const;
    void insert(std::string_view bytes, entry_kind kind, std::uint64_t hash, symbol of);
    symbol intern_key(std::string_view key, std::uint64_t hash);
    void fetch_slot(std::uint64_t hash) const;
    void fetch_entry(std::uint64_t hash) const;
    void rehash(std::size_t slots);

    image compiled_;                        // instead of what follows, where it has slots
    std::uint64_t seed_;
    std::vector<slot> slots_;               // a power of two of them, at most half taken
    std::vector<std::uint32_t> bytes_;      // of each entry: its symbol, its length and kind, its bytes
    std::vector<std::uint64_t> hashes_;     // scratch of intern_all
    std::string key_;
    std::uint32_t entries_ = 0;
    symbol symbols_ = 0;
};

}  // namespace advise::engine
