// `advise explain`: the whole proof of one role, or of a concept.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/dot.hpp"
#include "../render/explain_page.hpp"
#include "../render/proof_diagram.hpp"
#include "../render/rendering.hpp"
#include "../render/result_json.hpp"
#include "../roles.hpp"
#include "what_if.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>
#include <advise/engine/reasons.hpp>

namespace advise::cli {

exit_code run_explain(context& run) {
    if (profile_not_last(run)) return exit_code::usage;
    const std::string& path = run.chosen.operands[1];
    const std::optional<consultation> about = consult(run, path);
    if (!about) return exit_code::usage;
    const engine::rule_base& rules = *about->rules;
    const engine::conclusion_id role = role_named(run, rules, run.chosen.operands[0]);
    if (role == engine::nothing) return exit_code::usage;
    const engine::program code(rules);
    engine::advise_options asked;
    asked.proof = true;
    const engine::advice answer = engine::advise_on(code, about->facts, {role}, asked);
    if (!run.chosen.changes.empty()) return explain_what_if(run, code, *about, answer);
    const engine::minimal_reasons why = engine::reasons_of(code, about->facts, role);
    if (run.chosen.format == output_format::json) {
        run.answer = result_json({rules, about->profile, about->facts, about->diagnostics.sorted(), run.spoken,
                                  label_language(run.chosen, rules), "advise/explain/1", &why}, answer);
        return exit_code::ok;
    }
    if (run.chosen.format == output_format::dot) {
        const words speak(rules, about->facts, run.spoken);
        const proof_reader proof(rules, about->facts, answer);
        run.answer = dot_text(proof_diagram(answer.roles, proof, speak, drawn_in_full), run.spoken);
        return exit_code::ok;
    }
    const bool with_drawing = run.chosen.format == output_format::html;
    const invocation call = invocation_of(run.chosen, path);
    const document page = explain_page(rules, about->facts, answer, 0, about->profile, run.spoken, {run.chosen.depth, &why, with_drawing, &call});
    run.answer = render(page, run.chosen.format, run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace advise::cli
