// `advise batch [FILE…]`: a record on each line in, an answer on each line out.
#include "../batch/session.hpp"
#include "../commands.hpp"
#include "../pipeline.hpp"

namespace advise::cli {

exit_code run_batch(context& run) {
    const std::unique_ptr<engine::rule_base> rules = rules_of_run(run);
    if (rules == nullptr) return exit_code::usage;
    if (run.io.in_is_terminal && run.io.err_is_terminal && !run.chosen.quiet
        && (run.chosen.operands.empty() || run.chosen.operands.front() == "-")) {
        run.io.err.write(tell(say::batch_reading_terminal, run.spoken) + "\n");
        run.io.err.flush();
    }
    return batch::session(run, *rules).go();
}

}  // namespace advise::cli
