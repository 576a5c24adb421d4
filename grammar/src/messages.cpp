// The catalogue, put together from its parts, and sentences with their holes filled. What users wrote goes into a
// sentence only through `printable`, and shortened, so that no message can carry a control character or a megabyte.
#include <advise/grammar/messages.hpp>
#include <advise/grammar/utf8.hpp>

#include "message_tables.hpp"

#include <stdexcept>

namespace advise::grammar {
namespace {

constexpr std::size_t longest_argument = 400;   // bytes of a user's text that a sentence repeats

std::vector<message_entry> assemble() {
    std::vector<message_entry> all(static_cast<std::size_t>(message::message_count));
    for (const auto part : {syntax_messages(), names_messages(), proofs_messages(), lints_messages(), profile_messages(), files_messages()})
        for (const message_entry& entry : part) {
            message_entry& slot = all.at(static_cast<std::size_t>(entry.id));
            if (!slot.en.empty()) throw std::logic_error("two catalogue entries for one message: " + std::string(entry.en));
            slot = entry;
        }
    for (std::size_t i = 0; i < all.size(); ++i) all[i].id = static_cast<message>(i);
    return all;
}

const message_entry& entry_of(message id) {
    const auto all = message_catalogue();
    const auto index = static_cast<std::size_t>(id);
    return all[index < all.size() ? index : 0];
}

std::string in_digits_of(language in, const std::string& ascii) {
    if (in != language::fa) return ascii;
    std::string out;
    for (const char c : ascii) {
        if (c >= '0' && c <= '9') encode(U'\u06F0' + static_cast<char32_t>(c - '0'), out);
        else if (c == '.') out += "٫";
        else out += c;
    }
    return out;
}

std::string shown(const argument& filled, language in) {
    if (const figures* number = std::get_if<figures>(&filled)) return in_digits_of(in, number->digits);
    if (const message* id = std::get_if<message>(&filled)) return text_of(*id, in);
    return printable(shortened(std::get<std::string>(filled), longest_argument));
}

// The number of a hole "{7}" or "{12}" that begins at `at`, and where it ends; false where none does.
bool hole_at(std::string_view text, std::size_t at, std::size_t& number, std::size_t& end) {
    std::size_t i = at + 1;
    number = 0;
    for (; i < text.size() && i < at + 3 && text[i] >= '0' && text[i] <= '9'; ++i)
        number = number * 10 + static_cast<std::size_t>(text[i] - '0');
    end = i + 1;
    return i > at + 1 && i < text.size() && text[i] == '}';
}

}  // namespace

std::span<const message_entry> message_catalogue() {
    static const std::vector<message_entry> all = assemble();
    return all;
}

std::string_view code_of(message id) { return entry_of(id).code; }
enum severity severity_of(message id) { return entry_of(id).severity; }

std::string text_of(message id, language in, const arguments& filled) {
    const message_entry& entry = entry_of(id);
    const std::string_view text = in == language::fa ? entry.fa : entry.en;
    std::string out;
    out.reserve(text.size() + 32 * filled.size());
    for (std::size_t i = 0, number = 0, end = 0; i < text.size();) {
        if (text[i] == '{' && hole_at(text, i, number, end) && number < filled.size()) {
            out += shown(filled[number], in);
            i = end;
        } else {
            out += text[i++];
        }
    }
    return out;
}

}  // namespace advise::grammar
