// What `check` proves about a rule base, over all profiles at once.
#include "message_tables.hpp"

namespace advise::grammar {

std::span<const message_entry> proofs_messages() {
    static const message_entry table[] = {
        {message::claim_always_refuted, "A2008", severity::error, "this claim is refuted: a profile exists for which it does not hold", "این ادعا رد شد: پروفایلی هست که ادعا برای آن برقرار نیست"},
        {message::claim_never_refuted, "A2008", severity::error, "this claim is refuted: a profile exists for which this holds", "این ادعا رد شد: پروفایلی هست که این شرط برای آن برقرار است"},
        {message::claim_ignores_refuted, "A2008", severity::error, "this claim is refuted: '{0}' can change the verdict or the points of '{1}'", "این ادعا رد شد: حکم یا امتیاز «{1}» گاه به «{0}» بستگی دارد"},
        {message::claim_hurts_refuted, "A2008", severity::error, "this claim is refuted: more '{0}' can make '{1}' worse", "این ادعا رد شد: افزایش «{0}» گاه به زیان «{1}» است"},
        {message::claim_undecided, "A2009", severity::warning, "this claim is too hard to decide within the work limit; it is neither proved nor refuted", "تصمیم دربارهٔ این ادعا در سقف کار نمی‌گنجد؛ نه اثبات شد و نه رد"},
        {message::help_claim, "", severity::note, "change the rules if the claim is what you mean; else correct the claim", "اگر منظورتان همین ادعاست قاعده‌ها را تغییر دهید؛ وگرنه ادعا را اصلاح کنید"},
        {message::witness_smallest, "", severity::note, "the smallest profile that breaks it", "کوچک‌ترین پروفایلی که آن را نقض می‌کند"},
        {message::witness_some, "", severity::note, "a profile that breaks it", "پروفایلی که آن را نقض می‌کند"},
        {message::witness_first, "", severity::note, "{3} ('{0}': {1}, points {2})", "{3} («{0}»: {1}، امتیاز {2})"},
        {message::witness_second, "", severity::note, "the same with this line instead ({0}, points {1})", "همان با این سطر به جای سطر خودش ({0}، امتیاز {1})"},
        {message::verdict_word_yes, "", severity::note, "yes", "بله"},
        {message::verdict_word_no, "", severity::note, "no", "نه"},
        {message::condition_never, "A2010", severity::warning, "this condition can never hold, whatever the profile", "این شرط با هیچ پروفایلی برقرار نمی‌شود"},
        {message::condition_always, "A2011", severity::warning, "this condition always holds, whatever the profile", "این شرط با هر پروفایلی برقرار است"},
        {message::conclusion_never, "A2012", severity::warning, "'{0}' can never hold: its clauses contradict each other", "«{0}» هرگز برقرار نمی‌شود: بندهایش با هم در تناقض‌اند"},
        {message::conclusion_without_clauses, "A2012", severity::warning, "'{0}' can never hold: no clause and no rule concludes it", "«{0}» هرگز برقرار نمی‌شود: نه بندی دارد و نه قاعده‌ای به آن می‌رسد"},
        {message::conclusion_always, "A2013", severity::warning, "'{0}' holds for every profile", "«{0}» با هر پروفایلی برقرار است"},
        {message::points_not_reached, "A2014", severity::warning, "no profile reaches {0} points for '{1}'", "هیچ پروفایلی به {0} امتیاز برای «{1}» نمی‌رسد"},
        {message::note_same_condition, "", severity::note, "the same condition stands here", "همین شرط اینجا هم آمده است"},
        {message::note_needed_here, "", severity::note, "this must hold", "این باید برقرار باشد"},
        {message::note_excluded_here, "", severity::note, "this must not hold", "این نباید برقرار باشد"},
        {message::note_one_needed_here, "", severity::note, "this, or another 'when' of it, must hold", "این یا when دیگری از آن باید برقرار باشد"},
        {message::point_not_reached, "A2014", severity::warning, "no profile reaches 1 point for '{0}'", "هیچ پروفایلی به ۱ امتیاز برای «{0}» نمی‌رسد"},
        {message::note_point_needed_here, "", severity::note, "1 point is needed", "۱ امتیاز لازم است"},
        {message::note_points_needed_here, "", severity::note, "{0} points are needed", "{0} امتیاز لازم است"},
        {message::note_together_always, "", severity::note, "this one or another of these always holds", "همیشه این یا یکی دیگر از این‌ها برقرار است"},
        {message::help_condition_never, "", severity::note, "correct it, or leave it out", "آن را اصلاح کنید یا بردارید"},
        {message::help_condition_always, "", severity::note, "correct it; if it is meant so, leave it out", "آن را اصلاح کنید؛ اگر منظور همین است آن را بردارید"},
        {message::help_conclusion_never, "", severity::note, "take back or weaken one of these clauses", "یکی از این بندها را بردارید یا سست‌تر کنید"},
        {message::help_without_clauses, "", severity::note, "say when it holds, or leave it out", "بگویید چه هنگام برقرار است، یا آن را بردارید"},
        {message::help_conclusion_always, "", severity::note, "correct its clauses: what holds for everybody tells nothing", "بندهایش را اصلاح کنید: آنچه برای همه برقرار است چیزی نمی‌گوید"},
        {message::help_points_most, "", severity::note, "the most that a profile reaches is {0}", "بیشترین امتیازی که پروفایلی به آن می‌رسد {0} است"},
        {message::when_changes_nothing, "A2015", severity::warning, "this changes nothing: '{0}' holds for the same profiles without it", "این چیزی را تغییر نمی‌دهد: «{0}» بی آن هم برای همان پروفایل‌ها برقرار است"},
        {message::requires_changes_nothing, "A2015", severity::warning, "this requirement changes nothing: '{0}' holds for the same profiles without it", "این requires چیزی را تغییر نمی‌دهد: «{0}» بی آن هم برای همان پروفایل‌ها برقرار است"},
        {message::unless_changes_nothing, "A2015", severity::warning, "this excludes nobody: '{0}' holds for the same profiles without it", "این کسی را کنار نمی‌گذارد: «{0}» بی آن هم برای همان پروفایل‌ها برقرار است"},
        {message::evidence_changes_nothing, "A2015", severity::warning, "evidence of 0 points changes nothing", "شاهدی با ۰ امتیاز چیزی را تغییر نمی‌دهد"},
        {message::points_change_nothing, "A2015", severity::warning, "requiring {0} points changes nothing: '{1}' holds for the same profiles without it", "خواستن {0} امتیاز چیزی را تغییر نمی‌دهد: «{1}» بی آن هم برای همان پروفایل‌ها برقرار است"},
        {message::point_changes_nothing, "A2015", severity::warning, "requiring 1 point changes nothing: '{0}' holds for the same profiles without it", "خواستن ۱ امتیاز چیزی را تغییر نمی‌دهد: «{0}» بی آن هم برای همان پروفایل‌ها برقرار است"},
        {message::part_changes_nothing, "A2016", severity::warning, "this part changes nothing: the rest of its condition already says it", "این بخش چیزی را تغییر نمی‌دهد: بقیهٔ شرط همان را می‌گوید"},
        {message::note_says_already, "", severity::note, "because of this", "به سبب این"},
        {message::note_rules_out_already, "", severity::note, "because this excludes it", "چون این آن را کنار می‌گذارد"},
        {message::help_leave_out, "", severity::note, "leave it out, or correct it if it was meant to say more", "آن را بردارید، یا اگر قرار بود بیش از این بگوید اصلاحش کنید"},
        {message::equivalent_roles, "A2017", severity::warning, "'{0}' and '{1}' have the same verdict and the same points for every profile", "«{0}» و «{1}» با هر پروفایلی حکم و امتیاز یکسان دارند"},
        {message::equivalent_concepts, "A2017", severity::warning, "'{0}' and '{1}' hold for the same profiles", "«{0}» و «{1}» برای همان پروفایل‌ها برقرارند"},
        {message::help_equivalent, "", severity::note, "keep one of them, or say what sets them apart", "یکی را نگه دارید، یا بگویید تفاوتشان در چیست"},
        {message::fact_unused, "A2018", severity::warning, "no condition asks for '{0}', so it influences nothing", "هیچ شرطی «{0}» را نمی‌پرسد، پس در هیچ چیز اثر ندارد"},
        {message::fact_without_influence, "A2018", severity::warning, "'{0}' influences nothing: no verdict and no points ever depend on it", "«{0}» در هیچ چیز اثر ندارد: هیچ حکم و هیچ امتیازی به آن وابسته نیست"},
        {message::help_fact_unused, "", severity::note, "use it in a condition, or leave it out", "در شرطی به کارش ببرید یا آن را بردارید"},
        {message::proofs_undecided, "A2019", severity::warning, "questions left undecided: {0}; the work limit of the proofs was reached", "پرسش‌هایی که بی‌پاسخ ماند: {0}؛ سقف کارِ اثبات‌ها پر شد"},
        {message::help_proofs_undecided, "", severity::note, "what is reported is proved all the same; smaller conditions are easier to decide", "آنچه گزارش شد با این همه اثبات شده است؛ دربارهٔ شرط‌های کوچک‌تر آسان‌تر می‌توان تصمیم گرفت"},
    };
    return table;
}

}  // namespace advise::grammar
