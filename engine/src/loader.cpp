// From rule files to a rule base: the way through the loader's stages.
#include "loader.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace advise::engine {
namespace loading {

draft::draft(rule_base& into, grammar::diagnostics& findings) : rules(into), out(findings), symbols(into.names.data->symbols) {
    nameless = symbols.intern("");
    yes = symbols.intern("yes");
    no = symbols.intern("no");
    scale level;
    level.term = "level";
    level.built_in = true;
    scale_draft names;
    for (const char* const term : {"none", "beginner", "intermediate", "advanced", "expert"}) {
        level.levels.push_back({term, {}, {}});
        names.levels.push_back(symbols.intern(term));
    }
    scale_of.emplace(symbols.intern("level"), 0U);
    rules.scales.push_back(std::move(level));
    scales.push_back(std::move(names));
}

symbol draft::symbol_of(ast::term t) {
    if (!t.quoted) return symbols.intern(text->text(t.where));
    const std::string_view inside = text->text({t.where.begin + 1, t.where.end - 1});
    return inside.find('\\') == std::string_view::npos ? symbols.intern(inside) : symbols.intern(spelling(t));
}

symbol draft::word(ast::term t) {
    const std::string_view written = text->text(t.where);
    recent_word& recent = recent_words[(written.size() * 3 + static_cast<unsigned char>(written.front())) % recent_words.size()];
    if (recent.written != written) recent = {written, symbol_of(t)};
    return recent.is;
}

symbol draft::name(ast::term t) {
    const symbol s = symbol_of(t);
    mention(s, t, statement, first_known::perhaps);
    return s;
}

void draft::mention(symbol s, ast::term t, std::uint32_t in_statement, first_known known) {
    if (s >= uses.size()) {
        uses.resize(std::max<std::size_t>(s + 1, uses.size() + uses.size() / 2));
        firsts.resize(uses.size());
    }
    first_known& stands = uses[s].stands;
    if (stands >= known) return;
    if (stands == first_known::no || reading_place{in_statement, t.where.begin} < first_place(s)) firsts[s] = {here(t.where), t.quoted, in_statement};
    stands = known;
}

conclusion_words& draft::words_of(conclusion_id id) {
    conclusion& of = rules.conclusions[id];
    if (of.words == nullptr) return rules.words_for(of);
    return *std::find_if(rules.concluded_words.rbegin(), rules.concluded_words.rend(),
                         [&](const conclusion_words& words) { return &words == of.words; });
}

void draft::reserve(std::size_t bytes) {
    constexpr std::size_t small = 64U << 10, most = 256U << 20;
    if (bytes < small) return;
    bytes = std::min(bytes, most);
    const auto make_room = [&](auto& array, std::size_t bytes_for_one) { array.reserve(array.size() + bytes / bytes_for_one); };
    make_room(rules.conclusions, 24);
    make_room(rules.conditions.own(), 8);
    make_room(rules.condition_children.own(), 8);
    make_room(rules.test_values.own(), 16);
    make_room(conclusions, 24);
    make_room(clauses, 24);
    make_room(uses, 24);
    make_room(firsts, 24);
    symbols.reserve(bytes / 100);
}

namespace {

/// Nearly all terms are words of ASCII with single blanks: shown as they are written.
bool is_plain(std::string_view written) {
    bool plain = true;
    for (std::size_t i = 0; i < written.size() && plain; ++i) {
        const char c = written[i];
        plain = (c > ' ' && c <= '~') || (c == ' ' && i > 0 && written[i - 1] != ' ');
    }
    return plain;
}

}  // namespace

std::string draft::spelling(ast::term t) const {
    const std::string_view written = text->text(t.where);
    return !t.quoted && is_plain(written) ? std::string(written) : grammar::spelling(*text, t);
}

std::string_view draft::kept_spelling(const grammar::source& in, ast::term t) const {
    const std::string_view written = in.text(t.where);
    return !t.quoted && is_plain(written) ? written : std::string_view(rules.terms.emplace_back(grammar::spelling(in, t)));
}

std::string draft::spelling_of(symbol s) const {
    const first_use& first = firsts[s];
    return grammar::spelling(*rules.files[first.at.file], {first.at.where, first.quoted});
}

std::string draft::spelling_at(const origin& at) const {
    const grammar::source& file_of = *rules.files[at.file];
    return grammar::spelling(file_of, {at.where, file_of.text(at.where).starts_with('"')});
}

std::string draft::nearest(std::string_view misspelt, const std::vector<std::string_view>& names) {
    if (suggestions_left == 0) return {};
    --suggestions_left;
    const std::vector<std::string> found = grammar::near(misspelt, names);
    return found.empty() ? std::string() : found.front();
}

std::string draft::labelled(symbol name, label_of kind, std::uint32_t of) {
    if (suggestions_left == 0) return {};
    for (const label_draft& label : labels)
        if (label.name == name && label.kind == kind && (of == nothing || label.of == of)) return labelled_term(rules, label);
    return {};
}

std::string labelled_term(const rule_base& rules, const label_draft& label) {
    switch (label.kind) {
    case label_of::conclusion: return std::string(rules.conclusions[label.of].term);
    case label_of::level: return rules.scales[label.of].levels[label.index].term;
    case label_of::option: return rules.facts[label.of].options[label.index].term;
    case label_of::fact: break;
    }
    return rules.facts[label.of].term;
}

namespace {

void take_syntax(draft& d, const ast::statement& st) {
    if (d.this_file().any_statement) d.error(message::syntax_not_first, d.here(st.keyword)).help.push_back({message::help_move_up, {}});
    else if (st.number.micro != grammar::limits::grid)
        d.error(message::unknown_version, d.here(st.number_where), {std::string(d.text->text(st.number_where))})
            .help.push_back({message::help_write, {"syntax 1"}});
}

void take_title(draft& d, const ast::statement& st) {
    file_state& file = d.this_file();
    if (file.title_given) {
        d.note(d.error(message::title_given_twice, d.here(st.keyword)), message::note_first_here, d.here(file.title_at))
            .help.push_back({message::help_take_away, {}});
        return;
    }
    file.title_given = true;
    file.title_at = st.keyword;
    file.title = st.quoted.content;
}

void take_language(draft& d, const ast::statement& st) {
    file_state& file = d.this_file();
    if (file.language_given) {
        d.note(d.error(message::language_given_twice, d.here(st.keyword)), message::note_first_here, d.here(file.language_at))
            .help.push_back({message::help_take_away, {}});
        return;
    }
    file.language_given = true;
    file.language_at = st.keyword;
    if (file.untagged_text.end != 0) {
        d.note(d.error(message::language_too_late, d.here(st.keyword)), message::note_first_here, d.here(file.untagged_text))
            .help.push_back({message::help_move_up, {}});
        return;
    }
    const std::string language = language_of(d, st.name, {});
    if (!language.empty()) file.language = language;
}

void begin_block(draft& d, block_kind kind) {
    d.block = kind;
    d.block_of = nothing;
    d.block_texts.clear();
}

void take_statement(draft& d, const ast::statement& st) {
    using enum ast::statement_kind;
    begin_block(d, block_kind::none);
    switch (st.kind) {
    case syntax: take_syntax(d, st); break;
    case ruleset: take_title(d, st); break;
    case language: take_language(d, st); break;
    case source: take_source(d, st); break;
    case scale: take_scale(d, st); break;
    case fact: take_fact(d, st); break;
    case concept_: take_conclusion(d, st, false); break;
    case role: take_conclusion(d, st, true); break;
    case arrow: take_arrow(d, st); break;
    case test: take_test(d, st); break;
    case claim: take_claim(d, st); break;
    default: break;
    }
    d.this_file().any_statement = true;
}

void take_clause_word(draft& d, const ast::statement& st) {
    using enum ast::statement_kind;
    switch (st.kind) {
    case url: take_url(d, st); break;
    case label: take_label(d, st); break;
    case aka: take_aka(d, st); break;
    case ask: take_ask(d, st); break;
    case effort: take_effort(d, st); break;
    case after: take_after(d, st); break;
    case requires_points: take_requires_points(d, st); break;
    case given: take_given(d, st); break;
    case expect: take_expect(d, st); break;
    default: take_clause(d, st); break;
    }
}

/// How many names in conditions are looked up together.
constexpr std::size_t most_pending = 64;

void settle_files(draft& d) {
    // The first file with a title gives it: a root before its imports.
    for (const file_state& file : d.files) {
        if (!d.rules.title.empty()) break;
        d.rules.title = file.title;
    }
    if (!d.files.empty()) d.rules.language = d.files.front().language;
}

}  // namespace

void take(draft& d, const ast::statement& st) {
    ++d.statement;
    if (st.kind < ast::statement_kind::url) take_statement(d, st);
    else take_clause_word(d, st);
    if (d.pending.size() >= most_pending) settle_pending(d);
}

}  // namespace loading

namespace {

/// One text and nothing else.
class text_provider final : public source_provider {
public:
    explicit text_provider(std::string bytes) : bytes_(std::move(bytes)) {}
    file open_root(const std::string& name) override { return {name, name, std::move(bytes_), message::none, {}}; }
    file open_import(const std::string& asked, const std::string&, const std::string&) override {
        return {asked, asked, {}, message::file_not_found, {asked}};
    }

private:
    using message = grammar::message;
    std::string bytes_;
};

}  // namespace

load_result load_rules(const std::vector<std::string>& roots, source_provider& provider) {
    load_result result;
    result.rules = std::make_unique<rule_base>();
    loading::draft d(*result.rules, result.diagnostics);
    loading::read_files(d, roots, provider);
    loading::settle_files(d);
    loading::settle_names(d);
    loading::settle_types(d);
    loading::settle_comparisons(d);
    loading::settle_efforts(d);
    loading::settle_citations(d);
    loading::settle_index(d);
    loading::settle_tests(d);
    loading::final_checks(d);
    return result;
}

load_result load_rules_text(std::string name, std::string bytes) {
    text_provider provider(std::move(bytes));
    return load_rules({std::move(name)}, provider);
}

const clause_words& rule_base::wording(const clause& c) const {
    static const clause_words nothing_else;
    return c.words < wordings.size() ? wordings[c.words] : nothing_else;
}

conclusion_words& rule_base::words_for(conclusion& of) {
    conclusion_words& made = of.words == nullptr ? concluded_words.emplace_back() : concluded_words.emplace_back(*of.words);
    of.words = &made;
    return made;
}

const texts& conclusion::labels() const {
    static const texts none;
    return words == nullptr ? none : words->labels;
}

const std::vector<std::string>& conclusion::aka() const {
    static const std::vector<std::string> none;
    return words == nullptr ? none : words->aka;
}

const std::vector<points_requirement>& conclusion::needs() const {
    static const std::vector<points_requirement> none;
    return words == nullptr ? none : words->needs;
}

void condition::count_members(std::uint32_t least, std::uint32_t most) {
    kind = condition_kind::count;
    bound = most == size ? count_bound::at_least : least == 0 ? count_bound::at_most : count_bound::exactly;
    subject = bound == count_bound::at_most ? most : least;
    if (bound == count_bound::exactly && least != most) throw std::logic_error("a count with two ends");
}

std::string_view text_in(const texts& all, std::string_view language, std::string_view fallback) {
    for (const std::string_view wanted : {language, fallback})
        for (const localised& text : all)
            if (text.language == wanted) return text.text;
    return {};
}

}  // namespace advise::engine
