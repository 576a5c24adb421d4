// Runs what the documents show. In README.md and docs/*.md,
//
//   ```rules NAME      ```profile NAME     is written to the file NAME, for the commands that follow in that document;
//   ```console                             holds lines "$ COMMAND", each with exactly what the command prints (both streams).
//
// Commands run in a scratch folder in which `examples` and `rules` are the project's; `./dev advise` stands for the program.
//
//   docs_runner PROGRAM PROJECT DOCUMENT…      ADVISE_UPDATE_DOCS=1 writes the outputs into the documents instead.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct counts { int passed = 0, failed = 0; };

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
    return text;
}

std::string run(const std::string& command, const fs::path& program, const fs::path& folder)
{
    const std::string script = "cd '" + folder.string() + "' && export PATH='" + program.parent_path().string() + "':\"$PATH\" LC_ALL=C.UTF-8 NO_COLOR=1 COLUMNS=80; { " +
                               replaced(command, "./dev advise", "advise") + "; } 2>&1";
    std::string output;
    FILE* pipe = popen(script.c_str(), "r");
    char buffer[4096];
    for (std::size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, n);
    pclose(pipe);
    return output;
}

class document {
public:
    document(fs::path path, fs::path program, const fs::path& project) : path_(std::move(path)), program_(std::move(program))
    {
        folder_ = fs::temp_directory_path() / ("advise_docs_" + std::to_string(getpid()) + "_" + path_.stem().string());
        fs::create_directories(folder_);
        fs::create_directory_symlink(project / "examples", folder_ / "examples");
        fs::create_directory_symlink(project / "rules", folder_ / "rules");
    }
    ~document() { fs::remove_all(folder_); }
    document(const document&) = delete;
    document& operator=(const document&) = delete;

    counts check(bool update)
    {
        std::ifstream in(path_);
        for (std::string line; std::getline(in, line);) take(line);
        if (update) std::ofstream(path_) << written_;
        return counts_;
    }

private:
    void take(const std::string& line)
    {
        ++line_;
        if (!line.starts_with("```")) {
            if (kind_ == "console") return console(line);
            if (!file_.empty()) std::ofstream(file_, std::ios::app) << line << '\n';
            written_ += line + '\n';
            return;
        }
        if (kind_ == "console") finish_command();
        std::istringstream words(line.substr(3));
        std::string name;
        kind_.clear();
        file_.clear();
        words >> kind_ >> name;
        if ((kind_ == "rules" || kind_ == "profile") && !name.empty()) {
            file_ = folder_ / name;
            fs::create_directories(file_.parent_path());
            std::ofstream{file_};
        }
        written_ += line + '\n';
    }

    void console(const std::string& line)
    {
        if (!line.starts_with("$ ")) { expected_ += line + '\n'; return; }
        finish_command();
        command_ = line.substr(2);
        command_line_ = line_;
        written_ += line + '\n';
    }

    void finish_command()
    {
        if (command_.empty()) return;
        std::string got = run(command_, program_, folder_);
        if (!got.empty() && got.back() != '\n') got += '\n';
        written_ += got;
        if (got == expected_) ++counts_.passed;
        else {
            ++counts_.failed;
            std::cout << path_.string() << ":" << command_line_ << ": $ " << command_ << "\n--- shown\n" << expected_ << "--- printed\n" << got;
        }
        command_.clear();
        expected_.clear();
    }

    fs::path path_, program_, folder_, file_;
    std::string kind_, command_, expected_, written_;
    int line_ = 0, command_line_ = 0;
    counts counts_;
};

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 4) { std::cerr << "usage: docs_runner PROGRAM PROJECT DOCUMENT...\n"; return 2; }
    const bool update = std::getenv("ADVISE_UPDATE_DOCS") != nullptr;
    counts all;
    for (int i = 3; i < argc; ++i) {
        const counts of = document(argv[i], fs::absolute(argv[1]), fs::absolute(argv[2])).check(update);
        all.passed += of.passed;
        all.failed += of.failed;
    }
    std::cout << all.passed << " commands as shown, " << all.failed << (update ? " renewed\n" : " not\n");
    return all.failed == 0 || update ? 0 : 1;
}
