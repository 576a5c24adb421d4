// `advise explain ROLE PROFILE --if LINE`: the same person with facts changed.
#include "../pipeline.hpp"
#include "../render/dot.hpp"
#include "../render/proof_diagram.hpp"
#include "../render/rendering.hpp"
#include "../render/what_if_page.hpp"
#include "what_if.hpp"

#include <advise/grammar/source.hpp>

namespace advise::cli {
namespace {

/// What the lines of `--if` say; nullopt after errors, which have been reported.
std::optional<engine::facts> facts_of_changes(context& run, const engine::rule_base& rules) {
    std::string text;
    for (const std::string& line : run.chosen.changes) text += line + "\n";
    grammar::diagnostics found;
    bool usable = true;
    const auto source = grammar::read_source("--if", std::move(text), static_cast<std::uint32_t>(rules.files.size()), found, usable);
    if (usable) {
        const grammar::profile said = grammar::parse_profile(source, found);
        if (said.closed) {
            run.complain(tell(say::if_closed, run.spoken));
            return std::nullopt;
        }
        engine::facts meant = engine::bind(said, rules, {true, false}, found);
        report(run, found);
        if (!found.has_errors()) return meant;
    } else {
        report(run, found);
    }
    return std::nullopt;
}

}  // namespace

exit_code explain_what_if(context& run, const engine::program& code, const consultation& about, const engine::advice& now) {
    const engine::rule_base& rules = code.rules();
    const engine::facts& person = about.facts;
    const std::optional<engine::facts> said = facts_of_changes(run, rules);
    if (!said) return exit_code::usage;
    engine::facts changed = person;
    std::vector<engine::changed_fact> changes;
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        if (!said->known[f].mentioned) continue;
        changed.known[f] = said->known[f];
        changed.known[f].lines.clear();             // they are lines of `--if`, not of the profile
        changes.push_back({f, changed.known[f]});
    }
    engine::advise_options asked;
    asked.proof = true;
    const engine::advice then = engine::advise_on(code, changed, {now.roles.front().role}, asked);
    const outlook before{person, now}, after{changed, then};
    if (run.chosen.format == output_format::json)
        run.answer = what_if_json({rules, about.profile, person, {}, run.spoken, label_language(run.chosen, rules)}, before, after, changes);
    else if (run.chosen.format == output_format::dot)
        run.answer = dot_text(proof_diagram(then.roles, proof_reader(rules, changed, then), words(rules, changed, run.spoken), drawn_in_full), run.spoken);
    else run.answer = render(what_if_page(rules, before, after, changes, run.spoken), run.chosen.format, run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace advise::cli
