#include "sat_sums.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <utility>

namespace advise::engine {
namespace {

/// Positive weights, each variable once, the heaviest first.
void normalise(std::vector<sat_term>& terms, std::int64_t& least, sat_literal always) {
    for (sat_term& t : terms)
        if (t.of < 0) {
            least -= t.weight;
            t = {-t.of, -t.weight};
        }  // w on ¬x is w, and -w on x
    std::ranges::sort(terms, {}, &sat_term::of);
    std::vector<sat_term> once;
    for (const sat_term& t : terms) {
        if (t.of == always) least -= t.weight;
        else if (!once.empty() && once.back().of == t.of) once.back().weight += t.weight;
        else once.push_back(t);
    }
    std::erase_if(once, [](const sat_term& t) { return t.weight == 0; });
    for (sat_term& t : once)
        if (t.weight < 0) {
            least -= t.weight;
            t = {-t.of, -t.weight};
        }
    std::ranges::stable_sort(once, std::greater{}, &sat_term::weight);
    std::int64_t common = 0;
    for (const sat_term& t : once) common = std::gcd(common, t.weight);
    if (common > 1) {
        for (sat_term& t : once) t.weight /= common;
        least = least > 0 ? (least + common - 1) / common : 0;
    }
    terms = std::move(once);
}

/// A diagram over normal terms: node (i, need) is "the terms from i on weigh at least `need`".
class sum_diagram {
public:
    sum_diagram(sat_solver& solver, sat_literal always, const std::vector<sat_term>& terms)
        : solver_(solver), always_(always), terms_(terms), left_(terms.size() + 1, 0) {
        for (std::size_t i = terms.size(); i-- > 0;) left_[i] = left_[i + 1] + terms[i].weight;
    }

    /// Nothing where it would have more than `most` nodes.
    std::optional<sat_literal> build(std::int64_t least, std::size_t most) {
        std::vector<std::vector<std::int64_t>> needs(terms_.size() + 1);
        needs[0] = {least};
        std::size_t nodes = 0;
        for (std::size_t i = 0; i < terms_.size(); ++i) {
            nodes += needs[i].size();
            if (nodes > most) return std::nullopt;
            for (const std::int64_t need : needs[i])
                for (const std::int64_t next : {need, need - terms_[i].weight})
                    if (next > 0 && next <= left_[i + 1]) needs[i + 1].push_back(next);
            std::ranges::sort(needs[i + 1]);
            needs[i + 1].erase(std::ranges::unique(needs[i + 1]).begin(), needs[i + 1].end());
        }
        std::vector<sat_literal> below, here;
        for (std::size_t i = terms_.size(); i-- > 0; below.swap(here)) {
            here.clear();
            for (const std::int64_t need : needs[i])
                here.push_back(
                    choice(terms_[i].of, find(needs[i + 1], below, i + 1, need - terms_[i].weight), find(needs[i + 1], below, i + 1, need)));
        }
        return below.front();
    }

private:
    [[nodiscard]] sat_literal find(const std::vector<std::int64_t>& needs, const std::vector<sat_literal>& literals, std::size_t i,
                                   std::int64_t need) const {
        if (need <= 0) return always_;
        if (need > left_[i]) return -always_;
        return literals[static_cast<std::size_t>(std::ranges::lower_bound(needs, need) - needs.begin())];
    }

    /// `high` where x holds, else `low`; low implies high.
    sat_literal choice(sat_literal x, sat_literal high, sat_literal low) {
        if (high == low) return high;
        if (high == always_ && low == -always_) return x;
        const sat_literal v = solver_.fresh();
        solver_.add({-v, high});
        solver_.add({-v, x, low});
        solver_.add({v, -low});
        solver_.add({v, -x, -high});
        return v;
    }

    sat_solver& solver_;
    sat_literal always_;
    const std::vector<sat_term>& terms_;
    std::vector<std::int64_t> left_;  // what the terms from i on weigh
};

/// The sum in binary, then compared.
class sum_adder {
public:
    sum_adder(sat_solver& solver, sat_literal always) : solver_(solver), always_(always) {}

    sat_literal build(const std::vector<sat_term>& terms, std::int64_t least) {
        std::vector<std::vector<sat_literal>> places(64);
        for (const sat_term& t : terms)
            for (std::size_t bit = 0; bit < 63; ++bit)
                if ((t.weight >> bit & 1) != 0) places[bit].push_back(t.of);
        std::vector<sat_literal> sum;
        for (std::size_t bit = 0; bit + 1 < places.size(); ++bit) sum.push_back(reduce(places[bit], places[bit + 1]));
        return compare(sum, least);
    }

private:
    /// Adds up one place of the sum: what is left of it, and the carries.
    sat_literal reduce(std::vector<sat_literal>& place, std::vector<sat_literal>& next) {
        for (std::size_t i = 0; i + 1 < place.size();) {
            const sat_literal a = place[i], b = place[i + 1], c = i + 2 < place.size() ? place[i + 2] : -always_;
            i += c == -always_ ? 2 : 3;
            place.push_back(parity(parity(a, b), c));
            next.push_back(majority(a, b, c));
        }
        return place.empty() ? -always_ : place.back();
    }

    sat_literal parity(sat_literal a, sat_literal b) {
        if (b == -always_) return a;
        const sat_literal v = solver_.fresh();
        solver_.add({-v, a, b});
        solver_.add({-v, -a, -b});
        solver_.add({v, -a, b});
        solver_.add({v, a, -b});
        return v;
    }

    sat_literal majority(sat_literal a, sat_literal b, sat_literal c) {
        const sat_literal v = solver_.fresh();
        for (const auto& [x, y] : {std::array{a, b}, std::array{a, c}, std::array{b, c}}) {
            solver_.add({v, -x, -y});
            solver_.add({-v, x, y});
        }
        return v;
    }

    /// From the lowest place up: the sum so far is at least the bound so far.
    sat_literal compare(const std::vector<sat_literal>& sum, std::int64_t least) {
        sat_literal reached = always_;
        for (std::size_t bit = 0; bit < sum.size(); ++bit) {
            const bool wanted = (least >> bit & 1) != 0;
            reached = wanted ? all_hold(solver_, always_, {sum[bit], reached}) : any_holds(solver_, always_, {sum[bit], reached});
        }
        return reached;
    }

    sat_solver& solver_;
    sat_literal always_;
};

}  // namespace

sat_literal all_hold(sat_solver& solver, sat_literal always, const std::vector<sat_literal>& inputs) {
    std::vector<sat_literal> open;
    for (const sat_literal l : inputs) {
        if (l == -always) return -always;
        if (l != always) open.push_back(l);
    }
    // A thing said twice, or a thing and its opposite: chains of such gates need no variables of their own.
    std::ranges::sort(open, {}, [](sat_literal l) { return std::pair(std::abs(l), l); });
    open.erase(std::ranges::unique(open).begin(), open.end());
    for (std::size_t i = 1; i < open.size(); ++i)
        if (open[i] == -open[i - 1]) return -always;
    if (open.empty()) return always;
    if (open.size() == 1) return open.front();
    const sat_literal v = solver.fresh();
    for (sat_literal& l : open) {
        solver.add({-v, l});
        l = -l;
    }
    open.push_back(v);
    solver.add(open);
    return v;
}

sat_literal any_holds(sat_solver& solver, sat_literal always, const std::vector<sat_literal>& inputs) {
    std::vector<sat_literal> flipped;
    for (const sat_literal l : inputs) flipped.push_back(-l);
    return -all_hold(solver, always, flipped);
}

sat_literal differ(sat_solver& solver, sat_literal always, sat_literal a, sat_literal b) {
    if (a == b) return -always;
    if (a == -b) return always;
    return any_holds(solver, always, {all_hold(solver, always, {a, -b}), all_hold(solver, always, {-a, b})});
}

sat_literal sum_at_least(sat_solver& solver, sat_literal always, std::vector<sat_term> terms, std::int64_t least, std::size_t largest_diagram) {
    normalise(terms, least, always);
    std::int64_t total = 0;
    for (const sat_term& t : terms) total += t.weight;
    if (least <= 0) return always;
    if (least > total) return -always;
    std::vector<sat_literal> inputs;
    for (const sat_term& t : terms) inputs.push_back(t.of);
    if (least == total) return all_hold(solver, always, inputs);
    if (least <= terms.back().weight) return any_holds(solver, always, inputs);
    if (const auto diagram = sum_diagram(solver, always, terms).build(least, largest_diagram)) return *diagram;
    return sum_adder(solver, always).build(terms, least);
}

}  // namespace advise::engine
