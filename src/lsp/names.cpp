#include "names.hpp"

#include <advise/grammar/parse.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::cli::lsp {

namespace ast = grammar::ast;
using kind = ast::statement_kind;

/// Takes the statements of one file.
struct name_table::reader {
    name_table& into;
    const grammar::source& file;
    std::uint32_t number;
    bool open = false;  ///< the last statement takes clauses
    std::string owner;  ///< what the clauses belong to

    [[nodiscard]] std::string spelled(const ast::term& t) const { return grammar::spelling(file, t); }

    void put(const ast::term& t, name_space space, standing as) {
        if (t.empty()) return;
        into.all_.push_back({number, t.where, grammar::term_key(spelled(t)), space, as, as == standing::used ? owner : std::string()});
    }

    void put(const ast::condition& c) {
        for (const ast::node& n : c.nodes)
            if (n.kind == ast::node_kind::operand) put(n.term, name_space::things, standing::used);
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
        put(s.name, space, standing::declared);
        into.declared_.try_emplace({space, grammar::term_key(spelled(s.name))}, into.statements_.size() - 1);
    }

    declaration& last() { return into.statements_.back(); }

    void texts(const ast::statement& s) {
        for (const ast::because& reason : s.reasons) last().reasons.emplace_back(spelled(reason.language), reason.text.content);
        for (const ast::cites& citation : s.citations) put(citation.source, name_space::sources, standing::used);
    }

    void label(const ast::statement& s) {
        if (s.terms.empty()) last().labels.emplace_back("", s.quoted.content);
        else if (s.terms.size() == 1 && std::find(last().values.begin(), last().values.end(), spelled(s.terms[0])) == last().values.end())
            last().labels.emplace_back(spelled(s.terms[0]), s.quoted.content);
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
        if (!line || line->key.empty()) return;
        into.all_.push_back({number, line->key_where, grammar::term_key(line->key), name_space::things, standing::used, owner});
    }

    void clause(const ast::statement& s) {
        if (!open) return;
        last().block.end = std::max(last().block.end, s.where.end);
        if (s.kind == kind::label) label(s);
        else if (s.kind == kind::aka) other_names(s);
        else if (s.kind == kind::ask) last().questions.emplace_back(spelled(s.language), s.quoted.content);
        else if (s.kind == kind::url) last().url = s.quoted.content;
        else if (s.kind == kind::given) given(s);
        else if (s.kind == kind::expect) put(s.conclusion, name_space::things, standing::used);
        put(s.condition);
        texts(s);
    }

    void fact(const ast::statement& s) {
        declare(s, name_space::things);
        for (const ast::term& option : s.terms) last().values.push_back(spelled(option));
        if (s.type == ast::fact_type::scale && !s.broken) last().scale = s.scale_name.empty() ? "level" : grammar::term_key(spelled(s.scale_name));
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
        case kind::scale:
            declare(s, name_space::scales);
            for (const ast::term& level : s.terms) last().values.push_back(spelled(level));
            return;
        case kind::fact: return fact(s);
        case kind::concept_:
        case kind::role:
            declare(s, name_space::things);
            if (s.has_quoted) last().labels.emplace_back("", s.quoted.content);
            return;
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
    reader reads{*this, file.source(), static_cast<std::uint32_t>(files_.size() - 1), false, {}};
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

const declaration* name_table::declared(name_space space, const std::string& key) const {
    const auto found = declared_.find({space, resolved(space, key)});
    return found == declared_.end() ? nullptr : &statements_[found->second];
}

}  // namespace advise::cli::lsp
