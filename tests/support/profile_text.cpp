#include "profile_text.hpp"

namespace advise::tests {

std::string profile_text::key_letters(std::size_t index) {
    const fact& about = base_.facts[index];
    const bool alias = !about.aliases.empty() && say_.maybe(say_.how().aliases, 1, 3);
    return alias ? about.aliases.front() : about.term;
}

std::string profile_text::value_text(const answer& line) {
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

std::string profile_text::word(std::string_view english, const std::vector<std::string>& persian) {
    return say_.maybe(say_.how().persian, 1, 3) ? say_.random().pick(persian) : say_.keyword(english);
}

// `unknown` is the option of that name where there is one.
std::string profile_text::unknown(const fact& about) {
    const bool is_option = find_name(value_names(base_, about), "unknown").has_value();
    return is_option || say_.maybe(say_.how().persian, 1, 4) ? "?" : word("unknown", {"نمی‌دانم"});
}

std::string profile_text::name_of(const fact& about, value place_of) {
    return say_.term(value_names(base_, about)[static_cast<std::size_t>(place_of)], place::profile);
}

std::vector<std::string> profile_text::members(const fact& about, value set) {
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
bool profile_text::is_no(const fact& about, value shown) const {
    const auto named = find_name(value_names(base_, about), "no");
    const auto negative = negative_value(base_, about);
    return negative && *negative == shown && (!named || static_cast<value>(*named) == shown);
}

std::string profile_text::exact_value(const fact& about, value shown) {
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

std::string profile_text::joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        const std::string mark = say_.maybe(say_.how().persian, 1, 3) ? "؛ " : say_.comma();
        text += (text.empty() ? "" : mark) + name;
    }
    return text;
}

std::string profile_text::level(const fact& about, value shown, bool may_count) {
    return say_.maybe(may_count, 1, 6) ? say_.count(shown) : name_of(about, shown);
}

std::string profile_text::unit(const fact& about) {
    if (about.unit.empty() || say_.maybe(say_.how().words)) {
        return "";
    }
    return " " + (about.unit == "years" && say_.maybe(say_.how().persian, 1, 3) ? std::string("سال") : about.unit);
}

std::string profile_text::range_unit(const fact& about) { return say_.how().unit_after_range ? unit(about) : ""; }

std::string profile_text::bounded(const fact& about, value shown) {
    return about.type == fact_type::number ? say_.number(shown) + unit(about) : level(about, shown, say_.how().numbers_in_level_bounds);
}

bool profile_text::may_use_signs(const fact& about) const { return about.type == fact_type::number || say_.how().symbols_in_level_bounds; }

std::string profile_text::lower_bound(const fact& about, value shown) {
    if (about.type == fact_type::number && say_.maybe(say_.how().symbols, 1, 4)) {
        return say_.number(shown) + "+";
    }
    if (may_use_signs(about) && say_.maybe(say_.how().symbols, 1, 3)) {
        return ">= " + bounded(about, shown);
    }
    return word("at least", {"حداقل", "دست‌کم"}) + " " + bounded(about, shown);
}

std::string profile_text::upper_bound(const fact& about, value shown) {
    if (may_use_signs(about) && say_.maybe(say_.how().symbols, 1, 3)) {
        return "<= " + bounded(about, shown);
    }
    return word("at most", {"حداکثر"}) + " " + bounded(about, shown);
}

std::vector<answer> ordered(const profile& known, speller& say) {
    std::vector<answer> lines = known.answers;
    if (say.how().shuffle) {
        say.random().shuffle(lines);
    }
    return lines;
}

}  // namespace advise::tests
