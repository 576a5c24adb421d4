#include <advise/grammar/habits.hpp>

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include "profile_lines.hpp"
#include "words.hpp"

#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;

// Longer ones first where one ends or begins another.
constexpr std::pair<std::string_view, std::string_view> phrases[] = {
    {"greater than or equal to", ">="},
    {"more than or equal to", ">="},
    {"less than or equal to", "<="},
    {"no less than", ">="},
    {"no fewer than", ">="},
    {"no more than", "<="},
    {"greater than", ">"},
    {"more than", ">"},
    {"bigger than", ">"},
    {"higher than", ">"},
    {"larger than", ">"},
    {"older than", ">"},
    {"longer than", ">"},
    {"better than", ">"},
    {"less than", "<"},
    {"fewer than", "<"},
    {"smaller than", "<"},
    {"lower than", "<"},
    {"younger than", "<"},
    {"shorter than", "<"},
    {"worse than", "<"},
    {"up to", "<="},
    {"equal to", "="},
    {"equals to", "="},
    {"equals", "="},
    {"over", ">"},
    {"above", ">"},
    {"exceeds", ">"},
    {"under", "<"},
    {"below", "<"},
    {"minimum", ">="},
    {"min", ">="},
    {"maximum", "<="},
    {"max", "<="},
    {"isn't", "!="},
    {"contains", "includes"},
    {"between", ".."},
    {"from", ".."},
    {"بیشتر از", ">"},
    {"بیش از", ">"},
    {"بزرگتر از", ">"},
    {"بزرگ‌تر از", ">"},
    {"بالاتر از", ">"},
    {"کمتر از", "<"},
    {"کوچکتر از", "<"},
    {"کوچک‌تر از", "<"},
    {"پایین‌تر از", "<"},
    {"حداقل", ">="},
    {"دست‌کم", ">="},
    {"حداکثر", "<="},
    {"برابر با", "="},
    {"برابر", "="},
    {"مساوی", "="},
    {"بالای", ">"},
    {"زیر", "<"},
    {"بین", ".."},
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// The length that `phrase` takes at the start of `text`, its blanks standing for one or more; 0 where it does not stand there as words.
std::size_t phrase_length(std::string_view text, std::string_view phrase) {
    std::size_t at = 0;
    for (const char c : phrase) {
        if (at == text.size()) return 0;
        if (c == ' ') {
            if (!is_blank(text[at])) return 0;
            while (at < text.size() && is_blank(text[at])) ++at;
        } else if (lower(text[at++]) != c) {
            return 0;
        }
    }
    return at == text.size() || is_blank(text[at]) ? at : 0;
}

/// "age is", "age are": without the verb, which the sign replaces.
std::string_view without_verb(std::string_view text) {
    for (const std::string_view verb : {"is", "are", "be"})
        if (text.size() > verb.size() && is_blank(text[text.size() - verb.size() - 1])
            && words::same_word(text.data() + (text.size() - verb.size()), text.data() + text.size(), verb))
            return without_blanks(text.substr(0, text.size() - verb.size()));
    return text;
}

/// A number with what clings to it, and a unit behind it; "" where none begins.
std::string_view leading_number(std::string_view text) {
    const cursor first = text.data(), end = first + text.size();
    if (!words::begins_number(first, end)) return {};
    return {first, static_cast<std::size_t>(words::scan_number(first, end).end - first)};
}

/// "5 and 10 years" as "5..10 years"; "" for anything else.
std::string two_numbers(std::string_view text) {
    const std::string_view low = leading_number(text);
    if (low.empty()) return {};
    std::string_view rest = without_blanks(text.substr(low.size()));
    for (const std::string_view between : {"and", "to", "till", "until", "-", "–", "—", "و", "تا"}) {
        if (!rest.starts_with(between)) continue;
        rest = without_blanks(rest.substr(between.size()));
        if (leading_number(rest).empty()) return {};
        return std::string(low).append("..").append(rest);
    }
    return {};
}

}  // namespace

bool is_word_of_profiles(std::string_view key) { return profile_word_of(key) != profile_word::fact; }

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

std::optional<worded_comparison> find_worded_comparison(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (!is_blank(text[at - 1]) || is_blank(text[at])) continue;
        for (const auto& [phrase, sign] : phrases) {
            const std::size_t length = phrase_length(text.substr(at), phrase);
            if (length == 0 || at + length == text.size() || sign == "..") continue;
            const std::string_view before = without_verb(without_blanks(text.substr(0, at)));
            if (!before.empty()) return worded_comparison{before, sign, without_blanks(text.substr(at + length))};
        }
    }
    return std::nullopt;
}

std::optional<phrase_at_end> find_phrase_at_end(std::string_view text) {
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    constexpr std::size_t most = 48;  // bytes of a phrase, some blanks included
    const std::size_t from = text.size() > most ? text.size() - most : 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        if ((at != 0 && !is_blank(text[at - 1])) || is_blank(text[at])) continue;
        for (const auto& [phrase, sign] : phrases)
            if (at + phrase_length(text.substr(at), phrase) == text.size()) return phrase_at_end{at, sign};
    }
    return std::nullopt;
}

std::string number_said_in_words(std::string_view text) {
    text = without_blanks(text);
    if (const std::string range = two_numbers(text); !range.empty()) return range;
    if (const std::string_view number = leading_number(text); !number.empty()) {
        std::string_view unit = text.substr(number.size());
        for (const std::string_view more : {"or more", "or above", "or higher", "or over", "and more", "and up", "یا بیشتر", "به بالا"}) {
            if (!unit.ends_with(more)) continue;
            unit = without_blanks(unit.substr(0, unit.size() - more.size()));
            return std::string(number) + (unit.empty() ? "+" : "+ ") + std::string(unit);
        }
        for (const std::string_view fewer : {"or less", "or fewer", "or below", "or under", "یا کمتر"}) {
            if (!unit.ends_with(fewer)) continue;
            unit = without_blanks(unit.substr(0, unit.size() - fewer.size()));
            return "<= " + std::string(number) + (unit.empty() ? "" : " ") + std::string(unit);
        }
        return {};
    }
    for (const auto& [phrase, sign] : phrases) {
        const std::size_t length = phrase_length(text, phrase);
        if (length == 0) continue;
        const std::string_view rest = without_blanks(text.substr(length));
        if (sign == "..") return two_numbers(rest);
        if (leading_number(rest).empty() || sign == "!=" || sign == "includes") return {};
        return (sign == "=" ? std::string() : std::string(sign) + " ") + std::string(rest);
    }
    return {};
}

std::string thousands_meant(std::string_view number) {
    const auto digit = [&](std::size_t i) { return i < number.size() && number[i] >= '0' && number[i] <= '9'; };
    std::size_t point = 0;
    while (point < 4 && digit(point)) ++point;
    if (point == 0 || point > 3 || number[0] == '0' || point >= number.size() || number[point] != '.') return {};
    if (!digit(point + 1) || !digit(point + 2) || !digit(point + 3) || number[point + 3] != '0') return {};
    if (digit(point + 4) || (point + 4 < number.size() && number[point + 4] == '.' && digit(point + 5))) return {};
    return std::string(number.substr(0, point)).append(number.substr(point + 1, 3));
}

namespace {

struct answer_in_words {
    std::string_view said, meant;
    bool plain = true;              ///< nobody can mean anything else
};
constexpr answer_in_words answers[] = {
    {"true", "yes", false},
    {"y", "yes"},
    {"yeah", "yes"},
    {"yep", "yes"},
    {"yup", "yes"},
    {"sure", "yes"},
    {"ok", "yes"},
    {"okay", "yes"},
    {"1", "yes", false},
    {"✓", "yes", false},
    {"✔", "yes", false},
    {"false", "no", false},
    {"n", "no"},
    {"nope", "no"},
    {"nah", "no"},
    {"never", "no", false},
    {"0", "no", false},
    {"✗", "no", false},
    {"✘", "no", false},
    {"maybe", "unknown", false},
    {"not sure", "unknown"},
    {"i'm not sure", "unknown"},
    {"unsure", "unknown"},
    {"don't know", "unknown"},
    {"dont know", "unknown"},
    {"do not know", "unknown"},
    {"i don't know", "unknown"},
    {"i dont know", "unknown"},
    {"i do not know", "unknown"},
    {"no idea", "unknown"},
    {"dunno", "unknown"},
    {"idk", "unknown"},
    {"n/a", "unknown", false},
    {"-", "unknown", false},
    {"بلی", "بله"},
    {"آری", "بله"},
    {"آره", "بله"},
    {"اره", "بله"},
    {"البته", "بله"},
    {"بله البته", "بله"},
    {"باشه", "بله"},
    {"هست", "بله", false},
    {"نیست", "نه", false},
    {"هرگز", "نه", false},
    {"نخیر", "نه"},
    {"نه خیر", "نه"},
    {"شاید", "نمی‌دانم", false},
    {"نامعلوم", "نمی‌دانم"},
    {"مطمئن نیستم", "نمی‌دانم"},
    {"نمیدونم", "نمی‌دانم"},
    {"من نمی‌دانم", "نمی‌دانم"},
    {"نمی‌دانم چه بگویم", "نمی‌دانم"},
    {"خبر ندارم", "نمی‌دانم"},
    {"بی‌خبرم", "نمی‌دانم"},
};

/// A word that profiles know, for itself or for one of the answers of the table; "" for anything else.
std::string_view answer_meant(std::string_view text, bool plain_only) {
    if (text.size() > 64) return {};
    while (!text.empty() && std::string_view(".!").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    for (const std::string_view own : {"yes", "no", "unknown", "بله", "نه", "نمی‌دانم"})
        if (term_key(text) == term_key(own)) return own;
    for (const answer_in_words& each : answers)
        if ((each.plain || !plain_only) && (text == each.said || (text.size() > 1 && !term_key(text).empty() && term_key(text) == term_key(each.said)))) return each.meant;
    return {};
}

}  // namespace

std::string_view answer_said_otherwise(std::string_view text) { return answer_meant(text, false); }

std::string_view answer_said_plainly(std::string_view text) { return answer_meant(text, true); }

}  // namespace advise::grammar
