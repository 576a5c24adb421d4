#include "difference_facts.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <functional>
#include <map>

namespace advise::engine {
namespace {

/// What `named` of the other version each thing is: by term, else by another name on either side. \param by_name finds a thing of a rule base
template <class Things, class Find>
std::vector<std::uint32_t> matched(const Things& old, const Things& now, const Find& in_old, const Find& in_new) {
    std::vector<std::uint32_t> of(old.size(), nothing);
    std::vector<bool> taken(now.size());
    std::map<std::string, std::uint32_t> by_key;
    for (std::uint32_t i = 0; i < now.size(); ++i) by_key.emplace(grammar::term_key(now[i].term), i);
    const auto take = [&](std::uint32_t a, std::uint32_t b) {
        if (b == nothing || of[a] != nothing || taken[b]) return;
        of[a] = b;
        taken[b] = true;
    };
    for (std::uint32_t i = 0; i < old.size(); ++i) {
        const auto found = by_key.find(grammar::term_key(old[i].term));
        if (found != by_key.end()) take(i, found->second);
    }
    for (std::uint32_t i = 0; i < old.size(); ++i) take(i, in_new(old[i].term));
    for (std::uint32_t i = 0; i < now.size(); ++i) {
        const std::uint32_t a = in_old(now[i].term);
        if (a != nothing) take(a, i);
    }
    return of;
}

class matcher {
public:
    matcher(const version& old, const version& now) : old_(old), new_(now) {}

    std::vector<joint_fact> run() {
        using find = std::function<std::uint32_t(std::string_view)>;
        const find in_old = [this](std::string_view term) { return old_.rules.names.fact(term); };
        const find in_new = [this](std::string_view term) { return new_.rules.names.fact(term); };
        const std::vector<std::uint32_t> of = matched(old_.rules.facts, new_.rules.facts, in_old, in_new);
        std::vector<bool> shared(new_.rules.facts.size());
        std::vector<joint_fact> facts, only_new;
        for (fact_id f = 0; f < of.size(); ++f) {
            joint_fact both;
            both.in_old = f;
            both.in_new = of[f];
            if (of[f] != nothing && share(both)) shared[of[f]] = true;
            else both = alone(f, nothing, of[f] != nothing);
            facts.push_back(std::move(both));
        }
        for (fact_id f = 0; f < shared.size(); ++f)
            if (!shared[f]) facts.push_back(alone(nothing, f, std::ranges::find(of, f) != of.end()));
        return facts;
    }

private:
    static bool has_terms(const fact& f) { return f.type == fact_type::level || f.type == fact_type::one_of; }

    /// Fills the values that both versions know. \return whether there are any
    bool share(joint_fact& both) const {
        const fact &a = old_.rules.facts[both.in_old], &b = new_.rules.facts[both.in_new];
        if (a.type == fact_type::number && b.type == fact_type::number) return share_numbers(both, a, b);
        if (a.type == fact_type::yes_no && b.type == fact_type::yes_no) {
            both.values = {{0, 0, 0, 0}, {1, 1, 1, 1}};
            return true;
        }
        const bool sets = a.type == fact_type::any_of && b.type == fact_type::any_of;
        if (!sets && !(has_terms(a) && has_terms(b))) return false;
        share_terms(both, old_.rules.options_of(a), new_.rules.options_of(b));
        const bool ascending = std::ranges::is_sorted(both.values, {}, &joint_value::new_from);
        const bool levels = a.type == fact_type::level && b.type == fact_type::level;
        both.kind = sets ? joint_kind::set : levels && ascending ? joint_kind::ordered : joint_kind::choice;
        return !both.values.empty();
    }

    static void share_terms(joint_fact& both, const std::vector<option>& old, const std::vector<option>& now) {
        std::map<std::string, std::uint32_t> by_key;
        for (std::uint32_t i = 0; i < now.size(); ++i) by_key.emplace(grammar::term_key(now[i].term), i);
        std::vector<bool> found(now.size());
        for (std::uint32_t i = 0; i < old.size(); ++i) {
            const auto at = by_key.find(grammar::term_key(old[i].term));
            if (at == by_key.end()) {
                both.only_old.push_back(i);
                continue;
            }
            found[at->second] = true;
            both.values.push_back({i, i, at->second, at->second});
        }
        for (std::uint32_t i = 0; i < now.size(); ++i)
            if (!found[i]) both.only_new.push_back(i);
    }

    bool share_numbers(joint_fact& both, const fact& a, const fact& b) const {
        const bool same_unit = a.unit == b.unit || a.unit.empty() || b.unit.empty();
        const std::int64_t least = std::max(a.least, b.least), greatest = std::min(a.greatest, b.greatest);
        if (!same_unit || least > greatest) return false;
        both.range_changed = a.least != b.least || a.greatest != b.greatest;
        std::vector<std::int64_t> starts = old_.cells.starts(both.in_old);
        const auto& more = new_.cells.starts(both.in_new);
        starts.insert(starts.end(), more.begin(), more.end());
        put_ranges(both, std::move(starts), least, greatest);
        return true;
    }

    static void put_ranges(joint_fact& of, std::vector<std::int64_t> starts, std::int64_t least, std::int64_t greatest) {
        std::erase_if(starts, [&](std::int64_t s) { return s <= least || s > greatest; });
        starts.push_back(least);
        std::ranges::sort(starts);
        starts.erase(std::ranges::unique(starts).begin(), starts.end());
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::int64_t to = i + 1 < starts.size() ? starts[i + 1] - 1 : greatest;
            of.values.push_back({starts[i], to, starts[i], to});
        }
    }

    /// A fact of one version: all values that it has there.
    [[nodiscard]] joint_fact alone(fact_id in_old, fact_id in_new, bool other_kind) const {
        joint_fact one;
        one.in_old = in_old;
        one.in_new = in_new;
        one.other_kind = other_kind;
        const version& in = in_old != nothing ? old_ : new_;
        const fact_id id = in_old != nothing ? in_old : in_new;
        const fact& f = in.rules.facts[id];
        if (f.type == fact_type::number) {
            put_ranges(one, in.cells.starts(id), f.least, f.greatest);
            return one;
        }
        one.kind = f.type == fact_type::any_of ? joint_kind::set : f.type == fact_type::one_of ? joint_kind::choice : joint_kind::ordered;
        const std::size_t count = f.type == fact_type::yes_no ? 2 : in.rules.options_of(f).size();
        for (std::size_t i = 0; i < count; ++i) {
            const auto v = static_cast<std::int64_t>(i);
            one.values.push_back({v, v, v, v});
        }
        return one;
    }

    const version& old_;
    const version& new_;
};

/// The lowest value of a range; the first whole one where there is one and the range is not the lowest.
std::int64_t plain_value(std::int64_t from, std::int64_t to, bool lowest, fact_type type) {
    if (lowest || type != fact_type::number) return from;
    constexpr std::int64_t grid = grammar::limits::grid;
    const std::int64_t above = from % grid == 0 ? 0 : from > 0 ? grid - from % grid : -(from % grid);
    return to - from >= above ? from + above : from;
}

/// Everything at its lowest.
facts lowest_person(const rule_base& rules) {
    facts person;
    for (fact_id f = 0; f < rules.facts.size(); ++f) {
        known_fact known = whole_domain(rules, f);
        known.to = known.from;
        std::ranges::fill(known.options, std::uint8_t{0});
        person.known.push_back(std::move(known));
    }
    return person;
}

/// Of each conclusion of the new version which of the old one it was; other names are those of roles alone, or of concepts alone.
std::vector<conclusion_id> old_conclusions_of(const rule_base& old, const rule_base& now, bool roles) {
    const auto named_in = [roles](const rule_base& rules) {
        return std::function<std::uint32_t(std::string_view)>([&rules, roles](std::string_view term) {
            const conclusion_id c = rules.names.conclusion(term);
            return c != nothing && rules.conclusions[c].is_role == roles ? c : nothing;
        });
    };
    const std::vector<std::uint32_t> new_of = matched(old.conclusions, now.conclusions, named_in(old), named_in(now));
    std::vector<conclusion_id> old_of(now.conclusions.size(), nothing);
    for (conclusion_id c = 0; c < new_of.size(); ++c)
        if (new_of[c] != nothing) old_of[new_of[c]] = c;
    return old_of;
}

}  // namespace

std::vector<joint_fact> match_facts(const version& old, const version& now) { return matcher(old, now).run(); }

std::vector<joint_concept> match_concepts(const rule_base& old, const rule_base& now) {
    const std::vector<conclusion_id> old_of = old_conclusions_of(old, now, false);
    std::vector<joint_concept> concepts;
    for (conclusion_id c = 0; c < old_of.size(); ++c)
        if (!now.conclusions[c].is_role && old_of[c] != nothing && !old.conclusions[old_of[c]].is_role) concepts.push_back({old_of[c], c, true});
    return concepts;
}

std::vector<joint_role> match_roles(const rule_base& old, const rule_base& now, const std::vector<std::string>& allowed) {
    const std::vector<conclusion_id> old_of = old_conclusions_of(old, now, true);
    std::vector<std::string> keys;
    for (const std::string& term : allowed) keys.push_back(grammar::term_key(term));
    const auto may_change = [&](const conclusion& c) { return std::ranges::find(keys, grammar::term_key(c.term)) != keys.end(); };
    std::vector<joint_role> roles;
    std::vector<bool> gone(old.conclusions.size(), true);
    for (conclusion_id c = 0; c < now.conclusions.size(); ++c) {
        if (!now.conclusions[c].is_role) continue;
        const conclusion_id before = old_of[c] != nothing && old.conclusions[old_of[c]].is_role ? old_of[c] : nothing;
        if (before != nothing) gone[before] = false;
        roles.push_back({before, c, may_change(now.conclusions[c]) || (before != nothing && may_change(old.conclusions[before])), false, false, {}});
    }
    for (conclusion_id c = 0; c < old.conclusions.size(); ++c)
        if (old.conclusions[c].is_role && gone[c]) roles.push_back({c, nothing, may_change(old.conclusions[c]), false, false, {}});
    return roles;
}

joint_profile profile_of(const version& old, const version& now, const std::vector<joint_fact>& facts, std::vector<std::uint64_t> values,
                         std::vector<std::vector<std::uint32_t>> members) {
    joint_profile made{std::move(values), std::move(members), lowest_person(old.rules), lowest_person(now.rules)};
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const joint_fact& f = facts[i];
        if (f.kind == joint_kind::set) {
            for (const std::uint32_t o : made.members[i]) {
                if (f.in_old != nothing) made.in_old.known[f.in_old].options[static_cast<std::size_t>(f.values[o].old_from)] = 1;
                if (f.in_new != nothing) made.in_new.known[f.in_new].options[static_cast<std::size_t>(f.values[o].new_from)] = 1;
            }
            continue;
        }
        const joint_value& v = f.values[made.values[i]];
        const bool lowest = made.values[i] == 0;
        const auto put = [&](engine::facts& person, fact_id id, const version& in, std::int64_t from, std::int64_t to) {
            if (id != nothing) person.known[id].from = person.known[id].to = plain_value(from, to, lowest, in.rules.facts[id].type);
        };
        put(made.in_old, f.in_old, old, v.old_from, v.old_to);
        put(made.in_new, f.in_new, now, v.new_from, v.new_to);
    }
    return made;
}

}  // namespace advise::engine
