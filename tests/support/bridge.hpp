// Puts a case of the slow truth before the engine, through text, and gives back what the engine said in the twin's terms.
#pragma once

#include "support/brute_force.hpp"
#include "support/print.hpp"
#include "support/random_base.hpp"

#include <advise/engine/advice.hpp>
#include <advise/grammar/term_key.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace advise::tests {

/// What a collection of diagnostics says, a line each: for the message of a failing test.
std::string told(const grammar::diagnostics& found);

/// A rule base as the engine reads it.
struct loaded {
    std::unique_ptr<engine::rule_base> rules;
    std::unique_ptr<engine::program> code;
    grammar::diagnostics found;
};
loaded load(const std::string& rules_text);

/// A profile under it. The profile's source is kept alive beside the facts.
struct person {
    grammar::source_ptr file;
    engine::facts facts;
    grammar::diagnostics found;
};
person bind_text(const loaded& base, const std::string& profile_text, const engine::bind_options& how = {});

/// The engine's advice as rows of the twin.
std::vector<advice_row> rows_of(const loaded& base, const engine::advice& advice);

/// Two lists of rows, side by side, for a failing test.
std::string compared(const std::vector<advice_row>& expected, const std::vector<advice_row>& got);

/// Which of the model's facts and conclusions the engine's are; facts that the rules do not use may be missing from the engine.
struct correspondence {
    std::vector<std::size_t> fact_of;                      ///< of each engine fact, the model's index
    std::map<std::size_t, engine::conclusion_id> conclusion_of;
    std::map<std::size_t, engine::fact_id> engine_fact_of;
};
correspondence match(const rule_base& model, const engine::rule_base& rules);

/// One engine value as the twin's integer.
value value_of(const engine::rule_base& rules, engine::fact_id fact, const engine::fact_value& v);

/// A number from the environment, for counts and seeds.
std::uint64_t from_environment(const char* name, std::uint64_t otherwise);

/// Terms are compared by what LANGUAGE.md calls the same.
inline std::string key(std::string_view term) { return grammar::term_key(term); }

}  // namespace advise::tests
