#include "symbols.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <cstring>

namespace advise::engine {
namespace {

__extension__ using wide = unsigned __int128;

constexpr std::uint64_t secret_a = 0x9E37'79B9'7F4A'7C15ULL, secret_b = 0xD6E8'FEB8'6659'FD93ULL;

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

// Where the system put this variable: another place in every process.
const char seed = 0;

bool is_ascii(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Makes of a key what stands for it in the table.
void mark_key(std::string& key) {
    if (!is_ascii(key)) key.insert(key.begin(), '\x01');
}

}  // namespace

std::size_t bytes_hash::operator()(std::string_view bytes) const noexcept {
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t hash = (reinterpret_cast<std::uintptr_t>(&seed) ^ left) * secret_a;
    for (; left > 16; at += 16, left -= 16) hash = mixed(word_at<std::uint64_t>(at) ^ secret_a, word_at<std::uint64_t>(at + 8) ^ hash);
    std::uint64_t a = 0, b = 0;
    if (left >= 8) {
        a = word_at<std::uint64_t>(at);
        b = word_at<std::uint64_t>(at + left - 8);
    } else if (left >= 4) {
        a = word_at<std::uint32_t>(at);
        b = word_at<std::uint32_t>(at + left - 4);
    } else if (left > 0) {
        a = static_cast<unsigned char>(at[0]);
        b = word_at<std::uint8_t>(at + left / 2) << 8 | word_at<std::uint8_t>(at + left - 1);
    }
    return mixed(mixed(a ^ secret_a, b ^ hash) ^ secret_b, hash ^ secret_a);
}

std::string_view symbol_table::keep(std::string_view bytes) {
    if (bytes.empty()) return {};
    if (bytes.size() > block_left_) {
        block_size_ = std::max(std::min<std::size_t>(block_size_ * 2, 1U << 20), bytes.size());
        blocks_.push_back(std::make_unique<char[]>(block_size_));
        block_end_ = blocks_.back().get() + block_size_;
        block_left_ = block_size_;
    }
    char* const place = block_end_ - block_left_;
    std::memcpy(place, bytes.data(), bytes.size());
    block_left_ -= bytes.size();
    return {place, bytes.size()};
}

symbol symbol_table::intern(std::string_view spelling, bool copy) {
    const auto found = table_.find(spelling);
    return found != table_.end() ? found->second : intern_new(spelling, copy);
}

symbol symbol_table::intern_new(std::string_view spelling, bool copy) {
    grammar::term_key(spelling, key_);
    mark_key(key_);
    symbol result = symbols_;
    if (key_ != spelling) {
        const auto found = table_.find(key_);
        if (found != table_.end()) result = found->second;
        else table_.emplace(keep(key_), result);
    }
    if (result == symbols_) ++symbols_;
    table_.emplace(copy ? keep(spelling) : spelling, result);
    return result;
}

symbol symbol_table::find(std::string_view spelling) const {
    const auto found = table_.find(spelling);
    if (found != table_.end()) return found->second;
    std::string key = grammar::term_key(spelling);
    mark_key(key);
    const auto by_key = table_.find(key);
    return by_key != table_.end() ? by_key->second : no_symbol;
}

}  // namespace advise::engine
