// Checks the slow truth against itself, without the engine:
//   g++ -std=c++20 -O2 $(ls *.cpp | grep -v bridge) && ./a.out [BASES] [SEED] [SAMPLES]
// Prints what was generated, so that a generator gone dull is seen, and the first samples to read.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <tuple>

#include "check_model.hpp"
#include "exhaustive.hpp"
#include "kleene.hpp"
#include "print.hpp"
#include "random_base.hpp"
#include "transform.hpp"

namespace advise::tests {
namespace {

class selfcheck {
public:
    void run(std::size_t bases, std::uint64_t seed, std::size_t samples) {
        for (std::size_t i = 0; i < bases; ++i) {
            const random_case made = make_random_case(seed + i, 10);
            expect(defects(made.base).empty(), "well-formed base", seed + i);
            for (const profile& known : made.profiles) {
                expect(defects(made.base, known).empty(), "well-formed profile", seed + i);
                check(made.base, known, seed + i);
            }
            print_all(made, seed + i, i < samples);
        }
        exhaust();
    }

    int report() const {
        for (const auto& [what, count] : counts_) {
            std::printf("%-46s %10zu\n", what.c_str(), count);
        }
        return failures_ == 0 ? 0 : 1;
    }

private:
    void expect(bool holds, const char* what, std::uint64_t seed) {
        if (!holds) {
            ++failures_;
            std::printf("FAILED: %s, seed %llu\n", what, static_cast<unsigned long long>(seed));
        }
    }

    void check(const rule_base& base, const profile& known, std::uint64_t seed) {
        const exact_answer exact = brute_force(base, known);
        ++counts_["pairs"];
        counts_["completions"] += exact.completions;
        counts_["one completion"] += exact.completions == 1 ? 1 : 0;
        check_order(base, exact, seed);
        check_kleene(base, known, exact, seed);
        check_sampling(base, known, exact, seed);
        check_transformations(base, known, exact, seed);
        check_refinement(base, known, exact, seed);
    }

    // Each row comes before the next for the first of the reasons in which they differ.
    void check_order(const rule_base& base, const exact_answer& exact, std::uint64_t seed) {
        const std::vector<std::size_t>& order = exact.advice;
        const auto rank = [&](std::size_t index) {
            const finding& found = exact.findings[index];
            const int group = found.truth == verdict::yes ? 0 : found.truth == verdict::unknown ? 1 : 2;
            return std::make_tuple(group, -found.low, -found.high, index);
        };
        for (std::size_t i = 1; i < order.size(); ++i) {
            expect(rank(order[i - 1]) < rank(order[i]), "order of the advice", seed);
        }
        const auto is_role = [](const conclusion& each) { return each.role; };
        const auto roles = std::count_if(base.conclusions.begin(), base.conclusions.end(), is_role);
        expect(static_cast<std::size_t>(roles) == order.size(), "every role advised once", seed);
    }

    // Kleene's answer may be weaker than the truth, never another.
    void check_kleene(const rule_base& base, const profile& known, const exact_answer& exact, std::uint64_t seed) {
        const std::vector<kleene_finding> quick = kleene(base, known);
        const bool read_once = is_read_once(base);
        counts_["pairs read once"] += read_once ? 1 : 0;
        for (std::size_t i = 0; i < quick.size(); ++i) {
            const finding& truth = exact.findings[i];
            const bool sharp = quick[i] == kleene_finding{truth.truth, truth.low, truth.high};
            expect(sharp || !read_once, "Kleene is exact on what is read once", seed);
            const bool weaker = quick[i].truth == verdict::unknown && truth.truth != verdict::unknown;
            expect(weaker || quick[i].truth == truth.truth, "Kleene's verdict is sound", seed);
            const bool encloses = quick[i].low <= truth.low && truth.high <= quick[i].high;
            expect(encloses, "Kleene's points enclose", seed);
            if (base.conclusions[i].role) {
                ++counts_[std::string("role verdict ") + name_of(truth.truth)];
                counts_["role verdict unknown to Kleene only"] += weaker ? 1 : 0;
                counts_["role points wider by Kleene"] += quick[i].low != truth.low || quick[i].high != truth.high ? 1 : 0;
                counts_["role points open"] += truth.low != truth.high ? 1 : 0;
                counts_["role with open facts"] += truth.open.empty() ? 0 : 1;
                expect((truth.open.empty()) == (truth.truth != verdict::unknown && truth.low == truth.high),
                       "open facts just where something is open", seed);
            }
        }
    }

    // Where no fact and no conclusion is asked for twice, nothing is forgotten: Kleene is exact.
    static bool is_read_once(const rule_base& base) {
        std::map<std::size_t, int> tests;
        std::map<std::size_t, int> mentions;
        int most = 0;
        visit_tests(base, [&](std::size_t index, const fact_test&) { most = std::max(most, ++tests[index]); });
        visit_mentions(base, [&](std::size_t index) { most = std::max(most, ++mentions[index]); });
        return most <= 1;
    }

    // Trying every value of small domains, and more numbers, finds nothing new.
    void check_sampling(const rule_base& base, const profile& known, const exact_answer& exact, std::uint64_t seed) {
        const auto every = possible_values(base, known, sampling::every);
        if (count_completions(every, 3000) <= 3000) {
            const exact_answer slow = brute_force(base, known, sampling::every);
            expect(slow.findings == exact.findings && slow.advice == exact.advice, "sampling", seed);
            ++counts_["pairs tried with every value"];
        }
    }

    void check_transformations(const rule_base& base, const profile& known, const exact_answer& exact, std::uint64_t seed) {
        rng random(seed);
        const auto same = [&](const rule_base& changed, const char* what) {
            expect(defects(changed).empty(), what, seed);
            if (count_completions(possible_values(changed, known), 20000) <= 20000) {
                const exact_answer found = brute_force(changed, known);
                bool equal = found.advice == exact.advice;
                for (std::size_t i = 0; i < exact.findings.size(); ++i) {
                    equal = equal && found.findings[i] == exact.findings[i];
                }
                expect(equal, what, seed);
            }
        };
        switch (counts_["pairs"] % 5) {  // one of them for each pair, to save time
        case 0: same(reordered(base, random), "reordered"); break;
        case 1: same(renamed(base, random), "renamed"); break;
        case 2: same(split_clauses(base), "split"); break;
        case 3: same(negations_rewritten(base, random), "negations rewritten"); break;
        default: same(with_irrelevant_rules(base, random), "irrelevant rules"); break;
        }
    }

    void check_refinement(const rule_base& base, const profile& known, const exact_answer& exact, std::uint64_t seed) {
        rng random(seed);
        const std::optional<profile> more = refined(base, known, random);
        if (!more) {
            return;
        }
        expect(defects(base, *more).empty(), "well-formed refinement", seed);
        const exact_answer found = brute_force(base, *more);
        for (std::size_t i = 0; i < exact.findings.size(); ++i) {
            const finding& before = exact.findings[i];
            const finding& after = found.findings[i];
            expect(before.truth == verdict::unknown || before.truth == after.truth, "refined verdict", seed);
            expect(before.low <= after.low && after.high <= before.high, "refined points", seed);
        }
        ++counts_["refinements"];
    }

    void print_all(const random_case& made, std::uint64_t seed, bool show) {
        const spelling how = varied_spelling(seed);
        const std::string rules = print_rules(made.base, how);
        counts_["bytes of rules"] += rules.size() + print_rules(made.base).size();
        if (show) {
            std::printf("=== seed %llu\n%s--- varied\n%s", static_cast<unsigned long long>(seed), print_rules(made.base).c_str(), rules.c_str());
        }
        for (const profile& known : made.profiles) {
            const std::string text = print_profile(made.base, known, how);
            const std::string json = print_profile_json(made.base, known, how).value_or("(no JSON)\n");
            counts_["profiles in JSON"] += json.front() == '{' ? 1 : 0;
            if (show && &known < &made.profiles[3]) {
                std::printf("--- profile\n%s--- varied\n%s--- JSON\n%s", print_profile(made.base, known).c_str(), text.c_str(), json.c_str());
                show_rows(made.base, known);
            }
        }
    }

    static void show_rows(const rule_base& base, const profile& known) {
        for (const advice_row& row : advice_rows(base, known)) {
            std::printf("    %s: %s %lld..%lld\n", row.role.c_str(), name_of(row.truth), static_cast<long long>(row.low),
                        static_cast<long long>(row.high));
        }
    }

    void exhaust() {
        for_each_small_case(64, [&](const rule_base& base, const profile& known) {
            const exact_answer exact = brute_force(base, known);
            const std::vector<kleene_finding> quick = kleene(base, known);
            for (std::size_t i = 0; i < quick.size(); ++i) {
                const bool sharp = exact.findings[i].truth == quick[i].truth;
                expect(sharp || quick[i].truth == verdict::unknown, "Kleene on small bodies", 0);
                counts_["small cases"] += 1;
                counts_["small cases unknown to Kleene only"] += sharp ? 0 : 1;
            }
        });
    }

    std::map<std::string, std::size_t> counts_;
    std::size_t failures_ = 0;
};

std::uint64_t argument(int count, char** given, int place, std::uint64_t otherwise) {
    return place < count ? std::strtoull(given[place], nullptr, 10) : otherwise;
}

}  // namespace
}  // namespace advise::tests

int main(int count, char** given) {
    using namespace advise::tests;
    const auto start = std::chrono::steady_clock::now();
    selfcheck all;
    all.run(argument(count, given, 1, 2000), argument(count, given, 2, 1), argument(count, given, 3, 0));
    const int status = all.report();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%-46s %10.2f\n%s\n", "seconds", took.count(), status == 0 ? "all well" : "FAILED");
    return status;
}
