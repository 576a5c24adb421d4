// Running another program and what it costs.
#pragma once

#include <string>
#include <vector>

namespace advise::bench {

struct cost {
    double milliseconds = 0, mebibytes = 0;
    double processor = 0;  ///< milliseconds of processor time, user and system: what is left of a figure where others use the machine
    int code = 0;
};

/// Runs a program to its end. \param input its standard input; what it prints is thrown away
cost run_once(std::vector<std::string> command, const std::string& input = "/dev/null");

}  // namespace advise::bench
