// Rule files into what they say: read every statement first, then go over all of them once for each question.
#include "rules_builder.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/term_key.hpp>

#include <algorithm>

namespace advise::verify {
namespace {

namespace limits = grammar::limits;
using ast::statement_kind;

/// All statements in the order of reading: an import's stand where it does.
class file_reader {
public:
    file_reader(builder& b, file_source& files, std::vector<grammar::source_ptr>& keep) : b_(b), files_(files), keep_(keep) {}

    void read_root(const std::string& name) {
        rule_file file = files_.open_root(name);
        if (file.failure != message::none) b_.refuse(file.failure, {}, std::move(file.failure_arguments));
        if (!is_new(file.identity)) return;
        root_ = file.identity;
        read(std::move(file), {});
    }

private:
    bool is_new(const std::string& identity) {
        return std::find(identities_.begin(), identities_.end(), identity) == identities_.end();
    }

    void read(rule_file&& file, const grammar::place& asked_at) {
        if (b_.made.files.size() >= limits::files) b_.refuse(message::too_many_files, asked_at, {std::to_string(limits::files)});
        if (open_.size() >= limits::import_depth) b_.refuse(message::import_too_deep, asked_at, {std::to_string(limits::import_depth)});
        const std::size_t index = b_.made.files.size();
        bool usable = true;
        const auto text = grammar::read_source(file.name, std::move(file.bytes), static_cast<std::uint32_t>(index), b_.found, usable);
        b_.made.files.push_back({text, file.sha256, "en"});
        keep_.push_back(text);
        identities_.push_back(file.identity);
        if (!usable) throw unusable();
        open_.push_back(file.identity);
        grammar::rules_reader reader(*text, b_.found);
        ast::statement st;
        while (reader.next(st)) {
            b_.statements.push_back({index, st});
            if (st.kind == statement_kind::import && !st.broken) import(index, st);
        }
        open_.pop_back();
    }

    void import(std::size_t from, const ast::statement& st) {
        const grammar::place at{b_.made.files[from].text.get(), st.quoted.where};
        rule_file file = files_.open_import(st.quoted.content, open_.back(), root_);
        if (file.failure != message::none) b_.refuse(file.failure, at, std::move(file.failure_arguments));
        if (std::find(open_.begin(), open_.end(), file.identity) != open_.end()) b_.refuse(message::import_cycle, at, {file.name});
        if (is_new(file.identity)) read(std::move(file), at);
    }

    builder& b_;
    file_source& files_;
    std::vector<grammar::source_ptr>& keep_;
    std::string root_;
    std::vector<std::string> open_, identities_;
};

}  // namespace

void builder::refuse(message id, const grammar::place& at, grammar::arguments arguments) {
    found.add(id, at, std::move(arguments));
    throw unusable();
}

std::string builder::spelling(std::size_t file, const ast::term& t) const { return grammar::spelling(*made.files[file].text, t); }
std::string builder::key(std::size_t file, const ast::term& t) const { return grammar::term_key(spelling(file, t)); }

/// What languages texts without a tag are in, and that of the rule base.
void builder::settle_languages() {
    for (const numbered& one : statements)
        if (one.st.kind == statement_kind::language) made.files[one.file].language = language_of(one.file, one.st.name);
    if (!made.files.empty()) made.language = made.files.front().language;
}

std::string builder::language_of(std::size_t file, const ast::term& tag) const {
    if (tag.empty()) return made.files[file].language;
    std::string language = spelling(file, tag);
    for (char& c : language)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return language;
}

std::string unit_key(std::string_view unit) {
    std::string key = grammar::term_key(unit);
    if (key == "سال") return "year";
    if (key.size() > 1 && key.back() == 's') key.pop_back();
    return key;
}

std::size_t rules::find_fact(std::string_view spelling) const {
    const std::string key = grammar::term_key(spelling);
    const auto known = names.find(key);
    if (known != names.end() && known->second.first == named::fact) return known->second.second;
    if (known != names.end()) return none;
    const auto label = fact_labels.find(key);
    return label == fact_labels.end() ? none : label->second;
}

std::size_t rules::find_conclusion(std::string_view spelling) const {
    const std::string key = grammar::term_key(spelling);
    const auto known = names.find(key);
    if (known != names.end() && known->second.first == named::conclusion) return known->second.second;
    if (known != names.end()) return none;
    const auto label = conclusion_labels.find(key);
    return label == conclusion_labels.end() ? none : label->second;
}

std::optional<std::int64_t> find_option(const fact& of, std::string_view spelling, bool labels_too) {
    const std::string key = grammar::term_key(spelling);
    if (key.empty()) return std::nullopt;
    for (std::size_t i = 0; i < of.options.size(); ++i)
        if (grammar::term_key(of.options[i].term) == key) return static_cast<std::int64_t>(i);
    for (std::size_t i = 0; labels_too && i < of.options.size(); ++i)
        for (const auto& [language, label] : of.options[i].labels)
            if (grammar::term_key(label) == key) return static_cast<std::int64_t>(i);
    return std::nullopt;
}

rules read_rules(const std::vector<std::string>& roots, file_source& files, grammar::diagnostics& found, std::vector<grammar::source_ptr>& keep) {
    builder b(found);
    file_reader reader(b, files, keep);
    for (const std::string& root : roots) reader.read_root(root);
    if (found.has_errors()) throw unusable();
    b.settle_languages();
    b.settle_names();
    b.settle_details();
    b.settle_conditions();
    b.refuse_cycles();
    return std::move(b.made);
}

}  // namespace advise::verify
