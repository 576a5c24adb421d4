// operator new as the tests want it: it counts, and fails when told to.
#pragma once

#include <cstdint>

namespace advise::tests {

/// Allocations since the last call of this function, of all threads.
std::uint64_t allocations();

/// The n-th allocation from now on fails, once; 0: none does.
void fail_allocation(std::uint64_t n);

/// Whether it has failed.
bool has_failed();

/// While it lives no allocation fails; those made are not counted towards the n-th.
class without_failures {
public:
    without_failures();
    ~without_failures();
    without_failures(const without_failures&) = delete;
    without_failures& operator=(const without_failures&) = delete;

private:
    std::uint64_t left_;
};

}  // namespace advise::tests
