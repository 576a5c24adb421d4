// The rule graph as JSON: `advise graph --format json`, described by `advise schema graph`.
#pragma once

#include "rule_picture.hpp"
#include "words.hpp"

#include <advise/grammar/source.hpp>

#include <string>

namespace advise::cli {

struct graph_parts {
    const rule_picture& picture;
    const words& speak;  ///< labels are in its language
    engine::conclusion_id focus = engine::nothing;
    const grammar::source* profile = nullptr;  ///< null: nothing is known of anybody, and no truth is told
};

/// Same input, same bytes. O(picture).
std::string graph_json(const graph_parts& parts);

}  // namespace advise::cli
