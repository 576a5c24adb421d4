#include "mends.hpp"

#include "findings.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace advise::cli::lsp {
namespace {

using grammar::diagnostic;
using text = std::string_view;

/// Lines of a text, from the first to the last one, both counted from 0.
struct lines {
    std::size_t first = 0, last = 0;
};

std::size_t line_of(text whole, std::size_t offset) {
    return static_cast<std::size_t>(std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(std::min(offset, whole.size())), '\n'));
}

bool lies_in(const diagnostic& found, text whole, const lines& where) {
    return line_of(whole, found.at.where.begin) <= where.last && line_of(whole, found.at.where.end) >= where.first;
}

bool same(const diagnostic& a, const diagnostic& b) {
    constexpr auto in = grammar::language::en;
    return a.text.id == b.text.id && grammar::text_of(a.text.id, in, a.text.arguments) == grammar::text_of(b.text.id, in, b.text.arguments);
}

text covered(const diagnostic& each) { return each.at.file->text(each.at.where); }

bool is_remark(const diagnostic& each) { return each.severity() == grammar::severity::note; }

/// What is seen only of rules without errors: an edit does not bring it where it makes an end of those.
bool was_hidden(const diagnostic& each, const text_state& before) {
    return before.errors > 0 && each.severity() == grammar::severity::warning && code_of(each.text.id).starts_with("A2")
           && each.text.id != grammar::message::label_in_name && each.text.id != grammar::message::clause_in_name;
}

/// What stands in the text that was edited, and did not stand in it before. Remarks are no findings.
bool brings_another(const diagnostic& mended, const text_state& before, const text_state& after, const edit& made, const grammar::source& now) {
    const text old_text = made.file->source().text(), new_text = now.text();
    const lines was{line_of(old_text, made.where.begin), line_of(old_text, made.where.end)};
    const lines is{was.first, was.first + static_cast<std::size_t>(std::ranges::count(made.text, '\n'))};
    return std::ranges::any_of(after.found, [&](const diagnostic& each) {
        if (each.at.file != &now || is_remark(each) || was_hidden(each, before) || !lies_in(each, new_text, is)) return false;
        return same(each, mended) || std::ranges::none_of(before.found, [&](const diagnostic& known) {
                   return known.at.file != nullptr && known.at.file->name() == made.file->source().name() && known.text.id == each.text.id
                          && covered(known) == covered(each) && lies_in(known, old_text, was);
               });
    });
}

/// Where another line was added than that of the finding, as a declaration is, it must have been all that was wrong there.
bool leaves_the_place_wrong(const diagnostic& mended, const text_state& before, const text_state& after, const edit& made,
                            const grammar::source& now) {
    const text old_text = made.file->source().text();
    const std::size_t place = line_of(old_text, mended.at.where.begin), edited = line_of(old_text, made.where.begin);
    if (mended.at.file != &made.file->source()
        || (edited <= place && place <= line_of(old_text, made.where.end) && made.where.begin != made.where.end))
        return false;
    if (made.where.begin == made.where.end && !made.text.ends_with("\n")) return false;
    const std::size_t line = place + (edited <= place ? static_cast<std::size_t>(std::ranges::count(made.text, '\n')) : 0);
    return std::ranges::any_of(after.found, [&](const diagnostic& each) {
        return each.at.file == &now && !is_remark(each) && !was_hidden(each, before) && lies_in(each, now.text(), {line, line});
    });
}

/// A name that is no name as people write them where they declare none: a misread sentence.
bool is_a_sentence(const std::string& name) {
    constexpr std::array<text, 5> sentence_words = {"if", "then", "else", "اگر", "آنگاه"};
    const std::string padded = " " + name + " ";
    return name.find("..") != name.npos
           || std::ranges::any_of(sentence_words, [&](text word) { return padded.find(" " + std::string(word) + " ") != padded.npos; });
}

bool brings_a_fact(const text_state& before, const text_state& after) {
    return std::ranges::any_of(after.undeclared, [&](const auto& fact) {
        return !before.undeclared.contains(fact.first) && (after.declares_facts || is_a_sentence(fact.second));
    });
}

}  // namespace

text_state state_of(const project& of) {
    text_state made;
    made.found = told(of);
    made.errors = of.found.errors();
    for (const engine::fact& each : of.rules->facts) {
        made.declares_facts = made.declares_facts || each.declared;
        if (!each.declared) made.undeclared.emplace(grammar::term_key(each.term), each.term);
    }
    return made;
}

bool mends(const diagnostic& found, const text_state& before, const text_state& after, const edit& made, const grammar::source* after_source) {
    const auto how_often = [&](const text_state& of) {
        return std::ranges::count_if(of.found, [&](const diagnostic& each) { return same(each, found); });
    };
    const bool error = found.severity() == grammar::severity::error;
    if (error ? after.errors >= before.errors : after.errors > before.errors || how_often(after) >= how_often(before)) return false;
    if (brings_a_fact(before, after)) return false;
    return after_source == nullptr
           || (!brings_another(found, before, after, made, *after_source) && !leaves_the_place_wrong(found, before, after, made, *after_source));
}

}  // namespace advise::cli::lsp
