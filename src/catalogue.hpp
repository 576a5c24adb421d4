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

    // --- pages: what the renderers say (catalogue_pages.cpp)

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
std::span<const sentence_entry> pages_sentences();

/// The sentence as it stands in the catalogue, holes and all. O(1) after the first call.
std::string_view sentence(say id, grammar::language in);

/// The sentence with its holes filled in order. A hole without an argument stays as it is, so that a test can find it.
/// Arguments are put in as they are; text of the user goes through grammar::printable first.
std::string tell(say id, grammar::language in, std::initializer_list<std::string_view> arguments = {});

}  // namespace advise::cli
