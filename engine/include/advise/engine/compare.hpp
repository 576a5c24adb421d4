// Why the one rather than the other: the exact difference in points, what it is made of, and the smallest change that swaps the two.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/changed_fact.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace advise::engine {

/// One piece of evidence of one of the two; what both have in common is left out.
struct ledger_line {
    bool of_first = true;
    std::uint32_t clause = 0;           ///< index into the conclusion's clauses
    std::int64_t points = 0;            ///< of the clause, without what the other has for the same condition
    points_interval gives;              ///< to points(first) - points(second), by Kleene's tables
};

struct comparison {
    role_advice first, second;
    points_interval gap;                ///< the exact interval of points(first) - points(second) over all completions
    bool gap_exact = true;
    std::vector<ledger_line> ledger;    ///< lines that give nothing for certain are left out; the others add up to the gap, or enclose it
    /// Evidence of the two with the same condition and the same points, as pairs of clauses.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shared;
    bool second_is_before = false;      ///< already
    /// The fewest facts that, with these values, put the second before the first, everything else being as it is; of several such sets
    /// one by which the second gains (its verdict, or an end of its points), above all where no fact falls and the first loses nothing; else one where
    /// no fact falls; then the one declared first, with values near to those of now. Where all of that size are more than can be looked into, the best of those met. Empty where it is there already; nullopt where no values of any facts do it.
    std::optional<std::vector<changed_fact>> swap;
    bool swap_exact = true;             ///< false: the work limit stood in the way; there may be a smaller one
    /// Where the second does not fit after `swap`, a smallest change that puts it before the first and by which it fits; where none was found and nobody gains by `swap`, one by which
    /// the second gains at all. nullopt where none was found or `swap` does that.
    std::optional<std::vector<changed_fact>> gain;
    advice proof;                       ///< nodes for both, where asked for
};

struct compare_options {
    bool proof = false;
    bool gain = false;                          ///< `comparison::gain` is wanted too
    std::uint64_t work_limit = 100'000'000;     ///< nodes of the circuit passed over in the search for a swap
};

/// Compares two conclusions. The gap is the optimum of one objective over the circuit of both, as in `advise`; the swap is found by trying sets of
/// facts by size, of which only those are looked into whose complement, left as it is, does not rule the swap out.
comparison compare(const program& code, const facts& person, conclusion_id first, conclusion_id second, const compare_options& options = {});

/// Whether the second comes before the first in the order of advice (LANGUAGE.md §1).
bool comes_before(const role_advice& second, const role_advice& first);

}  // namespace advise::engine
