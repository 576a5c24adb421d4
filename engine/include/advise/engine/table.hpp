// A large array of a rule base or program: made by the loader, or standing in a file that is mapped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace advise::engine {

/// Judges the blocks of one array in a mapped file before they are used (binary.hpp). What is damaged is thrown as `damaged_rules`.
class table_guard {
public:
    static constexpr std::size_t block_bits = 12;      ///< elements of one block: 4,096

    virtual ~table_guard() = default;
    /// The block of that element may be used. May be called from several threads at once.
    virtual void need(std::size_t element) const = 0;
    /// All may.
    virtual void need_all() const = 0;
};

/// Like a vector where it is built. Read-only over a mapped file, whose blocks are checked when they are first looked at: an element by its
/// block, everything that leads to the whole array by all blocks. Copies, and what is changed, own their elements.
template <class T>
class table {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    table() = default;
    table(std::vector<T> own) : own_(std::move(own)) {}
    /// Over elements that stand elsewhere; guard and elements must live as long. `guard` null: nothing is to be checked.
    table(std::span<const T> mapped, const table_guard* guard) : mapped_(mapped.data()), size_(mapped.size()), guard_(guard), is_mapped_(true) {}

    [[nodiscard]] std::size_t size() const { return is_mapped_ ? size_ : own_.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    const T& operator[](std::size_t i) const {
        if (!is_mapped_) return own_[i];
        if (guard_ != nullptr) guard_->need(i);
        return mapped_[i];
    }
    /// A stretch of it. The blocks in it are checked.
    [[nodiscard]] std::span<const T> slice(std::size_t first, std::size_t count) const {
        if (!is_mapped_) return {own_.data() + first, count};
        constexpr std::size_t block = std::size_t{1} << table_guard::block_bits;
        for (std::size_t i = first; guard_ != nullptr && i < first + count; i = (i / block + 1) * block) guard_->need(i);
        return {mapped_ + first, count};
    }
    [[nodiscard]] const T* data() const {
        if (!is_mapped_) return own_.data();
        if (guard_ != nullptr) guard_->need_all();
        return mapped_;
    }
    [[nodiscard]] const T* begin() const { return data(); }
    [[nodiscard]] const T* end() const { return data() + size(); }
    [[nodiscard]] const T& front() const { return (*this)[0]; }
    [[nodiscard]] const T& back() const { return (*this)[size() - 1]; }
    friend bool operator==(const table& a, const table& b) {
        if (a.size() != b.size()) return false;
        for (const T *x = a.begin(), *y = b.begin(); x != a.end(); ++x, ++y)
            if (!(*x == *y)) return false;
        return true;
    }

    // What is changed becomes a vector of its own first.
    T& operator[](std::size_t i) { return own()[i]; }
    T* data() { return own().data(); }
    T* begin() { return own().data(); }
    T* end() { return own().data() + own_.size(); }
    T& front() { return own().front(); }
    T& back() { return own().back(); }
    void push_back(const T& made) { own().push_back(made); }
    template <class... Arguments>
    T& emplace_back(Arguments&&... arguments) { return own().emplace_back(std::forward<Arguments>(arguments)...); }
    void resize(std::size_t size) { own().resize(size); }
    void assign(std::size_t size, const T& value) { own().assign(size, value); }
    /// Appends a range.
    template <class Iterator>
    void append(Iterator first, Iterator last) { own().insert(own_.end(), first, last); }
    /// The vector under it.
    std::vector<T>& own() {
        if (is_mapped_) {
            own_.assign(std::as_const(*this).begin(), std::as_const(*this).end());
            *this = table(std::move(own_));
        }
        return own_;
    }

private:
    std::vector<T> own_;
    const T* mapped_ = nullptr;
    std::size_t size_ = 0;
    const table_guard* guard_ = nullptr;
    bool is_mapped_ = false;
};

}  // namespace advise::engine
