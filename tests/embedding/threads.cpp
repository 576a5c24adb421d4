// Two threads on one program: each its own person, evaluator, answers; both must say what one thread says. ThreadSanitizer runs this program too.
#include "handles.hpp"

#include <array>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

namespace advise::tests {
namespace {

/// All that a thread may do with rules that others use too. \return everything it was told
std::string work(const advise_rules& rules, unsigned rounds) {
    const person_handle person = person_of(rules);
    const evaluator_handle evaluator = evaluator_of(rules);
    std::string told;
    for (unsigned i = 0; i < rounds; ++i) {
        demand(advise_person_clear(person.get()));
        for (std::uint32_t f = i % 3; f < advise_fact_count(&rules); f += 3) {
            const std::size_t options = advise_option_count(&rules, f);
            const char* const value = options == 0 ? "yes" : advise_option_name(&rules, f, static_cast<std::uint32_t>((i + f) % options));
            demand(advise_person_say(person.get(), advise_fact_label(&rules, f, "fa"), value, nullptr));
        }
        told += outcomes_of(*evaluator, *person, advise_role_count(&rules));
        const answer_handle answer = answer_of(*person);
        const char* text = nullptr;
        told += json_of(*answer);
        demand(advise_answer_explain(answer.get(), i % static_cast<std::uint32_t>(advise_role_count(&rules)), "en", 0, &text, nullptr));
        told += text;
        advise_findings* found = nullptr;
        if (advise_person_say(person.get(), "paralelism", "advanced", &found) != ADVISE_REFUSED) told += "?";
        const findings_handle kept(found);
        told += text_of(found, "fa");
    }
    return told;
}

}  // namespace
}  // namespace advise::tests

int main() {
    using namespace advise::tests;
    loaded_rules base = load_files({});
    const std::string expected = work(*base.rules, 6);
    std::array<std::string, 4> told;
    std::vector<std::thread> threads;
    for (std::string& mine : told) threads.emplace_back([&] { mine = work(*base.rules, 6); });
    for (std::thread& each : threads) each.join();
    int failures = 0;
    for (const std::string& each : told)
        if (each != expected) ++failures;
    std::printf("%zu bytes told by each thread, %d of them differ\n", expected.size(), failures);
    return failures == 0 && !expected.empty() ? 0 : 1;
}
