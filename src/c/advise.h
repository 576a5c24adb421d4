/*
 * advise.h: the engine as a C library. Rules and a person in; exact advice out, with its proof.
 *
 *     advise_rules* rules = NULL;
 *     advise_person* person = NULL;
 *     advise_answer* answer = NULL;
 *     advise_outcome first;
 *     if (advise_rules_load_shipped(&rules, NULL) == ADVISE_OK && advise_person_new(rules, &person) == ADVISE_OK
 *         && advise_person_say(person, "parallelism", "advanced", NULL) == ADVISE_OK
 *         && advise_answer_new(person, ADVISE_PROOF, &answer) == ADVISE_OK && advise_answer_outcome(answer, 0, &first) == ADVISE_OK)
 *         puts(advise_role_label(rules, first.role, "en"));
 *
 * Results. A function that can fail returns an advise_status and writes its result through a pointer, which must not be NULL. When the status is not
 * ADVISE_OK, that pointer's target is NULL (handles, texts) or untouched (numbers, structures). No C++ exception leaves the library, and it never prints,
 * exits or aborts.
 *
 * Handles. A handle belongs to the caller, who frees it once with the function …_free; NULL may be freed. They may be freed in any order: a person, an answer
 * and an evaluator keep what they need of the rules, and findings what they point into. A NULL handle is ADVISE_BAD_ARGUMENT; functions that return a text
 * give NULL then, and those that count give 0.
 *
 * Texts are UTF-8. What comes out ends in a NUL byte, which its length does not count, and belongs to the handle that it was asked of. It lives as long as the
 * handle, unless the function says "until the next call". What goes in is NUL-terminated where no length is asked for; it is copied, nothing is kept.
 *
 * Languages. Labels are asked for by a tag ("en", "fa", "de"); NULL is the language of the rule base, and where there is no label in the language the one in
 * the language of the rules, else the name stands for it. Sentences are in English ("en") or Persian ("fa"); NULL is what the program advise would choose:
 * Persian when most letters of the profile are of the Arabic script, else the language of the rules, or English.
 *
 * Threads. An advise_rules never changes: any number of threads may use one at the same time. Every other handle is used by one thread at a time. There is no
 * global state.
 *
 * Numbers. A fact's value is an integer: the index of a level or an option, counted from 0; 0 or 1 for yes/no; for a number millionths, so 3.5 years are
 * 3500000. Points are whole. The same input gives the same answer, on every machine.
 */
#ifndef ADVISE_H
#define ADVISE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define ADVISE_API __attribute__((visibility("default")))
#else
#define ADVISE_API
#endif
#if defined(__cplusplus)
#define ADVISE_NOTHROW noexcept
extern "C" {
#else
#define ADVISE_NOTHROW
#endif

/* ---- The library ---------------------------------------------------------------------------------------------------------------------------------- */

/* The interface that this header describes. It grows when something that a compiled program relies on changes; the shared library has it in its name. */
#define ADVISE_ABI_VERSION 1

/* The interface of the library that is running; a program works with it when this is the ADVISE_ABI_VERSION it was compiled with. */
ADVISE_API uint32_t advise_abi_version(void) ADVISE_NOTHROW;

/* The version of the library: "0.1.0". Lives as long as the process. */
ADVISE_API const char* advise_version(void) ADVISE_NOTHROW;

typedef enum advise_status {
    ADVISE_OK = 0,
    ADVISE_REFUSED = 1,       /* the rules, the profile or the value have errors: the findings tell them */
    ADVISE_NOT_FOUND = 2,     /* nothing has this name */
    ADVISE_BAD_ARGUMENT = 3,  /* NULL where it is not allowed, an index past the end, a value that the fact cannot have, handles of different rules */
    ADVISE_TOO_SMALL = 4,     /* the array has no room for the result; the count says how much is needed */
    ADVISE_OUT_OF_MEMORY = 5, /* there was not enough memory; the handles are as they were */
    ADVISE_FAULT = 6          /* a mistake of the library; please report it */
} advise_status;

/* The constant's name: "ADVISE_REFUSED"; for what is no status "?". Lives as long as the process. */
ADVISE_API const char* advise_status_name(advise_status status) ADVISE_NOTHROW;

typedef struct advise_rules advise_rules;         /* a rule base, checked and compiled; never changes */
typedef struct advise_person advise_person;       /* what is known of somebody under a rule base */
typedef struct advise_answer advise_answer;       /* the advice for a person as they were when it was asked for */
typedef struct advise_evaluator advise_evaluator; /* verdicts and points, many times, without allocating */
typedef struct advise_findings advise_findings;   /* what was found wrong, or worth a warning, in a text */

/* ---- Rules ---------------------------------------------------------------------------------------------------------------------------------------- */

/* One rule file as a text. */
typedef struct advise_source {
    const char* name; /* for messages and imports: "skills.rules" */
    const char* text;
    size_t length; /* of the text, in bytes */
} advise_source;

/*
 * Loads rule files as one rule base. The names are paths, read as `advise --rules` reads them: imports are relative to the file that holds them, and stay inside
 * the folder tree of the root file that they come from, symbolic links followed. "builtin:ml_roles.rules" is the shipped rule base; "-" is refused.
 * A compiled rule base (`advise compile --to binary`) is loaded alone; it is copied and judged whole, so it does not matter what becomes of the file.
 * `findings` may be NULL. Otherwise it receives what was found, with status ADVISE_OK too (warnings), or NULL where nothing was.
 * O(bytes) but for sorting.
 */
ADVISE_API advise_status advise_rules_load_files(const char* const* paths, size_t count, advise_rules** rules,
                                                 advise_findings** findings) ADVISE_NOTHROW;

/*
 * Loads texts as one rule base. They may import one another by their names; nothing is read from the disk. Two texts with one name are ADVISE_BAD_ARGUMENT.
 * The bytes of one compiled rule base will do too.
 * `findings` as above.
 */
ADVISE_API advise_status advise_rules_load_texts(const advise_source* sources, size_t count, advise_rules** rules,
                                                 advise_findings** findings) ADVISE_NOTHROW;

/* Loads the rule base that the program advise ships with: technical roles around machine learning, in English and Persian. `findings` as above. */
ADVISE_API advise_status advise_rules_load_shipped(advise_rules** rules, advise_findings** findings) ADVISE_NOTHROW;

ADVISE_API void advise_rules_free(advise_rules* rules) ADVISE_NOTHROW;

/* The title of the rule base, "" where it has none; and the tag of its language. O(1). */
ADVISE_API const char* advise_rules_title(const advise_rules* rules) ADVISE_NOTHROW;
ADVISE_API const char* advise_rules_language(const advise_rules* rules) ADVISE_NOTHROW;

/* ---- Facts: what can be said of a person. They are numbered from 0 in the order of their declaration. ---------------------------------------------- */

typedef enum advise_fact_type {
    ADVISE_LEVEL = 0,  /* one of its levels, in their order */
    ADVISE_YES_NO = 1, /* 0 or 1 */
    ADVISE_NUMBER = 2, /* millionths */
    ADVISE_ONE_OF = 3, /* one of its options */
    ADVISE_ANY_OF = 4  /* a set of its options */
} advise_fact_type;

/* How many facts there are. O(1). */
ADVISE_API size_t advise_fact_count(const advise_rules* rules) ADVISE_NOTHROW;

/* The fact of this name: its term, another name (`aka`) or a label in any language, in any spelling that the language takes for the same. O(length). */
ADVISE_API advise_status advise_fact_find(const advise_rules* rules, const char* name, uint32_t* fact) ADVISE_NOTHROW;

/* The term by which rules and profiles name it; its label in a language; the question by which an interview asks for it in a language, "" where it has none;
 * the unit of a number, "" where it has none. NULL: there is no such fact. O(labels). */
ADVISE_API const char* advise_fact_name(const advise_rules* rules, uint32_t fact) ADVISE_NOTHROW;
ADVISE_API const char* advise_fact_label(const advise_rules* rules, uint32_t fact, const char* language) ADVISE_NOTHROW;
ADVISE_API const char* advise_fact_question(const advise_rules* rules, uint32_t fact, const char* language) ADVISE_NOTHROW;
ADVISE_API const char* advise_fact_unit(const advise_rules* rules, uint32_t fact) ADVISE_NOTHROW;

/* Its type, and the least and the greatest value that it can have (a set: 0 and 0). `type`, `least` and `greatest` may be NULL. O(1). */
ADVISE_API advise_status advise_fact_domain(const advise_rules* rules, uint32_t fact, advise_fact_type* type, int64_t* least,
                                            int64_t* greatest) ADVISE_NOTHROW;

/* How many levels or options it has; 0 for yes/no, for a number, and where there is no such fact. O(1). */
ADVISE_API size_t advise_option_count(const advise_rules* rules, uint32_t fact) ADVISE_NOTHROW;

/* The level or option of this name: its term, a label in any language. O(length). */
ADVISE_API advise_status advise_option_find(const advise_rules* rules, uint32_t fact, const char* name, uint32_t* option) ADVISE_NOTHROW;

/* The term of a level or option, and its label in a language. NULL: there is no such fact or option. O(labels). */
ADVISE_API const char* advise_option_name(const advise_rules* rules, uint32_t fact, uint32_t option) ADVISE_NOTHROW;
ADVISE_API const char* advise_option_label(const advise_rules* rules, uint32_t fact, uint32_t option, const char* language) ADVISE_NOTHROW;

/* ---- Roles: what is advised. They are numbered from 0 in the order of their declaration. ---------------------------------------------------------- */

/* How many there are; the role of this name, by term, other name or label (a concept is none); its term and its label; all as for facts. */
ADVISE_API size_t advise_role_count(const advise_rules* rules) ADVISE_NOTHROW;
ADVISE_API advise_status advise_role_find(const advise_rules* rules, const char* name, uint32_t* role) ADVISE_NOTHROW;
ADVISE_API const char* advise_role_name(const advise_rules* rules, uint32_t role) ADVISE_NOTHROW;
ADVISE_API const char* advise_role_label(const advise_rules* rules, uint32_t role, const char* language) ADVISE_NOTHROW;

/* The sum of a role's positive evidence; 0 where there is no such role. O(1). */
ADVISE_API int64_t advise_role_max_points(const advise_rules* rules, uint32_t role) ADVISE_NOTHROW;

/* ---- A person: for each fact the values that they may still have. What nothing is said of is unknown, which is not "no". ---------------------------- */

/* Somebody of whom nothing is known. O(facts). */
ADVISE_API advise_status advise_person_new(const advise_rules* rules, advise_person** person) ADVISE_NOTHROW;
ADVISE_API void advise_person_free(advise_person* person) ADVISE_NOTHROW;

/* Forgets everything. O(facts that something was said of); allocates nothing. */
ADVISE_API advise_status advise_person_clear(advise_person* person) ADVISE_NOTHROW;

#define ADVISE_CLOSED 1u /* as if the profile ended in `otherwise: no` */
#define ADVISE_STRICT 2u /* keys that name nothing are errors, not warnings */

/*
 * Reads a whole profile, text or JSON, in place of what was known; as the program reads the file `name` (NULL: "profile"). After errors the person is as before.
 * `language` is that of the findings. `findings` may be NULL; otherwise it receives what was found, warnings too, or NULL where nothing was.
 * O(length + facts).
 */
ADVISE_API advise_status advise_person_read(advise_person* person, const char* name, const char* text, size_t length, uint32_t flags,
                                            const char* language, advise_findings** findings) ADVISE_NOTHROW;

/*
 * Says one line of a profile: `key: value`, or the key alone where the value is NULL. It takes the place of what was said of this fact before. "name", "note" and
 * "otherwise" mean what they mean in a profile. A key that names nothing is an error. `findings` as above. O(length).
 */
ADVISE_API advise_status advise_person_say(advise_person* person, const char* key, const char* value, advise_findings** findings) ADVISE_NOTHROW;

/*
 * The fact has exactly this value (not for a set); it lies between these two, ends included (a level or a number). Each takes the place of what was said of the fact
 * before. A value outside of what the fact can have is ADVISE_BAD_ARGUMENT. O(1); allocates nothing.
 */
ADVISE_API advise_status advise_person_set(advise_person* person, uint32_t fact, int64_t value) ADVISE_NOTHROW;
ADVISE_API advise_status advise_person_set_range(advise_person* person, uint32_t fact, int64_t from, int64_t to) ADVISE_NOTHROW;

/*
 * These options are in the set; no others when it is `complete`, else nothing is known of the others. A complete set without options is ADVISE_BAD_ARGUMENT where one
 * of the fact's options is named "no", for no profile could say it. O(options); allocates nothing but for that question.
 */
ADVISE_API advise_status advise_person_set_options(advise_person* person, uint32_t fact, const uint32_t* options, size_t count,
                                                   int complete) ADVISE_NOTHROW;

/* Nothing is known of the fact, even when the person is closed; nothing was said of the fact, O(facts that something was said of). Allocates nothing. */
ADVISE_API advise_status advise_person_set_unknown(advise_person* person, uint32_t fact) ADVISE_NOTHROW;
ADVISE_API advise_status advise_person_forget(advise_person* person, uint32_t fact) ADVISE_NOTHROW;

/* Whether facts that nothing is said of are at their "no" (`otherwise: no`). O(1); allocates nothing. */
ADVISE_API advise_status advise_person_close(advise_person* person, int closed) ADVISE_NOTHROW;

/*
 * The person as a profile that the program reads: what was read, byte for byte, as long as nothing was said or set after it; else a line for each fact that
 * something was said of. An answer's JSON is about this text, and `advise verify` checks it with this text. Until the next call on this person.
 */
ADVISE_API advise_status advise_person_profile(advise_person* person, const char** text, size_t* length) ADVISE_NOTHROW;

/* ---- Advice --------------------------------------------------------------------------------------------------------------------------------------- */

typedef enum advise_verdict {
    ADVISE_NO = 0,      /* in no completion of what is known */
    ADVISE_UNKNOWN = 1, /* in some, not in all */
    ADVISE_YES = 2      /* in every one */
} advise_verdict;

/* What is said of one role. */
typedef struct advise_outcome {
    uint32_t role;
    int32_t verdict; /* an advise_verdict */
    int32_t exact;   /* 0: it was more work than the limits allow: the verdict may be ADVISE_UNKNOWN too often, and the points enclose the exact ones */
    int32_t reserved;
    int64_t low, high; /* the least and the greatest points over all completions, both attained */
} advise_outcome;

typedef enum advise_detail {
    ADVISE_VERDICTS = 0, /* verdicts and points */
    ADVISE_OPEN = 1,     /* and the facts that can still change them */
    ADVISE_PROOF = 2     /* and the proof, from which JSON and pages are made */
} advise_detail;

/* Advice for a person. The answer does not change when the person does afterwards. The work is bounded by numbers of steps, never by time. */
ADVISE_API advise_status advise_answer_new(const advise_person* person, advise_detail detail, advise_answer** answer) ADVISE_NOTHROW;
ADVISE_API void advise_answer_free(advise_answer* answer) ADVISE_NOTHROW;

/* How many roles there are in it: all. */
ADVISE_API size_t advise_answer_count(const advise_answer* answer) ADVISE_NOTHROW;

/* What is said of the role at a place: yes before unknown before no, then more points, then as declared. O(1). */
ADVISE_API advise_status advise_answer_outcome(const advise_answer* answer, size_t place, advise_outcome* outcome) ADVISE_NOTHROW;

/*
 * The facts that can still change the verdict or the points of the role at a place, in order of declaration. At most `room` of them are written; `count` says how
 * many there are, and more than `room` is ADVISE_TOO_SMALL. With ADVISE_OPEN or ADVISE_PROOF; else ADVISE_BAD_ARGUMENT. `facts` may be NULL where `room` is 0.
 */
ADVISE_API advise_status advise_answer_open(const advise_answer* answer, size_t place, uint32_t* facts, size_t room, size_t* count) ADVISE_NOTHROW;

/*
 * The answer with its proof as JSON, byte for byte what `advise --json` prints for the same rules and the profile of advise_person_profile; with a language, what
 * `--lang` makes of it. With ADVISE_PROOF; else ADVISE_BAD_ARGUMENT. Until the next call of this function on this answer. `length` may be NULL here and below.
 */
ADVISE_API advise_status advise_answer_json(advise_answer* answer, const char* language, const char** text, size_t* length) ADVISE_NOTHROW;

/*
 * The advice, or why one role fits or does not, as plain text for people: what `advise PROFILE` and `advise explain ROLE PROFILE` print without colours, but for the
 * commands that they propose. `columns` is the width of the lines, 20 to 100; 0 is 80. The first with ADVISE_PROOF only. Until the next call of either on this answer.
 */
ADVISE_API advise_status advise_answer_page(advise_answer* answer, const char* language, unsigned columns, const char** text,
                                            size_t* length) ADVISE_NOTHROW;
ADVISE_API advise_status advise_answer_explain(advise_answer* answer, uint32_t role, const char* language, unsigned columns, const char** text,
                                               size_t* length) ADVISE_NOTHROW;

/* Verdicts and points of many people, one after another. Made once for each thread. O(size of the rules). */
ADVISE_API advise_status advise_evaluator_new(const advise_rules* rules, advise_evaluator** evaluator) ADVISE_NOTHROW;
ADVISE_API void advise_evaluator_free(advise_evaluator* evaluator) ADVISE_NOTHROW;

/*
 * The same outcomes as those of advise_answer_new, in the same order, written to an array with room for advise_role_count of them (else ADVISE_TOO_SMALL). After the
 * first runs nothing is allocated, unless a role's verdict or points need more than Kleene's tables. O(size of the circuit).
 */
ADVISE_API advise_status advise_evaluator_run(advise_evaluator* evaluator, const advise_person* person, advise_outcome* outcomes,
                                              size_t room) ADVISE_NOTHROW;

/* ---- Findings: errors, warnings and notes about rules and profiles -------------------------------------------------------------------------------- */

typedef enum advise_severity { ADVISE_ERROR = 0, ADVISE_WARNING = 1, ADVISE_NOTE = 2 } advise_severity;

typedef struct advise_finding {
    const char* code; /* "A1003"; `advise help A1003` explains it */
    const char* message;
    const char* help;                   /* what to type instead, a line for each proposal; "" where there is none */
    const char* file;                   /* NULL: the finding has no place, and the numbers below are 0 */
    uint32_t line, column;              /* from 1; columns count code points */
    uint32_t end_line, end_column;      /* behind the end */
    int32_t severity;                   /* an advise_severity */
    int32_t reserved;
} advise_finding;

/* How many there are; NULL has none. At most 50 errors and 1,000 others of each file are kept; a last finding says how many were left out. */
ADVISE_API size_t advise_findings_count(const advise_findings* findings) ADVISE_NOTHROW;

/* One of them, in order of place. The texts live as long as the handle. */
ADVISE_API advise_status advise_findings_get(advise_findings* findings, size_t index, const char* language, advise_finding* finding) ADVISE_NOTHROW;

/* All of them as the program prints them to a file: sentence, place, the line with what is wrong underlined, notes, help. Until the next call of this function. */
ADVISE_API advise_status advise_findings_text(advise_findings* findings, const char* language, const char** text, size_t* length) ADVISE_NOTHROW;

ADVISE_API void advise_findings_free(advise_findings* findings) ADVISE_NOTHROW;

#if defined(__cplusplus)
}
#endif
#endif
