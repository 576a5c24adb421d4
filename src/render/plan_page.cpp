#include "plan_page.hpp"

#include "plan_path.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace advise::cli {
namespace {

class plan_writer {
public:
    plan_writer(const words& speak, const engine::plan& plan, const invocation& call) : speak_(speak), plan_(plan), call_(call) {}

    document write(const grammar::profile& profile) {
        const std::string name = grammar::printable(profile.name), role = speak_.conclusion(plan_.role);
        page_.put(title(name.empty() ? speak_.say_it(say::plan_title, {role}) : speak_.say_it(say::plan_title_for, {role, name})));
        page_.put(gap());
        if (plan_.possible) way();
        else no_way();
        std::vector<proposal> next{{explain_command(call_, speak_, plan_.role), say::plan_next_explain}};
        if (plan_.verdict != engine::verdict::yes) next.emplace_back(plan_command(call_, "--all"), say::plan_next_all);
        next_steps(page_, next, speak_);
        return std::move(page_);
    }

private:
    void way() {
        const std::string in_all = speak_.effort(plan_.best.effort);
        if (plan_.verdict == engine::verdict::yes) page_.put(paragraph(speak_.say_it(say::plan_fits_already)));
        else if (!plan_.optimal) page_.put(paragraph(speak_.say_it(say::plan_not_settled, {in_all, speak_.effort(plan_.at_least)})));
        else if (plan_.best.steps.empty()) page_.put(paragraph(speak_.say_it(say::plan_nothing_to_learn)));
        else page_.put(paragraph(speak_.say_it(say::plan_in_all, {in_all})));
        left_open();
        steps();
        assumptions();
        others();
    }

    void steps() {
        if (plan_.best.steps.empty()) return;
        block& list = page_.put(heading(speak_.say_it(say::plan_steps)));
        std::int64_t number = 0;
        for (const plan_stretch& s : stretches_of(plan_.best.steps)) {
            const std::string said = speak_.say_it(say::plan_step_range, {speak_.number(++number), sentence_start(speak_.fact(s.fact)),
                                                                           speak_.value(s.fact, s.from), speak_.value(s.fact, s.to)});
            block step = row(phrase(said), phrase(speak_.effort(s.effort)));
            if (!s.unlocks.empty()) step.put(paragraph(phrase(speak_.say_it(say::plan_opens, {opened(s.unlocks)}), tone::faint)));
            if (!s.needed_before.empty())
                step.put(paragraph(phrase(speak_.say_it(say::plan_needed_before, {facts_said(s.needed_before)}), tone::faint)));
            list.put(std::move(step));
        }
    }

    [[nodiscard]] std::string facts_said(const std::vector<engine::fact_id>& facts) const {
        std::vector<std::string> names;
        for (const engine::fact_id f : facts) names.push_back(speak_.fact(f));
        return speak_.list_and(names);
    }

    /// What the steps begin with is not always what the profile says.
    void left_open() {
        std::vector<engine::fact_id> open;
        for (const engine::plan_step& step : plan_.best.steps)
            if (!speak_.person().known[step.fact].decided() && std::ranges::find(open, step.fact) == open.end()) open.push_back(step.fact);
        if (open.empty()) return;
        page_.put(gap());
        page_.put(paragraph(speak_.say_it(say::plan_left_open, {facts_said(open)})));
    }

    /// Whom the step opens: the role that was asked for last, for it is what all is about.
    [[nodiscard]] std::string opened(const std::vector<engine::conclusion_id>& unlocks) const {
        std::vector<std::string> names;
        for (const engine::conclusion_id c : unlocks)
            if (c != plan_.role) names.push_back(speak_.conclusion_inside(c));
        if (names.size() < unlocks.size()) names.push_back(speak_.conclusion_inside(plan_.role));
        return speak_.list_and(names);
    }

    void assumptions() {
        const std::vector<engine::plan_value> all = counted_on(plan_.best);
        if (all.empty()) return;
        block& list = page_.put(heading(speak_.say_it(say::plan_assume)));
        for (const engine::plan_value& assumed : all) {
            const std::string said =
                speak_.say_it(say::plan_fact_is, {sentence_start(speak_.fact(assumed.fact)), speak_.value(assumed.fact, assumed.value)});
            list.put(item(sign::open, phrase(said), phrase(speak_.known_with_line(assumed.fact), tone::faint)));
        }
    }

    using ends = std::map<engine::fact_id, std::int64_t>;
    [[nodiscard]] static ends ends_of(const engine::plan_way& way) {
        ends made;
        for (const engine::plan_step& step : way.steps) made[step.fact] = step.to;
        return made;
    }

    /// What the first goes further in than the second.
    [[nodiscard]] std::string further(const ends& first, const ends& second) const {
        std::vector<std::string> parts;
        for (const auto& [fact, to] : first) {
            const auto other = second.find(fact);
            if (other == second.end() || other->second < to) parts.push_back(speak_.say_it(say::plan_to_value, {speak_.fact(fact), speak_.value(fact, to)}));
        }
        return speak_.list_and(parts);
    }

    void others() {
        if (plan_.alternatives.empty()) return;
        block& list = page_.put(heading(speak_.say_it(say::plan_others)));
        const ends best = ends_of(plan_.best);
        for (const engine::plan_way& other : plan_.alternatives) {
            const ends mine = ends_of(other);
            const std::string said = speak_.say_it(say::plan_other_instead, {sentence_start(further(mine, best)), further(best, mine)});
            block line = row(phrase(said), phrase(speak_.effort(other.effort)));
            std::vector<std::string> assumed;
            const std::vector<engine::plan_value> told = counted_on(plan_.best);
            for (const engine::plan_value& a : counted_on(other))
                if (std::ranges::find(told, a) == told.end())
                    assumed.push_back(speak_.say_it(say::plan_fact_is, {speak_.fact(a.fact), speak_.value(a.fact, a.value)}));
            if (!assumed.empty()) line.put(paragraph(phrase(speak_.say_it(say::plan_other_counts_on, {speak_.list_and(assumed)}), tone::faint)));
            list.put(std::move(line));
        }
    }

    void no_way() {
        if (!plan_.optimal) {
            page_.put(paragraph(speak_.say_it(say::plan_not_settled_none)));
            return;
        }
        page_.put(paragraph(speak_.say_it(plan_.blocked_by.empty() ? say::plan_none_ever : say::plan_none)));
        if (plan_.blocked_by.empty()) return;
        block& list = page_.put(heading(speak_.say_it(say::plan_blocked)));
        for (std::size_t i = 0; i < plan_.blocked_by.size(); ++i) {
            const engine::fact_id f = plan_.blocked_by[i];
            const engine::block_reason& why = plan_.blocked_why[i];
            block made = item(sign::minus, phrase(sentence_start(speak_.fact(f))), phrase(speak_.known_with_line(f), tone::faint));
            if (!why.needed.empty()) made.put(paragraph(phrase(speak_.say_it(say::plan_fact_needs, {needed(f, why.needed)}), tone::faint)));
            if (!why.needed_before.empty())
                made.put(paragraph(phrase(speak_.say_it(say::plan_needed_before, {facts_said(why.needed_before)}), tone::faint)));
            if (why.never_learnt)
                made.put(paragraph(phrase(speak_.say_it(say::plan_must_hold_first, {speak_.condition(speak_.rules().facts[f].after)}), tone::faint)));
            list.put(std::move(made));
        }
        circles();
    }

    [[nodiscard]] std::string needed(engine::fact_id f, const std::vector<std::pair<std::int64_t, std::int64_t>>& runs) const {
        const engine::fact_type type = speak_.rules().facts[f].type;
        const bool ordered = type == engine::fact_type::level || type == engine::fact_type::number;
        std::vector<std::string> said;
        for (const auto& [from, to] : runs) {
            if (ordered) said.push_back(speak_.interval(f, from, to));
            else
                for (std::int64_t v = from; v <= to; ++v) said.push_back(speak_.value(f, v));
        }
        return speak_.list_or(said);
    }

    void circles() {
        if (!plan_.circles.empty()) page_.put(gap());
        for (const engine::never_learnt& circle : plan_.circles) {
            const say id = circle.facts.size() == 1 ? say::plan_waits_for_itself : say::plan_wait_for_each_other;
            page_.put(paragraph(sentence_start(speak_.say_it(id, {facts_said(circle.facts)}))));
        }
    }

    const words& speak_;
    const engine::plan& plan_;
    const invocation& call_;
    document page_;
};

class table_writer {
public:
    table_writer(const words& speak, const std::vector<engine::plan>& plans) : speak_(speak), plans_(plans) {}

    /// Side by side where there is room, else a row for each role.
    void write(document& page, std::size_t room) const {
        std::vector<std::vector<phrase>> cells{{speak_.say_it(say::plan_column_role), speak_.say_it(say::plan_column_effort),
                                                speak_.say_it(say::plan_column_steps), speak_.say_it(say::plan_column_confirm)}};
        for (const engine::plan& plan : plans_) cells.push_back(row_of(plan));
        if (width_of(cells) <= room) page.put(table(std::move(cells)));
        else
            for (const engine::plan& plan : plans_) page.put(line_of(plan));
    }

private:
    [[nodiscard]] static std::size_t width_of(const std::vector<std::vector<phrase>>& cells) {
        constexpr std::size_t gap_of_columns = 2;
        std::vector<std::size_t> widths(cells.front().size());
        for (const std::vector<phrase>& row : cells)
            for (std::size_t c = 0; c < row.size(); ++c) {
                std::size_t width = gap_of_columns;
                for (const stretch& part : row[c].parts) width += grammar::display_width(part.text);
                widths[c] = std::max(widths[c], width);
            }
        return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) - gap_of_columns;
    }

    [[nodiscard]] std::vector<phrase> row_of(const engine::plan& plan) const {
        std::vector<phrase> cells{phrase(speak_.conclusion(plan.role), tone::strong), effort(plan), {}, {}};
        if (!plan.possible) return cells;
        cells[2] = speak_.number(static_cast<std::int64_t>(steps_of(plan)));
        cells[3] = speak_.number(static_cast<std::int64_t>(to_confirm(plan)));
        return cells;
    }

    /// As many as the plan's own page numbers and asks.
    [[nodiscard]] static std::size_t steps_of(const engine::plan& plan) { return stretches_of(plan.best.steps).size(); }
    [[nodiscard]] static std::size_t to_confirm(const engine::plan& plan) { return counted_on(plan.best).size(); }

    [[nodiscard]] block line_of(const engine::plan& plan) const {
        block line = row(phrase(speak_.conclusion(plan.role), tone::strong), phrase(effort(plan)));
        std::vector<std::string> counts;
        const auto count = [&](say what, std::size_t n) {
            if (n > 0) counts.push_back(speak_.say_it(say::plan_fact_is, {speak_.say_it(what), speak_.number(static_cast<std::int64_t>(n))}));
        };
        count(say::plan_column_steps, steps_of(plan));
        count(say::plan_column_confirm, to_confirm(plan));
        if (!counts.empty()) line.put(paragraph(phrase(speak_.list_with(say::between_facts, counts), tone::faint)));
        return line;
    }

    [[nodiscard]] std::string effort(const engine::plan& plan) const {
        if (plan.verdict == engine::verdict::yes) return speak_.say_it(say::plan_now);
        if (!plan.optimal) return speak_.say_it(say::plan_at_least, {speak_.effort(plan.at_least)});
        return plan.possible ? speak_.effort(plan.best.effort) : speak_.say_it(say::plan_no_way);
    }

    const words& speak_;
    const std::vector<engine::plan>& plans_;
};

/// The facts that stand in the way of the roles without a plan.
void put_blocked(document& page, const words& speak, const std::vector<engine::plan>& plans) {
    block list = heading(speak.say_it(say::plan_blocked));
    for (const engine::plan& plan : plans) {
        std::vector<std::string> blocking;
        for (const engine::fact_id f : plan.blocked_by) blocking.push_back(speak.say_it(say::plan_fact_is, {speak.fact(f), speak.known_with_line(f)}));
        if (blocking.empty()) continue;
        block role = row(phrase(speak.conclusion(plan.role), tone::strong));
        for (const std::string& each : blocking) role.put(item(sign::minus, sentence_start(each)));
        list.put(std::move(role));
    }
    if (!list.inside.empty()) page.put(std::move(list));
}

std::string title_of_all(const words& speak, const std::string& name, std::optional<std::int64_t> within) {
    if (!within) return name.empty() ? speak.say_it(say::plan_all_title) : speak.say_it(say::plan_all_title_for, {name});
    const std::string effort = speak.effort(*within);
    return name.empty() ? speak.say_it(say::plan_within_title, {effort}) : speak.say_it(say::plan_within_title_for, {effort, name});
}

}  // namespace

document plan_page(const engine::rule_base& rules, const engine::facts& person, const engine::plan& plan, const grammar::profile& profile,
                   grammar::language in, const invocation& call) {
    const words speak(rules, person, in);
    return plan_writer(speak, plan, call).write(profile);
}

document plans_page(const engine::rule_base& rules, const engine::facts& person, const plans_in_order& all, const grammar::profile& profile,
                    grammar::language in, const invocation& call, const table_shape& shape) {
    const words speak(rules, person, in);
    const std::optional<std::int64_t> within = shape.within;
    const std::vector<engine::plan>& plans = all.plans;
    const engine::plan* const beyond = all.beyond ? &*all.beyond : nullptr;
    document page;
    page.put(title(title_of_all(speak, grammar::printable(profile.name), within)));
    page.put(gap());
    if (plans.empty()) page.put(paragraph(speak.say_it(within ? say::plan_within_none : say::nothing_to_advise)));
    else table_writer(speak, plans).write(page, shape.room);
    put_blocked(page, speak, plans);
    if (beyond != nullptr) {
        page.put(gap());
        page.put(paragraph(speak.say_it(say::plan_beyond, {speak.conclusion_inside(beyond->role), speak.effort(beyond->best.effort)})));
    }
    for (const engine::conclusion_id role : all.undecided) page.put(paragraph(speak.say_it(say::plan_undecided, {speak.conclusion(role)})));
    const auto learnt = std::ranges::find_if(plans, [](const engine::plan& plan) { return plan.possible && !plan.best.steps.empty(); });
    const engine::plan* first = learnt != plans.end() ? &*learnt : beyond;
    if (first != nullptr) next_steps(page, {{plan_command(call, shell_word(rules.conclusions[first->role].term)), say::plan_next_plan}}, speak);
    return page;
}

}  // namespace advise::cli
