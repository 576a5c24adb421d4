#include "session.hpp"

#include "../interruption.hpp"
#include "../pipeline.hpp"
#include "../render/diagnostics.hpp"
#include "../render/rendering.hpp"
#include "../render/words.hpp"
#include "crew.hpp"
#include "input_words.hpp"
#include "summary.hpp"

#include <advise/engine/program.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace advise::cli::batch {
namespace {

using clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t most_told_keys = 5;
constexpr std::size_t memory_for_pieces = 8U << 20;  // of all threads together, and as much for their answers
constexpr std::size_t largest_piece = 1U << 19, smallest_piece = 1U << 16, largest_answer = 1U << 20;
constexpr std::size_t piece_in_full = 1U << 15;  // proofs are long
constexpr milliseconds between_saves(250), before_progress(1000), between_progress(200);

/// The processors that this process may use.
unsigned processors() {
    cpu_set_t mine;
    CPU_ZERO(&mine);
    if (::sched_getaffinity(0, sizeof mine, &mine) == 0 && CPU_COUNT(&mine) > 0) return static_cast<unsigned>(CPU_COUNT(&mine));
    return std::max(1U, std::thread::hardware_concurrency());
}

say sentence_of(input_hint hint) {
    switch (hint) {
    case input_hint::csv: return say::batch_hint_csv;
    case input_hint::array: return say::batch_hint_array;
    case input_hint::none:
    case input_hint::several_lines: break;
    }
    return say::batch_hint_several_lines;
}

std::uint64_t bytes_of(const std::string& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? static_cast<std::uint64_t>(about.st_size) : 0;
}

std::size_t share(std::size_t all, unsigned jobs, std::size_t most) { return std::clamp(all / jobs, smallest_piece, most); }

}  // namespace

session::session(context& run, const engine::rule_base& rules)
    : run_(run), rules_(rules), how_{rules, run.chosen}, files_(run.chosen.operands.empty() ? std::vector<std::string>{"-"} : run.chosen.operands),
      begun_(clock::now()), saved_(begun_) {
    output_shown_ = run.chosen.output.empty() ? tell(say::standard_output, run.spoken) : shown_name(run.chosen.output);
}

exit_code session::refuse(say why, std::string_view help) {
    run_.complain(tell(why, run_.spoken, {progress_path(output_shown_), output_shown_}), help);
    return exit_code::usage;
}

exit_code session::output_failed(int code) {
    if (code == EPIPE) return exit_code::closed_pipe;  // nobody reads any more; there is nobody to tell
    run_.complain(tell(say::cannot_write, run_.spoken, {output_shown_, std::strerror(code)}));
    return exit_code::usage;
}

/// Looks at all files before the first is read: a misspelt name is told at once.
std::optional<exit_code> session::check_inputs() {
    grammar::diagnostics found;
    bool known = true;
    for (const std::string& name : files_) {
        struct stat about {};
        if (name != "-" && ::stat(name.c_str(), &about) != 0) {
            file_bytes failed = failure_of(errno, name);
            found.add(failed.failure, {}, std::move(failed.failure_arguments));
            continue;
        }
        if (name == "-" && ::fstat(run_.io.in, &about) != 0) continue;
        run_.inputs.push_back(fmt::format("{}:{}", about.st_dev, about.st_ino));
        known = known && S_ISREG(about.st_mode);
        input_bytes_ += static_cast<std::uint64_t>(std::max<off_t>(about.st_size, 0));
        if (resumes_ && (!S_ISREG(about.st_mode) || name == "-")) return refuse(say::batch_resume_needs_file);
    }
    if (!known) input_bytes_ = 0;
    report(run_, found);
    if (found.has_errors()) return exit_code::usage;
    if (resumes_ && run_.chosen.output.empty()) return refuse(say::batch_resume_needs_output);
    if (resumes_ && files_.size() != 1) return refuse(say::batch_resume_needs_file);
    return std::nullopt;
}

std::optional<exit_code> session::open_output() {
    output_ = std::make_unique<destination>(run_.io.out);
    const std::string& path = run_.chosen.output;
    if (path.empty()) return std::nullopt;
    run_.output_is_written = true;
    for (const std::string& each : {path, resumes_ ? progress_path(path) : path}) {
        const std::string identity = identity_of(each);
        if (identity.empty() || std::find(run_.inputs.begin(), run_.inputs.end(), identity) == run_.inputs.end()) continue;
        run_.complain(tell(say::output_is_input, run_.spoken, {shown_name(each)}));
        return exit_code::usage;
    }
    if (resumes_) return resume();
    if (const int code = output_->open_whole(path); code != 0) return output_failed(code);
    return std::nullopt;
}

/// Goes on where OUT.progress says, or begins anew where there is none yet.
std::optional<exit_code> session::resume() {
    const std::string& path = run_.chosen.output;
    progress now;
    now.rules = digest_of(rules_);
    now.options = options_text(run_.chosen, input_->is_csv(0));
    now.input = now.answers = sha256_stream().digest();
    const file_bytes before = read_file(progress_path(path), grammar::limits::profile_bytes, -1);
    if (before.failure == grammar::message::file_not_found) {
        if (!identity_of(path).empty()) return refuse(say::batch_resume_unknown_output, tell(say::batch_resume_anew, run_.spoken));
        so_far_ = std::move(now);
        if (const int code = write_file(progress_path(path), text_of(so_far_)); code != 0) return output_failed(code);
    } else {
        const std::optional<progress> read = before.failure == grammar::message::none ? read_progress(before.bytes) : std::nullopt;
        if (!read) return refuse(say::batch_resume_unreadable);
        if (read->rules != now.rules) return refuse(say::batch_resume_other_rules, tell(say::batch_resume_anew, run_.spoken));
        if (read->options != now.options) return refuse(say::batch_resume_other_options, tell(say::batch_resume_anew, run_.spoken));
        if (read->read != 0 && !input_->start_at({read->read, read->input}))
            return refuse(say::batch_resume_other_input, tell(say::batch_resume_anew, run_.spoken));
        so_far_ = *read;
        counted_ = so_far_.counted;
        lines_ = so_far_.lines;
        if (!read_answers(so_far_.written)) return refuse(say::batch_resume_other_output, tell(say::batch_resume_anew, run_.spoken));
        if (so_far_.finished && input_bytes_ == so_far_.read && bytes_of(path) == so_far_.written) return nothing_left();
        so_far_.finished = false;
    }
    const int code = output_->open_growing(path, so_far_.written);
    if (code == ENODATA) return refuse(say::batch_resume_other_output, tell(say::batch_resume_anew, run_.spoken));
    return code == 0 ? std::nullopt : std::optional(output_failed(code));
}

/// Whether the output still begins with the answers of the broken run.
bool session::read_answers(std::uint64_t bytes) {
    const descriptor opened(::open(run_.chosen.output.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!opened.valid()) return bytes == 0;
    std::vector<char> piece(largest_piece);
    while (bytes != 0) {
        const ssize_t got = ::read(opened.number(), piece.data(), static_cast<std::size_t>(std::min<std::uint64_t>(bytes, piece.size())));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        answers_.add({piece.data(), static_cast<std::size_t>(got)});
        bytes -= static_cast<std::uint64_t>(got);
    }
    return answers_.digest() == so_far_.answers;
}

/// The run was finished, and its input and output are as they were: it ends as it did then.
exit_code session::nothing_left() {
    if (!run_.chosen.quiet) run_.io.err.write(tell(say::batch_nothing_left, run_.spoken) + "\n");
    tell_end(false);
    if (run_.chosen.summary) tell_summary();
    return counted_.rejected == 0 ? exit_code::ok : exit_code::rejected;
}

int session::save_progress() {
    if (const int code = output_->sync(); code != 0) return code;
    return write_file(progress_path(run_.chosen.output), text_of(so_far_));
}

bool session::take(const chunk_answer& answer) {
    if (answer.file != file_) lines_ = 0;
    file_ = answer.file;
    tell_complaints(answer);
    for (const std::string& name : answer.unknown)
        if (unknown_.size() < most_told_keys && std::find(unknown_.begin(), unknown_.end(), name) == unknown_.end()) unknown_.push_back(name);
    write_error_ = output_->write(answer.lines);
    if (resumes_) answers_.add(answer.lines);
    counted_.add(answer.counted);
    lines_ += answer.input_lines;
    if (write_error_ != 0 || !answer.whole) return write_error_ == 0;
    so_far_.read = answer.end;
    so_far_.input = answer.digest;
    so_far_.lines = lines_;
    so_far_.written = output_->size();
    if (resumes_) so_far_.answers = answers_.digest();
    so_far_.counted = counted_;
    if (resumes_ && clock::now() - saved_ >= between_saves) {
        write_error_ = save_progress();
        saved_ = clock::now();
    }
    return write_error_ == 0;
}

/// "people.ndjson:17:8: error[A3105]: …" of the first few.
void session::tell_complaints(const chunk_answer& answer) {
    if (answer.complaints.empty() || complaints_ > most_complaints) return;
    wipe_progress();
    for (const complaint& each : answer.complaints) {
        if (complaints_ == 0 && lines_ + each.line == 0) hint_ = input_->hint();
        if (++complaints_ > most_complaints) {
            run_.io.err.write(tell(say::batch_more_refused, run_.spoken) + "\n");
            break;
        }
        const std::string& name = input_->name(answer.file);
        run_.io.err.write(fmt::format("{}:{}:{}: {}: {}\n", name == "-" ? tell(say::standard_input, run_.spoken) : shown_name(name),
                                      lines_ + each.line + 1, each.why.column,
                                      severity_text(grammar::severity::error, each.why.code, run_.spoken, run_.err), each.why.message));
    }
    run_.io.err.flush();
}

void session::show_progress() {
    if (!run_.io.err_is_terminal || run_.chosen.quiet) return;
    const std::string people = number_shown(counted_.records, run_.spoken);
    const std::uint64_t done = file_ == 0 ? so_far_.read : 0;
    const bool known = input_bytes_ != 0 && files_.size() == 1;
    run_.io.err.write("\r\x1b[K"
                      + (known
                             ? tell(say::batch_progress_of, run_.spoken, {people, digits(fmt::format("{}", 100 * done / input_bytes_), run_.spoken)})
                             : tell(say::batch_progress, run_.spoken, {people})));
    run_.io.err.flush();
    progress_shown_ = true;
}

void session::wipe_progress() {
    if (progress_shown_) run_.io.err.write("\r\x1b[K");
    progress_shown_ = false;
}

void session::tell_end(bool interrupted) {
    wipe_progress();
    const std::string help = tell(say::word_help, run_.spoken);
    if (hint_ != input_hint::none) run_.io.err.write(fmt::format("{}: {}\n", help, tell(sentence_of(hint_), run_.spoken)));
    if (run_.chosen.quiet) return;
    const auto count = [&](std::uint64_t n, say one, say many) { return tell(n == 1 ? one : many, run_.spoken, {number_shown(n, run_.spoken)}); };
    std::string line = count(counted_.records, say::batch_one_record, say::batch_many_records);
    if (counted_.rejected != 0)
        line = tell(say::comma, run_.spoken, {line, tell(say::batch_refused, run_.spoken, {number_shown(counted_.rejected, run_.spoken)})});
    if (interrupted) line = tell(say::comma, run_.spoken, {line, tell(say::batch_interrupted, run_.spoken)});
    run_.io.err.write(line + "\n");
    if (counted_.unknown_keys == 0) return;
    std::string names;
    for (const std::string& each : unknown_) {
        const std::string shown = tell(say::quoted, run_.spoken, {grammar::printable(grammar::shortened(each, 60))});
        names = names.empty() ? shown : tell(say::comma, run_.spoken, {names, shown});
    }
    if (unknown_.size() == most_told_keys) names += " …";
    run_.io.err.write(count(counted_.unknown_keys, say::batch_one_unknown, say::batch_many_unknown) + (names.empty() ? "" : ": " + names) + "\n");
}

void session::tell_summary() {
    if (run_.chosen.format == output_format::json) run_.io.err.write(summary_json(rules_, counted_));
    else run_.io.err.write("\n" + render(summary_page(rules_, counted_, run_.spoken), output_format::pretty, run_.err, run_.spoken));
}

/// What was written is whole lines; a file that would have been whole later is not left behind.
void session::end_by_signal(int signal) {
    if (resumes_) save_progress();
    output_->abandon();
    tell_end(true);
    run_.io.err.flush();
    std::_Exit(128 + signal);
}

exit_code session::input_failed() {
    tell_input_failure(run_, input_->failure(), input_->name(input_->failure().file));
    return exit_code::usage;
}

exit_code session::finish() {
    const bool read_all = !input_->failure().any();
    so_far_.finished = read_all;
    if (write_error_ == 0 && resumes_) write_error_ = save_progress();
    if (write_error_ == 0 && read_all) write_error_ = output_->finish();
    wipe_progress();
    if (write_error_ != 0) return output_failed(write_error_);
    if (!read_all) return input_failed();
    tell_end(false);
    if (run_.chosen.summary) tell_summary();
    return counted_.rejected == 0 ? exit_code::ok : exit_code::rejected;
}

exit_code session::go() {
    const unsigned jobs = run_.chosen.jobs.value_or(processors());
    const bool in_full = run_.chosen.records == batch_output::full;
    resumes_ = run_.chosen.resume;
    source_options asked{files_, run_.chosen.input_format, run_.io.in, in_full ? piece_in_full : share(memory_for_pieces, jobs, largest_piece),
                         resumes_};
    input_ = std::make_unique<chunk_source>(std::move(asked), how_);
    if (const auto wrong = check_inputs()) return *wrong;
    if (const auto wrong = open_output()) return *wrong;

    const engine::program code(rules_);
    const engine::block_program prepared(code);
    const answer_lines lines(rules_, run_.chosen.records);
    std::mutex one_large;
    std::optional<counted_rules> counting;
    if (run_.chosen.summary) counting.emplace(code);
    const work_order order{how_, prepared, lines, one_large, counting ? &*counting : nullptr, share(memory_for_pieces, jobs, largest_answer)};
    const interruption signals;
    crew workers(order, *input_, [this](const chunk_answer& answer) { return take(answer); });
    workers.begin(jobs, [&signals] { signals.done(); });
    const bool watched = run_.io.err_is_terminal && !run_.chosen.quiet;
    for (int woken = -1; woken != 0;) {
        woken = signals.wait(watched ? static_cast<int>(between_progress.count()) : -1);
        if (woken == 0) break;
        const auto hold = workers.hold();
        if (woken > 0) end_by_signal(woken);
        if (clock::now() - begun_ >= before_progress) show_progress();
    }
    workers.join();
    return finish();
}

}  // namespace advise::cli::batch
