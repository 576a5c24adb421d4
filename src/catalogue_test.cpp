// What `advise test` says beyond the list of tests: options, coverage, mutants, watching.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> test_sentences() {
    static constexpr sentence_entry all[] = {
        // options and examples
        {say::option_run, "only tests whose title matches the pattern", "فقط آزمون‌هایی که عنوانشان با الگو می‌خواند"},
        {say::option_watch, "again after every change; ctrl-c ends it", "پس از هر تغییر دوباره؛ پایان با ctrl-c"},
        {say::option_coverage, "which conditions do the tests leave untried?", "آزمون‌ها کدام شرط‌ها را نیازموده‌اند؟"},
        {say::option_threshold, "exit code 1 below N% of coverage or mutants", "کد پایان ۱ زیر N درصد پوشش یا جهش‌ها"},
        {say::option_mutate, "which slips in the rules would no test notice?", "کدام لغزش را هیچ آزمونی نمی‌بیند؟"},
        {say::example_test_run, "only the tests about infra", "فقط آزمون‌های infra"},
        {say::example_test_junit, "the outcome for a build server", "نتیجه برای یک سرور ساخت"},
        {say::example_test_coverage, "is every condition tried? (for CI)", "آیا همهٔ شرط‌ها آزموده شده‌اند؟ (برای CI)"},
        {say::example_test_mutate, "which slips would no test notice?", "کدام لغزش را هیچ آزمونی نمی‌بیند؟"},
        {say::example_test_watch, "while writing: again after every change", "هنگام نوشتن: پس از هر تغییر دوباره"},
        // what is wrong with the command line
        {say::pattern_wrong, "'-r' does not understand '{0}' at its character {1}", "«-r» الگوی «{0}» را در نویسهٔ {1} نمی‌فهمد"},
        {say::help_pattern, "it knows . * + ? | ( ) [a-z] [^a-z] ^ $, and \\ before any of them", "این‌ها را می‌شناسد: . * + ? | ( ) [a-z] [^a-z] ^ $ و \\ پیش از هر یک"},
        {say::pattern_matches_none, "no test has a title that matches '{0}'", "عنوان هیچ آزمونی با «{0}» نمی‌خواند"},
        {say::option_wrong_percent, "'{0}' takes a number from 0 to 100, not '{1}'", "«{0}» عددی از ۰ تا ۱۰۰ می‌گیرد، نه «{1}»"},
        {say::threshold_alone, "'--threshold' goes with '--coverage' or '--mutate'", "«--threshold» همراه «--coverage» یا «--mutate» می‌آید"},
        {say::watch_for_people, "'--watch' prints for people: it goes neither with '-o' nor with another format", "«--watch» برای آدم‌ها چاپ می‌کند: نه با «-o» می‌آید و نه با قالبی دیگر"},
        {say::watch_needs_files, "'--watch' needs files; standard input is read only once", "«--watch» پرونده می‌خواهد؛ ورودی استاندارد فقط یک بار خوانده می‌شود"},
        // watching
        {say::watch_waiting, "watching {0}; ctrl-c ends", "{0} زیر نظر است؛ پایان با ctrl-c"},
        {say::watch_again, "changed: {0}", "تغییر کرد: {0}"},
        // coverage
        {say::heading_coverage, "Coverage", "پوشش"},
        {say::coverage_counts, "{0} of {1} conditions were tried: true and false, and decisive both ways ({2}%)", "{0} از {1} شرط آزموده شده است: هم برقرار و هم نابرقرار، و در هر دو حالت تعیین‌کننده ({2}٪)"},
        {say::coverage_counts_bare, "There are no conditions to try.", "شرطی برای آزمودن نیست."},
        {say::coverage_never_true, "never true", "هیچ‌گاه برقرار نبود"},
        {say::coverage_never_false, "never false", "هیچ‌گاه نابرقرار نبود"},
        {say::coverage_idle_true, "never decisive where it was true", "آنجا که برقرار بود هیچ‌گاه تعیین‌کننده نبود"},
        {say::coverage_idle_false, "never decisive where it was false", "آنجا که نابرقرار بود هیچ‌گاه تعیین‌کننده نبود"},
        {say::coverage_excused, "Not asked of the tests, because no profile can do it (proved): {0}", "از آزمون‌ها خواسته نشد، چون از هیچ پروفایلی برنمی‌آید (ثابت شده): {0}"},
        {say::coverage_undecided, "Whether a profile could do it is not decided within the limit: {0}", "در حد کار تعیین‌شده معلوم نشد که از پروفایلی برمی‌آید یا نه: {0}"},
        {say::coverage_failing, "Tests that fail do not count here.", "آزمون‌هایی که نادرست‌اند اینجا به شمار نمی‌آیند."},
        {say::coverage_below, "coverage is {0}%, below the threshold of {1}%", "پوشش {0}٪ است، کمتر از آستانهٔ {1}٪"},
        {say::coverage_progress, "coverage: {0}%", "پوشش: {0}٪"},
        // mutants
        {say::heading_mutants, "Mutants", "جهش‌ها"},
        {say::mutants_counts, "{0} of {1} small changes of the rules are noticed by a test ({2}%)", "{0} از {1} تغییر کوچک قاعده‌ها را آزمونی می‌بیند ({2}٪)"},
        {say::mutants_counts_bare, "There is nothing to change.", "چیزی برای عوض کردن نیست."},
        {say::mutants_equivalent, "Not counted, because they change nothing for anybody (proved): {0}", "به شمار نیامد، چون برای هیچ‌کس چیزی را عوض نمی‌کند (ثابت شده): {0}"},
        {say::mutants_undecided, "Not counted, because the limit left open whether they change anything: {0}", "به شمار نیامد، چون در حد کار تعیین‌شده معلوم نشد چیزی را عوض می‌کند یا نه: {0}"},
        {say::mutants_untried, "Not tried, because the limit of the work was reached: {0}", "آزموده نشد، چون حد کار به پایان رسید: {0}"},
        {say::mutants_need_passing, "Mutants wait until every test passes.", "جهش‌ها می‌مانند تا همهٔ آزمون‌ها درست شوند."},
        {say::mutant_becomes, "'{0}' becomes '{1}'", "«{0}» می‌شود «{1}»"},
        {say::mutant_negated, "'{0}' is negated", "«{0}» وارونه می‌شود"},
        {say::mutant_left_out, "'{0}' is left out", "«{0}» کنار می‌رود"},
        {say::mutant_survives, "No test notices: {0}", "هیچ آزمونی نمی‌بیند: {0}"},
        {say::mutant_profile, "This test would, with the smallest profile:", "این آزمون، با کوچک‌ترین پروفایل، می‌بیند:"},
        {say::mutant_profile_some, "This test would (its profile may not be the smallest):", "این آزمون می‌بیند (شاید پروفایلش کوچک‌ترین نباشد):"},
        {say::mutant_profile_all, "This one test would notice all of these, with the smallest profile:", "همین یک آزمون، با کوچک‌ترین پروفایل، همهٔ این‌ها را می‌بیند:"},
        {say::mutant_profile_some_all, "This one test would notice all of these (its profile may not be the smallest):", "همین یک آزمون همهٔ این‌ها را می‌بیند (شاید پروفایلش کوچک‌ترین نباشد):"},
        {say::mutants_write_next, "'--write-tests FILE' writes these tests; '--coverage' asks what the tests try.", "«--write-tests FILE» این آزمون‌ها را می‌نویسد؛ «--coverage» می‌پرسد آزمون‌ها چه چیزی را می‌آزمایند."},
        {say::mutants_see_coverage, "Mutants ask whether a slip would be noticed; '--coverage' asks of each condition whether it was seen true and false.", "جهش‌ها می‌پرسند که لغزشی دیده می‌شود یا نه؛ «--coverage» از هر شرط می‌پرسد که هم برقرار دیده شده است و هم نابرقرار یا نه."},
        {say::coverage_see_mutants, "Coverage asks what the tests try; '--mutate' asks which slips they would notice, and writes tests for the others.", "پوشش می‌پرسد آزمون‌ها چه چیزی را می‌آزمایند؛ «--mutate» می‌پرسد کدام لغزش‌ها را می‌بینند و برای بقیه آزمون می‌نویسد."},
        {say::title_without, "{0} without {1}", "{0} بدون {1}"},
        {say::title_negated, "{0} with not {1}", "{0} با وارونهٔ {1}"},
        {say::title_with_or, "{0} with or: {1}", "{0} با «یا»: {1}"},
        {say::title_with_and, "{0} with and: {1}", "{0} با «و»: {1}"},
        {say::title_points, "{0} with {1} for {2}", "{0} با {1} برای {2}"},
        {say::title_with, "{0} with {1}", "{0} با {1}"},
        {say::one_test, "1 test", "۱ آزمون"},
        {say::many_tests, "{0} tests", "{0} آزمون"},
        {say::tests_written, "Written: {0} to {1}. 'advise test {2}' runs them.", "نوشته شد: {0} در {1}. «advise test {2}» آن‌ها را اجرا می‌کند."},
        {say::tests_added, "Added: {0} at the end of {1}. 'advise test {2}' runs them.", "افزوده شد: {0} در پایان {1}. «advise test {2}» آن‌ها را اجرا می‌کند."},
        {say::tests_written_none, "There is no test to write.", "آزمونی برای نوشتن نیست."},
        {say::tests_file_head, "Proposed by 'advise test --mutate': each notices a slip in the rules that no other test notices.", "پیشنهاد «advise test --mutate»: هر یک لغزشی را در قاعده‌ها می‌بیند که هیچ آزمون دیگری نمی‌بیند."},
        {say::option_write_tests, "with --mutate: write the tests that would", "همراه --mutate: آزمون‌های پیشنهادی را بنویس"},
        {say::example_test_write, "write tests that would notice them", "نوشتن آزمون‌هایی که آن‌ها را می‌بینند"},
        {say::write_tests_alone, "'--write-tests' goes with '--mutate', and not with '--watch'", "«--write-tests» همراه «--mutate» می‌آید و نه با «--watch»"},
        {say::write_tests_exists, "'{0}' exists, and is none of the files that are tested: it is left as it is", "«{0}» هست و از پرونده‌هایی نیست که آزموده می‌شوند: دست نمی‌خورد"},
        {say::write_tests_name_it, "name it among them too, and the tests are added at its end; or choose a new name", "نام آن را هم کنار آن‌ها بنویسید تا آزمون‌ها به پایانش افزوده شوند؛ یا نام تازه‌ای برگزینید"},
        {say::write_tests_no_import, "'{0}' could not import '{1}': rules are imported from their file's own folder or below", "«{0}» نمی‌تواند «{1}» را وارد کند: قاعده‌ها از پوشهٔ خود پرونده یا زیر آن وارد می‌شوند"},
        {say::write_tests_same_folder, "write the tests beside the rules: '--write-tests {0}'", "آزمون‌ها را کنار قاعده‌ها بنویسید: «--write-tests {0}»"},
        {say::write_tests_no_input, "'--write-tests' needs rules in a file, which the tests can import; not standard input", "«--write-tests» قاعده‌ها را در پرونده می‌خواهد تا آزمون‌ها واردشان کنند؛ نه ورودی استاندارد"},
        {say::write_tests_not_text, "'{0}' is compiled: tests are written for rules as text", "«{0}» ترجمه‌شده است: آزمون برای قاعده‌ها به شکل متن نوشته می‌شود"},
        {say::mutants_below, "{0}% of the mutants are noticed, below the threshold of {1}%", "{0}٪ جهش‌ها دیده می‌شوند، کمتر از آستانهٔ {1}٪"},
        {say::mutants_progress, "mutants: {0}%", "جهش‌ها: {0}٪"},
    };
    return all;
}

}  // namespace advise::cli
