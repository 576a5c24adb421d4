// The parts of the catalogue, one for each group of messages; messages.cpp puts them together.
#pragma once

#include <advise/grammar/messages.hpp>

#include <span>

namespace advise::grammar {

std::span<const message_entry> syntax_messages();
std::span<const message_entry> names_messages();
std::span<const message_entry> proofs_messages();
std::span<const message_entry> lints_messages();
std::span<const message_entry> profile_messages();
std::span<const message_entry> files_messages();

}  // namespace advise::grammar
