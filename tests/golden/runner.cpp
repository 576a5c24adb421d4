// Runs golden cases. A case is a folder that a person can read:
//   args    the command line after the program's name, in words as a shell splits them; # begins a comment
//   stdin   what it reads (without: nothing)
//   env     NAME=VALUE lines beside the fixed environment
//   out, err, code    what it must print and return, byte for byte (without out or err: nothing)
// The program runs inside the folder, so the names in its messages are short and stable. With ADVISE_UPDATE_GOLDEN=1 the
// last three are written instead of compared.
#include "text.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using golden::split_words;

struct outcome {
    std::string out;
    std::string err;
    std::string code;
};

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_file(const fs::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

/// What the program sees of the environment: nothing of the caller's but where to find things and how to report faults.
std::vector<std::string> environment(const fs::path& folder) {
    std::vector<std::string> all{"LC_ALL=C.UTF-8", "NO_COLOR=1"};
    for (const char* name : {"PATH", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) all.push_back(std::string(name) + "=" + value);
    const std::string own = read_file(folder / "env").value_or("");
    for (std::string& line : golden::split_lines(own)) {
        const std::string name = line.substr(0, line.find('=') + 1);
        std::erase_if(all, [&](const std::string& known) { return known.starts_with(name); });
        if (line != name) all.push_back(std::move(line));      // NAME= takes it away
    }
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words) all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

using temporary = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

temporary temporary_file() {
    temporary file(std::tmpfile(), &std::fclose);
    if (!file) throw std::runtime_error("cannot make a temporary file");
    return file;
}

std::string contents(std::FILE* file) {
    std::string bytes;
    char block[65536];
    std::rewind(file);
    while (const std::size_t n = std::fread(block, 1, sizeof block, file)) bytes.append(block, n);
    return bytes;
}

std::string exit_text(int status) {
    if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status)) + "\n";
    return std::to_string(WEXITSTATUS(status)) + "\n";
}

outcome run(const fs::path& program, const fs::path& folder) {
    std::vector<std::string> words = split_words(read_file(folder / "args").value_or(""));
    words.insert(words.begin(), "advise");
    std::vector<std::string> variables = environment(folder);
    const temporary out = temporary_file();
    const temporary err = temporary_file();
    const std::string input = fs::exists(folder / "stdin") ? (folder / "stdin").string() : "/dev/null";

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, fileno(out.get()), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(err.get()), STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    pid_t child = 0;
    const int failure = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("cannot run " + program.string() + ": " + std::strerror(failure));

    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return {contents(out.get()), contents(err.get()), exit_text(status)};
}

/// Writes one expected file; an empty one is removed. Says whether anything changed.
bool update_file(const fs::path& path, const std::string& now) {
    const std::optional<std::string> before = read_file(path);
    if (before.value_or("") == now) return false;
    if (now.empty()) fs::remove(path);
    else write_file(path, now);
    return true;
}

void update(const fs::path& folder, const outcome& now) {
    std::string changed;
    if (update_file(folder / "out", now.out)) changed += " out";
    if (update_file(folder / "err", now.err)) changed += " err";
    if (update_file(folder / "code", now.code)) changed += " code";
    if (!changed.empty()) std::cout << folder.filename().string() << ": wrote" << changed << '\n';
}

bool compare(const fs::path& folder, const outcome& now) {
    const std::optional<std::string> code = read_file(folder / "code");
    if (!code) {
        std::cout << folder.filename().string() << ": nothing is expected yet; look at what `./dev golden` records\n";
        return false;
    }
    bool same = true;
    const auto check = [&](const char* name, const std::string& expected, const std::string& got) {
        if (expected == got) return;
        same = false;
        std::cout << "--- " << folder.filename().string() << '/' << name << " (expected)\n"
                  << "+++ " << name << " (got)\n"
                  << golden::difference(expected, got);
    };
    check("out", read_file(folder / "out").value_or(""), now.out);
    check("err", read_file(folder / "err").value_or(""), now.err);
    check("code", *code, now.code);
    return same;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: golden_runner PROGRAM FOLDER...\n";
        return 2;
    }
    const bool writing = std::getenv("ADVISE_UPDATE_GOLDEN") != nullptr;
    const fs::path program = fs::absolute(argv[1]);
    std::vector<std::string> failed;
    for (int i = 2; i < argc; ++i) {
        const fs::path folder = fs::canonical(argv[i]);
        try {
            const outcome now = run(program, folder);
            if (writing) update(folder, now);
            else if (!compare(folder, now)) failed.push_back(folder.filename().string());
        } catch (const std::exception& fault) {
            std::cout << folder.filename().string() << ": " << fault.what() << '\n';
            failed.push_back(folder.filename().string());
        }
    }
    for (const std::string& name : failed) std::cout << "failed: " << name << '\n';
    return failed.empty() ? 0 : 1;
}
