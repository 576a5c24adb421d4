// Comparisons against the slow truth: every completion, and every change of one and of two facts.
#include "support/bridge.hpp"
#include "support/changes.hpp"

#include <advise/engine/compare.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <tuple>

namespace advise::tests {
namespace {

using values = std::vector<std::vector<value>>;

struct range_of_points {
    std::int64_t low = INT64_MAX, high = INT64_MIN;
    void take(std::int64_t p) { low = std::min(low, p), high = std::max(high, p); }
};

/// What is true of two conclusions when the facts may have these values.
struct outlook {
    range_of_points first, second, gap;
    std::size_t first_holds = 0, second_holds = 0, all = 0;

    [[nodiscard]] bool second_before(bool declared_first) const
    {
        const auto truth = [&](std::size_t n) { return n == all ? 2 : n == 0 ? 0 : 1; };
        const auto a = std::tuple(truth(first_holds), first.low, first.high), b = std::tuple(truth(second_holds), second.low, second.high);
        return a == b ? declared_first : a < b;
    }
};

outlook look(const rule_base& model, std::size_t first, std::size_t second, const values& possible)
{
    outlook made;
    std::vector<std::size_t> digits(possible.size(), 0);
    completion facts;
    for (const auto& each : possible) facts.push_back(each.front());
    for (;;) {
        const std::vector<outcome> now = evaluate(model, facts);
        made.first.take(now[first].points), made.second.take(now[second].points), made.gap.take(now[first].points - now[second].points);
        made.first_holds += now[first].holds ? 1U : 0U, made.second_holds += now[second].holds ? 1U : 0U, ++made.all;
        std::size_t i = 0;
        for (; i < possible.size(); ++i) {
            digits[i] = (digits[i] + 1) % possible[i].size();
            facts[i] = possible[i][digits[i]];
            if (digits[i] != 0) break;
        }
        if (i == possible.size()) return made;
    }
}

bool gains(const outlook& then, const outlook& now)
{
    const auto truth = [](const outlook& o) { return o.second_holds == o.all ? 2 : o.second_holds == 0 ? 0 : 1; };
    return truth(then) > truth(now) || then.second.low > now.second.low || then.second.high > now.second.high;
}

bool fits(const outlook& then, const outlook&) { return then.second_holds == then.all; }
using wish = bool (*)(const outlook& then, const outlook& now);

/// Whether some change of exactly so many facts puts the second before the first and does what is wished.
bool may(wish wished, const rule_base& model, std::size_t first, std::size_t second, bool declared_first, const outlook& now, values possible, const values& free, std::size_t from, std::size_t left)
{
    if (left == 0) {
        const outlook then = look(model, first, second, possible);
        return then.second_before(declared_first) && wished(then, now);
    }
    for (std::size_t f = from; f < possible.size(); ++f) {
        const std::vector<value> before = possible[f];
        for (const value v : free[f]) {
            if (before == std::vector<value>{v}) continue;
            possible[f] = {v};
            if (may(wished, model, first, second, declared_first, now, possible, free, f + 1, left - 1)) return true;
        }
        possible[f] = before;
    }
    return false;
}

/// The fewest facts whose values, one each, put the second before the first; more than `most` where there are not so few.
std::size_t smallest(const rule_base& model, std::size_t first, std::size_t second, bool declared_first, values possible, const values& free, std::size_t from, std::size_t most)
{
    if (look(model, first, second, possible).second_before(declared_first)) return 0;
    std::size_t best = most + 1;
    for (std::size_t f = from; most > 0 && f < possible.size() && best > 1; ++f) {
        const std::vector<value> before = possible[f];
        for (const value v : free[f]) {
            if (before == std::vector<value>{v}) continue;
            possible[f] = {v};
            best = std::min(best, 1 + smallest(model, first, second, declared_first, possible, free, f + 1, most - 1));
        }
        possible[f] = before;
    }
    return best;
}

void check(const rule_base& model, const profile& known, const loaded& base, const person& who, std::size_t& swaps, std::size_t& losses)
{
    const correspondence names = match(model, *base.rules);
    const values possible = possible_values(model, known), free = possible_values(model, {});
    if (names.conclusion_of.size() < 2 || count_completions(free, 400) > 400) return;
    const auto [first, a] = *names.conclusion_of.begin();
    const auto [second, b] = *names.conclusion_of.rbegin();
    engine::compare_options asked;
    asked.gain = true;
    const engine::comparison found = engine::compare(*base.code, who.facts, a, b, asked);
    const outlook truth = look(model, first, second, possible);
    BOOST_TEST((found.gap_exact && found.gap.low == truth.gap.low && found.gap.high == truth.gap.high));
    engine::points_interval sum;
    for (const engine::ledger_line& line : found.ledger) sum.low += line.gives.low, sum.high += line.gives.high;
    BOOST_TEST((sum.low <= found.gap.low && sum.high >= found.gap.high));
    const bool open = std::ranges::any_of(found.ledger, [](const auto& line) { return line.gives.low != line.gives.high; });
    if (!open) BOOST_TEST((sum == found.gap));
    BOOST_TEST(found.second_is_before == truth.second_before(b < a));

    BOOST_TEST(found.swap_exact);
    constexpr std::size_t most = 2;
    const std::size_t least = smallest(model, first, second, b < a, possible, free, 0, most);
    if (least <= most) {
        BOOST_REQUIRE(found.swap.has_value());
        BOOST_TEST(found.swap->size() == least);
    }
    if (!found.swap) return;
    BOOST_TEST((found.swap->size() >= least));
    values changed = possible;
    for (const engine::changed_fact& c : *found.swap) {
        BOOST_TEST(c.to.decided());
        changed[names.fact_of[c.fact]] = {changed_value(*base.rules, c)};
        BOOST_TEST((changed[names.fact_of[c.fact]] != possible[names.fact_of[c.fact]]));
    }
    const outlook then = look(model, first, second, changed);
    BOOST_TEST(then.second_before(b < a));
    if (least > 0 && least <= most) BOOST_TEST(gains(then, truth) == may(gains, model, first, second, b < a, truth, possible, free, 0, least));
    ++swaps;
    const auto fewest = [&](wish wished) {
        std::size_t n = 1;
        while (n <= most && !may(wished, model, first, second, b < a, truth, possible, free, 0, n)) ++n;
        return n;
    };
    if (!found.gain) {
        if (least > 0 && !fits(then, truth)) BOOST_TEST(fewest(fits) > most);
        if (least > 0 && !gains(then, truth) && !fits(then, truth)) BOOST_TEST(fewest(gains) > most);
        return;
    }
    BOOST_TEST((least > 0 && (!fits(then, truth) || !gains(then, truth))));
    ++losses;
    changed = possible;
    for (const engine::changed_fact& c : *found.gain) changed[names.fact_of[c.fact]] = {changed_value(*base.rules, c)};
    const outlook gained = look(model, first, second, changed);
    const wish wished = !fits(then, truth) && fits(gained, truth) ? fits : gains;
    BOOST_TEST((gained.second_before(b < a) && wished(gained, truth)));
    if (wished == gains && !fits(then, truth)) BOOST_TEST((fewest(fits) > most && !gains(then, truth)));
    BOOST_TEST((found.gain->size() == fewest(wished) || (fewest(wished) > most && found.gain->size() > most)));
}

}  // namespace

BOOST_AUTO_TEST_CASE(comparisons_agree_with_every_change_tried_out)
{
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 4, first = from_environment("ADVISE_RANDOM_SEED", 1) * 1'000'000;
    std::size_t swaps = 0, losses = 0;
    for_each_case(first, bases, [&](const random_case& made, const loaded& base, const person& who) { check(made.base, made.profiles[0], base, who, swaps, losses); });
    BOOST_TEST_MESSAGE(swaps << " swaps");
    BOOST_TEST(swaps > bases / 10);
    BOOST_TEST(losses > bases / 100);
}

}  // namespace advise::tests
