// The one catalogue of the program's own sentences, English and Persian. Holes are {0}, {1}, …; plural and singular are two
// ids. What is said about texts (errors, warnings) stands in grammar/messages.hpp. A test holds us to both languages.
#pragma once

#include <advise/grammar/messages.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace advise::cli {

enum class say : std::uint16_t {
    // --- shell: arguments, files, help, the ends of a run (catalogue_shell.cpp)

    // --- pages: what the renderers say (catalogue_words.cpp, catalogue_pages.cpp)
    // words: values
    word_yes, word_no, word_unknown, range_of, either_of, both_of, comma, and_more, at_least, at_most, more_than,
    less_than, including, none_of_them, with_unit, quoted, unit_year, unit_years, unit_month, unit_months, unit_week,
    unit_weeks, unit_day, unit_days, unit_hour, unit_hours,
    // words: what the profile says
    on_line, on_lines, known_on_line, fact_is, missing, missing_closed, profile_says, profile_says_unknown,
    it_is_missing, it_is_missing_closed,
    // words: tests of a fact
    level_from, level_below, level_at, level_not_at, level_up_to, level_none, scale_from, scale_below, scale_at,
    scale_not_at, scale_up_to, never_true, always_true, fact_no, number_is, number_not, number_outside, choice_is,
    choice_not, set_includes, set_lacks,
    // words: conditions
    negated, in_parentheses, neither, any_one_of, count_least, count_most, count_exactly, count_between,
    many_conditions, frame_all, frame_any, frame_none, frame_not, frame_least, frame_most, frame_exactly,
    frame_between,
    // words: points, sources
    no_points, one_point, many_points, range_points, source_and_text, between_sources, cited_book, cited_paragraph,
    cited_paragraphs, cited_page, cited_chapter, cited_section, not_conclusion,

    say_count
};

/// One sentence in both languages.
struct sentence_entry {
    say id;
    std::string_view en;
    std::string_view fa;
};

// One table for each section; catalogue.cpp puts them together.
std::span<const sentence_entry> shell_sentences();
std::span<const sentence_entry> words_sentences();
std::span<const sentence_entry> pages_sentences();

/// The sentence as it stands in the catalogue, holes and all. O(1) after the first call.
std::string_view sentence(say id, grammar::language in);

/// The sentence with its holes filled in order. A hole without an argument stays as it is, so that a test can find it.
/// Arguments are put in as they are; text of the user goes through grammar::printable first.
std::string tell(say id, grammar::language in, std::initializer_list<std::string_view> arguments = {});

}  // namespace advise::cli
