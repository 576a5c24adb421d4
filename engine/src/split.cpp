#include "split.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {
namespace {

class splitter {
public:
    splitter(search_state& state, const objective& o, points_interval target, bool of_verdict)
        : state_(state), small_(o), large_(negated(o)), target_(target), of_verdict_(of_verdict) {}

    std::optional<split_tree> run()
    {
        grow();
        if (state_.exhausted()) return std::nullopt;
        return std::move(tree_);
    }

private:
    std::uint32_t grow()
    {
        const points_interval bound = state_.bounds(small_);
        if ((bound.low >= target_.low && bound.high <= target_.high) || state_.exhausted()) return leaf(bound);
        const std::uint32_t v = state_.most_used(undecided());
        const std::vector<cell_group> groups = state_.groups(v);
        split_node node;
        node.leaf = false;
        node.fact = state_.circuit().variables[v].fact;
        node.option = state_.circuit().variables[v].option;
        cell_group before = state_.allowed(v);
        for (const cell_group& group : groups) {
            split_case made = case_of(v, group);
            state_.restrict_to(v, group);
            made.then = grow();
            node.cases.push_back(std::move(made));
            if (state_.exhausted()) break;
        }
        state_.restore(v, std::move(before));
        tree_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
    }

    // A verdict needs only the end that would contradict it; points need both.
    std::vector<std::uint32_t> undecided()
    {
        if (of_verdict_) {
            state_.classify(target_.low == 1 ? small_ : large_);
            return state_.mixed();
        }
        state_.classify(large_);
        std::vector<std::uint32_t> both = state_.mixed();
        state_.classify(small_);
        both.insert(both.end(), state_.mixed().begin(), state_.mixed().end());
        std::ranges::sort(both);
        both.erase(std::ranges::unique(both).begin(), both.end());
        return both;
    }

    std::uint32_t leaf(points_interval bound)
    {
        split_node node;
        if (of_verdict_) node.truth = bound.low == 1 ? verdict::yes : verdict::no;
        else node.points = bound;
        tree_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
    }

    [[nodiscard]] split_case case_of(std::uint32_t variable_index, const cell_group& group) const
    {
        const variable& v = state_.circuit().variables[variable_index];
        const auto cell_at = [&](std::uint32_t c) -> const cell& { return state_.circuit().cells[v.first_cell + c]; };
        split_case made;
        made.from = cell_at(group.front()).from;
        made.to = cell_at(group.back()).to;
        if (v.option != nothing) made.values = {static_cast<std::uint32_t>(made.from)};
        else if (!v.ordered)
            for (const std::uint32_t c : group) made.values.insert(made.values.end(), cell_at(c).options.begin(), cell_at(c).options.end());
        std::ranges::sort(made.values);
        return made;
    }

    search_state& state_;
    objective small_, large_;
    points_interval target_;
    bool of_verdict_;
    split_tree tree_;
};

}  // namespace

std::optional<split_tree> split_verdict(search_state& state, const objective& o, points_interval target) { return splitter(state, o, target, true).run(); }
std::optional<split_tree> split_points(search_state& state, const objective& o, points_interval target) { return splitter(state, o, target, false).run(); }

}  // namespace advise::engine
