#include "rule_text.hpp"

#include "json_values.hpp"

#include <advise/grammar/term_key.hpp>

#include <fmt/format.h>
#include <span>

namespace advise::cli {
namespace {

using engine::condition;
using engine::condition_id;
using engine::condition_kind;
using engine::mutation_kind;
using engine::rule_base;
using engine::test_op;

enum class binding : std::uint8_t { loose, of_or, of_and, tight };  // what may stand where without parentheses

std::string_view sign_of(test_op op) {
    switch (op) {
    case test_op::eq: return "is";
    case test_op::ne: return "is not";
    case test_op::lt: return "<";
    case test_op::le: return "<=";
    case test_op::gt: return ">";
    case test_op::ge: return ">=";
    case test_op::in: return "in";
    case test_op::includes: return "includes";
    case test_op::has: break;
    }
    return "";
}

class condition_writer {
public:
    explicit condition_writer(const rule_base& rules) : rules_(rules) {}

    /// \param like a test whose words for "is" are taken
    [[nodiscard]] std::string comparison(const condition& like, test_op op, bool is_range, std::span<const std::int64_t> values) const {
        const engine::fact_id f = like.subject;
        if (op == test_op::has) return {};
        std::string all;
        for (const std::int64_t v : values) all += (all.empty() ? "" : is_range ? ".." : ", ") + value(f, v);
        if (op == test_op::in && !is_range) all = fmt::format("({})", all);
        return fmt::format(" {} {}", op == test_op::eq || op == test_op::ne ? word_for_is(like, op) : sign_of(op), all);
    }

    [[nodiscard]] std::string text(condition_id id, binding around) const {
        const condition& c = rules_.conditions[id];
        switch (c.kind) {
        case condition_kind::test: return name(c) + comparison(c, c.op, c.is_range, values(c));
        case condition_kind::conclusion: return name(c);
        case condition_kind::negation: return "not " + text(member(c, 0), binding::tight);
        case condition_kind::count: return fmt::format("{} {}", head(c.least(), c.most(), c.size), list(c));
        default: return joined(c, c.kind, around);
        }
    }

    /// "a and b", with the kind that the mutant gives it.
    [[nodiscard]] std::string joined(const condition& c, condition_kind kind, binding around) const {
        const bool is_and = kind == condition_kind::all;
        std::string all;
        for (std::uint32_t i = 0; i < c.size; ++i)
            all += (i == 0 ? "" : is_and ? " and " : " or ") + text(member(c, i), is_and ? binding::of_and : binding::of_or);
        const bool needed = around == binding::tight || (around == binding::of_and && !is_and) || (around == binding::of_or && is_and);
        return needed && c.size > 1 ? fmt::format("({})", all) : all;
    }

    static std::string head(std::int64_t least, std::int64_t most, std::int64_t size) {
        if (most == size) return fmt::format("at least {} of", least);
        return least == 0 ? fmt::format("at most {} of", most) : fmt::format("exactly {} of", least);
    }

    /// "(a, b, c)"; a comparison that all members share stands after it.
    [[nodiscard]] std::string list(const condition& c) const {
        std::string names, full, shared;
        bool alike = true;
        for (std::uint32_t i = 0; i < c.size; ++i) {
            const condition& m = rules_.conditions[member(c, i)];
            const bool is_test = m.kind == condition_kind::test;
            const std::string compared = is_test ? comparison(m, m.op, m.is_range, values(m)) : std::string();
            if (i == 0) shared = compared;
            alike = alike && is_test && compared == shared;
            if (is_test) names += (i == 0 ? "" : ", ") + name(m);
            full += (i == 0 ? "" : ", ") + text(member(c, i), binding::loose);
        }
        return alike ? fmt::format("({}){}", names, shared) : fmt::format("({})", full);
    }

    [[nodiscard]] std::string name(const condition& c) const {
        return grammar::quoted_if_needed(c.kind == condition_kind::test ? rules_.facts[c.subject].term : rules_.conclusions[c.subject].term);
    }

private:
    /// "=" or "is", as the file has it: nobody should have to look for words that are not there.
    [[nodiscard]] std::string_view word_for_is(const condition& c, test_op op) const {
        const std::string_view written = rules_.place_of(c.at).file->text(c.at.where);
        const bool sign = written.find('=') != std::string_view::npos;
        return op == test_op::eq ? (sign ? "=" : "is") : sign || written.find("≠") != std::string_view::npos ? "!=" : "is not";
    }

    [[nodiscard]] condition_id member(const condition& c, std::uint32_t i) const { return rules_.condition_children[c.first + i]; }
    [[nodiscard]] std::span<const std::int64_t> values(const condition& c) const {
        return c.op == test_op::has ? std::span<const std::int64_t>() : rules_.values_of(c);
    }

    [[nodiscard]] std::string value(engine::fact_id f, std::int64_t v) const {
        const engine::fact& about = rules_.facts[f];
        if (about.type == engine::fact_type::number) return decimal_text(v);
        if (about.type == engine::fact_type::yes_no) return v != 0 ? "yes" : "no";
        return grammar::quoted_if_needed(rules_.options_of(about)[static_cast<std::size_t>(v)].term);
    }

    const rule_base& rules_;
};

std::string points_text(std::int64_t points) { return fmt::format("{:+}", points); }
std::string need_text(std::int64_t points) { return fmt::format("requires {} {}", points, points == 1 ? "point" : "points"); }

}  // namespace

std::string condition_text(const rule_base& rules, condition_id c) { return condition_writer(rules).text(c, binding::loose); }

std::string clause_text(const rule_base& rules, engine::conclusion_id about, const engine::clause& c) {
    using engine::clause_kind;
    const std::string body = condition_text(rules, c.body);
    if (c.arrow) {
        const std::string name = grammar::quoted_if_needed(rules.conclusions[about].term);
        if (c.kind == clause_kind::evidence) return fmt::format("{} -> {} ({})", body, name, points_text(c.points));
        return fmt::format("{} -> {}{}", body, c.kind == clause_kind::unless ? "not " : "", name);
    }
    switch (c.kind) {
    case clause_kind::when: return "when " + body;
    case clause_kind::requires_: return "requires " + body;
    case clause_kind::unless: return "unless " + body;
    case clause_kind::evidence: break;
    }
    return fmt::format("{} {}", points_text(c.points), body);
}

mutation_text text_of(const rule_base& rules, const engine::mutation& m) {
    const condition_writer writer(rules);
    const engine::conclusion& about = rules.conclusions[m.about];
    const condition* where = m.where == engine::nothing ? nullptr : &rules.conditions[m.where];
    switch (m.kind) {
    case mutation_kind::clause_left_out: return {clause_text(rules, m.about, about.clauses[m.clause]), {}};
    case mutation_kind::need_left_out: return {need_text(about.need()->points), {}};
    case mutation_kind::points_changed: return {points_text(m.from), points_text(m.to)};
    case mutation_kind::need_changed: return {need_text(m.from), need_text(m.to)};
    case mutation_kind::and_to_or: return {condition_text(rules, m.where), writer.joined(*where, condition_kind::any, binding::loose)};
    case mutation_kind::or_to_and: return {condition_text(rules, m.where), writer.joined(*where, condition_kind::all, binding::loose)};
    case mutation_kind::count_changed:
        return {condition_text(rules, m.where), fmt::format("{} {}", condition_writer::head(m.least, m.most, where->size), writer.list(*where))};
    case mutation_kind::test_changed:
        return {condition_text(rules, m.where), writer.name(*where) + writer.comparison(*where, m.op, m.is_range, m.values)};
    case mutation_kind::negated:
    case mutation_kind::part_left_out: break;
    }
    return {condition_text(rules, m.where), {}};
}

std::string expected_name(const rule_base& rules, engine::conclusion_id x) {
    const std::string_view term = rules.conclusions[x].term;
    const std::string key = grammar::term_key(term);
    const std::string name = grammar::quoted_if_needed(term);
    const bool collides = key.starts_with("first") || key.find("points") != std::string::npos;  // `expect first X`, `expect X points 3`
    return collides && !name.starts_with('"') ? fmt::format("\"{}\"", name) : name;
}

}  // namespace advise::cli
