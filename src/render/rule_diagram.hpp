// The rule graph as a drawing: roles at one side, facts at the other.
#pragma once

#include "diagram.hpp"
#include "rule_picture.hpp"
#include "words.hpp"

#include <cstddef>
#include <string>

namespace advise::cli {

struct rule_diagram_options {
    bool painted = false;                           ///< with truths, what is known of facts, and points
    engine::conclusion_id focus = engine::nothing;  ///< for the title
    std::string profile;                            ///< its name, printable, where it is painted
};

/// A fact of which only one thing is asked is one node with it. O(picture).
diagram rule_diagram(const rule_picture& picture, const words& speak, const rule_diagram_options& options);

}  // namespace advise::cli
