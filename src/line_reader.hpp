// Lines from a descriptor, as they come: a terminal or a pipe.
#pragma once

#include <optional>
#include <string>

namespace advise::cli {

class line_reader {
public:
    explicit line_reader(int descriptor) : descriptor_(descriptor) {}

    /// The next line without its end and without blanks around it; what is longer than `longest` is cut. Nullopt at the end of the input, or where it cannot be read.
    std::optional<std::string> next();

    static constexpr std::size_t longest = 10'000;

private:
    bool fill();

    int descriptor_;
    std::string buffer_;
    bool ended_ = false;
};

}  // namespace advise::cli
