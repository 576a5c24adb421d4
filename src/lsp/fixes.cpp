#include "fixes.hpp"

#include "../catalogue.hpp"
#include "../mending.hpp"
#include "../render/words.hpp"
#include "findings.hpp"
#include "limits.hpp"
#include "mends.hpp"
#include "proposals.hpp"

#include <advise/engine/lints.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <set>

namespace advise::cli::lsp {
namespace {

using grammar::message;

bool touches(const range& a, const range& b) { return a.begin <= b.end && b.begin <= a.end; }

json::object changes_of(const std::vector<edit>& edits) {
    std::map<std::string, json::array> by_file;
    for (const edit& each : edits) by_file[each.file->uri()].push_back(text_edit(each.file->range_of(each.where), each.text));
    json::object changes;
    for (auto& [uri, all] : by_file) changes[uri] = std::move(all);
    return {{"changes", std::move(changes)}};
}

json::object action(json::object mended, const std::string& title, bool sure, const std::vector<edit>& edits) {
    json::object made{{"title", title}, {"kind", "quickfix"}, {"diagnostics", json::array{std::move(mended)}}};
    if (sure) made["isPreferred"] = true;
    made["edit"] = changes_of(edits);
    return made;
}

std::vector<edit> edits_of(const project& of, const engine::text_fix& fix) {
    std::vector<edit> edits;
    for (const engine::text_edit& each : fix.edits) edits.push_back({of.file_of(each.file), each.where, each.text});
    return edits;
}

/// What `check --fix` would do about one finding, where the rules mean the same with it.
class mender {
public:
    mender(const project& of, const documents& open, const project& now) : of_(of), open_(open), now_(now) {
        grammar::diagnostics ignored;
        if (now.sound()) fixes_ = engine::find_lints(*of.rules, ignored).fixes;
    }

    std::optional<std::vector<edit>> mended(const grammar::diagnostic& found) const {
        if (found.text.id == message::mixed_and_or) return std::nullopt;  // its help is offered already
        for (const engine::text_fix& fix : fixes_) {
            if (fix.of != found.text.id || fix.at.file != found.at.file || !(fix.at.where == found.at.where)) continue;
            std::vector<edit> edits = edits_of(of_, fix);
            const bool known = std::ranges::none_of(edits, [](const edit& each) { return each.file == nullptr; });
            if (!known) continue;
            const project after = after_edits(of_, open_, edits);
            const bool fewer = after.sound() && told(after).size() < told(now_).size();
            if (fewer && engine::same_meaning(*now_.rules, *after.rules)) return edits;
        }
        return std::nullopt;
    }

private:
    const project& of_;
    const documents& open_;
    const project& now_;
    std::vector<engine::text_fix> fixes_;
};

std::optional<json::object> mend_all(const project& of, const documents& open, const project& now, grammar::language in) {
    if (!now.sound()) return std::nullopt;
    const auto edits_together = [&](const std::vector<engine::text_fix>& all) {
        std::vector<edit> edits;
        for (const engine::text_fix& fix : all)
            for (edit& each : edits_of(of, fix)) edits.push_back(each);
        return edits;
    };
    const std::vector<engine::text_fix> chosen = fixes_to_make(*of.rules, [&](const std::vector<engine::text_fix>& some) {
        const std::vector<edit> edits = edits_together(some);
        if (std::ranges::any_of(edits, [](const edit& each) { return each.file == nullptr; })) return false;
        const project after = after_edits(of, open, edits);
        return after.sound() && engine::same_meaning(*now.rules, *after.rules);
    });
    if (chosen.empty()) return std::nullopt;
    const std::string count = digits(fmt::format("{}", chosen.size()), in);
    json::object made{{"title", tell(chosen.size() == 1 ? say::lsp_mend_one : say::lsp_mend_all, in, {count})}, {"kind", "source.fixAll.advise"}};
    made["edit"] = changes_of(edits_together(chosen));
    return made;
}

/// What mends one finding in a stretch of a file. Of proposals that say the same the first that helps.
json::array quick_fixes(const project& of, const project& now, const text_file& file, const range& where, const documents& open,
                        grammar::language in) {
    json::array offered;
    std::size_t tried = 0;
    const mender lints(of, open, now);
    const text_state before = state_of(now);
    for (const grammar::diagnostic& found : told(of)) {
        if (found.at.file != &file.source() || !touches(file.range_of(found.at.where), where)) continue;
        if (const auto edits = found.help.empty() ? std::nullopt : lints.mended(found)) {
            if (tried++ >= limits::fixes) return offered;
            const grammar::sentence& help = found.help.front();
            offered.push_back(action(as_json(of, file, found, in), text_of(help.id, in, help.arguments), true, *edits));
            continue;
        }
        std::set<std::string> titles;
        for (const proposal& each : proposals_for(of, file, found, in)) {
            if (titles.contains(each.title)) continue;
            if (tried++ >= limits::fixes) return offered;
            const project after = after_edits(of, open, {each.change});
            const text_file* edited = after.file_named(file.uri());
            if (!mends(found, before, state_of(after), each.change, edited == nullptr ? nullptr : &edited->source())) continue;
            titles.insert(each.title);
            offered.push_back(action(as_json(of, file, found, in), each.title, each.sure, {each.change}));
        }
    }
    return offered;
}

}  // namespace

json::array fixes(const project& of, const text_file& file, const range& where, const documents& open, const wanted_fixes& wanted,
                  grammar::language in) {
    json::array offered;
    const project now = load_again(of, open);  // without what the proofs have added
    if (wanted.quick) offered = quick_fixes(of, now, file, where, open, in);
    if (!wanted.all) return offered;
    if (auto all = mend_all(of, open, now, in)) offered.push_back(std::move(*all));
    return offered;
}

json::array profile_fixes(const open_profile& profile, const range& where, grammar::language in) {
    const text_file& file = profile.shown.files.front();
    const auto read_again = [&](const std::string& text) {
        open_profile read = read_profile(file.uri(), text);
        bind_profile(read, *profile.rules, in);
        return read;
    };
    const auto state = [](const open_profile& of) { return text_state{of.shown.found.sorted(), of.shown.found.errors(), {}, false}; };
    const text_state before = state(profile);
    json::array offered;
    std::size_t tried = 0;
    for (const grammar::diagnostic& found : profile.shown.found.sorted()) {
        if (found.at.file != &file.source() || !touches(file.range_of(found.at.where), where)) continue;
        std::set<std::string> titles;
        for (const proposal& each : proposals_for(profile.shown, file, found, in)) {
            if (titles.contains(each.title)) continue;
            if (tried++ >= limits::fixes) return offered;
            const open_profile after = read_again(text_after(file, {each.change}));
            if (!mends(found, before, state(after), each.change, &after.shown.files.front().source())) continue;
            titles.insert(each.title);
            offered.push_back(action(as_json(profile.shown, file, found, in), each.title, each.sure, {each.change}));
        }
    }
    return offered;
}

}  // namespace advise::cli::lsp
