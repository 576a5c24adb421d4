#include <algorithm>

#include "condition_text.hpp"
#include "print.hpp"
#include "rule_statements.hpp"

namespace advise::tests {
namespace {

class rules_printer {
public:
    rules_printer(const rule_base& base, const spelling& how) : base_(base), text_(base, how) {}

    std::string run() {
        header();
        for (const statement& each : statements_of(base_, say())) {
            print(each);
            if (!how().shuffle || say().random().chance(1, 2)) {
                text_.blank_line();
            }
        }
        return text_.take();
    }

private:
    speller& say() { return text_.say(); }
    const spelling& how() { return say().how(); }

    void header() {
        if (say().maybe(how().decorations)) {
            text_.line(say().keyword("syntax") + " 1");
        }
        if (say().maybe(how().decorations)) {
            text_.line(say().keyword("ruleset") + " \"a # (generated) one\"");
        }
        if (how().reasons) {
            text_.line("source book \"A Book\"");
            text_.line("source folk wisdom \"Folk: \\\"wisdom\\\"\"");
        }
        const bool efforts = std::any_of(base_.facts.begin(), base_.facts.end(), [](const fact& each) { return each.effort.has_value(); });
        effort_ = say().maybe(how().decorations) && !efforts;
    }

    void print(const statement& each) {
        switch (each.what) {
        case statement::kind::scale: print_scale(base_.scales[each.subject]); break;
        case statement::kind::fact: print_fact(base_.facts[each.subject]); break;
        case statement::kind::block: print_block(each); break;
        case statement::kind::arrow: print_arrow(each.subject, *each.clauses[0]); break;
        }
    }

    void print_scale(const scale& each) {
        text_.put(say().keyword("scale") + " " + say().exact_term(each.term, place::inside_line) + ":");
        std::string before = " ";
        for (const std::string& level : each.levels) {
            text_.put(before + say().exact_term(level, place::inside_line));
            before = say().maybe(how().tight, 1, 4) ? "<" : " < ";
        }
        text_.end_line();
    }

    void print_fact(const fact& each) {
        text_.put(say().keyword("fact") + " " + say().exact_term(each.term, place::inside_line) + ": ");
        switch (each.type) {
        case fact_type::level: text_.name_of_value(base_.scales[each.scale_index].term); break;
        case fact_type::yes_no: text_.put(say().keyword("yes/no")); break;
        case fact_type::number: print_number_type(each); break;
        case fact_type::one_of: print_choice_type("one of", each); break;
        case fact_type::any_of: print_choice_type("any of", each); break;
        }
        text_.end_line();
        print_names(each.term, each.aliases, true);
        if (say().maybe(how().decorations, 1, 4)) {
            clause_line("ask", "\"How about it -> (\\\"it\\\")?\"");
        }
        const bool choice = each.type == fact_type::one_of || each.type == fact_type::any_of;
        if (effort_ && !choice && say().random().chance(1, 3)) {
            clause_line("effort", say().count(1 + static_cast<std::int64_t>(say().random().below(9))) + " weeks");
        }
        if (each.effort) {
            clause_line("effort", say().number(*each.effort) + " weeks");
        }
        if (each.after) {
            text_.put("    " + say().keyword("after") + " ");
            text_.condition_of(*each.after);
            text_.end_line();
        }
    }

    void print_number_type(const fact& each) {
        text_.put(say().keyword("number"));
        if (each.greatest) {
            text_.put(" " + say().number(each.least) + ".." + say().number(*each.greatest));
        }
        text_.put(each.unit.empty() ? "" : " " + each.unit);
    }

    void print_choice_type(std::string_view type, const fact& each) {
        text_.put(say().keyword(type) + " ");
        text_.names(each.options);
    }

    void clause_line(std::string_view word, std::string_view rest) {
        text_.put("    " + say().keyword(word) + " ");
        text_.line(rest);
    }

    void print_names(const std::string& term, const std::vector<std::string>& aliases, bool may_label) {
        for (const std::string& alias : aliases) {
            clause_line("aka", say().exact_term(alias, place::inside_line));
        }
        if (may_label && say().maybe(how().decorations, 1, 4)) {
            clause_line("label", quoted("Label: " + term));
        }
        if (say().maybe(how().decorations, 1, 4)) {
            clause_line("label", "fa " + quoted("برچسب: " + term));
        }
    }

    void print_block(const statement& each) {
        const conclusion& about = base_.conclusions[each.subject];
        text_.put(say().keyword(about.role ? "role" : "concept") + " ");
        text_.put(say().exact_term(about.term, place::inside_line));
        const bool labelled = about.role && say().maybe(how().decorations, 1, 4);
        text_.put(labelled ? " " + quoted("Role: " + about.term) : "");
        text_.end_line();
        print_names(about.term, about.aliases, !labelled);
        for (const clause* part : each.clauses) {
            print_clause(*part);
        }
    }

    void print_clause(const clause& part) {
        text_.put("    ");
        switch (part.kind) {
        case clause_kind::sufficient: text_.put(say().keyword("when") + " "); break;
        case clause_kind::necessary: text_.put(say().keyword("requires") + " "); break;
        case clause_kind::excluding: text_.put(say().keyword("unless") + " "); break;
        case clause_kind::evidence: text_.put(signed_points(part.points) + " "); break;
        case clause_kind::points_needed: text_.put(say().keyword("requires") + " " + say().count(part.points) + " " + say().keyword("points")); break;
        }
        if (part.kind != clause_kind::points_needed) {
            text_.condition_of(part.body);
        }
        print_reasons();
    }

    std::string signed_points(std::int64_t points) { return (points < 0 ? "-" : "+") + say().count(points < 0 ? -points : points); }

    void print_arrow(std::size_t index, const clause& part) {
        if (say().maybe(how().decorations, 1, 5)) {
            text_.put(say().keyword("rule") + " named " + ordinal() + ": ");
        }
        text_.condition_of(part.body);
        print_arrow_sign();
        text_.put(part.kind == clause_kind::excluding ? say().keyword("not") + " " : "");
        text_.conclusion_name(index);
        text_.put(part.kind == clause_kind::evidence ? " (" + signed_points(part.points) + ")" : "");
        print_reasons();
    }

    // The name of the n-th named rule, in letters: a, b, …, z, aa, …
    std::string ordinal() {
        std::string name;
        for (std::size_t n = ++named_rules_; n > 0; n = (n - 1) / 26) {
            name += static_cast<char>('a' + (n - 1) % 26);
        }
        return "x" + name;
    }

    void print_arrow_sign() {
        if (say().maybe(how().line_breaks, 1, 5)) {
            text_.break_line();
            text_.put("-> ");
            return;
        }
        if (say().maybe(how().tight, 1, 4) && text_.ends_a_word()) {
            text_.put("->");
            return;
        }
        static const std::vector<std::string> signs{"→", "=>", "->"};
        text_.put(" " + (say().maybe(how().symbols) ? say().random().pick(signs) : std::string("->")) + " ");
    }

    void print_reasons() {
        static const std::vector<std::string> reasons{"\"so it is\"", "\"see # 1 -> (\\\"x\\\\y\\\")\"", "\"به این دلیل\""};
        if (say().maybe(how().reasons, 1, 5)) {
            continue_statement("because", say().random().pick(reasons));
        }
        if (say().maybe(how().reasons, 1, 8)) {
            continue_statement("because", "fa \"چون\"");
        }
        if (say().maybe(how().reasons, 1, 8)) {
            continue_statement("cites", say().random().chance(1, 2) ? "book \"page 3\"" : "folk wisdom \"§ 2\"");
        }
        text_.end_line();
    }

    void continue_statement(std::string_view word, std::string_view rest) {
        if (say().random().chance(2, 3)) {
            text_.break_line();
        } else {
            text_.put(" ");
        }
        text_.put(say().keyword(word) + " " + std::string(rest));
    }

    const rule_base& base_;
    condition_text text_;
    bool effort_ = false;
    std::size_t named_rules_ = 0;
};

std::string with_crlf(const std::string& text) {
    std::string made;
    for (const char c : text) {
        made += c == '\n' ? std::string("\r\n") : std::string{c};
    }
    return made;
}

}  // namespace

std::string print_rules(const rule_base& base, const spelling& how) {
    const std::string text = rules_printer(base, how).run();
    return (how.bom ? "\uFEFF" : "") + (how.crlf ? with_crlf(text) : text);
}

}  // namespace advise::tests
