#include "interview_words.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/profile.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <span>

namespace advise::cli {
namespace {

using words = std::span<const std::string_view>;

// Blanks, hyphens, half spaces and the letters that Arabic keyboards have for Persian ones make no difference.
constexpr std::string_view back[] = {"back", "go back", "undo", "previous",  "prev",      "b",         "برگرد",      "برگشت", "برگردیم", "برو عقب",
                                     "عقب",  "قبلی",    "قبل",  "سؤال قبلی", "سوال قبلی", "پرسش قبلی", "پرسش پیشین", "پیشین", "بازگشت",  "بازگرد"};
constexpr std::string_view skip[] = {"skip",      "skip it",   "next",      "later", "pass",  "not now", "بعدی", "بعد",     "بعداً",    "بعدا",
                                     "سؤال بعدی", "سوال بعدی", "پرسش بعدی", "رد",    "رد کن", "رد شو",   "بگذر", "فعلاً نه", "فعلا نه", "حالا نه"};
constexpr std::string_view why[] = {"why",     "why this", "why do you ask",         "why is this asked",        "چرا",
                                    "برای چه", "برای چی",  "چرا می‌پرسی", "چرا می‌پرسید", "دلیل"};
constexpr std::string_view list[] = {"list", "answers", "show", "فهرست", "لیست", "پاسخ‌ها", "جواب‌ها"};
constexpr std::string_view help[] = {"help", "commands", "h", "راهنما", "کمک", "راهنمایی"};
constexpr std::string_view stop[] = {"stop", "quit", "exit",   "end",      "done",  "finish", "enough",  "q",    "پایان",
                                     "بس",   "بسه",  "بس است", "کافی است", "کافیه", "تمام",   "تمام شد", "خروج", "توقف"};
constexpr std::string_view change[] = {"change", "correct", "تغییر", "اصلاح"};

struct meaning {
    ask_word word;
    words spellings;
};
constexpr meaning meanings[] = {{ask_word::back, back}, {ask_word::skip, skip}, {ask_word::why, why},
                                {ask_word::list, list}, {ask_word::help, help}, {ask_word::stop, stop}};

/// "Why?" asks as "why" does; a line of marks alone ("?") keeps them.
std::string_view without_marks(std::string_view line) {
    constexpr std::string_view marks[] = {"?", "؟", "!", ".", "…", " "};
    std::string_view rest = line;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : marks)
            if (rest.ends_with(mark)) {
                rest.remove_suffix(mark.size());
                again = true;
            }
    }
    return rest.empty() ? line : rest;
}

bool among(words spellings, const std::string& key) {
    return !key.empty() && std::ranges::any_of(spellings, [&](std::string_view each) { return key == grammar::term_key(each); });
}

bool says_unknown(std::string_view line) {
    const grammar::value_result value = grammar::parse_value(line);
    if (value.error == grammar::value_error::none && value.value.form == grammar::value_form::unknown) return true;
    const std::string_view answer = grammar::answer_said_plainly(without_marks(line));
    return line == "؟" || answer == "unknown" || answer == "نمی‌دانم";
}

}  // namespace

ask_word ask_word_of(std::string_view line, std::string& rest) {
    const std::string key = grammar::term_key(without_marks(line));
    for (const meaning& each : meanings)
        if (among(each.spellings, key)) return each.word;
    if (says_unknown(line)) return ask_word::dont_know;
    const std::size_t blank = line.find(' ');
    for (const std::string_view word : change) {
        if (grammar::term_key(line.substr(0, blank)) != grammar::term_key(word)) continue;
        rest = blank == std::string_view::npos ? std::string() : std::string(line.substr(blank + 1));
        return ask_word::change;
    }
    return ask_word::none;
}

std::optional<bool> plain_answer(std::string_view line) {
    if (const auto plain = grammar::yes_or_no(without_marks(line))) return plain;
    const std::string_view answer = grammar::answer_said_plainly(without_marks(line));
    if (answer == "yes" || answer == "بله") return true;
    if (answer == "no" || answer == "نه") return false;
    return std::nullopt;
}

}  // namespace advise::cli
