// What authors could write better: spellings, look-alike names, texts that are missing where the others have them, what nothing uses. Nothing here
// changes what rules mean; what is proved over all profiles is in analysis.hpp.
#pragma once

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/diagnostic.hpp>

#include <string>
#include <vector>

namespace advise::engine {

/// Another text in the place of a stretch of a file's reading text.
struct text_edit {
    const grammar::source* file = nullptr;
    span where;
    std::string text;
};

/// How a finding is mended: all of its edits together, which do not overlap.
struct text_fix {
    grammar::message of{};
    grammar::place at;
    std::vector<text_edit> edits;
};

struct lint_result {
    std::vector<text_fix> fixes;                         ///< of findings that can be mended without asking; of mixed `and` and `or` too
    std::vector<const grammar::source*> unused_imports;  ///< files that nothing uses: that their facts are unused as well need not be told
};

/// Looks at the files and the rule base that was made of them, which has no errors. Reads the files once more: O(bytes), and the names sorted.
lint_result find_lints(const rule_base& rules, grammar::diagnostics& out);

/// Whether nobody can tell two spellings apart by looking: skeletons of UTS 39 (section 4), as written or both in small letters; `1`, `l` and a capital `i` are
/// one, and so are `0` and `o`. Names that are the same look alike. O(bytes).
bool look_alike(std::string_view a, std::string_view b);

/// Whether the letters of a word are of scripts that are written together: of one, Latin with one other that is not Greek or Cyrillic, or as in Chinese,
/// Japanese and Korean ("moderately restrictive", UTS 39 section 5.2). O(bytes).
bool scripts_go_together(std::string_view word);

/// Whether two rule bases mean the same: the same facts with the same types, conclusions, clauses, conditions, tests and claims in the same order, names
/// compared by their keys. Places do not count, nor facts of `a` that no condition asks for and that `b` lacks. O(size).
bool same_meaning(const rule_base& a, const rule_base& b);

}  // namespace advise::engine
