// What `advise verify` says.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> verify_sentences() {
    static constexpr sentence_entry all[] = {
        {say::command_verify, "checks a result's proofs with nothing but the rules and the profile", "درستی اثبات‌های یک نتیجه را تنها با قاعده‌ها و پروفایل می‌سنجد"},
        {say::example_verify, "is this result right, by the rules inside the program?", "آیا این نتیجه بنا بر قاعده‌های درون برنامه درست است؟"},
        {say::example_verify_json, "the same by your own rules, as data", "همان، با قاعده‌های خودتان و به شکل داده"},
        {say::result_not_json, "{0} cannot be read as JSON: {1}", "{0} را نمی‌توان به شکل JSON خواند: {1}"},
        // why a text is no JSON
        {say::json_unexpected, "something else should stand there", "چیز دیگری باید آنجا باشد"},
        {say::json_ends_early, "it ends too early", "زود پایان می‌یابد"},
        {say::json_not_utf8, "it is not valid UTF-8", "UTF-8 درستی نیست"},
        {say::json_bad_escape, "there is no such escape", "چنین نویسهٔ گریزی نیست"},
        {say::json_bad_number, "results have whole numbers only", "در نتیجه تنها عددهای درست می‌آیند"},
        {say::json_key_twice, "the key stands there twice", "این کلید دو بار آمده است"},
        {say::json_too_deep, "it is nested too deep", "تودرتویی آن بیش از اندازه است"},
        {say::json_after_end, "something stands after the end", "پس از پایان چیزی آمده است"},
        // the page
        {say::verify_accepted, "Accepted: what the result says follows from the rules and the profile.", "پذیرفته شد: آنچه نتیجه می‌گوید از قاعده‌ها و پروفایل برمی‌آید."},
        {say::verify_refused, "Refused: the result does not follow from the rules and the profile.", "رد شد: نتیجه از قاعده‌ها و پروفایل برنمی‌آید."},
        {say::verify_proved, "Proved", "اثبات شد"},
        {say::verify_not_checked, "Not checked", "بررسی نشد"},
        {say::verify_at, "at {0}: {1}", "در {0}: {1}"},
        {say::verify_more, "and {0} more", "و {0} مورد دیگر"},
        // what can be proved
        {say::proved_hashes, "rules and profile are the very files", "قاعده‌ها و پروفایل همان پرونده‌ها هستند"},
        {say::proved_nodes, "every node of the proof", "همهٔ گره‌های اثبات"},
        {say::proved_verdicts, "the verdicts", "حکم‌ها"},
        {say::proved_points, "the points", "امتیازها"},
        {say::proved_order, "the order", "ترتیب"},
        {say::proved_completeness, "no role is left out", "هیچ نقشی جا نیفتاده است"},
        {say::proved_witnesses, "the witnesses", "گواه‌ها"},
        {say::proved_canonical_witnesses, "each witness is the first of its kind", "هر گواه نخستین گواه از نوع خود است"},
        {say::proved_splits, "the splits into cases", "تقسیم به موردها"},
        {say::proved_open, "the open facts", "ویژگی‌های نامعلوم مؤثر"},
        {say::proved_labels, "the labels", "برچسب‌ها"},
        {say::proved_exact, "that everything is exact", "دقیق بودن همه چیز"},
        // why something is refused, or was not checked
        {say::why_missing, "there is no such field", "چنین فیلدی نیست"},
        {say::why_not_a, "what should stand there is {0}", "آنچه باید آنجا باشد {0} است"},
        {say::why_differs, "it is {0}, but should be {1}", "{0} است، ولی باید {1} باشد"},
        {say::why_unknown_schema, "'{0}' is no result that can be checked here", "«{0}» نتیجه‌ای نیست که اینجا بتوان سنجید"},
        {say::why_rules_differ, "it was made with other rules than {0}", "با قاعده‌هایی جز {0} ساخته شده است"},
        {say::why_profile_differs, "it was made for another profile than {0}", "برای پروفایلی جز {0} ساخته شده است"},
        {say::why_files_differ, "{0} files of rules are listed, {1} were read", "{0} پروندهٔ قاعده فهرست شده، {1} پرونده خوانده شد"},
        {say::why_no_such_condition, "no condition that the advice rests on is this", "پیشنهاد بر چنین شرطی استوار نیست"},
        {say::why_second_node, "the same condition has a node already: {0}", "همین شرط گرهی دارد: {0}"},
        {say::why_no_node, "the condition at {0} has no node", "شرطی که در {0} است گرهی ندارد"},
        {say::why_not_before, "node {0} does not stand before this one", "گره {0} پیش از این یکی نیامده است"},
        {say::why_no_such_role, "the rules have no role '{0}'", "قاعده‌ها نقشی به نام «{0}» ندارند"},
        {say::why_second_entry, "'{0}' stands there twice", "«{0}» دو بار آمده است"},
        {say::why_role_left_out, "the role '{0}' is left out", "نقش «{0}» جا افتاده است"},
        {say::why_out_of_order, "it should stand before '{0}'", "باید پیش از «{0}» بیاید"},
        {say::why_not_proved, "nothing proves it: the nodes say {0}, and no split says more", "چیزی آن را اثبات نمی‌کند: گره‌ها می‌گویند {0}، و تقسیمی نیست که بیش از این بگوید"},
        {say::why_needless, "it should be null beside {0}", "در کنار {0} باید null باشد"},
        {say::why_labels_of_no_language, "'{0}' is no label of '{1}' in the language of the others", "«{0}» در زبان دیگر برچسب‌ها برچسب «{1}» نیست"},
        {say::why_outside_profile, "the profile does not allow {0}", "پروفایل {0} را مجاز نمی‌داند"},
        {say::why_not_of_the_role, "'{0}' is no open fact that the role rests on", "«{0}» ویژگی نامعلومی نیست که نقش به آن بسته باشد"},
        {say::why_fact_left_out, "the fact '{0}' is left out", "ویژگی «{0}» جا افتاده است"},
        {say::why_facts_out_of_order, "the facts are not in the order of declaration", "ویژگی‌ها به ترتیب تعریف نیامده‌اند"},
        {say::why_evaluates_to, "it should give {0}, but gives {1}", "باید {0} بدهد، ولی {1} می‌دهد"},
        {say::why_not_the_first, "an earlier completion gives the same; they differ first in '{0}'", "تکمیلی پیش‌تر همین را می‌دهد؛ نخستین تفاوت در «{0}» است"},
        {say::why_nothing_open, "there is nothing to split of '{0}'", "در «{0}» چیزی برای تقسیم نیست"},
        {say::why_case_empty, "the case has no value", "این مورد مقداری ندارد"},
        {say::why_cases_overlap, "{0} stands in two cases", "{0} در دو مورد آمده است"},
        {say::why_cases_leave_out, "no case has {0}", "هیچ موردی {0} را ندارد"},
        {say::why_too_many_states, "more than {0} states would have to be tried", "بیش از {0} حالت را باید آزمود"},
        {say::why_for_people, "sentences for people, no part of the proof", "جمله‌هایی برای خواننده‌اند، نه بخشی از اثبات"},
        {say::why_named_differently, "the file is called {0} here", "نام این پرونده اینجا {0} است"},
        {say::why_unknown_field, "a field of a later version", "فیلدی از نسخه‌ای نوتر"},
        {say::why_limit_claimed, "that more work than the limit allows would be needed", "اینکه به محاسبه‌ای بیش از حد مجاز نیاز است"},
    };
    return all;
}

}  // namespace advise::cli
