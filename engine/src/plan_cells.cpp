#include "plan_cells.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

inline constexpr std::int64_t grid = 1'000'000;
/// Options of a set that are wanted both in and out of it, beyond which not all their combinations are looked at.
inline constexpr std::size_t most_mixed_options = 10;

/// Steps of a fact that are looked at one by one where their order may matter.
inline constexpr std::uint32_t most_split_steps = 64;

using truth_row = std::vector<truth_bits>;

/// A value and what the tests make of it.
struct candidate {
    plan_cell cell;
    truth_row row;
};

class cell_maker {
public:
    cell_maker(plan_problem& problem, plan_variable& v, const program::data& code, const std::vector<wanted_test>& tests, const known_fact& box)
        : problem_(problem), v_(v), code_(code), tests_(tests), box_(box), fact_(code.rules->facts[v.fact])
    {
    }

    void raise(std::int64_t effort_left, bool each_step)
    {
        std::vector<candidate> all;
        const std::int64_t unit = fact_.type == fact_type::number ? grid : 1;
        const std::int64_t effort = step_effort(*code_.rules, v_.fact);
        const std::int64_t most = most_steps(unit, effort, effort_left);
        for (const std::int64_t start : starts(box_.from, box_.to)) {
            const std::int64_t steps = (start - box_.from + unit - 1) / unit;
            if (box_.from + steps * unit > box_.to) break;
            if (steps > most) {
                problem_.cut = true;
                problem_.cut_effort = std::min(problem_.cut_effort, effort * (most + 1));
                break;
            }
            candidate next{{box_.from + steps * unit, {}, static_cast<std::uint32_t>(steps), {effort * steps, steps}, true}, {}};
            next.row = row_of_number(next.cell.value);
            if (all.empty() || (next.cell.steps > all.back().cell.steps && next.row != all.back().row)) all.push_back(std::move(next));
        }
        if (each_step) all = split_into_steps(all, unit, effort);
        mark_useful(all);
        while (all.size() > 1 && !all.back().cell.useful) all.pop_back();
        keep(all);
    }

    void free()
    {
        std::vector<candidate> all = values();
        keep(undominated(all));
    }

    void assume()
    {
        std::vector<candidate> all = values();
        for (const candidate& c : all) v_.other_values.push_back(c.cell);
        const auto worst = std::ranges::find_if(all, [&](const candidate& w) {
            return std::ranges::all_of(all, [&](const candidate& c) { return no_worse(c.row, w.row); });
        });
        std::vector<candidate> kept;
        if (worst != all.end()) {
            v_.kind = plan_variable_kind::assumed;
            kept.push_back(*worst);
            for (candidate& c : undominated(all))
                if (!no_worse(worst->row, c.row)) kept.push_back(std::move(c));
        } else {
            kept.push_back(left_unknown(all));
            for (candidate& c : undominated(all)) kept.push_back(std::move(c));
        }
        for (std::size_t i = 1; i < kept.size(); ++i) kept[i].cell.cost = {0, one_assumption};
        keep(kept);
    }

private:
    /// The same cells with one for each step; what lies between two of them is like the first.
    static std::vector<candidate> split_into_steps(const std::vector<candidate>& all, std::int64_t unit, std::int64_t effort)
    {
        if (all.back().cell.steps > most_split_steps) return all;
        std::vector<candidate> made;
        for (const candidate& c : all) {
            while (!made.empty() && made.back().cell.steps + 1 < c.cell.steps) {
                candidate next = made.back();
                ++next.cell.steps;
                next.cell.value += unit;
                next.cell.cost += price{effort, 1};
                made.push_back(std::move(next));
            }
            made.push_back(c);
        }
        return made;
    }

    static std::int64_t most_steps(std::int64_t unit, std::int64_t effort, std::int64_t effort_left)
    {
        const std::int64_t affordable = effort == 0 ? most_steps_of_a_fact : effort_left / effort;
        return unit == 1 ? affordable : std::min(affordable, most_steps_of_a_fact);
    }

    /// Where the truth of a test changes, from the lowest value on.
    [[nodiscard]] std::vector<std::int64_t> starts(std::int64_t from, std::int64_t to) const
    {
        std::vector<std::int64_t> found{from};
        for (const wanted_test& t : tests_) {
            const circuit_test& test = code_.tests[t.whole];
            for (std::uint32_t r = 0; r < test.ranges; ++r) {
                found.push_back(code_.ranges[test.first_range + r].from);
                found.push_back(code_.ranges[test.first_range + r].to + 1);
            }
        }
        std::erase_if(found, [&](std::int64_t s) { return s < from || s > to; });
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
        return found;
    }

    [[nodiscard]] truth_row row_of_number(std::int64_t value) const
    {
        known_fact exactly;
        exactly.from = exactly.to = value;
        truth_row row;
        for (const wanted_test& t : tests_) row.push_back(test_truth(code_, code_.tests[t.whole], exactly));
        return row;
    }

    [[nodiscard]] std::vector<candidate> values()
    {
        if (fact_.type == fact_type::any_of) return sets();
        std::vector<candidate> all;
        if (fact_.type == fact_type::one_of) {
            for (std::int64_t o = box_.from; o <= box_.to; ++o) add_new(all, {{o, {}, 0, {}, true}, row_of_number(o)});
            return all;
        }
        const std::vector<std::int64_t> from = starts(box_.from, box_.to);
        for (std::size_t i = 0; i < from.size(); ++i) {
            const std::int64_t to = i + 1 < from.size() ? from[i + 1] - 1 : box_.to;
            add_new(all, {{fact_.type == fact_type::number ? whole_number(from[i], to) : from[i], {}, 0, {}, true}, row_of_number(from[i])});
        }
        return all;
    }

    static void add_new(std::vector<candidate>& all, candidate next)
    {
        if (std::ranges::none_of(all, [&](const candidate& c) { return c.row == next.row; })) all.push_back(std::move(next));
    }

    /// The first whole number of a range, else its first value.
    static std::int64_t whole_number(std::int64_t from, std::int64_t to)
    {
        const std::int64_t below = from / grid * grid;
        const std::int64_t whole = below >= from ? below : below + grid;
        return whole <= to ? whole : from;
    }

    /// Options wanted only in the set, or only out of it, are where they are best or where they are worst; the others are tried both ways.
    [[nodiscard]] std::vector<candidate> sets()
    {
        std::vector<std::uint32_t> known, fixed_in, mixed;
        for (std::uint32_t o = 0; o < box_.options.size(); ++o)
            if (box_.options[o] == 1) known.push_back(o);
        for (const wanted_test& t : tests_) {
            const std::uint32_t option = code_.tests[t.whole].option;
            if (t.as_true && t.as_false) mixed.push_back(option);
            else fixed_in.push_back(option);
        }
        if (mixed.size() > most_mixed_options) {
            mixed.resize(most_mixed_options);
            problem_.cut = true;
            problem_.cut_effort = 0;
        }
        std::vector<candidate> all;
        for (std::uint32_t bits = 0; bits < 1U << mixed.size(); ++bits) {
            for (const bool best : {false, true}) {
                std::vector<std::uint32_t> members = known;
                for (std::size_t i = 0; i < mixed.size(); ++i)
                    if ((bits >> i & 1U) != 0) members.push_back(mixed[i]);
                for (const wanted_test& t : tests_)
                    if (std::ranges::find(fixed_in, code_.tests[t.whole].option) != fixed_in.end() && t.as_true == best) members.push_back(code_.tests[t.whole].option);
                std::ranges::sort(members);
                truth_row row;
                for (const wanted_test& t : tests_)
                    row.push_back(std::ranges::binary_search(members, code_.tests[t.whole].option) ? can_be_true : can_be_false);
                add_new(all, {{0, members, 0, {}, true}, row});
            }
        }
        return all;
    }

    [[nodiscard]] static candidate left_unknown(const std::vector<candidate>& all)
    {
        candidate unknown;
        unknown.row.assign(all.front().row.size(), 0);
        for (const candidate& c : all)
            for (std::size_t t = 0; t < c.row.size(); ++t) unknown.row[t] = static_cast<truth_bits>(unknown.row[t] | c.row[t]);
        return unknown;
    }

    /// Whatever is wanted and true at b is true at a.
    [[nodiscard]] bool no_worse(const truth_row& a, const truth_row& b) const
    {
        for (std::size_t t = 0; t < tests_.size(); ++t) {
            if (a[t] == b[t]) continue;
            if (tests_[t].as_true && b[t] == can_be_true) return false;
            if (tests_[t].as_false && b[t] == can_be_false) return false;
        }
        return true;
    }

    [[nodiscard]] std::vector<candidate> undominated(const std::vector<candidate>& all) const
    {
        std::vector<candidate> kept;
        for (std::size_t i = 0; i < all.size(); ++i) {
            bool dominated = false;
            for (std::size_t k = 0; k < all.size() && !dominated; ++k)
                dominated = k != i && no_worse(all[k].row, all[i].row) && (k < i || !no_worse(all[i].row, all[k].row));
            if (!dominated) kept.push_back(all[i]);
        }
        return kept;
    }

    /// A plan that ends at a cell could end earlier at no loss if an earlier cell is no worse than all from there on: nor is any `after` lost.
    void mark_useful(std::vector<candidate>& all) const
    {
        for (std::size_t to = 1; to < all.size(); ++to)
            for (std::size_t from = to; from-- > 0 && all[to].cell.useful;) {
                bool covers = true;
                for (std::size_t between = from + 1; between <= to && covers; ++between) covers = no_worse(all[from].row, all[between].row);
                if (covers) all[to].cell.useful = false;
            }
    }

    void keep(const std::vector<candidate>& all)
    {
        v_.first_truth = static_cast<std::uint32_t>(problem_.truths.size());
        for (const candidate& c : all) {
            v_.cells.push_back(c.cell);
            problem_.truths.insert(problem_.truths.end(), c.row.begin(), c.row.end());
        }
    }

    plan_problem& problem_;
    plan_variable& v_;
    const program::data& code_;
    const std::vector<wanted_test>& tests_;
    const known_fact& box_;
    const fact& fact_;
};

}  // namespace

void make_plan_cells(plan_problem& problem, plan_variable& v, const program::data& code, const std::vector<wanted_test>& tests, const known_fact& box,
                     std::int64_t effort_left, bool each_step)
{
    cell_maker maker(problem, v, code, tests, box);
    switch (v.kind) {
    case plan_variable_kind::raised: maker.raise(effort_left, each_step); break;
    case plan_variable_kind::released: maker.free(); break;
    default: maker.assume(); break;
    }
}

}  // namespace advise::engine
