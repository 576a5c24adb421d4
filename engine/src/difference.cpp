#include "difference_concepts.hpp"
#include "difference_search.hpp"
#include "kleene.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

namespace advise::engine {
namespace {

/// Pairs of roles in another order that are asked about.
constexpr std::size_t most_pairs = 200;

/// Of the work that the whole comparison may cost the part that concepts get: roles are the answer, and come short of nothing.
constexpr std::uint64_t share_of_concepts = 4;

constexpr advice_change verdict_changes[] = {advice_change::gains, advice_change::loses};
constexpr advice_change points_changes[] = {advice_change::more_points, advice_change::fewer_points};

class comparer {
public:
    comparer(const program& old_code, const program& new_code, const difference_options& options)
        : options_(options), old_(old_code), new_(new_code) {
        out_.facts = match_facts(old_, new_);
        out_.roles = match_roles(old_.rules, new_.rules, options.allowed);
        concepts_ = match_concepts(old_.rules, new_.rules);
        joint_ = join(old_, new_, out_.facts, subjects());
        cells_.emplace(joint_.code);
        cut_.assign(joint_.code.node_count(), false);
        meter_.conflicts_each = options.conflicts;
    }

    difference run() {
        find_concepts();
        for (std::size_t role = 0; role < out_.roles.size(); ++role)
            if (!out_.roles[role].allowed && !joint_.same(role)) searches_.push_back(search_for({role, in_both(out_.roles[role]), {}}));
        first_of_each();
        all_further(verdict_changes);
        all_further(points_changes);
        find_order_change();
        for (const auto& search : searches_) {
            out_.roles[search->subject()].undecided = search->undecided();
            out_.roles[search->subject()].changes = !search->nothing_changes();
        }
        std::ranges::stable_sort(out_.groups, {}, [](const difference_group& g) { return std::pair(g.role, g.change); });
        return std::move(out_);
    }

private:
    /// Roles first, then the concepts of both versions.
    [[nodiscard]] std::vector<joint_subject> subjects() const {
        std::vector<joint_subject> all;
        for (const joint_role& role : out_.roles) all.push_back({role.in_old, role.in_new});
        for (const joint_concept& c : concepts_) all.push_back({c.in_old, c.in_new});
        return all;
    }

    [[nodiscard]] std::unique_ptr<change_search> search_for(const change_question& asked) {
        return std::make_unique<change_search>(joint_, *cells_, cut_, meter_, out_.facts, asked);
    }

    // ---- concepts

    /// A concept that is not the same circuit in both versions, and how it changes by itself.
    struct concept_search {
        std::size_t which = 0;                  ///< of concepts_
        std::unique_ptr<change_search> search;  ///< null: it was not its turn any more
        bool found = false;
    };

    /// Where a change comes from: concepts that differ although those that they mention do not. Each has its first groups before any has further ones.
    void find_concepts() {
        meter_.limit = options_.work_limit / share_of_concepts;
        const concept_mentions mentions(old_.rules, new_.rules, concepts_);
        std::vector<concept_search> searches;
        for (std::size_t c = 0; c < concepts_.size(); ++c) {
            if (joint_.same_verdict(out_.roles.size() + c)) continue;
            concept_search& one = searches.emplace_back(concept_search{c, nullptr, false});
            if (!enough_of_concepts()) one.search = search_for(question_about(c, mentions));
            find_groups_of(one);
        }
        for (std::size_t n = 1; n < most_groups_of_a_concept; ++n)
            for (concept_search& one : searches) find_groups_of(one);
        tell_concepts(searches, mentions);
        meter_.limit = options_.work_limit;
    }

    [[nodiscard]] bool enough_of_concepts() const { return out_.concept_groups.size() >= most_concept_groups; }

    [[nodiscard]] change_question question_about(std::size_t which, const concept_mentions& mentions) const {
        change_question asked{out_.roles.size() + which, false, {}};
        for (const std::size_t other : mentions.direct(concepts_[which].in_old, concepts_[which].in_new))
            if (!joint_.same_verdict(out_.roles.size() + other)) asked.alike.push_back(out_.roles.size() + other);
        return asked;
    }

    /// One more of each kind.
    void find_groups_of(concept_search& one) {
        for (const advice_change change : verdict_changes) {
            if (one.search == nullptr || enough_of_concepts()) return;
            std::optional<difference_group> group = one.search->next(change);
            if (!group) continue;
            const joint_concept& about = concepts_[one.which];
            group->role = one.which;
            show_witness(*group, about.in_old, about.in_new);
            out_.concept_groups.push_back(std::move(*group));
            one.found = true;
        }
    }

    /// Those that change, or may; and which of them each role rests on.
    void tell_concepts(const std::vector<concept_search>& searches, const concept_mentions& mentions) {
        std::vector<std::size_t> told_as(concepts_.size(), not_told);
        std::vector<bool> changes(concepts_.size(), false);
        for (const concept_search& one : searches) {
            joint_concept about = concepts_[one.which];
            about.told_all = one.search != nullptr && !one.search->undecided()
                             && std::ranges::all_of(verdict_changes, [&](advice_change c) { return one.search->ended(c); });
            if (!one.found && about.told_all) continue;
            told_as[one.which] = out_.concepts.size();
            changes[one.which] = one.found;
            out_.concepts.push_back(about);
        }
        for (difference_group& group : out_.concept_groups) group.role = told_as[group.role];
        std::ranges::stable_sort(out_.concept_groups, {}, [](const difference_group& g) { return std::pair(g.role, g.change); });
        for (joint_role& role : out_.roles) {
            if (role.allowed) continue;
            for (const std::size_t c : mentions.all(role.in_old, role.in_new))
                if (changes[c]) role.through.push_back(told_as[c]);
        }
    }

    // ---- roles

    /// Every role that changes has its say before any has two; verdicts before points.
    void first_of_each() {
        for (const advice_change change : verdict_changes)
            for (const auto& search : searches_) find(*search, change);
        for (const advice_change change : points_changes)
            for (const auto& search : searches_) find(*search, change);
    }

    void all_further(std::span<const advice_change> changes) {
        for (bool found = true; found;) {
            found = false;
            for (const advice_change change : changes)
                for (const auto& search : searches_) found = find(*search, change) || found;
        }
    }

    bool find(change_search& search, advice_change change) {
        if (search.ended(change)) return false;
        if (out_.groups.size() + out_.further >= options_.counted) {
            out_.counted_all = false;
            return false;
        }
        std::optional<difference_group> group = search.next(change);
        if (!group) return false;
        if (out_.groups.size() < options_.groups) {
            show_witness(*group, out_.roles[group->role].in_old, out_.roles[group->role].in_new);
            out_.groups.push_back(std::move(*group));
        } else {
            ++out_.further;
        }
        return true;
    }

    // ---- witnesses

    void show_witness(difference_group& group, conclusion_id in_old, conclusion_id in_new) const {
        std::vector<std::uint64_t> values(out_.facts.size(), 0);
        std::vector<std::vector<std::uint32_t>> members(out_.facts.size());
        for (const joint_condition& c : group.when) {
            values[c.fact] = c.from;
            for (std::uint32_t i = 0; i < c.allowed.size(); ++i)
                if (c.allowed[i]) {
                    values[c.fact] = i;
                    break;
                }
            for (std::uint32_t o = 0; o < c.options.size(); ++o)
                if (c.options[o] == 1) members[c.fact].push_back(o);
        }
        group.witness = profile_of(old_, new_, out_.facts, std::move(values), std::move(members));
        group.before = outcome(old_, in_old, group.witness.in_old);
        group.after = outcome(new_, in_new, group.witness.in_new);
        if (!shows(group)) throw std::logic_error("a witness does not change");
    }

    static bool in_both(const joint_role& r) { return r.in_old != nothing && r.in_new != nothing; }

    static bool shows(const difference_group& group) {
        switch (group.change) {
        case advice_change::gains: return !group.before.holds && group.after.holds;
        case advice_change::loses: return group.before.holds && !group.after.holds;
        case advice_change::more_points: return group.before.points < group.after.points;
        case advice_change::fewer_points: break;
        }
        return group.before.points > group.after.points;
    }

    /// By Kleene's tables, which are exact where nothing is open.
    static certain_outcome outcome(const version& in, conclusion_id role, const facts& person) {
        if (role == nothing) return {};
        const truth_table truths = kleene(in.code, person);
        const conclusion_code& c = in.code.conclusions[role];
        return {bits_of(truths, c.holds) == can_be_true, kleene_points(in.code, c, truths).low};
    }

    // ---- the order of roles that stand alike

    void find_order_change() {
        std::size_t asked = 0;
        for (std::size_t b = 0; b < out_.roles.size(); ++b)
            for (std::size_t a = 0; a < b; ++a) {
                if (!turned(out_.roles[a], out_.roles[b])) continue;
                if (++asked > most_pairs) {
                    out_.order_undecided = true;
                    return;
                }
                if (stand_alike(a, b)) return;
            }
    }

    static bool turned(const joint_role& a, const joint_role& b) {
        return !a.allowed && !b.allowed && in_both(a) && in_both(b) && a.in_old > b.in_old;
    }

    /// Whether some profile gives both the same verdict and points in the new version.
    bool stand_alike(std::size_t first, std::size_t second) {
        proof_space space(joint_.code, *cells_, cut_, meter_);
        sat_world& world = space.world();
        const auto a = static_cast<conclusion_id>(2 * first + 1), b = static_cast<conclusion_id>(2 * second + 1);
        const sat_literal x = world.of(joint_.code.conclusions[a].holds), y = world.of(joint_.code.conclusions[b].holds);
        const auto both = [&](sat_literal l, sat_literal m) { return all_hold(space.solver(), space.always(), {l, m}); };
        const sat_literal alike = any_holds(space.solver(), space.always(), {both(x, y), both(-x, -y)});
        const std::vector<sat_literal> asked{alike, -space.more_points(world, a, world, b), -space.more_points(world, b, world, a)};
        const sat_answer answer = space.ask(asked);
        if (answer == sat_answer::undecided) out_.order_undecided = true;
        if (answer != sat_answer::satisfiable) return false;
        out_.order = order_change{first, second, smallest_in(space, asked)};
        return true;
    }

    /// The smallest profile for which the assumptions hold, which they can.
    joint_profile smallest_in(proof_space& space, const std::vector<sat_literal>& asked) const {
        std::vector<fact_id> rested_on;
        for (fact_id f = 0; f < out_.facts.size(); ++f)
            if (space.world().knows(f)) rested_on.push_back(f);
        std::vector<std::uint64_t> values(out_.facts.size(), 0);
        std::vector<std::vector<std::uint32_t>> members(out_.facts.size());
        for (auto& [f, value] : smallest_profile(space, asked, rested_on).first) {
            values[f] = static_cast<std::uint64_t>(value.number);
            members[f] = std::move(value.members);
        }
        return profile_of(old_, new_, out_.facts, std::move(values), std::move(members));
    }

    const difference_options& options_;
    static constexpr std::size_t not_told = static_cast<std::size_t>(-1);

    version old_, new_;
    difference out_;
    std::vector<joint_concept> concepts_;  // of both versions, changed or not
    joint_circuit joint_;
    std::optional<fact_cells> cells_;
    std::vector<bool> cut_;
    work_meter meter_;
    std::vector<std::unique_ptr<change_search>> searches_;
};

}  // namespace

difference_outcome difference::outcome() const {
    const auto makes_a_difference = [](const joint_role& r) { return !r.allowed && (r.in_old == nothing || r.in_new == nothing); };
    if (!groups.empty() || order || std::ranges::any_of(roles, makes_a_difference)) return difference_outcome::differs;
    const bool open = order_undecided || std::ranges::any_of(roles, &joint_role::undecided);
    return open ? difference_outcome::undecided : difference_outcome::equivalent;
}

bool difference::shared_values_only() const {
    return std::ranges::any_of(facts, [](const joint_fact& f) { return !f.only_old.empty() || !f.only_new.empty() || f.range_changed; });
}

difference compare_rules(const program& old_code, const program& new_code, const difference_options& options) {
    return comparer(old_code, new_code, options).run();
}

}  // namespace advise::engine
