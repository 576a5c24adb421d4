// What the tests of all kinds of results have in common: right ones are accepted and proved, changed ones are refused at their place.
#pragma once

#include "checked.hpp"
#include "mutants.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace advise::tests {

/// How many results there were, and what was left unchecked in all of them.
struct proved_tally {
    std::size_t results = 0, left_open = 0;
};

/// \param expected reasons for which something may stay unchecked in every result
inline void check_accepted(const checked_case& held, const verify::json& result, const std::vector<verify::why>& expected, proved_tally& done) {
    const verify::outcome made = held.check(result);
    BOOST_TEST(made.usable, held.shown() << told(made.found));
    BOOST_TEST(made.checked.accepted(), held.shown() << told(made.checked) << text_of(result));
    ++done.results;
    for (const verify::finding& open : made.checked.not_checked) done.left_open += std::ranges::find(expected, open.why) == expected.end() ? 1U : 0U;
}

/// What a kind of result says of its mutants.
struct mutant_judge {
    verify::why left_unchecked;                                                               ///< a place that is still to be changed
    std::vector<std::string> except;                                                          ///< places put to the test elsewhere
    std::function<bool(const mutant&, const verify::report& before, const verify::report& after)> is_true_still;
    std::function<bool(const std::string& where)> shows_elsewhere;                            ///< what is wrong there is refused at another place
};

struct mutant_tally {
    std::size_t mutants = 0, equal = 0, still_true = 0;
    std::map<std::string, std::size_t> of_list;

    [[nodiscard]] std::string shown() const {
        std::string all = std::to_string(mutants) + " mutants,";
        for (const auto& [list, count] : of_list) all += ' ' + list + ' ' + std::to_string(count);
        return all + "; " + std::to_string(equal) + " changed nothing, " + std::to_string(still_true) + " stayed true";
    }
};

/// So many changes of a right result: each is refused, and the place is named.
inline void check_mutants(const checked_case& held, const verify::json& result, std::size_t count, rng& draw, const mutant_judge& judge, mutant_tally& done) {
    const verify::outcome before = held.check(result);
    BOOST_REQUIRE(before.checked.accepted());
    std::vector<std::string> not_proved = judge.except;
    for (const verify::finding& each : before.checked.not_checked)
        if (each.why != judge.left_unchecked) not_proved.push_back(each.where);
    for (std::size_t i = 0; i < count; ++i) {
        const mutant m = random_mutant(result, not_proved, draw);
        if (m.result == result) {
            ++done.equal;
            continue;
        }
        const verify::outcome after = held.check(m.result);
        if (after.checked.accepted() && judge.is_true_still(m, before.checked, after.checked)) {
            ++done.still_true;
            continue;
        }
        ++done.mutants;
        ++done.of_list[list_of(m.where)];
        const std::string what = m.where + ' ' + m.change + held.shown() + text_of(result);
        BOOST_TEST(!after.checked.accepted(), "accepted: " << what);
        if (after.checked.accepted() || judge.shows_elsewhere(m.where)) continue;
        BOOST_TEST(names(after.checked, m.where), "the place is not named: " << what << '\n' << told(after.checked));
    }
}

}  // namespace advise::tests
