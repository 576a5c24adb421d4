// The catalogue is whole: every message once, in both languages, with the same holes, and codes by group.
#include <advise/grammar/messages.hpp>
#include <advise/grammar/utf8.hpp>

#include "message_tables.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace advise::grammar;

namespace {

std::set<std::string> holes(std::string_view text) {
    std::set<std::string> all;
    for (std::size_t i = 0; (i = text.find('{', i)) != std::string_view::npos; ++i)
        if (const std::size_t end = text.find('}', i); end != std::string_view::npos && end <= i + 3 && text.find_first_not_of("0123456789", i + 1) == end)
            all.emplace(text.substr(i, end - i + 1));
    return all;
}

bool is_code(std::string_view code) {
    return code.size() == 5 && code[0] == 'A' && code.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(messages_)

BOOST_AUTO_TEST_CASE(every_message_stands_in_the_catalogue_in_both_languages) {
    for (const message_entry& entry : message_catalogue().subspan(1)) {
        BOOST_TEST_CONTEXT("message " << static_cast<int>(entry.id) << " '" << entry.en << "'") {
            BOOST_TEST(!entry.en.empty());
            BOOST_TEST(!entry.fa.empty());
            BOOST_TEST(is_valid(entry.en));
            BOOST_TEST(is_valid(entry.fa));
            BOOST_TEST(holes(entry.en) == holes(entry.fa), boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_code_belongs_to_its_group) {
    const std::pair<std::span<const message_entry>, std::string_view> groups[] = {
        {syntax_messages(), "0"}, {names_messages(), "12"}, {profile_messages(), "3"}, {files_messages(), "4"}};
    for (const auto& [group, digits] : groups)
        for (const message_entry& entry : group)
            if (!entry.code.empty())
                BOOST_TEST((is_code(entry.code) && digits.find(entry.code[1]) != std::string_view::npos), entry.code << ": " << entry.en);
}

BOOST_AUTO_TEST_CASE(no_sentence_carries_what_a_text_may_not) {
    for (const message_entry& entry : message_catalogue()) {
        BOOST_TEST(printable(entry.en) == entry.en);
        BOOST_TEST(printable(entry.fa) == entry.fa);
    }
}

BOOST_AUTO_TEST_CASE(holes_are_filled_with_text_and_with_sentences_of_the_same_language) {
    BOOST_TEST(text_of(message::another_encoding, language::en, {message::kind_pdf}) == "this is a PDF document, but plain text in UTF-8 is expected");
    BOOST_TEST(text_of(message::another_encoding, language::fa, {message::kind_pdf}).find("یک سند PDF") != std::string::npos);
    BOOST_TEST(text_of(message::help_convert, language::en, {"UTF-16"}) == "convert it: iconv -f UTF-16 -t UTF-8");
    BOOST_TEST(text_of(message::help_convert, language::en) == "convert it: iconv -f {0} -t UTF-8");
    BOOST_TEST(text_of(message::help_convert, language::en, {"{0}"}) == "convert it: iconv -f {0} -t UTF-8");
}

BOOST_AUTO_TEST_CASE(what_users_wrote_is_made_safe_and_short) {
    BOOST_TEST(text_of(message::help_convert, language::en, {"\x1b[31m\u202e\xff"}) == "convert it: iconv -f \\x1b[31m\\u{202E}\\xff -t UTF-8");
    BOOST_TEST(text_of(message::help_convert, language::en, {std::string(1 << 20, 'a')}).size() < 500u);
}

BOOST_AUTO_TEST_CASE(no_message_says_nothing) {
    BOOST_TEST(text_of(message::none, language::en) == "");
    BOOST_TEST(code_of(message::none) == "");
    BOOST_TEST(text_of(static_cast<message>(60000), language::fa) == "");
}

BOOST_AUTO_TEST_SUITE_END()
