// Texts as they come: what is replaced, what is refused, and that positions are those of the written text.
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/source.hpp>
#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <tuple>

using namespace advise::grammar;
using namespace std::string_literals;

namespace {

struct reading {
    diagnostics found;
    bool usable = false;
    std::shared_ptr<source> file;
    explicit reading(std::string bytes) : file(read_source("test.rules", std::move(bytes), 0, found, usable)) {}

    // "A0001@1:5 …" for everything found
    std::string summary() const {
        std::string all;
        for (const diagnostic& d : found.sorted()) {
            const position at = file->position_of(d.at.where.begin);
            all += (all.empty() ? "" : " ") + std::string(code_of(d.text.id)) + '@' + std::to_string(at.line) + ':' + std::to_string(at.column);
        }
        return all;
    }
    std::string first_message() const { return text_of(found.sorted().at(0).text.id, language::en, found.sorted().at(0).text.arguments); }
};

std::string cleaned(std::string bytes) { return std::string(source("", std::move(bytes)).text()); }

std::string at(const source& file, std::uint32_t offset) {
    const position p = file.position_of(offset);
    return std::to_string(p.line) + ':' + std::to_string(p.column);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source_)

BOOST_AUTO_TEST_CASE(a_plain_text_is_read_where_it_lies) {
    const source file("a", "abc\ndéf\n");
    BOOST_TEST(file.text().data() == file.bytes().data());
    BOOST_TEST(at(file, 0) == "1:1");
    BOOST_TEST(at(file, 4) == "2:1");
    BOOST_TEST(at(file, 7) == "2:3");   // é is two bytes and one column
    BOOST_TEST(at(file, 9) == "3:1");
    BOOST_TEST(at(file, 999) == "3:1");
    BOOST_TEST(file.lines() == 2u);
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_column) {
    const source file("a", "\xEF\xBB\xBF" "abc");
    BOOST_TEST(file.text() == "abc");
    BOOST_TEST(file.bytes().size() == 6u);
    BOOST_TEST(at(file, 2) == "1:3");
    BOOST_TEST(source("a", "\xEF\xBB\xBF").text().empty());
}

BOOST_AUTO_TEST_CASE(marks_are_dropped_and_look_alikes_replaced) {
    BOOST_TEST(cleaned("a\u00a0b") == "a b");
    BOOST_TEST(cleaned("don\u2019t") == "don't");
    BOOST_TEST(cleaned("on\u2010call\u2011x") == "on-call-x");
    BOOST_TEST(cleaned("\u200ea\u200fb\u061cc\u00ad") == "abc");
    BOOST_TEST(cleaned("\u200f\u200f") == "");
    BOOST_TEST(cleaned("می\u200cخواهم ‘x’").find("\u200c") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(positions_are_those_of_the_written_text) {
    const source file("a", "\u200fab\u00a0c\n\u2019d\u200e\u200ee");
    BOOST_TEST(file.text() == "ab c\n'de");
    const std::vector<std::string> expected{"1:2", "1:3", "1:4", "1:5", "1:6", "2:1", "2:2", "2:5", "2:6"};
    for (std::uint32_t i = 0; i < expected.size(); ++i) BOOST_TEST(at(file, i) == expected[i]);
    for (std::uint32_t i = 0; i < file.text().size(); ++i) BOOST_TEST(file.reading_offset(file.written_offset(i)) == i);
    BOOST_TEST(file.line(2) == "\u2019d\u200e\u200ee");
}

BOOST_AUTO_TEST_CASE(long_texts_are_mapped_like_short_ones) {
    const std::string line = "abc\u00a0\u200fde\u200cfg\u2019ی\r\n";
    std::string text = repeated(line, 700) + repeated("xé", 3000) + "\n" + repeated("\n", 2000) + repeated("\u200f", 300) + "end";
    const source file("a", text);
    position walked{1, 1};
    std::string expected_reading;
    for (std::size_t i = 0; i < text.size();) {
        const decoded one = decode_one(text, i);
        const auto reading = static_cast<std::uint32_t>(expected_reading.size());
        if (!is_dropped_mark(one.point)) {
            expected_reading += one.point == 0xA0 ? " " : one.point == 0x2019 ? "'" : text.substr(i, one.length);
            BOOST_REQUIRE(file.position_of(reading) == walked);
            BOOST_REQUIRE_EQUAL(file.written_offset(reading), i);
            BOOST_REQUIRE_EQUAL(file.reading_offset(static_cast<std::uint32_t>(i)), reading);
        }
        walked = one.point == '\n' ? position{walked.line + 1, 1} : position{walked.line, walked.column + 1};
        i += one.length;
    }
    BOOST_TEST(file.text() == expected_reading);
    BOOST_TEST(file.lines() == walked.line);
    BOOST_TEST(file.line(700) == line.substr(0, line.size() - 2));
    BOOST_TEST(file.line(701).size() == 9000u);
    BOOST_TEST(file.line(702) == "");
    BOOST_TEST(file.line(walked.line) == repeated("\u200f", 300) + "end");
    BOOST_TEST(file.line(walked.line + 1) == "");
    BOOST_TEST(file.line(4'000'000'000u) == "");
}

BOOST_AUTO_TEST_CASE(lines_are_counted_to_their_ends) {
    BOOST_TEST(source("", "").lines() == 1u);
    BOOST_TEST(source("", "a").lines() == 1u);
    BOOST_TEST(source("", "a\n").lines() == 1u);
    BOOST_TEST(source("", "a\nb").lines() == 2u);
    BOOST_TEST(source("", repeated("\n", 512)).lines() == 512u);
    BOOST_TEST(at(source("", repeated("\n", 512)), 512) == "513:1");
}

BOOST_AUTO_TEST_CASE(a_million_places_in_one_long_line_are_found_at_once) {
    const source file("a", repeated("yé ", 1'000'000));
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < 4'000'000; i += 4) sum += file.position_of(i).column;
    BOOST_TEST(sum == 1'000'000ull + 3ull * 999'999 * 1'000'000 / 2);
}

BOOST_AUTO_TEST_CASE(sound_texts_draw_no_word) {
    for (const std::string& text : {""s, "\n"s, "abc\r\ndef\r\n"s, "\tموازی\u200cسازی → x ≥ 3\n"s, "分散\U0001F600\U0010FFFF\uFDD0"s, "\x7E"s})
        BOOST_TEST(reading(text).summary() == "");
}

BOOST_AUTO_TEST_CASE(every_kind_of_bad_utf8_is_one_error_at_its_first_byte) {
    for (const std::string& bad : {"\x80"s, "\xc3"s, "\xc0\xaf"s, "\xc0\x80"s, "\xe0\x80\xbe"s, "\xf0\x80\x80\xbe"s, "\xed\xa0\x80"s,
                                   "\xed\xa0\xbd\xed\xb8\x80"s, "\xf4\x90\x80\x80"s, "\xf5\x80\x80\x80"s, "\xfe"s, "\xff"s, "\xe2\x82"s,
                                   "\xf0\x9f\x98"s, "\xf8\x88\x80\x80\x80"s}) {
        const reading read("fact x: level\npar" + bad + "allelism -> infra\n");
        BOOST_TEST(read.summary() == "A0001@2:4");
        BOOST_TEST(read.usable);
        BOOST_TEST(read.file->bad().size() == 1u);
        BOOST_TEST(read.file->text(read.file->bad()[0]) == bad);
        BOOST_TEST(read.file->has_bad({14, 30}));
        BOOST_TEST(!read.file->has_bad({0, 14}));
        BOOST_TEST(is_valid(read.first_message()));
        BOOST_TEST(reading("x" + bad).summary() == "A0001@1:2");   // cut off by the end of the text
    }
    BOOST_TEST(reading("caf\xe9 au lait\n").first_message() == "\\xe9 is not valid UTF-8");
    BOOST_TEST(reading("# \xff\xfe\n").summary() == "A0001@1:3");
}

BOOST_AUTO_TEST_CASE(control_characters_are_errors_with_their_names) {
    for (const std::string& bad : {"\0"s, "\x1b"s, "\x07"s, "\b\b\b"s, "\x7f"s, "\x0b"s, "\x0c"s, "\x1a"s, "\u0085"s, "\u009b"s})
        BOOST_TEST(reading("ab" + bad + "c\nd\n").summary() == "A0002@1:3");
    BOOST_TEST(reading("a\x1b]0;x\x07").summary() == "A0002@1:2 A0002@1:7");
    BOOST_TEST(reading("a\x1b[2J").first_message() == "a text may not hold the control character U+001B");
    BOOST_TEST(reading("a\u009b1m").first_message() == "a text may not hold the control character U+009B");
    BOOST_TEST(reading("ab\0"s).summary() == "A0002@1:3");
    BOOST_TEST(reading("\0ab"s).summary() == "A0002@1:1");
}

BOOST_AUTO_TEST_CASE(faults_are_found_wherever_they_stand_in_a_block) {
    for (std::size_t i = 0; i < 200; ++i) {
        for (const auto& [bad, code] : {std::pair{"\x01"s, "A0002"s}, {"\x7f"s, "A0002"s}, {"\r"s, "A0002"s}, {"\xff"s, "A0001"s}, {"\u202e"s, "A0003"s}}) {
            std::string text(199, 'a');
            BOOST_REQUIRE_EQUAL(reading(text.insert(i, bad)).summary(), code + "@1:" + std::to_string(i + 1));
            std::string persian;
            for (std::size_t k = 0; k < 199; ++k) persian += k == i ? bad + "ی" : "ی";
            BOOST_REQUIRE_EQUAL(reading(persian).summary(), i < 199 ? code + "@1:" + std::to_string(i + 1) : "");
        }
        BOOST_REQUIRE_EQUAL(reading(std::string(i, 'a') + "\r\n" + std::string(100, 'b')).summary(), "");
    }
}

BOOST_AUTO_TEST_CASE(a_carriage_return_stands_only_before_a_line_feed) {
    BOOST_TEST(reading("a\rb\nc\nd\n").summary() == "A0002@1:2");
    BOOST_TEST(reading("a\r").summary() == "A0002@1:2");
    const reading mac("a\rb\rc\r");
    BOOST_TEST(mac.summary() == "A0006@1:2");
    BOOST_TEST(!mac.usable);
    BOOST_TEST(reading(repeated("a -> b\r\r\n", 5000)).summary() == "A0006@1:7");
    BOOST_TEST(reading(repeated("a -> b\r", 5000)).summary() == "A0006@1:7");
}

BOOST_AUTO_TEST_CASE(bidirectional_controls_are_errors_even_in_comments) {
    for (const char* c : {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"})
        BOOST_TEST(reading("# n"s + c + "x\n").summary() == "A0003@1:4");
    BOOST_TEST(reading("a\u202eb").first_message().find("U+202E") != std::string::npos);
    BOOST_TEST(reading("a\u202eb").first_message().find("\u202e") == std::string::npos);
    for (const char* c : {"\u2029", "\u202f", "\u2065", "\u206a"}) BOOST_TEST(reading("a"s + c).summary() == "");
}

BOOST_AUTO_TEST_CASE(dropped_marks_are_noted_once_for_each_line) {
    const reading some("a\u200f\u200eb\u200f\nc\nd\u00ad\n\u061ce");
    BOOST_TEST(some.summary() == "A0004@1:4 A0004@3:3 A0004@4:2");
    BOOST_TEST(some.first_message() == "an invisible mark before this is ignored (U+200E)");
    BOOST_TEST(!some.found.has_errors());
    const reading many(repeated("\u200fa\n", 1000));
    BOOST_TEST(many.summary() == "A0004@1:2");
    BOOST_TEST(many.first_message() == "invisible marks are ignored in 1000 lines; the first one is U+200F, before this");
    BOOST_TEST(reading("\u00ad").first_message().find("U+00AD") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_no_utf8_text_is_named_once) {
    const std::string text = "fact parallelism: level\nparallelism and low-level optimisation -> infra\n";
    const auto wide = [&](std::size_t unit, std::size_t place) {
        std::string all;
        for (const char c : text) {
            std::string one(unit, '\0');
            one[place] = c;
            all += one;
        }
        return all;
    };
    std::string every_byte, noise;
    for (int i = 0; i < 256; ++i) every_byte += static_cast<char>(i);
    for (unsigned i = 0, x = 12345; i < 4096; ++i) noise += static_cast<char>((x = x * 1103515245u + 12345u) >> 16 & 255u);
    std::string ebcdic;   // "rule a b" in cp037, again and again
    for (int i = 0; i < 30; ++i) ebcdic += "\x99\xA4\x93\x85\x40\x81\x40\x82\x25";
    std::string windows_1256;
    for (int i = 0; i < 30; ++i) windows_1256 += "\xE3\xE6\xC7\xD2\xED \xD3\xC7\xD2\xED\n";
    const std::vector<std::tuple<std::string, message, std::string>> cases{
        {"\xff\xfe" + wide(2, 0), message::kind_utf16, "1:1"}, {"\xfe\xff" + wide(2, 1), message::kind_utf16, "1:1"},
        {wide(2, 1), message::kind_utf16, "1:1"}, {wide(2, 0), message::kind_utf16, "1:2"},
        {"\xff\xfe\0\0"s + wide(4, 0), message::kind_utf32, "1:1"}, {wide(4, 3), message::kind_utf32, "1:1"},
        {wide(4, 0), message::kind_utf32, "1:2"},
        {std::string(65536, '\0'), message::kind_nothing_but_nul, "1:1"},
        {"\x7f" "ELF\x02\x01\x01" + every_byte, message::kind_program, "1:1"}, {"\x89PNG\r\n\x1a\n" + noise, message::kind_image, "1:1"},
        {"\x1f\x8b\x08" + noise, message::kind_compressed, "1:1"}, {"%PDF-1.7\n" + noise, message::kind_pdf, "1:1"},
        {"PK\x03\x04" + noise, message::kind_zip, "1:1"}, {"<!DOCTYPE html><html>", message::kind_web_page, "1:1"},
        {every_byte, message::kind_binary, "1:1"}, {noise, message::kind_binary, ""},
        {ebcdic, message::kind_ebcdic, "1:1"}, {windows_1256, message::kind_legacy_encoding, "1:1"},
    };
    for (const auto& [bytes, kind, place] : cases) {
        const reading read(bytes);
        BOOST_TEST_CONTEXT(text_of(kind, language::en)) {
            BOOST_TEST(!read.usable);
            BOOST_REQUIRE_EQUAL(read.found.errors(), 1u);
            BOOST_TEST(read.first_message() == text_of(message::another_encoding, language::en, {kind}));
            if (!place.empty()) BOOST_TEST(read.summary() == "A0005@" + place);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_text_with_some_bad_bytes_is_still_a_text) {
    const reading latin(repeated("a plain line of text that is long enough\n", 20) + "caf\xe9\nna\xefve\nok\xf6\nstra\xdf" "e\nend\n");
    BOOST_TEST(latin.usable);
    BOOST_TEST(latin.found.errors() == 4u);
    const reading nul("fact a: level\nfa\0ct b: level\n"s);
    BOOST_TEST(nul.usable);
    BOOST_TEST(nul.summary() == "A0002@2:3");
}

BOOST_AUTO_TEST_CASE(faults_without_end_are_cut_off) {
    const reading hidden(repeated("a\u202e b\n", 100'000));
    BOOST_TEST(!hidden.usable);
    BOOST_TEST(hidden.found.sorted().size() == limits::errors_per_file + 1);
    const reading vertical(repeated("a\vb\n", 100'000));
    BOOST_TEST(!vertical.usable);
    BOOST_TEST(vertical.summary() == "A0005@1:2");
}

BOOST_AUTO_TEST_SUITE_END()
