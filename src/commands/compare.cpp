// `advise compare`: why the one role rather than the other.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/compare_page.hpp"
#include "../render/rendering.hpp"
#include "../roles.hpp"

#include <advise/engine/compare.hpp>
#include <advise/engine/program.hpp>
#include <advise/grammar/utf8.hpp>

namespace advise::cli {

namespace {

/// The two roles if these facts were otherwise.
engine::advice advice_after(const engine::program& code, engine::facts person, const std::vector<engine::changed_fact>& changes,
                            engine::conclusion_id first, engine::conclusion_id second) {
    for (const engine::changed_fact& change : changes) person.known[change.fact] = change.to;
    return engine::advise_on(code, person, {first, second});
}

}  // namespace

exit_code run_compare(context& run) {
    if (profile_not_last(run)) return exit_code::usage;
    const std::string& path = run.chosen.operands[2];
    const std::optional<consultation> about = consult(run, path);
    if (!about) return exit_code::usage;
    const engine::rule_base& rules = *about->rules;
    const engine::conclusion_id first = role_named(run, rules, run.chosen.operands[0]);
    const engine::conclusion_id second = first == engine::nothing ? first : role_named(run, rules, run.chosen.operands[1]);
    if (second == engine::nothing) return exit_code::usage;
    if (first == second) {
        run.complain(tell(say::compare_same_role, run.spoken, {grammar::printable(rules.conclusions[first].term)}));
        return exit_code::usage;
    }
    const engine::program code(rules);
    engine::compare_options asked;
    asked.proof = true;
    asked.gain = run.chosen.format != output_format::json;
    const engine::comparison found = engine::compare(code, about->facts, first, second, asked);
    if (run.chosen.format == output_format::json) {
        run.answer = compare_json({rules, about->profile, about->facts, {}, run.spoken, label_language(run.chosen, rules), "advise/compare/1"}, found);
        return exit_code::ok;
    }
    // Whoever is behind now is asked for: where that is the first, the comparison is made the other way round.
    const bool turn = found.second_is_before;
    const engine::comparison turned = turn ? engine::compare(code, about->facts, second, first, asked) : engine::comparison();
    const engine::comparison& risen = turn ? turned : found;
    smallest_change change{risen.swap, risen.swap_exact, {}, risen.gain, {}};
    if (change.facts) change.then = advice_after(code, about->facts, *change.facts, first, second);
    if (change.gain) change.gain_then = advice_after(code, about->facts, *change.gain, first, second);
    const document page = compare_page(rules, about->facts, found, change, run.spoken, invocation_of(run.chosen, path));
    run.answer = render(page, run.chosen.format, run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace advise::cli
