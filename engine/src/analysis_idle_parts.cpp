// Members of an `and` or `or` that the other members make superfluous.
#include "analysis_state.hpp"

#include <set>

namespace advise::engine {
namespace {

constexpr std::size_t most_places = 4;  // that say why

class part_weeder {
public:
    explicit part_weeder(analysis_state& state) : state_(state) {}

    void weed(condition_id root) {
        std::vector<condition_id> open{root};
        while (!open.empty()) {
            const condition_id id = open.back();
            open.pop_back();
            const condition& c = state_.rules.conditions[id];
            if (!has_members(c) || state_.is_reported(id) || state_.is_cut(state_.of(id)) || !seen_.insert(state_.code.class_of[id]).second) continue;
            std::vector<bool> kept(c.size, true);
            if (c.kind == condition_kind::all || c.kind == condition_kind::any) weed_members(id, c, kept);
            for (std::uint32_t i = c.size; i-- > 0;)
                if (kept[i]) open.push_back(member(c, i));
        }
    }

private:
    [[nodiscard]] condition_id member(const condition& c, std::uint32_t i) const { return state_.rules.condition_children[c.first + i]; }

    /// A member of an `and` as it is needed; of an `or` its opposite, so that both read "all of these".
    [[nodiscard]] literal needed(const condition& c, std::uint32_t i) const {
        const literal l = state_.of(member(c, i));
        return c.kind == condition_kind::all ? l : flipped(l);
    }

    /// Members that some sample shows to be the only one that fails.
    [[nodiscard]] std::vector<bool> decisive(const condition& c) const {
        std::vector<bool> matters(c.size, false);
        for (std::uint32_t block = 0; block < state_.samples.blocks(); ++block) {
            std::uint64_t one = 0, more = 0;
            for (std::uint32_t i = 0; i < c.size; ++i) {
                const std::uint64_t fails = ~state_.samples.word(block, needed(c, i));
                more |= one & fails;
                one |= fails;
            }
            for (std::uint32_t i = 0; i < c.size; ++i)
                if ((~state_.samples.word(block, needed(c, i)) & ~more) != 0) matters[i] = true;
        }
        return matters;
    }

    void weed_members(condition_id id, const condition& c, std::vector<bool>& kept) {
        const std::vector<bool> matters = decisive(c);
        for (std::uint32_t i = c.size; i-- > 0;) {
            if (matters[i] || state_.is_reported(member(c, i)) || state_.gives_up()) continue;
            std::vector<related_place> why;
            if (!follows(c, i, kept, why)) continue;
            kept[i] = false;
            state_.idle_parts.emplace(state_.code.class_of[id], i);
            finding& made = state_.report(finding_kind::part_changes_nothing, state_.rules.conditions[member(c, i)].at);
            made.related = std::move(why);
        }
    }

    bool follows(const condition& c, std::uint32_t i, const std::vector<bool>& kept, std::vector<related_place>& why) {
        state_.begin();
        proof_space& space = state_.space();
        std::vector<sat_literal> asked;
        std::vector<std::uint32_t> members;
        for (std::uint32_t j = 0; j < c.size; ++j) {
            if (j == i || !kept[j]) continue;
            asked.push_back(space.world().of(needed(c, j)));
            members.push_back(j);
        }
        asked.push_back(-space.world().of(needed(c, i)));
        if (state_.ask(asked) != sat_answer::impossible) return false;
        for (const std::size_t at : space.core(asked))
            if (at < members.size() && why.size() < most_places)
                why.push_back({related_kind::says_already, state_.rules.conditions[member(c, members[at])].at});
        return true;
    }

    analysis_state& state_;
    std::set<std::uint32_t> seen_;  // classes
};

}  // namespace

void find_idle_parts(analysis_state& state) {
    part_weeder weeder(state);
    for (const conclusion& x : state.rules.conclusions) {
        for (const clause& c : x.clauses)
            if (!state.idle_clause[state.clause_number(c)]) weeder.weed(c.body);
        state.step();
    }
    for (const fact& f : state.rules.facts)
        if (f.after != nothing) weeder.weed(f.after);
}

}  // namespace advise::engine
