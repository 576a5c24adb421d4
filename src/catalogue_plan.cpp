// What `advise plan` says.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> plan_sentences() {
    static constexpr sentence_entry all[] = {
        // the command
        {say::command_plan, "the cheapest way there, or why there is none", "کم‌هزینه‌ترین راه رسیدن، یا چرا راهی نیست"},
        {say::option_all, "what every role would take, in one table", "هر نقش چه اندازه تلاش می‌خواهد، در یک جدول"},
        {say::option_within, "the roles that so much effort can reach", "نقش‌هایی که با این تلاش در دسترس‌اند"},
        {say::example_plan, "the cheapest way to the role infra", "کم‌هزینه‌ترین راه رسیدن به نقش infra"},
        {say::example_plan_all, "what each role would take", "هر نقش چه اندازه تلاش می‌خواهد"},
        {say::example_plan_within, "what 20 weeks would open", "با ۲۰ هفته به چه می‌توان رسید"},
        {say::example_plan_picture, "the steps as a drawing for Graphviz", "گام‌ها به شکل نقشه‌ای برای Graphviz"},
        {say::example_schema_plan, "what a plan looks like", "برنامه چه شکلی دارد"},
        {say::plan_needs_role, "a plan needs a role and a profile", "برنامه یک نقش و یک پروفایل می‌خواهد"},
        {say::plan_one_profile, "with {0} a plan needs a profile alone, for it is about every role", "با {0} تنها یک پروفایل لازم است، چون برنامه دربارهٔ همهٔ نقش‌هاست"},
        {say::plan_picture_of_one, "a picture shows the way to one role", "تصویر راه رسیدن به یک نقش را نشان می‌دهد"},
        {say::option_wrong_effort, "'{0}' needs a number such as 20 or 2.5, not '{1}'", "«{0}» عددی مانند ۲۰ یا ۲٫۵ می‌خواهد، نه «{1}»"},
        {say::plan_unit_step, "step", "گام"},
        {say::plan_unit_steps, "steps", "گام"},
        // the page of a plan
        {say::plan_title, "The way to: {0}", "راه رسیدن به: {0}"},
        {say::plan_title_for, "The way to: {0} · for {1}", "راه رسیدن به: {0} · برای {1}"},
        {say::plan_fits_already, "It fits already; nothing has to be learnt for it.", "هم‌اکنون مناسب است؛ لازم نیست چیزی برای آن بیاموزید."},
        {say::plan_nothing_to_learn, "Nothing has to be learnt for it, if what follows is so.", "اگر آنچه در زیر آمده درست باشد، لازم نیست چیزی برای آن بیاموزید."},
        {say::plan_in_all, "{0} in all; no way costs less.", "در مجموع {0}؛ هیچ راهی کم‌هزینه‌تر نیست."},
        {say::plan_not_settled, "{0} in all. It is the best way found; whether there is a cheaper one takes more work than the limit allows. None costs less than {1}.", "در مجموع {0}. این بهترین راهی است که یافت شد؛ دانستن اینکه راه کم‌هزینه‌تری هست یا نه به محاسبه‌ای بیش از حد مجاز نیاز دارد. هیچ راهی کمتر از {1} نمی‌خواهد."},
        {say::plan_not_settled_none, "No way was found, but whether there is one takes more work than the limit allows.", "راهی یافت نشد، اما دانستن اینکه راهی هست یا نه به محاسبه‌ای بیش از حد مجاز نیاز دارد."},
        {say::plan_steps, "Step by step", "گام به گام"},
        {say::plan_step_range, "{0}. {1}: from {2} to {3}", "{0}. {1}: از {2} به {3}"},
        {say::plan_path_step, "{0}: from {1} to {2}", "{0}: از {1} به {2}"},
        {say::plan_opens, "Opens {0}.", "راه را به این باز می‌کند: {0}."},
        {say::plan_assume, "The plan counts on this; is it so?", "این برنامه بر این‌ها تکیه دارد؛ آیا چنین است؟"},
        {say::plan_fact_is, "{0}: {1}", "{0}: {1}"},
        {say::plan_others, "Other ways, not much dearer", "راه‌های دیگر، نه چندان پرهزینه‌تر"},
        {say::plan_other_instead, "{0}, instead of {1}.", "{0}، به جای {1}."},
        {say::plan_other_counts_on, "It counts on {0}.", "به این تکیه دارد: {0}."},
        {say::plan_to_value, "{0} to {1}", "{0} تا {1}"},
        {say::plan_none, "There is no way there, whatever you learn.", "هر چه بیاموزید، راهی به آن نیست."},
        {say::plan_none_ever, "There is no way there: the rules leave none, whatever one is or learns.", "راهی به آن نیست: قاعده‌ها برای هیچ‌کس راهی نمی‌گذارند."},
        {say::plan_blocked, "What stands in the way", "آنچه مانع است"},
        {say::plan_next_all, "what every role would take", "هر نقش چه اندازه تلاش می‌خواهد"},
        {say::plan_next_explain, "why, or why not, as things are", "چرا آری یا نه، با آنچه اکنون هست"},
        {say::plan_next_plan, "the steps of the first that has to be learnt", "گام‌های نخستین نقشی که باید برایش آموخت"},
        // the table of all plans
        {say::plan_all_title, "What every role takes", "هر نقش چه می‌خواهد"},
        {say::plan_all_title_for, "What every role takes · for {0}", "هر نقش چه می‌خواهد · برای {0}"},
        {say::plan_within_title, "What {0} can reach", "با {0} به چه می‌توان رسید"},
        {say::plan_within_title_for, "What {0} can reach · for {1}", "با {0} به چه می‌توان رسید · برای {1}"},
        {say::plan_column_role, "role", "نقش"},
        {say::plan_column_effort, "effort", "تلاش"},
        {say::plan_column_steps, "steps", "گام‌ها"},
        {say::plan_drawing, "The way as a drawing", "راه به‌صورت نمودار"},
        {say::plan_drawing_of, "The way to {0} as a drawing", "راه {0} به‌صورت نمودار"},
        {say::plan_drawing_shows, "{0} boxes, from the first steps to the role: an arrow leads from a step to what it opens. Cut corners: to be confirmed. The list on this page says the same in words.",
         "{0} کادر، از گام‌های نخست تا نقش: پیکان از هر گام به چیزی می‌رود که آن گام می‌گشاید. گوشه‌های بریده: باید درست باشد. فهرست همین صفحه همین را با واژه‌ها می‌گوید."},
        {say::plan_column_confirm, "to confirm", "باید درست باشد"},
        {say::plan_now, "fits already", "هم‌اکنون مناسب است"},
        {say::plan_no_way, "no way", "راهی نیست"},
        {say::plan_within_none, "Nothing can be reached with that.", "با این اندازه به هیچ‌کدام نمی‌توان رسید."},
        {say::plan_beyond, "Beyond it, {0} is nearest: {1}.", "پس از آن، نزدیک‌ترین این است: {0}، با {1}."},
        {say::plan_undecided, "{0}: whether it takes more needs more work than the limit allows.", "{0}: دانستن اینکه بیش از این می‌خواهد یا نه به محاسبه‌ای بیش از حد مجاز نیاز دارد."},
        {say::plan_left_open, "Left open by your profile, so counted from the lowest: {0}. If you have more, there is less to learn.",
         "در پروفایل شما نامعلوم است، پس از کمترین مقدار شمرده شد: {0}. اگر بیش از آن دارید، کمتر باید بیاموزید."},
        {say::plan_needed_before, "Needed before {0}.", "پیش از {0} لازم است."},
        {say::plan_must_hold_first, "Before it can be learnt: {0}.", "پیش از آموختنش باید برقرار باشد: {0}."},
        {say::plan_waits_for_itself, "{0} can never be begun: the rules ask for some of it before it is learnt.",
         "{0} را هرگز نمی‌توان آغاز کرد: قاعده‌ها پیش از آموختنش اندکی از خود آن را می‌خواهند."},
        {say::plan_wait_for_each_other, "{0} wait for each other, so none of them can ever be begun.", "{0} در انتظار یکدیگرند، پس هیچ‌کدام را هرگز نمی‌توان آغاز کرد."},
        {say::plan_help_all, "for every role, type: {0}", "برای همهٔ نقش‌ها بنویسید: {0}"},
        {say::plan_at_least, "at least {0}", "دست‌کم {0}"},
    };
    return all;
}

}  // namespace advise::cli
