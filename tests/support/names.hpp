#pragma once

// The words of generated rule bases. All names of facts and conclusions are different from one
// another after the folding of LANGUAGE.md §2 (checked once with a full Unicode implementation).

#include <string>
#include <string_view>
#include <vector>

namespace advise::tests {

struct name_pools {
    std::vector<std::string> facts;        // skills, traits, amounts
    std::vector<std::string> conclusions;  // ideas and roles
    std::vector<std::string> nasty;        // must be quoted, or look as if; for either
    std::vector<std::string> options;      // of choices; `no` and `unknown` among them
    std::vector<std::string> units;        // plural
};

const name_pools& pools();

// Other ways to write some of the names above that only full Unicode folding sees through.
std::vector<std::string> unicode_variants(std::string_view name);

// The key of a term as far as the pools need it: ASCII case, separators, Arabic letters and
// Persian digits. It knows no NFKC and no case outside ASCII.
std::string fold(std::string_view term);

}  // namespace advise::tests
