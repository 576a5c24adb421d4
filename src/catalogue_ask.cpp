// What the interview says, and the profile that it makes.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> ask_sentences() {
    static constexpr sentence_entry all[] = {
        // options and examples
        {say::option_next, "print one question instead of an interview", "به جای گفتگو یک پرسش چاپ کن"},
        {say::option_until, "every verdict, the first role, or points too", "تا روشن شدن حکم‌ها، نقش اول یا همه"},
        {say::example_ask, "an interview, saved as a profile", "پرسش و پاسخ، با ذخیرهٔ پروفایل"},
        {say::example_ask_profile, "only what this profile leaves open", "فقط آنچه این پروفایل روشن نکرده است"},
        {say::example_ask_first, "only until the first role is certain", "فقط تا روشن شدن نقش اول"},
        {say::example_ask_next, "the next question, for other programs", "پرسش بعدی، برای برنامه‌های دیگر"},
        // what is wrong
        {say::ask_needs_file, "the answers come from standard input, so the profile can't come from there too", "پاسخ‌ها از ورودی استاندارد می‌آید؛ پس پروفایل نمی‌تواند از همان‌جا بیاید"},
        {say::ask_json_needs_next, "JSON is for '--next': an interview is read by people", "JSON برای «--next» است؛ گفتگو را آدم‌ها می‌خوانند"},
        {say::ask_output_exists, "'{0}' exists already, and nobody can be asked whether to overwrite it", "«{0}» از پیش هست و کسی نیست که بپرسیم رونویسی شود یا نه"},
        {say::ask_output_exists_help, "name another file after -o", "پس از ‎-o‎ پروندهٔ دیگری نام ببرید"},
        {say::ask_bad_number, "'{0}' is none of the answers", "«{0}» هیچ‌یک از پاسخ‌ها نیست"},
        {say::ask_number_range, "type a number from {0} to {1}, or an answer in words", "عددی از {0} تا {1} یا پاسخی به کلمه بنویسید"},
        {say::ask_not_text, "this line is no valid UTF-8 text", "این سطر متن UTF-8 درستی نیست"},
        {say::ask_nothing_to_change, "there is no answer to change yet", "هنوز پاسخی نیست که تغییر کند"},
        {say::ask_change_unasked, "'{0}' has not been answered yet, so there is no answer to change", "«{0}» هنوز پاسخی ندارد؛ پس چیزی نیست که تغییر کند"},
        {say::ask_change_what, "no answer of this interview has that number or name", "هیچ پاسخی در این گفتگو این شماره یا نام را ندارد"},
        {say::ask_change_help, "'change 2' or 'change NAME' asks it again", "«تغییر ۲» یا «تغییر» و نام ویژگی، آن را دوباره می‌پرسد"},
        {say::ask_no_way_back, "nothing has been answered yet", "هنوز به چیزی پاسخ نداده‌اید"},
        {say::ask_nothing_asked, "nothing is asked any more", "دیگر چیزی پرسیده نمی‌شود"},
        // the conversation
        {say::ask_hello, "Answer with a number or a word; ? for \"don't know\"; help for more.", "با شماره یا کلمه پاسخ دهید؛ ? یعنی «نمی‌دانم»؛ «راهنما» باقی را می‌گوید."},
        {say::ask_one_left, "This is the last question.", "این آخرین پرسش است."},
        {say::ask_many_left, "At most {0} questions are left, about {1} on average.", "حداکثر {0} پرسش مانده است، به طور میانگین {1}."},
        {say::ask_number_of, "A number: {0}.", "یک عدد: {0}."},
        {say::ask_set_of, "Several numbers are possible (1, 3); 0 for none of them.", "چند شماره هم می‌شود نوشت (۱، ۳)؛ ۰ یعنی هیچ‌کدام."},
        {say::ask_prompt, "> ", "> "},
        {say::ask_commands, "? don't know · skip, not now · back, the question before · why · list, the answers so far · change NAME · stop",
         "? نمی‌دانم · بعدی، فعلاً نه · برگرد، پرسش پیشین · چرا · فهرست، پاسخ‌های تاکنون · تغییر … · پایان"},
        {say::ask_why_fits, "{0} would settle {1}.", "با {0}، {1} قطعی می‌شود."},
        {say::ask_why_no, "{0} would rule out {1}.", "با {0}، {1} کنار می‌رود."},
        {say::ask_why_also, "{0} would settle {1} and rule out {2}.", "با {0}، {1} قطعی می‌شود و {2} کنار می‌رود."},
        {say::ask_why_open, "It counts for {0}.", "برای این‌ها مهم است: {0}."},
        {say::ask_why_none, "No verdict depends on it any more; you asked to change it.", "دیگر هیچ حکمی به آن بستگی ندارد؛ شما خواستید تغییرش دهید."},
        {say::ask_taken, "Noted: {0}: {1}.", "نوشته شد: {0}: {1}."},
        {say::ask_over, "Nothing more needs to be asked. Enter ends the interview; back and change still work.",
         "پرسش دیگری لازم نیست. Enter گفتگو را پایان می‌دهد؛ «برگرد» و «تغییر» هنوز کار می‌کند."},
        {say::ask_over_skipped, "Nothing more can be asked; without an answer remain {0}. Enter ends the interview; back and change still work.",
         "پرسش دیگری نمانده است؛ بی‌پاسخ ماند: {0}. Enter گفتگو را پایان می‌دهد؛ «برگرد» و «تغییر» هنوز کار می‌کند."},
        {say::ask_stopped, "Stopped.", "پایان گفتگو."},
        {say::ask_list_line, "{0}: {1}", "{0}: {1}"},
        {say::ask_list_unknown, "no answer", "بی‌پاسخ"},
        {say::ask_save_where, "Save the answers as a profile? A file name, or just Enter for no:", "پاسخ‌ها در پروفایلی ذخیره شود؟ نام پرونده، یا فقط Enter برای نه:"},
        {say::ask_save_over, "{0} exists already. Overwrite it? yes or no:", "{0} از پیش هست. رونویسی شود؟ بله یا نه:"},
        {say::ask_saved, "Saved as {0}.", "در {0} ذخیره شد."},
        {say::ask_interrupted, "Interrupted. Nothing was answered yet.", "گفتگو قطع شد. هنوز پاسخی داده نشده بود."},
        {say::ask_interrupted_pipe, "Interrupted. The answers are not saved; -o FILE would have saved them.", "گفتگو قطع شد. پاسخ‌ها ذخیره نشد؛ با ‎-o‎ و نام پرونده ذخیره می‌شد."},
        {say::ask_interrupted_saved, "Interrupted. The answers so far are saved as {0}; to go on:", "گفتگو قطع شد. پاسخ‌های تاکنون در {0} ذخیره شد؛ برای ادامه:"},
        {say::ask_interrupted_lost, "Interrupted, and {0} could not be written ({1}). These are the answers so far:", "گفتگو قطع شد و {0} نوشته نشد ({1}). پاسخ‌های تاکنون این است:"},
        {say::ask_not_saved, "The answers were not saved.", "پاسخ‌ها ذخیره نشد."},
        {say::ask_any_with, "any answer with {0}", "هر پاسخی که {0} دارد"},
        {say::ask_any_without, "any answer without {0}", "هر پاسخی که {0} ندارد"},
        {say::ask_why_depends, "For {0} it depends on the whole answer.", "برای {0} همهٔ پاسخ مهم است."},
        // the file
        {say::ask_file_title, "My profile for: {0}", "پروفایل من برای: {0}"},
        {say::ask_file_title_bare, "My profile", "پروفایل من"},
    };
    return all;
}

}  // namespace advise::cli
