#include <batch/scan.hpp>
#include <batch/token_table.hpp>

#include <support/rng.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>

namespace batch = advise::cli::batch;

BOOST_AUTO_TEST_SUITE(token_table)

namespace {
std::string padded(std::string text) { return text.append(batch::padding, '\n'); }
}  // namespace

BOOST_AUTO_TEST_CASE(a_table_finds_what_was_added_and_nothing_else) {
    advise::tests::rng random(1);
    batch::token_table table(5000);
    std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> truth;
    for (std::uint32_t i = 0; i != 20000; ++i) {
        std::string text;
        for (std::size_t n = random.below(random.chance(1, 4) ? 256 : 20); n != 0; --n) text += static_cast<char>('a' + random.below(3));
        const auto context = static_cast<std::uint32_t>(random.below(3));
        const std::string line = padded(text);
        const batch::token_meaning* found = table.find(line.data(), text.size(), context);
        const auto known = truth.find({text, context});
        BOOST_TEST((found != nullptr) == (known != truth.end()));
        if (found != nullptr && known != truth.end()) BOOST_TEST(found->index == known->second);
        if (found != nullptr || table.full()) continue;
        batch::token_meaning meaning{batch::token_kind::exact};
        meaning.index = i;
        if (table.add(line.data(), text.size(), context, meaning) != nullptr) truth[{text, context}] = i;
    }
    BOOST_TEST(table.full());
}

BOOST_AUTO_TEST_CASE(quotes_and_plain_bytes_are_found_wherever_they_stand) {
    for (std::size_t at = 0; at != 70; ++at) {
        for (const char mark : {'"', '\\', '\x1f', '\x7f', '\x80', '\xff', '\n'}) {
            const std::string text = padded(std::string(at, 'x') + mark);
            BOOST_TEST(batch::plain_bytes(text.data()) == at);
            if (mark == '"') BOOST_TEST(batch::before_quote(text.data(), 255) == at);
        }
    }
    BOOST_TEST(batch::before_quote(padded(std::string(300, 'x')).data(), 255) > 255U);
}

BOOST_AUTO_TEST_CASE(numbers_are_read_from_their_digits) {
    const auto read = [](const std::string& text) {
        std::int64_t micro = -7;
        const std::string line = padded(text + ",");
        const char* const end = batch::read_decimal(line.data(), micro);
        return end == nullptr ? std::string("none") : std::to_string(micro) + " " + std::to_string(end - line.data());
    };
    BOOST_TEST(read("0") == "0 1");
    BOOST_TEST(read("-0") == "0 2");
    BOOST_TEST(read("12.5") == "12500000 4");
    BOOST_TEST(read("-0.000001") == "-1 9");
    BOOST_TEST(read("999999999999.999999") == "999999999999999999 19");
    for (const char* bad : {"", "-", "01", "1.", ".5", "+1", "1e3", "1234567890123", "0.1234567", "1x", "--1", "1.2.3"}) BOOST_TEST(read(bad) == "none", bad);
}

BOOST_AUTO_TEST_SUITE_END()
