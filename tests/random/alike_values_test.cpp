// Values that nothing tells apart, against the slow way: a role for each condition, and every value tried on all of them.
#include "support/bridge.hpp"
#include "support/rng.hpp"

#include <advise/engine/analysis.hpp>

#include <boost/test/unit_test.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace advise::tests {
namespace {

using engine::finding_kind;

/// A fact with a few values, in words, and conditions on it, one role for each.
struct one_fact {
    std::string text;
    std::vector<std::string> values;  ///< as a profile writes them
};

std::string value(std::size_t v) { return "v" + std::to_string(v); }

std::string some_values(rng& random, std::size_t count) {
    std::string list;
    for (std::size_t v = 0; v < count; ++v)
        if (random.chance(1, 3)) list += (list.empty() ? "" : ", ") + value(v);
    return list.empty() ? value(random.below(count)) : list;
}

std::string condition(rng& random, const std::string& kind, const std::string& fact, std::size_t count) {
    if (kind == "set") return fact + " includes " + value(random.below(count));
    if (kind == "choice" && random.chance(1, 2)) return fact + " in (" + some_values(random, count) + ")";
    const std::vector<std::string> ordered{" >= ", " > ", " = ", " < ", " <= ", " != "}, unordered{" = ", " != "};
    return fact + random.pick(kind == "scale" ? ordered : unordered) + value(random.below(count));
}

one_fact make(rng& random, const std::string& kind) {
    one_fact made;
    const std::size_t count = 3 + random.below(5);
    std::string all;
    for (std::size_t v = 0; v < count; ++v) {
        all += (v == 0 ? "" : kind == "scale" ? " < " : ", ") + value(v);
        made.values.push_back(value(v));
    }
    if (kind == "scale") made.text = "scale s: " + all + "\nfact f: s\nfact g: s\n";
    else made.text = "fact f: " + std::string(kind == "set" ? "any" : "one") + " of (" + all + ")\n";
    const std::size_t roles = 1 + random.below(2 * count);
    for (std::size_t r = 0; r < roles; ++r) {
        const std::string fact = kind == "scale" && random.chance(1, 3) ? "g" : "f";
        made.text += "role r" + std::to_string(r) + "\n    when " + (random.chance(1, 4) ? "not " : "") + condition(random, kind, fact, count) + "\n";
    }
    return made;
}

/// What all roles say where every fact has this value.
std::vector<engine::verdict> verdicts(const loaded& base, const std::string& kind, const std::string& value) {
    const person who = bind_text(base, "f: " + value + "\n" + (kind == "scale" ? "g: " + value + "\n" : ""));
    std::vector<engine::verdict> all(base.rules->conclusions.size());
    for (const engine::role_advice& role : engine::advise(*base.code, who.facts).roles) all[role.role] = role.verdict;
    return all;
}

/// What is told of a fact or scale: the values, the later one first; of a set the option alone, twice.
using pair_told = std::optional<std::pair<std::uint32_t, std::uint32_t>>;

/// The one pair that nothing tells apart, of more than three values.
pair_told pair_by_trying(const loaded& base, const one_fact& made, const std::string& kind) {
    std::map<std::vector<engine::verdict>, std::uint32_t> first;
    pair_told found;
    for (std::uint32_t v = 0; v < made.values.size(); ++v) {
        const auto [at, fresh] = first.try_emplace(verdicts(base, kind, made.values[v]), v);
        if (fresh) continue;
        if (found) return std::nullopt;
        found = {v, at->second};
    }
    return made.values.size() > 3 ? found : std::nullopt;
}

/// The one option that changes no verdict in an otherwise empty set, of at least five others that do.
pair_told option_by_trying(const loaded& base, const one_fact& made) {
    const std::vector<engine::verdict> none = verdicts(base, "set", "no");
    std::vector<std::uint32_t> idle;
    for (std::uint32_t v = 0; v < made.values.size(); ++v)
        if (verdicts(base, "set", made.values[v]) == none) idle.push_back(v);
    if (idle.size() != 1 || made.values.size() < 6) return std::nullopt;
    return {{idle.front(), idle.front()}};
}

pair_told told(const engine::analysis& found) {
    pair_told made;
    for (const engine::finding& f : found.findings) {
        if (f.kind == finding_kind::values_alike) made = {f.value, f.other_value};
        if (f.kind == finding_kind::option_unasked) made = {f.value, f.value};
    }
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(values_that_nothing_tells_apart)

BOOST_AUTO_TEST_CASE(are_told_where_trying_all_values_finds_them) {
    const std::uint64_t seed = from_environment("ADVISE_RANDOM_SEED", 1);
    const std::uint64_t bases = from_environment("ADVISE_RANDOM_PAIRS", 2000) / 2;
    std::map<std::string, std::size_t> seen;
    for (std::uint64_t i = 0; i < bases; ++i) {
        rng random(seed * 1'000'003 + i);
        const std::string kind = random.pick(std::vector<std::string>{"choice", "scale", "set"});
        const one_fact made = make(random, kind);
        const loaded base = load(made.text);
        BOOST_TEST_CONTEXT("base " << i << " of seed " << seed << "\n" << made.text) {
            BOOST_TEST_REQUIRE(!base.found.has_errors());
            const pair_told wanted = kind == "set" ? option_by_trying(base, made) : pair_by_trying(base, made, kind);
            const pair_told got = told(engine::analyse(*base.code));
            BOOST_TEST((got == wanted));
            seen[kind] += wanted ? 1U : 0U;
        }
    }
    for (const char* const kind : {"choice", "scale", "set"}) BOOST_TEST(seen[kind] > 10U, "hardly anything to find of kind " << kind);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace advise::tests
