// What is known of a person: set by index, without allocating, or said in words.
#include "findings.hpp"
#include "guard.hpp"
#include "handles.hpp"
#include "profile_text.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

namespace advise::c {
namespace {

using engine::fact_id;
using engine::fact_type;
using engine::known_fact;

constexpr std::uint8_t option_out = 0, option_in = 1, option_open = 2;  // of known_fact::options

/// The fact as it is to be changed: something is said of it, and what was read is not the whole truth any more.
known_fact& to_change(advise_person& person, fact_id f) {
    known_fact& known = person.facts.known[f];
    if (!known.mentioned) person.said.push_back(f);
    known.mentioned = true;
    known.never_ask = false;
    known.lines.clear();
    person.read.reset();
    return known;
}

void forget_all(advise_person& person) {
    for (const fact_id f : person.said) person.facts.known[f] = person.shared->open[f];
    person.said.clear();
}

void close(advise_person& person, bool closed) {
    if (person.facts.closed == closed) return;
    person.facts.closed = closed;
    person.read.reset();
}

const engine::fact* fact_of(const advise_person* person, uint32_t fact) {
    return person == nullptr || fact >= person->facts.known.size() ? nullptr : &person->shared->rules->facts[fact];
}

bool may_be_range(fact_type type) { return type == fact_type::level || type == fact_type::number; }

/// The set cannot be said to be empty, for "no" is one of its options.
bool has_option_no(const advise_person& person, fact_id f) { return person.shared->rules->names.value(f, "no").has_value(); }

/// Takes the place of all that was known.
void take(advise_person& person, std::shared_ptr<const told_profile> read) {
    engine::facts facts = read->reading.facts;
    std::vector<fact_id> said;
    said.reserve(facts.known.size());
    for (fact_id f = 0; f < facts.known.size(); ++f) {
        if (facts.known[f].mentioned) said.push_back(f);
        else facts.known[f] = person.shared->open[f];
    }
    std::string name = read->reading.profile.name;
    std::vector<std::string> notes = read->reading.profile.notes;
    person.facts = std::move(facts);
    person.said = std::move(said);
    person.name = std::move(name);
    person.notes = std::move(notes);
    person.read = std::move(read);
}

/// A profile's source, to be kept as long as the findings; null where the text is too long to be one. \param usable whether it can be read
grammar::source_ptr source_of(const advise_person& person, const char* name, std::string_view text, grammar::diagnostics& found, bool& usable) {
    const auto ordinal = static_cast<std::uint32_t>(person.shared->rules->files.size());
    const std::string shown = grammar::printable(name == nullptr ? "profile" : name);
    usable = text.size() <= grammar::limits::profile_bytes;
    if (!usable) {
        found.add(grammar::message::file_too_large, {}, {shown, std::to_string(grammar::limits::profile_bytes >> 20)});
        return nullptr;
    }
    return grammar::read_source(shown, std::string(text), ordinal, found, usable);
}

/// What was found about a profile; its findings may point into the rules too. Nothing is done where nothing was found.
std::unique_ptr<advise_findings> findings_about(const advise_person& person, const grammar::source_ptr& profile, const grammar::diagnostics& found,
                                                grammar::language spoken) {
    if (found.empty()) return nullptr;
    std::vector<grammar::source_ptr> files = person.shared->rules->files;
    files.push_back(profile);
    return findings_of(found, spoken, std::move(files));
}

advise_status read(advise_person& person, const char* name, std::string_view text, const cli::profile_options& how, advise_findings** findings) {
    const engine::rule_base& rules = *person.shared->rules;
    grammar::diagnostics found;
    bool usable = true;
    const grammar::source_ptr file = source_of(person, name, text, found, usable);
    auto told = std::make_shared<told_profile>();
    told->reading.spoken = cli::spoken_language(how.language, rules.language);
    if (usable) told->reading = cli::read_profile(file, rules, true, how, found);
    told->found = found.sorted();
    auto made = findings_about(person, file, found, told->reading.spoken);
    if (!found.has_errors()) take(person, std::move(told));
    hand_out(std::move(made), findings);
    return found.has_errors() ? ADVISE_REFUSED : ADVISE_OK;
}

/// The line of a profile, its key in quotes where it needs them. A text that is not valid is left to the reader, who says where.
std::string line_of(std::string_view key, const char* value) {
    std::string line = grammar::is_valid(key) ? grammar::quoted_if_needed(key) : std::string(key);
    if (value != nullptr) line.append(": ").append(value);
    return line;
}

/// What a line says that was read without errors.
void take(advise_person& person, grammar::profile& line, std::optional<engine::fact_statement> said) {
    person.notes.reserve(person.notes.size() + line.notes.size());
    if (said) to_change(person, said->fact) = std::move(said->said);
    if (line.closed) close(person, true);
    if (!line.name.empty()) person.name = std::move(line.name);
    for (std::string& note : line.notes) person.notes.push_back(std::move(note));
    person.read.reset();
}

advise_status say(advise_person& person, std::string_view key, const char* value, advise_findings** findings) {
    const engine::rule_base& rules = *person.shared->rules;
    grammar::diagnostics found;
    bool usable = true;
    const grammar::source_ptr file = source_of(person, nullptr, line_of(key, value), found, usable);
    const grammar::language spoken = cli::spoken_language({}, rules.language, file == nullptr ? std::string_view() : file->text());
    grammar::profile line;
    std::optional<engine::fact_statement> said;
    if (!found.has_errors()) line = grammar::parse_profile(file, found);
    if (!line.entries.empty()) said = engine::bind_entry(line.entries.front(), *file, rules, {true, false, true, cli::tag_of(spoken)}, found);
    auto made = findings_about(person, file, found, spoken);
    if (!found.has_errors()) take(person, line, std::move(said));
    hand_out(std::move(made), findings);
    return found.has_errors() ? ADVISE_REFUSED : ADVISE_OK;
}

bool is_one_line(std::string_view text) { return text.find_first_of("\r\n") == text.npos; }

}  // namespace
}  // namespace advise::c

using namespace advise::c;
namespace cli = advise::cli;
namespace engine = advise::engine;

advise_status advise_person_new(const advise_rules* rules, advise_person** person) noexcept {
    if (person != nullptr) *person = nullptr;
    if (rules == nullptr || person == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        auto made = std::make_unique<advise_person>();
        made->shared = rules->shared;
        made->facts.known = rules->shared->open;
        made->said.reserve(made->facts.known.size());
        *person = made.release();
        return ADVISE_OK;
    });
}

void advise_person_free(advise_person* person) noexcept { delete person; }

advise_status advise_person_clear(advise_person* person) noexcept {
    if (person == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        forget_all(*person);
        close(*person, false);
        person->name.clear();
        person->notes.clear();
        person->read.reset();
        return ADVISE_OK;
    });
}

advise_status advise_person_read(advise_person* person, const char* name, const char* text, size_t length, uint32_t flags, const char* language,
                                 advise_findings** findings) noexcept {
    if (findings != nullptr) *findings = nullptr;
    cli::profile_options how{(flags & ADVISE_STRICT) != 0, (flags & ADVISE_CLOSED) != 0, {}};
    const bool known_flags = (flags & ~(ADVISE_CLOSED | ADVISE_STRICT)) == 0;
    if (person == nullptr || (text == nullptr && length != 0) || !known_flags || !read_language(language, how.language)) return ADVISE_BAD_ARGUMENT;
    return guarded([&] { return read(*person, name, {text, length}, how, findings); });
}

advise_status advise_person_say(advise_person* person, const char* key, const char* value, advise_findings** findings) noexcept {
    if (findings != nullptr) *findings = nullptr;
    if (person == nullptr || key == nullptr || !is_one_line(key) || (value != nullptr && !is_one_line(value))) return ADVISE_BAD_ARGUMENT;
    return guarded([&] { return say(*person, key, value, findings); });
}

advise_status advise_person_set(advise_person* person, uint32_t fact, int64_t value) noexcept {
    const engine::fact* about = fact_of(person, fact);
    if (about == nullptr || about->type == fact_type::any_of) return ADVISE_BAD_ARGUMENT;
    const known_fact& whole = person->shared->open[fact];
    if (value < whole.from || value > whole.to) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        known_fact& known = to_change(*person, fact);
        known.from = known.to = value;
        return ADVISE_OK;
    });
}

advise_status advise_person_set_range(advise_person* person, uint32_t fact, int64_t from, int64_t to) noexcept {
    const engine::fact* about = fact_of(person, fact);
    if (about == nullptr || !may_be_range(about->type)) return ADVISE_BAD_ARGUMENT;
    const known_fact& whole = person->shared->open[fact];
    if (from < whole.from || to > whole.to || from > to) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        known_fact& known = to_change(*person, fact);
        known.from = from;
        known.to = to;
        return ADVISE_OK;
    });
}

advise_status advise_person_set_options(advise_person* person, uint32_t fact, const uint32_t* options, size_t count, int complete) noexcept {
    const engine::fact* about = fact_of(person, fact);
    if (about == nullptr || about->type != fact_type::any_of || (options == nullptr && count != 0)) return ADVISE_BAD_ARGUMENT;
    const std::span<const uint32_t> in(options, count);
    if (std::ranges::any_of(in, [&](uint32_t o) { return o >= about->options.size(); })) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        if (count == 0 && complete != 0 && has_option_no(*person, fact)) return ADVISE_BAD_ARGUMENT;
        known_fact& known = to_change(*person, fact);
        std::ranges::fill(known.options, complete != 0 ? option_out : option_open);
        for (const uint32_t o : in) known.options[o] = option_in;
        return ADVISE_OK;
    });
}

advise_status advise_person_set_unknown(advise_person* person, uint32_t fact) noexcept {
    if (fact_of(person, fact) == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        known_fact& known = to_change(*person, fact);
        known = person->shared->open[fact];
        known.mentioned = known.never_ask = true;
        return ADVISE_OK;
    });
}

advise_status advise_person_forget(advise_person* person, uint32_t fact) noexcept {
    if (fact_of(person, fact) == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        if (!person->facts.known[fact].mentioned) return ADVISE_OK;
        person->facts.known[fact] = person->shared->open[fact];
        person->said.erase(std::ranges::find(person->said, fact));
        person->read.reset();
        return ADVISE_OK;
    });
}

advise_status advise_person_close(advise_person* person, int closed) noexcept {
    if (person == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        close(*person, closed != 0);
        return ADVISE_OK;
    });
}

advise_status advise_person_profile(advise_person* person, const char** text, size_t* length) noexcept {
    if (text != nullptr) *text = nullptr;
    if (person == nullptr || text == nullptr) return ADVISE_BAD_ARGUMENT;
    return guarded([&] {
        const bool as_read = person->read != nullptr;
        person->profile = as_read ? std::string(person->read->reading.profile.file->bytes())
                                  : profile_text(*person->shared->rules, person->facts, person->name, person->notes);
        *text = person->profile.c_str();
        if (length != nullptr) *length = person->profile.size();
        return ADVISE_OK;
    });
}
