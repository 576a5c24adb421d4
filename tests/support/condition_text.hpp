#pragma once

// The text of rules in the making: terms, conditions, and where a line may break.

#include <set>
#include <string>
#include <string_view>

#include "spell.hpp"

namespace advise::tests {

class condition_text {
public:
    condition_text(const rule_base& base, const spelling& how) : say_(how), base_(base) {}

    std::string take() { return std::move(out_); }
    speller& say() { return say_; }

    void put(std::string_view text);
    void line(std::string_view text);  // and the end of the line
    void end_line();
    void blank_line() { out_ += '\n'; }
    // Whether what follows could not be taken for a part of the last word but for `->`.
    bool ends_a_word() const;
    // A new line inside a statement; the caller has made sure that the statement goes on.
    void break_line();

    void fact_name(std::size_t index);
    void conclusion_name(std::size_t index);
    void name_of_value(std::string_view canonical);
    // Any condition as `A or B …`, the loosest binding.
    void condition_of(const condition& body) { any(body, binding::loose); }
    // `(a, b, …)` of options, as a declaration has them.
    void names(const std::vector<std::string>& list);

private:
    // How tightly the surroundings bind.
    enum class binding { loose, in_any, in_all };

    void any(const condition& body, binding around);
    void bare_form(const condition& body);
    void joined(const condition& body, std::string_view word, std::string_view symbol, binding inner);
    void negation(const condition& body);
    void list(const condition& body);
    void list_head(const condition& body);
    void comparison(const fact& about, const fact_test& asked);
    void value_of(const fact& about, value shown);
    void unit_of(const fact& about);
    void range(const fact& about, const fact_test& asked);
    void value_list(const fact& about, const fact_test& asked);
    void open_parenthesis();
    void close_parenthesis();
    void term(std::string_view canonical, bool exact);
    void comma();

    speller say_;
    const rule_base& base_;
    std::string out_;
    std::size_t depth_ = 0;
    bool at_line_start_ = true;
    std::set<std::string> shown_;  // undeclared names that stand somewhere already
};

}  // namespace advise::tests
