// What hangs on declarations: types, levels and options, labels, efforts.
#include "rules_builder.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::verify {
namespace {

using ast::statement_kind;

class detailer {
public:
    explicit detailer(builder& b) : b_(b) {}

    void run() {
        auto& level = b_.scales["level"];
        for (const char* const term : {"none", "beginner", "intermediate", "advanced", "expert"}) level.push_back({term, {}});
        for (const auto& [file, st] : b_.statements) take_scale(file, st);
        for (const auto& [file, st] : b_.statements) take_fact(file, st);
        for (std::size_t i = 0; i < b_.statements.size(); ++i) take_clause(i);
        give_levels();
    }

private:
    [[nodiscard]] std::vector<option> options_of(std::size_t file, const std::vector<ast::term>& terms) {
        std::vector<option> made;
        std::set<std::string> keys;
        for (const ast::term& t : terms) {
            if (!keys.insert(b_.key(file, t)).second) b_.refuse(message::option_twice, file, t.where, {b_.spelling(file, t)});
            made.push_back({b_.spelling(file, t), {}});
        }
        return made;
    }

    void take_scale(std::size_t file, const ast::statement& st) {
        if (st.kind == statement_kind::source) b_.sources.emplace(b_.key(file, st.name), b_.spelling(file, st.name));
        if (st.kind != statement_kind::scale) return;
        const std::string key = b_.key(file, st.name);
        const bool anew = key == "level" && !level_anew_;
        if (anew) level_anew_ = true;
        else if (b_.scales.contains(key)) b_.refuse(message::name_declared_twice, file, st.name.where, {b_.spelling(file, st.name)});
        b_.scales[key] = options_of(file, st.terms);
    }

    void take_fact(std::size_t file, const ast::statement& st) {
        if (st.kind != statement_kind::fact) return;
        fact& f = fact_of(file, st);
        switch (st.type) {
        case ast::fact_type::yes_no: f.type = fact_type::yes_no; return;
        case ast::fact_type::number: take_number(file, st, f); return;
        case ast::fact_type::one_of: f.type = fact_type::one_of; break;
        case ast::fact_type::any_of: f.type = fact_type::any_of; break;
        case ast::fact_type::scale:
            scale_of_[&f] = b_.key(file, st.scale_name);
            if (!b_.scales.contains(scale_of_[&f])) b_.refuse(message::no_such_type, file, st.scale_name.where, {b_.spelling(file, st.scale_name)});
            return;
        }
        f.options = options_of(file, st.terms);
    }

    void take_number(std::size_t file, const ast::statement& st, fact& f) {
        f.type = fact_type::number;
        f.has_range = st.has_range;
        f.least = st.has_range ? st.lower.micro : 0;
        f.greatest = st.has_range ? st.upper.micro : grammar::limits::greatest_number;
        if (f.least > f.greatest) b_.refuse(message::range_upside_down, file, st.range_where);
        if (!st.unit.empty()) f.unit = b_.spelling(file, st.unit);
    }

    fact& fact_of(std::size_t file, const ast::statement& declared) { return b_.made.facts[b_.made.names.at(b_.key(file, declared.name)).second]; }

    void take_clause(std::size_t i) {
        const auto& [file, st] = b_.statements[i];
        const ast::statement& owner = b_.statements[b_.block[i]].st;
        if (st.kind == statement_kind::label) take_label(file, st, owner);
        if (st.kind == statement_kind::ask) take_question(file, st, fact_of(file, owner));
        if (st.kind == statement_kind::effort) take_effort(file, st, fact_of(file, owner));
        const bool conclusion = st.kind == statement_kind::concept_ || st.kind == statement_kind::role;
        if (conclusion && st.has_quoted) label_conclusion(file, st, made_of(file, st), b_.made.files[file].language);
    }

    std::size_t made_of(std::size_t file, const ast::statement& declared) { return b_.made.names.at(b_.key(file, declared.name)).second; }

    void label_conclusion(std::size_t, const ast::statement& st, std::size_t of, const std::string& language) {
        b_.made.conclusions[of].labels.emplace(language, st.quoted.content);
        b_.made.conclusion_labels.emplace(grammar::term_key(st.quoted.content), of);
    }

    /// `label [LANGUAGE] [LEVEL or OPTION] "text"`: a word that names a level or option of the block is that, else it is the language.
    void take_label(std::size_t file, const ast::statement& st, const ast::statement& owner) {
        std::string language = b_.made.files[file].language;
        if (owner.kind == statement_kind::concept_ || owner.kind == statement_kind::role) {
            if (!st.terms.empty()) language = b_.language_of(file, st.terms.front());
            return label_conclusion(file, st, made_of(file, owner), language);
        }
        const bool of_scale = owner.kind == statement_kind::scale;
        std::vector<option>& options = of_scale ? b_.scales.at(b_.key(file, owner.name)) : fact_of(file, owner).options;
        option* about = option_from(file, st, 0, options);
        if (about == nullptr && !st.terms.empty()) {
            language = b_.language_of(file, st.terms.front());
            if (st.terms.size() > 1) about = option_from(file, st, 1, options);
            if (st.terms.size() > 1 && about == nullptr) b_.refuse(message::not_a_language, file, st.where, {b_.spelling(file, st.terms.front())});
        }
        if (about != nullptr) {
            about->labels.emplace(language, st.quoted.content);
        } else if (!of_scale) {
            fact_of(file, owner).labels.emplace(language, st.quoted.content);
            b_.made.fact_labels.emplace(grammar::term_key(st.quoted.content), made_of(file, owner));
        }
    }

    /// `ask [LANGUAGE] "text"`.
    void take_question(std::size_t file, const ast::statement& st, fact& f) {
        f.questions.emplace(b_.language_of(file, st.language), st.quoted.content);
    }

    option* option_from(std::size_t file, const ast::statement& st, std::size_t first, std::vector<option>& options) {
        std::string words;
        for (std::size_t i = first; i < st.terms.size(); ++i) words += (i > first ? " " : "") + b_.spelling(file, st.terms[i]);
        const std::string key = grammar::term_key(words);
        for (option& one : options)
            if (first < st.terms.size() && grammar::term_key(one.term) == key) return &one;
        return nullptr;
    }

    void take_effort(std::size_t file, const ast::statement& st, fact& f) {
        if (f.type == fact_type::one_of || f.type == fact_type::any_of) b_.refuse(message::effort_of_choice, file, st.keyword, {f.term});
        if (st.number.micro < 0) b_.refuse(message::effort_negative, file, st.number_where);
        f.effort = st.number.micro;
        if (!b_.made.any_effort && !st.unit.empty()) b_.made.effort_unit = b_.spelling(file, st.unit);
        b_.made.any_effort = true;
    }

    /// A level's names are those of its scale; an undeclared fact is a `level`.
    void give_levels() {
        for (fact& f : b_.made.facts) {
            if (f.type != fact_type::level) continue;
            const auto known = scale_of_.find(&f);
            f.options = b_.scales.at(known == scale_of_.end() ? "level" : known->second);
        }
    }

    builder& b_;
    bool level_anew_ = false;
    std::map<const fact*, std::string> scale_of_;
};

}  // namespace

void builder::settle_details() { detailer(*this).run(); }

}  // namespace advise::verify
