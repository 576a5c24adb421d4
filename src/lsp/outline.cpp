#include "outline.hpp"

#include <advise/grammar/format.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace advise::cli::lsp {
namespace {

using kind = grammar::ast::statement_kind;

/// SymbolKind of the protocol: the nearest thing that programs have.
int symbol_kind(kind of) {
    switch (of) {
    case kind::role: return 5;       // Class
    case kind::concept_: return 11;  // Interface
    case kind::fact: return 8;       // Field
    case kind::scale: return 10;     // Enum
    case kind::source: return 4;     // Package
    case kind::test: return 6;       // Method
    case kind::claim: return 17;     // Boolean
    default: return 12;              // Function: a rule
    }
}

std::string label_of(const declaration& of) {
    for (const auto& [language, text] : of.labels)
        if (language.empty()) return text;
    return of.labels.empty() ? std::string() : of.labels.front().second;
}

bool is_comment(const text_file& file, std::uint32_t line) {
    const std::string_view text = file.source().written();
    const std::string_view written = text.substr(file.lines().line_begin(line), file.lines().line_end(text, line) - file.lines().line_begin(line));
    const std::size_t first = written.find_first_not_of(" \t");
    return first != std::string_view::npos && written[first] == '#';
}

void put_fold(json::array& out, std::uint32_t first, std::uint32_t last, bool comment) {
    if (last <= first) return;
    json::object fold{{"startLine", first}, {"endLine", last}};
    if (comment) fold["kind"] = "comment";
    out.push_back(std::move(fold));
}

/// The part that differs, in whole code points.
json::array edit_between(const text_file& file, std::string_view before, std::string_view after) {
    std::size_t same = 0, tail = 0;
    const std::size_t most = std::min(before.size(), after.size());
    while (same < most && before[same] == after[same]) ++same;
    while (same > 0 && before[same - 1] != '\n') --same;  // whole lines: no position inside of anything
    while (tail < most - same && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    while (tail > 0 && before[before.size() - tail - 1] != '\n') --tail;
    const auto at = [&](std::size_t offset) { return file.lines().position_of(before, static_cast<std::uint32_t>(offset)); };
    json::array edits;
    edits.push_back(text_edit({at(same), at(before.size() - tail)}, after.substr(same, after.size() - tail - same)));
    return edits;
}

}  // namespace

json::array symbols(const text_file& file) {
    name_table names;
    names.add(file);
    json::array all;
    for (const declaration& each : names.statements()) {
        if (each.name.empty()) continue;
        json::object symbol{{"name", grammar::printable(grammar::shortened(each.name, 200))}, {"kind", symbol_kind(each.kind)}};
        if (const std::string label = label_of(each); !label.empty()) symbol["detail"] = label;
        symbol["range"] = as_json(file.range_of(each.block));
        const bool inside = each.name_where.begin >= each.block.begin && each.name_where.end <= each.block.end;
        symbol["selectionRange"] = as_json(file.range_of(inside ? each.name_where : grammar::span{each.block.begin, each.block.begin}));
        all.push_back(std::move(symbol));
    }
    return all;
}

json::array folds(const text_file& file) {
    name_table names;
    names.add(file);
    json::array all;
    for (const declaration& each : names.statements()) {
        const range where = file.range_of(each.block);
        put_fold(all, where.begin.line, where.end.line, false);
    }
    std::optional<std::uint32_t> first;
    for (std::uint32_t line = 0; line <= file.lines().lines(); ++line) {
        const bool comment = line < file.lines().lines() && is_comment(file, line);
        if (comment && !first) first = line;
        if (!comment && first) put_fold(all, *first, line - 1, true);
        if (!comment) first.reset();
    }
    return all;
}

json::array formatting(const text_file& file) {
    grammar::diagnostics found;
    const std::optional<std::string> made = grammar::format_rules(file.source(), found);
    if (!made || *made == file.source().written()) return {};
    return edit_between(file, file.source().written(), *made);
}

json::array profile_formatting(const text_file& file) {
    grammar::diagnostics found;
    const std::optional<std::string> made = grammar::format_profile(file.shared(), found);
    if (!made || *made == file.source().written()) return {};
    return edit_between(file, file.source().written(), *made);
}

}  // namespace advise::cli::lsp
