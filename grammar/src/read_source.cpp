// What no text may hold, found in one pass over the bytes as written. Sound text, ASCII and Persian alike, is passed over
// without decoding (`skip_sound`); only what remains is looked at character by character.
#include <advise/grammar/diagnostic.hpp>
#include <advise/grammar/limits.hpp>
#include <advise/grammar/source.hpp>
#include <advise/grammar/utf8.hpp>

#include "encoding.hpp"

#include <algorithm>
#include <array>

namespace advise::grammar {
namespace {

using byte = unsigned char;

constexpr std::size_t block = 64;          // bytes judged together
constexpr std::size_t most_faults = 1000;  // with more of them, it is no text; nothing past the last is read

enum class fault : std::uint8_t { none, encoding, control, carriage_return, direction };

struct finding {
    std::size_t begin, end;   // in the text as written; neighbours of one kind are one finding
    fault kind;
    char32_t point;           // the first of them
};

struct scan {
    std::vector<finding> found;
    std::size_t scanned = 0;
};

// The byte behind the block may be read. No branch inside, so that the compiler can use vectors.
bool plain_block(const byte* p) {
    byte any = 0;
    for (std::size_t i = 0; i < block; ++i) {
        const byte c = p[i];
        const bool control = (c < 0x20) & (c != '\n') & (c != '\t') & ((c != '\r') | (p[i + 1] != '\n'));
        any = static_cast<byte>(any | static_cast<byte>(control | (c >= 0x7F)));
    }
    return any == 0;
}

bool follows(byte b) { return (b & 0xC0) == 0x80; }

// Length of a character that is surely sound; 0 where a closer look is needed. Reads at most as far as a NUL.
std::size_t sound_length(const byte* p) {
    const byte first = p[0];
    if (first < 0x80) return (first >= 0x20 && first != 0x7F) || first == '\n' || first == '\t';
    if (first >= 0xC3 && first <= 0xDF) return follows(p[1]) ? 2 : 0;
    if (first == 0xE2 && (p[1] == 0x80 || p[1] == 0x81)) {   // U+2000–207F: the bidirectional controls are here
        const bool hidden = p[1] == 0x80 ? p[2] >= 0xAA && p[2] <= 0xAE : p[2] >= 0xA6 && p[2] <= 0xA9;
        return follows(p[2]) && !hidden ? 3 : 0;
    }
    const bool three = first >= 0xE1 && first <= 0xEF && first != 0xED;
    return three && follows(p[1]) && follows(p[2]) ? 3 : 0;
}

// From `i` on, the first byte that needs a closer look. `text` is followed by a NUL, so that a sequence cut off by the
// end of the text is never sound.
std::size_t skip_sound(std::string_view text, std::size_t i) {
    const auto* p = reinterpret_cast<const byte*>(text.data());
    while (i < text.size()) {
        for (; i + block <= text.size() && plain_block(p + i); i += block) {}
        const std::size_t stop = std::min(i + block, text.size());
        while (i < stop) {
            const std::size_t length = sound_length(p + i);
            if (length == 0) return i;
            i += length;
        }
    }
    return text.size();
}

fault judge(const decoded& one, std::string_view text, std::size_t at) {
    if (!one.valid) return fault::encoding;
    if (one.point == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? fault::none : fault::carriage_return;
    if (one.point == '\n' || one.point == '\t') return fault::none;
    if (is_control(one.point)) return fault::control;
    return is_bidi_control(one.point) ? fault::direction : fault::none;
}

scan find_faults(std::string_view text) {
    scan result;
    std::size_t i = 0;
    while (result.found.size() < most_faults && (i = skip_sound(text, i)) < text.size()) {
        const decoded one = decode_one(text, i);
        const fault kind = judge(one, text, i);
        const std::size_t end = i + one.length;
        if (kind != fault::none) {
            finding* last = result.found.empty() ? nullptr : &result.found.back();
            if (last != nullptr && last->end == i && last->kind == kind) last->end = end;
            else result.found.push_back({i, end, kind, one.point});
        }
        i = end;
    }
    result.scanned = i;
    return result;
}

std::size_t count(const scan& faults, fault kind) {
    return static_cast<std::size_t>(
        std::count_if(faults.found.begin(), faults.found.end(), [&](const finding& f) { return f.kind == kind; }));
}

fault_counts totals(const scan& faults) {
    fault_counts all;
    for (const finding& f : faults.found)
        if (f.kind == fault::encoding) all.bad_bytes += f.end - f.begin;
    all.bad_stretches = count(faults, fault::encoding);
    all.controls = count(faults, fault::control);
    all.first = faults.found.front().begin;
    all.scanned = faults.scanned;
    // A thousand carriage returns or bidirectional controls are still text.
    all.cut_off = faults.found.size() >= most_faults && (all.bad_stretches + all.controls) * 2 > most_faults;
    return all;
}

// Lines that all end in a bare carriage return, or in two of them and a line feed, are one mistake.
bool returns_end_lines(const scan& faults, std::string_view text) {
    const std::size_t returns = count(faults, fault::carriage_return);
    return returns >= 2 && returns >= static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(faults.scanned), '\n'));
}

place place_of(const source& file, std::size_t begin, std::size_t end) {
    return {&file, {file.reading_offset(static_cast<std::uint32_t>(begin)), file.reading_offset(static_cast<std::uint32_t>(end))}};
}

void report_encoding(const source& file, const encoding_guess& guess, diagnostics& out) {
    const std::size_t end = std::min(guess.at + 1, file.written().size());
    diagnostic& added = out.add(message::another_encoding, place_of(file, guess.at, end), {guess.kind});
    if (!guess.iconv.empty()) added.help.push_back({message::help_convert, {std::string(guess.iconv)}});
    if (guess.kind == message::kind_legacy_encoding) added.help.push_back({message::help_save_as_utf8, {}});
    if (added.help.empty()) added.help.push_back({message::help_not_text, {}});
}

void report(const source& file, const finding& f, diagnostics& out) {
    const place at = place_of(file, f.begin, f.end);
    switch (f.kind) {
        case fault::encoding: {
            const std::string_view bytes = file.written().substr(f.begin, std::min<std::size_t>(f.end - f.begin, 4));
            out.add(message::invalid_utf8, at, {std::string(bytes)}).help.push_back({message::help_save_as_utf8, {}});
            return;
        }
        case fault::carriage_return: out.add(message::lone_carriage_return, at).help.push_back({message::help_line_ends, {}}); return;
        case fault::control: out.add(message::control_character, at, {code_point_name(f.point)}).help.push_back({message::help_take_away, {}}); return;
        case fault::direction: out.add(message::bidirectional_control, at, {code_point_name(f.point)}).help.push_back({message::help_bidirectional, {}}); return;
        case fault::none: return;
    }
}

void report_marks(const source& file, diagnostics& out) {
    const auto name_before = [&](std::uint32_t offset) {   // a mark is 2 or 3 bytes long; `offset` lies right behind it
        const std::string_view before = file.written().substr(0, file.written_offset(offset));
        const std::size_t length = before.size() >= 3 && before[before.size() - 3] == '\xE2' ? 3 : 2;
        return code_point_name(decode_one(before, before.size() - length).point);
    };
    const auto& marks = file.dropped_marks();
    if (file.marked_lines() > marks.size()) {
        const std::uint32_t first = marks.front();
        out.add(message::marks_dropped_in_lines, {&file, {first, first}}, {std::to_string(file.marked_lines()), name_before(first)});
        return;
    }
    for (const std::uint32_t at : marks) out.add(message::mark_dropped, {&file, {at, at}}, {name_before(at)});
}

// \return whether the text can be read at all
bool report_faults(source& file, const scan& faults, diagnostics& out) {
    const std::string_view text = file.written();
    if (const encoding_guess guess = guess_by_faults(text, totals(faults)); guess.kind != message::none) {
        report_encoding(file, guess, out);
        return false;
    }
    const bool one_mistake = returns_end_lines(faults, text);
    if (one_mistake) {
        const auto first = std::find_if(faults.found.begin(), faults.found.end(), [](const finding& f) { return f.kind == fault::carriage_return; });
        out.add(message::carriage_return_line_ends, place_of(file, first->begin, first->end)).help.push_back({message::help_line_ends, {}});
    }
    std::vector<span> bad;
    for (const finding& f : faults.found) {
        bad.push_back(place_of(file, f.begin, f.end).where);
        if (!one_mistake || f.kind != fault::carriage_return) report(file, f, out);
    }
    file.set_bad(std::move(bad));
    return !one_mistake && faults.found.size() < most_faults;
}

}  // namespace

std::shared_ptr<source> read_source(std::string name, std::string bytes, std::uint32_t ordinal, diagnostics& out, bool& usable) {
    auto file = std::make_shared<source>(std::move(name), std::move(bytes));
    file->set_ordinal(ordinal);
    usable = true;
    if (const encoding_guess guess = guess_by_signature(file->written()); guess.kind != message::none) {
        report_encoding(*file, guess, out);
        usable = false;
        return file;
    }
    if (const scan faults = find_faults(file->written()); !faults.found.empty()) usable = report_faults(*file, faults, out);
    if (usable && file->marked_lines() != 0) report_marks(*file, out);
    return file;
}

}  // namespace advise::grammar
