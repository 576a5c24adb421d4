// How the program ends, in one place (COMMANDS.md, Surface).
#pragma once

namespace advise::cli {

enum class exit_code : int {
    ok = 0,              ///< it ran (for `check` and `test`: and all is well)
    no = 1,              ///< it ran, and the answer is "no": errors found, a failing test, no plan exists
    usage = 2,           ///< wrong usage, an input that cannot be read or understood, an output that cannot be written
    rejected = 3,        ///< `batch` finished, and some records were rejected
    fault = 70,          ///< a fault of the program itself
    hung_up = 129,       ///< 128 and the number of the signal, as shells say it
    interrupted = 130,
    terminated = 143,
    closed_pipe = 141    ///< nobody reads any more; where SIGPIPE is ignored, else the signal itself ends us
};

}  // namespace advise::cli
