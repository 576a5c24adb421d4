// Texts and positions in them.
#include "client.hpp"

#include <lsp/documents.hpp>
#include <lsp/positions.hpp>

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>

namespace lsp = advise::cli::lsp;
using namespace advise::cli::testing;

namespace {

/// The slow twin: units and lines counted one code point at a time, from the beginning.
std::vector<std::pair<lsp::position, std::size_t>> places(const std::string& text) {
    std::vector<std::pair<lsp::position, std::size_t>> all;
    lsp::position at;
    for (std::size_t i = 0; i <= text.size();) {
        all.emplace_back(at, i);
        if (i == text.size()) break;
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const bool line_ends = text[i] == '\n' || (text[i] == '\r' && text.substr(i, 2) != "\r\n");
        at = line_ends ? lsp::position{at.line + 1, 0} : lsp::position{at.line, at.unit + (length == 4 ? 2U : 1U)};
        i += length;
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(positions_are_utf16) {
    const std::string text = "role مهندس\n# 😀 می‌شود\r\nx\ry";
    const lsp::line_table lines(text);
    for (const auto& [at, offset] : places(text)) {
        const bool inside_line_end = offset > 0 && text.substr(offset - 1, 2) == "\r\n";
        BOOST_TEST((lines.position_of(text, static_cast<std::uint32_t>(offset)) == at), offset);
        if (!inside_line_end) BOOST_TEST(lines.offset_of(text, at) == offset);
    }
    BOOST_TEST(lines.offset_of(text, {0, 7}) == 9U);                             // behind two letters of two bytes
    BOOST_TEST(lines.offset_of(text, {1, 3}) == lines.offset_of(text, {1, 2}));  // the middle of the emoji
    BOOST_TEST(lines.offset_of(text, {0, 999}) == 15U);
    BOOST_TEST(lines.offset_of(text, {999, 5}) == text.size());
    BOOST_TEST(lsp::utf16_units("م😀‌") == 4U);
}

BOOST_AUTO_TEST_CASE(random_edits_are_those_of_a_plain_text) {
    std::mt19937 random(11);
    const std::vector<std::string> pieces = {"a", "م", "‌", "😀", "\n", "\r\n", "role x\n", "    when b >= expert\n", "# c\n", "", "é́"};
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (int run = 0; run < 60; ++run) {
        lsp::documents open;
        std::string plain;
        open.open("file:///a.rules", "", 1);
        for (int step = 0; step < 60; ++step) {
            const auto all = places(plain);
            auto a = all[below(all.size())], b = all[below(all.size())];
            if (b.second < a.second) std::swap(a, b);
            const auto splits = [&](std::size_t at) { return at > 0 && plain.substr(at - 1, 2) == "\r\n"; };
            if (splits(a.second) || splits(b.second)) continue;
            std::string inserted;
            for (std::size_t n = below(4); n > 0; --n) inserted += pieces[below(pieces.size())];
            plain.replace(a.second, b.second - a.second, inserted);
            open.change("file:///a.rules", {lsp::range{a.first, b.first}, inserted});
            BOOST_REQUIRE(open.find("file:///a.rules")->text == plain);
        }
    }
}

/// What is found after edits is what is found in the same text opened afresh.
BOOST_AUTO_TEST_CASE(incremental_equals_from_scratch) {
    const folder here;
    here.write("facts.rules", "fact a: level\nfact b: number 0..9 years\n");
    std::mt19937 random(5);
    const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    const std::vector<std::string> pieces = {"when a\n",
                                             "a",
                                             " and ",
                                             "(",
                                             ")",
                                             "role r😀\n",
                                             "\n",
                                             "    when a >= expert\n",
                                             "# م\n",
                                             "import \"facts.rules\"\n",
                                             "unless b > 3 years\n",
                                             "\"",
                                             "concept می‌شود\n",
                                             "b -> r\n",
                                             ","};
    for (int run = 0; run < 25; ++run) {
        client edited;
        std::string text = "import \"facts.rules\"\nrole r\n    when a\n";
        edited.open("x.rules", text);
        for (int step = 0; step < 25; ++step) {
            lsp::position a{below(8), below(12)}, b{below(8), below(12)};
            if (b < a) std::swap(a, b);
            const std::string inserted = pieces[below(pieces.size())];
            const lsp::line_table lines(text);
            const std::uint32_t begin = lines.offset_of(text, a), end = lines.offset_of(text, b);
            text.replace(begin, end - begin, inserted);
            edited.change("x.rules", lsp::range{a, b}, inserted);
            if (below(3) == 0) edited.settle();
        }
        edited.settle();
        client fresh;
        fresh.open("x.rules", text);
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(json::serialize(edited.found("x.rules")) == json::serialize(fresh.found("x.rules")));
            const auto symbols = client::at("x.rules", {});
            BOOST_TEST(json::serialize(edited.ask("textDocument/documentSymbol", symbols))
                       == json::serialize(fresh.ask("textDocument/documentSymbol", symbols)));
        }
    }
}

/// The same of edits in a file that others import, in a profile, and of files that are opened, closed and saved on the way; what is shown of each file is
/// what a server shows that was started on the texts as they are now.
BOOST_AUTO_TEST_CASE(incremental_equals_from_scratch_across_files) {
    constexpr unsigned seed = 17;
    std::mt19937 random(seed);
    const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    const std::vector<std::string> pieces = {"fact a: level\n",
                                             "fact b: number 0..9 years\n",
                                             "a",
                                             "b",
                                             "😀",
                                             "می‌",
                                             "\n",
                                             " and ",
                                             "role r\n",
                                             "    when a >= expert\n",
                                             "import \"facts.rules\"\n",
                                             "\"",
                                             "(",
                                             ": ",
                                             "a: expert\n",
                                             "b: 3 years\n",
                                             "otherwise: no\n",
                                             "# x\n",
                                             "scale s: x < y\n",
                                             "a -> t\n",
                                             ","};
    const std::vector<std::string> names = {"main.rules", "facts.rules", "other.rules", "me.txt"};
    const std::map<std::string, std::vector<std::string>> sound = {
        {"main.rules",
         {"import \"facts.rules\"\nrole r\n    when a\n", "fact a: level\nfact c: level\nfact d: level\nrole r\n    when a and c and d\n"}},
        {"facts.rules",
         {"fact a: level\nfact b: number 0..9 years\n", "fact a: yes/no\nfact b: number 0..99 years\n",
          "fact a: one of (x, expert)\nfact b: number\n"}},
        {"other.rules", {"import \"facts.rules\"\nb > 3 -> t\n", "import \"facts.rules\"\nfact c: level\nrole t\n    when b > 3 and c\n"}},
        {"me.txt", {"a: expert\nb: 30 years\n", "a: x\n", "a: yes\nc: expert\nb: 3\n"}}};
    for (int run = 0; run < 20; ++run) {
        const folder here;
        std::map<std::string, std::string> shown = {{"main.rules", "import \"facts.rules\"\nrole r\n    when a\n"},
                                                    {"facts.rules", "fact a: level\nfact b: number 0..9 years\n"},
                                                    {"other.rules", "import \"facts.rules\"\nb > 3 years -> t\n"},
                                                    {"me.txt", "a: expert\nb: 3 years\n"}};
        for (const auto& [name, text] : shown) here.write(name, text);
        std::set<std::string> open;
        client edited;
        for (int step = 0; step < 40; ++step) {
            const std::string& name = names[below(names.size())];
            std::string& text = shown[name];
            if (!open.contains(name)) {
                edited.open(name, text);
                open.insert(name);
            } else if (below(12) == 0) {  // saved, and closed
                here.write(name, text);
                edited.tell("textDocument/didSave", {{"textDocument", {{"uri", client::uri_of(name)}}}});
                edited.tell("textDocument/didClose", {{"textDocument", {{"uri", client::uri_of(name)}}}});
                open.erase(name);
            } else if (below(2) == 0) {  // texts that hold together, so that one file matters to another
                const std::vector<std::string>& all = sound.at(name);
                text = all[below(all.size())];
                edited.change(name, std::nullopt, text);
            } else {
                lsp::position a{below(5), below(12)}, b{below(5), below(12)};
                if (b < a) std::swap(a, b);
                const std::string inserted = pieces[below(pieces.size())];
                const lsp::line_table lines(text);
                const std::uint32_t begin = lines.offset_of(text, a), end = lines.offset_of(text, b);
                text.replace(begin, end - begin, inserted);
                edited.change(name, lsp::range{a, b}, inserted);
            }
            if (below(3) == 0) edited.settle();
        }
        edited.settle();
        client fresh;
        for (const std::string& name : open) fresh.open(name, shown[name]);
        for (const std::string& name : names)
            BOOST_TEST(json::serialize(edited.found(name)) == json::serialize(fresh.found(name)),
                       "seed " << seed << ", run " << run << ", " << name << ": " << shown[name]);
    }
}

BOOST_AUTO_TEST_SUITE_END()
