// Which small changes there are.
#include "circuit.hpp"

#include <advise/engine/facts.hpp>
#include <advise/engine/mutants.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

class mutation_finder {
public:
    explicit mutation_finder(const rule_base& rules) : rules_(rules) {}

    std::vector<mutation> find() {
        for (conclusion_id x = 0; x < rules_.conclusions.size(); ++x) {
            const conclusion& about = rules_.conclusions[x];
            for (std::uint32_t i = 0; i < about.clauses.size(); ++i) of_clause(x, i, about.clauses[i]);
            if (about.need() != nullptr) of_need(x, *about.need());
        }
        return std::move(made_);
    }

private:
    mutation& add(mutation_kind kind, condition_id where, const origin& at) {
        mutation& m = made_.emplace_back();
        m.kind = kind;
        m.about = about_;
        m.clause = clause_;
        m.where = where;
        m.at = at;
        return m;
    }

    void add_numbers(mutation_kind kind, const origin& at, std::int64_t from, std::int64_t to) {
        mutation& m = add(kind, nothing, at);
        m.from = from;
        m.to = to;
    }

    void of_clause(conclusion_id x, std::uint32_t i, const clause& c) {
        about_ = x;
        clause_ = i;
        add(mutation_kind::clause_left_out, nothing, c.at);
        if (c.kind == clause_kind::evidence) {
            for (const std::int32_t to : {c.points - 1, c.points + 1})
                if (to != 0 && std::abs(to) <= 1000) add_numbers(mutation_kind::points_changed, c.at, c.points, to);
        }
        std::vector<condition_id> open{c.body};
        while (!open.empty()) {
            const condition_id id = open.back();
            const condition& at = rules_.conditions[id];
            open.pop_back();
            of_condition(id, at);
            if (at.kind == condition_kind::test || at.kind == condition_kind::conclusion) continue;
            for (std::uint32_t n = at.size; n-- > 0;) open.push_back(member(at, n));
        }
    }

    void of_need(conclusion_id x, const points_requirement& need) {
        about_ = x;
        clause_ = nothing;
        add(mutation_kind::need_left_out, nothing, need.at);
        for (const std::int32_t to : {need.points - 1, need.points + 1})
            if (std::abs(to) <= 1000) add_numbers(mutation_kind::need_changed, need.at, need.points, to);
    }

    void of_condition(condition_id id, const condition& c) {
        // A `not` taken away is its member negated.
        if (c.kind != condition_kind::negation) add(mutation_kind::negated, id, c.at);
        if (c.kind == condition_kind::test) return of_test(id, c);
        if (c.kind == condition_kind::conclusion || c.kind == condition_kind::negation) return;
        if (c.kind == condition_kind::all && c.size > 1) add(mutation_kind::and_to_or, id, c.at);
        if (c.kind == condition_kind::any && c.size > 1) add(mutation_kind::or_to_and, id, c.at);
        if (c.kind == condition_kind::count) of_count(id, c);
        for (std::uint32_t i = 0; c.size > 1 && i < c.size; ++i)
            if (c.kind != condition_kind::count || c.least() < c.size)
                add(mutation_kind::part_left_out, member(c, i), rules_.conditions[member(c, i)].at);
    }

    /// "at least" has no upper end, "at most" no lower one; "exactly" moves both together.
    void of_count(condition_id id, const condition& c) {
        const bool at_least = c.most() == c.size, at_most = !at_least && c.least() == 0;
        const std::uint32_t k = at_most ? c.most() : c.least();
        for (const std::uint32_t to : {k - 1, k + 1}) {
            if (to > c.size) continue;  // k - 1 wraps below 0
            mutation& m = add(mutation_kind::count_changed, id, c.at);
            m.least = at_most ? 0 : to;
            m.most = at_least ? c.most() : to;
        }
    }

    void of_test(condition_id id, const condition& c) {
        const std::size_t before = made_.size();
        const fact_type type = rules_.facts[c.subject].type;
        const bool ordered = type == fact_type::level || type == fact_type::number;
        if (ordered) of_ordered(id, c, type == fact_type::number ? grammar::limits::grid : 1);
        if (c.op == test_op::in && !c.is_range && c.size > 1) of_list(id, c);
        leave_out_repeated(before, c);
    }

    [[nodiscard]] std::vector<std::int64_t> values(const condition& c) const {
        const auto values = rules_.values_of(c);
        return {values.begin(), values.end()};
    }

    void of_ordered(condition_id id, const condition& c, std::int64_t step) {
        const known_fact domain = whole_domain(rules_, c.subject);
        if (c.op == test_op::has) return change(id, c, test_op::gt, false, {step});
        const std::vector<std::int64_t> now = values(c);
        if (c.op == test_op::ge) change(id, c, test_op::gt, false, now);
        if (c.op == test_op::gt) change(id, c, test_op::ge, false, now);
        if (c.op == test_op::le) change(id, c, test_op::lt, false, now);
        if (c.op == test_op::lt) change(id, c, test_op::le, false, now);
        if (c.op == test_op::in && !c.is_range) return;
        for (std::size_t i = 0; i < now.size(); ++i) {
            for (const std::int64_t to : {now[i] - step, now[i] + step}) {
                std::vector<std::int64_t> moved = now;
                moved[i] = to;
                if (to >= domain.from && to <= domain.to && std::ranges::is_sorted(moved)) change(id, c, c.op, c.is_range, std::move(moved));
            }
        }
    }

    void of_list(condition_id id, const condition& c) {
        for (std::uint32_t i = 0; i < c.size; ++i) {
            std::vector<std::int64_t> fewer = values(c);
            fewer.erase(fewer.begin() + i);
            change(id, c, c.op, false, std::move(fewer));
        }
    }

    void change(condition_id id, const condition& c, test_op op, bool is_range, std::vector<std::int64_t> values) {
        mutation& m = add(mutation_kind::test_changed, id, c.at);
        m.op = op;
        m.is_range = is_range;
        m.values = std::move(values);
    }

    /// `> beginner` and `>= intermediate` are one change, and `> 4` on a scale of five none that a person would write.
    void leave_out_repeated(std::size_t from, const condition& c) {
        std::vector<std::vector<value_range>> seen{ranges_of(c.op, c.is_range, values(c), c)};
        for (std::size_t i = from; i < made_.size();) {
            const mutation& m = made_[i];
            std::vector<value_range> ranges = ranges_of(m.op, m.is_range, m.values, c);
            if (std::ranges::find(seen, ranges) == seen.end()) {
                seen.push_back(std::move(ranges));
                ++i;
            } else {
                made_.erase(made_.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }

    [[nodiscard]] std::vector<value_range> ranges_of(test_op op, bool is_range, const std::vector<std::int64_t>& of, const condition& like) const {
        if (op == test_op::includes) return {};
        return true_ranges(rules_, like.subject, op, is_range, of);
    }

    [[nodiscard]] condition_id member(const condition& c, std::uint32_t i) const { return rules_.condition_children[c.first + i]; }

    const rule_base& rules_;
    std::vector<mutation> made_;
    conclusion_id about_ = nothing;
    std::uint32_t clause_ = nothing;
};

}  // namespace

std::vector<mutation> mutations_of(const rule_base& rules) { return mutation_finder(rules).find(); }

}  // namespace advise::engine
