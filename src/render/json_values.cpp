#include "json_values.hpp"

#include <advise/grammar/limits.hpp>

#include <fmt/format.h>

namespace advise::cli {
namespace {

using engine::fact_type;
using engine::rule_base;
using grammar::limits::grid;

/// Whether this end of a number is no end at all.
bool open_end(const engine::fact& f, std::int64_t to) {
    return f.type == fact_type::number && !f.has_range && to >= f.greatest;
}

void write_options(json_writer& out, const engine::fact& f, const engine::known_fact& known) {
    out.begin_array();
    for (std::size_t i = 0; i < known.options.size(); ++i) {
        if (known.options[i] == 1) out.string(f.options[i].term);
    }
    out.end_array();
}

/// A set: the complete one, a part of it, or nothing.
void write_known_set(json_writer& out, const engine::fact& f, const engine::known_fact& known) {
    bool any = false;
    for (const std::uint8_t one : known.options) any = any || one != 2;
    if (!any) {
        out.null();
        return;
    }
    out.begin_object().key(known.decided() ? "values" : "includes");
    write_options(out, f, known);
    out.end_object();
}

}  // namespace

std::string_view name_of(engine::verdict verdict) {
    switch (verdict) {
        case engine::verdict::yes: return "yes";
        case engine::verdict::no: return "no";
        case engine::verdict::unknown: break;
    }
    return "unknown";
}

std::string decimal_text(std::int64_t micro) {
    const std::uint64_t steps = micro < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(micro) : static_cast<std::uint64_t>(micro);
    std::string text = fmt::format("{}{}", micro < 0 ? "-" : "", steps / grid);
    std::string fraction = fmt::format("{:06}", steps % grid);
    fraction.resize(fraction.find_last_not_of('0') + 1);
    return fraction.empty() ? text : text + "." + fraction;
}

void write_value(json_writer& out, const rule_base& rules, engine::fact_id of, std::int64_t value) {
    const engine::fact& f = rules.facts[of];
    if (f.type == fact_type::yes_no) out.string(value != 0 ? "yes" : "no");
    else if (f.type != fact_type::number) out.string(rules.options_of(f)[static_cast<std::size_t>(value)].term);
    else if (value % grid == 0) out.number(value / grid);
    else out.string(decimal_text(value));
}

void write_value(json_writer& out, const rule_base& rules, engine::fact_id of, const engine::fact_value& value) {
    if (rules.facts[of].type != fact_type::any_of) {
        write_value(out, rules, of, value.number);
        return;
    }
    out.begin_array();
    for (const std::uint32_t member : value.members) out.string(rules.facts[of].options[member].term);
    out.end_array();
}

void write_bounds(json_writer& out, const rule_base& rules, engine::fact_id of, std::int64_t from, std::int64_t to) {
    out.key("from");
    write_value(out, rules, of, from);
    out.key("to");
    if (open_end(rules.facts[of], to)) out.null();
    else write_value(out, rules, of, to);
}

void write_known(json_writer& out, const rule_base& rules, engine::fact_id of, const engine::known_fact& known) {
    const engine::fact& f = rules.facts[of];
    if (f.type == fact_type::any_of) {
        write_known_set(out, f, known);
        return;
    }
    const engine::known_fact all = engine::whole_domain(rules, of);
    if (known.decided()) {
        out.begin_object().key("values").begin_array();
        write_value(out, rules, of, known.from);
        out.end_array().end_object();
    } else if (known.from == all.from && known.to == all.to) {
        out.null();
    } else {
        out.begin_object();
        write_bounds(out, rules, of, known.from, known.to);
        out.end_object();
    }
}

void write_at(json_writer& out, const rule_base& rules, const engine::origin& at) {
    const grammar::source& file = *rules.files[at.file];
    const grammar::position start = file.position_of(at.where.begin);
    out.begin_object().member("file", file.name()).member_number("line", start.line).member_number("column", start.column).end_object();
}

}  // namespace advise::cli
