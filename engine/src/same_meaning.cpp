// Whether two rule bases mean the same: what a text that was mended is measured by.
#include <advise/engine/lints.hpp>

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <span>

namespace advise::engine {
namespace {

class meaning_comparer {
public:
    meaning_comparer(const rule_base& a, const rule_base& b) : a_(a), b_(b) {}

    bool same() {
        return match_facts() && same_order_of_learning()
               && all(a_.conclusions, b_.conclusions, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a_.clauses, b_.clauses, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a_.claims, b_.claims, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a_.tests, b_.tests, [&](const auto& x, const auto& y) { return same(x, y); }) && a_.title == b_.title
               && a_.language == b_.language && a_.effort_unit == b_.effort_unit;
    }

private:
    template <class T, class Same>
    static bool all(const T& a, const T& b, Same same) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
    }
    static bool same_name(const std::string& a, const std::string& b) { return grammar::term_key(a) == grammar::term_key(b); }
    static bool same_texts(const texts& a, const texts& b) {
        return all(a, b, [](const localised& x, const localised& y) { return x.language == y.language && x.text == y.text; });
    }
    static bool same_options(const std::vector<option>& a, const std::vector<option>& b) {
        return all(a, b, [](const option& x, const option& y) { return same_name(x.term, y.term) && same_texts(x.labels, y.labels); });
    }

    /// Facts of `b` in their order among those of `a`; what `b` lacks must be asked for nowhere.
    bool match_facts() {
        std::vector<bool> asked(a_.facts.size(), false);
        for (const condition& c : a_.conditions)
            if (c.kind == condition_kind::test) asked[c.subject] = true;
        for (const claim& c : a_.claims)
            if (c.fact != nothing) asked[c.fact] = true;
        fact_of_.assign(a_.facts.size(), nothing);
        fact_id next = 0;
        for (fact_id f = 0; f < a_.facts.size(); ++f) {
            if (next < b_.facts.size() && same(a_.facts[f], b_.facts[next])) fact_of_[f] = next++;
            else if (asked[f]) return false;
        }
        return next == b_.facts.size();
    }

    /// What must hold when facts are learnt; once all facts have found theirs.
    [[nodiscard]] bool same_order_of_learning() const {
        for (fact_id f = 0; f < a_.facts.size(); ++f)
            if (fact_of_[f] != nothing && !same_conditions(a_.facts[f].after, b_.facts[fact_of_[f]].after)) return false;
        return true;
    }

    [[nodiscard]] bool same(const fact& x, const fact& y) const {
        return same_name(x.term, y.term) && x.type == y.type && x.declared == y.declared && x.least == y.least && x.greatest == y.greatest
               && x.unit == y.unit && same_options(a_.options_of(x), b_.options_of(y)) && same_texts(x.labels, y.labels)
               && same_texts(x.questions, y.questions) && all(x.aka, y.aka, same_name) && x.effort.has_value() == y.effort.has_value()
               && (!x.effort || x.effort->micro == y.effort->micro);
    }

    [[nodiscard]] bool same(const conclusion& x, const conclusion& y) const {
        return same_name(x.term, y.term) && x.is_role == y.is_role && same_texts(x.labels, y.labels) && all(x.aka, y.aka, same_name)
               && x.clauses.size() == y.clauses.size() && all(x.needs, y.needs, [](const auto& m, const auto& n) { return m.points == n.points; });
    }

    [[nodiscard]] bool same(const clause& x, const clause& y) const {
        const clause_words &m = x.wording(), &n = y.wording();
        return x.kind == y.kind && x.points == y.points && same_conditions(x.body, y.body) && m.rule_name == n.rule_name
               && m.citations.size() == n.citations.size()
               && all(m.reasons, n.reasons, [](const because& r, const because& s) { return r.language == s.language && r.text == s.text; });
    }

    /// Trees of conditions; either may be `nothing`. A count that says no more than `all of` or `none of` is that. O(size); nesting is bounded by reading.
    [[nodiscard]] bool same_conditions(condition_id x, condition_id y) const {
        if (x == nothing || y == nothing) return x == y;
        const shape m = shape_of(a_, x), n = shape_of(b_, y);
        if (m.kind != n.kind || m.none != n.none || m.members.size() != n.members.size()) return false;
        const condition &c = *m.of, &d = *n.of;
        if (m.kind == condition_kind::count && (c.least != d.least || c.most != d.most)) return false;
        if (m.kind == condition_kind::conclusion) return c.subject == d.subject;
        if (m.kind == condition_kind::test) {
            const auto values = [](const rule_base& of, const condition& t) { return std::span(of.test_values).subspan(t.first, t.size); };
            return c.op == d.op && c.is_range == d.is_range && fact_of_[c.subject] == d.subject && std::ranges::equal(values(a_, c), values(b_, d));
        }
        return std::ranges::equal(m.members, n.members, [&](condition_id p, condition_id q) { return same_conditions(p, q); });
    }

    /// What a condition says, however it says it: `none` stands for the negation of an `any` over these members.
    struct shape {
        condition_kind kind{};
        bool none = false;
        const condition* of = nullptr;
        std::span<const condition_id> members;
    };
    static shape shape_of(const rule_base& rules, condition_id id) {
        const condition& c = rules.conditions[id];
        shape made{c.kind, false, &c, {}};
        if (c.kind == condition_kind::test || c.kind == condition_kind::conclusion) return made;
        made.members = members_of(rules, c);
        if (c.kind == condition_kind::negation) {
            const condition& inner = rules.conditions[made.members.front()];
            if (inner.kind == condition_kind::any && inner.size > 0) return {condition_kind::negation, true, &inner, members_of(rules, inner)};
        }
        if (c.kind == condition_kind::count && c.size > 0) {
            if (c.most == 0) return {condition_kind::negation, true, &c, made.members};
            if (c.least == c.size) made.kind = condition_kind::all;
        }
        return made;
    }
    static std::span<const condition_id> members_of(const rule_base& rules, const condition& gate) {
        return std::span(rules.condition_children).subspan(gate.first, gate.size);
    }

    [[nodiscard]] bool same(const claim& x, const claim& y) const {
        return x.kind == y.kind && same_conditions(x.body, y.body) && x.about == y.about
               && (x.fact == nothing ? y.fact == nothing : fact_of_[x.fact] == y.fact);
    }

    [[nodiscard]] static bool same(const test_block& x, const test_block& y) {
        return x.title == y.title && x.given.size() == y.given.size() && all(x.expected, y.expected, [](const expectation& m, const expectation& n) {
                   return m.kind == n.kind && m.role == n.role && m.verdict == n.verdict && m.low == n.low && m.high == n.high;
               });
    }

    const rule_base &a_, &b_;
    std::vector<fact_id> fact_of_;
};

}  // namespace

bool same_meaning(const rule_base& a, const rule_base& b) { return meaning_comparer(a, b).same(); }

}  // namespace advise::engine
