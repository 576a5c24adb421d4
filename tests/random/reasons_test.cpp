// Minimal reasons against the slow truth: every part of every profile tried out.
#include "support/bridge.hpp"
#include "support/changes.hpp"

#include <advise/engine/reasons.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <bit>

namespace advise::tests {
namespace {

using values = std::vector<std::vector<value>>;

verdict verdict_in(const rule_base& model, std::size_t about, const values& possible)
{
    std::size_t holding = 0, all = 0;
    std::vector<std::size_t> digits(possible.size(), 0);
    completion facts;
    for (const auto& each : possible) facts.push_back(each.front());
    for (;;) {
        ++all;
        holding += evaluate(model, facts)[about].holds ? 1U : 0U;
        std::size_t i = 0;
        for (; i < possible.size(); ++i) {
            digits[i] = (digits[i] + 1) % possible[i].size();
            facts[i] = possible[i][digits[i]];
            if (digits[i] != 0) break;
        }
        if (i == possible.size()) break;
    }
    return holding == all ? verdict::yes : holding == 0 ? verdict::no : verdict::unknown;
}

/// The truth about one conclusion of one profile: what every part of the profile forces.
class parts {
public:
    parts(const rule_base& model, const profile& known, const correspondence& names, std::size_t about)
        : model_(model), about_(about), known_(possible_values(model, known)), free_(possible_values(model, {}))
    {
        for (std::size_t i = 0; i < model.facts.size(); ++i)
            if (known_[i] != free_[i] && names.engine_fact_of.contains(i)) constrained_.push_back(i);
        std::ranges::sort(constrained_, {}, [&](std::size_t i) { return names.engine_fact_of.at(i); });
        now_ = verdict_in(model, about, known_);
    }

    [[nodiscard]] bool tractable() const { return constrained_.size() <= 6 && count_completions(free_, 700) <= 700; }
    [[nodiscard]] verdict now() const { return now_; }

    using subset = std::vector<std::size_t>;        // model facts, in the engine's order
    [[nodiscard]] std::vector<subset> minimal_sufficient() const { return minimal([&](std::size_t mask) { return forced_by(mask); }); }
    [[nodiscard]] std::vector<subset> minimal_changes() const
    {
        const std::size_t all = (std::size_t{1} << constrained_.size()) - 1;
        return minimal([&](std::size_t mask) { return !forced_by(all & ~mask); });
    }

    /// The verdict when some facts have these values and everything else is as the profile says.
    [[nodiscard]] verdict verdict_with(const std::vector<std::pair<std::size_t, value>>& changed) const
    {
        values possible = known_;
        for (const auto& [fact, v] : changed) possible[fact] = {v};
        return verdict_in(model_, about_, possible);
    }

private:
    [[nodiscard]] bool forced_by(std::size_t mask) const
    {
        values possible = free_;
        for (std::size_t i = 0; i < constrained_.size(); ++i)
            if ((mask >> i & 1) != 0) possible[constrained_[i]] = known_[constrained_[i]];
        return verdict_in(model_, about_, possible) == now_;
    }

    template <class Member>
    [[nodiscard]] std::vector<subset> minimal(const Member& member) const
    {
        std::vector<std::size_t> masks, found;
        for (std::size_t mask = 0; mask < std::size_t{1} << constrained_.size(); ++mask) masks.push_back(mask);
        std::ranges::stable_sort(masks, {}, [](std::size_t m) { return std::popcount(m); });
        for (const std::size_t mask : masks)
            if (std::ranges::none_of(found, [&](std::size_t f) { return (f & mask) == f; }) && member(mask)) found.push_back(mask);
        std::vector<std::vector<std::size_t>> indices;
        for (const std::size_t mask : found) {
            indices.emplace_back();
            for (std::size_t i = 0; i < constrained_.size(); ++i)
                if ((mask >> i & 1) != 0) indices.back().push_back(i);
        }
        std::ranges::sort(indices, [](const auto& a, const auto& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
        for (auto& each : indices)
            for (std::size_t& i : each) i = constrained_[i];
        return indices;
    }

    const rule_base& model_;
    std::size_t about_;
    values known_, free_;
    std::vector<std::size_t> constrained_;
    verdict now_;
};

void check(const rule_base& model, const profile& known, const loaded& base, const person& who, std::size_t& looked_at)
{
    const correspondence names = match(model, *base.rules);
    for (const auto& [index, id] : names.conclusion_of) {
        const parts truth(model, known, names, index);
        if (!truth.tractable()) return;
        ++looked_at;
        engine::reasons_options all;
        all.most = 1000;
        const engine::minimal_reasons found = engine::reasons_of(*base.code, who.facts, id, all);
        if (truth.now() == verdict::unknown) {
            BOOST_TEST((found.sufficient.empty() && found.changes.empty()));
            continue;
        }
        BOOST_TEST((found.all_sufficient && found.all_changes));
        std::vector<parts::subset> sufficient, changes;
        for (const auto& s : found.sufficient) {
            sufficient.emplace_back();
            for (const engine::fact_id f : s) sufficient.back().push_back(names.fact_of[f]);
        }
        for (const engine::change_set& c : found.changes) {
            std::vector<std::pair<std::size_t, value>> changed;
            changes.emplace_back();
            for (const engine::changed_fact& needed : c.facts) {
                BOOST_TEST(needed.to.decided());
                changes.back().push_back(names.fact_of[needed.fact]);
                changed.emplace_back(names.fact_of[needed.fact], changed_value(*base.rules, needed));
            }
            const verdict then = truth.verdict_with(changed);
            BOOST_TEST((then != truth.now()));
            BOOST_TEST(static_cast<int>(then) == static_cast<int>(c.then));
        }
        BOOST_TEST((sufficient == truth.minimal_sufficient()), "sufficient sets of " << model.conclusions[index].term);
        BOOST_TEST((changes == truth.minimal_changes()), "sets to change of " << model.conclusions[index].term);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(minimal_reasons_agree_with_every_part_tried_out)
{
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 5, first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000;
    std::size_t looked_at = 0;
    for_each_case(first, bases, [&](const random_case& made, const loaded& base, const person& who) { check(made.base, made.profiles[0], base, who, looked_at); });
    BOOST_TEST_MESSAGE(looked_at << " conclusions");
    BOOST_TEST(looked_at > bases / 5);
}

}  // namespace advise::tests
