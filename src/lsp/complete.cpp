#include "complete.hpp"

#include "limits.hpp"
#include "line_prefix.hpp"

#include <advise/grammar/keywords.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace advise::cli::lsp {
namespace {

using text = std::string_view;

// CompletionItemKind of the protocol.
enum item_kind : int { interface_item = 8, class_item = 7, field_item = 5, value_item = 12, keyword_item = 14, member_item = 20, module_item = 9 };

/// Gathers what fits one place.
class collector {
public:
    collector(const name_table& names, const text_file& file, position at, grammar::language in) : names_(names), file_(file), at_(at), in_(in) {
        const std::string_view written = file.source().written();
        const std::uint32_t begin = file.lines().line_begin(at.line);
        prefix_ = written.substr(begin, file.lines().offset_of(written, at) - begin);
        start_ = begin_of_term(prefix_);
    }

    json::object collect() {
        if (!in_comment()) fill();
        return {{"isIncomplete", cut_}, {"items", std::move(items_)}};
    }

private:
    [[nodiscard]] bool in_comment() const {
        const text begun = prefix_.substr(0, prefix_.find_first_not_of(" \t"));
        return prefix_.substr(begun.size()).starts_with('#') || prefix_.find(" #") != text::npos;
    }
    [[nodiscard]] text before() const { return prefix_.substr(0, start_); }

    void fill() {
        const text keyword = first_word(prefix_);
        const bool at_start = prefix_.find_first_not_of(" \t") == text::npos || keyword.data() + keyword.size() == prefix_.data() + prefix_.size();
        if (at_start) return begin_line();
        if (const std::string compared = compared_term(before()); !compared.empty()) return values_of(compared);
        const text last = first_word_backwards();
        if (last == "cites") return names_of(name_space::sources);
        if (keyword == "fact") return types();
        if (keyword == "language") return put_words(std::array<text, 2>{"en", "fa"});
        if (keyword == "expect" && before().ends_with(": ")) return put_words(std::array<text, 3>{"yes", "no", "unknown"});
        if (declares(keyword)) return;
        condition();
    }

    [[nodiscard]] static bool declares(text keyword) {
        constexpr std::array<text, 11> own = {"syntax", "ruleset", "import", "source", "scale", "concept", "role", "test", "url", "ask", "aka"};
        return std::find(own.begin(), own.end(), keyword) != own.end();
    }

    [[nodiscard]] text first_word_backwards() const {
        text of = before();
        while (!of.empty() && of.back() == ' ') of.remove_suffix(1);
        const std::size_t blank = of.rfind(' ');
        return blank == text::npos ? of : of.substr(blank + 1);
    }

    /// The header of the block that the line would belong to.
    [[nodiscard]] text header() const {
        const std::uint32_t offset = file_.offset_of(at_);
        const declaration* last = nullptr;
        for (const declaration& each : names_.statements())
            if (names_.files()[each.file] == &file_ && each.header.begin < offset) last = &each;
        return last == nullptr ? text() : first_word(file_.source().text(last->header));
    }

    void begin_line() {
        start_ = std::min(prefix_.find_first_not_of(" \t"), prefix_.size());
        for (const text word : grammar::clause_words_of(header())) put(word, keyword_item, "", std::string(word) + " ");
        for (const text word : grammar::statement_words()) put(word, keyword_item, "", std::string(word) + " ");
        put_words(std::array<text, 2>{"because", "cites"});
        names_of(name_space::things);
    }

    void types() {
        if (prefix_.find(':') == text::npos) return;
        put_words(grammar::type_words());
        names_of(name_space::scales);
    }

    void condition() {
        names_of(name_space::things);
        put_words(grammar::condition_words());
    }

    void values_of(const std::string& term) {
        const declaration* fact = names_.declared(name_space::things, grammar::term_key(term));
        if (fact != nullptr && fact->scale.empty() && fact->values.empty()) return put_words(std::array<text, 2>{"yes", "no"});
        const declaration* scale = fact == nullptr || fact->scale.empty() ? nullptr : names_.declared(name_space::scales, fact->scale);
        const std::vector<std::string> built_in = {"none", "beginner", "intermediate", "advanced", "expert"};
        const std::vector<std::string>& values = fact != nullptr && fact->scale.empty() ? fact->values : scale != nullptr ? scale->values : built_in;
        for (const std::string& value : values) put(value, member_item, "", grammar::quoted_if_needed(value));
    }

    void names_of(name_space space) {
        for (const declaration& each : names_.statements()) {
            if (each.name.empty() || names_.declared(space, grammar::term_key(each.name)) != &each) continue;
            const bool fact = each.kind == grammar::ast::statement_kind::fact;
            put(each.name,
                space != name_space::things ? module_item
                : fact                      ? field_item
                                            : class_item,
                label(each), grammar::quoted_if_needed(each.name));
        }
        for (const occurrence& each : names_.all()) {
            if (each.space != space || each.as == standing::other_name || names_.declared(space, each.key) != nullptr || being_typed(each)) continue;
            const std::string name = grammar::spelling(names_.files()[each.file]->source(),
                                                       {each.where, names_.files()[each.file]->source().text(each.where).starts_with('"')});
            put(name, interface_item, "", grammar::quoted_if_needed(name));
        }
    }

    [[nodiscard]] bool being_typed(const occurrence& each) const {
        const std::uint32_t offset = file_.offset_of(at_);
        return names_.files()[each.file] == &file_ && each.where.begin <= offset && offset <= each.where.end;
    }

    [[nodiscard]] std::string label(const declaration& of) const {
        const text wanted = in_ == grammar::language::fa ? "fa" : "en";
        for (const auto& [language, label] : of.labels)
            if (language == wanted || language.empty()) return label;
        return {};
    }

    template <class Words>
    void put_words(const Words& all) {
        for (const text word : all) put(word, keyword_item, "", std::string(word));
    }

    void put(text name, item_kind kind, const std::string& detail, const std::string& inserted) {
        if (!seen_.emplace(name).second) return;
        if (items_.size() >= limits::completions) {
            cut_ = true;
            return;
        }
        const std::uint32_t begin = file_.lines().line_begin(at_.line) + static_cast<std::uint32_t>(start_);
        json::object item{{"label", json::string_view(name.data(), name.size())}, {"kind", static_cast<int>(kind)}};
        if (!detail.empty()) item["detail"] = detail;
        item["textEdit"] = text_edit({file_.lines().position_of(file_.source().written(), begin), at_}, inserted);
        items_.push_back(std::move(item));
    }

    const name_table& names_;
    const text_file& file_;
    position at_;
    grammar::language in_;
    text prefix_;
    std::size_t start_ = 0;
    std::set<std::string, std::less<>> seen_;
    json::array items_;
    bool cut_ = false;
};

}  // namespace

json::object completions(const name_table& names, const text_file& file, position at, grammar::language in) {
    return collector(names, file, at, in).collect();
}

}  // namespace advise::cli::lsp
