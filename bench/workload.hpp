// An abstract rule workload of the shape of the common one: attributes with five levels, concepts in layers, roles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace advise::bench {

struct expression {
    enum class kind : std::uint8_t { at_level, concept_, all, any, count } of = kind::at_level;
    bool negated = false;
    std::uint32_t subject = 0;  ///< attribute or concept
    std::uint32_t level = 1;
    std::uint32_t least = 0;  ///< count
    std::vector<expression> parts;
};

/// Concepts refer to attributes and to concepts of earlier layers.
inline constexpr std::uint32_t concept_layers = 8;

struct workload {
    std::uint32_t attributes = 0;
    std::vector<expression> concepts, roles;
};

/// Deterministic.
workload make_workload(std::uint32_t attributes, std::uint32_t concepts, std::uint32_t roles, std::uint64_t seed);

/// As a rule file, and as one SQL text for the sqlite3 shell that answers for one profile.
std::string as_rules(const workload& w);
std::string as_sql(const workload& w, const std::string& values);

/// A profile that lists some of the attributes: as a profile text, as SQL values of all attributes, and as their levels.
struct listed {
    std::string text, values;
    std::vector<std::uint32_t> levels;
};
listed make_profile(const workload& w, std::uint64_t seed, double density, bool closed);

/// A CLIPS program that prints the roles of one profile, given the level of each attribute.
std::string as_clips(const workload& w, const std::vector<std::uint32_t>& levels);

}  // namespace advise::bench
