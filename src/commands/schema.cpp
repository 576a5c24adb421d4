// `advise schema result|profile|question`: JSON Schemas. Those of results are written by hand; that of a profile is made of the rule base.
#include "../commands.hpp"
#include "../embedded.hpp"
#include "../pipeline.hpp"
#include "../render/profile_schema.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <stdexcept>

namespace advise::cli {
namespace {

std::string embedded_schema(std::string_view path) {
    for (const embedded_file& file : embedded_schemas()) {
        if (file.path == path) return std::string(file.bytes);
    }
    throw std::logic_error("a schema is not embedded");
}

}  // namespace

exit_code run_schema(context& run) {
    const std::string& name = run.chosen.operands.front();
    if (name == "result" || name == "question") {
        run.answer = embedded_schema(name + ".json");
        return exit_code::ok;
    }
    if (name != "profile") {
        const auto near = grammar::near(name, {"result", "profile", "question"});
        run.complain(tell(say::unknown_schema, run.spoken, {grammar::printable(grammar::shortened(name, 100))}),
                     near.empty() ? std::string() : tell(say::did_you_mean, run.spoken, {"advise schema " + near.front()}));
        return exit_code::usage;
    }
    const std::unique_ptr<engine::rule_base> rules = rules_of_run(run);
    if (rules == nullptr) return exit_code::usage;
    run.answer = profile_schema(*rules, label_language(run.chosen, *rules));
    return exit_code::ok;
}

}  // namespace advise::cli
