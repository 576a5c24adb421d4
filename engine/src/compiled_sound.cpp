// Whether what is small in a compiled file can be true of the rest of it.
#include "compiled_image.hpp"

#include <advise/grammar/limits.hpp>

#include <algorithm>

namespace advise::engine::compiled_form {
namespace {

namespace limits = grammar::limits;

class small_judge {
public:
    small_judge(const rule_base& rules, const small_things& small) : rules_(rules), small_(small) {}

    [[nodiscard]] bool good() const {
        return !rules_.files.empty() && !rules_.scales.empty() && all(rules_.scales, [&](const scale& s) { return good_scale(s); })
               && all(rules_.facts, [&](const fact& f) { return good_fact(f); })
               && all(rules_.wordings, [&](const clause_words& w) { return good_citations(w.citations); })
               && all(rules_.concluded_words, [&](const conclusion_words& w) { return good_words(w); })
               && all(rules_.cited, [&](const cited_source& s) { return good(s.at); })
               && all(rules_.tests, [&](const test_block& t) { return good_test(t); })
               && all(rules_.claims, [&](const claim& c) { return good_claim(c); });
    }

private:
    template <class Things, class Good>
    static bool all(const Things& things, Good good) {
        return std::ranges::all_of(things, good);
    }

    [[nodiscard]] bool good(const origin& o) const {
        return o.file < rules_.files.size() && o.where.begin <= o.where.end && o.where.end <= small_.texts[o.file].bytes;
    }
    [[nodiscard]] static bool good_options(const std::vector<option>& options) {
        return !options.empty() && all(options, [](const option& o) { return !o.term.empty(); });
    }
    [[nodiscard]] bool good_scale(const scale& s) const { return !s.term.empty() && good_options(s.levels); }

    [[nodiscard]] bool good_fact(const fact& f) const {
        const bool choice = f.type == fact_type::one_of || f.type == fact_type::any_of;
        if (f.term.empty() || !good(f.at) || choice != !f.options.empty() || (choice && !good_options(f.options))) return false;
        if (f.type == fact_type::level && f.scale >= rules_.scales.size()) return false;
        if (f.type == fact_type::number && (f.least > f.greatest || f.least < -limits::greatest_number || f.greatest > limits::greatest_number))
            return false;
        if (f.effort && (f.effort->micro < 0 || f.effort->micro > limits::greatest_number || choice)) return false;
        return f.after == nothing || f.after < rules_.conditions.size();
    }
    [[nodiscard]] bool good_citations(const std::vector<citation>& citations) const {
        return all(citations, [&](const citation& c) { return c.source < rules_.cited.size(); });
    }
    [[nodiscard]] bool good_words(const conclusion_words& w) const {
        return all(w.needs, [&](const points_requirement& n) {
            return n.points >= -limits::points && n.points <= limits::points && good(n.at) && good_citations(n.citations);
        });
    }
    [[nodiscard]] bool good_test(const test_block& t) const {
        return good(t.at) && all(t.given, [&](const origin& line) { return good(line) && line.where.begin < line.where.end; })
               && all(t.expected, [&](const expectation& e) { return e.role < rules_.conclusions.size() && good(e.at); });
    }
    [[nodiscard]] bool good_claim(const claim& c) const {
        using enum grammar::ast::claim_kind;
        if (!good(c.at)) return false;
        if (c.kind == always || c.kind == never) return c.body < rules_.conditions.size();
        if (c.about >= rules_.conclusions.size() || c.fact >= rules_.facts.size()) return false;
        const fact_type type = rules_.facts[c.fact].type;
        return c.kind == ignores || (type != fact_type::one_of && type != fact_type::any_of);
    }

    const rule_base& rules_;
    const small_things& small_;
};

}  // namespace

bool sound(const rule_base& rules, const small_things& small) { return small_judge(rules, small).good(); }

}  // namespace advise::engine::compiled_form
