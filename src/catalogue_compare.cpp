// What is said about this rather than that: comparisons, minimal reasons, and what would be if.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> compare_sentences() {
    static constexpr sentence_entry all[] = {
        // shell
        {say::command_compare, "why the one role rather than the other", "چرا این نقش و نه آن یکی"},
        {say::example_compare, "why infra rather than platform", "چرا infra و نه platform"},
        {say::example_compare_json, "the ledger of the difference as JSON", "ریز تفاوت‌ها به صورت JSON"},
        {say::option_if, "as if the profile said this; may be repeated", "انگار پروفایل چنین می‌گفت؛ می‌تواند تکرار شود"},
        {say::example_if, "what would be different with more parallelism", "با موازی‌سازی بیشتر چه چیزی فرق می‌کرد"},
        // comparison
        {say::compare_title, "{0} or {1}", "{0} یا {1}"},
        {say::compare_fits, "fits: {0}", "مناسب است: {0}"},
        {say::compare_may_fit, "may fit: {0}", "شاید مناسب باشد: {0}"},
        {say::compare_does_not_fit, "does not fit: {0}", "مناسب نیست: {0}"},
        {say::compare_by_verdict, "{0} comes first: its verdict is the better one.", "{0} مقدم است، چون نتیجهٔ بهتری دارد."},
        {say::compare_by_points, "{0} comes first by its points.", "{0} به سبب امتیازش مقدم است."},
        {say::compare_by_order, "Both stand alike; {0} comes first only because the rules name it first.", "هر دو یکسان‌اند؛ {0} تنها از آن رو مقدم است که قاعده‌ها نخست از آن نام می‌برند."},
        {say::compare_more, "{0} has {1} more than {2}.", "{0} از {2} به اندازهٔ {1} بیشتر دارد."},
        {say::compare_either, "Depending on what is open, {0} has up to {1} more than {3}, or up to {2} fewer.", "بسته به آنچه نامعلوم است، {0} از {3} تا {1} بیشتر یا تا {2} کمتر دارد."},
        {say::compare_same, "{0} and {1} have the same number of points.", "امتیاز {0} و {1} برابر است."},
        {say::compare_why_not, "What stands against {0}", "چه چیزی به زیان {0} است"},
        {say::compare_only, "What counts for {0} and not for the other", "آنچه تنها برای {0} به شمار می‌آید"},
        {say::compare_shared, "What counts the same for both", "آنچه برای هر دو یکسان به شمار می‌آید"},
        {say::compare_nothing, "No evidence tells the two apart.", "هیچ نشانه‌ای این دو را از هم جدا نمی‌کند."},
        {say::compare_swap_bare, "Smaller: this alone would put {0} first", "کوچک‌تر: همین به‌تنهایی {0} را مقدم می‌کند"},
        {say::compare_swap, "The smallest change that would put {0} first", "کوچک‌ترین تغییری که {0} را مقدم می‌کند"},
        {say::compare_no_swap, "No change of the profile would put {0} first.", "هیچ تغییری در پروفایل {0} را مقدم نمی‌کند."},
        {say::compare_swap_unsure, "Not settled: finding it exactly takes more work than the limit allows.", "قطعی نشد: یافتن دقیق آن به محاسبه‌ای بیش از حد مجاز نیاز دارد."},
        {say::compare_change, "{0}: {1}, now {2}", "{0}: {1}؛ اکنون {2}"},
        {say::compare_same_role, "both are the same role: {0}", "هر دو یک نقش‌اند: {0}"},
        {say::compare_fit, "The smallest change by which {0} fits and comes first", "کوچک‌ترین تغییری که با آن {0} مناسب است و مقدم می‌شود"},
        {say::compare_gain, "The smallest change that puts {0} first and by which it gains", "کوچک‌ترین تغییری که {0} را مقدم می‌کند و به سود آن است"},
        {say::compare_after_swap, "What that change would leave", "پس از این تغییر"},
        {say::compare_no_gain, "{0} gains nothing by it; only {1} loses.", "{0} با آن چیزی به دست نمی‌آورد؛ تنها {1} از دست می‌دهد."},
        {say::compare_unlike, "What counts for both, but not alike", "آنچه برای هر دو به شمار می‌آید، اما نه یکسان"},
        {say::compare_points_of_both, "{0} for {1}, {2} for {3}. {4}", "{0} برای {1} و {2} برای {3}. {4}"},
        {say::compare_gain_and_loss, "{0} gains by it, and {1} loses.", "این تغییر به سود {0} و به زیان {1} است."},
        {say::compare_needs_two, "a comparison needs two roles and a profile", "سنجش دو نقش و یک پروفایل می‌خواهد"},
        {say::and_more_items, "… and {0} more", "… و {0} مورد دیگر"},
        // minimal reasons
        {say::reasons_yes, "Enough by itself, whatever all else is", "به‌تنهایی کافی است، بقیه هر چه باشد"},
        {say::reasons_no, "Rules it out by itself, whatever all else is", "به‌تنهایی آن را ناممکن می‌کند، بقیه هر چه باشد"},
        {say::reasons_more, "There are further such sets.", "مجموعه‌های دیگری از این دست هم هست."},
        {say::change_yes, "What would have to be different for it not to be certain", "چه چیزی باید فرق می‌کرد تا قطعی نباشد"},
        {say::change_yes_any, "What would have to be different for it not to be certain: any one of these", "چه چیزی باید فرق می‌کرد تا قطعی نباشد: هر یک از این‌ها به‌تنهایی بس است"},
        {say::change_no_any, "What would have to be different for it to be possible: any one of these", "چه چیزی باید فرق می‌کرد تا ممکن شود: هر یک از این‌ها به‌تنهایی بس است"},
        {say::change_no, "What would have to be different for it to be possible", "چه چیزی باید فرق می‌کرد تا ممکن شود"},
        {say::change_to_unknown, "then it is open", "آن‌گاه نامعلوم می‌شود"},
        // what if
        {say::if_title, "{0}: what would be different", "{0}: چه چیزی فرق می‌کرد"},
        {say::if_nothing, "Verdict, points and conditions would stay as they are.", "نتیجه، امتیاز و شرط‌ها همان می‌ماند."},
        {say::if_if, "If", "اگر"},
        {say::if_then, "Then", "آن‌گاه"},
        {say::if_differs, "{0} — {1}; now: {2}", "{0} — {1}؛ اکنون: {2}"},
        {say::if_holds, "holds", "برقرار"},
        {say::if_fails, "does not hold", "برقرار نیست"},
        {say::if_open, "open", "نامعلوم"},
        {say::if_clause, "{0} for {1}", "{0} برای {1}"},
        {say::if_closed, "--if changes single facts, and \"otherwise\" is none", "--if تنها تک‌تک ویژگی‌ها را تغییر می‌دهد و «بقیه» ویژگی نیست"},
    };
    return all;
}

}  // namespace advise::cli
