// The part of condition_text that writes comparisons and their constants.

#include "condition_text.hpp"

namespace advise::tests {

void condition_text::comparison(const fact& about, const fact_test& asked) {
    switch (asked.kind) {
    case test_kind::bare: break;
    case test_kind::compare:
        put(say_.relation_between(asked.compared));
        value_of(about, asked.operand);
        if (about.type == fact_type::number) {
            unit_of(about);
        }
        break;
    case test_kind::range: range(about, asked); break;
    case test_kind::list: value_list(about, asked); break;
    case test_kind::includes:
        put(" " + say_.keyword("includes") + " ");
        value_of(about, asked.operand);
        break;
    }
}

void condition_text::value_of(const fact& about, value shown) {
    switch (about.type) {
    case fact_type::number: put(say_.number(shown)); break;
    case fact_type::yes_no: put(say_.keyword(shown == 0 ? "no" : "yes")); break;
    default: name_of_value(value_names(base_, about)[static_cast<std::size_t>(shown)]); break;
    }
}

void condition_text::unit_of(const fact& about) {
    if (about.unit.empty() || say_.maybe(say_.how().words)) {
        return;  // a number may do without its unit
    }
    const bool has_singular = about.unit.back() == 's';
    put(" ");
    put(has_singular && say_.maybe(say_.how().words, 1, 4) ? about.unit.substr(0, about.unit.size() - 1) : about.unit);
}

void condition_text::range(const fact& about, const fact_test& asked) {
    put(" " + say_.keyword("in") + " " + say_.number(asked.operand) + ".." + say_.number(asked.last));
    if (say_.how().unit_after_range) {
        unit_of(about);
    }
}

// No line breaks here: a line that begins with `-` and a number would be a clause.
void condition_text::value_list(const fact& about, const fact_test& asked) {
    put(" " + say_.keyword("in") + " (");
    for (std::size_t i = 0; i < asked.values.size(); ++i) {
        put(i > 0 ? say_.comma() : "");
        value_of(about, asked.values[i]);
    }
    put(")");
}

}  // namespace advise::tests
