// Asks for large pages under a large array.
#pragma once

#include <cstddef>
#include <vector>

namespace advise::engine {

/// A hint to the system that this stretch of memory, not yet touched, will be filled. A page fault costs some microseconds: with pages of
/// 4 KiB they are a fifth of the time of loading 100,000 rules. Does nothing where the system knows no such hint.
void prefer_large_pages(void* begin, std::size_t bytes);

/// A hint that this stretch of a mapped file will be read whole: its pages are taken together instead of one by one.
void will_be_read(const void* begin, std::size_t bytes);

/// Room for that many elements, on large pages.
template <class T>
void reserve_large(std::vector<T>& array, std::size_t size) {
    if (size <= array.capacity()) return;
    array.reserve(size);
    prefer_large_pages(array.data(), array.capacity() * sizeof(T));
}

/// That many elements, on large pages: what is looked at here and there costs less on them, too.
template <class T>
void assign_large(std::vector<T>& array, std::size_t size, const T& value) {
    array.clear();
    reserve_large(array, size);
    array.assign(size, value);
}

}  // namespace advise::engine
