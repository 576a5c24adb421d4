// What pages outside a terminal say besides: drawings, and the parts of an HTML page.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> drawing_sentences() {
    static constexpr sentence_entry all[] = {
        // a drawing
        {say::drawn_yes, "✓ holds", "✓ برقرار"},
        {say::drawn_no, "✗ does not hold", "✗ برقرار نیست"},
        {say::drawn_open, "? open", "؟ نامعلوم"},
        {say::drawn_enough, "enough", "کافی"},
        {say::drawn_required, "required", "لازم"},
        {say::drawn_excluded, "rules out", "مانع"},
        {say::drawn_times, "{0} times", "{0} بار"},
        {say::drawn_title, "The proof of {0} as a drawing", "اثبات {0} به‌صورت نمودار"},
        {say::drawn_description, "{0} conditions, from the facts to the conclusion: {1} hold, {2} do not hold, {3} are open. The list on this page says the same in words.",
         "{0} شرط، از واقعیت‌ها تا نتیجه: {1} برقرار است، {2} برقرار نیست، {3} نامعلوم است. فهرست همین صفحه همین را با واژه‌ها می‌گوید."},
        {say::drawn_cut, "Only {0} conditions are drawn, those nearest to the conclusion; where “…” stands, more leads to it.",
         "تنها {0} شرط کشیده شده است، آن‌ها که به نتیجه نزدیک‌ترند؛ هر جا «…» آمده، شرط‌های دیگری به آن می‌رسند."},
        {say::drawn_heading, "The proof as a drawing", "اثبات به‌صورت نمودار"},
        {say::drawn_legend, "Square corners: a fact. Cut corners: a condition that joins others. Double frame: a conclusion. Solid lines: it holds; dashed: it does not; dotted: open. A bar at the end of a line: it speaks against.",
         "گوشه‌های راست: واقعیت. گوشه‌های بریده: شرطی از چند شرط. قاب دوخطی: نتیجه. خط پیوسته: برقرار است؛ خط‌چین: برقرار نیست؛ نقطه‌چین: نامعلوم است. میله در پایان خط: به زیان آن است."},
        // an HTML page
        {say::page_skip, "Skip to the text", "پرش به متن"},
        {say::page_contents, "On this page", "در این صفحه"},
        // options
        {say::example_html, "a page for a browser, with a drawing", "صفحه‌ای برای مرورگر، با نمودار"},
        {say::example_dot, "the proof for Graphviz", "اثبات برای Graphviz"},
        {say::example_page, "the advice as a page for a browser", "پیشنهاد به‌صورت صفحه‌ای برای مرورگر"},
    };
    return all;
}

}  // namespace advise::cli
