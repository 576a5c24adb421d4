// What every command gets: what was asked, where to write, and in which language to speak.
#pragma once

#include "catalogue.hpp"
#include "exit_code.hpp"
#include "options.hpp"
#include "streams.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace advise::cli {

struct context {
    const options& chosen;
    streams& io;
    surface out;                    ///< of the answer (plain when it goes to a file)
    surface err;                    ///< of the messages
    std::string answer;             ///< what the command says; goes to standard output or to the file of `-o` when it is done
    bool output_is_written = false; ///< the command wrote the file of `-o` itself: the answer goes to standard output
    grammar::language spoken = grammar::language::en;      ///< language of sentences, once it is known
    std::vector<std::string> inputs;                        ///< identities of the files read, so that `-o` overwrites none of them

    /// `error: …` on standard error, and `help: …` where there is one. Text of the user in them is printable already.
    void complain(std::string_view message, std::string_view help = {});
};

}  // namespace advise::cli
