#include "names.hpp"

#include <advise/grammar/parse.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <optional>

namespace advise::cli::lsp {

namespace ast = grammar::ast;
using kind = ast::statement_kind;

namespace {

const std::string thing_mark(owned_by_thing), scale_mark(owned_by_scale);

}  // namespace

/// Takes the statements of one file.
struct name_table::reader {
    name_table& into;
    const grammar::source& file;
    std::uint32_t number;
    bool open = false;                    ///< the last statement takes clauses
    std::string owner;                    ///< what the clauses belong to
    std::vector<std::string> value_keys;  ///< of the values of the last declaration

    [[nodiscard]] std::string spelled(const ast::term& t) const { return grammar::spelling(file, t); }

    void put(const ast::term& t, name_space space, standing as) {
        if (t.empty()) return;
        into.all_.push_back({number, t.where, grammar::term_key(spelled(t)), space, as, as == standing::used ? owner : std::string(), {}});
    }

    /// `of`: a thing or, with `of_scale`, a scale, by its key.
    void put_value(const ast::term& t, standing as, const std::string& of, bool of_scale = false) {
        if (t.empty()) return;
        into.all_.push_back(
            {number, t.where, grammar::term_key(spelled(t)), name_space::values, as, owner, (of_scale ? scale_mark : thing_mark) + of});
    }

    void put(const ast::condition& c) {
        for (std::size_t i = 0; i < c.nodes.size(); ++i) {
            const ast::node& n = c.nodes[i];
            if (n.kind == ast::node_kind::operand) put(n.term, name_space::things, standing::used);
            // The members of a list that is compared stand before it.
            const ast::node& compared = n.kind == ast::node_kind::operand || i == 0 ? n : c.nodes[i - 1];
            if (compared.kind != ast::node_kind::operand) continue;
            for (std::uint32_t v = 0; v < n.value_count; ++v) {
                const ast::value& value = c.values[n.first_value + v];
                if (value.kind == ast::value_kind::word) put_value(value.word, standing::used, grammar::term_key(spelled(compared.term)));
            }
        }
    }

    void begin(const ast::statement& s, bool with_clauses, std::string name) {
        declaration made;
        made.kind = s.kind;
        made.file = number;
        made.name = std::move(name);
        made.name_where = s.name.empty() ? s.keyword : s.name.where;
        made.header = made.block = s.where;
        into.statements_.push_back(std::move(made));
        open = with_clauses;
        owner = into.statements_.back().name;
    }

    void declare(const ast::statement& s, name_space space) {
        begin(s, true, spelled(s.name));
        value_keys.clear();
        put(s.name, space, standing::declared);
        into.declared_.try_emplace({space, grammar::term_key(spelled(s.name))}, into.statements_.size() - 1);
    }

    void values(const ast::statement& s, bool of_scale) {
        for (const ast::term& value : s.terms) {
            last().values.push_back(spelled(value));
            value_keys.push_back(grammar::term_key(spelled(value)));
            put_value(value, standing::declared, grammar::term_key(last().name), of_scale);
        }
    }

    declaration& last() { return into.statements_.back(); }

    void texts(const ast::statement& s) {
        for (const ast::because& reason : s.reasons) last().reasons.emplace_back(spelled(reason.language), reason.text.content);
        for (const ast::cites& citation : s.citations) put(citation.source, name_space::sources, standing::used);
    }

    /// The words of a label from one on, as one term; nullopt where they name no level or option of the block.
    [[nodiscard]] std::optional<ast::term> value_of_label(const ast::statement& s, std::size_t first) const {
        if (first >= s.terms.size()) return std::nullopt;
        std::string words;
        for (std::size_t i = first; i < s.terms.size(); ++i) words += (words.empty() ? "" : " ") + spelled(s.terms[i]);
        if (std::find(value_keys.begin(), value_keys.end(), grammar::term_key(words)) == value_keys.end()) return std::nullopt;
        return ast::term{{s.terms[first].where.begin, s.terms.back().where.end}, s.terms[first].quoted && first + 1 == s.terms.size()};
    }

    /// `label [LANGUAGE] [LEVEL or OPTION] "text"`: what names a level or option of the block is that, else it is the language.
    void label(const ast::statement& s) {
        const bool of_scale = last().kind == kind::scale;
        const std::string of = grammar::term_key(last().name);
        std::optional<ast::term> value = value_of_label(s, 0);
        if (!value) value = value_of_label(s, 1);
        if (s.terms.empty()) last().labels.emplace_back("", s.quoted.content);
        else if (s.terms.size() == 1 && !value) last().labels.emplace_back(spelled(s.terms[0]), s.quoted.content);
        if (value) put_value(*value, standing::used, of, of_scale);
        put_label(s.quoted, (of_scale ? scale_mark : thing_mark) + of + (value ? "\n" + grammar::term_key(spelled(*value)) : ""));
    }

    void put_label(const ast::text& text, std::string of) {
        if (text.where.begin != text.where.end)
            into.all_.push_back({number, text.where, grammar::term_key(text.content), name_space::labels, standing::declared, owner, std::move(of)});
    }

    void other_names(const ast::statement& s) {
        const std::string of = grammar::term_key(last().name);
        for (const ast::term& t : s.terms) {
            put(t, name_space::things, standing::other_name);
            last().other_names.push_back(spelled(t));
            into.other_names_.try_emplace(grammar::term_key(spelled(t)), of);
        }
    }

    void given(const ast::statement& s) {
        bool closed = false;
        grammar::diagnostics ignored;
        const auto line = grammar::parse_profile_line(file, s.line, closed, ignored);
        if (line && !line->key.empty()) into.put_key(number, *line, owner);
    }

    void clause(const ast::statement& s) {
        if (!open) return;
        last().block.end = std::max(last().block.end, s.where.end);
        if (s.kind == kind::label) label(s);
        else if (s.kind == kind::aka) other_names(s);
        else if (s.kind == kind::ask) last().questions.emplace_back(spelled(s.language), s.quoted.content);
        else if (s.kind == kind::url) last().url = s.quoted.content;
        else if (s.kind == kind::effort && !s.unit.empty()) last().effort_unit = spelled(s.unit);
        else if (s.kind == kind::given) given(s);
        else if (s.kind == kind::expect) put(s.conclusion, name_space::things, standing::used);
        put(s.condition);
        texts(s);
    }

    void fact(const ast::statement& s) {
        declare(s, name_space::things);
        values(s, false);
        last().type = s.type;
        if (s.type == ast::fact_type::scale && !s.broken) last().scale = s.scale_name.empty() ? "level" : grammar::term_key(spelled(s.scale_name));
        if (s.type == ast::fact_type::number && !s.unit.empty()) last().unit = spelled(s.unit);
        if (s.has_range) last().bounds = std::string(file.text(s.range_where));
        put(s.scale_name, name_space::scales, standing::used);
    }

    void arrow(const ast::statement& s) {
        begin(s, false, s.name.empty() ? spelled(s.conclusion) : spelled(s.name));
        owner = spelled(s.conclusion);
        put(s.condition);
        put(s.conclusion, name_space::things, standing::concluded);
        texts(s);
    }

    void claim(const ast::statement& s) {
        begin(s, false, std::string(file.text(s.where)));
        owner.clear();
        put(s.condition);
        put(s.conclusion, name_space::things, standing::used);
        put(s.about, name_space::things, standing::used);
    }

    void take(const ast::statement& s) {
        switch (s.kind) {
        case kind::source: return declare(s, name_space::sources);
        case kind::scale: declare(s, name_space::scales); return values(s, true);
        case kind::fact: return fact(s);
        case kind::concept_:
        case kind::role:
            declare(s, name_space::things);
            if (!s.has_quoted) return;
            last().labels.emplace_back("", s.quoted.content);
            return put_label(s.quoted, thing_mark + grammar::term_key(last().name));
        case kind::arrow: return arrow(s);
        case kind::test: begin(s, true, s.quoted.content); return owner.clear();
        case kind::claim: return claim(s);
        case kind::syntax:
        case kind::ruleset:
        case kind::language:
        case kind::import: open = false; return;
        default: return clause(s);
        }
    }
};

void name_table::add(const text_file& file) {
    const auto known = std::any_of(files_.begin(), files_.end(), [&](const text_file* each) { return each->uri() == file.uri(); });
    if (known) return;
    files_.push_back(&file);
    reader reads{*this, file.source(), static_cast<std::uint32_t>(files_.size() - 1), false, {}, {}};
    grammar::diagnostics ignored;
    grammar::rules_reader statements(file.source(), ignored);
    for (ast::statement s; statements.next(s);) reads.take(s);
}

const occurrence* name_table::at(const std::string& uri, std::uint32_t offset) const {
    for (const occurrence& each : all_)
        if (each.where.begin <= offset && offset <= each.where.end && files_[each.file]->uri() == uri) return &each;
    return nullptr;
}

std::string name_table::resolved(name_space space, const std::string& key) const {
    if (space != name_space::things || declared_.contains({space, key})) return key;
    const auto found = other_names_.find(key);
    return found == other_names_.end() ? key : found->second;
}

/// Facts of one scale share its values; one that is not declared has those of the scale that needs no declaration.
std::string name_table::owner_of_values(const std::string& thing) const {
    std::string key = thing;
    const declaration* fact = declared(name_space::things, key);
    for (std::size_t i = 0; fact == nullptr && i < all_.size(); ++i) {
        const occurrence& each = all_[i];
        if (each.space != name_space::labels || each.key != thing || !each.of.starts_with(thing_mark) || each.of.find('\n') != each.of.npos) continue;
        key = each.of.substr(thing_mark.size());
        fact = declared(name_space::things, key);
    }
    if (fact == nullptr) return scale_mark + "level";
    return fact->scale.empty() ? thing_mark + resolved(name_space::things, key) : scale_mark + fact->scale;
}

std::string name_table::owner(const occurrence& of) const {
    if (of.space == name_space::values) return of.of.starts_with(scale_mark) ? of.of : owner_of_values(of.of.substr(thing_mark.size()));
    if (of.space != name_space::labels || of.of.starts_with(scale_mark)) return of.of;
    const std::size_t value = of.of.find('\n');
    if (value != of.of.npos) return owner_of_values(of.of.substr(thing_mark.size(), value - thing_mark.size())) + of.of.substr(value);
    return thing_mark + resolved(name_space::things, of.of.substr(thing_mark.size()));
}

const occurrence* name_table::label_meant(const occurrence& used) const {
    const bool value = used.space == name_space::values;
    if ((!value && used.space != name_space::things) || used.as != standing::used) return nullptr;
    const std::string owner_there = value ? owner(used) : std::string();
    for (const occurrence& each : all_) {
        const bool declares = each.as == standing::declared || each.as == standing::other_name || each.as == standing::concluded;
        if (each.space == used.space && each.key == used.key && declares && (!value || owner(each) == owner_there)) return nullptr;
    }
    for (const occurrence& each : all_) {
        if (each.space != name_space::labels || each.key != used.key) continue;
        const std::string of = owner(each);
        const std::size_t end = of.find('\n');
        if (value ? end != of.npos && of.substr(0, end) == owner_there : end == of.npos && of.starts_with(thing_mark)) return &each;
    }
    return nullptr;
}

const declaration* name_table::declaration_of(const occurrence& of) const {
    if (const occurrence* label = label_meant(of)) return declaration_of(*label);
    if (of.space != name_space::values && of.space != name_space::labels) return declared(of.space, of.key);
    std::string key = owner(of);
    key = key.substr(0, key.find('\n'));
    return declared(key.starts_with(scale_mark) ? name_space::scales : name_space::things, key.substr(scale_mark.size()));
}

const declaration* name_table::declared(name_space space, const std::string& key) const {
    const auto found = declared_.find({space, resolved(space, key)});
    return found == declared_.end() ? nullptr : &statements_[found->second];
}

name_table names_in(const project& rules) {
    name_table names;
    for (const text_file& file : rules.files) names.add(file);
    return names;
}

}  // namespace advise::cli::lsp
