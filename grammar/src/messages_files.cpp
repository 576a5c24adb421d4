// What is said about files and limits (A4…).
#include "message_tables.hpp"

#include <vector>

namespace advise::grammar {

std::span<const message_entry> files_messages() {
    static const std::vector<message_entry> table{
        {message::errors_left_out, "A4090", severity::note, "{0} more errors in this file are not shown", "{0} خطای دیگر این پرونده نشان داده نشد"},
        {message::warnings_left_out, "A4091", severity::note, "{0} more warnings about this file are not shown", "{0} هشدار دیگر دربارهٔ این پرونده نشان داده نشد"},
        // imports (the engine)
        {message::import_cycle, "A4020", severity::error, "'{0}' imports itself", "«{0}» خودش را درون‌ریزی می‌کند"},
        {message::import_too_deep, "A4021", severity::error, "imports may lead {0} files deep, and this one leads deeper", "درون‌ریزی تا ژرفای {0} پرونده می‌رود و این ژرف‌تر می‌رود"},
        {message::too_many_files, "A4022", severity::error, "a rule base may have {0} files, and this one is too many", "پایگاه قاعده تا {0} پرونده دارد و این بیش از آن است"},
        {message::note_imports_here, "", severity::note, "'{0}' imports '{1}' here", "«{0}» اینجا «{1}» را درون‌ریزی می‌کند"},
        // what the file system said
        {message::file_not_found, "A4001", severity::error, "cannot read '{0}': there is no such file", "«{0}» خوانده نمی‌شود: چنین پرونده‌ای نیست"},
        {message::file_permission, "A4002", severity::error, "cannot read '{0}': permission denied", "«{0}» خوانده نمی‌شود: اجازهٔ خواندن آن را ندارید"},
        {message::file_is_folder, "A4003", severity::error, "cannot read '{0}': it is a folder", "«{0}» خوانده نمی‌شود: پوشه است، نه پرونده"},
        {message::file_name_too_long, "A4004", severity::error, "cannot read '{0}': the name is too long for a file", "«{0}» خوانده نمی‌شود: این نام برای یک پرونده بیش از اندازه بلند است"},
        {message::file_link_loop, "A4005", severity::error, "cannot read '{0}': its symbolic links lead in a circle", "«{0}» خوانده نمی‌شود: پیوندهای نمادین آن دور می‌زنند"},
        {message::file_read_error, "A4006", severity::error, "cannot read '{0}': reading failed in the middle", "«{0}» خوانده نشد: خواندن آن در میانه شکست خورد"},
        {message::file_too_large, "A4007", severity::error, "cannot read '{0}': it is larger than {1} MiB", "«{0}» خوانده نمی‌شود: از {1} مبی‌بایت بزرگ‌تر است"},
        {message::file_no_memory, "A4008", severity::error, "cannot read '{0}': there is not enough memory for it", "«{0}» خوانده نمی‌شود: حافظهٔ کافی برای آن نیست"},
        {message::file_failed, "A4009", severity::error, "cannot read '{0}': {1}", "«{0}» خوانده نمی‌شود: {1}"},
        {message::standard_input_closed, "A4014", severity::error, "cannot read standard input: it is closed", "ورودی استاندارد خوانده نمی‌شود: بسته است"},
        {message::import_outside, "A4010", severity::error, "the import '{0}' lies outside the folder of the root rule file", "درون‌ریزی «{0}» بیرون از پوشهٔ پروندهٔ اصلی قاعده‌هاست"},
        {message::import_irregular, "A4011", severity::error, "the import '{0}' is not a regular file", "«{0}» که باید درون‌ریزی شود پروندهٔ معمولی نیست"},
        {message::import_from_pipe, "A4012", severity::error, "'{0}' cannot be imported here: rules that are read from a pipe or from standard input have no folder", "«{0}» را نمی‌توان اینجا درون‌ریزی کرد: قاعده‌هایی که از لوله یا ورودی استاندارد خوانده شوند پوشه‌ای ندارند"},
        {message::import_not_embedded, "A4013", severity::error, "the embedded rule base has no file '{0}'", "پایگاه قاعدهٔ درون برنامه پرونده‌ای به نام «{0}» ندارد"},
        // a file of the other kind
        {message::rules_as_profile, "A4015", severity::error, "'{0}' holds rules, but a profile is needed here", "«{0}» قاعده دارد، حال آنکه اینجا پروفایل لازم است"},
        {message::profile_as_rules, "A4016", severity::error, "'{0}' is a profile, but rules are needed here", "«{0}» پروفایل است، حال آنکه اینجا قاعده لازم است"},
        // rules that were compiled (compiled.hpp)
        {message::compiled_damaged, "A4030", severity::error, "cannot use '{0}': it is damaged, or was not written by 'advise compile'", "«{0}» به کار نمی‌آید: آسیب دیده یا «advise compile» آن را ننوشته است"},
        {message::compiled_elsewhere, "A4031", severity::error, "cannot use '{0}': it was compiled by another version of advise", "«{0}» به کار نمی‌آید: نسخهٔ دیگری از advise آن را ساخته است"},
        {message::compiled_not_alone, "A4032", severity::error, "'{0}' is a compiled rule base and cannot be joined with other rule files", "«{0}» پایگاه قاعدهٔ ساخته‌شده است و با پرونده‌های دیگر یکی نمی‌شود"},
        {message::compiled_without_text, "A4033", severity::error, "'{0}' is a compiled rule base, and this command works on the text of rules", "«{0}» پایگاه قاعدهٔ ساخته‌شده است و این فرمان با متن قاعده‌ها کار می‌کند"},
        {message::compiled_too_large, "A4034", severity::error, "these rules are too large, or their conditions too deep, to be compiled to a file", "این قاعده‌ها بزرگ‌تر، یا شرط‌هایشان ژرف‌تر، از آن است که در یک پرونده ساخته شوند"},
        {message::help_compile_again, "", severity::note, "compile the rules again: advise compile --to binary -o {0} FILE…", "قاعده‌ها را دوباره بسازید: advise compile --to binary -o {0} FILE…"},
        {message::help_name_texts, "", severity::note, "name the rule files that it was compiled from", "پرونده‌های قاعده‌ای را که از آنها ساخته شده است نام ببرید"},
        {message::record_too_long, "A4017", severity::error, "this record is longer than {0} KiB", "این رکورد از {0} کیبی‌بایت بلندتر است"},
        {message::help_use_rules, "", severity::note, "to use these rules: advise --rules {0} PROFILE; to look for errors in them: advise check {0}", "برای به کار بردن این قاعده‌ها: advise --rules {0} PROFILE و برای یافتن خطاهایشان: advise check {0}"},
        {message::help_use_profile, "", severity::note, "to get advice for it: advise {0}", "برای گرفتن پیشنهاد: advise {0}"},
        // rules for other engines
        {message::sql_role_too_wide, "A4060", severity::error, "what '{0}' rests on needs {1} columns side by side, and {3} has at most {2}", "آنچه «{0}» بر آن استوار است {1} ستون در کنار هم می‌خواهد و {3} بیش از {2} ندارد"},
        {message::sql_too_many_facts, "A4061", severity::error, "the roles rest on {0} columns of facts, and a table of {2} has at most {1} beside the id", "نقش‌ها بر {0} ستون از واقعیت‌ها استوارند و جدول {2} بیش از {1} ستون در کنار شناسه ندارد"},
        {message::sql_statement_too_long, "A4062", severity::error, "a statement would have {0} bytes, and {2} reads at most {1}", "یکی از دستورها {0} بایت می‌شود و {2} بیش از {1} بایت نمی‌خواند"},
        {message::sql_test_left_out, "A4063", severity::note, "the self-test leaves this test out: a column cannot say what it gives of '{1}'", "خودآزمایی این آزمون را کنار می‌گذارد: یک ستون نمی‌تواند آنچه دربارهٔ «{1}» می‌دهد را بگوید"},
        {message::help_sql_bounds, "", severity::note, "'--bounds' gives levels and numbers two columns each, for what is known in part", "«--bounds» به هر سطح و عدد دو ستون می‌دهد، برای آنچه تنها بخشی از آن دانسته است"},
        {message::help_break_imports, "", severity::note, "take one of these imports out", "یکی از این importها را بردارید"},
        {message::help_inside_folder, "", severity::note, "move the file into that folder, and import it from there", "پرونده را به آن پوشه ببرید و از آنجا import کنید"},
    };
    return table;
}

}  // namespace advise::grammar
