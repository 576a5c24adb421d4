// The columns that SQL computes, computed here row by row from what each layer has, against Kleene's tables: random rule bases with partial profiles.
#include "support/bridge.hpp"

#include <advise/engine/relational.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace advise::tests {
namespace {

using engine::column_input;
using engine::column_kind;
using engine::relational_column;
using engine::relational_plan;

/// A truth (0, 1, or nothing for unknown), or the two ends of a sum.
struct cell {
    std::optional<bool> truth;
    std::int64_t low = 0, high = 0;
};

/// Computes the columns of one person layer by layer. Whoever reads a column before it is stored, or after the last layer that carries it, fails.
class row_computer {
public:
    row_computer(const relational_plan& plan, const engine::facts& person) : plan_(plan), person_(person) {}

    void run() {
        for (layer_ = 1; layer_ <= plan_.layers; ++layer_) {
            std::map<std::uint32_t, cell> made;
            for (std::uint32_t c = 0; c < plan_.columns.size(); ++c)
                if (plan_.columns[c].stored && plan_.columns[c].layer == layer_) made[c] = computed(c);
            stored_.insert(made.begin(), made.end());
        }
    }

    std::optional<bool> truth(const column_input& i) const {
        const relational_column& c = plan_.columns[i.column];
        const std::optional<bool> own = c.stored ? read(i.column).truth : computed(i.column).truth;
        BOOST_TEST((own.has_value() || c.open));
        return own && i.negated ? std::optional(!*own) : own;
    }

    cell sum(std::uint32_t column) const { return plan_.columns[column].stored ? read(column) : computed(column); }

private:
    const cell& read(std::uint32_t column) const {
        BOOST_TEST(layer_ <= plan_.columns[column].last_layer);
        const auto at = stored_.find(column);
        BOOST_REQUIRE((at != stored_.end()));
        return at->second;
    }

    cell computed(std::uint32_t column) const {
        const relational_column& c = plan_.columns[column];
        switch (c.kind) {
        case column_kind::always: return {true};
        case column_kind::never: return {false};
        case column_kind::test: return {test(c)};
        case column_kind::at_least: {
            const cell of = sum(plan_.inputs_of(c).front().column);
            return {of.low >= c.least ? std::optional(true) : of.high < c.least ? std::optional(false) : std::nullopt};
        }
        case column_kind::sum: {
            cell made;
            for (const column_input& i : plan_.inputs_of(c)) {
                made.low += truth(i) == true ? i.weight : 0;
                made.high += truth(i) == false ? 0 : i.weight;
            }
            return made;
        }
        default: break;
        }
        const bool decides = c.kind == column_kind::any;
        std::optional<bool> made = !decides;
        for (const column_input& i : plan_.inputs_of(c)) {
            const std::optional<bool> is = truth(i);
            if (is == decides) return {decides};
            if (!is) made = std::nullopt;
        }
        return {made};
    }

    std::optional<bool> test(const relational_column& c) const {
        const auto fact = std::ranges::find(plan_.facts, c.fact, &engine::relational_fact::fact);
        BOOST_REQUIRE((fact != plan_.facts.end()));
        BOOST_TEST(layer_ <= fact->last_layer);
        const engine::known_fact& known = person_.known[c.fact];
        if (c.option != engine::nothing) return known.options[c.option] == 2 ? std::nullopt : std::optional(known.options[c.option] == 1);
        bool touches = false;
        for (const engine::column_range& r : plan_.ranges_of(c)) {
            if (r.from <= known.from && known.to <= r.to) return true;
            touches = touches || (known.from <= r.to && r.from <= known.to);
        }
        return touches ? std::nullopt : std::optional(false);
    }

    const relational_plan& plan_;
    const engine::facts& person_;
    std::uint32_t layer_ = 1;
    std::map<std::uint32_t, cell> stored_;
};

engine::kleene_answer answer_of(const row_computer& row, const engine::relational_role& role) {
    const auto verdict_of = [](std::optional<bool> t) { return !t ? engine::verdict::unknown : *t ? engine::verdict::yes : engine::verdict::no; };
    engine::kleene_answer made{role.role, verdict_of(row.truth(role.holds)), {}, 0, 0};
    if (role.sum != engine::nothing) {
        const cell sum = row.sum(role.sum);
        made.points = {sum.low + role.offset, sum.high + role.offset};
    }
    for (std::size_t i = 0; i < role.met.size(); ++i) {
        const std::optional<bool> met = row.truth(role.met[i]);
        if (met == false) made.unmet |= std::uint64_t{1} << engine::mask_bit(i);
        if (!met) made.undecided |= std::uint64_t{1} << engine::mask_bit(i);
    }
    return made;
}

/// In a closed table a column without a value says "no": of a choice or set nothing can be unknown there but what has no "no".
void close_choices(const engine::rule_base& rules, engine::facts& person) {
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        const engine::fact_type type = rules.facts[f].type;
        engine::known_fact& known = person.known[f];
        if (type == engine::fact_type::level || type == engine::fact_type::number || known.decided()) continue;
        if (type == engine::fact_type::any_of) std::ranges::replace(known.options, std::uint8_t{2}, std::uint8_t{0});
        else known = at_its_no(rules, f);
    }
}

void check(std::uint64_t seed) {
    random_options how;
    how.max_concepts = 6;
    const random_case made = make_random_case(seed, 6, how);
    const loaded base = load(print_rules(made.base, varied_spelling(seed)));
    BOOST_REQUIRE_MESSAGE(base.code != nullptr, "seed " << seed << "\n" << told(base.found));
    std::vector<engine::conclusion_id> roles;
    for (engine::conclusion_id c = 0; c < base.rules->conclusions.size(); ++c)
        if (base.rules->conclusions[c].is_role) roles.push_back(c);
    const engine::relational_options options{seed % 2 == 0, true};
    const relational_plan plan = plan_columns(*base.code, roles, options);
    for (const profile& known : made.profiles) {
        person who = bind_text(base, print_profile(made.base, known), {.closed = options.closed});
        if (options.closed) close_choices(*base.rules, who.facts);
        row_computer row(plan, who.facts);
        row.run();
        const std::vector<engine::kleene_answer> expected = kleene_answers(*base.code, who.facts, roles);
        for (std::size_t r = 0; r < roles.size(); ++r) {
            const engine::kleene_answer got = answer_of(row, plan.roles[r]);
            BOOST_TEST((got == expected[r]), "seed " << seed << ", role " << base.rules->conclusions[roles[r]].term);
            // a role is refused by a requirement, and only so
            BOOST_TEST((expected[r].verdict == engine::verdict::no) == (expected[r].unmet != 0));
            BOOST_TEST((expected[r].verdict == engine::verdict::yes) == (expected[r].unmet == 0 && expected[r].undecided == 0));
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(relational)

BOOST_AUTO_TEST_CASE(columns_come_out_as_kleenes_tables_say) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1), bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 5;
    for (std::uint64_t i = 0; i < bases; ++i) check(seed * 1'000'000 + i);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
