#include "question_json.hpp"

#include "json_values.hpp"
#include "question_page.hpp"

namespace advise::cli {
namespace {

void write_answer(json_writer& out, const engine::rule_base& rules, engine::fact_id f, const engine::possible_answer& answer) {
    out.begin_object().key("value");
    if (rules.facts[f].type == engine::fact_type::number) {
        out.begin_object();
        write_bounds(out, rules, f, answer.value.from, answer.value.to);
        out.end_object();
    } else {
        engine::fact_value value;
        value.number = answer.value.from;
        for (std::uint32_t o = 0; o < answer.value.options.size(); ++o)
            if (answer.value.options[o] == 1) value.members.push_back(o);
        write_value(out, rules, f, value);
    }
    out.key("decides").begin_array();
    for (const auto& [role, verdict] : answer.decides)
        out.begin_object().member("role", rules.conclusions[role].term).member("verdict", name_of(verdict)).end_object();
    out.end_array().end_object();
}

void write_facts(json_writer& out, const engine::rule_base& rules, std::string_view key, const std::vector<engine::fact_id>& facts) {
    out.key(key).begin_array();
    for (const engine::fact_id f : facts) out.string(rules.facts[f].term);
    out.end_array();
}

/// The question, else the label, else the term.
std::string_view text_of(const engine::rule_base& rules, const engine::fact& f, std::string_view labels_in) {
    if (const auto question = engine::text_in(f.questions, labels_in, rules.language); !question.empty()) return question;
    const auto label = engine::text_in(f.labels, labels_in, rules.language);
    return label.empty() ? std::string_view(f.term) : label;
}

std::string_view name_of(engine::ask_until until) {
    switch (until) {
    case engine::ask_until::first: return "first";
    case engine::ask_until::all: return "all";
    case engine::ask_until::verdicts: break;
    }
    return "verdicts";
}

}  // namespace

std::string question_json(const result_parts& parts, const engine::question& asked, engine::ask_until until) {
    const engine::rule_base& rules = parts.rules;
    std::string text;
    json_writer out(text, 3);
    out.begin_object().member("schema", "advise/question/1").key("question");
    if (asked.fact == engine::nothing) {
        out.null();
    } else {
        const engine::fact& f = rules.facts[asked.fact];
        out.begin_object().member("fact", f.term).member("text", text_of(rules, f, parts.labels_in)).key("answers").begin_array();
        for (const engine::possible_answer& answer : asked.answers) write_answer(out, rules, asked.fact, answer);
        out.end_array().end_object();
    }
    out.member("expected_questions", rounded(asked.expected, 2)).member_boolean("exact", asked.exact);
    write_facts(out, rules, "left", asked.left);
    write_facts(out, rules, "skipped", asked.skipped);
    out.member("until", name_of(until));
    write_inputs(out, parts);
    out.end_object();
    return text + "\n";
}

}  // namespace advise::cli
