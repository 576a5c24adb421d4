#include "fixes.hpp"

#include "../catalogue.hpp"
#include "../mending.hpp"
#include "../render/words.hpp"
#include "findings.hpp"
#include "limits.hpp"
#include "names.hpp"
#include "trial.hpp"

#include <advise/engine/lints.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace advise::cli::lsp {
namespace {

using grammar::message;

/// An edit, and what an editor calls it.
struct proposal {
    edit change;
    std::string title;
    bool sure = true;  ///< what is meant, not only what would do
};

std::string said(const grammar::sentence& help, std::size_t which, grammar::language in) {
    if (which >= help.arguments.size()) return {};
    if (const auto* text = std::get_if<std::string>(&help.arguments[which])) return *text;
    if (const auto* id = std::get_if<message>(&help.arguments[which])) return text_of(*id, in);
    return std::get<grammar::figures>(help.arguments[which]).digits;
}

bool touches(const range& a, const range& b) { return a.begin <= b.end && b.begin <= a.end; }

class proposer {
public:
    proposer(const text_file& file, const grammar::diagnostic& found, grammar::language in) : file_(file), found_(found), in_(in) {}

    std::vector<proposal> all() {
        for (const grammar::sentence& help : found_.help) propose(help);
        return std::move(made_);
    }

private:
    void write(grammar::span where, const std::string& text) {
        made_.push_back({{&file_, where, text}, tell(say::lsp_fix_write, in_, {text}), true});
    }

    /// A name as it is, or as it has to be quoted.
    void write_name(const std::string& name) {
        const std::string written = grammar::quoted_if_needed(name);
        write(found_.at.where, written);
        if (written != name) write(found_.at.where, name);
    }

    /// The line of the finding without the blanks at its ends.
    [[nodiscard]] grammar::span line() const {
        const std::string_view text = file_.source().text();
        std::size_t begin = text.rfind('\n', found_.at.where.begin == 0 ? 0 : found_.at.where.begin - 1);
        begin = begin == std::string_view::npos || found_.at.where.begin == 0 ? 0 : begin + 1;
        std::size_t end = std::min(text.find('\n', found_.at.where.begin), text.size());
        while (begin < end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
        while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\r' || text[end - 1] == '\t')) --end;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    void declare(const std::string& name, const std::string& type) {
        name_table names;
        names.add(file_);
        std::uint32_t before = 0;
        for (const declaration& each : names.statements())
            if (each.block.begin <= found_.at.where.begin) before = each.block.begin;
        const std::string line = "fact " + name + ": " + type;
        made_.push_back({{&file_, {before, before}, line + "\n\n"}, tell(say::lsp_fix_declare, in_, {line}), false});
    }

    void propose(const grammar::sentence& help) {
        const std::string first = said(help, 0, in_);
        switch (help.id) {
        case message::help_did_you_mean:
        case message::help_type_did_you_mean: return write_name(first);
        case message::help_or_declare_fact: write_name(first); return declare(said(help, 1, in_), said(help, 2, grammar::language::en));
        case message::help_declare_fact: return declare(first, said(help, 1, grammar::language::en));
        case message::help_write:
        case message::help_write_number: return write(found_.at.where, first);
        case message::help_parentheses: return write(found_.at.where, "(" + first + ")");
        case message::help_quoted_line:
        case message::help_write_line: return write(line(), first);
        default: return;
        }
    }

    const text_file& file_;
    const grammar::diagnostic& found_;
    grammar::language in_;
    std::vector<proposal> made_;
};

std::size_t count(const project& of) { return of.found.sorted().size(); }

json::object changes_of(const std::vector<edit>& edits) {
    std::map<std::string, json::array> by_file;
    for (const edit& each : edits) by_file[each.file->uri()].push_back(text_edit(each.file->range_of(each.where), each.text));
    json::object changes;
    for (auto& [uri, all] : by_file) changes[uri] = std::move(all);
    return {{"changes", std::move(changes)}};
}

json::object action(const project& of, const text_file& file, const grammar::diagnostic& mended, const std::string& title, bool sure,
                    const std::vector<edit>& edits, grammar::language in) {
    json::object made{{"title", title}, {"kind", "quickfix"}, {"diagnostics", json::array{as_json(of, file, mended, in)}}};
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
            if (after.sound() && engine::same_meaning(*now_.rules, *after.rules)) return edits;
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

/// What mends one finding in a stretch of a file.
json::array quick_fixes(const project& of, const project& now, const text_file& file, const range& where, const documents& open,
                        grammar::language in) {
    json::array offered;
    const std::size_t before = count(now);
    std::size_t tried = 0;
    const mender lints(of, open, now);
    for (const grammar::diagnostic& found : told(of)) {
        if (found.at.file != &file.source() || !touches(file.range_of(found.at.where), where)) continue;
        for (const proposal& each : proposer(file, found, in).all()) {
            if (tried++ >= limits::fixes) return offered;
            const project after = after_edits(of, open, {each.change});
            if (after.found.errors() > now.found.errors() || count(after) >= before) continue;
            offered.push_back(action(of, file, found, each.title, each.sure, {each.change}, in));
        }
        if (found.help.empty() || tried++ >= limits::fixes) continue;
        if (const auto edits = lints.mended(found))
            offered.push_back(action(of, file, found, text_of(found.help.front().id, in, found.help.front().arguments), true, *edits, in));
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

}  // namespace advise::cli::lsp
