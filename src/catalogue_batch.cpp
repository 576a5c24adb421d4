// What `advise batch` says.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> batch_sentences() {
    static constexpr sentence_entry all[] = {
        // the command
        {say::command_batch, "many people: a line in, an answer out for each", "آدم‌های بسیار: برای هر سطر یک پاسخ"},
        {say::option_records, "with points, roles alone, or the whole result", "با امتیاز، تنها نام نقش‌ها، یا همهٔ نتیجه"},
        {say::option_input_format, "how records are written; else by the file's name", "شیوهٔ نوشتن رکوردها؛ وگرنه از روی نام پرونده"},
        {say::option_jobs, "threads; default: one for each processor", "شمار رشته‌ها؛ پیش‌فرض: یکی برای هر پردازنده"},
        {say::option_resume, "go on with a broken run; needs '-o' and a file", "ادامهٔ اجرای ناتمام؛ «-o» و یک پرونده می‌خواهد"},
        {say::option_summary, "tell at the end what all of it comes to", "در پایان می‌گوید روی‌هم‌رفته چه شد"},
        {say::option_kleene, "Kleene's tables alone: quicker, less often sure", "تنها جدول‌های کلینی: تندتر، ولی کمتر مطمئن"},
        {say::option_words, "evaluates with these instructions of the processor; for tests", "با این دستورهای پردازنده حساب می‌کند؛ برای آزمون‌ها"},
        {say::example_batch, "an answer for each line", "برای هر سطر یک پاسخ"},
        {say::example_batch_roles, "names of roles alone; what a row does not say is \"no\"", "تنها نام نقش‌ها؛ آنچه سطر نگوید «نه» است"},
        {say::example_batch_pipe, "in a pipe, with rules of your own", "در لوله، با قاعده‌های خودتان"},
        {say::example_batch_resume, "goes on where it was broken off", "از جایی که بریده شد پی می‌گیرد"},
        {say::example_batch_summary, "and what all of it comes to", "و روی‌هم‌رفته چه شد"},
        {say::example_schema_batch, "of the lines of 'advise batch'", "طرح سطرهای «advise batch»"},
        {say::exit_3, "batch: it ran, and some records were refused", "batch: اجرا شد و برخی رکوردها پذیرفته نشد"},
        {say::batch_reading_terminal, "reading records from the terminal, one on each line; end them with Ctrl-D", "رکوردها از پایانه خوانده می‌شوند، هر یک در یک سطر؛ پایان آن Ctrl-D است"},
        // the end of a run, and on the way
        {say::batch_one_record, "1 record", "۱ رکورد"},
        {say::batch_many_records, "{0} records", "{0} رکورد"},
        {say::batch_refused, "{0} refused", "{0} پذیرفته نشد"},
        {say::batch_interrupted, "interrupted", "ناتمام ماند"},
        {say::batch_one_unknown, "1 key names no fact and was ignored", "۱ نام، نام هیچ واقعیتی نبود و نادیده گرفته شد"},
        {say::batch_many_unknown, "{0} keys name no fact and were ignored", "{0} نام، نام هیچ واقعیتی نبود و نادیده گرفته شد"},
        {say::batch_more_refused, "… further refused records are only counted here; each has its error record in the answers",
         "… رکوردهای پذیرفته‌نشدهٔ بعدی اینجا تنها شمرده می‌شوند؛ خطای هر یک در پاسخ‌ها هست"},
        {say::batch_progress, "{0} records", "{0} رکورد"},
        {say::batch_progress_of, "{0} records, {1}%", "{0} رکورد، ٪{1}"},
        // the summary
        {say::batch_summary_title, "What it comes to: {0}", "روی‌هم‌رفته: {0}"},
        {say::batch_summary_fit, "How many each role fits", "هر نقش به چند نفر می‌خورد"},
        {say::batch_column_role, "role", "نقش"},
        {say::batch_column_fit, "fits", "می‌خورد"},
        {say::batch_column_may_fit, "may fit", "شاید بخورد"},
        {say::batch_summary_missing, "Missing most often", "بیش از همه نامعلوم"},
        {say::batch_missing_note, "People of whom it is not known, and for whom a role is open that rests on it.", "کسانی که این دربارهٔ آن‌ها دانسته نیست و نقشی که بر آن تکیه دارد برایشان باز است."},
        {say::batch_summary_steps, "The single steps that would let most people fit", "تک‌گام‌هایی که بیشترین کسان را به نقشی می‌رساند"},
        {say::batch_steps_note, "People whom a further role would fit if this one fact were a step higher; of what can be learnt, what is not known counts as \"no\".",
         "کسانی که اگر همین یک واقعیت یک پله بالاتر بود نقش دیگری هم به آن‌ها می‌خورد؛ از آنچه آموختنی است، نامعلوم «نه» شمرده می‌شود."},
        {say::batch_one_person, "1 person", "۱ نفر"},
        {say::batch_many_people, "{0} people", "{0} نفر"},
        {say::batch_nothing_missing, "Nothing that still matters is missing.", "چیزی که هنوز اثری داشته باشد نامعلوم نیست."},
        {say::batch_no_step, "No single step would.", "هیچ تک‌گامی نمی‌رساند."},
        // what is wrong
        {say::batch_header_twice, "{0}: the header names '{1}' twice", "{0}: سرستون «{1}» را دو بار دارد"},
        {say::batch_header_idle, "{0}: no column of the header is a fact or the id: it begins with '{1}'", "{0}: هیچ ستونی از سرستون نام یک ویژگی یا id نیست: با «{1}» آغاز می‌شود"},
        {say::batch_nothing_left, "nothing left to do: every record is answered", "کاری نمانده است: همهٔ رکوردها پاسخ دارند"},
        {say::batch_hint_csv, "this looks like CSV: give '--input-format csv', or a file whose name ends in .csv", "این به CSV می‌ماند: «‎--input-format csv‎» یا پرونده‌ای بدهید که نامش با ‎.csv‎ پایان می‌یابد"},
        {say::batch_hint_array, "this looks like one JSON array: a record is one line; \"jq -c '.[]'\" makes lines of it", "این به یک آرایهٔ JSON می‌ماند: هر رکورد یک سطر است؛ «‎jq -c '.[]'‎» آن را سطر به سطر می‌کند"},
        {say::batch_hint_several_lines, "this looks like JSON over several lines: a record is one line; 'jq -c .' makes lines of it", "این به JSON چندسطری می‌ماند: هر رکورد یک سطر است؛ «‎jq -c .‎» آن را یک‌سطری می‌کند"},
        {say::batch_header_ndjson, "this looks like a JSON record on each line: give '--input-format ndjson'", "این به رکوردهای JSON در هر سطر می‌ماند: «‎--input-format ndjson‎» بدهید"},
        {say::batch_header_commas, "cells are separated by commas (RFC 4180)", "خانه‌ها را ویرگول از هم جدا می‌کند (RFC 4180)"},
        {say::batch_header_rules, "the first row must name facts of the rules in use ('--rules'): 'advise ask --blank' lists them", "سطر نخست باید نام ویژگی‌های قاعده‌های در کار («--rules») باشد: «advise ask --blank» آن‌ها را می‌شمارد"},
        {say::batch_resume_needs_file, "'--resume' needs exactly one file as input, which can be read again from the middle", "«--resume» درست یک پرونده به‌عنوان ورودی می‌خواهد که بتوان آن را از میانه خواند"},
        {say::batch_resume_needs_output, "'--resume' needs '-o FILE': that is what it goes on with", "«--resume» به «-o FILE» نیاز دارد: همان را پی می‌گیرد"},
        {say::batch_resume_unknown_output, "there is a file '{1}', but no '{0}' that says how far it has come", "پروندهٔ «{1}» هست، ولی «{0}» نیست تا بگوید کار تا کجا رسیده است"},
        {say::batch_resume_unreadable, "'{0}' does not say how far a run has come", "«{0}» نمی‌گوید کار تا کجا رسیده است"},
        {say::batch_resume_other_rules, "'{1}' was begun with other rules", "«{1}» با قاعده‌های دیگری آغاز شده است"},
        {say::batch_resume_other_options, "'{1}' was begun with other options, or by another version of advise", "«{1}» با گزینه‌های دیگر یا نسخهٔ دیگری از advise آغاز شده است"},
        {say::batch_resume_other_input, "the input is no longer what it was: '{1}' answers other records", "ورودی دیگر آن نیست که بود: «{1}» پاسخ رکوردهای دیگری است"},
        {say::batch_resume_other_output, "'{1}' is no longer as the broken run left it", "«{1}» دیگر آن‌گونه نیست که اجرای ناتمام آن را گذاشت"},
        {say::batch_resume_anew, "remove it and its .progress to begin anew", "برای آغاز از نو، آن و ‎.progress‎ آن را پاک کنید"},
    };
    return all;
}

}  // namespace advise::cli
