// The command line, read by CLI11 for the one command that was asked for. CLI11 only takes the arguments apart; what is wrong with
// them we say ourselves. Its traps (LIBRARIES.md, CLI11 2.1.2) are kept out: no positionals and no vectors, which would swallow
// misspelt commands, read "[a]" as a list and "{}" as nothing; values are taken as they stand.
#include "options.hpp"

#include "commands.hpp"

#include <advise/grammar/suggest.hpp>
#include <advise/grammar/utf8.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace advise::cli {
namespace {

using arguments = std::vector<std::string>;
constexpr std::size_t longest_shown = 100;

constexpr std::pair<std::string_view, std::string_view> formats_of_files[] = {
    {".html", "html"}, {".json", "json"}, {".md", "markdown"}, {".dot", "dot"}, {".mmd", "mermaid"}, {".svg", "svg"}};

std::string shown(std::string_view text) { return grammar::printable(grammar::shortened(text, longest_shown)); }

/// Reads the arguments of one run.
class reader {
public:
    reader(const arguments& given, options& chosen) : given_(given), chosen_(chosen) {}

    std::optional<usage_error> read() {
        find_language();
        find_the_command();
        if (auto wrong = check_equals_signs()) return wrong;
        CLI::App app;
        app.set_help_flag();
        app.allow_extras();
        const auto own = add_options(app);
        try {
            app.parse(arguments(rest_.rbegin(), rest_.rend()));
        } catch (const CLI::ParseError&) {
            return missing_value(rest_.empty() ? std::string() : rest_.back());    // the only error that is left to it
        }
        if (auto wrong = take_values(own)) return wrong;
        take_format_of_the_file();
        return take_operands(app.remaining());
    }

private:
    using added = std::vector<std::pair<const option_entry*, CLI::Option*>>;

    [[nodiscard]] grammar::language in() const { return chosen_.language.value_or(chosen_.assumed); }

    /// The language of our complaints, before anything else is known.
    void find_language() {
        const option_entry& language = option_of(option_id::lang);
        for (std::size_t i = 0; i < given_.size() && given_[i] != "--"; ++i) {
            if (given_[i].starts_with("--lang=")) language.take(chosen_, given_[i].substr(7));
            else if (given_[i] == "--lang" && i + 1 < given_.size()) language.take(chosen_, given_[i + 1]);
        }
    }

    /// The first argument that is no option, and no value of one, is the command if it is the name of one.
    void find_the_command() {
        rest_ = given_;
        chosen_.command = &commands().front();
        for (std::size_t i = 0; i < given_.size() && given_[i] != "--"; ++i) {
            if (given_[i].size() > 1 && given_[i][0] == '-') {
                const option_entry* option = find_option(given_[i]);
                if (option != nullptr && option->kind != value_kind::none) ++i;
                continue;
            }
            const command_entry* command = find_command(given_[i]);
            if (command != nullptr) {
                chosen_.command = command;
                rest_.erase(rest_.begin() + static_cast<std::ptrdiff_t>(i));
            }
            return;
        }
    }

    /// `--format=` would take the next argument for its value, and `--json=no` would mean something to CLI11.
    std::optional<usage_error> check_equals_signs() {
        for (const std::string& argument : rest_) {
            if (argument == "--") break;
            const std::size_t equals = argument.find('=');
            if (!argument.starts_with("--") || equals == std::string::npos) continue;
            const option_entry* option = find_option(std::string_view(argument).substr(0, equals));
            if (option == nullptr) continue;
            if (option->kind == value_kind::none) return usage_error{tell(say::option_takes_no_value, in(), {option->name}), {}};
            if (equals + 1 == argument.size()) return missing_value(option->name);
        }
        return std::nullopt;
    }

    added add_options(CLI::App& app) const {
        added own;
        std::vector<option_id> all(chosen_.command->options.begin(), chosen_.command->options.end());
        all.insert(all.end(), chosen_.command->untold.begin(), chosen_.command->untold.end());
        for (const option_id id : all) {
            const option_entry& option = option_of(id);
            const std::string name = fmt::format("{}{}{}", option.letter, option.letter.empty() || option.name.empty() ? "" : ",", option.name);
            CLI::Option* made = option.kind == value_kind::none ? app.add_flag(name) : app.add_option(name)->expected(1)->allow_extra_args(false);
            own.emplace_back(&option, made->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
        }
        return own;
    }

    std::optional<usage_error> take_values(const added& own) {
        for (const auto& [option, read] : own) {
            for (const std::string& value : read->results()) {
                const bool is_flag = option->kind == value_kind::none;
                if (!is_flag && value.size() > 1 && value[0] == '-' && option->kind != value_kind::number) return missing_value(name_of(*option));
                if (!option->take(chosen_, is_flag ? std::string() : value) || !fits_the_command(*option, value)) return wrong_value(*option, value);
            }
        }
        return std::nullopt;
    }

    /// `-o page.html` says that a page is wanted, where the command can write one.
    void take_format_of_the_file() {
        if (chosen_.format_given || chosen_.command->formats.empty()) return;
        const auto words = words_of(option_of(option_id::format), *chosen_.command);
        for (const auto& [ending, word] : formats_of_files)
            if (chosen_.output.ends_with(ending) && std::find(words.begin(), words.end(), word) != words.end())
                option_of(option_id::format).take(chosen_, std::string(word));
    }

    /// A format that other commands have, but not this one, is none of its words.
    [[nodiscard]] bool fits_the_command(const option_entry& option, const std::string& value) const {
        if (option.id != option_id::format) return true;
        const auto words = words_of(option, *chosen_.command);
        return std::find(words.begin(), words.end(), value) != words.end();
    }

    /// What CLI11 did not know: operands, and options that are none; after "--" everything is an operand.
    std::optional<usage_error> take_operands(const arguments& left) {
        bool ended = false;
        for (const std::string& argument : left) {
            if (!ended && argument == "--") ended = true;
            else if (!ended && argument.size() > 1 && argument[0] == '-') return unknown_option(argument);
            else chosen_.operands.push_back(argument);
        }
        return std::nullopt;
    }

    static std::string name_of(const option_entry& option) { return std::string(option.name.empty() ? option.letter : option.name); }

    [[nodiscard]] usage_error missing_value(std::string_view name) const {
        const option_entry* option = find_option(name);
        const std::string placeholder = option == nullptr ? std::string() : placeholder_of(*option, *chosen_.command);
        return {tell(say::option_needs_value, in(), {shown(name), placeholder}),
                option != nullptr && option->kind == value_kind::file ? tell(say::help_dash_file, in()) : std::string()};
    }

    [[nodiscard]] usage_error wrong_value(const option_entry& option, const std::string& value) const {
        if (value.empty()) return missing_value(name_of(option));
        if (option.id == option_id::within) return usage_error{tell(say::option_wrong_effort, in(), {name_of(option), shown(value)}), {}};
        if (option.id == option_id::threshold) return usage_error{tell(say::option_wrong_percent, in(), {name_of(option), shown(value)}), {}};
        if (option.kind == value_kind::number) return {tell(say::option_wrong_number, in(), {name_of(option), shown(value)}), {}};
        const auto words = words_of(option, *chosen_.command);
        const auto near = grammar::near(value, {words.begin(), words.end()});
        return {tell(say::option_wrong_word, in(), {name_of(option), placeholder_of(option, *chosen_.command), shown(value)}),
                near.empty() ? std::string() : tell(say::did_you_mean, in(), {fmt::format("{} {}", name_of(option), near.front())})};
    }

    [[nodiscard]] usage_error unknown_option(const std::string& argument) const {
        const std::string name = argument.substr(0, argument.find('='));
        const command_entry& command = *chosen_.command;
        const std::string called = command.name.empty() ? "advise" : fmt::format("advise {}", command.name);
        if (const std::string others = commands_with(name); !others.empty())
            return {tell(say::unknown_option, in(), {called, shown(name)}), tell(say::help_option_of, in(), {others})};
        const std::string see = tell(say::help_see_options, in(), {command.name.empty() ? "advise --help" : fmt::format("advise help {}", command.name)});
        std::vector<std::string_view> names;
        for (const option_id id : command.options) names.push_back(option_of(id).name);
        std::erase(names, std::string_view());
        const auto near = find_option(name) == nullptr ? grammar::near(name, names) : std::vector<std::string>();
        return {tell(say::unknown_option, in(), {called, shown(name)}), near.empty() ? see : tell(say::did_you_mean, in(), {near.front()})};
    }

    /// "advise explain, advise plan": what has an option that this command has not.
    static std::string commands_with(std::string_view name) {
        const option_entry* option = find_option(name);
        std::string all;
        for (const command_entry& command : commands())
            if (option != nullptr && has_option(command, option->id))
                all += fmt::format("{}advise{}{}", all.empty() ? "" : ", ", command.name.empty() ? "" : " ", command.name);
        return all;
    }

    const arguments& given_;
    options& chosen_;
    arguments rest_;
};

}  // namespace

std::optional<usage_error> parse_arguments(const std::vector<std::string>& given, options& chosen) {
    return reader(given, chosen).read();
}

}  // namespace advise::cli
