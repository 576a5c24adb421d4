#include "brute_force.hpp"

#include <algorithm>

#include "evaluate.hpp"

namespace advise::tests {
namespace {

// All completions; row i is the i-th.
class completion_table {
public:
    completion_table(const rule_base& base, const std::vector<std::vector<value>>& possible) : possible_(possible), width_(base.conclusions.size()) {
        completion_evaluator evaluator(base);
        std::vector<std::size_t> digits(possible.size(), 0);
        completion facts;
        std::for_each(possible.begin(), possible.end(), [&](const auto& values) { facts.push_back(values.front()); });
        do {
            const auto& results = evaluator.run(facts);
            outcomes_.insert(outcomes_.end(), results.begin(), results.end());
            ++size_;
        } while (advance(digits, facts));
    }

    std::size_t size() const { return size_; }
    const outcome& at(std::size_t row, std::size_t index) const { return outcomes_[row * width_ + index]; }

    // The first fact changes fastest.
    bool differs_along(std::size_t fact_index, std::size_t index) const {
        std::size_t stride = 1;
        for (std::size_t i = 0; i < fact_index; ++i) {
            stride *= possible_[i].size();
        }
        const std::size_t values = possible_[fact_index].size();
        for (std::size_t row = 0; row < size_; ++row) {
            const std::size_t place = row / stride % values;
            if (!(at(row, index) == at(row - place * stride, index))) {
                return true;
            }
        }
        return false;
    }

private:
    bool advance(std::vector<std::size_t>& digits, completion& facts) const {
        for (std::size_t i = 0; i < digits.size(); ++i) {
            digits[i] = (digits[i] + 1) % possible_[i].size();
            facts[i] = possible_[i][digits[i]];
            if (digits[i] != 0) {
                return true;
            }
        }
        return false;
    }

    const std::vector<std::vector<value>>& possible_;
    std::size_t width_;
    std::size_t size_ = 0;
    std::vector<outcome> outcomes_;
};

finding find(const completion_table& table, const std::vector<std::vector<value>>& possible, std::size_t index) {
    finding found;
    found.low = found.high = table.at(0, index).points;
    std::size_t holding = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const outcome& result = table.at(row, index);
        found.low = std::min(found.low, result.points);
        found.high = std::max(found.high, result.points);
        holding += result.holds ? 1U : 0U;
    }
    found.truth = holding == table.size() ? verdict::yes : holding == 0 ? verdict::no : verdict::unknown;
    for (std::size_t i = 0; i < possible.size(); ++i) {
        if (possible[i].size() > 1 && table.differs_along(i, index)) {
            found.open.push_back(i);
        }
    }
    return found;
}

}  // namespace

std::vector<outcome> evaluate(const rule_base& base, const completion& facts) { return completion_evaluator(base).run(facts); }

exact_answer brute_force(const rule_base& base, const profile& known, sampling how) {
    const auto possible = possible_values(base, known, how);
    const completion_table table(base, possible);
    exact_answer answer;
    answer.completions = table.size();
    for (std::size_t i = 0; i < base.conclusions.size(); ++i) {
        answer.findings.push_back(find(table, possible, i));
    }
    answer.advice = advice_order(base, answer.findings);
    return answer;
}

std::vector<std::size_t> advice_order(const rule_base& base, const std::vector<finding>& findings) {
    std::vector<std::size_t> roles;
    for (std::size_t i = 0; i < base.conclusions.size(); ++i) {
        if (base.conclusions[i].role) {
            roles.push_back(i);
        }
    }
    // Stable, so that what is left equal keeps the order of declaration.
    std::stable_sort(roles.begin(), roles.end(), [&](std::size_t a, std::size_t b) {
        const finding& left = findings[a];
        const finding& right = findings[b];
        if (left.truth != right.truth) {
            return left.truth > right.truth;
        }
        return left.low != right.low ? left.low > right.low : left.high > right.high;
    });
    return roles;
}

std::vector<advice_row> advice_rows(const rule_base& base, const exact_answer& answer) {
    std::vector<advice_row> rows;
    for (const std::size_t index : answer.advice) {
        const finding& found = answer.findings[index];
        rows.push_back({base.conclusions[index].term, found.truth, found.low, found.high});
    }
    return rows;
}

std::vector<advice_row> advice_rows(const rule_base& base, const profile& known) { return advice_rows(base, brute_force(base, known)); }

const char* name_of(verdict truth) { return truth == verdict::yes ? "yes" : truth == verdict::no ? "no" : "unknown"; }

}  // namespace advise::tests
