#include "loader_habits.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <array>

namespace advise::engine::loading {
namespace {

using grammar::sentence;
using grammar::without_blanks;

bool starts_word(std::string_view text, std::string_view word) {
    return text.size() > word.size() && text.starts_with(word) && text[word.size()] == ' ';
}

class guess {
public:
    guess(draft& d, std::size_t index, fact_id undeclared)
        : d_(d), at_(d.rules.conditions[index]), before_(index == 0 ? nullptr : &d.rules.conditions[index - 1]),
          term_(d.rules.facts[undeclared].term), name_(d.facts[undeclared].name), self_(undeclared) {
        follows_ = before_ && before_->kind == condition_kind::test && before_->op != test_op::has && before_->at.file == at_.at.file
                   && before_->at.where.end <= at_.at.where.begin;
        if (follows_) between_ = without_blanks(text(before_->at.where.end, at_.at.where.begin));
        follows_ = follows_ && (between_ == "or" || between_ == "and" || between_ == ",");
    }

    std::optional<sentence> read() {
        if (at_.op == test_op::has && follows_) {
            if (auto meant = or_more()) return meant;
            if (auto meant = value_of(before_->subject)) return meant;
        }
        if (auto meant = said_in_words()) return meant;
        if (auto meant = points_said()) return meant;
        if (at_.op != test_op::has) return std::nullopt;
        if (auto meant = option_in_fact()) return meant;
        if (auto meant = value_after_fact()) return meant;
        if (auto meant = value_before_fact()) return meant;
        if (auto meant = filler()) return meant;
        return option_of_some_fact();
    }

private:
    [[nodiscard]] std::string_view text(std::uint32_t begin, std::uint32_t end) const { return d_.rules.files[at_.at.file]->text({begin, end}); }
    [[nodiscard]] std::string_view last_comparison() const { return text(before_->at.where.begin, before_->at.where.end); }

    /// The declared fact of a spelling, or `nothing`.
    [[nodiscard]] fact_id declared(std::string_view spelling) const {
        const symbol s = d_.symbols.find(spelling);
        if (s == no_symbol || s >= d_.uses.size()) return nothing;
        const symbol name = d_.resolved(s);
        const name_use& use = d_.uses[name];
        return use.kind == name_kind::fact && d_.rules.facts[use.of].declared ? use.of : nothing;
    }
    [[nodiscard]] bool names_something(std::string_view spelling) const {
        if (declared(spelling) != nothing) return true;
        const symbol s = d_.symbols.find(spelling);
        return s != no_symbol && s < d_.uses.size() && d_.uses[d_.resolved(s)].kind == name_kind::conclusion;
    }

    [[nodiscard]] bool has_value(fact_id f, symbol value) const {
        const fact& of = d_.rules.facts[f];
        if (of.type != fact_type::level && of.type != fact_type::one_of && of.type != fact_type::any_of) return false;
        const bool level = of.type == fact_type::level;
        const symbol* const begin = level ? d_.scales[of.scale].levels.data() : d_.option_names.data() + d_.facts[f].first_option;
        const symbol* const end = begin + d_.rules.options_of(of).size();
        return std::find(begin, end, value) != end;
    }

    /// `age >= 18 or more`
    std::optional<sentence> or_more() const {
        if (between_ != "or") return std::nullopt;
        const bool more = std::ranges::any_of(std::array{"more", "above", "better", "higher", "over", "greater", "older", "بیشتر", "بالاتر"},
                                              [&](const char* w) { return term_ == w; });
        const bool less = std::ranges::any_of(std::array{"less", "fewer", "below", "lower", "under", "younger", "کمتر", "پایین‌تر"},
                                              [&](const char* w) { return term_ == w; });
        if ((!more && !less) || before_->subject == nothing || before_->subject >= d_.rules.facts.size()) return std::nullopt;
        std::string said(last_comparison());
        if (before_->op == test_op::eq) {
            for (const std::string_view sign : {" is ", " = ", "="}) {
                const std::size_t found = said.find(sign);
                if (found == std::string::npos) continue;
                said.replace(found, sign.size(), more ? " >= " : " <= ");
                break;
            }
        }
        return sentence{message::help_comparison_meant, {said}};
    }

    /// `colour is red or blue`, `tools includes a and b`, `sql >= advanced or expert`
    std::optional<sentence> value_of(fact_id f) const {
        if (f == nothing || f >= d_.rules.facts.size() || !has_value(f, name_)) return std::nullopt;
        const fact& of = d_.rules.facts[f];
        const std::string said(last_comparison()), fact_term = grammar::quoted_if_needed(of.term), value = grammar::quoted_if_needed(term_);
        if (of.type == fact_type::level) {
            const std::size_t sign = said.find_first_of("<>=!");
            const std::string how = sign == std::string::npos ? ">=" : said.substr(sign, said.find_last_of("<>=!") + 1 - sign);
            return sentence{message::help_level_compared, {term_, said + " " + std::string(between_) + " " + fact_term + " " + how + " " + value}};
        }
        const std::string_view joining = between_ == "," ? "or" : between_;
        const std::string_view sign = of.type == fact_type::any_of ? " includes " : said.find('=') != said.npos ? " = " : " is ";
        std::string meant = said + " " + std::string(joining) + " " + fact_term + std::string(sign) + value;
        if (before_->op == test_op::ne) {
            const std::size_t word = said.rfind(' ');
            meant = "not " + fact_term + " in (" + said.substr(word == std::string::npos ? 0 : word + 1) + ", " + value + ")";
        }
        return sentence{message::help_option_compared, {term_, of.term, meant}};
    }

    /// "age over limit", where age is a fact.
    std::optional<sentence> said_in_words() const {
        const auto said = grammar::find_worded_comparison(term_);
        if (!said || at_.op != test_op::has) return std::nullopt;
        const std::string_view before = said->before;
        const fact_id f = declared(before);
        if (f == nothing) return std::nullopt;
        std::string_view value = said->after;
        for (const std::string_view article : {"a", "an", "the"})
            if (starts_word(value, article)) value = without_blanks(value.substr(article.size()));
        const fact_type type = d_.rules.facts[f].type;
        const std::string_view sign = type == fact_type::any_of && said->sign == "="                                 ? "includes"
                                      : type == fact_type::one_of && (said->sign == "includes" || said->sign == "=") ? "is"
                                                                                                                     : said->sign;
        return sentence{message::help_comparison_meant, {std::string(before) + " " + std::string(sign) + " " + std::string(value)}};
    }

    /// "red in colour", where red is an option of colour.
    std::optional<sentence> option_in_fact() const {
        const std::size_t in = term_.find(" in ");
        if (in == std::string::npos) return std::nullopt;
        const std::string_view value = std::string_view(term_).substr(0, in);
        const fact_id f = declared(std::string_view(term_).substr(in + 4));
        if (f == nothing || !has_value(f, d_.symbols.find(value))) return std::nullopt;
        const fact& of = d_.rules.facts[f];
        const std::string_view sign = of.type == fact_type::any_of ? " includes " : of.type == fact_type::one_of ? " is " : " >= ";
        return sentence{message::help_option_compared,
                        {std::string(value), of.term, grammar::quoted_if_needed(of.term) + std::string(sign) + std::string(value)}};
    }

    /// "languages english", "sql advanced", "pets has cat", "pets has no cat", "sql level advanced": where the first words are a fact, the last ones a value of it.
    std::optional<sentence> value_after_fact() const {
        for (std::size_t blank = term_.find(' '); blank != std::string::npos; blank = term_.find(' ', blank + 1)) {
            const std::string before = term_.substr(0, blank);
            const fact_id f = declared(before);
            if (f == nothing) continue;
            std::string_view value = std::string_view(term_).substr(blank + 1);
            const bool refused = without_verb(value);
            if (!has_value(f, d_.symbols.find(value))) continue;
            return sentence{message::help_comparison_meant, {(refused ? "not " : "") + compared(f, before, value)}};
        }
        return std::nullopt;
    }

    /// "advanced sql": the level first.
    std::optional<sentence> value_before_fact() const {
        for (std::size_t blank = term_.find(' '); blank != std::string::npos; blank = term_.find(' ', blank + 1)) {
            const std::string_view value = std::string_view(term_).substr(0, blank), after = std::string_view(term_).substr(blank + 1);
            const fact_id f = declared(after);
            if (f == nothing || d_.rules.facts[f].type != fact_type::level || !has_value(f, d_.symbols.find(value))) continue;
            return sentence{message::help_comparison_meant, {compared(f, after, value)}};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string compared(fact_id f, std::string_view term, std::string_view value) const {
        const fact_type type = d_.rules.facts[f].type;
        const std::string_view sign = type == fact_type::any_of ? " includes " : type == fact_type::one_of ? " is " : " >= ";
        return std::string(term).append(sign).append(value);
    }

    /// Takes "has", "level at" and the like off the front of a value. \return whether a "no" stood there
    static bool without_verb(std::string_view& value) {
        bool refused = false;
        for (bool taken = true; taken;) {
            taken = false;
            for (const std::string_view verb : {"has", "have", "had", "contains", "contain", "with", "level", "at", "of", "a", "an", "the", "no",
                                                "doesn't", "don't", "lacks", "without", "دارد", "شامل"}) {
                if (!starts_word(value, verb)) continue;
                value = without_blanks(value.substr(verb.size()));
                taken = true;
                for (const std::string_view no : {"no", "doesn't", "don't", "lacks", "without"}) refused |= verb == no;
            }
        }
        return refused;
    }

    /// `requires points >= 3`; `+3 points sql`, `+3 points if sql`
    std::optional<sentence> points_said() const {
        if (term_ == "points" && at_.op != test_op::has && at_.op != test_op::includes) {
            const std::string_view said = text(at_.at.where.begin, at_.at.where.end);
            const std::size_t digit = said.find_first_of("0123456789");
            if (digit == said.npos) return std::nullopt;
            return sentence{message::help_write, {"requires " + std::string(said.substr(digit)) + " points"}};
        }
        if (!starts_word(term_, "points") && !starts_word(term_, "point")) return std::nullopt;
        std::string_view rest = without_blanks(std::string_view(term_).substr(term_.find(' ')));
        for (const std::string_view word : {"if", "for", "when"})
            if (starts_word(rest, word)) rest = without_blanks(rest.substr(word.size()));
        if (!names_something(rest)) return std::nullopt;
        return sentence{message::help_did_you_mean, {std::string(rest)}};
    }

    /// "either sql", "has sql", "no sql", "a xor b"
    std::optional<sentence> filler() {
        const std::string_view term = term_;
        for (const std::string_view word : {"either", "both", "if", "when", "has", "have", "knows", "is", "the", "a", "an", "for", "اگر", "هم"}) {
            if (!starts_word(term, word)) continue;
            const std::string_view rest = without_blanks(term.substr(word.size()));
            if (names_something(rest)) return sentence{message::help_did_you_mean, {std::string(rest)}};
            if (const symbol value = d_.symbols.find(rest); value != no_symbol)
                if (auto meant = option_of_some_fact(value, rest)) return meant;
        }
        for (const std::string_view word :
             {"no", "without", "non", "doesn't have", "does not have", "isn't", "is no", "aren't", "no", "lacks", "never", "بدون", "نه"}) {
            if (!starts_word(term, word)) continue;
            const std::string_view rest = without_blanks(term.substr(word.size()));
            if (names_something(rest)) return sentence{message::help_did_you_mean, {"not " + std::string(rest)}};
        }
        for (const std::string_view word : {" xor ", " nor ", " و ", " یا "}) {
            const std::size_t found = term.find(word);
            if (found == term.npos || !names_something(without_blanks(term.substr(0, found)))
                || !names_something(without_blanks(term.substr(found + word.size()))))
                continue;
            const std::string first(without_blanks(term.substr(0, found))), second(without_blanks(term.substr(found + word.size())));
            if (word == " xor ") return sentence{message::help_write, {"exactly 1 of (" + first + ", " + second + ")"}};
            if (word == " nor ") return sentence{message::help_write, {"none of (" + first + ", " + second + ")"}};
            return sentence{message::help_did_you_mean, {first + (word == " و " ? " and " : " or ") + second}};
        }
        return std::nullopt;
    }

    /// An option or level all alone.
    std::optional<sentence> option_of_some_fact() { return option_of_some_fact(name_, term_); }

    std::optional<sentence> option_of_some_fact(symbol name, std::string_view said) {
        // Who finds nothing here looks for a near name next, which counts too: one suggestion for one name.
        if (d_.suggestions_left == 0) return std::nullopt;
        for (fact_id f = 0; f < d_.rules.facts.size(); ++f) {
            const fact& of = d_.rules.facts[f];
            if (f == self_ || !of.declared || !has_value(f, name)) continue;
            --d_.suggestions_left;
            const std::string fact_term = grammar::quoted_if_needed(of.term), value = grammar::quoted_if_needed(said);
            if (of.type == fact_type::level) return sentence{message::help_level_compared, {std::string(said), fact_term + " >= " + value}};
            return sentence{message::help_option_compared,
                            {std::string(said), of.term, fact_term + (of.type == fact_type::any_of ? " includes " : " is ") + value}};
        }
        return std::nullopt;
    }

    draft& d_;
    const condition& at_;
    const condition* before_;
    const std::string& term_;
    symbol name_;
    fact_id self_;
    bool follows_ = false;
    std::string_view between_;
};

}  // namespace

std::optional<sentence> meant_by_undeclared(draft& d, std::size_t index, fact_id undeclared) { return guess(d, index, undeclared).read(); }

std::string_view type_of_other_languages(std::string_view word) {
    constexpr std::pair<std::string_view, std::string_view> types[] = {
        {"boolean", "yes/no"},    {"bool", "yes/no"},       {"flag", "yes/no"},       {"yes", "yes/no"},        {"trait", "yes/no"},
        {"true/false", "yes/no"}, {"y/n", "yes/no"},        {"integer", "number"},    {"int", "number"},        {"float", "number"},
        {"decimal", "number"},    {"real", "number"},       {"numeric", "number"},    {"amount", "number"},     {"years", "number"},
        {"percent", "number"},    {"skill", "level"},       {"choice", "one of (…)"}, {"enum", "one of (…)"},   {"option", "one of (…)"},
        {"set", "any of (…)"},    {"string", "one of (…)"}, {"text", "one of (…)"},   {"percentage", "number"}, {"money", "number"},
        {"currency", "number"},   {"double", "number"},     {"range", "number"},      {"date", "number"},       {"list", "any of (…)"},
    };
    if (starts_word(word, "level")) return "level";
    const std::string key = grammar::term_key(word);
    for (const auto& [theirs, ours] : types)
        if (key == theirs) return ours;
    return {};
}

std::string number_word(std::string_view word) {
    constexpr std::array<std::string_view, 13> words{"zero",  "one",   "two",  "three", "four",   "five",  "six",
                                                     "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    const std::string key = grammar::term_key(word);
    for (std::size_t n = 0; n < words.size(); ++n)
        if (key == words[n]) return std::to_string(n);
    return {};
}

}  // namespace advise::engine::loading
