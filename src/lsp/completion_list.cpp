#include "completion_list.hpp"

#include "limits.hpp"

#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace advise::cli::lsp {
namespace {

json::string_view as_view(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

completion_list::completion_list(const text_file& file, position at, std::size_t term_begin, std::size_t word_begin, bool in_quotes)
    : file_(file), at_(at), term_begin_(term_begin), word_begin_(word_begin), in_quotes_(in_quotes) {
    const std::string_view written = file.source().written();
    const std::size_t cursor = file.lines().offset_of(written, at);
    end_ = in_quotes && cursor < written.size() && written[cursor] == '"' ? cursor + 1 : cursor;  // editors close quotes while one types
    before_ = std::string(written.substr(term_begin, word_begin - term_begin));
    typed_key_ = grammar::term_key(written.substr(term_begin, cursor - term_begin));
}

bool completion_list::begins_as_typed(std::string_view name) const {
    if (before_.empty()) return true;
    const std::string key = grammar::term_key(name), begun = grammar::term_key(before_);
    return !in_quotes_ && key.starts_with(begun) && key != begun;
}

void completion_list::put(candidate one) {
    if (seen_.emplace(one.label).second) candidates_.push_back(std::move(one));
}

/// Clients compare what was typed with one text: a label first where it is the label that was begun.
std::string completion_list::filter_of(std::string_view name, const std::vector<std::string>& labels) const {
    if (labels.empty()) return {};
    const auto begun = [&](std::string_view each) { return grammar::term_key(each).starts_with(typed_key_); };
    std::string first = std::string(name), rest;
    for (const std::string& label : labels) {
        if (!begun(first) && begun(label)) rest += " " + std::exchange(first, label);
        else rest += " " + label;
    }
    return first + rest;
}

void completion_list::put_term(std::string_view name, item_kind kind, const std::string& detail, const std::string& inserted,
                               const std::vector<std::string>& labels, std::string_view documentation) {
    const bool by_label = std::ranges::any_of(labels, [&](const std::string& label) { return begins_as_typed(label); });
    if (!begins_as_typed(name) && !by_label) return;
    ++terms_;
    put({std::string(name), detail, inserted, std::string(documentation), filter_of(name, labels), kind, true});
}

void completion_list::put_word(std::string_view word, const std::string& inserted, std::string_view documentation) {
    if (!in_quotes_) put({std::string(word), {}, inserted, std::string(documentation), {}, item_kind::keyword, false});
}

/// Clients want one beginning for all items of a list: words follow what stands before them, where names stand for the whole.
json::object completion_list::item(const candidate& of, std::size_t number, bool whole_terms) const {
    const std::string_view written = file_.source().written();
    const std::size_t begin = whole_terms || of.whole_term ? term_begin_ : word_begin_;
    const std::string before = whole_terms && !of.whole_term ? before_ : std::string();
    json::object made{{"label", as_view(of.label)}, {"kind", static_cast<int>(of.kind)}, {"sortText", fmt::format("{:05}", number)}};
    if (!of.detail.empty()) made["detail"] = of.detail;
    if (!of.documentation.empty()) made["documentation"] = of.documentation;
    const std::string& filter = of.filter.empty() ? of.label : of.filter;
    if (in_quotes_) made["filterText"] = "\"" + filter;
    else if (!before.empty()) made["filterText"] = before + filter;
    else if (!of.filter.empty()) made["filterText"] = filter;
    const auto place = [&](std::size_t offset) { return file_.lines().position_of(written, static_cast<std::uint32_t>(offset)); };
    made["textEdit"] = text_edit({place(begin), place(end_)}, before + of.inserted);
    return made;
}

json::object completion_list::list() {
    const bool cut = candidates_.size() > limits::completions;
    if (cut)  // what is typed already decides which
        std::stable_partition(candidates_.begin(), candidates_.end(), [&](const candidate& each) {
            return grammar::term_key(each.filter.empty() ? each.label : each.filter).starts_with(typed_key_);
        });
    if (cut) candidates_.resize(limits::completions);
    const bool whole = std::any_of(candidates_.begin(), candidates_.end(), [](const candidate& each) { return each.whole_term; });
    json::array items;
    for (const candidate& each : candidates_) items.push_back(item(each, items.size(), whole));
    return {{"isIncomplete", cut}, {"items", std::move(items)}};
}

}  // namespace advise::cli::lsp
