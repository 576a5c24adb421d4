// What the system should know of large stretches of memory beforehand.
#pragma once

#include <cstddef>
#include <vector>

namespace advise::engine {

/// A hint that this stretch of a mapped file will be read whole: its pages are taken together instead of one by one. Does nothing where the system knows
/// no such hint.
void will_be_read(const void* begin, std::size_t bytes);

/// A hint that this stretch of memory, not yet touched, will be filled: large pages, if there are any.
void prefer_large_pages(void* begin, std::size_t bytes);

/// Room for that many elements, on large pages: good for the few tables that are made of a mapped program, where page faults are a third of the work. For
/// all that is made of a large text there are not so many large pages at hand, and the system takes longer to find them than they save (measured).
template <class T>
void reserve_large(std::vector<T>& array, std::size_t size)
{
    if (size <= array.capacity()) return;
    array.reserve(size);
    prefer_large_pages(array.data(), array.capacity() * sizeof(T));
}

}  // namespace advise::engine
