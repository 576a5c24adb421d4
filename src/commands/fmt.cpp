// `advise fmt`: rule files and profiles in the one usual layout, each file alone. The layout itself is made in grammar/ (format.hpp).
#include "../commands.hpp"
#include "../files.hpp"
#include "../pipeline.hpp"
#include "../render/words.hpp"
#include "../rule_folder.hpp"
#include "../unified_diff.hpp"

#include <advise/grammar/file_kind.hpp>
#include <advise/grammar/format.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/parse.hpp>

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <utility>

namespace advise::cli {
namespace {

using grammar::language;
using grammar::message;
using statement = grammar::ast::statement_kind;

/// By its name, else by what most of its lines are.
bool is_rule_file(const grammar::source& file) { return file.name().ends_with(".rules") || grammar::rules_in(file).has_value(); }

/// The language that a rule file declares, which it does before anything else; "" for none.
std::string rules_language(const grammar::source& file) {
    grammar::diagnostics ignored;
    grammar::rules_reader reader(file, ignored);
    for (grammar::ast::statement s; reader.next(s) && s.kind <= statement::source;) {
        if (s.kind == statement::language) return std::string(file.text(s.name.where));
    }
    return {};
}

std::string files_text(std::size_t n, language in) { return tell(n == 1 ? say::one_file : say::many_files, in, {digits(fmt::format("{}", n), in)}); }

/// Formats one file after another and counts.
class formatter {
public:
    explicit formatter(context& run) : run_(run) {}

    void take(const std::string& path) {
        if (path == "-" || !is_folder(path)) return take_file(path);
        int failure = 0;
        const std::vector<std::string> files = rule_files_in(path, failure);
        if (failure != 0) return complain(failure_of(failure, path));
        if (files.empty()) fail(tell(say::fmt_folder_without_rules, run_.spoken, {shown_name(path)}));
        for (const std::string& file : files) take_file(file);
    }

    /// The last line, and how it went.
    exit_code finish() {
        if (!run_.chosen.quiet) run_.answer += last_line();
        if (failed_) return exit_code::usage;
        return run_.chosen.check && changed_ > 0 ? exit_code::no : exit_code::ok;
    }

private:
    [[nodiscard]] std::string last_line() const {
        const options& chosen = run_.chosen;
        const language in = run_.spoken;
        if ((!chosen.write && !chosen.check) || changed_ + unchanged_ == 0) return {};
        if (changed_ == 0) return tell(say::fmt_all_formatted, in, {files_text(unchanged_, in)}) + "\n";
        if (chosen.check) return chosen.diff ? std::string() : tell(say::fmt_what_next, in) + "\n";
        if (changed_ + unchanged_ == 1) return {};
        return tell(say::fmt_written_counts, in, {files_text(changed_, in), files_text(unchanged_, in)}) + "\n";
    }

    void take_file(const std::string& path) {
        if (!seen_.insert(path == "-" ? path : real_name_of(path)).second) return;
        file_bytes file = read_file(path, grammar::limits::rules_bytes, run_.io.in);
        if (file.failure != message::none) return complain(std::move(file));
        run_.inputs.push_back(file.identity);
        grammar::diagnostics found;
        bool usable = true;
        const grammar::source_ptr source = grammar::read_source(shown_name(path), std::move(file.bytes), 0, found, usable);
        const std::optional<std::string> made = usable ? format(source, found) : std::nullopt;
        if (made) return deliver(path, *source, *made);
        failed_ = true;
        report(run_, found);
        if (run_.chosen.write && !run_.chosen.quiet) run_.io.err.write(tell(say::fmt_left_alone, run_.spoken, {source->name()}) + "\n");
    }

    std::optional<std::string> format(const grammar::source_ptr& file, grammar::diagnostics& found) {
        const bool rules = is_rule_file(*file);
        run_.spoken = rules ? language_of(run_.chosen, rules_language(*file)) : language_of(run_.chosen, {}, file->text());
        if (found.has_errors()) {  // those of the text: all others are wanted with them
            (void)(rules ? grammar::format_rules(*file, found) : grammar::format_profile(file, found));
            return std::nullopt;
        }
        return rules ? grammar::format_rules(*file, found) : grammar::format_profile(file, found);
    }

    void deliver(const std::string& path, const grammar::source& before, const std::string& after) {
        const options& chosen = run_.chosen;
        const bool changes = before.bytes() != after;
        if (chosen.diff) run_.answer += unified_diff(before.bytes(), after, before.name(), run_.out.color);
        else if (chosen.check && changes) run_.answer += tell(say::fmt_not_formatted, run_.spoken, {before.name()}) + "\n";
        else if (!chosen.check && !chosen.write) run_.answer += after;
        if (changes && chosen.write && !write(path, before.name(), after)) return;
        ++(changes ? changed_ : unchanged_);
    }

    bool write(const std::string& path, const std::string& name, const std::string& after) {
        if (const int failure = write_file(path, after); failure != 0) {
            fail(tell(say::cannot_write, run_.spoken, {name, std::strerror(failure)}));
            return false;
        }
        if (!run_.chosen.quiet) run_.answer += tell(say::fmt_written, run_.spoken, {name}) + "\n";
        return true;
    }

    void complain(file_bytes file) {
        grammar::diagnostics found;
        found.add(file.failure, {}, std::move(file.failure_arguments));
        report(run_, found);
        failed_ = true;
    }
    void fail(const std::string& sentence) {
        run_.complain(sentence);
        failed_ = true;
    }

    context& run_;
    std::set<std::string> seen_;  ///< a file that is named twice is formatted once
    std::size_t changed_ = 0, unchanged_ = 0;
    bool failed_ = false;
};

/// What cannot go together.
std::optional<say> contradiction_in(const options& chosen) {
    if (!chosen.write) return std::nullopt;
    if (chosen.check || chosen.diff) return say::fmt_write_alone;
    if (!chosen.output.empty()) return say::fmt_write_no_output;
    const bool input = std::find(chosen.operands.begin(), chosen.operands.end(), "-") != chosen.operands.end();
    return input ? std::optional(say::fmt_write_no_input) : std::nullopt;
}

}  // namespace

exit_code run_fmt(context& run) {
    if (const auto wrong = contradiction_in(run.chosen)) {
        run.complain(tell(*wrong, run.spoken));
        return exit_code::usage;
    }
    formatter work(run);
    for (const std::string& path : run.chosen.operands) work.take(path);
    return work.finish();
}

}  // namespace advise::cli
