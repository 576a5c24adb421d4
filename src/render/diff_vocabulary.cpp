#include "diff_vocabulary.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <optional>

namespace advise::cli {
namespace {

using engine::nothing;

class vocabulary {
public:
    vocabulary(document& page, const difference_view& view, const joint_words& speak) : page_(page), view_(view), found_(view.found), speak_(speak) {}

    void put() {
        put_roles();
        put_facts();
    }

private:
    [[nodiscard]] std::string say_it(say id, std::initializer_list<std::string_view> arguments = {}) const { return speak_.say_it(id, arguments); }

    void put_heading_once(say words, bool& put) {
        if (!put) page_.put(heading(say_it(words)));
        put = true;
    }

    // ---- roles

    void put_roles() {
        bool headed = false;
        std::vector<std::size_t> added, removed;
        for (std::size_t r = 0; r < found_.roles.size(); ++r) {
            const engine::joint_role& role = found_.roles[r];
            if (role.in_old != nothing && role.in_new != nothing) continue;
            put_heading_once(say::diff_roles, headed);
            const bool is_new = role.in_old == nothing;
            (is_new ? added : removed).push_back(r);
            page_.put(item(is_new ? sign::plus : sign::minus, say_it(is_new ? say::diff_role_added : say::diff_role_removed, {speak_.role(r)})));
        }
        put_renamed_roles(added, removed);
        if (!found_.order) return;
        put_heading_once(say::diff_roles, headed);
        const engine::order_change& order = *found_.order;
        block& told = page_.put(item(sign::none, say_it(say::diff_order, {speak_.role(order.first), speak_.role_inside(order.second)})));
        const std::vector<std::size_t> raised = away_from_lowest(order.witness);
        told.put(paragraph(raised.empty() ? say_it(say::diff_lowest) : say_it(say::diff_example_lowest, {speak_.profile(order.witness, raised)})));
    }

    [[nodiscard]] std::vector<std::size_t> away_from_lowest(const engine::joint_profile& profile) const {
        std::vector<std::size_t> facts;
        for (std::size_t f = 0; f < found_.facts.size(); ++f)
            if (profile.values[f] != 0 || !profile.members[f].empty()) facts.push_back(f);
        return facts;
    }

    // ---- the same under another name

    /// What people call a thing, and what rules do.
    struct named {
        std::string term;
        std::vector<std::string> labels;  // keys of them, in every language
    };

    void put_renamed_roles(const std::vector<std::size_t>& added, const std::vector<std::size_t>& removed) {
        std::vector<named> now, before;
        for (const std::size_t r : added) now.push_back(name_of(view_.now.conclusions[found_.roles[r].in_new]));
        for (const std::size_t r : removed) before.push_back(name_of(view_.old.conclusions[found_.roles[r].in_old]));
        put_renamed(now, before, "role");
    }

    template <class Thing>
    [[nodiscard]] static named name_of(const Thing& thing) {
        named made{std::string(thing.term), {}};
        for (const engine::localised& label : labels_of(thing)) made.labels.push_back(grammar::term_key(label.text));
        return made;
    }
    static const engine::texts& labels_of(const engine::conclusion& c) { return c.labels(); }
    static const engine::texts& labels_of(const engine::fact& f) { return f.labels; }

    void put_renamed(const std::vector<named>& added, const std::vector<named>& removed, std::string_view statement) {
        std::vector<bool> taken(added.size(), false);
        for (const named& old : removed) {
            const std::optional<std::size_t> is = likely(old, added, taken);
            if (!is) continue;
            taken[*is] = true;
            const named& now = added[*is];
            page_.put(paragraph(
                phrase(say_it(say::diff_maybe_renamed, {std::string(statement) + " " + grammar::printable(now.term), grammar::printable(old.term)}),
                       tone::faint)));
        }
    }

    /// Which of the new names may stand for what an old one stood for: one label, or nearly one term.
    static std::optional<std::size_t> likely(const named& old, const std::vector<named>& added, const std::vector<bool>& taken) {
        const auto shares_label = [&](const named& now) {
            return std::ranges::any_of(now.labels, [&](const std::string& l) { return std::ranges::find(old.labels, l) != old.labels.end(); });
        };
        for (std::size_t i = 0; i < added.size(); ++i)
            if (!taken[i] && shares_label(added[i])) return i;
        std::vector<std::string_view> terms;
        for (const named& one : added) terms.emplace_back(one.term);
        const auto near = grammar::near(old.term, terms);
        for (std::size_t i = 0; i < added.size(); ++i)
            if (!near.empty() && !taken[i] && added[i].term == near.front()) return i;
        return std::nullopt;
    }

    // ---- facts

    void put_facts() {
        bool headed = false;
        std::vector<named> added, removed;
        for (std::size_t f = 0; f < found_.facts.size(); ++f) {
            const engine::joint_fact& fact = found_.facts[f];
            if (!fact.other_kind && fact.in_old == nothing) added.push_back(name_of(view_.now.facts[fact.in_new]));
            if (!fact.other_kind && fact.in_new == nothing) removed.push_back(name_of(view_.old.facts[fact.in_old]));
            for (const auto& [mark, text] : changes_of(f)) {
                put_heading_once(say::diff_facts, headed);
                page_.put(item(mark, sentence_start(text)));
            }
        }
        put_renamed(added, removed, "fact");
        if (found_.shared_values_only()) page_.put(paragraph(say_it(say::diff_shared_only)));
    }

    using told_change = std::pair<sign, std::string>;

    [[nodiscard]] std::vector<told_change> changes_of(std::size_t f) const {
        const engine::joint_fact& fact = found_.facts[f];
        const std::string name = speak_.fact(f);
        if (fact.other_kind) {
            if (fact.in_new == nothing) return {};
            return {{sign::open, kind_change(fact)}};
        }
        if (fact.in_old == nothing) return {{sign::plus, say_it(say::diff_fact_added, {name})}};
        if (fact.in_new == nothing) return {{sign::minus, say_it(say::diff_fact_removed, {name})}};
        std::vector<told_change> told;
        const std::string &was = view_.old.facts[fact.in_old].term, &is = view_.now.facts[fact.in_new].term;
        if (grammar::term_key(was) != grammar::term_key(is))
            told.emplace_back(sign::none, say_it(say::diff_fact_renamed, {name, grammar::printable(was)}));
        if (!fact.only_new.empty())
            told.emplace_back(sign::plus, say_it(say::diff_values_added, {name, options(speak_.now(), fact.in_new, fact.only_new)}));
        if (!fact.only_old.empty())
            told.emplace_back(sign::minus, say_it(say::diff_values_removed, {name, options(speak_.old(), fact.in_old, fact.only_old)}));
        if (fact.range_changed)
            told.emplace_back(sign::none,
                              say_it(say::diff_range, {name, speak_.now().number_domain(fact.in_new), speak_.old().number_domain(fact.in_old)}));
        return told;
    }

    /// What the fact was and what it is: two of the joint facts, as no value of them would mean the same.
    [[nodiscard]] std::string kind_change(const engine::joint_fact& now) const {
        const std::string name = speak_.now().fact(now.in_new);
        for (const engine::joint_fact& before : found_.facts) {
            if (!before.other_kind || before.in_old == nothing) continue;
            const bool is_it = view_.now.names.fact(view_.old.facts[before.in_old].term) == now.in_new
                               || view_.old.names.fact(view_.now.facts[now.in_new].term) == before.in_old;
            if (is_it) return say_it(say::diff_fact_kind, {name, speak_.old().domain(before.in_old), speak_.now().domain(now.in_new)});
        }
        return say_it(say::diff_fact_added, {name});
    }

    static std::string options(const words& speak, engine::fact_id f, const std::vector<std::uint32_t>& which) {
        std::vector<std::string> names;
        const bool set = speak.rules().facts[f].type == engine::fact_type::any_of;
        for (const std::uint32_t o : which) names.push_back(set ? speak.value(f, engine::fact_value{0, {o}}) : speak.value(f, o));
        return speak.list_and(names);
    }

    document& page_;
    const difference_view& view_;
    const engine::difference& found_;
    const joint_words& speak_;
};

}  // namespace

void put_vocabulary(document& page, const difference_view& view, const joint_words& speak) { vocabulary(page, view, speak).put(); }

}  // namespace advise::cli
