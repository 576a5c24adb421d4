#include "token_table.hpp"

#include <algorithm>
#include <utility>

namespace advise::cli::batch {
namespace {

constexpr std::size_t first_buckets = 16;

}  // namespace

token_table::token_table(std::uint32_t most)
    : most_(most), shift_(64 - static_cast<unsigned>(std::countr_zero(first_buckets))), tags_(first_buckets), entries_(first_buckets * places), hashes_(first_buckets * places) {}

const token_meaning* token_table::add(const char* text, std::size_t length, std::uint32_t context, const token_meaning& meaning) {
    const token_head head(text, length);
    const std::uint64_t hash = hash_of(head, text, length, context);
    const entry one{head.low, head.high, static_cast<std::uint32_t>(length), context, meaning, static_cast<std::uint32_t>(pool_.size())};
    while (!put(one, hash))
        if (!grow()) return nullptr;
    if (length > 16) pool_.append(text + 16, length - 16);
    ++count_;
    return find(text, length, context);
}

bool token_table::put(const entry& one, std::uint64_t hash) {
    const std::size_t bucket = hash >> shift_;
    for (std::size_t i = 0; i < places; ++i) {
        if (tags_[bucket].of[i] != 0) continue;
        tags_[bucket].of[i] = tag_of(hash);
        entries_[bucket * places + i] = one;
        hashes_[bucket * places + i] = hash;
        return true;
    }
    return false;
}

/// Twice as many buckets: each is split by one more bit of the hashes, so that none overflows by it.
bool token_table::grow() {
    if (tags_.size() * places >= std::size_t{most_} * 4) return false;
    const std::vector<bucket_tags> tags = std::exchange(tags_, std::vector<bucket_tags>(tags_.size() * 2));
    const std::vector<entry> entries = std::exchange(entries_, std::vector<entry>(entries_.size() * 2));
    const std::vector<std::uint64_t> hashes = std::exchange(hashes_, std::vector<std::uint64_t>(hashes_.size() * 2));
    --shift_;
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (tags[i / places].of[i % places] != 0) put(entries[i], hashes[i]);
    return true;
}

}  // namespace advise::cli::batch
