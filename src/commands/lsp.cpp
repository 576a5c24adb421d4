// `advise lsp`: runs the language server on standard input and output. Answers come at once, findings when nothing more is waiting to be read,
// proofs when nothing has come for a while or a file was saved.
#include "../commands.hpp"
#include "../lsp/limits.hpp"
#include "../lsp/server.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <poll.h>
#include <unistd.h>

namespace advise::cli {
namespace {

constexpr std::size_t read_at_once = 1U << 16;

/// A name on the command line is one of the working directory, whatever folder the editor has open.
std::string absolute(const std::string& path) { return path.empty() ? path : std::filesystem::absolute(path).lexically_normal().string(); }

std::vector<std::string> all_absolute(std::vector<std::string> paths) {
    for (std::string& path : paths) path = absolute(path);
    return paths;
}

class talk {
public:
    explicit talk(context& run)
        : run_(run), server_({run.chosen.language, absolute(run.chosen.profile), all_absolute(run.chosen.rules)},
                             [&run](const std::string& body) { run.io.out.write(lsp::framed(body)); }) {}

    exit_code go_on_until_the_end() {
        while (!server_.over() && step() && run_.io.out.flush()) {
        }
        return server_.ended_well() ? exit_code::ok : exit_code::no;
    }

private:
    /// Whether something can be read within this time; for ever where it is negative.
    [[nodiscard]] bool waits(int milliseconds) const {
        pollfd input{run_.io.in, POLLIN, 0};
        return ::poll(&input, 1, milliseconds) > 0;
    }

    [[nodiscard]] int patience() const {
        if (server_.unsettled() || (server_.has_proofs() && server_.saved())) return 0;
        return server_.has_proofs() ? lsp::limits::idle_milliseconds : -1;
    }

    bool step() {
        if (waits(patience())) return read();
        if (server_.unsettled()) server_.settle();
        else if (server_.has_proofs()) server_.prove([this] { return waits(0); });
        return true;
    }

    bool read() {
        const ssize_t count = ::read(run_.io.in, buffer_.data(), buffer_.size());
        if (count < 0 && errno == EINTR) return true;
        if (count <= 0) return false;
        frames_.feed({buffer_.data(), static_cast<std::size_t>(count)});
        while (!server_.over()) {
            const std::optional<lsp::frame> one = frames_.next();
            if (!one) break;
            server_.take(*one);
        }
        return true;
    }

    context& run_;
    lsp::server server_;
    lsp::frame_reader frames_;
    std::array<char, read_at_once> buffer_{};
};

}  // namespace

exit_code run_lsp(context& run) {
    if (run.io.in < 0 || run.io.in_is_terminal) {
        run.complain(tell(say::lsp_for_editors, run.spoken));
        return exit_code::usage;
    }
    return talk(run).go_on_until_the_end();
}

}  // namespace advise::cli
