// Terms as small numbers: two spellings of one term (LANGUAGE.md §2) have one symbol. Symbols are numbered as terms first come.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine {

using symbol = std::uint32_t;
inline constexpr symbol no_symbol = 0xFFFF'FFFF;

/// Our own hash of bytes. Not std::hash: its seed is fixed and known, and files of colliding names exist (hash flooding).
/// The seed is another one in every process; nothing ever depends on the order in a table.
struct bytes_hash {
    using is_avalanching = void;
    std::size_t operator()(std::string_view bytes) const noexcept;
};

/// Most terms are asked for by a spelling that was met before, so spellings are looked up by their bytes first, and only a new
/// spelling is folded to its key. Spellings and keys share one table: an ASCII key is its own key, so no ASCII spelling is mistaken
/// for another's key; other keys stand behind a control character, which no spelling holds.
class symbol_table {
public:
    /// The symbol of a spelling, a new one where the term is new. The bytes must live as long as the table.
    symbol intern(std::string_view spelling) { return intern(spelling, false); }
    /// The same for bytes that go away: they are copied when they are new.
    symbol intern_copy(std::string_view spelling) { return intern(spelling, true); }
    /// The symbol of a spelling, or `no_symbol`. May be called from several threads at once.
    [[nodiscard]] symbol find(std::string_view spelling) const;

    [[nodiscard]] std::size_t size() const { return symbols_; }
    void reserve(std::size_t spellings) { table_.reserve(spellings); }

private:
    symbol intern(std::string_view spelling, bool copy);
    symbol intern_new(std::string_view spelling, bool copy);
    std::string_view keep(std::string_view bytes);

    boost::unordered_flat_map<std::string_view, symbol, bytes_hash> table_;
    std::vector<std::unique_ptr<char[]>> blocks_;   // of copied spellings and keys
    std::size_t block_left_ = 0;
    std::size_t block_size_ = 1024;
    char* block_end_ = nullptr;
    std::string key_;
    symbol symbols_ = 0;
};

}  // namespace advise::engine
