#include "rows.hpp"

namespace advise::cli {

using engine::fact_type;
using engine::known_fact;

std::vector<input_column> input_columns(const engine::rule_base& rules, const std::vector<engine::relational_fact>& facts,
                                        const engine::relational_options& options) {
    std::vector<input_column> all;
    for (const engine::relational_fact& f : facts)
        for (const input_column& c : columns_of(rules, f, options)) all.push_back(c);
    return all;
}

std::optional<column_value> value_in(const engine::rule_base& rules, const input_column& c, const known_fact& known,
                                     const engine::relational_options& options) {
    const known_fact no = at_its_no(rules, c.fact);
    if (c.option != engine::nothing) {
        if (known.options[c.option] < 2) return column_value{known.options[c.option]};
        return options.closed ? std::nullopt : std::optional(column_value{});
    }
    const known_fact all = whole_domain(rules, c.fact);
    const bool nothing_known = !options.closed && known.from == all.from && known.to == all.to;
    if (is_pair(rules, c.fact, options))
        return nothing_known ? column_value{} : column_value{c.which == input_column::part::low ? known.from : known.to};
    if (known.decided()) return column_value{known.from};
    const known_fact& silent = options.closed ? no : all;
    if (known.from == silent.from && known.to == silent.to) return column_value{};
    return std::nullopt;
}

}  // namespace advise::cli
