// The words of an interview that are no answers: back, skip, why …, as people type them, in English and Persian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace advise::cli {

/// What a line of the conversation asks for, where it is no answer.
enum class ask_word : std::uint8_t { none, dont_know, back, skip, why, list, change, help, stop };

/// In any letter case, with or without a mark at the end ("why?", "back."). A line that is a value of the fact asked about is to be taken as that before.
/// \param rest what follows the word "change"
ask_word ask_word_of(std::string_view line, std::string& rest);

/// Yes or no as people say it: what a profile knows, one letter ("y"), and everyday words.
std::optional<bool> plain_answer(std::string_view line);

}  // namespace advise::cli
