#include "transform.hpp"

#include <algorithm>

#include "brute_force.hpp"
#include "names.hpp"
#include "random_condition.hpp"

namespace advise::tests {
namespace {

template <class Change>
rule_base with_bodies(rule_base base, Change change) {
    for (conclusion& each : base.conclusions) {
        for (clause& part : each.clauses) {
            if (part.kind != clause_kind::points_needed) {
                change(part.body);
            }
        }
    }
    return base;
}

void shuffle_members(condition& body, rng& random) {
    random.shuffle(body.members);
    for (condition& member : body.members) {
        shuffle_members(member, random);
    }
}

std::vector<clause> split(const clause& part) {
    const bool any = part.body.form == shape::any || part.body.form == shape::any_of;
    const bool all = part.body.form == shape::all || part.body.form == shape::all_of;
    const bool either = part.kind == clause_kind::sufficient || part.kind == clause_kind::excluding;
    if (part.kind == clause_kind::points_needed || !(either ? any : part.kind == clause_kind::necessary && all)) {
        return {part};
    }
    std::vector<clause> parts;
    for (const condition& member : part.body.members) {
        clause one_part = part;
        one_part.body = member;
        if (part.body.applied) {
            one_part.body.test = part.body.test;
        }
        const std::vector<clause> finer = split(one_part);
        parts.insert(parts.end(), finer.begin(), finer.end());
    }
    return parts;
}

relation complement(relation compared) {
    switch (compared) {
    case relation::equal: return relation::different;
    case relation::different: return relation::equal;
    case relation::less: return relation::at_least;
    case relation::at_most: return relation::greater;
    case relation::greater: return relation::at_most;
    case relation::at_least: return relation::less;
    }
    return compared;
}

void negate_all(std::vector<condition>& members) {
    for (condition& member : members) {
        member = member.form == shape::negation ? condition(member.members.front()) : negate(member);
    }
}

// The opposite of the opposite, with at least one of the two hidden in another form.
void rewrite(condition& body, rng& random) {
    if (!body.applied) {
        for (condition& member : body.members) {
            rewrite(member, random);
        }
    }
    if (random.chance(1, 2)) {
        return;
    }
    const bool comparison = body.form == shape::fact_test && body.test.kind == test_kind::compare;
    if (comparison) {
        body.test.compared = complement(body.test.compared);
        body = negate(body);
    } else if ((body.form == shape::all || body.form == shape::any) && !body.applied) {
        body.form = body.form == shape::all ? shape::any : shape::all;
        negate_all(body.members);
        body = negate(body);
    } else if (body.form == shape::none_of || body.form == shape::any_of) {
        body.form = body.form == shape::none_of ? shape::any_of : shape::none_of;
        body = negate(body);
    } else {
        body = negate(negate(body));
    }
}

}  // namespace

rule_base reordered(const rule_base& base, rng& random) {
    rule_base made = with_bodies(base, [&](condition& body) { shuffle_members(body, random); });
    for (conclusion& each : made.conclusions) {
        random.shuffle(each.clauses);
    }
    return made;
}

rule_base renamed(const rule_base& base, rng& random) {
    rule_base made = base;
    std::vector<std::string> names = pools().facts;
    names.insert(names.end(), pools().conclusions.begin(), pools().conclusions.end());
    names.insert(names.end(), pools().nasty.begin(), pools().nasty.end());
    random.shuffle(names);
    std::size_t next = 0;
    const auto rename = [&](auto& each) {
        each.term = names[next++];
        for (std::string& alias : each.aliases) {
            alias = names[next++];
        }
    };
    std::for_each(made.facts.begin(), made.facts.end(), rename);
    std::for_each(made.conclusions.begin(), made.conclusions.end(), rename);
    return made;
}

rule_base split_clauses(const rule_base& base) {
    rule_base made = base;
    for (conclusion& each : made.conclusions) {
        std::vector<clause> parts;
        for (const clause& part : each.clauses) {
            const std::vector<clause> finer = split(part);
            parts.insert(parts.end(), finer.begin(), finer.end());
        }
        each.clauses = std::move(parts);
    }
    return made;
}

rule_base negations_rewritten(const rule_base& base, rng& random) {
    return with_bodies(base, [&](condition& body) { rewrite(body, random); });
}

rule_base with_irrelevant_rules(const rule_base& base, rng& random) {
    rule_base made = base;
    fact more;
    more.term = "an irrelevant skill";
    made.facts.push_back(more);
    more.term = "an irrelevant amount";
    more.type = fact_type::number;
    made.facts.push_back(more);
    const random_options options;
    condition_maker conditions(random, made, feature_set().set(), options);
    std::vector<std::size_t> earlier;
    for (const char* term : {"an irrelevant idea", "another irrelevant idea"}) {
        conclusion idea;
        idea.term = term;
        for (const clause_kind kind : {clause_kind::sufficient, clause_kind::evidence, clause_kind::excluding}) {
            idea.clauses.push_back({kind, kind == clause_kind::evidence ? 3 : 0, conditions.make(earlier)});
        }
        made.conclusions.push_back(std::move(idea));
        earlier.push_back(made.conclusions.size() - 1);
    }
    return made;
}

std::optional<profile> refined(const rule_base& base, const profile& known, rng& random) {
    const auto possible = possible_values(base, known, sampling::every);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < possible.size(); ++i) {
        if (possible[i].size() > 1) {
            open.push_back(i);
        }
    }
    if (open.empty()) {
        return std::nullopt;
    }
    const std::size_t chosen = random.pick(open);
    const auto says_nothing = [&](const answer& line) { return line.subject == chosen && line.kind == answer_kind::unknown; };
    profile made = known;
    made.answers.erase(std::remove_if(made.answers.begin(), made.answers.end(), says_nothing), made.answers.end());
    const fact_type type = base.facts[chosen].type;
    const bool ordered = type == fact_type::level || type == fact_type::number;
    const bool bound = ordered && random.chance(1, 3);
    const answer_kind kind = !bound ? answer_kind::exactly : random.chance(1, 2) ? answer_kind::at_least : answer_kind::at_most;
    made.answers.push_back({chosen, kind, random.pick(possible[chosen]), 0});
    return made;
}

}  // namespace advise::tests
