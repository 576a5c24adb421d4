// Lines from a descriptor, as they come: a terminal or a pipe.
#pragma once

#include "interruption.hpp"

#include <optional>
#include <string>

namespace advise::cli {

class line_reader {
public:
    /// `signals` must outlive the object.
    line_reader(int descriptor, const interruption& signals) : descriptor_(descriptor), signals_(signals) {}

    /// The next line without its end and without blanks around it; what is longer than `longest` is cut. Nullopt at the end of the input, where it cannot be read, and
    /// after a signal. A terminal goes on after its end: the next call reads again.
    std::optional<std::string> next();
    /// The signal that came while a line was awaited; 0 where none did.
    [[nodiscard]] int signal() const { return signal_; }

    static constexpr std::size_t longest = 10'000;

private:
    bool fill();

    int descriptor_;
    const interruption& signals_;
    std::string buffer_;
    int signal_ = 0;
};

}  // namespace advise::cli
