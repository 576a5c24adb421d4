#include "value_list.hpp"

#include <algorithm>

namespace advise::cli {
namespace {

constexpr std::size_t most_items = 6;

/// Parts of the line, the ones without a line of the profile gathered behind the others.
class gatherer {
public:
    explicit gatherer(const words& speak) : speak_(speak) {}

    void add(const std::string& item, std::string name, engine::fact_id f) {
        const engine::known_fact& k = speak_.person().known[f];
        if (!k.lines.empty()) said_.push_back(item);
        else (speak_.person().closed && k.decided() ? closed_ : absent_).push_back(std::move(name));
    }
    void add(const std::string& item) { said_.push_back(item); }

    [[nodiscard]] std::vector<std::string> parts(bool as_list) const {
        std::vector<std::string> all = said_;
        if (all.size() > most_items) all.resize(most_items);
        if (as_list && !all.empty()) all = {speak_.say_it(say::missing_are, {speak_.list_and(all)})};
        gather(all, absent_, say::missing);
        gather(all, closed_, say::missing_closed);
        return all;
    }

private:
    void gather(std::vector<std::string>& into, const std::vector<std::string>& names, say how) const {
        if (!names.empty()) into.push_back(sentence_start(speak_.say_it(say::fact_is, {speak_.say_it(how), speak_.short_list(names, most_items)})));
    }

    const words& speak_;
    std::vector<std::string> said_, absent_, closed_;
};

std::string joined(const std::vector<std::string>& parts, const words& speak) {
    std::string out;
    for (const std::string& one : parts) out = out.empty() ? one : speak.say_it(say::between_facts, {out, one});
    return out;
}

}  // namespace

std::string value_list::values(const std::vector<engine::fact_id>& facts) {
    gatherer parts(speak_);
    for (const engine::fact_id f : facts) {
        if (std::find(told_.begin(), told_.end(), f) != told_.end()) continue;
        told_.push_back(f);
        const std::string name = speak_.fact(f);
        parts.add(sentence_start(speak_.say_it(say::fact_is, {name, speak_.known_with_line(f)})), name, f);
    }
    return joined(parts.parts(false), speak_);
}

std::string value_list::name_of(const proof_reader::lack& one) const {
    const engine::proof_node& n = proof_.node(one.node);
    if (n.kind != engine::condition_kind::conclusion) return speak_.condition(n.condition, one.negated);
    const std::string name = in_quotes(speak_.conclusion_inside(n.conclusion), speak_.language());
    return one.negated ? speak_.say_it(say::not_conclusion, {name}) : name;
}

engine::fact_id value_list::fact_of(const proof_reader::lack& one) const {
    const engine::proof_node& n = proof_.node(one.node);
    return n.kind == engine::condition_kind::test ? speak_.rules().conditions[n.condition].subject : engine::nothing;
}

std::string value_list::missing(proof_reader::node_id node) const {
    gatherer parts(speak_);
    for (const proof_reader::lack& one : proof_.lacking(node)) {
        const std::string name = name_of(one);
        const engine::fact_id f = fact_of(one);
        if (f == engine::nothing) parts.add(name);
        else parts.add(speak_.say_it(say::known_on_line, {name, speak_.known_briefly(f)}), name, f);
    }
    return joined(parts.parts(true), speak_);
}

}  // namespace advise::cli
