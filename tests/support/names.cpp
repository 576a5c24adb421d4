#include "names.hpp"

#include <utility>

#include "unicode.hpp"

namespace advise::tests {

const name_pools& pools() {
    static const name_pools all{
        {"parallelism",
         "distributed computing",
         "low-level optimisation",
         "machine learning",
         "c++",
         "c#",
         "f#",
         "c/c++",
         "node.js",
         "ci/cd",
         "r&d",
         "utf-8 tooling",
         "x.509",
         "web3",
         "k8s",
         "o'reilly books",
         "systems programming",
         "compiler design",
         "technical writing",
         "public speaking",
         "refuses on-call",
         "works at night",
         "enjoys teaching",
         "wants to manage",
         "prefers start-ups",
         "years of experience",
         "team size",
         "papers",
         "talks given",
         "degree",
         "sector",
         "spoken languages",
         "german",
         "python",
         "fintech",
         "kelvin",
         "café culture",
         "straße building",
         "Ελληνικά",
         "Русский язык",
         "موازی‌سازی",
         "بهینه‌سازی سطح پایین",
         "محاسبات توزیع‌شده",
         "کامپایلر",
         "علاقه به آموزش",
         "سابقه",
         "مدیریت پروژه",
         "trust in people",
         "at home",
         "andragogy",
         "origami",
         "notary work",
         "inline assembly",
         "isolation",
         "atlas",
         "ETL",
         "GPU",
         "on premises",
         "life as code",
         "数据 分析",
         "v2 design"},
        {"infra",
         "systems background",
         "developer advocate",
         "ML accelerator engineer",
         "hardware sense",
         "framework engineer",
         "solutions architect",
         "platform engineer",
         "senior",
         "ready to lead",
         "deep systems",
         "people person",
         "compiler engineer",
         "sre",
         "data engineer",
         "زیرساخت",
         "مهارت سیستمی",
         "مهندس داده",
         "معلم",
         "team lead",
         "consultant/trainer",
         "c++ expert",
         "Αρχιτέκτων",
         "staff+",
         "jack-of-all-trades"},
        {"research and development",
         "3d printing",
         "python 3",
         "not invented here",
         "none of these",
         "all of us",
         "any of them",
         "at least one",
         "is agile",
         "fact checking",
         "rule of law",
         "role playing",
         "scale models",
         "test automation",
         "when idle",
         "requires care",
         "after hours",
         "ask first",
         "given names",
         "expect more",
         "import duties",
         "source control",
         "syntax trees",
         "claim handling",
         "because of it",
         "cites work",
         "includes tax",
         "pros or cons",
         "label printing",
         "language design",
         "unless asked",
         "exactly right",
         ".net",
         "1-2",
         "12",
         "-1",
         "a (b)",
         "x: y",
         "say \"hi\"",
         "back\\slash",
         "#hashtag",
         "a -> b",
         "a, b",
         "x >= 3",
         "interest in",
         "+5",
         "first aid",
         "always on",
         "more or less",
         "points",
         "and",
         "url shortening"},
        {"none", "bachelor",   "master", "doctorate",     "no",       "no degree", "unknown", "english",           "persian", "german", "cloud",
         "edge", "chip maker", "c#",     "pros and cons", "not sure", "at home",   "فارسی",   "هیچ‌کدام", "b+"},
        {"years", "weeks", "people", "km/h"},
    };
    return all;
}

std::vector<std::string> unicode_variants(std::string_view name) {
    static const std::vector<std::pair<std::string, std::vector<std::string>>> table{
        {"Ελληνικά", {"ΕΛΛΗΝΙΚΆ", "ελληνικά", "Ελληνικα\u0301"}},
        {"Αρχιτέκτων", {"ΑΡΧΙΤΈΚΤΩΝ"}},
        {"Русский язык", {"РУССКИЙ ЯЗЫК", "русскии\u0306 язык"}},
        {"straße building", {"STRASSE BUILDING", "strasse-building"}},
        {"café culture", {"CAFÉ CULTURE", "cafe\u0301 culture"}},
        {"python", {"\uFF50\uFF59\uFF54\uFF48\uFF4F\uFF4E"}},
        {"fintech", {"\uFB01ntech"}},
        {"kelvin", {"\u212Aelvin"}},
        {"web3", {"web۳", "web٣"}},
        {"o'reilly books", {"o\u2019reilly books"}},
        {"low-level optimisation", {"low\u2010level optimisation", "low\u2011level\u00A0optimisation"}},
        {"machine learning", {"machine\u00A0learning"}},
        {"موازی‌سازی", {"موازي‌سازي", "مـوازی‌سازی", "م\u064Fوازی سازی"}},
        {"کامپایلر", {"كامپايلر"}},
        {"مدیریت پروژه", {"مديريت پروژة", "مدیریت پروژۀ"}},
        {"بهینه‌سازی سطح پایین", {"بهينه سازي سطح پايين"}},
        {"زیرساخت", {"زيرساخت", "زیر‌ساخت"}},
    };
    for (const auto& [canonical, variants] : table) {
        if (canonical == name) {
            return variants;
        }
    }
    return {};
}

std::string fold(std::string_view term) {
    std::string key;
    char32_t before = U' ';
    char32_t separator = 0;
    for (const char32_t letter : decode(term)) {
        if (is_separator(letter)) {
            separator = letter;
            continue;
        }
        if (separator != 0 && is_digit(letter) && !is_letter(before)) {
            key += '-';
        }
        separator = 0;
        key += encode(folded_letter(letter));
        before = letter;
    }
    return key;
}

}  // namespace advise::tests
