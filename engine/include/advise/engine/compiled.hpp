// Rules as a file that is mapped, not parsed: rule base, circuit, names and texts, in the form in which they are used.
//
// Nothing of a file is believed. Its head and what is small is judged when it is opened; the large tables stand in blocks, each with a
// checksum, which are judged when they are first looked at: the bytes, every index, every enumerator, and that what stands below something
// stands before it. So a file of a million concepts is open at once, and only what is used of it is read from the disk.
#pragma once

#include <advise/engine/program.hpp>
#include <advise/engine/rule_base.hpp>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace advise::engine {

/// How deep conditions may stand in one another in a compiled file; the language allows 128, several `after`s of a fact add to it.
inline constexpr unsigned compiled_depth = 1024;

/// The file for these rules, the same bytes for the same rules. \param sha256 of each of the rule base's files, in hexadecimal
/// \return nullopt where they are too large for it (more than 2^31 of anything) or too deep. O(size)
std::optional<std::string> compiled(const program& code, const std::vector<std::string>& sha256);

/// Whether a file begins like a compiled one, whatever its version. Eight bytes are enough.
bool is_compiled(std::string_view first_bytes);

/// A block of a compiled file that is not what was written; found while it is used.
class damaged_rules : public std::runtime_error {
public:
    explicit damaged_rules(const std::string& name) : std::runtime_error("damaged: " + name), name_(name) {}
    /// The file, as it is shown to people.
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    std::string name_;
};

/// Where the bytes of a compiled file come from.
struct compiled_bytes {
    std::string name;                       ///< as shown to people
    std::string_view bytes;                 ///< aligned to 64 bytes
    std::shared_ptr<const void> keeper;     ///< keeps them there; may be null
    bool trusted = false;                   ///< a part of the program: not judged but for its version
};

/// The rule base of a compiled file. What is wrong is an error of group A4 without a place. A program of these rules needs no compiling. O(conclusions) and
/// what is small; the rest when it is used, where `damaged_rules` may be thrown.
load_result open_compiled(compiled_bytes file);

/// Judges all of a compiled file now, so that using these rules throws nothing later; throws `damaged_rules`. Nothing for rules that were read as texts. O(size)
void judge_all(const rule_base& rules);

}  // namespace advise::engine
