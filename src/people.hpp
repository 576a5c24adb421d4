// People under two versions of the rules: NDJSON, a JSON profile on each line, or CSV, as `advise batch` reads them.
#pragma once

#include "context.hpp"

#include <advise/engine/difference.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace advise::cli {

/// A role under both versions; nothing where a version does not have it.
struct role_shift {
    std::size_t role = 0;  ///< index into difference::roles
    std::optional<engine::role_advice> before, after;
};

struct affected_person {
    std::string id;  ///< "id" of the record, or its name; empty: neither
    std::uint64_t line = 0;
    std::vector<role_shift> roles;  ///< those whose verdict or points differ
    bool order = false;             ///< the order of the roles differs, nothing else
    bool exact = true;              ///< false: some advice was more work than the limit allows, so that it may be the same
};

/// A line that could not be compared.
struct unread_line {
    enum class reader : std::uint8_t { both, old, now } by{};  ///< who cannot read it
    std::uint64_t line = 0;
    std::string message;
};

struct people_difference {
    std::string name;  ///< of the file
    std::size_t compared = 0;
    std::vector<affected_person> affected;  ///< in the order of the file
    std::vector<unread_line> unread;
    std::vector<std::string> ignored;  ///< keys that name a fact in neither version, in the order in which they came; at most `most_ignored`
};

inline constexpr std::size_t most_ignored = 20;

/// What the versions are, and how they differ.
struct compared_rules {
    const engine::program& old;
    const engine::program& now;
    const engine::difference& found;
};

/// Reads the file of `--profiles` and advises everybody in it under both versions. \return nothing when it cannot be read, which has been reported
std::optional<people_difference> compare_people(context& run, const compared_rules& rules);

}  // namespace advise::cli
