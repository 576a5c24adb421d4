// The same person with facts changed: what they would be, where the role stands now and then, and what is different on the way.
#include "checking.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

using enum aspect;

class what_if_checker {
public:
    what_if_checker(checking& c) : c_(c), then_(c.left) {}

    void run() {
        const json& made = c_.result;
        c_.leave_unknown_fields(made, "", {"schema", "role", "changes", "now", "then", "differences", "nodes", "rules", "profile"});
        check_files(c_);
        const std::size_t role = named();
        const json* changed = c_.member(what_if, made, "", "changes", json::kind::array);
        if (role == none || changed == nullptr) return;
        check_nodes(c_, {role});
        const std::size_t before = c_.out.refusals;
        for (std::size_t i = 0; i < changed->items.size(); ++i) take(indexed("changes", i), changed->items[i]);
        if (changed->items.empty()) c_.refuse(what_if, "changes", why::missing);
        const bool readable = c_.out.refusals == before;
        check_side("now", role, c_.left);
        if (readable) {
            check_side("then", role, then_);
            check_differences(role);
        } else {
            c_.pass_over({verdicts, points, exact, differences});
        }
        c_.finish({hashes, nodes, what_if, verdicts, points, exact, differences});
    }

private:
    std::size_t named() {
        const json* role = c_.member(verdicts, c_.result, "", "role", json::kind::string);
        if (role == nullptr) return none;
        for (std::size_t i = 0; i < c_.base.conclusions.size(); ++i)
            if (c_.base.conclusions[i].term == role->string) return i;
        c_.refuse(verdicts, "role", why::no_such_role, {role->string});
        return none;
    }

    /// Facts in order of declaration, as they are and as they would be: a value, or what would be known.
    void take(const std::string& where, const json& written) {
        c_.leave_unknown_fields(written, where, {"fact", "from", "to"});
        const json* name = c_.member(what_if, written, where, "fact", json::kind::string);
        if (name == nullptr) return;
        std::size_t f = 0;
        while (f < c_.base.facts.size() && c_.base.facts[f].term != name->string) ++f;
        if (f == c_.base.facts.size()) return c_.refuse(what_if, where + ".fact", why::no_such_fact, {name->string});
        if (f < next_) return c_.refuse(what_if, where + ".fact", why::facts_out_of_order);
        next_ = f + 1;
        const fact& of = c_.base.facts[f];
        c_.compare_member(what_if, written, where, "from", state_json(of, c_.left[f]), true);
        const json* to = written.find("to");
        const auto state = to == nullptr ? std::nullopt : knowledge_of(of, *to);
        if (!state) return c_.refuse(what_if, where + ".to", why::not_a, {of.term});
        then_[f] = *state;
    }

    void check_side(const char* where, std::size_t role, const std::vector<possible>& facts) {
        const json* side = c_.member(verdicts, c_.result, "", where, json::kind::object);
        if (side == nullptr) return c_.pass_over({points, exact});
        c_.leave_unknown_fields(*side, where, {"verdict", "exact", "points"});
        check_standing(c_, where, *side, role, facts);
    }

    /// All nodes whose truth by Kleene's tables is another, and no others.
    void check_differences(std::size_t role) {
        const std::vector<std::size_t> order = below(c_.base, {c_.base.conclusions[role].node});
        truths then;
        evaluate_kleene(c_.base, then_, order, then);
        std::vector<std::pair<std::size_t, json>> right;
        for (const std::size_t id : order) {
            if (c_.kleene[id] == then[id]) continue;
            const auto node = static_cast<std::int64_t>(c_.node_of[id]);
            right.emplace_back(c_.node_of[id], json::object({{"node", json::of(node)}, {"now", json::of(name_of(c_.kleene[id]))}, {"then", json::of(name_of(then[id]))}}));
        }
        std::sort(right.begin(), right.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        json all = json::array();
        for (auto& [node, difference] : right) all.items.push_back(std::move(difference));
        c_.compare_member(differences, c_.result, "", "differences", all);
    }

    checking& c_;
    std::vector<possible> then_;
    std::size_t next_ = 0;
};

}  // namespace

void check_what_if(checking& c) { what_if_checker(c).run(); }

}  // namespace advise::verify
