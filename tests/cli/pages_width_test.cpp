// Every page about every example at many widths, in both languages: no line is longer than it may be, none is cut, none comes apart at a wrong place.
#include "in_process.hpp"

#include <advise/grammar/utf8.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace advise::cli::testing;

namespace {

const fs::path project = ADVISE_SOURCE_DIR;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
    }
    return lines;
}

/// Commands and addresses are to be copied, so they are not broken (text_lines.hpp).
bool has_command(const std::string& line) { return has(line, "advise ") || has(line, " https://"); }

/// Words in their order, without the layout: what a page says at any width.
std::string words_of(const std::string& page) {
    std::string all;
    for (const char c : page)
        if (c != ' ' && c != '\n') all += c;
    return all;
}

struct page {
    std::vector<std::string> arguments;
    bool same_words = true;  ///< at every width; a table may be stacked instead, with other words
};

std::vector<page> pages_about(const std::string& profile) {
    const std::string result = profile + ".json";
    std::vector<page> all{{{profile}},
                          {{"explain", "infra", profile}},
                          {{"explain", "hardware engineer", profile}},
                          {{"explain", "developer advocate", profile, "--if", "parallelism: expert"}},
                          {{"compare", "infra", "platform", profile}},
                          {{"compare", "developer advocate", "hardware engineer", profile}},
                          {{"plan", "infra", profile}},
                          {{"plan", "developer advocate", profile}},
                          {{"plan", "--all", profile}, false},
                          {{"plan", "--within", "20", profile}, false},
                          {{"ask", "--next", profile}},
                          {{"verify", result, profile}}};
    return all;
}

outcome at_width(page of, const std::string& language, unsigned width) {
    of.arguments.insert(of.arguments.end(), {"--lang", language});
    return run_program(of.arguments, {}, {false, false, {"", "", "", std::to_string(width)}});
}

void check_lines(const outcome& got, unsigned width, const std::string& what) {
    for (const std::string& line : lines_of(got.out)) {
        const bool fits = advise::grammar::display_width(line) <= width || has_command(line);
        if (!fits || line.ends_with(' ')) BOOST_ERROR(what << " at " << width << ": " << line);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages)

BOOST_AUTO_TEST_CASE(every_page_about_every_example_fits_into_its_width) {
    const folder here;
    std::size_t read = 0;
    for (const auto& entry : fs::directory_iterator(project / "examples")) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().filename().string();
        fs::copy_file(entry.path(), name);
        here.write(name + ".json", run_program({"--json", name}).out);
        for (const page& each : pages_about(name))
            for (const std::string language : {"en", "fa"}) {
                std::string what = language;
                for (const std::string& argument : each.arguments) what += " " + argument;
                const std::string widest = words_of(at_width(each, language, 120).out);
                BOOST_TEST(!widest.empty(), what);
                for (const unsigned width : {40U, 60U, 80U, 100U, 120U}) {
                    const outcome got = at_width(each, language, width);
                    check_lines(got, width, what);
                    // Nothing is lost or cut: at every width the same letters stand in the same order.
                    if (each.same_words && language == "fa") BOOST_TEST(words_of(got.out) == widest, what << " at " << width << got.out);
                    ++read;
                }
            }
    }
    BOOST_TEST(read > 1000U);
}

BOOST_AUTO_TEST_CASE(persian_lines_on_a_terminal_keep_their_direction) {
    const folder here;
    fs::copy_file(project / "examples/maryam.txt", "maryam.txt");
    for (const page& each : pages_about("maryam.txt")) {
        if (each.arguments.front() == "verify") continue;
        page of = each;
        of.arguments.insert(of.arguments.end(), {"--lang", "fa", "--color", "never"});
        const outcome got = run_program(of.arguments, {}, {true, true, {"", "", "", "60"}});
        for (const std::string& line : lines_of(got.out)) {
            // Every isolate that opens on a line closes on it, so that no word of another direction turns the rest round.
            int open = 0;
            for (std::size_t at = 0; at < line.size() && open >= 0; ++at) {
                const std::string_view here_is = std::string_view(line).substr(at, 3);
                open += here_is == "\u2066" || here_is == "\u2068" ? 1 : here_is == "\u2069" ? -1 : 0;
            }
            BOOST_TEST(open == 0, line);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
