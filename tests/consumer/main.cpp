// What somebody else's program does with the installed libraries: rules and a profile in, advice out.
#include <advise/engine/advice.hpp>
#include <advise/grammar/source.hpp>

#include <cstdio>

int main()
{
    namespace engine = advise::engine;
    namespace grammar = advise::grammar;

    engine::load_result loaded = engine::load_rules_text("one_line.rules", "parallelism AND low-level optimisation → infra\n");
    if (loaded.diagnostics.has_errors()) return 1;
    const engine::program code(*loaded.rules);

    grammar::diagnostics found;
    bool usable = false;
    const grammar::source_ptr text = grammar::read_source("me.txt", "parallelism: advanced\nlow-level optimisation: beginner\n", 1, found, usable);
    const engine::facts facts = engine::bind(grammar::parse_profile(text, found), *loaded.rules, {}, found);

    const engine::advice advice = engine::advise(code, facts);
    const bool fits = advice.roles.size() == 1 && advice.roles.front().verdict == engine::verdict::yes;
    const std::string role(loaded.rules->conclusions[advice.roles.front().role].term);
    std::printf("%s: %s\n", role.c_str(), fits ? "fits" : "does not fit");
    return fits ? 0 : 1;
}
