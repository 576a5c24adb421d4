// Whether two rule bases mean the same: what a text that was mended is measured by.
#include <advise/engine/lints.hpp>

#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

class meaning_comparer {
public:
    meaning_comparer(const rule_base& a, const rule_base& b) : a_(a), b_(b) {}

    bool same() {
        return match_facts() && all(a_.conclusions, b_.conclusions, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a_.clauses, b_.clauses, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a_.conditions, b_.conditions, [&](const auto& x, const auto& y) { return same(x, y); })
               && a_.condition_children == b_.condition_children && a_.test_values == b_.test_values
               && all(a_.claims, b_.claims, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a_.tests, b_.tests, [&](const auto& x, const auto& y) { return same(x, y); }) && a_.title == b_.title
               && a_.language == b_.language && a_.effort_unit == b_.effort_unit;
    }

private:
    template <class T, class Same>
    static bool all(const T& a, const T& b, Same same) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
    }
    static bool same_name(std::string_view a, std::string_view b) { return grammar::term_key(a) == grammar::term_key(b); }
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

    [[nodiscard]] bool same(const fact& x, const fact& y) const {
        return same_name(x.term, y.term) && x.type == y.type && x.declared == y.declared && x.least == y.least && x.greatest == y.greatest
               && x.unit == y.unit && same_options(a_.options_of(x), b_.options_of(y)) && same_texts(x.labels, y.labels)
               && same_texts(x.questions, y.questions) && all(x.aka, y.aka, same_name) && x.effort.has_value() == y.effort.has_value()
               && (!x.effort || x.effort->micro == y.effort->micro) && x.after == y.after;
    }

    [[nodiscard]] bool same(const conclusion& x, const conclusion& y) const {
        return same_name(x.term, y.term) && x.is_role == y.is_role && same_texts(x.labels(), y.labels()) && all(x.aka(), y.aka(), same_name)
               && x.clauses.size() == y.clauses.size() && all(x.needs(), y.needs(), [](const auto& m, const auto& n) { return m.points == n.points; });
    }

    [[nodiscard]] bool same(const clause& x, const clause& y) {
        const clause_words &m = a_.wording(x), &n = b_.wording(y);
        return x.kind == y.kind && x.points == y.points && x.body == y.body && m.rule_name == n.rule_name && m.citations.size() == n.citations.size()
               && all(m.reasons, n.reasons, [](const because& r, const because& s) { return r.language == s.language && r.text == s.text; });
    }

    [[nodiscard]] bool same(const condition& x, const condition& y) const {
        if (x.kind != y.kind || x.op != y.op || x.is_range != y.is_range || x.first != y.first || x.size != y.size || x.bound != y.bound)
            return false;
        return x.kind == condition_kind::test ? fact_of_[x.subject] == y.subject : x.subject == y.subject;
    }

    [[nodiscard]] bool same(const claim& x, const claim& y) const {
        return x.kind == y.kind && x.body == y.body && x.about == y.about && (x.fact == nothing ? y.fact == nothing : fact_of_[x.fact] == y.fact);
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
