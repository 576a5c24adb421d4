#include "changes.hpp"

#include "json_values.hpp"

namespace advise::cli {
namespace {

void write_state(json_writer& out, const engine::rule_base& rules, engine::fact_id fact, const engine::known_fact& known) {
    if (known.decided() && rules.facts[fact].type != engine::fact_type::any_of) write_value(out, rules, fact, known.from);
    else write_known(out, rules, fact, known);
}

}  // namespace

std::string change_text(const words& speak, engine::fact_id fact, const engine::known_fact& to) {
    engine::facts changed = speak.person();
    changed.known[fact] = to;
    const words then(speak.rules(), changed, speak.language());
    return sentence_start(speak.say_it(say::compare_change, {speak.fact(fact), then.known(fact), speak.known_with_line(fact)}));
}

void write_changes(json_writer& out, const engine::rule_base& rules, const engine::facts& person, const std::vector<engine::changed_fact>& changes) {
    out.begin_array();
    for (const engine::changed_fact& change : changes) {
        out.begin_object().member("fact", rules.facts[change.fact].term).key("from");
        write_state(out, rules, change.fact, person.known[change.fact]);
        out.key("to");
        write_state(out, rules, change.fact, change.to);
        out.end_object();
    }
    out.end_array();
}

}  // namespace advise::cli
