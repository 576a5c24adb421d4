// `test` blocks and claims: their names must be those of the rule base.
#include "loader.hpp"

#include <advise/grammar/term_key.hpp>

namespace advise::engine::loading {

void take_test(draft& d, const ast::statement& st) {
    d.block = block_kind::test;
    d.block_of = static_cast<std::uint32_t>(d.rules.tests.size());
    test_block& test = d.rules.tests.emplace_back();
    test.title = st.quoted.content;
    test.at = d.here(st.where);
}

void take_given(draft& d, const ast::statement& st) {
    if (d.block == block_kind::test) d.rules.tests.back().given.push_back(d.here(st.line));
}

void take_expect(draft& d, const ast::statement& st) {
    const symbol name = d.name(st.conclusion);
    if (d.block != block_kind::test) return;
    if (st.expect == ast::expect_kind::points && st.lower_points > st.upper_points) d.error(message::range_upside_down, d.here(st.points_where));
    expectation made;
    made.kind = st.expect;
    made.verdict = st.verdict;
    made.low = st.lower_points;
    made.high = st.upper_points;
    made.at = d.here(st.where);
    d.rules.tests.back().expected.push_back(made);
    d.expected.push_back({name, d.here(st.conclusion.where)});
}

void take_claim(draft& d, const ast::statement& st) {
    claim made;
    made.kind = st.claim;
    made.at = d.here(st.where);
    claim_draft names;
    if (st.claim == ast::claim_kind::always || st.claim == ast::claim_kind::never) {
        made.body = take_condition(d, st.condition, false);
    } else {
        names.about = d.name(st.conclusion);
        names.about_where = st.conclusion.where;
        names.fact = d.name(st.about);
        names.fact_where = st.about.where;
    }
    d.rules.claims.push_back(made);
    d.claims.push_back(names);
}

namespace {

class test_settler {
public:
    explicit test_settler(draft& d) : d_(d) {}

    void settle() {
        std::size_t next = 0;
        for (test_block& test : d_.rules.tests)
            for (expectation& e : test.expected) settle(e, d_.expected[next++]);
        for (std::size_t i = 0; i < d_.claims.size(); ++i)
            if (d_.claims[i].about != no_symbol) settle(d_.rules.claims[i], d_.claims[i]);
    }

private:
    void settle(expectation& e, const named_place& named) {
        // Labels are names here too.
        e.role = d_.rules.names.data->conclusion(named.name);
        if (e.role == nothing) return missing(message::no_such_conclusion, named);
        const conclusion& c = d_.rules.conclusions[e.role];
        if (e.kind == ast::expect_kind::first && !c.is_role) report_concept(named, c);
    }

    void report_concept(const named_place& named, const conclusion& c) {
        grammar::diagnostic& found = d_.error(message::not_a_role, named.at, {std::string(c.term)});
        d_.note(found, message::note_declared_here, c.at, {std::string(c.term)});
        found.help.push_back({message::help_write, {"expect " + grammar::quoted_if_needed(std::string(c.term)) + ": yes"}});
    }

    void settle(claim& c, const claim_draft& names) {
        const name_use& about = d_.use(d_.resolved(names.about));
        if (about.kind == name_kind::conclusion) c.about = about.of;
        else missing(message::no_such_conclusion, {names.about, {c.at.file, names.about_where}});
        const name_use& of = d_.use(d_.resolved(names.fact));
        if (of.kind != name_kind::fact) return missing(message::no_such_fact, {names.fact, {c.at.file, names.fact_where}});
        c.fact = of.of;
        const fact& f = d_.rules.facts[c.fact];
        if (c.kind == ast::claim_kind::more_never_hurts && (f.type == fact_type::one_of || f.type == fact_type::any_of))
            d_.error(message::cannot_be_raised, {c.at.file, names.fact_where}, {f.term})
                .help.push_back({message::help_more_kinds, {grammar::quoted_if_needed(d_.spelling_at({c.at.file, names.about_where}))}});
    }

    void missing(message id, const named_place& named) {
        if (d_.incomplete()) return;
        const std::string spelling = d_.spelling_at(named.at);
        grammar::diagnostic& found = d_.error(id, named.at, {spelling});
        std::vector<std::string_view> names;
        if (id == message::no_such_fact)
            for (const fact& f : d_.rules.facts) names.push_back(f.term);
        else
            for (const conclusion& c : d_.rules.conclusions) names.push_back(c.term);
        const std::string near = d_.nearest(spelling, names);
        if (!near.empty()) return found.help.push_back({message::help_did_you_mean, {near}});
        if (id == message::no_such_fact)
            return found.help.push_back({message::help_declare_fact, {grammar::quoted_if_needed(spelling), message::type_level}});
        found.help.push_back({message::help_conclusions, {first_of(names)}});
    }

    static std::string first_of(const std::vector<std::string_view>& names) {
        constexpr std::size_t most = 8;
        std::string all;
        for (std::size_t i = 0; i < names.size() && i < most; ++i) all.append(all.empty() ? "" : ", ").append(names[i]);
        return names.size() > most ? all + ", …" : all;
    }

    draft& d_;
};

}  // namespace

void settle_tests(draft& d) { test_settler(d).settle(); }

namespace {

/// "guide p12", where guide is a source: the place in it is a text. "" where no words at its beginning are one
std::string citation_of_place(const draft& d, std::string_view said) {
    for (std::size_t blank = said.rfind(' '); blank != said.npos && blank != 0; blank = said.rfind(' ', blank - 1)) {
        const symbol name = d.symbols.find(said.substr(0, blank));
        if (name != no_symbol && d.source_of.contains(name))
            return "cites " + grammar::quoted_if_needed(std::string(said.substr(0, blank))) + " \"" + std::string(said.substr(blank + 1)) + "\"";
    }
    return {};
}

}  // namespace

void settle_citations(draft& d) {
    if (d.citations.empty()) return;
    std::vector<std::string_view> names;
    for (const cited_source& s : d.rules.cited) names.push_back(s.term);
    for (const named_place& c : d.citations) {
        if (d.source_of.contains(c.name) || d.missing_files) continue;
        const std::string spelling = d.spelling_at(c.at);
        grammar::diagnostic& found = d.error(message::no_such_source, c.at, {spelling});
        if (const std::string meant = citation_of_place(d, spelling); !meant.empty()) {
            found.help.push_back({message::help_write_line, {meant}});
            continue;
        }
        const std::string near = d.nearest(spelling, names);
        if (!near.empty()) found.help.push_back({message::help_did_you_mean, {near}});
        else found.help.push_back({message::help_declare_source, {spelling}});
    }
    const auto settle = [&](std::vector<citation>& citations) {
        for (citation& c : citations) {
            const auto found = d.source_of.find(c.source);
            c.source = found == d.source_of.end() ? nothing : found->second;
        }
    };
    for (clause_words& words : d.rules.wordings) settle(words.citations);
    for (conclusion_words& words : d.rules.concluded_words)
        for (points_requirement& need : words.needs) settle(need.citations);
}

}  // namespace advise::engine::loading
