#include "complete.hpp"

#include "code_help.hpp"
#include "commands.hpp"
#include "compiled_file.hpp"
#include "embedded.hpp"
#include "file_provider.hpp"
#include "keyword_help.hpp"
#include "shell_quotes.hpp"

#include <advise/engine/rule_base.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

namespace advise::cli {
namespace {

class completing {
public:
    completing(std::string_view shell, std::vector<std::string> words) : bash_(shell == "bash"), words_(std::move(words)) {
        if (bash_) take_quotes_away();
        current_ = words_.back();
        words_.pop_back();
    }

    std::string lines() {
        chosen_.command = &commands().front();
        walk();
        offer_what_fits();
        return std::move(out_);
    }

private:
    /// bash cuts words at "=" as well; what is offered then stands behind it.
    void take_quotes_away() {
        std::vector<std::string> joined;
        for (const std::string& word : words_) {
            const unquoted_word plain = unquoted(word);
            open_quote_ = plain.open;
            const bool is_sign = word == "=" && !joined.empty() && joined.back().starts_with("--") && joined.back().find('=') == std::string::npos;
            const bool after_sign = !joined.empty() && joined.back().starts_with("--") && joined.back().ends_with('=');
            if (is_sign || after_sign) joined.back() += plain.text;
            else joined.push_back(plain.text);
        }
        words_ = std::move(joined);
    }

    [[nodiscard]] grammar::language in() const { return chosen_.language.value_or(grammar::language::en); }

    /// What stands before the word that is being typed.
    void walk() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::string& word = words_[i];
            if (ended_ || word.size() < 2 || word[0] != '-') operand(word);
            else if (word == "--") ended_ = true;
            else take_option(word, i);
        }
    }

    void operand(const std::string& word) {
        const command_entry* command = ended_ || named_ || !chosen_.operands.empty() ? nullptr : find_command(word);
        if (command == nullptr) return chosen_.operands.push_back(word);
        chosen_.command = command;
        named_ = true;
    }

    void take_option(const std::string& word, std::size_t& i) {
        const std::size_t equals = word.find('=');
        const option_entry* option = find_option(std::string_view(word).substr(0, equals));
        if (option == nullptr) return;
        if (option->kind == value_kind::none) option->take(chosen_, {});
        else if (equals != std::string::npos) option->take(chosen_, word.substr(equals + 1));
        else if (i + 1 < words_.size()) option->take(chosen_, words_[++i]);
        else waiting_ = option;
    }

    void offer_what_fits() {
        const std::size_t equals = current_.find('=');
        if (waiting_ != nullptr) {
            values_of(*waiting_);
        } else if (!ended_ && current_.starts_with("--") && equals != std::string::npos) {
            const option_entry* option = find_option(std::string_view(current_).substr(0, equals));
            if (!bash_) before_ = current_.substr(0, equals + 1);
            current_.erase(0, equals + 1);
            if (option != nullptr) values_of(*option);
        } else if (!ended_ && current_.starts_with('-')) {
            option_names();
        } else {
            operands();
        }
    }

    void values_of(const option_entry& option) {
        switch (option.kind) {
        case value_kind::file: return files();
        case value_kind::role: return roles(option.id != option_id::allow_role);
        case value_kind::word:
            for (const std::string_view word : words_of(option, *chosen_.command)) offer(word);
            return;
        case value_kind::none:
        case value_kind::number:
        case value_kind::text: return;
        }
    }

    void option_names() {
        for (const option_id id : chosen_.command->options) {
            const option_entry& option = option_of(id);
            for (const std::string_view name : {option.name, option.letter})
                if (!name.empty()) offer(name, tell(summary_of(option, *chosen_.command), in()));
        }
    }

    void operands() {
        const command_entry& command = *chosen_.command;
        const std::size_t place = chosen_.operands.size();
        if (!named_ && place == 0) {
            all_commands();
            return files();
        }
        if (place >= command.arguments.size() && (command.arguments.empty() || !command.arguments.back().many)) return;
        const std::string_view name = command.arguments[std::min(place, command.arguments.size() - 1)].name;
        const bool every_role = command.name == "plan" && (chosen_.all || chosen_.within);
        if (name == "ROLE" && !every_role) return roles(command.name == "explain");
        if (command.name == "schema")
            for (const std::string& schema : names_of_schemas()) offer(schema);
        else if (command.name == "completion")
            for (const embedded_file& file : embedded_completions()) offer(file.path.substr(file.path.find('.') + 1));
        else if (command.name != "help") files();
        else if (place == 0) topics();
    }

    void all_commands() {
        for (const command_entry& command : commands())
            if (!command.name.empty()) offer(command.name, tell(command.summary, in()));
    }

    static std::string_view first_sentence(std::string_view text) { return text.substr(0, text.find('.')); }

    void topics() {
        all_commands();
        offer("roles", tell(say::roles_of_rules, in()));
        for (const auto& group : {syntax_codes(), names_codes(), types_codes(), proofs_codes(), lints_codes(), profile_codes(), files_codes()})
            for (const code_entry& code : group) offer(code.code);
        for (const auto& group : all_keywords())
            for (const keyword_entry& entry : group)
                if (find_command(entry.word) == nullptr) offer(entry.word, first_sentence(in() == grammar::language::fa ? entry.meaning_fa : entry.meaning_en));
    }

    /// Only what can be read again and again: asking must not eat what the command is to read.
    [[nodiscard]] std::vector<std::string> rule_files() const {
        std::vector<std::string> named = chosen_.rules, found;
        if (chosen_.command->name == "graph" || chosen_.command->name == "diff")
            named.insert(named.end(), chosen_.operands.begin(), chosen_.operands.end());
        std::error_code ignored;
        for (const std::string& file : named)
            if (std::filesystem::is_regular_file(file, ignored)) found.push_back(file);
        return named.empty() ? std::vector{std::string(embedded_rules_name)} : found;
    }

    void roles(bool concepts) {
        const std::vector<std::string> files = rule_files();
        if (files.empty()) return;
        std::vector<std::string> unused;
        std::optional<engine::load_result> compiled =
            load_if_compiled(files.front() == embedded_rules_name ? std::vector<std::string>() : files, unused);
        file_provider provider(-1);
        const engine::load_result loaded = compiled ? std::move(*compiled) : engine::load_rules(files, provider);
        for (const engine::conclusion& c : loaded.rules->conclusions)
            if (c.is_role || concepts) role(c, loaded.rules->language);
    }

    /// By its term; where that does not begin as typed, by what else it is called.
    void role(const engine::conclusion& c, std::string_view language) {
        const std::string_view label = engine::text_in(c.labels(), in() == grammar::language::fa ? "fa" : "en", language);
        if (c.term.starts_with(current_)) return offer(c.term, label == c.term ? std::string_view() : label);
        for (const engine::localised& other : c.labels()) offer(other.text, c.term);
        for (const std::string& other : c.aka()) offer(other, c.term);
    }

    void files() { out_ += ":files\n"; }

    /// One that does not begin as typed is none; nor is one that would not stand on a line.
    void offer(std::string_view text, std::string_view meaning = {}) {
        if (!text.starts_with(current_) || grammar::printable(text) != text) return;
        out_ += before_;
        out_ += bash_ ? quoted_for_bash(text, open_quote_) : std::string(text);
        if (!meaning.empty()) out_ += "\t" + grammar::printable(meaning);
        out_ += '\n';
    }

    bool bash_;
    std::vector<std::string> words_;
    std::string current_, before_, out_;
    char open_quote_ = 0;
    options chosen_;
    const option_entry* waiting_ = nullptr;  // an option whose value is being typed
    bool named_ = false, ended_ = false;     // a command was named; "--" was typed
};

}  // namespace

std::string completion_lines(const std::vector<std::string>& asked) {
    if (asked.size() < 2) return {};
    return completing(asked.front(), {asked.begin() + 1, asked.end()}).lines();
}

}  // namespace advise::cli
