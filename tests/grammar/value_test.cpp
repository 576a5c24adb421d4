// Values of profiles as people write them.
#include <advise/grammar/profile.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::grammar;

namespace {

// "at_least #3000000 years": the form, then each item; a word as it is, a quoted one in ''.
std::string value(std::string_view text) {
    static constexpr std::string_view forms[] = {"items", "unknown", "at_least", "at_most", "above", "below", "range", "includes"};
    const auto r = parse_value(text);
    if (r.error != value_error::none) {
        static constexpr std::string_view errors[] = {"", "empty", "malformed", "bad_number"};
        return std::string(errors[static_cast<std::size_t>(r.error)]) + " [" + std::string(text.substr(r.where.begin, r.where.end - r.where.begin))
               + "] " + text_of(r.expected, language::en);
    }
    std::string out(forms[static_cast<std::size_t>(r.value.form)]);
    for (const auto& i : r.value.items) {
        out += i.number ? " #" + std::to_string(i.number->micro) : i.quoted ? " '" + i.text + "'" : " " + i.text;
        if (!i.unit.empty()) out += "(" + i.unit + ")";
    }
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(values)

BOOST_AUTO_TEST_CASE(words_and_lists_are_items) {
    BOOST_TEST(value("advanced") == "items advanced");
    BOOST_TEST(value("  some thing ") == "items some thing");
    BOOST_TEST(value("english, persian،german؛ \"a, b\"") == "items english persian german 'a, b'");
    BOOST_TEST(value("maybe-ish (really)") == "items maybe-ish (really)");
    BOOST_TEST(value("\"at least 3\"") == "items 'at least 3'");
}

BOOST_AUTO_TEST_CASE(numbers_have_units) {
    BOOST_TEST(value("4") == "items #4000000");
    BOOST_TEST(value("-2.5 years of work") == "items #-2500000(years of work)");
    BOOST_TEST(value("۳٫۵ سال") == "items #3500000(سال)");
    BOOST_TEST(value("4years") == "items #4000000(years)");
    BOOST_TEST(value("۴سال") == "items #4000000(سال)");
    BOOST_TEST(value("1, 2,3") == "items #1000000 #2000000 #3000000");
    BOOST_TEST(parse_value("4 years").value.items[0].text == "4 years");
}

BOOST_AUTO_TEST_CASE(bounds_are_known_in_words_and_signs) {
    for (std::string_view const text : {"at least 3", "AT  LEAST 3", "3+", ">= 3", ">=3", "≥ 3", "حداقل ۳", "دست‌کم 3", "دست کم ۳"})
        BOOST_TEST(value(text) == "at_least #3000000", text);
    for (std::string_view const text : {"at most 3", "<= 3", "≤3", "حداکثر ۳"}) BOOST_TEST(value(text) == "at_most #3000000", text);
    BOOST_TEST(value("> 3 years") == "above #3000000(years)");
    BOOST_TEST(value("<3") == "below #3000000");
    BOOST_TEST(value("3+ years") == "at_least #3000000(years)");
    BOOST_TEST(value("at least beginner") == "at_least beginner");
    BOOST_TEST(value("at leastways") == "items at leastways");
}

BOOST_AUTO_TEST_CASE(ranges_have_two_ends) {
    BOOST_TEST(value("3..5") == "range #3000000 #5000000");
    BOOST_TEST(value("-3 .. ۵٫۵ years") == "range #-3000000 #5500000(years)");
    BOOST_TEST(value("3 to 5 years") == "range #3000000 #5000000(years)");
    BOOST_TEST(value("۳ تا ۵ سال") == "range #3000000 #5000000(سال)");
    BOOST_TEST(value("3 to") == "items #3000000(to)");
}

BOOST_AUTO_TEST_CASE(a_part_of_a_set_is_known) {
    BOOST_TEST(value("includes english") == "includes english");
    BOOST_TEST(value("شامل انگلیسی، فارسی") == "includes انگلیسی فارسی");
    BOOST_TEST(value("includes") == "items includes");
}

BOOST_AUTO_TEST_CASE(nothing_known_is_said_in_several_ways) {
    for (std::string_view const text : {"unknown", "Unknown", "?", "؟", "نمی‌دانم", "نمیدانم", "نمی دانم"})
        BOOST_TEST(value(text) == "unknown", text);
    BOOST_TEST(value("\"unknown\"") == "items 'unknown'");
}

BOOST_AUTO_TEST_CASE(what_is_malformed_says_what_was_expected) {
    BOOST_TEST(value("") == "empty [] a value");
    BOOST_TEST(value("  ") == "empty [] a value");
    BOOST_TEST(value("a,") == "malformed [,] no mark at the end of the line");
    BOOST_TEST(value(", a") == "malformed [,] a value");
    BOOST_TEST(value(">") == "malformed [] a value");
    BOOST_TEST(value("at least 3, 4") == "malformed [, 4] a single value");
    BOOST_TEST(value("3..5, 6") == "malformed [, 6] a single value");
    BOOST_TEST(value("\"a") == "malformed [\"a] a '\"' at the end of the quoted text");
    BOOST_TEST(value("\"a\" b") == "malformed [b] a comma");
    BOOST_TEST(value("\"\\q\"").starts_with("malformed [\\q]"));
}

BOOST_AUTO_TEST_CASE(bad_numbers_say_how_to_write_them) {
    BOOST_TEST(value("1,500") == "bad_number [1,500] a number without a separator between its digits, such as 1500");
    BOOST_TEST(value("3.").starts_with("bad_number [3.] a digit after the point"));
    BOOST_TEST(value(".5").starts_with("bad_number [.5] a digit before the point"));
    BOOST_TEST(value("+3") == "bad_number [+3] a number without '+'");
    BOOST_TEST(value("2-3").starts_with("bad_number [2-3] a range such as 2..3"));
    BOOST_TEST(value("50%") == "bad_number [50%] a unit or nothing after the number");
    BOOST_TEST(value("3 3 3").starts_with("bad_number"));
    BOOST_TEST(value("3..x") == "bad_number [x] a number");
    BOOST_TEST(value("1234567890123").starts_with("bad_number [1234567890123] a number of at most 12 digits"));
    BOOST_TEST(value("at least 2,5") == "bad_number [2,5] a number with a point, such as 2.5");
}

BOOST_AUTO_TEST_CASE(yes_and_no_are_known_in_both_languages) {
    for (std::string_view const yes : {"yes", "YES", "بله", "دارم"}) BOOST_TEST((yes_or_no(yes) == std::optional(true)), yes);
    for (std::string_view const no : {"no", "No", "نه", "خیر", "ندارم"}) BOOST_TEST((yes_or_no(no) == std::optional(false)), no);
    for (std::string_view const other : {"", "maybe", "yes no", "y"}) BOOST_TEST(!yes_or_no(other), other);
}

BOOST_AUTO_TEST_CASE(the_script_of_most_letters_decides) {
    BOOST_TEST(mostly_arabic("سلام hi"));
    BOOST_TEST(!mostly_arabic("hello سلا"));
    BOOST_TEST(!mostly_arabic("123 ۱۲۳ ،"));
    BOOST_TEST(!mostly_arabic("\xFF\xFE"));
}

BOOST_AUTO_TEST_SUITE_END()
