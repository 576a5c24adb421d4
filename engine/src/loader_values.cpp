#include "loader_values.hpp"

#include "loader_habits.hpp"
#include "units.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace advise::engine::loading {
namespace {

bool unit_fits(const draft& d, std::uint16_t file, const fact& f, const number_draft& number) {
    return !f.unit.empty() && unit_key(d.spelling_at({file, number.unit})) == unit_key(f.unit);
}

bool is_order(test_op op) { return op == test_op::lt || op == test_op::le || op == test_op::gt || op == test_op::ge; }

/// What is wrong with a test. Finding it out and saying it are two steps: a test may be tried while its fact may still change.
enum class misfit : std::uint8_t {
    none,
    bare_choice,
    wrong_operator,
    range_needs_in,
    several_values,
    word_for_number,
    unit,
    outside_range,
    upper_outside_range,
    range_upside_down,
    not_yes_or_no,
    number_for_option,
    no_such_option
};

class test_settler {
public:
    test_settler(draft& d, condition& test, const fact& f, const fact_draft& of) : d_(d), test_(test), fact_(f), of_(of) {
        if (test.op == test_op::has) return;
        comparison_ = &d.comparisons[test.first];
        values_ = {d.values.data() + comparison_->first, comparison_->size};
    }

    /// Puts the values into the rule base; where something is wrong the test is left as it was.
    misfit settle() {
        std::vector<std::int64_t>& values = d_.rules.test_values.own();
        const std::size_t first = values.size();
        is_range_ = false;
        const misfit found = find_values();
        if (found != misfit::none) {
            values.resize(first);
            return found;
        }
        test_.first = static_cast<std::uint32_t>(first);
        test_.size = static_cast<std::uint32_t>(values.size() - first);
        test_.is_range = is_range_;
        return misfit::none;
    }

    /// The value that does not fit.
    [[nodiscard]] const value_draft& culprit() const { return *culprit_; }

private:
    misfit find_values() {
        const bool choice = fact_.type == fact_type::one_of || fact_.type == fact_type::any_of;
        if (comparison_ == nullptr) return choice ? misfit::bare_choice : misfit::none;
        if (!operator_fits()) return misfit::wrong_operator;
        const auto is_range = [](const value_draft& v) { return v.kind == ast::value_kind::range; };
        const auto range = std::find_if(values_.begin(), values_.end(), is_range);
        if (range != values_.end() && (test_.op != test_op::in || values_.size() > 1)) return blame(*range, misfit::range_needs_in);
        if (values_.size() > 1 && test_.op != test_op::in) return blame(values_[1], misfit::several_values);
        for (const value_draft& v : values_) {
            const misfit found = fact_.type == fact_type::number ? put_number(v) : put_word(v);
            if (found != misfit::none) return blame(v, found);
        }
        return misfit::none;
    }

    misfit blame(const value_draft& v, misfit found) {
        culprit_ = &v;
        return found;
    }

    [[nodiscard]] bool operator_fits() const {
        if ((test_.op == test_op::includes) != (fact_.type == fact_type::any_of)) return false;
        return !is_order(test_.op) || fact_.type == fact_type::level || fact_.type == fact_type::number;
    }

    void put(std::int64_t value) { d_.rules.test_values.push_back(value); }

    misfit put_number(const value_draft& v) {
        if (v.kind == ast::value_kind::word) return misfit::word_for_number;
        const number_draft& number = d_.numbers[v.of];
        if (number.has_unit() && !unit_fits(d_, test_.at.file, fact_, number)) return misfit::unit;
        if (!lies_inside(number.number)) return misfit::outside_range;
        put(number.number);
        if (v.kind != ast::value_kind::range) return misfit::none;
        if (!lies_inside(number.upper)) return misfit::upper_outside_range;
        if (number.number > number.upper) return misfit::range_upside_down;
        put(number.upper);
        is_range_ = true;
        return misfit::none;
    }

    /// A comparison with a number that the fact never is would be always true or never (LANGUAGE.md §4).
    [[nodiscard]] bool lies_inside(std::int64_t number) const { return !fact_.has_range || (fact_.least <= number && number <= fact_.greatest); }

    misfit put_word(const value_draft& v) {
        if (v.kind != ast::value_kind::word) return misfit::number_for_option;
        if (fact_.type == fact_type::yes_no) {
            if (v.of != d_.yes && v.of != d_.no) return misfit::not_yes_or_no;
            put(v.of == d_.yes ? 1 : 0);
            return misfit::none;
        }
        const bool level = fact_.type == fact_type::level;
        const symbol* const begin = level ? d_.scales[fact_.scale].levels.data() : d_.option_names.data() + of_.first_option;
        const symbol* const end = begin + d_.rules.options_of(fact_).size();
        const symbol* const found = std::find(begin, end, v.of);
        if (found == end) return misfit::no_such_option;
        put(found - begin);
        return misfit::none;
    }

    draft& d_;
    condition& test_;
    const fact& fact_;
    const fact_draft& of_;
    const comparison_draft* comparison_ = nullptr;
    std::span<const value_draft> values_;
    const value_draft* culprit_ = nullptr;
    bool is_range_ = false;
};

/// Says what is wrong with a test.
class misfit_reporter {
public:
    misfit_reporter(draft& d, const condition& test, const fact& f, const fact_draft& of)
        : d_(d), test_(test), fact_(f), of_(of), file_(*d.rules.files[test.at.file]), term_(test.at.where) {
        if (test.op == test_op::has) return;
        const comparison_draft& comparison = d.comparisons[test.first];
        op_ = comparison.op;
        term_.end = comparison.term_end;
    }

    void report_bare_choice() {
        grammar::diagnostic& found = error(message::bare_choice, term_, {fact_.term});
        if (fact_.options.empty()) return;
        const std::string operation = fact_.type == fact_type::one_of ? " = " : " includes ";
        found.help.push_back({message::help_write, {written(term_) + operation + grammar::quoted_if_needed(fact_.options.front().term)}});
    }

    void report_operator() {
        if (test_.op == test_op::includes) report_includes();
        else if (fact_.type == fact_type::any_of) report_set();
        else if (fact_.type == fact_type::yes_no)
            error(message::order_of_yes_no, op_, {fact_.term}).help.push_back({message::help_bare_or_not, {written(term_)}});
        else report_order();
    }

    void report(misfit found, const value_draft& v) {
        switch (found) {
        case misfit::range_needs_in:
            error(message::range_needs_in, v.where, {}).help.push_back({message::help_write, {written(term_) + " in " + written(v.where)}});
            break;
        case misfit::several_values:
            error(message::several_values, v.where, {written(op_)}).help.push_back({message::help_write, {values_listed()}});
            break;
        case misfit::word_for_number: report_word(v); break;
        case misfit::unit: report_unit(d_.numbers[v.of]); break;
        case misfit::outside_range: report_outside(v, d_.numbers[v.of].number); break;
        case misfit::upper_outside_range: report_outside(v, d_.numbers[v.of].upper); break;
        case misfit::range_upside_down: report_upside_down(v); break;
        case misfit::not_yes_or_no: report_for_yes_no(v); break;
        case misfit::number_for_option: report_number(v); break;
        case misfit::no_such_option: report_option(v); break;
        default: break;
        }
    }

private:
    grammar::diagnostic& error(message id, span where, grammar::arguments arguments) {
        return d_.error(id, {test_.at.file, where}, std::move(arguments));
    }
    [[nodiscard]] std::string written(span where) const { return std::string(file_.text(where)); }
    [[nodiscard]] bool is_yes_or_no(const value_draft& v) const { return v.of == d_.yes || v.of == d_.no; }

    /// `colour includes red` of a fact that has one value
    void report_includes() {
        grammar::diagnostic& found = error(message::includes_needs_set, op_, {fact_.term, type_shown(fact_.type)});
        const comparison_draft& comparison = d_.comparisons[test_.first];
        if (comparison.size != 0)
            found.help.push_back({message::help_write,
                                  {written(term_) + (fact_.type == fact_type::level ? " >= " : " = ") + written(d_.values[comparison.first].where)}});
    }

    /// The values of the comparison as a list behind `in`.
    [[nodiscard]] std::string values_listed() const {
        const comparison_draft& comparison = d_.comparisons[test_.first];
        std::string all;
        for (std::uint32_t i = 0; i < comparison.size; ++i) all += (i == 0 ? "" : ", ") + written(d_.values[comparison.first + i].where);
        return written(term_) + " in (" + all + ")";
    }

    void report_upside_down(const value_draft& v) {
        const number_draft& number = d_.numbers[v.of];
        error(message::range_upside_down, v.where, {})
            .help.push_back({message::help_write, {written(term_) + " in " + number_shown(number.upper) + ".." + number_shown(number.number)}});
    }

    void report_order() {
        grammar::diagnostic& found = error(message::order_of_choice, op_, {fact_.term});
        std::string levels;
        for (const option& o : fact_.options) levels += (levels.empty() ? "" : " < ") + grammar::quoted_if_needed(o.term);
        const std::string term = grammar::quoted_if_needed(fact_.term);
        if (!levels.empty())
            found.help.push_back({message::help_order_is_a_scale, {grammar::quoted_if_needed(fact_.term + " levels"), levels, term}});
    }

    /// `languages = english`, `languages in (english, german)`
    void report_set() {
        grammar::diagnostic& found = error(message::only_includes, op_, {fact_.term});
        const comparison_draft& comparison = d_.comparisons[test_.first];
        if (comparison.size == 1 && asks_for_nothing(written(d_.values[comparison.first].where))) return help_with_empty_set(found);
        std::string meant;
        for (std::uint32_t i = 0; i < comparison.size; ++i) {
            const value_draft& v = d_.values[comparison.first + i];
            if (v.kind != ast::value_kind::word) return;
            meant += (meant.empty() ? "" : " or ") + written(term_) + " includes " + written(v.where);
        }
        if (comparison.size > 1) meant = "(" + meant + ")";
        if (test_.op == test_op::ne) meant = "not " + meant;
        found.help.push_back({message::help_write, {meant}});
    }

    /// `pets is empty`, `pets = none`, where no option is called so
    [[nodiscard]] bool asks_for_nothing(std::string_view value) const {
        for (const option& o : fact_.options)
            if (grammar::term_key(o.term) == grammar::term_key(value)) return false;
        for (const std::string_view word : {"none", "empty", "nothing", "no", "هیچ", "خالی"})
            if (grammar::term_key(value) == grammar::term_key(word)) return true;
        return false;
    }

    void help_with_empty_set(grammar::diagnostic& found) {
        std::string all;
        for (const option& o : fact_.options) all += (all.empty() ? "" : ", ") + written(term_) + " includes " + grammar::quoted_if_needed(o.term);
        const bool some = test_.op == test_op::ne;
        found.help.push_back({message::help_write, {(some ? "any of (" : "none of (") + all + ")"}});
    }

    void report_outside(const value_draft& v, std::int64_t number) {
        const std::string least = number_shown(fact_.least), greatest = number_shown(fact_.greatest);
        error(message::number_outside_range, v.where, {fact_.term, least, greatest, number_shown(number)})
            .help.push_back({message::help_inside_range, {least + ".." + greatest}});
    }

    void report_unit(const number_draft& number) {
        const std::string unit = d_.spelling_at({test_.at.file, number.unit});
        if (fact_.unit.empty()) {
            error(message::takes_no_unit, number.unit, {fact_.term}).help.push_back({message::help_no_unit, {}});
        } else if (fact_.declared) {
            error(message::wrong_unit, number.unit, {fact_.term, fact_.unit, unit}).help.push_back({message::help_same_unit, {fact_.unit}});
        } else {
            const value_draft& first = d_.values[d_.compared[of_.name].unit];
            grammar::diagnostic& found = error(message::units_differ, number.unit, {fact_.term, fact_.unit, unit});
            d_.note(found, message::note_first_here, {first.file, d_.numbers[first.of].unit});
            found.help.push_back({message::help_same_unit, {fact_.unit}});
        }
    }

    void report_word(const value_draft& v) {
        if (is_yes_or_no(v)) return report_yes_no(v);
        grammar::diagnostic& found = error(message::word_for_number, v.where, {fact_.term, written(v.where)});
        if (const std::string number = number_word(written(v.where)); !number.empty()) found.help.push_back({message::help_write_number, {number}});
        else
            found.help.push_back(
                {message::help_compare_number,
                 {written(term_) + " >= "
                  + number_shown(fact_.has_range ? fact_.greatest / 2 / grammar::limits::grid * grammar::limits::grid : grammar::limits::grid)}});
    }

    void report_for_yes_no(const value_draft& v) {
        const std::string term = grammar::quoted_if_needed(fact_.term);
        error(message::not_yes_or_no, v.where, {fact_.term, written(v.where)}).help.push_back({message::help_bare_or_not, {term}});
    }

    void report_option(const value_draft& v) {
        if (is_yes_or_no(v) && fact_.type == fact_type::level) return report_yes_no(v);
        const bool level = fact_.type == fact_type::level;
        const std::string word = d_.spelling_at({test_.at.file, v.where});
        grammar::diagnostic& found = error(level ? message::no_such_level : message::no_such_option, v.where, {word, fact_.term});
        std::vector<std::string_view> names;
        for (const option& o : d_.rules.options_of(fact_)) names.push_back(o.term);
        std::string near = d_.labelled(v.of, level ? label_of::level : label_of::option, level ? fact_.scale : d_.use(of_.name).of);
        if (near.empty() && level && fact_.declared && d_.rules.scales[fact_.scale].built_in) near = built_in_level(word);
        if (near.empty()) near = d_.nearest(word, names);
        if (!near.empty()) found.help.push_back({message::help_did_you_mean, {near}});
        found.help.push_back({level ? message::help_levels : message::help_options, {options_shown(d_.rules, fact_)}});
        if (!fact_.declared && near.empty())
            found.help.push_back({message::help_declare_choice, {grammar::quoted_if_needed(fact_.term), grammar::quoted_if_needed(word)}});
    }

    /// What people call the levels of the scale that needs no declaration.
    static std::string built_in_level(std::string_view word) {
        constexpr std::pair<std::string_view, std::string_view> words[] = {
            {"zero", "none"},           {"low", "beginner"},          {"basic", "beginner"},   {"novice", "beginner"},      {"some", "beginner"},
            {"medium", "intermediate"}, {"moderate", "intermediate"}, {"mid", "intermediate"}, {"average", "intermediate"}, {"high", "advanced"},
            {"good", "advanced"},       {"strong", "advanced"},       {"senior", "advanced"},  {"top", "expert"},           {"very high", "expert"},
        };
        const std::string key = grammar::term_key(word);
        for (const auto& [theirs, ours] : words)
            if (grammar::term_key(theirs) == key) return std::string(ours);
        return {};
    }

    void report_yes_no(const value_draft& v) {
        const bool affirmed = (v.of == d_.yes) == (test_.op != test_op::ne);
        const std::string term = written(term_);
        grammar::diagnostic& found = error(message::yes_no_elsewhere, v.where, {fact_.term, type_shown(fact_.type)});
        found.help.push_back({message::help_write, {affirmed ? term : "not " + term}});
        if (!fact_.declared) found.help.push_back({message::help_declare_fact, {grammar::quoted_if_needed(fact_.term), message::type_yes_no}});
    }

    void report_number(const value_draft& v) {
        if (fact_.type == fact_type::yes_no) return report_for_yes_no(v);
        if (fact_.type != fact_type::level) {
            error(message::number_for_choice, v.where, {fact_.term}).help.push_back({message::help_options, {options_shown(d_.rules, fact_)}});
            return;
        }
        grammar::diagnostic& found = error(message::number_for_level, v.where, {fact_.term});
        const auto& levels = d_.rules.options_of(fact_);
        const auto top = static_cast<std::int64_t>(levels.size()) - 1;
        const std::int64_t number = d_.numbers[v.of].number;
        const std::int64_t index = number / grammar::limits::grid;
        if (v.kind == ast::value_kind::number && number >= 0 && number % grammar::limits::grid == 0 && index <= top) {
            const std::string& level = levels[static_cast<std::size_t>(index)].term;
            found.help.push_back({message::help_write, {written(term_) + ' ' + written(op_) + ' ' + grammar::quoted_if_needed(level)}});
        } else {
            found.help.push_back({message::help_levels, {options_shown(d_.rules, fact_)}});
        }
    }

    draft& d_;
    const condition& test_;
    const fact& fact_;
    const fact_draft& of_;
    const grammar::source& file_;
    span term_;
    span op_;
};

bool asks_a_built_in_level(const draft& d, const condition& test) {
    if (test.kind != condition_kind::test || test.size == unsettled || test.op == test_op::has) return false;
    const fact& f = d.rules.facts[test.subject];
    return f.type == fact_type::level && f.scale == built_in_scale;
}

}  // namespace

bool settle_test(draft& d, condition& test, const fact& f, const fact_draft& of) {
    test_settler settler(d, test, f, of);
    const misfit found = settler.settle();
    if (found == misfit::none) return true;
    misfit_reporter say(d, test, f, of);
    if (found == misfit::bare_choice) say.report_bare_choice();
    else if (found == misfit::wrong_operator) say.report_operator();
    else say.report(found, settler.culprit());
    return false;
}

bool settle_early(draft& d, condition& test, fact_id of) {
    const fact& f = d.rules.facts[of];
    const bool type_known = !d.facts[of].broken && (f.type != fact_type::level || f.scale != nothing);
    if (!type_known || test_settler(d, test, f, d.facts[of]).settle() != misfit::none) return false;
    test.subject = of;
    return true;
}

bool settle_quietly(draft& d, condition& test, const fact& f, const fact_draft& of) { return test_settler(d, test, f, of).settle() == misfit::none; }

std::vector<outdated_level> renumber_levels(draft& d, const std::vector<symbol>& levels) {
    std::vector<outdated_level> outdated;
    for (const condition& test : d.rules.conditions) {
        if (!asks_a_built_in_level(d, test)) continue;
        for (std::uint32_t i = test.first; i < test.first + test.size; ++i) {
            std::int64_t& value = d.rules.test_values[i];
            const auto was = static_cast<std::size_t>(value);
            const auto now = std::find(levels.begin(), levels.end(), d.scales[built_in_scale].levels[was]);
            if (now == levels.end()) outdated.push_back({test.at, test.subject, d.rules.scales[built_in_scale].levels[was].term});
            value = now == levels.end() ? 0 : now - levels.begin();
        }
    }
    return outdated;
}

void report(draft& d, const std::vector<outdated_level>& outdated) {
    for (const outdated_level& one : outdated) {
        const fact& f = d.rules.facts[one.fact];
        d.error(message::no_such_level, one.at, {one.level, f.term}).help.push_back({message::help_levels, {options_shown(d.rules, f)}});
    }
}

}  // namespace advise::engine::loading
