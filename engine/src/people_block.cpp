// Many people at once. For now each lane is judged by engine::advise, behind the interface that the bit planes will stand behind.
#include "kleene.hpp"

#include <advise/engine/people_block.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace advise::engine {
namespace {

inline constexpr std::uint32_t word_bits = 64;
using lane_words = std::array<std::uint64_t, block_people / word_bits>;

void set_lane(lane_words& words, std::uint32_t lane) { words[lane / word_bits] |= std::uint64_t{1} << (lane % word_bits); }

}  // namespace

instruction_set best_instruction_set() { return instruction_set::plain; }

struct block_program::data {
    const program* code = nullptr;
    std::vector<conclusion_id> roles;
    std::vector<std::uint32_t> place_of;        ///< of each conclusion, among the roles
};

block_program::block_program(const program& code)
{
    auto made = std::make_unique<data>();
    made->code = &code;
    const rule_base& rules = code.rules();
    made->place_of.assign(rules.conclusions.size(), nothing);
    for (conclusion_id c = 0; c < rules.conclusions.size(); ++c) {
        if (!rules.conclusions[c].is_role) continue;
        made->place_of[c] = static_cast<std::uint32_t>(made->roles.size());
        made->roles.push_back(c);
    }
    data_ = std::move(made);
}
block_program::~block_program() = default;
block_program::block_program(block_program&&) noexcept = default;
std::span<const conclusion_id> block_program::roles() const { return data_->roles; }
const program& block_program::code() const { return *data_->code; }

struct people_block::state {
    const block_program* prepared;
    block_options options;
    std::vector<facts> people;
    std::vector<std::vector<role_outcome>> outcomes;
    std::vector<lane_words> yes, unknown;
    block_settled settled;

    [[nodiscard]] const rule_base& rules() const { return prepared->code().rules(); }
    void judge(std::uint32_t lane);
    [[nodiscard]] std::vector<role_outcome> by_kleene(const facts& person) const;
};

std::vector<role_outcome> people_block::state::by_kleene(const facts& person) const
{
    const program::data& code = prepared->code().code();
    const truth_table table = kleene(code, person);
    std::vector<role_outcome> made;
    for (const conclusion_id c : prepared->roles()) {
        const conclusion_code& x = code.conclusions[c];
        const points_interval points = kleene_points(code, x, table);
        const verdict v = verdict_of(bits_of(table, x.holds));
        made.push_back({c, v, v != verdict::unknown && points.low == points.high, points});
    }
    std::ranges::stable_sort(made, [](const role_outcome& a, const role_outcome& b) {
        return std::tuple(b.verdict, b.points.low, b.points.high) < std::tuple(a.verdict, a.points.low, a.points.high);
    });
    return made;
}

void people_block::state::judge(std::uint32_t lane)
{
    facts& person = people[lane];
    if (person.closed)
        for (fact_id f = 0; f < person.known.size(); ++f)
            if (!person.known[f].mentioned) person.known[f] = at_its_no(rules(), f);
    std::vector<role_outcome>& made = outcomes[lane];
    made.clear();
    if (options.exact) {
        engine::settled how;
        const advise_options asked{.witnesses = false, .work_limit = options.work_limit, .run_limit = options.run_limit};
        for (const role_advice& role : advise(prepared->code(), person, asked, &how).roles)
            made.push_back({role.role, role.verdict, role.exact, role.points});
        settled.kleene += how.kleene;
        settled.sampled += how.sampled;
        settled.branched += how.branched;
        settled.undecided += how.undecided;
    } else {
        made = by_kleene(person);
        for (const role_outcome& role : made) ++(role.exact ? settled.kleene : settled.undecided);
    }
    std::erase_if(made, [](const role_outcome& role) { return role.verdict == verdict::no; });
    for (const role_outcome& role : made)
        set_lane((role.verdict == verdict::yes ? yes : unknown)[prepared->planes().place_of[role.role]], lane);
}

people_block::people_block(const block_program& prepared, const block_options& options) : state_(std::make_unique<state>())
{
    state_->prepared = &prepared;
    state_->options = options;
    state_->yes.resize(prepared.roles().size());
    state_->unknown.resize(prepared.roles().size());
    state_->outcomes.resize(block_people);
}
people_block::~people_block() = default;
people_block::people_block(people_block&&) noexcept = default;

void people_block::clear() { state_->people.clear(); }
std::uint32_t people_block::size() const { return static_cast<std::uint32_t>(state_->people.size()); }

void people_block::add()
{
    facts person;
    person.closed = state_->options.closed;
    for (fact_id f = 0; f < state_->rules().facts.size(); ++f) person.known.push_back(whole_domain(state_->rules(), f));
    state_->people.push_back(std::move(person));
}
void people_block::drop_last() { state_->people.pop_back(); }

void people_block::set(fact_id f, std::int64_t value)
{
    known_fact& known = state_->people.back().known[f];
    known.from = known.to = value;
    known.mentioned = true;
}
void people_block::set(fact_id f, const known_fact& known)
{
    state_->people.back().known[f] = known;
    state_->people.back().known[f].mentioned = true;
}
void people_block::add(const facts& person) { state_->people.push_back(person); }

void people_block::evaluate()
{
    for (lane_words& words : state_->yes) words.fill(0);
    for (lane_words& words : state_->unknown) words.fill(0);
    for (std::uint32_t lane = 0; lane < size(); ++lane) state_->judge(lane);
}

void people_block::outcomes(std::uint32_t person, std::vector<role_outcome>& out) const { out = state_->outcomes[person]; }
std::span<const std::uint64_t> people_block::yes(std::uint32_t role) const { return state_->yes[role]; }
std::span<const std::uint64_t> people_block::unknown(std::uint32_t role) const { return state_->unknown[role]; }
const block_settled& people_block::settled() const { return state_->settled; }

}  // namespace advise::engine
