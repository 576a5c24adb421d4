#include "failing_new.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace advise::tests {
namespace {

std::atomic<std::uint64_t> counted{0}, until_failure{0};
std::atomic<bool> failed{false};

void* allocate(std::size_t bytes, std::size_t alignment) {
    counted.fetch_add(1, std::memory_order_relaxed);
    std::uint64_t left = until_failure.load();
    while (left != 0 && !until_failure.compare_exchange_weak(left, left - 1)) {
    }
    if (left == 1) {
        failed = true;
        return nullptr;
    }
    const std::size_t size = bytes == 0 ? 1 : bytes;
    return alignment == 0 ? std::malloc(size) : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

void* allocate_or_throw(std::size_t bytes, std::size_t alignment) {
    void* const made = allocate(bytes, alignment);
    if (made == nullptr) throw std::bad_alloc();
    return made;
}

}  // namespace

std::uint64_t allocations() { return counted.exchange(0); }

void fail_allocation(std::uint64_t n) {
    failed = false;
    until_failure = n;
}

bool has_failed() { return failed; }

without_failures::without_failures() : left_(until_failure.exchange(0)) {}
without_failures::~without_failures() { until_failure = left_; }

}  // namespace advise::tests

// All of them, so that the library's every allocation passes here.
using advise::tests::allocate;
using advise::tests::allocate_or_throw;
void* operator new(std::size_t n) { return allocate_or_throw(n, 0); }
void* operator new[](std::size_t n) { return allocate_or_throw(n, 0); }
void* operator new(std::size_t n, std::align_val_t a) { return allocate_or_throw(n, static_cast<std::size_t>(a)); }
void* operator new[](std::size_t n, std::align_val_t a) { return allocate_or_throw(n, static_cast<std::size_t>(a)); }
void* operator new(std::size_t n, const std::nothrow_t&) noexcept { return allocate(n, 0); }
void* operator new[](std::size_t n, const std::nothrow_t&) noexcept { return allocate(n, 0); }
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
void operator delete(void* p, const std::nothrow_t&) noexcept { std::free(p); }
void operator delete[](void* p, const std::nothrow_t&) noexcept { std::free(p); }
