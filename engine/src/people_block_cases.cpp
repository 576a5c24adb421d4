#include "people_block_cases.hpp"

#include "people_block_planes.hpp"
#include "random.hpp"

#include <algorithm>
#include <bit>

namespace advise::engine {
namespace {

inline constexpr std::uint32_t case_bits = 9;
static_assert(std::uint32_t{1} << case_bits == block_people);

inline constexpr std::uint64_t drawing_seed = 0x61647669'73650003ULL;
/// In the first round all columns of mixed sign are put where they were drawn, in later ones some after the others.
inline constexpr std::uint32_t picks[] = {1, 2, 4};

/// Bit `bit` of the numbers of the lanes of a word.
std::uint64_t number_bit(std::uint32_t bit, std::uint32_t word) {
    constexpr std::uint64_t inside[] = {0xAAAA'AAAA'AAAA'AAAAULL, 0xCCCC'CCCC'CCCC'CCCCULL, 0xF0F0'F0F0'F0F0'F0F0ULL,
                                        0xFF00'FF00'FF00'FF00ULL, 0xFFFF'0000'FFFF'0000ULL, 0xFFFF'FFFF'0000'0000ULL};
    if (bit < 6) return inside[bit];
    return ((word >> (bit - 6)) & 1U) != 0 ? ~std::uint64_t{0} : 0;
}

/// The lanes whose digit is at least `least`. \param digit digit(bit, word): the lanes of a word in which that bit of it is set
template <class Digit>
lane_plane at_least(std::uint32_t bits, std::uint32_t least, const Digit& digit) {
    lane_plane plane;
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        std::uint64_t greater = 0, equal = ~std::uint64_t{0};
        for (std::uint32_t bit = bits; bit-- > 0;) {
            const std::uint64_t set = digit(bit, w);
            if (((least >> bit) & 1U) == 0) greater |= equal & set;
            equal &= ((least >> bit) & 1U) != 0 ? set : ~set;
        }
        plane.words[w] = (least >> bits) != 0 ? 0 : greater | equal;
    }
    return plane;
}
/// The digit is a part of the lane's own number.
lane_plane at_least(std::uint32_t first_bit, std::uint32_t bits, std::uint32_t least) {
    return at_least(bits, least, [first_bit](std::uint32_t bit, std::uint32_t word) { return number_bit(first_bit + bit, word); });
}

}  // namespace

case_table::known_column case_table::read(std::uint32_t lane, const cone_column& column, const cone_planes& planes, role_end end) const {
    known_column known;
    const std::uint32_t turned = end == role_end::greatest ? 0 : 1;
    bool below = false;
    for (std::uint32_t i = 0; i < column.inputs; ++i) {
        const literal l = literal_of(column.first + i), wanted = l ^ turned;
        if (!is_in(planes.possible[flipped(l)], lane)) known.low = i + 1;
        if (is_in(planes.possible[l], lane)) known.high = i + 1;
        below = below || is_in(planes.marks[flipped(wanted)], lane);
        if (!is_in(planes.marks[wanted], lane)) continue;
        known.best = i + 1;
        known.mixed = known.mixed || below;
    }
    known.best = std::max(known.best, known.low);
    return known;
}

void case_table::read(std::uint32_t lane, const role_cone& cone, const cone_planes& planes, role_end end) {
    known_.clear();
    splits_.clear();
    starts_.clear();
    for (std::uint32_t place = 0; place < cone.columns.size(); ++place) {
        known_.push_back(read(lane, cone.columns[place], planes, end));
        known_.back().place = place;
        if (known_.back().mixed) cut(lane, known_.back(), cone, planes);
    }
}

/// Cuts a column into groups, if there are bits for them.
void case_table::cut(std::uint32_t lane, const known_column& known, const role_cone& cone, const cone_planes& planes) {
    split_column split;
    split.place = known.place;
    split.high = known.high;
    split.first_start = static_cast<std::uint32_t>(starts_.size());
    split.first_bit = splits_.empty() ? 0 : splits_.back().first_bit + splits_.back().bits;
    starts_.push_back(known.low);
    for (std::uint32_t i = known.low; i < known.high; ++i) {
        const literal l = literal_of(cone.columns[known.place].first + i);
        if (is_in(planes.marks[l], lane) || is_in(planes.marks[flipped(l)], lane)) starts_.push_back(i + 1);
    }
    split.groups = static_cast<std::uint32_t>(starts_.size()) - split.first_start;
    split.bits = static_cast<std::uint32_t>(std::bit_width(split.groups - 1));
    if (split.first_bit + split.bits <= case_bits) splits_.push_back(split);
    else starts_.resize(split.first_start);
}

void case_table::fill_known(const known_column& known, const role_cone& cone) {
    const cone_column& column = cone.columns[known.place];
    lane_plane* plane = cases_.possible.data() + 2 * std::size_t{column.first};
    const std::uint32_t low = known.mixed ? known.low : known.best, high = known.mixed ? known.high : known.best;
    for (std::uint32_t i = 0; i < column.inputs; ++i, plane += 2) {
        plane[0] = all_or_none(i < high);
        plane[1] = all_or_none(i >= low);
    }
}

void case_table::fill_split(const split_column& split, const role_cone& cone) {
    const cone_column& column = cone.columns[split.place];
    const std::span<const std::uint32_t> starts(starts_.data() + split.first_start, split.groups);
    lane_plane* plane = cases_.possible.data() + 2 * std::size_t{column.first};
    for (std::uint32_t i = 0; i < column.inputs; ++i, plane += 2) {
        const auto first_from = static_cast<std::uint32_t>(std::ranges::lower_bound(starts, i + 1) - starts.begin());   // groups all above the input
        const auto inside = static_cast<std::uint32_t>(std::ranges::upper_bound(starts, i + 1) - starts.begin());  // groups that begin up to it
        plane[0] = i >= split.high ? all_or_none(false) : inside == 0 ? all_or_none(true) : at_least(split.first_bit, split.bits, inside - 1);
        plane[1] = first_from >= split.groups ? all_or_none(true) : without(all_or_none(true), at_least(split.first_bit, split.bits, first_from));
    }
}

case_answer case_table::look(std::uint32_t lane, std::uint32_t role, const role_cone& cone, const cone_planes& planes, role_end end) {
    cases_.fit(cone);
    read(lane, cone, planes, end);
    for (const known_column& known : known_) fill_known(known, cone);
    for (const split_column& split : splits_) fill_split(split, cone);
    kernel_.gates_possible(cone.view(nullptr, cases_.possible.data(), nullptr), {});
    const literal sought = at_end(cone, end);
    const lane_plane& can = cases_.possible[sought];
    if (is_empty(can)) return case_answer::never;
    guided_ = false;
    which_ = first_lane(without(can, cases_.possible[flipped(sought)]));
    return which_ != block_people || guide(role, cone, end) ? case_answer::found : case_answer::open;
}

bool case_table::guide(std::uint32_t role, const role_cone& cone, role_end end) {
    const lane_plane can = cases_.possible[at_end(cone, end)];
    cases_.mark_root(kernel_, cone, can);
    guided_ = true;
    for (std::uint32_t round = 0; round < guided_in_cases; ++round) {
        draw(role, round, cone);
        which_ = first_lane(guide_.run(cone, cases_, end, drawn_[round].data(), can, {picks, round == 0 ? 0 : std::size(picks)}));
        if (which_ != block_people) return true;
    }
    return false;
}

/// Some cell of each column in every case.
void case_table::draw(std::uint32_t role, std::uint32_t round, const role_cone& cone) {
    if (drawn_for_[round] == role + 1) return;
    drawn_for_[round] = role + 1;
    drawn_[round].resize(std::max<std::size_t>(drawn_[round].size(), cone.inputs()));
    for (const cone_column& column : cone.columns) {
        splitmix random(drawing_seed ^ std::uint64_t{round} << 32 ^ column.column);
        const auto bits = static_cast<std::uint32_t>(std::bit_width(column.inputs));
        std::uint64_t digits[32][plane_words];
        for (std::uint32_t bit = 0; bit < bits; ++bit)
            for (std::uint64_t& word : digits[bit]) word = random.next();
        for (std::uint32_t i = 0; i < column.inputs; ++i)
            drawn_[round][column.first + i] = at_least(bits, i + 1, [&](std::uint32_t bit, std::uint32_t word) { return digits[bit][word]; });
    }
}

bool case_table::in_completion(std::uint32_t input) const {
    return !is_in(guided_ ? guide_.can_be_false(input) : cases_.possible[literal_of(input, true)], which_);
}

split_case case_table::case_of(const split_column& split, std::uint32_t group, const role_cone& cone) const {
    const cone_column& place = cone.columns[split.place];
    const block_column& column = code_.columns[place.column];
    const std::uint32_t* starts = starts_.data() + split.first_start;
    const auto first_cell = [&](std::uint32_t inputs) { return inputs == 0 ? 0 : cone.cells[place.first_cell + inputs - 1]; };
    const std::uint32_t top = group + 1 < split.groups ? starts[group + 1] - 1 : split.high;
    const std::uint32_t last = top < place.inputs ? first_cell(top + 1) - 1 : column.cells - 1;
    known_fact known;
    split_case made;
    if (column.option != nothing) {
        made.from = made.to = first_cell(starts[group]);
        made.values = {first_cell(starts[group])};
        return made;
    }
    code_.know_cells(column, first_cell(starts[group]), last, known);
    made.from = known.from;
    made.to = known.to;
    if (code_.code->rules().facts[column.fact].type == fact_type::one_of)
        for (std::int64_t v = known.from; v <= known.to; ++v) made.values.push_back(static_cast<std::uint32_t>(v));
    return made;
}

std::uint32_t case_table::grow(split_tree& into, std::size_t depth, const role_cone& cone, verdict truth) const {
    split_node node;
    node.truth = truth;
    if (depth < splits_.size()) {
        const split_column& split = splits_[depth];
        const block_column& column = code_.columns[cone.columns[split.place].column];
        node.leaf = false;
        node.truth = verdict::unknown;
        node.fact = column.fact;
        node.option = column.option;
        for (std::uint32_t group = 0; group < split.groups; ++group) {
            node.cases.push_back(case_of(split, group, cone));
            node.cases.back().then = grow(into, depth + 1, cone, truth);
        }
    }
    into.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(into.nodes.size() - 1);
}

split_tree case_table::tree(const role_cone& cone, verdict truth) const {
    split_tree made;
    grow(made, 0, cone, truth);
    return made;
}

}  // namespace advise::engine
