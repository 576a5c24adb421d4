#include <advise/grammar/comments.hpp>

#include "words.hpp"

namespace advise::grammar {

std::vector<span> comments_of(const source& file) {
    using words::cursor;
    std::vector<span> found;
    const cursor origin = file.text().data(), end = origin + file.text().size();
    const auto offset = [&](cursor p) { return static_cast<std::uint32_t>(p - origin); };
    for (cursor line = origin; line != end;) {
        const cursor line_last = words::line_end(line, end), first = words::skip_blanks(line, line_last);
        const cursor comment = words::skip_blanks(words::text_end(first, line_last), line_last);
        cursor last = line_last;
        while (last != comment && (last[-1] == ' ' || last[-1] == '\t' || last[-1] == '\r')) --last;
        if (comment != line_last) found.push_back({offset(comment), offset(last)});
        line = line_last == end ? end : line_last + 1;
    }
    return found;
}

}  // namespace advise::grammar
