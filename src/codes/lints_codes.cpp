// A2020…: `allow` comments, and what authors could write better.
#include "../code_help.hpp"

namespace advise::cli {
namespace {

constexpr auto rules = example_kind::rules;
constexpr auto none = example_kind::none;

constexpr code_entry all[] = {
    {"A2020", rules,
     "A comment '# advise: allow CODE because …' silences a warning for the statement on its line, or for the next one. Whoever reads the rules "
     "later wants to know why, so it needs a reason.",
     "توضیحِ «# advise: allow CODE because …» هشداری را برای دستورِ همان سطر یا دستور بعدی خاموش می‌کند. کسی که بعدها قاعده‌ها را می‌خواند باید "
     "بداند چرا؛ پس دلیل لازم است.",
     "role analyst\n    when sql\n    # advise: allow A2015\n    when python\n",
     "role analyst\n    when sql\n    # advise: allow A2015 because readers expect this line\n    when sql >= advanced\n"},
    {"A2021", rules,
     "The warning that this comment allows is not given here. A comment that stayed behind would hide the next one of its kind.",
     "هشداری که این توضیح مجاز می‌کند اینجا داده نمی‌شود. توضیحی که جا مانده باشد هشدار بعدی از همان گونه را پنهان می‌کند.",
     "# advise: allow A2015 because it was needed once\nsql -> analyst\n",
     "sql -> analyst\n"},
    {"A2022", rules,
     "After '# advise: allow' stand codes of warnings or notes, then 'because' and a reason. Errors cannot be allowed.",
     "پس از «# advise: allow» کدهای هشدار یا یادداشت می‌آید، سپس because و دلیل. خطا را نمی‌توان مجاز کرد.",
     "# advise: allow A9999 because of a slip of the pen\nsql -> analyst\n",
     "role analyst\n    when sql\n    # advise: allow A2015 because readers expect this line\n    when sql >= advanced\n"},
    {"A2023", rules,
     "Both spellings are one name to advise, but a reader, or a search, may take them for two. 'check --fix' writes them all as they are declared.",
     "برای advise هر دو نوشتار یک نام‌اند، ولی خواننده یا جست‌وجو شاید آن‌ها را دو نام بگیرد. check --fix همه را همان‌گونه می‌نویسد که اعلان "
     "شده‌اند.",
     "fact low-level work: level\nlow level work -> infra\n",
     "fact low-level work: level\nlow-level work -> infra\n"},
    {"A2024", rules,
     "A word of Latin letters among which a Cyrillic or Greek one stands looks right and matches nothing that people type.",
     "واژه‌ای با حرف‌های لاتین که یک حرف سیریلی یا یونانی در میانشان است درست به چشم می‌آید، ولی با آنچه مردم تایپ می‌کنند یکی نیست.",
     "fact pуthon: level\npуthon -> analyst\n",
     "fact python: level\npython -> analyst\n"},
    {"A2025", rules,
     "Two names that nobody can tell apart by looking are almost always one name, typed once with letters of another script.",
     "دو نامی که با نگاه نمی‌توان از هم بازشناخت تقریباً همیشه یک نام‌اند که یک بار با حرف‌های خطی دیگر تایپ شده است.",
     "fact cap: level\nfact сар: level\ncap -> analyst\nсар -> engineer\n",
     "fact cap: level\ncap -> analyst\n"},
    {"A2026", rules,
     "Where nearly all facts have a question, or labels in a language, one without stands out to the people who read it. Nothing is said where only "
     "some have them.",
     "آنجا که تقریباً همهٔ واقعیت‌ها پرسش یا برچسبی به یک زبان دارند، آن یکی که ندارد به چشم خواننده می‌آید. اگر تنها برخی داشته باشند چیزی گفته "
     "نمی‌شود.",
     "fact sql: level\n    ask \"How well do you know sql?\"\nfact python: level\n    ask \"How well do you know python?\"\nfact java: level\n    ask \"How well do you know java?\"\nfact rust: level\nsql or python or java or rust -> analyst\n",
     "fact sql: level\n    ask \"How well do you know sql?\"\nfact python: level\n    ask \"How well do you know python?\"\nfact java: level\n    ask \"How well do you know java?\"\nfact rust: level\n    ask \"How well do you know rust?\"\nsql or python or java or rust -> analyst\n"},
    {"A2027", rules,
     "Where nearly all clauses of a kind have a reason, or cite a source, the answer cannot explain the one without.",
     "آنجا که تقریباً همهٔ بندهای یک گونه دلیل یا منبع دارند، پاسخ نمی‌تواند آن یکی را که ندارد توضیح دهد.",
     "role analyst\n    +1 sql\n        because \"Data is asked for in SQL.\"\n    +1 python\n        because \"Much of the work is scripts.\"\n    +1 statistics\n        because \"Figures mislead without it.\"\n    +1 writing\n",
     "role analyst\n    +1 sql\n        because \"Data is asked for in SQL.\"\n    +1 python\n        because \"Much of the work is scripts.\"\n    +1 statistics\n        because \"Figures mislead without it.\"\n    +1 writing\n        because \"Results are read by others.\"\n"},
    {"A2028", none,
     "The file holds nothing but facts, scales or sources, and nothing outside it mentions any of them; or it was imported before.",
     "این پرونده جز واقعیت و مقیاس و منبع چیزی ندارد و بیرون از آن هیچ‌کجا نامی از آن‌ها نیست؛ یا پیش‌تر درون‌ریزی شده است.",
     "",
     ""},
    {"A2029", rules,
     "A source is there to be cited. Cite it where a clause rests on it, or delete it.",
     "منبع برای آن است که به آن ارجاع داده شود. آنجا که بندی بر آن تکیه دارد با cites از آن نام ببرید، یا پاکش کنید.",
     "source handbook \"The Handbook\"\nsql -> analyst\n",
     "source handbook \"The Handbook\"\nsql -> analyst\n    cites handbook \"page 3\"\n"},
    {"A2030", rules,
     "A scale lists the levels of facts. No fact has this one.",
     "مقیاس سطح‌های واقعیت‌ها را می‌گوید. هیچ واقعیتی این یکی را ندارد.",
     "scale interest: none < some < great\nsql -> analyst\n",
     "scale interest: none < some < great\nfact servers: interest\nservers -> infra\n"},
    {"A2031", rules,
     "'any of', 'all of' and 'none of' say the same and are read at once. It is also told where conditions that imply each other make a count so.",
     "«any of» و «all of» و «none of» همان را می‌گویند و زودتر فهمیده می‌شوند. این آنجا هم گفته می‌شود که عضوها همدیگر را ایجاب می‌کنند و شمردن را "
     "بی‌معنا می‌سازند.",
     "at least 2 of (sql, python) -> analyst\n",
     "all of (sql, python) -> analyst\n"},
    {"A2032", rules,
     "All values of the fact but two lead to different answers of the rules, so one of these two was perhaps forgotten. Nothing is said where "
     "several are alike.",
     "همهٔ مقدارهای این واقعیت جز دو تا در قاعده‌ها از هم جدا می‌شوند؛ شاید یکی از این دو فراموش شده است. اگر چند مقدار یکسان باشند چیزی گفته "
     "نمی‌شود.",
     "fact degree: one of (none, bachelor, master, doctorate)\ndegree = bachelor -> analyst\ndegree = master -> researcher\n",
     "fact degree: one of (none, bachelor, master, doctorate)\ndegree = bachelor -> analyst\ndegree in (master, doctorate) -> researcher\ndegree = doctorate -> professor\n"},
    {"A2033", rules,
     "Roles are ordered by their points. Where one can reach four times as many as another, it stands before it nearly always, however well the "
     "other suits.",
     "نقش‌ها به ترتیب امتیازشان می‌آیند. نقشی که به چهار برابرِ امتیاز دیگری می‌رسد تقریباً همیشه پیش از آن است، هرچند آن دیگری مناسب‌تر باشد.",
     "role infra\n    +9 parallelism\nrole analyst\n    +2 sql\n",
     "role infra\n    +3 parallelism\nrole analyst\n    +2 sql\n"},
    {"A2034", rules,
     "Two pieces of evidence ask for the same facts behind different names. Whoever has the one has the other, so what looks like two signs is "
     "one. Different levels of one fact are not meant.",
     "دو شاهد با نام‌های گوناگون همان واقعیت‌ها را می‌خواهند. هر که یکی را دارد دیگری را هم دارد؛ پس آنچه دو نشانه می‌نماید یکی است. سطح‌های "
     "گوناگونِ یک واقعیت منظور نیست.",
     "concept systems\n    when parallelism >= advanced\nrole infra\n    +2 systems\n    +1 parallelism >= intermediate\n",
     "concept systems\n    when parallelism >= advanced\nrole infra\n    +2 systems\n    +1 low-level work >= intermediate\n"},
    {"A2035", rules,
     "Proved over all complete profiles: there is none for which this role holds and no other role that holds has more points.",
     "بر همهٔ پروفایل‌های کامل اثبات شده است: پروفایلی نیست که این نقش برقرار باشد و هیچ نقشِ برقرارِ دیگری امتیاز بیشتری نداشته باشد.",
     "role infra\n    +3 sql\nrole analyst\n    +1 sql >= advanced\n",
     "role infra\n    +3 sql\nrole analyst\n    +3 sql >= advanced\n"},
    {"A2036", rules,
     "A name may have several words, so a label without its quotes, or a condition on the line of its role, becomes a part of the name, and the name is "
     "not the one that the other lines use. Put the label in quotes, or the condition below. If all of it is the name, quotes around it say so.",
     "نام می‌تواند چند واژه داشته باشد؛ پس برچسبی که میان \" نیست، یا شرطی که در سطر نقش آمده است، بخشی از نام می‌شود و دیگر سطرها آن نام را "
     "نمی‌شناسند. برچسب را میان \" بگذارید یا شرط را در سطر زیر بنویسید. اگر همهٔ آن نام است، آن را میان \" بگذارید.",
     "role terrier Terrier\n    when patience\n",
     "role terrier \"Terrier\"\n    when patience\n"},
    {"A2037", rules,
     "A point begins a fraction, so 1.500 is one and a half. Whoever parts thousands with points means 1500. Nothing is said of 1.5, nor of a fraction "
     "whose third figure is not 0.",
     "نقطه آغاز کسر است؛ پس 1.500 یک و نیم است. کسی که هزارگان را با نقطه جدا می‌کند ۱۵۰۰ را می‌خواهد. دربارهٔ 1.5 و کسری که رقم سومش ۰ نیست چیزی "
     "گفته نمی‌شود.",
     "budget >= 1.500 -> traveller\n", "budget >= 1500 -> traveller\n"},
};

}  // namespace

std::span<const code_entry> lints_codes() { return all; }

}  // namespace advise::cli
