#include <algorithm>

#include "print.hpp"
#include "profile_text.hpp"
#include "unicode.hpp"

namespace advise::tests {
namespace {

std::string json_string(speller& say, const std::string& text) {
    static const char* const digits = "0123456789abcdef";
    const bool escaped = say.maybe(say.how().variants, 1, 3);
    std::string made = "\"";
    for (const char32_t letter : decode(text)) {
        if (letter == U'"' || letter == U'\\') {
            made += '\\';
        }
        // Whether an escaped U+2011 is a hyphen like a plain one is left open, so those stay plain.
        const bool may_escape = letter >= 0x80 && letter < 0x10000 && (is_letter(letter) || is_mark(letter));
        if (may_escape && escaped) {
            made += "\\u";
            for (unsigned shift = 16; shift > 0; shift -= 4) {
                made += digits[(letter >> (shift - 4)) & 0xFU];
            }
        } else {
            made += encode(letter);
        }
    }
    return made + '"';
}

std::string json_list(profile_text& writer, const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + json_string(writer.say(), name);
    }
    return "[" + text + "]";
}

std::string json_value(const rule_base& base, profile_text& writer, const answer& line) {
    const fact& about = base.facts[line.subject];
    speller& say = writer.say();
    if (line.kind == answer_kind::unknown && say.random().chance(1, 2)) {
        return "null";
    }
    if (line.kind == answer_kind::affirmed && say.random().chance(1, 2)) {
        return "true";
    }
    if (line.kind == answer_kind::exactly && about.type == fact_type::any_of) {
        return json_list(writer, writer.members(about, line.first));
    }
    if (line.kind == answer_kind::exactly && about.type == fact_type::number && say.random().chance(3, 4)) {
        return decimal(line.first);
    }
    if (line.kind == answer_kind::exactly && about.type == fact_type::yes_no && say.random().chance(3, 4)) {
        return line.first == 0 ? "false" : "true";
    }
    return json_string(say, writer.value_text(line));
}

std::string json_key(profile_text& writer, std::size_t index) {
    const std::string letters = writer.say().letters(writer.key_letters(index));
    const bool inner = !writer.say().how().nasty_json_keys && needs_quotes(letters, place::profile);
    return json_string(writer.say(), inner ? quoted(letters) : letters);
}

bool repeats_a_fact(const profile& known) {
    std::vector<std::size_t> subjects;
    for (const answer& line : known.answers) {
        subjects.push_back(line.subject);
    }
    std::sort(subjects.begin(), subjects.end());
    return std::adjacent_find(subjects.begin(), subjects.end()) != subjects.end();
}

}  // namespace

std::optional<std::string> print_profile_json(const rule_base& base, const profile& known, const spelling& how) {
    if (repeats_a_fact(known)) {
        return std::nullopt;
    }
    spelling inside_strings = how;
    inside_strings.quotes = false;
    profile_text writer(base, inside_strings);
    std::vector<std::string> members;
    for (const answer& line : ordered(known, writer.say())) {
        members.push_back(json_key(writer, line.subject) + ": " + json_value(base, writer, line));
    }
    if (known.closed) {
        members.push_back("\"otherwise\": \"no\"");
    }
    std::string text = "{";
    for (const std::string& member : members) {
        text += (text == "{" ? "" : ", ") + member;
    }
    return text + "}\n";
}

}  // namespace advise::tests
