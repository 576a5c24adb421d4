// Values of facts as JSON: terms of levels and options, "yes" and "no", numbers as integers or, with a fraction, as strings.
#pragma once

#include "json_writer.hpp"

#include <advise/engine/advice.hpp>
#include <advise/engine/facts.hpp>
#include <advise/engine/rule_base.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace advise::cli {

/// "no", "unknown", "yes".
std::string_view name_of(engine::verdict verdict);

/// A number of the grid as an exact decimal: "4", "-0.5".
std::string decimal_text(std::int64_t micro);

/// One value of a fact that is no set: an index of a level or option, 0 or 1, or grid steps.
void write_value(json_writer& out, const engine::rule_base& rules, engine::fact_id of, std::int64_t value);

/// The same for any fact; a set is an array of its options.
void write_value(json_writer& out, const engine::rule_base& rules, engine::fact_id of, const engine::fact_value& value);

/// The members "from" and "to" of an object; null for the open end of a number without a range.
void write_bounds(json_writer& out, const engine::rule_base& rules, engine::fact_id of, std::int64_t from, std::int64_t to);

/// null where nothing is known, {"values": […]}, {"from", "to"} or {"includes": […]}.
void write_known(json_writer& out, const engine::rule_base& rules, engine::fact_id of, const engine::known_fact& known);

/// {"file", "line", "column"}.
void write_at(json_writer& out, const engine::rule_base& rules, const engine::origin& at);

}  // namespace advise::cli
