// `advise explain`: the whole proof of one role, or of a concept.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/explain_page.hpp"
#include "../render/result_json.hpp"
#include "../render/text.hpp"
#include "find_role.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>

namespace advise::cli {
exit_code run_explain(context& run) {
    const std::string& path = run.chosen.operands[1];
    const std::optional<consultation> about = consult(run, path);
    if (!about) return exit_code::usage;
    const engine::rule_base& rules = *about->rules;
    const engine::conclusion_id role = find_role(run, rules, run.chosen.operands[0]);
    if (role == engine::nothing) return exit_code::usage;
    const engine::program code(rules);
    engine::advise_options asked;
    asked.proof = true;
    const engine::advice answer = engine::advise_on(code, about->facts, {role}, asked);
    if (run.chosen.format == output_format::json) {
        run.answer = result_json({rules, about->profile, about->facts, about->diagnostics.sorted(), run.spoken,
                                  label_language(run.chosen, rules), "advise/explain/1"}, answer);
        return exit_code::ok;
    }
    const document page = explain_page(rules, about->facts, answer, 0, about->profile, run.spoken, {run.chosen.depth});
    run.answer = render_text(page, run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace advise::cli
