// The form of compiled rules (compiled.hpp).
//
//   head      file_head: magic, version, size; the hash of everything in front of the first section
//   sections  section_entry[section_count]
//   checks    the hash of every block of 4,096 elements of every section, in order
//   …         the sections, each aligned to 64 bytes, zeros between them
//
// Numbers are little-endian; a machine of the other order does not know the magic. The hashes find damage, not forgery: against that
// stands that every index is judged.
#pragma once

#include "circuit.hpp"
#include "name_tables.hpp"

#include <advise/engine/compiled.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace advise::engine::compiled_form {

/// Raised whenever the meaning or layout of anything in the file changes.
inline constexpr std::uint32_t version = 1;
inline constexpr std::uint64_t magic = 0x4256'4441'0A1A'E1ADULL;  // no text begins so: bytes AD E1 1A 0A "ADVB"
inline constexpr std::size_t alignment = 64;

enum class part : std::uint32_t {
    small,
    terms,
    conclusions,
    clauses,
    conditions,
    condition_children,
    test_values,
    depths,
    tests,
    ranges,
    gates,
    inputs,
    weights,
    conclusion_codes,
    evidence,
    class_of,
    first_of_class,
    class_literal,
    order,
    slots,
    entries,
    named,
    fact_labels,
    conclusion_labels,
    values,
    owners,
    texts,
    landmarks,
    count
};
inline constexpr std::size_t part_count = static_cast<std::size_t>(part::count);

struct section_entry {
    std::uint64_t offset = 0;  ///< from the beginning of the file
    std::uint64_t elements = 0;
    std::uint32_t element_bytes = 0;
    std::uint32_t first_check = 0;  ///< into checks
};

struct file_head {
    std::uint64_t magic = 0;
    std::uint32_t version = 0;
    std::uint32_t checks = 0;  ///< how many
    std::uint64_t bytes = 0;   ///< of the whole file
    std::uint64_t hash = 0;    ///< of all up to the last check, this taken as 0
    std::array<section_entry, part_count> sections;
};

/// A conclusion in the file.
struct conclusion_record {
    std::uint32_t term = 0;  ///< into terms
    std::uint32_t term_bytes = 0;
    std::uint32_t first_clause = 0;
    std::uint32_t clauses = 0;
    std::uint32_t words = nothing;  ///< into rule_base::concluded_words
    span where;
    std::uint16_t file = 0;
    std::uint8_t is_role = 0;
    std::uint8_t declared = 0;
};

/// A file that rules were read from. Its text stands in `texts`, its landmarks where it is kept as it is.
struct text_record {
    std::string name;
    std::string sha256;
    std::uint64_t first = 0;
    std::uint64_t bytes = 0;
    std::uint64_t first_landmark = 0;
    std::uint64_t landmarks = 0;  ///< 0: the reading text is not the written one, and is made again
};

static_assert(sizeof(condition) == 28 && sizeof(clause) == 28 && sizeof(circuit_gate) == 32 && sizeof(circuit_test) == 16
              && sizeof(weighted_literal) == 16 && sizeof(conclusion_code) == 24 && sizeof(conclusion_record) == 32
              && sizeof(file_head) == 32 + part_count * 24);

/// A hash of 64 bits of any bytes, as fast as memory is read: four lanes of the multiplication that symbols are hashed with.
std::uint64_t hash_of(const void* bytes, std::size_t size);

/// The elements of a block of that many bytes each.
inline constexpr std::size_t block_elements = std::size_t{1} << table_guard::block_bits;
inline constexpr std::uint64_t blocks_of(std::uint64_t elements) { return (elements + block_elements - 1) / block_elements; }

/// Whether a text is such as may stand in a rule file: valid UTF-8, no control characters but line ends and tabs, no bidirectional
/// controls. \param part it may begin and end inside a code point
bool sound_text(std::string_view text, bool part = false);

}  // namespace advise::engine::compiled_form
