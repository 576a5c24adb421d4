// What the kernels of blocks do to the columns of a role's cone, against one lane and one column at a time.
#include "people_block_guide.hpp"
#include "people_block_planes.hpp"

#include "support/rng.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <vector>

namespace advise::engine::testing {
namespace {

/// Columns with something known and something wanted in every lane.
struct random_columns {
    explicit random_columns(tests::rng& random) {
        std::uint32_t inputs = 0;
        const std::size_t count = 1 + random.below(12);
        for (std::uint32_t c = 0; c < count; ++c) {
            const auto size = static_cast<std::uint32_t>(1 + random.below(4));
            columns.push_back({c, inputs, size, inputs});
            std::uint32_t cell = 0;
            for (std::uint32_t i = 0; i < size; ++i) cells.push_back(cell += static_cast<std::uint32_t>(1 + random.below(3)));
            inputs += size;
            drawn.push_back(static_cast<std::uint32_t>(random.below(cell + 2)));
        }
        possible.resize(2 * std::size_t{inputs});
        marks.resize(2 * std::size_t{inputs});
        certain.resize(inputs);
        drawn_planes.resize(inputs);
        for (const cone_column& column : columns)
            for (std::uint32_t lane = 0; lane < block_people; ++lane) fill(column, lane, random);
    }

    void fill(const cone_column& column, std::uint32_t lane, tests::rng& random) {
        const auto low = static_cast<std::uint32_t>(random.below(column.inputs + 1)),
                   high = low + static_cast<std::uint32_t>(random.below(column.inputs + 1 - low)),
                   at = static_cast<std::uint32_t>(random.below(column.inputs + 1));
        for (std::uint32_t i = 0; i < column.inputs; ++i) {
            const literal l = literal_of(column.first + i);
            put(possible[l], lane, i < high);
            put(possible[flipped(l)], lane, i >= low);
            put(drawn_planes[column.first + i], lane, i < at);
            if (i < low || i >= high) continue;
            put(marks[l], lane, random.chance(1, 3));
            put(marks[flipped(l)], lane, random.chance(1, 3));
        }
    }

    [[nodiscard]] block_view view() {
        block_view v;
        v.inputs = static_cast<std::uint32_t>(cells.size());
        v.certain = certain.data();
        v.possible = possible.data();
        v.marks = marks.data();
        return v;
    }
    [[nodiscard]] cone_columns listed() const { return {columns.data(), static_cast<std::uint32_t>(columns.size()), cells.data()}; }

    std::vector<cone_column> columns;
    std::vector<std::uint32_t> cells, drawn;
    std::vector<lane_plane> possible, marks, certain, drawn_planes;
};

/// One lane of one column.
class one_lane {
public:
    one_lane(const random_columns& all, const cone_column& column, std::uint32_t lane, role_end end)
        : all_(all), column_(column), lane_(lane), end_(end) {}

    [[nodiscard]] bool can(std::uint32_t i, bool truth) const { return is_in(all_.possible[literal_of(column_.first + i, !truth)], lane_); }
    [[nodiscard]] bool wants(std::uint32_t i, bool truth) const {
        const bool asked = end_ == role_end::greatest ? truth : !truth;
        return is_in(all_.marks[literal_of(column_.first + i, !asked)], lane_);
    }
    /// How many of the inputs are true where all wishes come true; more than there are if nowhere. Where nothing is wished, 0.
    [[nodiscard]] std::uint32_t best() const {
        std::uint32_t least = 0, most = column_.inputs;
        for (std::uint32_t i = 0; i < column_.inputs; ++i) {
            if (wants(i, true)) least = i + 1;
            if (wants(i, false)) most = std::min(most, i);
        }
        return least <= most ? least : column_.inputs + 1;
    }
    [[nodiscard]] bool is_mixed() const { return best() > column_.inputs; }
    /// An input where so many are true, as far as what is known allows it.
    [[nodiscard]] bool value(std::uint32_t i, std::uint32_t inputs_true) const { return i < inputs_true ? can(i, true) : !can(i, false); }
    [[nodiscard]] std::uint32_t drawn(std::uint32_t place) const {
        std::uint32_t inputs = 0;
        for (std::uint32_t i = 0; i < column_.inputs; ++i) inputs += all_.cells[column_.first_cell + i] <= all_.drawn[place] ? 1 : 0;
        return inputs;
    }
    [[nodiscard]] std::uint32_t drawn_in_planes() const {
        std::uint32_t inputs = 0;
        while (inputs < column_.inputs && is_in(all_.drawn_planes[column_.first + inputs], lane_)) ++inputs;
        return inputs;
    }

private:
    const random_columns& all_;
    const cone_column& column_;
    std::uint32_t lane_;
    role_end end_;
};

template <class Check>
void for_each_kernel(const Check& check) {
    check(plain_kernel());
    if (has_instruction_set(instruction_set::avx2)) check(*avx2_kernel());
    if (has_instruction_set(instruction_set::avx512)) check(*avx512_kernel());
}

void check_completions(random_columns& all, const block_kernel& kernel, role_end end) {
    bool drawn_right = true, best_right = true;
    const auto check = [&](bool& right, bool at_best) {
        for (std::uint32_t place = 0; place < all.columns.size(); ++place)
            for (std::uint32_t lane = 0; lane < block_people; ++lane) {
                const cone_column& column = all.columns[place];
                const one_lane one(all, column, lane, end);
                const std::uint32_t at = at_best && !one.is_mixed() ? one.best() : one.drawn(place);
                for (std::uint32_t i = 0; i < column.inputs; ++i) right = right && is_in(all.certain[column.first + i], lane) == one.value(i, at);
            }
    };
    kernel.complete_drawn(all.view(), all.listed(), all.drawn.data());
    check(drawn_right, false);
    kernel.complete_best(all.view(), all.listed(), all.drawn.data(), end);
    check(best_right, true);
    BOOST_TEST(drawn_right);
    BOOST_TEST(best_right);
}

void check_mixed(random_columns& all, const block_kernel& kernel, role_end end, tests::rng& random) {
    lane_plane among{};
    for (std::size_t i = random.below(4); i > 0; --i) put(among, static_cast<std::uint32_t>(random.below(block_people)), true);
    std::vector<std::uint32_t> expected, got(all.columns.size());
    for (std::uint32_t place = 0; place < all.columns.size(); ++place) {
        bool mixed = false;
        for_each_lane(among, [&](std::uint32_t lane) { mixed = mixed || one_lane(all, all.columns[place], lane, end).is_mixed(); });
        if (mixed) expected.push_back(place);
    }
    got.resize(kernel.find_mixed(all.view(), all.listed(), among, end, got.data()));
    BOOST_TEST(got == expected, boost::test_tools::per_element());
}

void check_narrow(const random_columns& before, const block_kernel& kernel, role_end end, std::uint32_t picks) {
    random_columns after = before;
    kernel.narrow(after.view(), after.listed(), after.drawn_planes.data(), end, picks);
    bool right = true;
    for (std::uint32_t lane = 0; lane < block_people; ++lane) {
        std::uint32_t picked = 0;
        for (const cone_column& column : before.columns) {
            const one_lane one(before, column, lane, end);
            const bool stays = one.is_mixed() && picks <= most_picks && picked++ >= picks;
            const std::uint32_t at = one.is_mixed() ? one.drawn_in_planes() : one.best();
            for (std::uint32_t i = 0; i < column.inputs; ++i)
                for (const bool truth : {false, true})
                    right = right
                            && is_in(after.possible[literal_of(column.first + i, !truth)], lane)
                                   == (stays ? one.can(i, truth) : one.value(i, at) == truth);
        }
    }
    BOOST_TEST(right);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(people_block_kernels)

BOOST_AUTO_TEST_CASE(columns_go_where_one_lane_alone_would_go) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        BOOST_TEST_CONTEXT("seed " << seed) {
            tests::rng random(seed);
            random_columns all(random);
            for_each_kernel([&](const block_kernel& kernel) {
                for (const role_end end : {role_end::greatest, role_end::least}) {
                    check_completions(all, kernel, end);
                    check_mixed(all, kernel, end, random);
                    for (std::uint32_t picks = 0; picks <= most_picks + 1; ++picks) check_narrow(all, kernel, end, picks);
                }
            });
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::engine::testing
