#include "interview_saving.hpp"

#include "files.hpp"
#include "pipeline.hpp"
#include "render/text.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace advise::cli {
namespace {

constexpr int most_tried_names = 1'000;
/// Milliseconds. A terminal sends the signal first and then throws away what waits to be shown (NOFLSH is off), which would be our message.
constexpr int after_ctrl_c = 50;

bool exists(const std::string& path) { return ::access(path.c_str(), F_OK) == 0; }

/// "answers.txt", else "answers-2.txt", …
std::string free_name(const std::string& wanted) {
    const std::size_t slash = wanted.rfind('/');
    const std::size_t dot = wanted.rfind('.');
    const bool has_ending = dot != std::string::npos && dot != 0 && (slash == std::string::npos || dot > slash + 1);
    const std::size_t stem = has_ending ? dot : wanted.size();
    std::string name = wanted;
    for (int n = 2; exists(name) && n <= most_tried_names; ++n) name = fmt::format("{}-{}{}", wanted.substr(0, stem), n, wanted.substr(stem));
    return name;
}

std::string command_to_go_on(const context& run, const std::string& path) {
    std::string command = "advise ask " + shell_word(path);
    for (const std::string& option : invocation_of(run.chosen, path).options) command += " " + shell_word(option);
    return command;
}

void tell_page(context& run, const document& page) { run.io.err.write(render_text(page, run.err, run.spoken)); }

}  // namespace

std::optional<std::string> save(context& run, interview& talk, const interview_profile& file) {
    std::string path = run.chosen.output;
    const bool asks = run.io.in_is_terminal && run.io.err_is_terminal;
    if (path.empty() && asks && !file.answers.empty()) path = talk.ask_where_to_save();
    // Who does not want to lose a file names another one; only an empty line, or the end of the input, gives the answers up.
    while (!path.empty() && exists(path)) {
        const std::optional<bool> overwrite = talk.may_overwrite(path);
        if (overwrite == true) break;
        path = overwrite ? talk.ask_where_to_save() : std::string();
        if (path.empty() && talk.signal() == 0) run.io.err.write(tell(say::ask_not_saved, run.spoken) + "\n");
    }
    if (talk.signal() != 0) return std::nullopt;
    if (path.empty()) return path;
    const std::string shown = grammar::printable(path);
    if (const int failure = write_file(path, file.text()); failure != 0) {
        run.complain(tell(say::cannot_write, run.spoken, {shown, std::strerror(failure)}));
        return std::nullopt;
    }
    run.io.err.write(tell(say::ask_saved, run.spoken, {shown}) + "\n");
    return path;
}

exit_code save_interrupted(context& run, int signal, const interview_profile& file, const std::string& given) {
    const auto code = static_cast<exit_code>(128 + signal);
    const auto count = std::ranges::count_if(file.answers, [](const given_answer& each) { return !each.value.empty(); });
    if (run.io.err_is_terminal) ::poll(nullptr, 0, after_ctrl_c);
    run.io.err.write("\n");
    document page;
    if (count == 0 || (run.chosen.output.empty() && !run.io.in_is_terminal)) {
        page.put(paragraph(tell(count == 0 ? say::ask_interrupted : say::ask_interrupted_pipe, run.spoken)));
        tell_page(run, page);
        return code;
    }
    const std::string path = free_name(!run.chosen.output.empty() ? run.chosen.output : given.ends_with(".json") ? "answers.json" : "answers.txt");
    const int failure = exists(path) ? EEXIST : write_file(path, file.text());
    const std::string shown = grammar::printable(path);
    page.put(paragraph(failure == 0 ? tell(say::ask_interrupted_saved, run.spoken, {shown})
                                    : tell(say::ask_interrupted_lost, run.spoken, {shown, std::strerror(failure)})));
    if (failure == 0) page.blocks.back().put(paragraph(phrase(command_to_go_on(run, path), tone::code)));
    tell_page(run, page);
    if (failure != 0) run.io.err.write(file.text());
    return code;
}

}  // namespace advise::cli
