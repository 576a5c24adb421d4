// From a rule base to its circuit: equal conditions become one class, every class and conclusion a literal.
#include "circuit_builder.hpp"
#include "compiled_image.hpp"
#include "rule_order.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace advise::engine {
namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15ULL;
    return hash ^ (hash >> 29);
}

/// How far ahead memory is asked for what stands in no order there: enough to hide that it takes time.
constexpr std::size_t steps_ahead = 8;

bool has_children(const condition& c) { return c.kind != condition_kind::test && c.kind != condition_kind::conclusion; }

/// Finds the class of a condition whose children have theirs. References have a table by their conclusion; for all others open addressing, compared member by
/// member. Tests are few, again and again, so that only gates wait for memory.
class condition_classes {
public:
    condition_classes(const rule_base& rules, const std::uint32_t* class_of, std::vector<condition_id>& first_of_class)
        : rules_(rules), conditions_(rules.conditions.data()), children_(rules.condition_children.data()), values_(rules.test_values.data()),
          class_of_(class_of), first_(first_of_class), concludes_(rules.conditions.size()) {
        references_.assign(rules.conclusions.size(), nothing);
        mark_what_concludes();
        hash_all();
        const std::span<const condition> all{conditions_, concludes_.size()};
        resize(std::bit_ceil(static_cast<std::size_t>(std::ranges::count_if(all, has_children)) * 2 + 64));
    }

    /// The class of a condition; `made` tells whether it is a new one.
    std::uint32_t find(condition_id id, bool& made) {
        const condition& c = conditions_[id];
        any_before_ = any_before_ || id < last_ || !concludes_[id];
        last_ = id;
        if (c.kind == condition_kind::conclusion) return found(references_[c.subject], id, made);
        if (used_ * 2 > slots_.size()) grow();
        std::size_t at = hashes_[id] & (slots_.size() - 1);
        while (slots_[at].known != nothing && !(slots_[at].hash == hashes_[id] && equal(conditions_[first_[slots_[at].known]], c)))
            at = (at + 1) & (slots_.size() - 1);
        slots_[at].hash = hashes_[id];
        const std::uint32_t result = found(slots_[at].known, id, made);
        used_ += made ? 1 : 0;
        return result;
    }

private:
    struct slot {
        std::uint32_t hash = 0;
        std::uint32_t known = nothing;  ///< a class
    };

    /// Where the class of this condition is kept, if there is one yet.
    std::uint32_t found(std::uint32_t& known, condition_id id, bool& made) {
        made = known == nothing;
        if (made) {
            known = static_cast<std::uint32_t>(first_.size());
            first_.push_back(id);
        } else if (any_before_ && stands_before(id, first_[known])) {
            first_[known] = id;
        }
        return known;
    }

    void resize(std::size_t size) { slots_.assign(size, {}); }
    void grow() {
        resize(slots_.size() * 2);
        for (std::uint32_t known = 0; known < first_.size(); ++known) {
            if (conditions_[first_[known]].kind == condition_kind::conclusion) continue;
            const std::uint32_t hash = hashes_[first_[known]];
            std::size_t at = hash & (slots_.size() - 1);
            while (slots_[at].known != nothing) at = (at + 1) & (slots_.size() - 1);
            slots_[at] = {hash, known};
        }
    }

    /// Conditions of clauses stand before those of `after` and of claims, which no proof shows.
    [[nodiscard]] bool stands_before(condition_id a, condition_id b) const { return concludes_[a] != concludes_[b] ? concludes_[a] : a < b; }
    void mark_what_concludes() {
        for (const conclusion& x : rules_.conclusions)
            for (const clause& c : x.clauses) concludes_[c.body] = true;
        for (std::size_t id = concludes_.size(); id-- > 0;) {  // children stand before their parents
            const condition& c = conditions_[id];
            if (!concludes_[id] || !has_children(c)) continue;
            for (std::uint32_t i = 0; i < c.size; ++i) concludes_[children_[c.first + i]] = true;
        }
    }

    [[nodiscard]] std::uint64_t part(const condition& c, std::uint32_t i) const {
        return has_children(c) ? class_of_[children_[c.first + i]] : static_cast<std::uint64_t>(values_[c.first + i]);
    }
    /// Equal conditions have equal hashes: of what they are and of the hashes of their children, which stand before them.
    void hash_all() {
        hashes_.assign(concludes_.size(), std::uint32_t{0});
        for (condition_id id = 0; id < hashes_.size(); ++id) {
            const condition& c = conditions_[id];
            std::uint64_t h = mixed(static_cast<std::uint64_t>(c.kind) << 8 | static_cast<std::uint64_t>(c.op), c.subject);
            h = mixed(h, static_cast<std::uint64_t>(c.bound) << 32 | c.size);
            for (std::uint32_t i = 0; i < c.size; ++i)
                h = mixed(h, has_children(c) ? hashes_[children_[c.first + i]] : static_cast<std::uint64_t>(values_[c.first + i]));
            hashes_[id] = static_cast<std::uint32_t>(h ^ (h >> 32));
        }
    }
    [[nodiscard]] bool equal(const condition& a, const condition& b) const {
        if (a.kind != b.kind || a.op != b.op || a.is_range != b.is_range || a.subject != b.subject || a.bound != b.bound || a.size != b.size)
            return false;
        for (std::uint32_t i = 0; i < a.size; ++i)
            if (part(a, i) != part(b, i)) return false;
        return true;
    }

    const rule_base& rules_;
    const condition* conditions_;
    const condition_id* children_;
    const std::int64_t* values_;
    const std::uint32_t* class_of_;  // filled as it goes, what is below a condition before that
    std::vector<condition_id>& first_;
    std::vector<bool> concludes_;
    std::vector<std::uint32_t> hashes_;  // of each condition
    std::vector<std::uint32_t> references_;
    std::vector<slot> slots_;
    std::size_t used_ = 0;
    condition_id last_ = 0;
    bool any_before_ = false;  // a later one may stand before an earlier one
};

class compiler {
public:
    compiler(const rule_base& rules, std::span<const std::uint32_t> slots) : rules_(rules), slots_(slots) { code_.rules = &rules; }

    program::data run() {
        number_classes();
        code_.class_literal.own().assign(code_.first_of_class.size(), literal{0});
        code_.conclusions.own().assign(slots_.empty() ? rules_.conclusions.size() : 2 * rules_.conclusions.size() + 1, {});
        code_.inputs.own().reserve(rules_.condition_children.size() + rules_.clauses.size());
        code_.gates.own().reserve(code_.first_of_class.size());
        collect_tests();
        class_of_ = std::as_const(code_.class_of).data();
        literals_ = code_.class_literal.data();
        conclusions_ = std::as_const(code_.conclusions).data();
        first_of_class_ = std::as_const(code_.first_of_class).data();
        children_ = rules_.condition_children.data();
        const table<std::uint32_t>& order = std::as_const(code_.order);
        for (std::size_t i = 0; i < order.size(); ++i) {
            fetch(order, i);
            const std::uint32_t vertex = order[i];
            if ((vertex & program::data::conclusion_bit) != 0) compile_conclusion(vertex & ~program::data::conclusion_bit);
            else compile_class(vertex);
        }
        return std::move(code_);
    }

private:
    /// In the order of the rules each class once, where its first member stands.
    void number_classes() {
        std::vector<std::uint32_t> order = rule_order(rules_, program::data::conclusion_bit);
        std::vector<std::uint32_t>& class_of = code_.class_of.own();
        class_of.assign(rules_.conditions.size(), nothing);
        code_.first_of_class.own().reserve(rules_.conditions.size());
        condition_classes classes(rules_, class_of.data(), code_.first_of_class.own());
        std::size_t kept = 0;
        for (const std::uint32_t v : order) {
            bool made = true;
            if ((v & program::data::conclusion_bit) == 0) class_of[v] = classes.find(v, made);
            if (made) order[kept++] = (v & program::data::conclusion_bit) == 0 ? class_of[v] : v;
        }
        order.resize(kept);
        code_.order = std::move(order);
    }

    // Tests have the first node numbers; those that are constant on their whole domain become gates without inputs.
    void collect_tests() {
        std::vector<std::uint32_t> tests;
        for (std::uint32_t c = 0; c < code_.first_of_class.size(); ++c)
            if (rules_.conditions[code_.first_of_class[c]].kind == condition_kind::test) tests.push_back(c);
        for (const std::uint32_t c : tests) {
            const condition& test = rules_.conditions[code_.first_of_class[c]];
            const auto node = static_cast<node_id>(code_.tests.size());
            code_.class_literal[c] = literal_of(node);
            if (test.op == test_op::includes) {
                code_.tests.push_back({test.subject, static_cast<std::uint32_t>(rules_.test_values[test.first]), 0, 0});
                continue;
            }
            const std::vector<value_range> ranges = true_ranges(rules_, test);
            code_.tests.push_back(
                {test.subject, nothing, static_cast<std::uint32_t>(code_.ranges.size()), static_cast<std::uint32_t>(ranges.size())});
            code_.ranges.append(ranges.begin(), ranges.end());
        }
    }

    /// Asks the memory for what the vertices after this one look at: first for the vertex, then for what stands in it, at last for the literals of its inputs.
    void fetch(const table<std::uint32_t>& order, std::size_t i) const {
        const auto ahead = [&](std::size_t steps, const auto& of_class, const auto& of_conclusion) {
            const std::size_t at = i + steps * steps_ahead;
            if (at >= order.size()) return;
            if ((order[at] & program::data::conclusion_bit) == 0) of_class(rules_.conditions.data() + first_of_class_[order[at]]);
            else of_conclusion(rules_.conclusions.data() + (order[at] & ~program::data::conclusion_bit));
        };
        const auto each_child = [&](const condition* c, const auto& call) {
            for (std::uint32_t k = 0; has_children(*c) && k < c->size; ++k) call(children_[c->first + k]);
        };
        ahead(
            4, [](const condition* c) { __builtin_prefetch(c); }, [](const conclusion* x) { __builtin_prefetch(x); });
        ahead(
            3, [&](const condition* c) { __builtin_prefetch(children_ + c->first); },
            [](const conclusion* x) { __builtin_prefetch(x->clauses.data()); });
        ahead(
            2, [&](const condition* c) { each_child(c, [&](condition_id child) { __builtin_prefetch(class_of_ + child); }); },
            [&](const conclusion* x) {
                for (const clause& c : x->clauses) __builtin_prefetch(class_of_ + c.body);
            });
        ahead(
            1,
            [&](const condition* c) {
                if (c->kind == condition_kind::conclusion) __builtin_prefetch(&conclusions_[c->subject].holds);
                each_child(c, [&](condition_id child) { __builtin_prefetch(literals_ + class_of_[child]); });
            },
            [&](const conclusion* x) {
                __builtin_prefetch(conclusions_ + (x - rules_.conclusions.data()), 1);
                for (const clause& c : x->clauses) __builtin_prefetch(literals_ + class_of_[c.body]);
            });
    }

    literal of(condition_id c) const { return literals_[class_of_[c]]; }

    void compile_class(std::uint32_t id) {
        const condition& c = rules_.conditions[code_.first_of_class[id]];
        literal& result = literals_[id];
        if (c.kind == condition_kind::test) return;
        if (c.kind == condition_kind::conclusion) {
            result = code_.conclusions[c.subject].holds;
            return;
        }
        std::vector<literal>& inputs = scratch_;
        inputs.clear();
        for (const condition_id member : rules_.members_of(c)) inputs.push_back(of(member));
        result = build_.condition_gate(c, inputs);
    }

    void compile_conclusion(conclusion_id id) {
        const conclusion& x = rules_.conclusions[id];
        std::vector<literal>& bodies = scratch_;
        bodies.clear();
        for (const clause& c : x.clauses) bodies.push_back(of(c.body));
        conclusion_code& made = code_.conclusions[id];
        made = build_.conclusion(x.clauses, bodies, x.need());
        if (slots_.empty()) return;
        code_.conclusions[rules_.conclusions.size() + id] = made;
        code_.gates.resize(code_.gates.size() + slots_[id]);
        code_.gates.back() = build_.passing_on(made.holds);
        made.holds = literal_of(code_.node_count() - 1);
    }

    const rule_base& rules_;
    program::data code_;
    const std::uint32_t* class_of_ = nullptr;
    literal* literals_ = nullptr;
    const conclusion_code* conclusions_ = nullptr;
    const condition_id* first_of_class_ = nullptr;
    const condition_id* children_ = nullptr;
    std::span<const std::uint32_t> slots_;
    circuit_builder build_{code_};
    std::vector<literal> scratch_;
};

}  // namespace

namespace {

/// Every evaluation looks at the whole circuit, so it is judged whole, and not asked about again.
template <class T>
void judge_whole(table<T>& array) {
    array = table<T>(std::span<const T>(std::as_const(array).data(), array.size()), nullptr);
}

program::data code_of(const rule_base& rules) {
    if (rules.mapped == nullptr) return compiler(rules, {}).run();
    program::data code = rules.mapped->code;  // its tables lead into the file, which the rule base keeps
    judge_whole(code.tests);
    judge_whole(code.ranges);
    judge_whole(code.gates);
    judge_whole(code.inputs);
    judge_whole(code.weights);
    judge_whole(code.conclusions);
    judge_whole(code.evidence);
    return code;
}

}  // namespace

program::data compile_with_slots(const rule_base& rules, std::span<const std::uint32_t> slots) { return compiler(rules, slots).run(); }

program::program(const rule_base& rules) : data_(std::make_unique<const data>(code_of(rules))) {}
program::program(std::unique_ptr<const data> compiled) : data_(std::move(compiled)) {}
program::~program() = default;
program::program(program&&) noexcept = default;
program& program::operator=(program&&) noexcept = default;
const rule_base& program::rules() const { return *data_->rules; }

}  // namespace advise::engine
