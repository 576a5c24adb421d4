#include "workload.hpp"

#include <fmt/format.h>

#include <iterator>

namespace advise::bench {
namespace {

constexpr const char* levels[] = {"none", "beginner", "intermediate", "advanced", "expert"};
constexpr std::uint32_t layers = concept_layers;

class numbers {
public:
    explicit numbers(std::uint64_t seed) : state_(seed * 2654435761u + 88172645463325252ULL) {}
    std::uint32_t below(std::uint32_t n) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return static_cast<std::uint32_t>((state_ >> 33) % n);
    }
    bool chance(std::uint32_t percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

expression leaf(numbers& random, std::uint32_t attributes, std::uint32_t concepts, std::uint32_t concept_percent) {
    expression e;
    e.negated = random.chance(12);
    if (concepts > 0 && random.chance(concept_percent)) {
        e.of = expression::kind::concept_;
        e.subject = random.below(concepts);
    } else {
        e.subject = random.below(attributes);
        e.level = 1 + random.below(4);
    }
    return e;
}

expression operation(numbers& random, std::uint32_t attributes, std::uint32_t concepts, std::uint32_t concept_percent, bool nested) {
    expression e;
    const std::uint32_t size = nested ? 2 + random.below(2) : 2 + random.below(5);
    for (std::uint32_t i = 0; i < size; ++i)
        e.parts.push_back(!nested && random.chance(20) ? operation(random, attributes, concepts, concept_percent, true)
                                                       : leaf(random, attributes, concepts, concept_percent));
    const std::uint32_t which = random.below(100);
    e.of = which < 45 ? expression::kind::all : which < 80 || size < 3 ? expression::kind::any : expression::kind::count;
    if (e.of == expression::kind::count) e.least = 2 + random.below(size - 2);
    return e;
}

void print_rules(std::string& out, const expression& e, bool top) {
    if (e.negated) out += "not ";
    switch (e.of) {
    case expression::kind::at_level: fmt::format_to(std::back_inserter(out), "a{:04} >= {}", e.subject, levels[e.level]); return;
    case expression::kind::concept_: fmt::format_to(std::back_inserter(out), "c{:06}", e.subject); return;
    case expression::kind::count: fmt::format_to(std::back_inserter(out), "at least {} of (", e.least); break;
    default:
        if (!top) out += '(';
    }
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
        if (i > 0) out += e.of == expression::kind::all ? " and " : e.of == expression::kind::any ? " or " : ", ";
        print_rules(out, e.parts[i], e.of == expression::kind::count);
    }
    if (!top || e.of == expression::kind::count) out += ')';
}

void print_sql(std::string& out, const expression& e) {
    if (e.negated) out += "(1-";
    if (e.of == expression::kind::at_level) fmt::format_to(std::back_inserter(out), "(a{}>={})", e.subject, e.level);
    else if (e.of == expression::kind::concept_) fmt::format_to(std::back_inserter(out), "c{}", e.subject);
    else {
        out += '(';
        for (std::size_t i = 0; i < e.parts.size(); ++i) {
            if (i > 0) out += e.of == expression::kind::all ? " AND " : e.of == expression::kind::any ? " OR " : "+";
            print_sql(out, e.parts[i]);
        }
        out += ')';
        if (e.of == expression::kind::count) out = out + fmt::format(">={}", e.least);
    }
    if (e.negated) out += ')';
}

}  // namespace

workload make_workload(std::uint32_t attributes, std::uint32_t concepts, std::uint32_t roles, std::uint64_t seed) {
    numbers random(seed);
    workload made;
    made.attributes = attributes;
    for (std::uint32_t i = 0; i < concepts; ++i) {
        const auto layer = static_cast<std::uint32_t>(std::uint64_t{i} * layers / concepts);
        made.concepts.push_back(operation(random, attributes, static_cast<std::uint32_t>(std::uint64_t{layer} * concepts / layers), 50, false));
    }
    for (std::uint32_t i = 0; i < roles; ++i) made.roles.push_back(operation(random, attributes, concepts, 75, false));
    return made;
}

std::string as_rules(const workload& w) {
    std::string out;
    for (std::uint32_t a = 0; a < w.attributes; ++a) fmt::format_to(std::back_inserter(out), "fact a{:04}: level\n", a);
    for (std::size_t c = 0; c < w.concepts.size(); ++c) {
        fmt::format_to(std::back_inserter(out), "concept c{:06}\n    when ", c);
        print_rules(out, w.concepts[c], true);
        out += '\n';
    }
    for (std::size_t r = 0; r < w.roles.size(); ++r) {
        fmt::format_to(std::back_inserter(out), "role r{:04}\n    when ", r);
        print_rules(out, w.roles[r], true);
        out += '\n';
    }
    return out;
}

// One subquery for each layer, as one would write it by hand.
std::string as_sql(const workload& w, const std::string& values) {
    std::string from = "(SELECT ";
    from += values;
    from += ")";
    const std::size_t count = w.concepts.size();
    for (std::uint32_t layer = 0; layer < layers; ++layer) {
        std::string select = "(SELECT *";
        for (std::size_t c = 0; c < count; ++c) {
            if (c * layers / count != layer) continue;
            select += ", ";
            print_sql(select, w.concepts[c]);
            select += fmt::format(" AS c{}", c);
        }
        from = select + " FROM " + from + " LIMIT 1)";
    }
    std::string all = "SELECT ";
    for (std::size_t r = 0; r < w.roles.size(); ++r) {
        if (r > 0) all += ", ";
        print_sql(all, w.roles[r]);
    }
    return all + " FROM " + from + ";\n";
}

listed make_profile(const workload& w, std::uint64_t seed, double density, bool closed) {
    numbers random(seed + 77);
    listed made;
    for (std::uint32_t a = 0; a < w.attributes; ++a) {
        const bool given = random.below(1000) < static_cast<std::uint32_t>(density * 1000);
        const std::uint32_t level = given ? 1 + random.below(4) : 0;
        made.levels.push_back(level);
        if (given) fmt::format_to(std::back_inserter(made.text), "a{:04}: {}\n", a, levels[level]);
        fmt::format_to(std::back_inserter(made.values), "{}{} AS a{}", a > 0 ? ", " : "", level, a);
    }
    if (closed) made.text += "otherwise: no\n";
    return made;
}

}  // namespace advise::bench
