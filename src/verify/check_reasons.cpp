// Minimal reasons: each set forces the verdict by itself, or undoes it; no part of one does; and, where that is claimed, there are no others.
#include "checking.hpp"
#include "states.hpp"

#include <algorithm>
#include <tuple>

namespace advise::verify {
namespace {

using enum aspect;

using fact_set = std::vector<std::size_t>;  // ascending

bool in_order(const fact_set& a, const fact_set& b) { return std::tuple(a.size(), a) < std::tuple(b.size(), b); }

constexpr std::size_t most_sets = 10'000;

/// All smallest sets that have a fact of each of these in them (Berge, Hypergraphs, 1989); nothing where there are too many on the way.
std::optional<std::set<fact_set>> smallest_hitting_sets(const std::vector<fact_set>& all) {
    std::set<fact_set> found{{}};
    for (const fact_set& one : all) {
        std::set<fact_set> next;
        for (const fact_set& hits : found) {
            const bool already = std::any_of(one.begin(), one.end(), [&](std::size_t f) { return std::binary_search(hits.begin(), hits.end(), f); });
            if (already) next.insert(hits);
            for (std::size_t i = 0; !already && i < one.size(); ++i) {
                fact_set larger = hits;
                larger.insert(std::upper_bound(larger.begin(), larger.end(), one[i]), one[i]);
                next.insert(std::move(larger));
            }
        }
        found.clear();
        for (const fact_set& each : next) {
            const bool smallest = std::none_of(next.begin(), next.end(), [&](const fact_set& other) {
                return other != each && std::includes(each.begin(), each.end(), other.begin(), other.end());
            });
            if (smallest) found.insert(each);
        }
        if (found.size() > most_sets) return std::nullopt;
    }
    return found;
}

class reasons_checker {
public:
    reasons_checker(checking& c, std::size_t about) : c_(c), node_(c.base.conclusions[about].node), free_(c.left) {
        for (const std::size_t f : facts_below(c.base, deciding(c.base, {node_}))) {
            const possible whole = whole_domain(c.base.facts[f]);
            if (same(c.left[f], whole)) continue;
            ground_.push_back(f);
            free_[f] = whole;
        }
    }

    void run() {
        const json* reasons = c_.member(sufficient, c_.result, "", "reasons", json::kind::object);
        if (reasons == nullptr) return c_.pass_over({changes, all_reasons});
        c_.leave_unknown_fields(*reasons, where_, {"sufficient", "changes", "complete"});
        const json* enough = c_.member(sufficient, *reasons, where_, "sufficient", json::kind::array);
        const json* different = c_.member(changes, *reasons, where_, "changes", json::kind::array);
        const json* complete = c_.member(all_reasons, *reasons, where_, "complete", json::kind::boolean);
        if (enough == nullptr || different == nullptr || complete == nullptr) return c_.pass_over({sufficient, changes, all_reasons});
        budget work{most_cases};
        const auto now = truth_by_cases(c_.base, node_, c_.left, work);
        if (!now) {
            for (const aspect each : {sufficient, changes, all_reasons}) leave(each, where_);
            return;
        }
        now_ = *now;
        complete_ = complete->truth;
        if (now_ == truth::unknown) {
            c_.compare(sufficient, where_ + ".sufficient", *enough, json::array());
            c_.compare(changes, where_ + ".changes", *different, json::array());
            c_.compare(all_reasons, where_ + ".complete", *complete, json::of(true));
            return;
        }
        const std::size_t before = c_.out.refusals + c_.out.not_checked.size();
        const std::vector<fact_set> forcing = check_sufficient(*enough), undoing = check_changes(*different);
        const bool all_right = c_.out.refusals + c_.out.not_checked.size() == before;
        if (!complete_) c_.leave(all_reasons, where_ + ".complete", why::others_unknown);
        else if (all_right) check_complete(forcing, undoing);
        else c_.leave(all_reasons, where_ + ".complete", why::others_unknown);
    }

private:
    void leave(aspect of, const std::string& where) { c_.leave(of, where, why::too_many_cases, {std::to_string(most_cases)}); }

    /// Whether the verdict is as now, whatever the other facts are, when these are as they are.
    std::optional<bool> forces(const std::vector<possible>& facts, budget& work) const {
        const auto then = truth_by_cases(c_.base, node_, facts, work);
        return then ? std::optional(*then == now_) : std::nullopt;
    }

    /// Where the search stopped before its end, it may not have seen that less is enough.
    void not_minimal(aspect of, const std::string& where, std::size_t f) {
        if (complete_) c_.refuse(of, where, why::not_minimal, {c_.base.facts[f].term});
        else c_.leave(of, where, why::others_unknown);
    }

    /// A known fact that the verdict may rest on, behind those before it. \return whether it is
    bool take_fact(aspect of, const std::string& where, const json& name, fact_set& into) {
        const auto at = std::find_if(ground_.begin(), ground_.end(), [&](std::size_t f) { return name == json::of(c_.base.facts[f].term); });
        if (at == ground_.end()) return c_.refuse(of, where, why::not_known, {name.is == json::kind::string ? name.string : text_of(name)}), false;
        if (!into.empty() && *at <= into.back()) return c_.refuse(of, where, why::facts_out_of_order), false;
        into.push_back(*at);
        return true;
    }

    void take_set(aspect of, const std::string& where, fact_set set, std::vector<fact_set>& into) {
        if (!into.empty() && !in_order(into.back(), set)) c_.refuse(of, where, why::sets_out_of_order);
        into.push_back(std::move(set));
    }

    // --- sets that force the verdict

    std::vector<fact_set> check_sufficient(const json& written) {
        std::vector<fact_set> made;
        for (std::size_t i = 0; i < written.items.size(); ++i) {
            const std::string where = indexed(where_ + ".sufficient", i);
            fact_set set;
            bool good = written.items[i].is == json::kind::array;
            if (!good) c_.refuse(sufficient, where, why::not_a, {"[…]"});
            for (std::size_t k = 0; good && k < written.items[i].items.size(); ++k)
                good = take_fact(sufficient, indexed(where, k), written.items[i].items[k], set);
            if (!good) continue;
            check_forcing(where, set);
            take_set(sufficient, where, std::move(set), made);
        }
        return made;
    }

    void check_forcing(const std::string& where, const fact_set& set) {
        budget work{most_cases};
        std::vector<possible> facts = free_;
        for (const std::size_t f : set) facts[f] = c_.left[f];
        const auto forced = forces(facts, work);
        if (!forced) return leave(sufficient, where);
        if (!*forced) return c_.refuse(sufficient, where, why::not_forced, {name_of(now_)});
        for (std::size_t k = 0; k < set.size(); ++k) {
            facts[set[k]] = free_[set[k]];
            const auto without = forces(facts, work);
            if (!without) leave(sufficient, indexed(where, k));
            else if (*without) not_minimal(sufficient, indexed(where, k), set[k]);
            facts[set[k]] = c_.left[set[k]];
        }
    }

    // --- sets that undo it

    std::vector<fact_set> check_changes(const json& written) {
        std::vector<fact_set> made;
        for (std::size_t i = 0; i < written.items.size(); ++i) {
            const std::string where = indexed(where_ + ".changes", i);
            c_.leave_unknown_fields(written.items[i], where, {"facts", "then"});
            const json* facts = c_.member(changes, written.items[i], where, "facts", json::kind::array);
            if (facts == nullptr) continue;
            fact_set set;
            std::vector<possible> then = c_.left;
            bool good = true;
            for (std::size_t k = 0; good && k < facts->items.size(); ++k)
                good = take_change(indexed(where + ".facts", k), facts->items[k], set, then);
            if (!good) continue;
            check_undoing(where, set);
            check_then(where, written.items[i], then);
            take_set(changes, where, std::move(set), made);
        }
        return made;
    }

    bool take_change(const std::string& where, const json& written, fact_set& set, std::vector<possible>& then) {
        c_.leave_unknown_fields(written, where, {"fact", "from", "to"});
        const json* name = c_.member(changes, written, where, "fact", json::kind::string);
        const json* to = written.find("to");
        if (name == nullptr || !take_fact(changes, where + ".fact", *name, set)) return false;
        const std::size_t f = set.back();
        c_.compare_member(changes, written, where, "from", state_json(c_.base.facts[f], c_.left[f]), true);
        const auto value = to == nullptr ? std::nullopt : state_of(c_.base.facts[f], *to);
        if (!value) return c_.refuse(changes, where + ".to", why::not_a, {name->string}), false;
        if (same(*value, c_.left[f])) return c_.refuse(changes, where + ".to", why::no_change, {name->string}), false;
        then[f] = *value;
        return true;
    }

    /// None of them may stay as it is: with all others free the verdict is then still forced.
    void check_undoing(const std::string& where, const fact_set& set) {
        budget work{most_cases};
        std::vector<possible> facts = c_.left;
        for (const std::size_t f : set) facts[f] = free_[f];
        for (std::size_t k = 0; k < set.size(); ++k) {
            facts[set[k]] = c_.left[set[k]];
            const auto still = forces(facts, work);
            if (!still) leave(changes, indexed(where + ".facts", k));
            else if (!*still) not_minimal(changes, indexed(where + ".facts", k), set[k]);
            facts[set[k]] = free_[set[k]];
        }
    }

    void check_then(const std::string& where, const json& written, const std::vector<possible>& facts) {
        budget work{most_cases};
        const auto then = truth_by_cases(c_.base, node_, facts, work);
        if (!then) return leave(changes, where + ".then");
        if (*then == now_) return c_.refuse(changes, where, why::does_not_change, {name_of(now_)});
        c_.compare_member(changes, written, where, "then", json::of(name_of(*then)));
    }

    // --- no others

    /// Every set that forces the verdict has a fact of every set that undoes it. A set of either kind that is left out would leave one that is
    /// hit by none of the other kind: so the sets that are there are all if the one kind is exactly what hits the other (Reiter 1987).
    void check_complete(const std::vector<fact_set>& forcing, const std::vector<fact_set>& undoing) {
        const auto hitting = smallest_hitting_sets(forcing);
        if (!hitting) return leave(all_reasons, where_ + ".complete");
        const std::set<fact_set> listed(undoing.begin(), undoing.end());
        if (*hitting == listed) return;
        for (const fact_set& one : *hitting)
            if (!listed.contains(one)) return name_missing(one);
    }

    /// What hits every set that forces the verdict, and is not listed: it undoes the verdict, or what is not in it forces it.
    void name_missing(const fact_set& hitting) {
        budget work{most_cases};
        std::vector<possible> facts = c_.left;
        fact_set others;
        for (const std::size_t f : ground_)
            if (std::binary_search(hitting.begin(), hitting.end(), f)) facts[f] = free_[f];
            else others.push_back(f);
        const auto forced = forces(facts, work);
        if (!forced) return leave(all_reasons, where_ + ".complete");
        c_.refuse(all_reasons, where_ + (*forced ? ".sufficient" : ".changes"), why::another_set, {named(*forced ? others : hitting)});
    }

    [[nodiscard]] std::string named(const fact_set& set) const {
        std::string all;
        for (const std::size_t f : set) all += (all.empty() ? "" : ", ") + c_.base.facts[f].term;
        return '[' + all + ']';
    }

    const std::string where_ = "reasons";
    checking& c_;
    std::size_t node_;
    std::vector<possible> free_;       // with all facts of the ground unknown
    std::vector<std::size_t> ground_;  // what the profile knows and the verdict may rest on
    truth now_ = truth::unknown;
    bool complete_ = true;
};

}  // namespace

void check_reasons(checking& c, std::size_t about) {
    reasons_checker(c, about).run();
    c.finish({sufficient, changes, all_reasons});
}

}  // namespace advise::verify
