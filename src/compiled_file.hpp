// Compiled rules on the disk and in the program: mapped, not read.
#pragma once

#include <advise/engine/compiled.hpp>

#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// Maps a regular file that begins like compiled rules, or is called .advb; it must not be cut off while it is used (`advise compile` replaces files whole). Its identity
/// joins `inputs`. \return nullopt for anything else
std::optional<engine::compiled_bytes> map_compiled(const std::string& name, std::vector<std::string>& inputs);

/// The rule base of these files where they are compiled rules, or of the ones inside the program where there are no files. Errors are among its findings.
/// \return nullopt where texts are to be read
std::optional<engine::load_result> load_if_compiled(const std::vector<std::string>& files, std::vector<std::string>& inputs);

}  // namespace advise::cli
