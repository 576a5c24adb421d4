// The reading text of a source, and the way back from its offsets to lines and columns. Both tables have a fixed grain
// (every 64th byte read, every 512th byte written) instead of an entry for each line or change, so that a file made only of
// line ends, only of marks, or of one line costs no more than any other.
#include <advise/grammar/limits.hpp>
#include <advise/grammar/source.hpp>
#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <cstring>

namespace advise::grammar {
namespace {

constexpr std::size_t block = 64;    // bytes searched together
constexpr std::size_t origin_grain = 64;

struct change {
    std::uint32_t length = 0;   // bytes written; 0: nothing is changed here
    char put = 0;               // what is read instead; 0: nothing
};

unsigned byte_at(std::string_view text, std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; }

change change_at(std::string_view text, std::size_t i) {
    const unsigned first = byte_at(text, i);
    if (first < 0xC2) return {};
    const unsigned second = byte_at(text, i + 1);
    if (first == 0xC2 && second == 0xA0) return {2, ' '};                                          // U+00A0
    if ((first == 0xC2 && second == 0xAD) || (first == 0xD8 && second == 0x9C)) return {2, 0};     // U+00AD, U+061C
    if (first != 0xE2 || second != 0x80) return {};
    switch (byte_at(text, i + 2)) {
        case 0x8E: case 0x8F: return {3, 0};       // U+200E, U+200F
        case 0x90: case 0x91: return {3, '-'};     // U+2010, U+2011
        case 0x99: return {3, '\''};               // U+2019
        default: return {};
    }
}

// Reads two bytes past the block. No branch inside, so that the compiler can use vectors.
bool block_changes(const char* text) {
    const auto* p = reinterpret_cast<const unsigned char*>(text);
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i) {
        const unsigned char a = p[i], b = p[i + 1], c = p[i + 2];
        const bool two = ((a == 0xC2) & ((b == 0xA0) | (b == 0xAD))) | ((a == 0xD8) & (b == 0x9C));
        const bool three = (a == 0xE2) & (b == 0x80) & (((c >= 0x8E) & (c <= 0x91)) | (c == 0x99));
        any = static_cast<unsigned char>(any | static_cast<unsigned char>(two | three));
    }
    return any != 0;
}

std::size_t next_change(std::string_view text, std::size_t from) {
    for (; from < text.size(); from += block) {
        const bool whole = from + block + 2 <= text.size();
        if (whole && !block_changes(text.data() + from)) continue;
        const std::size_t end = std::min(from + block, text.size());
        for (std::size_t i = from; i < end; ++i)
            if (change_at(text, i).length != 0) return i;
    }
    return std::string_view::npos;
}

std::size_t line_ends(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

source::source(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) bom_ = 3;
    clean();
}

source::source(std::string name, std::shared_ptr<const kept_text> kept) : name_(std::move(name)), kept_(std::move(kept)) {
    if (kept_->bytes().starts_with("\xEF\xBB\xBF")) bom_ = 3;
}

std::string_view source::all_kept() const {
    kept_->need(0, kept_->bytes().size());
    return kept_->bytes();
}

std::string_view source::written_part(std::size_t from, std::size_t count) const {
    if (!kept_) return written().substr(from, count);
    const std::string_view all = kept_->bytes().substr(bom_);
    const std::string_view part = all.substr(std::min(from, all.size()), count);
    kept_->need(bom_ + from, bom_ + from + part.size());
    return part;
}

// Whatever the span is: never out of bounds, never a part of a code point.
std::string_view source::text_kept(span s) const {
    const std::size_t size = reading_size();
    std::size_t begin = std::min<std::size_t>(s.begin, size), end = std::min<std::size_t>(s.end, size);
    if (begin >= end) return {};
    constexpr std::size_t most_continuations = 3;
    const std::string_view part = written_part(begin, end - begin + most_continuations);
    const auto inside = [&](std::size_t at) { return at < part.size() && (static_cast<unsigned char>(part[at]) & 0xC0U) == 0x80U; };
    end -= begin;
    for (begin = 0; inside(begin);) ++begin;
    while (inside(end)) ++end;
    return begin < end ? part.substr(begin, end - begin) : std::string_view();
}

std::size_t source::reading_size() const { return kept_ ? kept_->bytes().size() - bom_ : text().size(); }

void source::clean() {
    const std::string_view text = written();
    std::size_t copied = 0;
    for (std::size_t at = next_change(text, 0); at != std::string_view::npos; at = next_change(text, copied)) {
        if (!cleaned_) {
            cleaned_ = std::make_unique<std::string>();
            cleaned_->reserve(text.size());
        }
        copy(copied, at - copied);
        const change found = change_at(text, at);
        copied = at + found.length;
        if (found.put == 0) {
            note_dropped(at);
        } else {
            copy(at, 1);
            cleaned_->back() = found.put;
        }
    }
    if (cleaned_) copy(copied, text.size() - copied);
}

void source::copy(std::size_t from, std::size_t count) {
    const std::size_t before = cleaned_->size();
    cleaned_->append(written(), from, count);
    for (std::size_t next = origins_.size() * origin_grain; next < cleaned_->size(); next += origin_grain)
        origins_.push_back(static_cast<std::uint32_t>(from + (next - before)));
}

void source::note_dropped(std::size_t at) {
    const std::string_view between = written().substr(last_mark_, at - last_mark_);
    if (marked_lines_ == 0 || between.find('\n') != std::string_view::npos) {
        ++marked_lines_;
        if (dropped_.size() < limits::errors_per_file) dropped_.push_back(static_cast<std::uint32_t>(cleaned_->size()));
    }
    last_mark_ = at;
}

std::uint32_t source::written_offset(std::uint32_t offset) const {
    if (!cleaned_) return offset;
    const std::string_view text = written();
    if (offset >= cleaned_->size()) return static_cast<std::uint32_t>(text.size());
    std::size_t reading = offset / origin_grain * origin_grain;
    std::size_t at = origins_[offset / origin_grain];
    for (;;) {
        const change here = change_at(text, at);
        const bool dropped = here.length != 0 && here.put == 0;
        if (reading == offset && !dropped) return static_cast<std::uint32_t>(at);
        at += std::max(here.length, 1u);
        reading += !dropped;
    }
}

std::uint32_t source::reading_offset(std::uint32_t target) const {
    if (!cleaned_) return target;
    const auto after = std::upper_bound(origins_.begin(), origins_.end(), target);
    if (after == origins_.begin()) return 0;
    const auto entry = static_cast<std::size_t>(after - origins_.begin()) - 1;
    std::size_t reading = entry * origin_grain;
    for (std::size_t at = origins_[entry]; at < target && reading < cleaned_->size();) {
        const change here = change_at(written(), at);
        at += std::max(here.length, 1u);
        reading += here.length == 0 || here.put != 0;
    }
    return static_cast<std::uint32_t>(reading);
}

bool source::has_bad(span where) const {
    const auto first = std::partition_point(bad_.begin(), bad_.end(), [&](span bad) { return bad.end <= where.begin; });
    return first != bad_.end() && first->begin < where.end;
}

// ---------------------------------------------------------------- lines and columns

std::vector<landmark> landmarks_of(std::string_view text) {
    std::vector<landmark> all;
    all.reserve(text.size() / landmark_grain + 1);
    landmark here{0, 0};
    for (std::size_t at = 0;; at += landmark_grain) {
        all.push_back(here);
        if (at + landmark_grain > text.size()) return all;
        const std::string_view part = text.substr(at, landmark_grain);
        const std::size_t last = part.rfind('\n');
        here.line_ends += static_cast<std::uint32_t>(line_ends(part));
        here.column = last == std::string_view::npos ? here.column + static_cast<std::uint32_t>(code_points(part))
                                                     : static_cast<std::uint32_t>(code_points(part.substr(last + 1)));
    }
}

std::span<const landmark> source::landmarks() const {
    if (kept_) return kept_->landmarks();
    std::call_once(indexed_, [this] { landmarks_ = landmarks_of(written()); });
    return landmarks_;
}

position source::position_of(std::uint32_t offset) const {
    const std::size_t at = written_offset(std::min(offset, static_cast<std::uint32_t>(reading_size())));
    const landmark& mark = landmarks()[at / landmark_grain];
    const std::string_view part = written_part(at / landmark_grain * landmark_grain, at % landmark_grain);
    const std::size_t last = part.rfind('\n');
    if (last == std::string_view::npos) return {mark.line_ends + 1, mark.column + static_cast<std::uint32_t>(code_points(part)) + 1};
    return {mark.line_ends + static_cast<std::uint32_t>(line_ends(part)) + 1,
            static_cast<std::uint32_t>(code_points(part.substr(last + 1))) + 1};
}

// Offset behind the line end before a line; npos when there are not so many lines.
std::size_t source::start_of_line(std::uint32_t number) const {
    if (number <= 1) return 0;
    const std::uint32_t wanted = number - 1;   // line ends before it
    const std::span<const landmark> marks = landmarks();
    const auto after = std::partition_point(marks.begin(), marks.end(), [&](const landmark& m) { return m.line_ends < wanted; });
    std::uint32_t passed = (after - 1)->line_ends;   // the first landmark has 0
    std::size_t at = static_cast<std::size_t>(after - 1 - marks.begin()) * landmark_grain;
    while (passed < wanted) {
        at = written().find('\n', at);
        if (at == std::string_view::npos) return at;
        ++at, ++passed;
    }
    return at;
}

std::string_view source::line(std::uint32_t number) const {
    const std::string_view text = written();
    const std::size_t start = start_of_line(number);
    if (start == std::string_view::npos) return {};
    std::string_view found = text.substr(start, text.find('\n', start) - start);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

std::uint32_t source::lines() const {
    const std::string_view text = written();
    const std::size_t tail = (landmarks().size() - 1) * landmark_grain;
    const auto ends = landmarks().back().line_ends + static_cast<std::uint32_t>(line_ends(text.substr(tail)));
    return std::max(1u, text.ends_with('\n') ? ends : ends + 1);
}

}  // namespace advise::grammar
