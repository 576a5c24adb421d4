// Look-alike names and mixed scripts, after UTS 39.
#include <advise/engine/lints.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <unicode_tables.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace advise::engine;

namespace {

std::vector<std::string> letters_of(std::u32string_view all) {
    std::vector<std::string> made;
    for (const char32_t c : all) advise::grammar::encode(c, made.emplace_back());
    return made;
}

void check_distinct(std::u32string_view alphabet) {
    const std::vector<std::string> letters = letters_of(alphabet);
    for (std::size_t i = 0; i < letters.size(); ++i)
        for (std::size_t k = i + 1; k < letters.size(); ++k) BOOST_TEST(!look_alike(letters[i], letters[k]), letters[i] << " and " << letters[k]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scripts)

BOOST_AUTO_TEST_CASE(letters_of_other_scripts_look_like_latin_ones) {
    for (const auto& [a, b] : {std::pair{"cap", "сар"},
                               {"CAP", "сар"},
                               {"cap", "САР"},
                               {"MOCKBA", "МОСКВА"},
                               {"scope", "ѕсоре"},
                               {"jaw", "јаѡ"},
                               {"pop", "ρορ"},
                               {"hono", "հօոօ"},
                               {"API", "АРІ"},
                               {"noël", "nоël"},
                               {"ёлка", "ëлкa"},
                               {"DALE", "ᎠᎪᏞᎬ"},
                               {"a b", "а-ь"}})
        BOOST_TEST(look_alike(a, b) == (std::string_view(b) != "а-ь"), a << " and " << b);
}

BOOST_AUTO_TEST_CASE(arabic_letters_look_like_arabic_ones_only) {
    BOOST_TEST(look_alike("ده", "دہ"));
    BOOST_TEST(look_alike("کار", "ڪار"));
    BOOST_TEST(!look_alike("ه", "o"));
    BOOST_TEST(!look_alike("ا", "l"));
    BOOST_TEST(!look_alike("پیر", "ثیر"));
    check_distinct(U"آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ");
}

BOOST_AUTO_TEST_CASE(strokes_that_differ_in_few_fonts) {
    BOOST_TEST(look_alike("sql", "sq1"));
    BOOST_TEST(look_alike("node", "n0de"));
    BOOST_TEST(look_alike("AI", "Al"));
    BOOST_TEST(!look_alike("API", "APL"));
    BOOST_TEST(!look_alike("ai", "al"));
    BOOST_TEST(!look_alike("modern", "modem"));
    BOOST_TEST(look_alike("C++", "c ++"));  // one name
}

BOOST_AUTO_TEST_CASE(no_alphabet_is_confused_with_itself) {
    check_distinct(U"abcdefghijklmnopqrstuvwxyz");
    check_distinct(U"абвгдежзийклмнопрстуфхцчшщъыьэюя");
    check_distinct(U"αβγδεζηθικλμνξοπρστυφχψω");
    check_distinct(U"0123456789");
}

BOOST_AUTO_TEST_CASE(scripts_that_go_together) {
    for (const char* word :
         {"python", "پایتون", "GPUها", "C++", "данные", "γλώσσα", "プログラミング言語", "Python言語", "python언어", "LaTeXեր", "h2o", "ë", "", "42"})
        BOOST_TEST(scripts_go_together(word), word);
    for (const char* word : {"pуthon", "μservice", "Δt", "данныеa", "γα данные", "پایтон", "日本а", "日本語ا", "ᏣᎳᎩa"})
        BOOST_TEST(!scripts_go_together(word), word);
}

BOOST_AUTO_TEST_CASE(the_tables_are_in_order) {
    char32_t before = 0;
    for (const unicode::script_range& range : unicode::script_table()) {
        BOOST_TEST((range.first > before && range.first <= range.last));
        before = range.last;
    }
    before = 0;
    for (const unicode::confusable& one : unicode::confusable_table()) {
        BOOST_TEST((one.of > before && one.as.front() != 0));
        before = one.of;
    }
    BOOST_TEST((unicode::script_of(U'ж') == unicode::script::cyrl));
    BOOST_TEST((unicode::script_of(U'ک') == unicode::script::arab));
    BOOST_TEST((unicode::look_of(U'а') == U"a"));
    BOOST_TEST((unicode::twin_in(unicode::script::cyrl, U'a') == U'а'));
    BOOST_TEST((unicode::twin_in(unicode::script::latn, U'ж') == 0));
}

BOOST_AUTO_TEST_SUITE_END()
