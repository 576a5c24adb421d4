#include "print.hpp"

#include "rng.hpp"

namespace advise::tests {

spelling varied_spelling(std::uint64_t seed) {
    rng random(seed ^ 0x5EEDU);
    spelling how;
    how.seed = seed;
    for (bool* freedom : {&how.letter_case, &how.separators, &how.variants, &how.quotes, &how.symbols, &how.words, &how.tight, &how.parentheses,
                          &how.arrows, &how.line_breaks, &how.shuffle, &how.comments, &how.persian, &how.reasons, &how.aliases, &how.decorations}) {
        *freedom = random.chance(2, 3);
    }
    how.crlf = random.chance(1, 12);
    how.bom = random.chance(1, 12);
    return how;
}

}  // namespace advise::tests
