// Blocks of people: noting facts, Kleene's tables in every lane, reading the answers. What stays open is settled in people_block_settle.cpp.
#include "people_block_settle.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

namespace advise::engine {
namespace {

lane_plane first_lanes(std::uint32_t size) {
    lane_plane plane{};
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        if (size >= 64 * (w + 1)) plane.words[w] = ~std::uint64_t{0};
        else if (size > 64 * w) plane.words[w] = (std::uint64_t{1} << (size - 64 * w)) - 1;
    }
    return plane;
}

/// 64 rows of 64 bits, rows and columns exchanged (Warren, Hacker's Delight, 7-3; halves that far apart change places, then quarters …).
void transpose_square(std::uint64_t* rows) {
    std::uint64_t mask = 0x0000'0000'FFFF'FFFFULL;
    for (std::uint32_t apart = 32; apart != 0; apart /= 2, mask ^= mask << apart)
        for (std::uint32_t i = 0; i < 64; i = (i + apart + 1) & ~apart) {
            const std::uint64_t moved = ((rows[i] >> apart) ^ rows[i + apart]) & mask;
            rows[i] ^= moved << apart;
            rows[i + apart] ^= moved;
        }
}

void transpose_roles(const std::vector<lane_plane>& of_role, std::uint32_t role_words, std::vector<std::uint64_t>& of_lane) {
    of_lane.resize(std::size_t{block_people} * role_words);
    std::uint64_t square[64];
    for (std::uint32_t r = 0; r < role_words; ++r)
        for (std::uint32_t w = 0; w < plane_words; ++w) {
            for (std::uint32_t i = 0; i < 64; ++i) square[i] = 64 * r + i < of_role.size() ? of_role[64 * r + i].words[w] : 0;
            transpose_square(square);
            for (std::uint32_t i = 0; i < 64; ++i) of_lane[(std::size_t{64} * w + i) * role_words + r] = square[i];
        }
}

const block_kernel& kernel_for(instruction_set words) {
    if (words == instruction_set::avx512 && has_instruction_set(words)) return *avx512_kernel();
    if (words != instruction_set::plain && has_instruction_set(instruction_set::avx2)) return *avx2_kernel();
    return plain_kernel();
}

}  // namespace

bool has_instruction_set([[maybe_unused]] instruction_set words) {
#if defined(__x86_64__) && defined(__GNUC__)
    if (words == instruction_set::avx512) return avx512_kernel() != nullptr && __builtin_cpu_supports("avx512f") != 0;
    if (words == instruction_set::avx2) return avx2_kernel() != nullptr && __builtin_cpu_supports("avx2") != 0;
#endif
    return words == instruction_set::plain;
}

instruction_set best_instruction_set() {
    for (const instruction_set words : {instruction_set::avx512, instruction_set::avx2})
        if (has_instruction_set(words)) return words;
    return instruction_set::plain;
}

people_block::state::state(const block_program::data& prepared, const block_options& asked)
    : code(&prepared), options(asked), kernel(&kernel_for(asked.words)) {
    certain.reserve(code->node_count());
    certain.resize(code->node_count());
    yes.resize(code->roles.size());
    unknown.resize(code->roles.size());
    low.resize(code->sums);
    high.resize(code->sums);
    view.columns = code->columns.data();
    view.column_count = static_cast<std::uint32_t>(code->columns.size());
    view.inputs = code->inputs;
    view.gates = code->gates.data();
    view.gate_count = static_cast<std::uint32_t>(code->gates.size());
    view.operands = code->operands.data();
    view.weights = code->weights.data();
    view.evidence = code->evidence.data();
    view.evidence_points = code->evidence_points.data();
    view.certain = certain.data();
    view.closed = &closed;
}

people_block::state::~state() = default;

void people_block::state::begin(std::uint32_t lane, bool is_closed) { put(closed, lane, is_closed); }

void people_block::state::note_cell(std::uint32_t lane, const block_column& column, std::uint32_t cell) {
    put(certain[code->cell_place(column, cell)], lane, true);
}

void people_block::state::note(std::uint32_t lane, fact_id f, const known_fact& known) {
    const noted_fact& fact = code->facts[f];
    for (std::uint32_t c = 0; c < fact.columns; ++c) {
        const block_column& column = code->columns[fact.column + c];
        noted_interval said{lane, fact.column + c, 0, 1};
        if (column.option == nothing) {
            said.low = code->cell_of(column, known.from);
            said.high = code->cell_of(column, known.to);
        } else if (known.options[column.option] != 2) {
            said.low = said.high = known.options[column.option];
        }
        const bool whole = said.low == 0 && said.high + 1 == column.cells;
        if (said.low == said.high) note_cell(lane, column, said.low);
        else if (!whole || is_in(closed, lane)) intervals.push_back(said);
    }
}

void people_block::state::note(std::uint32_t lane, const facts& person) {
    begin(lane, false);
    for (fact_id f = 0; f < person.known.size(); ++f)
        if (code->facts[f].columns != 0) note(lane, f, person.known[f]);
}

/// Nobody has an open fact, so that one plane a node is enough.
bool people_block::state::everything_is_known(std::uint32_t size) const {
    if (!code->no_is_known || !intervals.empty()) return false;
    const lane_plane all = first_lanes(size);
    for (std::uint32_t w = 0; w < plane_words; ++w)
        if ((all.words[w] & ~closed.words[w]) != 0) return false;
    return true;
}

void people_block::state::evaluate(std::uint32_t size) {
    lanes = first_lanes(size);
    transposed = false;
    pairs.clear();
    if (everything_is_known(size)) {
        evaluate_certain();
        settled.kleene += std::uint64_t{size} * code->roles.size();
    } else {
        evaluate_possible();
        if (settler == nullptr) settler = std::make_unique<block_settler>(*this);
        settler->settle(size);
    }
}

void people_block::state::evaluate_certain() {
    kernel->expand_certain(view);
    kernel->gates_certain(view, {});
    for (std::uint32_t r = 0; r < code->roles.size(); ++r) {
        const block_role& role = code->roles[r];
        const lane_plane& holds = certain[node_of(role.holds)];
        const std::uint64_t turned = is_negated(role.holds) ? ~std::uint64_t{0} : 0;
        for (std::uint32_t w = 0; w < plane_words; ++w) yes[r].words[w] = (holds.words[w] ^ turned) & lanes.words[w];
        unknown[r] = lane_plane{};
        if (role.sum_planes == 0) continue;
        kernel->sum_certain(view, role, low.data() + role.first_sum);
        std::copy_n(low.begin() + role.first_sum, role.sum_planes, high.begin() + role.first_sum);
    }
}

void people_block::state::evaluate_possible() {
    if (possible.empty()) {
        possible.reserve(2 * std::size_t{code->node_count()});
        possible.resize(2 * std::size_t{code->node_count()});
        view.possible = possible.data();
    }
    kernel->expand_possible(view);
    put_intervals();
    kernel->gates_possible(view, {});
    for (std::uint32_t r = 0; r < code->roles.size(); ++r) {
        const block_role& role = code->roles[r];
        const lane_plane &is_true = possible[role.holds], &is_false = possible[flipped(role.holds)];
        for (std::uint32_t w = 0; w < plane_words; ++w) {
            yes[r].words[w] = ~is_false.words[w] & lanes.words[w];
            unknown[r].words[w] = is_true.words[w] & is_false.words[w] & lanes.words[w];
        }
        if (role.sum_planes != 0) kernel->sum_possible(view, role, low.data() + role.first_sum, high.data() + role.first_sum);
    }
}

void people_block::state::put_intervals() {
    for (const noted_interval& said : intervals) {
        const block_column& column = code->columns[said.column];
        lane_plane* at = possible.data() + 2 * std::size_t{column.first};
        for (std::uint32_t cell = 1; cell < column.cells; ++cell, at += 2) {
            put(at[0], said.lane, cell <= said.high);
            put(at[1], said.lane, cell > said.low);
        }
    }
}

void people_block::state::transpose() {
    if (transposed) return;
    transposed = true;
    transpose_roles(yes, role_words(), yes_of);
    transpose_roles(unknown, role_words(), unknown_of);
}

void people_block::state::add_points(std::uint32_t r, std::uint32_t lane, role_outcome& to) const {
    const block_role& role = code->roles[r];
    points_interval points{role.base, role.base};
    for (std::uint32_t bit = 0; bit < role.sum_planes; ++bit) {
        points.low += std::int64_t{is_in(low[role.first_sum + bit], lane)} << bit;
        points.high += std::int64_t{is_in(high[role.first_sum + bit], lane)} << bit;
    }
    to.points = points;
    to.exact = to.exact && (options.exact || points.low == points.high);
}

void people_block::state::append_outcomes(std::uint32_t person, verdict v, std::vector<role_outcome>& out) const {
    const std::uint64_t* of_lane = (v == verdict::yes ? yes_of : unknown_of).data() + std::size_t{person} * role_words();
    const auto [first, last] = std::ranges::equal_range(pairs, person, {}, &settled_pair::lane);
    const conclusion_id* ids = code->role_ids.data();
    const bool is_exact = options.exact || v != verdict::unknown, has_points = code->sums != 0;
    for (std::uint32_t w = 0; w < role_words(); ++w)
        for (std::uint64_t rest = of_lane[w]; rest != 0; rest &= rest - 1) {
            const std::uint32_t r = 64 * w + static_cast<std::uint32_t>(std::countr_zero(rest));
            out.push_back({ids[r], v, is_exact, {}});
            if (has_points) add_points(r, person, out.back());
            if (first == last) continue;
            if (const auto pair = std::ranges::lower_bound(first, last, r, {}, &settled_pair::role); pair != last && pair->role == r) {
                out.back().exact = pair->exact;
                out.back().points = pair->points;
            }
        }
}

people_block::people_block(const block_program& prepared, const block_options& options)
    : state_(std::make_unique<state>(prepared.planes(), options)) {
    facts_ = state_->code->facts.data();
    places_ = state_->code->places.data();
}
people_block::~people_block() = default;
people_block::people_block(people_block&&) noexcept = default;

void people_block::clear() {
    std::fill_n(state_->certain.data(), state_->code->inputs, lane_plane{});
    state_->closed = lane_plane{};
    state_->intervals.clear();
    size_ = 0;
}

void people_block::add() {
    state_->begin(size_, state_->options.closed);
    noted_ = state_->certain.data()->words + size_ / 64;
    lane_ = std::uint64_t{1} << (size_ % 64);
    ++size_;
}

void people_block::drop_last() {
    --size_;
    for (std::uint32_t i = 0; i < state_->code->inputs; ++i) put(state_->certain[i], size_, false);
    std::erase_if(state_->intervals, [this](const noted_interval& said) { return said.lane == size_; });
}

void people_block::search_and_set(fact_id f, std::int64_t value) {
    if (facts_[f].columns == 0) return;
    const block_column& column = state_->code->columns[facts_[f].column];
    noted_[std::size_t{state_->code->cell_place(column, state_->code->cell_of(column, value))} * plane_words] |= lane_;
}

void people_block::set(fact_id f, const known_fact& known) { state_->note(size_ - 1, f, known); }

void people_block::add(const facts& person) {
    add();
    state_->note(size_ - 1, person);
}

void people_block::evaluate() { state_->evaluate(size_); }

void people_block::outcomes(std::uint32_t person, std::vector<role_outcome>& out) const {
    state& s = *state_;
    s.transpose();
    out.clear();
    for (const verdict v : {verdict::yes, verdict::unknown}) s.append_outcomes(person, v, out);
    if (s.code->sums == 0) return;
    std::sort(out.begin(), out.end(), [](const role_outcome& a, const role_outcome& b) {
        return std::tuple(b.verdict, b.points.low, b.points.high, a.role) < std::tuple(a.verdict, a.points.low, a.points.high, b.role);
    });
}

std::span<const std::uint64_t> people_block::yes(std::uint32_t role) const { return state_->yes[role].words; }
std::span<const std::uint64_t> people_block::unknown(std::uint32_t role) const { return state_->unknown[role].words; }
const block_settled& people_block::settled() const { return state_->settled; }

}  // namespace advise::engine
