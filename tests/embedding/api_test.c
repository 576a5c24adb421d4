/* The C interface from C, as the header promises it: every function once, and what it must refuse. Compiled as C99, with every warning an error. */
#include "advise.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

#define CHECK(what)                                                                                                                                  \
    do {                                                                                                                                             \
        if (!(what)) {                                                                                                                               \
            printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #what);                                                                                \
            ++failures;                                                                                                                              \
        }                                                                                                                                            \
    } while (0)

static const char rules_text[] = "language en\n"
                                 "scale grade: none < some < much\n"
                                 "    label fa some \"کمی\"\n"
                                 "fact maths: grade\n"
                                 "    label \"Mathematics\"\n"
                                 "    label fa \"ریاضی\"\n"
                                 "    ask \"How much maths?\"\n"
                                 "fact teaches: yes/no\n"
                                 "fact experience: number 0..60 years\n"
                                 "fact degree: one of (none, bachelor, master)\n"
                                 "fact tongues: any of (english, persian, german)\n"
                                 "concept scholar\n"
                                 "    when maths >= some and degree in (bachelor, master)\n"
                                 "role tutor \"A tutor\"\n"
                                 "    label fa \"معلم\"\n"
                                 "    when scholar and teaches\n"
                                 "    +3 experience >= 2.5\n"
                                 "    +2 tongues includes persian\n"
                                 "    -1 tongues includes german\n"
                                 "role clerk\n"
                                 "    when teaches or not teaches\n";

static advise_rules* rules_of(const char* text) {
    advise_rules* rules = NULL;
    advise_source source = {"own.rules", NULL, 0};
    source.text = text;
    source.length = strlen(text);
    CHECK(advise_rules_load_texts(&source, 1, &rules, NULL) == ADVISE_OK);
    if (rules == NULL) exit(1);
    return rules;
}

/* What compiled programs rely on: another layout is another ADVISE_ABI_VERSION. */
static void structures_have_the_layout_of_version_1(void) {
    CHECK(ADVISE_ABI_VERSION == 1);
    CHECK(sizeof(advise_outcome) == 32 && offsetof(advise_outcome, exact) == 8 && offsetof(advise_outcome, low) == 16 && offsetof(advise_outcome, high) == 24);
    CHECK(offsetof(advise_finding, line) == 4 * sizeof(char*) && sizeof(advise_finding) == 4 * sizeof(char*) + 24);
    CHECK(offsetof(advise_source, length) == 2 * sizeof(char*) && sizeof(advise_source) == 3 * sizeof(char*));
    CHECK(ADVISE_FAULT == 6 && ADVISE_ANY_OF == 4 && ADVISE_YES == 2 && ADVISE_PROOF == 2 && ADVISE_NOTE == 2);
}

static void the_library_says_what_it_is(void) {
    CHECK(advise_abi_version() == ADVISE_ABI_VERSION);
    CHECK(strlen(advise_version()) > 0);
    CHECK(strcmp(advise_status_name(ADVISE_OUT_OF_MEMORY), "ADVISE_OUT_OF_MEMORY") == 0);
    CHECK(strcmp(advise_status_name((advise_status)99), "?") == 0);
}

static void facts_and_roles_are_listed(const advise_rules* rules) {
    uint32_t at = 99;
    advise_fact_type type = ADVISE_LEVEL;
    int64_t least = -1, greatest = -1;
    CHECK(strcmp(advise_rules_language(rules), "en") == 0 && strcmp(advise_rules_title(rules), "") == 0);
    CHECK(advise_fact_count(rules) == 5 && advise_role_count(rules) == 2);
    CHECK(advise_fact_find(rules, "MATHS", &at) == ADVISE_OK && at == 0);
    CHECK(advise_fact_find(rules, "ریاضی", &at) == ADVISE_OK && at == 0);
    CHECK(advise_fact_find(rules, "tutor", &at) == ADVISE_NOT_FOUND && at == 0);
    CHECK(strcmp(advise_fact_name(rules, 0), "maths") == 0);
    CHECK(strcmp(advise_fact_label(rules, 0, "fa"), "ریاضی") == 0 && strcmp(advise_fact_label(rules, 0, NULL), "Mathematics") == 0);
    CHECK(strcmp(advise_fact_label(rules, 0, "de"), "Mathematics") == 0 && strcmp(advise_fact_label(rules, 1, "fa"), "teaches") == 0);
    CHECK(strcmp(advise_fact_question(rules, 0, "en"), "How much maths?") == 0 && strcmp(advise_fact_question(rules, 1, "en"), "") == 0);
    CHECK(strcmp(advise_fact_unit(rules, 2), "years") == 0 && strcmp(advise_fact_unit(rules, 0), "") == 0);
    CHECK(advise_fact_domain(rules, 2, &type, &least, &greatest) == ADVISE_OK && type == ADVISE_NUMBER && least == 0 && greatest == 60000000);
    CHECK(advise_fact_domain(rules, 0, &type, NULL, &greatest) == ADVISE_OK && type == ADVISE_LEVEL && greatest == 2);
    CHECK(advise_fact_domain(rules, 4, &type, &least, &greatest) == ADVISE_OK && type == ADVISE_ANY_OF && least == 0 && greatest == 0);
    CHECK(advise_option_count(rules, 0) == 3 && advise_option_count(rules, 1) == 0 && advise_option_count(rules, 4) == 3);
    CHECK(advise_option_find(rules, 3, "Master", &at) == ADVISE_OK && at == 2);
    CHECK(advise_option_find(rules, 3, "doctor", &at) == ADVISE_NOT_FOUND && at == 2);
    CHECK(strcmp(advise_option_name(rules, 0, 1), "some") == 0 && strcmp(advise_option_label(rules, 0, 1, "fa"), "کمی") == 0);
    CHECK(advise_role_find(rules, "معلم", &at) == ADVISE_OK && at == 0);
    CHECK(advise_role_find(rules, "clerk", &at) == ADVISE_OK && at == 1);
    CHECK(advise_role_find(rules, "scholar", &at) == ADVISE_NOT_FOUND);
    CHECK(strcmp(advise_role_name(rules, 0), "tutor") == 0 && strcmp(advise_role_label(rules, 0, NULL), "A tutor") == 0);
    CHECK(advise_role_max_points(rules, 0) == 5 && advise_role_max_points(rules, 1) == 0);
}

static void check_outcome(const advise_outcome* got, uint32_t role, advise_verdict verdict, int64_t low, int64_t high) {
    CHECK(got->role == role && got->verdict == (int32_t)verdict && got->exact == 1 && got->low == low && got->high == high);
}

/* Both ways to ask must say the same. */
static void check_answer(const advise_rules* rules, const advise_person* person, advise_verdict tutor, int64_t low, int64_t high) {
    advise_answer* answer = NULL;
    advise_evaluator* evaluator = NULL;
    advise_outcome all[2], one;
    size_t place;
    CHECK(advise_answer_new(person, ADVISE_VERDICTS, &answer) == ADVISE_OK && advise_answer_count(answer) == 2);
    CHECK(advise_evaluator_new(rules, &evaluator) == ADVISE_OK && advise_evaluator_run(evaluator, person, all, 2) == ADVISE_OK);
    for (place = 0; place < 2; ++place) {
        CHECK(advise_answer_outcome(answer, place, &one) == ADVISE_OK);
        CHECK(memcmp(&one, &all[place], sizeof one) == 0);
        if (one.role == 0) check_outcome(&one, 0, tutor, low, high);
        else check_outcome(&one, 1, ADVISE_YES, 0, 0);
    }
    advise_evaluator_free(evaluator);
    advise_answer_free(answer);
}

static void check_profile(advise_person* person, const char* expected) {
    const char* text = NULL;
    size_t length = 0;
    CHECK(advise_person_profile(person, &text, &length) == ADVISE_OK && strlen(text) == length);
    if (strcmp(text, expected) != 0) {
        printf("the profile is\n%s--- but should be\n%s", text, expected);
        ++failures;
    }
}

static void a_person_is_set_by_numbers(const advise_rules* rules) {
    advise_person* person = NULL;
    const uint32_t persian[] = {1}, german[] = {2}, none[] = {0};
    CHECK(advise_person_new(rules, &person) == ADVISE_OK);
    check_answer(rules, person, ADVISE_UNKNOWN, -1, 5);
    CHECK(advise_person_set(person, 0, 2) == ADVISE_OK && advise_person_set(person, 1, 1) == ADVISE_OK);
    CHECK(advise_person_set(person, 3, 1) == ADVISE_OK);
    check_answer(rules, person, ADVISE_YES, -1, 5);
    CHECK(advise_person_set(person, 2, 2500000) == ADVISE_OK);
    check_answer(rules, person, ADVISE_YES, 2, 5);
    CHECK(advise_person_set_range(person, 2, 0, 2499999) == ADVISE_OK);
    check_answer(rules, person, ADVISE_YES, -1, 2);
    CHECK(advise_person_set_range(person, 2, 1000000, 60000000) == ADVISE_OK);
    CHECK(advise_person_set_options(person, 4, persian, 1, 0) == ADVISE_OK);
    check_answer(rules, person, ADVISE_YES, 1, 5);
    CHECK(advise_person_set_options(person, 4, german, 1, 1) == ADVISE_OK);
    check_answer(rules, person, ADVISE_YES, -1, 2);
    check_profile(person, "maths: much\nteaches: yes\nexperience: at least 1\ndegree: bachelor\ntongues: german\n");
    CHECK(advise_person_set_options(person, 4, none, 0, 1) == ADVISE_OK && advise_person_set_unknown(person, 3) == ADVISE_OK);
    CHECK(advise_person_forget(person, 1) == ADVISE_OK && advise_person_forget(person, 1) == ADVISE_OK);
    CHECK(advise_person_close(person, 1) == ADVISE_OK);
    check_profile(person, "maths: much\nexperience: at least 1\ndegree: ?\ntongues: no\notherwise: no\n");
    check_answer(rules, person, ADVISE_NO, 0, 3);
    CHECK(advise_person_close(person, 0) == ADVISE_OK);
    check_answer(rules, person, ADVISE_UNKNOWN, 0, 3);
    CHECK(advise_person_clear(person) == ADVISE_OK);
    check_profile(person, "");
    check_answer(rules, person, ADVISE_UNKNOWN, -1, 5);
    advise_person_free(person);
}

static void a_person_is_described_in_words(const advise_rules* rules) {
    advise_person* person = NULL;
    CHECK(advise_person_new(rules, &person) == ADVISE_OK);
    CHECK(advise_person_say(person, "Mathematics", "at least some", NULL) == ADVISE_OK);
    CHECK(advise_person_say(person, "teaches", NULL, NULL) == ADVISE_OK);
    CHECK(advise_person_say(person, "experience", "4 years", NULL) == ADVISE_OK);
    CHECK(advise_person_say(person, "degree", "master  # a comment", NULL) == ADVISE_OK);
    CHECK(advise_person_say(person, "tongues", "includes persian, english", NULL) == ADVISE_OK);
    CHECK(advise_person_say(person, "name", "Sara", NULL) == ADVISE_OK && advise_person_say(person, "note", "says \"hi\"", NULL) == ADVISE_OK);
    check_answer(rules, person, ADVISE_YES, 4, 5);
    check_profile(person, "name: \"Sara\"\nnote: \"says \\\"hi\\\"\"\nmaths: at least some\nteaches: yes\nexperience: 4\ndegree: master\n"
                          "tongues: includes english, persian\n");
    CHECK(advise_person_say(person, "experience", "at most 2", NULL) == ADVISE_OK);
    CHECK(advise_person_say(person, "degree", "unknown", NULL) == ADVISE_OK && advise_person_say(person, "otherwise", "no", NULL) == ADVISE_OK);
    check_answer(rules, person, ADVISE_UNKNOWN, 1, 2);
    advise_person_free(person);
}

static void wrong_words_are_findings_and_change_nothing(const advise_rules* rules) {
    static const char* const wrong[][2] = {{"maths", "huge"},  {"mats", "some"},     {"scholar", "yes"}, {"experience", "-3"},
                                           {"maths", ""},      {"", "yes"},          {"maths", "\xff"},  {"\xff\xfe", "some"},
                                           {"degree", "3..5"}, {"otherwise", "yes"}, {"maths", "\x01"},  {"tongues", "\"english"},
                                           {"{\"a\"", "1}"},   {"experience", "1e9"}};
    advise_person* person = NULL;
    size_t i;
    CHECK(advise_person_new(rules, &person) == ADVISE_OK && advise_person_say(person, "maths", "some", NULL) == ADVISE_OK);
    for (i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
        advise_findings* findings = NULL;
        advise_finding one;
        CHECK(advise_person_say(person, wrong[i][0], wrong[i][1], &findings) == ADVISE_REFUSED);
        CHECK(advise_findings_count(findings) >= 1 && advise_findings_get(findings, 0, NULL, &one) == ADVISE_OK);
        CHECK(one.severity == ADVISE_ERROR && strlen(one.code) == 5 && strlen(one.message) > 0 && one.file != NULL && one.line == 1
              && one.column >= 1);
        advise_findings_free(findings);
        CHECK(advise_person_say(person, wrong[i][0], wrong[i][1], NULL) == ADVISE_REFUSED);
    }
    CHECK(advise_person_say(person, "maths", "some\nteaches: yes", NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_say(person, "maths\r", "some", NULL) == ADVISE_BAD_ARGUMENT);
    check_profile(person, "maths: some\n");
    advise_person_free(person);
}

static void whole_profiles_are_read(const advise_rules* rules) {
    static const char text[] = "name: Sara\nmaths: much\nteachs: yes\n",
                      json[] = "{\"maths\": \"much\", \"teaches\": true, \"tongues\": [\"german\"]}";
    advise_person* person = NULL;
    advise_findings* findings = NULL;
    advise_finding one;
    const char* page = NULL;
    CHECK(advise_person_new(rules, &person) == ADVISE_OK);
    CHECK(advise_person_read(person, "sara.txt", text, strlen(text), 0, NULL, &findings) == ADVISE_OK && advise_findings_count(findings) == 1);
    CHECK(advise_findings_get(findings, 0, "en", &one) == ADVISE_OK && one.severity == ADVISE_WARNING && one.line == 3 && one.column == 1);
    CHECK(strcmp(one.file, "sara.txt") == 0 && one.end_column == 7 && strstr(one.help, "teaches") != NULL);
    CHECK(advise_findings_get(findings, 0, "fa", &one) == ADVISE_OK && strstr(one.message, "teachs") != NULL);
    CHECK(advise_findings_get(findings, 1, "en", &one) == ADVISE_BAD_ARGUMENT && advise_findings_get(findings, 0, "de", &one) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_findings_text(findings, "en", &page, NULL) == ADVISE_OK && strstr(page, "--> sara.txt:3:1\n") != NULL);
    advise_findings_free(findings);
    check_profile(person, text);
    CHECK(advise_person_read(person, NULL, text, strlen(text), ADVISE_STRICT, NULL, &findings) == ADVISE_REFUSED);
    advise_findings_free(findings);
    check_profile(person, text);
    CHECK(advise_person_read(person, NULL, json, strlen(json), ADVISE_CLOSED, NULL, &findings) == ADVISE_OK && findings == NULL);
    check_profile(person, json);
    check_answer(rules, person, ADVISE_UNKNOWN, -1, -1); /* a choice without an option "no" stays open */
    CHECK(advise_person_say(person, "degree", "master", NULL) == ADVISE_OK);
    check_profile(person, "maths: much\nteaches: yes\ndegree: master\ntongues: german\notherwise: no\n");
    check_answer(rules, person, ADVISE_YES, -1, -1);
    CHECK(advise_person_read(person, NULL, "", 0, 0, NULL, NULL) == ADVISE_OK
          && advise_person_read(person, NULL, NULL, 0, 0, NULL, NULL) == ADVISE_OK);
    check_answer(rules, person, ADVISE_UNKNOWN, -1, 5);
    advise_person_free(person);
}

static void an_answer_has_open_facts_json_and_pages(advise_rules* rules) {
    advise_person* person = NULL;
    advise_answer *answer = NULL, *bare = NULL;
    uint32_t open[5] = {9, 9, 9, 9, 9};
    size_t count = 0, length = 0;
    const char* text = NULL;
    CHECK(advise_person_new(rules, &person) == ADVISE_OK && advise_person_say(person, "maths", "much", NULL) == ADVISE_OK);
    CHECK(advise_answer_new(person, ADVISE_PROOF, &answer) == ADVISE_OK && advise_answer_new(person, ADVISE_VERDICTS, &bare) == ADVISE_OK);
    CHECK(advise_person_clear(person) == ADVISE_OK);
    advise_rules_free(rules); /* an answer keeps what it needs */
    advise_person_free(person);
    CHECK(advise_answer_open(answer, 1, open, 5, &count) == ADVISE_OK && count == 4 && open[0] == 1 && open[1] == 2 && open[2] == 3 && open[3] == 4);
    CHECK(advise_answer_open(answer, 1, open, 3, &count) == ADVISE_TOO_SMALL && count == 4);
    CHECK(advise_answer_open(answer, 1, NULL, 0, &count) == ADVISE_TOO_SMALL && advise_answer_open(answer, 0, NULL, 0, &count) == ADVISE_OK);
    CHECK(advise_answer_open(bare, 0, open, 5, &count) == ADVISE_BAD_ARGUMENT
          && advise_answer_open(answer, 2, open, 5, &count) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_answer_json(answer, NULL, &text, &length) == ADVISE_OK && strlen(text) == length);
    CHECK(strncmp(text, "{\n  \"schema\": \"advise/result/1\"", 31) == 0 && strstr(text, "\"profile_lines\": [1]") != NULL);
    CHECK(advise_answer_json(answer, "fa", &text, NULL) == ADVISE_OK && strstr(text, "\"label\": \"معلم\"") != NULL);
    CHECK(advise_answer_json(bare, NULL, &text, &length) == ADVISE_BAD_ARGUMENT && text == NULL);
    CHECK(advise_answer_json(answer, "de", &text, &length) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_answer_page(answer, "en", 60, &text, &length) == ADVISE_OK && strstr(text, "May fit\n  A tutor") != NULL);
    CHECK(strstr(text, "Next") == NULL);
    CHECK(advise_answer_explain(bare, 0, "en", 0, &text, &length) == ADVISE_OK && strncmp(text, "A tutor", 7) == 0);
    CHECK(advise_answer_explain(bare, 0, "fa", 0, &text, &length) == ADVISE_OK && strstr(text, "معلم") != NULL);
    CHECK(advise_answer_explain(bare, 2, "en", 0, &text, &length) == ADVISE_BAD_ARGUMENT
          && advise_answer_page(bare, "en", 0, &text, NULL) == ADVISE_BAD_ARGUMENT);
    advise_answer_free(bare);
    advise_answer_free(answer);
}

static void texts_import_one_another(void) {
    static const char main_text[] = "import \"parts/facts.rules\"\nrole a\n    when x >= some\n";
    static const char facts_text[] = "import \"../scales.rules\"\nfact x: amount\n", scales_text[] = "scale amount: none < some\n";
    advise_source sources[3] = {{"main.rules", NULL, 0}, {"parts/facts.rules", NULL, 0}, {"scales.rules", NULL, 0}};
    advise_rules* rules = NULL;
    advise_findings* findings = NULL;
    advise_finding one;
    sources[0].text = main_text, sources[0].length = strlen(main_text);
    sources[1].text = facts_text, sources[1].length = strlen(facts_text);
    sources[2].text = scales_text, sources[2].length = strlen(scales_text);
    CHECK(advise_rules_load_texts(sources, 3, &rules, &findings) == ADVISE_OK && advise_fact_count(rules) == 1);
    advise_findings_free(findings);
    advise_rules_free(rules);
    CHECK(advise_rules_load_texts(sources, 2, &rules, &findings) == ADVISE_REFUSED && rules == NULL);
    CHECK(advise_findings_get(findings, 0, "en", &one) == ADVISE_OK && strcmp(one.file, "parts/facts.rules") == 0 && one.line == 1);
    advise_findings_free(findings);
    sources[1].name = "main.rules";
    CHECK(advise_rules_load_texts(sources, 2, &rules, &findings) == ADVISE_BAD_ARGUMENT && findings == NULL);
}

/* Bad rules: everything that is wrong is told, and the handle outlives what was read. */
static void all_that_is_wrong_with_rules_is_told(void) {
    static const char text[] = "role a\n    when no such fact >= huge\n    +3000 x\nrole a\nfact f: colour\n\xff\n";
    advise_source source = {"bad.rules", text, sizeof text - 1};
    advise_rules* rules = (advise_rules*)&source;
    advise_findings* findings = NULL;
    advise_finding one;
    size_t i;
    uint32_t line = 0;
    CHECK(advise_rules_load_texts(&source, 1, &rules, &findings) == ADVISE_REFUSED && rules == NULL);
    CHECK(advise_findings_count(findings) >= 4);
    for (i = 0; i < advise_findings_count(findings); ++i) {
        CHECK(advise_findings_get(findings, i, i % 2 ? "fa" : "en", &one) == ADVISE_OK && one.line >= line);
        line = one.line;
    }
    CHECK(line == 6);
    advise_findings_free(findings);
    CHECK(advise_rules_load_texts(&source, 1, &rules, NULL) == ADVISE_REFUSED);
}

static void files_are_loaded(void) {
    const char* missing[] = {"no/such.rules"};
    const char* stream[] = {"-"};
    const char* null[] = {NULL};
    advise_rules* rules = NULL;
    advise_findings* findings = NULL;
    advise_finding one;
    CHECK(advise_rules_load_shipped(&rules, &findings) == ADVISE_OK && findings == NULL && advise_role_count(rules) == 7);
    advise_rules_free(rules);
    CHECK(advise_rules_load_files(missing, 1, &rules, &findings) == ADVISE_REFUSED && rules == NULL);
    CHECK(advise_findings_get(findings, 0, "en", &one) == ADVISE_OK && one.file == NULL && one.line == 0
          && strstr(one.message, "no/such.rules") != NULL);
    advise_findings_free(findings);
    CHECK(advise_rules_load_files(stream, 1, &rules, &findings) == ADVISE_BAD_ARGUMENT
          && advise_rules_load_files(null, 1, &rules, NULL) == ADVISE_BAD_ARGUMENT);
}

/* What nobody should pass is refused, not followed. */
static void null_is_refused(const advise_rules* rules) {
    advise_person* person = NULL;
    advise_answer* answer = NULL;
    advise_evaluator* evaluator = NULL;
    advise_outcome outcome[2];
    advise_finding finding;
    const char* text = NULL;
    uint32_t index = 7;
    size_t count = 0;
    int64_t number = 0;
    CHECK(advise_rules_load_files(NULL, 0, NULL, NULL) == ADVISE_BAD_ARGUMENT && advise_rules_load_texts(NULL, 1, NULL, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_rules_load_shipped(NULL, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_rules_title(NULL) == NULL && advise_rules_language(NULL) == NULL && advise_fact_count(NULL) == 0 && advise_role_count(NULL) == 0);
    CHECK(advise_fact_find(NULL, "x", &index) == ADVISE_BAD_ARGUMENT && advise_fact_find(rules, NULL, &index) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_fact_find(rules, "maths", NULL) == ADVISE_BAD_ARGUMENT && advise_fact_find(rules, "\xff", &index) == ADVISE_NOT_FOUND);
    CHECK(advise_fact_name(rules, 5) == NULL && advise_fact_label(NULL, 0, NULL) == NULL && advise_fact_question(rules, 5, NULL) == NULL);
    CHECK(advise_fact_unit(rules, 5) == NULL && advise_fact_domain(rules, 5, NULL, &number, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_option_count(rules, 5) == 0 && advise_option_name(rules, 0, 3) == NULL && advise_option_label(NULL, 0, 0, NULL) == NULL);
    CHECK(advise_option_find(rules, 5, "x", &index) == ADVISE_BAD_ARGUMENT && advise_role_find(NULL, "x", &index) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_role_name(rules, 2) == NULL && advise_role_label(NULL, 0, NULL) == NULL && advise_role_max_points(rules, 2) == 0);
    CHECK(index == 7);
    CHECK(advise_person_new(NULL, &person) == ADVISE_BAD_ARGUMENT && advise_person_new(rules, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_clear(NULL) == ADVISE_BAD_ARGUMENT && advise_person_say(NULL, "a", "b", NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_read(NULL, NULL, "", 0, 0, NULL, NULL) == ADVISE_BAD_ARGUMENT
          && advise_person_profile(NULL, &text, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_set(NULL, 0, 0) == ADVISE_BAD_ARGUMENT && advise_person_forget(NULL, 0) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_close(NULL, 1) == ADVISE_BAD_ARGUMENT && advise_person_set_unknown(NULL, 0) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_answer_new(NULL, ADVISE_PROOF, &answer) == ADVISE_BAD_ARGUMENT && advise_answer_count(NULL) == 0);
    CHECK(advise_answer_outcome(NULL, 0, outcome) == ADVISE_BAD_ARGUMENT && advise_answer_json(NULL, NULL, &text, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_evaluator_new(NULL, &evaluator) == ADVISE_BAD_ARGUMENT && advise_evaluator_run(NULL, NULL, outcome, 2) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_findings_count(NULL) == 0 && advise_findings_get(NULL, 0, NULL, &finding) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_findings_text(NULL, NULL, &text, NULL) == ADVISE_BAD_ARGUMENT);
    advise_rules_free(NULL), advise_person_free(NULL), advise_answer_free(NULL), advise_evaluator_free(NULL), advise_findings_free(NULL);

    CHECK(advise_person_new(rules, &person) == ADVISE_OK && advise_evaluator_new(rules, &evaluator) == ADVISE_OK);
    CHECK(advise_person_say(person, NULL, "b", NULL) == ADVISE_BAD_ARGUMENT
          && advise_person_read(person, NULL, NULL, 1, 0, NULL, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_read(person, NULL, "", 0, 4, NULL, NULL) == ADVISE_BAD_ARGUMENT
          && advise_person_read(person, NULL, "", 0, 0, "de", NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_set(person, 5, 0) == ADVISE_BAD_ARGUMENT && advise_person_set(person, 0, 3) == ADVISE_BAD_ARGUMENT
          && advise_person_set(person, 0, -1) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_set(person, 4, 0) == ADVISE_BAD_ARGUMENT && advise_person_set_range(person, 3, 0, 1) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_set_range(person, 2, 5, 4) == ADVISE_BAD_ARGUMENT && advise_person_set_range(person, 2, 0, 60000001) == ADVISE_BAD_ARGUMENT);
    index = 3;
    CHECK(advise_person_set_options(person, 4, &index, 1, 0) == ADVISE_BAD_ARGUMENT
          && advise_person_set_options(person, 4, NULL, 1, 0) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_person_set_options(person, 0, &index, 1, 0) == ADVISE_BAD_ARGUMENT);
    check_profile(person, "");
    CHECK(advise_answer_new(person, (advise_detail)3, &answer) == ADVISE_BAD_ARGUMENT
          && advise_answer_new(person, ADVISE_OPEN, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_answer_new(person, ADVISE_OPEN, &answer) == ADVISE_OK && advise_answer_outcome(answer, 2, outcome) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_answer_open(answer, 0, NULL, 1, &count) == ADVISE_BAD_ARGUMENT
          && advise_answer_open(answer, 0, NULL, 0, NULL) == ADVISE_BAD_ARGUMENT);
    CHECK(advise_evaluator_run(evaluator, person, outcome, 1) == ADVISE_TOO_SMALL
          && advise_evaluator_run(evaluator, person, NULL, 2) == ADVISE_BAD_ARGUMENT);
    advise_answer_free(answer);
    advise_person_free(person);
    advise_evaluator_free(evaluator);
}

static void people_of_other_rules_are_refused(const advise_rules* rules) {
    advise_rules* others = rules_of(rules_text);
    advise_person* person = NULL;
    advise_evaluator* evaluator = NULL;
    advise_outcome outcomes[2];
    CHECK(advise_person_new(others, &person) == ADVISE_OK && advise_evaluator_new(rules, &evaluator) == ADVISE_OK);
    CHECK(advise_evaluator_run(evaluator, person, outcomes, 2) == ADVISE_BAD_ARGUMENT);
    advise_evaluator_free(evaluator);
    advise_person_free(person);
    advise_rules_free(others);
}

/* Megabytes where a word is expected. */
static void huge_texts_are_refused_or_read(const advise_rules* rules) {
    const size_t length = (size_t)8 << 20;
    char* text = malloc(length + 1);
    advise_person* person = NULL;
    advise_findings* findings = NULL;
    uint32_t index = 0;
    if (text == NULL) exit(1);
    memset(text, 'a', length);
    text[length] = '\0';
    CHECK(advise_fact_find(rules, text, &index) == ADVISE_NOT_FOUND && advise_role_find(rules, text, &index) == ADVISE_NOT_FOUND);
    CHECK(advise_person_new(rules, &person) == ADVISE_OK);
    CHECK(advise_person_say(person, text, "yes", &findings) == ADVISE_REFUSED);
    advise_findings_free(findings);
    CHECK(advise_person_say(person, "maths", text, &findings) == ADVISE_REFUSED);
    advise_findings_free(findings);
    CHECK(advise_person_say(person, "name", text, NULL) == ADVISE_OK);
    CHECK(advise_person_read(person, text, text, length, 0, NULL, &findings) == ADVISE_REFUSED);
    advise_findings_free(findings);
    CHECK(advise_person_read(person, NULL, text, (size_t)-1, 0, NULL, &findings) == ADVISE_REFUSED); /* longer than may be: not looked at */
    advise_findings_free(findings);
    advise_person_free(person);
    free(text);
}

int main(void) {
    advise_rules* rules = rules_of(rules_text);
    structures_have_the_layout_of_version_1();
    the_library_says_what_it_is();
    facts_and_roles_are_listed(rules);
    a_person_is_set_by_numbers(rules);
    a_person_is_described_in_words(rules);
    wrong_words_are_findings_and_change_nothing(rules);
    whole_profiles_are_read(rules);
    texts_import_one_another();
    all_that_is_wrong_with_rules_is_told();
    files_are_loaded();
    null_is_refused(rules);
    people_of_other_rules_are_refused(rules);
    huge_texts_are_refused_or_read(rules);
    an_answer_has_open_facts_json_and_pages(rules); /* and frees them */
    printf("%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}
