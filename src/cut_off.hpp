// A mapped file that somebody cuts off while it is used: touching what is gone is a signal, which becomes an error message.
#pragma once

#include <string>

namespace advise::cli {

/// From now on, when the process touches a page of a mapped file that is not there any more, it writes this text to standard error and ends with exit
/// code 2. What was not yet written of the answers is lost, as after any other error. Nothing else catches such a signal.
void tell_if_cut_off(std::string text);

}  // namespace advise::cli
