// A proof as a tree of sentences: every condition with its truth, what the profile says, the rule's place, its reason and sources.
#pragma once

#include "page_parts.hpp"
#include "proof_reader.hpp"
#include "words.hpp"

#include <optional>
#include <vector>

namespace advise::cli {

/// Deeper than this a tree can't be read on any page; explain the concept there instead.
inline constexpr unsigned deepest_tree = 40;

class proof_tree {
public:
    /// \param depth how many levels below a clause are shown
    proof_tree(const proof_reader& proof, const words& speak, cited_sources& sources, std::optional<unsigned> depth)
        : proof_(proof), speak_(speak), sources_(sources), depth_(std::min(depth.value_or(deepest_tree), deepest_tree)) {}

    /// Counts what is shared below a conclusion, so that it gets a number where it first stands. Once, before anything is shown.
    void survey(proof_reader::node_id conclusion);

    /// A clause of the conclusion that is explained.
    block clause(const proof_reader::clause& c);
    /// "At least 3 points — holds: 3 to 5 points".
    [[nodiscard]] block points_needed(const engine::points_requirement& need, engine::points_interval points) const;

private:
    enum class within : std::uint8_t { role, concept_ };

    block clause(const proof_reader::clause& c, within where, unsigned level);
    block condition(proof_reader::node_id id, const std::string& named, unsigned level);
    void members(block& into, proof_reader::node_id id, unsigned level);
    void clauses_of(block& into, proof_reader::node_id conclusion, unsigned level);
    void reason(block& into, const std::vector<engine::because>& reasons, const std::vector<engine::citation>& citations);
    [[nodiscard]] bool leaf(proof_reader::node_id id) const;
    [[nodiscard]] std::string name_of(proof_reader::node_id id) const;
    [[nodiscard]] engine::fact_id fact_of_leaf(proof_reader::node_id id) const;
    void count_below(proof_reader::node_id id, std::vector<proof_reader::node_id>& next);

    const proof_reader& proof_;
    const words& speak_;
    cited_sources& sources_;
    unsigned depth_;
    std::vector<std::uint32_t> uses_;           // of each node, by conditions that are shown
    std::vector<std::uint32_t> numbers_;        // of shared nodes that were shown; 0: not yet
    std::uint32_t last_number_ = 0;
};

}  // namespace advise::cli
