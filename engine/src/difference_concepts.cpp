#include "difference_concepts.hpp"

#include "mentions.hpp"

namespace advise::engine {

concept_mentions::side concept_mentions::read(const rule_base& rules) {
    side made;
    for (conclusion_id c = 0; c < rules.conclusions.size(); ++c) made.mentioned.push_back(mentioned_by(rules, c));
    made.concept_of.assign(rules.conclusions.size(), none);
    return made;
}

concept_mentions::concept_mentions(const rule_base& old, const rule_base& now, const std::vector<joint_concept>& concepts)
    : old_(read(old)), new_(read(now)), count_(concepts.size()) {
    for (std::size_t i = 0; i < concepts.size(); ++i) {
        old_.concept_of[concepts[i].in_old] = i;
        new_.concept_of[concepts[i].in_new] = i;
    }
}

void concept_mentions::reach(const side& in, conclusion_id from, bool through, std::vector<bool>& found) {
    std::vector<bool> seen(in.mentioned.size(), false);
    std::vector<conclusion_id> open{from};
    while (!open.empty()) {
        const conclusion_id at = open.back();
        open.pop_back();
        for (const conclusion_id c : in.mentioned[at]) {
            if (seen[c]) continue;
            seen[c] = true;
            if (in.concept_of[c] != none) found[in.concept_of[c]] = true;
            if (through) open.push_back(c);
        }
    }
}

std::vector<std::size_t> concept_mentions::reached(conclusion_id in_old, conclusion_id in_new, bool through) const {
    std::vector<bool> found(count_, false);
    if (in_old != nothing) reach(old_, in_old, through, found);
    if (in_new != nothing) reach(new_, in_new, through, found);
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < count_; ++i)
        if (found[i]) list.push_back(i);
    return list;
}

std::vector<std::size_t> concept_mentions::direct(conclusion_id in_old, conclusion_id in_new) const { return reached(in_old, in_new, false); }
std::vector<std::size_t> concept_mentions::all(conclusion_id in_old, conclusion_id in_new) const { return reached(in_old, in_new, true); }

}  // namespace advise::engine
