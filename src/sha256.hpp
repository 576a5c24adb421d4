// SHA-256 (FIPS 180-4), for the hashes of rules and profiles in a result. Not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace advise::cli {

/// The digest in lower-case hexadecimal. O(bytes).
std::string sha256(std::string_view bytes);

}  // namespace advise::cli
