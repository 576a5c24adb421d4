// A4…: files and limits. They have no examples: what is wrong lies outside the text.
#include "../code_help.hpp"

namespace advise::cli {
namespace {

constexpr auto none = example_kind::none;

constexpr code_entry all[] = {
    {"A4001", none, "There is no file of this name. An import is looked for beside the file that imports it.",
     "پرونده‌ای به این نام نیست. پروندهٔ درون‌ریخته کنار پرونده‌ای جست‌وجو می‌شود که آن را می‌خواند.", "", ""},
    {"A4002", none, "The file exists, but you may not read it. 'ls -l' shows who may.",
     "پرونده هست اما اجازهٔ خواندنش را ندارید. «ls -l» نشان می‌دهد چه کسی دارد.", "", ""},
    {"A4003", none, "A folder was named where a file is needed. Name a file in it.",
     "جایی که پرونده لازم است پوشه‌ای نام برده شده. پرونده‌ای از درون آن را نام ببرید.", "", ""},
    {"A4004", none, "The system has no files with names as long as this.", "سامانه پرونده‌ای با نامی به این بلندی ندارد.", "", ""},
    {"A4005", none, "The symbolic links on the way to this file lead back to themselves, so it is never reached.",
     "پیوندهای نمادینِ راه این پرونده به خودشان برمی‌گردند و هرگز به پرونده نمی‌رسند.", "", ""},
    {"A4006", none, "The file was opened, but reading it failed: a broken disk or connection, or a file that is none.",
     "پرونده باز شد اما خواندنش شکست خورد: دیسک یا اتصالی خراب، یا پرونده‌ای که پرونده نیست.", "", ""},
    {"A4007", none, "A profile may have 64 MiB and a rule file 1 GiB. Bytes are counted while reading, so an endless device ends here as well.",
     "پروفایل تا ۶۴ مبی‌بایت و پروندهٔ قاعده تا ۱ گیبی‌بایت جا دارد. بایت‌ها هنگام خواندن شمرده می‌شوند؛ پس دستگاه بی‌پایان هم اینجا پایان می‌یابد.", "", ""},
    {"A4008", none, "The file is within the limits, but this machine has not enough free memory for it now.",
     "پرونده از حد نگذشته است، اما این دستگاه اکنون حافظهٔ آزاد کافی ندارد.", "", ""},
    {"A4009", none, "The system refused to open or read the file; its own words are in the message.",
     "سامانه پرونده را باز نکرد یا نخواند؛ سخن خودِ سامانه در پیام آمده است.", "", ""},
    {"A4010", none,
     "A rule file imports only from the folder that the root rule file stands in, and from folders below it, wherever links lead: so a rule base "
     "from somebody else cannot read your other files. Move the file, or name it as a further --rules FILE.",
     "پروندهٔ قاعده تنها از پوشهٔ پروندهٔ اصلی و پوشه‌های درون آن درون‌ریزی می‌کند، پیوندها هر جا که بروند: تا پایگاه قاعدهٔ دیگران نتواند پرونده‌های دیگر "
     "شما را بخواند. پرونده را جابه‌جا کنید یا با --rules FILE نام ببرید.",
     "", ""},
    {"A4011", none, "Only regular files are imported: no pipes, no devices, no sockets.",
     "تنها پرونده‌های معمولی درون‌ریزی می‌شوند: نه لوله، نه دستگاه، نه سوکت.", "", ""},
    {"A4012", none, "Imports are looked for beside the file that imports them, and what comes through a pipe has no place. Give the rules as a file.",
     "پروندهٔ درون‌ریخته کنار پروندهٔ خوانندهٔ آن جست‌وجو می‌شود و آنچه از لوله می‌آید جایی ندارد. قاعده‌ها را به صورت پرونده بدهید.", "", ""},
    {"A4013", none, "The rule base inside the program consists of a few files, and this is none of them.",
     "پایگاه قاعدهٔ درون برنامه چند پرونده دارد و این یکی از آن‌ها نیست.", "", ""},
    {"A4014", none, "The program was started with its standard input closed, so '-' has nothing to read. Give a file, or connect the input: advise - < FILE.",
     "برنامه با ورودی استانداردِ بسته آغاز شده است و «-» چیزی برای خواندن ندارد. پرونده‌ای بدهید یا ورودی را وصل کنید: advise - < FILE.", "", ""},
    {"A4015", none,
     "A file of rules was given where a person's profile is needed. Rules are named with --rules FILE, and looked at with 'advise check FILE'.",
     "به جای پروفایل یک نفر، پروندهٔ قاعده داده شده است. قاعده‌ها با --rules FILE نام برده می‌شوند و «advise check FILE» آن‌ها را بررسی می‌کند.", "", ""},
    {"A4016", none,
     "A person's profile was given where rules are needed: it has lines such as 'python: advanced' and no statement. 'advise FILE' gives advice for it.",
     "به جای قاعده، پروفایل یک نفر داده شده است: سطرهایی مانند «python: advanced» دارد و هیچ دستوری ندارد. «advise FILE» برای آن پیشنهاد می‌دهد.", "", ""},
    {"A4017", none, "A record of a batch may be 512 KiB long, so that any number of them fits into a small memory. A record is one person; a longer one is mostly a line end that was lost.",
     "رکورد یک دسته تا ۵۱۲ کیبی‌بایت است، تا هر شمار از آن‌ها در حافظه‌ای کوچک جا شود. رکورد یک نفر است؛ رکورد بلندتر بیشتر از گم شدن پایان سطر پدید می‌آید.", "", ""},
    {"A4020", none, "Files that import one another in a circle have no order in which they could be read. The notes show the circle; move what both need into a third file.",
     "پرونده‌هایی که دایره‌وار یکدیگر را درون‌ریزی کنند ترتیبی برای خوانده شدن ندارند. یادداشت‌ها دایره را نشان می‌دهند؛ آنچه هر دو لازم دارند را در پروندهٔ "
     "سومی بگذارید.",
     "", ""},
    {"A4021", none, "Imports may lead 32 files deep. A rule base that is deeper is probably made by a program that has lost its way.",
     "درون‌ریزی تا ژرفای ۳۲ پرونده می‌رود. پایگاه ژرف‌تر از این را شاید برنامه‌ای سرگردان ساخته باشد.", "", ""},
    {"A4022", none, "A rule base may have 256 files. Put some of them together.",
     "هر پایگاه قاعده تا ۲۵۶ پرونده دارد. چند تا از آن‌ها را یکی کنید.", "", ""},
    {"A4030", none, "The file begins like a compiled rule base, but what stands in it is not what 'advise compile' wrote: it was cut off, changed or broken on "
     "its way. Nothing of it was used. Compile the rules again.",
     "پرونده مانند پایگاه قاعدهٔ ساخته‌شده آغاز می‌شود، اما درونش آن نیست که «advise compile» نوشته است: بریده شده، دگرگون شده یا در راه آسیب دیده. چیزی از آن به کار نرفت. قاعده‌ها را دوباره بسازید.", "", ""},
    {"A4031", none, "The form of compiled rules belongs to the version of advise that wrote them. Keep the rule files and compile them again.",
     "شکل قاعده‌های ساخته‌شده از آنِ همان نسخهٔ advise است که آنها را نوشته. پرونده‌های قاعده را نگه دارید و دوباره بسازید.", "", ""},
    {"A4032", none, "A compiled file is a whole rule base. Name it alone, or compile all rule files into one.",
     "پروندهٔ ساخته‌شده پایگاه قاعده‌ای کامل است. آن را تنها نام ببرید، یا همهٔ پرونده‌های قاعده را در یکی بسازید.", "", ""},
    {"A4033", none, "What this command tells rests on how the rules are written. Name the rule files that the compiled file was made of.",
     "آنچه این فرمان می‌گوید به نوشتهٔ قاعده‌ها وابسته است. پرونده‌های قاعده‌ای را نام ببرید که پروندهٔ ساخته‌شده از آنهاست.", "", ""},
    {"A4034", none, "Compiled rules are addressed by numbers of 32 bits, and conditions may stand 1,024 deep in one another.",
     "قاعده‌های ساخته‌شده با عددهای ۳۲ بیتی نشانی‌گذاری می‌شوند و شرط‌ها تا ۱۰۲۴ لایه در هم می‌روند.", "", ""},
    {"A4060", none,
     "Everything that a role rests on stands in columns side by side, a layer of them after the other, and the engine has a limit on columns: PostgreSQL "
     "1,600, SQLite 2,000. Roles are put into several views where together they need more, but this one is too wide alone. The other dialects have no such limit.",
     "همهٔ آنچه یک نقش بر آن استوار است، لایه به لایه، در ستون‌های کنار هم می‌ایستد و موتور برای ستون‌ها حد دارد: PostgreSQL ۱۶۰۰ و SQLite ۲۰۰۰. نقش‌هایی که با هم "
     "بیش از این می‌خواهند در چند نما گذاشته می‌شوند، اما این یکی به‌تنهایی پهن‌تر است. گویش‌های دیگر چنین حدی ندارند.",
     "", ""},
    {"A4061", none,
     "Facts come in as columns of one table, and a table of this engine has a limit on columns: PostgreSQL 1,600, SQLite 2,000. DuckDB, Spark and Trino have "
     "none; 'advise batch' takes any number.",
     "واقعیت‌ها ستون‌های یک جدول‌اند و جدول در این موتور برای ستون‌ها حد دارد: PostgreSQL ۱۶۰۰ و SQLite ۲۰۰۰. DuckDB و Spark و Trino حدی ندارند؛ «advise batch» هر شماری را "
     "می‌پذیرد.",
     "", ""},
    {"A4062", none,
     "The engine refuses statements above a length: Trino 1,000,000 bytes ('query.max-length' of its coordinator), SQLite 1,000,000,000. '--staged' makes a "
     "statement for each layer, which are shorter; otherwise compile the roles from several rule files.",
     "موتور دستورهای بلندتر از حدی را نمی‌پذیرد: Trino ۱٬۰۰۰٬۰۰۰ بایت («query.max-length» در آن) و SQLite ۱٬۰۰۰٬۰۰۰٬۰۰۰. «--staged» برای هر لایه دستوری جدا می‌سازد که کوتاه‌تر "
     "است؛ وگرنه نقش‌ها را از چند پروندهٔ قاعده ترجمه کنید.",
     "", ""},
    {"A4063", none,
     "The script tests itself with the rule base's own tests. A column has a value or NULL, which means that nothing is known, or 'no' with '--closed'. What "
     "else a test may give cannot be said: a bound without '--bounds', a set or choice known in part, an unknown under '--closed'.",
     "این متن خود را با آزمون‌های پایگاه قاعده می‌آزماید. هر ستون مقداری دارد یا NULL، یعنی چیزی دانسته نیست، یا با «--closed» یعنی نه. چیزهای دیگری که آزمون می‌تواند بدهد گفتنی "
     "نیست: کران بدون «--bounds»، مجموعه یا انتخابی که بخشی از آن دانسته است، نامعلوم زیر «--closed».",
     "", ""},
    {"A4090", none, "Only the first 50 errors of a file are shown; the others are counted. Often they vanish with the first ones.",
     "تنها ۵۰ خطای نخست هر پرونده نشان داده می‌شود؛ بقیه شمرده می‌شوند. بسیاری از آن‌ها با رفع نخستین‌ها از میان می‌روند.", "", ""},
    {"A4091", none, "Only the first 1,000 warnings about a file are shown; the others are counted.",
     "تنها ۱۰۰۰ هشدار نخست دربارهٔ هر پرونده نشان داده می‌شود؛ بقیه شمرده می‌شوند.", "", ""},
};

}  // namespace

std::span<const code_entry> files_codes() { return all; }

}  // namespace advise::cli
