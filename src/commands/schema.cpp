// `advise schema NAME`: JSON Schemas. Those of results are written by hand; that of a profile is made of the rule base.
#include "../commands.hpp"
#include "../embedded.hpp"
#include "../pipeline.hpp"
#include "../render/profile_schema.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace advise::cli {
namespace {

/// What is described together with something else: an explanation is a result with reasons, `plan --all` prints several plans.
struct described_with {
    std::string_view name, schema;
};
constexpr described_with together[] = {{"explain", "result"}, {"plans", "plan"}};

bool print_embedded(context& run, std::string name) {
    for (const described_with& each : together)
        if (each.name == name) name = each.schema;
    for (const embedded_file& file : embedded_schemas()) {
        if (file.path != name + ".json") continue;
        run.answer = std::string(file.bytes);
        return true;
    }
    return false;
}

exit_code refuse(context& run, const std::string& name) {
    const std::vector<std::string> names = names_of_schemas();
    std::string all;
    for (const std::string& one : names) all = all.empty() ? one : tell(say::comma, run.spoken, {all, one});
    const auto near = grammar::near(name, {names.begin(), names.end()});
    run.complain(tell(say::unknown_schema, run.spoken, {grammar::printable(grammar::shortened(name, 100)), all}),
                 near.empty() ? std::string() : tell(say::did_you_mean, run.spoken, {"advise schema " + near.front()}));
    return exit_code::usage;
}

}  // namespace

std::vector<std::string> names_of_schemas() {
    std::vector<std::string> names{"profile"};
    for (const described_with& each : together) names.emplace_back(each.name);
    for (const embedded_file& file : embedded_schemas()) names.emplace_back(file.path.substr(0, file.path.find('.')));
    std::sort(names.begin(), names.end());
    return names;
}

exit_code run_schema(context& run) {
    const std::string& name = run.chosen.operands.front();
    if (print_embedded(run, name)) return exit_code::ok;
    if (name != "profile") return refuse(run, name);
    const std::unique_ptr<engine::rule_base> rules = rules_of_run(run);
    if (rules == nullptr) return exit_code::usage;
    run.answer = profile_schema(*rules, label_language(run.chosen, *rules));
    return exit_code::ok;
}

}  // namespace advise::cli
