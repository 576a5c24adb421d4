#include "run.hpp"

int main(int count, char** values) {
    advise::cli::streams io = advise::cli::process_streams();
    return advise::cli::run({values + (count > 0 ? 1 : 0), values + count}, io);
}
