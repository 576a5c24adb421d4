#include "split.hpp"

#include "search_reason.hpp"

#include <algorithm>
#include <utility>

namespace advise::engine {
namespace {

class splitter {
public:
    splitter(search_state& state, const objective& o, points_interval target, bool of_verdict)
        : state_(state), small_(o), large_(negated(o)), target_(target), of_verdict_(of_verdict), reasons_(state.circuit()) {}

    std::optional<split_tree> run()
    {
        grow();
        if (state_.exhausted()) return std::nullopt;
        return std::move(tree_);
    }

private:
    std::uint32_t grow(std::uint32_t depth = 0)
    {
        reasons_.clear(depth);
        const points_interval bound = state_.bounds(small_);
        if (state_.exhausted()) return leaf(bound);
        if (bound.low < target_.low || bound.high > target_.high) return branch(depth);
        if (of_verdict_ && target_.low == 1) reasons_.add_bound(depth, state_, small_, target_.low);
        if (of_verdict_ && target_.high == 0) reasons_.add_bound(depth, state_, large_, -target_.high);
        return leaf(bound);
    }

    std::uint32_t branch(std::uint32_t depth)
    {
        const std::uint32_t v = state_.most_used(undecided());
        const std::vector<cell_group> groups = state_.groups(v);
        split_node node;
        node.leaf = false;
        node.fact = state_.circuit().variables[v].fact;
        node.option = state_.circuit().variables[v].option;
        cell_group before = state_.allowed(v);
        reasons_.decide(depth, v);
        const std::size_t first = tree_.nodes.size();
        bool rests_on_it = true;
        for (const cell_group& group : groups) {
            const std::size_t begin = tree_.nodes.size();
            split_case made = case_of(v, group);
            state_.restrict_to(v, group);
            made.then = grow(depth + 1);
            node.cases.push_back(std::move(made));
            if (state_.exhausted()) break;
            if (!of_verdict_) continue;         // a leaf's points are Kleene's there: without the variable they may enclose more
            rests_on_it = reasons_.take_case(depth, v);
            if (rests_on_it) continue;
            keep_only(first, begin);
            break;
        }
        reasons_.undo(depth, v);
        state_.restore(v, std::move(before));
        if (rests_on_it) tree_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
    }

    /// What stands from `first` up to `begin` goes: the cases after it say the same whatever the variable is.
    void keep_only(std::size_t first, std::size_t begin)
    {
        const auto nodes = tree_.nodes.begin();
        tree_.nodes.erase(nodes + static_cast<std::ptrdiff_t>(first), nodes + static_cast<std::ptrdiff_t>(begin));
        for (std::size_t i = first; i < tree_.nodes.size(); ++i)
            for (split_case& c : tree_.nodes[i].cases) c.then -= static_cast<std::uint32_t>(begin - first);
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
    search_reasons reasons_;
    split_tree tree_;
};

}  // namespace

std::optional<split_tree> split_verdict(search_state& state, const objective& o, points_interval target) { return splitter(state, o, target, true).run(); }
std::optional<split_tree> split_points(search_state& state, const objective& o, points_interval target) { return splitter(state, o, target, false).run(); }

}  // namespace advise::engine
