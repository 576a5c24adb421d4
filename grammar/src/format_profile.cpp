// A profile laid out anew, as text or as JSON.
#include <advise/grammar/format.hpp>

#include "format_checked.hpp"
#include "format_lines.hpp"
#include "format_profile_line.hpp"
#include "format_tokens.hpp"
#include "words.hpp"

#include <advise/grammar/utf8.hpp>

namespace advise::grammar {
namespace {

using words::cursor;

bool is_json(const source& file) {
    std::string_view const text = file.text();
    std::size_t const first = text.find_first_not_of(" \t\r\n");
    return first != text.npos && text[first] == '{';
}

/// Line by line, as profiles are read.
std::string lines_of(const source& file) {
    format_lines lines;
    const cursor origin = file.text().data(), end = origin + file.text().size();
    const auto offset = [&](cursor p) { return static_cast<std::uint32_t>(p - origin); };
    for (cursor p = origin; p != end;) {
        const cursor line_last = words::line_end(p, end), first = words::skip_blanks(p, line_last), last = words::text_end(first, line_last);
        const cursor comment = words::skip_blanks(last, line_last);
        p = line_last == end ? end : line_last + 1;
        if (first != last) lines.line(format_profile_line(file, {offset(first), offset(last)}));
        if (comment == line_last && first == last) lines.blank();
        if (comment == line_last) continue;
        if (first == last) lines.own(0, comment_text(file, offset(comment)));
        else lines.trail(comment_text(file, offset(comment)));
    }
    return lines.finish();
}

/// A JSON profile is one flat object, which has been read: strings, words, lists and the signs between them.
class json_formatter {
public:
    explicit json_formatter(const source& file) : file_(file), text_(file.text()) {}

    std::string format() {
        skip();
        ++at_;
        std::string out = "{";
        for (skip(); text_[at_] != '}'; skip()) {
            if (text_[at_] == ',') ++at_, skip();
            out += out.size() == 1 ? "\n" : ",\n";
            out += "  " + scalar() + ": ";
            skip();
            ++at_;
            skip();
            out += text_[at_] == '[' ? list(display_width(std::string_view(out).substr(out.rfind('\n') + 1))) : scalar();
        }
        return out + (out.size() == 1 ? "}\n" : "\n}\n");
    }

private:
    void skip() {
        while (at_ != text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    std::string scalar() {
        const std::size_t first = at_;
        if (text_[at_] == '"') {
            for (++at_; text_[at_] != '"'; ++at_)
                if (text_[at_] == '\\') ++at_;
            ++at_;
        } else {
            at_ = std::min(text_.find_first_of(" \t\r\n,:]}", at_), text_.size());
        }
        return written_text(file_, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at_)});
    }
    // On one line; where there is no room for it, with an item on each.
    std::string list(std::size_t column) {
        std::vector<std::string> items;
        ++at_;
        for (skip(); text_[at_] != ']'; skip()) {
            if (text_[at_] == ',') ++at_, skip();
            items.push_back(scalar());
        }
        ++at_;
        const std::string row = joined(items, ", ");
        if (column + display_width(row) + 3 <= format_columns || items.empty()) return "[" + row + "]";
        return "[\n    " + joined(items, ",\n    ") + "\n  ]";
    }
    static std::string joined(const std::vector<std::string>& items, std::string_view between) {
        std::string out;
        for (const std::string& item : items) {
            if (!out.empty()) out += between;
            out += item;
        }
        return out;
    }

    const source& file_;
    std::string_view text_;
    std::size_t at_ = 0;
};

std::string format_read(const source& file, diagnostics& found) {
    (void)parse_profile(source_ptr(&file, [](const source*) {}), found);
    if (found.has_errors(file)) return {};
    return is_json(file) ? json_formatter(file).format() : lines_of(file);
}

}  // namespace

std::optional<std::string> format_profile(const source_ptr& file, diagnostics& out) {
    const auto same = [&](const source& a, const source& b) {
        return (is_json(a) || comments_in(a) == comments_in(b)) && same_profile(file, source_ptr(&b, [](const source*) {}));
    };
    return format_checked(*file, out, format_read, same);
}

}  // namespace advise::grammar
