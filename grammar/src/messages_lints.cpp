// `allow` comments, and what authors could write better (A2020…).
#include "message_tables.hpp"

namespace advise::grammar {

std::span<const message_entry> lints_messages() {
    static const message_entry table[] = {
        {message::allow_without_reason, "A2020", severity::warning, "an 'allow' comment needs a reason, and has none", "توضیحِ allow دلیل می‌خواهد و ندارد"},
        {message::allow_unused, "A2021", severity::warning, "nothing here is reported as {0}, so there is nothing to allow", "اینجا چیزی با کد {0} گزارش نمی‌شود، پس چیزی برای مجاز کردن نیست"},
        {message::allow_unknown_code, "A2022", severity::warning, "'{0}' is no code of a warning", "«{0}» کد هیچ هشداری نیست"},
        {message::allow_error_code, "A2022", severity::warning, "{0} is the code of an error, and errors cannot be allowed", "{0} کد خطاست و خطا را نمی‌توان مجاز کرد"},
        {message::allow_malformed, "A2022", severity::warning, "this comment speaks to 'advise' but cannot be understood", "این توضیح رو به advise است ولی فهمیده نمی‌شود"},
        {message::help_allow_shape, "", severity::note, "write: # advise: allow A2015 because …", "بنویسید: # advise: allow A2015 because …"},
        {message::help_allow_unused, "", severity::note, "delete it", "آن را پاک کنید"},
        {message::term_two_ways, "A2023", severity::note, "'{0}' is written '{1}' elsewhere", "«{0}» جای دیگر «{1}» نوشته شده است"},
        {message::mixed_scripts, "A2024", severity::warning, "the word '{0}' mixes letters of two scripts: {1} looks like '{2}' but is another letter", "در واژهٔ «{0}» حرف‌های دو خط آمیخته‌اند: {1} به «{2}» می‌ماند ولی حرف دیگری است"},
        {message::scripts_mixed, "A2024", severity::warning, "the word '{0}' mixes letters of two scripts, such as '{1}' and '{2}'", "در واژهٔ «{0}» حرف‌های دو خط آمیخته‌اند، مانند «{1}» و «{2}»"},
        {message::look_alike, "A2025", severity::warning, "'{0}' looks like '{1}', but it is another name", "«{0}» در ظاهر همان «{1}» است ولی نام دیگری است"},
        {message::help_look_alike, "", severity::note, "if one thing is meant, type the name anew; if two, choose names that differ to the eye", "اگر منظور یک چیز است نام را از نو تایپ کنید؛ اگر دو چیز است نام‌هایی برگزینید که در ظاهر هم فرق کنند"},
        {message::help_one_script, "", severity::note, "type the word anew in one script", "واژه را از نو به یک خط تایپ کنید"},
        {message::label_missing, "A2026", severity::note, "'{0}' has no label in the language '{1}', but nearly all others have", "«{0}» به زبان {1} برچسب ندارد، حال آنکه بقیه تقریباً همه دارند"},
        {message::question_missing, "A2026", severity::note, "'{0}' has no question in the language '{1}', but nearly all others have", "«{0}» به زبان {1} پرسش ندارد، حال آنکه بقیه تقریباً همه دارند"},
        {message::reason_missing, "A2027", severity::note, "this has no reason in the language '{0}', but nearly all others have", "این به زبان {0} دلیلی ندارد، حال آنکه بقیه تقریباً همه دارند"},
        {message::source_missing, "A2027", severity::note, "this cites no source, but nearly all others do", "اینجا به منبعی ارجاع نشده است، حال آنکه تقریباً همه‌جا ارجاع هست"},
        {message::help_add, "", severity::note, "add: {0}", "بیفزایید: {0}"},
        {message::note_the_others_have, "", severity::note, "as here", "مانند اینجا"},
        {message::import_unused, "A2028", severity::warning, "nothing of '{0}' is used here", "از «{0}» اینجا چیزی به کار نرفته است"},
        {message::import_twice, "A2028", severity::warning, "'{0}' is imported already", "«{0}» پیش‌تر درون‌ریزی شده است"},
        {message::source_unused, "A2029", severity::warning, "nothing cites the source '{0}'", "هیچ چیز به منبع «{0}» ارجاع نمی‌دهد"},
        {message::scale_unused, "A2030", severity::warning, "no fact has the scale '{0}'", "هیچ واقعیتی مقیاس «{0}» را ندارد"},
        {message::help_delete, "", severity::note, "delete it", "آن را پاک کنید"},
        {message::count_trivial, "A2031", severity::warning, "this is the same as '{0}'", "این همان «{0}» است"},
        {message::values_alike, "A2032", severity::note, "no condition tells '{0}' of '{1}' from '{2}', though all its other values are told apart", "هیچ شرطی «{0}» از «{1}» را از «{2}» جدا نمی‌کند، حال آنکه مقدارهای دیگرش از هم جدا شده‌اند"},
        {message::option_unasked, "A2032", severity::note, "no condition asks for '{0}' of '{1}', though its other options are all asked for", "هیچ شرطی «{0}» از «{1}» را نمی‌پرسد، حال آنکه گزینه‌های دیگرش همه پرسیده شده‌اند"},
        {message::help_values_alike, "", severity::note, "use it in a condition, or leave it out", "در شرطی به کارش ببرید یا آن را بردارید"},
        {message::points_far_apart, "A2033", severity::note, "the most that '{0}' reaches in points is {1}, and '{2}' {3}: ranking them by points misleads", "«{0}» حداکثر به {1} امتیاز می‌رسد ولی «{2}» به {3}: رتبه‌بندی این دو با امتیاز گمراه‌کننده است"},
        {message::help_points_far_apart, "", severity::note, "choose the points so that every role can reach about the same", "امتیازها را چنان برگزینید که همهٔ نقش‌ها کمابیش به یک اندازه برسند"},
        {message::evidence_twice, "A2034", severity::note, "whoever has this evidence for '{0}' has the other as well: the same facts count twice", "هر که این شاهد را برای «{0}» دارد آن دیگری را هم دارد: همان واقعیت‌ها دو بار شمرده می‌شوند"},
        {message::evidence_equal, "A2034", severity::note, "this evidence for '{0}' and the other are the same for everybody: it counts twice", "این شاهد برای «{0}» و آن دیگری برای همه یکی است: دو بار شمرده می‌شود"},
        {message::note_other_evidence, "", severity::note, "points of the other evidence: {0}", "امتیاز شاهد دیگر: {0}"},
        {message::help_evidence_twice, "", severity::note, "leave one of them out, or put their points together", "یکی را بردارید، یا امتیازهایشان را یک‌جا بیاورید"},
        {message::role_never_first, "A2035", severity::warning, "'{0}' is never the first advice: whenever it holds, another role holds with more points", "«{0}» هرگز نخستین پیشنهاد نیست: هرگاه برقرار است نقش دیگری با امتیاز بیشتر برقرار است"},
        {message::note_more_points, "", severity::note, "'{0}' may then have more points", "آنگاه شاید «{0}» امتیاز بیشتری داشته باشد"},
        {message::help_role_never_first, "", severity::note, "give it evidence of its own, or exclude from the others whom it suits better", "به آن شاهدی از آنِ خودش بدهید، یا کسانی را که این برایشان بهتر است از دیگران کنار بگذارید"},
        {message::label_in_name, "A2036", severity::warning, "the name '{0}' ends in what looks like its label", "نام «{0}» به چیزی پایان می‌یابد که به برچسب آن می‌ماند"},
        {message::clause_in_name, "A2036", severity::warning, "the word '{1}' has become a part of the name '{0}'", "واژهٔ «{1}» بخشی از نام «{0}» شده است"},
        {message::help_label_or_quotes, "", severity::note, "write: {0}; if all of it is the name, quote it", "بنویسید: {0}؛ اگر همهٔ آن نام است آن را میان \" بگذارید"},
        {message::number_like_thousands, "A2037", severity::warning, "'{0}' is {1}: a point begins a fraction, and parts no thousands", "«{0}» همان {1} است: نقطه آغاز کسر است و هزارگان را جدا نمی‌کند"},
        {message::help_thousands_or_fraction, "", severity::note, "write {0}; if {1} is meant, leave the zeros out", "بنویسید {0}؛ اگر منظور {1} است صفرها را ننویسید"},
    };
    return table;
}

}  // namespace advise::grammar
