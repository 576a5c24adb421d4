// What the fuzzers once found (and inputs that were thought of) never comes back: regress/rules and regress/profile, one input a file.
#include "feed.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace advise::fuzz {
namespace {

std::size_t replay(const char* folder, void (*feed)(std::string_view)) {
    std::size_t fed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ADVISE_SOURCE_DIR) / "tests/fuzz/regress" / folder)) {
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        BOOST_TEST_MESSAGE(entry.path().string());
        feed(bytes);
        ++fed;
    }
    return fed;
}

BOOST_AUTO_TEST_CASE(found_rule_files_are_survived) { BOOST_TEST(replay("rules", feed_rules) != 0U); }
BOOST_AUTO_TEST_CASE(found_profiles_are_survived) { BOOST_TEST(replay("profile", feed_profile) != 0U); }

}  // namespace
}  // namespace advise::fuzz
