#include "cut_off.hpp"

#include "exit_code.hpp"

#include <csignal>
#include <unistd.h>

namespace advise::cli {
namespace {

/// Read by the handler, which must not allocate; written before it is installed.
std::string cut_off_text;

extern "C" void say_cut_off(int, siginfo_t* about, void*) {
    if (about->si_code != BUS_ADRERR) {        // of the machine's, not of a file: as if nobody had asked
        ::signal(SIGBUS, SIG_DFL);
        return;
    }
    if (::write(STDERR_FILENO, cut_off_text.data(), cut_off_text.size()) < 0) {
    }  // there is nobody left to tell
    ::_exit(static_cast<int>(exit_code::usage));
}

}  // namespace

void tell_if_cut_off(std::string text) {
    cut_off_text = std::move(text);
    struct sigaction ours {};
    ours.sa_sigaction = say_cut_off;
    ours.sa_flags = SA_SIGINFO;
    ::sigaction(SIGBUS, &ours, nullptr);
}

}  // namespace advise::cli
