// What a file is that is no UTF-8 text: one sentence about it says more than hundreds about its bytes.
#pragma once

#include <advise/grammar/messages.hpp>

#include <cstddef>
#include <string_view>

namespace advise::grammar {

/// What a file looks like. `kind` is `message::none` where nothing is recognised.
struct encoding_guess {
    message kind = message::none;
    std::string_view iconv;     ///< its name for iconv; empty where that would not help
    std::size_t at = 0;         ///< the first byte that gives it away
};

/// Of the first bytes alone: signatures of file formats and byte order marks. O(1).
encoding_guess guess_by_signature(std::string_view bytes);

/// How a text fails to be UTF-8, counted while it was read.
struct fault_counts {
    std::size_t bad_stretches = 0;   ///< of bytes that are not UTF-8
    std::size_t bad_bytes = 0;
    std::size_t controls = 0;        ///< stretches of control characters
    std::size_t first = 0;           ///< offset of the first fault
    std::size_t scanned = 0;         ///< bytes looked at
    bool cut_off = false;            ///< there was too much wrong to go on
};

/// Of a text with faults: UTF-16 and UTF-32 without a mark, EBCDIC, an older encoding, no text at all.
encoding_guess guess_by_faults(std::string_view text, const fault_counts& faults);

}  // namespace advise::grammar
