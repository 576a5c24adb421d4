#include <lsp/frames.hpp>
#include <lsp/limits.hpp>

#include "../cli/in_process.hpp"

#include <boost/test/unit_test.hpp>

namespace lsp = advise::cli::lsp;
using advise::cli::testing::has;
using advise::cli::testing::run_program;

namespace {

std::vector<lsp::frame> read(std::string_view bytes, std::size_t at_once = 1000) {
    lsp::frame_reader reader;
    std::vector<lsp::frame> all;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(at_once, bytes.size()))) {
        reader.feed(bytes.substr(0, at_once));
        while (auto one = reader.next()) all.push_back(*one);
    }
    return all;
}

const std::string start = lsp::framed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}})");
const std::string stop = lsp::framed(R"({"jsonrpc":"2.0","id":9,"method":"shutdown"})") + lsp::framed(R"({"jsonrpc":"2.0","method":"exit"})");

}  // namespace

BOOST_AUTO_TEST_SUITE(frames)

BOOST_AUTO_TEST_CASE(lengths_are_bytes_and_pieces_of_any_size_do) {
    const std::string bytes = lsp::framed("{\"a\":\"مهندس\"}") + "content-length:2\nX-Other: 1\n\n{}";
    for (const std::size_t at_once : {1U, 2U, 7U, 1000U}) {
        const auto all = read(bytes, at_once);
        BOOST_REQUIRE_EQUAL(all.size(), 2U);
        BOOST_TEST(all[0].body == "{\"a\":\"مهندس\"}");
        BOOST_TEST(all[1].body == "{}");
    }
}

BOOST_AUTO_TEST_CASE(rubbish_is_told_once_and_passed_over) {
    for (const std::string rubbish : {"hello\r\n\r\n", "Content-Length: a\r\n\r\n", "Content-Length: -1\r\n\r\n",
                                      "Content-Length: 99999999999999999999\r\n\r\n", "Content-Type: x\r\n\r\n", "Content-Length:\r\n\r\n"}) {
        const auto all = read(rubbish + "{}{}" + lsp::framed("{}"), 3);
        BOOST_TEST_CONTEXT(rubbish) {
            BOOST_REQUIRE_EQUAL(all.size(), 2U);
            BOOST_TEST((all[0].fault == lsp::frame_fault::header));
            BOOST_TEST(all[1].body == "{}");
        }
    }
    const auto endless = read(std::string(100'000, 'x'));
    BOOST_TEST(endless.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_too_long_is_skipped) {
    const std::string header = "Content-Length: " + std::to_string(lsp::limits::message_bytes + 1) + "\r\n\r\n";
    const auto all = read(header + std::string(lsp::limits::message_bytes + 1, ' ') + lsp::framed("{}"), 1U << 20);
    BOOST_REQUIRE_EQUAL(all.size(), 2U);
    BOOST_TEST((all[0].fault == lsp::frame_fault::too_long));
    BOOST_TEST(all[1].body == "{}");
}

BOOST_AUTO_TEST_CASE(the_program_answers_and_ends) {
    const auto well = run_program({"lsp"}, start + stop);
    BOOST_TEST(well.code == 0);
    BOOST_TEST(has(well.out, "\"positionEncoding\":\"utf-16\""));
    BOOST_TEST(run_program({"lsp"}, start).code == 1);  // nobody said that it is over
    BOOST_TEST(run_program({"lsp"}, "").code == 1);
    const auto odd = run_program({"lsp"}, lsp::framed("{") + lsp::framed("[]") + lsp::framed("{\"id\":1,\"method\":\"nothing\"}") + start
                                              + "rubbish\r\n\r\n" + lsp::framed("{\"id\":\"x\",\"method\":\"nothing\"}")
                                              + lsp::framed("{\"id\":2,\"method\":\"textDocument/hover\"}") + stop);
    BOOST_TEST(odd.code == 0);
    for (const char* code : {"-32700", "-32600", "-32002", "-32601", "-32602"}) BOOST_TEST(has(odd.out, code), code);
}

/// Broken streams of all kinds: the program never hangs, never crashes, and ends with the stream.
BOOST_AUTO_TEST_CASE(fuzzed_frames) {
    const std::string open = lsp::framed(
        R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///nowhere/a.rules","version":1,"text":"role a\n  when b\n"}}})");
    const std::string hover = lsp::framed(
        R"({"jsonrpc":"2.0","id":5,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///nowhere/a.rules"},"position":{"line":1,"character":7}}})");
    const std::string change = lsp::framed(
        R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///nowhere/a.rules","version":2},"contentChanges":[{"range":{"start":{"line":9,"character":1},"end":{"line":0,"character":99}},"text":"ز"}]}})");
    std::uint64_t seed = 7;
    const auto random = [&](std::size_t below) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(seed >> 33) % below;
    };
    for (int i = 0; i < 400; ++i) {
        std::string bytes = start + open + change + hover + stop;
        for (std::size_t edits = 1 + random(6); edits > 0; --edits) {
            const std::size_t where = random(bytes.size());
            if (random(3) == 0) bytes.erase(where, 1 + random(20));
            else if (random(2) == 0) bytes[where] = static_cast<char>(random(256));
            else bytes.insert(where, bytes.substr(random(bytes.size()), random(60)));
        }
        const auto outcome = run_program({"lsp"}, bytes);
        BOOST_TEST((outcome.code == 0 || outcome.code == 1), outcome.code << " for case " << i << ": " << outcome.err);
    }
}

BOOST_AUTO_TEST_SUITE_END()
