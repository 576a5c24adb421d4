// How things are said: facts, values, tests, conditions, points, places, in English and Persian. Everything here is a part of
// a sentence, in small letters where the language allows; `sentence_start` makes the beginning of one. All text of users
// leaves this file printable.
#pragma once

#include "../catalogue.hpp"
#include "capitals.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

/// The first letter as a capital, where it is a small ASCII letter.
std::string sentence_start(std::string text);

/// The title of a rule base, printable; "" where it has none in the reader's language, as far as we know both languages.
std::string title_for(const engine::rule_base& rules, grammar::language in);

/// ASCII digits as Persian ones when `in` is Persian.
std::string digits(std::string_view text, grammar::language in);

/// Whether a unit is written so: singular and plural, and in the words of both languages. `unit` empty: steps.
bool is_unit(std::string_view written, std::string_view unit);

/// What goes between the marks of quotation of the language.
std::string in_quotes(std::string_view text, grammar::language in);

/// An argument as it can be typed into a shell: as it is where that is safe, else in quotes.
std::string shell_word(std::string_view text);

class words {
public:
    /// Both must outlive the object.
    words(const engine::rule_base& rules, const engine::facts& person, grammar::language in) : rules_(rules), person_(person), in_(in), capitals_(rules) {}

    [[nodiscard]] grammar::language language() const { return in_; }
    [[nodiscard]] const engine::rule_base& rules() const { return rules_; }
    [[nodiscard]] const engine::facts& person() const { return person_; }
    [[nodiscard]] std::string say_it(say id, std::initializer_list<std::string_view> arguments = {}) const { return tell(id, in_, arguments); }

    // names: the label in the reader's language, else in the rule base's, else the term
    [[nodiscard]] std::string fact(engine::fact_id f) const;                    ///< as within a sentence
    [[nodiscard]] std::string conclusion(engine::conclusion_id c) const;        ///< as a heading
    [[nodiscard]] std::string conclusion_inside(engine::conclusion_id c) const; ///< as within a sentence

    // values
    [[nodiscard]] std::string value(engine::fact_id f, std::int64_t v) const;   ///< "advanced", "yes", "3 years", "in the cloud"
    [[nodiscard]] std::string value(engine::fact_id f, const engine::fact_value& v) const;
    /// All values that a number can have: "0 to 7", or "at least 0".
    [[nodiscard]] std::string number_domain(engine::fact_id f) const;
    /// Of any fact, its kind and its values: "a level from none to expert", "yes or no", "a number, 0 to 60 years", "one of a, b and c".
    [[nodiscard]] std::string domain(engine::fact_id f) const;
    [[nodiscard]] std::string interval(engine::fact_id f, std::int64_t from, std::int64_t to) const;  ///< "at least 3 years", "none or beginner"
    [[nodiscard]] std::string known(engine::fact_id f) const;                   ///< what is known of it: "at least beginner", "unknown"
    [[nodiscard]] std::string known_with_line(engine::fact_id f) const;         ///< "advanced (line 3)", "not in your profile"
    [[nodiscard]] std::string known_briefly(engine::fact_id f) const;           ///< the same between brackets: "advanced, line 3"
    /// Whether the profile closes the fact without naming it, and its "no" has another name: an option, or the lowest level of a scale of its own ("avoids").
    [[nodiscard]] bool counts_as_option(engine::fact_id f) const;
    [[nodiscard]] std::string profile_says(engine::fact_id f) const;            ///< "your profile says none (line 6)", "it is not in your profile"

    /// An effort in the rule base's unit: "12 weeks"; where it has none, "3 steps".
    [[nodiscard]] std::string effort(std::int64_t micro) const;

    // conditions
    [[nodiscard]] std::string condition(engine::condition_id c) const;          ///< "at least 2 of a, b and c from advanced"
    /// Of a condition with members what it asks of them, without the members: "all of these", "at least 2 of these 3"; else all of it.
    [[nodiscard]] std::string frame(engine::condition_id c) const;

    // points
    [[nodiscard]] std::string points(std::int64_t n) const;                     ///< "3 points", "1 point", "no points"
    [[nodiscard]] std::string points(engine::points_interval p) const;          ///< "3 to 5 points"
    [[nodiscard]] std::string signed_points(std::int64_t n) const;              ///< "+3", "−2"

    // places, reasons, sources
    [[nodiscard]] std::string place(const engine::origin& at) const;            ///< "ml_roles.rules:123"
    [[nodiscard]] std::string reason(const std::vector<engine::because>& reasons) const;          ///< "" where none is given
    [[nodiscard]] std::string sources(const std::vector<engine::citation>& citations) const;      ///< "book, paragraph 3; …"

    [[nodiscard]] std::string number(std::int64_t n) const;                     ///< a count
    [[nodiscard]] std::string list_and(const std::vector<std::string>& items) const;
    [[nodiscard]] std::string list_or(const std::vector<std::string>& items) const;
    /// All of them with one thing between each two.
    [[nodiscard]] std::string list_with(say between, const std::vector<std::string>& items) const;
    /// At most `most` of the items, then "and 3 more".
    [[nodiscard]] std::string short_list(std::vector<std::string> items, std::size_t most) const;

private:
    [[nodiscard]] std::string label_of(const engine::texts& labels, std::string_view term) const;
    [[nodiscard]] std::string inside(const engine::texts& labels, std::string_view term, const engine::texts* questions) const;
    [[nodiscard]] std::string decimal(std::int64_t micro) const;
    [[nodiscard]] std::string lines_of(const engine::known_fact& k) const;
    [[nodiscard]] std::string members(const engine::fact& f, const std::vector<std::uint32_t>& which) const;
    [[nodiscard]] std::string test(const engine::condition& c, const std::string& subject, bool negated) const;
    [[nodiscard]] std::string test_of_level(const engine::condition& c, const std::string& subject, bool negated) const;
    [[nodiscard]] std::string test_of_number(const engine::condition& c, const std::string& subject, bool negated) const;
    [[nodiscard]] std::string test_of_choice(const engine::condition& c, const std::string& subject, bool negated) const;
    [[nodiscard]] std::string gate(const engine::condition& c, bool negated, unsigned depth) const;
    [[nodiscard]] std::string said(engine::condition_id c, bool negated, unsigned depth) const;
    [[nodiscard]] bool one_comparison(const engine::condition& c) const;
    [[nodiscard]] std::string one_set(const engine::condition& c, bool negated) const;

    const engine::rule_base& rules_;
    const engine::facts& person_;
    grammar::language in_;
    mutable capitals capitals_;     ///< remembers what it found
};

}  // namespace advise::cli
