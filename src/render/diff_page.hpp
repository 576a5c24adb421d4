// Whose advice changes, as a page and as JSON.
#pragma once

#include "document.hpp"
#include "words.hpp"

#include "../people.hpp"

#include <string>

namespace advise::cli {

/// Everything that is told about two versions of the rules.
struct difference_view {
    const engine::rule_base& old;
    const engine::rule_base& now;
    std::string old_name, new_name;  ///< as shown
    const engine::difference& found;
    const people_difference* people = nullptr;  ///< null: nobody was asked about
};

/// The page: the answer, roles and facts that only one version has, the groups, the people.
document diff_page(const difference_view& view, grammar::language in);

/// "advise/diff/1"; `advise schema diff` describes it.
std::string diff_json(const difference_view& view);

}  // namespace advise::cli
