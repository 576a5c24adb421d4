#include "line_reader.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <unistd.h>

namespace advise::cli {

bool line_reader::fill() {
    std::array<char, 4096> bytes{};
    for (;;) {
        if (descriptor_ < 0) return false;
        if (signal_ == 0) signal_ = signals_.wait_or_read(descriptor_);
        if (signal_ != 0) return false;
        const ssize_t got = ::read(descriptor_, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        buffer_.append(bytes.data(), static_cast<std::size_t>(got));
        return true;
    }
}

std::optional<std::string> line_reader::next() {
    std::size_t end = buffer_.find('\n');
    while (end == std::string::npos && fill()) end = buffer_.find('\n');
    if (signal_ != 0 || (end == std::string::npos && buffer_.empty())) return std::nullopt;
    std::string line = buffer_.substr(0, std::min(end, longest));
    buffer_.erase(0, end == std::string::npos ? end : end + 1);
    constexpr std::string_view blanks = " \t\r";
    line.erase(line.find_last_not_of(blanks) + 1);
    line.erase(0, line.find_first_not_of(blanks));
    return line;
}

}  // namespace advise::cli
