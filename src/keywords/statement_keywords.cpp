// The words that begin a statement, and those that stand only in one of them.
#include "../keyword_help.hpp"

namespace advise::cli {
namespace {

constexpr keyword_entry all[] = {
    {"syntax",
     "The version of the language that the file is written in; there is one so far. It may be left out, and is the first statement otherwise.",
     "نسخهٔ زبانی که پرونده با آن نوشته شده است؛ تاکنون یکی هست. می‌توان آن را ننوشت، وگرنه نخستین دستور "
     "است.",
     "syntax 1\n"},
    {"ruleset", "The title of the rule base, once.", "عنوان پایگاه قاعده‌ها، یک بار.",
     "ruleset \"Technical roles in ML production\"\n"},
    {"language", "The language of the texts of this file that have no language tag of their own; without it English.",
     "زبان متن‌های این پرونده که خود نشانهٔ زبان ندارند؛ بدون آن انگلیسی.",
     "language fa\nfact python: level\n    label \"پایتون\"\n"},
    {"import", "Takes in another rule file, as if it stood here. The path is relative to this file and stays inside the folder of the root file.",
     "پروندهٔ قاعدهٔ دیگری را می‌آورد، چنان که گویی همین‌جا نوشته شده است. مسیر نسبت به این پرونده است و از پوشهٔ پروندهٔ ریشه بیرون "
     "نمی‌رود.",
     "import \"skills.rules\"\n"},
    {"source", "A book, study or page that reasons can cite: a name for the rules and a title for readers.",
     "کتاب، پژوهش یا صفحه‌ای که دلیل‌ها به آن استناد می‌کنند: نامی برای قاعده‌ها و عنوانی برای "
     "خوانندگان.",
     "source book \"Introduction to Machine Learning Interviews\"\n    url \"https://huyenchip.com/ml-interviews-book\"\nrole infra\n    when "
     "parallelism\n"
     "        cites book \"paragraph 3\"\n"},
    {"scale", "Levels in an order, lowest first. The first means “does not have it”. Facts of this type are compared by the order.",
     "سطح‌هایی به ترتیب، از پایین‌ترین. نخستین یعنی «ندارد». واقعیت‌های این نوع به همین ترتیب سنجیده "
     "می‌شوند.",
     "scale mood: bad < fair < good\n    label fa good \"خوب\"\nfact spirits: mood\nrole host\n    when spirits >= fair\n"},
    {"fact", "Something about a person that a profile can say: a skill with a level, a yes or no, a number, a choice.",
     "چیزی دربارهٔ فرد که پروفایل می‌تواند بگوید: مهارتی با سطح، بله یا نه، عدد، "
     "انتخاب.",
     "fact parallelism: level\nfact enjoys teaching: yes/no\nfact years of experience: number 0..60 years\nfact degree: one of (none, bachelor, "
     "master)\n"
     "fact spoken languages: any of (english, persian)\n"},
    {"concept", "A step on the way, with clauses like those of a role: it is used in conditions, and is not itself advised.",
     "گامی در میانهٔ راه، با بندهایی مانند نقش: در شرط‌ها به کار می‌رود و خود پیشنهاد "
     "نمی‌شود.",
     "concept systems background\n    when parallelism >= intermediate and distributed computing\nrole infra\n    when systems background\n"},
    {"role",
     "What is advised. Its clauses say what is enough, what is necessary, what rules it out and what speaks for it. A label may stand behind the "
     "name.",
     "آنچه پیشنهاد می‌شود. بندهایش می‌گویند چه چیزی کافی است، چه چیزی لازم است، چه چیزی آن را رد می‌کند و چه چیزی شاهد آن است. پس از نام "
     "می‌توان برچسبی نوشت.",
     "role infra \"ML infrastructure engineer\"\n    when parallelism >= advanced\n    unless refuses on-call\n    +3 machine learning\n"},
    {"rule", "Gives a rule with an arrow a name. Without 'rule' and a name it means the same.",
     "به قاعدهٔ پیکان‌دار نامی می‌دهد. بدون rule و نام نیز همان معنا را دارد.",
     "rule devrel pair: enjoys teaching and communication >= advanced -> developer advocate (+4)\nrole developer advocate\n"},
    {"->",
     "A rule: the condition before the arrow is enough for the conclusion behind it. 'not' behind the arrow rules it out; points in parentheses make "
     "it evidence.",
     "قاعده: شرطِ پیش از پیکان برای نتیجهٔ پس از آن کافی است. not پس از پیکان آن را رد می‌کند؛ با امتیاز در پرانتز، قاعده شاهد "
     "است.",
     "parallelism and low-level optimisation -> infra\nworks for a competitor -> not infra\nmachine learning >= intermediate -> infra (+2)\n"},
    {"test", "An example person and what should come out, run by 'advise test'. Its title stands in quotes.",
     "نمونه‌ای از یک فرد و آنچه باید به دست آید؛ «advise test» آن را اجرا می‌کند. عنوانش میان \" "
     "است.",
     "role infra\n    when parallelism >= advanced\ntest \"a systems engineer\"\n    given parallelism: expert\n    expect infra: yes\n"},
    {"claim", "Something that has to be true of every possible profile. 'advise check' proves it, or shows the smallest profile that breaks it.",
     "چیزی که باید برای هر پروفایل ممکن درست باشد. «advise check» آن را ثابت می‌کند یا کوچک‌ترین پروفایلی را نشان می‌دهد که آن را نقض "
     "می‌کند.",
     "role infra\n    when parallelism >= advanced\n    unless works for a competitor\nclaim never infra and works for a competitor\nclaim more "
     "parallelism never hurts infra\n"},
    {"always", "In a claim: the condition holds for every possible profile.", "در ادعا: شرط برای هر پروفایل ممکن برقرار است.",
     "role infra\n    requires parallelism\nclaim always parallelism or not infra\n"},
    {"never", "In a claim: the condition holds for no possible profile.", "در ادعا: شرط برای هیچ پروفایل ممکنی برقرار نیست.",
     "role infra\n    when parallelism\n    unless works for a competitor\nclaim never infra and works for a competitor\n"},
    {"more", "In a claim, with 'never hurts': a higher value of the fact never makes the verdict worse or the points fewer.",
     "در ادعا همراه never hurts: مقدار بالاتر این واقعیت هرگز حکم را بدتر یا امتیازها را کمتر "
     "نمی‌کند.",
     "role infra\n    when parallelism\nclaim more parallelism never hurts infra\n"},
    {"never hurts", "In a claim, with 'more': a higher value of the fact never makes the verdict worse or the points fewer.",
     "در ادعا همراه more: مقدار بالاتر این واقعیت هرگز حکم را بدتر یا امتیازها را کمتر "
     "نمی‌کند.",
     "role infra\n    when parallelism\nclaim more parallelism never hurts infra\n"},
    {"ignores", "In a claim: the fact can change neither the verdict nor the points of the conclusion.",
     "در ادعا: این واقعیت نه حکم نتیجه را عوض می‌کند و نه امتیازهایش را.",
     "fact degree: one of (none, bachelor, master)\nrole infra\n    when parallelism\nrole researcher\n    when degree = master\nclaim infra ignores "
     "degree\n"},
    {"otherwise", "In a profile: 'otherwise: no' closes it, so that every fact which it does not mention is at its “no”.",
     "در پروفایل: «otherwise: no» یا «بقیه: نه» آن را می‌بندد، چنان که هر واقعیتی که در آن نیامده «نه» به شمار "
     "می‌آید.",
     "parallelism: advanced\notherwise: no\n", true},
    {"name", "In a profile: what the person is called. It is shown, and is no fact.",
     "در پروفایل: نام فرد. نشان داده می‌شود و واقعیت نیست.", "name: Sara\nparallelism: advanced\n", true},
    {"note", "In a profile: a remark for people. It is shown, and is no fact.",
     "در پروفایل: یادداشتی برای آدم‌ها. نشان داده می‌شود و واقعیت نیست.",
     "note: as told on the telephone\nparallelism: advanced\n", true},
};

}  // namespace

std::span<const keyword_entry> statement_keywords() { return all; }

}  // namespace advise::cli
