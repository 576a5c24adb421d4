// Where the answers of an interview go when it is over, and when a signal ends it.
#pragma once

#include "interview.hpp"

#include <optional>
#include <string>

namespace advise::cli {

/// Saves what was answered: in the file of `-o`, or where the person says. \return where, "" for nowhere; nullopt after an error, which has been reported, or where a
/// signal came while the person was asked
std::optional<std::string> save(context& run, interview& talk, const interview_profile& file);

/// After a signal nobody can be asked any more: the answers go to the file of `-o`, at a terminal also without it to a new one, which is said with how to go on. Where no
/// file can be written they are printed. No file that exists is touched. \param given the profile that was given, "" for none \return 128 and the signal
exit_code save_interrupted(context& run, int signal, const interview_profile& file, const std::string& given);

}  // namespace advise::cli
