// The kernel of blocks as a template over the word; included by one file for each instruction set, compiled for that alone. The linker keeps one
// copy of an inline function that several files have: so the template's argument is a type of an unnamed namespace, and what it calls is a template
// over the word, or too small to hold an instruction of the set.
#pragma once

#include "gate_kernel.hpp"
#include "people_block_kernel.hpp"

namespace advise::engine {

/// \tparam Set `Set::word` is a vector of 64-bit integers
template <class Set>
struct lanes {
    using word = typename Set::word;
    static constexpr std::uint32_t parts = sizeof(lane_plane) / sizeof(word);

    static word load(const lane_plane& plane, std::uint32_t part) {
        word w;
        __builtin_memcpy(&w, reinterpret_cast<const char*>(plane.words) + part * sizeof(word), sizeof w);
        return w;
    }
    static void store(lane_plane& plane, std::uint32_t part, word w) {
        __builtin_memcpy(reinterpret_cast<char*>(plane.words) + part * sizeof(word), &w, sizeof w);
    }

    // ---- inputs

    static void expand_certain(const block_view& v) {
        for (std::uint32_t c = 0; c < v.column_count; ++c)
            for (std::uint32_t part = 0; part < parts; ++part) expand_certain(v.columns[c], v.certain + v.columns[c].first, part);
    }
    static void expand_certain(const block_column& column, lane_plane* cells, std::uint32_t part) {
        word above{};
        if (column.no_low != 0) {  // who says nothing is at the "no", which is not the lowest cell
            for (std::uint32_t cell = 0; cell < column.cells; ++cell) above |= load(cells[cell], part);
            store(cells[column.no_low - 1], part, load(cells[column.no_low - 1], part) | ~above);
            above = word{};
        }
        for (std::uint32_t cell = column.cells - 1; cell-- > 0;) {
            above |= load(cells[cell], part);
            store(cells[cell], part, above);
        }
    }

    static void expand_possible(const block_view& v) {
        for (std::uint32_t part = 0; part < parts; ++part) {
            const word closed = load(*v.closed, part);
            for (std::uint32_t c = 0; c < v.column_count; ++c) {
                const block_column& column = v.columns[c];
                expand_possible(column, v.certain + column.first, v.possible + 2 * std::size_t{column.first}, closed, part);
            }
        }
    }
    static void expand_possible(const block_column& column, const lane_plane* cells, lane_plane* out, word closed, std::uint32_t part) {
        word said{};
        for (std::uint32_t cell = 0; cell < column.cells; ++cell) said |= load(cells[cell], part);
        const word open = ~said & ~closed, at_no = ~said & closed;
        word above{};
        for (std::uint32_t cell = column.cells - 1; cell > 0; --cell) {
            above |= load(cells[cell - 1], part);
            const word highest = above | open | (cell <= column.no_high ? at_no : word{});
            const word lowest = above | (cell <= column.no_low ? at_no : word{});
            store(out[2 * std::size_t{cell - 1}], part, highest);
            store(out[2 * std::size_t{cell - 1} + 1], part, ~lowest);
        }
    }

    // ---- gates

    template <class Gate>
    static void for_each_gate(const block_view& v, gate_list list, const Gate& gate) {
        if (list.of == nullptr)
            for (std::uint32_t g = 0; g < v.gate_count; ++g) gate(g);
        else
            for (std::uint32_t i = 0; i < list.size; ++i) gate(list.of[i]);
    }

    static void gates_certain(const block_view& v, gate_list list) {
        for_each_gate(v, list, [&](std::uint32_t g) {
            const block_gate& gate = v.gates[g];
            for (std::uint32_t part = 0; part < parts; ++part) store(v.certain[v.inputs + g], part, certain(v, gate, part));
        });
    }
    static word certain(const block_view& v, const block_gate& gate, std::uint32_t part) {
        const literal* operands = v.operands + gate.first;
        const auto plain = [&](std::uint32_t i) { return load(v.certain[node_of(operands[i])], part); };
        if (gate.kind == block_gate_kind::all) {
            const literal* rest = operands + gate.plain;
            const auto negated = [&](std::uint32_t i) { return load(v.certain[node_of(rest[i])], part); };
            return threshold<word>(gate_kind::all, gate.plain, 1, plain, one)
                   & ~threshold<word>(gate_kind::any, gate.size - gate.plain, 1, negated, one);
        }
        const auto signed_input = [&](std::uint32_t i) { return i < gate.plain ? plain(i) : ~plain(i); };
        return sum_reaches(v, gate, gate.least, signed_input);
    }

    static void gates_possible(const block_view& v, gate_list list) {
        for_each_gate(v, list, [&](std::uint32_t g) {
            const block_gate& gate = v.gates[g];
            lane_plane* out = v.possible + 2 * (std::size_t{v.inputs} + g);
            for (std::uint32_t part = 0; part < parts; ++part) possible(v, gate, out, part);
        });
    }
    static void possible(const block_view& v, const block_gate& gate, lane_plane* out, std::uint32_t part) {
        const literal* operands = v.operands + gate.first;
        const auto is_true = [&](std::uint32_t i) { return load(v.possible[operands[i]], part); };
        const auto is_false = [&](std::uint32_t i) { return load(v.possible[flipped(operands[i])], part); };
        if (gate.kind == block_gate_kind::all) {
            word all = ~word{}, any{};
            for (std::uint32_t i = 0; i < gate.size; ++i) {
                all &= is_true(i);
                any |= is_false(i);
            }
            store(out[0], part, all);
            store(out[1], part, any);
            return;
        }
        store(out[0], part, sum_reaches(v, gate, gate.least, is_true));
        store(out[1], part, sum_reaches(v, gate, gate.total - gate.least + 1, is_false));
    }

    template <class Input>
    static word sum_reaches(const block_view& v, const block_gate& gate, std::int64_t least, const Input& input) {
        if (gate.kind == block_gate_kind::count) return threshold<word>(gate_kind::count, gate.size, least, input, one);
        const std::uint64_t* weights = v.weights + gate.first_weight;
        return threshold<word>(gate_kind::weighted, gate.size, least, input, [weights](std::uint32_t i) { return weights[i]; });
    }
    static constexpr auto one = [](std::uint32_t) { return std::uint64_t{1}; };

    // ---- signs

    static void marks(const block_view& v) {
        for (std::uint32_t g = v.gate_count; g-- > 0;) {
            const block_gate& gate = v.gates[g];
            const lane_plane* of = v.marks + 2 * (std::size_t{v.inputs} + g);
            for (std::uint32_t part = 0; part < parts; ++part) {
                const word wanted = load(of[0], part), unwanted = load(of[1], part);
                for (std::uint32_t o = 0; o < gate.size; ++o) {
                    const literal l = v.operands[gate.first + o];
                    const word open = load(v.possible[l], part) & load(v.possible[flipped(l)], part);
                    store(v.marks[l], part, load(v.marks[l], part) | (wanted & open));
                    store(v.marks[flipped(l)], part, load(v.marks[flipped(l)], part) | (unwanted & open));
                }
            }
        }
    }

    /// What the marks want of an input for an end.
    struct wishes {
        word is_true, is_false;
    };
    static wishes wishes_of(const block_view& v, std::uint32_t input, role_end end, std::uint32_t part) {
        const word up = load(v.marks[literal_of(input)], part), down = load(v.marks[literal_of(input, true)], part);
        return end == role_end::greatest ? wishes{up, down} : wishes{down, up};
    }
    /// The lanes in which no cell of a column is the best one: an input is wanted true, it or one below it false.
    static word mixed(const block_view& v, const cone_column& column, role_end end, std::uint32_t part) {
        word below{}, both{};
        for (std::uint32_t input = column.first; input < column.first + column.inputs; ++input) {
            const wishes wanted = wishes_of(v, input, end, part);
            below |= wanted.is_false;
            both |= below & wanted.is_true;
        }
        return both;
    }

    static std::uint32_t find_mixed(const block_view& v, cone_columns columns, const lane_plane& among, role_end end, std::uint32_t* places) {
        std::uint32_t found = 0;
        for (std::uint32_t c = 0; c < columns.size; ++c) {
            word any{};
            for (std::uint32_t part = 0; part < parts; ++part) any |= mixed(v, columns.of[c], end, part) & load(among, part);
            std::uint64_t words[sizeof(word) / sizeof(std::uint64_t)], all = 0;
            __builtin_memcpy(words, &any, sizeof any);
            for (const std::uint64_t w : words) all |= w;
            if (all != 0) places[found++] = c;
        }
        return found;
    }

    // ---- completions

    /// An input where its column is put as high as it can be, or else as low.
    static word put(const block_view& v, std::uint32_t input, word high, std::uint32_t part) {
        return (high & load(v.possible[literal_of(input)], part)) | ~(high | load(v.possible[literal_of(input, true)], part));
    }

    static void complete_drawn(const block_view& v, cone_columns columns, const std::uint32_t* drawn) {
        for (std::uint32_t c = 0; c < columns.size; ++c) {
            const cone_column& column = columns.of[c];
            for (std::uint32_t i = 0; i < column.inputs; ++i) {
                const std::uint32_t input = column.first + i;
                const lane_plane& known = v.possible[literal_of(input, columns.cells[column.first_cell + i] > drawn[c])];
                const word turned = columns.cells[column.first_cell + i] > drawn[c] ? ~word{} : word{};
                for (std::uint32_t part = 0; part < parts; ++part) store(v.certain[input], part, load(known, part) ^ turned);
            }
        }
    }

    static void complete_best(const block_view& v, cone_columns columns, const std::uint32_t* drawn, role_end end) {
        for (std::uint32_t c = 0; c < columns.size; ++c)
            for (std::uint32_t part = 0; part < parts; ++part) complete_best(v, columns.of[c], columns.cells, drawn[c], end, part);
    }
    static void complete_best(const block_view& v, const cone_column& column, const std::uint32_t* cells, std::uint32_t drawn, role_end end,
                              std::uint32_t part) {
        const word both = mixed(v, column, end, part);
        word wanted{};
        for (std::uint32_t i = column.inputs; i-- > 0;) {
            const std::uint32_t input = column.first + i;
            wanted |= wishes_of(v, input, end, part).is_true;
            const word high = (wanted & ~both) | (cells[column.first_cell + i] <= drawn ? both : word{});
            store(v.certain[input], part, put(v, input, high, part));
        }
    }

    static void narrow(const block_view& v, cone_columns columns, const lane_plane* drawn, role_end end, std::uint32_t picks) {
        for (std::uint32_t part = 0; part < parts; ++part) {
            word room[most_picks];  // room[i]: more than i picks are left
            for (std::uint32_t i = 0; i < most_picks; ++i) room[i] = i < picks ? ~word{} : word{};
            for (std::uint32_t c = 0; c < columns.size; ++c) {
                const word both = mixed(v, columns.of[c], end, part), picked = picks > most_picks ? both : both & room[0];
                for (std::uint32_t i = 0; i < most_picks && i < picks; ++i)
                    room[i] = (room[i] & ~picked) | (i + 1 < most_picks ? room[i + 1] & picked : word{});
                narrow(v, columns.of[c], drawn, end, both, picked, part);
            }
        }
    }
    static void narrow(const block_view& v, const cone_column& column, const lane_plane* drawn, role_end end, word both, word picked,
                       std::uint32_t part) {
        word wanted{};
        const word stays = both & ~picked;
        for (std::uint32_t input = column.first + column.inputs; input-- > column.first;) {
            wanted |= wishes_of(v, input, end, part).is_true;
            const word value = put(v, input, (wanted & ~both) | (load(drawn[input], part) & both), part);
            lane_plane &can = v.possible[literal_of(input)], &cannot = v.possible[literal_of(input, true)];
            store(can, part, (load(can, part) & stays) | (value & ~stays));
            store(cannot, part, (load(cannot, part) & stays) | ~(value | stays));
        }
    }

    // ---- points

    static void sum_certain(const block_view& v, const block_role& role, lane_plane* sum) {
        add_up(v, role, sum, [&](literal l, std::uint32_t part) {
            const word w = load(v.certain[node_of(l)], part);
            return is_negated(l) ? ~w : w;
        });
    }
    static void sum_possible(const block_view& v, const block_role& role, lane_plane* low, lane_plane* high) {
        add_up(v, role, low, [&](literal l, std::uint32_t part) { return ~load(v.possible[flipped(l)], part); });
        add_up(v, role, high, [&](literal l, std::uint32_t part) { return load(v.possible[l], part); });
    }
    template <class Term>
    static void add_up(const block_view& v, const block_role& role, lane_plane* sum, const Term& term) {
        word planes[64];
        for (std::uint32_t part = 0; part < parts; ++part) {
            for (std::uint32_t bit = 0; bit < role.sum_planes; ++bit) planes[bit] = word{};
            for (std::uint32_t i = 0; i < role.evidence; ++i)
                add_to_planes(planes, role.sum_planes, term(v.evidence[role.first_evidence + i], part), v.evidence_points[role.first_evidence + i]);
            for (std::uint32_t bit = 0; bit < role.sum_planes; ++bit) store(sum[bit], part, planes[bit]);
        }
    }

    static constexpr block_kernel table{&expand_certain, &expand_possible, &gates_certain, &gates_possible, &marks,       &complete_drawn,
                                        &complete_best,  &find_mixed,      &narrow,        &sum_certain,    &sum_possible};
};

}  // namespace advise::engine
