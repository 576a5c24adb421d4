// Comparisons and answers as people say them in prose, where the language has a sign or a word of its own. Asked only about text that
// is already known to be wrong, so correct texts pay nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace advise::grammar {

/// "age over limit": what stands before and after a comparison in words, and the sign for it (">", ">=", "<", "<=", "=", "!=", "includes").
/// Views into the text.
struct worded_comparison {
    std::string_view before;
    std::string_view sign;
    std::string_view after;
};

/// The first comparison in words that has words on both sides. O(length of the text).
std::optional<worded_comparison> find_worded_comparison(std::string_view text);

/// A phrase of comparison at the very end of a text: "the age is more than". `begin` is where the phrase begins, "more".
struct phrase_at_end {
    std::size_t begin;
    std::string_view sign;  ///< as above, or ".." after "between" and "from"
};
/// \return nothing where the text ends in no such phrase. O(length of a phrase)
std::optional<phrase_at_end> find_phrase_at_end(std::string_view text);

/// A bound or range of numbers said in words, as a profile spells it: "between 5 and 10" is "5..10", "more than 5" is "> 5", "5 or more" is "5+".
/// \return "" for anything else. O(length of the text)
std::string number_said_in_words(std::string_view text);

/// The number that "1.500" or "12.000 euro" means to those who part thousands with a point: "1500". \return "" where the point parts one to three figures, the
/// first not 0, from anything but three of which the last is 0; 1.125 may well be a fraction. Only ASCII figures, as Persian has a sign of its own. O(1)
std::string thousands_meant(std::string_view number);

/// "true", "maybe", "بلی": the word of profiles that says it, in the language of the text: yes, no, unknown, بله, نه, نمی‌دانم.
/// \return "" for anything else
std::string_view answer_said_otherwise(std::string_view text);

/// The same where it can mean nothing else: "yeah", "no idea", but not "maybe", "never" or a mark.
std::string_view answer_said_plainly(std::string_view text);

/// Whether a key of a profile is one of the words that name no fact: name, note, otherwise, id, نام, یادداشت, بقیه.
bool is_word_of_profiles(std::string_view key);

/// Text without the blanks (and tabs) at both ends.
std::string_view without_blanks(std::string_view text);

}  // namespace advise::grammar
