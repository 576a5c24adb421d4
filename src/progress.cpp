#include "progress.hpp"

#include "render/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli {

progress_line::~progress_line() {
    if (percent_ >= 0) write("\r\x1b[K");
}

void progress_line::tell(std::size_t done, std::size_t of) {
    if (!shown_ || std::chrono::steady_clock::now() - begun_ < std::chrono::seconds(1)) return;
    const int percent = static_cast<int>(100 * done / std::max<std::size_t>(of, 1));
    if (percent == percent_) return;
    percent_ = percent;
    write("\r" + advise::cli::tell(sentence_, run_.spoken, {digits(fmt::format("{}", percent), run_.spoken)}));
}

void progress_line::write(const std::string& text) {
    run_.io.err.write(text);
    run_.io.err.flush();
}

}  // namespace advise::cli
