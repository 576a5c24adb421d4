#include "hard_roles.hpp"

#include <advise/engine/rule_base.hpp>

#include <vector>

namespace advise::tests {
namespace {

class hard_base {
public:
    explicit hard_base(rng& random)
        : random_(random), levels_(3 + random.below(12)), numbers_(random.below(3)), choices_(random.below(2)), sets_(random.below(2)) {}

    std::string text() {
        std::string made;
        for (std::size_t i = 0; i < levels_; ++i) made += "fact f" + std::to_string(i) + ": level\n";
        for (std::size_t i = 0; i < numbers_; ++i) made += "fact n" + std::to_string(i) + ": number 0..9\n";
        for (std::size_t i = 0; i < choices_; ++i) made += "fact c" + std::to_string(i) + ": one of (red, green, blue, grey)\n";
        for (std::size_t i = 0; i < sets_; ++i) made += "fact s" + std::to_string(i) + ": any of (tea, milk, salt)\n";
        const std::size_t roles = 1 + random_.below(3);
        for (std::size_t r = 0; r < roles; ++r) made += role(r);
        return made;
    }

private:
    std::string role(std::size_t r) {
        std::string made = "role r" + std::to_string(r) + '\n';
        const std::size_t clauses = 2 + random_.below(4 * levels_), size = 2 + random_.below(3);
        for (std::size_t i = 0; i < clauses; ++i) made += (random_.chance(1, 12) ? "    unless " : "    requires ") + clause(size) + '\n';
        if (random_.chance(1, 4)) made += "    +2 " + test() + "\n    -1 " + test() + '\n';
        return made;
    }

    std::string clause(std::size_t size) {
        if (random_.chance(1, 8)) return "at least 2 of (" + list(size + 1, ", ") + ")";
        if (random_.chance(1, 12)) return "at most 1 of (" + list(size, ", ") + ")";
        return list(size, " or ");
    }

    std::string list(std::size_t size, const std::string& between) {
        std::string made;
        for (std::size_t i = 0; i < size; ++i) made += (i == 0 ? "" : between) + test();
        return made;
    }

    std::string test() {
        static const std::vector<std::string> words{"beginner", "intermediate", "advanced", "expert"}, colours{"red", "green", "blue", "grey"},
            things{"tea", "milk", "salt"};
        const std::string sign = random_.chance(1, 2) ? "not " : "";
        const std::size_t which = random_.below(levels_ + numbers_ + choices_ + sets_);
        if (which < levels_) return sign + "f" + std::to_string(which) + " >= " + random_.pick(words);
        if (which < levels_ + numbers_) return sign + number_test("n" + std::to_string(which - levels_));
        if (which < levels_ + numbers_ + choices_) return sign + "c0 in (" + colours[random_.below(2)] + ", " + colours[2 + random_.below(2)] + ")";
        return sign + "s0 includes " + random_.pick(things);
    }

    std::string number_test(const std::string& name) {
        const std::size_t least = random_.below(9);
        if (random_.chance(1, 2)) return name + " >= " + std::to_string(least + 1);
        return name + " in " + std::to_string(least) + ".." + std::to_string(least + random_.below(9 - least));
    }

    rng& random_;
    std::size_t levels_, numbers_, choices_, sets_;
};

}  // namespace

std::string hard_rules(rng& random) { return hard_base(random).text(); }

engine::facts some_person(const engine::rule_base& rules, rng& random) {
    engine::facts person;
    const std::size_t known_of_ten = random.below(8);
    for (engine::fact_id f = 0; f < rules.facts.size(); ++f) {
        engine::known_fact known = engine::whole_domain(rules, f);
        if (random.chance(known_of_ten, 10)) {
            const std::int64_t unit = rules.facts[f].type == engine::fact_type::number ? 1'000'000 : 1;
            known.mentioned = true;
            for (std::uint8_t& option : known.options) option = static_cast<std::uint8_t>(random.below(3));
            known.from += unit * random.between(0, (known.to - known.from) / unit);
            if (random.chance(3, 4)) known.to = known.from;
        }
        person.known.push_back(std::move(known));
    }
    return person;
}

}  // namespace advise::tests
