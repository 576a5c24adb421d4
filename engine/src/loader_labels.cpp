// What hangs on a declaration: labels, other names, questions, addresses, efforts.
#include "loader.hpp"

#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <utility>

namespace advise::engine::loading {
namespace {

using grammar::sentence;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Two or three letters, then perhaps subtags (BCP 47): fa, en-GB.
bool is_language_tag(std::string_view tag) {
    const std::size_t primary = std::min(tag.find('-'), tag.size());
    if (primary < 2 || primary > 3 || !std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary), is_letter)) return false;
    std::size_t subtag = 0;
    for (const char c : tag.substr(primary)) {
        if (c == '-') {
            subtag = 0;
            continue;
        }
        if ((!is_letter(c) && (c < '0' || c > '9')) || ++subtag > 8) return false;
    }
    return primary == tag.size() || subtag > 0;
}

std::string lower_case(std::string tag) {
    for (char& c : tag)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return tag;
}

/// Whether the block has no text of this kind, place and language yet; a second one is reported.
bool first_of_its_language(draft& d, ast::statement_kind kind, std::uint32_t index, const std::string& language, span where) {
    for (const block_text& text : d.block_texts) {
        if (text.kind != kind || text.index != index || text.language != language) continue;
        grammar::diagnostic& found = d.error(message::text_given_twice, d.here(where));
        d.note(found, message::note_first_here, d.here(text.where));
        found.help.push_back({message::help_keep_one, {}});
        return false;
    }
    d.block_texts.push_back({kind, index, language, where});
    return true;
}

void add_label(draft& d, texts& to, const ast::statement& st, std::string language, const label_draft& label) {
    if (!first_of_its_language(d, ast::statement_kind::label, label.index, language, st.quoted.where)) return;
    to.push_back({std::move(language), st.quoted.content});
    const symbol name = d.symbols.intern(st.quoted.content);
    if (name == d.nameless) return;
    d.labels.push_back(label);
    d.labels.back().name = name;
    d.labels.back().at = d.here(st.quoted.where);
}

/// The words between `label` and its text from one on, as one term.
struct words {
    symbol name = no_symbol;
    std::string spelling;
    span where;
};

words words_from(draft& d, const std::vector<ast::term>& terms, std::size_t first) {
    words all;
    for (std::size_t i = first; i < terms.size(); ++i) {
        if (i > first) all.spelling += ' ';
        all.spelling += d.spelling(terms[i]);
    }
    all.name = d.symbols.intern(all.spelling);
    all.where = {terms[first].where.begin, terms.back().where.end};
    return all;
}

/// What a block's labels may name: the levels of a scale or the options of a fact.
struct block_options {
    const symbol* begin = nullptr;
    const symbol* end = nullptr;
    const std::vector<option>* shown = nullptr;
    message kind{};
    std::string of;

    [[nodiscard]] std::uint32_t find(symbol name) const {
        const symbol* found = std::find(begin, end, name);
        return found == end ? nothing : static_cast<std::uint32_t>(found - begin);
    }
};

void suggest_option(draft& d, grammar::diagnostic& found, const block_options& options, const std::string& misspelt) {
    std::vector<std::string_view> names;
    for (const option& o : *options.shown) names.push_back(o.term);
    const std::string near = d.nearest(misspelt, names);
    if (!near.empty()) found.help.push_back({message::help_did_you_mean, {near}});
}

/// The tag of a language that is called by its name; "" for anything else.
std::string tag_of_language(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> languages[] = {
        {"persian", "fa"}, {"farsi", "fa"}, {"فارسی", "fa"},   {"english", "en"}, {"انگلیسی", "en"}, {"german", "de"},  {"french", "fr"},
        {"arabic", "ar"},  {"عربی", "ar"},  {"kurdish", "ku"}, {"turkish", "tr"}, {"spanish", "es"}, {"italian", "it"}, {"dari", "fa"},
    };
    for (const auto& [theirs, tag] : languages)
        if (grammar::term_key(name) == grammar::term_key(theirs)) return std::string(tag);
    return {};
}

void help_with_language(grammar::diagnostic& found, std::string_view said, std::string_view before) {
    const std::string tag = tag_of_language(said);
    if (tag.empty()) found.help.push_back({message::help_language_tag, {}});
    else found.help.push_back({message::help_write, {std::string(before) + tag}});
}

/// Levels and options as they are called where labels can name them.
std::vector<std::string_view> terms_of(const std::vector<option>& options) {
    std::vector<std::string_view> names;
    for (const option& o : options) names.push_back(o.term);
    return names;
}

/// The clause that was meant by `label full sun fa "…"`, `label farsi "…"`, `label full sun "…" fa "…"`; "" where nobody can know.
std::string meant_label(draft& d, const ast::statement& st, const std::vector<option>* options) {
    const std::string text(d.text->text(st.quoted.where));
    std::vector<std::string> words;
    for (const ast::term& t : st.terms) words.emplace_back(d.text->text(t.where));
    if (words.size() == 1 && words.front().front() != '"') {  // a term of several words
        const std::string all = std::move(words.front());
        words.clear();
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find(' ', at), all.size());
            if (end > at) words.push_back(all.substr(at, end - at));
            at = end + 1;
        }
    }
    if (words.empty()) return {};
    const auto tag_in = [](const std::string& word) { return is_language_tag(word) ? lower_case(word) : tag_of_language(word); };
    const bool last = words.size() > 1 && !tag_in(words.back()).empty() && grammar::term_key(words.back()).size() == 2;
    const bool first = !last && !tag_in(words.front()).empty();  // `sky blue fa`: the last word it is, the first may only look like a language
    if (!first && !last) return {};
    const std::string tag = tag_in(first ? words.front() : words.back());
    std::string rest;
    for (std::size_t i = first ? 1 : 0; i < words.size() - (first ? 0 : 1); ++i) {
        if (words[i].front() == '"') return "label " + tag + (rest.empty() ? "" : " " + rest) + " " + text;  // the text before is a label of its own
        rest += (rest.empty() ? "" : " ") + words[i];
    }
    if (rest.empty()) return "label " + tag + " " + text;
    if (options == nullptr) return {};
    for (const option& o : *options)
        if (grammar::term_key(o.term) == grammar::term_key(rest)) return "label " + tag + " " + grammar::quoted_if_needed(o.term) + " " + text;
    for (const option& o : *options)  // a part of its words
        if (grammar::term_key(o.term).starts_with(grammar::term_key(rest)))
            return "label " + tag + " " + grammar::quoted_if_needed(o.term) + " " + text;
    const std::string near = d.nearest(rest, terms_of(*options));
    return near.empty() ? std::string() : "label " + tag + " " + grammar::quoted_if_needed(near) + " " + text;
}

struct label_place {
    bool good = false;
    std::uint32_t option = nothing;
    std::string language;
};

/// `label [LANGUAGE] [LEVEL or OPTION] "text"`: what names a level or option of the block is that, else it is the language.
label_place place_of_label(draft& d, const ast::statement& st, const block_options& options) {
    label_place result;
    if (st.terms.empty()) {
        result.language = language_of(d, {}, st.quoted.where);
        result.good = true;
        return result;
    }
    const words all = words_from(d, st.terms, 0);
    result.option = options.find(all.name);
    if (result.option != nothing) {
        result.language = language_of(d, {}, st.quoted.where);
        result.good = true;
        return result;
    }
    const std::string tag = d.spelling(st.terms.front());
    if (!is_language_tag(tag)) {
        grammar::diagnostic& found = d.error(message::not_option_nor_language, d.here(all.where), {all.spelling, options.kind, options.of});
        if (const std::string meant = meant_label(d, st, options.shown); !meant.empty()) found.help.push_back({message::help_write_line, {meant}});
        else suggest_option(d, found, options, all.spelling);
        if (found.help.empty()) found.help.push_back({message::help_language_tag, {}});
        return result;
    }
    result.language = lower_case(tag);
    result.good = true;
    if (st.terms.size() == 1) return result;
    const words rest = words_from(d, st.terms, 1);
    result.option = options.find(rest.name);
    if (result.option != nothing) return result;
    result.good = false;
    grammar::diagnostic& found = d.error(message::not_an_option_of, d.here(rest.where), {rest.spelling, options.kind, options.of});
    if (const std::string meant = meant_label(d, st, options.shown); !meant.empty()) {
        found.help.push_back({message::help_write_line, {meant}});
    } else {
        std::string shown;
        for (const option& o : *options.shown) shown += (shown.empty() ? "" : ", ") + o.term;
        found.help.push_back({options.kind == message::a_level_of ? message::help_levels : message::help_options, {shown}});
    }
    return result;
}

void label_scale(draft& d, const ast::statement& st) {
    scale& s = d.rules.scales[d.block_of];
    const scale_draft& names = d.scales[d.block_of];
    if (names.broken) return;
    const block_options options{names.levels.data(), names.levels.data() + names.levels.size(), &s.levels, message::a_level_of, s.term};
    const label_place place = place_of_label(d, st, options);
    if (!place.good) return;
    if (place.option == nothing) {
        grammar::diagnostic& found = d.error(message::label_of_scale, d.here(st.where));
        if (s.levels.empty()) return;
        const std::string tag = st.terms.empty() ? std::string() : std::string(d.text->text(st.terms.front().where)) + " ";
        found.help.push_back(
            {message::help_label_level,
             {"label " + tag + grammar::quoted_if_needed(s.levels.front().term) + " " + std::string(d.text->text(st.quoted.where))}});
        return;
    }
    add_label(d, s.levels[place.option].labels, st, place.language, {label_of::level, d.block_of, place.option, no_symbol, {}});
}

void label_choice(draft& d, const ast::statement& st, fact& f) {
    const symbol* const names = d.option_names.data() + d.facts[d.block_of].first_option;
    const block_options options{names, names + f.options.size(), &f.options, message::an_option_of, f.term};
    const label_place place = place_of_label(d, st, options);
    if (!place.good) return;
    if (place.option == nothing) add_label(d, f.labels, st, place.language, {label_of::fact, d.block_of, nothing, no_symbol, {}});
    else add_label(d, f.options[place.option].labels, st, place.language, {label_of::option, d.block_of, place.option, no_symbol, {}});
}

/// `label fa "…"`
bool names_no_level(std::string_view label) { return label.find(' ', std::string_view("label ").size()) + 1 == label.find('"'); }

/// `label "Hands" "دست"`: two texts, the second in Persian; or in the language that is written before it.
bool report_second_text(draft& d, const ast::statement& st, span first) {
    const std::string_view one = d.text->text(first), two = d.text->text(st.quoted.where);
    if (!st.terms.back().quoted || st.terms.size() != 1 || grammar::mostly_arabic(one) || !grammar::mostly_arabic(two)) return false;
    d.error(message::not_a_language, d.here(first), {d.spelling(st.terms.front())})
        .help.push_back({message::help_two_lines, {"label " + std::string(one), "label fa " + std::string(two)}});
    return true;
}

/// A label that may have a language and nothing else; "" after an error.
std::string only_language(draft& d, const ast::statement& st, const fact* level) {
    if (st.terms.empty()) return language_of(d, {}, st.quoted.where);
    const bool tagged = is_language_tag(d.spelling(st.terms.front()));
    if (tagged && st.terms.size() == 1) return language_of(d, st.terms.front(), st.quoted.where);
    const words rest = words_from(d, st.terms, tagged ? 1 : 0);
    if (report_second_text(d, st, rest.where)) return {};
    const std::string meant = meant_label(d, st, level && level->scale != nothing ? &d.rules.scales[level->scale].levels : nullptr);
    if (level != nullptr && !meant.empty() && names_no_level(meant)) {
        d.error(message::not_a_language, d.here(rest.where), {rest.spelling}).help.push_back({message::help_write_line, {meant}});
    } else if (level != nullptr) {
        grammar::diagnostic& found = d.error(message::level_label_elsewhere, d.here(rest.where), {level->term});
        const std::string line = meant.empty() ? std::string(d.text->text(st.where)) : meant;
        found.help.push_back({message::help_label_in_scale, {d.spelling_at(d.facts[d.block_of].scale_at), line}});
    } else {
        grammar::diagnostic& found = d.error(message::not_a_language, d.here(rest.where), {rest.spelling});
        found.help.push_back(meant.empty() ? sentence{message::help_language_tag, {}} : sentence{message::help_write_line, {meant}});
    }
    return {};
}

void label_fact(draft& d, const ast::statement& st) {
    fact& f = d.rules.facts[d.block_of];
    if (d.facts[d.block_of].broken) return;
    if (f.type == fact_type::one_of || f.type == fact_type::any_of) return label_choice(d, st, f);
    std::string language = only_language(d, st, f.type == fact_type::level ? &f : nullptr);
    if (!language.empty()) add_label(d, f.labels, st, std::move(language), {label_of::fact, d.block_of, nothing, no_symbol, {}});
}

}  // namespace

std::string language_of(draft& d, ast::term tag, span text) {
    if (tag.empty()) {
        if (d.this_file().untagged_text.end == 0) d.this_file().untagged_text = text;
        return d.this_file().language;
    }
    std::string written = d.spelling(tag);
    if (is_language_tag(written)) return lower_case(std::move(written));
    help_with_language(d.error(message::not_a_language, d.here(tag.where), {written}), written, "");
    return {};
}

void take_label(draft& d, const ast::statement& st) {
    if (d.block_of == nothing) return;
    if (d.block == block_kind::scale) return label_scale(d, st);
    if (d.block == block_kind::fact) return label_fact(d, st);
    if (d.block != block_kind::conclusion) return;
    std::string language = only_language(d, st, nullptr);
    if (language.empty()) return;
    add_label(d, d.words_of(d.block_of).labels, st, std::move(language), {label_of::conclusion, d.block_of, nothing, no_symbol, {}});
}

void take_aka(draft& d, const ast::statement& st) {
    const bool of_fact = d.block == block_kind::fact;
    for (const ast::term& t : st.terms) {
        const symbol name = d.name(t);
        if (d.block_of == nothing) continue;
        auto& list = of_fact ? d.rules.facts[d.block_of].aka : d.words_of(d.block_of).aka;
        list.push_back(d.spelling(t));
        d.other_names.push_back({name, of_fact ? d.facts[d.block_of].name : d.conclusions[d.block_of].name, d.here(t.where)});
    }
}

void take_ask(draft& d, const ast::statement& st) {
    if (d.block_of == nothing) return;
    std::string language = language_of(d, st.language, st.quoted.where);
    if (language.empty() || !first_of_its_language(d, st.kind, nothing, language, st.quoted.where)) return;
    d.rules.facts[d.block_of].questions.push_back({std::move(language), st.quoted.content});
}

namespace {

/// Whether the block has no such clause yet; a second one is reported.
bool first_of_its_kind(draft& d, const ast::statement& st) {
    for (const block_text& text : d.block_texts) {
        if (text.kind != st.kind) continue;
        grammar::diagnostic& found = d.error(message::given_twice, d.here(st.keyword), {std::string(d.text->text(st.keyword))});
        d.note(found, message::note_first_here, d.here(text.where));
        found.help.push_back({message::help_keep_one, {}});
        return false;
    }
    d.block_texts.push_back({st.kind, nothing, {}, st.keyword});
    return true;
}

}  // namespace

void take_url(draft& d, const ast::statement& st) {
    if (d.block_of != nothing && first_of_its_kind(d, st)) d.rules.cited[d.block_of].url = st.quoted.content;
}

void take_effort(draft& d, const ast::statement& st) {
    if (d.block_of == nothing || d.facts[d.block_of].broken || !first_of_its_kind(d, st)) return;
    fact& f = d.rules.facts[d.block_of];
    if (f.type == fact_type::one_of || f.type == fact_type::any_of) {
        d.error(message::effort_of_choice, d.here(st.keyword), {f.term}).help.push_back({message::help_effort_kinds, {}});
        return;
    }
    if (st.number.micro < 0) {
        const std::string_view said = d.text->text(st.number_where);
        d.error(message::effort_negative, d.here(st.number_where)).help.push_back({message::help_write_number, {std::string(said.substr(1))}});
    }
    f.effort = effort{st.number.micro};
    d.efforts.push_back({st.unit.empty() ? std::string() : d.spelling(st.unit), st.number.micro, d.here(st.number_where),
                         d.here(st.unit.empty() ? st.number_where : st.unit.where)});
}

}  // namespace advise::engine::loading
