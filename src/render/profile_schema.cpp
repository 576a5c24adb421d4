#include "profile_schema.hpp"

#include "json_values.hpp"
#include "json_writer.hpp"

namespace advise::cli {
namespace {

using engine::fact_type;
using engine::rule_base;

class schema_writer {
public:
    schema_writer(json_writer& out, const rule_base& rules, std::string_view labels_in) : out_(out), rules_(rules), labels_in_(labels_in) {}

    void write() {
        out_.begin_object().member("$schema", "https://json-schema.org/draft/2020-12/schema");
        out_.member("title", rules_.title.empty() ? "profile" : rules_.title).member("type", "object");
        out_.key("properties").begin_object();
        kept("name");
        kept("note");
        kept("id");
        out_.key("otherwise").begin_object().key("enum").begin_array().string("no").boolean(false).end_array().end_object();
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f) property(f);
        out_.end_object().key("additionalProperties").boolean(true).end_object();
    }

private:
    /// What is kept for display or passed through, and is no fact.
    void kept(std::string_view name) { out_.key(name).begin_object().end_object(); }

    void property(engine::fact_id id) {
        const engine::fact& f = rules_.facts[id];
        const std::string_view label = engine::text_in(f.labels, labels_in_, rules_.language);
        const std::string_view question = engine::text_in(f.questions, labels_in_, rules_.language);
        out_.key(f.term).begin_object().member("title", label.empty() ? std::string_view(f.term) : label);
        if (!question.empty()) out_.member("description", question);
        out_.key("anyOf").begin_array();
        values(id, f);
        one_type("boolean");
        one_type("null");
        // any other way to say it: a bound, a label, another name of a level
        one_type("string");
        out_.end_array().end_object();
    }

    void one_type(std::string_view type) { out_.begin_object().member("type", type).end_object(); }

    void values(engine::fact_id id, const engine::fact& f) {
        if (f.type == fact_type::number) number(id, f);
        else if (f.type == fact_type::any_of) set(f);
        else if (f.type != fact_type::yes_no) one_of(f);
        else out_.begin_object().key("enum").begin_array().string("yes").string("no").end_array().end_object();
    }

    void terms(const engine::fact& f) {
        out_.key("enum").begin_array();
        for (const engine::option& option : rules_.options_of(f)) out_.string(option.term);
        out_.end_array();
    }

    void one_of(const engine::fact& f) {
        out_.begin_object();
        terms(f);
        out_.end_object();
        if (f.type != fact_type::level) return;
        out_.begin_object().member("type", "integer").member_number("minimum", 0);
        out_.member_number("maximum", static_cast<std::int64_t>(rules_.level_count(f)) - 1).end_object();
    }

    void set(const engine::fact& f) {
        out_.begin_object().member("type", "array").key("items").begin_object();
        terms(f);
        out_.end_object().end_object();
    }

    /// Bounds with a fraction are left out: a schema knows only floating point for them.
    void number(engine::fact_id id, const engine::fact& f) {
        out_.begin_object().member("type", "number");
        if (f.least % 1'000'000 == 0) {
            out_.key("minimum");
            write_value(out_, rules_, id, f.least);
        }
        if (f.has_range && f.greatest % 1'000'000 == 0) {
            out_.key("maximum");
            write_value(out_, rules_, id, f.greatest);
        }
        out_.end_object();
    }

    json_writer& out_;
    const rule_base& rules_;
    std::string_view labels_in_;
};

}  // namespace

std::string profile_schema(const rule_base& rules, std::string_view labels_in) {
    std::string text;
    json_writer out(text);
    schema_writer(out, rules, labels_in).write();
    return text;
}

}  // namespace advise::cli
