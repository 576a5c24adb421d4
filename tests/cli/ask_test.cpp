// The interview: answers in every form, its commands, what it saves, and one question as JSON.
#include "in_process.hpp"

#include <boost/test/unit_test.hpp>

using namespace advise::cli::testing;

namespace {

constexpr const char* club = "ruleset \"Club\"\n"
                             "fact books: yes/no\n    ask \"Do you love books?\"\n    ask fa \"کتاب دوست دارید؟\"\n"
                             "fact patience: level\n"
                             "fact evenings: number 0..7\n"
                             "fact home: one of (here, abroad)\n"
                             "fact brings: any of (tea, cake, chairs)\n"
                             "role host\n    when books and patience >= intermediate and evenings >= 2 and brings includes cake\n    unless home is abroad\n";

/// An interview with these lines as answers.
outcome interviewed(const std::string& lines, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"ask", "--rules", "club.rules"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments, lines);
}

struct club_folder : folder {
    club_folder() { write("club.rules", club); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ask)

BOOST_AUTO_TEST_CASE(an_interview_ends_when_nothing_is_relevant_and_the_advice_is_the_answer) {
    const club_folder here;
    const outcome got = interviewed("no\n");
    BOOST_TEST(got.code == 0);
    BOOST_TEST(has(got.err, "Do you love books?"));
    BOOST_TEST(has(got.err, "“no” would rule out Host."));
    BOOST_TEST(has(got.err, "Nothing more needs to be asked."));
    BOOST_TEST(has(got.out, "Does not fit"));
    BOOST_TEST(!has(got.out, "Do you love books?"));
}

BOOST_AUTO_TEST_CASE(answers_are_numbers_names_and_values_in_both_languages) {
    const club_folder here;
    for (const char* lines : {"1\n3\n1\n2\n4\n", "yes\n3+\nhere\ncake\nadvanced\n", "بله\n۳\n۱\n۲\n۴\n", "yes\n2..7\nhere\n1, 2\nat least 3\n"}) {
        const outcome got = interviewed(lines, {"-o", "me.txt"});
        BOOST_TEST_CONTEXT(lines << got.err) {
            BOOST_TEST(got.code == 0);
            const std::string saved = here.read("me.txt");
            const outcome again = run_program({"--strict", "--lang", "en", "--rules", "club.rules", "me.txt"});
            BOOST_TEST(again.err.empty(), again.err << saved);
            BOOST_TEST(has(again.out, "\nFits\n"), again.out << saved);
        }
        fs::remove("me.txt");
    }
}

BOOST_AUTO_TEST_CASE(what_is_saved_is_a_profile_with_its_questions) {
    const club_folder here;
    BOOST_TEST(interviewed("?\nback\nno\n", {"-o", "me.txt"}).code == 0);
    BOOST_TEST(has(here.read("me.txt"), "# My profile for: Club\n\n# Do you love books?\n#   yes, no\nbooks: no\n"), here.read("me.txt"));
    BOOST_TEST(has(interviewed("no\n", {"-o", "me.txt"}).err, "exists already"));
    BOOST_TEST(interviewed("no\n", {"-o", "me.txt"}).code == 2);
}

BOOST_AUTO_TEST_CASE(a_given_profile_is_kept_byte_for_byte) {
    const club_folder here;
    const std::string given = "# mine\nname: Ada\n  patience:   expert   # really\n";
    here.write("ada.txt", given);
    BOOST_TEST(interviewed("no\n", {"-o", "new.txt", "ada.txt"}).code == 0);
    BOOST_TEST(here.read("new.txt").starts_with(given));
    BOOST_TEST(has(here.read("new.txt"), "books: no\n"));
    BOOST_TEST(here.read("ada.txt") == given);
    here.write("ada.json", "{\"patience\": \"expert\"}\n");
    BOOST_TEST(interviewed("no\n", {"-o", "new.json", "ada.json"}).code == 0);
    BOOST_TEST(here.read("new.json") == "{\"patience\": \"expert\",\n  \"books\": \"no\"\n}\n");
    here.write("empty.json", "{}");
    BOOST_TEST(interviewed("no\n", {"-o", "full.json", "empty.json"}).code == 0);
    BOOST_TEST(run_program({"--rules", "club.rules", "full.json"}).code == 0);
}

BOOST_AUTO_TEST_CASE(what_a_blank_profile_and_a_question_show_can_be_written) {
    const folder here;
    here.write("r.rules", "fact seat: one of (edge, middle)\n    label edge \"at the edge\"\nfact steps: any of (ramp, lift)\n    label lift \"a lift or hoist\"\n"
                          "role r\n    when seat is edge and steps includes lift\n");
    const std::string blank = run_program({"ask", "--blank", "--rules", "r.rules"}).out;
    BOOST_TEST(has(blank, "#   edge, middle\n#   edge = at the edge\nseat: ?\n"), blank);
    BOOST_TEST(has(blank, "#   ramp, lift\n#   lift = a lift or hoist\nsteps: ?\n"), blank);
    for (const char* seat : {"edge", "edge (at the edge)", "at the edge", "1"}) {
        const outcome got = run_program({"ask", "--rules", "r.rules", "-o", "me.txt"}, std::string(seat) + "\nlift (a lift or hoist)\n");
        BOOST_TEST(has(got.out, "\nFits\n"), seat << got.err);
        BOOST_TEST(has(here.read("me.txt"), "steps: lift\n"), here.read("me.txt"));
        BOOST_TEST(run_program({"--strict", "--rules", "r.rules", "me.txt"}).err.empty());
        fs::remove("me.txt");
    }
}

BOOST_AUTO_TEST_CASE(wrong_answers_are_explained_and_asked_again) {
    const club_folder here;
    const outcome got = interviewed("maybe\n7\nback\nchange x\nno\n");
    BOOST_TEST(has(got.err, "'maybe' is not"), got.err);
    BOOST_TEST(has(got.err, "'7' is none of the answers"));
    BOOST_TEST(has(got.err, "nothing has been answered yet"));
    BOOST_TEST(has(got.err, "there is no answer to change yet"));
    BOOST_TEST(has(got.err, "Nothing more needs to be asked."));
    BOOST_TEST(has(interviewed("\xff\xfe\nno\n").err, "no valid UTF-8"));
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_yet_cannot_be_changed) {
    const club_folder here;
    const outcome got = interviewed("change patience\nno\n");
    BOOST_TEST(has(got.err, "'patience' has not been answered yet"), got.err);
    BOOST_TEST(!has(got.err, "there is no answer to change yet"), got.err);
}

BOOST_AUTO_TEST_CASE(a_misspelt_answer_is_told_with_the_label_and_the_nearest_value) {
    const folder here;
    here.write("club.rules", "scale noise: quiet < moderate < loud\nfact tolerated noise: noise\n    label \"Noise you can bear\"\nrole r\n    when tolerated noise >= moderate\n");
    const outcome got = interviewed("quite\n?\n");
    BOOST_TEST(has(got.err, "'quite' is not a value of 'noise you can bear'"), got.err);
    BOOST_TEST(has(got.err, "did you mean 'quiet'?"), got.err);
}

BOOST_AUTO_TEST_CASE(every_answer_can_be_corrected_even_at_the_end) {
    const club_folder here;
    const outcome got = interviewed("no\nchange books\nyes\nchange 1\nno\n\n", {"-o", "me.txt"});
    BOOST_TEST(has(here.read("me.txt"), "books: no\n"), got.err);
    BOOST_TEST(!has(here.read("me.txt"), "books: yes"));
}

BOOST_AUTO_TEST_CASE(answers_of_an_earlier_interview_can_be_corrected_in_their_places) {
    const club_folder here;
    const std::string before = "# mine\nbooks: no   # not really\nevenings: yes\n";
    here.write("old.txt", before);
    interviewed("change books\nchange books\nyes\nstop\n", {"old.txt", "-o", "new.txt"});
    BOOST_TEST(here.read("new.txt") == "# mine\nbooks: yes   # not really\nevenings: yes\n");
    here.write("old.txt", before);
    const outcome asked_only = interviewed("change books\nstop\n", {"old.txt", "-o", "same.txt"});
    BOOST_TEST(here.read("same.txt") == before, asked_only.err);
    here.write("old.txt", "books\nevenings: yes");
    interviewed("change books\nno\nstop\n", {"old.txt", "-o", "bare.txt"});
    BOOST_TEST(here.read("bare.txt") == "books: no\nevenings: yes");
    here.write("old.json", "{\"evenings\": true, \"books\": true}");
    interviewed("change books\nno\nstop\n", {"old.json", "-o", "new.json"});
    BOOST_TEST(here.read("new.json") == "{\"evenings\": true, \"books\": \"no\"}");
    BOOST_TEST(has(interviewed("change evenings\nback\nstop\n", {"old.json"}).err, "nothing has been answered yet"));
}

BOOST_AUTO_TEST_CASE(do_not_know_is_written_down_and_skip_is_not) {
    const club_folder here;
    interviewed("?\nskip\nstop\n", {"-o", "me.txt"});
    BOOST_TEST(has(here.read("me.txt"), "books: ?\n"), here.read("me.txt"));
    BOOST_TEST(!has(here.read("me.txt"), "evenings:"));
    const std::string next = run_program({"ask", "--next", "--json", "--rules", "club.rules", "me.txt"}).out;
    BOOST_TEST(has(next, "\"skipped\": [\n    \"books\"\n  ]"), next);
    BOOST_TEST(!has(next, "\"fact\": \"books\""));
}

BOOST_AUTO_TEST_CASE(the_end_of_the_input_stops_and_nothing_is_asked_of_a_decided_profile) {
    const club_folder here;
    BOOST_TEST(interviewed("").code == 0);
    here.write("all.txt", "books: no\n");
    BOOST_TEST(has(run_program({"ask", "--next", "--json", "--rules", "club.rules", "all.txt"}).out, "\"question\": null,\n  \"expected_questions\": \"0.00\""));
    BOOST_TEST(has(run_program({"ask", "--next", "--rules", "club.rules", "all.txt"}).out, "nothing is asked any more"));
}

BOOST_AUTO_TEST_CASE(one_question_is_exact_json) {
    const club_folder here;
    const std::string next = run_program({"ask", "--next", "--json", "--rules", "club.rules"}).out;
    BOOST_TEST(has(next, "\"exact\": true"), next);
    BOOST_TEST(has(next, "{\"value\": \"no\", \"decides\": [{\"role\": \"host\", \"verdict\": \"no\"}]}"), next);
    BOOST_TEST(has(run_program({"ask", "--next", "--json", "--lang", "fa", "--rules", "club.rules", }).out, "کتاب دوست دارید؟"));
}

BOOST_AUTO_TEST_CASE(usage_errors_name_a_way_out) {
    const club_folder here;
    BOOST_TEST(run_program({"ask", "--json"}).code == 2);
    BOOST_TEST(has(run_program({"ask", "--json"}).err, "--next"));
    BOOST_TEST(run_program({"ask", "-"}).code == 2);
    BOOST_TEST(has(run_program({"ask", "--until", "soon"}).err, "verdicts"));
    BOOST_TEST(run_program({"ask", "missing.txt"}).code == 2);
}

BOOST_AUTO_TEST_CASE(neighbouring_ranges_of_one_effect_are_told_as_one) {
    const folder here;
    here.write(
        "r.rules",
        "fact age: number 0..100\nrole young\n    when age < 10\nrole other\n    when age >= 20 or age < 10\n    requires age >= 3 or age < 10\n");
    const outcome got = run_program({"ask", "--next", "--rules", "r.rules"});
    BOOST_TEST(has(got.out, "Less than 10 would settle Young and Other."), got.out);
    BOOST_TEST(has(got.out, "At least 10 and less than 20 would rule out Young and Other."), got.out);
}

BOOST_AUTO_TEST_CASE(a_set_is_told_option_by_option) {
    const folder here;
    here.write(
        "r.rules",
        "fact has: any of (tea, cake, chairs, time)\nrole host\n    when has includes tea or has includes cake\nrole guest\n    unless has includes "
        "time\n"
        "    requires not has includes time\nrole friend\n    when at least 2 of (has includes tea, has includes cake, has includes chairs)\n");
    const outcome got = run_program({"ask", "--next", "--rules", "r.rules"});
    BOOST_TEST(has(got.out, "Any answer with tea or any answer with cake would settle Host."), got.out);
    BOOST_TEST(has(got.out, "Any answer with time would rule out Guest."), got.out);
    BOOST_TEST(has(got.out, "Any answer without time would settle Guest."), got.out);
    BOOST_TEST(has(got.out, "For Host and Friend it depends on the whole answer."), got.out);
    BOOST_TEST(has(run_program({"ask", "--next", "--lang", "fa", "--rules", "r.rules"}).out,
                   "با هر پاسخی که time دارد، Guest کنار می‌رود."));
}

BOOST_AUTO_TEST_CASE(a_mean_has_the_separator_of_its_language) {
    const outcome got = run_program({"ask", "--next", "--lang", "fa"});
    BOOST_TEST(has(got.out, "٫"), got.out);
}

BOOST_AUTO_TEST_CASE(an_answer_is_echoed_in_the_language_of_the_talk) {
    const folder here;
    here.write("r.rules", "fact books: yes/no\n    label fa \"کتاب\"\nfact years: number 0..60 years\nrole a\n    when books and years >= 4\n");
    const outcome got = run_program({"ask", "--lang", "fa", "--rules", "r.rules"}, "yes\n۳ تا ۵\nlist\n");
    BOOST_TEST(has(got.err, "نوشته شد: کتاب: بله."), got.err);
    BOOST_TEST(has(got.err, "نوشته شد: years: ۳ تا ۵ سال."), got.err);
    BOOST_TEST(!has(got.err, "yes"), got.err);
}

BOOST_AUTO_TEST_CASE(persian_yes_has_two_spellings) {
    const club_folder here;
    BOOST_TEST(has(interviewed("بلی\n").err, "Noted: books: yes."));
}

BOOST_AUTO_TEST_SUITE_END()
