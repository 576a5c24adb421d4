#include "input_words.hpp"

#include "../files.hpp"
#include "../pipeline.hpp"
#include "../render/diagnostics.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>

namespace advise::cli::batch {

void tell_input_failure(context& run, const input_failure& failure, const std::string& given) {
    const std::string name = given == "-" ? tell(say::standard_input, run.spoken) : shown_name(given);
    grammar::diagnostics found;
    bool usable = true;
    const grammar::source_ptr encoded = failure.encoded.empty() ? nullptr : grammar::read_source(name, failure.encoded, 0, found, usable);
    if (failure.why != grammar::message::none) found.add(failure.why, {}, failure.arguments);
    report(run, found);
    if (!failure.header.code.empty())
        run.io.err.write(fmt::format("{}:1:{}: {}: {}\n", name, failure.header.column,
                                     severity_text(grammar::severity::error, failure.header.code, run.spoken, run.err), failure.header.message));
    if (failure.looks_like_json)
        run.io.err.write(fmt::format("{}: {}\n", tell(say::word_help, run.spoken), tell(say::batch_header_ndjson, run.spoken)));
    if (!failure.twice.empty()) run.complain(tell(say::batch_header_twice, run.spoken, {name, grammar::printable(failure.twice)}));
    if (failure.idle.empty()) return;
    const bool other = failure.idle.find_first_of(";\t|") != std::string::npos;
    run.complain(tell(say::batch_header_idle, run.spoken, {name, grammar::printable(grammar::shortened(failure.idle, 60))}),
                 tell(other ? say::batch_header_commas : say::batch_header_rules, run.spoken));
}

}  // namespace advise::cli::batch
