// `advise completion SHELL`: the script that teaches a shell to complete. The script knows nothing; it asks `advise __complete`.
#include "../commands.hpp"
#include "../embedded.hpp"

#include <advise/grammar/utf8.hpp>

namespace advise::cli {

exit_code run_completion(context& run) {
    const std::string& shell = run.chosen.operands.front();
    std::string known;
    for (const embedded_file& file : embedded_completions()) {
        const std::string name(file.path.substr(file.path.find('.') + 1));
        if (name == shell) {
            run.answer = std::string(file.bytes);
            return exit_code::ok;
        }
        known = known.empty() ? name : tell(say::comma, run.spoken, {known, name});
    }
    run.complain(tell(say::unknown_shell, run.spoken, {grammar::printable(grammar::shortened(shell, 100)), known}));
    return exit_code::usage;
}

}  // namespace advise::cli
