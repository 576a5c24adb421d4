// Imports, sources and scales that nothing uses.
#include "lint_state.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace advise::engine::lints {
namespace {

constexpr std::string_view builtin = "builtin:";

/// The name that an imported file has in messages: that of the importer's folder and what was asked, "." and ".." taken out.
std::string resolved(std::string_view importer, std::string_view asked) {
    const bool inside = importer.starts_with(builtin);
    const std::size_t slash = importer.rfind('/');
    std::string path = asked.starts_with('/')   ? std::string()
                       : inside                 ? std::string(builtin)
                       : slash == importer.npos ? std::string()
                                                : std::string(importer.substr(0, slash + 1));
    while (!asked.empty()) {
        const std::size_t end = std::min(asked.find('/'), asked.size());
        const std::string_view part = asked.substr(0, end);
        if (part == ".." && path.size() > 1 && !path.ends_with("../")) path.resize(path.rfind('/', path.size() - 2) + 1);
        else if (part != ".") path.append(part).append(end < asked.size() ? "/" : "");
        asked.remove_prefix(std::min(end + 1, asked.size()));
    }
    return path;
}

class unused_lints {
public:
    explicit unused_lints(const lint_state& state) : state_(state), rules_(state.rules) {}

    void run() {
        look_at_imports();
        if (rules_.conclusions.empty()) return;  // facts, scales and sources alone are there for other files
        look_at_sources();
        look_at_scales();
    }

private:
    using files = std::set<std::uint16_t>;

    [[nodiscard]] std::optional<std::uint16_t> file_named(const std::string& name) const {
        for (std::uint16_t i = 0; i < rules_.files.size(); ++i)
            if (rules_.files[i]->name() == name) return i;
        return std::nullopt;
    }

    void look_at_imports() {
        std::vector<std::optional<std::uint16_t>> targets;
        for (const written_import& one : state_.files.imports) targets.push_back(file_named(resolved(state_.file(one.at)->name(), one.asked)));
        files told;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const written_import& one = state_.files.imports[i];
            if (!targets[i] || told.contains(one.at.file)) continue;
            for (std::size_t before = 0; before < i; ++before) {
                if (targets[before] != targets[i] || state_.files.imports[before].at.file != one.at.file) continue;
                grammar::diagnostic& made = tell(message::import_twice, one.at, one.asked, one.at.where);
                made.notes.push_back({{message::note_first_here, {}}, rules_.place_of(state_.files.imports[before].at)});
                break;
            }
            const files all = reached_from(*targets[i], targets);
            if (all.contains(one.at.file) || used_outside(all) || imported_elsewhere(*targets[i], i, targets)) continue;
            tell(message::import_unused, one.at, one.asked, one.at.where);
            for (const std::uint16_t file : all) state_.result.unused_imports.push_back(rules_.files[file].get());
            told.insert(all.begin(), all.end());
        }
    }

    [[nodiscard]] files reached_from(std::uint16_t root, const std::vector<std::optional<std::uint16_t>>& targets) const {
        files all{root};
        for (bool grown = true; grown;) {
            grown = false;
            for (std::size_t i = 0; i < targets.size(); ++i)
                if (targets[i] && all.contains(state_.files.imports[i].at.file)) grown = all.insert(*targets[i]).second || grown;
        }
        return all;
    }

    [[nodiscard]] bool imported_elsewhere(std::uint16_t file, std::size_t by, const std::vector<std::optional<std::uint16_t>>& targets) const {
        for (std::size_t i = 0; i < targets.size(); ++i)
            if (i != by && targets[i] == file) return true;
        return false;
    }

    /// Whether files say something themselves (rules, tests, claims), or something outside them mentions what they declare. Lines of tests may mention any
    /// fact, so a test outside counts as a use.
    [[nodiscard]] bool used_outside(const files& all) const {
        const auto inside = [&](const origin& at) { return all.contains(at.file); };
        if (rules_.conclusions.empty() || std::ranges::any_of(rules_.conclusions, [&](const conclusion& c) { return inside(c.at); })) return true;
        if (std::ranges::any_of(rules_.clauses, [&](const clause& c) { return inside(c.at); })) return true;
        if (!rules_.tests.empty() || std::ranges::any_of(rules_.claims, [&](const claim& c) { return inside(c.at); })) return true;
        for (const condition& c : rules_.conditions)
            if (c.kind == condition_kind::test && !inside(c.at) && inside(rules_.facts[c.subject].at)) return true;
        for (const claim& c : rules_.claims)
            if (c.fact != nothing && inside(rules_.facts[c.fact].at)) return true;
        for (const fact& f : rules_.facts)
            if (f.scale != nothing && !inside(f.at) && !rules_.scales[f.scale].built_in && inside(rules_.scales[f.scale].at)) return true;
        for (const std::uint32_t source : cited_sources([&](const origin& at) { return !inside(at); }))
            if (inside(rules_.cited[source].at)) return true;
        return false;
    }

    /// The sources that clauses cite, of those clauses that `counts` says yes to.
    template <class Counts>
    [[nodiscard]] std::set<std::uint32_t> cited_sources(Counts counts) const {
        std::set<std::uint32_t> found;
        const auto add = [&](const std::vector<citation>& all, const origin& at) {
            for (const citation& one : all)
                if (counts(at)) found.insert(one.source);
        };
        for (const clause& c : rules_.clauses) add(rules_.wording(c).citations, c.at);
        for (const conclusion& c : rules_.conclusions)
            for (const points_requirement& need : c.needs()) add(need.citations, need.at);
        return found;
    }

    void look_at_sources() {
        const std::set<std::uint32_t> cited = cited_sources([](const origin&) { return true; });
        for (std::uint32_t i = 0; i < rules_.cited.size(); ++i) {
            if (cited.contains(i) || in_unused_import(rules_.cited[i].at)) continue;
            tell(message::source_unused, rules_.cited[i].at, rules_.cited[i].term, block_of(rules_.cited[i].at));
        }
    }

    void look_at_scales() {
        for (scale_id i = 0; i < rules_.scales.size(); ++i) {
            const scale& one = rules_.scales[i];
            const bool used = std::ranges::any_of(rules_.facts, [&](const fact& f) { return f.type == fact_type::level && f.scale == i; });
            if (!one.built_in && !used && !in_unused_import(one.at)) tell(message::scale_unused, one.at, one.term, block_of(one.at));
        }
    }

    [[nodiscard]] bool in_unused_import(const origin& at) const {
        return std::ranges::find(state_.result.unused_imports, state_.file(at)) != state_.result.unused_imports.end();
    }

    /// The whole block whose first line holds this place; the place itself where there is none.
    [[nodiscard]] span block_of(const origin& at) const {
        for (const written_block& block : state_.files.blocks)
            if (block.at.file == at.file && block.all.begin <= at.where.begin && at.where.end <= block.all.end) return block.all;
        return {at.where.begin, at.where.begin};
    }

    grammar::diagnostic& tell(message what, const origin& at, const std::string& name, span lines) {
        grammar::diagnostic& made = state_.tell(what, at, {name});
        made.help.push_back({message::help_delete, {}});
        if (lines.begin != lines.end) state_.add_deletion(what, at, lines);
        return made;
    }

    const lint_state& state_;
    const rule_base& rules_;
};

}  // namespace

void look_for_unused(const lint_state& state) { unused_lints(state).run(); }

}  // namespace advise::engine::lints
