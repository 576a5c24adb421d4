// What `advise fmt` says.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> fmt_sentences() {
    static constexpr sentence_entry all[] = {
        // the command
        {say::command_fmt, "one layout for rule files and profiles", "چیدمانی یکدست برای پرونده‌های قاعده و پروفایل‌ها"},
        {say::option_check_formatted, "names what is not formatted; exit code 1 if any", "آنچه را چیده نیست نام می‌برد؛ آنگاه کد پایان ۱ است"},
        {say::option_diff, "shows what would change", "نشان می‌دهد چه چیزی عوض می‌شود"},
        {say::option_write, "writes the files anew, each whole or not at all", "پرونده‌ها را می‌نویسد؛ هر یک را کامل یا هیچ"},
        {say::example_fmt, "the file as it should look", "پرونده آن‌گونه که باید باشد"},
        {say::example_fmt_write, "formats every rule file of a folder", "همهٔ پرونده‌های قاعدهٔ یک پوشه را می‌چیند"},
        {say::example_fmt_check, "is everything formatted? (for CI)", "آیا همه چیز چیده است؟ (برای CI)"},
        {say::example_fmt_diff, "what would change", "چه چیزی عوض می‌شود"},
        // what it did, or would do
        {say::one_file, "1 file", "۱ پرونده"},
        {say::many_files, "{0} files", "{0} پرونده"},
        {say::fmt_written, "formatted {0}", "چیده شد: {0}"},
        {say::fmt_written_counts, "{0} formatted, {1} needed nothing", "{0} چیده شد، {1} نیازی نداشت"},
        {say::fmt_not_formatted, "not formatted: {0}", "چیده نیست: {0}"},
        {say::fmt_what_next, "'advise fmt --diff' shows what would change, 'advise fmt -w' changes it", "«advise fmt --diff --lang fa» نشان می‌دهد چه چیزی عوض می‌شود و «advise fmt -w --lang fa» آن را عوض می‌کند"},
        {say::fmt_all_formatted, "formatted already: {0}", "از پیش چیده است: {0}"},
        {say::fmt_left_alone, "'{0}' has errors and was left as it is", "«{0}» خطا دارد و همان‌گونه که بود ماند"},
        // what is wrong
        {say::fmt_write_alone, "'--write' goes neither with '--check' nor with '--diff'", "«--write» نه با «--check» می‌آید و نه با «--diff»"},
        {say::fmt_write_no_input, "standard input cannot be written; without '--write' its formatted text goes to standard output", "در ورودی استاندارد نمی‌توان نوشت؛ بدون «--write» متن چیده‌شده به خروجی استاندارد می‌رود"},
        {say::fmt_write_no_output, "'--write' writes the files themselves; '-o' would be a second place", "«--write» در خود پرونده‌ها می‌نویسد؛ «-o» جای دیگری است"},
        {say::fmt_folder_without_rules, "there is no rule file (*.rules) in the folder '{0}'", "در پوشهٔ «{0}» هیچ پروندهٔ قاعده‌ای (*.rules) نیست"},
    };
    return all;
}

}  // namespace advise::cli
