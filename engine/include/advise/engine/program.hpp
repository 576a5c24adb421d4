// A rule base as one acyclic circuit of threshold gates over tests: what the evaluators read.
#pragma once

#include <advise/engine/rule_base.hpp>

#include <memory>

namespace advise::engine {

/// A rule base compiled for evaluation; immutable, may be shared between threads.
class program {
public:
    /// Compiles; the rule base must outlive the program. O(size). Throws std::logic_error when the rules have a cycle (they were not checked).
    explicit program(const rule_base& rules);
    struct data;
    /// What is compiled already; not null. O(1)
    explicit program(std::unique_ptr<const data> compiled);
    ~program();
    program(program&&) noexcept;
    program& operator=(program&&) noexcept;

    [[nodiscard]] const rule_base& rules() const;
    [[nodiscard]] const data& code() const { return *data_; }

private:
    std::unique_ptr<const data> data_;
};

}  // namespace advise::engine
