// Profiles as text: one line, one fact. Keywords of the rule language mean nothing here.
#include <advise/grammar/profile.hpp>

#include "profile_hints.hpp"
#include "profile_lines.hpp"
#include "syntax_report.hpp"
#include "words.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;

std::string_view view(cursor first, cursor last) { return {first, static_cast<std::size_t>(last - first)}; }

/// Reads single lines of one text.
class line_reader {
public:
    line_reader(const source& file, diagnostics& out) : file_(file), out_(out), origin_(file.text().data()) {}

    /// The entry of a line [first, last), which is not empty and has no comment; nothing after an error.
    std::optional<profile_entry> read(cursor first, cursor last, std::uint32_t line) {
        if (report_conflict(first, last)) return std::nullopt;
        profile_entry e;
        e.line = line;
        e.where = where(first, last);
        cursor p = read_key(first, last, e);
        if (!p) return std::nullopt;
        p = words::skip_blanks(p, last);
        if (p == last) {
            e.value.where = e.key_where;
            return e;
        }
        if (!read_value(words::skip_blanks(p + 1, last), last, p, e)) return std::nullopt;
        return e;
    }

private:
    [[nodiscard]] span where(cursor first, cursor last) const {
        return {static_cast<std::uint32_t>(first - origin_), static_cast<std::uint32_t>(last - origin_)};
    }
    diagnostic& error(message id, cursor first, cursor last, arguments filled = {}) {
        return out_.add(id, {&file_, where(first, last)}, std::move(filled));
    }

    bool report_conflict(cursor first, cursor last) {
        for (std::string_view const marker : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
            if (!view(first, last).starts_with(marker)) continue;
            error(profile_merge_conflict, first, first + marker.size()).help.push_back({help_resolve_conflict, {}});
            return true;
        }
        return false;
    }

    // The key, and where it ends: at the colon or the end of the line. Null after an error.
    cursor read_key(cursor first, cursor last, profile_entry& e) {
        if (*first == ':') {
            error(profile_key_missing, first, first + 1).help.push_back({help_shape, {std::string("python: advanced")}});
            return nullptr;
        }
        if (*first == '"') return read_quoted_key(first, last, e);
        const cursor end = words::term_end(first, last, words::term_place::profile);
        if (const cursor rest = words::skip_blanks(end, last); end == first || (rest != last && *rest != ':')) return malformed_key(first, last);
        if (!check_key(first, end, false)) return nullptr;
        e.key_where = where(first, end);
        e.key = spelling(file_, {e.key_where, false});
        return end;
    }
    cursor read_quoted_key(cursor first, cursor last, profile_entry& e) {
        const auto s = words::scan_quoted(first, last);
        if (!check_quoted(first, s)) return nullptr;
        if (const cursor rest = words::skip_blanks(s.end, last); rest != last && *rest != ':') return malformed_key(first, last);
        if (!check_key(first, s.end, true)) return nullptr;
        e.key_where = where(first, s.end);
        words::resolve_quoted(first, s.end, e.key);
        return s.end;
    }
    bool check_key(cursor first, cursor last, bool quoted) {
        const auto bytes = static_cast<std::size_t>(last - first);
        if (bytes > limits::term_bytes)
            return error(profile_key_too_long, first, last, {std::to_string(bytes), std::to_string(limits::term_bytes)}), false;
        if (words::says_nothing(first, last, quoted)) return error(profile_key_malformed, first, last, {shown(first, last)}), false;
        if (const char32_t c = quoted ? words::find_invisible(first, last) : 0)
            return error(profile_key_invisible, first, last, {code_point_name(c)}), false;
        return true;
    }
    cursor malformed_key(cursor first, cursor last) {
        report_malformed_key(file_, first, last, out_);
        return nullptr;
    }

    bool check_quoted(cursor first, const words::quoted_scan& s) {
        if (!s.closed) return error(profile_quote_open, first, s.end).help.push_back({help_close_quote, {}}), false;
        if (!s.bad_escape) return true;
        const cursor end = words::escape_end(s.bad_escape, s.end);
        error(profile_unknown_escape, s.bad_escape, end, {shown(s.bad_escape, end)}).help.push_back({help_escapes, {}});
        return false;
    }

    bool read_value(cursor first, cursor last, cursor colon, profile_entry& e) {
        e.value.kind = profile_value_kind::text;
        e.value.where = where(first, last);
        const auto word = profile_word_of(e.key);
        const bool shown_only = word == profile_word::name || word == profile_word::note || word == profile_word::id;
        if (first == last && !shown_only) return error(profile_value_missing, colon, colon + 1).help.push_back({help_unknown_value, {}}), false;
        const auto s = words::scan_quoted(first, last);
        e.value.quoted = s.closed && !s.bad_escape && s.end == last;
        if (e.value.quoted) words::resolve_quoted(first, last, e.value.content);
        else e.value.content.assign(first, last);
        return shown_only || check_quotes_inside(first, last);
    }
    // A value of several items may hold quoted ones.
    bool check_quotes_inside(cursor first, cursor last) {
        for (cursor p = first; p != last;) {
            if (*p != '"') {
                ++p;
                continue;
            }
            const auto s = words::scan_quoted(p, last);
            if (!check_quoted(p, s)) return false;
            p = s.end;
        }
        return true;
    }

    const source& file_;
    diagnostics& out_;
    cursor origin_;
};

void report_otherwise(const source& file, span where, diagnostics& out) {
    out.add(profile_otherwise, {&file, where}).help.push_back({help_close_profile, {}});
}

void read_text_profile(profile& into, diagnostics& out) {
    const source& file = *into.file;
    line_reader reader(file, out);
    const cursor origin = file.text().data(), end = origin + file.text().size();
    std::uint32_t line = 0;
    for (cursor p = origin; p != end;) {
        ++line;
        const cursor line_last = words::line_end(p, end), first = words::skip_blanks(p, line_last), last = words::text_end(first, line_last);
        const span where{static_cast<std::uint32_t>(p - origin), static_cast<std::uint32_t>(line_last - origin)};
        p = line_last == end ? end : line_last + 1;
        if (first == last || file.has_bad(where)) continue;
        if (auto entry = reader.read(first, last, line)) take_entry(std::move(*entry), into, out);
    }
}

}  // namespace

profile_word profile_word_of(std::string_view key) {
    if (key.size() > 64) return profile_word::fact;
    static const std::vector<std::pair<std::string, profile_word>> table = [] {
        std::vector<std::pair<std::string, profile_word>> t;
        for (auto const& [word, what] : std::initializer_list<std::pair<std::string_view, profile_word>>{{"name", profile_word::name},
                                                                                                         {"نام", profile_word::name},
                                                                                                         {"note", profile_word::note},
                                                                                                         {"یادداشت", profile_word::note},
                                                                                                         {"otherwise", profile_word::otherwise},
                                                                                                         {"بقیه", profile_word::otherwise},
                                                                                                         {"id", profile_word::id}})
            t.emplace_back(term_key(word), what);
        return t;
    }();
    std::string const folded = term_key(key);
    for (const auto& [word, what] : table)
        if (folded == word) return what;
    return profile_word::fact;
}

bool is_no(const profile_value& value) {
    if (value.kind == profile_value_kind::boolean) return !value.boolean;
    return value.kind == profile_value_kind::text && yes_or_no(value.content) == std::optional(false);
}

void take_entry(profile_entry&& entry, profile& into, diagnostics& out) {
    switch (profile_word_of(entry.key)) {
    case profile_word::fact: into.entries.push_back(std::move(entry)); break;
    case profile_word::name: into.name = std::move(entry.value.content); break;
    case profile_word::note: into.notes.push_back(std::move(entry.value.content)); break;
    case profile_word::id:
        if (!into.id_where) into.id_where = entry.value.where;
        break;
    case profile_word::otherwise:
        if (!is_no(entry.value)) return report_otherwise(*into.file, entry.value.where, out);
        into.closed = true;
        into.closed_where = entry.where;
    }
}

profile parse_profile(source_ptr file, diagnostics& out) {
    profile p;
    p.file = std::move(file);
    std::string_view const text = p.file->text();
    std::size_t const first = text.find_first_not_of(" \t\r\n");
    if (first != text.npos && text[first] == '{') read_json_profile(p, out);
    else read_text_profile(p, out);
    return p;
}

profile parse_json_profile(source_ptr file, diagnostics& out) {
    profile p;
    p.file = std::move(file);
    read_json_profile(p, out);
    return p;
}

std::optional<profile_entry> parse_profile_line(const source& file, span line, bool& closed, diagnostics& out) {
    const cursor origin = file.text().data();
    const cursor first = words::skip_blanks(origin + line.begin, origin + line.end);
    const cursor last = words::text_end(first, origin + line.end);
    if (first == last) {
        out.add(profile_key_missing, {&file, line}).help.push_back({help_profile_line, {}});
        return std::nullopt;
    }
    auto entry = line_reader(file, out).read(first, last, file.position_of(line.begin).line);
    if (!entry) return entry;
    const profile_word word = profile_word_of(entry->key);
    if (word == profile_word::fact) return entry;
    if (word == profile_word::otherwise) {
        if (!is_no(entry->value)) {
            report_otherwise(file, entry->value.where, out);
            return std::nullopt;
        }
        closed = true;
    }
    entry->key.clear();
    return entry;
}

}  // namespace advise::grammar
