// The main job: advice for a profile, as a page or as JSON.
#include "../commands.hpp"
#include "../pipeline.hpp"
#include "../render/advice_page.hpp"
#include "../render/dot.hpp"
#include "../render/proof_diagram.hpp"
#include "../render/rendering.hpp"
#include "../render/result_json.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>

namespace advise::cli {

exit_code run_advise(context& run) {
    const std::string& path = run.chosen.operands.front();
    const std::optional<consultation> about = consult(run, path);
    if (!about) return exit_code::usage;
    const engine::program code(*about->rules);
    engine::advise_options asked;
    asked.proof = true;
    asked.only_open = run.chosen.format != output_format::json;
    const engine::advice answer = engine::advise(code, about->facts, asked);
    if (run.chosen.format == output_format::json) {
        run.answer = result_json({*about->rules, about->profile, about->facts, about->diagnostics.sorted(), run.spoken,
                                  label_language(run.chosen, *about->rules)}, answer);
        return exit_code::ok;
    }
    if (run.chosen.format == output_format::dot) {
        const words speak(*about->rules, about->facts, run.spoken);
        const proof_reader proof(*about->rules, about->facts, answer);
        run.answer = dot_text(proof_diagram(answer.roles, proof, speak, drawn_in_full), run.spoken);
        return exit_code::ok;
    }
    const document page = advice_page(*about->rules, about->facts, answer, about->profile, run.spoken, invocation_of(run.chosen, path));
    run.answer = render(page, run.chosen.format, run.out, run.spoken);
    return exit_code::ok;
}

}  // namespace advise::cli
