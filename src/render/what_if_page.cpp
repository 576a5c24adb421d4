#include "what_if_page.hpp"

#include "changes.hpp"
#include "json_values.hpp"
#include "result_nodes.hpp"
#include "words.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

using engine::verdict;

/// The nodes that are not what they were.
std::vector<std::uint32_t> different_nodes(outlook now, outlook then) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < now.answer.nodes.size(); ++i)
        if (now.answer.nodes[i].truth != then.answer.nodes[i].truth) found.push_back(i);
    return found;
}

class what_if {
public:
    what_if(const engine::rule_base& rules, outlook now, outlook then, grammar::language in)
        : now_(now), then_(then), speak_(rules, now.person, in) {}

    document write(const std::vector<engine::changed_fact>& changes) {
        const engine::role_advice &was = now_.answer.roles.front(), &is = then_.answer.roles.front();
        document page;
        page.put(title(speak_.say_it(say::if_title, {speak_.conclusion(was.role)})));
        block given = heading(speak_.say_it(say::if_if));
        for (const engine::changed_fact& change : changes) given.put(item(sign::none, change_text(speak_, change.fact, change.to)));
        page.put(std::move(given));
        if (was.verdict != is.verdict || was.points != is.points) put(speak_.conclusion(was.role), state(was), state(is), is.verdict);
        clauses(was);
        concepts(was);
        block different = heading(speak_.say_it(say::if_then));
        if (differences_.empty()) different.put(paragraph(speak_.say_it(say::if_nothing)));
        for (block& one : differences_) different.put(std::move(one));
        page.put(std::move(different));
        return page;
    }

private:
    /// \param against where it holds that is bad for the role: a tick would look like a good thing
    void put(const std::string& what, const std::string& now, const std::string& then, verdict becomes, bool against = false) {
        const sign good = against ? sign::against : sign::yes;
        const sign mark = becomes == verdict::yes ? good : becomes == verdict::no ? sign::no : sign::open;
        differences_.push_back(item(mark, speak_.say_it(say::if_differs, {what, then, now})));
    }

    [[nodiscard]] std::string state(const engine::role_advice& r) const {
        const say id = r.verdict == verdict::yes ? say::compare_fits : r.verdict == verdict::no ? say::compare_does_not_fit : say::compare_may_fit;
        return speak_.say_it(id, {speak_.points(r.points)});
    }

    [[nodiscard]] std::string truth(verdict v) const {
        return speak_.say_it(v == verdict::yes ? say::if_holds : v == verdict::no ? say::if_fails : say::if_open);
    }

    void node(const std::string& what, std::uint32_t id, bool against = false) {
        put(what, truth(now_.answer.nodes[id].truth), truth(then_.answer.nodes[id].truth), then_.answer.nodes[id].truth, against);
    }

    /// The clauses of the role itself.
    void clauses(const engine::role_advice& role) {
        const engine::proof_node& root = now_.answer.nodes[role.proof];
        const std::span<const engine::clause> all = speak_.rules().conclusions[role.role].clauses;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::uint32_t id = root.clause_nodes[i];
            if (now_.answer.nodes[id].truth == then_.answer.nodes[id].truth) continue;
            const std::string says = speak_.condition(all[i].body);
            const bool evidence = all[i].kind == engine::clause_kind::evidence;
            const bool against = all[i].kind == engine::clause_kind::unless || (evidence && all[i].points < 0);
            node(evidence ? speak_.say_it(say::if_clause, {speak_.signed_points(all[i].points), says}) : sentence_start(says), id, against);
            told_.push_back(id);
        }
    }

    /// The conclusions on the way that are not clauses themselves.
    void concepts(const engine::role_advice& role) {
        for (const std::uint32_t id : different_nodes(now_, then_)) {
            const engine::proof_node& n = now_.answer.nodes[id];
            const bool told = std::find(told_.begin(), told_.end(), id) != told_.end();
            if (n.kind == engine::condition_kind::conclusion && id != role.proof && !told) node(sentence_start(speak_.conclusion_inside(n.conclusion)), id);
        }
    }

    outlook now_, then_;
    words speak_;
    std::vector<block> differences_;
    std::vector<std::uint32_t> told_;
};

void write_role(json_writer& out, std::string_view name, const engine::role_advice& role) {
    out.key(name).begin_object().member("verdict", name_of(role.verdict)).member_boolean("exact", role.exact).key("points").begin_object();
    out.member_number("low", role.points.low).member_number("high", role.points.high).end_object().end_object();
}

}  // namespace

document what_if_page(const engine::rule_base& rules, outlook now, outlook then, const std::vector<engine::changed_fact>& changes, grammar::language in) {
    return what_if(rules, now, then, in).write(changes);
}

std::string what_if_json(const result_parts& parts, outlook now, outlook then, const std::vector<engine::changed_fact>& changes) {
    const engine::rule_base& rules = parts.rules;
    std::string text;
    json_writer out(text);
    const engine::role_advice& was = now.answer.roles.front();
    out.begin_object().member("schema", "advise/if/1").member("role", rules.conclusions[was.role].term).key("changes");
    write_changes(out, rules, now.person, changes);
    write_role(out, "now", was);
    write_role(out, "then", then.answer.roles.front());
    out.key("differences").begin_array();
    for (const std::uint32_t id : different_nodes(now, then)) {
        out.begin_object().member_number("node", id).member("now", name_of(now.answer.nodes[id].truth));
        out.member("then", name_of(then.answer.nodes[id].truth)).end_object();
    }
    out.end_array().key("nodes");
    write_nodes(out, rules, now.person, now.answer);
    write_inputs(out, parts);
    out.end_object();
    return text;
}

}  // namespace advise::cli
