#include <algorithm>

#include "print.hpp"
#include "spell.hpp"
#include "unicode.hpp"

namespace advise::tests {
namespace {

// The parts that the text and the JSON form of a profile share: keys and values as in text.
class profile_writer {
public:
    profile_writer(const rule_base& base, const spelling& how) : say_(how), base_(base) {}

    speller& say() { return say_; }

    std::string key_letters(std::size_t index) {
        const fact& about = base_.facts[index];
        const bool alias = !about.aliases.empty() && say_.maybe(say_.how().aliases, 1, 3);
        return alias ? about.aliases.front() : about.term;
    }

    std::string value_text(const answer& line) {
        const fact& about = base_.facts[line.subject];
        switch (line.kind) {
            case answer_kind::exactly: return exact_value(about, line.first);
            case answer_kind::at_least: return lower_bound(about, line.first);
            case answer_kind::at_most: return upper_bound(about, line.first);
            case answer_kind::between: return say_.number(line.first) + ".." + say_.number(line.last) + range_unit(about);
            case answer_kind::includes: return word("includes", {"شامل"}) + " " + name_of(about, line.first);
            case answer_kind::affirmed: return yes();
            case answer_kind::unknown: return unknown(about);
        }
        return {};
    }

    std::string word(std::string_view english, const std::vector<std::string>& persian) {
        return say_.maybe(say_.how().persian, 1, 3) ? say_.random().pick(persian) : say_.keyword(english);
    }

    std::string yes() { return word("yes", {"بله", "دارم"}); }
    std::string no() { return word("no", {"نه", "خیر", "ندارم"}); }

    // `unknown` is the option of that name where there is one.
    std::string unknown(const fact& about) {
        const bool is_option = find_name(value_names(base_, about), "unknown").has_value();
        return is_option || say_.maybe(say_.how().persian, 1, 4) ? "?" : word("unknown", {"نمی‌دانم"});
    }

    std::string name_of(const fact& about, value place_of) {
        return say_.term(value_names(base_, about)[static_cast<std::size_t>(place_of)], place::profile);
    }

    std::vector<std::string> members(const fact& about, value set) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < about.options.size(); ++i) {
            if (((set >> i) & 1) != 0) {
                names.push_back(name_of(about, static_cast<value>(i)));
            }
        }
        if (say_.how().shuffle) {
            say_.random().shuffle(names);
        }
        return names;
    }

    // Whether `no` says the same; not where it is the name of another value.
    bool is_no(const fact& about, value shown) const {
        const auto named = find_name(value_names(base_, about), "no");
        const auto negative = negative_value(base_, about);
        return negative && *negative == shown && (!named || static_cast<value>(*named) == shown);
    }

private:
    std::string exact_value(const fact& about, value shown) {
        const bool choice = about.type == fact_type::one_of;
        if (!choice && is_no(about, shown) && say_.maybe(say_.how().words, 1, 4)) {
            return no();
        }
        switch (about.type) {
            case fact_type::level: return level(about, shown, say_.how().words);
            case fact_type::yes_no: return shown == 0 ? no() : yes();
            case fact_type::number: return say_.number(shown) + unit(about);
            case fact_type::one_of: return name_of(about, shown);
            case fact_type::any_of: return shown == 0 ? no() : joined(members(about, shown));
        }
        return {};
    }

    std::string joined(const std::vector<std::string>& names) {
        std::string text;
        for (const std::string& name : names) {
            const std::string mark = say_.maybe(say_.how().persian, 1, 3) ? "؛ " : say_.comma();
            text += (text.empty() ? "" : mark) + name;
        }
        return text;
    }

    std::string level(const fact& about, value shown, bool may_count) {
        return say_.maybe(may_count, 1, 6) ? say_.count(shown) : name_of(about, shown);
    }

    std::string unit(const fact& about) {
        if (about.unit.empty() || say_.maybe(say_.how().words)) {
            return "";
        }
        return " " + (about.unit == "years" && say_.maybe(say_.how().persian, 1, 3) ? std::string("سال") : about.unit);
    }

    std::string range_unit(const fact& about) { return say_.how().unit_after_range ? unit(about) : ""; }

    std::string bounded(const fact& about, value shown) {
        return about.type == fact_type::number ? say_.number(shown) + unit(about)
                                               : level(about, shown, say_.how().numbers_in_level_bounds);
    }

    bool may_use_signs(const fact& about) const {
        return about.type == fact_type::number || say_.how().symbols_in_level_bounds;
    }

    std::string lower_bound(const fact& about, value shown) {
        if (about.type == fact_type::number && say_.maybe(say_.how().symbols, 1, 4)) {
            return say_.number(shown) + "+";
        }
        if (may_use_signs(about) && say_.maybe(say_.how().symbols, 1, 3)) {
            return ">= " + bounded(about, shown);
        }
        return word("at least", {"حداقل", "دست‌کم"}) + " " + bounded(about, shown);
    }

    std::string upper_bound(const fact& about, value shown) {
        if (may_use_signs(about) && say_.maybe(say_.how().symbols, 1, 3)) {
            return "<= " + bounded(about, shown);
        }
        return word("at most", {"حداکثر"}) + " " + bounded(about, shown);
    }

    speller say_;
    const rule_base& base_;
};

// A line of the fact's name alone says yes; not where `yes` is the name of a level.
bool may_stand_alone(const rule_base& base, const answer& line) {
    const fact& about = base.facts[line.subject];
    const bool plain_yes = about.type == fact_type::yes_no && line.kind == answer_kind::exactly && line.first == 1;
    return line.kind == answer_kind::affirmed || plain_yes;
}

std::vector<answer> ordered(const profile& known, speller& say) {
    std::vector<answer> lines = known.answers;
    if (say.how().shuffle) {
        say.random().shuffle(lines);
    }
    return lines;
}

std::string remark(speller& say) {
    static const std::vector<std::string> remarks{"# otherwise: yes", "#", "# c++: \"", "# یادداشت"};
    return say.maybe(say.how().comments, 1, 6) ? " " + say.random().pick(remarks) : "";
}

// ---- JSON

std::string json_string(speller& say, const std::string& text) {
    static const char* const digits = "0123456789abcdef";
    const bool escaped = say.maybe(say.how().variants, 1, 3);
    std::string made = "\"";
    for (const char32_t letter : decode(text)) {
        if (letter == U'"' || letter == U'\\') {
            made += '\\';
        }
        if (letter >= 0x80 && letter < 0x10000 && escaped) {
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

std::string json_list(profile_writer& writer, const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + json_string(writer.say(), name);
    }
    return "[" + text + "]";
}

std::string json_value(const rule_base& base, profile_writer& writer, const answer& line) {
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

std::string json_key(profile_writer& writer, std::size_t index) {
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

std::string print_profile(const rule_base& base, const profile& known, const spelling& how) {
    profile_writer writer(base, how);
    speller& say = writer.say();
    std::vector<std::string> lines;
    for (const answer& line : ordered(known, say)) {
        std::string text = say.term(writer.key_letters(line.subject), place::profile);
        if (!may_stand_alone(base, line) || !say.maybe(how.words, 1, 3)) {
            text += (say.maybe(how.tight, 1, 4) ? ":" : ": ") + writer.value_text(line);
        }
        lines.push_back(text + remark(say));
    }
    if (known.closed) {
        lines.push_back(writer.word("otherwise", {"بقیه"}) + ": " + writer.no() + remark(say));
    }
    if (say.maybe(how.decorations)) {
        lines.push_back(writer.word("name", {"نام"}) + ": Sara (the 2nd)");
        lines.push_back(writer.word("note", {"یادداشت"}) + ": knows c++: expert, they say");
    }
    if (how.shuffle) {
        say.random().shuffle(lines);
    }
    std::string text = how.bom ? "\uFEFF" : "";
    for (const std::string& line : lines) {
        text += line + (how.crlf ? "\r\n" : "\n");
        text += say.maybe(how.comments, 1, 6) ? (how.crlf ? "\r\n" : "\n  # x: y\n") : "";
    }
    return text;
}

std::optional<std::string> print_profile_json(const rule_base& base, const profile& known, const spelling& how) {
    if (repeats_a_fact(known)) {
        return std::nullopt;
    }
    profile_writer writer(base, how);
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
