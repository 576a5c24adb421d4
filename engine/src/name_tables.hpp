// What name_index knows: symbols of everything that has a name, made while loading and then constant.
#pragma once

#include "symbols.hpp"

#include <advise/engine/rule_base.hpp>

#include <vector>

namespace advise::engine {

struct name_index::tables {
    /// A label of a fact or conclusion.
    struct label {
        symbol name;
        std::uint32_t of;
    };
    /// A level, an option, or a label of one.
    struct value_name {
        std::uint32_t owner;        ///< a scale, or number of scales + a fact with options of its own
        symbol name;
        std::uint32_t index;
    };
    static constexpr std::uint32_t conclusion_bit = 0x8000'0000;

    symbol_table symbols;
    table<std::uint32_t> named;           ///< by symbol: a fact, a conclusion with its bit, or `nothing`
    table<label> fact_labels;             ///< by name
    table<label> conclusion_labels;       ///< by name
    table<value_name> values;             ///< by owner, then name; one for each pair
    table<std::uint32_t> owners;          ///< of the values of each fact

    [[nodiscard]] fact_id fact(symbol name) const;
    [[nodiscard]] conclusion_id conclusion(symbol name) const;
    [[nodiscard]] std::optional<std::uint32_t> value(fact_id of, symbol name) const;
};

}  // namespace advise::engine
