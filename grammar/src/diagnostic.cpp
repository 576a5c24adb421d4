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
    return admit(diagnostic{{id, std::move(filled)}, at, {}, {}});
}

diagnostic& diagnostics::admit(diagnostic&& found) {
    const bool is_error = found.severity() == severity::error;
    counted* file = is_error ? &files_[found.at.file] : nullptr;
    const bool full = is_error && file->errors >= limits::errors_per_file;
    // Past the limit nothing is remembered, so that a file of errors costs no memory; a duplicate there counts twice.
    const auto key = std::pair(found.at.file, seen_key(found));
    if (full ? seen_.contains(key) : !seen_.try_emplace(key, kept_.size()).second) return scratch_ = std::move(found);
    if (is_error) ++file->errors, ++errors_;
    if (full) {
        if (file->left_out++ == 0 || before(found.at, file->first_left_out)) file->first_left_out = found.at;
        return scratch_ = std::move(found);
    }
    return kept_.emplace_back(std::move(found));
}

bool diagnostics::has_errors(const source& file) const {
    const auto found = files_.find(&file);
    return found != files_.end() && found->second.errors != 0;
}

std::vector<diagnostic> diagnostics::sorted() const {
    std::vector<diagnostic> all = kept_;
    // It stands last in its file whatever was left out: at the first place left out, or after what was kept.
    for (const auto& [file, of_file] : files_) {
        if (of_file.left_out == 0) continue;
        place last = of_file.first_left_out;
        for (const diagnostic& kept : kept_)
            if (kept.at.file == file && before(last, kept.at)) last = kept.at;
        all.push_back({{message::errors_left_out, {std::to_string(of_file.left_out)}}, last, {}, {}});
    }
    std::stable_sort(all.begin(), all.end(), [](const diagnostic& a, const diagnostic& b) { return before(a.at, b.at); });
    return all;
}

void diagnostics::append(diagnostics&& other) {
    kept_.reserve(kept_.size() + other.kept_.size());
    for (diagnostic& found : other.kept_) admit(std::move(found));
    for (const auto& [file, of_file] : other.files_) {
        if (of_file.left_out == 0) continue;
        counted& mine = files_[file];
        if (mine.left_out == 0 || before(of_file.first_left_out, mine.first_left_out)) mine.first_left_out = of_file.first_left_out;
        mine.left_out += of_file.left_out;
        mine.errors += of_file.left_out;
        errors_ += of_file.left_out;
    }
    other = diagnostics{};
}

}  // namespace advise::grammar
