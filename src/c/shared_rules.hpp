// A rule base as all handles share it: read, compiled, constant.
#pragma once

#include <advise/engine/facts.hpp>
#include <advise/engine/people_block.hpp>
#include <advise/engine/program.hpp>
#include <advise/engine/rule_base.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace advise::c {

struct shared_rules {
    /// The rules must be without errors.
    explicit shared_rules(std::unique_ptr<engine::rule_base> read);

    std::unique_ptr<const engine::rule_base> rules;
    engine::program code;
    std::vector<engine::conclusion_id> roles;      ///< in order of declaration: the C interface counts roles alone
    std::vector<std::string> role_names;           ///< the term of each role, ended by a NUL as C wants it
    std::vector<std::uint32_t> role_of;            ///< of each conclusion its place among the roles
    std::vector<std::int64_t> max_points;          ///< of each role the sum of its positive evidence
    std::vector<engine::known_fact> open, closed;  ///< of each fact what is known when nothing is said of it

    /// The program prepared for evaluators, made by the first who asks: answers do not need it. From several threads at once.
    [[nodiscard]] const engine::block_program& prepared() const;

private:
    mutable std::once_flag prepared_once_;
    mutable std::optional<engine::block_program> prepared_;
};

}  // namespace advise::c

struct advise_rules {
    std::shared_ptr<const advise::c::shared_rules> shared;
};
