// Advice, and what is made of it: outcomes, JSON, pages.
#include "guard.hpp"
#include "handles.hpp"
#include "outcome.hpp"
#include "profile_text.hpp"

#include "../render/advice_page.hpp"
#include "../render/explain_page.hpp"
#include "../render/page_parts.hpp"
#include "../render/result_json.hpp"
#include "../render/text.hpp"

#include <advise/engine/reasons.hpp>

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace advise::c {
namespace {

bool same_values(const engine::facts& a, const engine::facts& b) {
    return std::ranges::equal(a.known, b.known, [](const engine::known_fact& x, const engine::known_fact& y) {
        return x.from == y.from && x.to == y.to && x.options == y.options && x.mentioned == y.mentioned;
    });
}

/// What is said of a person, and what closing it says of all else.
engine::facts to_evaluate(const advise_person& person) {
    engine::facts facts = person.facts;
    for (engine::fact_id f = 0; facts.closed && f < facts.known.size(); ++f)
        if (!facts.known[f].mentioned) facts.known[f] = person.shared->closed[f];
    return facts;
}

/// The profile that an answer is about. One that was never read is written and read, so that proofs have lines to name and a text to be checked with.
const told_profile& told(advise_answer& answer) {
    if (answer.told != nullptr) return *answer.told;
    const engine::rule_base& rules = *answer.shared->rules;
    auto made = std::make_shared<told_profile>();
    grammar::diagnostics found;
    bool usable = true;
    const auto ordinal = static_cast<std::uint32_t>(rules.files.size());
    const auto file = grammar::read_source("profile", profile_text(rules, answer.facts, answer.name, answer.notes), ordinal, found, usable);
    made->reading = cli::read_profile(file, rules, true, {}, found);
    if (found.has_errors() || !same_values(made->reading.facts, answer.facts))
        throw std::logic_error("a profile says something else than the person");
    made->found = found.sorted();
    answer.told = std::move(made);
    return *answer.told;
}

engine::advise_options asked_for(advise_detail detail) {
    engine::advise_options asked;
    asked.proof = detail == ADVISE_PROOF;
    asked.witnesses = detail != ADVISE_VERDICTS;
    return asked;
}

std::string json_of(advise_answer& answer, std::optional<grammar::language> in) {
    const told_profile& about = told(answer);
    const engine::rule_base& rules = *answer.shared->rules;
    return cli::result_json({rules, about.reading.profile, about.reading.facts, about.found, in.value_or(about.reading.spoken),
                             in ? cli::tag_of(*in) : std::string_view(rules.language)},
                            answer.advice);
}

cli::surface page_of(unsigned columns) { return {false, false, cli::usable_width({}, columns)}; }

std::string advice_of(advise_answer& answer, std::optional<grammar::language> in, unsigned columns) {
    const cli::profile_reading& about = told(answer).reading;
    const grammar::language spoken = in.value_or(about.spoken);
    const cli::document page = cli::advice_page(*answer.shared->rules, about.facts, answer.advice, about.profile, spoken, {"-", {}});
    return cli::render_text(cli::without_commands(page), page_of(columns), spoken);
}

std::string explanation_of(advise_answer& answer, engine::conclusion_id role, std::optional<grammar::language> in, unsigned columns) {
    const cli::profile_reading& about = told(answer).reading;
    const engine::program& code = answer.shared->code;
    const grammar::language spoken = in.value_or(about.spoken);
    const engine::advice alone = engine::advise_on(code, about.facts, {role}, asked_for(ADVISE_PROOF));
    const engine::minimal_reasons why = engine::reasons_of(code, about.facts, role);
    const cli::document page = cli::explain_page(code.rules(), about.facts, alone, 0, about.profile, spoken, {std::nullopt, &why, false, nullptr});
    return cli::render_text(page, page_of(columns), spoken);
}

/// Lends a text out.
advise_status lend(std::string& kept, std::string made, const char** text, size_t* length) {
    kept = std::move(made);
    *text = kept.c_str();
    if (length != nullptr) *length = kept.size();
    return ADVISE_OK;
}

bool is_place(const advise_answer* answer, size_t place) { return answer != nullptr && place < answer->advice.roles.size(); }

}  // namespace
}  // namespace advise::c

using namespace advise::c;

advise_status advise_answer_new(const advise_person* person, advise_detail detail, advise_answer** answer) noexcept {
    if (answer != nullptr) *answer = nullptr;
    if (person == nullptr || answer == nullptr || detail < ADVISE_VERDICTS || detail > ADVISE_PROOF) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        auto made = std::make_unique<advise_answer>();
        made->shared = person->shared;
        made->facts = to_evaluate(*person);
        made->name = person->name;
        made->notes = person->notes;
        made->told = person->read;
        made->detail = detail;
        made->advice = advise::engine::advise(person->shared->code, made->facts, asked_for(detail));
        *answer = made.release();
        return ADVISE_OK;
    });
}

void advise_answer_free(advise_answer* answer) noexcept { delete answer; }

size_t advise_answer_count(const advise_answer* answer) noexcept { return answer == nullptr ? 0 : answer->advice.roles.size(); }

advise_status advise_answer_outcome(const advise_answer* answer, size_t place, advise_outcome* outcome) noexcept {
    if (!is_place(answer, place) || outcome == nullptr) return ADVISE_BAD_ARGUMENT;
    *outcome = outcome_of(*answer->shared, answer->advice.roles[place]);
    return ADVISE_OK;
}

advise_status advise_answer_open(const advise_answer* answer, size_t place, uint32_t* facts, size_t room, size_t* count) noexcept {
    if (!is_place(answer, place) || count == nullptr || (facts == nullptr && room != 0)) return ADVISE_BAD_ARGUMENT;
    if (answer->detail == ADVISE_VERDICTS) return ADVISE_BAD_ARGUMENT;
    const std::vector<advise::engine::fact_id>& open = answer->advice.roles[place].open;
    *count = open.size();
    std::copy_n(open.begin(), std::min(room, open.size()), facts);
    return open.size() <= room ? ADVISE_OK : ADVISE_TOO_SMALL;
}

advise_status advise_answer_json(advise_answer* answer, const char* language, const char** text, size_t* length) noexcept {
    if (text != nullptr) *text = nullptr;
    std::optional<advise::grammar::language> in;
    if (answer == nullptr || text == nullptr || answer->detail != ADVISE_PROOF || !read_language(language, in)) return ADVISE_BAD_ARGUMENT;
    return guarded([&] { return lend(answer->json, json_of(*answer, in), text, length); });
}

advise_status advise_answer_page(advise_answer* answer, const char* language, unsigned columns, const char** text, size_t* length) noexcept {
    if (text != nullptr) *text = nullptr;
    std::optional<advise::grammar::language> in;
    if (answer == nullptr || text == nullptr || answer->detail != ADVISE_PROOF || !read_language(language, in)) return ADVISE_BAD_ARGUMENT;
    return guarded([&] { return lend(answer->page, advice_of(*answer, in, columns), text, length); });
}

advise_status advise_answer_explain(advise_answer* answer, uint32_t role, const char* language, unsigned columns, const char** text,
                                    size_t* length) noexcept {
    if (text != nullptr) *text = nullptr;
    std::optional<advise::grammar::language> in;
    if (answer == nullptr || text == nullptr || role >= answer->shared->roles.size() || !read_language(language, in)) return ADVISE_BAD_ARGUMENT;
    return guarded([&] { return lend(answer->page, explanation_of(*answer, answer->shared->roles[role], in, columns), text, length); });
}
