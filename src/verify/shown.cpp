#include "shown.hpp"

#include <advise/grammar/limits.hpp>

namespace advise::verify {
namespace {

constexpr std::int64_t grid = grammar::limits::grid;

json bounds_json(const fact& of, std::int64_t from, std::int64_t to) {
    const bool no_end = of.type == fact_type::number && !of.has_range && to >= of.greatest;
    return json::object({{"from", value_json(of, from)}, {"to", no_end ? json() : value_json(of, to)}});
}

json known_set(const fact& of, const possible& left) {
    bool any = false;
    std::vector<json> in;
    for (std::size_t i = 0; i < left.options.size(); ++i) {
        any = any || left.options[i] != truth::unknown;
        if (left.options[i] == truth::yes) in.push_back(json::of(of.options[i].term));
    }
    if (!any) return {};
    return json::object({{left.decided() ? "values" : "includes", json::array(std::move(in))}});
}

}  // namespace

const char* name_of(truth t) { return t == truth::yes ? "yes" : t == truth::no ? "no" : "unknown"; }

std::optional<truth> truth_named(const std::string& name) {
    for (const truth t : {truth::no, truth::unknown, truth::yes})
        if (name == name_of(t)) return t;
    return std::nullopt;
}

json number_json(std::int64_t micro) {
    if (micro % grid == 0) return json::of(micro / grid);
    const std::int64_t size = micro < 0 ? -micro : micro;
    std::string fraction = std::to_string(size % grid + grid).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return json::of((micro < 0 ? "-" : "") + std::to_string(size / grid) + '.' + fraction);
}

json value_json(const fact& of, std::int64_t value) {
    if (of.type == fact_type::yes_no) return json::of(value != 0 ? "yes" : "no");
    if (of.type == fact_type::number) return number_json(value);
    return json::of(of.options[static_cast<std::size_t>(value)].term);
}

std::optional<std::int64_t> value_of(const fact& of, const json& written) {
    if (of.type == fact_type::number) {
        if (written.is == json::kind::number) {
            const bool fits = written.number <= grammar::limits::greatest_number / grid && written.number >= -(grammar::limits::greatest_number / grid);
            return fits ? std::optional(written.number * grid) : std::nullopt;
        }
        const std::string& text = written.string;
        const std::size_t point = text.find('.');
        if (written.is != json::kind::string || point == std::string::npos || point == 0 || text.size() - point > 7 || point > 13) return std::nullopt;
        const bool negative = text.front() == '-';
        std::int64_t micro = 0;
        for (std::size_t i = negative ? 1 : 0; i < point + 7; ++i) {
            if (i == point) continue;
            const char digit = i < text.size() ? text[i] : '0';
            if (digit < '0' || digit > '9') return std::nullopt;
            micro = micro * 10 + (digit - '0');
        }
        if (negative) micro = -micro;
        return number_json(micro) == written ? std::optional(micro) : std::nullopt;
    }
    const std::size_t count = of.type == fact_type::yes_no ? 2 : of.options.size();
    for (std::size_t i = 0; i < count; ++i)
        if (value_json(of, static_cast<std::int64_t>(i)) == written) return static_cast<std::int64_t>(i);
    return std::nullopt;
}

json known_json(const fact& of, const possible& left) {
    if (of.type == fact_type::any_of) return known_set(of, left);
    const bool number = of.type == fact_type::number;
    const std::int64_t from = number ? left.from : static_cast<std::int64_t>(left.first());
    const std::int64_t to = number ? left.to : static_cast<std::int64_t>(left.last());
    const possible whole = whole_domain(of);
    if (left.decided()) return json::object({{"values", json::array({value_json(of, from)})}});
    if (left.from == whole.from && left.to == whole.to && left.values == whole.values) return {};
    return bounds_json(of, from, to);
}

json state_json(const fact& of, const possible& left) {
    if (!left.decided() || of.type == fact_type::any_of) return known_json(of, left);
    return value_json(of, left.values.empty() ? left.from : static_cast<std::int64_t>(left.first()));
}

std::optional<possible> state_of(const fact& of, const json& written) {
    possible left = whole_domain(of);
    if (of.type == fact_type::any_of) {
        const json* in = written.find("values");
        if (in == nullptr || in->is != json::kind::array) return std::nullopt;
        left.options.assign(left.options.size(), truth::no);
        for (const json& each : in->items)
            if (const auto option = value_of(of, each)) left.options[static_cast<std::size_t>(*option)] = truth::yes;
    } else {
        const auto value = value_of(of, written);
        if (!value || (of.type == fact_type::number && (*value < of.least || *value > of.greatest))) return std::nullopt;
        left.from = left.to = *value;
        for (std::size_t v = 0; v < left.values.size(); ++v) left.values[v] = static_cast<std::int64_t>(v) == *value;
    }
    return state_json(of, left) == written ? std::optional(left) : std::nullopt;
}

namespace {

std::optional<possible> stretch_of(const fact& of, const json& from, const json* to) {
    possible left = whole_domain(of);
    const auto least = value_of(of, from);
    const bool no_end = to != nullptr && to->is == json::kind::null;
    const auto greatest = no_end ? std::optional(of.greatest) : to == nullptr ? std::nullopt : value_of(of, *to);
    if (!least || !greatest || *least > *greatest) return std::nullopt;
    if (of.type == fact_type::number && (*least < of.least || *greatest > of.greatest)) return std::nullopt;
    if (of.type == fact_type::number) left.from = *least, left.to = *greatest;
    for (std::size_t v = 0; v < left.values.size(); ++v)
        left.values[v] = *least <= static_cast<std::int64_t>(v) && static_cast<std::int64_t>(v) <= *greatest;
    return left;
}

std::optional<possible> part_of_set(const fact& of, const json& included) {
    possible left = whole_domain(of);
    for (const json& each : included.items) {
        const auto option = value_of(of, each);
        if (!option) return std::nullopt;
        left.options[static_cast<std::size_t>(*option)] = truth::yes;
    }
    return left;
}

}  // namespace

std::optional<possible> knowledge_of(const fact& of, const json& written) {
    const bool set = of.type == fact_type::any_of;
    const json* from = set ? nullptr : written.find("from");
    const json* included = set ? written.find("includes") : nullptr;
    std::optional<possible> left;
    if (written.is == json::kind::null) left = whole_domain(of);
    else if (from != nullptr) left = stretch_of(of, *from, written.find("to"));
    else if (included != nullptr) left = part_of_set(of, *included);
    else return state_of(of, written);
    return left && state_json(of, *left) == written ? left : std::nullopt;
}

bool same(const possible& a, const possible& b) { return a.values == b.values && a.from == b.from && a.to == b.to && a.options == b.options; }

json test_value_json(const fact& of, const condition& test) {
    if (test.op == test_op::has) return {};
    if (test.range) return json::object({{"from", value_json(of, test.values[0])}, {"to", value_json(of, test.values[1])}});
    if (test.op != test_op::in) return value_json(of, test.values.front());
    std::vector<json> members;
    for (const std::int64_t v : test.values) members.push_back(value_json(of, v));
    return json::array(std::move(members));
}

const char* symbol_of(test_op op) {
    switch (op) {
    case test_op::has: return "has";
    case test_op::eq: return "=";
    case test_op::ne: return "!=";
    case test_op::lt: return "<";
    case test_op::le: return "<=";
    case test_op::gt: return ">";
    case test_op::ge: return ">=";
    case test_op::in: return "in";
    case test_op::includes: break;
    }
    return "includes";
}

const char* kind_name(condition_kind kind) {
    switch (kind) {
    case condition_kind::test: return "test";
    case condition_kind::conclusion: return "conclusion";
    case condition_kind::all: return "all";
    case condition_kind::any: return "any";
    case condition_kind::negation: return "not";
    case condition_kind::count: break;
    }
    return "count";
}

}  // namespace advise::verify
