// A2008…: what `check` proves about a rule base, over all profiles.
#include "../code_help.hpp"

namespace advise::cli {
namespace {

constexpr auto rules = example_kind::rules;
constexpr auto none = example_kind::none;

constexpr code_entry all[] = {
    {"A2008", rules,
     "A claim is about every possible profile. One that breaks it is shown, and none that is smaller breaks it: fewest facts away from their lowest "
     "values. It can be put into a file and given to advise.",
     "ادعا دربارهٔ همهٔ پروفایل‌های ممکن است. پروفایلی که آن را نقض می‌کند نشان داده می‌شود و هیچ پروفایلِ کوچک‌تری چنین نیست: کمترین شمارِ واقعیت‌هایی که از پایین‌ترین "
     "مقدارِ خود دور شده‌اند. آن را می‌توان در پرونده‌ای گذاشت و به advise داد.",
     "sql -> analyst\nclaim never analyst\n", "sql -> analyst\nclaim always analyst or not sql\n"},
    {"A2009", none,
     "Some claims are harder than the work that check may spend on one question. Claims about fewer facts, or smaller conditions, are easier.",
     "بعضی ادعاها دشوارتر از کاری‌اند که check برای یک پرسش انجام می‌دهد. ادعا دربارهٔ واقعیت‌های کمتر یا شرط‌های کوچک‌تر آسان‌تر است.",
     "", ""},
    {"A2010", rules,
     "No profile makes this condition true, so what it stands for never happens. The whole condition is underlined; parts of it may well hold alone.",
     "هیچ پروفایلی این شرط را برقرار نمی‌کند، پس آنچه به آن بسته است هرگز رخ نمی‌دهد. زیر همهٔ شرط خط کشیده شده است؛ بخش‌هایش چه‌بسا جداگانه برقرار شوند.",
     "sql >= advanced and sql = none -> analyst\n", "sql >= advanced and python = none -> analyst\n"},
    {"A2011", rules,
     "Every profile makes this condition true, so it tells nobody from anybody.",
     "هر پروفایلی این شرط را برقرار می‌کند، پس میان هیچ دو نفری فرق نمی‌گذارد.",
     "role analyst\n    when sql\n    when python >= none\n", "role analyst\n    when sql\n    when python >= beginner\n"},
    {"A2012", rules,
     "What this conclusion needs contradicts itself: the notes show clauses none of which can be left out of the contradiction.",
     "آنچه این نتیجه می‌خواهد با خودش در تناقض است: یادداشت‌ها بندهایی را نشان می‌دهند که هیچ‌یک را نمی‌توان از این تناقض کنار گذاشت.",
     "role analyst\n    requires sql >= advanced\n    unless sql\n", "role analyst\n    requires sql >= advanced\n    unless prefers customer contact\n"},
    {"A2013", rules,
     "A conclusion that holds for every profile gives no advice.",
     "نتیجه‌ای که با هر پروفایلی برقرار است پیشنهادی نمی‌دهد.",
     "role analyst\n    when sql\n    when not sql\n", "role analyst\n    when sql\n    when not python\n"},
    {"A2014", rules,
     "The evidence that can hold together adds up to less than what is required.",
     "جمعِ شواهدی که با هم برقرار می‌شوند از آنچه خواسته شده کمتر است.",
     "role analyst\n    +2 sql\n    +1 python\n    requires 4 points\n", "role analyst\n    +2 sql\n    +1 python\n    requires 3 points\n"},
    {"A2015", rules,
     "Without this clause the conclusion holds for just the same profiles. The notes show what says it already. All clauses that are reported "
     "so can be deleted together.",
     "بی این بند هم نتیجه برای همان پروفایل‌ها برقرار است. یادداشت‌ها نشان می‌دهند چه چیزی همان را می‌گوید. همهٔ بندهایی را که چنین گزارش شده‌اند می‌توان با هم برداشت.",
     "role analyst\n    when sql >= beginner\n    when sql >= advanced\n", "role analyst\n    when sql >= advanced\n    when python >= advanced\n"},
    {"A2016", rules,
     "The other members of this 'and' or 'or' make the part superfluous: the condition is the same without it.",
     "اعضای دیگرِ این and یا or این بخش را زائد می‌کنند: شرط بی آن همان است.",
     "sql and (sql or python) -> analyst\n", "sql and (java or python) -> analyst\n"},
    {"A2017", rules,
     "What is the same for everybody need not be there twice. Two roles are the same when their points are the same too.",
     "آنچه برای همه یکی است لازم نیست دو بار باشد. دو نقش وقتی یکی‌اند که امتیازشان هم یکی باشد.",
     "role analyst\n    when sql\nrole dba\n    when sql\n", "role analyst\n    when sql\nrole dba\n    when sql >= expert\n"},
    {"A2018", rules,
     "A fact that no answer depends on is asked for in vain.",
     "واقعیتی که هیچ پاسخی به آن وابسته نیست بیهوده پرسیده می‌شود.",
     "fact sql: level\nfact python: level\nsql -> analyst\n", "fact sql: level\nfact python: level\nsql or python -> analyst\n"},
    {"A2019", none,
     "check decides each question exactly or not at all. Its work is limited, so that the same rules have the same answer on every machine.",
     "check هر پرسش را یا دقیق پاسخ می‌دهد یا هیچ. کارش سقفی دارد تا همان قاعده‌ها روی هر رایانه همان پاسخ را داشته باشند.",
     "", ""},
};

}  // namespace

std::span<const code_entry> proofs_codes() { return all; }

}  // namespace advise::cli
