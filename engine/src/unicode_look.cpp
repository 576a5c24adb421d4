#include "unicode_tables.hpp"

#include <algorithm>

namespace advise::engine::unicode {

script script_of(char32_t letter) {
    const std::span<const script_range> table = script_table();
    const auto after = std::ranges::upper_bound(table, letter, {}, &script_range::first);
    if (after == table.begin()) return script::none;
    const script_range& range = *std::prev(after);
    return letter <= range.last ? range.of : script::none;
}

std::u32string_view look_of(char32_t point) {
    const std::span<const confusable> table = confusable_table();
    const auto found = std::ranges::lower_bound(table, point, {}, &confusable::of);
    if (found == table.end() || found->of != point) return {};
    const auto end = std::ranges::find(found->as, U'\0');
    return {found->as.data(), static_cast<std::size_t>(end - found->as.begin())};
}

char32_t twin_in(script of, char32_t letter) {
    const std::u32string_view look = look_of(letter);
    const auto same = [&](std::u32string_view other) { return look.empty() ? other == std::u32string_view(&letter, 1) : other == look; };
    if (look.size() == 1 && script_of(look.front()) == of) return look.front();
    for (const confusable& other : confusable_table())
        if (script_of(other.of) == of && same(look_of(other.of))) return other.of;
    return 0;
}

}  // namespace advise::engine::unicode
