// What `advise compile` says, and the comments of the scripts that it makes. A comment is one line: it starts with "-- " and ends with its line.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> compile_sentences() {
    static constexpr sentence_entry all[] = {
        {say::command_compile, "the rules for SQL engines, or as a mapped file", "قاعده‌ها برای موتورهای SQL، یا پرونده‌ای برای نگاشت"},
        {say::option_to, "what the rules become", "قاعده‌ها چه می‌شوند"},
        {say::option_dialect, "whose SQL", "SQL کدام موتور"},
        {say::option_staged, "a table for each layer, instead of one view", "برای هر لایه از شرط‌ها یک جدول، به‌جای یک نما"},
        {say::option_bounds, "two columns for each level and number: low, high", "برای هر سطح و عدد دو ستون: کمینه و بیشینه"},
        {say::example_compile, "the built-in rules for DuckDB", "قاعده‌های درون برنامه برای DuckDB"},
        {say::example_compile_rules, "rules of your own for PostgreSQL", "قاعده‌های خودتان برای PostgreSQL"},
        {say::example_compile_closed, "NULL means “no” there, not “unknown”", "آنجا NULL یعنی نه، نه نامعلوم"},
        {say::example_compile_bounds, "levels and numbers may be known in part", "سطح‌ها و عددها می‌توانند تا اندازه‌ای دانسته باشند"},
        {say::compile_needs_target, "'advise compile' needs '--to'", "«advise compile» گزینهٔ «--to» می‌خواهد"},
        {say::compile_targets, "'--to sql --dialect duckdb' writes a script for DuckDB, '--to binary -o my.advb' a file that starts at once", "«--to sql --dialect duckdb» متنی برای DuckDB می‌نویسد و «--to binary -o my.advb» پرونده‌ای که بی‌درنگ به کار می‌آید"},
        {say::compile_needs_dialect, "'--to sql' needs '--dialect': no two engines read the same SQL", "«--to sql» گزینهٔ «--dialect» می‌خواهد: هیچ دو موتوری یک SQL را نمی‌خوانند"},
        {say::compile_dialects, "there are duckdb, postgres, sqlite, spark and trino", "این‌ها هستند: duckdb و postgres و sqlite و spark و trino"},
        {say::compile_staged, "{0} layers of conditions are more than the {1} that one view takes in {2}; the script makes a table for each", "{0} لایه از شرط‌ها بیش از {1} لایه است که یک نما در {2} می‌پذیرد؛ برای هر لایه جدولی ساخته می‌شود"},
        {say::sql_made, "Rules for {0}, made by 'advise compile --to sql'. Run it again after the rules have changed: it replaces what it made.", "قاعده‌ها برای {0}، ساختهٔ «advise compile --to sql». پس از هر تغییر قاعده‌ها دوباره اجرایش کنید: ساخته‌های پیشین خود را جایگزین می‌کند."},
        {say::sql_open, "A column of advise_profiles that is NULL says that nothing is known.", "ستونی از advise_profiles که NULL است می‌گوید چیزی دانسته نیست."},
        {say::sql_closed, "A column of advise_profiles that is NULL says \"no\"; a choice without an option \"no\" stays unknown.", "ستونی از advise_profiles که NULL است یعنی نه؛ انتخابی که گزینهٔ «نه» ندارد نامعلوم می‌ماند."},
        {say::sql_people, "In: a table or view advise_profiles with a column id and the columns named in advise_columns. It must be there before this script runs.", "ورودی: جدول یا نمای advise_profiles با ستون id و ستون‌هایی که نامشان در advise_columns آمده است. پیش از اجرای این متن باید باشد."},
        {say::sql_answers, "Out: advise_result (id, role, verdict 0 no, 1 unknown, 2 yes, points low and high, masks of requirements unmet and undecided), advise_wide, advise_invalid.", "خروجی: advise_result (شناسه، نقش، حکم ۰ نه ۱ نامعلوم ۲ آری، کمینه و بیشینهٔ امتیاز، ماسک بایسته‌های برآورده‌نشده و نامعلوم)، advise_wide، advise_invalid."},
        {say::sql_test_counts, "Profiles of the self-test: {0}. Tests of the rules that it leaves out, because columns cannot say what they give: {1}.", "پروفایل‌های خودآزمایی: {0}. آزمون‌هایی که کنار مانده‌اند، زیرا ستون‌ها نمی‌توانند داده‌هایشان را بگویند: {1}."},
        {say::sql_weaker, "SQL judges by Kleene's tables. Verdicts that the tests expect and 'advise' finds, but that come out as unknown (1) here: {0}.", "SQL با جدول‌های کلینی داوری می‌کند. حکم‌هایی که آزمون‌ها انتظار دارند و «advise» می‌یابد اما اینجا نامعلوم (۱) می‌شوند: {0}."},
        {say::sql_names, "What the names mean", "معنای نام‌ها"},
        {say::sql_selftest, "The self-test: advise_selftest must be empty", "خودآزمایی: advise_selftest باید تهی باشد"},
        {say::sql_wide, "The answers: advise_wide has a row for each person, advise_result one for each person and role", "پاسخ‌ها: advise_wide برای هر نفر یک سطر دارد و advise_result برای هر نفر و هر نقش"},
        {say::sql_invalid, "Who has a value that its fact cannot have, and the first such column: their answers mean nothing", "چه کسی مقداری دارد که واقعیتش نمی‌تواند داشته باشد و نخستین ستون آن: پاسخ آنان معنایی ندارد"},
        {say::sql_test_nothing, "(nothing is known)", "(چیزی دانسته نیست)"},
        {say::sql_test_no, "(everything is at its \"no\")", "(همه چیز «نه» است)"},
        {say::sql_test_highest, "(everything is at its highest)", "(همه چیز در بیشینهٔ خود است)"},
    };
    return all;
}

}  // namespace advise::cli
