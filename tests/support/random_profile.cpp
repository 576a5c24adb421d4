#include <algorithm>
#include <numeric>

#include "brute_force.hpp"
#include "random_base.hpp"

namespace advise::tests {
namespace {

// How much a profile says; `repeated` leaves open just the facts that stand in several tests, where
// exact evaluation and Kleene's part.
enum class manner { nothing, little, mixed, bounds, repeated, all };

class profile_maker {
public:
    profile_maker(rng& random, const rule_base& base, const random_options& options)
        : random_(random), base_(base), options_(options), uses_(base.facts.size(), 0) {
        visit_tests(base, [&](std::size_t subject, const fact_test&) { ++uses_[subject]; });
    }

    profile run() {
        static const std::vector<manner> usual{manner::nothing, manner::little, manner::little,   manner::mixed,
                                               manner::mixed,   manner::bounds, manner::repeated, manner::all};
        const manner how = random_.pick(usual);
        std::vector<std::size_t> order(base_.facts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        random_.shuffle(order);
        for (const std::size_t index : order) {
            speak_of(index, how);
        }
        made_.closed = random_.chance(1, 6);
        // Wide profiles are narrowed one fact at a time until brute force is quick.
        while (count_completions(possible_values(base_, made_), options_.max_completions) > options_.max_completions) {
            know(random_.below(base_.facts.size()));
        }
        return made_;
    }

private:
    void speak_of(std::size_t index, manner how) {
        const std::size_t die = random_.below(12);
        switch (how) {
        case manner::nothing: break;
        case manner::little: die < 3 ? know(index) : void(); break;
        case manner::mixed: die < 5 ? know(index) : die < 8 ? bound(index) : die < 9 ? leave_open(index) : void(); break;
        case manner::bounds: die < 9 ? bound(index) : die < 10 ? know(index) : void(); break;
        case manner::repeated: uses_[index] < 2 ? know(index) : die < 2 ? bound(index) : void(); break;
        case manner::all: know(index); break;
        }
    }

    void forget(std::size_t index) {
        const auto of_fact = [&](const answer& line) { return line.subject == index; };
        made_.answers.erase(std::remove_if(made_.answers.begin(), made_.answers.end(), of_fact), made_.answers.end());
    }

    void say(std::size_t index, answer_kind kind, value first = 0, value last = 0) { made_.answers.push_back({index, kind, first, last}); }

    void know(std::size_t index) {
        forget(index);
        say(index, answer_kind::exactly, random_value(random_, base_, index));
    }

    void leave_open(std::size_t index) { say(index, answer_kind::unknown); }

    void bound(std::size_t index) {
        switch (base_.facts[index].type) {
        case fact_type::level:
        case fact_type::number: bound_order(index); break;
        case fact_type::any_of: bound_set(index); break;
        case fact_type::yes_no:
        case fact_type::one_of: leave_open(index); break;
        }
    }

    void bound_order(std::size_t index) {
        const bool number = base_.facts[index].type == fact_type::number;
        const value here = random_value(random_, base_, index);
        const value there = random_value(random_, base_, index);
        const value low = std::min(here, there);
        const value high = std::max(here, there);
        switch (random_.below(6)) {
        case 0: say(index, answer_kind::at_least, beyond(index, low, -1)); break;
        case 1: say(index, answer_kind::at_most, beyond(index, high, 1)); break;
        case 2: can_be_affirmed(index) ? say(index, answer_kind::affirmed) : leave_open(index); break;
        case 3:  // two lines on one fact
            say(index, answer_kind::at_least, low);
            say(index, answer_kind::at_most, high);
            break;
        case 4:
            say(index, answer_kind::at_most, high);
            say(index, answer_kind::exactly, low);
            break;
        default: number ? say(index, answer_kind::between, low, high) : say(index, answer_kind::at_least, low); break;
        }
    }

    // A bound may lie outside the range of a number, as long as a value remains.
    value beyond(std::size_t index, value limit, value direction) {
        const bool outside = base_.facts[index].type == fact_type::number && random_.chance(1, 8);
        return outside ? std::clamp(limit + direction * 100 * one, -greatest_number, greatest_number) : limit;
    }

    // `yes` is looked up among the levels first, so on a scale with a level `yes` it is that level.
    bool can_be_affirmed(std::size_t index) {
        const fact& about = base_.facts[index];
        if (about.type == fact_type::number) {
            return !about.greatest || *about.greatest > 0;
        }
        return !find_name(value_names(base_, about), "yes");
    }

    void bound_set(std::size_t index) {
        const std::size_t options = base_.facts[index].options.size();
        for (std::size_t lines = 1 + random_.below(2); lines > 0; --lines) {
            say(index, answer_kind::includes, static_cast<value>(random_.below(options)));
        }
    }

    rng& random_;
    const rule_base& base_;
    const random_options& options_;
    std::vector<std::size_t> uses_;
    profile made_;
};

}  // namespace

profile random_profile(rng& random, const rule_base& base, const random_options& options) { return profile_maker(random, base, options).run(); }

}  // namespace advise::tests
