#include "frames.hpp"

#include "limits.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace advise::cli::lsp {
namespace {

constexpr std::string_view name = "content-length:";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with_name(std::string_view line) {
    return line.size() >= name.size() && std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) { return a == lower(b); });
}

/// The length that a line of the header gives. \return false: it is one that gives none that can be
bool take_length(std::string_view line, std::optional<std::uint64_t>& length) {
    if (!begins_with_name(line)) return line.find(':') != std::string_view::npos;
    line.remove_prefix(name.size());
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    if (line.empty() || line.size() > limits::header_digits) return false;
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(line.data(), line.data() + line.size(), number);
    length = number;
    return failure == std::errc() && end == line.data() + line.size();
}

/// The lines of a header.
std::optional<std::uint64_t> length_of(std::string_view header) {
    std::optional<std::uint64_t> length;
    while (!header.empty()) {
        const std::size_t end = std::min(header.find('\n'), header.size());
        std::string_view line = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty() && !take_length(line, length)) return std::nullopt;
    }
    return length;
}

}  // namespace

void frame_reader::feed(std::string_view bytes) {
    drop_read();
    bytes_ += bytes;
}

void frame_reader::drop_read() {
    bytes_.erase(0, at_);
    at_ = 0;
}

std::optional<frame> frame_reader::next() {
    if (!in_body_) return read_header();
    if (skipping_) return skip_body();
    if (bytes_.size() - at_ < length_) return std::nullopt;
    frame whole{bytes_.substr(at_, length_), frame_fault::none};
    at_ += length_;
    in_body_ = false;
    return whole;
}

std::optional<frame> frame_reader::skip_body() {
    const std::uint64_t here = std::min<std::uint64_t>(length_, bytes_.size() - at_);
    at_ += here;
    length_ -= here;
    if (length_ != 0) return std::nullopt;
    in_body_ = skipping_ = false;
    return next();
}

/// After rubbish: the next place that reads like a header. Keeps what may be its beginning.
bool frame_reader::find_header() {
    const auto found = std::search(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), bytes_.end(), name.begin(), name.end(),
                                   [](char a, char b) { return lower(a) == b; });
    if (found != bytes_.end()) {
        at_ = static_cast<std::size_t>(found - bytes_.begin());
        skipping_ = false;
        return true;
    }
    at_ = std::max(at_, bytes_.size() - std::min(bytes_.size(), name.size() - 1));
    return false;
}

frame frame_reader::lost() {
    at_ = std::min(at_ + 1, bytes_.size());  // not the same place again
    skipping_ = true;
    return {{}, frame_fault::header};
}

std::optional<frame> frame_reader::read_header() {
    if (skipping_ && !find_header()) return std::nullopt;
    const std::string_view rest = std::string_view(bytes_).substr(at_);
    const std::size_t usual = rest.find("\r\n\r\n"), bare = rest.find("\n\n");
    const std::size_t end = std::min(usual, bare);
    if (end == std::string_view::npos) return rest.size() > limits::header_bytes ? std::optional(lost()) : std::nullopt;
    const std::optional<std::uint64_t> length = end <= limits::header_bytes ? length_of(rest.substr(0, end)) : std::nullopt;
    if (!length) return lost();
    at_ += end + (end == usual ? 4 : 2);
    length_ = *length;
    in_body_ = true;
    if (length_ <= limits::message_bytes) return next();
    skipping_ = true;
    return frame{{}, frame_fault::too_long};
}

std::string framed(std::string_view body) { return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body); }

}  // namespace advise::cli::lsp
