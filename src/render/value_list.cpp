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
        if (!k.lines.empty() || speak_.counts_as_option(f)) said_.push_back(item);
        else (speak_.person().closed && k.decided() ? closed_ : absent_).push_back(std::move(name));
    }
    void add(const std::string& item) { said_.push_back(item); }
    void add_barring(const std::string& item) { barring_.push_back(item); }

    [[nodiscard]] std::vector<std::string> parts(bool as_list) const {
        std::vector<std::string> all = said_;
        if (as_list && !all.empty()) all = {speak_.say_it(say::missing_are, {speak_.short_list(all, most_items)})};
        if (all.size() > most_items) all.resize(most_items);
        gather(all, absent_, say::missing);
        gather(all, closed_, say::missing_closed);
        if (!barring_.empty()) all.push_back(speak_.say_it(say::in_the_way, {speak_.short_list(barring_, most_items)}));
        return all;
    }

private:
    void gather(std::vector<std::string>& into, const std::vector<std::string>& names, say how) const {
        if (!names.empty()) into.push_back(sentence_start(speak_.say_it(say::fact_is, {speak_.say_it(how), speak_.short_list(names, most_items)})));
    }

    const words& speak_;
    std::vector<std::string> said_, absent_, closed_, barring_;
};

std::string joined(const std::vector<std::string>& parts, const words& speak) {
    std::string out;
    for (const std::string& one : parts) out = out.empty() ? one : speak.say_it(say::between_facts, {out, one});
    return out;
}

}  // namespace

std::string value_list::values(const std::vector<engine::fact_id>& facts) {
    if (std::all_of(facts.begin(), facts.end(), [&](engine::fact_id f) { return told_[f]; })) return {};
    gatherer parts(speak_);
    for (const engine::fact_id f : facts) {
        told_[f] = true;
        const std::string name = speak_.fact(f);
        parts.add(sentence_start(speak_.say_it(say::fact_is, {name, speak_.known_with_line(f)})), name, f);
    }
    return joined(parts.parts(false), speak_);
}

std::string value_list::name_of(const proof_reader::lack& one) const {
    const engine::proof_node& n = proof_.node(one.node);
    if (n.kind != engine::condition_kind::conclusion) return speak_.condition(n.condition);
    return in_quotes(speak_.conclusion_inside(n.conclusion), speak_.language());
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
        const std::string item = f == engine::nothing ? name : speak_.say_it(say::known_on_line, {name, speak_.known_briefly(f)});
        if (one.negated) parts.add_barring(item);
        else if (f == engine::nothing) parts.add(item);
        else parts.add(item, name, f);
    }
    return joined(parts.parts(true), speak_);
}

}  // namespace advise::cli
