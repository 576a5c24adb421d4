// `advise test --mutate --write-tests FILE`: where the proposed tests go.
#pragma once

#include "context.hpp"
#include "test_run.hpp"

#include <advise/engine/rule_base.hpp>

#include <optional>

namespace advise::cli {

/// Where tests can go that import the rules: a new file in their folder or above it, or one of the files that were read, at its end. Nothing that stands in a file is ever
/// lost.
class test_writing {
public:
    /// Looks before anything is worked out whether it will be possible; complains where it is not.
    /// \param rules without errors; must outlive the object
    static std::optional<test_writing> prepare(context& run, const engine::rule_base& rules);

    /// Writes a test for each group of survivors; nothing where there is none. The file is there whole or as it was.
    /// \return nullopt where it could not be written; complained of already
    std::optional<tests_written> write(context& run, const std::vector<engine::mutant>& all) const;

private:
    explicit test_writing(const engine::rule_base& rules) : rules_(&rules) {}

    const engine::rule_base* rules_;
    std::string before_;  ///< what stands before the tests: the file as it is, or the head of a new one
    bool added_ = false;
};

}  // namespace advise::cli
