// The manual, made of the same table as `advise help`. The build writes it and `cmake --install` puts it where man looks.
#pragma once

#include <string>

namespace advise::cli {

/// All of it as roff with the man macros, in ASCII, in English: few programs that show manuals can write from right to left.
std::string man_page();

}  // namespace advise::cli
