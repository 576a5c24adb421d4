#include "proposed_tests.hpp"

#include "profile_lines.hpp"
#include "rule_text.hpp"

#include <advise/grammar/utf8.hpp>

#include <fmt/format.h>
#include <map>
#include <set>

namespace advise::cli {
namespace {

using engine::condition;
using engine::condition_id;
using engine::condition_kind;
using engine::mutation;
using engine::mutation_kind;

/// A text without what would need a backslash in a title.
std::string without_quotes(std::string text) {
    std::erase_if(text, [](char c) { return c == '"' || c == '\\'; });
    return text;
}

/// Cut at a character, with "…" in place of what does not fit.
std::string fitted(const std::string& text, std::size_t width) {
    if (grammar::display_width(text) <= width) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view next = std::string_view(text).substr(at, grammar::decode_one(text, at).length);
        if (grammar::display_width(out) + grammar::display_width(next) + 1 > width) break;
        out += next;
        at += next.size();
    }
    while (out.ends_with(' ') || out.ends_with(',')) out.pop_back();
    return out + "…";
}

/// Titles that no test has yet.
class titles {
public:
    titles(const engine::rule_base& rules, grammar::language in) : rules_(rules), in_(in) {
        for (const engine::test_block& test : rules.tests) taken_.insert(test.title);
    }

    std::string take(const mutation& m) {
        const std::string plain = fitted(without_quotes(grammar::printable(said(m))), widest_title);
        std::string title = plain;
        for (std::size_t n = 2; !taken_.insert(title).second; ++n) title = fmt::format("{} ({})", plain, digits(fmt::format("{}", n), in_));
        return title;
    }

private:
    [[nodiscard]] std::string said(const mutation& m) const {
        const std::string_view about = rules_.conclusions[m.about].term;
        const mutation_text text = text_of(rules_, m);
        switch (m.kind) {
        case mutation_kind::clause_left_out:
            return tell(say::title_without, in_, {about, subject(rules_.conclusions[m.about].clauses[m.clause].body)});
        case mutation_kind::part_left_out: return tell(say::title_without, in_, {about, subject(m.where)});
        case mutation_kind::need_left_out: return tell(say::title_without, in_, {about, text.before});
        case mutation_kind::negated: return tell(say::title_negated, in_, {about, subject(m.where)});
        case mutation_kind::and_to_or: return tell(say::title_with_or, in_, {about, subject(m.where)});
        case mutation_kind::or_to_and: return tell(say::title_with_and, in_, {about, subject(m.where)});
        case mutation_kind::points_changed:
            return tell(say::title_points, in_, {about, text.after, subject(rules_.conclusions[m.about].clauses[m.clause].body)});
        default: return tell(say::title_with, in_, {about, text.after});
        }
    }

    /// What a condition is about: a name, or names.
    [[nodiscard]] std::string subject(condition_id id) const {
        const condition& c = rules_.conditions[id];
        switch (c.kind) {
        case condition_kind::conclusion: return std::string(rules_.conclusions[c.subject].term);
        case condition_kind::negation: return subject(rules_.condition_children[c.first]);
        case condition_kind::test: return test_subject(c);
        default: break;
        }
        std::string all;
        for (std::uint32_t i = 0; i < c.size && grammar::display_width(all) <= widest_title; ++i)
            all += (i == 0 ? "" : ", ") + subject(rules_.condition_children[c.first + i]);
        return all;
    }
    /// Of choices the option says more than the fact: "styles includes rock" is about rock.
    [[nodiscard]] std::string test_subject(const condition& c) const {
        const engine::fact& f = rules_.facts[c.subject];
        const bool option =
            (f.type == engine::fact_type::one_of || f.type == engine::fact_type::any_of) && c.size == 1 && c.op != engine::test_op::has;
        return option ? fmt::format("{} {}", f.term, rules_.options_of(f)[static_cast<std::size_t>(rules_.values_of(c)[0])].term) : f.term;
    }

    const engine::rule_base& rules_;
    grammar::language in_;
    std::set<std::string, std::less<>> taken_;
};

std::vector<std::string> lines_of(const engine::rule_base& rules, const engine::mutant& survivor, const std::string& title,
                                  const profile_lines& profile) {
    const engine::mutant_witness& w = *survivor.witness;
    std::vector<std::string> lines{fmt::format("test \"{}\"", title)};
    for (const std::string& line : profile.lines(w.profile)) lines.push_back("    given " + line);
    const std::string name = expected_name(rules, survivor.what.about);
    if (w.right.holds != w.wrong.holds) lines.push_back(fmt::format("    expect {}: {}", name, w.right.holds ? "yes" : "no"));
    else lines.push_back(fmt::format("    expect {} points {}", name, w.right.points));
    return lines;
}

}  // namespace

std::vector<proposed_test> proposed_tests(const engine::rule_base& rules, const std::vector<engine::mutant>& all, grammar::language in) {
    titles unused(rules, in);
    const profile_lines profile(rules, in);
    std::vector<proposed_test> made;
    for (const engine::mutant& m : all)
        if (m.fate == engine::mutant_fate::survived) made.push_back({&m, lines_of(rules, m, unused.take(m.what), profile)});
    return made;
}

std::vector<survivor_group> grouped(std::vector<proposed_test> tests) {
    std::map<std::vector<std::string>, std::size_t> by_body;
    std::vector<survivor_group> made;
    for (proposed_test& test : tests) {
        const auto [known, fresh] = by_body.emplace(std::vector<std::string>(test.lines.begin() + 1, test.lines.end()), made.size());
        if (fresh) made.push_back({{}, std::move(test.lines)});
        made[known->second].survivors.push_back(test.survivor);
    }
    return made;
}

}  // namespace advise::cli
