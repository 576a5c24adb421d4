#include "complete.hpp"

#include "../keyword_help.hpp"
#include "completion_list.hpp"
#include "typed_place.hpp"

#include <advise/grammar/keywords.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <optional>
#include <set>

namespace advise::cli::lsp {
namespace {

using text = std::string_view;
using list = std::vector<text>;
using enum typed_mode;
using fact_type = grammar::ast::fact_type;
using kind = grammar::ast::statement_kind;

enum class things : std::uint8_t { all, facts, ordered_facts, conclusions, undeclared_facts, undeclared_conclusions };

/// Gathers what fits one place.
class collector {
public:
    collector(const name_table& names, const text_file& file, position at, grammar::language in, const importable_files& importable)
        : names_(names), file_(file), at_(at), in_(in), importable_(importable), cursor_(file.lines().offset_of(file.source().written(), at)),
          before_(file.source().written().substr(0, cursor_)), typed_(statement_before_cursor(before_)) {}

    json::object collect() {
        from(typed_.word_begin);
        if (typed_.in_comment) return list_->list();
        if (typed_.begins_line) begin_line();
        else behind(typed_.tokens.empty() ? text() : text(typed_.tokens[0].lower));
        return list_->list();
    }

private:
    /// What is offered stands for the words from here on; a term does not run over the end of a line.
    void from(std::size_t term_begin) {
        if (term_begin < file_.lines().line_begin(at_.line)) term_begin = typed_.word_begin;
        term_begin_ = file_.source().reading_offset(static_cast<std::uint32_t>(term_begin));
        list_.emplace(file_, at_, term_begin, typed_.word_begin, typed_.in_quotes);
    }
    void from_token(std::size_t number) { from(number < typed_.tokens.size() ? typed_.tokens[number].begin : typed_.word_begin); }
    [[nodiscard]] std::size_t find(text lower, std::size_t first = 0) const {
        for (std::size_t i = first; i < typed_.tokens.size(); ++i)
            if (typed_.tokens[i].lower == lower) return i;
        return text::npos;
    }
    [[nodiscard]] std::size_t count() const { return typed_.tokens.size(); }

    // --- statements

    /// An indented line below a declaration is one of its clauses, or goes on with the one above.
    void begin_line() {
        const text block = header();
        const list clauses = grammar::clause_words_of(block);
        const bool indented = typed_.word_begin > file_.lines().line_begin(at_.line);
        put_words(clauses, " ");
        if (block == "concept" || block == "role") {
            put_word("+N", "+1 ");
            put_word("-N", "-1 ");
        }
        put_words(words_behind(place_in_statement(statement_above_cursor(before_))), " ");
        if (indented && !clauses.empty()) return;
        put_words(grammar::statement_words(), " ");
        put_things(things::all);
        put_words({"not", "at least", "at most", "exactly", "all of", "any of", "none of"});
    }

    /// The header of the block that the line would belong to.
    [[nodiscard]] text header() const {
        const declaration* block = block_here();
        return block == nullptr ? text() : first_word(file_.source().text(block->header));
    }

    void behind(text keyword) {
        if (keyword == "fact") return declared_fact();
        if (keyword == "concept" || keyword == "role") return from_token(1), put_things(things::undeclared_conclusions);
        if (keyword == "language") return count() == 1 ? put_languages() : void();
        if (keyword == "import") return count() == 1 ? put_files() : void();
        if (keyword == "ask") return count() == 1 ? put_languages() : void();
        if (keyword == "label") return labelled();
        if (keyword == "given") return given();
        if (keyword == "expect") return expected();
        if (keyword == "claim" && find("always") != 1 && find("never") != 1) return claimed();
        if (keyword == "effort") return count() == 2 ? put_effort_units() : void();
        if (keyword == "requires" && count() == 2 && typed_.tokens[1].kind == typed_kind::number) return put_words({"points"});
        if ((keyword == "+" || keyword == "-") && count() == 1) return put_points(keyword);
        condition(place_in_statement(typed_));
        if (keyword == "requires" && count() == 1) put_help_of("points", "N points", "3 points");
    }

    /// The unit that efforts have elsewhere: a rule base has one.
    void put_effort_units() {
        for (const declaration& each : names_.statements())
            if (!each.effort_unit.empty()) return list_->put_word(each.effort_unit, each.effort_unit, "");
    }

    void put_points(text sign) {
        for (const text number : {"1", "2", "3", "5"}) put_help_of(sign == "+" ? "+N" : "-N", number, std::string(number) + " ");
    }

    void declared_fact() {
        const std::size_t colon = find(":");
        if (colon == text::npos) return from_token(1), put_things(things::undeclared_facts);
        from_token(colon + 1);
        if (find("(") != text::npos) return;
        for (const text type : grammar::type_words()) put_term_of_language(type);
        for (const declaration& each : names_.statements())
            if (each.kind == kind::scale) list_->put_term(each.name, item_kind::module_, "", grammar::quoted_if_needed(each.name));
    }

    void labelled() {
        const declaration* block = block_here();
        const bool tagged = count() > 1 && is_language(typed_.tokens[1].lower) && !(block != nullptr && has_value(*block, typed_.tokens[1].text));
        if (find_quoted()) return;
        from_token(tagged ? 2 : 1);
        if (block != nullptr)
            for (const std::string& value : block->values) list_->put_term(value, item_kind::member, "", grammar::quoted_if_needed(value));
        if (count() == 1) put_languages();
    }

    [[nodiscard]] bool find_quoted() const {
        return std::any_of(typed_.tokens.begin(), typed_.tokens.end(), [](const typed_token& t) { return t.kind == typed_kind::quoted; });
    }
    static bool has_value(const declaration& of, text name) {
        const std::string key = grammar::term_key(name);
        return std::any_of(of.values.begin(), of.values.end(), [&](const std::string& value) { return grammar::term_key(value) == key; });
    }
    static bool is_language(text tag) { return tag.size() == 2 || tag.size() == 3 || tag.find('-') == 2; }

    [[nodiscard]] const declaration* block_here() const {
        const std::uint32_t offset = file_.offset_of(at_);
        const declaration* last = nullptr;
        for (const declaration& each : names_.statements())
            if (names_.files()[each.file] == &file_ && each.header.begin < offset) last = &each;
        return last;
    }

    // --- tests and claims

    void given() {
        const std::size_t colon = find(":");
        if (colon == text::npos) {
            from_token(1);
            put_things(things::facts);
            return count() == 1 ? put_help_of("otherwise", "otherwise: no", "otherwise: no") : void();
        }
        if (find("otherwise") == 1 && colon == 2) return colon + 1 == count() ? put_words({"no"}) : void();
        const std::size_t key = typed_.tokens[0].end(), end = typed_.tokens[colon].begin;
        const std::string fact(text(before_).substr(key, end - key));
        std::size_t first = colon + 1;
        for (std::size_t i = first; i < count(); ++i)
            if (typed_.tokens[i].lower == ",") first = i + 1;
        const bool bounded = first + 1 < count() && typed_.tokens[first].lower == "at";
        const bool part = first < count() && typed_.tokens[first].lower == "includes";
        from_token(first + (bounded ? 2 : part ? 1 : 0));
        const std::optional<fact_type> type = put_values(fact);
        put_unit(fact);
        if (bounded || part || first != colon + 1) return;
        for (const text word : words_of_value(type)) put_term_of_language(word);
    }

    static list words_of_value(std::optional<fact_type> type) {
        if (!type) return {};
        switch (*type) {
        case fact_type::yes_no: return {"unknown"};  // yes and no are its values
        case fact_type::one_of: return {"unknown"};
        case fact_type::any_of: return {"includes", "no", "unknown"};
        case fact_type::number: return {"at least", "at most", "unknown"};
        default: return {"at least", "at most", "yes", "no", "unknown"};
        }
    }

    void expected() {
        const std::size_t colon = find(":");
        if (colon != text::npos) {
            if (colon + 1 == count()) put_words({"yes", "no", "unknown"});
            return;
        }
        if (find("points") != text::npos) return;
        if (find("first") == 1) return from_token(2), put_things(things::conclusions);
        from_token(1);
        put_things(things::conclusions);
        put_words(count() == 1 ? list{"first"} : list{"points"});
    }

    void claimed() {
        if (find("more") == 1) return raised();
        const std::size_t ignores = find("ignores");
        if (ignores != text::npos) return from_token(ignores + 1), put_things(things::facts);
        from_token(1);
        if (count() == 1) put_words({"always", "never", "more"});
        put_things(things::conclusions);
        if (count() > 1) put_words({"ignores"});
    }

    void raised() {
        const std::size_t never = find("never");
        if (never == text::npos) {
            from_token(2);
            put_things(things::ordered_facts);
            if (count() > 2) put_words({"never hurts"});
        } else if (find("hurts") == text::npos) {
            put_words({"hurts"});
        } else {
            from_token(find("hurts") + 1);
            put_things(things::conclusions);
        }
    }

    // --- conditions

    void condition(const typed_statement_place& place) {
        from(place.at.term_begin);
        switch (place.at.mode) {
        case operand: put_things(things::all); return put_words({"not", "at least", "at most", "exactly", "all of", "any of", "none of"});
        case behind_term: return behind_thing(place);
        case behind_is: put_values(place.at.compared); return put_words(orders(place.at.compared) ? list{"not", "at least", "at most"} : list{"not"});
        case behind_at: return put_words({"least", "most"});
        case values_or_range:
            return type_of(place.at.compared) == fact_type::number ? put_range(*declared(place.at.compared)) : void(put_values(place.at.compared));
        case value:
        case listed_value: put_values(place.at.compared); return;
        case behind_value:
            put_values(place.at.compared);
            put_unit(place.at.compared);
            return put_words(words_behind(place));
        case behind_list: put_words(comparisons(place.at.compared)); return put_words(words_behind(place));
        case number: return put_count(typed_.tokens.back().lower);
        case of: return put_words({"of"});
        case conclusion: put_things(things::conclusions); return place.at.negated ? void() : put_words({"not"});
        case behind_conclusion:
            if (place.at.term_begin < typed_.word_begin) put_things(things::conclusions);
            return put_words(words_behind(place));
        case language: return put_languages();
        case source: return put_sources();
        case behind_text: return put_words(words_behind(place));
        default: put_words(words_behind(place));
        }
    }

    /// Where the words before the cursor are the beginning of names and no name themselves, only those are offered.
    void behind_thing(const typed_statement_place& place) {
        put_things(things::all);
        for (const text word : {"all of", "any of", "none of"}) put_term_of_language(word);
        if (list_->has_terms() && !is_name(place.at.term)) return;
        put_words(comparisons(place.at.term));
        put_words(words_behind(place));
    }

    [[nodiscard]] bool is_name(text term) const {
        const std::string key = grammar::term_key(term);
        return std::any_of(names_.all().begin(), names_.all().end(),
                           [&](const occurrence& each) { return each.space == name_space::things && each.key == key && !being_typed(each); });
    }

    [[nodiscard]] bool orders(text term) const {
        const std::optional<fact_type> type = type_of(term);
        return !type || *type == fact_type::scale || *type == fact_type::number;
    }

    /// The comparisons that a fact knows; a conclusion knows none.
    [[nodiscard]] list comparisons(text term) const {
        if (is_conclusion(grammar::term_key(term))) return {};
        const std::optional<fact_type> type = type_of(term);
        if (!type) return {">=", "<=", ">", "<", "=", "!=", "is", "at least", "at most", "in", "includes"};
        switch (*type) {
        case fact_type::any_of: return {"includes"};
        case fact_type::one_of: return {"is", "=", "!=", "in"};
        case fact_type::yes_no: return {"is"};
        default: return {">=", "<=", ">", "<", "=", "!=", "is", "at least", "at most", "in"};
        }
    }

    /// \param last word of what counts
    void put_count(text last) { put_help_of(last == "exactly" ? "exactly" : last == "most" ? "at most" : "at least", "N of (…)", "2 of ("); }

    /// `from..to` for a number: its own bounds, which are right at once.
    void put_range(const declaration& number) {
        const bool known = !number.bounds.empty();
        list_->put_word(known ? text(number.bounds) : "from..to", known ? number.bounds : "1..10", meaning("in"));
    }

    /// The unit of a fact, behind a number.
    void put_unit(text term) {
        const declaration* fact = declared(term);
        const bool number = !typed_.tokens.empty() && typed_.tokens.back().kind == typed_kind::number;
        if (number && fact != nullptr && !fact->unit.empty()) list_->put_word(fact->unit, fact->unit, "");
    }

    /// What a number may be compared with, at once right: the ends of its range, with the unit.
    void put_bounds(const declaration& number) {
        const std::size_t dots = number.bounds.find("..");
        if (dots == text::npos) return;
        for (const std::string& end : {number.bounds.substr(0, dots), number.bounds.substr(dots + 2)}) {
            const std::string with_unit = number.unit.empty() ? end : end + " " + number.unit;
            list_->put_term(with_unit, item_kind::value, "", with_unit);
        }
    }

    // --- names

    [[nodiscard]] const declaration* declared(text term) const { return names_.declared(name_space::things, grammar::term_key(term)); }

    [[nodiscard]] bool is_conclusion(const std::string& key) const {
        const declaration* found = names_.declared(name_space::things, key);
        if (found != nullptr) return found->kind != kind::fact;
        return std::any_of(names_.all().begin(), names_.all().end(), [&](const occurrence& each) {
            return each.space == name_space::things && each.as == standing::concluded && each.key == key && !being_typed(each);
        });
    }

    /// Nothing for what is not declared as a fact.
    [[nodiscard]] std::optional<fact_type> type_of(text term) const {
        const declaration* fact = declared(term);
        return fact == nullptr || fact->kind != kind::fact ? std::nullopt : std::optional(fact->type);
    }

    /// Levels, options, yes and no. What is not declared is taken for a level. \return the type
    std::optional<fact_type> put_values(text term) {
        const std::string key = grammar::term_key(term);
        if (is_conclusion(key)) return std::nullopt;
        const declaration* fact = names_.declared(name_space::things, key);
        const fact_type type = fact == nullptr ? fact_type::scale : fact->type;
        if (type == fact_type::yes_no)
            for (const text word : {"yes", "no"}) put_term_of_language(word);
        if (type == fact_type::number && fact != nullptr) put_bounds(*fact);
        const declaration* scale = type != fact_type::scale ? nullptr : names_.declared(name_space::scales, fact == nullptr ? "level" : fact->scale);
        static const std::vector<std::string> built_in = {"none", "beginner", "intermediate", "advanced", "expert"};
        const bool of_built_in = type == fact_type::scale && scale == nullptr && (fact == nullptr || fact->scale == "level");
        const declaration* of = type == fact_type::scale ? scale : fact;
        for (const std::string& value : of != nullptr ? of->values : of_built_in ? built_in : std::vector<std::string>())
            list_->put_term(value, item_kind::member, "", grammar::quoted_if_needed(value));
        return type;
    }

    [[nodiscard]] bool fits(const declaration& each, things wanted) const {
        const bool fact = each.kind == kind::fact, ordered = each.type != fact_type::one_of && each.type != fact_type::any_of;
        if (!fact && each.kind != kind::concept_ && each.kind != kind::role) return false;
        switch (wanted) {
        case things::all: return true;
        case things::facts: return fact;
        case things::ordered_facts: return fact && ordered;
        case things::conclusions: return !fact;
        default: return false;
        }
    }

    void put_things(things wanted) {
        for (const declaration& each : names_.statements()) {
            if (each.name.empty() || !fits(each, wanted) || names_.declared(name_space::things, grammar::term_key(each.name)) != &each) continue;
            if (!being_typed(each.file, each.name_where))
                list_->put_term(each.name, each.kind == kind::fact ? item_kind::field : item_kind::type, label(each),
                                grammar::quoted_if_needed(each.name), labels_of(each));
        }
        std::set<std::string> concluded;
        for (const occurrence& each : names_.all())
            if (each.space == name_space::things && each.as == standing::concluded && !being_typed(each)) concluded.insert(each.key);
        for (const occurrence& each : names_.all())
            if (each.space == name_space::things && fits_undeclared(each, concluded.contains(each.key), wanted)) put_undeclared(each);
    }

    [[nodiscard]] bool fits_undeclared(const occurrence& each, bool concluded, things wanted) const {
        if (each.as == standing::other_name || names_.declared(name_space::things, each.key) != nullptr || being_typed(each)) return false;
        if (wanted == things::all) return true;
        const bool conclusion = wanted == things::conclusions || wanted == things::undeclared_conclusions;
        return conclusion == concluded;
    }

    void put_undeclared(const occurrence& each) {
        const grammar::source& source = names_.files()[each.file]->source();
        const std::string name = grammar::spelling(source, {each.where, source.text(each.where).starts_with('"')});
        list_->put_term(name, item_kind::thing, "", grammar::quoted_if_needed(name));
    }

    /// What begins where the term before the cursor does is not there yet.
    [[nodiscard]] bool being_typed(std::uint32_t file, grammar::span where) const {
        return names_.files()[file] == &file_ && term_begin_ <= where.begin && where.begin <= file_.offset_of(at_);
    }
    [[nodiscard]] bool being_typed(const occurrence& each) const { return being_typed(each.file, each.where); }

    void put_sources() {
        for (const declaration& each : names_.statements())
            if (each.kind == kind::source) list_->put_term(each.name, item_kind::module_, label(each), grammar::quoted_if_needed(each.name));
    }

    static std::vector<std::string> labels_of(const declaration& of) {
        std::vector<std::string> all = of.other_names;
        for (const auto& [unused, label] : of.labels) all.push_back(label);
        return all;
    }

    [[nodiscard]] std::string label(const declaration& of) const {
        const text wanted = in_ == grammar::language::fa ? "fa" : "en";
        for (const auto& [language, label] : of.labels)
            if (language == wanted || language.empty()) return label;
        return {};
    }

    // --- words

    void put_languages() {
        std::set<std::string> known = {"en", "fa"};
        for (const declaration& each : names_.statements())
            for (const auto* texts : {&each.labels, &each.questions, &each.reasons})
                for (const auto& [tag, unused] : *texts)
                    if (!tag.empty()) known.insert(tag);
        for (const std::string& tag : known) list_->put_word(tag, tag, "");
    }

    void put_files() {
        for (const std::string& path : importable_()) list_->put_term(path, item_kind::file, "", "\"" + path + "\"");
    }

    [[nodiscard]] text meaning(text word) const {
        const keyword_entry* help = find_keyword(word);
        return help == nullptr ? text() : in_ == grammar::language::fa ? help->meaning_fa : help->meaning_en;
    }
    void put_word(text word, const std::string& inserted) { put_help_of(word, word, inserted); }
    /// What is shown stands for a word of the language and more.
    void put_help_of(text word, text shown, const std::string& inserted) { list_->put_word(shown, inserted, meaning(word)); }
    /// A word in the place of a name or value.
    void put_term_of_language(text word) { list_->put_term(word, item_kind::keyword, "", std::string(word), {}, meaning(word)); }
    void put_words(const list& all, text behind = "") {
        for (const text word : all) put_word(word, std::string(word) + std::string(behind));
    }

    const name_table& names_;
    const text_file& file_;
    position at_;
    grammar::language in_;
    const importable_files& importable_;
    std::size_t cursor_;
    text before_;
    typed_statement typed_;
    std::uint32_t term_begin_ = 0;  ///< in the text that the grammar reads
    std::optional<completion_list> list_;
};

}  // namespace

json::object completions(const name_table& names, const text_file& file, position at, grammar::language in, const importable_files& importable) {
    return collector(names, file, at, in, importable).collect();
}

}  // namespace advise::cli::lsp
