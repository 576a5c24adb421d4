// The common workload as CLIPS would have it: a rule for each concept and role. Concepts of one layer have one salience, so that a `not` sees only
// what is finished; "at least k of n" is the `or` of its subsets of k.
#include "workload.hpp"

#include <fmt/format.h>

#include <iterator>

namespace advise::bench {
namespace {

class clips_text {
public:
    std::string text;

    void rule(const std::string& name, int salience, const expression& body, const std::string& action) {
        fmt::format_to(std::back_inserter(text), "(defrule {} (declare (salience {})) ", name, salience);
        print(body);
        fmt::format_to(std::back_inserter(text), " => {})\n", action);
    }

private:
    void print(const expression& e) {
        if (e.negated) text += "(not ";
        switch (e.of) {
        // One name of a variable in two patterns would demand the same value of both.
        case expression::kind::at_level:
            fmt::format_to(std::back_inserter(text), "(a {} ?v{}&:(>= ?v{} {}))", e.subject, variables_, variables_, e.level);
            ++variables_;
            break;
        case expression::kind::concept_: fmt::format_to(std::back_inserter(text), "(c {})", e.subject); break;
        case expression::kind::all: print_list("and", e.parts); break;
        case expression::kind::any: print_list("or", e.parts); break;
        case expression::kind::count: print_subsets(e); break;
        }
        if (e.negated) text += ')';
    }

    void print_list(const char* word, const std::vector<expression>& parts) {
        fmt::format_to(std::back_inserter(text), "({}", word);
        for (const expression& part : parts) {
            text += ' ';
            print(part);
        }
        text += ')';
    }

    void print_subsets(const expression& e) {
        text += "(or";
        for (std::uint32_t set = 0; set < 1U << e.parts.size(); ++set) {
            if (static_cast<std::uint32_t>(__builtin_popcount(set)) != e.least) continue;
            std::vector<expression> chosen;
            for (std::size_t i = 0; i < e.parts.size(); ++i)
                if ((set >> i & 1U) != 0) chosen.push_back(e.parts[i]);
            text += ' ';
            print_list("and", chosen);
        }
        text += ')';
    }

    std::uint32_t variables_ = 0;
};

}  // namespace

std::string as_clips(const workload& w, const std::vector<std::uint32_t>& levels) {
    clips_text out;
    for (std::size_t c = 0; c < w.concepts.size(); ++c)
        out.rule(fmt::format("concept-{}", c), -static_cast<int>(c * concept_layers / w.concepts.size()), w.concepts[c],
                 fmt::format("(assert (c {}))", c));
    for (std::size_t r = 0; r < w.roles.size(); ++r)
        out.rule(fmt::format("role-{}", r), -static_cast<int>(concept_layers), w.roles[r], fmt::format("(printout t \"r{:04}\" crlf)", r));
    out.text += "(deffacts person";
    for (std::size_t a = 0; a < levels.size(); ++a) fmt::format_to(std::back_inserter(out.text), " (a {} {})", a, levels[a]);
    return out.text + ")\n(reset)\n(run)\n(exit)\n";
}

}  // namespace advise::bench
