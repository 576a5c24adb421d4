// The code of blocks with one lane: a node's two bits in a byte.
#include "gate_kernel.hpp"
#include "people_block_code.hpp"

#include <advise/engine/evaluator.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace advise::engine {
namespace {

/// The bits of a literal and of the flipped one, side by side: a gate reads its inputs without looking at signs.
using both_bits = std::array<truth_bits, 2>;
inline constexpr both_bits both_of(truth_bits bits) { return {bits, flipped_bits(bits)}; }

}  // namespace

struct evaluator::state {
    state(const block_program::data& prepared, const evaluator_options& asked);

    const block_program::data& code;
    evaluator_options options;
    std::vector<both_bits> start;        ///< of the inputs, when nothing is said
    std::vector<both_bits> bits;         ///< of every node
    std::vector<role_outcome> outcomes;  ///< of each role
    std::vector<std::uint32_t> order;
    facts person;  ///< what engine::advise is asked where roles are open

    void put(const block_column& column, std::uint32_t low, std::uint32_t high, std::vector<both_bits>& inputs) const;
    void put(std::uint32_t column, const known_fact& known);
    void pass();
    [[nodiscard]] truth_bits at(literal l) const { return bits[node_of(l)][l & 1U]; }
    [[nodiscard]] role_outcome outcome_of(std::uint32_t role) const;
    void ask_advise();
    void read_person();
};

evaluator::state::state(const block_program::data& prepared, const evaluator_options& asked)
    : code(prepared), options(asked), bits(prepared.node_count()) {
    start.resize(code.inputs);
    for (const block_column& column : code.columns)
        put(column, options.closed ? column.no_low : 0, options.closed ? column.no_high : column.cells - 1, start);
    std::ranges::copy(start, bits.begin());
    outcomes.reserve(code.roles.size());
    order.reserve(code.roles.size());
}

void evaluator::state::put(const block_column& column, std::uint32_t low, std::uint32_t high, std::vector<both_bits>& inputs) const {
    static constexpr both_bits of[] = {both_of(0), both_of(can_be_true), both_of(can_be_false), both_of(is_open)};
    both_bits* input = inputs.data() + column.first;
    for (std::uint32_t cell = 1; cell < column.cells; ++cell) *input++ = of[(cell <= high ? can_be_true : 0U) | (cell > low ? can_be_false : 0U)];
}

void evaluator::state::put(std::uint32_t c, const known_fact& known) {
    const block_column& column = code.columns[c];
    if (column.option == nothing) return put(column, code.cell_of(column, known.from), code.cell_of(column, known.to), bits);
    const std::uint8_t in_set = known.options[column.option];
    put(column, in_set == 1 ? 1 : 0, in_set == 0 ? 0 : 1, bits);
}

void evaluator::state::pass() {
    both_bits* out = bits.data() + code.inputs;
    const truth_bits* all = bits.data()->data();
    for (const block_gate& gate : code.gates) {
        const literal* operands = code.operands.data() + gate.first;
        const auto input = [&](std::uint32_t i) { return all[operands[i]]; };
        const auto one = [](std::uint32_t) { return std::int64_t{1}; };
        truth_bits b = 0;
        if (gate.kind == block_gate_kind::all) b = kleene_gate(gate_kind::all, gate.size, 0, 0, input, one);
        else if (gate.kind == block_gate_kind::count) b = kleene_gate(gate_kind::count, gate.size, gate.least, gate.total, input, one);
        else
            b = kleene_gate(gate_kind::weighted, gate.size, gate.least, gate.total, input,
                            [&](std::uint32_t i) { return static_cast<std::int64_t>(code.weights[gate.first_weight + i]); });
        *out++ = both_of(b);
    }
}

role_outcome evaluator::state::outcome_of(std::uint32_t r) const {
    const block_role& role = code.roles[r];
    const truth_bits b = at(role.holds);
    role_outcome made{code.role_ids[r],
                      b == is_open       ? verdict::unknown
                      : b == can_be_true ? verdict::yes
                                         : verdict::no,
                      true,
                      {role.base, role.base}};
    for (std::uint32_t i = role.first_evidence; i < role.first_evidence + role.evidence; ++i) {
        const truth_bits e = at(code.evidence[i]);
        const auto points = static_cast<std::int64_t>(code.evidence_points[i]);
        if (e == can_be_true) made.points.low += points;
        if (e != can_be_false) made.points.high += points;
    }
    made.exact = made.verdict != verdict::unknown && made.points.low == made.points.high;
    return made;
}

/// What is known, as facts: of each column the values of the cells that it can be in.
void evaluator::state::read_person() {
    const rule_base& rules = code.code->rules();
    if (person.known.empty())
        for (fact_id f = 0; f < rules.facts.size(); ++f) person.known.push_back(whole_domain(rules, f));
    for (const block_column& column : code.columns) {
        std::uint32_t low = 0, high = 0;
        for (std::uint32_t cell = 1; cell < column.cells; ++cell) {
            const truth_bits b = bits[column.first + cell - 1][0];
            if (b == can_be_true) low = cell;
            if (b != can_be_false) high = cell;
        }
        code.know_cells(column, low, high, person.known[column.fact]);
    }
}

void evaluator::state::ask_advise() {
    read_person();
    const advise_options asked{.witnesses = false, .work_limit = options.work_limit, .run_limit = options.run_limit};
    const advice made = advise_on(*code.code, person, code.role_ids, asked);
    for (std::uint32_t r = 0; r < outcomes.size(); ++r)
        outcomes[r] = {code.role_ids[r], made.roles[r].verdict, made.roles[r].exact, made.roles[r].points};
}

evaluator::evaluator(const block_program& prepared, const evaluator_options& options) : state_(std::make_unique<state>(prepared.planes(), options)) {}
evaluator::~evaluator() = default;
evaluator::evaluator(evaluator&&) noexcept = default;

void evaluator::clear() { std::ranges::copy(state_->start, state_->bits.begin()); }

void evaluator::set(fact_id f, std::int64_t value) {
    const noted_fact& fact = state_->code.facts[f];
    if (fact.columns == 0) return;
    const block_column& column = state_->code.columns[fact.column];
    const std::uint32_t cell = state_->code.cell_of(column, value);
    state_->put(column, cell, cell, state_->bits);
}

void evaluator::set(fact_id f, const known_fact& known) {
    const noted_fact& fact = state_->code.facts[f];
    for (std::uint32_t c = 0; c < fact.columns; ++c) state_->put(fact.column + c, known);
}

void evaluator::set(const facts& person) {
    for (std::uint32_t c = 0; c < state_->code.columns.size(); ++c) state_->put(c, person.known[state_->code.columns[c].fact]);
}

std::span<const role_outcome> evaluator::evaluate() {
    state& s = *state_;
    s.pass();
    s.outcomes.clear();
    bool decided = true;
    for (std::uint32_t r = 0; r < s.code.roles.size(); ++r) {
        s.outcomes.push_back(s.outcome_of(r));
        decided = decided && s.outcomes.back().exact;
    }
    if (!decided && s.options.exact) s.ask_advise();
    return s.outcomes;
}

std::span<const std::uint32_t> evaluator::order() {
    state& s = *state_;
    s.order.clear();
    for (const verdict v : {verdict::yes, verdict::unknown, verdict::no})
        for (std::uint32_t r = 0; r < s.outcomes.size(); ++r)
            if (s.outcomes[r].verdict == v) s.order.push_back(r);
    if (s.code.sums == 0) return s.order;
    const auto place = [&](std::uint32_t r) {
        const role_outcome& o = s.outcomes[r];
        return std::tuple(o.verdict, o.points.low, o.points.high);
    };
    std::ranges::sort(s.order, [&](std::uint32_t a, std::uint32_t b) { return place(a) != place(b) ? place(b) < place(a) : a < b; });
    return s.order;
}

}  // namespace advise::engine
