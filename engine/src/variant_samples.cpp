#include "variant_samples.hpp"

#include "gate_kernel.hpp"
#include "random.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace advise::engine {
namespace {

constexpr std::size_t most_small = 8'192;         // profiles with one fact away
constexpr std::size_t most_words = 8'000'000;     // of all blocks: 64 MiB
constexpr std::size_t most_options_of_small = 6;  // of a set, all of whose subsets are tried
constexpr std::size_t random_blocks = 96;
constexpr std::size_t learnt_at_once = 16, most_learnt_blocks = 128;
constexpr std::size_t gates_of_work = 16;  // evaluated for as much time as a unit of work stands for
constexpr std::size_t most_rounds = 200;   // of lowering one profile

/// Points of a conclusion, for each lane; negative points of x count as points of "not x".
lane_sums<std::uint64_t> points_of(const program::data& code, conclusion_id x, const std::vector<std::uint64_t>& in, std::int64_t& lowest) {
    lane_sums<std::uint64_t> sums;
    const conclusion_code& c = code.conclusions[x];
    lowest = 0;
    for (std::uint32_t i = 0; i < c.evidence; ++i) {
        const weighted_literal& e = code.evidence[c.first_evidence + i];
        const std::uint64_t truth = is_negated(e.of) ? ~in[node_of(e.of)] : in[node_of(e.of)];
        if (e.points < 0) lowest += e.points;
        sums.add(e.points < 0 ? ~truth : truth, static_cast<std::uint64_t>(e.points < 0 ? -e.points : e.points));
    }
    return sums;
}

}  // namespace

variant_samples::variant_samples(const rule_workbench& bench, const fact_cells& cells, work_meter& meter)
    : bench_(bench), code_(bench.code()), cells_(cells), tests_(code_, cells), meter_(meter), scratch_(code_.node_count()), changed_facts_(code_.rules->facts.size()) {
    draw_lowest();
    draw_one_away();
    small_blocks_ = profiles_.size();
    draw_random();
}

void variant_samples::draw_lowest() { add_block({cell_profile(code_.rules->facts.size(), 0)}); }

/// In the order of profiles: the later the fact, the sooner; then the lower its value. Of sets a lower option counts more.
void variant_samples::draw_one_away() {
    std::vector<cell_profile> block;
    std::size_t drawn = 0;
    const auto fits = [&](std::uint64_t values) {
        drawn += values;
        return drawn <= most_small && (drawn / 64 + 1) * code_.node_count() <= most_words;
    };
    const auto add = [&](fact_id f, std::uint64_t value) {
        block.emplace_back(code_.rules->facts.size(), 0).at(f) = value;
        if (block.size() == 64) add_block(std::exchange(block, {}));
    };
    for (auto f = static_cast<fact_id>(code_.rules->facts.size()); f-- > 0;) {
        const std::size_t options = cells_.options(f).size(), cells = cells_.starts(f).size();
        if (options > most_options_of_small || !fits(options == 0 ? cells : std::size_t{1} << options))
            break;  // what would follow stands behind these
        for (std::uint64_t cell = 1; cell < cells; ++cell) add(f, cell);
        for (std::uint64_t order = 1; order < (std::uint64_t{1} << options); ++order) {
            std::uint64_t set = 0;
            for (std::size_t i = 0; i < options; ++i) set |= (order >> i & 1) << (options - 1 - i);
            add(f, set);
        }
    }
    if (!block.empty()) add_block(std::move(block));
}

/// Some with few facts away, some with many.
void variant_samples::draw_random() {
    splitmix random(1);
    const std::size_t room = most_words / std::max<std::size_t>(code_.node_count(), 1);
    for (std::size_t block = 0; block < random_blocks && profiles_.size() < room; ++block) {
        std::vector<cell_profile> profiles(64, cell_profile(code_.rules->facts.size(), 0));
        const std::uint32_t one_of = std::array{1U, 2U, 4U, 8U, 16U, 64U}[block % 6];
        for (cell_profile& profile : profiles)
            for (fact_id f = 0; f < profile.size(); ++f) {
                if (random.below(one_of) != 0) continue;
                const auto count = static_cast<std::uint32_t>(cells_.starts(f).size());
                profile[f] = count == 0 ? random.next() & ((std::uint64_t{1} << std::min<std::size_t>(cells_.options(f).size(), 63)) - 1)
                                        : random.below(count);
            }
        add_block(std::move(profiles));
    }
}

void variant_samples::add_block(std::vector<cell_profile> profiles) {
    words& in = words_.emplace_back(code_.node_count());
    for (node_id n = 0; n < code_.test_count(); ++n) in[n] = tests_.word(n, profiles);
    for (node_id n = code_.test_count(); n < code_.node_count(); ++n) in[n] = word_of_gate(code_, n, in);
    profiles_.push_back(std::move(profiles));
    meter_.spent += code_.node_count() / gates_of_work + 1;
}

void variant_samples::turn_to(conclusion_id x) {
    if (x == about_) return;
    if (about_ != nothing)
        for (words& in : words_) evaluate_variant(in);  // which is no variant any more
    if (learnt_.size() >= learnt_at_once && learnt_blocks_ < most_learnt_blocks) {
        add_block(std::exchange(learnt_, {}));
        ++learnt_blocks_;
    }
    about_ = x;
    original_ = bench_.original(x);
    in_cone_.assign(code_.node_count(), false);
    std::vector<node_id> open;
    const auto enter = [&](literal l) {
        if (in_cone_[node_of(l)]) return;
        in_cone_[node_of(l)] = true;
        open.push_back(node_of(l));
    };
    const conclusion_code& c = code_.conclusions[original_];
    enter(c.holds);
    for (std::uint32_t i = 0; i < c.evidence; ++i) enter(code_.evidence[c.first_evidence + i].of);
    cone_.clear();
    while (!open.empty()) {
        const node_id n = open.back();
        open.pop_back();
        cone_.push_back(n);
        if (n < code_.test_count()) continue;
        const circuit_gate& gate = code_.gate(n);
        for (std::uint32_t i = 0; i < gate.size; ++i) enter(code_.inputs[gate.first + i]);
    }
    std::ranges::sort(cone_);
    meter_.spent += cone_.size();
}

void variant_samples::evaluate_variant(words& in) {
    for (node_id n = bench_.first_slot(about_); n <= bench_.last_slot(about_); ++n) in[n] = word_of_gate(code_, n, in);
}

void variant_samples::learn(const completion& profile) {
    if (learnt_.size() < 64) learnt_.push_back(in_cells(profile));
}

/// Those of what was learnt about this conclusion; the other blocks do not have them yet.
std::optional<variant_samples::found_profile> variant_samples::differing_learnt() {
    if (learnt_.empty()) return std::nullopt;
    find_besides();
    for (const std::vector<node_id>* nodes : {&cone_, &besides_})
        for (const node_id n : *nodes)
            if (n < code_.test_count()) scratch_[n] = tests_.word(n, learnt_);
            else scratch_[n] = word_of_gate(code_, n, scratch_);
    evaluate_variant(scratch_);
    meter_.spent += (cone_.size() + besides_.size()) / gates_of_work + 1;
    const std::uint64_t lanes = differ(scratch_) & (learnt_.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << learnt_.size()) - 1);
    if (lanes == 0) return std::nullopt;
    return found_profile{learnt_[static_cast<std::size_t>(__builtin_ctzll(lanes))], false};
}

/// The lanes in which the two say something else of verdict or, of a role, points.
std::uint64_t variant_samples::differ(const words& in) const {
    const auto truth = [&](literal l) { return is_negated(l) ? ~in[node_of(l)] : in[node_of(l)]; };
    std::uint64_t lanes = truth(code_.conclusions[about_].holds) ^ truth(code_.conclusions[original_].holds);
    if (!bench_.rules().conclusions[about_].is_role) return lanes;
    std::int64_t lowest = 0, lowest_of_original = 0;
    lane_sums<std::uint64_t> sums = points_of(code_, about_, in, lowest), of_original = points_of(code_, original_, in, lowest_of_original);
    // Both begin at the same number.
    if (lowest > lowest_of_original) sums.add(~std::uint64_t{0}, static_cast<std::uint64_t>(lowest - lowest_of_original));
    else of_original.add(~std::uint64_t{0}, static_cast<std::uint64_t>(lowest_of_original - lowest));
    return lanes | sums.differing(of_original);
}

std::uint64_t variant_samples::lanes_of(std::size_t block) const {
    return profiles_[block].size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << profiles_[block].size()) - 1;
}

std::optional<variant_samples::found_profile> variant_samples::differing() {
    for (std::size_t block = 0; block < words_.size(); ++block) {
        words& in = words_[block];
        evaluate_variant(in);
        const std::uint64_t lanes = differ(in) & lanes_of(block);
        meter_.spent += (bench_.last_slot(about_) - bench_.first_slot(about_)) / gates_of_work + 1;
        if (lanes == 0) continue;
        return found_profile{profiles_[block][static_cast<std::size_t>(__builtin_ctzll(lanes))], block < small_blocks_};
    }
    return differing_learnt();
}

/// Lane by lane the profile with one change (`together`: with all changes up to that one).
void variant_samples::evaluate_under(const cell_profile& profile, const std::vector<change>& changes, bool together) {
    for (const change& one : changes) changed_facts_[one.fact] = true;
    const auto test_word = [&](node_id n) {
        const fact_id f = code_.tests[n].fact;
        if (tests_.has_no_bit(n))
            return has_option(f, code_.tests[n].option) ? ~std::uint64_t{0} : 0;
        std::uint64_t word = tests_.holds(n, profile[f]) ? ~std::uint64_t{0} : 0;
        for (std::size_t lane = 0; changed_facts_[f] && lane < changes.size(); ++lane) {
            if (changes[lane].fact != f) continue;
            const std::uint64_t lanes = together ? ~std::uint64_t{0} << lane : std::uint64_t{1} << lane;
            word = tests_.holds(n, changes[lane].to) ? word | lanes : word & ~lanes;
        }
        return word;
    };
    for (const std::vector<node_id>* nodes : {&cone_, &besides_})
        for (const node_id n : *nodes)
            if (n < code_.test_count()) scratch_[n] = test_word(n);
            else scratch_[n] = word_of_gate(code_, n, scratch_);
    evaluate_variant(scratch_);
    for (const change& one : changes) changed_facts_[one.fact] = false;
    meter_.spent += (cone_.size() + besides_.size()) / gates_of_work + 1;
}

std::uint64_t variant_samples::differ_under(const cell_profile& profile, const std::vector<change>& changes, bool together) {
    evaluate_under(profile, changes, together);
    const std::uint64_t lanes = changes.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << changes.size()) - 1;
    return differ(scratch_) & lanes;
}

certain_outcome variant_samples::outcome(conclusion_id of) const {
    const auto truth = [&](literal l) { return ((is_negated(l) ? ~scratch_[node_of(l)] : scratch_[node_of(l)]) & 1) != 0; };
    certain_outcome made{truth(code_.conclusions[of].holds), 0};
    const conclusion_code& c = code_.conclusions[of];
    for (std::uint32_t i = 0; i < c.evidence; ++i)
        if (truth(code_.evidence[c.first_evidence + i].of)) made.points += code_.evidence[c.first_evidence + i].points;
    return made;
}

cell_profile variant_samples::in_cells(const completion& profile) const {
    cell_profile made(code_.rules->facts.size(), 0);
    for (const auto& [f, value] : profile) {
        if (code_.rules->facts[f].type != fact_type::any_of) made[f] = cells_.cell_of(f, value.number);
        const auto& options = cells_.options(f);
        for (std::size_t i = 0; i < std::min<std::size_t>(options.size(), bits_of_set); ++i)
            if (std::ranges::binary_search(value.members, options[i])) made[f] |= std::uint64_t{1} << i;
    }
    return made;
}

/// Of options that have no bit in a cell_profile: only a profile that is shown may have them.
bool variant_samples::has_option(fact_id f, std::uint32_t option) const {
    if (shown_ == nullptr) return false;
    const auto found = std::ranges::lower_bound(*shown_, f, {}, &std::pair<fact_id, fact_value>::first);
    return found != shown_->end() && found->first == f && std::ranges::binary_search(found->second.members, option);
}

variant_samples::both_outcomes variant_samples::outcomes(const completion& profile) {
    find_besides();
    shown_ = &profile;
    evaluate_under(in_cells(profile), {}, false);
    shown_ = nullptr;
    return {outcome(original_), outcome(about_)};
}

/// Puts facts to their lowest value: all that can be put there one by one, as many of them together as still show the difference.
bool variant_samples::drop_facts(cell_profile& profile) {
    bool dropped = false;
    std::vector<change> all;
    for (fact_id f = 0; f < profile.size(); ++f)
        if (profile[f] != 0) all.push_back({f, 0});
    for (std::size_t at = 0; at < all.size(); at += 64) {
        const std::vector<change> some(all.begin() + static_cast<std::ptrdiff_t>(at),
                                       all.begin() + static_cast<std::ptrdiff_t>(std::min(at + 64, all.size())));
        const std::uint64_t single = differ_under(profile, some, false);
        std::vector<change> chosen;
        for (std::size_t lane = 0; lane < some.size(); ++lane)
            if ((single >> lane & 1) != 0) chosen.push_back(some[lane]);
        if (chosen.empty()) continue;
        // The first alone is one that works.
        const std::uint64_t together = differ_under(profile, chosen, true);
        const auto last = static_cast<std::size_t>(63 - __builtin_clzll(together));
        for (std::size_t i = 0; i <= last; ++i) profile[chosen[i].fact] = 0;
        dropped = true;
    }
    return dropped;
}

/// Gives one fact the lowest value with which the difference shows.
bool variant_samples::lower_values(cell_profile& profile) {
    std::vector<change> some;
    for (fact_id f = 0; f < profile.size(); ++f) {
        const bool set = cells_.starts(f).empty();
        for (std::uint64_t value = 1; !set && value < profile[f]; ++value) some.push_back({f, value});
        for (std::size_t i = 0; set && i < 64 && (std::uint64_t{1} << i) <= profile[f]; ++i)
            if ((profile[f] >> i & 1) != 0 && (profile[f] & ~(std::uint64_t{1} << i)) != 0)
                some.push_back({f, profile[f] & ~(std::uint64_t{1} << i)});
    }
    for (std::size_t at = 0; at < some.size(); at += 64) {
        const std::vector<change> part(some.begin() + static_cast<std::ptrdiff_t>(at),
                                       some.begin() + static_cast<std::ptrdiff_t>(std::min(at + 64, some.size())));
        const std::uint64_t lanes = differ_under(profile, part, false);
        if (lanes == 0) continue;
        const change& chosen = part[static_cast<std::size_t>(__builtin_ctzll(lanes))];
        profile[chosen.fact] = chosen.to;
        return true;
    }
    return false;
}

/// What the variant rests on besides what its original does: conditions that had become part of others, and new tests.
void variant_samples::find_besides() {
    besides_.clear();
    std::vector<node_id> open;
    const node_id first = bench_.first_slot(about_), last = bench_.last_slot(about_);
    for (node_id n = first; n <= last; ++n) open.push_back(n);
    while (!open.empty()) {
        const circuit_gate& gate = code_.gate(open.back());
        open.pop_back();
        for (std::uint32_t i = 0; i < gate.size; ++i) {
            const node_id input = node_of(code_.inputs[gate.first + i]);
            if (in_cone_[input] || (input >= first && input <= last) || std::ranges::find(besides_, input) != besides_.end()) continue;
            besides_.push_back(input);
            if (input >= code_.test_count()) open.push_back(input);
        }
    }
    const conclusion_code& c = code_.conclusions[about_];
    for (std::uint32_t i = 0; i < c.evidence; ++i) {
        const node_id n = node_of(code_.evidence[c.first_evidence + i].of);
        if (!in_cone_[n] && (n < first || n > last) && std::ranges::find(besides_, n) == besides_.end()) besides_.push_back(n);
    }
    std::ranges::sort(besides_);
}

cell_profile variant_samples::lowered(cell_profile profile) {
    find_besides();
    for (std::size_t round = 0; round < most_rounds && (drop_facts(profile) || lower_values(profile)); ++round) {
    }
    return profile;
}

}  // namespace advise::engine
