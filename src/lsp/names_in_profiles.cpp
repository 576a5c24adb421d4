// What the lines of profiles name: those of files, and those that a test gives.
#include "names.hpp"

#include <advise/grammar/term_key.hpp>

#include <optional>

namespace advise::cli::lsp {
namespace {

using grammar::profile_value_kind;

/// Where the text of a value begins whose content stands there as it is; behind the quotation mark of a JSON string. No place for one with escapes.
std::optional<std::uint32_t> begin_of_content(const grammar::source& file, const grammar::profile_value& value) {
    const std::string_view written = file.text(value.where);
    const std::size_t mark = value.quoted ? 1 : 0;
    if (written.size() < 2 * mark || written.substr(mark, written.size() - 2 * mark) != value.content) return std::nullopt;
    return value.where.begin + static_cast<std::uint32_t>(mark);
}

/// Of a JSON text or a quoted one: nothing but a name.
bool is_one_name(const grammar::value_syntax& read) {
    return read.form == grammar::value_form::items && read.items.size() == 1 && !read.items.front().number;
}

}  // namespace

void name_table::put_value(std::uint32_t file, const std::string& fact, const grammar::profile_value& value, const std::string& owner) {
    for (const grammar::profile_value& item : value.items) put_value(file, fact, item, owner);
    if (value.kind != profile_value_kind::text) return;
    const std::string of = std::string(owned_by_thing) + fact;
    const auto put = [&](grammar::span where, const std::string& text) {
        all_.push_back({file, where, grammar::term_key(text), name_space::values, standing::used, owner, of});
    };
    const grammar::value_result read = grammar::parse_value(value.content);
    const bool readable = read.error == grammar::value_error::none;
    if (value.quoted && (!readable || is_one_name(read.value))) return put(value.where, value.content);
    const auto begin = begin_of_content(files_[file]->source(), value);
    if (!begin || !readable || read.value.form == grammar::value_form::unknown) return;
    for (const grammar::value_item& item : read.value.items) {
        const grammar::span where{*begin + item.where.begin, *begin + item.where.end};
        const std::size_t dots = item.quoted ? item.text.npos : item.text.find("..");  // of levels, `beginner..advanced`
        if (item.number) continue;
        if (dots == item.text.npos) {
            put(where, item.text);
            continue;
        }
        const auto first_end = where.begin + static_cast<std::uint32_t>(dots);
        put({where.begin, first_end}, item.text.substr(0, dots));
        put({first_end + 2, where.end}, item.text.substr(dots + 2));
    }
}

void name_table::put_key(std::uint32_t file, const grammar::profile_entry& line, const std::string& owner) {
    const std::string key = grammar::term_key(line.key);
    all_.push_back({file, line.key_where, key, name_space::things, standing::used, owner, {}});
    if (line.value.kind != profile_value_kind::bare) put_value(file, key, line.value, owner);
}

void name_table::add_profile(const text_file& file, const grammar::profile& read) {
    files_.push_back(&file);
    const auto number = static_cast<std::uint32_t>(files_.size() - 1);
    profiles_.insert(number);
    for (const grammar::profile_entry& line : read.entries) put_key(number, line, {});
}

}  // namespace advise::cli::lsp
