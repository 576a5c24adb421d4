// What is proved about counts and points of random rule bases, against every complete profile.
#include "support/all_profiles.hpp"

#include <advise/engine/analysis.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace advise::tests {
namespace {

using engine::finding_kind;

constexpr std::size_t most_worlds = 1500;
constexpr std::int64_t far_apart = 4;

random_options small_bases() {
    random_options options;
    options.max_facts = 4;
    options.max_completions = 300;
    options.allowed.reset(static_cast<std::size_t>(feature::nasty_names));
    return options;
}

class points_check {
public:
    points_check(const rule_base& model, const engine::rule_base& rules, const engine::analysis& found)
        : rules_(rules), found_(found), all_(model, rules) {}

    void check() {
        for (const engine::finding& f : found_.findings) {
            switch (f.kind) {
            case finding_kind::count_trivial: BOOST_TEST(is_the_list(f)); break;
            case finding_kind::evidence_twice: BOOST_TEST(implies(f.at, f.related.front().at)); break;
            case finding_kind::evidence_equal: BOOST_TEST((implies(f.at, f.related.front().at) && implies(f.related.front().at, f.at))); break;
            case finding_kind::points_far_apart:
                BOOST_TEST((greatest(f.about) == std::optional(f.points)));
                BOOST_TEST((greatest(f.other) == f.most));
                BOOST_TEST(f.points * far_apart <= *f.most);
                break;
            case finding_kind::role_never_first: BOOST_TEST(never_first(f.about)); break;
            default: break;
            }
        }
        if (clean()) check_complete();
    }

private:
    /// Nothing constant was found, so nothing was passed over.
    [[nodiscard]] bool clean() const {
        return std::ranges::none_of(found_.findings, [](const engine::finding& f) {
            return f.kind == finding_kind::condition_never || f.kind == finding_kind::condition_always || f.kind == finding_kind::conclusion_never
                   || f.kind == finding_kind::conclusion_without_clauses || f.kind == finding_kind::conclusion_always
                   || f.kind == finding_kind::points_not_reached;
        });
    }

    void check_complete() const {
        std::vector<std::int64_t> reached;
        for (engine::conclusion_id x = 0; x < rules_.conclusions.size(); ++x) {
            if (!rules_.conclusions[x].is_role) continue;
            if (const std::int64_t most = greatest(x).value_or(0); most > 0) reached.push_back(most);
            BOOST_TEST_CONTEXT("role " << rules_.conclusions[x].term) { BOOST_TEST(told(finding_kind::role_never_first, x) == never_first(x)); }
        }
        const bool far = !reached.empty() && *std::ranges::min_element(reached) * far_apart <= *std::ranges::max_element(reached);
        const auto is_far = [](const engine::finding& f) { return f.kind == finding_kind::points_far_apart; };
        BOOST_TEST(std::ranges::count_if(found_.findings, is_far) == (far ? 1 : 0));
    }

    [[nodiscard]] bool told(finding_kind kind, engine::conclusion_id x) const {
        return std::ranges::any_of(found_.findings, [&](const engine::finding& f) { return f.kind == kind && f.about == x; });
    }

    [[nodiscard]] bool never_first(engine::conclusion_id x) const {
        bool holds = false;
        for (const certain_world& w : all_.worlds()) {
            if (!w.conclusions[x]) continue;
            holds = true;
            bool beaten = false;
            for (engine::conclusion_id y = 0; y < rules_.conclusions.size(); ++y)
                beaten = beaten || (rules_.conclusions[y].is_role && w.conclusions[y] && w.points[y] > w.points[x]);
            if (!beaten) return false;
        }
        return holds;
    }

    [[nodiscard]] std::optional<std::int64_t> greatest(engine::conclusion_id x) const {
        std::optional<std::int64_t> most;
        for (const certain_world& w : all_.worlds())
            if (w.conclusions[x]) most = std::max(most, std::optional<std::int64_t>(w.points[x]));
        return most;
    }

    [[nodiscard]] const engine::clause& clause_at(const engine::origin& at) const {
        return *std::ranges::find_if(rules_.clauses, [&](const engine::clause& c) { return c.at == at; });
    }
    [[nodiscard]] bool implies(const engine::origin& one, const engine::origin& other) const {
        const engine::condition_id a = clause_at(one).body, b = clause_at(other).body;
        return std::ranges::none_of(all_.worlds(), [&](const certain_world& w) { return w.conditions[a] && !w.conditions[b]; });
    }

    [[nodiscard]] bool is_the_list(const engine::finding& f) const {
        for (engine::condition_id id = 0; id < rules_.conditions.size(); ++id) {
            const engine::condition& c = rules_.conditions[id];
            if (c.kind != engine::condition_kind::count || !(c.at == f.at)) continue;
            return std::ranges::all_of(all_.worlds(), [&](const certain_world& w) { return w.conditions[id] == list_holds(f.list, c, w); });
        }
        return false;
    }
    [[nodiscard]] bool list_holds(engine::list_kind list, const engine::condition& c, const certain_world& w) const {
        std::uint32_t holding = 0;
        for (std::uint32_t i = 0; i < c.size; ++i) holding += w.conditions[rules_.condition_children[c.first + i]] ? 1 : 0;
        return list == engine::list_kind::all ? holding == c.size : list == engine::list_kind::any ? holding != 0 : holding == 0;
    }

    const engine::rule_base& rules_;
    const engine::analysis& found_;
    all_profiles all_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(proofs_about_points)

BOOST_AUTO_TEST_CASE(what_is_said_of_points_and_counts_is_true_of_every_profile) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1);
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 4;
    std::map<finding_kind, std::size_t> seen;
    for (std::uint64_t i = 0; i < bases; ++i) {
        const random_case made = make_random_case(seed * 1'000'033 + i, 0, small_bases());
        const std::string text = print_rules(made.base);
        const loaded base = load(text);
        if (base.found.has_errors()) continue;
        if (count_completions(possible_values(made.base, {}, sampling::every), most_worlds) > most_worlds) continue;
        BOOST_TEST_CONTEXT("base " << i << " of seed " << seed << "\n" << text) {
            const engine::analysis found = engine::analyse(*base.code);
            for (const engine::finding& f : found.findings) ++seen[f.kind];
            points_check(made.base, *base.rules, found).check();
        }
    }
    for (const finding_kind kind :
         {finding_kind::count_trivial, finding_kind::evidence_equal, finding_kind::points_far_apart, finding_kind::role_never_first})
        BOOST_TEST(seen[kind] > 0U, "no finding of kind " << static_cast<int>(kind));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
