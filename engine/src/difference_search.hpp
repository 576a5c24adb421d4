// The ways in which one role, or one concept, changes: groups of profiles, found one after the other and proved.
#pragma once

#include "difference_circuit.hpp"
#include "proof_space.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace advise::engine {

/// What is asked about.
struct change_question {
    std::size_t subject = 0;         ///< of the joint circuit
    bool points = false;             ///< its points can be compared: a role that both versions have
    std::vector<std::size_t> alike;  ///< subjects that agree under the profile from which a group is made; the group itself does not ask for that
};

class change_search {
public:
    /// All arguments but the question must outlive the object.
    change_search(const joint_circuit& joint, const fact_cells& cells, const std::vector<bool>& cut, work_meter& meter,
                  const std::vector<joint_fact>& facts, const change_question& asked);

    /// The next group of this kind; nothing where there is none any more, or where the limit is reached. The witness is not filled in.
    std::optional<difference_group> next(advice_change change);
    /// No further group of this kind, as far as can be told.
    [[nodiscard]] bool ended(advice_change change) const { return of(change).ended; }
    /// Proved: there is no group of any kind.
    [[nodiscard]] bool nothing_changes() const;
    [[nodiscard]] bool undecided() const { return undecided_; }
    [[nodiscard]] std::size_t subject() const { return subject_; }

private:
    /// One bound on a fact that a proof may need.
    struct atom {
        enum class bound : std::uint8_t { least, most, in, out } kind{};  ///< in, out: of a set's option, or (out) of one value of a choice
        std::size_t fact = 0;
        std::uint32_t cell = 0;  ///< of the fact_cells; or which of the options that tests ask for
    };
    struct kind_state {
        sat_literal changes = 0, wanted = 0;  ///< this change; profiles that no group has yet
        bool ended = false;
    };

    [[nodiscard]] const kind_state& of(advice_change change) const { return kinds_[static_cast<std::size_t>(change)]; }
    kind_state& of(advice_change change) { return kinds_[static_cast<std::size_t>(change)]; }
    void encode(const change_question& asked);
    sat_literal differs(std::size_t subject);
    sat_literal literal_of_atom(const atom& a);
    sat_literal other_value(fact_id f, std::uint32_t cell);
    [[nodiscard]] std::vector<atom> profile_found();
    [[nodiscard]] std::optional<std::vector<atom>> sufficient(const kind_state& kind, const std::vector<atom>& all);
    void widen(const kind_state& kind, std::vector<atom>& needed, std::size_t which);
    [[nodiscard]] bool proved(const kind_state& kind, const std::vector<atom>& atoms);
    [[nodiscard]] difference_group told(advice_change change, const std::vector<atom>& needed) const;
    void narrow(joint_condition& condition, const atom& a) const;
    [[nodiscard]] joint_condition everything(std::size_t fact) const;

    const fact_cells& cells_;
    const std::vector<joint_fact>& facts_;
    std::size_t subject_;
    proof_space space_;
    std::array<kind_state, 4> kinds_;
    std::map<std::pair<fact_id, std::uint32_t>, sat_literal> other_values_;
    bool undecided_ = false, found_ = false;
};

}  // namespace advise::engine
