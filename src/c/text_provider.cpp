#include "text_provider.hpp"

#include "../file_provider.hpp"

#include <advise/grammar/limits.hpp>

#include <string_view>

namespace advise::c {
namespace {

engine::source_provider::file refused(grammar::message why, std::string_view name) {
    engine::source_provider::file made;
    made.name = cli::shown_name(name);
    made.failure = why;
    made.failure_arguments = {made.name};
    return made;
}

}  // namespace

engine::source_provider::file text_provider::open_root(const std::string& name) {
    for (const advise_source& text : texts_) {
        if (name != text.name) continue;
        file made;
        made.name = cli::shown_name(name);
        made.identity = name;
        if (text.length > grammar::limits::rules_bytes) {
            made.failure = grammar::message::file_too_large;
            made.failure_arguments = {made.name, std::to_string(grammar::limits::rules_bytes >> 20)};
        } else {
            made.bytes.assign(text.text, text.length);
        }
        return made;
    }
    return refused(grammar::message::file_not_found, name);
}

engine::source_provider::file text_provider::open_import(const std::string& asked, const std::string& importer, const std::string&) {
    const std::string folder = importer.substr(0, importer.rfind('/') + 1);
    file beside = open_root(cli::joined_path(folder, asked));
    if (beside.failure != grammar::message::none) beside.failure_arguments.front() = cli::shown_name(asked);
    return beside;
}

}  // namespace advise::c
