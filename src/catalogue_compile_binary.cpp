// The sentences of `advise compile --to binary`.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> compile_binary_sentences() {
    static constexpr sentence_entry table[] = {
        {say::example_compile_binary, "the rules as a file to be mapped, not read", "قاعده‌ها در پرونده‌ای برای نگاشت"},
        {say::example_compile_binary_use, "and advice by that file", "و پیشنهاد با همان پرونده"},
        {say::compile_binary_needs_file, "'--to binary' writes a file that no terminal can show",
         "«--to binary» پرونده‌ای می‌نویسد که پایانه نشانش نمی‌دهد"},
        {say::compile_binary_file_help, "name it with -o: advise compile --to binary -o my.advb my.rules",
         "آن را با ‎-o نام ببرید: advise compile --to binary -o my.advb my.rules"},
        {say::compiled_was_cut_off, "'{0}' was cut off while it was used; nothing is answered by what is left",
         "«{0}» هنگام استفاده کوتاه شد؛ با آنچه مانده پاسخی داده نمی‌شود"},
    };
    return table;
}

}  // namespace advise::cli
