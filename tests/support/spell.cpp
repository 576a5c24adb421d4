#include "spell.hpp"

#include <algorithm>

#include "names.hpp"
#include "unicode.hpp"

namespace advise::tests {
namespace {

using words = std::vector<std::string>;

bool contains(const words& list, const std::string& word) { return std::find(list.begin(), list.end(), word) != list.end(); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

words split(std::u32string_view term) {
    words found(1);
    for (const char32_t letter : term) {
        if (is_blank(letter)) {
            found.emplace_back();
        } else {
            found.back() += encode(letter);
        }
    }
    return found;
}

// A word of LANGUAGE.md §2.
bool well_formed_word(std::string_view word) {
    const std::u32string text = decode(word);
    const auto may_end = [](char32_t c) { return is_letter(c) || is_mark(c) || is_digit(c) || c == U'+' || c == U'#'; };
    const auto may_stand = [&](char32_t c) {
        static const std::u32string inner = U"_./'&-\u2010\u2011\u2019\u200C";
        return may_end(c) || inner.find(c) != std::u32string::npos;
    };
    return !text.empty() && is_letter(text.front()) && may_end(text.back()) && std::all_of(text.begin(), text.end(), may_stand);
}

bool stops_a_term(const words& parts) {
    static const words stops{"and", "or", "not", "is", "includes", "unless", "because", "cites"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool bound = i + 1 < parts.size() && parts[i] == "at" && (parts[i + 1] == "least" || parts[i + 1] == "most");
        if (bound || contains(stops, parts[i])) {
            return true;
        }
    }
    return parts.back() == "in";
}

bool begins_a_list(const words& parts) {
    static const words lists{"all", "any", "none"};
    return parts.size() > 1 && ((contains(lists, parts[0]) && parts[1] == "of") || parts[0] == "exactly");
}

// On the safe side: `test-runs` is one word, but it is quoted where a line begins with it.
bool begins_a_line(const words& parts) {
    static const words starts{"syntax", "language", "ruleset", "import", "source", "scale", "fact",    "concept", "role", "rule",
                              "test",   "claim",    "url",     "label",  "aka",    "ask",   "effort",  "after",   "when", "requires",
                              "unless", "given",    "expect",  "and",    "or",     "not",   "because", "cites"};
    const std::string& first = parts[0];
    const auto end = std::find_if(first.begin(), first.end(), [](char c) { return c >= 0 && lower(c) == upper(c); });
    return contains(starts, std::string(first.begin(), end));
}

}  // namespace

bool needs_quotes(std::string_view term, place where) {
    words parts = split(decode(term));
    if (!std::all_of(parts.begin(), parts.end(), well_formed_word)) {
        return true;
    }
    for (std::string& part : parts) {
        std::transform(part.begin(), part.end(), part.begin(), lower);
    }
    if (where == place::profile) {
        return false;
    }
    return stops_a_term(parts) || begins_a_list(parts) || (where == place::line_start && begins_a_line(parts));
}

std::string quoted(std::string_view text) {
    std::string made = "\"";
    for (const char c : text) {
        made += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return made + '"';
}

std::string decimal(value number) {
    const value size = number < 0 ? -number : number;
    std::string fraction = std::to_string(one + size % one).substr(1);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return (number < 0 ? "-" : "") + std::to_string(size / one) + (fraction.empty() ? "" : "." + fraction);
}

std::string speller::keyword(std::string_view word) {
    std::string text(word);
    if (maybe(how_.letter_case, 1, 5)) {
        std::transform(text.begin(), text.end(), text.begin(), upper);
    } else if (maybe(how_.letter_case, 1, 8)) {
        text[0] = upper(text[0]);
    }
    return text;
}

std::string speller::term(std::string_view canonical, place where) {
    const std::string text = letters(canonical);
    // What a no-break blank or a typographic sign means inside quotes is nobody's business here.
    const bool may_quote = text == canonical || unicode_variants(canonical).empty();
    if (needs_quotes(text, where)) {
        return may_quote ? quoted(text) : exact_term(canonical, where);
    }
    return may_quote && maybe(how_.quotes, 1, 8) ? quoted(text) : text;
}

std::string speller::exact_term(std::string_view canonical, place where) {
    return needs_quotes(canonical, where) || maybe(how_.quotes, 1, 8) ? quoted(canonical) : std::string(canonical);
}

std::string speller::letters(std::string_view canonical) {
    const auto variants = unicode_variants(canonical);
    if (!variants.empty() && maybe(how_.variants)) {
        return random_.pick(variants);
    }
    std::string text = maybe(how_.letter_case, 1, 3) ? varied_case(std::string(canonical)) : std::string(canonical);
    return maybe(how_.separators, 1, 3) ? varied_separators(text) : text;
}

std::string speller::varied_case(std::string text) {
    const std::size_t kind = random_.below(4);
    char before = ' ';
    for (char& c : text) {
        const bool first = before == ' ';
        before = c;
        const bool up = kind == 0 || (kind == 1 && first) || (kind == 2 && random_.chance(1, 2));
        c = up ? upper(c) : kind == 3 ? lower(c) : c;
    }
    return text;
}

// Only between two letters: before a digit a separator can matter, and at an edge it is an error.
std::string speller::varied_separators(std::string_view text) {
    static const std::vector<std::string> choices{" ", "-", "_", "\u200C", "", " ", "-"};
    const std::u32string from = decode(text);
    std::string made;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const bool between = i > 0 && i + 1 < from.size() && is_letter(from[i - 1]) && is_letter(from[i + 1]);
        if (between && is_separator(from[i])) {
            made += random_.pick(choices);
        } else {
            const bool inside = i > 0 && is_letter(from[i - 1]) && is_letter(from[i]);
            made += inside && random_.chance(1, 40) ? "-" : "";
            made += encode(from[i]);
        }
    }
    return made;
}

std::string speller::digits(std::string ascii) {
    if (!maybe(how_.persian, 1, 3)) {
        return ascii;
    }
    std::string made;
    for (const char c : ascii) {
        const bool digit = c >= '0' && c <= '9';
        made += digit ? encode(0x6F0 + static_cast<char32_t>(c - '0')) : c == '.' ? std::string("٫") : std::string{c};
    }
    return made;
}

std::string speller::number(value number) {
    std::string text = decimal(number);
    const std::size_t point = text.find('.');
    if (maybe(how_.words, 1, 10) && (point == std::string::npos || text.size() - point < 6)) {
        text += point == std::string::npos ? ".0" : "0";  // 3.50
    }
    return digits(std::move(text));
}

std::string speller::count(std::int64_t number) { return how_.persian_counts ? digits(std::to_string(number)) : std::to_string(number); }

std::string speller::relation_between(relation compared) {
    struct spellings {
        const char *plain, *symbol, *words, *longer;
    };
    static const std::vector<spellings> table{{"=", "=", "is", "is"},       {"!=", "≠", "is not", "is not"},
                                              {"<", "<", nullptr, nullptr}, {"<=", "≤", "at most", "is at most"},
                                              {">", ">", nullptr, nullptr}, {">=", "≥", "at least", "is at least"}};
    const spellings& row = table[static_cast<std::size_t>(compared)];
    if (row.words != nullptr && maybe(how_.words)) {
        return " " + keyword(maybe(how_.words) ? row.words : row.longer) + " ";
    }
    const std::string sign = maybe(how_.symbols) ? row.symbol : row.plain;
    return maybe(how_.tight, 1, 4) ? sign : " " + sign + " ";
}

std::string speller::comma() {
    const std::string sign = maybe(how_.persian, 1, 4) ? "،" : ",";
    return maybe(how_.tight, 1, 4) ? sign : sign + " ";
}

}  // namespace advise::tests
