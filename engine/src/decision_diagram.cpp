#include "decision_diagram.hpp"

#include <algorithm>

namespace advise::engine {

void decision_diagram::work()
{
    if (work_left_ == 0) throw diagram_too_large{};
    --work_left_;
}

diagram_node decision_diagram::constant(const std::vector<std::int64_t>& value)
{
    const auto [at, is_new] = constants_.try_emplace(value, static_cast<diagram_node>(nodes_.size()));
    if (is_new) nodes_.push_back({});
    return at->second;
}

diagram_node decision_diagram::branch(std::uint32_t variable, const std::vector<diagram_node>& branches)
{
    work();
    if (std::ranges::all_of(branches, [&](diagram_node b) { return b == branches.front(); })) return branches.front();
    std::vector<std::uint32_t> key = branches;
    key.push_back(variable);
    const auto [at, is_new] = known_.try_emplace(std::move(key), static_cast<diagram_node>(nodes_.size()));
    if (!is_new) return at->second;
    node made{variable, static_cast<std::uint32_t>(branches_.size()), std::uint64_t{1} << variable};
    for (const diagram_node b : branches) made.support |= nodes_[b].support;
    branches_.insert(branches_.end(), branches.begin(), branches.end());
    nodes_.push_back(made);
    return at->second;
}

diagram_node decision_diagram::restricted(diagram_node f, std::uint32_t variable, std::uint32_t cell)
{
    const node from = nodes_[f];
    if ((from.support >> variable & 1U) == 0) return f;
    if (from.variable == variable) return branches_[from.first + cell];
    constexpr unsigned cell_bits = 20, variable_bits = 6;
    const std::uint64_t key = (std::uint64_t{f} << variable_bits | variable) << cell_bits | cell;
    if (const auto known = restrictions_.find(key); known != restrictions_.end()) return known->second;
    std::vector<diagram_node> branches(cells_[from.variable]);
    for (std::uint32_t c = 0; c < branches.size(); ++c) branches[c] = restricted(branches_[from.first + c], variable, cell);
    const diagram_node made = branch(from.variable, branches);
    restrictions_.emplace(key, made);
    return made;
}

}  // namespace advise::engine
