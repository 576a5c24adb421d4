#include "profile_hints.hpp"

#include "line_edit.hpp"
#include "mark_hints.hpp"

#include <advise/grammar/habits.hpp>
#include <advise/grammar/limits.hpp>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;

/// One line whose key is not one term.
struct bad_line {
    const source& file;
    cursor first, last;
    diagnostics& out;

    diagnostic& error(message id, cursor begin, cursor end, arguments filled) const {
        const cursor origin = file.text().data();
        return out.add(id, {&file, {static_cast<std::uint32_t>(begin - origin), static_cast<std::uint32_t>(end - origin)}}, std::move(filled));
    }
    /// With the `given` before it where the line stands in a test.
    [[nodiscard]] sentence write(std::string_view line) const {
        return {help_write_line, {shortened((in_test() ? "given " : "") + std::string(line), line_edit::most_shown)}};
    }
    [[nodiscard]] bool in_test() const {
        cursor begin = first;
        while (begin != file.text().data() && begin[-1] != '\n') --begin;
        const std::string_view before = without_blanks(view(begin, first));
        return words::same_word(before.data(), before.data() + before.size(), "given");
    }
    [[nodiscard]] sentence entry(std::string_view key, std::string_view value) const { return write(std::string(key) + ": " + std::string(value)); }
};

bool report_comment(const bad_line& line) {
    const std::string_view text = view(line.first, line.last), mark = foreign_comment_mark(text);
    if (mark.empty()) return false;
    line.error(profile_foreign_comment, line.first, line.first + mark.size(), {std::string(mark)})
        .help.push_back(line.write("# " + std::string(without_blanks(text.substr(mark.size())))));
    return true;
}

/// `“budget”: 900`, `'budget': 900,`
bool report_quotes(const bad_line& line) {
    constexpr std::size_t most = 512;
    const std::string_view text = view(line.first, line.last).substr(0, most);
    const foreign_quoting q = find_foreign_quoting(text, 0);
    if (q.last == 0) return false;
    const std::string_view close = text.substr(q.last - q.close, q.close);
    line.error(foreign_quotes, line.first, line.first + q.last, {std::string(text.substr(0, q.open)), std::string(close)})
        .help.push_back(line.write(with_our_quotes(text, 0)));
    return true;
}

/// `* sql: expert`, `1. sql: expert`, `[x] sql`
bool report_bullet(const bad_line& line) {
    cursor end = words::piece_end(line.first, line.last);
    const std::string_view text = view(line.first, end);
    const std::string_view all = view(line.first, line.last);
    unsigned value = 0;
    const bool numbered = words::digit_at(line.first, line.last, value) != 0 && (text.back() == '.' || view(end, line.last).starts_with(")"));
    const bool box = all.starts_with("[x]") || all.starts_with("[X]") || all.starts_with("[✓]");
    if (box) end = std::find(line.first, line.last, ']') + 1;
    else if (numbered && text.back() != '.') ++end;
    else if (!numbered && text != "*" && text != "•" && text != "-" && text != "–" && text != "·") return false;
    const cursor rest = words::skip_blanks(end, line.last);
    if (words::word_end(rest, line.last) == rest) return false;
    line.error(profile_key_malformed, line.first, end, {shown(line.first, end)}).help.push_back(line.write(view(rest, line.last)));
    return true;
}

/// What stands between key and value in the place of a colon; 0 bytes for none.
std::size_t separator(std::string_view rest) {
    for (const std::string_view mark : {"：", "﹕", "==", "=>", "->", ":=", "=", "→", "–", "—", "-", "|", "；", ";", "؛", "，", "،", ",", "?", "؟"})
        if (rest.starts_with(mark)) return mark.size();
    return 0;
}
bool is_bound(std::string_view rest) {
    for (const std::string_view mark : {">", "<", "≥", "≤"})
        if (rest.starts_with(mark)) return true;
    return false;
}

/// ">= 3" as "at least 3", which reads as a line of a profile does.
std::string bound_in_words(std::string_view rest) {
    for (const auto& [sign, bound] :
         {std::pair<std::string_view, std::string_view>{">=", "at least "}, {"≥", "at least "}, {"<=", "at most "}, {"≤", "at most "}})
        if (rest.starts_with(sign)) return std::string(bound) + std::string(without_blanks(rest.substr(sign.size())));
    return std::string(rest);
}

/// `budget = 900`, `budget >= 900`, `budget 900`
bool report_no_colon(const bad_line& line) {
    const cursor key_end = words::term_end(line.first, line.last, words::term_place::profile);
    if (key_end == line.first) return false;
    const std::string_view key = view(line.first, key_end);
    const cursor next = words::skip_blanks(key_end, line.last);
    const std::string_view rest = view(next, line.last);
    if (const std::size_t mark = separator(rest); mark != 0) {
        const std::string_view value = without_blanks(rest.substr(mark));
        if (value.empty() || value.front() == '=' || value.find(':') != value.npos) return false;
        line.error(profile_other_separator, next, next + mark, {std::string(rest.substr(0, mark))}).help.push_back(line.entry(key, value));
        return true;
    }
    const bool number = words::begins_number(next, line.last);
    const std::string said = line.in_test() ? bound_in_words(rest) : std::string(rest);
    if ((!number && !is_bound(rest)) || rest.find(':') != rest.npos) return false;
    auto& d = line.error(profile_colon_missing, next, line.last, {shown(next, line.last)});
    d.help.push_back(line.entry(key, said));
    if (number && view(line.first, line.last).find('\t') == std::string_view::npos)
        d.help.push_back({help_or_quote_key, {"\"" + shortened(view(line.first, line.last), line_edit::most_shown) + "\""}});
    return true;
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

void report_malformed_key(const source& file, cursor first, cursor last, diagnostics& out) {
    const bad_line line{file, first, last, out};
    if (report_comment(line) || report_quotes(line) || report_bullet(line) || report_no_colon(line)) return;
    const cursor end = before_blanks(first, std::find(first, last, ':'));
    const std::string_view key = view(first, end);
    auto& d = line.error(profile_key_malformed, first, end, {shown(first, end)});
    if (has_letter(key) && key.find('"') == std::string_view::npos && key.size() < limits::term_bytes)
        d.help.push_back({help_quote_key, {"\"" + std::string(key) + "\"" + shortened(view(end, last), 60)}});
}

}  // namespace advise::grammar
