// Mutants: what no test notices, and the tests that would.
#include "json_values.hpp"
#include "proposed_tests.hpp"
#include "rule_text.hpp"
#include "test_page.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {
namespace {

using engine::mutant;
using engine::mutant_fate;
using engine::mutation_kind;

constexpr std::size_t longest_text = 160;  // bytes, of one side of a change

std::string shown(const std::string& text) { return grammar::printable(grammar::shortened(text, longest_text)); }

bool negates(const engine::mutation& m) { return m.kind == mutation_kind::negated; }

std::string_view name_of(mutation_kind kind) {
    switch (kind) {
    case mutation_kind::clause_left_out: return "clause_left_out";
    case mutation_kind::need_left_out: return "need_left_out";
    case mutation_kind::part_left_out: return "part_left_out";
    case mutation_kind::negated: return "negated";
    case mutation_kind::and_to_or: return "and_to_or";
    case mutation_kind::or_to_and: return "or_to_and";
    case mutation_kind::count_changed: return "count_changed";
    case mutation_kind::test_changed: return "test_changed";
    case mutation_kind::points_changed: return "points_changed";
    case mutation_kind::need_changed: break;
    }
    return "need_changed";
}

say introduction(const survivor_group& group) {
    const bool one = group.survivors.size() == 1;
    if (!group.survivors.front()->witness->smallest) return one ? say::mutant_profile_some : say::mutant_profile_some_all;
    return one ? say::mutant_profile : say::mutant_profile_all;
}

/// Survivors that one test notices stand together, before it.
void survivors(document& page, const test_report& report, const words& speak) {
    for (const survivor_group& group : grouped(proposed_tests(speak.rules(), *report.mutants, speak.language()))) {
        for (const mutant* m : group.survivors) {
            const std::string said = speak.say_it(say::mutant_survives, {mutation_said(speak.rules(), m->what, speak.language())});
            block made = item(sign::no, phrase(said, tone::strong), phrase(speak.place(m->what.at), tone::faint));
            if (m == group.survivors.back() && !report.written) {
                made.put(paragraph(speak.say_it(introduction(group))));
                for (const std::string& line : group.test) made.put(paragraph(phrase(line, tone::code)));
            }
            page.put(std::move(made));
        }
    }
}

std::string written_text(const tests_written& written, const words& speak) {
    if (written.count == 0) return speak.say_it(say::tests_written_none);
    const std::string n = speak.number(static_cast<std::int64_t>(written.count));
    const std::string many = written.count == 1 ? speak.say_it(say::one_test) : speak.say_it(say::many_tests, {n});
    return speak.say_it(written.added ? say::tests_added : say::tests_written, {many, grammar::printable(written.path), shell_word(written.path)});
}

void write_outcome(json_writer& out, std::string_view name, const engine::certain_outcome& o) {
    out.key(name).begin_object().member("verdict", o.holds ? "yes" : "no").member_number("points", o.points).end_object();
}

void write_survivor(json_writer& out, const engine::rule_base& rules, const proposed_test& proposed) {
    const mutant& m = *proposed.survivor;
    const grammar::place place = rules.place_of(m.what.at);
    const grammar::position start = place.file->position_of(place.where.begin);
    const mutation_text text = text_of(rules, m.what);
    out.begin_object().member("kind", name_of(m.what.kind)).member("conclusion", rules.conclusions[m.what.about].term);
    out.member("file", place.file->name()).member_number("line", start.line).member_number("column", start.column);
    out.member("before", text.before).key("after");
    if (text.after.empty() && !negates(m.what)) out.null();
    else out.string(negates(m.what) ? fmt::format("not ({})", text.before) : text.after);
    out.key("profile").begin_object();
    for (const auto& [f, value] : m.witness->profile) {
        out.key(rules.facts[f].term);
        write_value(out, rules, f, value);
    }
    out.end_object().member_boolean("smallest", m.witness->smallest);
    write_outcome(out, "right", m.witness->right);
    write_outcome(out, "wrong", m.witness->wrong);
    std::string test;
    for (const std::string& line : proposed.lines) test += line + "\n";
    out.member("test", test).end_object();
}

}  // namespace

std::string mutation_said(const engine::rule_base& rules, const engine::mutation& m, grammar::language in) {
    const mutation_text text = text_of(rules, m);
    if (negates(m)) return tell(say::mutant_negated, in, {shown(text.before)});
    if (text.after.empty()) return tell(say::mutant_left_out, in, {shown(text.before)});
    return tell(say::mutant_becomes, in, {shown(text.before), shown(text.after)});
}

void mutants_part(document& page, const test_report& report, const words& speak) {
    if (!report.mutants && !report.mutants_wait) return;
    page.put(heading(speak.say_it(say::heading_mutants)));
    if (report.mutants_wait) {
        page.put(paragraph(speak.say_it(say::mutants_need_passing)));
        return;
    }
    const std::vector<mutant>& all = *report.mutants;
    survivors(page, report, speak);
    const auto number = [&](std::size_t n) { return speak.number(static_cast<std::int64_t>(n)); };
    const std::size_t noticed = count(all, mutant_fate::noticed), survived = count(all, mutant_fate::survived);
    if (survived > 0) page.put(gap());
    if (survived > 0 && !report.written) page.put(paragraph(speak.say_it(say::mutants_write_next)));
    else if (survived == 0 && !report.coverage) page.put(paragraph(speak.say_it(say::mutants_see_coverage)));
    if (noticed + survived == 0) page.put(paragraph(speak.say_it(say::mutants_counts_bare)));
    else
        page.put(paragraph(
            phrase(speak.say_it(say::mutants_counts, {number(noticed), number(noticed + survived), number(percent_noticed(all))}), tone::strong)));
    const auto aside = [&](say what, mutant_fate fate) {
        if (count(all, fate) > 0) page.put(paragraph(speak.say_it(what, {number(count(all, fate))})));
    };
    aside(say::mutants_equivalent, mutant_fate::equivalent);
    aside(say::mutants_undecided, mutant_fate::undecided);
    aside(say::mutants_untried, mutant_fate::untried);
    if (report.written) page.put(paragraph(written_text(*report.written, speak)));
}

void write_mutants(json_writer& out, const engine::rule_base& rules, const std::vector<mutant>& found, grammar::language in) {
    const auto number = [&](mutant_fate fate) { return static_cast<std::int64_t>(count(found, fate)); };
    out.key("mutants").begin_object().member_number("percent", percent_noticed(found));
    out.member_number("noticed", number(mutant_fate::noticed)).member_number("survived", number(mutant_fate::survived));
    out.member_number("equivalent", number(mutant_fate::equivalent)).member_number("undecided", number(mutant_fate::undecided));
    out.member_number("untried", number(mutant_fate::untried)).key("survivors").begin_array();
    for (const proposed_test& each : proposed_tests(rules, found, in)) write_survivor(out, rules, each);
    out.end_array().end_object();
}

}  // namespace advise::cli
