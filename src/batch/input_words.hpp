// What is said when the input of people cannot be read any further.
#pragma once

#include "../context.hpp"
#include "chunk_source.hpp"

#include <string>

namespace advise::cli::batch {

/// Tells a failure on standard error. \param given the file as it was given; "-" is standard input
void tell_input_failure(context& run, const input_failure& failure, const std::string& given);

}  // namespace advise::cli::batch
