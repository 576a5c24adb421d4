// `advise graph`: what the roles rest on, as a drawing or as a graph for other programs.
#include "../commands.hpp"
#include "../files.hpp"
#include "../pipeline.hpp"
#include "../render/dot.hpp"
#include "../render/graph_json.hpp"
#include "../render/mermaid.hpp"
#include "../render/rendering.hpp"
#include "../render/rule_diagram.hpp"
#include "../render/rule_picture.hpp"
#include "../render/svg.hpp"
#include "../roles.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/program.hpp>

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

namespace advise::cli {
namespace {

/// What our own layout draws, and a person can still find a way through. The work grows with the length of lines too: seconds at the worst, as in a chain of concepts.
constexpr std::size_t most_drawn_nodes = 2000, most_drawn_lines = 6000;

/// The FILEs and those of `--rules` are one rule base.
std::vector<std::string> rule_files(const options& chosen) {
    std::vector<std::string> files = chosen.rules;
    files.insert(files.end(), chosen.operands.begin(), chosen.operands.end());
    return files;
}

/// The rules, and of whom something is known, if anybody.
std::optional<consultation> read(context& run) {
    if (!run.chosen.profile.empty()) return consult(run, run.chosen.profile, rule_files(run.chosen));
    consultation made;
    made.rules = rules_of_run(run, rule_files(run.chosen));
    if (made.rules == nullptr) return std::nullopt;
    made.facts = nobody(*made.rules);
    return made;
}

std::vector<engine::conclusion_id> all_conclusions(const engine::rule_base& rules) {
    std::vector<engine::conclusion_id> all;
    for (engine::conclusion_id c = 0; c < rules.conclusions.size(); ++c) all.push_back(c);
    return all;
}

rule_picture paint(const consultation& about, engine::conclusion_id focus, bool painted) {
    const engine::program code(*about.rules);
    engine::advise_options asked;
    asked.proof = true;
    asked.witnesses = false;
    if (!painted) asked.work_limit = asked.run_limit = 0;  // nobody asks for a truth
    return picture_of(*about.rules,
                      engine::advise_on(code, about.facts, focus == engine::nothing ? all_conclusions(*about.rules) : std::vector{focus}, asked));
}

bool refuse_size(context& run, const diagram& drawn) {
    if (drawn.nodes.size() <= most_drawn_nodes && drawn.edges.size() <= most_drawn_lines) return false;
    const auto number = [&](std::size_t n) { return digits(std::to_string(n), run.spoken); };
    const bool focused = !run.chosen.focus.empty();
    run.complain(tell(focused ? say::graph_too_large_focus : say::graph_too_large, run.spoken,
                      {number(drawn.nodes.size()), number(drawn.edges.size()), number(most_drawn_nodes), number(most_drawn_lines),
                       grammar::printable(grammar::shortened(run.chosen.focus, 100))}),
                 tell(focused ? say::graph_too_large_focus_help : say::graph_too_large_help, run.spoken));
    return true;
}

/// Whether Mermaid's own limit will meet this drawing is worth knowing before it stands on a page.
void warn_of_mermaid(context& run, const diagram& drawn) {
    if (drawn.edges.size() <= mermaid_usual_edges || run.chosen.quiet) return;
    const auto number = [&](std::size_t n) { return digits(std::to_string(n), run.spoken); };
    run.io.err.write(tell(say::severity_warning, run.spoken) + ": "
                     + tell(say::graph_many_lines, run.spoken, {number(mermaid_usual_edges), number(drawn.edges.size())}) + "\n");
}

document page_of(diagram drawn) {
    document page;
    page.put(title(drawn.title)).put(paragraph(drawn.description));
    page.put(drawing(std::make_shared<const diagram>(std::move(drawn))));
    return page;
}

exit_code write(context& run, diagram drawn, output_format format) {
    const bool ours = format == output_format::svg || format == output_format::html;
    if (ours && refuse_size(run, drawn)) return exit_code::usage;
    if (format == output_format::svg) run.answer = svg_file(drawn, run.spoken);
    else if (format == output_format::html) run.answer = render(page_of(std::move(drawn)), format, run.out, run.spoken);
    else if (format == output_format::mermaid) {
        warn_of_mermaid(run, drawn);
        run.answer = mermaid_text(drawn, run.spoken);
    } else {
        run.answer = dot_text(drawn, run.spoken);
    }
    return exit_code::ok;
}

/// The name of a picture that we do not draw would get text for Graphviz.
bool refuse_bitmap(context& run) {
    constexpr std::string_view not_ours[] = {"png", "jpg", "jpeg", "gif", "webp", "pdf", "ps", "eps"};
    const std::string& name = run.chosen.output;
    const std::size_t dot = name.rfind('.');
    if (run.chosen.format_given || dot == std::string::npos) return false;
    const std::string ending = name.substr(dot + 1);
    if (std::ranges::find(not_ours, ending) == std::end(not_ours)) return false;
    run.complain(tell(say::graph_no_bitmap, run.spoken, {ending}), tell(say::graph_no_bitmap_help, run.spoken, {ending, shown_name(name)}));
    return true;
}

}  // namespace

exit_code run_graph(context& run) {
    if (refuse_bitmap(run)) return exit_code::usage;
    const std::optional<consultation> about = read(run);
    if (!about) return exit_code::usage;
    const engine::rule_base& rules = *about->rules;
    const engine::conclusion_id focus = run.chosen.focus.empty() ? engine::nothing : role_named(run, rules, run.chosen.focus);
    if (!run.chosen.focus.empty() && focus == engine::nothing) return exit_code::usage;
    const bool painted = !run.chosen.profile.empty();
    const rule_picture picture = paint(*about, focus, painted);
    const output_format format = run.chosen.format_given ? run.chosen.format : output_format::dot;
    if (format == output_format::json) {
        const words speak(rules, about->facts, label_language(run.chosen, rules) == "fa" ? grammar::language::fa : grammar::language::en);
        run.answer = graph_json({picture, speak, focus, painted ? about->profile.file.get() : nullptr});
        return exit_code::ok;
    }
    const words speak(rules, about->facts, run.spoken);
    return write(run, rule_diagram(picture, speak, {painted, focus, shown_name(run.chosen.profile)}), format);
}

}  // namespace advise::cli
