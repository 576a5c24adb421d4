// What an editor shows beside a name.
#include "navigate.hpp"

#include "../catalogue.hpp"
#include "../render/words.hpp"
#include "limits.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace advise::cli::lsp {
namespace {

using pairs = std::vector<std::pair<std::string, std::string>>;
constexpr std::size_t longest_shown = 400;

/// Text of the rules inside Markdown: no mark of it means anything.
std::string plain(std::string_view text) {
    std::string made;
    for (const char c : grammar::printable(grammar::shortened(text, longest_shown))) {
        if (std::string_view("\\`*_{}[]<>()#+-.!|~").find(c) != std::string_view::npos) made += '\\';
        made += c;
    }
    return made;
}

/// Of texts in several languages those that the reader reads, else those of the file's own.
std::string text_for(const pairs& all, grammar::language in) {
    const std::string_view wanted = in == grammar::language::fa ? "fa" : "en";
    for (const std::string_view language : {wanted, std::string_view()})
        for (const auto& [tag, text] : all)
            if (tag == language) return text;
    return all.empty() ? std::string() : all.front().second;
}

std::string listed(const std::vector<std::string>& items, grammar::language in) {
    std::string all;
    for (const std::string& item : items) all = all.empty() ? plain(item) : tell(say::comma, in, {all, plain(item)});
    return all;
}

/// A code block holds anything but its own fence.
std::string code(std::string_view text) {
    std::string shown = grammar::printable(grammar::shortened(text, longest_shown), grammar::line_breaks::kept);
    for (std::size_t at = shown.find("```"); at != std::string::npos; at = shown.find("```")) shown.replace(at, 3, "'''");
    return "```advise\n" + shown + "\n```";
}

class page {
public:
    page(const name_table& names, const occurrence& at, grammar::language in) : names_(names), at_(at), in_(in) {}

    std::string text() {
        const declaration* declared = names_.declaration_of(at_);
        if (declared != nullptr) describe(*declared);
        else undeclared();
        if (at_.space != name_space::values && at_.space != name_space::labels) used();
        return out_;
    }

private:
    void put(const std::string& paragraph) { out_ += (out_.empty() ? "" : "\n\n") + paragraph; }
    void put_text(say sentence, const std::string& text) {
        if (!text.empty()) put(tell(sentence, in_, {text}));
    }

    void describe(const declaration& d) {
        put(code(names_.files()[d.file]->source().text(d.header)));
        if (const std::string label = text_for(d.labels, in_); !label.empty()) put("**" + plain(label) + "**");
        if (const declaration* scale = d.scale.empty() ? nullptr : names_.declared(name_space::scales, d.scale))
            put_text(say::lsp_levels, listed(scale->values, in_));
        else if (d.scale == "level") put_text(say::lsp_levels, listed({"none", "beginner", "intermediate", "advanced", "expert"}, in_));
        put_text(say::lsp_other_names, listed(d.other_names, in_));
        put_text(say::lsp_question, plain(text_for(d.questions, in_)));
        put_text(say::lsp_reason, plain(text_for(d.reasons, in_)));
        if (!d.url.empty()) put(plain(d.url));
    }

    void undeclared() {
        const bool concluded = std::any_of(names_.all().begin(), names_.all().end(), [&](const occurrence& each) {
            return each.as == standing::concluded && each.space == at_.space && each.key == at_.key;
        });
        put(code(names_.files()[at_.file]->source().text(at_.where)));
        if (at_.space == name_space::things) put(tell(concluded ? say::lsp_only_concluded : say::lsp_undeclared_fact, in_));
    }

    /// Conclusions by name; tests and claims, whose names are long, as a number.
    void used() {
        std::vector<std::string> users;
        std::size_t more = 0;
        const std::string key = names_.resolved(at_.space, at_.key);
        for (const occurrence& each : names_.all()) {
            if (each.as != standing::used || each.space != at_.space || names_.resolved(each.space, each.key) != key) continue;
            if (each.owner.empty()) ++more;
            else if (std::find(users.begin(), users.end(), each.owner) == users.end()) users.push_back(each.owner);
        }
        if (users.empty() && more == 0) put(tell(say::lsp_unused, in_));
        if (users.empty()) return;
        for (; users.size() > limits::shown_uses; ++more) users.pop_back();
        if (more == 0) put(tell(say::lsp_used_by, in_, {listed(users, in_)}));
        else put(tell(say::lsp_used_by_more, in_, {listed(users, in_), digits(fmt::format("{}", more), in_)}));
    }

    const name_table& names_;
    const occurrence& at_;
    grammar::language in_;
    std::string out_;
};

}  // namespace

json::value hover(const name_table& names, const std::string& uri, std::uint32_t offset, grammar::language in) {
    const occurrence* at = names.at(uri, offset);
    if (at == nullptr) return nullptr;
    const bool part = at->space == name_space::values || at->space == name_space::labels;
    if (part && names.declaration_of(*at) == nullptr) return nullptr;  // a level of the scale that needs no declaration
    if (at->space == name_space::scales && names.declared(at->space, at->key) == nullptr)
        return nullptr;  // that scale itself: a word of the language
    return json::object{{"contents", json::object{{"kind", "markdown"}, {"value", page(names, *at, in).text()}}},
                        {"range", as_json(names.files()[at->file]->range_of(at->where))}};
}

}  // namespace advise::cli::lsp
