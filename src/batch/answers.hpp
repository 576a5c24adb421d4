// The lines of a batch's answer (COMMANDS.md, Batch): dense JSON, one line for each record.
#pragma once

#include "record.hpp"

#include <advise/engine/people_block.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace advise::cli::batch {

/// Writes lines about people whose roles are known; shared by the threads of a run.
class answer_lines {
public:
    answer_lines(const engine::rule_base& rules, batch_output output);

    /// \param id as JSON; empty: none \param roles those whose verdict is yes or unknown, in order
    void append(std::string& out, std::string_view id, const std::vector<engine::role_outcome>& roles) const;

private:
    /// A comma and the name as JSON, padded.
    struct role_name {
        std::string text;
        std::size_t size = 0;
    };

    void append_names(std::string& out, std::span<const engine::role_outcome> roles) const;
    void append_roles(std::string& out, const std::vector<engine::role_outcome>& roles) const;
    void append_advice(std::string& out, const std::vector<engine::role_outcome>& roles) const;

    std::vector<role_name> names_;  ///< of roles, by conclusion
    batch_output output_;
};

void append_refusal(std::string& out, std::string_view id, const refusal& why);

}  // namespace advise::cli::batch
