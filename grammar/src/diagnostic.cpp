// Collecting the findings of a run: no duplicates, a limit for each file, one order.
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/limits.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace advise::grammar {
namespace {

// Findings without a file (a wrong option) come before all files.
std::uint64_t file_order(const place& at) { return at.file == nullptr ? 0 : 1 + std::uint64_t{at.file->ordinal()}; }

bool before(const place& a, const place& b) {
    return std::tuple(file_order(a), a.where.begin) < std::tuple(file_order(b), b.where.begin);
}

std::uint64_t seen_key(const diagnostic& found) {
    return std::uint64_t{found.at.where.begin} << 16 | static_cast<std::uint64_t>(found.text.id);
}

}  // namespace

diagnostic& diagnostics::add(message id, place at, arguments filled) {
    return admit(diagnostic{{id, std::move(filled)}, at, {}, {}, {}});
}

void diagnostics::leave_out(tally& of, std::size_t how_many, const place& first) {
    if (how_many == 0) return;
    if (of.left_out == 0 || before(first, of.first_left_out)) of.first_left_out = first;
    of.left_out += how_many;
}

diagnostic& diagnostics::admit(diagnostic&& found) {
    const bool is_error = found.severity() == severity::error;
    counted& file = files_[found.at.file];
    tally& of = is_error ? file.errors : file.others;
    const bool full = of.found >= (is_error ? limits::errors_per_file : limits::warnings_per_file);
    // Past the limit nothing is remembered, so that a file of errors costs no memory; a duplicate there counts twice.
    const auto key = std::pair(found.at.file, seen_key(found));
    if (full ? seen_.contains(key) : !seen_.try_emplace(key, kept_.size()).second) return scratch_ = std::move(found);
    ++of.found;
    if (is_error) ++errors_;
    if (!full) return kept_.emplace_back(std::move(found));
    leave_out(of, 1, found.at);
    return scratch_ = std::move(found);
}

bool diagnostics::has_errors(const source& file) const {
    const auto found = files_.find(&file);
    return found != files_.end() && found->second.errors.found != 0;
}

std::vector<diagnostic> diagnostics::sorted() const {
    std::vector<diagnostic> all = kept_;
    // It stands last in its file whatever was left out: at the first place left out, or after what was kept.
    const auto count = [&](const source* file, const tally& of, message id) {
        if (of.left_out == 0) return;
        place last = of.first_left_out;
        for (const diagnostic& kept : kept_)
            if (kept.at.file == file && before(last, kept.at)) last = kept.at;
        all.push_back({{id, {std::to_string(of.left_out)}}, last, {}, {}, {}});
    };
    for (const auto& [file, of_file] : files_) {
        count(file, of_file.errors, message::errors_left_out);
        count(file, of_file.others, message::warnings_left_out);
    }
    std::stable_sort(all.begin(), all.end(), [](const diagnostic& a, const diagnostic& b) { return before(a.at, b.at); });
    return all;
}

void diagnostics::append(diagnostics&& other) {
    kept_.reserve(kept_.size() + other.kept_.size());
    for (diagnostic& found : other.kept_) admit(std::move(found));
    for (const auto& [file, theirs] : other.files_) {
        counted& mine = files_[file];
        mine.errors.found += theirs.errors.left_out;
        mine.others.found += theirs.others.left_out;
        errors_ += theirs.errors.left_out;
        leave_out(mine.errors, theirs.errors.left_out, theirs.errors.first_left_out);
        leave_out(mine.others, theirs.others.left_out, theirs.others.first_left_out);
    }
    other = diagnostics{};
}

}  // namespace advise::grammar
