// The names in conditions that could not be settled while reading become facts or conclusions, or errors.
#include "loader_habits.hpp"
#include "loader_values.hpp"

#include <algorithm>

namespace advise::engine::loading {
namespace {

class comparison_settler {
public:
    explicit comparison_settler(draft& d) : d_(d), warned_(d.facts.size(), false), unlike_(d.facts.size(), false) {}

    void settle() {
        constexpr std::size_t ahead = 16;
        std::vector<condition>& all = d_.rules.conditions.own();
        for (std::size_t i = 0; i < d_.late.size(); ++i) {
            if (i + ahead < d_.late.size()) __builtin_prefetch(&d_.uses[all[d_.late[i + ahead].test].subject]);
            settle(all[d_.late[i].test], d_.late[i].owner);
        }
    }

private:
    void settle(condition& c, conclusion_id owner) {
        const symbol s = d_.resolved(c.subject);
        const name_use& use = d_.uses[s];
        switch (use.kind) {
        case name_kind::conclusion: return settle_conclusion(c, use.of, owner);
        case name_kind::fact: return settle_fact(c, use.of);
        default:
            if (!d_.incomplete()) report_unknown(c, s);
            return make_constant(c);
        }
    }

    /// A test that is wrong stays as a condition without meaning, so that the rest can be checked.
    static void make_constant(condition& c) {
        c.kind = condition_kind::all;
        c.first = c.size = 0;
        c.subject = nothing;
    }

    [[nodiscard]] origin term_of(const condition& c) const {
        if (c.op == test_op::has) return c.at;
        return {c.at.file, {c.at.where.begin, d_.comparisons[c.first].term_end}};
    }

    void settle_conclusion(condition& c, conclusion_id id, conclusion_id owner) {
        if (c.op != test_op::has) {
            const std::string name(d_.rules.conclusions[id].term);
            d_.error(message::conclusion_compared, term_of(c), {name}).help.push_back({message::help_bare_or_not, {name}});
            return make_constant(c);
        }
        refer_to(d_, c, id, owner);
    }

    void settle_fact(condition& c, fact_id id) {
        const fact& f = d_.rules.facts[id];
        // An undeclared fact may have the name of a scale; where its values are none of a level's, the scale was meant.
        const std::vector<std::string> scaled =
            f.declared || d_.facts[id].broken ? std::vector<std::string>() : facts_of_scale_named(id);
        const bool settled = !scaled.empty() && settle_quietly(d_, c, f, d_.facts[id]);
        if (!scaled.empty() && !settled) {
            report_scale(c, id, scaled);
            return make_constant(c);
        }
        if (!f.declared && !warned_[id] && !d_.incomplete()) warn_undeclared(c, id, d_.files[c.at.file]);
        c.subject = id;
        if (d_.facts[id].broken || (!settled && !settle_test(d_, c, f, d_.facts[id]))) make_constant(c);
    }

    /// The declared facts that have the scale of this name; the built-in one is nobody's mistake.
    [[nodiscard]] std::vector<std::string> facts_of_scale_named(fact_id id) const {
        std::vector<std::string> having;
        if (d_.scale_of.size() == 1) return having;  // nearly always: no look-up for each condition
        const auto scale = d_.scale_of.find(d_.facts[id].name);
        if (scale == d_.scale_of.end() || scale->second == built_in_scale) return having;
        for (const fact& f : d_.rules.facts)
            if (f.declared && f.type == fact_type::level && f.scale == scale->second) having.push_back(grammar::quoted_if_needed(f.term));
        return having;
    }

    /// `noise < moderate`, where noise is a scale: says which fact has it, and nothing else about that name.
    void report_scale(const condition& c, fact_id id, const std::vector<std::string>& having) {
        const std::string& name = d_.rules.facts[id].term;
        std::string all;
        for (const std::string& one : having) all += (all.empty() ? "'" : ", '") + one + "'";
        grammar::diagnostic& found = having.size() == 1 ? d_.error(message::scale_for_fact, term_of(c), {name, having.front()})
                                                        : d_.error(message::scale_for_facts, term_of(c), {name, all});
        found.help.push_back({message::help_write_line, {line_with(term_of(c), having.front())}});
    }

    /// The line on which a stretch stands, without its comment, with something else in its place.
    [[nodiscard]] std::string line_with(const origin& at, std::string_view meant) const {
        const std::string_view text = d_.rules.files[at.file]->text();
        std::size_t first = text.rfind('\n', at.where.begin);
        first = text.find_first_not_of(" \t", first == text.npos || at.where.begin == 0 ? 0 : first + 1);
        std::string_view after = text.substr(at.where.end, text.find('\n', at.where.end) - at.where.end);
        after = after.substr(0, after.find(" #"));
        while (after.ends_with(' ') || after.ends_with('\r')) after.remove_suffix(1);
        return std::string(text.substr(first, at.where.begin - first)).append(meant).append(after);
    }

    /// In a file that declares facts each undeclared one stands out; in one that only imports them, what was probably meant otherwise does.
    void warn_undeclared(const condition& c, fact_id id, const file_state& in) {
        if (!in.declares_facts && (!in.imports_facts || unlike_[id])) return;
        const fact& f = d_.rules.facts[id];
        const bool scale = d_.scale_of.contains(d_.facts[id].name) && f.term != "level";  // `fact noise: noise`, where no fact has the scale yet
        const grammar::argument type = scale                         ? grammar::argument(grammar::quoted_if_needed(f.term))
                                       : f.type == fact_type::number ? grammar::argument(message::type_number)
                                                                     : grammar::argument(message::type_level);
        const std::string term = grammar::quoted_if_needed(f.term);
        std::optional<grammar::sentence> help;
        if (const auto scaled = facts_of_scale_named(id); !scaled.empty()) help = {message::help_did_you_mean, {scaled.front()}};
        else help = meant_by_undeclared(d_, static_cast<std::size_t>(&c - d_.rules.conditions.data()), id);
        if (!help) {
            const std::string near = meant_by(d_.facts[id].name, f.term, id);
            if (!near.empty()) help = {message::help_or_declare_fact, {near, term, type}};
            else if (in.declares_facts) help = {message::help_declare_fact, {term, type}};
        }
        if (!help) {
            unlike_[id] = true;
            return;
        }
        warned_[id] = true;
        d_.error(message::undeclared_fact, term_of(c), {f.term}).help.push_back(std::move(*help));
    }

    void report_unknown(const condition& c, symbol s) {
        const std::string spelling = d_.spelling_of(s);
        grammar::diagnostic& found = d_.error(message::no_such_name, term_of(c), {spelling});
        if (const std::string both = joined_by_with(spelling); !both.empty())
            return found.help.push_back({message::help_write_line, {line_with(term_of(c), both)}});
        const std::string near = meant_by(s, spelling, nothing);
        if (!near.empty()) return found.help.push_back({message::help_did_you_mean, {near}});
        if (const std::string meant = claim_meant(spelling); !meant.empty()) return found.help.push_back({message::help_write, {meant}});
        found.help.push_back({message::help_declare_fact, {grammar::quoted_if_needed(spelling), message::type_level}});
    }

    [[nodiscard]] bool names_something(std::string_view spelling) const {
        const symbol s = d_.symbols.find(spelling);
        if (s == no_symbol || s >= d_.uses.size()) return false;
        const name_kind kind = d_.uses[d_.resolved(s)].kind;
        return kind == name_kind::fact || kind == name_kind::conclusion;
    }

    /// "piano with lift", "piano without lift", both being names
    [[nodiscard]] std::string joined_by_with(std::string_view said) const {
        for (const auto& [between, meant] : {std::pair<std::string_view, std::string_view>{" with ", " and "},
                                             {" without ", " and not "},
                                             {" با ", " and "},
                                             {" بدون ", " and not "}}) {
            const std::size_t found = said.find(between);
            if (found == said.npos) continue;
            const std::string_view first = said.substr(0, found), second = said.substr(found + between.size());
            if (names_something(first) && names_something(second)) return std::string(first).append(meant).append(second);
        }
        return {};
    }

    /// "r implies sql", "if r then sql" in a claim
    static std::string claim_meant(std::string_view said) {
        if (said.starts_with("if ")) said.remove_prefix(3);
        for (const std::string_view between : {" implies ", " then ", " means "})
            if (const std::size_t found = said.find(between); found != said.npos)
                return "claim always not " + std::string(said.substr(0, found)) + " or " + std::string(said.substr(found + between.size()));
        return {};
    }

    /// What a name that is none may mean: what has it as a label, else the nearest name but that of `but`; "" if nothing.
    std::string meant_by(symbol s, const std::string& spelling, fact_id but) {
        std::string meant = d_.labelled(s, label_of::fact);
        if (meant.empty()) meant = d_.labelled(s, label_of::conclusion);
        return meant.empty() ? d_.nearest(spelling, all_names(but)) : meant;
    }

    /// What a misspelt name may have meant: declared names, then undeclared ones. Made again for each question, of which there
    /// are few (limits::suggestions_per_run).
    std::vector<std::string_view> all_names(fact_id but) {
        std::vector<std::string_view> names;
        if (d_.suggestions_left == 0) return names;
        for (const bool declared : {true, false}) {
            for (fact_id i = 0; i < d_.rules.facts.size(); ++i) {
                const fact& f = d_.rules.facts[i];
                if (i == but || f.declared != declared) continue;
                names.push_back(f.term);
                names.insert(names.end(), f.aka.begin(), f.aka.end());
            }
            for (const conclusion& c : d_.rules.conclusions) {
                if (c.declared != declared) continue;
                names.push_back(c.term);
                names.insert(names.end(), c.aka().begin(), c.aka().end());
            }
        }
        return names;
    }

    draft& d_;
    std::vector<bool> warned_;
    std::vector<bool> unlike_;  // undeclared facts that look like nothing that is known
};

}  // namespace

void settle_comparisons(draft& d) { comparison_settler(d).settle(); }

void refer_to(draft& d, condition& test, conclusion_id to, conclusion_id owner) {
    test.kind = condition_kind::conclusion;
    test.subject = to;
    test.first = test.size = 0;
    if (owner != nothing && to >= owner) d.from_the_ground_up = false;
}

}  // namespace advise::engine::loading
