// Splits: the cases cover exactly what is open, without overlap, and at each leaf Kleene's tables say what stands there.
#include "checking.hpp"
#include "states.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

enum class about : std::uint8_t { verdict, points };

class tree_checker {
public:
    tree_checker(checking& c, const claims& of, about what) : c_(c), of_(of), what_(what), left_(c.left) {}

    /// \return whether every part of the tree is right
    bool run(const std::string& where, const json& tree) {
        const std::size_t before = c_.out.refusals;
        walk(where, tree);
        return c_.out.refusals == before;
    }
    [[nodiscard]] const std::optional<interval>& points() const { return points_; }
    [[nodiscard]] bool only(truth t) const { return said_.size() == 1 && said_.contains(t); }

private:
    void refuse(const std::string& where, why because, std::vector<std::string> arguments = {}) {
        c_.refuse(aspect::splits, where, because, std::move(arguments));
    }

    void walk(const std::string& where, const json& tree) {
        if (const json* leaf = tree.find("leaf")) {
            c_.leave_unknown_fields(tree, where, {"leaf"});
            return check_leaf(where + ".leaf", *leaf);
        }
        c_.leave_unknown_fields(tree, where, {"fact", "option", "cases"});
        const json* name = c_.member(aspect::splits, tree, where, "fact", json::kind::string);
        const json* cases = c_.member(aspect::splits, tree, where, "cases", json::kind::array);
        if (name == nullptr || cases == nullptr) return;
        std::size_t f = 0;
        while (f < c_.base.facts.size() && c_.base.facts[f].term != name->string) ++f;
        if (f == c_.base.facts.size() || left_[f].decided()) return refuse(where + ".fact", why::nothing_open, {name->string});
        const fact& of = c_.base.facts[f];
        if (of.type == fact_type::any_of) return walk_option(where, tree, *cases, f);
        c_.compare_member(aspect::splits, tree, where, "option", json());
        const std::optional<std::vector<possible>> parts = of.type == fact_type::number ? number_cases(where, *cases, f) : index_cases(where, *cases, f);
        if (parts) walk_cases(where, *cases, f, *parts);
    }

    void walk_cases(const std::string& where, const json& cases, std::size_t f, const std::vector<possible>& parts) {
        const possible whole = left_[f];
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string there = indexed(where + ".cases", i);
            left_[f] = parts[i];
            if (const json* then = c_.member(aspect::splits, cases.items[i], there, "then", json::kind::object)) walk(there + ".then", *then);
        }
        left_[f] = whole;
    }

    // --- sets: one option, in or out

    void walk_option(const std::string& where, const json& tree, const json& cases, std::size_t f) {
        const fact& of = c_.base.facts[f];
        const json* option = c_.member(aspect::splits, tree, where, "option", json::kind::string);
        if (option == nullptr) return;
        const auto index = value_of(of, *option);
        if (!index || left_[f].options[static_cast<std::size_t>(*index)] != truth::unknown) return refuse(where + ".option", why::nothing_open, {option->string});
        std::vector<possible> parts;
        std::set<std::string> seen;
        for (std::size_t i = 0; i < cases.items.size(); ++i) {
            const std::string there = indexed(where + ".cases", i);
            const json* values = c_.member(aspect::splits, cases.items[i], there, "values", json::kind::array);
            c_.leave_unknown_fields(cases.items[i], there, {"values", "then"});
            if (values == nullptr) return;
            const bool one = values->items.size() == 1 && (values->items[0] == json::of("yes") || values->items[0] == json::of("no"));
            if (!one) return refuse(there + ".values", why::not_a, {"[\"yes\"], [\"no\"]"});
            if (!seen.insert(values->items[0].string).second) return refuse(there + ".values", why::cases_overlap, {values->items[0].string});
            parts.push_back(left_[f]);
            parts.back().options[static_cast<std::size_t>(*index)] = values->items[0].string == "yes" ? truth::yes : truth::no;
        }
        if (seen.size() != 2) return refuse(where + ".cases", why::cases_leave_out, {seen.contains("yes") ? "no" : "yes"});
        if (cases.items[0].find("values")->items[0].string == "yes") return refuse(where + ".cases", why::not_ascending);
        walk_cases(where, cases, f, parts);
    }

    // --- levels, yes/no, one of

    std::optional<std::vector<possible>> index_cases(const std::string& where, const json& cases, std::size_t f) {
        const fact& of = c_.base.facts[f];
        const possible& whole = left_[f];
        possible rest = whole;
        std::vector<possible> parts;
        std::size_t first_before = 0;
        for (std::size_t i = 0; i < cases.items.size(); ++i) {
            const std::string there = indexed(where + ".cases", i);
            possible part = whole;
            part.values.assign(whole.values.size(), false);
            const auto named_values = case_values(there, cases.items[i], of);
            if (!named_values) return std::nullopt;
            if (named_values->empty()) return refuse(there, why::case_empty), std::nullopt;
            for (const std::size_t v : *named_values) {
                const std::string value = text_of(value_json(of, static_cast<std::int64_t>(v)));
                if (!whole.values[v]) return refuse(there, why::outside_profile, {value}), std::nullopt;
                if (!rest.values[v]) return refuse(there, why::cases_overlap, {value}), std::nullopt;
                rest.values[v] = false;
                part.values[v] = true;
            }
            const bool ascending = std::is_sorted(named_values->begin(), named_values->end()) && (i == 0 || first_before < named_values->front());
            if (!ascending) return refuse(there, why::not_ascending), std::nullopt;
            first_before = named_values->front();
            parts.push_back(part);
        }
        if (rest.empty()) return parts;
        refuse(where + ".cases", why::cases_leave_out, {text_of(value_json(of, static_cast<std::int64_t>(rest.first())))});
        return std::nullopt;
    }

    std::optional<std::vector<std::size_t>> case_values(const std::string& where, const json& one, const fact& of) {
        std::vector<std::size_t> values;
        if (of.type == fact_type::level) {
            c_.leave_unknown_fields(one, where, {"from", "to", "then"});
            const json* from = one.find("from");
            const json* to = one.find("to");
            const auto first = from == nullptr ? std::nullopt : value_of(of, *from), last = to == nullptr ? std::nullopt : value_of(of, *to);
            if (!first) refuse(where + ".from", why::not_a, {of.term});
            if (!last) refuse(where + ".to", why::not_a, {of.term});
            if (!first || !last) return std::nullopt;
            for (auto v = *first; v <= *last; ++v) values.push_back(static_cast<std::size_t>(v));
            return values;
        }
        c_.leave_unknown_fields(one, where, {"values", "then"});
        const json* listed = c_.member(aspect::splits, one, where, "values", json::kind::array);
        if (listed == nullptr) return std::nullopt;
        for (std::size_t k = 0; k < listed->items.size(); ++k) {
            const auto value = value_of(of, listed->items[k]);
            if (!value) return refuse(indexed(where + ".values", k), why::not_a, {of.term}), std::nullopt;
            values.push_back(static_cast<std::size_t>(*value));
        }
        return values;
    }

    // --- numbers: stretches, the lowest first

    std::optional<std::vector<possible>> number_cases(const std::string& where, const json& cases, std::size_t f) {
        const fact& of = c_.base.facts[f];
        const possible& whole = left_[f];
        std::vector<possible> parts;
        std::int64_t next = whole.from;
        for (std::size_t i = 0; i < cases.items.size(); ++i) {
            const std::string there = indexed(where + ".cases", i);
            c_.leave_unknown_fields(cases.items[i], there, {"from", "to", "then"});
            const auto from = end_of(there, cases.items[i], "from", of, of.least), to = end_of(there, cases.items[i], "to", of, of.greatest);
            if (!from || !to) return std::nullopt;
            if (*from > *to) return refuse(there, why::case_empty), std::nullopt;
            if (*from < next) return refuse(there + ".from", why::cases_overlap, {text_of(number_json(*from))}), std::nullopt;
            if (*from > next) return refuse(there + ".from", why::cases_leave_out, {text_of(number_json(next))}), std::nullopt;
            if (*to > whole.to) return refuse(there + ".to", why::outside_profile, {text_of(number_json(*to))}), std::nullopt;
            parts.push_back(whole);
            parts.back().from = *from;
            parts.back().to = *to;
            next = *to + 1;
        }
        if (next == whole.to + 1) return parts;
        refuse(where + ".cases", why::cases_leave_out, {text_of(number_json(next))});
        return std::nullopt;
    }

    /// null is no end: that of the fact's whole domain, and written so where a fact has no range.
    std::optional<std::int64_t> end_of(const std::string& where, const json& one, const char* name, const fact& of, std::int64_t no_end) {
        const json* written = one.find(name);
        const bool null = written != nullptr && written->is == json::kind::null;
        const auto value = null ? no_end : written == nullptr ? std::nullopt : value_of(of, *written);
        const bool endless = value && std::string_view(name) == "to" && !of.has_range && *value == of.greatest;
        if (value && endless == null) return value;
        if (value && null && std::string_view(name) == "from") return value;
        c_.refuse(aspect::splits, where + '.' + name, why::not_a, {of.term});
        return std::nullopt;
    }

    // --- leaves

    void check_leaf(const std::string& where, const json& leaf) {
        const conclusion& about_it = c_.base.conclusions[of_.conclusion];
        truths known;
        evaluate_kleene(c_.base, left_, of_.order, known);
        if (what_ == about::verdict) {
            said_.insert(known[about_it.node]);
            return c_.compare(aspect::splits, where, leaf, json::object({{"truth", json::of(name_of(known[about_it.node]))}}));
        }
        const interval here = kleene_points(about_it, known);
        points_ = points_ ? interval{std::min(points_->low, here.low), std::max(points_->high, here.high)} : here;
        c_.compare(aspect::splits, where, leaf, json::object({{"low", json::of(here.low)}, {"high", json::of(here.high)}}));
    }

    checking& c_;
    const claims& of_;
    about what_;
    std::vector<possible> left_;
    std::set<truth> said_;                      // by the leaves
    std::optional<interval> points_;            // of all leaves together
};

std::string points_text(interval i) { return std::to_string(i.low) + ".." + std::to_string(i.high); }

void check_verdict(checking& c, const claims& of, const json& split) {
    const std::string where = of.where + ".split.verdict";
    const json* tree = split.find("verdict");
    if (tree == nullptr) c.pass_over({aspect::verdicts});
    if (tree == nullptr) return c.refuse(aspect::splits, where, why::missing);
    const bool proved = of.verdict == of.kleene;
    if (tree->is == json::kind::null) {
        if (!proved) c.refuse(aspect::verdicts, of.where + ".verdict", why::not_proved, {name_of(of.kleene)});
        return;
    }
    if (proved) return c.refuse(aspect::splits, where, why::needless, {name_of(of.kleene)});
    tree_checker checker(c, of, about::verdict);
    const bool right = checker.run(where, *tree);
    if (!right) c.pass_over({aspect::verdicts});
    if (right && !checker.only(of.verdict)) c.refuse(aspect::verdicts, of.where + ".verdict", why::not_proved, {name_of(of.kleene)});
}

void check_points(checking& c, const claims& of, const json& split) {
    const std::string where = of.where + ".split.points";
    const json* tree = split.find("points");
    if (tree == nullptr) c.pass_over({aspect::points});
    if (tree == nullptr) return c.refuse(aspect::splits, where, why::missing);
    const bool proved = of.points == of.kleene_points;
    if (tree->is == json::kind::null) {
        if (!proved) c.refuse(aspect::points, of.where + ".points", why::not_proved, {points_text(of.kleene_points)});
        return;
    }
    if (proved) return c.refuse(aspect::splits, where, why::needless, {points_text(of.kleene_points)});
    tree_checker checker(c, of, about::points);
    const bool right = checker.run(where, *tree);
    if (!right) c.pass_over({aspect::points});
    if (right && checker.points() != of.points)
        c.refuse(aspect::points, of.where + ".points", why::differs, {points_text(of.points), points_text(*checker.points())});
}

}  // namespace

void check_splits(checking& c, const claims& of) {
    const json* split = c.member(aspect::splits, *of.entry, of.where, "split", json::kind::object);
    if (split == nullptr) return c.pass_over({aspect::verdicts, aspect::points});
    c.leave_unknown_fields(*split, of.where + ".split", {"verdict", "points"});
    check_verdict(c, of, *split);
    check_points(c, of, *split);
}

}  // namespace advise::verify
