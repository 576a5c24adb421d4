#include "test_writing.hpp"

#include "compiled_file.hpp"
#include "files.hpp"
#include "render/proposed_tests.hpp"

#include <advise/grammar/limits.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace advise::cli {
namespace {

namespace fs = std::filesystem;

/// The path of a file as seen from the folder of another one; "" where it is not below that folder.
std::string path_below(const std::string& file, const std::string& other) {
    std::error_code failed;
    const fs::path real = fs::canonical(file, failed);
    if (failed) return {};
    const fs::path folder = fs::weakly_canonical(fs::absolute(other, failed).parent_path(), failed);
    if (failed) return {};
    std::string path = real.lexically_relative(folder).generic_string();
    return path.starts_with("..") ? std::string() : path;
}

std::string quoted(const std::string& path) {
    std::string out = "\"";
    for (const char c : path) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

bool is_compiled(const std::string& path) {
    std::vector<std::string> ignored;
    return map_compiled(path, ignored).has_value();
}

/// A name for the tests beside the rules.
std::string beside(const std::string& rules) {
    const fs::path path(rules);
    return (path.parent_path() / (path.stem().string() + ".test.rules")).generic_string();
}

/// The beginning of a file that imports all rules; nullopt and a complaint where it can't.
std::optional<std::string> head_of_new(context& run, const engine::rule_base& rules) {
    const grammar::language in = run.spoken;
    std::string head = "# " + tell(say::tests_file_head, in) + "\n";
    if (rules.language == "fa") head += "language fa\n";
    for (const std::string& root : run.chosen.operands) {
        const std::string path = root == "-" ? std::string() : path_below(root, run.chosen.write_tests);
        if (root == "-") run.complain(tell(say::write_tests_no_input, in));
        else if (is_compiled(root)) run.complain(tell(say::write_tests_not_text, in, {shown_name(root)}));
        else if (path.empty())
            run.complain(tell(say::write_tests_no_import, in, {shown_name(run.chosen.write_tests), shown_name(root)}),
                         tell(say::write_tests_same_folder, in, {shell_word(beside(root))}));
        else {
            head += "import " + quoted(path) + "\n";
            continue;
        }
        return std::nullopt;
    }
    return head;
}

}  // namespace

std::optional<test_writing> test_writing::prepare(context& run, const engine::rule_base& rules) {
    const std::string& path = run.chosen.write_tests;
    test_writing made(rules);
    const std::string identity = identity_of(path);
    if (identity.empty()) {
        std::optional<std::string> head = head_of_new(run, rules);
        if (!head) return std::nullopt;
        made.before_ = std::move(*head);
        return made;
    }
    if (std::find(run.inputs.begin(), run.inputs.end(), identity) == run.inputs.end() || is_compiled(path)) {
        run.complain(tell(say::write_tests_exists, run.spoken, {shown_name(path)}), tell(say::write_tests_name_it, run.spoken));
        return std::nullopt;
    }
    file_bytes old = read_file(path, grammar::limits::rules_bytes, run.io.in);
    if (old.failure != grammar::message::none) {
        run.complain(tell(say::cannot_write, run.spoken, {shown_name(path), std::strerror(EIO)}));
        return std::nullopt;
    }
    made.before_ = std::move(old.bytes);
    if (!made.before_.empty() && !made.before_.ends_with('\n')) made.before_ += '\n';
    made.added_ = true;
    return made;
}

std::optional<tests_written> test_writing::write(context& run, const std::vector<engine::mutant>& all) const {
    const std::string& path = run.chosen.write_tests;
    std::string text = before_;
    const std::vector<survivor_group> groups = grouped(proposed_tests(*rules_, all, run.spoken));
    if (groups.empty()) return tests_written{path, 0, added_};
    for (const survivor_group& group : groups) {
        text += "\n";
        for (const std::string& line : group.test) text += line + "\n";
    }
    if (const int failure = write_file(path, text); failure != 0) {
        run.complain(tell(say::cannot_write, run.spoken, {shown_name(path), std::strerror(failure)}));
        return std::nullopt;
    }
    return tests_written{path, groups.size(), added_};
}

}  // namespace advise::cli
