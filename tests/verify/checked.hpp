// Results of the engine as JSON, and what the checker says of them; everything in memory.
#pragma once

#include "support/bridge.hpp"

#include <render/compare_page.hpp>
#include <plans.hpp>
#include <render/plan_json.hpp>
#include <render/question_json.hpp>
#include <render/result_json.hpp>
#include <render/what_if_page.hpp>
#include <sha256.hpp>
#include <verify/verify.hpp>

#include <stdexcept>

namespace advise::tests {

/// One rule file that imports nothing.
class one_file final : public verify::file_source {
public:
    explicit one_file(std::string text) : text_(std::move(text)) {}
    verify::rule_file open_root(const std::string& name) override { return {name, name, text_, cli::sha256(text_), grammar::message::none, {}}; }
    verify::rule_file open_import(const std::string& asked, const std::string&, const std::string&) override {
        return {asked, asked, {}, {}, grammar::message::file_not_found, {asked}};
    }

private:
    std::string text_;
};

/// Rules and a profile as text, with what the checker needs of them.
struct checked_case {
    std::string rules_text, profile_text;
    grammar::profile profile;
    grammar::diagnostics found;

    /// For the message of a failing test.
    [[nodiscard]] std::string shown() const { return "\n--- rules\n" + rules_text + "--- profile\n" + profile_text + "---\n"; }

    checked_case(std::string rules, std::string said) : rules_text(std::move(rules)), profile_text(std::move(said)) {
        bool usable = false;
        const auto source = grammar::read_source("p.txt", profile_text, 1000, found, usable);
        profile = grammar::parse_profile(source, found);
    }

    verify::outcome check(const verify::json& result) const {
        one_file files(rules_text);
        return verify::check({{"case.rules"}, &result, &profile, cli::sha256(profile_text), false}, files);
    }
};

inline verify::json read_back(const std::string& text) {
    verify::json_result read = verify::read_json(text);
    if (read.error != verify::json_error::no_error) throw std::logic_error("our own JSON cannot be read");
    return std::move(read.value);
}

/// What the program prints with --json. `print` gets the facts and what results are made of.
template <class Print>
verify::json printed(const loaded& base, const checked_case& held, const Print& print) {
    grammar::diagnostics found;
    const engine::facts who = engine::bind(held.profile, *base.rules, {}, found);
    return read_back(print(who, cli::result_parts{*base.rules, held.profile, who, found.sorted(), grammar::language::en, base.rules->language}));
}

/// Of `advise`.
inline verify::json result_of(const loaded& base, const checked_case& held, const engine::advise_options& how = {.proof = true}) {
    return printed(base, held, [&](const engine::facts& who, const cli::result_parts& parts) {
        return cli::result_json(parts, engine::advise(*base.code, who, how));
    });
}

/// Of `advise explain`.
inline verify::json explanation_of(const loaded& base, const checked_case& held, engine::conclusion_id about, const engine::reasons_options& how = {}) {
    return printed(base, held, [&](const engine::facts& who, cli::result_parts parts) {
        const engine::minimal_reasons why = engine::reasons_of(*base.code, who, about, how);
        parts.schema = "advise/explain/1";
        parts.why = &why;
        return cli::result_json(parts, engine::advise_on(*base.code, who, {about}, {.proof = true}));
    });
}

/// Of `advise compare`.
inline verify::json comparison_of(const loaded& base, const checked_case& held, engine::conclusion_id first, engine::conclusion_id second,
                                  const engine::compare_options& how = {.proof = true}) {
    return printed(base, held, [&](const engine::facts& who, cli::result_parts parts) {
        parts.schema = "advise/compare/1";
        return cli::compare_json(parts, engine::compare(*base.code, who, first, second, how));
    });
}

/// Of `advise ask --next`.
inline verify::json question_of(const loaded& base, const checked_case& held, const engine::question_options& how = {}) {
    return printed(base, held, [&](const engine::facts& who, const cli::result_parts& parts) {
        return cli::question_json(parts, engine::next_question(*base.code, who, how), how.until);
    });
}

/// Of `advise explain --if`, as lines that say these changes would make it.
inline verify::json what_if_of(const loaded& base, const checked_case& held, engine::conclusion_id about, const std::vector<engine::changed_fact>& changes) {
    return printed(base, held, [&](const engine::facts& who, const cli::result_parts& parts) {
        engine::facts then = who;
        for (const engine::changed_fact& each : changes) then.known[each.fact] = each.to;
        const engine::advice now = engine::advise_on(*base.code, who, {about}, {.proof = true}), later = engine::advise_on(*base.code, then, {about}, {.proof = true});
        return cli::what_if_json(parts, {who, now}, {then, later}, changes);
    });
}

/// Of `advise plan ROLE`.
inline verify::json plan_of(const loaded& base, const checked_case& held, engine::conclusion_id role, const engine::plan_options& how = {}) {
    return printed(base, held, [&](const engine::facts& who, const cli::result_parts& parts) {
        return cli::plan_json(parts, engine::cheapest_plan(*base.code, who, role, how));
    });
}

/// Of `advise plan --all`, or `--within` in steps of 0.000001.
inline verify::json plans_of(const loaded& base, const checked_case& held, std::optional<std::int64_t> within) {
    return printed(base, held, [&](const engine::facts& who, const cli::result_parts& parts) {
        cli::plans_in_order plans = cli::plans_to_every_role(*base.code, who, {});
        if (within) cli::keep_within(plans, *within);
        return cli::plans_json(parts, plans.plans, within, plans.undecided);
    });
}

/// The refusals, for the message of a failing test.
inline std::string told(const verify::report& found) {
    std::string all;
    for (const verify::finding& each : found.refused) {
        all += each.where + " #" + std::to_string(static_cast<int>(each.why));
        for (const std::string& argument : each.arguments) all += " [" + argument + "]";
        all += '\n';
    }
    return all;
}

}  // namespace advise::tests
