// What `diff` says: whose advice changes between two versions of the rules.
#include "catalogue.hpp"

namespace advise::cli {
namespace {

constexpr sentence_entry all[] = {
    // shell
    {say::diff_no_record, "a line is one person: a JSON object", "هر سطر یک نفر است: یک شیء JSON"},
        {say::command_diff, "whose advice a new version of the rules changes",
     "با نسخهٔ تازهٔ قاعده‌ها پیشنهاد چه کسانی تغییر می‌کند"},
    {say::option_exit_code, "exit with 1 unless proved to be equivalent",
     "خروج با ۱ مگر آن‌که یکسان بودن پیشنهاد اثبات شود"},
    {say::option_allow_role, "changes of this role are allowed; may be repeated",
     "تغییر این نقش مجاز است؛ می‌تواند تکرار شود"},
    {say::option_profiles, "people: NDJSON, CSV (FILE.csv), or one profile",
     "افراد: NDJSON یا CSV (FILE.csv)، یا یک پروفایل"},
    {say::example_diff, "which profiles get other advice from now on",
     "کدام پروفایل‌ها پیشنهاد دیگری می‌گیرند"},
    {say::example_diff_exit_code, "for CI: fails when any advice changes",
     "برای CI: اگر پیشنهادی تغییر کند شکست می‌خورد"},
    {say::example_diff_allow, "the same, but infra may change", "همان، اما infra مجاز به تغییر است"},
    {say::example_diff_profiles, "who of these people is affected", "کدام‌یک از این افراد متأثر می‌شوند"},
    {say::example_schema_diff, "the schema of `diff --json`", "طرح‌وارهٔ `diff --json`"},
    // the verdict
    {say::diff_title, "From {0} to {1}", "از {0} به {1}"},
    {say::diff_equivalent, "Equivalent: every profile gets the same advice (proved).",
     "هم‌ارز: همهٔ پروفایل‌ها همان پیشنهاد را می‌گیرند (اثبات شد)."},
    {say::diff_equivalent_shared, "Equivalent: every profile that both versions can read gets the same advice (proved).",
     "هم‌ارز: هر پروفایلی که هر دو نسخه آن را می‌فهمند همان پیشنهاد را می‌گیرد (اثبات "
     "شد)."},
    {say::diff_differs, "The advice changes.", "پیشنهاد تغییر می‌کند."},
    {say::diff_undecided, "Undecided: no change was found, but proving that there is none takes more work than the limit allows.",
     "نامعلوم: تغییری پیدا نشد، اما اثبات نبودن آن بیش از حد مجاز کار می‌برد."},
    {say::diff_allowed, "Not compared, because changes are allowed there: {0}", "سنجیده نشد، زیرا تغییر در آن مجاز است: {0}"},
    {say::diff_unknown_role, "neither version has a role named '{0}'", "هیچ‌یک از دو نسخه نقشی به نام '{0}' ندارد"},
    // roles and facts
    {say::diff_roles, "Roles", "نقش‌ها"},
    {say::diff_role_added, "{0} is new", "{0} تازه است"},
    {say::diff_role_removed, "{0} is gone", "{0} دیگر نیست"},
    {say::diff_order, "{0} and {1} are declared in another order: where they stand alike, they change places",
     "{0} و {1} به ترتیب دیگری آمده‌اند: هر جا یکسان باشند جایشان عوض می‌شود"},
    {say::diff_facts, "Facts", "ویژگی‌ها"},
    {say::diff_fact_added, "{0}: only the new version knows it", "{0}: تنها نسخهٔ تازه آن را می‌شناسد"},
    {say::diff_fact_removed, "{0}: only the old version knows it", "{0}: تنها نسخهٔ قدیم آن را می‌شناسد"},
    {say::diff_fact_kind, "{0}: now {2}, it was {1}; each version was tried with all values of its own",
     "{0}: اکنون {2}، پیش‌تر {1}؛ هر نسخه با همهٔ مقدارهای خودش آزموده شد"},
    {say::diff_maybe_renamed, "If '{0}' is what was called '{1}', write below it: aka \"{1}\". Then they are compared as one.",
     "اگر «{0}» همان است که «{1}» نام داشت، زیر آن بنویسید: aka \"{1}\". آن‌گاه همچون یکی سنجیده می‌شوند."},
    {say::diff_fact_renamed, "{0}: this was called {1}", "{0}: پیش‌تر {1} نام داشت"},
    {say::diff_values_added, "{0}: now also {1}", "{0}: {1} افزوده شد"},
    {say::diff_values_removed, "{0}: no longer {1}", "{0}: {1} برداشته شد"},
    {say::diff_range, "{0}: now {1}, it was {2}", "{0}: اکنون {1}، پیش‌تر {2}"},
    {say::diff_shared_only, "Compared were all profiles that both versions can read: those with values that both know.",
     "همهٔ پروفایل‌هایی سنجیده شد که هر دو نسخه آن‌ها را می‌فهمند: آن‌هایی که هر دو مقدارهایشان را "
     "می‌شناسند."},
    // concepts
    {say::diff_concepts, "Concepts that change", "مفهوم‌هایی که تغییر می‌کنند"},
    {say::diff_holds, "{0}: holds now", "{0}: اکنون برقرار است"},
    {say::diff_holds_no_more, "{0}: does not hold any more", "{0}: دیگر برقرار نیست"},
    {say::diff_concept_further, "There may be more groups for {0}.", "شاید برای {0} گروه‌های دیگری هم باشد."},
    {say::diff_through_one, "Rests on a concept that changes: {0}", "بر مفهومی استوار است که تغییر می‌کند: {0}"},
    {say::diff_through_many, "Rests on concepts that change: {0}", "بر مفهوم‌هایی استوار است که تغییر می‌کنند: {0}"},
    // groups
    {say::diff_groups, "Who is affected", "چه کسانی متأثر می‌شوند"},
    {say::diff_gains, "{0}: fits now", "{0}: اکنون مناسب است"},
    {say::diff_loses, "{0}: does not fit any more", "{0}: دیگر مناسب نیست"},
    {say::diff_more, "{0}: more points", "{0}: امتیاز بیشتر"},
    {say::diff_fewer, "{0}: fewer points", "{0}: امتیاز کمتر"},
    {say::diff_when, "For everybody with {0}", "برای هر کس با {0}"},
    {say::diff_always, "For everybody", "برای همه"},
    {say::diff_example, "For example {0}", "برای نمونه {0}"},
    {say::diff_example_lowest, "For example {0}; all else at its lowest", "برای نمونه {0}؛ بقیه در پایین‌ترین مقدار"},
    {say::diff_lowest, "For example with everything at its lowest",
     "برای نمونه وقتی همه چیز در پایین‌ترین مقدار است"},
    {say::diff_before_now, "before: {0}; now: {1}", "پیش‌تر: {0}؛ اکنون: {1}"},
    {say::diff_no_role, "not among the roles", "در میان نقش‌ها نیست"},
    {say::diff_in_old, "{0} (old version)", "{0} (نسخهٔ قدیم)"},
    {say::diff_named, "{0} ({1})", "{0} ({1})"},
    {say::diff_in_new, "{0} (new version)", "{0} (نسخهٔ تازه)"},
    {say::diff_all_told, "These are all: nobody else's advice changes (proved).",
     "همه همین‌ها هستند: پیشنهاد هیچ‌کس دیگری تغییر نمی‌کند (اثبات شد)."},
    {say::diff_more_of_role, "… and {0} more, which --json tells", "… و {0} گروه دیگر که با --json گفته می‌شود"},
    {say::diff_one_further, "… and 1 further group", "… و ۱ گروه دیگر"},
    {say::diff_many_further, "… and {0} further groups", "… و {0} گروه دیگر"},
    {say::diff_least_further, "… and at least {0} further groups; the count ended there",
     "… و دست‌کم {0} گروه دیگر؛ شمارش همان‌جا پایان یافت"},
    {say::diff_open_roles, "Not decided within the limit of work, so there may be more: {0}",
     "در حد مجاز کار به نتیجه نرسید، پس شاید بیش از این باشد: {0}"},
    // people
    {say::diff_people, "The people of {0}", "افراد {0}"},
    {say::diff_people_none, "None of {0} is affected.", "هیچ‌یک از {0} نفر متأثر نمی‌شود."},
    {say::diff_people_one, "1 of {0} is affected.", "۱ نفر از {0} نفر متأثر می‌شود."},
    {say::diff_people_some, "{0} of {1} are affected.", "{0} نفر از {1} نفر متأثر می‌شوند."},
    {say::diff_person, "{0} (line {1})", "{0} (سطر {1})"},
    {say::diff_person_role, "{0}: before {1}; now {2}", "{0}: پیش‌تر {1}؛ اکنون {2}"},
    {say::diff_person_order, "Roles change places", "جای نقش‌ها عوض می‌شود"},
    {say::diff_unread_one, "1 line could not be compared:", "۱ سطر را نمی‌شد سنجید:"},
    {say::diff_unread_many, "{0} lines could not be compared:", "{0} سطر را نمی‌شد سنجید:"},
    {say::diff_unread_line, "line {0}: {1}", "سطر {0}: {1}"},
    {say::diff_unread_old, "line {0}, under the old version: {1}", "سطر {0}، با نسخهٔ قدیم: {1}"},
    {say::diff_unread_new, "line {0}, under the new version: {1}", "سطر {0}، با نسخهٔ تازه: {1}"},
    {say::diff_people_not_exact, "{0} of them may be affected: their advice takes more work than the limit allows.",
     "{0} نفر از آنان شاید متأثر شوند: پیشنهاد آنان بیش از حد مجاز کار می‌برد."},
    {say::diff_people_ignored, "Ignored, because neither version knows it: {0}", "نادیده گرفته شد، زیرا هیچ‌یک از دو نسخه آن را نمی‌شناسد: {0}"},
    {say::diff_people_empty, "There is nobody in the file.", "کسی در پرونده نیست."},
    {say::diff_line, "line {0}", "سطر {0}"},
};

}  // namespace

std::span<const sentence_entry> diff_sentences() { return all; }

}  // namespace advise::cli
