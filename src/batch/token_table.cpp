#include "token_table.hpp"

#include <bit>

namespace advise::cli::batch {
namespace {

constexpr std::size_t first_capacity = 256;
constexpr std::size_t usual_emptiness = 4;      // places for each token, while that is little memory
constexpr std::size_t usual_capacity = 1U << 14;

}  // namespace

token_table::token_table(std::uint32_t most) : most_(most), entries_(first_capacity) {
    mask_ = first_capacity - 1;
    shift_ = 64 - static_cast<unsigned>(std::countr_zero(first_capacity));
}

const token_meaning* token_table::add(const char* text, std::size_t length, std::uint32_t context, const token_meaning& meaning) {
    const std::size_t emptiness = entries_.size() < usual_capacity ? usual_emptiness : 2;
    if ((count_ + 1) * emptiness > entries_.size()) grow();
    ++count_;
    const token_head head(text, length);
    entry one{head.low, head.high, static_cast<std::uint32_t>(length), context, meaning, static_cast<std::uint32_t>(pool_.size())};
    if (length > 16) pool_.append(text + 16, length - 16);
    if (!put(one, text)) return nullptr;
    return find(text, length, context);
}

bool token_table::put(const entry& one, const char* text) {
    const std::uint64_t first = place_of(token_head(text, one.length), text, one.length, one.context);
    for (std::uint64_t at = first; at != first + most_steps; ++at) {
        if (entries_[at & mask_].meaning.is != token_kind::none) continue;
        entries_[at & mask_] = one;
        return true;
    }
    return false;
}

void token_table::grow() {
    std::vector<entry> old(entries_.size() * 2);
    old.swap(entries_);
    mask_ = entries_.size() - 1;
    --shift_;
    for (const entry& one : old) {
        if (one.meaning.is == token_kind::none) continue;
        char text[longest + 1 + padding] = {};
        std::memcpy(text, &one.low, 8);
        std::memcpy(text + 8, &one.high, 8);
        if (one.length > 16) std::memcpy(text + 16, pool_.data() + one.rest, one.length - 16);
        put(one, text);
    }
}

}  // namespace advise::cli::batch
