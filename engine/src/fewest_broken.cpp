#include "fewest_broken.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace advise::engine {
namespace {

class core_guided_search {
public:
    core_guided_search(proof_space& space, const std::vector<sat_literal>& held, std::vector<sat_literal> wishes)
        : space_(space), held_(held), wishes_(std::move(wishes)) {}

    fewest_broken run(std::size_t known) {
        for (std::size_t broken = 0; broken < known; ++broken) {
            const sat_answer answer = ask();
            if (answer == sat_answer::undecided) return {};
            if (answer == sat_answer::satisfiable) return {answer, true, std::move(wishes_)};
            break_one_of(core());
        }
        return {sat_answer::satisfiable, false, std::move(wishes_)};
    }

private:
    sat_answer ask() {
        std::vector<sat_literal> asked = held_;
        asked.insert(asked.end(), wishes_.begin(), wishes_.end());
        return space_.ask(asked);
    }

    /// Wishes that do not go together, and are wishes no more.
    std::vector<sat_literal> core() {
        const auto failed = std::ranges::stable_partition(wishes_, [this](sat_literal wish) { return !space_.solver().failed(wish); });
        std::vector<sat_literal> taken(failed.begin(), failed.end());
        wishes_.erase(failed.begin(), failed.end());
        return taken;
    }

    /// One of them is broken and paid for. That no second one is becomes a wish; and where an earlier such wish is among them, that the next one is not.
    void break_one_of(const std::vector<sat_literal>& core) {
        std::vector<sat_term> broken;
        for (const sat_literal wish : core) {
            broken.push_back({-wish, 1});
            if (const auto sum = sums_.find(wish); sum != sums_.end()) wish_fewer_than(std::move(sum->second.first), sum->second.second + 1);
        }
        wish_fewer_than(std::move(broken), 2);
    }

    void wish_fewer_than(std::vector<sat_term> of, std::size_t many) {
        if (many > of.size()) return;
        const sat_literal wish = -space_.at_least(of, static_cast<std::int64_t>(many));
        wishes_.push_back(wish);
        sums_[wish] = {std::move(of), many};
    }

    proof_space& space_;
    const std::vector<sat_literal>& held_;
    std::vector<sat_literal> wishes_;
    std::map<sat_literal, std::pair<std::vector<sat_term>, std::size_t>> sums_;  // by the wish that fewer than so many of them hold
};

}  // namespace

fewest_broken break_fewest(proof_space& space, const std::vector<sat_literal>& held, std::vector<sat_literal> wishes, std::size_t known) {
    return core_guided_search(space, held, std::move(wishes)).run(known);
}

}  // namespace advise::engine
