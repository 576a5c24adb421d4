#include "confirm.hpp"

#include "people_block_settle.hpp"

#include <algorithm>

namespace advise::engine {
namespace {

/// Reads completions of lane 0 as cells of a residual circuit.
class completion_reader {
public:
    completion_reader(const block_program::data& code, const block_settler& settler, const facts& person, const residual& circuit)
        : code_(code), settler_(settler), person_(person), circuit_(circuit) {}

    [[nodiscard]] assignment read() const {
        assignment cells;
        for (const variable& v : circuit_.variables) cells.push_back(cell_of(v, value_of(v)));
        return cells;
    }

private:
    [[nodiscard]] std::int64_t value_of(const variable& v) const {
        const auto& columns = code_.columns;
        const auto column =
            std::ranges::lower_bound(columns, std::pair(v.fact, v.option), {}, [](const block_column& c) { return std::pair(c.fact, c.option); });
        if (column == columns.end() || column->fact != v.fact || column->option != v.option)
            return person_.known[v.fact].from;  // only +0 rests on it
        const std::optional<std::uint32_t> cell = settler_.completed_cell(static_cast<std::uint32_t>(column - columns.begin()));
        if (v.option != nothing) return cell.value_or(0);
        return cell ? std::max(code_.starts[column->first_start + *cell], person_.known[v.fact].from) : person_.known[v.fact].from;
    }

    [[nodiscard]] std::uint32_t cell_of(const variable& v, std::int64_t value) const {
        std::uint32_t found = 0;
        for (std::uint32_t c = 0; c < v.cells; ++c) {
            const cell& at = circuit_.cells[v.first_cell + c];
            const bool inside = at.options.empty() ? at.from <= value && value <= at.to
                                                   : std::ranges::find(at.options, static_cast<std::uint32_t>(value)) != at.options.end();
            if (inside) found = c;
        }
        return found;
    }

    const block_program::data& code_;
    const block_settler& settler_;
    const facts& person_;
    const residual& circuit_;
};

/// A case ends where what is known of its fact ends.
void keep_inside(split_tree& tree, const facts& person) {
    for (split_node& node : tree.nodes) {
        if (node.leaf || node.option != nothing) continue;
        const known_fact& known = person.known[node.fact];
        for (split_case& c : node.cases) {
            c.from = std::max(c.from, known.from);
            c.to = std::min(c.to, known.to);
            std::erase_if(c.values, [&](std::uint32_t v) { return v < known.from || v > known.to; });
        }
    }
}

}  // namespace

/// The person in lane 0 of a block of their own.
struct confirmer::trial {
    trial(const program& program, const facts& person, std::vector<conclusion_id> about)
        : code(compile_block(program, std::move(about))), block(code, {.exact = false}) {
        block.note(0, person);
        block.evaluate(1);
        settler = std::make_unique<block_settler>(block);
    }

    block_program::data code;
    people_block::state block;
    std::unique_ptr<block_settler> settler;
};

confirmer::confirmer(const program& code, const facts& person) : code_(code), person_(person) {}
confirmer::~confirmer() = default;

confirmer::trial& confirmer::trial_of(conclusion_id about) {
    const bool is_role = code_.rules().conclusions[about].is_role;
    if (trial_ == nullptr || std::ranges::find(trial_->code.role_ids, about) == trial_->code.role_ids.end())
        trial_ = std::make_unique<trial>(code_, person_, is_role ? roles_of(code_.rules()) : std::vector{about});
    return *trial_;
}

std::optional<confirmation> confirmer::confirm(conclusion_id about, const residual& circuit) {
    auto& [code, block, settler] = trial_of(about);
    const auto role = static_cast<std::uint32_t>(std::ranges::find(code.role_ids, about) - code.role_ids.begin());
    const lane_plane yes = block.yes[role], unknown = block.unknown[role];
    confirmation made;
    const completion_reader reader(code, *settler, person_, circuit);
    const witness_needs& needs = settler->needs(role);
    const auto keep = [&](assignment& where, const lane_plane& open, bool needed) {
        if (needed && where.empty() && (open.words[0] & 1U) == 0) where = reader.read();
    };
    witness_needs asked;
    asked.reset(block, role);
    const bool confirmed = settler->confirm_alone(role, [&] {
        keep(made.yes, needs.yes, asked.yes.words[0] != 0);
        keep(made.no, needs.no, asked.no.words[0] != 0);
        keep(made.low, needs.low, asked.low.words[0] != 0);
        keep(made.high, needs.high, asked.high.words[0] != 0);
    });
    if (confirmed) made.cases = settler->deciding_cases(role);
    if (made.cases) keep_inside(*made.cases, person_);
    block.yes[role] = yes;  // what cases decided is not remembered: the same question has the same answer
    block.unknown[role] = unknown;
    if (!confirmed) return std::nullopt;
    return made;
}

}  // namespace advise::engine
