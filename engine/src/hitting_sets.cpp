#include "hitting_sets.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

bool has_all_of(const index_set& larger, const index_set& smaller) { return std::ranges::includes(larger, smaller); }

bool disjoint(const index_set& a, const index_set& b) {
    auto i = a.begin(), j = b.begin();
    while (i != a.end() && j != b.end()) {
        if (*i == *j) return false;
        *i < *j ? ++i : ++j;
    }
    return true;
}

/// The first set of a given size, in lexicographic order, that hits all of `to_hit` and has none of `forbidden` in it.
class hitting_search {
public:
    hitting_search(const std::vector<index_set>& to_hit, const std::vector<index_set>& forbidden, std::uint64_t& work)
        : to_hit_(to_hit), forbidden_(forbidden), work_(work) {}

    /// Nullopt where there is none, or the work has run out.
    std::optional<index_set> of_size(std::size_t size) {
        index_set chosen;
        if (extend(chosen, size)) return chosen;
        return std::nullopt;
    }

private:
    // Elements are added in ascending order. The element that a set not yet hit still needs is one behind the last chosen, so the
    // next element may not lie beyond the last element of any such set.
    bool extend(index_set& chosen, std::size_t left) {
        if (work_ == 0) return false;
        --work_;
        if (std::ranges::any_of(forbidden_, [&](const index_set& f) { return has_all_of(chosen, f); })) return false;
        const std::uint32_t first = chosen.empty() ? 0 : chosen.back() + 1;
        std::uint32_t last = UINT32_MAX;
        std::vector<const index_set*> open;
        for (const index_set& s : to_hit_)
            if (disjoint(s, chosen)) {
                open.push_back(&s);
                last = std::min(last, s.back());
            }
        if (open.empty()) return left == 0;
        if (left == 0 || packed(open, first) > left) return false;
        return extend_from(chosen, left, candidates(open, first, last));
    }

    bool extend_from(index_set& chosen, std::size_t left, const index_set& next) {
        for (const std::uint32_t element : next) {
            chosen.push_back(element);
            if (extend(chosen, left - 1)) return true;
            chosen.pop_back();
        }
        return false;
    }

    /// Only elements that hit something are of use in a smallest set.
    static index_set candidates(const std::vector<const index_set*>& open, std::uint32_t first, std::uint32_t last) {
        index_set next;
        for (const index_set* s : open)
            for (const std::uint32_t element : *s)
                if (element >= first && element <= last) next.push_back(element);
        std::ranges::sort(next);
        next.erase(std::ranges::unique(next).begin(), next.end());
        return next;
    }

    /// Open sets without a common element: each needs one of its own. A lower bound.
    static std::size_t packed(const std::vector<const index_set*>& open, std::uint32_t first) {
        std::size_t count = 0;
        std::vector<const index_set*> taken;
        for (const index_set* s : open) {
            if (s->back() < first) return SIZE_MAX;
            if (std::ranges::all_of(taken, [&](const index_set* t) { return disjoint(*s, *t); })) taken.push_back(s), ++count;
        }
        return count;
    }

    const std::vector<index_set>& to_hit_;
    const std::vector<index_set>& forbidden_;
    std::uint64_t& work_;
};

index_set without(std::uint32_t n, const index_set& left_out) {
    index_set rest;
    for (std::uint32_t i = 0; i < n; ++i)
        if (!std::ranges::binary_search(left_out, i)) rest.push_back(i);
    return rest;
}

/// Adds elements to a set that is no member as long as it does not become one; what is left out then is a minimal set that all members hit.
std::optional<index_set> hit_by_all(std::uint32_t n, index_set outsider, const membership& is_member) {
    for (std::uint32_t i = 0; i < n; ++i) {
        const auto at = std::ranges::lower_bound(outsider, i);
        if (at != outsider.end() && *at == i) continue;
        index_set larger = outsider;
        larger.insert(larger.begin() + (at - outsider.begin()), i);
        const std::optional<bool> member = is_member(larger);
        if (!member) return std::nullopt;
        if (!*member) outsider = std::move(larger);
    }
    return without(n, outsider);
}

}  // namespace

minimal_members smallest_members(std::uint32_t n, std::size_t most, std::uint64_t work_limit, const membership& is_member) {
    minimal_members made;
    std::vector<index_set> to_hit;
    for (std::size_t size = 0; size <= n;) {
        std::uint64_t work = work_limit;
        const std::optional<index_set> next = hitting_search(to_hit, made.found, work).of_size(size);
        if (!next) {
            if (work == 0) return made.all = false, made;
            ++size;
            continue;
        }
        if (made.found.size() == most) return made.all = false, made;
        const std::optional<bool> member = is_member(*next);
        std::optional<index_set> hit;
        if (member && !*member) hit = hit_by_all(n, *next, is_member);
        if (!member || (!*member && !hit)) return made.all = false, made;
        if (*member) made.found.push_back(*next);
        else if (hit->empty()) return made;         // not even the whole ground set is a member
        else to_hit.push_back(std::move(*hit));
    }
    return made;
}

}  // namespace advise::engine
