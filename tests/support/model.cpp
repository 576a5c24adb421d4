#include "model.hpp"

#include <algorithm>

namespace advise::tests {

condition bare(std::size_t fact_index) {
    condition made;
    made.subject = fact_index;
    return made;
}

condition compare(std::size_t fact_index, relation compared, value operand) {
    condition made = bare(fact_index);
    made.test.kind = test_kind::compare;
    made.test.compared = compared;
    made.test.operand = operand;
    return made;
}

condition holds(std::size_t conclusion_index) {
    condition made;
    made.form = shape::conclusion;
    made.subject = conclusion_index;
    return made;
}

condition negate(condition body) { return join(shape::negation, {std::move(body)}); }

condition join(shape form, std::vector<condition> members, std::size_t count) {
    condition made;
    made.form = form;
    made.members = std::move(members);
    made.count = count;
    return made;
}

const std::vector<std::string>& value_names(const rule_base& base, const fact& about) {
    return about.type == fact_type::level ? base.scales[about.scale_index].levels : about.options;
}

std::vector<value> finite_domain(const rule_base& base, const fact& about) {
    value size = 2;
    if (about.type != fact_type::yes_no) {
        size = static_cast<value>(value_names(base, about).size());
    }
    if (about.type == fact_type::any_of) {
        size = value{1} << size;
    }
    std::vector<value> domain;
    for (value v = 0; v < size; ++v) {
        domain.push_back(v);
    }
    return domain;
}

bool in_domain(const rule_base& base, const fact& about, value candidate) {
    if (about.type == fact_type::number) {
        return candidate >= about.least && candidate <= about.greatest.value_or(greatest_number);
    }
    const std::vector<value> domain = finite_domain(base, about);
    return candidate >= domain.front() && candidate <= domain.back();
}

namespace {

bool compares(relation compared, value left, value right) {
    switch (compared) {
    case relation::equal: return left == right;
    case relation::different: return left != right;
    case relation::less: return left < right;
    case relation::at_most: return left <= right;
    case relation::greater: return left > right;
    case relation::at_least: return left >= right;
    }
    return false;
}

bool same_letters(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

bool satisfies(const fact_test& test, value actual) {
    switch (test.kind) {
    case test_kind::bare: return actual > 0;  // above bottom, yes, above 0
    case test_kind::compare: return compares(test.compared, actual, test.operand);
    case test_kind::range: return test.operand <= actual && actual <= test.last;
    case test_kind::list: return std::find(test.values.begin(), test.values.end(), actual) != test.values.end();
    case test_kind::includes: return ((actual >> test.operand) & 1) != 0;
    }
    return false;
}

std::optional<std::size_t> find_name(const std::vector<std::string>& names, std::string_view wanted) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (same_letters(names[i], wanted)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<value> negative_value(const rule_base& base, const fact& about) {
    switch (about.type) {
    case fact_type::number: return in_domain(base, about, 0) ? 0 : about.least;
    case fact_type::one_of:
        if (const auto place = find_name(about.options, "no")) {
            return static_cast<value>(*place);
        }
        return std::nullopt;
    case fact_type::level:
    case fact_type::yes_no:
    case fact_type::any_of: return 0;  // bottom, no, the empty set
    }
    return std::nullopt;
}

void visit_tests(const condition& body, const test_visitor& visit) {
    if (body.form == shape::fact_test) {
        visit(body.subject, body.test);
    }
    for (const condition& member : body.members) {
        if (body.applied) {
            visit(member.subject, body.test);
        } else {
            visit_tests(member, visit);
        }
    }
}

void visit_mentions(const condition& body, const mention_visitor& visit) {
    if (body.form == shape::conclusion) {
        visit(body.subject);
    }
    for (const condition& member : body.members) {
        visit_mentions(member, visit);
    }
}

namespace {

template <class Use>
void for_each_body(const rule_base& base, Use use) {
    for (const conclusion& each : base.conclusions) {
        for (const clause& part : each.clauses) {
            if (part.kind != clause_kind::points_needed) {
                use(part.body);
            }
        }
    }
}

}  // namespace

void visit_tests(const rule_base& base, const test_visitor& visit) {
    for_each_body(base, [&](const condition& body) { visit_tests(body, visit); });
    for (const fact& each : base.facts) {
        if (each.after) {
            visit_tests(*each.after, visit);
        }
    }
}

void visit_mentions(const rule_base& base, const mention_visitor& visit) {
    for_each_body(base, [&](const condition& body) { visit_mentions(body, visit); });
}

}  // namespace advise::tests
