#include "flat_reader.hpp"

#include "../render/json_writer.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <charconv>

namespace advise::cli::batch {
namespace {

constexpr std::uint32_t most_keys = 1U << 16;       // spellings remembered by each thread
constexpr std::uint32_t most_values = 1U << 14;
constexpr std::uint32_t most_unknown = 1U << 12;    // keys that name nothing, told apart
constexpr token_meaning general{token_kind::slow};

const char* skip_blanks(const char* at) {
    while (is_blank(*at)) ++at;
    return at;
}

/// The end of a record, behind its `}`.
const char* line_feed_at(const char* at) {
    at = skip_blanks(at);
    if (*at == '\r') ++at;
    return *at == '\n' ? at : nullptr;
}

bool may_stand_in_text(char32_t point) { return !grammar::is_control(point) && !grammar::is_bidi_control(point); }

/// The end of an escape that means a character which any text may hold; nullptr for other ones, halves of a pair among them.
const char* end_of_escape(const char* at) {
    if (std::string_view("\"\\/nrt").find(at[1]) != std::string_view::npos) return at + 2;
    std::uint32_t unit = 0;
    const auto [end, failure] = std::from_chars(at + 2, at + 6, unit, 16);
    const bool sound = at[1] == 'u' && failure == std::errc() && end == at + 6 && may_stand_in_text(unit) && (unit & 0xF800U) != 0xD800;
    return sound ? end : nullptr;
}

/// Where a string ends whose first byte is `at`: its quote. nullptr where it holds what no text may hold, or might.
const char* end_of_sound_string(const char* at) {
    for (;;) {
        at += plain_bytes(at);
        if (*at == '"') return at;
        if (*at == '\\') {
            at = end_of_escape(at);
            if (at == nullptr) return nullptr;
            continue;
        }
        if (static_cast<unsigned char>(*at) < 0x80) return nullptr;
        const grammar::decoded one = grammar::decode_one({at, 4}, 0);
        if (!one.valid || !may_stand_in_text(one.point)) return nullptr;
        at += one.length;
    }
}

/// Where a value ends of which only matters that it is one; nullptr where the general way has to look.
const char* end_of_passed_value(const char* at) {
    if (*at == '"') {
        const char* const quote = end_of_sound_string(at + 1);
        return quote == nullptr ? nullptr : quote + 1;
    }
    std::int64_t any = 0;
    if (is_digit(*at) || *at == '-') return read_decimal(at, any);
    for (const std::string_view word : {"true", "false", "null"})
        if (std::memcmp(at, word.data(), word.size()) == 0 && ends_value(at[word.size()])) return at + word.size();
    return nullptr;
}

/// The `]` of an array without arrays in it; nullptr where there is none in reach.
const char* end_of_array(const char* at) {
    bool inside = false;
    for (const char* const last = at + token_table::longest; at != last && *at != '\n'; ++at) {
        if (*at == '"') inside = !inside;
        if (*at == '\\') return nullptr;
        if (*at == ']' && !inside) return at;
    }
    return nullptr;
}

/// What a value is spelt for.
std::uint32_t context_of(engine::fact_id fact, bool quoted) { return 2 * fact + (quoted ? 1 : 0); }

/// A text that makes a JSON object of one member; its parts are raw JSON.
std::string object_of(std::string_view key, std::string_view value) { return std::string("{").append(key).append(":").append(value).append("}"); }

}  // namespace

flat_reader::flat_reader(const reading& how, bool keep_sayings)
    : how_(how), keys_(most_keys), values_(most_values), keep_(keep_sayings), seen_(how.rules.facts.size()) {}

const char* flat_reader::read(const char* line, engine::people_block& into) {
    if (++record_ == 0) {
        std::fill(seen_.begin(), seen_.end(), 0);
        record_ = 1;
    }
    id_ = {};
    unknown_.clear();
    sayings_.clear();
    if (*line != '{') return nullptr;
    const char* at = skip_blanks(line + 1);
    if (*at == '}') return line_feed_at(at + 1);
    for (;;) {
        at = read_member(at, into);
        if (at == nullptr) return nullptr;
        at = skip_blanks(at);
        if (*at == '}') return line_feed_at(at + 1);
        if (*at != ',') return nullptr;
        at = skip_blanks(at + 1);
    }
}

const char* flat_reader::read_member(const char* at, engine::people_block& into) {
    if (*at != '"') return nullptr;
    const char* const key = at + 1;
    const std::size_t length = before_quote(key, token_table::longest);
    if (length > token_table::longest) return nullptr;
    at = skip_blanks(key + length + 1);
    if (*at != ':') return nullptr;
    at = skip_blanks(at + 1);
    const token_meaning* const found = keys_.find(key, length, 0);
    const token_meaning* const meaning = found != nullptr ? found : learn_key(key, length);
    if (meaning->is == token_kind::slow || !first_time(meaning->index)) return nullptr;
    switch (meaning->is) {
    case token_kind::fact: return read_fact(at, *meaning, into);
    case token_kind::id: return read_id(at);
    case token_kind::passed: return end_of_passed_value(at);
    default:
        if (how_.chosen.strict) return nullptr;
        unknown_.push_back(meaning->index - static_cast<std::uint32_t>(how_.rules.facts.size()));
        return end_of_passed_value(at);
    }
}

bool flat_reader::first_time(std::uint32_t slot) {
    const bool first = seen_[slot] != record_;
    seen_[slot] = record_;
    return first;
}

const char* flat_reader::read_fact(const char* at, const token_meaning& key, engine::people_block& into) {
    const auto digit = static_cast<unsigned>(*at - '0');
    if (digit < key.digits && ends_value(at[1])) {
        into.set(key.index, digit);
        if (keep_) sayings_.push_back({key.index, digit, nullptr});
        return at + 1;
    }
    std::int64_t micro = 0;
    if (!key.number || !(is_digit(*at) || *at == '-')) return read_token(at, key.index, into);
    const char* const end = read_decimal(at, micro);
    const engine::fact& fact = how_.rules.facts[key.index];
    if (end == nullptr || micro < fact.least || micro > fact.greatest) return nullptr;
    into.set(key.index, micro);
    if (keep_) sayings_.push_back({key.index, micro, nullptr});
    return end;
}

const char* flat_reader::read_token(const char* at, engine::fact_id fact, engine::people_block& into) {
    const char* first = at;
    const char* end = at;
    const bool quoted = *at == '"';
    if (quoted) {
        ++first;
        end = first + before_quote(first, token_table::longest);
    } else if (*at == '[') {
        end = end_of_array(at);
    } else {
        while (!ends_value(*end)) ++end;
    }
    if (end == nullptr || static_cast<std::size_t>(end - first) > token_table::longest) return nullptr;
    if (*at == '[') ++end;
    const auto length = static_cast<std::size_t>(end - first);
    const token_meaning* const found = values_.find(first, length, context_of(fact, quoted));
    const token_meaning* const meaning = found != nullptr ? found : learn_value(first, length, fact, quoted);
    if (meaning->is == token_kind::slow) return nullptr;
    const bool exact = meaning->is == token_kind::exact;
    if (exact) into.set(fact, exact_[meaning->index]);
    else into.set(fact, known_[meaning->index]);
    if (keep_) sayings_.push_back({fact, exact ? exact_[meaning->index] : 0, exact ? nullptr : &known_[meaning->index]});
    return end + quoted;
}

const char* flat_reader::read_id(const char* at) {
    const bool quoted = *at == '"';
    const char* end = quoted ? end_of_sound_string(at + 1) : read_integer(at);
    if (end == nullptr) return nullptr;
    end += quoted;
    if (id_.empty()) id_ = {at, static_cast<std::size_t>(end - at)};
    return end;
}

const token_meaning* flat_reader::learn_key(const char* text, std::size_t length) {
    if (keys_.full() || std::memchr(text, '\n', length) != nullptr) return &general;
    return remember(keys_, text, length, 0, ask_key({text, length}));
}

const token_meaning* flat_reader::learn_value(const char* text, std::size_t length, engine::fact_id fact, bool quoted) {
    if (values_.full() || std::memchr(text, '\n', length) != nullptr) return &general;
    const std::string raw = quoted ? std::string("\"").append(text, length).append("\"") : std::string(text, length);
    return remember(values_, text, length, context_of(fact, quoted), ask_value(raw, fact));
}

const token_meaning* flat_reader::remember(token_table& table, const char* text, std::size_t length, std::uint32_t context, const token_meaning& meaning) {
    const token_meaning* const kept = table.add(text, length, context, meaning);
    return kept == nullptr ? &general : kept;
}

/// What the general way makes of an object that has this key alone.
token_meaning flat_reader::ask_key(std::string_view raw) {
    grammar::diagnostics found;
    bool usable = true;
    const auto file = grammar::read_source({}, object_of(std::string("\"").append(raw).append("\""), "null"), 0, found, usable);
    const grammar::profile profile = usable ? grammar::parse_json_profile(file, found) : grammar::profile();
    if (!usable || found.has_errors()) return general;
    const std::string key = profile.entries.empty() ? std::string(file->text({2, static_cast<std::uint32_t>(file->text().size() - 7)})) : profile.entries.front().key;
    const engine::fact_id fact = profile.entries.empty() ? engine::nothing : how_.rules.names.fact(key);
    token_meaning made{token_kind::fact};
    if (fact != engine::nothing) {
        made.index = fact;
        made.number = how_.rules.facts[fact].type == engine::fact_type::number;
        made.digits = one_digit_values(fact);
        return made;
    }
    // A key with escapes that is no fact's could be equal to another one in a way that only the general way sees.
    if (raw.find('\\') != std::string_view::npos) return general;
    if (!profile.entries.empty() && how_.rules.names.conclusion(key) != engine::nothing) return general;
    const std::optional<std::uint32_t> slot = slot_of(key);
    if (!slot) return general;
    made.index = *slot;
    made.is = !profile.entries.empty() ? token_kind::unknown : profile.id_where ? token_kind::id : token_kind::passed;
    return made;
}

/// What the general way makes of a profile that says this of the fact alone.
token_meaning flat_reader::ask_value(std::string_view raw, engine::fact_id fact) {
    grammar::diagnostics found;
    bool usable = true;
    std::string key;
    append_json_string(how_.rules.facts[fact].term, key);
    const auto file = grammar::read_source({}, object_of(key, raw), 0, found, usable);
    const grammar::profile profile = usable ? grammar::parse_json_profile(file, found) : grammar::profile();
    if (!usable || found.has_errors() || profile.entries.size() != 1) return general;
    engine::bind_options quietly;
    quietly.suggest = false;
    std::optional<engine::fact_statement> told = engine::bind_entry(profile.entries.front(), *file, how_.rules, quietly, found);
    if (!told || told->fact != fact || found.has_errors()) return general;
    engine::known_fact& known = told->said;
    if (how_.rules.facts[fact].type != engine::fact_type::any_of && known.from == known.to) {
        exact_.push_back(known.from);
        return {token_kind::exact, 0, false, static_cast<std::uint32_t>(exact_.size() - 1)};
    }
    known_.push_back(std::move(known));
    return {token_kind::known, 0, false, static_cast<std::uint32_t>(known_.size() - 1)};
}

/// How many of the digits 0, 1, … mean the level of that number.
std::uint8_t flat_reader::one_digit_values(engine::fact_id fact) const {
    if (how_.rules.facts[fact].type != engine::fact_type::level) return 0;
    const std::size_t levels = std::min<std::size_t>(how_.rules.level_count(how_.rules.facts[fact]), 10);
    for (std::size_t i = 0; i < levels; ++i) {
        const char digit = static_cast<char>('0' + i);
        if (how_.rules.names.value(fact, {&digit, 1})) return 0;       // a level is named by a number
    }
    return static_cast<std::uint8_t>(levels);
}

std::optional<std::uint32_t> flat_reader::slot_of(const std::string& key) {
    if (const auto found = slots_.find(key); found != slots_.end()) return found->second;
    if (slots_.size() == most_unknown) return std::nullopt;
    const auto slot = static_cast<std::uint32_t>(seen_.size());
    seen_.push_back(0);
    names_.push_back(&slots_.emplace(key, slot).first->first);
    return slot;
}

}  // namespace advise::cli::batch
