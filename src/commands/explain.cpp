// `advise explain`: the whole proof of one role, or of a concept.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/dot.hpp"
#include "../render/explain_page.hpp"
#include "../render/proof_diagram.hpp"
#include "../render/rendering.hpp"
#include "../render/result_json.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

namespace advise::cli {
namespace {

/// No role is called that: say what is near, or which roles there are.
void unknown_role(context& run, const engine::rule_base& rules, const std::string& name) {
    std::vector<std::string_view> names;
    std::string roles;
    for (const engine::conclusion& c : rules.conclusions) {
        names.push_back(c.term);
        for (const std::string& other : c.aka) names.push_back(other);
        for (const engine::localised& label : c.labels) names.push_back(label.text);
        const std::string term = grammar::printable(c.term);
        if (c.is_role) roles = roles.empty() ? term : tell(say::comma, run.spoken, {roles, term});
    }
    const std::vector<std::string> near = grammar::near(name, names);
    const std::string shown = grammar::printable(grammar::shortened(name, 100));
    const bool is_fact = rules.names.fact(name) != engine::nothing;
    run.complain(tell(is_fact ? say::explain_fact : say::explain_unknown, run.spoken, {shown}),
                 near.empty() || is_fact ? tell(say::explain_roles, run.spoken, {roles})
                                         : tell(say::did_you_mean, run.spoken, {grammar::printable(near.front())}));
}

}  // namespace

exit_code run_explain(context& run) {
    const std::string& path = run.chosen.operands[1];
    const std::optional<consultation> about = consult(run, path);
    if (!about) return exit_code::usage;
    const engine::rule_base& rules = *about->rules;
    const engine::conclusion_id role = rules.names.conclusion(run.chosen.operands[0]);
    if (role == engine::nothing) {
        unknown_role(run, rules, run.chosen.operands[0]);
        return exit_code::usage;
    }
    const engine::program code(rules);
    engine::advise_options asked;
    asked.proof = true;
    const engine::advice answer = engine::advise_on(code, about->facts, {role}, asked);
    if (run.chosen.format == output_format::json) {
        run.answer = result_json({rules, about->profile, about->facts, about->diagnostics.sorted(), run.spoken,
                                  label_language(run.chosen, rules), "advise/explain/1"}, answer);
        return exit_code::ok;
    }
    if (run.chosen.format == output_format::dot) {
        const words speak(rules, about->facts, run.spoken);
        const proof_reader proof(rules, about->facts, answer);
        run.answer = dot_text(proof_diagram(answer.roles, proof, speak, drawn_in_full), run.spoken);
        return exit_code::ok;
    }
    const bool with_drawing = run.chosen.format == output_format::html;
    const document page = explain_page(rules, about->facts, answer, 0, about->profile, run.spoken, {run.chosen.depth, with_drawing});
    run.answer = render(page, run.chosen.format, run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace advise::cli
