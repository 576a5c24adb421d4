#pragma once

// Keys and values of profiles, which the text and the JSON form share.

#include <string>
#include <vector>

#include "spell.hpp"

namespace advise::tests {

class profile_text {
public:
    profile_text(const rule_base& base, const spelling& how) : say_(how), base_(base) {}

    speller& say() { return say_; }

    // The term or another name of the fact, in canonical letters.
    std::string key_letters(std::size_t index);
    std::string value_text(const answer& line);
    // Options in a set, in any order.
    std::vector<std::string> members(const fact& about, value set);

    // The English word or one of the Persian ones.
    std::string word(std::string_view english, const std::vector<std::string>& persian);
    std::string yes() { return word("yes", {"بله", "دارم"}); }
    std::string no() { return word("no", {"نه", "خیر", "ندارم"}); }

private:
    std::string unknown(const fact& about);
    std::string name_of(const fact& about, value place_of);
    bool is_no(const fact& about, value shown) const;
    std::string exact_value(const fact& about, value shown);
    std::string joined(const std::vector<std::string>& names);
    std::string level(const fact& about, value shown, bool may_count);
    std::string unit(const fact& about);
    std::string range_unit(const fact& about);
    std::string bounded(const fact& about, value shown);
    bool may_use_signs(const fact& about) const;
    std::string lower_bound(const fact& about, value shown);
    std::string upper_bound(const fact& about, value shown);

    speller say_;
    const rule_base& base_;
};

// Lines in the order in which they are to be written.
std::vector<answer> ordered(const profile& known, speller& say);

}  // namespace advise::tests
