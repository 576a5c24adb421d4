// Results of the engine as JSON, and what the checker says of them; everything in memory.
#pragma once

#include "support/bridge.hpp"

#include <render/result_json.hpp>
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

/// What the program prints with --json.
inline verify::json result_of(const loaded& base, const checked_case& held, const engine::advise_options& how = {.proof = true}) {
    grammar::diagnostics found;
    const engine::facts who = engine::bind(held.profile, *base.rules, {}, found);
    const std::string text = cli::result_json({*base.rules, held.profile, who, found.sorted(), grammar::language::en, base.rules->language},
                                              engine::advise(*base.code, who, how));
    verify::json_result read = verify::read_json(text);
    if (read.error != verify::json_error::no_error) throw std::logic_error("our own JSON cannot be read");
    return std::move(read.value);
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
