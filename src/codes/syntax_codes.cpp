// A0…: the text of all files, and the syntax of rules.
#include "../code_help.hpp"

namespace advise::cli {
namespace {

constexpr auto rules = example_kind::rules;
constexpr auto none = example_kind::none;

constexpr code_entry all[] = {
    {"A0001", none,
     "Rules and profiles are text in UTF-8. Some bytes of this file are none: usually it was saved in an older encoding such as Windows-1256 "
     "or Latin-1. Save it again as UTF-8.",
     "قاعده‌ها و پروفایل‌ها متنی در UTF-8 اند. بعضی از بایت‌های این پرونده چنین نیستند: معمولاً پرونده با رمزگذاری کهنه‌ای مانند Windows-1256 ذخیره "
     "شده است. آن را دوباره با UTF-8 ذخیره کنید.",
     "", ""},
    {"A0002", none,
     "A text holds letters, blanks, tabs and line ends, and no other control characters: they are invisible, and a terminal may obey them. Delete "
     "the character named in the message.",
     "متن تنها حرف، فاصله، جهش و پایان سطر دارد و هیچ نویسهٔ کنترلی دیگری: این نویسه‌ها دیده نمی‌شوند و شاید پایانه از آن‌ها فرمان ببرد. نویسه‌ای را "
     "که در پیام نام برده شده پاک کنید.",
     "", ""},
    {"A0003", none,
     "Embeddings, overrides and isolates of direction (U+202A to U+202E, U+2066 to U+2069) make a text look different from what is read; rules "
     "could then say something else than they show. Persian needs none of them. Delete the character.",
     "نویسه‌های کنترل جهت (U+202A تا U+202E و U+2066 تا U+2069) متن را جز آن نشان می‌دهند که خوانده می‌شود؛ پس قاعده‌ای می‌توانست چیزی بگوید و چیز "
     "دیگری نشان دهد. فارسی به هیچ‌یک از آن‌ها نیاز ندارد. نویسه را پاک کنید.",
     "", ""},
    {"A0004", none,
     "The marks U+200E, U+200F, U+061C and U+00AD ride along when text is pasted. They are ignored, and nothing needs to be done; the note only "
     "says that the file holds them.",
     "نشانه‌های U+200E و U+200F و U+061C و U+00AD هنگام چسباندن متن همراه آن می‌آیند. نادیده گرفته می‌شوند و کاری لازم نیست؛ یادداشت تنها می‌گوید که "
     "در پرونده هستند.",
     "", ""},
    {"A0005", none,
     "The file is no plain text in UTF-8. Where it is text in another encoding, save it as UTF-8; where it is a document of some program, export "
     "it as plain text.",
     "این پرونده متن سادهٔ UTF-8 نیست. اگر متنی با رمزگذاری دیگر است آن را با UTF-8 ذخیره کنید؛ اگر سندِ برنامه‌ای است از آن خروجیِ متن ساده بگیرید.",
     "", ""},
    {"A0006", none,
     "Lines end in a line feed, or in a carriage return and a line feed. This file has carriage returns alone, as on very old systems. Save it "
     "with other line ends.",
     "پایان سطر نویسهٔ U+000A است یا U+000D و پس از آن U+000A. این پرونده، چنان که در سامانه‌های بسیار کهنه، تنها U+000D دارد. آن را با پایان‌سطرهای "
     "دیگری ذخیره کنید.",
     "", ""},
    {"A0101", rules,
     "Something stands here that cannot stand in this place. The message names what is expected, as the language has it.",
     "اینجا چیزی آمده است که جایش اینجا نیست. پیام می‌گوید که چه چیزی لازم است.",
     "role infra\n    when parallelism >= advanced >= expert\n", "role infra\n    when parallelism >= advanced\n"},
    {"A0102", rules,
     "The statement ends too early: something has to follow what stands there.",
     "این دستور زود پایان یافته است: پس از آنچه نوشته شده باید چیزی بیاید.",
     "role infra\n    when parallelism >=\n", "role infra\n    when parallelism >= advanced\n"},
    {"A0103", rules,
     "Every parenthesis that is opened has to be closed before the next statement, and the other way round. A statement goes on over several "
     "lines while one is open.",
     "هر پرانتزی که باز شود باید پیش از دستور بعدی بسته شود و هر پرانتزِ بسته باید بازشده باشد. تا پرانتزی باز است دستور در سطرهای بعد ادامه می‌یابد.",
     "role infra\n    when (parallelism or sql\n    unless refuses on-call\n", "role infra\n    when (parallelism or sql)\n    unless refuses on-call\n"},
    {"A0104", rules,
     "Text in quotes ends on the line where it begins. Write \\n for a line break, and \\\" for a quotation mark inside.",
     "متنِ میان دو \" در همان سطری که آغاز شده پایان می‌یابد. برای شکستن سطر \\n بنویسید و برای خود نشانهٔ نقل‌قول \\\".",
     "role infra \"Infrastructure\n    when sql\n", "role infra \"Infrastructure\"\n    when sql\n"},
    {"A0105", rules,
     "Quoted text knows \\\", \\\\ and \\n, and no other escape. A backslash of its own is written twice.",
     "در متنِ میان دو \" تنها \\\" و \\\\ و \\n معنا دارند. خودِ نویسهٔ \\ دو بار نوشته می‌شود.",
     "role infra \"C:\\data\"\n    when sql\n", "role infra \"C:\\\\data\"\n    when sql\n"},
    {"A0106", none,
     "A term may have 256 bytes: some 250 English or 125 Persian letters. Longer text belongs into a label.",
     "هر نام تا ۲۵۶ بایت جا دارد: نزدیک به ۲۵۰ حرف لاتین یا ۱۲۵ حرف فارسی. متن بلندتر را در برچسب (label) بنویسید.",
     "", ""},
    {"A0107", rules,
     "A term needs letters or digits that can be seen: terms are compared without blanks, hyphens and invisible characters, and of this one nothing "
     "would be left.",
     "هر نام باید حرف یا رقمی دیدنی داشته باشد: نام‌ها بی فاصله و خط تیره و نویسه‌های نادیدنی سنجیده می‌شوند و از این یکی چیزی نمی‌ماند.",
     "role infra\n    when \"--\"\n", "role infra\n    when \"c--\"\n"},
    {"A0108", none,
     "Parentheses, lists and 'not' may stand 128 deep inside one another. Give a part of the condition a name of its own, as a concept.",
     "پرانتزها و فهرست‌ها و notها تا ۱۲۸ لایه در هم جا می‌گیرند. به بخشی از شرط نامی بدهید و آن را مفهوم (concept) جدایی کنید.",
     "", ""},
    {"A0109", rules,
     "Numbers are exact decimals: at most 12 digits, a point, and at most 6 digits. No separators of thousands, no exponents, and a digit on both "
     "sides of the point.",
     "عددها ده‌دهی و دقیق‌اند: تا ۱۲ رقم، ممیز، و تا ۶ رقم. جداکنندهٔ هزارگان و توان ندارند و دو سوی ممیز رقم می‌خواهد.",
     "role infra\n    when salary >= 1,500\n", "role infra\n    when salary >= 1500\n"},
    {"A0110", rules,
     "Points, and the K of 'at least K of', are whole numbers; points go from -1000 to 1000.",
     "امتیازها و شمارِ «at least K of» عدد درست‌اند؛ امتیاز از ۱۰۰۰- تا ۱۰۰۰ است.",
     "role infra\n    +2.5 sql\n", "role infra\n    +3 sql\n"},
    {"A0111", rules,
     "A line begins with the word of a statement or a clause, or is a rule with an arrow. This one is neither: perhaps its first word is misspelt, "
     "or the arrow is missing.",
     "هر سطر یا با واژهٔ یک دستور یا بند آغاز می‌شود یا قاعده‌ای است با پیکان. این یکی هیچ‌کدام نیست: شاید واژهٔ نخستش غلط نوشته شده یا پیکانش جا افتاده است.",
     "parallelism and sql infra\n", "parallelism and sql -> infra\n"},
    {"A0112", rules,
     "A clause belongs to the block above it. A rule with an arrow or a claim ends the block: only 'because' and 'cites' may follow the rule, and nothing the claim.",
     "هر بند از آنِ بلوکِ بالای خود است. قاعدهٔ پیکان‌دار و claim بلوک را پایان می‌دهند: پس از قاعده تنها because و cites می‌آید و پس از claim هیچ.",
     "when parallelism\n", "role infra\n    when parallelism\n"},
    {"A0113", rules,
     "Each kind of block has its own clauses: a fact has label, aka, ask, effort and after; a role or concept has label, aka, when, requires, "
     "unless, +N and -N; a test has given and expect.",
     "هر گونه بلوک بندهای خود را دارد: fact بندهای label و aka و ask و effort و after؛ role و concept بندهای label و aka و when و requires و unless و "
     "+N و -N؛ test بندهای given و expect.",
     "role infra\n    ask \"Do you like servers?\"\n", "fact likes servers: yes/no\n    ask \"Do you like servers?\"\nlikes servers -> infra\n"},
    {"A0114", rules,
     "A rule says what follows from a condition. What rules the conclusion out is a rule of its own: C -> not B.",
     "قاعده می‌گوید از یک شرط چه نتیجه‌ای برمی‌آید. آنچه نتیجه را رد کند قاعدهٔ جدایی است: C -> not B.",
     "parallelism -> infra unless refuses on-call\n", "parallelism -> infra\nrefuses on-call -> not infra\n"},
    {"A0115", rules,
     "A rule has one condition, one arrow and one conclusion. A chain of conclusions is written as several rules.",
     "هر قاعده یک شرط، یک پیکان و یک نتیجه دارد. زنجیرهٔ نتیجه‌ها را در چند قاعده بنویسید.",
     "parallelism -> systems -> infra\n", "parallelism -> systems\nsystems -> infra\n"},
    {"A0116", rules,
     "The arrow is written ->, without a blank; => and → are read as well.",
     "پیکان، بی فاصله، چنین نوشته می‌شود: ->؛ => و → هم خوانده می‌شوند.",
     "parallelism - > infra\n", "parallelism -> infra\n"},
    {"A0117", rules,
     "A term without quotes is made of words that begin with a letter. Everything else goes into quotes.",
     "نامِ بی‌نقل‌قول از واژه‌هایی است که با حرف آغاز می‌شوند. هر چیز دیگر میان دو \" می‌آید.",
     "role infra\n    when python 3\n", "role infra\n    when \"python 3\"\n"},
    {"A0118", rules,
     "Comparisons are =, !=, <, <=, >, >=, 'in' and 'includes'; conditions are joined by the words 'and', 'or' and 'not'.",
     "سنجش‌ها این‌هایند: = و != و < و <= و > و >= و in و includes؛ شرط‌ها با واژه‌های and و or و not به هم می‌پیوندند.",
     "fact degree: one of (none, bachelor, master)\ndegree == master -> infra\n", "fact degree: one of (none, bachelor, master)\ndegree = master -> infra\n"},
    {"A0119", rules,
     "'not' stands before the whole condition, and not within a comparison.",
     "not پیش از همهٔ شرط می‌آید، نه درون یک سنجش.",
     "fact degree: one of (none, bachelor, master)\ndegree not in (none, bachelor) -> infra\n",
     "fact degree: one of (none, bachelor, master)\nnot degree in (none, bachelor) -> infra\n"},
    {"A0120", rules,
     "A statement ends with its line. Nothing separates two statements on one line.",
     "هر دستور با سطر خود پایان می‌یابد. چیزی نیست که دو دستور را در یک سطر از هم جدا کند.",
     "parallelism -> infra; sql -> analyst\n", "parallelism -> infra\nsql -> analyst\n"},
    {"A0121", rules,
     "The file still holds the marks of a merge that was not finished. Decide for one of the two versions and delete the marks.",
     "نشانه‌های ادغامی ناتمام هنوز در پرونده‌اند. یکی از دو نسخه را برگزینید و نشانه‌ها را پاک کنید.",
     "<<<<<<< ours\nparallelism -> infra\n=======\nsql -> infra\n>>>>>>> theirs\n", "parallelism -> infra\n"},
    {"A0122", rules,
     "'because' and 'cites' give reason and source of a rule, or of a clause with a condition or points. Labels and declarations have none.",
     "because و cites دلیل و منبعِ یک قاعده، یا بندی با شرط یا امتیاز، را می‌گویند. برچسب‌ها و اعلان‌ها دلیل نمی‌خواهند.",
     "fact sql: level\n    because \"Everybody needs it.\"\nsql -> infra\n", "fact sql: level\nsql -> infra\n    because \"Everybody needs it.\"\n"},
    {"A0123", rules,
     "'given' holds one line of a profile: a fact, and what is known of it.",
     "given یک سطر پروفایل را دارد: یک واقعیت و آنچه دربارهٔ آن دانسته است.",
     "sql -> infra\ntest \"t\"\n    given sql -> infra\n    expect infra: yes\n", "sql -> infra\ntest \"t\"\n    given sql: expert\n    expect infra: yes\n"},
    {"A0124", rules,
     "A term stands on one line. A statement goes on in the next line where a parenthesis is open, or where that line begins with and, or, ->, "
     "because or cites.",
     "هر نام در یک سطر است. دستور در سطر بعد ادامه می‌یابد اگر پرانتزی باز باشد یا آن سطر با and یا or یا -> یا because یا cites آغاز شود.",
     "role infra\n    when (low-level\n        optimisation or sql)\n", "role infra\n    when (low-level optimisation\n        or sql)\n"},
    {"A0125", rules,
     "Words such as 'role' and 'fact' begin a statement. A term that begins with such a word, at the start of a line, is quoted.",
     "واژه‌هایی چون role و fact دستوری را آغاز می‌کنند. نامی که در آغاز سطر با چنین واژه‌ای آغاز شود میان دو \" می‌آید.",
     "test automation -> qa\n", "\"test automation\" -> qa\n"},
    {"A0126", rules,
     "In a comparison the fact stands first and the value behind the sign. Two bounds are two comparisons, or a range after 'in'.",
     "در سنجش نخست واقعیت می‌آید و مقدار پس از نشانه. دو کران دو سنجش‌اند، یا بازه‌ای پس از in.",
     "fact age: number\n18 <= age -> adult\n", "fact age: number\nage >= 18 -> adult\n"},
    {"A0127", rules,
     "A number is declared as: number, then its range, then its unit. Range and unit may each be left out.",
     "عدد چنین اعلان می‌شود: number، سپس بازه، سپس واحد. بازه و واحد هر یک می‌تواند نباشد.",
     "fact price: number euro 0..10\n", "fact price: number 0..10 euro\nprice <= 5 -> cheap\n"},
    {"A0128", rules,
     "Text and names in quotes stand between two straight quotation marks. Word processors turn them into others; change them back.",
     "متن و نامِ میان نقل‌قول بین دو نشانهٔ راستِ \" می‌آید. واژه‌پردازها آن‌ها را به نشانه‌های دیگر بدل می‌کنند؛ به همان \" برگردانیدشان.",
     "role infra “Infrastructure”\n    when sql\n", "role infra \"Infrastructure\"\n    when sql\n"},
    {"A0129", rules,
     "A comment begins with '#', at the start of a line or after a blank, and goes on to the end of the line.",
     "توضیح با # آغاز می‌شود، در آغاز سطر یا پس از فاصله، و تا پایان سطر می‌رود.",
     "sql -> analyst // everybody needs it\n", "sql -> analyst # everybody needs it\n"},
};

}  // namespace

std::span<const code_entry> syntax_codes() { return all; }

}  // namespace advise::cli
