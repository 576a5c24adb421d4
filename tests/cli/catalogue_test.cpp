#include "catalogue.hpp"

#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>

using namespace advise;
using cli::say;

namespace {

std::multiset<char> holes(std::string_view text) {
    std::multiset<char> found;
    for (std::size_t i = 0; i + 2 < text.size(); ++i)
        if (text[i] == '{' && text[i + 2] == '}') found.insert(text[i + 1]);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(catalogue)

BOOST_AUTO_TEST_CASE(every_sentence_exists_in_both_languages_with_the_same_holes) {
    for (int i = 0; i < static_cast<int>(say::say_count); ++i) {
        const auto id = static_cast<say>(i);
        const std::string_view en = cli::sentence(id, grammar::language::en);
        const std::string_view fa = cli::sentence(id, grammar::language::fa);
        BOOST_TEST(!en.empty(), "no English sentence for id " << i);
        BOOST_TEST(!fa.empty(), "no Persian sentence for id " << i << " \"" << en << '"');
        const auto in_en = holes(en), in_fa = holes(fa);
        BOOST_TEST(std::set(in_en.begin(), in_en.end()) == std::set(in_fa.begin(), in_fa.end()), "holes differ: \"" << en << '"');
        BOOST_TEST(grammar::is_valid(fa));
    }
}

BOOST_AUTO_TEST_CASE(no_sentence_is_entered_twice) {
    std::set<int> seen;
    for (const auto section : {cli::shell_sentences(), cli::words_sentences(), cli::pages_sentences(), cli::ask_sentences()})
        for (const cli::sentence_entry& entry : section) BOOST_TEST(seen.insert(static_cast<int>(entry.id)).second, "twice: \"" << entry.en << '"');
}

BOOST_AUTO_TEST_CASE(persian_sentences_use_persian_letters) {
    for (int i = 0; i < static_cast<int>(say::say_count); ++i) {
        const std::string_view fa = cli::sentence(static_cast<say>(i), grammar::language::fa);
        for (const std::string_view arabic : {"ي", "ك", "ى"}) BOOST_TEST(fa.find(arabic) == std::string_view::npos, fa);
    }
}

BOOST_AUTO_TEST_CASE(holes_are_filled_by_number_and_stay_where_there_is_no_argument) {
    BOOST_TEST(cli::tell(say::range_of, grammar::language::en, {"1", "2"}) == "1 to 2");
    BOOST_TEST(cli::tell(say::range_of, grammar::language::en, {"1"}) == "1 to {1}");
    BOOST_TEST(cli::tell(say::range_of, grammar::language::en, {"{1}", "x"}) == "{1} to x");
}

BOOST_AUTO_TEST_SUITE_END()
