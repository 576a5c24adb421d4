// Profiles as JSON: the flat object that grammar.cpp reads, its errors, and keys that stand there twice.
#include "grammar.hpp"
#include "profile_lines.hpp"
#include "syntax_report.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <numeric>

namespace advise::grammar {
namespace {

using words::cursor;
using enum message;

// Says why the text is no flat object. What is missing at the end of the text is missing after its last token.
void report_failure(const source& file, const syntax_failure& f, diagnostics& out) {
    const cursor origin = file.text().data(), end = origin + file.text().size();
    const auto at = [&](cursor first, cursor last) {
        return place{&file, {static_cast<std::uint32_t>(first - origin), static_cast<std::uint32_t>(last - origin)}};
    };
    if (f.refused != none) {
        auto& d = out.add(f.refused, at(f.at, f.refused_end), f.arguments);
        if (f.refused == json_nested || f.refused == json_not_object) d.help.push_back({help_json_shape, {}});
        return;
    }
    cursor p = f.at;
    while (p != end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')) ++p;
    if (p == end) {
        const cursor after = f.after ? f.after : p;
        out.add(json_missing, at(after, after), {f.expected}).help.push_back({help_json_shape, {}});
        return;
    }
    const cursor last = words::piece_end(p, end);
    out.add(json_unexpected, at(p, last), {f.expected, shown(p, last)}).help.push_back({help_json_shape, {}});
}

// Keys that are equal as strings. By sorting: no hash that a hostile profile could make slow.
void report_duplicates(const std::vector<profile_entry>& entries, const source& file, diagnostics& out) {
    std::vector<std::uint32_t> order(entries.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return entries[a].key < entries[b].key; });
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto& earlier = entries[order[first]];
        const auto& later = entries[order[i]];
        if (earlier.key != later.key) {
            first = i;
            continue;
        }
        auto& d = out.add(json_duplicate_key, {&file, later.key_where}, {shown(later.key.data(), later.key.data() + later.key.size())});
        d.notes.push_back({{note_json_first, {}}, {&file, earlier.key_where}});
        d.help.push_back({help_keep_one, {}});
    }
}

// A key is a quoted term, and has to be one.
bool check_key(const profile_entry& member, const source& file, diagnostics& out) {
    const place at{&file, member.key_where};
    const auto& key = member.key;
    if (key.size() + 2 > limits::term_bytes)
        return out.add(profile_key_too_long, at, {std::to_string(key.size() + 2), std::to_string(limits::term_bytes)}), false;
    if (term_key(key).empty()) return out.add(profile_key_malformed, at, {std::string(file.text(member.key_where))}), false;
    if (const char32_t c = words::find_invisible(key.data(), key.data() + key.size()))
        return out.add(profile_key_invisible, at, {code_point_name(c)}), false;
    return true;
}

// Whose record a broken one is, where that much of it is sound.
void find_id(const std::vector<profile_entry>& members, profile& into) {
    const auto found =
        std::find_if(members.begin(), members.end(), [](const profile_entry& m) { return profile_word_of(m.key) == profile_word::id; });
    if (found != members.end() && !into.file->has_bad(found->where)) into.id_where = found->value.where;
}

}  // namespace

void read_json_profile(profile& into, diagnostics& out) {
    const source& file = *into.file;
    std::vector<profile_entry> members;
    members.reserve(1 + static_cast<std::size_t>(std::count(file.text().begin(), file.text().end(), ',')));  // not more, however many there are
    syntax_failure failure;
    const bool whole = read_flat_json(
        file.text(), [&](profile_entry&& e) { members.push_back(std::move(e)); }, failure);
    const bool sound = file.bad().empty();  // else reported with the text
    if (!whole || !sound) {
        if (sound) report_failure(file, failure, out);
        return find_id(members, into);
    }
    report_duplicates(members, file, out);
    into.entries.reserve(members.size());
    for (auto& m : members)
        if (check_key(m, file, out)) take_entry(std::move(m), into, out);
}

}  // namespace advise::grammar
