#include <advise/grammar/ast.hpp>

namespace advise::grammar::ast {

// Only what carries meaning without a flag beside it is put back: this runs once for every statement of a file.
void statement::clear() {
    kind = {};
    where = keyword = {};
    broken = has_quoted = has_range = negated = has_points = false;
    name = scale_name = unit = conclusion = about = language = {};
    quoted.where = {};
    quoted.content.clear();
    terms.clear();
    type = {};
    number = lower = upper = {};
    range_where = number_where = points_where = line = {};
    condition.clear();
    points = 0;
    lower_points = upper_points = 0;
    reasons.clear();
    citations.clear();
    expect = {};
    verdict = {};
    claim = {};
}

}  // namespace advise::grammar::ast
