// What is said about the syntax of rule files, and about the text of all files (A0…).
#include "message_tables.hpp"

#include <vector>

namespace advise::grammar {

std::span<const message_entry> syntax_messages() {
    using enum severity;
    static const std::vector<message_entry> table{
        // --- the text layer; {0} is the character (U+202E) or the bytes (\xff) as they can be shown
        {message::invalid_utf8, "A0001", error, "{0} is not valid UTF-8", "{0} در UTF-8 معتبر نیست"},
        {message::control_character, "A0002", error, "a text may not hold the control character {0}",
         "نویسهٔ کنترلی {0} در متن مجاز نیست"},
        {message::lone_carriage_return, "A0002", error, "a carriage return without a line feed after it (U+000D)",
         "نویسهٔ بازگشت (U+000D) بدون نویسهٔ سطر جدید پس از آن"},
        {message::bidirectional_control, "A0003", error,
         "the invisible character {0} shows the text in another order than it is read in",
         "نویسهٔ نامرئی {0} متن را به ترتیبی جز ترتیب خواندن نشان می‌دهد"},
        {message::mark_dropped, "A0004", note, "an invisible mark before this is ignored ({0})",
         "نویسهٔ نامرئی پیش از این نادیده گرفته شد ({0})"},
        {message::marks_dropped_in_lines, "A0004", note, "invisible marks are ignored in {0} lines; the first one is {1}, before this",
         "در {0} سطر نویسه‌های نامرئی نادیده گرفته شد؛ نخستین آن‌ها {1} پیش از اینجاست"},
        {message::another_encoding, "A0005", error, "this is {0}, but plain text in UTF-8 is expected",
         "این {0} است، حال آنکه ورودی باید متن سادهٔ UTF-8 باشد"},
        {message::carriage_return_line_ends, "A0006", error, "the lines of this file end in a bare carriage return (U+000D)",
         "پایان سطرهای این پرونده تنها نویسهٔ بازگشت (U+000D) است"},
        {message::help_save_as_utf8, "", note, "save the file as UTF-8", "پرونده را با کدگذاری UTF-8 ذخیره کنید"},
        {message::help_convert, "", note, "convert it: iconv -f {0} -t UTF-8", "آن را تبدیل کنید: iconv -f {0} -t UTF-8"},
        {message::help_line_ends, "", note, "end lines with a line feed, or a carriage return and a line feed",
         "سطرها را با LF یا CR LF پایان دهید"},
        {message::kind_utf16, "", note, "text in UTF-16", "متنی با کدگذاری UTF-16"},
        {message::kind_utf32, "", note, "text in UTF-32", "متنی با کدگذاری UTF-32"},
        {message::kind_ebcdic, "", note, "what looks like text in EBCDIC", "ظاهراً متنی با کدگذاری EBCDIC"},
        {message::kind_legacy_encoding, "", note, "text in an older encoding, such as Windows-1256 or Latin-1",
         "متنی با یک کدگذاری قدیمی مانند Windows-1256 یا Latin-1"},
        {message::kind_program, "", note, "a program", "یک برنامهٔ اجرایی"},
        {message::kind_image, "", note, "an image", "یک تصویر"},
        {message::kind_compressed, "", note, "a compressed file", "یک پرونده فشرده"},
        {message::kind_zip, "", note, "a ZIP archive or an office document", "یک بایگانی ZIP یا سند اداری"},
        {message::kind_pdf, "", note, "a PDF document", "یک سند PDF"},
        {message::kind_sqlite, "", note, "an SQLite database", "یک پایگاه دادهٔ SQLite"},
        {message::kind_web_page, "", note, "a web page or XML", "یک صفحهٔ وب یا XML"},
        {message::kind_rtf, "", note, "an RTF document", "یک سند RTF"},
        {message::kind_nothing_but_nul, "", note, "nothing but NUL bytes", "سراسر بایت صفر"},
        {message::kind_binary, "", note, "binary data", "دادهٔ دودویی"},
    };
    return table;
}

}  // namespace advise::grammar
