#include "people_block_cases.hpp"

#include "random.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace advise::engine {
namespace {

inline constexpr std::uint32_t case_bits = 9;
static_assert(std::uint32_t{1} << case_bits == block_people);

bool get(const lane_plane& plane, std::uint32_t lane) { return ((plane.words[lane / 64] >> (lane % 64)) & 1U) != 0; }
lane_plane all_or_none(bool bit) {
    lane_plane plane;
    std::ranges::fill(plane.words, bit ? ~std::uint64_t{0} : 0);
    return plane;
}

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

inline constexpr std::uint64_t sampling_seed = 0x61647669'73650003ULL;

}  // namespace

case_table::case_table(people_block::state& block)
    : block_(block), code_(*block.code), possible_(2 * std::size_t{block.code->node_count()}), certain_(block.code->node_count()) {}

case_table::known_column case_table::read(std::uint32_t lane, std::uint32_t c) const {
    const block_column& column = code_.columns[c];
    known_column known;
    known.column = c;
    for (std::uint32_t cell = 1; cell < column.cells; ++cell) {
        const literal l = literal_of(column.first + cell - 1);
        if (get(block_.possible[l], lane)) known.high = cell;
        if (!get(block_.possible[flipped(l)], lane)) known.low = cell;
        known.up = known.up || get(block_.marks[l], lane);
        known.down = known.down || get(block_.marks[flipped(l)], lane);
    }
    return known;
}

case_table::split_column case_table::cut(std::uint32_t lane, const known_column& known) const {
    split_column split;
    split.column = known.column;
    split.low = known.low;
    split.high = known.high;
    split.starts.push_back(split.low);
    for (std::uint32_t cell = split.low + 1; cell <= split.high; ++cell) {
        const literal l = literal_of(code_.columns[known.column].first + cell - 1);
        if (get(block_.marks[l], lane) || get(block_.marks[flipped(l)], lane)) split.starts.push_back(cell);
    }
    split.bits = static_cast<std::uint32_t>(std::bit_width(split.starts.size() - 1));
    return split;
}

void case_table::choose(std::uint32_t lane, const role_cone& cone) {
    known_.clear();
    mixed_.clear();
    for (const std::uint32_t c : cone.columns) known_.push_back(read(lane, c));
    for (const known_column& known : known_)
        if (known.up && known.down) mixed_.push_back(&known);
    std::ranges::sort(mixed_, {}, [&](const known_column* k) { return std::pair(~cone.uses[k->column], k->column); });
    splits_.clear();
    rest_.clear();
    std::uint32_t bits = 0;
    for (const known_column* known : mixed_) {
        split_column split = cut(lane, *known);
        const bool fits = bits + split.bits <= case_bits;
        split.first_bit = bits;
        if (fits) bits += split.bits;
        (fits ? splits_ : rest_).push_back(std::move(split));
    }
}

void case_table::fill_known(const known_column& known) {
    const block_column& column = code_.columns[known.column];
    lane_plane* plane = possible_.data() + 2 * std::size_t{column.first};
    for (std::uint32_t cell = 1; cell < column.cells; ++cell, plane += 2) {
        plane[0] = all_or_none(cell <= known.high);
        plane[1] = all_or_none(cell > known.low);
    }
}

void case_table::fill_split(const split_column& split) {
    const block_column& column = code_.columns[split.column];
    const auto groups = static_cast<std::uint32_t>(split.starts.size());
    for (std::uint32_t cell = 1; cell < column.cells; ++cell) {
        const auto first_from =
            static_cast<std::uint32_t>(std::ranges::lower_bound(split.starts, cell) - split.starts.begin());  // groups that begin there or later
        const auto inside =
            static_cast<std::uint32_t>(std::ranges::upper_bound(split.starts, cell) - split.starts.begin()) - 1;  // the group of the cell
        const literal l = literal_of(column.first + cell - 1);
        possible_[l] = cell > split.high ? all_or_none(false) : cell <= split.low ? all_or_none(true) : at_least(split.first_bit, split.bits, inside);
        possible_[flipped(l)] = at_least(split.first_bit, split.bits, first_from);
        for (std::uint64_t& word : possible_[flipped(l)].words) word = first_from >= groups ? ~std::uint64_t{0} : ~word;
    }
}

case_verdicts case_table::look(std::uint32_t lane, const block_role& role, const role_cone& cone) {
    choose(lane, cone);
    for (const known_column& known : known_) fill_known(known);
    for (const split_column& split : splits_) fill_split(split);
    block_view view = block_.view;
    view.possible = possible_.data();
    block_.kernel->gates_possible(view, {cone.gates.data(), static_cast<std::uint32_t>(cone.gates.size())});
    case_verdicts found{false, false, nothing, nothing};
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        const std::uint64_t holds = possible_[role.holds].words[w], fails = possible_[flipped(role.holds)].words[w];
        found.can_hold = found.can_hold || holds != 0;
        found.can_fail = found.can_fail || fails != 0;
        if (found.holding == nothing && fails != ~std::uint64_t{0}) found.holding = 64 * w + static_cast<std::uint32_t>(std::countr_one(fails));
        if (found.failing == nothing && holds != ~std::uint64_t{0}) found.failing = 64 * w + static_cast<std::uint32_t>(std::countr_one(holds));
    }
    return found;
}

std::uint32_t case_table::cell_in(const split_column& split, std::uint32_t which) const {
    const std::size_t group = (which >> split.first_bit) & ((1U << split.bits) - 1);
    return split.starts[std::min(group, split.starts.size() - 1)];
}

void case_table::complete(std::uint32_t lane, std::uint32_t which) {
    const std::uint64_t bit = std::uint64_t{1} << (lane % 64);
    const auto put = [&](const block_column& column, std::uint32_t at) {
        for (std::uint32_t cell = 1; cell < column.cells; ++cell) {
            std::uint64_t& word = block_.certain[column.first + cell - 1].words[lane / 64];
            word = cell <= at ? word | bit : word & ~bit;
        }
    };
    for (const known_column& known : known_) put(code_.columns[known.column], known.low);
    for (const split_column& split : splits_) put(code_.columns[split.column], cell_in(split, which));
}

void case_table::start_sampling(bool greatest) {
    for (const known_column& known : known_) {
        const block_column& column = code_.columns[known.column];
        const std::uint32_t at = known.up == greatest ? known.high : known.low;  // where the role wants it, if its sign is not mixed
        for (std::uint32_t cell = 1; cell < column.cells; ++cell) certain_[column.first + cell - 1] = all_or_none(cell <= at);
    }
    for (const split_column& split : splits_) {  // the lowest cell of the case's group
        const block_column& column = code_.columns[split.column];
        for (std::uint32_t cell = 1; cell < column.cells; ++cell)
            for (std::uint32_t w = 0; w < plane_words; ++w)
                certain_[column.first + cell - 1].words[w] = ~possible_[literal_of(column.first + cell - 1, true)].words[w];
    }
}

/// Some cell of a column in every lane.
void case_table::draw(const split_column& parts, std::uint32_t round) {
    const block_column& column = code_.columns[parts.column];
    splitmix random(sampling_seed ^ std::uint64_t{round} << 32 ^ parts.column);
    std::uint64_t digits[32][plane_words];
    for (std::uint32_t bit = 0; bit < parts.bits; ++bit)
        for (std::uint64_t& word : digits[bit]) word = random.next();
    for (std::uint32_t cell = 1; cell < column.cells; ++cell) {
        const auto group = static_cast<std::uint32_t>(std::ranges::lower_bound(parts.starts, cell) - parts.starts.begin());
        const bool beyond = group == parts.starts.size();
        certain_[column.first + cell - 1] =
            beyond ? lane_plane{} : at_least(parts.bits, group, [&](std::uint32_t bit, std::uint32_t word) { return digits[bit][word]; });
    }
}

bool case_table::sample(std::uint32_t lane, const block_role& role, const role_cone& cone, bool greatest, std::uint32_t round) {
    if (round == 0) start_sampling(greatest);
    for (const split_column& parts : rest_) draw(parts, round);
    block_view view = block_.view;
    view.certain = certain_.data();
    block_.kernel->gates_certain(view, {cone.gates.data(), static_cast<std::uint32_t>(cone.gates.size())});
    const std::uint64_t turned = is_negated(role.holds) == greatest ? ~std::uint64_t{0} : 0;  // holds where the greatest is sought, fails else
    for (std::uint32_t w = 0; w < plane_words; ++w)
        if (const std::uint64_t found = certain_[node_of(role.holds)].words[w] ^ turned; found != 0) {
            copy_completion(lane, 64 * w + static_cast<std::uint32_t>(std::countr_zero(found)), cone);
            return true;
        }
    return false;
}

void case_table::copy_completion(std::uint32_t lane, std::uint32_t from, const role_cone& cone) {
    const std::uint64_t bit = std::uint64_t{1} << (lane % 64);
    for (const std::uint32_t c : cone.columns)
        for (std::uint32_t cell = 1; cell < code_.columns[c].cells; ++cell) {
            const std::uint32_t input = code_.columns[c].first + cell - 1;
            std::uint64_t& word = block_.certain[input].words[lane / 64];
            word = get(certain_[input], from) ? word | bit : word & ~bit;
        }
}

split_case case_table::case_of(const split_column& split, std::size_t group) const {
    const block_column& column = code_.columns[split.column];
    const std::uint32_t last = group + 1 < split.starts.size() ? split.starts[group + 1] - 1 : split.high;
    known_fact known;
    split_case made;
    if (column.option != nothing) {
        made.from = made.to = split.starts[group];
        made.values = {split.starts[group]};
        return made;
    }
    code_.know_cells(column, split.starts[group], last, known);
    made.from = known.from;
    made.to = known.to;
    if (code_.code->rules().facts[column.fact].type == fact_type::one_of)
        for (std::int64_t v = known.from; v <= known.to; ++v) made.values.push_back(static_cast<std::uint32_t>(v));
    return made;
}

std::uint32_t case_table::grow(split_tree& into, std::size_t depth, verdict truth) const {
    split_node node;
    node.truth = truth;
    if (depth < splits_.size()) {
        const split_column& split = splits_[depth];
        node.leaf = false;
        node.truth = verdict::unknown;
        node.fact = code_.columns[split.column].fact;
        node.option = code_.columns[split.column].option;
        for (std::size_t group = 0; group < split.starts.size(); ++group) {
            node.cases.push_back(case_of(split, group));
            node.cases.back().then = grow(into, depth + 1, truth);
        }
    }
    into.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(into.nodes.size() - 1);
}

split_tree case_table::tree(verdict truth) const {
    split_tree made;
    grow(made, 0, truth);
    return made;
}

}  // namespace advise::engine
