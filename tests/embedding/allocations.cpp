// The C interface when memory is short, and how often it asks for memory at all. The library is the shared one; its operator new is ours.
//
// For n = 1, 2, 3 … the n-th allocation of an operation fails, until the operation needs fewer. Each time the status must be ADVISE_OUT_OF_MEMORY, or the
// result what it is with all memory (some of the standard library's own allocations may fail), and the handles must be as they were.
#include "failing_new.hpp"
#include "handles.hpp"

#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace advise::tests {
namespace {

int failures = 0;

void check(bool holds, const char* what, std::uint64_t n = 0) {
    if (holds) return;
    std::printf("not so: %s (allocation %llu)\n", what, static_cast<unsigned long long>(n));
    ++failures;
}

/// What an operation came to: its status, and what it handed out.
struct result {
    advise_status status;
    std::string shown;
};

/// Runs an operation with each of its allocations failing in turn. \param every only each so manieth, for what allocates much
void survives(const char* what, const std::function<result()>& operation, std::uint64_t every = 1) {
    const result whole = operation();
    std::uint64_t n = 1, refused = 0;
    for (;; n += every) {
        fail_allocation(n);
        const result got = operation();
        const bool failed = has_failed();
        fail_allocation(0);
        if (!failed) break;
        if (got.status == ADVISE_OUT_OF_MEMORY) ++refused;
        else check(got.status == whole.status && got.shown == whole.shown, what, n);
    }
    const result after = operation();
    check(after.status == whole.status && after.shown == whole.shown, what);
    check(refused > 0, what);
    std::printf("%s: %llu allocations, %llu refused\n", what, static_cast<unsigned long long>(n - 1), static_cast<unsigned long long>(refused));
}

const char* const rules_text = R"(ruleset "Own"
fact maths: level
    label fa "ریاضی"
    ask "How much?"
fact teaches: yes/no
fact experience: number 0..60 years
fact tongues: any of (english, persian, german)
concept scholar
    when maths >= beginner or experience > 3
role tutor "A tutor"
    when scholar and teaches
       because "They teach."
    unless not scholar and maths
    +3 experience >= 2.5
    +2 tongues includes persian
role clerk
    when teaches or not teaches
    requires 0 points
test "one"
    given maths: advanced
    expect tutor: unknown
claim always clerk
)";

result load(const std::string& text) {
    const advise_source source{"own.rules", text.data(), text.size()};
    advise_rules* rules = nullptr;
    advise_findings* findings = nullptr;
    const advise_status status = advise_rules_load_texts(&source, 1, &rules, &findings);
    const rules_handle kept(rules);
    const findings_handle found(findings);
    check((rules != nullptr) == (status == ADVISE_OK), "rules are handed out when all is well, and only then");
    return {status, std::to_string(advise_fact_count(rules)) + " " + std::to_string(advise_findings_count(findings))};
}

void loading() {
    const std::string own = rules_text, bad = own + "role tutor\nfact x: colour\nno such -> thing thing (+2000)\n";
    survives("loading rules", [&] { return load(own); });
    survives("loading bad rules", [&] { return load(bad); });
    std::string large;  // read ahead by a thread of its own
    for (int i = 0; large.size() < (3U << 20); ++i)
        large += "a" + std::to_string(i) + " and b" + std::to_string(i % 100) + " -> c" + std::to_string(i) + "\n";
    survives(
        "loading many rules", [&] { return load(large); }, 19'997);
    survives(
        "loading the shipped rules",
        [] {
            advise_rules* rules = nullptr;
            const advise_status status = advise_rules_load_shipped(&rules, nullptr);
            const rules_handle kept(rules);
            return result{status, std::to_string(advise_fact_count(rules))};
        },
        97);
}

/// How many bytes the person's profile has, without an allocation that could fail on the way.
std::uint64_t said_of(advise_person& person) {
    const without_failures here;
    return profile_of(person).size();
}

void people(const advise_rules& rules) {
    const person_handle person = person_of(rules);
    survives("a new person", [&] {
        advise_person* made = nullptr;
        const advise_status status = advise_person_new(&rules, &made);
        const person_handle kept(made);
        return result{status, made == nullptr ? "" : std::to_string(said_of(*made))};
    });
    for (const auto& [key, value] :
         {std::pair("maths", "at least beginner"), {"tongues", "english, persian"}, {"maths", "huge"}, {"mahts", "expert"}, {"name", "Sara"}}) {
        survives(key, [&, key = key, value = value] {
            demand(advise_person_clear(person.get()));
            advise_findings* found = nullptr;
            const advise_status status = advise_person_say(person.get(), key, value, &found);
            const findings_handle kept(found);
            const std::uint64_t said = said_of(*person);
            check(status == ADVISE_OK || said == 0, "a line that was not taken changes nothing");
            return result{status, std::to_string(said) + " " + std::to_string(advise_findings_count(found))};
        });
    }
    const std::string text = "name: Sara\nmaths: expert\ntaeches: yes\ntongues: includes german\nexperience: 3..5\notherwise: no\n";
    survives("reading a profile", [&] {
        const advise_status status = advise_person_read(person.get(), "sara.txt", text.data(), text.size(), 0, nullptr, nullptr);
        return result{status, ""};
    });
    survives("writing a profile", [&] {
        const char* shown = nullptr;
        const advise_status status = advise_person_profile(person.get(), &shown, nullptr);
        const without_failures here;
        return result{status, shown == nullptr ? "" : shown};
    });
}

result text_from(const std::function<advise_status(const char**, std::size_t*)>& call) {
    const char* text = nullptr;
    std::size_t length = 0;
    const advise_status status = call(&text, &length);
    const without_failures here;
    check((text != nullptr) == (status == ADVISE_OK), "a text is lent out when all is well, and only then");
    return {status, text == nullptr ? "" : std::string(text, length)};
}

void answers(const advise_rules& rules) {
    const person_handle person = person_of(rules);
    demand(advise_person_say(person.get(), "maths", "at least beginner", nullptr));
    survives("an answer with its proof", [&] {
        advise_answer* made = nullptr;
        const advise_status status = advise_answer_new(person.get(), ADVISE_PROOF, &made);
        const answer_handle kept(made);
        return result{status, std::to_string(advise_answer_count(made))};
    });
    answer_handle fresh;  // the profile of a person is made by the first question to an answer
    survives("JSON", [&] {
        return text_from([&](const char** text, std::size_t* length) {
            advise_answer* made = nullptr;
            const advise_status status = advise_answer_new(person.get(), ADVISE_PROOF, &made);
            fresh.reset(made);
            return status == ADVISE_OK ? advise_answer_json(made, nullptr, text, length) : status;
        });
    });
    const answer_handle answer = answer_of(*person);
    survives("JSON again", [&] { return text_from([&](auto text, auto length) { return advise_answer_json(answer.get(), "fa", text, length); }); });
    survives("a page", [&] { return text_from([&](auto text, auto length) { return advise_answer_page(answer.get(), "en", 0, text, length); }); });
    survives("an explanation",
             [&] { return text_from([&](auto text, auto length) { return advise_answer_explain(answer.get(), 0, "fa", 0, text, length); }); });
    survives("an evaluator", [&] {
        advise_evaluator* made = nullptr;
        advise_outcome all[2] = {};
        advise_status status = advise_evaluator_new(&rules, &made);
        const evaluator_handle kept(made);
        if (status == ADVISE_OK) status = advise_evaluator_run(made, person.get(), all, 2);
        return result{status, ""};
    });
    rules_handle untouched;  // what evaluators share is made by the first of them
    survives("the first evaluator", [&] {
        {
            const without_failures here;
            untouched = load_text(rules_text);
        }
        advise_evaluator* made = nullptr;
        advise_status status = advise_evaluator_new(untouched.get(), &made);
        if (status == ADVISE_OUT_OF_MEMORY) status = advise_evaluator_new(untouched.get(), &made) == ADVISE_OK ? status : ADVISE_FAULT;
        const evaluator_handle kept(made);
        return result{status, ""};
    });
    survives("names", [&] {
        std::uint32_t fact = 0;
        const advise_status status = advise_fact_find(&rules, "ﺭﯾﺎﺿﯽ and a name so long that no string keeps it inside itself", &fact);
        return result{status, std::to_string(fact)};
    });
}

void findings_texts() {
    const std::string text = "role a\n    when no such thing >= 3 cubits\nfact f: colour\n";
    const advise_source source{"bad.rules", text.data(), text.size()};
    advise_rules* rules = nullptr;
    survives("findings", [&] {
        advise_findings* made = nullptr;
        advise_finding one{};
        advise_status status = advise_rules_load_texts(&source, 1, &rules, &made);
        const findings_handle kept(made);
        if (status == ADVISE_REFUSED) status = advise_findings_get(made, 0, "en", &one);
        return result{status, ""};
    });
    advise_findings* made = nullptr;
    check(advise_rules_load_texts(&source, 1, &rules, &made) == ADVISE_REFUSED, "bad rules are refused");
    const findings_handle kept(made);
    survives("findings as text", [&] { return text_from([&](auto out, auto length) { return advise_findings_text(made, "fa", out, length); }); });
}

/// Many people, one after another, in one person's handle: after the first of them not one allocation.
void warmed_up(const advise_rules& rules, const std::vector<std::vector<std::int64_t>>& everybody) {
    const person_handle person = person_of(rules);
    const evaluator_handle evaluator = evaluator_of(rules);
    std::vector<advise_outcome> outcomes(advise_role_count(&rules));
    const auto evaluate_all = [&] {
        for (const std::vector<std::int64_t>& one : everybody) {
            demand(advise_person_clear(person.get()));
            demand(advise_person_close(person.get(), 1));
            for (std::uint32_t f = 0; f < one.size(); ++f)
                if (one[f] >= 0) demand(advise_person_set(person.get(), f, one[f]));
            demand(advise_evaluator_run(evaluator.get(), person.get(), outcomes.data(), outcomes.size()));
        }
    };
    evaluate_all();
    allocations();
    evaluate_all();
    const std::uint64_t again = allocations();
    check(again == 0, "after warm-up nothing is allocated", again);
    std::printf("evaluating %zu people: %llu allocations after warm-up\n", everybody.size(), static_cast<unsigned long long>(again));
}

/// Closed people whom Kleene's tables decide: some levels and numbers; -1 where nothing is said. A choice is always said, for it may have no "no".
std::vector<std::vector<std::int64_t>> some_people(const advise_rules& rules, std::size_t how_many) {
    std::vector<std::vector<std::int64_t>> all(how_many, std::vector<std::int64_t>(advise_fact_count(&rules), -1));
    std::uint64_t state = 1;
    for (std::vector<std::int64_t>& one : all)
        for (std::uint32_t f = 0; f < one.size(); ++f) {
            advise_fact_type type{};
            std::int64_t least = 0, greatest = 0;
            demand(advise_fact_domain(&rules, f, &type, &least, &greatest));
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            if (type == ADVISE_ONE_OF || (type != ADVISE_ANY_OF && (state >> 60) < 8))
                one[f] = least + static_cast<std::int64_t>((state >> 33) % static_cast<std::uint64_t>(greatest - least + 1));
        }
    return all;
}

}  // namespace
}  // namespace advise::tests

int main() {
    using namespace advise::tests;
    const rules_handle rules = load_text(rules_text);
    loading();
    people(*rules);
    answers(*rules);
    findings_texts();
    warmed_up(*rules, some_people(*rules, 100));
    const loaded_rules shipped = load_files({});
    warmed_up(*shipped.rules, some_people(*shipped.rules, 100));
    std::printf("%d failures\n", failures);
    return failures == 0 ? 0 : 1;
}
