// Did you mean …? The distance is the optimal string alignment one (a swap of neighbours costs 1, and nothing is edited
// twice), computed in a band as wide as the limit: O(length × limit), and over as soon as a whole row is past the limit.
#include <advise/grammar/limits.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>

namespace advise::grammar {
namespace {

std::u32string points_of(std::string_view text) {
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const decoded one = decode_one(text, i);
        points += one.point;
        i += one.length;
    }
    return points;
}

// What both begin and end with costs nothing.
void strip_common(std::u32string_view& a, std::u32string_view& b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
}

unsigned bounded(std::u32string_view a, std::u32string_view b, unsigned limit) {
    strip_common(a, b);
    if (a.size() > b.size()) std::swap(a, b);
    const std::size_t n = a.size(), m = b.size();
    if (m - n > limit) return limit + 1;
    const unsigned far = limit + 1;
    std::vector<unsigned> before(m + 2, far), last(m + 2, far), row(m + 2, far);   // one column past the band stays `far`
    for (std::size_t j = 0; j <= std::min<std::size_t>(m, limit); ++j) last[j] = static_cast<unsigned>(j);
    for (std::size_t i = 1; i <= n; ++i) {
        const std::size_t low = i > limit ? i - limit : 0, high = std::min(m, i + limit);
        unsigned best = far;
        if (low > 0) row[low - 1] = far;
        for (std::size_t j = low; j <= high; ++j) {
            unsigned cost = last[j] + 1;
            if (j > 0) {
                cost = std::min({cost, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = std::min(cost, before[j - 2] + 1);
            }
            row[j] = std::min(cost, far);
            best = std::min(best, row[j]);
        }
        row[high + 1] = far;
        if (best == far) return far;
        before.swap(last);
        last.swap(row);
    }
    return last[m];
}

unsigned limit_for(std::size_t length) { return length <= 4 ? 1 : length <= 8 ? 2 : 3; }

}  // namespace

unsigned distance(std::string_view a, std::string_view b, unsigned limit) { return bounded(points_of(a), points_of(b), limit); }

std::vector<std::string> near(std::string_view misspelt, const std::vector<std::string_view>& candidates, std::size_t most) {
    struct hit { unsigned distance; std::string_view name; };
    std::string key;
    term_key(misspelt.substr(0, 4 * limits::suggestion_bytes), key);
    if (key.empty() || key.size() > limits::suggestion_bytes) return {};
    const std::u32string wanted = points_of(key);
    const unsigned limit = limit_for(wanted.size());
    std::vector<hit> hits;
    for (const std::string_view name : candidates) {
        if (name.size() > limits::suggestion_bytes * 4) continue;
        const std::u32string offered = points_of(term_key(name, key));
        const unsigned found = bounded(wanted, offered, limit);
        // Names that have nothing in common are not near, however short.
        if (found <= limit && found < std::min(wanted.size(), offered.size())) hits.push_back({found, name});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const hit& a, const hit& b) { return a.distance < b.distance; });
    if (hits.size() > most) hits.resize(most);
    std::vector<std::string> names;
    for (const hit& h : hits) names.emplace_back(h.name);
    return names;
}

}  // namespace advise::grammar
