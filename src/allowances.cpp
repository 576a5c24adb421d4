#include "allowances.hpp"

#include <advise/grammar/comments.hpp>
#include <advise/grammar/parse.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace advise::cli {
namespace {

using grammar::diagnostic;
using grammar::message;
using grammar::severity;
using grammar::span;

constexpr std::string_view blanks = " \t";
constexpr std::size_t code_length = 5;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Takes a word off the front of a text; "" where the text begins with something else.
std::string_view take_word(std::string_view& text) {
    text = trimmed(text);
    const std::size_t end = std::min(text.find_first_of(" \t,:"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

bool looks_like_code(std::string_view word) {
    return word.size() == code_length && word[0] == 'A' && word.find_first_not_of("0123456789", 1) == word.npos;
}

/// The least severe message of a code; nullopt for no code.
std::optional<severity> severity_of_code(std::string_view code) {
    std::optional<severity> mildest;
    for (const grammar::message_entry& entry : grammar::message_catalogue())
        if (entry.code == code && (!mildest || entry.severity > *mildest)) mildest = entry.severity;
    return mildest;
}

bool is_proved(std::string_view code) { return (code >= "A2008" && code <= "A2019") || (code >= "A2031" && code <= "A2035"); }

struct allowance {
    const grammar::source* file;
    span comment;
    span covers;
    std::string code;
    bool used = false;
};

/// The statements and clauses of a file, to the ends of their lines.
std::vector<span> statements_of(const grammar::source& file) {
    std::vector<span> found;
    grammar::diagnostics ignored;
    grammar::rules_reader reader(file, ignored);
    for (grammar::ast::statement s; reader.next(s);) {
        const std::size_t end = std::min(file.text().find('\n', s.where.end), file.text().size());
        found.push_back({s.where.begin, static_cast<std::uint32_t>(end)});
    }
    return found;
}

/// The statement that a comment stands in or behind, else the next; empty at the end of the file.
span covered_by(span comment, const std::vector<span>& statements) {
    const auto next = std::ranges::find_if(statements, [&](span s) { return s.end >= comment.begin; });
    return next == statements.end() ? span{} : *next;
}

class comment_reader {
public:
    comment_reader(const grammar::source& file, std::vector<allowance>& into, grammar::diagnostics& out) : file_(file), into_(into), out_(out) {}

    void read() {
        if (file_.text().find("advise:") == std::string_view::npos) return;
        std::optional<std::vector<span>> statements;
        for (const span comment : grammar::comments_of(file_)) {
            std::string_view text = file_.text(comment).substr(1);
            if (take_word(text) != "advise" || !text.starts_with(':')) continue;
            text.remove_prefix(1);
            if (!statements) statements = statements_of(file_);
            take(comment, covered_by(comment, *statements), text);
        }
    }

private:
    void take(span comment, span covers, std::string_view text) {
        if (take_word(text) != "allow") return refuse(message::allow_malformed, comment, {});
        std::vector<std::string> codes;
        std::string_view word = take_word(text);
        for (; !word.empty() && word != "because"; word = take_word(text)) {
            const std::string code(word);
            const std::optional<severity> known = looks_like_code(word) ? severity_of_code(word) : std::nullopt;
            if (!known) return refuse(message::allow_unknown_code, comment, {code});
            if (*known == severity::error) return refuse(message::allow_error_code, comment, {code});
            codes.push_back(code);
            text = trimmed(text);
            if (text.starts_with(',')) text.remove_prefix(1);
        }
        if (codes.empty()) return refuse(message::allow_malformed, comment, {});
        if (word.empty() || trimmed(text).empty()) return refuse(message::allow_without_reason, comment, {});
        for (std::string& code : codes) into_.push_back({&file_, comment, covers, std::move(code)});
    }

    void refuse(message what, span comment, grammar::arguments arguments) {
        out_.add(what, {&file_, comment}, std::move(arguments)).help.push_back({message::help_allow_shape, {}});
    }

    const grammar::source& file_;
    std::vector<allowance>& into_;
    grammar::diagnostics& out_;
};

bool take_away(const diagnostic& one, std::vector<allowance>& allowed) {
    if (one.severity() == severity::error || one.at.file == nullptr) return false;
    bool taken = false;
    for (allowance& a : allowed) {
        const bool here = a.file == one.at.file && a.covers.begin <= one.at.where.begin && one.at.where.begin < a.covers.end;
        if (!here || a.code != code_of(one.text.id)) continue;
        a.used = true;
        taken = true;
    }
    return taken;
}

}  // namespace

std::vector<diagnostic> without_allowed(const std::vector<diagnostic>& found, const std::vector<grammar::source_ptr>& files, looked_for extent) {
    std::vector<allowance> allowed;
    grammar::diagnostics about;
    for (const grammar::source_ptr& file : files) comment_reader(*file, allowed, about).read();
    std::vector<diagnostic> kept;
    std::ranges::copy_if(found, std::back_inserter(kept), [&](const diagnostic& one) { return !take_away(one, allowed); });
    for (const allowance& a : allowed) {
        const bool sure = extent == looked_for::everything || (extent == looked_for::most && !is_proved(a.code));
        if (!a.used && sure) about.add(message::allow_unused, {a.file, a.comment}, {a.code}).help.push_back({message::help_allow_unused, {}});
    }
    std::ranges::copy(about.sorted(), std::back_inserter(kept));
    const auto order = [](const diagnostic& d) {
        return std::pair(d.at.file == nullptr ? 0 : 1 + std::int64_t{d.at.file->ordinal()}, d.at.where.begin);
    };
    std::ranges::stable_sort(kept, [&](const diagnostic& a, const diagnostic& b) { return order(a) < order(b); });
    return kept;
}

}  // namespace advise::cli
