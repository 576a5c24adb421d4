// Runs the program as a function, in a folder of its own.
#pragma once

#include <run.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace advise::cli::testing {

namespace fs = std::filesystem;

struct outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// What the terminal is like; a run without one is not seen by anybody.
struct conditions {
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    environment variables{};
    bool in_is_terminal = false;
};

inline outcome run_program(const std::vector<std::string>& arguments, std::string_view standard_input = {}, const conditions& under = {}) {
    streams io;
    io.in = ::memfd_create("stdin", 0);
    if (::write(io.in, standard_input.data(), standard_input.size()) < 0) std::abort();
    ::lseek(io.in, 0, SEEK_SET);
    io.out_is_terminal = under.out_is_terminal;
    io.err_is_terminal = under.err_is_terminal;
    io.in_is_terminal = under.in_is_terminal;
    io.variables = under.variables;
    outcome result;
    result.code = run(arguments, io);
    ::close(io.in);
    result.out = io.out.kept();
    result.err = io.err.kept();
    return result;
}

/// A new folder that is the working directory while it lives.
class folder {
public:
    folder() : before_(fs::current_path()) {
        std::string pattern = (fs::temp_directory_path() / "advise.XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) std::abort();
        path_ = pattern;
        fs::current_path(path_);
    }
    ~folder() {
        fs::current_path(before_);
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;

    const fs::path& path() const { return path_; }

    void write(const std::string& name, std::string_view bytes) const {
        const fs::path file = path_ / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t files() const { return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator())); }

private:
    fs::path before_;
    fs::path path_;
};

inline bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace advise::cli::testing
