// Labels, questions, reasons and sources that are missing where nearly all others have them.
#include "lint_state.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace advise::engine::lints {
namespace {

/// "Nearly all": at least so many have it, and of those that lack it at most one for each so many that have it.
constexpr std::size_t fewest_with = 3, with_for_each_without = 3;

/// One that might have a text in some languages.
struct candidate {
    origin at;
    std::string term;      ///< of clauses: empty
    std::string of_value;  ///< of a label of a level or option: how a `label` names it
    std::set<std::string> languages;
};

std::set<std::string> languages_of(const texts& all) {
    std::set<std::string> found;
    for (const localised& one : all) found.insert(one.language);
    return found;
}

template <class Reasons>
std::set<std::string> languages_of_reasons(const Reasons& all) {
    std::set<std::string> found;
    for (const because& one : all) found.insert(one.language);
    return found;
}

enum class what : std::uint8_t { label, question, reason, source };

class text_lints {
public:
    explicit text_lints(const lint_state& state) : state_(state), rules_(state.rules) {}

    void run() {
        for (std::uint16_t file = 0; file < rules_.files.size(); ++file) {
            file_ = file;
            look_at_facts();
            look_at_conclusions(true);
            look_at_conclusions(false);
            for (const clause_kind kind : {clause_kind::when, clause_kind::requires_, clause_kind::unless, clause_kind::evidence})
                look_at_clauses(kind);
        }
    }

private:
    [[nodiscard]] bool here(const origin& at) const { return at.file == file_; }

    void look_at_facts() {
        std::vector<candidate> labels, questions, values;
        const auto add_values = [&](const std::vector<option>& all) {
            for (const option& o : all)
                if (here(o.at)) values.push_back({o.at, o.term, grammar::quoted_if_needed(o.term) + " ", languages_of(o.labels)});
        };
        for (const fact& f : rules_.facts) {
            if (!f.declared || !here(f.at)) continue;
            labels.push_back({f.at, f.term, {}, languages_of(f.labels)});
            questions.push_back({f.at, f.term, {}, languages_of(f.questions)});
            add_values(f.options);
        }
        for (const scale& s : rules_.scales)
            if (!s.built_in) add_values(s.levels);
        judge(what::label, labels);
        judge(what::question, questions);
        judge(what::label, values);
    }

    void look_at_conclusions(bool roles) {
        std::vector<candidate> labels;
        for (const conclusion& c : rules_.conclusions)
            if (c.declared && here(c.at) && c.is_role == roles) labels.push_back({c.at, std::string(c.term), {}, languages_of(c.labels())});
        judge(what::label, labels);
    }

    void look_at_clauses(clause_kind kind) {
        std::vector<candidate> reasons, sources;
        for (const clause& c : rules_.clauses) {
            if (c.kind != kind || !here(c.at)) continue;
            reasons.push_back({c.at, {}, {}, languages_of_reasons(rules_.wording(c).reasons)});
            // Who gives a reason need not have it from somewhere.
            const bool cites = !rules_.wording(c).citations.empty();
            if (cites) sources.push_back({c.at, {}, {}, {std::string()}});
            else if (rules_.wording(c).reasons.empty()) sources.push_back({c.at, {}, {}, {}});
        }
        judge(what::reason, reasons);
        judge(what::source, sources);
    }

    void judge(what kind, const std::vector<candidate>& all) {
        std::map<std::string, std::vector<const candidate*>> with;
        for (const candidate& one : all)
            for (const std::string& language : one.languages) with[language].push_back(&one);
        for (const auto& [language, those] : with) {
            // A label in the file's own language is the term itself where none is written.
            if (kind == what::label && language == state_.files.languages[file_]) continue;
            const std::size_t without = all.size() - those.size();
            if (those.size() < fewest_with || without == 0 || without * with_for_each_without > those.size()) continue;
            for (const candidate& one : all)
                if (!one.languages.contains(language)) tell(kind, one, language, *those.front());
        }
    }

    void tell(what kind, const candidate& one, const std::string& language, const candidate& other) {
        const std::string tag = language == state_.files.languages[file_] ? std::string() : language + " ";
        grammar::diagnostic* made = nullptr;
        switch (kind) {
        case what::label:
            made = &state_.tell(message::label_missing, one.at, {one.term, language});
            made->help.push_back({message::help_add, {"label " + tag + one.of_value + "\"…\""}});
            return;
        case what::question:
            made = &state_.tell(message::question_missing, one.at, {one.term, language});
            made->help.push_back({message::help_add, {"ask " + tag + "\"…\""}});
            return;
        case what::reason:
            made = &state_.tell(message::reason_missing, one.at, {language});
            made->help.push_back({message::help_add, {"because " + tag + "\"…\""}});
            break;
        case what::source:
            made = &state_.tell(message::source_missing, one.at);
            made->help.push_back({message::help_add, {std::string("cites …")}});
            break;
        }
        made->notes.push_back({{message::note_the_others_have, {}}, rules_.place_of(other.at)});
    }

    const lint_state& state_;
    const rule_base& rules_;
    std::uint16_t file_ = 0;
};

}  // namespace

void look_for_texts(const lint_state& state) { text_lints(state).run(); }

}  // namespace advise::engine::lints
