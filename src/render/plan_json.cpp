#include "plan_json.hpp"

#include "json_values.hpp"

#include <advise/grammar/limits.hpp>

namespace advise::cli {
namespace {

class plan_writer {
public:
    plan_writer(json_writer& out, const result_parts& parts)
        : out_(out), rules_(parts.rules), parts_(parts), start_(engine::plan_start(parts.rules, parts.person)) {}

    /// The members of one plan's object.
    void members(const engine::plan& plan) {
        const engine::conclusion& role = rules_.conclusions[plan.role];
        const std::string_view label = engine::text_in(role.labels(), parts_.labels_in, rules_.language);
        out_.member("role", role.term).member("label", label.empty() ? std::string_view(role.term) : label);
        out_.member("verdict", name_of(plan.verdict)).member_boolean("possible", plan.possible).member_boolean("optimal", plan.optimal);
        effort(plan);
        way(plan.best);
        out_.key("blocked_by").begin_array();
        for (const engine::fact_id f : plan.blocked_by) blocking(f);
        out_.end_array().member_boolean("blocked_exact", plan.possible || plan.blocked_exact).key("alternatives").begin_array();
        for (const engine::plan_way& other : plan.alternatives) {
            out_.begin_object().key("effort").begin_object().key("total");
            amount(other.effort);
            unit();
            out_.end_object();
            way(other);
            out_.end_object();
        }
        out_.end_array().member_boolean("alternatives_exact", plan.alternatives_exact);
    }

    void amount(std::int64_t micro) {
        if (micro % grammar::limits::grid == 0) out_.number(micro / grammar::limits::grid);
        else out_.string(decimal_text(micro));
    }

private:
    void unit() { out_.member("unit", rules_.effort_unit.empty() ? std::string_view("steps") : std::string_view(rules_.effort_unit)); }

    /// What is not there is null: a total without a plan, a bound where it is proved that there is no plan.
    void effort(const engine::plan& plan) {
        out_.key("effort").begin_object().key("total");
        if (plan.possible) amount(plan.best.effort);
        else out_.null();
        out_.key("at_least");
        if (plan.possible || !plan.optimal) amount(plan.at_least);
        else out_.null();
        unit();
        out_.end_object();
    }

    void way(const engine::plan_way& way) {
        out_.key("steps").begin_array();
        for (const engine::plan_step& step : way.steps) {
            out_.begin_object().member("fact", rules_.facts[step.fact].term).key("from");
            write_value(out_, rules_, step.fact, step.from);
            out_.key("to");
            write_value(out_, rules_, step.fact, step.to);
            out_.key("effort");
            amount(step.effort);
            out_.key("unlocks").begin_array();
            for (const engine::conclusion_id c : step.unlocks) out_.string(rules_.conclusions[c].term);
            out_.end_array().end_object();
        }
        out_.end_array();
        values("assume", way.assume);
        values("counted", way.counted);
    }

    void values(std::string_view name, const std::vector<engine::plan_value>& all) {
        out_.key(name).begin_array();
        for (const engine::plan_value& each : all) {
            out_.begin_object().member("fact", rules_.facts[each.fact].term).key("value");
            write_value(out_, rules_, each.fact, each.value);
            out_.end_object();
        }
        out_.end_array();
    }

    /// The value that the plan would start from; of a fact that the profile only bounds what is known, as in a proof.
    void blocking(engine::fact_id f) {
        const engine::known_fact& known = start_.known[f];
        out_.begin_object().member("fact", rules_.facts[f].term).key("value");
        if (!known.decided()) write_known(out_, rules_, f, known);
        else if (rules_.facts[f].type != engine::fact_type::any_of) write_value(out_, rules_, f, known.from);
        else {
            engine::fact_value set;
            for (std::uint32_t o = 0; o < known.options.size(); ++o)
                if (known.options[o] == 1) set.members.push_back(o);
            write_value(out_, rules_, f, set);
        }
        out_.end_object();
    }

    json_writer& out_;
    const engine::rule_base& rules_;
    const result_parts& parts_;
    engine::facts start_;
};

}  // namespace

std::string plan_json(const result_parts& parts, const engine::plan& plan) {
    std::string text;
    json_writer out(text);
    out.begin_object().member("schema", "advise/plan/1");
    plan_writer(out, parts).members(plan);
    write_inputs(out, parts);
    out.end_object();
    return text;
}

std::string plans_json(const result_parts& parts, const std::vector<engine::plan>& plans, std::optional<std::int64_t> within,
                       const std::vector<engine::conclusion_id>& undecided) {
    std::string text;
    json_writer out(text, 4);
    plan_writer write(out, parts);
    out.begin_object().member("schema", "advise/plans/1").key("within");
    if (within) write.amount(*within);
    else out.null();
    out.key("plans").begin_array();
    for (const engine::plan& plan : plans) {
        out.begin_object();
        write.members(plan);
        out.end_object();
    }
    out.end_array().key("undecided").begin_array();
    for (const engine::conclusion_id role : undecided) out.string(parts.rules.conclusions[role].term);
    out.end_array();
    write_inputs(out, parts);
    out.end_object();
    return text;
}

}  // namespace advise::cli
