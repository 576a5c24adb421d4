// Collecting findings: one order, no duplicates, a limit for each file.
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/limits.hpp>

#include <boost/test/unit_test.hpp>

using namespace advise::grammar;

namespace {

constexpr message an_error = message::invalid_utf8;
constexpr message a_note = message::mark_dropped;

struct two_files {
    source first{"first", std::string(1000, 'a')}, second{"second", std::string(1000, 'b')};
    diagnostics found;
    two_files() { second.set_ordinal(1); }
    place in_first(std::uint32_t at) const { return {&first, {at, at + 1}}; }
    place in_second(std::uint32_t at) const { return {&second, {at, at + 1}}; }
};

std::string order(const diagnostics& found) {
    std::string all;
    for (const diagnostic& d : found.sorted())
        all += (all.empty() ? "" : " ") + (d.at.file == nullptr ? "-" : std::string(d.at.file->name())) + std::to_string(d.at.where.begin);
    return all;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(diagnostic_, two_files)

BOOST_AUTO_TEST_CASE(findings_come_in_order_of_place) {
    found.add(an_error, in_second(3));
    found.add(an_error, in_first(7));
    found.add(a_note, in_first(2));
    found.add(an_error, in_second(1));
    found.add(an_error, {});
    BOOST_TEST(order(found) == "-0 first2 first7 second1 second3");
    BOOST_TEST(found.errors() == 4u);
}

BOOST_AUTO_TEST_CASE(findings_at_one_place_keep_the_order_of_finding) {
    found.add(a_note, in_first(2), {"x"});
    found.add(an_error, in_first(2));
    BOOST_TEST((found.sorted()[0].text.id == a_note));
}

BOOST_AUTO_TEST_CASE(the_same_finding_at_the_same_place_is_dropped) {
    found.add(an_error, in_first(2), {"kept"});
    found.add(an_error, in_first(2), {"dropped"}).help.push_back({message::help_save_as_utf8, {}});
    BOOST_TEST(found.errors() == 1u);
    BOOST_REQUIRE_EQUAL(found.sorted().size(), 1u);
    BOOST_TEST(std::get<std::string>(found.sorted()[0].text.arguments[0]) == "kept");
    BOOST_TEST(found.sorted()[0].help.empty());
}

BOOST_AUTO_TEST_CASE(notes_are_no_errors) {
    found.add(a_note, in_first(1));
    BOOST_TEST(!found.has_errors());
    BOOST_TEST(!found.empty());
    found.add(an_error, in_first(1));
    BOOST_TEST(found.has_errors(first));
    BOOST_TEST(!found.has_errors(second));
}

BOOST_AUTO_TEST_CASE(past_the_limit_errors_are_counted_and_the_count_stands_last_in_its_file) {
    for (std::uint32_t i = 0; i < 400; ++i) found.add(an_error, in_first(999 - i));
    found.add(a_note, in_first(999));
    found.add(an_error, in_second(0));
    const auto all = found.sorted();
    BOOST_REQUIRE_EQUAL(all.size(), limits::errors_per_file + 3);
    const diagnostic& count = all[limits::errors_per_file + 1];
    BOOST_TEST((count.text.id == message::errors_left_out));
    BOOST_TEST(text_of(count.text.id, language::en, count.text.arguments) == "350 more errors in this file are not shown");
    BOOST_TEST((all.back().at.file == &second));
    BOOST_TEST(found.errors() == 401u);
}

BOOST_AUTO_TEST_CASE(past_their_own_limit_warnings_are_counted_too) {
    for (std::uint32_t i = 0; i < 1200; ++i) found.add(a_note, in_first(i));
    found.add(an_error, in_first(3));
    const auto all = found.sorted();
    BOOST_REQUIRE_EQUAL(all.size(), limits::warnings_per_file + 2);
    BOOST_TEST(text_of(all.back().text.id, language::en, all.back().text.arguments) == "200 more warnings about this file are not shown");
    BOOST_TEST(found.errors() == 1u);
}

BOOST_AUTO_TEST_CASE(collections_are_joined_as_if_they_had_been_one) {
    diagnostics other, whole;
    for (std::uint32_t i = 0; i < 30; ++i) found.add(an_error, in_first(i)), whole.add(an_error, in_first(i));
    for (std::uint32_t i = 20; i < 120; ++i) other.add(an_error, in_first(i)), whole.add(an_error, in_first(i));
    other.add(an_error, in_second(5)), whole.add(an_error, in_second(5));
    found.append(std::move(other));
    BOOST_TEST(found.errors() == whole.errors());
    BOOST_TEST(order(found) == order(whole));
    BOOST_TEST(found.errors() == 121u);
}

BOOST_AUTO_TEST_SUITE_END()
