// Symbols of terms.
#include "symbols.hpp"

#include <advise/grammar/term_key.hpp>

#include <boost/test/unit_test.hpp>

#include <map>

using namespace advise::engine;

BOOST_AUTO_TEST_SUITE(symbols)

BOOST_AUTO_TEST_CASE(spellings_of_one_term_have_one_symbol) {
    symbol_table table;
    const symbol skill = table.intern("Low-Level Optimisation");
    BOOST_TEST(table.intern("low level optimisation") == skill);
    BOOST_TEST(table.intern("lowleveloptimisation") == skill);
    const symbol persian = table.intern("موازی‌سازی");
    BOOST_TEST(persian == skill + 1);
    BOOST_TEST(table.intern("موازي سازي") == persian);
    BOOST_TEST(table.find("موازیسازی") == persian);
    BOOST_TEST(table.find("LOWLEVEL optimisation") == skill);
    BOOST_TEST(table.find("other") == no_symbol);
    BOOST_TEST(table.size() == 2u);
}

BOOST_AUTO_TEST_CASE(what_looks_like_another_s_key_is_not_taken_for_it) {
    symbol_table table;
    const symbol first = table.intern("ＡＢＣ");        // its key is abc
    BOOST_TEST(table.intern("abc") == first);
    BOOST_TEST(table.intern("1-2") != table.intern("12"));
}

BOOST_AUTO_TEST_CASE(symbols_agree_with_keys_for_many_spellings) {
    symbol_table table;
    std::map<std::string, symbol> by_key;
    const char* const parts[] = {"a", "B", " ", "-", "_", "1", ".", "+", "é", "ی", "ي", "\u200c", "ß"};
    for (const char* a : parts)
        for (const char* b : parts)
            for (const char* c : parts)
                for (const char* d : parts) {
                    const std::string spelling = std::string(a) + b + c + d;
                    const symbol s = table.intern(spelling);
                    BOOST_REQUIRE(by_key.try_emplace(advise::grammar::term_key(spelling), s).first->second == s);
                    BOOST_REQUIRE(table.find(spelling) == s);
                }
    BOOST_TEST(by_key.size() == table.size());
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_terms_are_found_again) {
    symbol_table table;
    for (symbol i = 0; i < 100000; ++i) BOOST_REQUIRE(table.intern("name" + std::to_string(i)) == i);
    for (symbol i = 0; i < 100000; i += 7) BOOST_REQUIRE(table.find("Name " + std::to_string(i)) == i);
}

BOOST_AUTO_TEST_SUITE_END()
