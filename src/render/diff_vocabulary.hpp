// What only one of two versions of the rules has: roles, facts, values.
#pragma once

#include "diff_page.hpp"
#include "joint_words.hpp"

namespace advise::cli {

/// Roles that come and go or change places, facts that one version lacks or has otherwise; and what looks like the same thing under another name.
void put_vocabulary(document& page, const difference_view& view, const joint_words& speak);

}  // namespace advise::cli
