#include "loader_values.hpp"

#include "loader_habits.hpp"
#include "units.hpp"

#include <algorithm>
#include <span>

namespace advise::engine::loading {
namespace {

bool is_order(test_op op) { return op == test_op::lt || op == test_op::le || op == test_op::gt || op == test_op::ge; }

class test_settler {
public:
    test_settler(draft& d, condition& test, const fact& f, const fact_draft& of)
        : d_(d), test_(test), fact_(f), of_(of), file_(*d.rules.files[test.at.file]) {
        if (test.op == test_op::has) {
            term_ = test.at.where;
            return;
        }
        const comparison_draft& comparison = d.comparisons[test.first];
        op_ = comparison.op;
        term_ = {test.at.where.begin, comparison.term_end};
        values_ = {d.values.data() + comparison.first, comparison.size};
    }

    bool settle() {
        test_.first = static_cast<std::uint32_t>(d_.rules.test_values.size());
        test_.size = 0;
        if (test_.op == test_op::has) return settle_alone();
        if (!operator_fits() || !list_fits()) return false;
        for (const value_draft& v : values_)
            if (!settle(v)) return false;
        return true;
    }

private:
    grammar::diagnostic& error(message id, span where, grammar::arguments arguments) {
        return d_.error(id, {test_.at.file, where}, std::move(arguments));
    }
    [[nodiscard]] std::string written(span where) const { return std::string(file_.text(where)); }

    bool settle_alone() {
        if (fact_.type != fact_type::one_of && fact_.type != fact_type::any_of) return true;
        grammar::diagnostic& found = error(message::bare_choice, term_, {fact_.term});
        if (fact_.options.empty()) return false;
        const std::string operation = fact_.type == fact_type::one_of ? " = " : " includes ";
        found.help.push_back({message::help_write, {written(term_) + operation + grammar::quoted_if_needed(fact_.options.front().term)}});
        return false;
    }

    bool operator_fits() {
        if (test_.op == test_op::includes && fact_.type != fact_type::any_of) {
            error(message::includes_needs_set, op_, {fact_.term, type_shown(fact_.type)});
            return false;
        }
        if (test_.op != test_op::includes && fact_.type == fact_type::any_of) {
            error(message::only_includes, op_, {fact_.term});
            return false;
        }
        if (!is_order(test_.op) || fact_.type == fact_type::level || fact_.type == fact_type::number) return true;
        error(fact_.type == fact_type::yes_no ? message::order_of_yes_no : message::order_of_choice, op_, {fact_.term});
        return false;
    }

    bool list_fits() {
        const auto is_range = [](const value_draft& v) { return v.kind == ast::value_kind::range; };
        const auto range = std::find_if(values_.begin(), values_.end(), is_range);
        if (range != values_.end() && (test_.op != test_op::in || values_.size() > 1)) {
            error(message::range_needs_in, range->where, {});
            return false;
        }
        if (values_.size() > 1 && test_.op != test_op::in) {
            error(message::several_values, values_[1].where, {written(op_)});
            return false;
        }
        return true;
    }

    bool settle(const value_draft& v) {
        if (fact_.type == fact_type::number) return settle_number(v);
        if (v.kind != ast::value_kind::word) return refuse_number(v);
        if (fact_.type == fact_type::yes_no) return settle_yes_no(v);
        return settle_option(v);
    }

    void put(std::int64_t value) {
        d_.rules.test_values.push_back(value);
        ++test_.size;
    }

    // --- numbers

    bool settle_number(const value_draft& v) {
        if (v.kind == ast::value_kind::word) return refuse_word(v);
        const number_draft& number = d_.numbers[v.of];
        if (!unit_fits(number) || !lies_inside(v, number.number)) return false;
        put(number.number);
        if (v.kind != ast::value_kind::range) return true;
        if (!lies_inside(v, number.upper)) return false;
        if (number.number > number.upper) {
            error(message::range_upside_down, v.where, {});
            return false;
        }
        put(number.upper);
        test_.is_range = true;
        return true;
    }

    /// A comparison with a number that the fact never is would be always true or never (LANGUAGE.md §4).
    bool lies_inside(const value_draft& v, std::int64_t number) {
        if (!fact_.has_range || (fact_.least <= number && number <= fact_.greatest)) return true;
        error(message::number_outside_range, v.where, {fact_.term, number_shown(fact_.least), number_shown(fact_.greatest), number_shown(number)});
        return false;
    }

    bool unit_fits(const number_draft& number) {
        if (!number.has_unit()) return true;
        const std::string unit = d_.spelling_at({test_.at.file, number.unit});
        if (fact_.unit.empty()) {
            error(message::takes_no_unit, number.unit, {fact_.term}).help.push_back({message::help_no_unit, {}});
            return false;
        }
        if (unit_key(unit) == unit_key(fact_.unit)) return true;
        if (fact_.declared) {
            error(message::wrong_unit, number.unit, {fact_.term, fact_.unit, unit}).help.push_back({message::help_same_unit, {fact_.unit}});
            return false;
        }
        const value_draft& first = d_.values[d_.compared[of_.name].unit];
        d_.note(error(message::units_differ, number.unit, {fact_.term, fact_.unit, unit}), message::note_first_here,
                {first.file, d_.numbers[first.of].unit});
        return false;
    }

    bool refuse_word(const value_draft& v) {
        if (is_yes_or_no(v)) return refuse_yes_no(v);
        grammar::diagnostic& found = error(message::word_for_number, v.where, {fact_.term, written(v.where)});
        if (const std::string number = number_word(written(v.where)); !number.empty()) found.help.push_back({message::help_write_number, {number}});
        return false;
    }

    // --- words

    [[nodiscard]] bool is_yes_or_no(const value_draft& v) const { return v.kind == ast::value_kind::word && (v.of == d_.yes || v.of == d_.no); }

    void refuse_for_yes_no(const value_draft& v) {
        const std::string term = grammar::quoted_if_needed(fact_.term);
        error(message::not_yes_or_no, v.where, {fact_.term, written(v.where)}).help.push_back({message::help_bare_or_not, {term}});
    }

    bool settle_yes_no(const value_draft& v) {
        if (!is_yes_or_no(v)) {
            refuse_for_yes_no(v);
            return false;
        }
        put(v.of == d_.yes ? 1 : 0);
        return true;
    }

    bool settle_option(const value_draft& v) {
        const bool level = fact_.type == fact_type::level;
        const symbol* const begin = level ? d_.scales[fact_.scale].levels.data() : d_.option_names.data() + of_.first_option;
        const symbol* const end = begin + d_.rules.options_of(fact_).size();
        const symbol* const found = std::find(begin, end, v.of);
        if (found == end) return refuse_option(v);
        put(found - begin);
        return true;
    }

    bool refuse_option(const value_draft& v) {
        if (is_yes_or_no(v) && fact_.type == fact_type::level) return refuse_yes_no(v);
        const bool level = fact_.type == fact_type::level;
        const std::string word = d_.spelling_at({test_.at.file, v.where});
        grammar::diagnostic& found = error(level ? message::no_such_level : message::no_such_option, v.where, {word, fact_.term});
        std::vector<std::string_view> names;
        for (const option& o : d_.rules.options_of(fact_)) names.push_back(o.term);
        std::string near = d_.labelled(v.of, level ? label_of::level : label_of::option, level ? fact_.scale : d_.use(of_.name).of);
        if (near.empty()) near = d_.nearest(word, names);
        if (!near.empty()) found.help.push_back({message::help_did_you_mean, {near}});
        found.help.push_back({level ? message::help_levels : message::help_options, {options_shown(d_.rules, fact_)}});
        if (!fact_.declared && near.empty())
            found.help.push_back({message::help_declare_choice, {grammar::quoted_if_needed(fact_.term), grammar::quoted_if_needed(word)}});
        return false;
    }

    bool refuse_yes_no(const value_draft& v) {
        const bool affirmed = (v.of == d_.yes) == (test_.op != test_op::ne);
        const std::string term = written(term_);
        grammar::diagnostic& found = error(message::yes_no_elsewhere, v.where, {fact_.term, type_shown(fact_.type)});
        found.help.push_back({message::help_write, {affirmed ? term : "not " + term}});
        if (!fact_.declared) found.help.push_back({message::help_declare_fact, {grammar::quoted_if_needed(fact_.term), message::type_yes_no}});
        return false;
    }

    bool refuse_number(const value_draft& v) {
        if (fact_.type == fact_type::yes_no) {
            refuse_for_yes_no(v);
            return false;
        }
        if (fact_.type != fact_type::level) {
            error(message::number_for_choice, v.where, {fact_.term}).help.push_back({message::help_options, {options_shown(d_.rules, fact_)}});
            return false;
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
        return false;
    }

    draft& d_;
    condition& test_;
    const fact& fact_;
    const fact_draft& of_;
    const grammar::source& file_;
    std::span<const value_draft> values_;
    span op_;
    span term_;
};

}  // namespace

bool settle_test(draft& d, condition& test, const fact& f, const fact_draft& of) { return test_settler(d, test, f, of).settle(); }

}  // namespace advise::engine::loading
