#include "check_model.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "brute_force.hpp"
#include "names.hpp"

namespace advise::tests {
namespace {

class model_checker {
public:
    explicit model_checker(const rule_base& base) : base_(base), found_() {}

    std::vector<std::string> run() {
        check_names();
        check_facts();
        check_conclusions();
        check_cycles();
        return found_;
    }

private:
    void report(bool wrong, const std::string& what, const std::string& where) {
        if (wrong) {
            found_.push_back(what + ": " + where);
        }
    }

    // Facts, conclusions and their other names share one name space.
    void check_names() {
        std::set<std::string> seen{"id", "name", "note", "otherwise"};
        const auto take = [&](const std::string& name) { report(!seen.insert(fold(name)).second, "name twice", name); };
        for (const fact& each : base_.facts) {
            take(each.term);
            std::for_each(each.aliases.begin(), each.aliases.end(), take);
            report(!each.declared && !each.aliases.empty(), "undeclared fact with aka", each.term);
        }
        for (const conclusion& each : base_.conclusions) {
            take(each.term);
            std::for_each(each.aliases.begin(), each.aliases.end(), take);
            report(!each.declared && !each.aliases.empty(), "undeclared conclusion with aka", each.term);
        }
    }

    // An undeclared fact is what its uses make of it.
    void check_facts() {
        for (std::size_t i = 0; i < base_.facts.size(); ++i) {
            const fact& each = base_.facts[i];
            bool used = false;
            bool compared_with_number = false;
            visit_tests(base_, [&](std::size_t subject, const fact_test& test) {
                used = used || subject == i;
                compared_with_number = compared_with_number || (subject == i && test.kind != test_kind::bare);
            });
            if (!each.declared) {
                const bool number = each.type == fact_type::number;
                report(!used, "undeclared fact without use", each.term);
                report(number && !compared_with_number, "undeclared number never compared", each.term);
                report(number && (each.least != 0 || each.greatest || !each.unit.empty()), "undeclared range", each.term);
                report(!number && (each.type != fact_type::level || each.scale_index != 0), "undeclared type", each.term);
            }
        }
    }

    void check_conclusions() {
        bool declared_role = false;
        std::vector<bool> mentioned(base_.conclusions.size(), false);
        visit_mentions(base_, [&](std::size_t index) { mentioned[index] = true; });
        for (const conclusion& each : base_.conclusions) {
            declared_role = declared_role || (each.declared && each.role);
        }
        for (std::size_t i = 0; i < base_.conclusions.size(); ++i) {
            const conclusion& each = base_.conclusions[i];
            if (!each.declared) {
                report(each.role != (!declared_role && !mentioned[i]), "undeclared conclusion of the wrong kind", each.term);
                report(each.clauses.empty(), "undeclared conclusion without rules", each.term);
            }
            for (const clause& part : each.clauses) {
                check_clause(each, part);
            }
        }
    }

    void check_clause(const conclusion& owner, const clause& part) {
        const bool necessary = part.kind == clause_kind::necessary || part.kind == clause_kind::points_needed;
        report(necessary && !owner.declared, "requires of an undeclared conclusion", owner.term);
        report(part.points < -1000 || part.points > 1000, "points out of range", owner.term);
        if (part.kind != clause_kind::points_needed) {
            check_condition(owner, part.body);
        }
    }

    void check_condition(const conclusion& owner, const condition& body) {
        const bool leaf = body.form == shape::fact_test || body.form == shape::conclusion;
        report(leaf != body.members.empty(), "members", owner.term);
        report(body.form == shape::negation && body.members.size() != 1, "members of not", owner.term);
        report(body.count > body.members.size(), "count above the number of members", owner.term);
        if (body.form == shape::fact_test) {
            check_test(owner, body.subject, body.test);
        }
        for (const condition& member : body.members) {
            const bool bare_fact = member.form == shape::fact_test && member.test.kind == test_kind::bare;
            report(body.applied && !bare_fact, "comparison applied to more than a bare fact", owner.term);
            if (body.applied) {
                check_test(owner, member.subject, body.test);
            } else {
                check_condition(owner, member);
            }
        }
    }

    void check_test(const conclusion& owner, std::size_t index, const fact_test& test) {
        const fact& subject = base_.facts[index];
        const bool ordered = subject.type == fact_type::level || subject.type == fact_type::number;
        const bool choice = subject.type == fact_type::one_of;
        const bool set = subject.type == fact_type::any_of;
        report(set != (test.kind == test_kind::includes), "test of a set", owner.term);
        report(choice && test.kind == test_kind::bare, "bare choice", owner.term);
        report(test.kind == test_kind::range && subject.type != fact_type::number, "range", owner.term);
        std::vector<value> constants = test.values;
        if (test.kind == test_kind::compare) {
            const bool equality = test.compared == relation::equal || test.compared == relation::different;
            report(!ordered && !equality, "order of what has none", owner.term);
            constants.push_back(test.operand);
        } else if (test.kind == test_kind::range) {
            report(test.operand > test.last, "empty range", owner.term);
            constants.insert(constants.end(), {test.operand, test.last});
        } else if (test.kind == test_kind::includes) {
            report(test.operand < 0 || test.operand >= static_cast<value>(subject.options.size()), "option", owner.term);
        }
        report(test.kind == test_kind::list && test.values.empty(), "empty list", owner.term);
        for (const value constant : constants) {
            report(!in_domain(base_, subject, constant), "value that the fact cannot have", owner.term);
        }
    }

    // Conclusions without mentions of unfinished ones are finished, over and over.
    void check_cycles() {
        std::set<std::size_t> finished;
        for (std::size_t round = 0; round < base_.conclusions.size(); ++round) {
            for (std::size_t i = 0; i < base_.conclusions.size(); ++i) {
                bool ready = true;
                for (const clause& part : base_.conclusions[i].clauses) {
                    visit_mentions(part.body, [&](std::size_t index) { ready = ready && finished.count(index) != 0; });
                }
                if (ready) {
                    finished.insert(i);
                }
            }
        }
        report(finished.size() != base_.conclusions.size(), "cycle", "of conclusions");
    }

    const rule_base& base_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> defects(const rule_base& base) { return model_checker(base).run(); }

std::vector<std::string> defects(const rule_base& base, const profile& known) {
    std::vector<std::string> found;
    for (const answer& line : known.answers) {
        const fact& about = base.facts[line.subject];
        const bool ordered = about.type == fact_type::level || about.type == fact_type::number;
        const bool bound = line.kind == answer_kind::at_least || line.kind == answer_kind::at_most || line.kind == answer_kind::between
                           || line.kind == answer_kind::affirmed;
        if (bound && !ordered) {
            found.push_back("bound of what has no order: " + about.term);
        }
        if (line.kind == answer_kind::between && about.type != fact_type::number) {
            found.push_back("range of what is no number: " + about.term);
        }
        if ((line.kind == answer_kind::includes) && about.type != fact_type::any_of) {
            found.push_back("includes of what is no set: " + about.term);
        }
        if (line.kind == answer_kind::exactly && !in_domain(base, about, line.first)) {
            found.push_back("value that the fact cannot have: " + about.term);
        }
    }
    for (std::size_t i = 0; i < base.facts.size(); ++i) {
        const auto of_fact = [&](const answer& line) { return line.subject == i; };
        const auto unknown = [&](const answer& line) { return of_fact(line) && line.kind == answer_kind::unknown; };
        const auto lines = std::count_if(known.answers.begin(), known.answers.end(), of_fact);
        if (lines > 1 && std::any_of(known.answers.begin(), known.answers.end(), unknown)) {
            found.push_back("unknown beside another line: " + base.facts[i].term);
        }
    }
    try {
        possible_values(base, known);
    } catch (const std::logic_error& nothing_left) {
        found.emplace_back(nothing_left.what());
    }
    return found;
}

}  // namespace advise::tests
