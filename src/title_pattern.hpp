// Patterns of titles for `advise test -r`: a small regular expression over code points. Matching takes time in proportion to the pattern times the
// title, whatever both are (Thompson, CACM 11, 1968): no pattern can hang the program, which std::regex does not promise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace advise::cli {

class title_pattern {
public:
    /// Knows . * + ? | ( ) [a-z] [^a-z] ^ $ and \ before any character. \return nullopt where it is none of that; `wrong` is then the code point, from 1
    static std::optional<title_pattern> parse(std::string_view text, std::size_t& wrong);

    /// Whether it matches somewhere in the title.
    [[nodiscard]] bool matches(std::string_view title) const;

private:
    friend class pattern_reader;
    enum class step_kind : std::uint8_t { set, fork, jump, at_begin, at_end, match };
    struct step {
        step_kind kind{};
        bool negated = false;
        std::vector<std::pair<char32_t, char32_t>> ranges;  ///< set
        std::size_t to = 0, or_to = 0;                      ///< fork, jump
    };

    std::vector<step> steps_;
};

}  // namespace advise::cli
