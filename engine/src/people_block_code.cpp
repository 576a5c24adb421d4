// From a program to the code of blocks.
#include "people_block_code.hpp"

#include "kleene.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace advise::engine {
namespace {

using block_data = block_program::data;

/// A gate before what only one gate reads is put into its reader.
struct raw_gate {
    block_gate_kind kind = block_gate_kind::all;
    std::uint32_t first = 0, size = 0;  ///< into raw operands and weights
    std::int64_t least = 0, total = 0;
};

class block_compiler {
public:
    block_compiler(const program& code, std::vector<conclusion_id> about) : code_(code.code()), rules_(code.rules()) {
        made_.code = &code;
        made_.role_ids = std::move(about);
        needed_.assign(code_.node_count(), false);
        becomes_.assign(code_.node_count(), 0);
    }

    block_data run() {
        mark_needed();
        make_columns();
        note_places();
        translate_nodes();
        translate_roles();
        emit_gates();
        return std::move(made_);
    }

private:
    template <class Visit>
    void for_each_evidence(conclusion_id role, const Visit& visit) const {
        const conclusion_code& x = code_.conclusions[role];
        for (std::uint32_t i = 0; i < x.evidence; ++i)
            if (const weighted_literal& e = code_.evidence[x.first_evidence + i]; e.points != 0) visit(e);
    }

    void mark_needed() {
        for (const conclusion_id c : made_.role_ids) {
            needed_[node_of(code_.conclusions[c].holds)] = true;
            for_each_evidence(c, [&](const weighted_literal& e) { needed_[node_of(e.of)] = true; });
        }
        for (node_id n = code_.node_count(); n-- > code_.test_count();) {
            if (!needed_[n]) continue;
            const circuit_gate& gate = code_.gate(n);
            for (std::uint32_t i = 0; i < gate.size; ++i) needed_[node_of(code_.inputs[gate.first + i])] = true;
        }
    }

    /// Columns in order of facts, then of options: those that a needed test asks about.
    void make_columns() {
        std::map<std::pair<fact_id, std::uint32_t>, std::vector<std::int64_t>> starts;
        for (node_id n = 0; n < code_.test_count(); ++n) {
            if (!needed_[n]) continue;
            const circuit_test& test = code_.tests[n];
            std::vector<std::int64_t>& of = starts[{test.fact, test.option}];
            if (test.option != nothing) of.push_back(1);
            for (std::uint32_t r = 0; r < test.ranges; ++r) {
                of.push_back(code_.ranges[test.first_range + r].from);
                of.push_back(code_.ranges[test.first_range + r].to + 1);
            }
        }
        made_.facts.resize(rules_.facts.size());
        for (auto& [key, all] : starts) make_column(key.first, key.second, all);
        ++made_.inputs;
    }

    void make_column(fact_id f, std::uint32_t option, std::vector<std::int64_t>& starts) {
        const known_fact whole = option == nothing ? whole_domain(rules_, f) : one_option(2),
                         no = option == nothing ? at_its_no(rules_, f) : one_option(0);
        std::erase_if(starts, [&](std::int64_t s) { return s <= whole.from || s > whole.to; });
        if (starts.empty()) return;
        std::ranges::sort(starts);
        starts.erase(std::ranges::unique(starts).begin(), starts.end());
        block_column column;
        column.fact = f;
        column.option = option;
        column.first = made_.inputs;
        column.cells = static_cast<std::uint32_t>(starts.size() + 1);
        column.first_start = static_cast<std::uint32_t>(made_.starts.size());
        made_.starts.push_back(whole.from);
        made_.starts.insert(made_.starts.end(), starts.begin(), starts.end());
        column.no_low = made_.cell_of(column, no.from);
        column.no_high = made_.cell_of(column, no.to);
        made_.no_is_known = made_.no_is_known && column.no_low == column.no_high;
        made_.inputs += column.cells;
        noted_fact& fact = made_.facts[f];
        if (fact.columns++ == 0) fact.column = static_cast<std::uint32_t>(made_.columns.size());
        made_.columns.push_back(column);
    }

    static known_fact one_option(std::uint8_t in_set) {
        known_fact known;
        known.from = in_set == 2 ? 0 : in_set;
        known.to = in_set == 2 ? 1 : in_set;
        return known;
    }

    /// A place for each value of a fact that has few; what no test tells apart is noted where nobody reads.
    void note_places() {
        const std::uint32_t unread = made_.inputs - 1;
        for (fact_id f = 0; f < rules_.facts.size(); ++f) {
            const fact_type type = rules_.facts[f].type;
            if (type == fact_type::number || type == fact_type::any_of) continue;
            noted_fact& noted = made_.facts[f];
            const known_fact whole = whole_domain(rules_, f);
            noted.least = whole.from;
            noted.values = static_cast<std::uint64_t>(whole.to - whole.from + 1);
            noted.first_place = static_cast<std::uint32_t>(made_.places.size());
            for (std::int64_t v = whole.from; v <= whole.to; ++v) {
                const block_column* column = noted.columns == 0 ? nullptr : &made_.columns[noted.column];
                made_.places.push_back(column == nullptr ? unread : made_.cell_place(*column, made_.cell_of(*column, v)));
            }
        }
        made_.column_of.assign(made_.inputs, nothing);
        for (std::uint32_t c = 0; c < made_.columns.size(); ++c)
            for (std::uint32_t i = 0; i < made_.columns[c].cells; ++i) made_.column_of[made_.columns[c].first + i] = c;
    }

    // ---- gates

    literal add_gate(block_gate_kind kind, std::int64_t least, std::int64_t total, const std::vector<literal>& inputs,
                     const std::vector<std::uint64_t>& weights = {}) {
        if (kind == block_gate_kind::all && inputs.size() == 1) return inputs.front();
        raw_gate gate{kind, static_cast<std::uint32_t>(raw_operands_.size()), static_cast<std::uint32_t>(inputs.size()), least, total};
        raw_operands_.insert(raw_operands_.end(), inputs.begin(), inputs.end());
        raw_weights_.insert(raw_weights_.end(), weights.begin(), weights.end());
        raw_weights_.resize(raw_operands_.size(), 1);
        raw_.push_back(gate);
        return literal_of(made_.inputs + static_cast<node_id>(raw_.size()) - 1);
    }

    literal all_of(const std::vector<literal>& inputs) { return add_gate(block_gate_kind::all, 0, 0, inputs); }
    literal any_of(std::vector<literal> inputs) {
        for (literal& l : inputs) l = flipped(l);
        return flipped(all_of(inputs));
    }

    /// "The column's value is at least this"; nothing: always so, or never.
    [[nodiscard]] literal at_least(const block_column& column, std::int64_t value) const {
        return literal_of(column.first + made_.cell_of(column, value) - 1);
    }

    literal translate_test(const circuit_test& test) {
        const noted_fact& noted = made_.facts[test.fact];
        if (test.option != nothing) return literal_of(column_of_option(noted, test.option).first);
        const known_fact whole = whole_domain(rules_, test.fact);
        std::vector<literal> ranges;
        for (std::uint32_t r = 0; r < test.ranges; ++r) {
            const value_range& range = code_.ranges[test.first_range + r];
            std::vector<literal> both;
            if (range.from > whole.from) both.push_back(at_least(made_.columns[noted.column], range.from));
            if (range.to < whole.to) both.push_back(flipped(at_least(made_.columns[noted.column], range.to + 1)));
            ranges.push_back(all_of(both));
        }
        return any_of(ranges);
    }

    [[nodiscard]] const block_column& column_of_option(const noted_fact& noted, std::uint32_t option) const {
        const auto first = made_.columns.begin() + noted.column;
        return *std::ranges::lower_bound(first, first + noted.columns, option, {}, &block_column::option);
    }

    literal translate_gate(const circuit_gate& gate) {
        std::vector<literal> inputs;
        for (std::uint32_t i = 0; i < gate.size; ++i) inputs.push_back(translated(code_.inputs[gate.first + i]));
        if (gate.least <= 0) return all_of({});
        if (gate.least > gate.total) return flipped(all_of({}));
        if (gate.kind == gate_kind::all) return all_of(inputs);
        if (gate.kind == gate_kind::any) return any_of(std::move(inputs));
        if (gate.kind == gate_kind::count) return count_of(gate, inputs);
        const auto first = code_.weights.begin() + gate.first_weight;
        return add_gate(block_gate_kind::weighted, gate.least, gate.total, inputs, {first, first + gate.size});
    }

    /// At least k is not at least n - k + 1 of the flipped inputs: the lower bound has fewer planes.
    literal count_of(const circuit_gate& gate, std::vector<literal>& inputs) {
        const std::int64_t turned = gate.total - gate.least + 1;
        if (turned >= gate.least) return add_gate(block_gate_kind::count, gate.least, gate.total, inputs);
        for (literal& l : inputs) l = flipped(l);
        return flipped(add_gate(block_gate_kind::count, turned, gate.total, inputs));
    }

    [[nodiscard]] literal translated(literal l) const { return becomes_[node_of(l)] ^ (l & 1U); }

    void translate_nodes() {
        for (node_id n = 0; n < code_.node_count(); ++n) {
            if (!needed_[n]) continue;
            becomes_[n] = n < code_.test_count() ? translate_test(code_.tests[n]) : translate_gate(code_.gate(n));
        }
    }

    void translate_roles() {
        for (const conclusion_id c : made_.role_ids) {
            block_role role;
            role.holds = translated(code_.conclusions[c].holds);
            role.first_evidence = static_cast<std::uint32_t>(made_.evidence.size());
            std::uint64_t greatest = 0;
            for_each_evidence(c, [&](const weighted_literal& e) {
                const literal l = translated(e.of);
                made_.evidence.push_back(e.points < 0 ? flipped(l) : l);
                made_.evidence_points.push_back(static_cast<std::uint64_t>(e.points < 0 ? -e.points : e.points));
                greatest += made_.evidence_points.back();
                role.base += std::min<std::int64_t>(e.points, 0);
            });
            role.evidence = static_cast<std::uint32_t>(made_.evidence.size()) - role.first_evidence;
            role.sum_planes = static_cast<std::uint32_t>(std::bit_width(greatest));
            role.first_sum = made_.sums;
            made_.sums += role.sum_planes;
            made_.roles.push_back(role);
        }
    }

    // ---- in their final order, `all`s inside `all`s put together

    [[nodiscard]] bool is_gate(literal l) const { return node_of(l) >= made_.inputs; }
    [[nodiscard]] bool is_part(literal l) const {
        return is_gate(l) && !is_negated(l) && uses_[node_of(l) - made_.inputs] == 1 && raw_[node_of(l) - made_.inputs].kind == block_gate_kind::all;
    }

    void count_uses() {
        uses_.assign(raw_.size(), 0);
        const auto use = [&](literal l, std::uint32_t times) {
            if (is_gate(l)) uses_[node_of(l) - made_.inputs] += times;
        };
        for (const literal l : raw_operands_) use(l, 1);
        for (const block_role& role : made_.roles) use(role.holds, 2);
        for (const literal l : made_.evidence) use(l, 2);
    }

    void emit_gates() {
        count_uses();
        std::vector<bool> parts(raw_.size());
        for (const raw_gate& gate : raw_)
            for (std::uint32_t i = 0; i < gate.size && gate.kind == block_gate_kind::all; ++i)
                if (const literal l = raw_operands_[gate.first + i]; is_part(l)) parts[node_of(l) - made_.inputs] = true;
        number_.assign(raw_.size(), 0);
        for (std::uint32_t g = 0; g < raw_.size(); ++g) {
            if (parts[g] || uses_[g] == 0) continue;
            number_[g] = made_.node_count();
            emit(raw_[g]);
        }
        for (block_role& role : made_.roles) role.holds = numbered(role.holds);
        for (literal& l : made_.evidence) l = numbered(l);
    }

    [[nodiscard]] literal numbered(literal l) const { return is_gate(l) ? literal_of(number_[node_of(l) - made_.inputs], is_negated(l)) : l; }

    void collect(const raw_gate& gate, std::vector<std::pair<literal, std::uint64_t>>& out) const {
        std::vector<const raw_gate*> stack{&gate};
        while (!stack.empty()) {
            const raw_gate& top = *stack.back();
            stack.pop_back();
            for (std::uint32_t i = 0; i < top.size; ++i) {
                const literal l = raw_operands_[top.first + i];
                if (gate.kind == block_gate_kind::all && is_part(l)) stack.push_back(&raw_[node_of(l) - made_.inputs]);
                else out.emplace_back(numbered(l), raw_weights_[top.first + i]);
            }
        }
    }

    void emit(const raw_gate& from) {
        std::vector<std::pair<literal, std::uint64_t>> inputs;
        collect(from, inputs);
        std::ranges::stable_sort(inputs, {}, [](const auto& input) { return std::pair(is_negated(input.first), node_of(input.first)); });
        block_gate gate;
        gate.kind = from.kind;
        gate.least = from.least;
        gate.total = from.total;
        gate.first = static_cast<std::uint32_t>(made_.operands.size());
        gate.size = static_cast<std::uint32_t>(inputs.size());
        if (gate.kind == block_gate_kind::weighted) gate.first_weight = static_cast<std::uint32_t>(made_.weights.size());
        for (const auto& [l, weight] : inputs) {
            made_.operands.push_back(l);
            if (!is_negated(l)) ++gate.plain;
            if (gate.kind == block_gate_kind::weighted) made_.weights.push_back(weight);
        }
        made_.gates.push_back(gate);
    }

    const program::data& code_;
    const rule_base& rules_;
    block_data made_;
    std::vector<bool> needed_;
    std::vector<literal> becomes_;  ///< of each node of the circuit
    std::vector<raw_gate> raw_;
    std::vector<literal> raw_operands_;
    std::vector<std::uint64_t> raw_weights_;
    std::vector<std::uint32_t> uses_, number_;
};

}  // namespace

std::uint32_t block_program::data::search_cell(const block_column& c, std::int64_t value) const {
    const auto first = starts.begin() + c.first_start;
    return static_cast<std::uint32_t>(std::upper_bound(first, first + c.cells, value) - first) - 1;
}

void block_program::data::know_cells(const block_column& c, std::uint32_t low, std::uint32_t high, known_fact& known) const {
    if (c.option != nothing) {
        known.options[c.option] = low == high ? static_cast<std::uint8_t>(low) : 2;
        return;
    }
    known.from = starts[c.first_start + low];
    known.to = high + 1 < c.cells ? starts[c.first_start + high + 1] - 1 : whole_domain(code->rules(), c.fact).to;
}

block_program::data compile_block(const program& code, std::vector<conclusion_id> about) { return block_compiler(code, std::move(about)).run(); }

std::vector<conclusion_id> roles_of(const rule_base& rules) {
    std::vector<conclusion_id> roles;
    for (conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        if (rules.conclusions[c].is_role) roles.push_back(c);
    return roles;
}

block_program::block_program(const program& code) : data_(std::make_unique<const data>(compile_block(code, roles_of(code.rules())))) {}
block_program::~block_program() = default;
block_program::block_program(block_program&&) noexcept = default;
std::span<const conclusion_id> block_program::roles() const { return data_->role_ids; }
const program& block_program::code() const { return *data_->code; }

}  // namespace advise::engine
