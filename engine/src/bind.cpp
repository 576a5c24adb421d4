// A profile under a rule base: keys become facts, values become what is still possible.
#include "name_tables.hpp"
#include "profile_value.hpp"
#include "shown.hpp"

#include <advise/engine/facts.hpp>
#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/suggest.hpp>

#include <algorithm>

namespace advise::engine {
namespace {

using grammar::message;

/// Leaves what both allow. \return whether any value is left; for a set: whether no option is both in it and not
bool intersect(known_fact& with, const known_fact& other) {
    bool possible = true;
    with.from = std::max(with.from, other.from);
    with.to = std::min(with.to, other.to);
    for (std::size_t i = 0; i < with.options.size(); ++i) {
        std::uint8_t& mine = with.options[i];
        if (mine != option_open && other.options[i] != option_open && mine != other.options[i]) possible = false;
        if (mine == option_open) mine = other.options[i];
    }
    return possible && with.from <= with.to;
}

/// What one line says of its fact, kept so that a contradiction can name the other line.
struct saying {
    known_fact what;
    grammar::place at;
    std::uint32_t before;  ///< the one before on the same fact, or `nothing`
};

class binder {
public:
    binder(const rule_base& rules, const bind_options& options, grammar::diagnostics& out)
        : rules_(rules), language_(options.language), out_(out), suggestions_left_(options.suggest ? grammar::limits::suggestions_per_run : 0) {}

    /// Before the first `take`: nothing is known yet.
    void begin() {
        result_.known.reserve(rules_.facts.size());
        for (fact_id f = 0; f < rules_.facts.size(); ++f) result_.known.push_back(whole_domain(rules_, f));
        last_.assign(rules_.facts.size(), nothing);
    }

    void take(const grammar::profile_entry& entry, const grammar::source& file, message unknown) {
        const fact_id f = fact_of(entry, file, unknown);
        if (f != nothing) take_fact(f, entry, file);
    }

    /// One entry alone: `begin` is not needed.
    std::optional<fact_statement> alone(const grammar::profile_entry& entry, const grammar::source& file, message unknown) {
        const fact_id f = fact_of(entry, file, unknown);
        if (f == nothing) return std::nullopt;
        std::optional<known_fact> said = meaning_of_value(rules_, {f, entry, file, language_}, out_, suggestions_left_);
        if (!said) return std::nullopt;
        known_fact left = whole_domain(rules_, f);
        if (!intersect(left, *said)) {
            report_nothing_remains(f, {&file, entry.value.where}, entry.key);
            return std::nullopt;
        }
        left.mentioned = true;
        left.never_ask = said->never_ask;
        return fact_statement{f, std::move(left)};
    }

    facts finish(bool closed) {
        result_.closed = closed;
        if (closed)
            for (fact_id f = 0; f < rules_.facts.size(); ++f)
                if (!result_.known[f].mentioned) result_.known[f] = at_its_no(rules_, f);
        return std::move(result_);
    }

private:
    /// The fact that a key names; `nothing` where it names none, which has been reported.
    fact_id fact_of(const grammar::profile_entry& entry, const grammar::source& file, message unknown) {
        const symbol name = rules_.names.data->symbols.find(entry.key);
        const fact_id f = rules_.names.data->fact(name);
        if (f != nothing) return f;
        const conclusion_id c = rules_.names.data->conclusion(name);
        if (c != nothing) refuse_conclusion(c, {&file, entry.key_where}, entry.key);
        else report_unknown(entry, {&file, entry.key_where}, unknown);
        return nothing;
    }

    void take_fact(fact_id f, const grammar::profile_entry& entry, const grammar::source& file) {
        known_fact& known = result_.known[f];
        known.mentioned = true;
        if (known.lines.empty() || known.lines.back() != entry.line) known.lines.push_back(entry.line);
        std::optional<known_fact> said = meaning_of_value(rules_, {f, entry, file, language_}, out_, suggestions_left_);
        if (!said) return;
        known.never_ask |= said->never_ask;
        const grammar::place at{&file, entry.value.where};
        known_fact narrowed = known;
        if (intersect(narrowed, *said)) {
            known = std::move(narrowed);
            sayings_.push_back({std::move(*said), at, last_[f]});
            last_[f] = static_cast<std::uint32_t>(sayings_.size() - 1);
        } else if (known_fact alone = whole_domain(rules_, f); intersect(alone, *said)) {
            report_contradiction(f, *said, at, entry.key);
        } else {
            report_nothing_remains(f, at, entry.key);
        }
    }

    void report_nothing_remains(fact_id f, const grammar::place& at, const std::string& key) {
        grammar::diagnostic& found = out_.add(message::no_value_remains, at, {key});
        found.help.push_back(possible_values(rules_, f, language_));
    }

    void report_contradiction(fact_id f, const known_fact& said, const grammar::place& at, const std::string& key) {
        constexpr std::size_t most_lines = 8;
        grammar::diagnostic& found = out_.add(message::contradiction, at, {key});
        found.help.push_back({message::help_keep_one, {}});
        const auto add_lines = [&](bool all) {
            for (std::uint32_t i = last_[f]; i != nothing && found.notes.size() < most_lines; i = sayings_[i].before) {
                known_fact both = sayings_[i].what;
                if (all || !intersect(both, said)) found.notes.push_back({{message::note_said_here, {}}, sayings_[i].at});
            }
        };
        // One line that excludes this one, else all that do so together.
        add_lines(false);
        if (found.notes.empty()) add_lines(true);
        std::reverse(found.notes.begin(), found.notes.end());
    }

    void refuse_conclusion(conclusion_id id, const grammar::place& at, const std::string& key) {
        constexpr std::size_t most_rules = 2;
        const conclusion& c = rules_.conclusions[id];
        grammar::diagnostic& found = out_.add(message::key_is_conclusion, at, {key});
        if (const std::string behind = facts_behind(c); !behind.empty()) found.help.push_back({message::help_say_facts, {behind}});
        for (std::size_t i = 0; i < c.clauses.size(); ++i) {
            const grammar::place rule = rules_.place_of(c.clauses[i].at);
            if (i == most_rules) {
                found.notes.push_back({{message::note_and_more_rules, {grammar::figures(c.clauses.size() - i)}}, rule});
                return;
            }
            found.notes.push_back({{message::note_rule_concludes, {}}, rule});
        }
        if (c.clauses.empty()) found.notes.push_back({{message::note_declared_here, {std::string(c.term)}}, rules_.place_of(c.at)});
    }

    /// The first few facts that the clauses of a conclusion rest on, as their reader calls them.
    std::string facts_behind(const conclusion& c) const {
        constexpr std::size_t most_facts = 3;
        constexpr std::size_t most_looked_at = 1000;
        std::vector<condition_id> stack;
        for (auto clause = c.clauses.rbegin(); clause != c.clauses.rend(); ++clause) stack.push_back(clause->body);
        std::vector<fact_id> found;
        for (std::size_t looked_at = 0; !stack.empty() && found.size() < most_facts && looked_at < most_looked_at; ++looked_at) {
            const condition& at = rules_.conditions[stack.back()];
            stack.pop_back();
            if (at.kind == condition_kind::test && std::find(found.begin(), found.end(), at.subject) == found.end()) found.push_back(at.subject);
            if (at.kind == condition_kind::test) continue;
            if (at.kind == condition_kind::conclusion) {
                const auto& clauses = rules_.conclusions[at.subject].clauses;
                for (auto inner = clauses.rbegin(); inner != clauses.rend(); ++inner) stack.push_back(inner->body);
                continue;
            }
            for (std::uint32_t i = at.size; i-- > 0;) stack.push_back(rules_.condition_children[at.first + i]);
        }
        std::string list;
        for (const fact_id f : found) list += (list.empty() ? "" : language_ == "fa" ? "، " : ", ") + fact_shown(rules_, f, language_);
        return list;
    }

    /// "not enjoys teaching", alone on its line.
    [[nodiscard]] std::string denied_fact(std::string_view key) const {
        const std::string_view denied = grammar::without_not(key);
        if (denied.empty() || rules_.names.fact(denied) == nothing) return {};
        return std::string(denied) + (grammar::mostly_arabic(denied) ? ": نه" : ": no");
    }

    /// "teaching yes", "sql is expert", "otherwise no": a line without its colon. Looked for at each blank: names hold few.
    [[nodiscard]] std::string with_colon(std::string_view line) const {
        for (std::size_t at = line.find_last_of(" \t"); at != line.npos && at != 0; at = line.find_last_of(" \t", at - 1)) {
            const std::string_view key = grammar::without_blanks(line.substr(0, at));
            if (rules_.names.fact(key) == nothing && !grammar::is_word_of_profiles(key)) continue;
            std::string_view value = grammar::without_blanks(line.substr(at));
            for (const std::string_view verb : {"is ", "are ", "has "})
                if (value.starts_with(verb)) value = grammar::without_blanks(value.substr(verb.size()));
            return std::string(key).append(": ").append(value);
        }
        return {};
    }

    void report_unknown(const grammar::profile_entry& entry, const grammar::place& at, message id) {
        const std::string& key = entry.key;
        grammar::diagnostic& found = out_.add(id, at, {key});
        if (entry.value.kind == grammar::profile_value_kind::bare)
            if (const std::string meant = with_colon(key); !meant.empty()) return found.help.push_back({message::help_write, {meant}});
        if (const std::string meant = denied_fact(key); !meant.empty()) return found.help.push_back({message::help_write, {meant}});
        if (suggestions_left_ == 0) return;
        --suggestions_left_;
        const std::vector<std::string> near = grammar::near(key, names());
        found.help.push_back(near.empty() ? grammar::sentence{message::help_profile_names, {}}
                                          : grammar::sentence{message::help_did_you_mean, {near.front()}});
    }

    const std::vector<std::string_view>& names() {
        if (!names_.empty()) return names_;
        for (const fact& f : rules_.facts) names_.push_back(f.term);
        for (const fact& f : rules_.facts) names_.insert(names_.end(), f.aka.begin(), f.aka.end());
        for (const fact& f : rules_.facts)
            for (const localised& label : f.labels) names_.push_back(label.text);
        return names_;
    }

    const rule_base& rules_;
    std::string_view language_;  // of who reads the messages
    grammar::diagnostics& out_;
    facts result_;
    std::vector<saying> sayings_;
    std::vector<std::uint32_t> last_;  // of each fact, into sayings_
    std::vector<std::string_view> names_;
    std::size_t suggestions_left_;
};

}  // namespace

bool known_fact::decided() const { return from == to && std::find(options.begin(), options.end(), option_open) == options.end(); }

known_fact whole_domain(const rule_base& rules, fact_id id) {
    const fact& f = rules.facts[id];
    known_fact known;
    switch (f.type) {
    case fact_type::level: known.to = static_cast<std::int64_t>(rules.level_count(f)) - 1; break;
    case fact_type::yes_no: known.to = 1; break;
    case fact_type::number: known.from = f.least, known.to = f.greatest; break;
    case fact_type::one_of: known.to = static_cast<std::int64_t>(f.options.size()) - 1; break;
    case fact_type::any_of: known.options.assign(f.options.size(), option_open); break;
    }
    return known;
}

known_fact certain(const rule_base& rules, fact_id f, const fact_value& value) {
    known_fact known = whole_domain(rules, f);
    known.from = known.to = value.number;
    std::ranges::fill(known.options, option_out);
    for (const std::uint32_t o : value.members) known.options[o] = option_in;
    return known;
}

known_fact at_its_no(const rule_base& rules, fact_id id) {
    const fact& f = rules.facts[id];
    known_fact known = whole_domain(rules, id);
    switch (f.type) {
    case fact_type::number: known.from = known.to = no_of_number(f); break;
    case fact_type::any_of: known.options.assign(f.options.size(), 0); break;
    case fact_type::one_of:
        if (const auto no = rules.names.value(id, "no")) known.from = known.to = *no;
        break;
    default: known.to = known.from; break;
    }
    return known;
}

facts bind(const grammar::profile& profile, const rule_base& rules, const bind_options& options, grammar::diagnostics& out) {
    binder bound(rules, options, out);
    bound.begin();
    const message unknown = options.strict ? message::unknown_key_strict : message::unknown_key;
    for (const grammar::profile_entry& entry : profile.entries) bound.take(entry, *profile.file, unknown);
    return bound.finish(profile.closed || options.closed);
}

std::optional<fact_statement> bind_entry(const grammar::profile_entry& entry, const grammar::source& file, const rule_base& rules,
                                         const bind_options& options, grammar::diagnostics& out) {
    return binder(rules, options, out).alone(entry, file, options.strict ? message::unknown_key_strict : message::unknown_key);
}

facts bind_given(const test_block& test, const rule_base& rules, grammar::diagnostics& out) {
    const bind_options options;
    binder bound(rules, options, out);
    bound.begin();
    bool closed = false;
    for (const origin& line : test.given) {
        const grammar::source& file = *rules.files[line.file];
        const std::optional<grammar::profile_entry> entry = grammar::parse_profile_line(file, line.where, closed, out);
        if (entry && !entry->key.empty()) bound.take(*entry, file, message::no_such_name);
    }
    return bound.finish(closed);
}

}  // namespace advise::engine
