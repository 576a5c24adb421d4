// What Kleene's tables leave open in a block. First witnesses: completions that all lanes try at once, drawn at random, then, role by role, put where
// the signs of that role want them in each lane. They confirm that Kleene's answer is the exact one. What is left is searched for as engine::advise does.
//
// The completions that a lane tries depend on its person only, and each one that confirms is one that engine::advise would accept when its search
// stops at the limit (confirm.hpp): so it does not matter how many are tried here.
#include "people_block_settle.hpp"

#include "random.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace advise::engine {
namespace {

inline constexpr std::uint64_t drawing_seed = 0x61647669'73650002ULL;

lane_plane either(const lane_plane& a, const lane_plane& b) {
    lane_plane both;
    for (std::uint32_t w = 0; w < plane_words; ++w) both.words[w] = a.words[w] | b.words[w];
    return both;
}

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
    for (lane_plane* plane : {&all.yes, &all.no, &all.low, &all.high}) std::ranges::fill(plane->words, ~std::uint64_t{0});
    return all;
}

lane_plane witness_needs::verdicts() const { return either(yes, no); }
lane_plane witness_needs::points() const { return either(low, high); }
lane_plane witness_needs::all() const { return either(verdicts(), points()); }

block_settler::block_settler(people_block::state& block) : block_(block), code_(*block.code), cases_(block) {
    block_.marks.resize(2 * std::size_t{code_.node_count()});
    block_.view.marks = block_.marks.data();
    needs_.resize(code_.roles.size());
    in_cone_.assign(code_.node_count(), 0);
    cone_.uses.assign(code_.columns.size(), 0);
    cells_.assign(code_.columns.size(), 0);
    std::uint32_t most = 0;
    for (const block_role& role : code_.roles) most = std::max(most, role.sum_planes);
    sum_.resize(most);
}

void block_settler::find_witnesses() {
    bool open = false;
    for (std::uint32_t r = 0; r < needs_.size(); ++r) {
        needs_[r].reset(block_, r);
        needs_[r].leave_out_noes(block_, r);
        open = open || !is_empty(needs_[r].all());
    }
    if (!open) return;
    try_everywhere([this] {
        for (std::uint32_t r = 0; r < needs_.size(); ++r) look_at(r);
    });
    for (std::uint32_t r = 0; r < needs_.size(); ++r)
        if (!is_empty(needs_[r].all())) try_for_role(r, false, [this, r] { look_at(r); });
}

void block_settler::take_all_columns() {
    cone_.columns.resize(code_.columns.size());
    std::iota(cone_.columns.begin(), cone_.columns.end(), 0U);
}

/// A cell for each of those columns, the same whoever else is in the block.
void block_settler::draw_cells(const std::vector<std::uint32_t>& columns, std::uint64_t draw) {
    for (const std::uint32_t c : columns) cells_[c] = splitmix(drawing_seed ^ draw ^ std::uint64_t{c} << 16).below(code_.columns[c].cells);
}

void block_settler::complete_best(const std::vector<std::uint32_t>& columns, bool greatest) {
    block_.kernel->complete_best(block_.view, {columns.data(), static_cast<std::uint32_t>(columns.size())}, cells_.data(), greatest);
}

void block_settler::run_cone() { block_.kernel->gates_certain(block_.view, {cone_.gates.data(), static_cast<std::uint32_t>(cone_.gates.size())}); }

/// The columns of the cone of which the marks want both ends in one of those lanes.
void block_settler::find_mixed(const lane_plane& lanes) {
    mixed_.clear();
    for (const std::uint32_t c : cone_.columns) {
        lane_plane up{}, down{};
        for (std::uint32_t cell = 1; cell < code_.columns[c].cells; ++cell) {
            const literal l = literal_of(code_.columns[c].first + cell - 1);
            up = either(up, block_.marks[l]);
            down = either(down, block_.marks[flipped(l)]);
        }
        std::uint64_t both = 0;
        for (std::uint32_t w = 0; w < plane_words; ++w) both |= up.words[w] & down.words[w] & lanes.words[w];
        if (both != 0) mixed_.push_back(c);
    }
}

/// Takes from what a role needs what the completions at hand show. A lane may learn only from those that it would also try alone.
void block_settler::look_at(std::uint32_t r) {
    const block_role& role = code_.roles[r];
    witness_needs& needs = needs_[r];
    const lane_plane& holds = block_.certain[node_of(role.holds)];
    const std::uint64_t turned = is_negated(role.holds) ? ~std::uint64_t{0} : 0;
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        needs.yes.words[w] &= ~(holds.words[w] ^ turned) | ~eligible_.yes.words[w];
        needs.no.words[w] &= (holds.words[w] ^ turned) | ~eligible_.no.words[w];
    }
    if (role.sum_planes == 0 || is_empty(eligible_.points()) || is_empty(needs.points())) return;
    block_.kernel->sum_certain(block_.view, role, sum_.data());
    for (std::uint32_t w = 0; w < plane_words; ++w) {
        std::uint64_t above = 0, below = 0;
        for (std::uint32_t bit = 0; bit < role.sum_planes; ++bit) {
            above |= sum_[bit].words[w] ^ block_.low[role.first_sum + bit].words[w];
            below |= sum_[bit].words[w] ^ block_.high[role.first_sum + bit].words[w];
        }
        needs.low.words[w] &= above | ~eligible_.low.words[w];
        needs.high.words[w] &= below | ~eligible_.high.words[w];
    }
}

void block_settler::reach(node_id n) {
    if (n < code_.inputs) {
        if (cone_.uses[code_.column_of[n]]++ == 0) cone_.columns.push_back(code_.column_of[n]);
    } else if (in_cone_[n] == 0) {
        in_cone_[n] = 1;
        cone_.gates.push_back(n - code_.inputs);
    }
}

/// The gates and columns that a role's verdict and points rest on, in order.
void block_settler::find_cone(std::uint32_t r) {
    const block_role& role = code_.roles[r];
    for (const std::uint32_t c : cone_.columns) cone_.uses[c] = 0;
    cone_.gates.clear();
    cone_.columns.clear();
    reach(node_of(role.holds));
    for (std::uint32_t i = 0; i < role.evidence; ++i) reach(node_of(code_.evidence[role.first_evidence + i]));
    for (std::size_t next = 0; next < cone_.gates.size(); ++next) {
        const block_gate& gate = code_.gates[cone_.gates[next]];
        for (std::uint32_t i = 0; i < gate.size; ++i) reach(node_of(code_.operands[gate.first + i]));
    }
    std::ranges::sort(cone_.gates);
    for (const std::uint32_t g : cone_.gates) in_cone_[code_.inputs + g] = 0;
}

void block_settler::clear_marks() {
    const auto clear = [&](std::uint32_t node, std::uint32_t nodes) {
        std::fill_n(block_.marks.begin() + 2 * std::ptrdiff_t{node}, 2 * nodes, lane_plane{});
    };
    for (const std::uint32_t c : cone_.columns) clear(code_.columns[c].first, code_.columns[c].cells);
    for (const std::uint32_t g : cone_.gates) clear(code_.inputs + g, 1);
}

/// "A greater root wants this literal true", in those lanes in which it is open.
void block_settler::mark(literal l, const lane_plane& lanes) {
    for (std::uint32_t w = 0; w < plane_words; ++w)
        block_.marks[l].words[w] |= lanes.words[w] & block_.possible[l].words[w] & block_.possible[flipped(l)].words[w];
}

void block_settler::mark_verdict(std::uint32_t r) {
    clear_marks();
    mark(code_.roles[r].holds, block_.unknown[r]);
    block_.kernel->marks(block_.view, {cone_.gates.data(), static_cast<std::uint32_t>(cone_.gates.size())});
}

void block_settler::mark_points(std::uint32_t r) {
    clear_marks();
    const block_role& role = code_.roles[r];
    for (std::uint32_t i = 0; i < role.evidence; ++i) mark(code_.evidence[role.first_evidence + i], block_.lanes);
    block_.kernel->marks(block_.view, {cone_.gates.data(), static_cast<std::uint32_t>(cone_.gates.size())});
}

void block_settler::decide(std::uint32_t lane, std::uint32_t r, verdict v) {
    const std::uint64_t others = ~(std::uint64_t{1} << (lane % 64));
    needs_[r].yes.words[lane / 64] &= others;
    needs_[r].no.words[lane / 64] &= others;
    block_.unknown[r].words[lane / 64] &= others;
    if (v == verdict::yes) block_.yes[r].words[lane / 64] |= ~others;
    ++decided_;
}

std::optional<split_tree> block_settler::deciding_cases(std::uint32_t role) const {
    if (decided_ == 0) return std::nullopt;
    return cases_.tree((block_.yes[role].words[0] & 1U) != 0 ? verdict::yes : verdict::no);
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
