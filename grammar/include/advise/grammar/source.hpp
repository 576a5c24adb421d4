// One text that people wrote: a rule file or a profile. Offsets inside, lines outside: the code carries byte offsets
// (`span`), and only whoever prints asks a source for line and column.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// Where a stretch of 512 bytes of a written text begins.
struct landmark {
    std::uint32_t line_ends = 0;        ///< before it
    std::uint32_t column = 0;           ///< code points since the last one
};
inline constexpr std::size_t landmark_grain = 512;

/// The landmarks of a text: one for each stretch, the last perhaps empty. O(bytes)
std::vector<landmark> landmarks_of(std::string_view written);

/// A text that stands elsewhere, in a file that is mapped, and is checked when it is looked at.
class kept_text {
public:
    virtual ~kept_text() = default;
    /// All bytes, which nobody may look at before `need`.
    [[nodiscard]] virtual std::string_view bytes() const = 0;
    /// These bytes are going to be looked at. Throws where they are damaged. Safe from several threads.
    virtual void need(std::size_t begin, std::size_t end) const = 0;
    /// As of `landmarks_of`, checked.
    [[nodiscard]] virtual std::span<const landmark> landmarks() const = 0;
    /// Of all bytes, in hexadecimal.
    [[nodiscard]] virtual std::string_view sha256() const = 0;
};

/// A text with its name. The *reading text* is what the grammar sees: the bytes as written, without a leading BOM,
/// without the marks that ride along in pasted Persian (U+200E, U+200F, U+061C, U+00AD), with U+00A0 as a blank,
/// U+2019 as an apostrophe, U+2010 and U+2011 as a hyphen. Where nothing had to be replaced both are one buffer;
/// otherwise a table leads each reading offset back, so that positions are always those of the written text.
class source {
public:
    /// Takes the bytes as they are and makes the reading text; does not judge them (see `read_source`).
    source(std::string name, std::string bytes);
    /// A text that needs no change to be read: the reading text is the written one. It is looked at where somebody asks.
    source(std::string name, std::shared_ptr<const kept_text> kept);
    source(const source&) = delete;
    source& operator=(const source&) = delete;

    /// As the user named it; for messages and JSON.
    [[nodiscard]] const std::string& name() const { return name_; }
    /// What the grammar reads; spans point into it. Lives as long as the source.
    [[nodiscard]] std::string_view text() const { return cleaned_ ? std::string_view(*cleaned_) : written(); }
    /// The bytes as written (after a BOM).
    [[nodiscard]] std::string_view written() const { return bytes().substr(bom_); }
    /// All bytes, BOM included; for hashing.
    [[nodiscard]] std::string_view bytes() const { return kept_ ? all_kept() : std::string_view(bytes_); }
    /// The SHA-256 of all bytes in hexadecimal, where it is known; "" otherwise.
    [[nodiscard]] std::string_view known_sha256() const { return kept_ ? kept_->sha256() : std::string_view(); }
    /// The text of a span.
    [[nodiscard]] std::string_view text(span s) const { return kept_ ? text_kept(s) : text().substr(s.begin, s.end - s.begin); }
    /// Whether the reading text is the written one.
    [[nodiscard]] bool is_plain() const { return cleaned_ == nullptr; }

    /// Line and column of an offset into the reading text (its end included). O(1): the first call indexes the text in
    /// O(bytes), each call then looks at a few hundred bytes, however long the line. Safe from several threads.
    [[nodiscard]] position position_of(std::uint32_t offset) const;
    /// Offset in `written()` of an offset into the reading text; behind marks that were dropped there.
    [[nodiscard]] std::uint32_t written_offset(std::uint32_t offset) const;
    /// The other way round; inside something replaced or dropped, what stands after it.
    [[nodiscard]] std::uint32_t reading_offset(std::uint32_t written) const;
    /// A line (from 1) as written, without its line end; empty past the last. May be very long.
    [[nodiscard]] std::string_view line(std::uint32_t number) const;
    /// Number of lines, at least 1; a line end at the end of the text begins no further line.
    [[nodiscard]] std::uint32_t lines() const;

    /// Reading offsets behind the first dropped mark of a line (for the note), the first `limits::errors_per_file` of
    /// them; empty for nearly all files.
    [[nodiscard]] const std::vector<std::uint32_t>& dropped_marks() const { return dropped_; }
    /// In how many lines marks were dropped.
    [[nodiscard]] std::uint32_t marked_lines() const { return marked_lines_; }

    /// Stretches of the reading text that no text may hold and that `read_source` has reported, in order: a statement
    /// that holds one is left out without a further word. Empty for nearly all files.
    [[nodiscard]] const std::vector<span>& bad() const { return bad_; }
    /// Whether a stretch holds anything bad. O(log).
    [[nodiscard]] bool has_bad(span where) const;
    void set_bad(std::vector<span> found) { bad_ = std::move(found); }

    /// Place of this source among those of a run; diagnostics are ordered by it first.
    [[nodiscard]] std::uint32_t ordinal() const { return ordinal_; }
    void set_ordinal(std::uint32_t n) { ordinal_ = n; }

private:
    void clean();
    void copy(std::size_t from, std::size_t count);
    void note_dropped(std::size_t at);
    [[nodiscard]] std::string_view all_kept() const;
    [[nodiscard]] std::string_view text_kept(span s) const;
    [[nodiscard]] std::string_view written_part(std::size_t from, std::size_t count) const;
    [[nodiscard]] std::size_t reading_size() const;
    [[nodiscard]] std::span<const landmark> landmarks() const;
    [[nodiscard]] std::size_t start_of_line(std::uint32_t number) const;

    std::string name_;
    std::string bytes_;
    std::shared_ptr<const kept_text> kept_;         ///< instead of `bytes_`
    std::size_t bom_ = 0;
    std::unique_ptr<std::string> cleaned_;          ///< null while the written text needs no change
    std::vector<std::uint32_t> origins_;            ///< where every 64th byte of `cleaned_` was written
    std::vector<std::uint32_t> dropped_;
    std::uint32_t marked_lines_ = 0;
    std::size_t last_mark_ = 0;                     ///< written offset behind the last dropped mark
    std::vector<span> bad_;
    mutable std::once_flag indexed_;
    mutable std::vector<landmark> landmarks_;       ///< filled by the first question
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
