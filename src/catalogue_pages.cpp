// What the pages say: advice, explanation, tests.
#include "catalogue.hpp"

namespace advise::cli {

std::span<const sentence_entry> pages_sentences() {
    static constexpr sentence_entry all[] = {
    };
    return all;
}

}  // namespace advise::cli
