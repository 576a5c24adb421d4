// A small rule base, a profile, and its advice: what the tests of the pages work on.
#pragma once

#include "render/text.hpp"
#include "render/words.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace advise::cli::testing {

struct reader_of {
    std::unique_ptr<engine::rule_base> rules;
    std::shared_ptr<grammar::source> file;
    grammar::profile profile;
    engine::facts person;

    reader_of(std::string rule_text, std::string profile_text) {
        engine::load_result loaded = engine::load_rules_text("test.rules", std::move(rule_text));
        for (const auto& d : loaded.diagnostics.sorted())
            BOOST_TEST((d.severity() != grammar::severity::error), grammar::text_of(d.text.id, grammar::language::en, d.text.arguments));
        rules = std::move(loaded.rules);
        grammar::diagnostics found;
        bool usable = true;
        file = grammar::read_source("me.txt", std::move(profile_text), 99, found, usable);
        profile = grammar::parse_profile(file, found);
        person = engine::bind(profile, *rules, {}, found);
        for (const auto& d : found.sorted())
            BOOST_TEST((d.severity() != grammar::severity::error), grammar::text_of(d.text.id, grammar::language::en, d.text.arguments));
    }

    [[nodiscard]] engine::advice advice() const {
        const engine::program code(*rules);
        engine::advise_options asked;
        asked.proof = true;
        return engine::advise(code, person, asked);
    }
    [[nodiscard]] engine::advice advice_on(std::string_view name) const {
        const engine::program code(*rules);
        engine::advise_options asked;
        asked.proof = true;
        return engine::advise_on(code, person, {rules->names.conclusion(name)}, asked);
    }
    [[nodiscard]] words speak(grammar::language in = grammar::language::en) const { return {*rules, person, in}; }
    [[nodiscard]] engine::fact_id fact(std::string_view name) const { return rules->names.fact(name); }
    /// The body of a role's clause.
    [[nodiscard]] engine::condition_id body(std::string_view role, std::size_t clause = 0) const {
        return rules->conclusions[rules->names.conclusion(role)].clauses[clause].body;
    }
};

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace advise::cli::testing
