#include "same_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace advise::cli::lsp {
namespace {

using identity = std::tuple<name_space, std::string, std::string>;

/// What each name of some files names.
class identities {
public:
    explicit identities(const project& of) {
        for (const text_file& file : of.files) names_.add(file);
        for (const occurrence& each : names_.all()) {
            if (each.space == name_space::labels) labels_[each.key].push_back(&each);
            else if (each.as != standing::used) declared_.insert(itself(each));
        }
    }

    [[nodiscard]] const std::vector<occurrence>& all() const { return names_.all(); }

    [[nodiscard]] identity of(const occurrence& name) const {
        identity own = itself(name);
        if (name.as != standing::used || declared_.contains(own)) return own;
        const occurrence* label = label_of(name);
        return label == nullptr ? own : itself(*label);
    }

private:
    [[nodiscard]] identity itself(const occurrence& name) const { return {name.space, names_.resolved(name.space, name.key), names_.owner(name)}; }

    /// As name_table::label_meant, of the labels by their keys.
    [[nodiscard]] const occurrence* label_of(const occurrence& used) const {
        const auto found = labels_.find(used.key);
        if (found == labels_.end()) return nullptr;
        for (const occurrence* each : found->second) {
            const std::string of = names_.owner(*each);
            const std::size_t end = of.find('\n');
            const bool fits = used.space == name_space::values ? end != of.npos && of.substr(0, end) == names_.owner(used)
                                                               : used.space == name_space::things && end == of.npos && of.starts_with(owned_by_thing);
            if (fits) return each;
        }
        return nullptr;
    }

    name_table names_;
    std::set<identity> declared_;
    std::map<std::string, std::vector<const occurrence*>> labels_;
};

}  // namespace

bool same_names(const project& before, const project& after) {
    const identities old(before), now(after);
    if (old.all().size() != now.all().size()) return false;
    std::map<identity, identity> forward, back;
    for (std::size_t i = 0; i < old.all().size(); ++i) {
        const occurrence &a = old.all()[i], &b = now.all()[i];
        if (a.file != b.file || a.space != b.space || a.as != b.as) return false;
        const identity was = old.of(a), is = now.of(b);
        if (forward.try_emplace(was, is).first->second != is || back.try_emplace(is, was).first->second != was) return false;
    }
    return true;
}

bool same_person(const engine::facts& before, const engine::facts& after) {
    const auto same = [](const engine::known_fact& a, const engine::known_fact& b) {
        return a.from == b.from && a.to == b.to && a.options == b.options && a.mentioned == b.mentioned && a.never_ask == b.never_ask;
    };
    return before.closed == after.closed && std::equal(before.known.begin(), before.known.end(), after.known.begin(), after.known.end(), same);
}

bool same_tests(const engine::rule_base& before, const engine::rule_base& after) {
    const auto same = [&](const engine::test_block& a, const engine::test_block& b) {
        grammar::diagnostics of_a, of_b;
        const engine::facts was = engine::bind_given(a, before, of_a), is = engine::bind_given(b, after, of_b);
        return same_person(was, is) && of_a.sorted().size() == of_b.sorted().size();
    };
    return std::equal(before.tests.begin(), before.tests.end(), after.tests.begin(), after.tests.end(), same);
}

}  // namespace advise::cli::lsp
