#include "findings.hpp"

#include "guard.hpp"

#include "../render/check_json.hpp"
#include "../render/diagnostics.hpp"

#include <algorithm>
#include <utility>

namespace advise::c {
namespace {

constexpr cli::surface to_file{};

advise_findings::texts texts_of(const grammar::diagnostic& one, grammar::language in) {
    return {std::string(code_of(one.text.id)), text_of(one.text.id, in, one.text.arguments), cli::help_text(one, in)};
}

/// All findings in a language.
const std::vector<advise_findings::texts>& told_in(advise_findings& all, grammar::language in) {
    std::vector<advise_findings::texts>& told = all.told[static_cast<std::size_t>(in)];
    if (told.empty()) {
        std::vector<advise_findings::texts> made;
        made.reserve(all.found.size());
        for (const grammar::diagnostic& one : all.found) made.push_back(texts_of(one, in));
        told = std::move(made);
    }
    return told;
}

int32_t severity_of(grammar::severity which) {
    if (which == grammar::severity::error) return ADVISE_ERROR;
    return which == grammar::severity::warning ? ADVISE_WARNING : ADVISE_NOTE;
}

advise_finding as_c(const grammar::diagnostic& one, const advise_findings::texts& told) {
    advise_finding made{};
    made.code = told.code.c_str();
    made.message = told.message.c_str();
    made.help = told.help.c_str();
    made.severity = severity_of(one.severity());
    if (one.at.file == nullptr) return made;
    const grammar::position begin = one.at.file->position_of(one.at.where.begin), end = one.at.file->position_of(one.at.where.end);
    made.file = one.at.file->name().c_str();
    made.line = begin.line;
    made.column = begin.column;
    made.end_line = end.line;
    made.end_column = end.column;
    return made;
}

}  // namespace

std::unique_ptr<advise_findings> findings_of(const grammar::diagnostics& found, grammar::language spoken, std::vector<grammar::source_ptr> files) {
    if (found.empty()) return nullptr;
    auto made = std::make_unique<advise_findings>();
    made->found = found.sorted();
    made->errors = found.errors();
    made->spoken = spoken;
    made->files = std::move(files);
    return made;
}

void hand_out(std::unique_ptr<advise_findings> made, advise_findings** wanted) {
    if (wanted != nullptr) *wanted = made.release();
}

bool lacked_memory(const grammar::diagnostics& found) {
    return std::ranges::any_of(found.sorted(), [](const grammar::diagnostic& one) { return one.text.id == grammar::message::file_no_memory; });
}

bool read_language(const char* tag, std::optional<grammar::language>& chosen) {
    if (tag == nullptr) return true;
    const std::string_view asked = tag;
    if (asked == "en") chosen = grammar::language::en;
    else if (asked == "fa") chosen = grammar::language::fa;
    return chosen.has_value();
}

}  // namespace advise::c

using namespace advise::c;

size_t advise_findings_count(const advise_findings* findings) noexcept { return findings == nullptr ? 0 : findings->found.size(); }

advise_status advise_findings_get(advise_findings* findings, size_t index, const char* language, advise_finding* finding) noexcept {
    return guarded([&] {
        std::optional<advise::grammar::language> in;
        if (findings == nullptr || finding == nullptr || index >= findings->found.size() || !read_language(language, in)) return ADVISE_BAD_ARGUMENT;
        *finding = as_c(findings->found[index], told_in(*findings, in.value_or(findings->spoken))[index]);
        return ADVISE_OK;
    });
}

advise_status advise_findings_text(advise_findings* findings, const char* language, const char** text, size_t* length) noexcept {
    if (text != nullptr) *text = nullptr;
    return guarded([&] {
        std::optional<advise::grammar::language> in;
        if (findings == nullptr || text == nullptr || !read_language(language, in)) return ADVISE_BAD_ARGUMENT;
        findings->page = advise::cli::report_text(findings->found, findings->errors, in.value_or(findings->spoken), to_file);
        *text = findings->page.c_str();
        if (length != nullptr) *length = findings->page.size();
        return ADVISE_OK;
    });
}

void advise_findings_free(advise_findings* findings) noexcept { delete findings; }
