#include "rule_statements.hpp"

#include <algorithm>

namespace advise::tests {
namespace {

void add_conclusion(const rule_base& base, std::size_t index, speller& say, std::vector<statement>& all) {
    const conclusion& about = base.conclusions[index];
    statement block{statement::kind::block, index, {}};
    std::vector<statement> rules;
    for (const clause& part : about.clauses) {
        const bool can_be_rule = part.kind != clause_kind::necessary && part.kind != clause_kind::points_needed;
        if (!about.declared || (can_be_rule && say.maybe(say.how().arrows, 1, 3))) {
            rules.push_back({statement::kind::arrow, index, {&part}});
        } else {
            block.clauses.push_back(&part);
        }
    }
    if (say.how().shuffle) {
        say.random().shuffle(block.clauses);
    }
    if (about.declared) {
        all.push_back(std::move(block));
    }
    all.insert(all.end(), rules.begin(), rules.end());
}

// An undeclared role is declared, as it were, by the first of its rules.
bool introduces_role(const rule_base& base, const statement& each) {
    const bool of_conclusion = each.what == statement::kind::block || each.what == statement::kind::arrow;
    return of_conclusion && base.conclusions[each.subject].role && (each.what == statement::kind::block || !base.conclusions[each.subject].declared);
}

// The order of roles decides ties in the advice, so it stays while all else is shuffled.
void shuffle(const rule_base& base, rng& random, std::vector<statement>& all) {
    random.shuffle(all);
    std::vector<std::size_t> places;
    std::vector<statement> ordered;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (introduces_role(base, all[i])) {
            places.push_back(i);
            ordered.push_back(all[i]);
        }
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const statement& a, const statement& b) { return a.subject < b.subject; });
    for (std::size_t i = 0; i < places.size(); ++i) {
        all[places[i]] = ordered[i];
    }
}

}  // namespace

std::vector<statement> statements_of(const rule_base& base, speller& say) {
    std::vector<statement> all;
    for (std::size_t i = 0; i < base.scales.size(); ++i) {
        if (base.scales[i].declared) {
            all.push_back({statement::kind::scale, i, {}});
        }
    }
    for (std::size_t i = 0; i < base.facts.size(); ++i) {
        if (base.facts[i].declared) {
            all.push_back({statement::kind::fact, i, {}});
        }
    }
    for (std::size_t i = 0; i < base.conclusions.size(); ++i) {
        add_conclusion(base, i, say, all);
    }
    if (say.how().shuffle) {
        shuffle(base, say.random(), all);
    }
    return all;
}

}  // namespace advise::tests
