// The C interface for tests in C++: handles that free themselves, answers as strings.
#pragma once

#include <advise.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace advise::tests {

template <auto Free>
struct freed_by {
    template <class Handle>
    void operator()(Handle* handle) const {
        Free(handle);
    }
};
using rules_handle = std::unique_ptr<advise_rules, freed_by<advise_rules_free>>;
using person_handle = std::unique_ptr<advise_person, freed_by<advise_person_free>>;
using answer_handle = std::unique_ptr<advise_answer, freed_by<advise_answer_free>>;
using evaluator_handle = std::unique_ptr<advise_evaluator, freed_by<advise_evaluator_free>>;
using findings_handle = std::unique_ptr<advise_findings, freed_by<advise_findings_free>>;

inline void demand(advise_status status) {
    if (status != ADVISE_OK) throw std::runtime_error(advise_status_name(status));
}

/// Rules that may not be without errors: null then, and the findings say why.
struct loaded_rules {
    rules_handle rules;
    findings_handle findings;
};

inline loaded_rules load_files(const std::vector<std::string>& paths) {
    std::vector<const char*> names;
    for (const std::string& path : paths) names.push_back(path.c_str());
    advise_rules* rules = nullptr;
    advise_findings* findings = nullptr;
    const advise_status status =
        names.empty() ? advise_rules_load_shipped(&rules, &findings) : advise_rules_load_files(names.data(), names.size(), &rules, &findings);
    if (status != ADVISE_OK && status != ADVISE_REFUSED) demand(status);
    return {rules_handle(rules), findings_handle(findings)};
}

inline rules_handle load_text(const std::string& text) {
    const advise_source source{"case.rules", text.data(), text.size()};
    advise_rules* rules = nullptr;
    demand(advise_rules_load_texts(&source, 1, &rules, nullptr));
    return rules_handle(rules);
}

inline person_handle person_of(const advise_rules& rules) {
    advise_person* person = nullptr;
    demand(advise_person_new(&rules, &person));
    return person_handle(person);
}

inline answer_handle answer_of(const advise_person& person, advise_detail detail = ADVISE_PROOF) {
    advise_answer* answer = nullptr;
    demand(advise_answer_new(&person, detail, &answer));
    return answer_handle(answer);
}

inline evaluator_handle evaluator_of(const advise_rules& rules) {
    advise_evaluator* evaluator = nullptr;
    demand(advise_evaluator_new(&rules, &evaluator));
    return evaluator_handle(evaluator);
}

inline std::string json_of(advise_answer& answer, const char* language = nullptr) {
    const char* text = nullptr;
    std::size_t length = 0;
    demand(advise_answer_json(&answer, language, &text, &length));
    return {text, length};
}

inline std::string profile_of(advise_person& person) {
    const char* text = nullptr;
    std::size_t length = 0;
    demand(advise_person_profile(&person, &text, &length));
    return {text, length};
}

inline std::string text_of(advise_findings* findings, const char* language = nullptr) {
    if (findings == nullptr) return {};
    const char* text = nullptr;
    std::size_t length = 0;
    demand(advise_findings_text(findings, language, &text, &length));
    return {text, length};
}

/// Outcomes as a line each, for comparing.
inline std::string shown(const advise_outcome& one) {
    return std::to_string(one.role) + ": " + std::to_string(one.verdict) + (one.exact != 0 ? " " : " about ") + std::to_string(one.low) + ".."
           + std::to_string(one.high) + "\n";
}

inline std::string outcomes_of(const advise_answer& answer) {
    std::string all;
    for (std::size_t place = 0; place < advise_answer_count(&answer); ++place) {
        advise_outcome one;
        demand(advise_answer_outcome(&answer, place, &one));
        all += shown(one);
    }
    return all;
}

inline std::string outcomes_of(advise_evaluator& evaluator, const advise_person& person, std::size_t roles) {
    std::vector<advise_outcome> all(roles);
    demand(advise_evaluator_run(&evaluator, &person, all.data(), all.size()));
    std::string lines;
    for (const advise_outcome& one : all) lines += shown(one);
    return lines;
}

}  // namespace advise::tests
