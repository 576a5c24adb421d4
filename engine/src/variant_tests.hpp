// Which tests fail under a variant of the rules. What a test's profile says of everything is worked out once; a variant is only tried where it makes
// the changed conclusion another one for that profile, and from there upwards.
#pragma once

#include "kleene.hpp"
#include "rule_variant.hpp"

#include <advise/engine/testing.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace advise::engine {

class variant_tests {
public:
    /// \param unchanged the rules as they are, under which all tests pass. All arguments must outlive the object.
    variant_tests(const program& unchanged, rule_workbench& bench, std::span<const bound_test> tests, work_meter& meter, std::size_t table_bytes);

    /// The tests that look at a conclusion, itself or through others, by their numbers.
    [[nodiscard]] const std::vector<std::uint32_t>& looking_at(conclusion_id x) const { return tests_of_[x]; }
    [[nodiscard]] const bound_test& test(std::uint32_t number) const { return tests_[number]; }

    /// From now on variants are of this conclusion. O(size) where it is another one than before
    void turn_to(conclusion_id x);
    /// Whether a test fails under the rules as the bench has them.
    bool fails(std::uint32_t number);
    /// The exact truth of a literal that rests on no change, in the profile of a test.
    verdict truth(std::uint32_t number, literal of);

private:
    void find_tests_of_conclusions();
    void evaluate_all(std::size_t table_bytes);
    void evaluate_change(std::uint32_t number);
    const std::vector<role_advice>& advice_of(std::uint32_t number);
    [[nodiscard]] bool same_outcome() const;
    bool fails_with(const bound_test& test, std::uint32_t number, const expectation& expected);
    role_advice outcome(const facts& person, conclusion_id of);
    bool another_is_first(const bound_test& test, std::uint32_t number, const expectation& expected);

    const program& unchanged_;
    rule_workbench& bench_;
    const program::data& code_;
    std::span<const bound_test> tests_;
    work_meter& meter_;
    std::vector<std::vector<std::uint32_t>> tests_of_;  // of each conclusion
    std::vector<truth_table> tables_;                   // of the tests, under the rules as they are; as many as there is room for
    std::vector<std::vector<role_advice>> advice_;      // of each test, all roles in order of declaration; empty until asked for
    conclusion_id about_ = nothing;
    std::vector<node_id> above_;  // gates that rest on `about_`, ascending
    std::vector<bool> rests_;     // conclusions that do, itself too
    truth_table now_;             // under the change, of the test that is tried
};

}  // namespace advise::engine
