// A short list from many people, with the C++ library of advise: rules once, then a verdict on everybody, and the reasons of those who fit.
#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>
#include <advise/grammar/profile.hpp>

#include <cstdio>
#include <string>

namespace engine = advise::engine;
namespace grammar = advise::grammar;

namespace {

constexpr const char* rules_text = R"(
fact parallelism: level
fact low-level optimisation: level
fact refuses on-call: yes/no
role infra "Infrastructure engineer"
    when parallelism >= advanced or low-level optimisation >= advanced
    unless refuses on-call
    +2 parallelism >= intermediate and low-level optimisation >= intermediate
)";

struct applicant {
    const char* name;
    const char* profile;
};
constexpr applicant applicants[] = {
    {"Sara", "parallelism: expert\nlow-level optimisation: at least beginner\nrefuses on-call: no\n"},
    {"Omid", "parallelism: expert\n"},
    {"Mina", "{\"parallelism\": \"expert\", \"refuses on-call\": true}"},
};

/// Errors and warnings, as a program of its own would tell them.
void tell(const grammar::diagnostics& found) {
    for (const grammar::diagnostic& one : found.sorted()) {
        const std::string message = grammar::text_of(one.text.id, grammar::language::en, one.text.arguments);
        const grammar::position at = one.at.file == nullptr ? grammar::position{} : one.at.file->position_of(one.at.where.begin);
        std::fprintf(stderr, "%s:%u:%u: %s\n", one.at.file == nullptr ? "" : one.at.file->name().c_str(), at.line, at.column, message.c_str());
    }
}

engine::facts read(const engine::rule_base& rules, const applicant& who) {
    grammar::diagnostics found;
    bool usable = true;
    const grammar::source_ptr text = grammar::read_source(who.name, who.profile, 1, found, usable);
    const grammar::profile profile = usable ? grammar::parse_profile(text, found) : grammar::profile();
    engine::facts person = engine::bind(profile, rules, {}, found);
    tell(found);
    return person;
}

}  // namespace

int main() {
    engine::load_result loaded = engine::load_rules_text("shortlist.rules", rules_text);
    tell(loaded.diagnostics);
    if (loaded.diagnostics.has_errors()) return 1;
    const engine::rule_base& rules = *loaded.rules;
    const engine::program code(rules);  // constant: threads may share it

    for (const applicant& who : applicants) {
        const engine::advice advice = engine::advise(code, read(rules, who));
        const engine::role_advice& best = advice.roles.front();
        const char* fits = best.verdict == engine::verdict::yes ? "fits" : best.verdict == engine::verdict::no ? "does not fit" : "may fit";
        std::printf("%s %s: %lld to %lld points\n", who.name, fits, static_cast<long long>(best.points.low),
                    static_cast<long long>(best.points.high));
        for (const engine::fact_id open : best.open) std::printf("    still open: %s\n", rules.facts[open].term.c_str());
    }
}
