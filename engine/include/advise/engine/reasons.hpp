// Minimal reasons: which known facts alone force a verdict, and which facts would have to be different for another one.
#pragma once

#include <advise/engine/advice.hpp>
#include <advise/engine/changed_fact.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/program.hpp>

#include <cstdint>
#include <vector>

namespace advise::engine {

/// Facts that, taken together, keep the verdict from changing: with other values of all of them it can be different, and with all but one
/// of them it cannot.
struct change_set {
    std::vector<changed_fact> facts;     ///< in order of declaration; each with a value near to the one it has now
    verdict then = verdict::unknown;    ///< the verdict with these values and everything else as it is
};

struct minimal_reasons {
    /// Sets of known facts, each of which alone forces the verdict, whatever all other facts are, and none of whose parts does. Fewest facts
    /// first, then those declared first. Empty where the verdict is unknown. One empty set: the verdict does not depend on any fact.
    std::vector<std::vector<fact_id>> sufficient;
    /// The smallest sets of known facts without which the verdict is not forced, in the same order.
    std::vector<change_set> changes;
    /// There are no others (of `sufficient`, of `changes`), and all questions on the way were answered exactly.
    bool all_sufficient = true;
    bool all_changes = true;
};

struct reasons_options {
    std::size_t most = 5;                       ///< of each kind
    std::uint64_t work_limit = 50'000'000;      ///< nodes of the circuit passed over, in all; then what has been found is told
    advise_options verdicts = {false, false, 200'000};      ///< how each question about a part of the profile is answered
};

/// The minimal reasons of a conclusion's verdict. Sufficient sets and sets to change are each other's minimal hitting sets (Reiter, A theory of
/// diagnosis from first principles, 1987; Ignatiev et al., From contrastive to abductive explanations and back again, 2020): the smallest set that
/// hits all sets known of the other kind is a set of this kind, or shows one more of the other. Exponential in the worst case, bounded by
/// the options; a part of the profile whose verdict the work limit leaves open is taken not to force it, so that a set may be greater than it need be; then
/// neither is said to be all.
minimal_reasons reasons_of(const program& code, const facts& person, conclusion_id about, const reasons_options& options = {});

}  // namespace advise::engine
