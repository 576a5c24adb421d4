// The peer of the reading bench: a bare Spirit X3 grammar that recognises the workload's statements and makes nothing of them.
#pragma once

#include <string_view>

namespace advise::bench {

/// Whether the whole text was recognised.
bool recognise(std::string_view text);

}  // namespace advise::bench
