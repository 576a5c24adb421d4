#include "minimal_reasons.hpp"

#include "changes.hpp"
#include "json_values.hpp"

namespace advise::cli {
namespace {

using engine::verdict;

std::string joined(const std::vector<std::string>& parts, const words& speak) {
    std::string all;
    for (const std::string& part : parts) all = all.empty() ? part : speak.say_it(say::between_facts, {all, part});
    return all;
}

std::string set_of_facts(const std::vector<engine::fact_id>& facts, const words& speak) {
    std::vector<std::string> parts;
    for (const engine::fact_id f : facts) parts.push_back(sentence_start(speak.say_it(say::fact_is, {speak.fact(f), speak.known_with_line(f)})));
    return joined(parts, speak);
}

std::string set_of_changes(const engine::change_set& set, const words& speak) {
    std::vector<std::string> parts;
    for (const engine::changed_fact& needed : set.facts) parts.push_back(change_text(speak, needed.fact, needed.to));
    if (set.then == verdict::unknown) parts.push_back(speak.say_it(say::change_to_unknown));
    return joined(parts, speak);
}

}  // namespace

void put_minimal_reasons(document& page, const engine::minimal_reasons& why, verdict now, const words& speak) {
    // One empty set: it is so whatever the facts are, and the proof says that already.
    if (!why.sufficient.empty() && !why.sufficient.front().empty()) {
        block enough = heading(speak.say_it(now == verdict::yes ? say::reasons_yes : say::reasons_no));
        for (const auto& set : why.sufficient) enough.put(item(now == verdict::yes ? sign::yes : sign::no, set_of_facts(set, speak)));
        if (!why.all_sufficient) enough.put(paragraph(phrase(speak.say_it(say::reasons_more), tone::faint)));
        page.put(std::move(enough));
    }
    if (why.changes.empty()) return;
    const bool several = why.changes.size() > 1;
    const say for_less = several ? say::change_yes_any : say::change_yes, for_more = several ? say::change_no_any : say::change_no;
    block different = heading(speak.say_it(now == verdict::yes ? for_less : for_more));
    for (const engine::change_set& set : why.changes) different.put(item(sign::none, set_of_changes(set, speak)));
    if (!why.all_changes) different.put(paragraph(phrase(speak.say_it(say::reasons_more), tone::faint)));
    page.put(std::move(different));
}

void write_minimal_reasons(json_writer& out, const engine::rule_base& rules, const engine::facts& person, const engine::minimal_reasons& why) {
    out.begin_object().key("sufficient").begin_array();
    for (const auto& set : why.sufficient) {
        out.begin_array();
        for (const engine::fact_id f : set) out.string(rules.facts[f].term);
        out.end_array();
    }
    out.end_array().key("changes").begin_array();
    for (const engine::change_set& set : why.changes) {
        out.begin_object().key("facts");
        write_changes(out, rules, person, set.facts);
        out.member("then", name_of(set.then)).end_object();
    }
    out.end_array().member_boolean("complete", why.all_sufficient && why.all_changes).end_object();
}

}  // namespace advise::cli
