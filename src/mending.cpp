#include "mending.hpp"

#include "allowances.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace advise::cli {
namespace {

using engine::text_edit;
using engine::text_fix;
using grammar::message;
using grammar::source;

bool overlap(const text_edit& a, const text_edit& b) {
    if (a.file != b.file) return false;
    if (a.where == b.where) return a.where.begin != a.where.end || a.text != b.text;
    return a.where.begin < b.where.end && b.where.begin < a.where.end;
}

/// The first of those that overlap.
std::vector<text_fix> together(std::vector<text_fix> all) {
    std::vector<text_fix> chosen;
    for (text_fix& fix : all) {
        const bool free = std::ranges::none_of(fix.edits, [&](const text_edit& edit) {
            return std::ranges::any_of(chosen, [&](const text_fix& other) {
                return std::ranges::any_of(other.edits, [&](const text_edit& taken) { return overlap(edit, taken); });
            });
        });
        if (free) chosen.push_back(std::move(fix));
    }
    return chosen;
}

/// What a comment allows stays as it is.
void leave_allowed(const engine::rule_base& rules, std::vector<text_fix>& all) {
    std::vector<grammar::diagnostic> told;
    for (const text_fix& fix : all) told.push_back({{fix.of, {}}, fix.at, {}, {}, {}});
    using key = std::tuple<const source*, std::uint32_t, message>;
    std::set<key> kept;
    for (const grammar::diagnostic& one : without_allowed(told, rules.files, looked_for::texts))
        kept.emplace(one.at.file, one.at.where.begin, one.text.id);
    std::erase_if(all, [&](const text_fix& fix) { return !kept.contains(key(fix.at.file, fix.at.where.begin, fix.of)); });
}

}  // namespace

std::vector<text_fix> fixes_to_make(const engine::rule_base& rules, const std::function<bool(const std::vector<text_fix>&)>& keeps_meaning) {
    grammar::diagnostics ignored;
    std::vector<text_fix> all = engine::find_lints(rules, ignored).fixes;
    leave_allowed(rules, all);
    all = together(std::move(all));
    if (all.empty() || keeps_meaning(all)) return all;
    std::vector<text_fix> kept;
    for (text_fix& fix : all) {
        kept.push_back(std::move(fix));
        if (!keeps_meaning(kept)) kept.pop_back();
    }
    return kept;
}

}  // namespace advise::cli
