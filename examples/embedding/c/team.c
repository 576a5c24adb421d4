/*
 * Who of a team fits which role, with the C library of advise.
 *
 *     cc -std=c99 team.c $(pkg-config --cflags --libs advise) -o team
 *     ./team                    with the rules that advise ships with
 *     ./team my.rules           with your own
 */
#include <advise.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a database has about people: the fact, and what is known of it. */
static const struct {
    const char *who, *fact, *value;
} known[] = {
    {"Sara", "parallelism", "advanced"},       {"Sara", "distributed computing", "at least intermediate"},
    {"Sara", "low-level optimisation", "yes"}, {"Omid", "parallelism", "beginner"},
    {"Omid", "teaching", "enjoys"},            {"Omid", "communication", "expert"},
};

static void tell_and_leave(advise_status status, advise_findings* findings)
{
    const char* text = NULL;
    fprintf(stderr, "%s\n", advise_status_name(status));
    if (advise_findings_text(findings, "en", &text, NULL) == ADVISE_OK) fputs(text, stderr);
    exit(1);
}

static const char* word_of(int32_t verdict)
{
    return verdict == ADVISE_YES ? "fits" : verdict == ADVISE_UNKNOWN ? "may fit" : "does not fit";
}

/* The best role of a person, and what should be asked to be certain. */
static void advise_on(const advise_rules* rules, const advise_person* person, const char* who)
{
    advise_answer* answer = NULL;
    advise_outcome best;
    uint32_t open[3];
    size_t count = 0, i;
    advise_status status = advise_answer_new(person, ADVISE_OPEN, &answer);
    if (status == ADVISE_OK) status = advise_answer_outcome(answer, 0, &best);
    if (status != ADVISE_OK) tell_and_leave(status, NULL);
    printf("%s: %s (%s, %ld to %ld points)\n", who, advise_role_label(rules, best.role, "en"), word_of(best.verdict), (long)best.low, (long)best.high);
    status = advise_answer_open(answer, 0, open, 3, &count);
    if (status != ADVISE_OK && status != ADVISE_TOO_SMALL) tell_and_leave(status, NULL);
    for (i = 0; i < count && i < 3; ++i) printf("    still open: %s\n", advise_fact_label(rules, open[i], "en"));
    advise_answer_free(answer);
}

int main(int argc, char** argv)
{
    advise_rules* rules = NULL;
    advise_person* person = NULL;
    advise_findings* findings = NULL;
    size_t i;
    advise_status status = argc > 1 ? advise_rules_load_files((const char* const*)argv + 1, (size_t)argc - 1, &rules, &findings)
                                    : advise_rules_load_shipped(&rules, &findings);
    if (status != ADVISE_OK) tell_and_leave(status, findings);
    advise_findings_free(findings);
    if (advise_abi_version() != ADVISE_ABI_VERSION || advise_person_new(rules, &person) != ADVISE_OK) tell_and_leave(ADVISE_FAULT, NULL);

    for (i = 0; i < sizeof known / sizeof *known; ++i) {
        const int last = i + 1 == sizeof known / sizeof *known || strcmp(known[i + 1].who, known[i].who) != 0;
        status = advise_person_say(person, known[i].fact, known[i].value, &findings);
        if (status != ADVISE_OK) tell_and_leave(status, findings);
        if (!last) continue;
        advise_on(rules, person, known[i].who);
        advise_person_clear(person);
    }
    advise_person_free(person);
    advise_rules_free(rules);
    return 0;
}
