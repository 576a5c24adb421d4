// The flat reader says what the general way says, or leaves a record to it: random rule bases, their profiles as JSON in many spellings, and what
// becomes of them when bytes are changed. simdjson, where it is installed, is asked about the same lines.
#include "support/bridge.hpp"

#include <batch/flat_reader.hpp>

#include <boost/test/unit_test.hpp>

#if ADVISE_HAS_SIMDJSON
#include <simdjson.h>
#endif

#include <algorithm>
#include <cstring>

namespace advise::tests {
namespace {

namespace batch = cli::batch;
using engine::people_block;
using engine::role_outcome;

/// A line as it lies in a piece of the input.
class padded_line {
public:
    explicit padded_line(const std::string& line) : text_(line), size_(line.size()) { text_.append(batch::padding, '\n'); }
    [[nodiscard]] const char* begin() const { return text_.data(); }
    [[nodiscard]] std::string_view line() const { return {text_.data(), size_}; }

private:
    std::string text_;
    std::size_t size_;
};

std::string told(const engine::rule_base& rules, const std::vector<role_outcome>& outcomes) {
    std::string all;
    for (const role_outcome& o : outcomes)
        all += std::string(rules.conclusions[o.role].term) + " " + std::to_string(static_cast<int>(o.verdict)) + " " + std::to_string(o.points.low)
               + ".." + std::to_string(o.points.high) + "\n";
    return all;
}

struct seen {
    std::size_t lines = 0, flat = 0, good = 0;
};

class both_ways {
public:
    both_ways(const loaded& base, const cli::options& chosen)
        : base_(base), how_{*base.rules, chosen}, prepared_(*base.code), options_{.closed = chosen.closed}, flat_(how_), fast_(prepared_, options_),
          slow_(prepared_, options_) {}

    void compare(const std::string& text, seen& counted) {
        const padded_line line(text);
        fast_.clear();
        slow_.clear();
        fast_.add();
        const char* const end = flat_.read(line.begin(), fast_);
        const std::string_view whole = text.ends_with('\r') ? line.line().substr(0, text.size() - 1) : line.line();
        const batch::record record = batch::read_record(how_, whole, false);
        ++counted.lines;
        counted.good += record.good();
        ask_simdjson(record, text);
        if (end == nullptr) return;
        ++counted.flat;
        BOOST_TEST(end == line.begin() + text.size(), "ends elsewhere: " << text);
        BOOST_TEST(record.good(), "the flat reader takes what is refused: " << text << "\n" << tests::told(record.found));
        if (!record.good()) return;
        BOOST_TEST(flat_.id() == record.id, text);
        std::vector<std::string_view> unknown;
        for (std::size_t i = 0; i < flat_.unknown_keys(); ++i) unknown.push_back(flat_.unknown_key(i));
        BOOST_TEST((unknown == batch::unknown_keys(record, *base_.rules)), text);
        slow_.add(record.facts);
        fast_.evaluate();
        slow_.evaluate();
        std::vector<role_outcome> got, expected;
        fast_.outcomes(0, got);
        slow_.outcomes(0, expected);
        BOOST_TEST((got == expected), text << "\n--- expected\n" << told(*base_.rules, expected) << "--- got\n" << told(*base_.rules, got));
    }

private:
    /// What we take is JSON for simdjson too. (Its text is the one that is read: without the marks that ride along in pasted text.)
    static void ask_simdjson([[maybe_unused]] const batch::record& record, [[maybe_unused]] const std::string& text) {
#if ADVISE_HAS_SIMDJSON
        if (!record.good()) return;
        static simdjson::dom::parser parser;
        const simdjson::padded_string padded(record.file->text());
        const simdjson::error_code error = parser.parse(padded).error();
        // An id may be any number, and simdjson knows those alone that it can hold.
        const bool beyond_it = !record.id.empty() && error == simdjson::NUMBER_ERROR;
        BOOST_TEST((error == simdjson::SUCCESS || beyond_it), "simdjson refuses what we take: " << text);
#endif
    }

    const loaded& base_;
    batch::reading how_;
    engine::block_program prepared_;
    engine::block_options options_;
    batch::flat_reader flat_;
    people_block fast_, slow_;
};

/// Members that no profile of the model has, put before its own.
std::string with_more_members(std::string json, rng& random) {
    static const std::vector<std::string> members = {R"("id": 17)",        R"("id":"a b")",       R"("ID": "x")",
                                                     R"("id": -0)",        R"("id": 1e5)",        R"("id": 123456789012345678901234567890)",
                                                     R"("id":"سارا")",     R"("id": "\u0061\n")", R"("name": "Sara")",
                                                     R"("name":"\u0633")", R"("note": true)",     R"("zzz": 3)",
                                                     R"("zzz":"t")",       R"("zz z": null)",     R"("z-zz":[1])",
                                                     R"("\u007azz": 1)",   R"("otherwise":"no")", R"("id":"\u202e")"};
    const std::size_t at = json.find('{');
    if (at == std::string::npos) return json;
    const bool empty = json.find('"') == std::string::npos;
    for (std::size_t n = random.below(3); n != 0; --n)
        json.insert(at + 1, random.pick(members) + (empty && n == 1 ? "" : random.chance(1, 2) ? "," : " , "));
    return json;
}

std::string mutated(std::string line, rng& random) {
    static const std::vector<std::string> pieces = {
        "\"",      "\\",      ",",         ":",    "{",         "}",           "[",    "]",    " ",        "\t",           "0",    "1",    "9",
        "-",       ".",       "e",         "true", "null",      "\r",          "\x01", "\x7F", "\xC2\xA0", "\xE2\x80\x8E", "\xFF", "\xC3", "\xD8\xB3",
        "\\u0041", "\\ud800", "\"id\":1,", "..",   "at least ", "\xE2\x80\xAE"};
    for (std::size_t n = 1 + random.below(3); n != 0; --n) {
        const std::size_t at = random.below(line.size() + 1);
        const std::size_t gone = std::min(random.below(4), line.size() - at);
        switch (random.below(4)) {
        case 0: line.erase(at, gone); break;
        case 1: line.insert(at, random.pick(pieces)); break;
        case 2: line.replace(at, gone, random.pick(pieces)); break;
        default: line.insert(at, line.substr(random.below(line.size() + 1), random.below(20))); break;
        }
        std::erase(line, '\n');
    }
    return line;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(flat_reader)

BOOST_AUTO_TEST_CASE(both_ways_agree_on_random_and_mutated_records) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1), bases = from_environment("ADVISE_BATCH_BASES", 150);
    seen counted;
    for (std::uint64_t n = 0; n != bases; ++n) {
        const random_case made = make_random_case(seed * 1'000'003 + n, 6);
        rng random(seed * 7919 + n);
        const loaded base = load(print_rules(made.base, varied_spelling(n)));
        BOOST_REQUIRE(!base.found.has_errors());
        cli::options chosen;
        chosen.closed = random.chance(1, 2);
        chosen.strict = random.chance(1, 5);
        both_ways ways(base, chosen);
        for (const profile& known : made.profiles) {
            for (std::uint64_t variant = 0; variant != 6; ++variant) {
                spelling how = varied_spelling(random.next());
                how.crlf = how.bom = false;
                std::optional<std::string> json = print_profile_json(made.base, known, variant == 0 ? spelling() : how);
                if (!json) continue;
                std::replace(json->begin(), json->end(), '\n', ' ');
                const std::string line = with_more_members(*json, random);
                BOOST_TEST_CONTEXT("seed " << seed << ", base " << n) {
                    ways.compare(*json, counted);
                    ways.compare(line, counted);
                    ways.compare(line + "\r", counted);
                    for (int i = 0; i != 12; ++i) ways.compare(mutated(line, random), counted);
                }
            }
        }
    }
    BOOST_TEST_MESSAGE(counted.lines << " lines, " << counted.good << " good, " << counted.flat << " flat");
    BOOST_TEST(counted.good * 5 > counted.lines);  // else they were no test
    BOOST_TEST(counted.flat * 4 > counted.good);
    BOOST_TEST(counted.good > counted.flat);
}

BOOST_AUTO_TEST_CASE(more_spellings_than_can_be_remembered_change_nothing) {
    const loaded base = load("fact a: level\nfact b: number 0..5\nrole r\n    when a >= beginner and b > 2\n");
    const cli::options chosen;
    both_ways ways(base, chosen);
    seen counted;
    for (int i = 0; i != 6000; ++i) {
        const std::string n = std::to_string(i);
        ways.compare("{\"id\":" + n + ",\"k" + n + "\":1,\"a\":\"at least " + std::to_string(i % 5) + "\",\"b\":" + std::to_string(i % 6) + "." + n
                         + "}",
                     counted);
        ways.compare("{\"k" + n + "\":1,\"k" + n + "\":2}", counted);
    }
    BOOST_TEST(counted.flat != 0U);
}

BOOST_AUTO_TEST_SUITE_END()
}  // namespace advise::tests
