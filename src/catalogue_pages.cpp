// What the pages say: advice, explanation, tests.
#include "catalogue.hpp"

#include <vector>

namespace advise::cli {

std::span<const sentence_entry> pages_sentences() {
    static const std::vector<sentence_entry> all = {
    };
    return all;
}

}  // namespace advise::cli
