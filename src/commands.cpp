#include "commands.hpp"

#include "option_words.hpp"

#include <algorithm>
#include <span>

namespace advise::cli {
namespace {

using enum option_id;
constexpr option_id advise_options[] = {rules, closed, strict, json, format, lang, color, output, quiet, help, version};
constexpr option_id explain_options[] = {if_, rules, closed, strict, depth, json, format, lang, color, output, quiet, help};
constexpr option_id plan_options[] = {all, within, rules, closed, strict, json, format, lang, color, output, quiet, help};
constexpr option_id ask_options[] = {until, next, blank, rules, closed, strict, json, format, lang, color, output, quiet, help};
constexpr std::array<std::string_view, 6> check_formats = {"pretty", "concise", "json", "github", "sarif", "junit"};
constexpr option_id check_options[] = {fail_level, fix, diff, strict, json, format, lang, color, output, quiet, help};
constexpr std::array<std::string_view, 3> test_formats = {"pretty", "json", "junit"};
constexpr option_id test_options[] = {option_id::run, watch, coverage, threshold, mutate, write_tests, json, format, lang, color, output, quiet, help};
constexpr option_id verify_options[] = {rules, closed, json, format, lang, color, output, quiet, help};
constexpr option_id schema_options[] = {rules, lang, color, output, quiet, help};
constexpr option_id help_options[] = {rules, lang, color, output, help};

constexpr argument_entry advise_arguments[] = {{"PROFILE"}};
constexpr argument_entry explain_arguments[] = {{"ROLE"}, {"PROFILE"}};
constexpr argument_entry plan_arguments[] = {{"ROLE", true}, {"PROFILE"}};
constexpr argument_entry ask_arguments[] = {{"PROFILE", true}};
constexpr argument_entry files_arguments[] = {{"FILE", false, true}};
constexpr argument_entry verify_arguments[] = {{"RESULT.json"}, {"PROFILE"}};
constexpr argument_entry schema_arguments[] = {{"result|profile|…"}};
constexpr argument_entry help_arguments[] = {{"COMMAND|CODE|WORD", true, true}};

constexpr example_entry advise_examples[] = {
    {"sara.txt", say::example_advise},
    {"ask --blank > me.txt", say::example_blank},
    {"explain infra sara.txt", say::example_explain},
    {"--rules my.rules sara.txt", say::example_rules},
    {"--json sara.txt", say::example_json},
    {"--format html sara.txt -o sara.html", say::example_page},
};
constexpr example_entry explain_examples[] = {
    {"explain infra sara.txt", say::example_explain},
    {"explain --depth 2 infra sara.txt", say::example_depth},
    {"explain infra sara.txt --if \"parallelism: expert\"", say::example_if},
    {"explain infra sara.txt --format html -o infra.html", say::example_html},
    {"explain infra sara.txt --format dot | dot -Tsvg", say::example_dot},
};
constexpr example_entry plan_examples[] = {
    {"plan infra nima.txt", say::example_plan},
    {"plan --all nima.txt", say::example_plan_all},
    {"plan --within 20 nima.txt", say::example_plan_within},
    {"plan --format dot infra nima.txt", say::example_plan_picture},
};
constexpr example_entry ask_examples[] = {
    {"ask -o me.txt", say::example_ask},
    {"ask sara.txt", say::example_ask_profile},
    {"ask --until first", say::example_ask_first},
    {"ask --next --json sara.txt", say::example_ask_next},
    {"ask --blank > me.txt", say::example_blank},
    {"ask --blank --lang fa > me.txt", say::example_blank_persian},
};
constexpr example_entry check_examples[] = {
    {"check my.rules", say::example_check},
    {"check --strict --json my.rules", say::example_check_json},
    {"check --diff my.rules", say::example_check_diff},
    {"check --fix my.rules", say::example_check_fix},
    {"check --fail-level warning --format github my.rules", say::example_check_github},
};
constexpr example_entry test_examples[] = {
    {"test my.rules", say::example_test},
    {"test -r infra my.rules", say::example_test_run},
    {"test --format junit -o junit.xml my.rules", say::example_test_junit},
    {"test --coverage --threshold 100 my.rules", say::example_test_coverage},
    {"test --mutate my.rules", say::example_test_mutate},
    {"test --mutate --write-tests my.test.rules my.rules", say::example_test_write},
    {"test --watch my.rules", say::example_test_watch},
};
constexpr example_entry verify_examples[] = {
    {"sara.txt --json > result.json", say::example_verify_make},
    {"verify result.json sara.txt", say::example_verify},
    {"verify --rules my.rules --json result.json sara.txt", say::example_verify_json},
    {"verify compare.json sara.txt", say::example_verify_compare},
};
constexpr example_entry schema_examples[] = {
    {"schema result > result.schema.json", say::example_schema_result},
    {"schema plan", say::example_schema_plan},
    {"schema check", say::example_schema_check},
    {"schema diff", say::example_schema_diff},
    {"schema profile --rules my.rules", say::example_schema_profile},
};
constexpr example_entry help_examples[] = {
    {"help check", say::example_help},
    {"help A1003", say::example_help_code},
    {"help claim", say::example_help_word},
    {"help roles", say::example_help_roles},
};

constexpr argument_entry compare_arguments[] = {{"ROLE"}, {"ROLE"}, {"PROFILE"}};
constexpr option_id compare_options[] = {rules, closed, strict, json, format, lang, color, output, quiet, help};
constexpr example_entry compare_examples[] = {
    {"compare infra platform sara.txt", say::example_compare},
    {"compare infra platform sara.txt --json", say::example_compare_json},
};

constexpr option_id fmt_options[] = {option_id::check, diff, write, lang, color, output, quiet, help};
constexpr example_entry fmt_examples[] = {
    {"fmt my.rules", say::example_fmt},
    {"fmt --diff my.rules", say::example_fmt_diff},
    {"fmt -w rules", say::example_fmt_write},
    {"fmt --check rules sara.txt", say::example_fmt_check},
};

constexpr std::array<std::string_view, 5> graph_formats = {"dot", "mermaid", "svg", "html", "json"};
constexpr argument_entry graph_arguments[] = {{"FILE", true, true}};
constexpr option_id graph_options[] = {focus, option_id::profile, rules, closed, strict, json, format, lang, color, output, quiet, help};
constexpr example_entry graph_examples[] = {
    {"graph -o rules.svg", say::example_graph},
    {"graph --focus infra -o infra.svg", say::example_graph_focus},
    {"graph --focus infra --profile sara.txt -o sara.html", say::example_graph_profile},
    {"graph my.rules | dot -Tsvg > my.svg", say::example_graph_dot},
    {"graph my.rules --format mermaid", say::example_graph_mermaid},
};

constexpr argument_entry completion_arguments[] = {{"bash|zsh|fish"}};
constexpr option_id completion_options[] = {lang, color, output, help};
constexpr example_entry completion_examples[] = {
    {"completion bash > ~/.local/share/bash-completion/completions/advise", say::example_completion_bash},
    {"completion zsh > ~/.zfunc/_advise", say::example_completion_zsh},
    {"completion fish > ~/.config/fish/completions/advise.fish", say::example_completion_fish},
};

constexpr option_id lsp_options[] = {option_id::profile, rules, lang, color, help};
constexpr example_entry lsp_examples[] = {
    {"lsp", say::example_lsp},
    {"lsp --profile sara.txt", say::example_lsp_profile},
};

constexpr argument_entry diff_arguments[] = {{"OLD.rules"}, {"NEW.rules"}};
constexpr option_id diff_options[] = {exit_code_, allow_role, profiles, closed, json, format, lang, color, output, quiet, help};
constexpr example_entry diff_examples[] = {
    {"diff old.rules new.rules", say::example_diff},
    {"diff --exit-code old.rules new.rules", say::example_diff_exit_code},
    {"diff --exit-code --allow-role infra old.rules new.rules", say::example_diff_allow},
    {"diff --profiles people.ndjson old.rules new.rules", say::example_diff_profiles},
};

constexpr argument_entry compile_arguments[] = {{"FILE", true, true}};
constexpr option_id compile_options[] = {to, dialect, staged, bounds, rules, closed, lang, color, output, quiet, help};
constexpr example_entry compile_examples[] = {
    {"compile --to sql --dialect duckdb -o advise.sql", say::example_compile},
    {"compile --to sql --dialect postgres my.rules -o my.sql", say::example_compile_rules},
    {"compile --to sql --dialect duckdb --closed my.rules -o my.sql", say::example_compile_closed},
    {"compile --to sql --dialect trino --bounds my.rules -o my.sql", say::example_compile_bounds},
    {"compile --to binary my.rules -o my.advb", say::example_compile_binary},
    {"--rules my.advb me.txt", say::example_compile_binary_use},
};

constexpr argument_entry batch_arguments[] = {{"FILE", true, true}};
constexpr option_id batch_options[] = {records, input_format, jobs, output, option_id::resume, option_id::summary, option_id::kleene, rules, closed, strict, json, lang, color, quiet, help};
constexpr option_id batch_untold[] = {instructions};
constexpr meaning_entry batch_meanings[] = {{json, say::option_json_summary}};
constexpr example_entry batch_examples[] = {
    {"batch people.ndjson > answers.ndjson", say::example_batch},
    {"batch --output roles --closed people.csv -o roles.ndjson", say::example_batch_roles},
    {"batch --rules my.rules - < people.ndjson", say::example_batch_pipe},
    {"batch --resume people.ndjson -o answers.ndjson", say::example_batch_resume},
    {"batch --summary people.ndjson > answers.ndjson", say::example_batch_summary},
};

constexpr command_entry command_table[] = {
    {"", say::command_advise, advise_arguments, advise_options, advise_examples, run_advise, proof_formats},
    {"explain", say::command_explain, explain_arguments, explain_options, explain_examples, run_explain, proof_formats},
    {"compare", say::command_compare, compare_arguments, compare_options, compare_examples, run_compare, page_formats},
    {"plan", say::command_plan, plan_arguments, plan_options, plan_examples, run_plan, plan_formats},
    {"ask", say::command_ask, ask_arguments, ask_options, ask_examples, run_ask},
    {"check", say::command_check, files_arguments, check_options, check_examples, run_check, check_formats},
    {"fmt", say::command_fmt, files_arguments, fmt_options, fmt_examples, run_fmt},
    {"test", say::command_test, files_arguments, test_options, test_examples, run_test, test_formats},
    {"verify", say::command_verify, verify_arguments, verify_options, verify_examples, run_verify},
    {"diff", say::command_diff, diff_arguments, diff_options, diff_examples, run_diff, page_formats},
    {"batch", say::command_batch, batch_arguments, batch_options, batch_examples, run_batch, {}, batch_untold, batch_meanings},
    {"graph", say::command_graph, graph_arguments, graph_options, graph_examples, run_graph, graph_formats},
    {"compile", say::command_compile, compile_arguments, compile_options, compile_examples, run_compile},
    {"schema", say::command_schema, schema_arguments, schema_options, schema_examples, run_schema},
    {"completion", say::command_completion, completion_arguments, completion_options, completion_examples, run_completion},
    {"lsp", say::command_lsp, {}, lsp_options, lsp_examples, run_lsp},
    {"help", say::command_help, help_arguments, help_options, help_examples, run_help},
};

}  // namespace

std::span<const command_entry> commands() { return command_table; }

const command_entry* find_command(std::string_view name) {
    for (const command_entry& command : command_table) {
        if (!name.empty() && command.name == name) return &command;
    }
    return nullptr;
}

bool has_option(const command_entry& command, option_id id) {
    const auto among = [id](std::span<const option_id> all) { return std::find(all.begin(), all.end(), id) != all.end(); };
    return among(command.options) || among(command.untold);
}

}  // namespace advise::cli
