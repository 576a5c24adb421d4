// Whole runs of `advise batch`: nothing but the records and the rules decides an answer.
#include "cli/in_process.hpp"
#include "support/bridge.hpp"

#include <advise/grammar/limits.hpp>
#include <batch/destination.hpp>
#include <batch/record.hpp>
#include <verify/json.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace advise;
using namespace advise::cli::testing;
using advise::tests::from_environment;
using advise::tests::make_random_case;
using advise::tests::profile;
using advise::tests::random_case;
using advise::tests::rng;
using advise::tests::spelling;
using advise::tests::varied_spelling;
using arguments = std::vector<std::string>;

namespace {

constexpr std::string_view small_rules = R"(language en
fact python: level
    effort 3 weeks
fact sql: level
    effort 2 weeks
    after python >= beginner
fact remote: yes/no
fact years: number 0..60 years
fact degree: one of (none, bachelor, master)
fact tongues: any of (english, persian)
role dev "Developer"
    label fa "برنامه‌نویس"
    when python >= intermediate and years >= 2
    +2 tongues includes persian
role data
    when sql >= beginner and not remote
    -1 degree = none
)";

arguments with(arguments first, const arguments& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

outcome batch(const arguments& more, std::string_view input = {}) { return run_program(with({"batch", "--rules", "b.rules", "-q"}, more), input); }

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

/// JSON without the blanks between its tokens.
std::string dense(std::string_view json) {
    std::string made;
    bool inside = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        if (json[i] == '"') inside = !inside;
        if (inside || (json[i] != ' ' && json[i] != '\n')) made += json[i];
        if (inside && json[i] == '\\') made += json[++i];
    }
    return made;
}

/// What `--output advice` has to say, from the result of one person.
std::string advice_line(const std::string& id, const verify::json& result) {
    std::string made = "{\"id\":" + id + ",\"advice\":[";
    bool first = true;
    for (const verify::json& role : result.find("advice")->items) {
        if (role.find("verdict")->string == "no") continue;
        const verify::json& points = *role.find("points");
        made += std::string(first ? "" : ",") + "{\"role\":" + dense(verify::text_of(*role.find("role"))) + ",\"verdict\":\""
                + role.find("verdict")->string + "\",\"low\":" + std::to_string(points.find("low")->number)
                + ",\"high\":" + std::to_string(points.find("high")->number) + (role.find("exact")->truth ? "}" : ",\"exact\":false}");
        first = false;
    }
    return made + "]}";
}

std::string roles_line(const std::string& id, const verify::json& result) {
    std::string made = "{\"id\":" + id;
    bool exact = true;
    for (const std::string_view verdict : {"yes", "unknown"}) {
        made += std::string(",\"") + std::string(verdict) + "\":[";
        bool first = true;
        for (const verify::json& role : result.find("advice")->items) {
            if (role.find("verdict")->string != verdict) continue;
            made += (first ? "" : ",") + dense(verify::text_of(*role.find("role")));
            first = false;
            exact = exact && role.find("exact")->truth;
        }
        made += "]";
    }
    return made + (exact ? "}" : ",\"exact\":false}");
}

struct records {
    std::string rules;
    std::vector<std::string> lines, ids;
    [[nodiscard]] std::string text() const {
        std::string all;
        for (const std::string& line : lines) all += line + "\n";
        return all;
    }
};

/// People of a random rule base on lines, in many spellings.
records random_records(std::uint64_t seed, std::size_t people) {
    const random_case made = make_random_case(seed, people);
    records all{print_rules(made.base, varied_spelling(seed)), {}, {}};
    rng random(seed);
    for (const profile& known : made.profiles) {
        spelling how = varied_spelling(random.next());
        how.crlf = how.bom = false;
        std::optional<std::string> json = print_profile_json(made.base, known, random.chance(1, 3) ? spelling() : how);
        if (!json || json->find('{') == std::string::npos) continue;
        std::replace(json->begin(), json->end(), '\n', ' ');
        const std::string id = random.chance(1, 2) ? std::to_string(all.lines.size()) : "\"p" + std::to_string(all.lines.size()) + "\"";
        json->insert(json->find('{') + 1, "\"id\":" + id + (json->find('"') == std::string::npos ? "" : ","));
        all.ids.push_back(id);
        all.lines.push_back(std::move(*json));
    }
    return all;
}

std::string ndjson_of_small(std::size_t people) {
    rng random(7);
    std::string all;
    for (std::size_t i = 0; i != people; ++i) {
        all += "{\"id\":" + std::to_string(i);
        if (random.chance(2, 3)) all += ",\"python\":" + std::to_string(random.below(5));
        if (random.chance(2, 3)) all += R"(,"sql":"at least )" + std::to_string(random.below(5)) + "\"";
        if (random.chance(2, 3)) all += std::string(",\"remote\":") + (random.chance(1, 2) ? "true" : "false");
        if (random.chance(2, 3)) all += ",\"years\":" + std::to_string(random.below(70));  // some are out of range
        if (random.chance(1, 3)) all += R"(,"tongues":["persian"])";
        if (random.chance(1, 9)) all += ",\"shoe size\":43";
        all += random.chance(1, 50) ? "\n" : "}\n";
    }
    return all;
}

/// What comes out when the input comes through a pipe, a few bytes at a time.
std::string through_a_pipe(const arguments& more, const std::string& input) {
    int ends[2];
    if (::pipe(ends) != 0) std::abort();
    std::thread writer([&] {
        rng random(3);
        for (std::size_t at = 0; at < input.size();) {
            const std::size_t some = std::min(1 + random.below(random.chance(1, 20) ? 5000 : 7), input.size() - at);
            if (::write(ends[1], input.data() + at, some) < 0) std::abort();
            at += some;
        }
        ::close(ends[1]);
    });
    cli::streams io;
    io.in = ends[0];
    cli::run(with({"batch", "--rules", "b.rules", "-q"}, more), io);
    writer.join();
    ::close(ends[0]);
    return io.out.kept();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_runs)

BOOST_AUTO_TEST_CASE(batch_says_what_advise_says_of_each_alone) {
    const std::uint64_t bases = from_environment("ADVISE_BATCH_BASES", 150) / 10, seed = from_environment("ADVISE_RANDOM_SEED", 1);
    std::size_t people = 0;
    for (std::uint64_t n = 0; n != bases; ++n) {
        const folder here;
        const records all = random_records(seed * 10'000 + n, 12);
        here.write("b.rules", all.rules);
        for (const arguments& how : {arguments{}, arguments{"--closed"}}) {
            const auto full = lines_of(batch(with(how, {"--output", "full"}), all.text()).out);
            const auto advice = lines_of(batch(with(how, {"--output", "advice"}), all.text()).out);
            const auto roles = lines_of(batch(with(how, {"--output", "roles"}), all.text()).out);
            BOOST_REQUIRE(full.size() == all.lines.size() && advice.size() == all.lines.size() && roles.size() == all.lines.size());
            for (std::size_t i = 0; i != all.lines.size(); ++i) {
                const outcome alone = run_program(with({"--json", "--rules", "b.rules", "-"}, how), all.lines[i]);
                if (alone.code != 0) {
                    BOOST_TEST(full[i].starts_with("{\"id\":" + all.ids[i] + ",\"error\":{\"code\":\"A"), full[i]);
                    BOOST_TEST((advice[i] == full[i] && roles[i] == full[i]));
                    continue;
                }
                ++people;
                const verify::json result = verify::read_json(alone.out).value;
                BOOST_TEST(full[i] == "{\"id\":" + all.ids[i] + "," + dense(alone.out).substr(1));
                BOOST_TEST(advice[i] == advice_line(all.ids[i], result), all.lines[i] << "\n" << all.rules);
                BOOST_TEST(roles[i] == roles_line(all.ids[i], result));
            }
        }
    }
    BOOST_TEST(people > bases * 5);
}

BOOST_AUTO_TEST_CASE(threads_cuts_instructions_and_ways_in_change_nothing) {
    const folder here;
    here.write("b.rules", small_rules);
    const std::string input = ndjson_of_small(20'000);
    here.write("p.ndjson", input);
    for (const arguments& how :
         {arguments{"--output", "roles", "--closed"}, arguments{"--output", "advice"}, arguments{"--kleene"}, arguments{"--strict"}}) {
        const outcome whole = batch(with(how, {"--jobs", "1", "p.ndjson"}));
        BOOST_TEST(whole.code == 3);
        BOOST_TEST(std::count(whole.out.begin(), whole.out.end(), '\n') == 20'000);
        for (const char* jobs : {"2", "3", "16"}) BOOST_TEST((batch(with(how, {"--jobs", jobs, "p.ndjson"})).out == whole.out), "--jobs " << jobs);
        for (const char* words : {"plain", "avx2", "avx512"}) BOOST_TEST((batch(with(how, {"--words", words, "p.ndjson"})).out == whole.out), words);
        BOOST_TEST((batch(how, input).out == whole.out));
        BOOST_TEST((batch(with(how, {"-"}), input).out == whole.out));
        BOOST_TEST((through_a_pipe(how, input) == whole.out));
        rng random(5);
        std::string pieces;
        const std::vector<std::string> lines = lines_of(input);
        for (std::size_t at = 0; at < lines.size();) {
            std::string piece;
            for (std::size_t n = 1 + random.below(3000); n != 0 && at < lines.size(); --n) piece += lines[at++] + "\n";
            if (random.chance(1, 2)) piece.pop_back();
            pieces += batch(how, piece).out;
        }
        BOOST_TEST((pieces == whole.out), "cut into pieces");
        std::string crlf;
        for (const std::string& line : lines) crlf += line + "\r\n";
        BOOST_TEST((batch(how, crlf).out == whole.out), "CRLF");
    }
}

BOOST_AUTO_TEST_CASE(several_files_are_one_after_the_other) {
    const folder here;
    here.write("b.rules", small_rules);
    here.write("1.ndjson", "{\"id\":1,\"python\":3}\n{\"id\":2}");
    here.write("2.csv", "id,python,sql\n3,expert,\n,,many\n");
    here.write("3.ndjson", "{\"id\":4,\"years\":99}");
    const outcome got = batch({"--output", "roles", "1.ndjson", "2.csv", "3.ndjson"});
    BOOST_TEST(got.code == 3);
    const std::vector<std::string> lines = lines_of(got.out);
    BOOST_REQUIRE(lines.size() == 5U);
    BOOST_TEST(lines[2].starts_with("{\"id\":\"3\",\"yes\":"));
    BOOST_TEST(lines[3].starts_with("{\"id\":null,\"error\":{\"code\":\"A3105\""));
    BOOST_TEST(has(got.err, "2.csv:3:3: error[A3105]"));
    BOOST_TEST(has(got.err, "3.ndjson:1:17: error[A3104]"));
}

BOOST_AUTO_TEST_CASE(a_row_of_csv_is_the_record_of_its_strings) {
    const folder here;
    here.write("b.rules", small_rules);
    here.write("p.csv", "\xEF\xBB\xBFid,Python,remote,years,tongues,,note\r\n"
                        "1,advanced,TRUE,3.5,\"english, persian\",x,\"a \"\"b\"\"\r\nc\"\r\n"
                        "\"2,\"\"\",,,,,,\r\n"
                        "3,\"0\",false,3+,includes persian,,\r\n");
    here.write("p.ndjson", R"({"id":"1","Python":"advanced","remote":true,"years":"3.5","tongues":"english, persian","note":"a \"b\"\r\nc"})"
                           "\n"
                           R"({"id":"2,\""})"
                           "\n"
                           R"({"id":"3","Python":"0","remote":false,"years":"3+","tongues":"includes persian"})"
                           "\n");
    for (const char* output : {"roles", "advice", "full"}) {
        const outcome rows = batch({"--output", output, "p.csv"}), lines = batch({"--output", output, "p.ndjson"});
        BOOST_TEST(rows.code == 0);
        BOOST_TEST(rows.out == lines.out);
    }
    BOOST_TEST((batch({"--input-format", "csv", "-"}, here.read("p.csv")).out == batch({"p.csv"}).out));
    BOOST_TEST((through_a_pipe({"--input-format", "csv", "-"}, here.read("p.csv")) == batch({"p.csv"}).out));
}

BOOST_AUTO_TEST_CASE(bad_rows_and_bad_headers_are_told) {
    const folder here;
    here.write("b.rules", small_rules);
    here.write("p.csv", "id,python,years\n1,3\n2,\"x\"y,3\n3,a\"b,4\n\n4,expert,99\n5,expert,9\n6,\"never closed,1\n");
    const outcome got = batch({"p.csv"});
    const std::vector<std::string> lines = lines_of(got.out);
    BOOST_REQUIRE(lines.size() == 7U);
    const auto starts = [&](std::size_t line, std::string_view with) { BOOST_TEST(lines[line].starts_with(with), lines[line]); };
    starts(0, R"({"id":"1","error":{"code":"A3016",)");
    starts(1, R"({"id":"2","error":{"code":"A3017",)");
    starts(2, R"({"id":"3","error":{"code":"A3017",)");
    starts(3, R"({"id":null,"error":{"code":"A3015",)");
    starts(4, R"({"id":"4","error":{"code":"A3104",)");
    starts(5, R"({"id":"5","advice":[)");
    starts(6, R"({"id":"6","error":{"code":"A3017",)");
    BOOST_TEST(has(lines[4], "\"column\":10,\"help\":"));
    here.write("twice.csv", "id,python,python\n1,2,3\n");
    BOOST_TEST(batch({"twice.csv"}).code == 2);
    here.write("open.csv", "id,\"python\n1,2\n");
    BOOST_TEST(batch({"open.csv"}).code == 2);
    here.write("empty.csv", "");
    BOOST_TEST(batch({"empty.csv"}).code == 0);
}

BOOST_AUTO_TEST_CASE(records_that_are_too_long_are_refused_wherever_they_stand) {
    const folder here;
    here.write("b.rules", small_rules);
    const std::size_t limit = grammar::limits::record_bytes;
    const std::string head = R"({"id":1,"name":")", tail = R"("})", good = "{\"id\":0}\n";
    for (const std::size_t size : {limit - 1, limit, limit + 1, limit + 2, 2 * limit, 5 * limit}) {
        const std::string record = head + std::string(size - head.size() - tail.size(), 'x') + tail;
        const std::string input = good + record + "\n" + good + record + "\r\n" + good + record;
        const std::vector<std::string> lines = lines_of(batch({"--output", "roles"}, input).out);
        BOOST_REQUIRE(lines.size() == 6U);
        for (const std::size_t i : {1U, 3U, 5U})
            BOOST_TEST(lines[i].starts_with(size <= limit ? R"({"id":1,"yes")" : R"({"id":null,"error":{"code":"A4017")"),
                       size << " " << i << " " << lines[i].substr(0, 80));
        BOOST_TEST((through_a_pipe({"--output", "roles"}, input) == batch({"--output", "roles"}, input).out));
    }
}

BOOST_AUTO_TEST_CASE(answers_that_are_longer_than_their_records_go_out_in_parts) {
    const folder here;
    here.write("b.rules", small_rules);
    std::string input;
    for (int i = 0; i != 60'000; ++i) input += "{}\n";
    const outcome one = batch({"--jobs", "1"}, input), four = batch({"--jobs", "4"}, input);
    BOOST_TEST(std::count(one.out.begin(), one.out.end(), '\n') == 60'000);
    BOOST_TEST((one.out == four.out));
    const std::vector<std::string> lines = lines_of(one.out);
    BOOST_TEST((std::adjacent_find(lines.begin(), lines.end(), std::not_equal_to<>()) == lines.end()));
}

BOOST_AUTO_TEST_CASE(what_is_asked_wrongly_is_told) {
    const folder here;
    here.write("b.rules", small_rules);
    here.write("p.ndjson", "{}\n");
    for (const arguments& wrong : {arguments{"nothing.ndjson"},
                                   {"."},
                                   {"--jobs", "0", "p.ndjson"},
                                   {"--jobs", "1001", "p.ndjson"},
                                   {"--output", "all", "p.ndjson"},
                                   {"--resume", "p.ndjson"},
                                   {"--resume", "-o", "o"},
                                   {"--resume", "-o", "o", "p.ndjson", "p.ndjson"},
                                   {"-o", "p.ndjson", "p.ndjson"},
                                   {"-o", "b.rules", "p.ndjson"},
                                   {"-o", "no/such/folder", "p.ndjson"},
                                   {"-", "-"}}) {
        const outcome got = batch(wrong);
        BOOST_TEST(got.code == 2, wrong.front());
        BOOST_TEST(got.err.starts_with("error"), got.err);
        BOOST_TEST(got.out.empty());
    }
    BOOST_TEST(here.read("p.ndjson") == "{}\n");
    BOOST_TEST(here.files() == 2U);
}

BOOST_AUTO_TEST_CASE(a_file_has_the_whole_answer_or_what_it_had) {
    const folder here;
    here.write("b.rules", small_rules);
    here.write("p.ndjson", ndjson_of_small(3000));
    here.write("o", "before");
    const outcome got = batch({"p.ndjson", "-o", "o"});
    BOOST_TEST(got.code == 3);
    BOOST_TEST(got.out.empty());
    BOOST_TEST((here.read("o") == batch({"p.ndjson"}).out));
    here.write("o", "before");
    BOOST_TEST(batch({"p.ndjson", ".", "-o", "o"}).code == 2);
    BOOST_TEST(here.read("o") == "before");
    BOOST_TEST(here.files() == 3U);
}

BOOST_AUTO_TEST_CASE(what_could_not_be_written_whole_is_taken_back) {
    const folder here;
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 25;
    std::signal(SIGXFSZ, SIG_IGN);
    {
        cli::sink unused(-1);
        cli::batch::destination out(unused);
        BOOST_REQUIRE(out.open_growing("o", 0) == 0);
        ::setrlimit(RLIMIT_FSIZE, &small);
        BOOST_TEST(out.write("0123456789\nabcdefghij\n0123456789\n") == EFBIG);
        ::setrlimit(RLIMIT_FSIZE, &before);
        BOOST_TEST(out.size() == 22U);
    }
    BOOST_TEST(here.read("o") == "0123456789\nabcdefghij\n");
}

BOOST_AUTO_TEST_CASE(the_summary_counts_people) {
    const folder here;
    here.write("b.rules", small_rules);
    const std::string input = R"({"python":"intermediate","years":3,"sql":0,"remote":true,"degree":"none","tongues":"no"}
{"python":"beginner","years":3,"sql":0,"remote":true,"degree":"none","tongues":"no"}
{"python":"beginner","years":1,"sql":0,"remote":false,"degree":"none","tongues":"no"}
{"python":0,"years":5,"sql":0,"remote":false,"degree":"none","tongues":"no"}
{"years":5,"sql":0,"remote":true}
{"years":"many"}
)";
    const outcome got = run_program({"batch", "--rules", "b.rules", "--summary", "--json", "-q"}, input);
    BOOST_TEST(got.code == 3);
    const verify::json told = verify::read_json(got.err.substr(got.err.find('{'))).value;
    BOOST_TEST(verify::text_of(told)
               == verify::text_of(verify::read_json(R"({"schema":"advise/batch-summary/1","records":6,"rejected":1,"unknown_keys":0,
        "roles":[{"role":"dev","yes":1,"unknown":1},{"role":"data","yes":0,"unknown":0}],
        "missing":[{"fact":"python","people":1},{"fact":"tongues","people":1}],"steps":[{"fact":"python","people":1},{"fact":"sql","people":1}],
        "settled":{"kleene":9,"tried":1,"branched":0,"not_exact":0}})")
                                      .value));
    for (const char* jobs : {"1", "3"}) {
        const std::string many = ndjson_of_small(5000);
        BOOST_TEST(run_program({"batch", "--rules", "b.rules", "--summary", "--jobs", jobs}, many).err
                   == run_program({"batch", "--rules", "b.rules", "--summary", "--jobs", "1"}, many).err);
        const auto counted = [&](const char* output) {  // how it was settled is another matter
            const std::string line =
                run_program({"batch", "--rules", "b.rules", "--summary", "--output", output, "--json", "-q", "--jobs", jobs}, many).err;
            return line.substr(0, line.find("\"settled\""));
        };
        BOOST_TEST(counted("full") == counted("advice"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
