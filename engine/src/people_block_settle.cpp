// What Kleene's tables leave open in a block. First witnesses: completions that all lanes try at once, drawn at random, then, role by role, put where
// the signs of that role want them in each lane, all at once or step by step. They confirm that Kleene's answer is the exact one. Then cases of one
// person and one role. What is left is searched for as engine::advise does.
//
// The completions that a lane tries depend on its person only, and each one that confirms is one that engine::advise would accept when its search
// stops at the limit (confirm.hpp): so it does not matter how many are tried here.
#include "people_block_settle.hpp"

#include "random.hpp"

#include <algorithm>
#include <numeric>

namespace advise::engine {
namespace {

inline constexpr std::uint64_t drawing_seed = 0x61647669'73650002ULL;
inline constexpr std::uint64_t guided_seed = 0x61647669'73650004ULL;
/// Columns of mixed sign that are put where they were drawn before the signs are looked at anew.
inline constexpr std::uint32_t guided_picks[] = {1, 2, 4};

}  // namespace

void witness_needs::reset(const people_block::state& block, std::uint32_t r) {
    const block_role& role = block.code->roles[r];
    yes = no = block.unknown[r];
    low = lane_plane{};
    for (std::uint32_t bit = 0; bit < role.sum_planes; ++bit)
        for (std::uint32_t w = 0; w < plane_words; ++w)
            low.words[w] |= block.low[role.first_sum + bit].words[w] ^ block.high[role.first_sum + bit].words[w];
    for (std::uint32_t w = 0; w < plane_words; ++w) low.words[w] &= block.lanes.words[w];
    high = low;
}

/// Nobody is told the points of a role that does not hold.
void witness_needs::leave_out_noes(const people_block::state& block, std::uint32_t r) {
    for (std::uint32_t w = 0; w < plane_words; ++w) low.words[w] &= block.yes[r].words[w] | block.unknown[r].words[w];
    high = low;
}

witness_needs everything() {
    witness_needs all{};
    for (lane_plane* plane : {&all.yes, &all.no, &all.low, &all.high}) *plane = all_or_none(true);
    return all;
}

lane_plane witness_needs::verdicts() const { return either(yes, no); }
lane_plane witness_needs::points() const { return either(low, high); }
lane_plane witness_needs::all() const { return either(verdicts(), points()); }

block_settler::block_settler(people_block::state& block)
    : block_(block), code_(*block.code), cones_(*block.code), cases_(*block.kernel, *block.code) {
    needs_.resize(code_.roles.size());
    std::uint32_t most_cells = 1, most_planes = 0;
    for (const block_column& column : code_.columns) {
        columns_.push_back({static_cast<std::uint32_t>(columns_.size()), column.first, column.cells - 1, 0});
        most_cells = std::max(most_cells, column.cells);
    }
    all_cells_.resize(most_cells - 1);
    std::iota(all_cells_.begin(), all_cells_.end(), 1U);
    cells_.resize(columns_.size());
    for (const block_role& role : code_.roles) most_planes = std::max(most_planes, role.sum_planes);
    sum_.resize(most_planes);
}

void block_settler::find_witnesses() {
    bool open = false;
    for (std::uint32_t r = 0; r < needs_.size(); ++r) {
        needs_[r].reset(block_, r);
        needs_[r].leave_out_noes(block_, r);
        open = open || !is_empty(needs_[r].all());
    }
    if (!open) return;
    try_everywhere();
    for (std::uint32_t r = 0; r < needs_.size(); ++r) {
        if (is_empty(needs_[r].all())) continue;
        take_role(r);
        try_for_role(r, tried_in_block, [] {});
    }
}

/// Completions of everything, drawn.
void block_settler::try_everywhere() {
    for (std::uint32_t draw = 0; draw < tried_in_block.of_all; ++draw) {
        draw_cells(columns_, draw);
        block_.kernel->complete_drawn(block_.view, {columns_.data(), static_cast<std::uint32_t>(columns_.size()), all_cells_.data()}, cells_.data());
        block_.kernel->gates_certain(block_.view, {});
        for (std::uint32_t r = 0; r < needs_.size(); ++r) look_at(r, block_.view, code_.roles[r], everything());
    }
}

/// What is known of the nodes of a role's cone becomes planes beside each other.
void block_settler::take_role(std::uint32_t r) {
    cone_ = &cones_.of(r);
    planes_.fit(*cone_);
    if (certain_.size() < cone_->nodes.size()) certain_.resize(cone_->nodes.size());
    lane_plane* to = planes_.possible.data();
    for (const node_id n : cone_->nodes) {
        *to++ = block_.possible[literal_of(n)];
        *to++ = block_.possible[literal_of(n, true)];
    }
    view_ = cone_->view(certain_.data(), planes_.possible.data(), planes_.marks.data());
}

/// A cell for each of those columns, the same whoever else is in the block.
void block_settler::draw_cells(const std::vector<cone_column>& columns, std::uint64_t draw) {
    std::uint32_t* to = cells_.data();
    for (const cone_column& c : columns) *to++ = splitmix(drawing_seed ^ draw ^ std::uint64_t{c.column} << 16).below(code_.columns[c.column].cells);
}

/// The columns of the cone that have no best cell in one of those lanes.
void block_settler::list_mixed(const lane_plane& among, role_end end) {
    places_.resize(std::max(places_.size(), cone_->columns.size()));
    mixed_.clear();
    const std::uint32_t found = block_.kernel->find_mixed(view_, cone_->listed_columns(), among, end, places_.data());
    for (std::uint32_t i = 0; i < found; ++i) mixed_.push_back(cone_->columns[places_[i]]);
}

/// Takes from what a role needs what the completions at hand show. A lane may learn only from those that it would also try alone.
void block_settler::look_at(std::uint32_t r, const block_view& view, const block_role& as, const witness_needs& eligible) {
    const block_role& role = code_.roles[r];
    witness_needs& needs = needs_[r];
    const lane_plane& holds = view.certain[node_of(as.holds)];
    const std::uint64_t turned = is_negated(as.holds) ? ~std::uint64_t{0} : 0;
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        needs.yes.words[w] &= ~(holds.words[w] ^ turned) | ~eligible.yes.words[w];
        needs.no.words[w] &= (holds.words[w] ^ turned) | ~eligible.no.words[w];
    }
    if (role.sum_planes == 0 || is_empty(eligible.points()) || is_empty(needs.points())) return;
    block_.kernel->sum_certain(view, as, sum_.data());
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        std::uint64_t above = 0, below = 0;
        for (std::uint32_t bit = 0; bit < role.sum_planes; ++bit) {
            above |= sum_[bit].words[w] ^ block_.low[role.first_sum + bit].words[w];
            below |= sum_[bit].words[w] ^ block_.high[role.first_sum + bit].words[w];
        }
        needs.low.words[w] &= above | ~eligible.low.words[w];
        needs.high.words[w] &= below | ~eligible.high.words[w];
    }
}

void block_settler::mark_points() {
    planes_.clear_marks(*cone_);
    for (const literal l : cone_->evidence) planes_.mark(l, block_.lanes);
    planes_.spread_marks(*block_.kernel, *cone_);
}

/// The same cell in all lanes, of those that the role tells apart.
void block_settler::draw_for_guide(std::uint32_t role, std::uint32_t draw) {
    drawn_.resize(std::max<std::size_t>(drawn_.size(), cone_->inputs()));
    for (const cone_column& c : cone_->columns) {
        const std::uint32_t drawn =
            splitmix(guided_seed ^ (std::uint64_t{role} + 1) << 32 ^ draw ^ std::uint64_t{c.column} << 16).below(c.inputs + 1);
        for (std::uint32_t i = 0; i < c.inputs; ++i) drawn_[c.first + i] = all_or_none(i < drawn);
    }
}

bool block_settler::guide(std::uint32_t role, role_end end, std::uint32_t draw) {
    draw_for_guide(role, draw);
    lane_plane& needed = needs_[role].verdict_at(end);
    const lane_plane found = guide_completions(*block_.kernel, *cone_, planes_, cases_.scratch(), end, drawn_.data(), needed, guided_picks);
    if (is_empty(found)) return false;
    for (std::uint32_t input = 0; input < cone_->inputs(); ++input)
        certain_[input] = without(all_or_none(true), cases_.scratch().possible[literal_of(input, true)]);
    needed = without(needed, found);
    return true;
}

/// The completion of the cases becomes the one at hand in that lane.
void block_settler::take_case(std::uint32_t lane) {
    for (std::uint32_t input = 0; input < cone_->inputs(); ++input) put(certain_[input], lane, cases_.in_completion(input));
}

std::optional<std::uint32_t> block_settler::completed_cell(std::uint32_t column) const {
    const auto found = std::ranges::find(cone_->columns, column, &cone_column::column);
    if (found == cone_->columns.end()) return std::nullopt;
    std::uint32_t cell = 0;
    for (std::uint32_t i = 0; i < found->inputs && is_in(certain_[found->first + i], 0); ++i) cell = cone_->cells[found->first_cell + i];
    return cell;
}

void block_settler::decide(std::uint32_t lane, std::uint32_t r, verdict v) {
    put(needs_[r].yes, lane, false);
    put(needs_[r].no, lane, false);
    put(block_.unknown[r], lane, false);
    if (v == verdict::yes) put(block_.yes[r], lane, true);
    ++decided_;
}

std::optional<split_tree> block_settler::deciding_cases(std::uint32_t role) const {
    if (decided_ == 0) return std::nullopt;
    return cases_.tree(*cone_, is_in(block_.yes[role], 0) ? verdict::yes : verdict::no);
}

// ---- search

/// What is known of the person in a lane: of each column the values of the cells it can be in.
void block_settler::read_person(std::uint32_t lane) {
    const auto is_set = [&](literal l) { return ((block_.possible[l].words[lane / 64] >> (lane % 64)) & 1U) != 0; };
    if (person_.known.empty())
        for (fact_id f = 0; f < code_.facts.size(); ++f) person_.known.push_back(whole_domain(code_.code->rules(), f));
    for (const block_column& column : code_.columns) {
        std::uint32_t low = 0, high = 0;
        for (std::uint32_t cell = 1; cell < column.cells; ++cell) {
            const literal at_least = literal_of(column.first + cell - 1);
            if (!is_set(flipped(at_least))) low = cell;
            if (is_set(at_least)) high = cell;
        }
        code_.know_cells(column, low, high, person_.known[column.fact]);
    }
}

void block_settler::search(std::uint32_t lane) {
    read_person(lane);
    const truth_table table = kleene(code_.code->code(), person_);
    roles_.clear();
    for (const conclusion_id c : code_.role_ids) roles_.push_back(advice_by_kleene(code_.code->code(), table, c));
    const auto open = static_cast<std::uint64_t>(std::ranges::count_if(roles_, is_open_role));
    const std::uint64_t limit = std::min(block_.options.work_limit, block_.options.run_limit / open);
    const std::size_t first = block_.pairs.size();
    for (std::uint32_t r = 0; r < roles_.size(); ++r) {
        if (!needs_[r].has(lane)) continue;
        if (search_one_end(lane, r, table, limit)) continue;
        const searched_role found = search_role(code_.code->code(), person_, table, roles_[r], limit);
        if (!found.exact) {  // it may have what other roles do not need
            block_.pairs.resize(first);
            return ask_alone(lane);
        }
        if (needs_[r].has_verdict(lane)) count_way(found.holds);
        answer(lane, r, found.verdict, true, found.enclosure);
    }
}

/// A role without open points, of which one kind of completion is known already: is there one of the other kind?
bool block_settler::search_one_end(std::uint32_t lane, std::uint32_t r, const truth_table& table, std::uint64_t limit) {
    const bool holds = !is_in(needs_[r].yes, lane), fails = !is_in(needs_[r].no, lane);
    if (holds == fails || roles_[r].points.low != roles_[r].points.high) return false;
    const std::optional<verdict> found = search_verdict(code_.code->code(), person_, table, roles_[r].role, holds, limit);
    if (!found) return false;
    ++block_.settled.branched;
    answer(lane, r, *found, true, roles_[r].points);
    return true;
}

void block_settler::count_way(const std::optional<ends>& holds) {
    if (holds) ++(holds->low.branched || holds->high.branched ? block_.settled.branched : block_.settled.sampled);
}

/// All roles as engine::advise says.
void block_settler::ask_alone(std::uint32_t lane) {
    const advise_options asked{.witnesses = false, .work_limit = block_.options.work_limit, .run_limit = block_.options.run_limit};
    const advice made = advise_on(*code_.code, person_, code_.role_ids, asked);
    for (std::uint32_t r = 0; r < made.roles.size(); ++r) {
        const role_advice& role = made.roles[r];
        if (needs_[r].has_verdict(lane)) ++(role.exact ? block_.settled.branched : block_.settled.undecided);
        if (roles_[r].verdict != verdict::no) answer(lane, r, role.verdict, role.exact, role.points);
    }
}

void block_settler::answer(std::uint32_t lane, std::uint32_t r, verdict v, bool exact, points_interval points) {
    const std::uint64_t bit = std::uint64_t{1} << (lane % 64);
    std::uint64_t &yes = block_.yes[r].words[lane / 64], &unknown = block_.unknown[r].words[lane / 64];
    yes = v == verdict::yes ? yes | bit : yes & ~bit;
    unknown = v == verdict::unknown ? unknown | bit : unknown & ~bit;
    block_.pairs.push_back({lane, r, exact, points});
}

void block_settler::search_rest() {
    lane_plane rest{};
    for (const witness_needs& needs : needs_) rest = either(rest, needs.all());
    for_each_lane(rest, [this](std::uint32_t lane) { search(lane); });
}

void block_settler::settle(std::uint32_t size) {
    std::uint64_t unknown = 0;
    for (const lane_plane& lanes : block_.unknown) unknown += count(lanes);
    block_.settled.kleene += std::uint64_t{size} * code_.roles.size() - unknown;
    if (!block_.options.exact) {
        block_.settled.undecided += unknown;
        return;
    }
    decided_ = 0;
    find_witnesses();
    std::uint64_t left = decided_;
    for (const witness_needs& needs : needs_) left += count(needs.verdicts());
    block_.settled.sampled += unknown - left;
    block_.settled.branched += decided_;
    search_rest();
}

}  // namespace advise::engine
