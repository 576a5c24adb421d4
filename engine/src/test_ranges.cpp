// For which values of its fact a test holds.
#include "circuit.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

value_range domain_of(const rule_base& rules, const fact& f)
{
    switch (f.type) {
    case fact_type::level: return {0, static_cast<std::int64_t>(rules.level_count(f)) - 1};
    case fact_type::yes_no: return {0, 1};
    case fact_type::number: return {f.least, f.greatest};
    default: return {0, static_cast<std::int64_t>(f.options.size()) - 1};
    }
}

/// Clipped to the domain, ordered, overlapping and touching ranges made one.
std::vector<value_range> normalised(std::vector<value_range> ranges, value_range domain)
{
    for (value_range& r : ranges) r = {std::max(r.from, domain.from), std::min(r.to, domain.to)};
    std::erase_if(ranges, [](const value_range& r) { return r.from > r.to; });
    std::ranges::sort(ranges, {}, &value_range::from);
    std::vector<value_range> merged;
    for (const value_range& r : ranges) {
        if (!merged.empty() && r.from <= merged.back().to + 1) merged.back().to = std::max(merged.back().to, r.to);
        else merged.push_back(r);
    }
    return merged;
}

}  // namespace

std::vector<value_range> true_ranges(const rule_base& rules, const condition& test)
{
    return true_ranges(rules, test.subject, test.op, test.is_range, rules.values_of(test));
}

std::vector<value_range> true_ranges(const rule_base& rules, fact_id subject, test_op op, bool is_range, std::span<const std::int64_t> values)
{
    const value_range domain = domain_of(rules, rules.facts[subject]);
    const auto value = [&](std::uint32_t i) { return values[i]; };
    std::vector<value_range> ranges;
    switch (op) {
    case test_op::has: ranges = {{1, domain.to}}; break;    // above the bottom, yes, above 0: on each kind of domain that is 1 and up
    case test_op::eq: ranges = {{value(0), value(0)}}; break;
    case test_op::ne: ranges = {{domain.from, value(0) - 1}, {value(0) + 1, domain.to}}; break;
    case test_op::lt: ranges = {{domain.from, value(0) - 1}}; break;
    case test_op::le: ranges = {{domain.from, value(0)}}; break;
    case test_op::gt: ranges = {{value(0) + 1, domain.to}}; break;
    case test_op::ge: ranges = {{value(0), domain.to}}; break;
    case test_op::in:
        if (is_range) ranges = {{value(0), value(1)}};
        else for (std::uint32_t i = 0; i < values.size(); ++i) ranges.push_back({value(i), value(i)});
        break;
    case test_op::includes: break;
    }
    return normalised(std::move(ranges), domain);
}

}  // namespace advise::engine
