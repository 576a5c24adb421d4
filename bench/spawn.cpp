#include "spawn.hpp"

#include "measure.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace advise::bench {

cost run_once(std::vector<std::string> command, const std::string& input) {
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    cost paid;
    rusage used{};
    int status = 0;
    paid.milliseconds = 1000 * seconds([&] {
                            pid_t child = 0;
                            if (posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ) != 0) {
                                status = 127 << 8;
                                return;
                            }
                            while (wait4(child, &status, 0, &used) < 0) {
                            }
                        });
    posix_spawn_file_actions_destroy(&files);
    const auto milliseconds = [](const timeval& t) { return 1e3 * static_cast<double>(t.tv_sec) + 1e-3 * static_cast<double>(t.tv_usec); };
    paid.processor = milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    paid.mebibytes = static_cast<double>(used.ru_maxrss) / 1024;
    paid.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return paid;
}

}  // namespace advise::bench
