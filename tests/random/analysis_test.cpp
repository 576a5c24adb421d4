// What is proved about random rule bases, against every complete profile: all that is reported is true, and what is true is reported.
#include "support/all_profiles.hpp"
#include "support/random_learner.hpp"

#include <advise/engine/analysis.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

namespace advise::tests {
namespace {

using engine::finding_kind;
using grammar::ast::claim_kind;

random_options small_bases() {
    random_options options;
    options.max_facts = 4;
    options.max_completions = 300;
    options.allowed.reset(static_cast<std::size_t>(feature::nasty_names));
    return options;
}

constexpr std::size_t most_worlds = 1500;

std::string quoted(const std::string& term) { return '"' + term + '"'; }

/// Claims about whatever there is, true ones and false ones.
std::string random_claims(rng& random, const engine::rule_base& rules) {
    std::string text;
    if (rules.facts.empty() || rules.conclusions.empty()) return text;
    const auto conclusion = [&] { return quoted(std::string(rules.conclusions[random.below(rules.conclusions.size())].term)); };
    for (int i = 0; i < 4; ++i) {
        const engine::fact& f = rules.facts[random.below(rules.facts.size())];
        const bool choice = f.type == engine::fact_type::one_of || f.type == engine::fact_type::any_of;
        text += "claim never " + conclusion() + " and " + conclusion() + "\n";
        text += "claim always " + conclusion() + " or not " + conclusion() + "\n";
        text += "claim " + conclusion() + " ignores " + quoted(f.term) + "\n";
        if (!choice) text += "claim more " + quoted(f.term) + " never hurts " + conclusion() + "\n";
    }
    return text;
}

class analysis_check {
public:
    analysis_check(const rule_base& model, const engine::rule_base& rules, const engine::analysis& found)
        : rules_(rules), found_(found), all_(model, rules), parents_(rules.conditions.size(), engine::nothing) {
        for (engine::condition_id c = 0; c < rules.conditions.size(); ++c)
            for (std::uint32_t i = 0; has_members(c) && i < rules.conditions[c].size; ++i)
                parents_[rules.condition_children[rules.conditions[c].first + i]] = c;
        for (engine::conclusion_id x = 0; x < rules.conclusions.size(); ++x)
            for (const engine::clause& c : rules.conclusions[x].clauses) mark_conclusion(c.body, x);
        for (const engine::fact& f : rules.facts)
            if (f.after != engine::nothing) mark_conclusion(f.after, engine::nothing);
        for (const engine::finding& f : found.findings) take(f);
    }

    void check() {
        BOOST_TEST(found_.undecided == 0U);
        check_claims();
        check_conditions();
        check_conclusions();
        check_clauses();
        check_parts();
        check_equivalents();
        check_facts();
    }

private:
    [[nodiscard]] bool has_members(engine::condition_id c) const {
        const engine::condition_kind kind = rules_.conditions[c].kind;
        return kind != engine::condition_kind::test && kind != engine::condition_kind::conclusion;
    }
    [[nodiscard]] std::vector<engine::condition_id> members(engine::condition_id c) const {
        if (!has_members(c)) return {};
        const auto first = rules_.condition_children.begin() + rules_.conditions[c].first;
        return {first, first + rules_.conditions[c].size};
    }
    void mark_conclusion(engine::condition_id c, engine::conclusion_id x) {
        clause_of_[c] = x;
        for (const engine::condition_id m : members(c)) mark_conclusion(m, x);
    }

    void take(const engine::finding& f) {
        switch (f.kind) {
        case finding_kind::condition_never: never_.push_back(f.at); break;
        case finding_kind::condition_always: always_.push_back(f.at); break;
        case finding_kind::part_changes_nothing: idle_parts_.push_back(f.at); break;
        case finding_kind::conclusion_never:
        case finding_kind::conclusion_without_clauses: constant_[f.about] = false; break;
        case finding_kind::conclusion_always: constant_[f.about] = true; break;
        case finding_kind::points_not_reached: points_.insert(f.about); break;
        case finding_kind::equivalent: same_.emplace(f.other, f.about); break;
        case finding_kind::fact_unused:
        case finding_kind::fact_without_influence: idle_facts_.insert(f.fact); break;
        case finding_kind::clause_changes_nothing: take_clause(f); break;
        case finding_kind::points_change_nothing: take_need(f); break;
        case finding_kind::claim_refuted: refuted_[f.claim] = &f; break;
        case finding_kind::claim_undecided: break;
        default: break;  // analysis_points_test.cpp
        }
    }
    void take_clause(const engine::finding& f) {
        for (const engine::clause& c : rules_.conclusions[f.about].clauses)
            if (c.at == f.at) idle_[f.about].clauses.insert(&c);
    }
    void take_need(const engine::finding& f) {
        for (const engine::points_requirement& need : rules_.conclusions[f.about].needs())
            if (need.at == f.at) idle_[f.about].needs.insert(&need);
    }

    // ---- claims

    void check_claims() {
        for (std::size_t i = 0; i < rules_.claims.size(); ++i) {
            const engine::claim& c = rules_.claims[i];
            const auto fewest = c.about == engine::nothing ? broken_by_one(c) : broken_by_two(c);
            BOOST_TEST_CONTEXT("claim " << i) {
                BOOST_TEST(refuted_.contains(i) == fewest.has_value());
                if (fewest && refuted_.contains(i)) check_witness(c, *refuted_.at(i)->witness, *fewest);
            }
        }
        BOOST_TEST(found_.claims_proved == rules_.claims.size() - refuted_.size());
    }

    [[nodiscard]] bool breaks(const engine::claim& c, const certain_world& w) const { return w.conditions[c.body] == (c.kind == claim_kind::never); }
    [[nodiscard]] bool breaks(const engine::claim& c, const certain_world& low, const certain_world& high) const {
        const bool worse = (low.conclusions[c.about] && !high.conclusions[c.about]) || low.points[c.about] > high.points[c.about];
        const bool better = (!low.conclusions[c.about] && high.conclusions[c.about]) || low.points[c.about] < high.points[c.about];
        return worse || (c.kind == claim_kind::ignores && better);
    }
    [[nodiscard]] bool higher(const engine::claim& c, value low, value high) const {
        return rules_.facts[c.fact].type == engine::fact_type::any_of ? (high & ~low) != 0 : high > low;
    }

    [[nodiscard]] std::optional<std::size_t> broken_by_one(const engine::claim& c) const {
        std::optional<std::size_t> fewest;
        for (const certain_world& w : all_.worlds())
            if (breaks(c, w)) fewest = std::min(fewest.value_or(1000), all_.away_from_lowest(w));
        return fewest;
    }
    [[nodiscard]] std::optional<std::size_t> broken_by_two(const engine::claim& c) const {
        std::optional<std::size_t> fewest;
        for (std::size_t i = 0; i < all_.worlds().size(); ++i)
            for (std::size_t v = 0; v < all_.values(c.fact).size(); ++v) {
                const certain_world &low = all_.worlds()[i], &high = all_.worlds()[all_.moved(i, c.fact, v)];
                if (higher(c, low.facts[c.fact], high.facts[c.fact]) && breaks(c, low, high))
                    fewest = std::min(fewest.value_or(1000), all_.away_from_lowest(low));
            }
        return fewest;
    }

    void check_witness(const engine::claim& c, const engine::claim_witness& shown, std::size_t fewest) {
        std::vector<value> facts;
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) facts.push_back(all_.values(f).front());
        std::size_t away = 0;
        for (const auto& [f, v] : shown.first) {
            const value is = value_of(rules_, f, v);
            away += is != facts[f] ? 1U : 0U;
            facts[f] = is;
        }
        const certain_world first = all_.evaluate(facts);
        BOOST_TEST(shown.smallest);
        BOOST_TEST(away == fewest);
        if (!shown.second) {
            BOOST_TEST(breaks(c, first));
            return;
        }
        facts[c.fact] = value_of(rules_, c.fact, *shown.second);
        const certain_world second = all_.evaluate(facts);
        BOOST_TEST(breaks(c, first, second));
        BOOST_TEST(shown.outcome.points == first.points[c.about]);
        BOOST_TEST(shown.second_outcome.points == second.points[c.about]);
        BOOST_TEST(shown.outcome.holds == first.conclusions[c.about]);
        BOOST_TEST(shown.second_outcome.holds == second.conclusions[c.about]);
    }

    // ---- what never or always holds

    [[nodiscard]] std::optional<bool> constant(engine::condition_id c) const {
        const bool first = all_.worlds().front().conditions[c];
        for (const certain_world& w : all_.worlds())
            if (w.conditions[c] != first) return std::nullopt;
        return first;
    }
    [[nodiscard]] static bool among(const std::vector<engine::origin>& places, const engine::origin& at) {
        return std::ranges::find(places, at) != places.end();
    }
    [[nodiscard]] bool alike(engine::condition_id a, engine::condition_id b) const {
        const engine::condition &x = rules_.conditions[a], &y = rules_.conditions[b];
        if (x.kind != y.kind || x.op != y.op || x.subject != y.subject || x.size != y.size || x.least() != y.least() || x.most() != y.most()
            || x.is_range != y.is_range)
            return false;
        for (std::uint32_t i = 0; x.kind == engine::condition_kind::test && i < x.size; ++i)
            if (rules_.test_values[x.first + i] != rules_.test_values[y.first + i]) return false;
        for (std::uint32_t i = 0; i < members(a).size(); ++i)
            if (!alike(members(a)[i], members(b)[i])) return false;
        return true;
    }
    /// Whether this condition, or an equal one, is reported as constant.
    [[nodiscard]] bool reported(engine::condition_id c) const {
        for (engine::condition_id other = 0; other < rules_.conditions.size(); ++other)
            if ((among(never_, rules_.conditions[other].at) || among(always_, rules_.conditions[other].at)) && alike(c, other)) return true;
        return false;
    }
    /// Whether something that a condition or conclusion rests on is reported as constant.
    [[nodiscard]] bool tainted(engine::condition_id c) const {
        if (reported(c)) return true;
        if (rules_.conditions[c].kind == engine::condition_kind::conclusion) return tainted_conclusion(rules_.conditions[c].subject);
        return std::ranges::any_of(members(c), [&](engine::condition_id m) { return tainted(m); });
    }
    [[nodiscard]] bool tainted_conclusion(engine::conclusion_id x) const {
        return constant_.contains(x) || points_.contains(x)
               || std::ranges::any_of(rules_.conclusions[x].clauses, [&](const engine::clause& c) { return tainted(c.body); });
    }
    [[nodiscard]] bool inside_reported(engine::condition_id c) const {
        for (; c != engine::nothing; c = parents_[c])
            if (reported(c)) return true;
        return false;
    }

    void check_conditions() {
        for (engine::condition_id c = 0; c < rules_.conditions.size(); ++c) {
            const engine::condition& is = rules_.conditions[c];
            if (!clause_of_.contains(c) || is.kind == engine::condition_kind::conclusion) continue;
            const std::optional<bool> now = constant(c);
            BOOST_TEST_CONTEXT("condition " << rules_.place_of(is.at).file->text(is.at.where)) {
                if (!now) BOOST_TEST(!(reported(c)));
                else BOOST_TEST((inside_reported(c) || tainted(c)));
            }
        }
        for (const engine::origin& at : never_) BOOST_TEST(reported_truth(at, false));
        for (const engine::origin& at : always_) BOOST_TEST(reported_truth(at, true));
    }
    [[nodiscard]] bool reported_truth(const engine::origin& at, bool wanted) const {
        for (engine::condition_id c = 0; c < rules_.conditions.size(); ++c)
            if (rules_.conditions[c].at == at && constant(c) == wanted) return true;
        return false;
    }

    void check_conclusions() {
        for (engine::conclusion_id x = 0; x < rules_.conclusions.size(); ++x) {
            std::size_t holding = 0;
            std::int64_t most = -1'000'000;
            for (const certain_world& w : all_.worlds()) {
                holding += w.conclusions[x] ? 1U : 0U;
                most = std::max(most, w.points[x]);
            }
            const bool never = holding == 0, always = holding == all_.worlds().size();
            BOOST_TEST_CONTEXT("conclusion " << rules_.conclusions[x].term) {
                if (constant_.contains(x)) BOOST_TEST((constant_.at(x) ? always : never));
                if (never || always) BOOST_TEST(tainted_conclusion(x));
                for (const engine::finding& f : found_.findings)
                    if (f.kind == finding_kind::points_not_reached && f.about == x) {
                        BOOST_TEST(f.points > most);
                        BOOST_TEST(f.most.value_or(most) == most);
                    }
            }
        }
    }

    // ---- what changes nothing

    [[nodiscard]] bool same_without(engine::conclusion_id x, const left_out& away) const {
        return std::ranges::all_of(all_.worlds(), [&](const certain_world& w) { return all_.holds_without(x, w, away) == w.conclusions[x]; });
    }

    void check_clauses() {
        for (engine::conclusion_id x = 0; x < rules_.conclusions.size(); ++x) {
            const left_out idle = idle_.contains(x) ? idle_.at(x) : left_out{};
            BOOST_TEST_CONTEXT("clauses of " << rules_.conclusions[x].term) {
                BOOST_TEST(same_without(x, idle));
                if (tainted_conclusion(x)) continue;
                for (const engine::clause& c : rules_.conclusions[x].clauses) {
                    if (idle.clauses.contains(&c) || c.kind == engine::clause_kind::evidence) continue;
                    left_out more = idle;
                    more.clauses.insert(&c);
                    BOOST_TEST(!(same_without(x, more)));
                }
            }
        }
    }

    /// The members of a condition without those that are reported, and without one more.
    [[nodiscard]] bool same_without_parts(engine::condition_id parent, engine::condition_id another) const {
        const bool all = rules_.conditions[parent].kind == engine::condition_kind::all;
        return std::ranges::all_of(all_.worlds(), [&](const certain_world& w) {
            bool holds = all;
            for (const engine::condition_id m : members(parent)) {
                if (m == another || among(idle_parts_, rules_.conditions[m].at)) continue;
                holds = all ? holds && w.conditions[m] : holds || w.conditions[m];
            }
            return holds == w.conditions[parent];
        });
    }

    void check_parts() {
        for (engine::condition_id c = 0; c < rules_.conditions.size(); ++c) {
            const engine::condition& is = rules_.conditions[c];
            if (!clause_of_.contains(c) || (is.kind != engine::condition_kind::all && is.kind != engine::condition_kind::any)) continue;
            BOOST_TEST_CONTEXT("parts of " << rules_.place_of(is.at).file->text(is.at.where)) {
                if (has_idle_part(c)) BOOST_TEST(same_without_parts(c, engine::nothing));
                if (told_elsewhere(c) || tainted(c) || inside_reported(c) || constant_.contains(clause_of_.at(c)) || in_idle(c)) continue;
                for (const engine::condition_id m : members(c))
                    if (!among(idle_parts_, rules_.conditions[m].at)) BOOST_TEST(!(same_without_parts(c, m)));
            }
        }
    }
    [[nodiscard]] bool has_idle_part(engine::condition_id c) const {
        return std::ranges::any_of(members(c), [&](engine::condition_id m) { return among(idle_parts_, rules_.conditions[m].at); });
    }
    /// Of equal conditions one is looked at.
    [[nodiscard]] bool told_elsewhere(engine::condition_id c) const {
        for (engine::condition_id other = 0; other < rules_.conditions.size(); ++other)
            if (other != c && clause_of_.contains(other) && alike(other, c) && (has_idle_part(other) || in_idle(other))) return true;
        return false;
    }
    /// Inside a clause or part that is reported as idle.
    [[nodiscard]] bool in_idle(engine::condition_id c) const {
        const auto idle = idle_.find(clause_of_.at(c));
        for (; c != engine::nothing; c = parents_[c]) {
            if (among(idle_parts_, rules_.conditions[c].at)) return true;
            if (idle != idle_.end() && std::ranges::any_of(idle->second.clauses, [&](const engine::clause* each) { return each->body == c; }))
                return true;
        }
        return false;
    }

    // ---- what is the same, and what does not matter

    void check_equivalents() {
        for (engine::conclusion_id a = 0; a < rules_.conclusions.size(); ++a)
            for (engine::conclusion_id b = a + 1; b < rules_.conclusions.size(); ++b) {
                if (rules_.conclusions[a].is_role != rules_.conclusions[b].is_role) continue;
                const bool roles = rules_.conclusions[a].is_role;
                const bool same = std::ranges::all_of(all_.worlds(), [&](const certain_world& w) {
                    return w.conclusions[a] == w.conclusions[b] && (!roles || w.points[a] == w.points[b]);
                });
                BOOST_TEST_CONTEXT(rules_.conclusions[a].term << " and " << rules_.conclusions[b].term) {
                    if (same_.contains({a, b})) BOOST_TEST(same);
                    const bool told = std::ranges::any_of(same_, [&](const auto& pair) { return pair.second == b; });
                    if (same && !tainted_conclusion(a) && !tainted_conclusion(b)) BOOST_TEST(told);
                }
            }
    }

    [[nodiscard]] bool an_after_asks_for(engine::fact_id f) const {
        return std::ranges::any_of(clause_of_, [&](const auto& one) {
            const engine::condition& c = rules_.conditions[one.first];
            return one.second == engine::nothing && c.kind == engine::condition_kind::test && c.subject == f;
        });
    }

    void check_facts() {
        const bool clean = !rules_.conclusions.empty() && never_.empty() && always_.empty() && idle_parts_.empty() && constant_.empty()
                           && points_.empty() && idle_.empty();
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) {
            bool matters = false;
            for (std::size_t i = 0; i < all_.worlds().size() && !matters; ++i) {
                const certain_world &here = all_.worlds()[i], &there = all_.worlds()[all_.moved(i, f, 0)];
                matters = here.conclusions != there.conclusions || here.points != there.points;
            }
            BOOST_TEST_CONTEXT("fact " << rules_.facts[f].term) {
                if (idle_facts_.contains(f)) BOOST_TEST(!matters);
                if (clean && !matters && rules_.facts[f].after == engine::nothing && !an_after_asks_for(f)) BOOST_TEST(idle_facts_.contains(f));
            }
        }
    }

    const engine::rule_base& rules_;
    const engine::analysis& found_;
    all_profiles all_;
    std::vector<engine::condition_id> parents_;
    std::map<engine::condition_id, engine::conclusion_id> clause_of_;  // of conditions that stand in clauses; `nothing` of those in `after`s
    std::vector<engine::origin> never_, always_, idle_parts_;
    std::map<engine::conclusion_id, bool> constant_;
    std::set<engine::conclusion_id> points_;
    std::set<std::pair<engine::conclusion_id, engine::conclusion_id>> same_;
    std::set<engine::fact_id> idle_facts_;
    std::map<engine::conclusion_id, left_out> idle_;
    std::map<std::size_t, const engine::finding*> refuted_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(proofs_about_rule_bases)

BOOST_AUTO_TEST_CASE(what_is_reported_is_true_and_what_is_true_is_reported) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1);
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 8;
    std::map<finding_kind, std::size_t> seen;
    for (std::uint64_t i = 0; i < bases; ++i) {
        rng random(seed * 1'000'003 + i);
        random_case made = make_random_case(seed * 1'000'003 + i, 0, small_bases());
        if (i % 2 == 0) make_learnable(random, made.base, small_bases());
        const std::string text = print_rules(made.base);
        const loaded plain = load(text);
        if (plain.found.has_errors()) continue;
        if (count_completions(possible_values(made.base, {}, sampling::every), most_worlds) > most_worlds) continue;
        const std::string with_claims = text + "\n" + random_claims(random, *plain.rules);
        const loaded base = load(with_claims);
        BOOST_TEST_CONTEXT("base " << i << " of seed " << seed << "\n" << with_claims << told(base.found)) {
            BOOST_TEST_REQUIRE(!base.found.has_errors());
            const engine::analysis found = engine::analyse(*base.code);
            for (const engine::finding& f : found.findings) ++seen[f.kind];
            analysis_check(made.base, *base.rules, found).check();
        }
    }
    for (int kind = 0; kind <= static_cast<int>(finding_kind::fact_without_influence); ++kind)
        if (kind != static_cast<int>(finding_kind::claim_undecided))
            BOOST_TEST(seen[static_cast<finding_kind>(kind)] > 0U, "no finding of kind " << kind);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
