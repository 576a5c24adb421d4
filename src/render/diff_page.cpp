#include "diff_page.hpp"

#include "diff_vocabulary.hpp"
#include "joint_words.hpp"
#include "page_parts.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <set>

namespace advise::cli {
namespace {

using engine::advice_change;
using engine::difference_outcome;
using engine::nothing;

/// People and lines that are told one by one.
constexpr std::size_t most_people = 20, most_lines = 5;

/// Groups of one role and kind of change that stand on the page; JSON has all.
constexpr std::size_t most_of_one_role = 3;

/// Concepts of which not all is told that are named.
constexpr std::size_t most_further = 10;

class page_maker {
public:
    page_maker(const difference_view& view, grammar::language in) : view_(view), found_(view.found), speak_(view.old, view.now, view.found, in) {}

    document make() {
        page_.put(title(speak_.say_it(say::diff_title, {view_.old_name, view_.new_name})));
        put_answer();
        put_vocabulary(page_, view_, speak_);
        put_concepts();
        put_groups();
        if (view_.people != nullptr) put_people(*view_.people);
        return std::move(page_);
    }

private:
    [[nodiscard]] std::string say_it(say id, std::initializer_list<std::string_view> arguments = {}) const { return speak_.say_it(id, arguments); }
    [[nodiscard]] std::string count(std::size_t n) const { return speak_.now().number(static_cast<std::int64_t>(n)); }

    // ---- the answer

    void put_answer() {
        say answer = say::diff_differs;
        if (found_.outcome() == difference_outcome::undecided) answer = say::diff_undecided;
        if (found_.outcome() == difference_outcome::equivalent)
            answer = found_.shared_values_only() ? say::diff_equivalent_shared : say::diff_equivalent;
        page_.put(paragraph(phrase(say_it(answer), tone::strong)));
        const std::vector<std::string> allowed = roles_where([](const engine::joint_role& r) { return r.allowed; });
        if (!allowed.empty()) page_.put(paragraph(say_it(say::diff_allowed, {speak_.list(allowed)})));
    }

    template <class Wanted>
    [[nodiscard]] std::vector<std::string> roles_where(const Wanted& wanted) const {
        std::vector<std::string> names;
        for (std::size_t r = 0; r < found_.roles.size(); ++r)
            if (wanted(found_.roles[r])) names.push_back(speak_.role_inside(r));
        return names;
    }

    // ---- concepts: where the changes come from

    void put_concepts() {
        if (!found_.concepts.empty()) page_.put(heading(say_it(say::diff_concepts)));
        std::vector<std::string> further;
        for (std::size_t c = 0; c < found_.concepts.size(); ++c) {
            for (const advice_change change : {advice_change::gains, advice_change::loses}) put_concept(c, change);
            if (!found_.concepts[c].told_all) further.push_back(speak_.concept_inside(c));
        }
        if (!further.empty()) page_.put(paragraph(say_it(say::diff_concept_further, {speak_.now().short_list(further, most_further)})));
    }

    void put_concept(std::size_t which, advice_change change) {
        const bool holds = change == advice_change::gains;
        std::vector<const engine::difference_group*> groups;
        for (const engine::difference_group& g : found_.concept_groups)
            if (g.role == which && g.change == change) groups.push_back(&g);
        if (groups.empty()) return;
        std::ranges::stable_sort(groups, {}, [](const engine::difference_group* g) { return g->when.size(); });
        block made = item(holds ? sign::yes : sign::no,
                          phrase(say_it(holds ? say::diff_holds : say::diff_holds_no_more, {speak_.concept_named(which)}), tone::strong));
        for (std::size_t i = 0; i < groups.size(); ++i) made.put(item(sign::none, who(*groups[i]), {}, number_of(i, groups.size())));
        page_.put(std::move(made));
    }

    // ---- groups

    void put_groups() {
        if (!found_.groups.empty()) page_.put(heading(say_it(say::diff_groups)));
        for (std::size_t i = 0; i < found_.groups.size();) {
            std::vector<const engine::difference_group*> together;
            for (const engine::difference_group& first = found_.groups[i]; i < found_.groups.size() && alike(first, found_.groups[i]); ++i)
                together.push_back(&found_.groups[i]);
            page_.put(role_block(together, introduced_.insert(together.front()->role).second));
        }
        if (found_.further > 0) page_.put(paragraph(further_text()));
        const std::vector<std::string> open = roles_where([](const engine::joint_role& r) { return r.undecided; });
        if (!open.empty() && found_.outcome() != difference_outcome::equivalent)
            page_.put(paragraph(say_it(say::diff_open_roles, {speak_.list(open)})));
        const bool all = found_.further == 0 && found_.counted_all && open.empty() && !found_.order && !found_.order_undecided;
        if (all && !found_.groups.empty()) page_.put(paragraph(say_it(say::diff_all_told)));
    }

    [[nodiscard]] std::string further_text() const {
        if (!found_.counted_all) return say_it(say::diff_least_further, {count(found_.further)});
        return found_.further == 1 ? say_it(say::diff_one_further) : say_it(say::diff_many_further, {count(found_.further)});
    }

    static std::pair<sign, say> change_words(advice_change change) {
        switch (change) {
        case advice_change::gains: return {sign::yes, say::diff_gains};
        case advice_change::loses: return {sign::no, say::diff_loses};
        case advice_change::more_points: return {sign::plus, say::diff_more};
        case advice_change::fewer_points: break;
        }
        return {sign::minus, say::diff_fewer};
    }

    static bool alike(const engine::difference_group& a, const engine::difference_group& b) { return a.role == b.role && a.change == b.change; }

    /// The groups of one role and kind of change stand below it, those that ask least first: they are the largest.
    /// \param first nothing of the role was told before
    [[nodiscard]] block role_block(std::vector<const engine::difference_group*> groups, bool first) const {
        const auto [mark, words] = change_words(groups.front()->change);
        block made = item(mark, phrase(say_it(words, {speak_.role(groups.front()->role)}), tone::strong));
        std::ranges::stable_sort(groups, {}, [](const engine::difference_group* g) { return g->when.size(); });
        const std::vector<std::string> through = concepts_of(found_.roles[groups.front()->role]);
        if (first && !through.empty())
            made.put(
                paragraph(phrase(say_it(through.size() == 1 ? say::diff_through_one : say::diff_through_many, {speak_.list(through)}), tone::faint)));
        const std::size_t told = groups.size() <= most_of_one_role + 1 ? groups.size() : most_of_one_role;
        for (std::size_t i = 0; i < told; ++i) made.put(group_block(*groups[i], number_of(i, groups.size())));
        if (told < groups.size()) made.put(paragraph(say_it(say::diff_more_of_role, {count(groups.size() - told)})));
        return made;
    }

    [[nodiscard]] std::vector<std::string> concepts_of(const engine::joint_role& role) const {
        std::vector<std::string> names;
        for (const std::size_t c : role.through) names.push_back(speak_.concept_inside(c));
        return names;
    }

    /// Of several groups each has a number.
    [[nodiscard]] std::string number_of(std::size_t which, std::size_t all) const { return all == 1 ? std::string() : count(which + 1); }

    [[nodiscard]] std::string who(const engine::difference_group& group) const {
        return group.when.empty() ? say_it(say::diff_always) : say_it(say::diff_when, {speak_.conditions(group.when)});
    }

    [[nodiscard]] block group_block(const engine::difference_group& group, std::string number) const {
        block made = item(sign::none, who(group), {}, std::move(number));
        made.put(paragraph(example_of(group)));
        made.put(paragraph(phrase(sentence_start(before_now(group)), tone::faint)));
        return made;
    }

    [[nodiscard]] std::string example_of(const engine::difference_group& group) const {
        if (group.when.empty()) return say_it(say::diff_lowest);
        std::vector<std::size_t> facts;
        for (const engine::joint_condition& c : group.when) facts.push_back(c.fact);
        const bool all = facts.size() == found_.facts.size();
        return say_it(all ? say::diff_example : say::diff_example_lowest, {speak_.profile(group.witness, facts)});
    }

    [[nodiscard]] std::string before_now(const engine::difference_group& group) const {
        const engine::joint_role& role = found_.roles[group.role];
        const auto side = [&](engine::conclusion_id id, const engine::certain_outcome& outcome) {
            if (id == nothing) return say_it(say::diff_no_role);
            return outcome_text(role, outcome.holds ? engine::verdict::yes : engine::verdict::no, {outcome.points, outcome.points});
        };
        return say_it(say::diff_before_now, {side(role.in_old, group.before), side(role.in_new, group.after)});
    }

    /// Points of a role without evidence say nothing.
    [[nodiscard]] std::string outcome_text(const engine::joint_role& role, engine::verdict verdict, engine::points_interval points) const {
        const say word = verdict == engine::verdict::yes  ? say::column_fits
                         : verdict == engine::verdict::no ? say::column_does_not_fit
                                                          : say::word_unknown;
        const bool any =
            (role.in_old != nothing && has_points(view_.old, role.in_old)) || (role.in_new != nothing && has_points(view_.now, role.in_new));
        return any ? say_it(say::comma, {say_it(word), speak_.now().points(points)}) : say_it(word);
    }

    // ---- people

    void put_people(const people_difference& people) {
        page_.put(heading(say_it(say::diff_people, {people.name})));
        if (people.compared == 0 && people.unread.empty()) page_.put(paragraph(say_it(say::diff_people_empty)));
        if (people.compared > 0) page_.put(paragraph(count_text(people)));
        for (std::size_t i = 0; i < people.affected.size() && i < most_people; ++i) page_.put(person_block(people.affected[i]));
        if (people.affected.size() > most_people) page_.put(paragraph(say_it(say::and_more_items, {count(people.affected.size() - most_people)})));
        const auto open = static_cast<std::size_t>(std::ranges::count_if(people.affected, [](const affected_person& p) { return !p.exact; }));
        if (open > 0) page_.put(paragraph(say_it(say::diff_people_not_exact, {count(open)})));
        put_unread(people.unread);
        if (!people.ignored.empty()) page_.put(paragraph(say_it(say::diff_people_ignored, {speak_.list(people.ignored)})));
    }

    [[nodiscard]] std::string count_text(const people_difference& people) const {
        const std::string all = count(people.compared);
        if (people.affected.empty()) return say_it(say::diff_people_none, {all});
        if (people.affected.size() == 1) return say_it(say::diff_people_one, {all});
        return say_it(say::diff_people_some, {count(people.affected.size()), all});
    }

    [[nodiscard]] block person_block(const affected_person& person) const {
        const std::string line = count(person.line);
        block made = item(sign::none,
                          phrase(person.id.empty() ? sentence_start(say_it(say::diff_line, {line})) : say_it(say::diff_person, {person.id, line})));
        if (person.order) made.put(paragraph(say_it(say::diff_person_order)));
        for (const role_shift& shift : person.roles) {
            const auto side = [&](const std::optional<engine::role_advice>& role) {
                return role ? outcome_text(found_.roles[shift.role], role->verdict, role->points) : say_it(say::diff_no_role);
            };
            made.put(paragraph(say_it(say::diff_person_role, {speak_.role(shift.role), side(shift.before), side(shift.after)})));
        }
        return made;
    }

    void put_unread(const std::vector<unread_line>& lines) {
        if (lines.empty()) return;
        page_.put(paragraph(lines.size() == 1 ? say_it(say::diff_unread_one) : say_it(say::diff_unread_many, {count(lines.size())})));
        for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) {
            const say words = lines[i].by == unread_line::reader::both  ? say::diff_unread_line
                              : lines[i].by == unread_line::reader::old ? say::diff_unread_old
                                                                        : say::diff_unread_new;
            page_.put(item(sign::none, sentence_start(say_it(words, {count(lines[i].line), lines[i].message}))));
        }
        if (lines.size() > most_lines) page_.put(paragraph(say_it(say::and_more_items, {count(lines.size() - most_lines)})));
    }

    const difference_view& view_;
    const engine::difference& found_;
    joint_words speak_;
    document page_;
    std::set<std::size_t> introduced_;  // roles of which something was told
};

}  // namespace

document diff_page(const difference_view& view, grammar::language in) { return page_maker(view, in).make(); }

}  // namespace advise::cli
