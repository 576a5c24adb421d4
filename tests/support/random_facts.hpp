#pragma once

// Scales and facts for random_base, and the names that both facts and conclusions take.

#include "random_base.hpp"

namespace advise::tests {

// Names in random order, each given once. The pools are larger than any rule base needs.
class name_bag {
public:
    name_bag(rng& random, std::vector<std::string> names) : random_(random), names_(std::move(names)) { random.shuffle(names_); }

    std::string take() {
        std::string name = names_.back();
        names_.pop_back();
        return name;
    }
    std::vector<std::string> take_aliases(bool wanted) {
        return wanted && random_.chance(1, 4) ? std::vector<std::string>{take()} : std::vector<std::string>{};
    }

private:
    rng& random_;
    std::vector<std::string> names_;
};

// Half of the nasty names are for facts and half for conclusions.
name_bag fact_names(rng& random, bool nasty);
name_bag conclusion_names(rng& random, bool nasty);

class fact_maker {
public:
    fact_maker(rng& random, feature_set on) : random_(random), on_(on), names_(fact_names(random, this->on(feature::nasty_names))) {}

    void make(rule_base& base, std::size_t facts);

private:
    bool on(feature asked) const { return on_.test(static_cast<std::size_t>(asked)); }
    void make_scales(rule_base& base);
    fact make_fact(const rule_base& base);
    fact_type make_type();
    void declare(const rule_base& base, fact& made);
    void make_range(fact& made);
    void make_options(fact& made);

    rng& random_;
    feature_set on_;
    name_bag names_;
};

}  // namespace advise::tests
