// The name index, and labels that mean two things.
#include "loader.hpp"

#include <algorithm>
#include <tuple>

namespace advise::engine::loading {
namespace {

using tables = name_index::tables;

void index_terms(draft& d, tables& names) {
    names.named.assign(d.symbols.size(), nothing);
    for (symbol s = 0; s < d.uses.size(); ++s) {
        const name_use& use = d.uses[d.resolved(s)];
        if (use.kind == name_kind::fact) names.named[s] = use.of;
        if (use.kind == name_kind::conclusion) names.named[s] = use.of | tables::conclusion_bit;
    }
}

void report_two_meanings(draft& d, const label_draft& first, const label_draft& again) {
    grammar::diagnostic& found =
        d.error(message::name_means_two, again.at, {d.spelling_at(again.at), labelled_term(d.rules, first), labelled_term(d.rules, again)});
    d.note(found, message::note_other_name_here, first.at, {labelled_term(d.rules, first)}).help.push_back({message::help_rename_fact, {}});
}

/// The labels of all facts, or of all conclusions, by name.
std::vector<tables::label> index_labels(draft& d, label_of kind) {
    std::vector<const label_draft*> labels;
    for (const label_draft& label : d.labels)
        if (label.kind == kind) labels.push_back(&label);
    std::stable_sort(labels.begin(), labels.end(), [](const label_draft* a, const label_draft* b) { return a->name < b->name; });
    std::vector<tables::label> by_name;
    const label_draft* before = nullptr;
    for (const label_draft* label : labels) {
        if (before == nullptr || before->name != label->name) {
            by_name.push_back({label->name, label->of});
            before = label;
        } else if (before->of != label->of) {
            report_two_meanings(d, *before, *label);
        }
    }
    return by_name;
}

/// A name of a level or option; a label comes after the terms of its owner.
struct candidate {
    tables::value_name value;
    const label_draft* label;
};

bool before(const candidate& a, const candidate& b) {
    const bool a_label = a.label != nullptr, b_label = b.label != nullptr;
    return std::tie(a.value.owner, a.value.name, a_label) < std::tie(b.value.owner, b.value.name, b_label);
}

void index_values(draft& d, tables& names) {
    const auto scales = static_cast<std::uint32_t>(d.scales.size());
    std::vector<candidate> found;
    for (std::uint32_t s = 0; s < scales; ++s)
        for (std::uint32_t i = 0; i < d.scales[s].levels.size(); ++i) found.push_back({{s, d.scales[s].levels[i], i}, nullptr});
    names.owners.resize(d.facts.size());
    for (fact_id f = 0; f < d.facts.size(); ++f) {
        const fact& of = d.rules.facts[f];
        names.owners[f] = of.type == fact_type::level ? of.scale : scales + f;
        for (std::uint32_t i = 0; i < of.options.size(); ++i)
            found.push_back({{scales + f, d.option_names[d.facts[f].first_option + i], i}, nullptr});
    }
    for (const label_draft& label : d.labels) {
        if (label.kind == label_of::level) found.push_back({{label.of, label.name, label.index}, &label});
        if (label.kind == label_of::option) found.push_back({{scales + label.of, label.name, label.index}, &label});
    }
    std::stable_sort(found.begin(), found.end(), before);
    names.values.own().reserve(found.size());
    const candidate* first = nullptr;
    for (const candidate& c : found) {
        if (first == nullptr || first->value.owner != c.value.owner || first->value.name != c.value.name) {
            names.values.push_back(c.value);
            first = &c;
        } else if (c.label != nullptr && first->label != nullptr && first->value.index != c.value.index) {
            report_two_meanings(d, *first->label, *c.label);
        }
    }
}

}  // namespace

void settle_index(draft& d) {
    tables& names = *d.rules.names.data;
    index_terms(d, names);
    names.fact_labels = index_labels(d, label_of::fact);
    names.conclusion_labels = index_labels(d, label_of::conclusion);
    index_values(d, names);
}

}  // namespace advise::engine::loading
