#pragma once

// Single words of rules and profiles in varied spelling; shared by the printers.

#include <string>
#include <string_view>

#include "print.hpp"
#include "rng.hpp"

namespace advise::tests {

// Where a term stands decides whether it must be quoted: at the start of a line it must not look
// like the start of a statement or clause; in a profile keywords do not matter.
enum class place { inside_line, line_start, profile };

bool needs_quotes(std::string_view term, place where);
std::string quoted(std::string_view text);
// An exact decimal with `point`, without an end of zeros.
std::string decimal(value number);

class speller {
public:
    explicit speller(const spelling& how) : how_(how), random_(how.seed) {}

    const spelling& how() const { return how_; }
    rng& random() { return random_; }
    // Whether to make use of a freedom: never if it is switched off.
    bool maybe(bool freedom, std::size_t hits = 1, std::size_t of = 2) { return freedom && random_.chance(hits, of); }

    std::string keyword(std::string_view word);
    // In any of its spellings.
    std::string term(std::string_view canonical, place where);
    // As it is, quoted where it must be.
    std::string exact_term(std::string_view canonical, place where);
    // The letters of a spelling, not quoted, for JSON.
    std::string letters(std::string_view canonical);
    std::string number(value number);
    std::string count(std::int64_t number);
    std::string digits(std::string ascii);
    // With the blanks around it.
    std::string relation_between(relation compared);
    std::string comma();

private:
    std::string varied_case(std::string text);
    std::string varied_separators(std::string_view text);

    spelling how_;
    rng random_;
};

}  // namespace advise::tests
