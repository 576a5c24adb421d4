#include "shared_rules.hpp"

#include <utility>

namespace advise::c {
namespace {

std::int64_t positive_evidence(const engine::conclusion& of) {
    std::int64_t sum = 0;
    for (const engine::clause& clause : of.clauses)
        if (clause.kind == engine::clause_kind::evidence && clause.points > 0) sum += clause.points;
    return sum;
}

}  // namespace

shared_rules::shared_rules(std::unique_ptr<engine::rule_base> read) : rules(std::move(read)), code(*rules) {
    role_of.assign(rules->conclusions.size(), engine::nothing);
    for (engine::conclusion_id c = 0; c < rules->conclusions.size(); ++c) {
        if (!rules->conclusions[c].is_role) continue;
        role_of[c] = static_cast<std::uint32_t>(roles.size());
        roles.push_back(c);
        role_names.emplace_back(rules->conclusions[c].term);
        max_points.push_back(positive_evidence(rules->conclusions[c]));
    }
    for (engine::fact_id f = 0; f < rules->facts.size(); ++f) {
        open.push_back(engine::whole_domain(*rules, f));
        closed.push_back(engine::at_its_no(*rules, f));
    }
}

const engine::block_program& shared_rules::prepared() const {
    std::call_once(prepared_once_, [this] { prepared_.emplace(code); });
    return *prepared_;
}

}  // namespace advise::c
