// What is said about profiles (A3…).
#include "message_tables.hpp"

#include <vector>

namespace advise::grammar {

std::span<const message_entry> profile_messages() {
    using enum severity;
    static const std::vector<message_entry> table{
        // === the grammar
        {message::profile_key_missing, "A3001", error, "a key is missing before ':'", "پیش از ':' نامی نیامده است"},
        {message::profile_key_malformed, "A3001", error, "'{0}' is not a key: a key is one term", "«{0}» نام یک واقعیت نیست"},
        {message::profile_value_missing, "A3002", error, "a value is missing after ':'", "پس از ':' مقداری نیامده است"},
        {message::profile_otherwise, "A3003", error, "only 'otherwise: no' is known", "پس از «بقیه» تنها «نه» می‌آید"},
        {message::profile_merge_conflict, "A3004", error, "a merge conflict was left in this profile",
         "نشانهٔ تداخل ادغام (merge conflict) در پروفایل مانده است"},
        {message::profile_quote_open, "A3005", error, "the quoted text does not end on its line",
         "متن میان \" تا پایان سطر بسته نشده است"},
        {message::profile_unknown_escape, "A3005", error, "'{0}' means nothing in quoted text",
         "'{0}' در متن میان \" معنایی ندارد"},
        {message::profile_after_quote, "A3005", error, "'{0}' stands after the quoted value",
         "پس از مقدار میان \" چیز دیگری آمده است: '{0}'"},
        {message::help_quote_key, "", note, "quote it: {0}", "آن را میان \" بگذارید: {0}"},
        {message::help_unknown_value, "", note, "write '?' where nothing is known; a key alone, without ':', means yes",
         "اگر نمی‌دانید «?» بنویسید؛ نام تنها، بدون ':'، یعنی بله"},
        {message::help_close_profile, "", note, "write 'otherwise: no', or leave the line out",
         "بنویسید «بقیه: نه»، یا این سطر را بردارید"},
        // --- JSON
        {message::json_unexpected, "A3010", error, "expected {0}, found '{1}'", "اینجا {0} لازم است، نه «{1}»"},
        {message::json_missing, "A3010", error, "{0} is missing at the end", "در پایان {0} لازم است"},
        {message::json_not_object, "A3010", error, "a profile in JSON is one object", "پروفایل JSON یک شیء است"},
        {message::json_nested, "A3011", error, "a profile in JSON is one flat object: no object or array stands here",
         "پروفایل JSON یک شیء تخت است: اینجا شیء یا آرایه نمی‌آید"},
        {message::json_duplicate_key, "A3012", error, "the key '{0}' stands here a second time",
         "نام «{0}» برای بار دوم آمده است"},
        {message::json_string_open, "A3013", error, "the string is not closed", "رشته بسته نشده است"},
        {message::json_escape, "A3013", error, "'{0}' is no escape of JSON", "'{0}' در JSON معنایی ندارد"},
        {message::json_surrogate, "A3013", error, "'{0}' is half of a surrogate pair", "'{0}' نیمی از یک جفت جانشین است"},
        {message::json_control, "A3013", error, "a string may not hold the character {0}", "نویسهٔ {0} در رشته مجاز نیست"},
        {message::json_exponent, "A3014", error, "a number is written with its digits, without an exponent",
         "عدد با رقم‌هایش نوشته می‌شود، بدون نما"},
        {message::json_number, "A3014", error, "'{0}' is no number of JSON", "'{0}' در JSON عدد نیست"},
        {message::json_number_long, "A3014", error, "a number has at most {0} digits before its point and {1} after it",
         "عدد بیش از {0} رقم پیش از ممیز و {1} رقم پس از آن ندارد"},
        {message::json_word, "A3014", error, "'{0}' is no value of JSON", "'{0}' در JSON مقدار نیست"},
        {message::note_json_first, "", note, "it stands here first", "نخستین بار اینجا آمده است"},
        {message::expected_json_key, "", note, "a key in quotes", "نامی میان \""},
        {message::expected_json_value, "", note, "a value", "یک مقدار"},
        {message::expected_json_object, "", note, "'{'", "'{'"},
        {message::expected_json_member_end, "", note, "',' or '}'", "',' یا '}'"},
        {message::expected_json_item_end, "", note, "',' or ']'", "',' یا ']'"},
        {message::expected_json_end, "", note, "the end of the file", "پایان فایل"},
        // --- what parse_value expected
        {message::value_expects_value, "", note, "a value", "یک مقدار"},
        {message::value_expects_number, "", note, "a number", "یک عدد"},
        {message::value_expects_close_quote, "", note, "a '\"' at the end of the quoted text", "یک '\"' در پایان متن"},
        {message::value_expects_escape, "", note, "\\\" or \\\\ or \\n after a backslash", "پس از \\ تنها \" یا \\ یا n"},
        {message::value_expects_comma, "", note, "a comma", "یک ویرگول"},
        {message::value_expects_ungrouped, "", note, "a number without a separator between its digits, such as 1500",
         "عددی بدون جداکنندهٔ هزارگان، مانند 1500"},
        {message::value_expects_point, "", note, "a number with a point, such as 2.5", "عددی با ممیز، مانند 2.5"},
        {message::value_expects_digit_after_point, "", note, "a digit after the point, or no point",
         "رقمی پس از ممیز، یا عددی بدون ممیز"},
        {message::value_expects_digit_before_point, "", note, "a digit before the point, such as 0.5",
         "رقمی پیش از ممیز، مانند 0.5"},
        {message::value_expects_short_number, "", note, "a number of at most 12 digits before the point and 6 after it",
         "عددی با حداکثر ۱۲ رقم پیش از ممیز و ۶ رقم پس از آن"},
        {message::value_expects_range, "", note, "a range such as 2..3, or a date in quotes",
         "بازه‌ای مانند 2..3، یا تاریخی میان \""},
        {message::value_expects_unsigned, "", note, "a number without '+'", "عددی بدون '+'"},
        {message::value_expects_unit, "", note, "a unit or nothing after the number", "پس از عدد تنها واحد آن"},
        // === (end of it)
    };
    return table;
}

}  // namespace advise::grammar
