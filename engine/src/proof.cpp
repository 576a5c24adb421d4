#include "proof.hpp"

namespace advise::engine {
namespace {

class prover {
public:
    prover(const program::data& code, const truth_table& table) : code_(code), rules_(*code.rules), table_(table)
    {
        class_ids_.assign(code.first_of_class.size(), nothing);
        proof_.of_conclusion.assign(code.conclusions.size(), nothing);
    }

    proof_graph run(const std::vector<conclusion_id>& about)
    {
        for (const conclusion_id c : about) want_conclusion(c);
        while (!stack_.empty()) {
            const std::uint32_t vertex = stack_.back();
            stack_.pop_back();
            if ((vertex & program::data::conclusion_bit) != 0) want_below_conclusion(vertex & ~program::data::conclusion_bit);
            else want_below_class(vertex);
        }
        for (const std::uint32_t vertex : code_.order) {
            if ((vertex & program::data::conclusion_bit) != 0) add_conclusion(vertex & ~program::data::conclusion_bit);
            else add_class(vertex);
        }
        return std::move(proof_);
    }

private:
    static constexpr std::uint32_t wanted = nothing - 1;

    [[nodiscard]] const condition& of_class(std::uint32_t id) const { return rules_.conditions[code_.first_of_class[id]]; }

    void want_conclusion(conclusion_id c)
    {
        if (proof_.of_conclusion[c] != nothing) return;
        proof_.of_conclusion[c] = wanted;
        stack_.push_back(program::data::conclusion_bit | c);
    }
    void want_class(std::uint32_t id)
    {
        if (class_ids_[id] != nothing) return;
        class_ids_[id] = wanted;
        stack_.push_back(id);
    }
    void want_below_conclusion(conclusion_id c)
    {
        for (const clause& each : rules_.conclusions[c].clauses) want_class(code_.class_of[each.body]);
    }
    void want_below_class(std::uint32_t id)
    {
        const condition& c = of_class(id);
        if (c.kind == condition_kind::conclusion) return want_conclusion(c.subject);
        if (c.kind == condition_kind::test) return;
        for (std::uint32_t i = 0; i < c.size; ++i) want_class(code_.class_of[rules_.condition_children[c.first + i]]);
    }

    std::uint32_t add(proof_node&& node)
    {
        proof_.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(proof_.nodes.size() - 1);
    }

    // A reference to a conclusion is no node of its own: it is that conclusion's.
    void add_class(std::uint32_t id)
    {
        if (class_ids_[id] != wanted) return;
        const condition& c = of_class(id);
        if (c.kind == condition_kind::conclusion) { class_ids_[id] = proof_.of_conclusion[c.subject]; return; }
        proof_node node;
        node.kind = c.kind;
        node.condition = code_.first_of_class[id];
        node.truth = verdict_of(bits_of(table_, code_.class_literal[id]));
        for (std::uint32_t i = 0; c.kind != condition_kind::test && i < c.size; ++i)
            node.of.push_back(class_ids_[code_.class_of[rules_.condition_children[c.first + i]]]);
        class_ids_[id] = add(std::move(node));
    }

    void add_conclusion(conclusion_id id)
    {
        if (proof_.of_conclusion[id] != wanted) return;
        proof_node node;
        node.kind = condition_kind::conclusion;
        node.conclusion = id;
        node.truth = verdict_of(bits_of(table_, code_.conclusions[id].holds));
        node.points = kleene_points(code_, code_.conclusions[id], table_);
        for (const clause& each : rules_.conclusions[id].clauses) node.clause_nodes.push_back(class_ids_[code_.class_of[each.body]]);
        proof_.of_conclusion[id] = add(std::move(node));
    }

    const program::data& code_;
    const rule_base& rules_;
    const truth_table& table_;
    proof_graph proof_;
    std::vector<std::uint32_t> class_ids_;
    std::vector<std::uint32_t> stack_;
};

}  // namespace

proof_graph make_proof(const program::data& code, const truth_table& table, const std::vector<conclusion_id>& about)
{
    proof_graph made = prover(code, table).run(about);
    check_proof(code, made);
    return made;
}

}  // namespace advise::engine
