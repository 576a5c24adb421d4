// The words that begin a clause, and those that stand behind one.
#include "../keyword_help.hpp"

namespace advise::cli {
namespace {

constexpr keyword_entry all[] = {
    {"url", "Where a source can be read.", "جایی که منبع را می‌توان خواند.",
     "source book \"A book\"\n    url \"https://example.org/book\"\nrole infra\n    when parallelism\n        cites book\n"},
    {"label",
     "What people read instead of the name, in one language. Before the text may stand a language tag, and a level or option whose label it is.",
     "آنچه آدم‌ها به جای نام می‌خوانند، به یک زبان. پیش از متن می‌توان نشانهٔ زبان نوشت و سطح یا گزینه‌ای که برچسب از آنِ آن "
     "است.",
     "fact degree: one of (none, bachelor, master)\n    label \"Highest degree\"\n    label fa \"مدرک\"\n    label fa master \"کارشناسی ارشد\"\nrole "
     "researcher\n    when degree = master\n"},
    {"aka", "Other names of a fact, concept or role, for rules and profiles alike.",
     "نام‌های دیگر واقعیت، مفهوم یا نقش، هم برای قاعده‌ها و هم برای پروفایل‌ها.",
     "fact parallelism: level\n    aka \"parallel programming\", multithreading\nrole infra\n    when multithreading >= advanced\n"},
    {"ask", "The question that the interview puts to find out this fact, in one language.",
     "پرسشی که گفت‌وگو برای دانستن این واقعیت می‌پرسد، به یک زبان.",
     "fact parallelism: level\n    ask \"How well do you know parallel programming?\"\n    ask fa \"برنامه‌نویسی موازی را چقدر می‌دانید؟\"\nrole "
     "infra\n    when parallelism\n"},
    {"effort",
     "What it costs to learn the next step of a fact: it makes the fact learnable for 'advise plan'. A rule base counts efforts in one unit.",
     "هزینهٔ آموختن گام بعدی این واقعیت: آن را برای «advise plan» آموختنی می‌کند. واحد effort در یک پایگاه قاعده یکی "
     "است.",
     "fact parallelism: level\n    effort 8 weeks\nrole infra\n    when parallelism >= advanced\n"},
    {"after", "What must hold when this fact is learnt.", "آنچه هنگام آموختن این واقعیت باید برقرار باشد.",
     "fact c++: level\n    effort 6 weeks\nfact parallelism: level\n    effort 8 weeks\n    after c++ >= beginner\nrole infra\n    when parallelism "
     ">= advanced\n"},
    {"when", "What is enough. Of several any one will do.", "آنچه کافی است. اگر چند تا باشد یکی بس است.",
     "role infra\n    when parallelism >= advanced\n    when distributed computing and low-level optimisation\n"},
    {"requires", "What is necessary: a condition, or a number of points. Of several all must hold.",
     "آنچه لازم است: شرطی، یا شماری امتیاز. اگر چند تا باشد همه باید برقرار باشند.",
     "role infra\n    requires parallelism >= intermediate\n    requires 3 points\n    +2 machine learning\n    +2 distributed computing\n"},
    {"unless", "What rules the conclusion out, whatever else holds.",
     "آنچه نتیجه را رد می‌کند، هر چیز دیگری هم که برقرار باشد.",
     "role infra\n    when parallelism\n    unless refuses on-call and years of experience < 2\n"},
    {"+N", "Evidence for the conclusion, worth N points, a whole number up to 1000. Roles are ranked by their points.",
     "شاهدی برای نتیجه به ارزش N امتیاز، عددی درست تا ۱۰۰۰. نقش‌ها به امتیازشان رتبه‌بندی "
     "می‌شوند.",
     "role infra\n    when parallelism\n    +3 distributed computing >= intermediate\n"},
    {"-N", "Evidence against the conclusion, worth N points, a whole number up to 1000. It does not rule it out, as 'unless' does.",
     "شاهدی بر ضد نتیجه به ارزش N امتیاز، عددی درست تا ۱۰۰۰. برخلاف unless نتیجه را رد "
     "نمی‌کند.",
     "role infra\n    when parallelism\n    -2 prefers customer contact\n"},
    {"because", "The reason for the clause or rule before it, for the reader of the advice; once for each language.",
     "دلیل بند یا قاعدهٔ پیش از آن، برای خوانندهٔ پیشنهاد؛ برای هر زبان یک بار.",
     "role infra\n    +3 parallelism >= advanced\n        because \"Companies would rather teach ML to a systems engineer than the reverse.\"\n      "
     "  because fa \"شرکت‌ها ترجیح می‌دهند به مهندس سیستم یادگیری ماشین بیاموزند.\"\n"},
    {"cites", "The source of the clause or rule before it, by the name that 'source' gives it, and perhaps the place in it.",
     "منبع بند یا قاعدهٔ پیش از آن، با نامی که source به آن داده است، و شاید جای آن در منبع.",
     "source book \"A book\"\nrole infra\n    +3 parallelism >= advanced\n        cites book \"paragraph 3\"\n"},
    {"given", "In a test: a line of the profile of the example person.", "در آزمون: سطری از پروفایل فردِ نمونه.",
     "role infra\n    when parallelism >= advanced\ntest \"a systems engineer\"\n    given parallelism: expert\n    expect infra: yes\n"},
    {"expect", "In a test: what should come out. A verdict, the exact points, or which role comes first.",
     "در آزمون: آنچه باید به دست آید. حکم، امتیاز دقیق، یا نقشی که نخست می‌آید.",
     "role infra\n    when parallelism >= advanced\n    +3 parallelism\ntest \"a systems engineer\"\n    given parallelism: expert\n    expect "
     "infra: yes\n    expect infra points 3\n    expect first infra\n"},
    {"first", "In 'expect': the role that comes first in the advice.", "در expect: نقشی که در پیشنهاد نخست می‌آید.",
     "role infra\n    when parallelism\ntest \"a systems engineer\"\n    given parallelism: expert\n    expect first infra\n"},
    {"points", "In 'expect' the exact points, a number or an interval; in 'requires' how many points are necessary.",
     "در expect امتیاز دقیق، عدد یا بازه؛ در requires شمار امتیازهای لازم.",
     "role infra\n    requires 2 points\n    +2 parallelism\n    +1 machine learning\ntest \"a systems engineer\"\n    given parallelism: expert\n   "
     " expect infra points 2..3\n"},
    {"yes", "As a verdict: it holds whatever the unknown facts are. As a value: the fact is so.",
     "به عنوان حکم: هر چه واقعیت‌های نامعلوم باشند برقرار است. به عنوان مقدار: چنین "
     "است.",
     "role infra\n    when parallelism\ntest \"a systems engineer\"\n    given parallelism: expert\n    expect infra: yes\n"},
    {"no", "As a verdict: it holds in no case. As a value: the fact is not so; a level is at its lowest, a number at 0.",
     "به عنوان حکم: در هیچ حالتی برقرار نیست. به عنوان مقدار: چنین نیست؛ سطح در پایین‌ترین و عدد صفر "
     "است.",
     "role infra\n    when parallelism\ntest \"somebody without it\"\n    given parallelism: no\n    expect infra: no\n"},
    {"unknown", "As a verdict: what is unknown decides. As a value: nothing is known, and it is never asked for.",
     "به عنوان حکم: بسته به چیزی است که معلوم نیست. به عنوان مقدار: چیزی معلوم نیست و هرگز پرسیده "
     "نمی‌شود.",
     "role infra\n    when parallelism\ntest \"nothing is known\"\n    given parallelism: unknown\n    expect infra: unknown\n"},
};

}  // namespace

std::span<const keyword_entry> clause_keywords() { return all; }

}  // namespace advise::cli
