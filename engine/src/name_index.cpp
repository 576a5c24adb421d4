// Names as people write them, to facts, conclusions, levels and options.
#include "name_tables.hpp"

#include <algorithm>
#include <tuple>

namespace advise::engine {
namespace {

std::uint32_t by_label(const table<name_index::tables::label>& labels, symbol name) {
    const auto found = std::lower_bound(labels.begin(), labels.end(), name, [](const auto& label, symbol s) { return label.name < s; });
    return found != labels.end() && found->name == name ? found->of : nothing;
}

}  // namespace

fact_id name_index::tables::fact(symbol name) const {
    if (name == no_symbol) return nothing;
    const std::uint32_t by_term = name < named.size() ? named[name] : nothing;
    return by_term < conclusion_bit ? by_term : by_label(fact_labels, name);
}

conclusion_id name_index::tables::conclusion(symbol name) const {
    if (name == no_symbol) return nothing;
    const std::uint32_t by_term = name < named.size() ? named[name] : nothing;
    return by_term != nothing && by_term >= conclusion_bit ? by_term - conclusion_bit : by_label(conclusion_labels, name);
}

std::optional<std::uint32_t> name_index::tables::value(fact_id of, symbol name) const {
    const auto before = [](const value_name& v, const std::pair<std::uint32_t, symbol>& key) {
        return std::tie(v.owner, v.name) < std::tie(key.first, key.second);
    };
    if (name == no_symbol) return std::nullopt;
    const auto found = std::lower_bound(values.begin(), values.end(), std::pair(owners[of], name), before);
    if (found == values.end() || found->owner != owners[of] || found->name != name) return std::nullopt;
    return found->index;
}

name_index::name_index() : data(std::make_unique<tables>()) {}
name_index::~name_index() = default;
name_index::name_index(name_index&&) noexcept = default;
name_index& name_index::operator=(name_index&&) noexcept = default;

fact_id name_index::fact(std::string_view spelling) const { return data->fact(data->symbols.find(spelling)); }

conclusion_id name_index::conclusion(std::string_view spelling) const { return data->conclusion(data->symbols.find(spelling)); }

std::optional<std::uint32_t> name_index::value(fact_id of, std::string_view spelling) const {
    return data->value(of, data->symbols.find(spelling));
}

}  // namespace advise::engine
