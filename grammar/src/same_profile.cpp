#include "same_profile.hpp"

#include <advise/grammar/format.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::grammar {
namespace {

bool same_item(const value_item& a, const value_item& b) {
    return a.quoted == b.quoted && a.number == b.number && term_key(a.unit) == term_key(b.unit)
           && (a.quoted ? a.text == b.text : term_key(a.text) == term_key(b.text));
}

bool same_shape(const std::string& a, const std::string& b) {
    const value_result of_a = parse_value(a), of_b = parse_value(b);
    if (of_a.error != of_b.error) return false;
    if (of_a.error != value_error::none) return a == b;
    const auto& left = of_a.value;
    const auto& right = of_b.value;
    return left.form == right.form && std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end(), same_item);
}

}  // namespace

bool same_value_text(const std::string& a, const std::string& b) { return term_key(a) == term_key(b) && same_shape(a, b); }

namespace {

bool same_value(const profile_value& a, const profile_value& b) {
    if (a.kind != b.kind || a.quoted != b.quoted || a.number != b.number || a.boolean != b.boolean) return false;
    if (!std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_value)) return false;
    if (a.kind != profile_value_kind::text) return true;
    return a.quoted ? a.content == b.content : same_value_text(a.content, b.content);
}

}  // namespace

bool same_entry(const profile_entry& a, const profile_entry& b) { return term_key(a.key) == term_key(b.key) && same_value(a.value, b.value); }

bool same_profile(const source_ptr& a, const source_ptr& b) {
    diagnostics found;
    const profile of_a = parse_profile(a, found), of_b = parse_profile(b, found);
    return !found.has_errors() && of_a.closed == of_b.closed && of_a.name == of_b.name && of_a.notes == of_b.notes
           && std::equal(of_a.entries.begin(), of_a.entries.end(), of_b.entries.begin(), of_b.entries.end(), same_entry);
}

}  // namespace advise::grammar
