// The colours of rule files in editors that take a TextMate grammar.
#pragma once

#include <string>

namespace advise::cli {

/// The grammar as JSON, made of the words that the reader itself goes by. It stands as a file in editors/vscode, which a test compares.
std::string textmate_grammar();

}  // namespace advise::cli
