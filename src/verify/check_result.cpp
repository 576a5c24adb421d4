// A result of `advise --json` or `advise explain --json` from its head to its last entry.
#include "checking.hpp"

#include <algorithm>
#include <tuple>

namespace advise::verify {
namespace {

const json* advice_of(checking& c) { return c.member(aspect::completeness, c.result, "", "advice", json::kind::array); }

std::string string_in(const json& object, std::string_view name) {
    const json* found = object.find(name);
    return found != nullptr && found->is == json::kind::string ? found->string : std::string();
}

std::optional<std::int64_t> number_in(const json* object, std::string_view name) {
    const json* found = object == nullptr ? nullptr : object->find(name);
    if (found == nullptr || found->is != json::kind::number) return std::nullopt;
    return found->number;
}

constexpr std::size_t shown_of_hash = 12;

/// Whoever checks a result with other rules than it was made with should hear which those are, and what to do.
void refuse_hash(checking& c, const std::string& where, const std::string& named, const std::string& name, const std::string& hash, why other) {
    if (other != why::other_rules) return c.refuse(aspect::hashes, where, other, {name});
    const bool embedded = named.starts_with("builtin:") && !name.starts_with("builtin:");
    c.refuse(aspect::hashes, where, embedded ? why::other_rules_than_given : other, {named + " (SHA-256 " + hash.substr(0, shown_of_hash) + "…)", name});
}

void check_hash(checking& c, const json& file, const std::string& where, const std::string& name, const std::string& sha256, why other) {
    const json* hash = c.member(aspect::hashes, file, where, "sha256", json::kind::string);
    const json* path = c.member(aspect::hashes, file, where, "path", json::kind::string);
    if (hash != nullptr && hash->string != sha256) refuse_hash(c, where + ".sha256", path == nullptr ? "?" : path->string, name, hash->string, other);
    // A name is how the result calls the file, nothing more: on another machine it has another.
    if (path != nullptr && path->string != name) c.out.not_checked.push_back({where + ".path", why::named_differently, {name}});
}

/// What Kleene's tables or a split prove; where neither does it is refused.
void check_proofs(checking& c, const claims& of) {
    const json* split = c.result.find("advice") == nullptr ? nullptr : of.entry->find("split");
    if (!of.exact) {
        if (split == nullptr || split->is != json::kind::null) c.refuse(aspect::splits, of.where + ".split", why::needless, {"exact: false"});
        if (of.verdict != of.kleene) c.refuse(aspect::verdicts, of.where + ".verdict", why::differs, {name_of(of.verdict), name_of(of.kleene)});
        const bool enclosed = of.points == of.kleene_points;
        if (!enclosed) c.refuse(aspect::points, of.where + ".points", why::not_proved, {std::to_string(of.kleene_points.low) + ".." + std::to_string(of.kleene_points.high)});
        const bool needs_no_work = of.kleene != truth::unknown && of.kleene_points.low == of.kleene_points.high;
        if (needs_no_work) c.refuse(aspect::exact, of.where + ".exact", why::differs, {"false", "true"});
        else c.leave(aspect::exact, of.where + ".exact", why::limit_claimed);
        return;
    }
    check_splits(c, of);
}

/// Of an entry that cannot be read nothing is proved.
void pass_over_entry(checking& c) {
    using enum aspect;
    c.pass_over({verdicts, points, exact, order, witnesses, canonical_witnesses, splits, open});
}

void check_entry(checking& c, claims of) {
    const json& entry = *of.entry;
    const verify::conclusion& about = c.base.conclusions[of.conclusion];
    of.order = below(c.base, {about.node});
    of.rests_on = rests_on(c.base, of.conclusion);
    of.kleene = c.kleene[about.node];
    of.kleene_points = kleene_points(about, c.kleene);
    c.leave_unknown_fields(entry, of.where, {"role", "label", "verdict", "exact", "points", "open", "witness", "proof", "split"});
    const std::size_t node = c.node_of[about.node];
    if (node != none) c.compare_member(aspect::nodes, entry, of.where, "proof", json::of(static_cast<std::int64_t>(node)));
    std::int64_t max = 0;
    for (const clause& each : about.clauses) max += std::max<std::int64_t>(each.points, 0);
    const json* verdict = c.member(aspect::verdicts, entry, of.where, "verdict", json::kind::string);
    const json* exact = c.member(aspect::exact, entry, of.where, "exact", json::kind::boolean);
    const json* points = c.member(aspect::points, entry, of.where, "points", json::kind::object);
    if (points != nullptr) c.compare_member(aspect::points, *points, of.where + ".points", "max", json::of(max));
    if (points != nullptr) c.leave_unknown_fields(*points, of.where + ".points", {"low", "high", "max"});
    const json* low = points == nullptr ? nullptr : c.member(aspect::points, *points, of.where + ".points", "low", json::kind::number);
    const json* high = points == nullptr ? nullptr : c.member(aspect::points, *points, of.where + ".points", "high", json::kind::number);
    const auto claimed = verdict == nullptr ? std::nullopt : truth_named(verdict->string);
    if (verdict != nullptr && !claimed) c.refuse(aspect::verdicts, of.where + ".verdict", why::not_a, {"\"yes\", \"no\", \"unknown\""});
    if (!claimed || exact == nullptr || low == nullptr || high == nullptr) return pass_over_entry(c);
    of.verdict = *claimed;
    of.exact = exact->truth;
    of.points = {low->number, high->number};
    check_proofs(c, of);
    check_witnesses(c, of);
    check_by_all_states(c, of);
}

/// The languages in which labels may be: the rule base's, or that of `--lang`.
bool label_fits(const checking& c, const conclusion& about, const std::string& label, const std::string& language) {
    for (const std::string& wanted : {language, c.base.language}) {
        const auto found = about.labels.find(wanted);
        if (found != about.labels.end()) return found->second == label;
    }
    return label == about.term;
}

}  // namespace

void check_files(checking& c) {
    const json* files = c.member(aspect::hashes, c.result, "", "rules", json::kind::array);
    for (std::size_t i = 0; files != nullptr && i < std::min(files->items.size(), c.base.files.size()); ++i) {
        const read_file& own = c.base.files[i];
        check_hash(c, files->items[i], indexed("rules", i), own.text->name(), own.sha256, i == 0 ? why::other_rules : why::rules_differ);
        c.leave_unknown_fields(files->items[i], indexed("rules", i), {"path", "sha256"});
    }
    if (files != nullptr && files->items.size() != c.base.files.size() && c.out.refusals == 0)
        c.refuse(aspect::hashes, "rules", why::files_differ, {std::to_string(files->items.size()), std::to_string(c.base.files.size())});
    const json* profile = c.member(aspect::hashes, c.result, "", "profile", json::kind::object);
    if (profile == nullptr) return;
    check_hash(c, *profile, "profile", c.asked.profile->file->name(), c.asked.profile_sha256, why::profile_differs);
    c.compare_member(aspect::hashes, *profile, "profile", "closed", json::of(c.who.closed));
    c.leave_unknown_fields(*profile, "profile", {"path", "sha256", "closed"});
}

std::vector<std::size_t> check_roles(checking& c, bool all_roles) {
    std::vector<std::size_t> about;
    const json* advice = advice_of(c);
    std::set<std::size_t> seen;
    for (std::size_t i = 0; advice != nullptr && i < advice->items.size(); ++i) {
        const std::string where = indexed("advice", i);
        const std::string role = string_in(advice->items[i], "role");
        const auto known = std::find_if(c.base.conclusions.begin(), c.base.conclusions.end(), [&](const conclusion& one) { return one.term == role; });
        const bool fits = known != c.base.conclusions.end() && (known->is_role || !all_roles);
        about.push_back(fits ? static_cast<std::size_t>(known - c.base.conclusions.begin()) : none);
        if (!fits) c.refuse(aspect::completeness, where + ".role", why::no_such_role, {role});
        else if (!seen.insert(about.back()).second) c.refuse(aspect::completeness, where + ".role", why::second_entry, {role});
    }
    for (std::size_t r = 0; all_roles && r < c.base.conclusions.size(); ++r)
        if (c.base.conclusions[r].is_role && !seen.contains(r)) c.refuse(aspect::completeness, "advice", why::role_left_out, {c.base.conclusions[r].term});
    if (!all_roles && about.size() != 1) c.refuse(aspect::completeness, "advice", why::differs, {std::to_string(about.size()), "1"});
    return about;
}

void check_advice(checking& c, const std::vector<std::size_t>& about) {
    if (about.empty() && c.result.find("advice") == nullptr) pass_over_entry(c);
    for (std::size_t i = 0; i < about.size(); ++i) {
        if (about[i] == none) {
            pass_over_entry(c);
            c.pass_over({aspect::labels});
            continue;
        }
        claims of;
        of.where = indexed("advice", i);
        of.entry = &c.result.find("advice")->items[i];
        of.conclusion = about[i];
        check_entry(c, std::move(of));
    }
}

void check_order(checking& c, const std::vector<std::size_t>& about) {
    using rank = std::tuple<int, std::int64_t, std::int64_t, std::size_t>;
    const json* advice = c.result.find("advice");
    rank before;
    bool comparable = false;
    for (std::size_t i = 0; i < about.size(); ++i) {
        const json* points = advice->items[i].find("points");
        const auto verdict = truth_named(string_in(advice->items[i], "verdict"));
        const auto low = number_in(points, "low"), high = number_in(points, "high");
        const bool readable = about[i] != none && verdict && low && high;
        if (!readable) {
            comparable = false;
            continue;
        }
        const rank here{-static_cast<int>(*verdict), -*low, -*high, about[i]};
        if (comparable && here < before) c.refuse(aspect::order, indexed("advice", i), why::out_of_order, {string_in(advice->items[i - 1], "role")});
        before = here;
        comparable = true;
    }
}

void check_labels(checking& c, const std::vector<labelled>& all) {
    std::vector<std::string> languages{c.base.language, "en", "fa"};
    for (const labelled& each : all) {
        const json* label = c.member(aspect::labels, *each.in, each.where, "label", json::kind::string);
        if (label == nullptr) continue;
        const conclusion& of = c.base.conclusions[each.conclusion];
        std::vector<std::string> fitting;
        for (const std::string& language : languages)
            if (label_fits(c, of, label->string, language)) fitting.push_back(language);
        if (fitting.empty()) c.refuse(aspect::labels, each.where.empty() ? "label" : each.where + ".label", why::labels_of_no_language, {label->string, of.term});
        else languages = std::move(fitting);
    }
}

namespace {

void check_labels_of_advice(checking& c, const std::vector<std::size_t>& about) {
    std::vector<labelled> all;
    for (std::size_t i = 0; i < about.size(); ++i)
        if (about[i] != none) all.push_back({indexed("advice", i), &c.result.find("advice")->items[i], about[i]});
    check_labels(c, all);
}

void check_advice_result(checking& c, bool all_roles) {
    check_files(c);
    const std::vector<std::size_t> about = check_roles(c, all_roles);
    check_nodes(c, about);
    check_advice(c, about);
    check_order(c, about);
    check_labels_of_advice(c, about);
    c.leave_unknown_fields(c.result, "", {"id", "schema", "rules", "profile", "advice", "reasons", "nodes", "diagnostics"});
    if (c.member(aspect::completeness, c.result, "", "diagnostics", json::kind::array) != nullptr)
        c.out.not_checked.push_back({"diagnostics", why::for_people, {}});
    using enum aspect;
    c.finish({hashes, nodes, verdicts, points, exact, order, completeness, witnesses, canonical_witnesses, splits, open, labels});
    const bool with_reasons = c.result.find("reasons") != nullptr, of_one = !all_roles && about.size() == 1 && about.front() != none;
    if (with_reasons && of_one) check_reasons(c, about.front());
    else if (with_reasons && all_roles) c.out.not_checked.push_back({"reasons", why::unknown_field, {}});
}

}  // namespace

outcome check(const request& asked, file_source& files) {
    outcome made;
    try {
        const rules base = read_rules(asked.roots, files, made.found, made.texts);
        made.language = base.language;
        const person who = read_profile(*asked.profile, base, asked.closed, made.found);
        checking c(base, who, asked);
        const std::string schema = string_in(*asked.result, "schema");
        if (schema == "advise/result/1") check_advice_result(c, true);
        else if (schema == "advise/explain/1") check_advice_result(c, false);
        else if (schema == "advise/plan/1") check_plan(c);
        else if (schema == "advise/plans/1") check_plans(c);
        else if (schema == "advise/if/1") check_what_if(c);
        else if (schema == "advise/compare/1") check_comparison(c);
        else if (schema == "advise/question/1") check_question(c);
        else c.refuse(aspect::completeness, "schema", why::unknown_schema, {schema});
        made.checked = std::move(c.out);
    } catch (const unusable&) {
        made.usable = false;
    }
    return made;
}

}  // namespace advise::verify
