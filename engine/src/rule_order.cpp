#include "rule_order.hpp"

#include "compiled_image.hpp"

#include <advise/engine/compiled.hpp>

#include <stdexcept>

namespace advise::engine {
namespace {

class order_search {
public:
    order_search(const rule_base& rules, std::uint32_t bit)
        : conditions_(rules.conditions.data()), children_(rules.condition_children.data()), rules_(rules), bit_(bit),
          seen_conditions_(rules.conditions.size()), seen_conclusions_(rules.conclusions.size()) {
        order_.reserve(rules.conditions.size() + rules.conclusions.size());
    }

    std::vector<std::uint32_t> run() {
        for (std::uint32_t id = 0; id < seen_conditions_.size(); ++id) visit(id);
        for (std::uint32_t id = 0; id < seen_conclusions_.size(); ++id) visit(bit_ | id);
        return std::move(order_);
    }

private:
    enum class seen : std::uint8_t { no, open, done };
    struct step {
        std::uint32_t vertex;
        std::uint32_t edge = 0;
    };

    [[nodiscard]] bool is_conclusion(std::uint32_t v) const { return (v & bit_) != 0; }
    seen& state(std::uint32_t v) { return is_conclusion(v) ? seen_conclusions_[v & ~bit_] : seen_conditions_[v]; }

    /// \return false: it has no further edge
    bool next(step& at, std::uint32_t& target) const {
        const std::uint32_t edge = at.edge++;
        if (is_conclusion(at.vertex)) {
            const auto clauses = rules_.conclusions[at.vertex & ~bit_].clauses;
            if (edge >= clauses.size()) return false;
            target = clauses[edge].body;
            return true;
        }
        const condition& c = conditions_[at.vertex];
        if (c.kind == condition_kind::test) return false;
        if (c.kind == condition_kind::conclusion) {
            target = bit_ | c.subject;
            return edge == 0;
        }
        if (edge >= c.size) return false;
        target = children_[c.first + edge];
        return true;
    }

    void visit(std::uint32_t root) {
        if (state(root) != seen::no) return;
        open(root);
        while (!way_.empty()) {
            std::uint32_t target = 0;
            if (!next(way_.back(), target)) {
                state(way_.back().vertex) = seen::done;
                order_.push_back(way_.back().vertex);
                way_.pop_back();
                continue;
            }
            const seen before = state(target);
            // The loader refuses cycles in texts; in a compiled file only the circuit, which is what it answers with, was judged when it was opened.
            if (before == seen::open && rules_.mapped != nullptr) throw damaged_rules(rules_.mapped->name);
            if (before == seen::open) throw std::logic_error("rules with a cycle cannot be compiled");
            if (before == seen::no) open(target);
        }
    }
    void open(std::uint32_t v) {
        state(v) = seen::open;
        way_.push_back({v});
    }

    const condition* conditions_;
    const condition_id* children_;
    const rule_base& rules_;
    std::uint32_t bit_;
    std::vector<seen> seen_conditions_, seen_conclusions_;
    std::vector<step> way_;
    std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<std::uint32_t> rule_order(const rule_base& rules, std::uint32_t bit) { return order_search(rules, bit).run(); }

}  // namespace advise::engine
