// The sentences of `advise compile`.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> compile_sentences() {
    static constexpr sentence_entry table[] = {
        {say::command_compile, "the rules for the engines of data teams (SQL), or as a file that is mapped", "قاعده‌ها برای موتورهای گروه‌های داده (SQL)، یا پرونده‌ای که بی‌خواندن به کار می‌رود"},
        {say::option_to, "what the rules become", "قاعده‌ها چه می‌شوند"},
        {say::compile_needs_target, "'advise compile' needs '--to'", "«advise compile» گزینهٔ «--to» می‌خواهد"},
        {say::compile_targets, "'--to binary -o my.advb' writes a file that starts at once", "«--to binary -o my.advb» پرونده‌ای می‌نویسد که بی‌درنگ به کار می‌آید"},
    };
    return table;
}

}  // namespace advise::cli
