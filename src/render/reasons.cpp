#include "reasons.hpp"

#include "value_list.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

namespace advise::cli {
namespace {

using engine::clause_kind;
using engine::verdict;
using clause = proof_reader::clause;

constexpr std::size_t most_for = 3;             // reasons for a role that fits
constexpr std::size_t most_against = 1;
constexpr std::size_t most_open = 2;            // open evidence that is told
constexpr std::size_t most_missing = 2;         // of a role that does not fit
constexpr std::size_t most_facts = 6;           // in one list

using fact_ids = std::vector<engine::fact_id>;

/// A rule may name a hundred thousand facts: they are looked up by halves.
fact_ids sorted(fact_ids all) {
    std::sort(all.begin(), all.end());
    return all;
}
bool contains(const fact_ids& ascending, engine::fact_id f) { return std::binary_search(ascending.begin(), ascending.end(), f); }

class chooser {
public:
    chooser(const engine::role_advice& role, const proof_reader& proof, const words& speak, bool explained)
        : role_(role), proof_(proof), speak_(speak), explained_(explained), rule_(speak.rules().conclusions[role.role]), told_(proof, speak), open_(speak.rules().facts.size()) {
        for (const engine::fact_id f : role.open) open_[f] = true;
    }

    std::vector<role_reason> choose() {
        if (!role_.exact) add(sign::open, speak_.say_it(say::not_exact));
        if (role_.verdict == verdict::yes) fits();
        else if (role_.verdict == verdict::unknown) may_fit();
        else does_not_fit();
        return std::move(reasons_);
    }

private:
    using node_ids = std::vector<proof_reader::node_id>;

    role_reason& add(sign mark, std::string text) {
        reasons_.push_back({mark, {}, std::move(text), {}, nullptr});
        return reasons_.back();
    }
    [[nodiscard]] std::vector<clause> clauses(clause_kind kind) const { return proof_.clauses(role_.proof, kind); }
    [[nodiscard]] std::vector<clause> clauses(clause_kind kind, verdict truth) const { return proof_.clauses(role_.proof, kind, truth); }

    // --- fits
    void fits();
    void speaks_for(const clause& c);
    void evidence();
    void open_evidence();

    // --- may fit
    void may_fit();
    void needs_of_open(std::vector<engine::fact_id>& told);
    [[nodiscard]] bool only_ways_are_open() const;
    [[nodiscard]] bool asks_more(const clause& c, const std::vector<engine::fact_id>& told) const;
    [[nodiscard]] std::vector<engine::fact_id> decisive(std::size_t wanted) const;
    [[nodiscard]] std::string state_of(const clause& c) const;
    [[nodiscard]] bool all_missing(const clause& c, const std::vector<engine::fact_id>& facts) const;
    [[nodiscard]] std::vector<engine::fact_id> open_facts(proof_reader::node_id node) const;

    // --- does not fit
    void does_not_fit();
    bool ruled_out();
    void missing_requirements(std::size_t room);
    void nearest_way();
    void too_few_points();

    /// Whether a clause is one test, so that one half-sentence can say what the profile says of it.
    [[nodiscard]] bool single(const clause& c) const { return proof_.node(c.body).kind == engine::condition_kind::test || simple_negation(c); }
    [[nodiscard]] bool simple_negation(const clause& c) const {
        const engine::proof_node& n = proof_.node(c.body);
        return n.kind == engine::condition_kind::negation && proof_.node(n.of.front()).kind == engine::condition_kind::test;
    }
    void give_reason(role_reason& to, const engine::clause& c) const {
        const std::string because = speak_.reason(speak_.rules().wording(c).reasons);
        if (!because.empty()) to.text = speak_.say_it(say::sentence_and_reason, {to.text, because});
        to.cited = &speak_.rules().wording(c).citations;
    }

    const engine::role_advice& role_;
    const proof_reader& proof_;
    const words& speak_;
    bool explained_;                                // `explain` shows what is left out here
    const engine::conclusion& rule_;
    std::vector<role_reason> reasons_;
    value_list told_;                               // what the profile says
    std::vector<bool> open_;                        // of each fact: whether it can still change this role
};

// --- fits --------------------------------------------------------------------------------------------------------------

void chooser::speaks_for(const clause& c) {
    const std::string because = speak_.reason(speak_.rules().wording(*c.says).reasons);
    role_reason& r = add(sign::plus, because.empty() ? sentence_start(speak_.condition(c.says->body)) + "." : because);
    r.said = told_.values(proof_.facts_of(proof_.deciding(c.body)));
    r.cited = &speak_.rules().wording(*c.says).citations;
}

void chooser::evidence() {
    std::vector<clause> holding = clauses(clause_kind::evidence, verdict::yes);
    std::stable_sort(holding.begin(), holding.end(), [](const clause& a, const clause& b) { return a.says->points > b.says->points; });
    const auto signs = static_cast<std::size_t>(std::count_if(holding.begin(), holding.end(), [](const clause& c) { return c.says->points > 0; }));
    const std::size_t room = most_for > reasons_.size() ? most_for - reasons_.size() : 0;
    const std::size_t told = signs <= room + 1 ? signs : room;      // "further signs" would take the place of the one
    for (std::size_t i = 0; i < told; ++i) {
        speaks_for(holding[i]);
        reasons_.back().badge = speak_.signed_points(holding[i].says->points);
    }
    if (told < signs) {
        std::int64_t left = 0;
        for (std::size_t i = told; i < signs; ++i) left += holding[i].says->points;
        const std::string count = speak_.number(static_cast<std::int64_t>(signs - told));
        add(sign::plus, explained_ ? speak_.say_it(say::further_points) : speak_.say_it(say::further_signs, {count}));
        reasons_.back().badge = speak_.signed_points(left);
    }
    std::size_t against = 0;
    for (auto c = holding.rbegin(); c != holding.rend() && c->says->points < 0 && against < most_against; ++c, ++against) {
        speaks_for(*c);
        reasons_.back().mark = sign::minus;
        reasons_.back().badge = speak_.signed_points(c->says->points);
    }
}

std::vector<engine::fact_id> chooser::open_facts(proof_reader::node_id node) const {
    std::vector<engine::fact_id> facts = proof_.facts_of(proof_.deciding(node));
    std::erase_if(facts, [&](engine::fact_id f) { return !open_[f]; });
    std::vector<bool> nearest(open_.size());            // those on the nearest way first
    for (const proof_reader::lack& one : proof_.lacking(node))
        if (proof_.node(one.node).kind == engine::condition_kind::test) nearest[proof_.fact_of(one.node)] = true;
    std::stable_partition(facts.begin(), facts.end(), [&](engine::fact_id f) { return nearest[f]; });
    return facts;
}

/// Whether a clause names these facts and no others, and the profile none of them, so that naming them again says nothing.
bool chooser::all_missing(const clause& c, const std::vector<engine::fact_id>& facts) const {
    const engine::proof_node& n = proof_.node(c.body);
    const node_ids& members = n.of;
    if (n.kind == engine::condition_kind::conclusion || n.kind == engine::condition_kind::negation) return false;
    for (const proof_reader::node_id m : members)
        if (proof_.node(m).kind != engine::condition_kind::test) return false;
    const std::vector<engine::fact_id> named = proof_.facts_of(members);
    const fact_ids among = sorted(facts);
    return !named.empty() && std::all_of(named.begin(), named.end(), [&](engine::fact_id f) {
        return contains(among, f) && speak_.person().known[f].lines.empty() && !speak_.person().known[f].decided();
    });
}

/// What is known of an open clause: of one test what the profile says, else which facts are open.
std::string chooser::state_of(const clause& c) const {
    const std::vector<engine::fact_id> facts = open_facts(c.body);
    if (facts.size() == 1 && single(c)) return speak_.known_briefly(facts.front());
    if (all_missing(c, facts)) return speak_.say_it(facts.size() == 1 ? say::it_is_missing : say::all_missing);
    std::vector<std::string> names;
    for (const engine::fact_id f : facts) names.push_back(speak_.fact(f));
    return speak_.say_it(say::open_facts, {speak_.short_list(names, 4)});
}

void chooser::open_evidence() {
    std::vector<clause> open = clauses(clause_kind::evidence, verdict::unknown);
    std::erase_if(open, [&](const clause& c) { return open_facts(c.body).empty(); });
    std::stable_sort(open.begin(), open.end(), [](const clause& a, const clause& b) { return std::abs(a.says->points) > std::abs(b.says->points); });
    if (open.size() > most_open) open.resize(most_open);
    for (const clause& c : open) {
        const say id = c.says->points < 0 ? say::could_take : say::could_add;
        add(sign::open, speak_.say_it(id, {speak_.points(std::abs(c.says->points)), speak_.condition(c.says->body), state_of(c)}));
    }
}

void chooser::fits() {
    const std::vector<clause> ways = clauses(clause_kind::when, verdict::yes);
    if (!ways.empty()) speaks_for(ways.front());
    else {
        for (const clause& c : clauses(clause_kind::requires_, verdict::yes))
            if (reasons_.size() + 1 < most_for) speaks_for(c);
    }
    if (proof_.truth(role_.proof) != verdict::yes && role_.verdict_split) {
        std::vector<std::string> names;
        for (const engine::fact_id f : facts_of(*role_.verdict_split)) names.push_back(speak_.fact(f));
        add(sign::plus, speak_.say_it(say::whatever_fits, {speak_.short_list(names, most_facts)}));
    }
    evidence();
    open_evidence();
}

// --- may fit -----------------------------------------------------------------------------------------------------------

/// All that is open about the verdict is which of the ways in holds.
bool chooser::only_ways_are_open() const {
    const auto all = [&](clause_kind kind, verdict truth) { return clauses(kind).size() == clauses(kind, truth).size(); };
    return all(clause_kind::requires_, verdict::yes) && all(clause_kind::unless, verdict::no) && (rule_.need() == nullptr || role_.points.low >= rule_.need()->points);
}

/// The open facts, those of what is needed first, then of what would rule it out, of the nearest way in, of the heaviest evidence.
/// After the first `wanted` their order does not matter, for they will only be counted.
std::vector<engine::fact_id> chooser::decisive(std::size_t wanted) const {
    std::vector<engine::fact_id> order;
    std::vector<bool> taken(speak_.rules().facts.size());
    const auto take_fact = [&](engine::fact_id f) {
        if (!taken[f]) order.push_back(f);
        taken[f] = true;
    };
    const auto take = [&](const std::vector<clause>& from) {
        for (auto c = from.begin(); c != from.end() && order.size() < wanted; ++c)
            for (const engine::fact_id f : open_facts(c->body)) take_fact(f);
    };
    take(clauses(clause_kind::requires_, verdict::unknown));
    take(clauses(clause_kind::unless, verdict::unknown));
    std::vector<clause> ways = clauses(clause_kind::when, verdict::unknown);
    std::stable_sort(ways.begin(), ways.end(), [&](const clause& a, const clause& b) { return proof_.distance(a.body) < proof_.distance(b.body); });
    if (clauses(clause_kind::when, verdict::yes).empty()) take(ways);
    std::vector<clause> weights = clauses(clause_kind::evidence, verdict::unknown);
    std::stable_sort(weights.begin(), weights.end(), [](const clause& a, const clause& b) { return std::abs(a.says->points) > std::abs(b.says->points); });
    take(weights);
    for (const engine::fact_id f : role_.open) take_fact(f);
    return order;
}

/// Whether something that is open for a clause was told of already.
bool chooser::asks_more(const clause& c, const std::vector<engine::fact_id>& told) const {
    const std::vector<engine::fact_id> open = open_facts(c.body);
    return std::any_of(open.begin(), open.end(), [&](engine::fact_id f) { return std::find(told.begin(), told.end(), f) != told.end(); });
}

void chooser::needs_of_open(std::vector<engine::fact_id>& told) {
    const auto tell_one = [&](const clause& c, say id, const std::string& what) {
        const std::vector<engine::fact_id> facts = open_facts(c.body);
        const std::string state = single(c) && facts.size() == 1 ? speak_.profile_says(facts.front()) : state_of(c);
        add(sign::open, sentence_start(speak_.say_it(id, {what, state})));
        told.insert(told.end(), facts.begin(), facts.end());
    };
    for (const clause& c : clauses(clause_kind::requires_, verdict::unknown))
        if (reasons_.size() < most_missing && !open_facts(c.body).empty()) tell_one(c, say::needs_and, speak_.condition(c.says->body));
    for (const clause& c : clauses(clause_kind::unless, verdict::unknown))
        if (reasons_.size() < most_missing && !open_facts(c.body).empty()) tell_one(c, say::could_rule_out, speak_.condition(c.says->body));
    std::vector<clause> ways = clauses(clause_kind::when, verdict::unknown);
    std::erase_if(ways, [&](const clause& c) { return open_facts(c.body).empty(); });
    if (ways.empty()) return;
    // A requirement may ask less of a fact than the only way in does: told alone, it would mislead.
    if (ways.size() == 1 && reasons_.size() == 1 && clauses(clause_kind::when, verdict::yes).empty() && asks_more(ways.front(), told))
        return tell_one(ways.front(), say::needs_and, speak_.condition(ways.front().says->body));
    if (!reasons_.empty() || !only_ways_are_open()) return;
    const auto nearest = std::min_element(ways.begin(), ways.end(), [&](const clause& a, const clause& b) { return proof_.distance(a.body) < proof_.distance(b.body); });
    tell_one(*nearest, say::would_be_enough, speak_.condition(nearest->says->body));
}

void chooser::may_fit() {
    std::vector<engine::fact_id> told;
    needs_of_open(told);
    told = sorted(std::move(told));
    std::vector<std::string> names;
    for (const engine::fact_id f : decisive(told.size() + most_facts + 1))
        if (!contains(told, f)) names.push_back(speak_.fact(f));
    if (names.empty()) return;
    const bool one = names.size() == 1;
    const say id = told.empty() ? (one ? say::depends_on_one : say::depends_on) : (one ? say::depends_also_one : say::depends_also);
    add(sign::open, speak_.say_it(id, {speak_.short_list(names, told.empty() ? most_facts : most_facts - 2)}));
}

// --- does not fit ------------------------------------------------------------------------------------------------------

bool chooser::ruled_out() {
    const std::vector<clause> barring = clauses(clause_kind::unless, verdict::yes);
    if (barring.empty()) return false;
    const clause& c = barring.front();
    const std::vector<engine::fact_id> facts = proof_.facts_of(proof_.deciding(c.body));
    const std::string what = speak_.condition(c.says->body);
    role_reason& r = add(sign::no, single(c) ? speak_.say_it(say::ruled_out_and, {what, speak_.profile_says(facts.front())}) : speak_.say_it(say::ruled_out, {what}));
    r.text = sentence_start(r.text);
    give_reason(r, *c.says);
    if (!single(c)) r.said = told_.values(facts);
    return true;
}

void chooser::missing_requirements(std::size_t room) {
    std::vector<clause> failing = clauses(clause_kind::requires_, verdict::no);
    std::stable_sort(failing.begin(), failing.end(), [&](const clause& a, const clause& b) { return proof_.distance(a.body) < proof_.distance(b.body); });
    if (failing.size() > room) failing.resize(room);
    for (const clause& c : failing) {
        const std::vector<engine::fact_id> facts = proof_.facts_of(proof_.deciding(c.body));
        const std::string what = speak_.condition(c.says->body);
        role_reason& r = add(sign::no, single(c) ? speak_.say_it(say::needs_and, {what, speak_.profile_says(facts.front())}) : speak_.say_it(say::needs, {what}));
        r.text = sentence_start(r.text);
        give_reason(r, *c.says);
        if (!single(c)) r.said = told_.missing(c.body);
    }
}

void chooser::nearest_way() {
    const std::vector<clause> ways = clauses(clause_kind::when);
    if (ways.empty() || ways.size() != clauses(clause_kind::when, verdict::no).size()) return;
    const clause& c = *std::min_element(ways.begin(), ways.end(), [&](const clause& a, const clause& b) { return proof_.distance(a.body) < proof_.distance(b.body); });
    const std::vector<engine::fact_id> facts = proof_.facts_of(proof_.deciding(c.body));
    const std::string what = speak_.condition(c.says->body);
    const std::string count = speak_.number(static_cast<std::int64_t>(ways.size()));
    std::string text;
    if (ways.size() == 1) text = single(c) ? speak_.say_it(say::needs_and, {what, speak_.profile_says(facts.front())}) : speak_.say_it(say::needs, {what});
    else text = single(c) ? speak_.say_it(say::nearest_way_and, {count, what, speak_.profile_says(facts.front())}) : speak_.say_it(say::nearest_way, {count, what});
    role_reason& r = add(sign::no, sentence_start(text));
    if (!single(c)) r.said = told_.missing(c.body);
}

void chooser::too_few_points() {
    if (rule_.need() == nullptr || role_.points.high >= rule_.need()->points) return;
    const std::string needed = speak_.points(rule_.need()->points);
    role_reason& r = add(sign::no, role_.points.high == 0 ? speak_.say_it(say::needs_points_none, {needed})
                                                           : speak_.say_it(say::needs_points, {needed, speak_.points(role_.points.high)}));
    const std::string because = speak_.reason(rule_.need()->reasons);
    if (!because.empty()) r.text = speak_.say_it(say::sentence_and_reason, {r.text, because});
    r.cited = &rule_.need()->citations;
}

void chooser::does_not_fit() {
    if (rule_.clauses.empty() && rule_.need() == nullptr) {
        add(sign::no, speak_.say_it(say::no_clauses));
        return;
    }
    missing_requirements(most_missing - (clauses(clause_kind::unless, verdict::yes).empty() ? 0 : 1));
    ruled_out();
    if (reasons_.empty()) nearest_way();
    if (reasons_.empty()) too_few_points();
    if (!reasons_.empty()) return;
    if (role_.verdict_split) {
        std::vector<std::string> names;
        for (const engine::fact_id f : facts_of(*role_.verdict_split)) names.push_back(speak_.fact(f));
        add(sign::no, speak_.say_it(say::whatever_does_not_fit, {speak_.short_list(names, most_facts)}));
    } else {
        add(sign::no, speak_.say_it(say::no_evidence));
    }
}

}  // namespace

std::vector<role_reason> reasons_for(const engine::role_advice& role, const proof_reader& proof, const words& speak, bool explained) {
    return chooser(role, proof, speak, explained).choose();
}

std::vector<engine::fact_id> facts_of(const engine::split_tree& split) {
    std::vector<engine::fact_id> facts;
    std::unordered_set<engine::fact_id> seen;           // only asked for members: no order of hashes is seen
    for (auto n = split.nodes.rbegin(); n != split.nodes.rend(); ++n)
        if (!n->leaf && seen.insert(n->fact).second) facts.push_back(n->fact);
    return facts;
}

}  // namespace advise::cli
