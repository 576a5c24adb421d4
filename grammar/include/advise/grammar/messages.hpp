// The catalogue of what is said about texts: every sentence once, in English and Persian. Holes are {0}, {1}, …
// A message that opens a diagnostic has a code (COMMANDS.md: A0… syntax, A1… names and types, A2… logic of the rule base,
// A3… profile, A4… files and limits) and a severity; notes, help and the names of expected things have none.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace advise::grammar {

enum class severity : std::uint8_t { error, warning, note };
enum class language : std::uint8_t { en, fa };

/// Every sentence, in four groups, one for each stage.
enum class message : std::uint16_t {
    none,
    // --- syntax of rule files and the text layer of all files (A0…): messages_syntax.cpp

    // --- names, types and the logic of a rule base (A1…, A2…): messages_names.cpp

    // --- profiles (A3…): messages_profile.cpp

    // --- files and limits (A4…): messages_files.cpp

    message_count
};

/// What stands in a hole: text of the user, or another sentence of the catalogue (an expected thing, a kind of name).
using argument = std::variant<std::string, message>;
using arguments = std::vector<argument>;

/// One entry of the catalogue.
struct message_entry {
    message id;
    std::string_view code;      ///< "A0101"; empty for notes, help and expected things
    enum severity severity;
    std::string_view en;
    std::string_view fa;
};

/// The whole catalogue, one entry for each id (a test holds us to that).
std::span<const message_entry> message_catalogue();

/// The code of a message, or "".
std::string_view code_of(message id);
enum severity severity_of(message id);

/// The sentence with its holes filled; arguments that are messages are said in the same language. A hole without an
/// argument stays as it is. O(length).
std::string text_of(message id, language in, const arguments& filled = {});

}  // namespace advise::grammar
