// What is wrong with a text, as data: a message id with its arguments, a place, notes with other places, help.
// The sentences stand in one catalogue, English and Persian (messages.hpp); nothing here is prose.
#pragma once

#include <advise/grammar/messages.hpp>
#include <advise/grammar/source.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace advise::grammar {

/// A sentence to be made: which one, and what stands in its holes {0}, {1}, …
struct sentence {
    message id{};
    grammar::arguments arguments;
};

/// A further place that explains a diagnostic ("first declared here").
struct diagnostic_note {
    sentence text;
    place at;
};

/// A profile that shows what is meant: lines as they can be written into a file.
struct diagnostic_profile {
    sentence heading;
    std::vector<std::string> lines;
};

/// One finding. Code and severity follow from the id (see messages.hpp).
struct diagnostic {
    sentence text;
    place at;
    std::vector<diagnostic_note> notes;
    std::vector<diagnostic_profile> profiles;
    std::vector<sentence> help;      ///< what to type instead; usually none or one

    [[nodiscard]] enum severity severity() const { return severity_of(text.id); }
};

/// Collects the findings of one run. Keeps at most `limits::errors_per_file` errors and `limits::warnings_per_file` others of each file
/// and counts the rest;
/// a second finding of the same id at the same place is dropped.
class diagnostics {
public:
    /// Adds a finding; returns it so that notes and help can be hung on, until the next is added (a dropped one goes to a
    /// scratch object).
    diagnostic& add(message id, place at, arguments filled = {});

    [[nodiscard]] bool has_errors() const { return errors_ != 0; }
    /// Errors found, those over the limit included.
    [[nodiscard]] std::size_t errors() const { return errors_; }
    /// Whether this file had an error.
    [[nodiscard]] bool has_errors(const source& file) const;

    /// Everything kept, in order of place (file by ordinal, then offset, then order of finding); where errors or warnings
    /// of a file were left out, its last diagnostics are the messages that say how many. O(n log n).
    [[nodiscard]] std::vector<diagnostic> sorted() const;
    [[nodiscard]] bool empty() const { return kept_.empty(); }

    /// Moves all of another collection behind this one's.
    void append(diagnostics&& other);

private:
    diagnostic& admit(diagnostic&& found);

    struct tally {
        std::size_t found = 0, left_out = 0;
        place first_left_out;
    };
    struct counted { tally errors, others; };
    void leave_out(tally& of, std::size_t how_many, const place& first);

    std::vector<diagnostic> kept_;
    std::map<const source*, counted> files_;
    std::map<std::pair<const source*, std::uint64_t>, std::size_t> seen_;   ///< (file, begin<<16 | id) -> index in kept_
    std::size_t errors_ = 0;
    diagnostic scratch_;
};

}  // namespace advise::grammar
