#include "format_profile_line.hpp"

#include "format_tokens.hpp"
#include "profile_lines.hpp"
#include "same_profile.hpp"
#include "words.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace advise::grammar {
namespace {

using words::cursor;

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}
std::string lower(std::string text) {
    if (is_ascii(text))
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// With single blanks, and none at the edges.
std::string single_blanks(std::string_view text) {
    std::string out;
    bool blank = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r') {
            blank = true;
            continue;
        }
        if (blank && !out.empty()) out += ' ';
        blank = false;
        out += c;
    }
    return out;
}

/// The value of one line.
class value_writer {
public:
    value_writer(const source& file, span where) : file_(file), where_(where), text_(file.text(where)) {}

    // A whole value may be the name of an option of its fact, "18..64": so its key must not change, nor how it is read; nor may `a,#1` become
    // a comment.
    std::string write() const {
        const value_result read = parse_value(text_);
        if (read.error != value_error::none) return written_text(file_, where_);
        std::string made = canonical(read.value);
        const cursor first = made.data(), end = first + made.size();
        return words::text_end(first, end) == end && same_value_text(std::string(text_), made) ? made : written_text(file_, where_);
    }

private:
    [[nodiscard]] std::string_view between(std::size_t first, std::size_t last) const { return text_.substr(first, last - first); }

    std::string canonical(const value_syntax& read) const {
        if (read.form == value_form::unknown) return lower(single_blanks(text_));
        std::string out = lower(single_blanks(text_.substr(0, read.items.front().where.begin)));
        if (!out.empty()) out += ' ';
        const bool alone = read.form == value_form::items && read.items.size() == 1;
        for (std::size_t i = 0; i != read.items.size(); ++i) {
            if (i != 0) out += separator(read.items[i - 1].where.end, read.items[i].where.begin, read.form);
            out += item(read.items[i], alone);
        }
        return out;
    }
    // What stands between two items: a comma as it was written, the dots of a range or a word for them.
    std::string separator(std::size_t first, std::size_t last, value_form form) const {
        std::string const sign = single_blanks(between(first, last));
        if (form != value_form::range) return sign + " ";
        return sign == ".." ? sign : " " + lower(sign) + " ";
    }
    std::string item(const value_item& one, bool alone) const {
        const std::string_view raw = between(one.where.begin, one.where.end);
        if (one.quoted) return written_text(file_, {where_.begin + one.where.begin, where_.begin + one.where.end});
        if (one.number && !one.unit.empty()) return single_blanks(raw.substr(0, raw.size() - one.unit.size())) + " " + single_blanks(one.unit);
        std::string words = single_blanks(raw);
        return alone && yes_or_no(words) ? lower(std::move(words)) : words;
    }

    const source& file_;
    span where_;
    std::string_view text_;
};

}  // namespace

std::string format_profile_line(const source& file, span line) {
    const cursor origin = file.text().data(), first = origin + line.begin, last = origin + line.end;
    const bool quoted = *first == '"';
    const cursor key_end = quoted ? words::scan_quoted(first, last).end : words::term_end(first, last, words::term_place::profile);
    const ast::term key{{line.begin, static_cast<std::uint32_t>(key_end - origin)}, quoted};
    const profile_word word = profile_word_of(spelling(file, key));
    std::string out = quoted ? written_text(file, key.where) : word == profile_word::fact ? spelling(file, key) : lower(spelling(file, key));
    const cursor colon = words::skip_blanks(key_end, last);
    if (colon == last) return out;
    const cursor value = words::skip_blanks(colon + 1, last);
    if (value == last) return out + ":";
    const span where{static_cast<std::uint32_t>(value - origin), line.end};
    const bool as_written = word == profile_word::name || word == profile_word::note || word == profile_word::id;
    out += *value == '#' ? ":" : ": ";  // behind a blank it would be a comment
    return out + (as_written ? written_text(file, where) : value_writer(file, where).write());
}

}  // namespace advise::grammar
