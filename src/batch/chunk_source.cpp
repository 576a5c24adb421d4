#include "chunk_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace advise::cli::batch {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

using namespace std::string_view_literals;
/// How compressed files (gzip, zstd, xz, bzip2, zip) and UTF-16 begin. No record does.
constexpr std::string_view other_encodings[] = {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD" "7zXZ\0"sv, "BZh91AY&SY"sv, "PK\x03\x04"sv, "\xFF\xFE"sv, "\xFE\xFF"sv};
constexpr std::size_t first_bytes_shown = 64;

bool ends_in_csv(std::string_view name) {
    constexpr std::string_view suffix = ".csv";
    if (name.size() < suffix.size()) return false;
    name.remove_prefix(name.size() - suffix.size());
    return std::equal(name.begin(), name.end(), suffix.begin(),
                      [](char c, char wanted) { return c == wanted || (c >= 'A' && c <= 'Z' && c + ('a' - 'A') == wanted); });
}

}  // namespace

void reserve(chunk& into, std::size_t capacity) {
    if (into.capacity >= capacity) return;
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity + padding);
    if (into.size != 0) std::memcpy(bytes.get(), into.bytes.get(), into.size);
    into.bytes = std::move(bytes);
    into.capacity = capacity;
}

chunk_source::chunk_source(source_options asked, const reading& how) : asked_(std::move(asked)), how_(how), longest_(longest_record(how.rules)) {}

bool chunk_source::is_csv(std::size_t file) const { return asked_.form ? *asked_.form == batch_input::csv : ends_in_csv(asked_.files[file]); }

bool chunk_source::open_next() {
    if (next_file_ == asked_.files.size() || failure_.any()) return false;
    const std::string& name = asked_.files[next_file_++];
    failure_.file = next_file_ - 1;
    opened_.reset();
    if (name != "-") opened_ = std::make_unique<descriptor>(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    number_ = name == "-" ? asked_.standard_input : opened_->number();
    struct stat about {};
    if (number_ < 0 || ::fstat(number_, &about) != 0) return fail(errno);
    regular_ = S_ISREG(about.st_mode);
    rest_.clear();
    offset_ = 0;
    digest_ = {};
    header_ = nullptr;
    header_lines_ = 0;
    return read_first_bytes() && (!is_csv(next_file_ - 1) || read_first_row());
}

/// Looks at how the file begins: other encodings are told at once, and not once for each line.
bool chunk_source::read_first_bytes() {
    constexpr std::size_t step = 1U << 12;
    rest_.resize(step);
    const std::optional<std::size_t> got = read_some(rest_.data(), step);
    rest_.resize(got.value_or(0));
    if (!got) return false;
    for (const std::string_view signature : other_encodings)
        if (rest_.starts_with(signature)) failure_.encoded = rest_.substr(0, first_bytes_shown);
    if (next_file_ == 1 && !is_csv(0)) hint_ = hint_of(rest_);
    if (failure_.any()) number_ = -1;
    return !failure_.any();
}

/// By the first line; one that is not whole here tells nothing.
input_hint chunk_source::hint_of(std::string_view beginning) const {
    if (beginning.starts_with(byte_order_mark)) beginning.remove_prefix(byte_order_mark.size());
    std::string_view line = beginning.substr(0, beginning.find('\n'));
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.starts_with('[')) return input_hint::array;
    if (line.starts_with('{')) return line == "{" || line.ends_with(',') ? input_hint::several_lines : input_hint::none;
    if (line.find(',') == std::string_view::npos || line.find('{') != std::string_view::npos) return input_hint::none;
    const csv_header header = read_header(line, how_.rules, how_);
    return header.wrong.code.empty() && !header.says_nothing ? input_hint::csv : input_hint::none;
}

/// \return how many bytes were read, 0 at the end; nothing after a failure
std::optional<std::size_t> chunk_source::read_some(char* to, std::size_t most) {
    for (;;) {
        const ssize_t got = ::read(number_, to, most);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno == EINTR) continue;
        fail(errno);
        return std::nullopt;
    }
}

bool chunk_source::fail(int code) {
    const std::string& name = asked_.files[next_file_ - 1];
    // a closed input was opened on /dev/null, and not for reading (streams.cpp)
    const bool closed = name == "-" && code == EBADF;
    file_bytes failed = failure_of(code, name);
    failure_.why = closed ? grammar::message::standard_input_closed : failed.failure;
    failure_.arguments = std::move(failed.failure_arguments);
    number_ = -1;
    return false;
}

bool chunk_source::read_first_row() {
    constexpr std::size_t step = 1U << 16;
    std::size_t end = std::string::npos;
    while ((end = end_of_row(rest_, longest_)) == std::string::npos) {
        const std::size_t before = rest_.size();
        rest_.resize(before + step);
        const std::optional<std::size_t> got = read_some(rest_.data() + before, step);
        rest_.resize(before + got.value_or(0));
        if (!got) return false;
        if (*got == 0) break;
    }
    std::string_view row = std::string_view(rest_).substr(0, end);
    if (row.starts_with(byte_order_mark)) row.remove_prefix(byte_order_mark.size());
    if (row.ends_with('\r')) row.remove_suffix(1);
    auto header = std::make_shared<csv_header>(read_header(row, how_.rules, how_));
    failure_.header = row.size() > longest_ ? too_long(how_) : header->wrong;
    failure_.looks_like_json = row.starts_with('{') && !failure_.header.code.empty();
    failure_.twice = header->twice;
    if (!failure_.any() && header->says_nothing && !header->names.empty()) failure_.idle = header->names.front();
    header_ = std::move(header);
    const std::size_t consumed = end == std::string::npos ? rest_.size() : end + 1;
    header_lines_ = static_cast<std::uint64_t>(std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(consumed), '\n'));
    consume({rest_.data(), consumed});
    rest_.erase(0, consumed);
    if (failure_.any()) number_ = -1;  // nothing of it is read
    return !failure_.any();
}

void chunk_source::consume(std::string_view bytes) {
    offset_ += bytes.size();
    if (asked_.digests) digest_.add(bytes);
}

bool chunk_source::start_at(const starting_point& where) {
    if (!open_next() || where.bytes < offset_) return false;
    std::uint64_t left = where.bytes - offset_;
    if (left != 0) header_lines_ = 0;  // its lines were counted before
    const std::size_t kept = static_cast<std::size_t>(std::min<std::uint64_t>(left, rest_.size()));
    consume({rest_.data(), kept});
    rest_.erase(0, kept);
    std::vector<char> piece(asked_.chunk_bytes);
    for (left -= kept; left != 0;) {
        const std::optional<std::size_t> got = read_some(piece.data(), static_cast<std::size_t>(std::min<std::uint64_t>(left, piece.size())));
        if (!got || *got == 0) return false;
        consume({piece.data(), *got});
        left -= *got;
    }
    return digest_.digest() == where.digest;
}

bool chunk_source::next(chunk& into) {
    for (;;) {
        if (number_ < 0 && !open_next()) return false;
        into.size = 0;
        into.too_long = false;
        into.lines = 0;
        into.file = next_file_ - 1;
        into.header = header_;
        reserve(into, std::max(asked_.chunk_bytes, rest_.size()));
        rest_.copy(into.bytes.get(), rest_.size());
        into.size = rest_.size();
        rest_.clear();
        if (fill(into)) return true;
        if (failure_.any()) return false;
    }
}

bool chunk_source::fill(chunk& into) {
    std::size_t fresh = 0;  // from here on no record end has been looked for
    for (;;) {
        if (into.size == into.capacity) reserve(into, std::min(2 * into.capacity, std::max(into.capacity, longest_) + asked_.chunk_bytes));
        const std::optional<std::size_t> got = read_some(into.bytes.get() + into.size, into.capacity - into.size);
        if (!got) return false;
        into.size += *got;
        if (*got == 0) {
            number_ = -1;
            return into.size != 0 && hand_on(into, into.size);
        }
        if (into.size < into.capacity && !waits()) continue;
        if (const std::size_t whole = whole_records(into, fresh); whole != 0) {
            rest_.assign(into.bytes.get() + whole, into.size - whole);
            return hand_on(into, whole);
        }
        if (into.size > longest_ + 1) return pass_over(into);  // a carriage return is no part of the record
        fresh = into.size;
    }
}

/// Nothing more is there to be read for now.
bool chunk_source::waits() const {
    if (regular_) return false;
    pollfd asked{number_, POLLIN, 0};
    return ::poll(&asked, 1, 0) == 0;
}

/// Bytes of the whole records that a piece begins with. \param fresh no line ends before this
std::size_t chunk_source::whole_records(const chunk& into, std::size_t fresh) const {
    const std::string_view text = into.text();
    const std::size_t last = text.substr(fresh).rfind('\n');
    if (last == std::string_view::npos) return 0;
    if (header_ == nullptr) return fresh + last + 1;
    std::size_t whole = 0;
    for (;;) {
        const std::size_t end = end_of_row(text.substr(whole), longest_);
        if (end == std::string_view::npos) return whole;
        whole += end + 1;
    }
}

bool chunk_source::hand_on(chunk& into, std::size_t size) {
    consume({into.bytes.get(), size});
    into.size = size;
    into.end = offset_;
    into.lines_before = std::exchange(header_lines_, 0);
    if (asked_.digests) into.digest = digest_.digest();
    std::memset(into.bytes.get() + size, '\n', padding);
    return true;
}

/// A record that is too long is read to its line end and forgotten.
bool chunk_source::pass_over(chunk& into) {
    into.too_long = true;
    std::size_t from = header_ == nullptr ? 0 : std::min(longest_, into.size);
    for (;;) {
        const std::string_view text = into.text();
        const std::size_t feed = text.find('\n', from);
        const std::size_t passed = feed == std::string_view::npos ? text.size() : feed + 1;
        into.lines += static_cast<std::uint64_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(passed), '\n'));
        consume(text.substr(0, passed));
        if (feed != std::string_view::npos) {
            rest_ = text.substr(passed);
            break;
        }
        const std::optional<std::size_t> got = read_some(into.bytes.get(), into.capacity);
        if (!got) return false;
        into.size = *got;
        from = 0;
        if (*got == 0) {
            number_ = -1;
            ++into.lines;
            break;
        }
    }
    into.size = 0;
    return hand_on(into, 0);
}

}  // namespace advise::cli::batch
