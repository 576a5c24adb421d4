#include "format_checked.hpp"

#include "format_tokens.hpp"
#include "words.hpp"

namespace advise::grammar {

std::vector<std::string> comments_in(const source& file) {
    using words::cursor;
    std::vector<std::string> found;
    const cursor origin = file.text().data(), end = origin + file.text().size();
    for (cursor line = origin; line != end;) {
        const cursor line_last = words::line_end(line, end), first = words::skip_blanks(line, line_last);
        const cursor comment = words::skip_blanks(words::text_end(first, line_last), line_last);
        if (comment != line_last) found.push_back(comment_text(file, static_cast<std::uint32_t>(comment - origin)));
        line = line_last == end ? end : line_last + 1;
    }
    return found;
}

}  // namespace advise::grammar
