// Compiled rules on the disk: mapped into memory.
#pragma once

#include <advise/engine/compiled.hpp>

#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// Maps a regular file that begins like compiled rules; it must not be cut off while it is used (`advise compile` replaces files whole). Its identity
/// joins `inputs`. \return nullopt for anything else
std::optional<engine::compiled_bytes> map_compiled(const std::string& name, std::vector<std::string>& inputs);

}  // namespace advise::cli
