// Findings as JUnit's XML: what nearly every server that builds software can show.
#include "check_json.hpp"
#include "check_lines.hpp"
#include "check_sarif.hpp"
#include "markup.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace advise::cli {
namespace {

using grammar::diagnostic;

/// The findings of one file, or those without a place.
struct suite {
    const grammar::source* file;
    std::string name;
    std::vector<const diagnostic*> found;
    std::size_t failures = 0;
};

void write_case(std::string& out, const suite& of, const diagnostic& one, bool failed, grammar::language in) {
    const auto put = std::back_inserter(out);
    const std::string code(code_of(one.text.id)), sentence = text_of(one.text.id, in, one.text.arguments);
    std::string where;
    if (one.at.file != nullptr) {
        const grammar::position at = one.at.file->position_of(one.at.where.begin);
        where = fmt::format(":{}:{}", at.line, at.column);
    }
    const std::string help = help_text(one, in);
    const std::string said = markup(fmt::format("{}{}: {}[{}]: {}", of.name, where, severity_name(one.severity()), code, sentence));
    const std::string text = help.empty() ? said : said + "\n" + escaped_markup(help);
    fmt::format_to(put, "    <testcase classname=\"{}\" name=\"{}{}\">\n", markup(of.name), code, where);
    if (failed)
        fmt::format_to(put, "      <failure type=\"{}\" message=\"{}\">{}</failure>\n", severity_name(one.severity()), markup(sentence), text);
    else fmt::format_to(put, "      <system-out>{}</system-out>\n", text);
    out += "    </testcase>\n";
}

}  // namespace

std::string check_junit(const std::vector<diagnostic>& found, const std::vector<grammar::source_ptr>& files, grammar::severity fail_level,
                        grammar::language in) {
    const auto fails = [&](const diagnostic& one) { return one.severity() <= fail_level; };
    std::vector<suite> suites;
    const auto suite_of = [&](const grammar::source* file) -> suite& {
        const auto at = std::ranges::find_if(suites, [&](const suite& s) { return s.file == file; });
        return at != suites.end() ? *at : suites.emplace_back(suite{file, file == nullptr ? "advise" : file->name(), {}, 0});
    };
    for (const grammar::source_ptr& file : files) suite_of(file.get());
    std::size_t cases = 0, failures = 0;
    for (const diagnostic& one : found) {
        suite& of = suite_of(one.at.file);
        of.found.push_back(&one);
        if (fails(one)) ++of.failures, ++failures;
    }
    for (const suite& of : suites) cases += std::max<std::size_t>(1, of.found.size());
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    fmt::format_to(std::back_inserter(out), "<testsuites name=\"advise check\" tests=\"{}\" failures=\"{}\">\n", cases, failures);
    for (const suite& of : suites) {
        fmt::format_to(std::back_inserter(out), "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n", markup(of.name),
                       std::max<std::size_t>(1, of.found.size()), of.failures);
        if (of.found.empty()) fmt::format_to(std::back_inserter(out), "    <testcase classname=\"{}\" name=\"no findings\"/>\n", markup(of.name));
        for (const diagnostic* one : of.found) write_case(out, of, *one, fails(*one), in);
        out += "  </testsuite>\n";
    }
    return out + "</testsuites>\n";
}

}  // namespace advise::cli
