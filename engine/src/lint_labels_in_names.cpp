// Labels without their quotes, and clauses without a line of their own, that became a part of a name: `role terrier Terrier`, `role host when patience`.
// A name may have several words, also such as begin with a capital, so only what nobody writes on purpose is told of, and quotes around the name end it.
#include "lint_state.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <set>

namespace advise::engine::lints {
namespace {

/// Where the words of a term begin.
std::vector<std::size_t> word_starts(std::string_view term) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < term.size(); ++at)
        if (term[at] != ' ' && (at == 0 || term[at - 1] == ' ')) starts.push_back(at);
    return starts;
}

std::string_view trimmed(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

class label_lints {
public:
    explicit label_lints(const lint_state& state) : state_(state), rules_(state.rules) {
        for (const fact& f : rules_.facts)
            if (!f.declared) undeclared_.insert(grammar::term_key(f.term));
    }

    void run() {
        for (const conclusion& c : rules_.conclusions) {
            if (!c.declared || is_quoted(c.at)) continue;
            const std::string term(c.term);
            const std::string header = std::string(c.is_role ? "role " : "concept ");
            if (!look_for_clause(term, c.at)) look_for_label(term, c.at, header, c.is_role);
        }
        for (const fact& f : rules_.facts) {
            if (f.declared && !is_quoted(f.at)) look_for_label(f.term, f.at, "", false);
            for (const option& o : f.options) look_for_repeated(o.term, o.at);
        }
        for (const scale& s : rules_.scales)
            if (!s.built_in)
                for (const option& o : s.levels) look_for_repeated(o.term, o.at);
    }

private:
    [[nodiscard]] bool is_quoted(const origin& at) const { return state_.file(at)->text(at.where).starts_with('"'); }

    /// Where the label begins in "terrier Terrier": the same words again with other capitals, or capitals behind a name that rules use alone.
    [[nodiscard]] std::size_t label_start(std::string_view term, bool alone_is_enough) const {
        for (const std::size_t at : word_starts(term)) {
            if (at == 0) continue;
            const std::string_view head = trimmed(term.substr(0, at)), tail = term.substr(at);
            const bool capital = tail.front() >= 'A' && tail.front() <= 'Z' && !(head.front() >= 'A' && head.front() <= 'Z');
            if (!capital) continue;
            const std::string head_key = grammar::term_key(head);
            if (head_key == grammar::term_key(tail) || (alone_is_enough && undeclared_.contains(head_key))) return at;
        }
        return 0;
    }

    void look_for_label(const std::string& term, const origin& at, const std::string& header, bool is_role) {
        const std::size_t start = label_start(term, true);
        if (start == 0) return;
        const std::string name(trimmed(std::string_view(term).substr(0, start))), label = '"' + term.substr(start) + '"';
        grammar::diagnostic& made = state_.tell(message::label_in_name, at, {term});
        if (is_role) made.help.push_back({message::help_label_or_quotes, {header + name + " " + label}});
        else made.help.push_back({message::help_label_below, {"label " + label}});
    }

    /// An option or level such as "sun Sun".
    void look_for_repeated(const std::string& term, const origin& at) {
        const std::size_t start = label_start(term, false);
        if (start == 0 || is_quoted(at)) return;
        const std::string name(trimmed(std::string_view(term).substr(0, start)));
        state_.tell(message::label_in_name, at, {term})
            .help.push_back({message::help_label_below, {"label " + name + " \"" + term.substr(start) + '"'}});
    }

    /// "host when patience"
    bool look_for_clause(const std::string& term, const origin& at) {
        for (const std::string_view word : {" when ", " requires ", " if "}) {
            const std::size_t found = term.find(word);
            if (found == term.npos) continue;
            const std::string clause = word == " requires " ? "requires " : "when ";
            state_.tell(message::clause_in_name, at, {term, std::string(word.substr(1, word.size() - 2))})
                .help.push_back({message::help_condition_below, {clause + term.substr(found + word.size())}});
            return true;
        }
        return false;
    }

    const lint_state& state_;
    const rule_base& rules_;
    std::set<std::string> undeclared_;  ///< keys of facts that rules use and nobody declares
};

}  // namespace

void look_at_labels_in_names(const lint_state& state) { label_lints(state).run(); }

}  // namespace advise::engine::lints
