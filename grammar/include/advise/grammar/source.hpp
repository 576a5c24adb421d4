// One text that people wrote: a rule file or a profile. Offsets inside, lines outside: the code carries byte offsets
// (`span`), and only whoever prints asks a source for line and column.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace advise::grammar {

class diagnostics;

/// Half-open range of bytes [begin, end) in the reading text of one source.
struct span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const span&, const span&) = default;
};

/// A line and a column, both from 1; columns count code points of the text as it was written.
struct position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    friend bool operator==(const position&, const position&) = default;
};

/// A text with its name. The *reading text* is what the grammar sees: the bytes as written, without a leading BOM,
/// without the marks that ride along in pasted Persian (U+200E, U+200F, U+061C, U+00AD), with U+00A0 as a blank,
/// U+2019 as an apostrophe, U+2010 and U+2011 as a hyphen. Where nothing had to be replaced both are one buffer;
/// otherwise a table leads each reading offset back, so that positions are always those of the written text.
class source {
public:
    /// Takes the bytes as they are and makes the reading text; does not judge them (see `read_source`).
    source(std::string name, std::string bytes);
    source(const source&) = delete;
    source& operator=(const source&) = delete;

    /// As the user named it; for messages and JSON.
    [[nodiscard]] const std::string& name() const { return name_; }
    /// What the grammar reads; spans point into it. Lives as long as the source.
    [[nodiscard]] std::string_view text() const { return cleaned_ ? std::string_view(*cleaned_) : written(); }
    /// The bytes as written (after a BOM).
    [[nodiscard]] std::string_view written() const { return std::string_view(bytes_).substr(bom_); }
    /// All bytes, BOM included; for hashing.
    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    /// The text of a span.
    [[nodiscard]] std::string_view text(span s) const { return text().substr(s.begin, s.end - s.begin); }

    /// Line and column of an offset into the reading text. O(log lines) after the first call, which is O(bytes).
    [[nodiscard]] position position_of(std::uint32_t offset) const;
    /// Offset in `written()` of an offset into the reading text.
    [[nodiscard]] std::uint32_t written_offset(std::uint32_t offset) const;
    /// A line (from 1) as written, without its line end; empty past the last.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    /// Number of lines.
    [[nodiscard]] std::uint32_t lines() const;

    /// Reading offsets at which a mark was dropped (for the note); empty for nearly all files.
    [[nodiscard]] const std::vector<std::uint32_t>& dropped_marks() const { return dropped_; }

    /// Place of this source among those of a run; diagnostics are ordered by it first.
    [[nodiscard]] std::uint32_t ordinal() const { return ordinal_; }
    void set_ordinal(std::uint32_t n) { ordinal_ = n; }

private:
    void clean();
    void index_lines() const;

    std::string name_;
    std::string bytes_;
    std::size_t bom_ = 0;
    std::unique_ptr<std::string> cleaned_;               ///< null while the written text needs no change
    struct shift { std::uint32_t reading, written; };    ///< from this reading offset on, written = reading + difference
    std::vector<shift> shifts_;                          ///< ascending
    std::vector<std::uint32_t> dropped_;
    mutable std::vector<std::uint32_t> line_starts_;     ///< written offsets; filled by the first question
    std::uint32_t ordinal_ = 0;
};

using source_ptr = std::shared_ptr<const source>;

/// A stretch of one source.
struct place {
    const source* file = nullptr;
    span where;
};

/// Makes a source of bytes and reports what no text may hold: invalid UTF-8, NUL and other control characters,
/// bidirectional controls; another encoding is named once. Notes each line with dropped marks. O(bytes).
/// \param name as the user wrote it  \param bytes the whole file  \param ordinal order of the file in this run
/// \return never null. When `usable` is set to false nothing of it should be parsed (no text at all, another encoding).
std::shared_ptr<source> read_source(std::string name, std::string bytes, std::uint32_t ordinal, diagnostics& out, bool& usable);

}  // namespace advise::grammar
