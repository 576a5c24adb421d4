#include "summary.hpp"

#include "../catalogue.hpp"
#include "../render/json_writer.hpp"
#include "../render/words.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli::batch {
namespace {

constexpr std::size_t most_facts_shown = 5;

struct counted_fact {
    engine::fact_id fact = 0;
    std::uint64_t people = 0;
};

/// Facts that somebody was counted for, the most frequent first, else in order of declaration.
std::vector<counted_fact> ranked(const std::vector<std::uint64_t>& counts) {
    std::vector<counted_fact> all;
    for (engine::fact_id f = 0; f < counts.size(); ++f)
        if (counts[f] != 0) all.push_back({f, counts[f]});
    std::stable_sort(all.begin(), all.end(), [](const counted_fact& a, const counted_fact& b) { return a.people > b.people; });
    return all;
}

std::string name_in(const engine::texts& labels, std::string_view term, grammar::language in) {
    const std::string_view label = engine::text_in(labels, in == grammar::language::fa ? "fa" : "en");
    return grammar::printable(label.empty() ? term : label);
}

std::vector<engine::conclusion_id> roles_of(const engine::rule_base& rules) {
    std::vector<engine::conclusion_id> all;
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c)
        if (rules.conclusions[c].is_role) all.push_back(c);
    return all;
}

std::uint64_t at(const std::vector<std::uint64_t>& counts, std::size_t i) { return i < counts.size() ? counts[i] : 0; }

void put_roles(document& page, const engine::rule_base& rules, const tally& counted, grammar::language in) {
    page.put(heading(tell(say::batch_summary_fit, in)));
    std::vector<std::vector<phrase>> cells{{tell(say::batch_column_role, in), tell(say::batch_column_fit, in), tell(say::batch_column_may_fit, in)}};
    const std::vector<engine::conclusion_id> roles = roles_of(rules);
    for (std::size_t r = 0; r < roles.size(); ++r) {
        const engine::conclusion& role = rules.conclusions[roles[r]];
        cells.push_back({name_in(role.labels(), role.term, in), number_shown(at(counted.fit, r), in), number_shown(at(counted.may_fit, r), in)});
    }
    page.put(table(std::move(cells)));
}

void put_facts(document& page, const engine::rule_base& rules, const std::vector<std::uint64_t>& counts, say head, say note, say none,
               grammar::language in) {
    page.put(heading(tell(head, in)));
    const std::vector<counted_fact> all = ranked(counts);
    if (all.empty()) {
        page.put(paragraph(tell(none, in)));
        return;
    }
    for (std::size_t i = 0; i < std::min(all.size(), most_facts_shown); ++i) {
        const engine::fact& fact = rules.facts[all[i].fact];
        const say people = all[i].people == 1 ? say::batch_one_person : say::batch_many_people;
        page.put(row(name_in(fact.labels, fact.term, in), tell(people, in, {number_shown(all[i].people, in)})));
    }
    page.put(paragraph(phrase(tell(note, in), tone::faint)));
}

void write_facts(json_writer& out, std::string_view name, const engine::rule_base& rules, const std::vector<std::uint64_t>& counts) {
    out.key(name).begin_array();
    for (const counted_fact& each : ranked(counts))
        out.begin_object().member("fact", rules.facts[each.fact].term).member_number("people", static_cast<std::int64_t>(each.people)).end_object();
    out.end_array();
}

}  // namespace

std::string number_shown(std::uint64_t n, grammar::language in) {
    std::string plain = fmt::format("{}", n);
    for (std::size_t place = plain.size(); place > 3;) plain.insert(place -= 3, 1, ',');
    return digits(plain, in);
}

document summary_page(const engine::rule_base& rules, const tally& counted, grammar::language in) {
    document page;
    const std::string records = tell(counted.records == 1 ? say::batch_one_record : say::batch_many_records, in, {number_shown(counted.records, in)});
    page.put(title(tell(say::batch_summary_title, in, {records})));
    put_roles(page, rules, counted, in);
    put_facts(page, rules, counted.missing, say::batch_summary_missing, say::batch_missing_note, say::batch_nothing_missing, in);
    put_facts(page, rules, counted.steps, say::batch_summary_steps, say::batch_steps_note, say::batch_no_step, in);
    return page;
}

std::string summary_json(const engine::rule_base& rules, const tally& counted) {
    std::string text;
    json_writer out(text);
    const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
    out.begin_object().member("schema", "advise/batch-summary/1").member_number("records", number(counted.records));
    out.member_number("rejected", number(counted.rejected)).member_number("unknown_keys", number(counted.unknown_keys));
    out.key("roles").begin_array();
    const std::vector<engine::conclusion_id> roles = roles_of(rules);
    for (std::size_t r = 0; r < roles.size(); ++r) {
        out.begin_object().member("role", rules.conclusions[roles[r]].term);
        out.member_number("yes", number(at(counted.fit, r))).member_number("unknown", number(at(counted.may_fit, r))).end_object();
    }
    out.end_array();
    write_facts(out, "missing", rules, counted.missing);
    write_facts(out, "steps", rules, counted.steps);
    out.key("settled").begin_object().member_number("kleene", number(at(counted.settled, 0))).member_number("tried", number(at(counted.settled, 1)));
    out.member_number("branched", number(at(counted.settled, 2))).member_number("not_exact", number(at(counted.settled, 3))).end_object();
    out.end_object();
    return text;
}

}  // namespace advise::cli::batch
