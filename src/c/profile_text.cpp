#include "profile_text.hpp"

#include "../render/json_values.hpp"

#include <advise/grammar/term_key.hpp>
#include <advise/grammar/utf8.hpp>

namespace advise::c {
namespace {

using engine::fact_type;

/// In quotes, so that a name may be any text; what a text may not hold is made visible.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : grammar::printable(text, grammar::line_breaks::kept)) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') out += "\\n";
        else out += c;
    }
    return out += '"';
}

class text_writer {
public:
    text_writer(const engine::rule_base& rules, const engine::facts& person) : rules_(rules), person_(person) {}

    std::string write(const std::string& name, const std::vector<std::string>& notes) {
        if (!name.empty()) line("name", quoted(name));
        for (const std::string& note : notes) line("note", quoted(note));
        for (engine::fact_id f = 0; f < rules_.facts.size(); ++f)
            if (person_.known[f].mentioned) fact(f);
        if (person_.closed) line("otherwise", "no");
        return std::move(out_);
    }

private:
    void line(const std::string& key, const std::string& value) { out_ += key + ": " + value + "\n"; }

    void fact(engine::fact_id f) {
        const std::string key = grammar::quoted_if_needed(rules_.facts[f].term);
        const engine::known_fact& known = person_.known[f];
        if (rules_.facts[f].type == fact_type::any_of) return line(key, set(f));
        if (known.from == known.to) return line(key, value(f, known.from));
        const engine::known_fact whole = engine::whole_domain(rules_, f);
        if (known.from == whole.from && known.to == whole.to) return line(key, "?");
        if (known.from != whole.from) line(key, "at least " + value(f, known.from));
        if (known.to != whole.to) line(key, "at most " + value(f, known.to));
    }

    [[nodiscard]] std::string value(engine::fact_id f, std::int64_t v) const {
        const engine::fact& about = rules_.facts[f];
        if (about.type == fact_type::number) return cli::decimal_text(v);
        if (about.type == fact_type::yes_no) return v != 0 ? "yes" : "no";
        return grammar::quoted_if_needed(rules_.options_of(about)[static_cast<std::size_t>(v)].term);
    }

    [[nodiscard]] std::string set(engine::fact_id f) const {
        const engine::known_fact& known = person_.known[f];
        std::string in;
        for (std::uint32_t o = 0; o < known.options.size(); ++o)
            if (known.options[o] == 1) in += (in.empty() ? "" : ", ") + value(f, o);
        if (known.decided()) return in.empty() ? "no" : in;
        return in.empty() ? "?" : "includes " + in;
    }

    const engine::rule_base& rules_;
    const engine::facts& person_;
    std::string out_;
};

}  // namespace

std::string profile_text(const engine::rule_base& rules, const engine::facts& person, const std::string& name,
                         const std::vector<std::string>& notes) {
    return text_writer(rules, person).write(name, notes);
}

}  // namespace advise::c
