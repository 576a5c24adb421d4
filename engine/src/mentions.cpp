#include "mentions.hpp"

#include <algorithm>

namespace advise::engine {

std::vector<conclusion_id> mentioned_by(const rule_base& rules, conclusion_id x) {
    std::vector<conclusion_id> found;
    std::vector<condition_id> open;
    for (const clause& c : rules.conclusions[x].clauses) open.push_back(c.body);
    while (!open.empty()) {
        const condition& c = rules.conditions[open.back()];
        open.pop_back();
        if (c.kind == condition_kind::conclusion) found.push_back(c.subject);
        else if (c.kind != condition_kind::test)
            for (const condition_id member : rules.members_of(c)) open.push_back(member);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

void mark_mentioned(const rule_base& rules, conclusion_id x, std::vector<bool>& seen) {
    std::vector<conclusion_id> open;
    const auto visit = [&](conclusion_id c) {
        if (!seen[c]) open.push_back(c);
        seen[c] = true;
    };
    for (visit(x); !open.empty();) {
        const conclusion_id at = open.back();
        open.pop_back();
        for (const conclusion_id c : mentioned_by(rules, at)) visit(c);
    }
}

}  // namespace advise::engine
