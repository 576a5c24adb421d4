// The values of facts that the rules tell apart: what no test of a rule base distinguishes is one cell.
#pragma once

#include "circuit.hpp"

#include <cstdint>
#include <vector>

namespace advise::engine {

/// The cells of every fact of a rule base. Options of a one_of fact are numbered and cut like levels: a fact has exactly one value either way.
class fact_cells {
public:
    /// O(tests log tests).
    explicit fact_cells(const program::data& code);

    /// Where the cells of a fact begin, ascending; the first is its lowest value. Of an any_of fact: empty.
    [[nodiscard]] const std::vector<std::int64_t>& starts(fact_id f) const { return starts_[f]; }
    /// The options of an any_of fact that some test asks for, ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& options(fact_id f) const { return options_[f]; }
    /// The cell that a value lies in. O(log cells).
    [[nodiscard]] std::uint32_t cell_of(fact_id f, std::int64_t value) const;

private:
    std::vector<std::vector<std::int64_t>> starts_;
    std::vector<std::vector<std::uint32_t>> options_;
};

}  // namespace advise::engine
