// The program as a function: arguments and streams in, exit code out. No exception leaves it.
#pragma once

#include "streams.hpp"

#include <string>
#include <vector>

namespace advise::cli {

/// \param arguments without the program's name
int run(const std::vector<std::string>& arguments, streams& io);

}  // namespace advise::cli
