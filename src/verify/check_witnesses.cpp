// Witnesses: completions that show what is claimed, tried with plain truth; and the claims that every state of a role decides.
#include "checking.hpp"
#include "states.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

/// What a witness gives.
struct attained {
    bool usable = false;
    completion facts;
    bool holds = false;
    std::int64_t points = 0;
};

class witness_reader {
public:
    witness_reader(checking& c, const claims& of) : c_(c), of_(of), facts_(facts_below(c.base, of.rests_on)) {}

    /// Reads a completion of exactly the facts that the role rests on and the profile leaves open, in order of declaration.
    attained read(const std::string& where, const json& written) {
        attained made;
        made.facts = lowest_completion(c_.base, c_.left);
        made.usable = true;
        std::vector<std::string> expected, names;
        for (const std::size_t f : facts_) {
            if (c_.left[f].decided()) continue;
            expected.push_back(c_.base.facts[f].term);
            const json* value = written.find(expected.back());
            if (value == nullptr) made.usable = refuse(where, why::fact_left_out, expected.back());
            else made.usable = put_value(keyed(where, expected.back()), f, *value, made.facts) && made.usable;
        }
        for (const auto& [name, value] : written.members) {
            names.push_back(name);
            if (std::find(expected.begin(), expected.end(), name) == expected.end()) made.usable = refuse(keyed(where, name), why::not_of_the_role, name);
        }
        if (made.usable && names != expected) c_.refuse(aspect::witnesses, where, why::facts_out_of_order);
        if (!made.usable) return made;
        facts_of_one holds;
        evaluate_plainly(c_.base, made.facts, of_.order, holds);
        const conclusion& about = c_.base.conclusions[of_.conclusion];
        made.holds = holds[about.node];
        made.points = plain_points(about, holds);
        return made;
    }

private:
    bool refuse(const std::string& where, why because, std::string argument) {
        c_.refuse(aspect::witnesses, where, because, {std::move(argument)});
        return false;
    }

    bool put_value(const std::string& where, std::size_t f, const json& written, completion& into) {
        const fact& of = c_.base.facts[f];
        const possible& left = c_.left[f];
        if (of.type == fact_type::any_of) return put_set(where, of, left, written, into.sets[f]);
        const auto value = value_of(of, written);
        const bool allowed = value && (of.type == fact_type::number ? left.from <= *value && *value <= left.to : bool(left.values[static_cast<std::size_t>(*value)]));
        if (!allowed) return refuse(where, why::outside_profile, text_of(written));
        into.values[f] = *value;
        return true;
    }

    /// Options in their order, each once.
    bool put_set(const std::string& where, const fact& of, const possible& left, const json& written, std::vector<bool>& into) {
        std::fill(into.begin(), into.end(), false);
        std::size_t next = 0;
        for (const json& item : written.items) {
            const auto option = value_of(of, item);
            if (!option || static_cast<std::size_t>(*option) < next) return refuse(where, why::outside_profile, text_of(written));
            into[static_cast<std::size_t>(*option)] = true;
            next = static_cast<std::size_t>(*option) + 1;
        }
        bool allowed = written.is == json::kind::array;
        for (std::size_t o = 0; o < into.size(); ++o) allowed = allowed && left.options[o] != (into[o] ? truth::no : truth::yes);
        return allowed || refuse(where, why::outside_profile, text_of(written));
    }

    checking& c_;
    const claims& of_;
    std::vector<std::size_t> facts_;
};

/// The claim of one of the four witnesses.
struct wanted {
    const char* name;
    bool needed;
    bool of_points;
    std::int64_t value;                 ///< points, or 1 and 0 for holding or not
};

std::vector<wanted> wanted_by(const claims& of) {
    const bool open = of.verdict == truth::unknown, differ = of.points.low != of.points.high;
    return {{"yes", open, false, 1}, {"no", open, false, 0}, {"low", differ, true, of.points.low}, {"high", differ, true, of.points.high}};
}

std::string claim_text(const wanted& w, std::int64_t value) { return w.of_points ? std::to_string(value) : value != 0 ? "yes" : "no"; }

void check_one(checking& c, witness_reader& reader, const claims& of, const wanted& w, const json& all) {
    const std::string where = of.where + ".witness." + w.name;
    const json* written = all.find(w.name);
    if (written == nullptr) return c.refuse(aspect::witnesses, where, why::missing);
    if (written->is == json::kind::null) {
        // Where the work limit stopped the search there may be none.
        if (w.needed && of.exact) c.refuse(aspect::witnesses, where, why::not_a, {"{…}"});
        return;
    }
    if (written->is != json::kind::object) return c.refuse(aspect::witnesses, where, why::not_a, {"{…}"});
    if (!w.needed) return c.refuse(aspect::witnesses, where, why::needless, {w.of_points ? "points" : "verdict"});
    const attained made = reader.read(where, *written);
    const std::int64_t value = w.of_points ? made.points : made.holds ? 1 : 0;
    if (made.usable && value != w.value) c.refuse(aspect::witnesses, where, why::evaluates_to, {claim_text(w, w.value), claim_text(w, value)});
}

// --- by all states

class decider {
public:
    decider(checking& c, const claims& of, const state_table& table) : c_(c), of_(of), table_(table) {}

    void run() {
        check_verdict();
        if (!of_.exact) return;
        check_open();
        const json* all = of_.entry->find("witness");
        if (all == nullptr) return;
        for (const wanted& w : wanted_by(of_))
            if (w.needed) check_first(w, all->find(w.name));
    }

private:
    /// What proofs and witnesses have shown already, once more: here nothing is left to argue.
    void check_verdict() {
        const bool some = std::find(table_.holds.begin(), table_.holds.end(), true) != table_.holds.end();
        const bool all = std::find(table_.holds.begin(), table_.holds.end(), false) == table_.holds.end();
        const truth verdict = all ? truth::yes : some ? truth::unknown : truth::no;
        const auto [low, high] = std::minmax_element(table_.points.begin(), table_.points.end());
        const bool same_verdict = of_.verdict == verdict || (!of_.exact && of_.verdict == truth::unknown);
        if (!same_verdict) c_.refuse(aspect::verdicts, of_.where + ".verdict", why::differs, {name_of(of_.verdict), name_of(verdict)});
        const bool same_points = of_.exact ? of_.points == interval{*low, *high} : of_.points.low <= *low && of_.points.high >= *high;
        if (same_points) return;
        const auto text = [](std::int64_t from, std::int64_t to) { return std::to_string(from) + ".." + std::to_string(to); };
        c_.refuse(aspect::points, of_.where + ".points", why::differs, {text(of_.points.low, of_.points.high), text(*low, *high)});
    }

    /// A fact is open where two completions that differ in it alone differ in the verdict or the points.
    void check_open() {
        std::set<std::size_t> open;
        for (std::size_t first = 0; first < table_.variables.size();) {
            std::size_t last = first;
            while (last + 1 < table_.variables.size() && table_.variables[last + 1].fact == table_.variables[first].fact) ++last;
            if (matters(first, last)) open.insert(table_.variables[first].fact);
            first = last + 1;
        }
        std::vector<json> names;
        for (const std::size_t f : open) names.push_back(json::of(c_.base.facts[f].term));
        c_.compare_member(aspect::open, *of_.entry, of_.where, "open", json::array(std::move(names)));
    }

    bool matters(std::size_t first, std::size_t last) const {
        for (std::size_t s = 0; s < table_.size(); ++s) {
            std::size_t same = s;       // the state in which this fact alone is at its lowest
            for (std::size_t v = first; v <= last; ++v) same -= table_.digit(s, v) * table_.stride(v);
            if (table_.holds[s] != table_.holds[same] || table_.points[s] != table_.points[same]) return true;
        }
        return false;
    }

    /// The canonical witness is the first state that attains the claim.
    void check_first(const wanted& w, const json* written) {
        if (written == nullptr || written->is != json::kind::object) return;
        std::size_t first = 0;
        while (first < table_.size() && (w.of_points ? table_.points[first] : std::int64_t{table_.holds[first]}) != w.value) ++first;
        if (first == table_.size()) return;
        completion facts = lowest_completion(c_.base, c_.left);
        for (std::size_t v = 0; v < table_.variables.size(); ++v) put(facts, table_.variables[v], table_.variables[v].values[table_.digit(first, v)]);
        for (const variable& v : table_.variables) {
            const fact& of = c_.base.facts[v.fact];
            const json* value = written->find(of.term);
            if (value == nullptr || *value == written_value(of, facts, v.fact)) continue;
            return c_.refuse(aspect::canonical_witnesses, keyed(of_.where + ".witness." + w.name, of.term), why::not_the_first, {of.term});
        }
    }

    static json written_value(const fact& of, const completion& facts, std::size_t f) {
        if (of.type != fact_type::any_of) return value_json(of, facts.values[f]);
        std::vector<json> in;
        for (std::size_t o = 0; o < of.options.size(); ++o)
            if (facts.sets[f][o]) in.push_back(json::of(of.options[o].term));
        return json::array(std::move(in));
    }

    checking& c_;
    const claims& of_;
    const state_table& table_;
};

/// What `open` must be at the least, whatever cannot be decided: facts of the role that are open, each once, in order.
void check_open_form(checking& c, const claims& of) {
    const json* open = c.member(aspect::open, *of.entry, of.where, "open", json::kind::array);
    if (open == nullptr) return;
    std::vector<std::string> possible_names;
    for (const std::size_t f : facts_below(c.base, of.rests_on))
        if (!c.left[f].decided()) possible_names.push_back(c.base.facts[f].term);
    auto next = possible_names.begin();
    for (std::size_t i = 0; i < open->items.size(); ++i) {
        const auto found = std::find(next, possible_names.end(), open->items[i].string);
        if (found == possible_names.end()) return c.refuse(aspect::open, indexed(of.where + ".open", i), why::not_of_the_role, {open->items[i].string});
        next = found + 1;
    }
}

}  // namespace

void check_witnesses(checking& c, const claims& of) {
    const json* all = c.member(aspect::witnesses, *of.entry, of.where, "witness", json::kind::object);
    if (all == nullptr) return c.pass_over({aspect::canonical_witnesses});
    c.leave_unknown_fields(*all, of.where + ".witness", {"yes", "no", "low", "high"});
    witness_reader reader(c, of);
    for (const wanted& w : wanted_by(of)) check_one(c, reader, of, w, *all);
}

void check_by_all_states(checking& c, const claims& of) {
    if (!of.exact) {
        // Where the work limit stopped the search, `open` may name facts that do not matter.
        check_open_form(c, of);
        c.leave(aspect::open, of.where + ".open", why::limit_claimed);
    }
    const auto table = all_states(c.base, of.conclusion, of.rests_on, c.left, most_states);
    if (table) return decider(c, of, *table).run();
    if (!of.exact) return;
    check_open_form(c, of);
    c.leave(aspect::open, of.where + ".open", why::too_many_states, {std::to_string(most_states)});
    c.leave(aspect::canonical_witnesses, of.where + ".witness", why::too_many_states, {std::to_string(most_states)});
}

}  // namespace advise::verify
