// Guesses on the nature of a file. They are only asked when the file cannot be read anyway, except for the signatures,
// none of which can begin a rule file or a profile.
#include "encoding.hpp"

#include <array>

namespace advise::grammar {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sample_size = 4096;

struct signature { std::string_view bytes; message kind; std::string_view iconv = {}; };

constexpr std::array signatures{
    signature{"\xFF\xFE\0\0"sv, message::kind_utf32, "UTF-32"}, signature{"\0\0\xFE\xFF"sv, message::kind_utf32, "UTF-32"},
    signature{"\xFF\xFE"sv, message::kind_utf16, "UTF-16"},     signature{"\xFE\xFF"sv, message::kind_utf16, "UTF-16"},
    signature{"\x7F" "ELF"sv, message::kind_program},           signature{"MZ\x90\0"sv, message::kind_program},
    signature{"\x89PNG"sv, message::kind_image},                signature{"\xFF\xD8\xFF"sv, message::kind_image},
    signature{"GIF87a"sv, message::kind_image},                 signature{"GIF89a"sv, message::kind_image},
    signature{"\x1F\x8B"sv, message::kind_compressed},
    signature{"BZh91AY&SY"sv, message::kind_compressed},               signature{"\xFD" "7zXZ\0"sv, message::kind_compressed},
    signature{"\x28\xB5\x2F\xFD"sv, message::kind_compressed},  signature{"7z\xBC\xAF"sv, message::kind_compressed},
    signature{"PK\x03\x04"sv, message::kind_zip},               signature{"%PDF-"sv, message::kind_pdf},
    signature{"SQLite format 3\0"sv, message::kind_sqlite},     signature{"{\\rtf"sv, message::kind_rtf},
    signature{"<!DOCTYPE"sv, message::kind_web_page},           signature{"<!doctype"sv, message::kind_web_page},
    signature{"<html"sv, message::kind_web_page},               signature{"<?xml"sv, message::kind_web_page},
};

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

// Text in UTF-16 or UTF-32 that is mostly ASCII has its NUL bytes at fixed places of each unit of 2 or 4 bytes.
encoding_guess guess_by_nuls(std::string_view sample) {
    std::array<std::size_t, 4> nuls{};
    for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 4] += sample[i] == '\0';
    const std::size_t units = sample.size() / 4, most = units - units / 4, few = units / 16;   // three quarters; hardly any
    const auto holds = [&](bool a, bool b, bool c, bool d) {
        const std::array wanted{a, b, c, d};
        for (std::size_t i = 0; i < 4; ++i)
            if (wanted[i] ? nuls[i] < most : nuls[i] > few) return false;
        return true;
    };
    const std::size_t first = sample.find('\0');
    if (units < 2 || first == std::string_view::npos) return {};
    if (holds(true, true, true, false)) return {message::kind_utf32, "UTF-32BE", first};
    if (holds(false, true, true, true)) return {message::kind_utf32, "UTF-32LE", first};
    if (holds(true, false, true, false)) return {message::kind_utf16, "UTF-16BE", first};
    if (holds(false, true, false, true)) return {message::kind_utf16, "UTF-16LE", first};
    return {};
}

// Letters, digits, blanks and line ends of EBCDIC; its blank (0x40) is common, the ASCII blank means nothing there.
bool looks_like_ebcdic(std::string_view sample) {
    std::size_t known = 0, blanks = 0, ascii_blanks = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const unsigned b = byte_at(sample, i), low = b & 0x0Fu, high = b >> 4;
        const bool letter = (high == 0x8 || high == 0x9 || high == 0xC || high == 0xD) && low >= 1 && low <= 9;
        const bool more = (high == 0xA || high == 0xE) && low >= 2 && low <= 9;
        const bool digit = high == 0xF && low <= 9, punctuation = high >= 4 && high <= 7 && (low == 0 || low >= 0xA);
        known += letter || more || digit || punctuation || b == 0x15 || b == 0x25 || b == 0x0D;
        blanks += b == 0x40;
        ascii_blanks += b == 0x20;
    }
    return sample.size() >= 16 && known * 10 >= sample.size() * 9 && blanks * 50 >= sample.size() && ascii_blanks * 50 < sample.size();
}

}  // namespace

encoding_guess guess_by_signature(std::string_view bytes) {
    for (const signature& known : signatures)
        if (bytes.starts_with(known.bytes)) return {known.kind, known.iconv, 0};
    return {};
}

encoding_guess guess_by_faults(std::string_view text, const fault_counts& faults) {
    const std::string_view sample = text.substr(0, sample_size);
    if (text.find_first_not_of('\0') == std::string_view::npos) return {message::kind_nothing_but_nul, {}, 0};
    if (const encoding_guess wide = guess_by_nuls(sample); wide.kind != message::none) return wide;
    if (faults.bad_stretches != 0) {
        if (sample.find('\0') != std::string_view::npos) return {message::kind_binary, {}, faults.first};
        if (looks_like_ebcdic(sample)) return {message::kind_ebcdic, "IBM037", faults.first};
    }
    const bool dense = faults.bad_stretches >= 4 && faults.bad_bytes * 8 > faults.scanned;
    if (!dense && !faults.cut_off) return {};
    const bool text_like = faults.controls * 8 < faults.bad_stretches;
    return {text_like ? message::kind_legacy_encoding : message::kind_binary, {}, faults.first};
}

}  // namespace advise::grammar
