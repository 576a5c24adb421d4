#include "interview.hpp"

#include "render/diagnostics.hpp"
#include "render/question_page.hpp"
#include "render/text.hpp"
#include "render/why_asked.hpp"

#include <advise/engine/advice.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/suggest.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace advise::cli {
namespace {

using engine::fact_id;
using engine::fact_type;


/// A whole number in ASCII or Persian digits, from 0 to 999.
std::optional<std::size_t> small_number(std::string_view text) {
    const std::string ascii = text.empty() || !grammar::is_valid(text) ? std::string() : grammar::term_key(text);
    std::size_t number = 0;
    const auto [end, failure] = std::from_chars(ascii.data(), ascii.data() + ascii.size(), number);
    if (ascii.empty() || ascii.size() > 3 || failure != std::errc() || end != ascii.data() + ascii.size()) return std::nullopt;
    return number;
}

/// The parts of a list, at commas of either script and at blanks.
std::vector<std::string> list_items(std::string_view line) {
    std::string plain(line);
    constexpr std::string_view persian_comma = "،";
    for (std::size_t at = 0; (at = plain.find(persian_comma, at)) != std::string::npos;) {
        plain.erase(at, persian_comma.size() - 1);
        plain[at] = ',';
    }
    std::vector<std::string> items;
    for (std::size_t at = 0; at < plain.size();) {
        const std::size_t end = std::min(plain.find_first_of(", ", at), plain.size());
        if (end > at) items.push_back(plain.substr(at, end - at));
        at = end + 1;
    }
    return items;
}

}  // namespace

void interview::talk() {
    tell_line(said(say::ask_hello));
    converse();
    // Whoever goes back and then gives no other answer has not taken the old one back.
    file_.answers.insert(file_.answers.end(), withdrawn_.begin(), withdrawn_.end());
    withdrawn_.clear();
    file_.put_back_unanswered();
    grammar::diagnostics found;
    person_ = file_.bind(found);
}

void interview::converse() {
    for (;;) {
        engine::question asked;
        asked = engine::next_question(code_, person_, {.until = run_.chosen.until});
        if (const fact_id again = std::exchange(wanted_, engine::nothing); again != engine::nothing && again != asked.fact) {
            const bool counts = std::ranges::find(asked.left, again) != asked.left.end();  // else its answer changes nothing, and is one more
            if (!counts) asked.left.clear();
            asked.fact = again;
            asked.answers = engine::possible_answers(code_, person_, again);
        }
        const bool over = asked.fact == engine::nothing;
        if (over) say_over();
        else show(asked);
        const std::size_t before = file_.answers.size();
        for (;;) {
            const std::optional<std::string> line = read();
            if (!line || (over && line->empty())) return;
            if (take(over ? nullptr : &asked, *line) == step::stop) return;
            if (wanted_ != engine::nothing || file_.answers.size() != before) break;
        }
    }
}

void interview::show(const engine::question& asked) {
    tell_line("");
    tell_page(question_page(speak_, terms_, code_, asked));
}

interview::step interview::take(const engine::question* asked, const std::string& line) {
    if (!grammar::is_valid(line)) {
        complain(said(say::ask_not_text));
        return step::go_on;
    }
    if (line.empty()) return step::go_on;
    std::string rest;
    const bool is_value = asked != nullptr && rules_.names.value(asked->fact, line).has_value();
    const ask_word word = is_value ? ask_word::none : ask_word_of(line, rest);
    if (word != ask_word::none) return command(asked, word, rest);
    if (asked == nullptr) complain(said(say::ask_nothing_asked), said(say::ask_commands));
    else answer(*asked, line);
    return step::go_on;
}

interview::step interview::command(const engine::question* asked, ask_word word, const std::string& rest) {
    switch (word) {
        case ask_word::stop: tell_line(said(say::ask_stopped)); return step::stop;
        case ask_word::back: back(); break;
        case ask_word::list: list(); break;
        case ask_word::change: change(rest); break;
        case ask_word::dont_know:
            if (asked != nullptr) record(asked->fact, "?");
            break;
        case ask_word::skip:
            if (asked != nullptr) record(asked->fact, "");
            break;
        case ask_word::why:
            if (asked != nullptr) why(*asked);
            break;
        case ask_word::help:
        case ask_word::none: tell_line(said(say::ask_commands)); break;
    }
    return step::go_on;
}

/// The choice with this number, as the value to write.
std::string interview::choice_value(fact_id f, std::size_t number) const {
    const fact_type type = rules_.facts[f].type;
    if (type == fact_type::yes_no) return said(number == 1 ? say::word_yes : say::word_no);
    return terms_.option(f, number - 1 + (type == fact_type::any_of ? 0 : static_cast<std::size_t>(person_.known[f].from)));
}

/// One number or choice as it is shown, or several numbers for a set, as the value to write; \param failed a number was given and names nothing
std::optional<std::string> interview::value_by_number(const engine::question& asked, const std::string& line, bool& failed) {
    const fact_type type = rules_.facts[asked.fact].type;
    if (type == fact_type::number) return std::nullopt;
    if (const auto plain = type == fact_type::yes_no ? plain_answer(line) : std::nullopt) return said(*plain ? say::word_yes : say::word_no);
    const std::vector<std::string> choices = choices_of(terms_, speak_, asked.fact, person_.known[asked.fact]);
    const std::size_t count = choices.size();
    if (const auto shown = std::ranges::find(choices, line); shown != choices.end()) return choice_value(asked.fact, static_cast<std::size_t>(shown - choices.begin()) + 1);
    std::string value;
    for (const std::string& item : list_items(line)) {
        const std::optional<std::size_t> number = small_number(item);
        if (!number) return std::nullopt;
        if (type == fact_type::any_of && *number == 0) return said(say::word_no);
        if (*number == 0 || *number > count || (type != fact_type::any_of && !value.empty())) {
            failed = true;
            return std::nullopt;
        }
        const std::string one = choice_value(asked.fact, *number);
        value = value.empty() ? one : said(say::comma, {value, one});
    }
    return value.empty() ? std::nullopt : std::optional(value);
}

/// The same where numbers stand in words ("at least 4", "3..4", "3 to 4"): here too they are those that the question shows, not those of a
/// profile.
std::optional<std::string> interview::value_by_numbers_inside(const engine::question& asked, const std::string& line, bool& failed) {
    if (rules_.facts[asked.fact].type != fact_type::level) return std::nullopt;
    const grammar::value_result said = grammar::parse_value(line);
    if (said.error != grammar::value_error::none || said.value.form == grammar::value_form::items) return std::nullopt;
    const auto lowest = static_cast<std::size_t>(person_.known[asked.fact].from);
    const std::size_t count = choices_of(terms_, speak_, asked.fact, person_.known[asked.fact]).size();
    std::vector<std::string> names;
    for (const grammar::value_item& item : said.value.items) {
        if (!item.number) {
            names.push_back(item.text);
            continue;
        }
        const std::int64_t number = item.number->micro / grammar::limits::grid;
        const bool whole = item.number->micro % grammar::limits::grid == 0 && item.unit.empty();
        failed = failed || !whole || number < 1 || number > static_cast<std::int64_t>(count);
        names.push_back(failed ? std::string() : terms_.option(asked.fact, static_cast<std::size_t>(number) - 1 + lowest));
    }
    if (failed || names.empty()) return std::nullopt;
    if (said.value.form == grammar::value_form::range) return names[0] + ".." + names[1];
    const grammar::span where = said.value.items.front().where;
    const bool behind = where.begin == 0;       // "3+"
    return (behind ? ">= " : line.substr(0, where.begin)) + names.front() + (behind ? "" : line.substr(where.end));
}

/// What may be typed where answers have numbers; "" for a number, whose values the profile's own messages explain.
std::string interview::help_for(fact_id f) const {
    const std::size_t count = choices_of(terms_, speak_, f, person_.known[f]).size();
    if (count == 0) return {};
    return said(say::ask_number_range, {speak_.number(1), speak_.number(static_cast<std::int64_t>(count))});
}

void interview::answer(const engine::question& asked, const std::string& line) {
    bool failed = false;
    std::optional<std::string> by_number = value_by_number(asked, line, failed);
    if (!by_number && !failed) by_number = value_by_numbers_inside(asked, line, failed);
    if (failed) complain(said(say::ask_bad_number, {grammar::printable(grammar::shortened(line, 100))}), help_for(asked.fact));
    else record(asked.fact, by_number.value_or(line));
}

/// Takes an answer over if the profile can be read with it; else says why not.
void interview::record(fact_id f, std::string value) {
    file_.answers.push_back({f, std::move(value)});
    grammar::diagnostics found;
    engine::facts person = file_.bind(found);
    if (found.has_errors()) {
        const std::vector<grammar::diagnostic> all = found.sorted();
        const auto first = std::ranges::find_if(all, [](const grammar::diagnostic& d) { return d.severity() == grammar::severity::error; });
        std::string help;
        for (const grammar::sentence& one : first->help)
            if (one.id == grammar::message::help_did_you_mean) help = grammar::text_of(one.id, run_.spoken, one.arguments);
        if (help.empty()) help = help_for(f);
        for (const grammar::sentence& one : first->help)
            if (help.empty()) help = grammar::text_of(one.id, run_.spoken, one.arguments);
        grammar::arguments named = first->text.arguments;  // who answers has read the label, not the name
        for (grammar::argument& one : named)
            if (const auto* const key = std::get_if<std::string>(&one); key != nullptr && *key == terms_.key(f)) one = speak_.fact(f);
        complain(grammar::text_of(first->text.id, run_.spoken, named), help);
        file_.answers.pop_back();
        return;
    }
    person_ = std::move(person);
    std::erase_if(withdrawn_, [&](const given_answer& old) { return old.fact == f; });
    if (!file_.answers.back().value.empty()) tell_line(said(say::ask_taken, {speak_.fact(f), speak_.known(f)}));
}

void interview::reopen(std::size_t index) {
    wanted_ = file_.answers[index].fact;
    withdrawn_.push_back(file_.answers[index]);
    file_.answers.erase(file_.answers.begin() + static_cast<std::ptrdiff_t>(index));
    grammar::diagnostics found;
    person_ = file_.bind(found);
}

void interview::back() {
    if (file_.answers.empty()) complain(said(say::ask_no_way_back));
    else reopen(file_.answers.size() - 1);
}

/// Of this interview by number or name; of the profile that was given by name.
void interview::change(const std::string& which) {
    const std::optional<std::size_t> number = small_number(which);
    if (number && *number >= 1 && *number <= file_.answers.size()) return reopen(*number - 1);
    const fact_id f = which.empty() || number ? engine::nothing : rules_.names.fact(which);
    for (std::size_t i = 0; i < file_.answers.size(); ++i)
        if (file_.answers[i].fact == f) return reopen(i);
    if (f != engine::nothing && file_.take_out(f)) {
        wanted_ = f;
        grammar::diagnostics found;
        person_ = file_.bind(found);
        return;
    }
    if (f != engine::nothing) return complain(said(say::ask_change_unasked, {speak_.fact(f)}));
    if (file_.answers.empty()) return complain(said(say::ask_nothing_to_change));
    std::vector<std::string> keys;
    for (const given_answer& given : file_.answers) keys.push_back(terms_.key(given.fact));
    const auto near = grammar::near(which, {keys.begin(), keys.end()});
    complain(said(say::ask_change_what), near.empty() ? said(say::ask_change_help) : said(say::did_you_mean, {near.front()}));
}

void interview::list() {
    if (file_.answers.empty()) return tell_line(said(say::ask_no_way_back));
    document page;
    std::size_t number = 0;
    for (const given_answer& given : file_.answers) {
        const bool known = !given.value.empty() && given.value != "?";
        const std::string value = known ? speak_.known(given.fact) : said(say::ask_list_unknown);
        page.put(
            item(sign::none, said(say::ask_list_line, {speak_.fact(given.fact), value}), {}, speak_.number(static_cast<std::int64_t>(++number))));
    }
    tell_page(page);
    tell_line(said(say::ask_change_help));
}

void interview::why(const engine::question& asked) {
    document page;
    for (const std::string& line : why_asked(speak_, code_, asked)) page.put(paragraph(line));
    const std::vector<std::string> roles = counts_for(speak_, code_, asked.fact);
    if (page.blocks.empty()) page.put(paragraph(said(say::ask_why_none)));
    const bool any_decides = std::ranges::any_of(asked.answers, [](const engine::possible_answer& a) { return !a.decides.empty(); });
    if (any_decides && !roles.empty()) page.put(paragraph(said(say::ask_why_open, {speak_.list_and(roles)})));
    tell_page(page);
}

void interview::say_over() {
    std::vector<std::string> open;
    for (fact_id f = 0; f < person_.known.size(); ++f)
        if (person_.known[f].never_ask) open.push_back(speak_.fact(f));
    document page;
    page.put(paragraph(open.empty() ? said(say::ask_over) : said(say::ask_over_skipped, {speak_.list_and(open)})));
    tell_line("");
    tell_page(page);
}

/// Who answers "yes" has not named a file yet.
std::string interview::ask_where_to_save() {
    for (;;) {
        tell_line(said(say::ask_save_where));
        const std::string line = read().value_or("");
        const std::optional<bool> answer = plain_answer(line);
        if (!answer) return line;
        if (!*answer) return {};
    }
}

std::optional<bool> interview::may_overwrite(const std::string& path) {
    for (;;) {
        tell_line(said(say::ask_save_over, {grammar::printable(path)}));
        const std::optional<std::string> line = read();
        if (!line) return std::nullopt;
        if (const std::optional<bool> decided = plain_answer(*line)) return decided;
    }
}

std::optional<std::string> interview::read() {
    run_.io.err.write(said(say::ask_prompt));
    run_.io.err.flush();
    std::optional<std::string> line = in_.next();
    if (!run_.io.in_is_terminal) run_.io.err.write("\n");
    return line;
}

/// As context::complain says it, in lines as wide as those of the questions.
void interview::complain(const std::string& message, const std::string& help) {
    document page;
    const std::string word = said(say::severity_error);
    page.put(paragraph(fmt::format("{}: {}", word, message)));
    if (!help.empty()) page.put(paragraph(fmt::format("{}: {}", said(say::word_help), help)));
    const std::string text = render_text(page, run_.err, run_.spoken);
    run_.io.err.write(severity_text(grammar::severity::error, {}, run_.spoken, run_.err));
    run_.io.err.write(text.substr(word.size()));
}

void interview::tell_line(const std::string& text) {
    if (text.empty()) run_.io.err.write("\n");
    else tell_page({{paragraph(text)}});
}

void interview::tell_page(const document& page) { run_.io.err.write(render_text(page, run_.err, run_.spoken)); }

}  // namespace advise::cli
