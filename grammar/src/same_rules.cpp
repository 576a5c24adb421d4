// Whether two rule files say the same: their trees without the places.
#include <advise/grammar/format.hpp>

#include <advise/grammar/parse.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>

#include "same_profile.hpp"

#include <algorithm>

namespace advise::grammar {
namespace {

using ast::statement;

/// Compares one statement of each file.
class comparer {
public:
    comparer(const source& a, const source& b) : a_(a), b_(b) {}

    bool same(const statement& a, const statement& b) {
        return a.kind == b.kind && a.broken == b.broken && same_terms(a, b) && same_values(a, b) && same(a.condition, b.condition)
               && all(a.reasons, b.reasons, [&](const auto& x, const auto& y) { return same(x.language, y.language) && same(x.text, y.text); })
               && all(a.citations, b.citations, [&](const auto& x, const auto& y) { return same(x.source, y.source) && same(x.text, y.text); })
               && (a.kind != ast::statement_kind::given || same_line(a.line, b.line));
    }

private:
    template <class T, class Same>
    static bool all(const std::vector<T>& a, const std::vector<T>& b, Same same) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
    }

    bool same(const ast::term& a, const ast::term& b) const {
        return a.empty() == b.empty() && (a.empty() || (a.quoted == b.quoted && spelling(a_, a) == spelling(b_, b)));
    }
    static bool same(const ast::text& a, const ast::text& b) {
        const bool none = a.where.begin == a.where.end;
        return none == (b.where.begin == b.where.end) && (none || a.content == b.content);
    }
    bool same_terms(const statement& a, const statement& b) const {
        for (const auto member :
             {&statement::name, &statement::language, &statement::scale_name, &statement::unit, &statement::conclusion, &statement::about})
            if (!same(a.*member, b.*member)) return false;
        return all(a.terms, b.terms, [&](const auto& x, const auto& y) { return same(x, y); });
    }
    static bool same_values(const statement& a, const statement& b) {
        return a.has_quoted == b.has_quoted && (!a.has_quoted || a.quoted.content == b.quoted.content) && a.type == b.type && a.number == b.number
               && a.lower == b.lower && a.upper == b.upper && a.has_range == b.has_range && a.negated == b.negated && a.has_points == b.has_points
               && a.points == b.points && a.lower_points == b.lower_points && a.upper_points == b.upper_points && a.expect == b.expect
               && a.verdict == b.verdict && a.claim == b.claim;
    }

    bool same(const ast::condition& a, const ast::condition& b) const {
        return a.mixed.size() == b.mixed.size() && all(a.nodes, b.nodes, [&](const auto& x, const auto& y) { return same(x, y); })
               && all(a.values, b.values, [&](const auto& x, const auto& y) { return same(x, y); });
    }
    bool same(const ast::node& a, const ast::node& b) const {
        if (a.kind != b.kind || a.op != b.op || a.children != b.children || a.count != b.count || a.value_count != b.value_count) return false;
        if (a.value_count != 0 && a.first_value != b.first_value) return false;
        return a.kind != ast::node_kind::operand || same(a.term, b.term);
    }
    bool same(const ast::value& a, const ast::value& b) const {
        if (a.kind != b.kind) return false;
        if (a.kind == ast::value_kind::word) return same(a.word, b.word);
        return a.number == b.number && same(a.unit, b.unit) && (a.kind != ast::value_kind::range || a.upper == b.upper);
    }

    bool same_line(span a, span b) {
        diagnostics of_a, of_b;
        bool closed_a = false, closed_b = false;
        const auto entry_a = parse_profile_line(a_, a, closed_a, of_a), entry_b = parse_profile_line(b_, b, closed_b, of_b);
        if (!entry_a || !entry_b) return !entry_a && !entry_b && a_.text(a) == b_.text(b);
        return closed_a == closed_b && same_entry(*entry_a, *entry_b);
    }

    const source& a_;
    const source& b_;
};

}  // namespace

bool same_rules(const source& a, const source& b) {
    diagnostics found;
    rules_reader of_a(a, found), of_b(b, found);
    comparer compare(a, b);
    for (statement from_a, from_b;;) {
        const bool more_a = of_a.next(from_a), more_b = of_b.next(from_b);
        if (!more_a || !more_b) return more_a == more_b && !found.has_errors();
        if (!compare.same(from_a, from_b)) return false;
    }
}

}  // namespace advise::grammar
