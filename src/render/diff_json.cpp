// "advise/diff/1": whose advice changes, as data.
#include "diff_page.hpp"

#include "json_values.hpp"
#include "result_json.hpp"

namespace advise::cli {
namespace {

using engine::nothing;

class json_maker {
public:
    json_maker(const difference_view& view, std::string& text) : view_(view), found_(view.found), out_(text) {}

    void make() {
        out_.begin_object().member("schema", "advise/diff/1").member("outcome", name_of(found_.outcome()));
        out_.member_boolean("shared_values_only", found_.shared_values_only());
        write_roles();
        write_facts();
        write_concepts();
        write_groups();
        write_order();
        write_people();
        out_.key("inputs").begin_object().key("old").begin_object();
        write_rules(out_, view_.old);
        out_.end_object().key("new").begin_object();
        write_rules(out_, view_.now);
        out_.end_object().end_object().end_object();
    }

private:
    static std::string_view name_of(engine::difference_outcome outcome) {
        switch (outcome) {
        case engine::difference_outcome::equivalent: return "equivalent";
        case engine::difference_outcome::differs: return "differs";
        case engine::difference_outcome::undecided: break;
        }
        return "undecided";
    }
    static std::string_view name_of(engine::advice_change change) {
        switch (change) {
        case engine::advice_change::gains: return "gains";
        case engine::advice_change::loses: return "loses";
        case engine::advice_change::more_points: return "more_points";
        case engine::advice_change::fewer_points: break;
        }
        return "fewer_points";
    }

    // names and values: those of the new version, where it has them
    [[nodiscard]] const engine::rule_base& side(const engine::joint_fact& f) const { return f.in_new != nothing ? view_.now : view_.old; }
    [[nodiscard]] static engine::fact_id id(const engine::joint_fact& f) { return f.in_new != nothing ? f.in_new : f.in_old; }
    [[nodiscard]] std::string_view fact(std::size_t f) const { return side(found_.facts[f]).facts[id(found_.facts[f])].term; }
    [[nodiscard]] std::string_view role(std::size_t r) const {
        const engine::joint_role& about = found_.roles[r];
        return about.in_new != nothing ? view_.now.conclusions[about.in_new].term : view_.old.conclusions[about.in_old].term;
    }
    /// "old" or "new" of a fact that one version knows alone; null of a shared one.
    void write_version(const engine::joint_fact& f) {
        out_.key("version");
        if (f.in_old != nothing && f.in_new != nothing) out_.null();
        else out_.string(f.in_new != nothing ? "new" : "old");
    }

    template <class Wanted>
    void write_role_list(std::string_view name, const Wanted& wanted) {
        out_.key(name).begin_array();
        for (std::size_t r = 0; r < found_.roles.size(); ++r)
            if (wanted(found_.roles[r])) out_.string(role(r));
        out_.end_array();
    }

    void write_roles() {
        out_.key("roles").begin_object();
        write_role_list("added", [](const engine::joint_role& r) { return r.in_old == nothing; });
        write_role_list("removed", [](const engine::joint_role& r) { return r.in_new == nothing; });
        write_role_list("allowed", [](const engine::joint_role& r) { return r.allowed; });
        write_role_list("undecided", [](const engine::joint_role& r) { return r.undecided; });
        out_.end_object();
    }

    void write_options(std::string_view name, const engine::rule_base& rules, engine::fact_id of, const std::vector<std::uint32_t>& which) {
        out_.key(name).begin_array();
        for (const std::uint32_t o : which) out_.string(rules.options_of(rules.facts[of])[o].term);
        out_.end_array();
    }

    static std::string_view change_of(const engine::joint_fact& f) {
        if (f.other_kind) return "kind";
        return f.in_old == nothing ? "added" : f.in_new == nothing ? "removed" : "values";
    }

    void write_facts() {
        out_.key("facts").begin_array();
        for (std::size_t i = 0; i < found_.facts.size(); ++i) {
            const engine::joint_fact& f = found_.facts[i];
            const bool both = f.in_old != nothing && f.in_new != nothing;
            if (both && f.only_old.empty() && f.only_new.empty() && !f.range_changed) continue;
            out_.begin_object().member("fact", fact(i)).member("change", change_of(f));
            write_version(f);
            write_options("added", view_.now, f.in_new, f.only_new);
            write_options("removed", view_.old, f.in_old, f.only_old);
            write_range("old_range", view_.old, f.range_changed ? f.in_old : nothing);
            write_range("new_range", view_.now, f.range_changed ? f.in_new : nothing);
            out_.end_object();
        }
        out_.end_array();
    }

    void write_range(std::string_view name, const engine::rule_base& rules, engine::fact_id of) {
        out_.key(name);
        if (of == nothing) {
            out_.null();
            return;
        }
        out_.begin_object();
        write_bounds(out_, rules, of, rules.facts[of].least, rules.facts[of].greatest);
        out_.end_object();
    }

    void write_condition(const engine::joint_condition& c) {
        const engine::joint_fact& f = found_.facts[c.fact];
        const engine::rule_base& rules = side(f);
        const auto value = [&](std::size_t v, bool last) {
            const engine::joint_value& of = f.values[v];
            return f.in_new != nothing ? (last ? of.new_to : of.new_from) : (last ? of.old_to : of.old_from);
        };
        out_.begin_object().member("fact", fact(c.fact));
        write_version(f);
        if (f.kind == engine::joint_kind::ordered) {
            write_bounds(out_, rules, id(f), value(c.from, false), value(c.to, true));
        } else if (f.kind == engine::joint_kind::choice) {
            out_.key("values").begin_array();
            for (std::size_t v = 0; v < c.allowed.size(); ++v)
                if (c.allowed[v]) write_value(out_, rules, id(f), value(v, false));
            out_.end_array();
        } else {
            for (const int wanted : {1, 0}) {
                out_.key(wanted == 1 ? "includes" : "without").begin_array();
                for (std::size_t v = 0; v < c.options.size(); ++v)
                    if (c.options[v] == wanted) out_.string(rules.facts[id(f)].options[static_cast<std::size_t>(value(v, false))].term);
                out_.end_array();
            }
        }
        out_.end_object();
    }

    void write_profile(const engine::joint_profile& profile) {
        out_.key("witness").begin_object();
        for (const bool old : {true, false}) {
            const engine::rule_base& rules = old ? view_.old : view_.now;
            const engine::facts& person = old ? profile.in_old : profile.in_new;
            out_.key(old ? "old" : "new").begin_object();
            for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
                out_.key(rules.facts[f].term);
                engine::fact_value value{person.known[f].from, {}};
                for (std::uint32_t o = 0; o < person.known[f].options.size(); ++o)
                    if (person.known[f].options[o] == 1) value.members.push_back(o);
                write_value(out_, rules, f, value);
            }
            out_.end_object();
        }
        out_.end_object();
    }

    void write_outcome(std::string_view name, bool there, std::string_view verdict, engine::points_interval points) {
        out_.key(name);
        if (!there) {
            out_.null();
            return;
        }
        out_.begin_object().member("verdict", verdict).key("points").begin_object();
        out_.member_number("low", points.low).member_number("high", points.high).end_object().end_object();
    }

    void write_conditions(const engine::difference_group& group) {
        out_.key("when").begin_array();
        for (const engine::joint_condition& c : group.when) write_condition(c);
        out_.end_array();
        write_profile(group.witness);
    }

    void write_concepts() {
        out_.key("concepts").begin_array();
        for (std::size_t c = 0; c < found_.concepts.size(); ++c) {
            const engine::joint_concept& about = found_.concepts[c];
            out_.begin_object().member("concept", view_.now.conclusions[about.in_new].term).member_boolean("told_all", about.told_all);
            out_.key("groups").begin_array();
            for (const engine::difference_group& group : found_.concept_groups) {
                if (group.role != c) continue;
                out_.begin_object().member("change", name_of(group.change));
                write_conditions(group);
                out_.end_object();
            }
            out_.end_array().end_object();
        }
        out_.end_array();
    }

    void write_groups() {
        out_.key("groups").begin_array();
        for (const engine::difference_group& group : found_.groups) {
            const engine::joint_role& about = found_.roles[group.role];
            out_.begin_object().member("role", role(group.role)).member("change", name_of(group.change));
            write_conditions(group);
            write_outcome("old", about.in_old != nothing, group.before.holds ? "yes" : "no", {group.before.points, group.before.points});
            write_outcome("new", about.in_new != nothing, group.after.holds ? "yes" : "no", {group.after.points, group.after.points});
            out_.end_object();
        }
        out_.end_array();
        out_.key("further").begin_object().member_number("groups", static_cast<std::int64_t>(found_.further));
        out_.member_boolean("counted_all", found_.counted_all).end_object();
    }

    void write_order() {
        out_.key("order");
        if (!found_.order) {
            out_.null();
            return;
        }
        out_.begin_object().key("roles").begin_array().string(role(found_.order->first)).string(role(found_.order->second)).end_array();
        write_profile(found_.order->witness);
        out_.end_object();
    }

    // ---- people

    void write_people() {
        out_.key("people");
        if (view_.people == nullptr) {
            out_.null();
            return;
        }
        out_.begin_object().member_number("compared", static_cast<std::int64_t>(view_.people->compared)).key("affected").begin_array();
        for (const affected_person& person : view_.people->affected) write_person(person);
        out_.end_array().key("unread").begin_array();
        for (const unread_line& line : view_.people->unread) {
            out_.begin_object().member_number("line", static_cast<std::int64_t>(line.line));
            out_.member("version", line.by == unread_line::reader::both ? "both" : line.by == unread_line::reader::old ? "old" : "new");
            out_.member("message", line.message).end_object();
        }
        out_.end_array().key("ignored").begin_array();
        for (const std::string& key : view_.people->ignored) out_.string(key);
        out_.end_array().end_object();
    }

    void write_person(const affected_person& person) {
        out_.begin_object().key("id");
        if (person.id.empty()) out_.null();
        else out_.string(person.id);
        out_.member_number("line", static_cast<std::int64_t>(person.line))
            .member_boolean("exact", person.exact)
            .member_boolean("order_only", person.order);
        out_.key("changes").begin_array();
        for (const role_shift& shift : person.roles) {
            out_.begin_object().member("role", role(shift.role));
            write_advice("old", shift.before);
            write_advice("new", shift.after);
            out_.end_object();
        }
        out_.end_array().end_object();
    }

    void write_advice(std::string_view name, const std::optional<engine::role_advice>& advice) {
        write_outcome(name, advice.has_value(), advice ? cli::name_of(advice->verdict) : std::string_view(),
                      advice ? advice->points : engine::points_interval());
    }

    const difference_view& view_;
    const engine::difference& found_;
    json_writer out_;
};

}  // namespace

std::string diff_json(const difference_view& view) {
    std::string text;
    json_maker(view, text).make();
    return text;
}

}  // namespace advise::cli
