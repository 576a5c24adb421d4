// What the fuzzers feed and what must hold whatever they feed: no crash, every message sound and at a place of its text, every answer
// in keeping with itself. Used by the libFuzzer targets and by the test that replays their findings.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/format.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

namespace advise::fuzz {

/// What a text must not make untrue.
inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "fuzz: not so: %s\n", what);
    std::abort();
}

/// Valid UTF-8 without control characters and bidirectional controls: safe on a terminal.
inline void demand_printable(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const grammar::decoded d = grammar::decode_one(text, at);
        demand(d.valid, "a message is UTF-8");
        demand(!grammar::is_control(d.point) && !grammar::is_bidi_control(d.point), "a message is printable");
        at += d.length;
    }
}

inline void demand_sound(const grammar::sentence& said) {
    demand_printable(grammar::text_of(said.id, grammar::language::en, said.arguments));
    demand_printable(grammar::text_of(said.id, grammar::language::fa, said.arguments));
}

inline void demand_sound(const grammar::place& at) {
    if (at.file == nullptr) return;
    demand(at.where.begin <= at.where.end && at.where.end <= at.file->text().size(), "a place lies in its text");
    const grammar::position begin = at.file->position_of(at.where.begin), end = at.file->position_of(at.where.end);
    demand(begin.line >= 1 && begin.column >= 1 && begin.line <= at.file->lines() + 1, "a position lies in its text");
    demand(begin.line < end.line || (begin.line == end.line && begin.column <= end.column), "a place does not end before it begins");
}

inline void demand_sound(const grammar::diagnostics& found) {
    for (const grammar::diagnostic& d : found.sorted()) {
        demand_sound(d.text);
        demand_sound(d.at);
        for (const grammar::diagnostic_note& note : d.notes) {
            demand_sound(note.text);
            demand_sound(note.at);
        }
        for (const grammar::sentence& help : d.help) demand_sound(help);
    }
}

/// Few gates: a fuzzer is to try many inputs, not hard ones.
inline engine::advise_options quick(bool proof) { return {proof, true, 20'000}; }

using verdicts = std::map<engine::conclusion_id, engine::role_advice>;

inline verdicts advise_soundly(const engine::program& code, const engine::facts& person) {
    const engine::advice told = engine::advise(code, person, quick(true)), bare = engine::advise(code, person, quick(false));
    demand(told.roles.size() == bare.roles.size(), "a proof changes no answer");
    verdicts all;
    for (std::size_t i = 0; i < told.roles.size(); ++i) {
        const engine::role_advice& r = told.roles[i];
        demand(r.points.low <= r.points.high, "an interval does not end before it begins");
        demand(r.role == bare.roles[i].role && r.verdict == bare.roles[i].verdict && r.points == bare.roles[i].points
                   && r.exact == bare.roles[i].exact,
               "a proof changes no answer");
        if (r.exact && r.verdict == engine::verdict::unknown) demand(r.yes && r.no, "an open verdict has two witnesses");
        demand(r.proof < told.nodes.size(), "a role has its node");
        all.emplace(r.role, r);
    }
    for (std::size_t i = 0; i < told.nodes.size(); ++i) {
        for (const std::uint32_t child : told.nodes[i].of) demand(child < i, "children come first");
        for (const std::uint32_t child : told.nodes[i].clause_nodes) demand(child < i, "children come first");
    }
    return all;
}

/// One more answer never overturns a decided verdict.
inline void demand_refined(const verdicts& open, const verdicts& more) {
    for (const auto& [role, before] : open) {
        const engine::role_advice& after = more.at(role);
        if (!before.exact || !after.exact) continue;
        demand(before.verdict == engine::verdict::unknown || before.verdict == after.verdict, "what was decided stays decided");
        demand(before.points.low <= after.points.low && after.points.high <= before.points.high, "an interval only narrows");
    }
}

/// What is formatted is formatted; that it says the same is checked by the formatter itself, which throws.
template <class Format>
void demand_formatted(const grammar::source_ptr& file, Format format) {
    grammar::diagnostics found;
    const auto made = format(file, found);
    if (!made) return demand(found.has_errors(), "what has no errors is formatted");
    bool usable = true;
    const auto again = format(grammar::read_source("again", *made, 0, found, usable), found);
    demand(again == made, "formatting twice is formatting once");
}

/// Bytes as a rule file; where it has no errors, advice for somebody of whom nothing is known, and for one with nothing but "no".
inline void feed_rules(std::string_view bytes) {
    const engine::load_result loaded = engine::load_rules_text("fuzz.rules", std::string(bytes));
    demand_sound(loaded.diagnostics);
    if (loaded.diagnostics.has_errors()) return;
    const engine::rule_base& rules = *loaded.rules;
    demand_formatted(rules.files.front(), [](const grammar::source_ptr& file, grammar::diagnostics& found) { return grammar::format_rules(*file, found); });
    for (const engine::fact& fact : rules.facts) {
        const std::string key = grammar::term_key(fact.term);
        demand(!key.empty() && grammar::term_key(key) == key, "the key of a key is itself");
    }
    for (const engine::test_block& test : rules.tests) {
        grammar::diagnostics found;
        (void)engine::bind_given(test, rules, found);
        demand_sound(found);
    }
    if (rules.conditions.size() > 20'000) return;
    const engine::program code(rules);
    engine::facts nothing_known, all_no;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        nothing_known.known.push_back(engine::whole_domain(rules, f));
        all_no.known.push_back(engine::at_its_no(rules, f));
    }
    all_no.closed = true;
    demand_refined(advise_soundly(code, nothing_known), advise_soundly(code, all_no));
}

/// Facts of every type, with other names and labels, and roles that look at all of them.
inline constexpr std::string_view profile_rules = R"(
scale grade: low < middle < high
    label fa high "بالا"
fact python: level
    label fa "پایتون"
    aka "py thon 3"
fact parallelism: level
    label "Parallel programming"
    label fa "موازی‌سازی"
fact a: yes/no
fact years: number 0..60 years
fact cold: number -40..60
fact big: number -999999999999.999999..999999999999.999999
fact country: one of (no, iran, germany)
    label fa iran "ایران"
fact language: one of (c, c++, "c#")
fact skills: any of (a, b, python)
fact marks: grade
role infra "Infrastructure"
    when python and parallelism >= intermediate
    when country = iran or language in (c, "c#")
    requires not (years > 50 and a)
    +2 skills includes python
    -1 cold < 0
    +3 years in 2..5
role other
    when at least 2 of (a, marks, parallelism)
    unless big = 0.000001
infra and not a -> third
)";

/// The rule base of `feed_profile`, read once.
inline const engine::rule_base& rules_for_profiles() {
    static const engine::load_result loaded = engine::load_rules_text("fixed.rules", std::string(profile_rules));
    demand(!loaded.diagnostics.has_errors(), "the rules of the fuzzer are right");
    return *loaded.rules;
}

/// Bytes as a profile, text or JSON, under the fixed rules; as it is, closed, and strictly.
inline void feed_profile(std::string_view bytes) {
    const engine::rule_base& rules = rules_for_profiles();
    static const engine::program code(rules);
    grammar::diagnostics found;
    bool usable = true;
    const grammar::source_ptr file = grammar::read_source("fuzz.txt", std::string(bytes), 1, found, usable);
    if (!usable) return demand_sound(found);
    const grammar::profile profile = grammar::parse_profile(file, found);
    const engine::facts open = engine::bind(profile, rules, {}, found);
    demand_sound(found);
    grammar::diagnostics strictly, again;
    (void)engine::bind(profile, rules, {true, false}, strictly);
    demand_sound(strictly);
    const engine::facts closed = engine::bind(profile, rules, {false, true}, again);
    if (found.has_errors()) return;
    demand(!again.has_errors(), "closing a profile makes no errors");
    demand_formatted(file, [](const grammar::source_ptr& text, grammar::diagnostics& said) { return grammar::format_profile(text, said); });
    demand_refined(advise_soundly(code, open), advise_soundly(code, closed));
}

}  // namespace advise::fuzz
