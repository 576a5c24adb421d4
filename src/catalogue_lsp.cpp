// What `advise lsp` says in an editor.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> lsp_sentences() {
    static constexpr sentence_entry all[] = {
        {say::command_lsp, "the language server: rule files in an editor",
         "سرور زبان: پرونده‌های قاعده در ویرایشگر"},
        {say::example_lsp, "what an editor runs; docs/editors.md shows how",
         "برای ویرایشگر؛ روش آن در docs/editors.md است"},
        {say::example_lsp_profile, "with the verdicts of sara.txt beside the roles", "با حکم‌های sara.txt در کنار نقش‌ها"},
        {say::lsp_for_editors, "'advise lsp' talks to an editor, which starts it by itself; docs/editors.md shows how",
         "«advise lsp» با ویرایشگر سخن می‌گوید و ویرایشگر خود آن را اجرا می‌کند؛ docs/editors.md روش آن را نشان "
         "می‌دهد"},
        {say::lsp_levels, "Levels: {0}", "سطح‌ها: {0}"},
        {say::lsp_other_names, "Other names: {0}", "نام‌های دیگر: {0}"},
        {say::lsp_question, "Question: {0}", "پرسش: {0}"},
        {say::lsp_used_by, "Used by {0}.", "به‌کاررفته در {0}."},
        {say::lsp_used_by_more, "Used by {0} and {1} more.", "به‌کاررفته در {0} و {1} جای دیگر."},
        {say::lsp_unused, "Nothing uses it.", "در هیچ‌جا به کار نرفته است."},
        {say::lsp_undeclared_fact, "A fact without a declaration.", "واقعیتی بدون اعلان."},
        {say::lsp_only_concluded, "A conclusion of rules, without a declaration.", "نتیجهٔ قاعده‌ها، بدون اعلان."},
        {say::lsp_reason, "Because: {0}", "زیرا: {0}"},
        {say::lsp_fix_write, "Write '{0}'", "بنویسید «{0}»"},
        {say::lsp_fix_below, "Write below: {0}", "در سطر زیر بنویسید: {0}"},
        {say::lsp_fix_break, "Begin a new line here", "اینجا سطر تازه‌ای آغاز کنید"},
        {say::lsp_fix_leave_out, "Leave '{0}' out", "«{0}» را ننویسید"},
        {say::lsp_mend_one, "Mend what can be mended without asking: one finding", "درست کردن آنچه بی‌پرسش درست می‌شود: یک مورد"},
        {say::lsp_mend_all, "Mend what can be mended without asking: {0} findings", "درست کردن آنچه بی‌پرسش درست می‌شود: {0} مورد"},
        {say::lsp_fix_declare, "Declare it: {0}", "اعلانش کنید: {0}"},
        {say::lsp_rename_nothing, "there is no name here that can be changed", "اینجا نامی نیست که بتوان آن را عوض کرد"},
        {say::lsp_rename_built_in, "'{0}' is a level of the built-in scale: it has this name for ever; a scale of your own can have others",
         "«{0}» سطحی از مقیاس خود زبان است و همیشه همین نام را دارد؛ مقیاسی که خودتان اعلان کنید می‌تواند نام‌های دیگری داشته باشد"},
        {say::lsp_rename_word, "'{0}' is a word of the language, and not a name", "«{0}» واژه‌ای از خود زبان است، نه یک نام"},
        {say::lsp_rename_bad, "'{0}' cannot be a name", "«{0}» نمی‌تواند نام باشد"},
        {say::lsp_rename_taken, "'{0}' is a name already", "«{0}» از پیش نام چیزی است"},
        {say::lsp_rename_breaks, "named '{0}', it would make the rules wrong",
         "با نام «{0}» در قاعده‌ها خطا پدید می‌آید"},
        {say::lsp_rename_means, "named '{0}', something in the rules would mean another thing than now",
         "با نام «{0}» چیزی در قاعده‌ها معنای دیگری می‌گیرد"},
        {say::lsp_rename_profile, "named '{0}', the profile {1} would say another thing than now",
         "با نام «{0}» پروفایل {1} چیز دیگری می‌گوید"},
        {say::lsp_rename_left, "left as they are, because they have findings or are not plainly profiles of these rules: {0}",
         "بی‌تغییر ماندند، چون ایرادی دارند یا آشکارا پروفایل این قاعده‌ها نیستند: {0}"},
        {say::lsp_bad_json, "this message is not JSON", "این پیام JSON نیست"},
        {say::lsp_bad_frame, "a message begins with 'Content-Length: N'", "هر پیام با «Content-Length: N» آغاز می‌شود"},
        {say::lsp_too_long, "this message is longer than {0} MiB", "این پیام از {0} مبی‌بایت بلندتر است"},
        {say::lsp_no_method, "there is no method '{0}'", "متدی به نام «{0}» نیست"},
        {say::lsp_not_ready, "the first request is 'initialize'", "نخستین درخواست «initialize» است"},
        {say::lsp_bad_request, "this is not a request that can be answered", "این درخواستی نیست که بتوان به آن پاسخ داد"},
        {say::lsp_over, "after 'shutdown' only 'exit' may follow", "پس از «shutdown» تنها «exit» می‌آید"},
        {say::lsp_no_profile, "the profile {0}, whose verdicts are to be shown, cannot be read or has errors",
         "پروفایل {0} که باید حکم‌هایش نشان داده شود، خوانده نمی‌شود یا خطا دارد"},
    };
    return all;
}

}  // namespace advise::cli
