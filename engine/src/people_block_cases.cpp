#include "people_block_cases.hpp"

#include "people_block_planes.hpp"
#include "random.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace advise::engine {
namespace {

inline constexpr std::uint32_t case_bits = 9;
static_assert(std::uint32_t{1} << case_bits == block_people);

/// Where there are not bits for all that is of mixed sign, few columns are split first: in the cases, fewer are left, and others matter.
inline constexpr std::uint32_t first_bits = 4;

inline constexpr std::uint64_t drawing_seed = 0x61647669'73650003ULL;
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

/// Whether there is room for the planes of a table at that depth.
bool has_level(const role_cone& cone, std::uint32_t depth) { return (depth + 1) * 4 * sizeof(lane_plane) * cone.nodes.size() <= room_for_levels; }

/// Bits that are left when each of so many cases is split.
std::uint32_t bits_for(std::size_t cases) { return case_bits - static_cast<std::uint32_t>(std::bit_width(cases - 1)); }

/// Each case `from` becomes 2^bits cases. No branch on what the plane holds: nobody could foresee it.
lane_plane spread(const lane_plane& plane, const std::vector<std::uint32_t>& from, std::uint32_t bits) {
    lane_plane out{};
    const std::uint32_t each = 1U << bits;
    const std::uint64_t run = each >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << each) - 1;
    std::uint32_t lane = 0;
    for (const std::uint32_t which : from) {
        const std::uint64_t set = run & (0 - ((plane.words[which / 64] >> (which % 64)) & 1U));
        for (const std::uint32_t end = lane + each; lane < end; lane += std::min(each, 64U)) out.words[lane / 64] |= set << (lane % 64);
    }
    return out;
}

}  // namespace

case_table::known_column case_table::read(std::uint32_t lane, const cone_column& column, const cone_planes& planes) const {
    known_column known;
    const std::uint32_t turned = asked_.end == role_end::greatest ? 0 : 1;
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

void case_table::read(std::uint32_t lane, const cone_planes& planes) {
    known_.clear();
    mixed_.clear();
    for (const cone_column& column : asked_.cone->columns) {
        known_.push_back(read(lane, column, planes));
        if (known_.back().mixed) mixed_.push_back(static_cast<std::uint32_t>(known_.size() - 1));
    }
}

/// The columns of mixed sign that are used most come first. It matters only where there are not bits for all.
void case_table::sort_mixed(std::uint32_t lane, const cone_planes& planes) {
    count_uses(lane, planes);
    std::ranges::sort(mixed_, {}, [&](std::uint32_t place) { return std::pair(~uses_[place], place); });
}

/// How often open gates that the root rests on read a column.
void case_table::count_uses(std::uint32_t lane, const cone_planes& planes) {
    const role_cone& cone = *asked_.cone;
    const auto is_marked = [&](node_id n) { return is_in(planes.marks[literal_of(n)], lane) || is_in(planes.marks[literal_of(n, true)], lane); };
    uses_.assign(cone.columns.size(), 0);
    for (std::uint32_t g = 0; g < cone.gates.size(); ++g) {
        if (!is_marked(cone.inputs() + g)) continue;
        for (std::uint32_t i = 0; i < cone.gates[g].size; ++i) {
            const node_id input = node_of(cone.operands[cone.gates[g].first + i]);
            if (input < cone.inputs() && is_marked(input)) ++uses_[cone.places[input]];
        }
    }
}

// ---- splits

split_table& case_table::add_table(std::uint32_t earlier) {
    if (table_count_ == tables_.size()) tables_.emplace_back();
    split_table& table = tables_[table_count_++];
    table.earlier = earlier;
    table.from.clear();
    table.bits = 0;
    table.splits.clear();
    table.starts.clear();
    return table;
}

/// Splits by as many of those columns as there are bits for; but by one at least, if it can be split.
template <class Marked>
void case_table::choose(split_table& table, std::span<const std::uint32_t> places, std::uint32_t most_bits, const Marked& is_marked) {
    for (const std::uint32_t place : places) cut(table, place, most_bits, is_marked);
}

/// Cuts a column into groups, if there are bits for them. \param is_marked whether the root rests on an input
template <class Marked>
void case_table::cut(split_table& table, std::uint32_t place, std::uint32_t most_bits, const Marked& is_marked) {
    const known_column& known = known_[place];
    split_column split;
    split.place = place;
    split.high = known.high;
    split.first_start = static_cast<std::uint32_t>(table.starts.size());
    split.first_bit = table.bits;
    table.starts.push_back(known.low);
    for (std::uint32_t i = known.low; i < known.high; ++i)
        if (is_marked(asked_.cone->columns[place].first + i)) table.starts.push_back(i + 1);
    split.groups = static_cast<std::uint32_t>(table.starts.size()) - split.first_start;
    split.bits = static_cast<std::uint32_t>(std::bit_width(split.groups - 1));
    const std::uint32_t bits = table.bits + split.bits;
    if (split.groups > 1 && bits <= (table.splits.empty() ? case_bits : most_bits)) {
        table.splits.push_back(split);
        table.bits = bits;
    } else {
        table.starts.resize(split.first_start);
    }
}

template <class Marked>
void case_table::start(std::uint32_t most_bits, const Marked& is_marked) {
    table_count_ = 0;
    split_table& first = add_table(nothing);
    first.from.push_back(0);
    choose(first, mixed_, most_bits, is_marked);
}

// ---- planes

void case_table::fill_known(std::uint32_t place, cone_planes& planes) const {
    const cone_column& column = asked_.cone->columns[place];
    const known_column& known = known_[place];
    lane_plane* plane = planes.possible.data() + 2 * std::size_t{column.first};
    const std::uint32_t low = known.mixed ? known.low : known.best, high = known.mixed ? known.high : known.best;
    for (std::uint32_t i = 0; i < column.inputs; ++i, plane += 2) {
        plane[0] = all_or_none(i < high);
        plane[1] = all_or_none(i >= low);
    }
}

void case_table::fill_split(const split_table& table, const split_column& split, cone_planes& planes) const {
    const cone_column& column = asked_.cone->columns[split.place];
    const std::span<const std::uint32_t> starts(table.starts.data() + split.first_start, split.groups);
    lane_plane* plane = planes.possible.data() + 2 * std::size_t{column.first};
    for (std::uint32_t i = 0; i < column.inputs; ++i, plane += 2) {
        const auto above = static_cast<std::uint32_t>(std::ranges::lower_bound(starts, i + 1) - starts.begin());   // groups before those all above it
        const auto inside = static_cast<std::uint32_t>(std::ranges::upper_bound(starts, i + 1) - starts.begin());  // groups that begin up to it
        plane[0] = i >= split.high ? all_or_none(false) : inside == 0 ? all_or_none(true) : at_least(split.first_bit, split.bits, inside - 1);
        plane[1] = above >= split.groups ? all_or_none(true) : without(all_or_none(true), at_least(split.first_bit, split.bits, above));
    }
}

/// A column that an earlier table split.
void case_table::fill_again(const split_table& table, std::uint32_t place, const cone_planes& from, cone_planes& planes) const {
    const cone_column& column = asked_.cone->columns[place];
    for (std::uint32_t i = 0; i < 2 * column.inputs; ++i)
        planes.possible[2 * std::size_t{column.first} + i] = spread(from.possible[2 * std::size_t{column.first} + i], table.from, table.bits);
}

cone_planes& case_table::level(std::uint32_t depth) {
    while (levels_.size() <= depth) levels_.emplace_back();
    return levels_[depth];
}

void case_table::fill(const split_table& table, std::uint32_t depth) {
    cone_planes& planes = level(depth);
    planes.fit(*asked_.cone);
    for (std::uint32_t place = 0; place < known_.size(); ++place) fill_known(place, planes);
    for (const std::uint32_t place : split_) fill_again(table, place, levels_[depth - 1], planes);
    for (const split_column& split : table.splits) fill_split(table, split, planes);
    kernel_.gates_possible(asked_.cone->view(nullptr, planes.possible.data(), nullptr), {});
}

/// Those of its lanes that are cases.
lane_plane case_table::lanes_of(const split_table& table) const {
    const auto used = static_cast<std::uint32_t>(table.from.size() << table.bits);
    lane_plane lanes = used == block_people ? all_or_none(true) : without(all_or_none(true), at_least(0, case_bits, used));
    for (const split_column& split : table.splits)
        if (split.groups != 1U << split.bits) lanes = without(lanes, at_least(split.first_bit, split.bits, split.groups));
    return lanes;
}

// ---- answers

case_answer case_table::look(std::uint32_t lane, std::uint32_t role, const role_cone& cone, const cone_planes& planes, role_end end) {
    asked_ = {role, &cone, end};
    read(lane, planes);
    split_.clear();
    const auto is_marked = [&](std::uint32_t input) {
        return is_in(planes.marks[literal_of(input)], lane) || is_in(planes.marks[literal_of(input, true)], lane);
    };
    start(case_bits, is_marked);
    if (tables_.front().splits.size() != mixed_.size()) {
        sort_mixed(lane, planes);
        start(first_bits, is_marked);
    }
    return examine(0, 0);
}

case_answer case_table::examine(std::uint32_t t, std::uint32_t depth) {
    fill(tables_[t], depth);
    cone_planes& planes = levels_[depth];
    const literal sought = at_end(*asked_.cone, asked_.end);
    const lane_plane can = both(lanes_of(tables_[t]), planes.possible[sought]);
    if (is_empty(can)) return case_answer::never;
    completed_ = &planes;
    which_ = first_lane(without(can, planes.possible[flipped(sought)]));
    if (which_ != block_people) return case_answer::found;
    if (!has_level(*asked_.cone, depth + 1)) return case_answer::open;
    planes.mark_root(kernel_, *asked_.cone, can);
    return guide(depth, can) ? case_answer::found : split_further(t, depth, can);
}

/// The cases that are open, split by what is of mixed sign in some of them, in as many tables as that needs.
case_answer case_table::split_further(std::uint32_t t, std::uint32_t depth, const lane_plane& open) {
    cone_planes& planes = levels_[depth];
    const std::vector<std::uint32_t> places = still_mixed(planes, open);
    std::vector<std::uint32_t> cases;
    for_each_lane(open, [&](std::uint32_t which) { cases.push_back(which); });
    const std::size_t splits_before = split_.size();
    for (const split_column& split : tables_[t].splits) split_.push_back(split.place);
    case_answer answer = case_answer::never;
    for (std::size_t next = 0; next < cases.size() && answer == case_answer::never;) {
        if (table_count_ == most_tables) {
            answer = case_answer::open;
            break;
        }
        const std::uint32_t further = table_count_;
        split_table& table = add_table(t);
        choose(table, places, bits_for(cases.size()), [&](std::uint32_t input) {
            return !is_empty(both(open, either(planes.marks[literal_of(input)], planes.marks[literal_of(input, true)])));
        });
        if (table.splits.empty()) {
            answer = case_answer::open;
            break;
        }
        const std::size_t some = std::min(cases.size() - next, std::size_t{block_people} >> table.bits);
        table.from.assign(cases.begin() + static_cast<std::ptrdiff_t>(next), cases.begin() + static_cast<std::ptrdiff_t>(next + some));
        next += some;
        answer = examine(further, depth + 1);
    }
    split_.resize(splits_before);
    return answer;
}

/// The columns of mixed sign that are so in some of those cases.
std::vector<std::uint32_t> case_table::still_mixed(cone_planes& planes, const lane_plane& open) const {
    const role_cone& cone = *asked_.cone;
    std::vector<std::uint32_t> found(cone.columns.size()), places;
    const block_view view = cone.view(nullptr, planes.possible.data(), planes.marks.data());
    found.resize(kernel_.find_mixed(view, cone.listed_columns(), open, asked_.end, found.data()));
    std::ranges::copy_if(mixed_, std::back_inserter(places), [&](std::uint32_t place) { return std::ranges::binary_search(found, place); });
    return places;
}

/// One completion of each case.
bool case_table::guide(std::uint32_t depth, const lane_plane& open) {
    draw();
    completed_ = &level(depth + 1);
    which_ = first_lane(guide_completions(kernel_, *asked_.cone, level(depth), level(depth + 1), asked_.end, drawn_.data(), open, {}));
    return which_ != block_people;
}

/// Some cell of each column in every case.
void case_table::draw() {
    if (drawn_for_ == asked_.role) return;
    drawn_for_ = asked_.role;
    const role_cone& cone = *asked_.cone;
    drawn_.resize(std::max<std::size_t>(drawn_.size(), cone.inputs()));
    for (const cone_column& column : cone.columns) {
        splitmix random(drawing_seed ^ column.column);
        const auto bits = static_cast<std::uint32_t>(std::bit_width(column.inputs));
        std::uint64_t digits[32][plane_words];
        for (std::uint32_t bit = 0; bit < bits; ++bit)
            for (std::uint64_t& word : digits[bit]) word = random.next();
        for (std::uint32_t i = 0; i < column.inputs; ++i)
            drawn_[column.first + i] = at_least(bits, i + 1, [&](std::uint32_t bit, std::uint32_t word) { return digits[bit][word]; });
    }
}

bool case_table::in_completion(std::uint32_t input) const { return !is_in(completed_->possible[literal_of(input, true)], which_); }

// ---- trees

split_case case_table::case_of(const split_table& table, const split_column& split, std::uint32_t group, const role_cone& cone) const {
    const cone_column& place = cone.columns[split.place];
    const block_column& column = code_.columns[place.column];
    const std::uint32_t* starts = table.starts.data() + split.first_start;
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

/// \param which the number of the case, as far as the splits above decide it
std::uint32_t case_table::grow(split_tree& into, std::uint32_t t, std::size_t depth, std::uint32_t which, const role_cone& cone,
                               verdict truth) const {
    const split_table& table = tables_[t];
    split_node node;
    node.truth = truth;
    if (depth == table.splits.size()) {
        for (std::uint32_t next = t + 1; next < table_count_; ++next) {
            if (tables_[next].earlier != t) continue;
            const auto found = std::ranges::lower_bound(tables_[next].from, which);
            if (found == tables_[next].from.end() || *found != which) continue;
            return grow(into, next, 0, static_cast<std::uint32_t>(found - tables_[next].from.begin()) << tables_[next].bits, cone, truth);
        }
    } else {
        const split_column& split = table.splits[depth];
        const block_column& column = code_.columns[cone.columns[split.place].column];
        node.leaf = false;
        node.truth = verdict::unknown;
        node.fact = column.fact;
        node.option = column.option;
        for (std::uint32_t group = 0; group < split.groups; ++group) {
            node.cases.push_back(case_of(table, split, group, cone));
            node.cases.back().then = grow(into, t, depth + 1, which | group << split.first_bit, cone, truth);
        }
    }
    into.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(into.nodes.size() - 1);
}

split_tree case_table::tree(const role_cone& cone, verdict truth) const {
    split_tree made;
    grow(made, 0, 0, 0, cone, truth);
    return made;
}

}  // namespace advise::engine
