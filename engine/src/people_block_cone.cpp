#include "people_block_cone.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {

std::size_t role_cone::bytes() const {
    return sizeof *this + columns.size() * sizeof(cone_column) + (2 * cells.size() + nodes.size()) * sizeof(std::uint32_t)
           + gates.size() * sizeof(block_gate) + (operands.size() + evidence.size()) * sizeof(literal) + weights.size() * sizeof(std::uint64_t);
}

block_view role_cone::view(lane_plane* certain, lane_plane* possible, lane_plane* marks) const {
    block_view view;
    view.inputs = inputs();
    view.gates = gates.data();
    view.gate_count = static_cast<std::uint32_t>(gates.size());
    view.operands = operands.data();
    view.weights = weights.data();
    view.evidence = evidence.data();
    view.evidence_points = evidence_points;
    view.certain = certain;
    view.possible = possible;
    view.marks = marks;
    return view;
}

role_cones::role_cones(const block_program::data& code, std::size_t room)
    : code_(code), kept_(code.roles.size()), room_(room), uses_(code.node_count(), 0), local_(code.node_count(), 0) {}

const role_cone& role_cones::of(std::uint32_t role) {
    if (kept_[role] != nullptr) return *kept_[role];
    make(role);
    if (made_.bytes() > room_) return made_;
    room_ -= made_.bytes();
    kept_[role] = std::make_unique<const role_cone>(made_);
    return *kept_[role];
}

void role_cones::reach(node_id n) {
    if (uses_[n]++ != 0) return;
    (n < code_.inputs ? inputs_ : gates_).push_back(n);
}

void role_cones::make(std::uint32_t r) {
    const block_role& role = code_.roles[r];
    inputs_.clear();
    gates_.clear();
    reach(node_of(role.holds));
    for (std::uint32_t i = 0; i < role.evidence; ++i) reach(node_of(code_.evidence[role.first_evidence + i]));
    for (std::size_t next = 0; next < gates_.size(); ++next) {
        const block_gate& gate = code_.gates[gates_[next] - code_.inputs];
        for (std::uint32_t i = 0; i < gate.size; ++i) reach(node_of(code_.operands[gate.first + i]));
    }
    std::ranges::sort(inputs_);
    std::ranges::sort(gates_);
    made_.role = role;
    list_columns();
    copy_gates();
    made_.role.holds = translated(role.holds);
    made_.role.first_evidence = 0;
    made_.evidence.clear();
    for (std::uint32_t i = 0; i < role.evidence; ++i) made_.evidence.push_back(translated(code_.evidence[role.first_evidence + i]));
    made_.evidence_points = code_.evidence_points.data() + role.first_evidence;
    for (const node_id n : made_.nodes) uses_[n] = 0;
}

void role_cones::list_columns() {
    made_.columns.clear();
    for (std::uint32_t i = 0; i < inputs_.size(); ++i) {
        const std::uint32_t column = code_.column_of[inputs_[i]];
        if (made_.columns.empty() || made_.columns.back().column != column) made_.columns.push_back({column, i, 0, 0});
        ++made_.columns.back().inputs;
    }
    std::ranges::stable_sort(made_.columns, {}, [&](const cone_column& c) {
        std::uint64_t uses = 0;
        for (std::uint32_t i = 0; i < c.inputs; ++i) uses += uses_[inputs_[c.first + i]];
        return ~uses;
    });
    made_.cells.clear();
    made_.places.clear();
    made_.nodes.clear();
    for (cone_column& column : made_.columns) {
        const std::uint32_t from = std::exchange(column.first, made_.inputs());
        column.first_cell = column.first;
        for (std::uint32_t i = 0; i < column.inputs; ++i) {
            local_[inputs_[from + i]] = made_.inputs();
            made_.nodes.push_back(inputs_[from + i]);
            made_.places.push_back(static_cast<std::uint32_t>(&column - made_.columns.data()));
            made_.cells.push_back(inputs_[from + i] - code_.columns[column.column].first + 1);
        }
    }
}

void role_cones::copy_gates() {
    made_.gates.clear();
    made_.operands.clear();
    made_.weights.clear();
    for (const node_id n : gates_) {
        block_gate gate = code_.gates[n - code_.inputs];
        for (std::uint32_t i = 0; i < gate.size; ++i) {
            made_.operands.push_back(translated(code_.operands[gate.first + i]));
            if (gate.kind == block_gate_kind::weighted) made_.weights.push_back(code_.weights[gate.first_weight + i]);
        }
        gate.first = static_cast<std::uint32_t>(made_.operands.size()) - gate.size;
        if (gate.kind == block_gate_kind::weighted) gate.first_weight = static_cast<std::uint32_t>(made_.weights.size()) - gate.size;
        local_[n] = static_cast<std::uint32_t>(made_.nodes.size());
        made_.nodes.push_back(n);
        made_.gates.push_back(gate);
    }
}

}  // namespace advise::engine
