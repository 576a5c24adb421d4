// Minimal reasons by the duality of sufficient sets and sets to change.
#include "hitting_sets.hpp"
#include "profile_value.hpp"
#include "whole_number.hpp"
#include "witness.hpp"

#include <advise/engine/reasons.hpp>

#include <algorithm>
#include <map>

namespace advise::engine {
namespace {

bool same(const known_fact& a, const known_fact& b) { return a.from == b.from && a.to == b.to && a.options == b.options; }

class reasoner {
public:
    reasoner(const program& code, const facts& person, conclusion_id about, const reasons_options& options)
        : code_(code), person_(person), about_(about), options_(options), work_left_(options.work_limit) {
        for (const fact_id f : facts_below(code.code(), {code.code().conclusions[about].holds}))
            if (!same(person.known[f], whole_domain(code.rules(), f))) ground_.push_back(f);
        now_ = verdict_of_person(person_).value_or(verdict::unknown);
    }

    minimal_reasons run() {
        minimal_reasons made;
        if (now_ == verdict::unknown) return made;
        const auto count = static_cast<std::uint32_t>(ground_.size());
        const minimal_members sufficient =
            smallest_members(count, options_.most, search_work, [&](const index_set& kept) { return forces(kept); });
        const minimal_members changes = smallest_members(count, options_.most, search_work, [&](const index_set& freed) -> std::optional<bool> {
            const std::optional<bool> forced = forces(others(freed));
            return forced ? std::optional(!*forced) : std::nullopt;
        });
        for (const index_set& s : sufficient.found) made.sufficient.push_back(facts_of(s));
        for (const index_set& s : changes.found) made.changes.push_back(nearest_change(facts_of(s)));
        made.all_sufficient = sufficient.all && !unsure_;
        made.all_changes = changes.all && !unsure_;
        return made;
    }

private:
    static constexpr std::uint64_t search_work = 100'000;

    /// The verdict on a person; nullopt when the work has run out. One that is not exact is unknown, and forces nothing.
    std::optional<verdict> verdict_of_person(const facts& person) {
        const std::uint64_t cost = code_.code().node_count();
        if (cost > work_left_) return std::nullopt;
        work_left_ -= cost;
        const advice answer = advise_on(code_, person, {about_}, options_.verdicts);
        unsure_ |= !answer.roles.front().exact;
        return answer.roles.front().exact ? answer.roles.front().verdict : verdict::unknown;
    }

    /// Whether these of the known facts alone force the verdict. Asked once for each set.
    std::optional<bool> forces(const index_set& kept) {
        const auto known = asked_.find(kept);
        if (known != asked_.end()) return known->second;
        facts part = person_;
        for (const std::uint32_t i : others(kept)) part.known[ground_[i]] = whole_domain(code_.rules(), ground_[i]);
        const std::optional<verdict> found = verdict_of_person(part);
        if (!found) return std::nullopt;
        return asked_[kept] = *found == now_;
    }

    [[nodiscard]] index_set others(const index_set& of) const {
        index_set rest;
        for (std::uint32_t i = 0; i < ground_.size(); ++i)
            if (!std::ranges::binary_search(of, i)) rest.push_back(i);
        return rest;
    }

    [[nodiscard]] std::vector<fact_id> facts_of(const index_set& indices) const {
        std::vector<fact_id> made;
        for (const std::uint32_t i : indices) made.push_back(ground_[i]);
        return made;
    }

    // --- what the facts would have to be

    /// With all facts of the set free the verdict can be different. One after the other they are given the nearest value with which it still can.
    change_set nearest_change(const std::vector<fact_id>& free) {
        change_set made;
        facts person = person_;
        for (const fact_id f : free) person.known[f] = whole_domain(code_.rules(), f);
        for (const fact_id f : free) {
            settle(person, f);
            made.facts.push_back({f, person.known[f]});
        }
        made.then = verdict_of_person(person).value_or(verdict::unknown);
        return made;
    }

    bool can_differ(const facts& person) { return verdict_of_person(person).value_or(verdict::unknown) != now_; }

    void settle(facts& person, fact_id f) {
        const fact_type type = code_.rules().facts[f].type;
        if (type == fact_type::any_of) settle_set(person, f);
        else if (type == fact_type::one_of) settle_choice(person, f);
        else settle_ordered(person, f);
    }

    void settle_choice(facts& person, fact_id f) {
        known_fact& value = person.known[f];
        const std::int64_t last = value.to;
        for (value.from = value.to = 0; value.from < last; value.from = ++value.to)
            if (can_differ(person)) return;
    }

    /// Option by option: as it is now where that will do.
    void settle_set(facts& person, fact_id f) {
        known_fact& value = person.known[f];
        for (std::size_t o = 0; o < value.options.size(); ++o) {
            const std::uint8_t now = person_.known[f].options[o];
            value.options[o] = now;
            if (!can_differ(person)) value.options[o] = now == 0 ? 1 : 0;
        }
        for (std::uint8_t& option : value.options) {        // what does not matter is not in it
            if (option != option_open) continue;
            option = 0;
            if (!can_differ(person)) option = 1;
        }
    }

    /// Upwards if that will do, as little as will do; else downwards.
    void settle_ordered(facts& person, fact_id f) {
        known_fact& value = person.known[f];
        const known_fact now = person_.known[f], whole = value;
        value = {now.from, whole.to, {}, {}, false, false};
        if (can_differ(person)) {
            value.from = value.to = least_reach(now.from, whole.to, [&](std::int64_t end) { return value.to = end, can_differ(person); });
            return round(person, f, whole);
        }
        value = {whole.from, now.to, {}, {}, false, false};
        value.from = value.to = -least_reach(-now.to, -whole.from, [&](std::int64_t end) { return value.from = -end, can_differ(person); });
        round(person, f, whole);
    }

    /// A whole number reads better than the least step of the grid: the next one farther away, where it will do as well.
    void round(facts& person, fact_id f, const known_fact& whole) {
        if (code_.rules().facts[f].type != fact_type::number) return;
        known_fact& value = person.known[f];
        const std::int64_t exact = value.from, whole_number = whole_beyond(exact, person_.known[f].to);
        if (whole_number < whole.from || whole_number > whole.to) return;
        value.from = value.to = whole_number;
        if (!can_differ(person)) value.from = value.to = exact;
    }

    /// The first end of a range that reaches far enough; `enough` is monotone and true of `to`.
    template <class Enough>
    static std::int64_t least_reach(std::int64_t from, std::int64_t to, const Enough& enough) {
        while (from < to) {
            const std::int64_t middle = from + (to - from) / 2;
            if (enough(middle)) to = middle;
            else from = middle + 1;
        }
        return to;
    }

    const program& code_;
    const facts& person_;
    conclusion_id about_;
    const reasons_options& options_;
    std::uint64_t work_left_;
    std::vector<fact_id> ground_;       ///< known facts that the verdict may rest on, in order of declaration
    verdict now_ = verdict::unknown;
    bool unsure_ = false;               ///< a verdict on the way was not exact: less may be enough
    std::map<index_set, bool> asked_;
};

}  // namespace

minimal_reasons reasons_of(const program& code, const facts& person, conclusion_id about, const reasons_options& options) {
    return reasoner(code, person, about, options).run();
}

}  // namespace advise::engine
