// Makes engine/src/unicode_tables.cpp from the data of Unicode that ICU carries: scripts (UAX 24, UAX 31 table 5) and confusable characters (UTS 39, section 4).
// Whoever changes it runs it by hand; a test compares what it prints with what is committed, where ICU 72 (libicu-dev of Debian 12) is installed.
//
// What is left out, and why, stands in engine/src/unicode_tables.hpp.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

constexpr UChar32 last_point = 0x10FFFF;
/// The table has it look like ο; whoever reads Greek tells the two apart.
constexpr UChar32 sigma = 0x3C3;
/// What a Persian keyboard has: letters that nobody takes for one another, whatever the table says of their shapes.
constexpr std::u32string_view persian = U"ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی";

void check(UErrorCode error) {
    if (U_SUCCESS(error)) return;
    std::fprintf(stderr, "unicode_tables: %s\n", u_errorName(error));
    std::exit(1);
}

UScriptCode script_of(UChar32 point) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(point, &error);
    check(error);
    return script;
}

bool is_word_part(UChar32 point) { return (U_MASK(u_charType(point)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0; }

std::u32string points_of(const std::u16string& text) {
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        UChar32 point = 0;
        U16_NEXT(text.data(), i, text.size(), point);
        points += static_cast<char32_t>(point);
    }
    return points;
}

std::u16string text_of(UChar32 point) {
    UChar units[2];
    int length = 0;
    U16_APPEND_UNSAFE(units, length, point);
    return {units, static_cast<std::size_t>(length)};
}

std::u16string normalised(const UNormalizer2* form, const std::u16string& text) {
    UChar units[64];
    UErrorCode error = U_ZERO_ERROR;
    const int length = unorm2_normalize(form, text.data(), static_cast<int>(text.size()), units, 64, &error);
    check(error);
    return {units, static_cast<std::size_t>(length)};
}

// ---- scripts

struct range {
    UChar32 first, last;
    std::string script;
};

std::string script_name(UScriptCode script) {
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) return {};
    if (uscript_getUsage(script) != USCRIPT_USAGE_RECOMMENDED) return "other";
    std::string name = uscript_getShortName(script);
    name.front() = static_cast<char>(std::tolower(name.front()));
    return name;
}

std::vector<range> script_ranges() {
    std::vector<range> all;
    for (UChar32 point = 0; point <= last_point; ++point) {
        if (!u_isalpha(point)) continue;
        const std::string script = script_name(script_of(point));
        // Between two letters of one script only what is no letter may stand.
        if (!all.empty() && all.back().script == script) all.back().last = point;
        else all.push_back({point, point, script});
    }
    std::erase_if(all, [](const range& one) { return one.script.empty(); });
    return all;
}

// ---- confusables

class classes {
public:
    classes() {
        UErrorCode error = U_ZERO_ERROR;
        spoof_ = uspoof_open(&error);
        decomposed_ = unorm2_getNFDInstance(&error);
        compatible_ = unorm2_getNFKCInstance(&error);
        check(error);
        for (UChar32 point = 0x80; point <= last_point; ++point)
            if (!U_IS_SURROGATE(point) && is_word_part(point) && script_of(point) != USCRIPT_HANGUL && point != sigma) add(point);
    }

    ~classes() { uspoof_close(spoof_); }
    classes(const classes&) = delete;
    classes& operator=(const classes&) = delete;

    [[nodiscard]] std::map<UChar32, std::u32string> looks() const {
        std::map<UChar32, std::u32string> made;
        for (const auto& [look, members] : of_) {
            if (!std::all_of(look.begin(), look.end(), [](char32_t c) { return is_word_part(static_cast<UChar32>(c)); })) continue;
            for (const UChar32 point : members)
                if (look != std::u32string(1, static_cast<char32_t>(point))) made[point] = look;
        }
        for (const auto& [look, members] : arabic_) add_arabic(members, made);
        return made;
    }

private:
    /// Whatever normalisation changes is taken care of by the key of a term.
    void add(UChar32 point) {
        const std::u16string text = text_of(point);
        if (normalised(compatible_, text) != text) return;
        UChar units[64];
        UErrorCode error = U_ZERO_ERROR;
        const int length = uspoof_getSkeleton(spoof_, 0, text.data(), static_cast<int>(text.size()), units, 64, &error);
        check(error);
        const std::u16string skeleton(units, static_cast<std::size_t>(length));
        if (script_of(point) == USCRIPT_ARABIC) {
            if (u_isalpha(point)) arabic_[points_of(skeleton)].push_back(point);
        } else if (skeleton != normalised(decomposed_, text)) {
            of_[plainer(points_of(skeleton), point)].push_back(point);
        }
    }

    /// The table writes I and 1 as l, and m as rn. Here a capital stays one, and m is m.
    static std::u32string plainer(std::u32string look, UChar32 point) {
        if (u_isUUppercase(point) != 0)
            for (char32_t& c : look) c = c == U'l' ? U'I' : c;
        for (std::size_t at = look.find(U"rn"); at != look.npos; at = look.find(U"rn")) look.replace(at, 2, U"m");
        return look;
    }

    /// Arabic letters look like Arabic letters only: as the one of the class that a Persian keyboard has, or the first. Where it has two, they are told apart.
    static void add_arabic(const std::vector<UChar32>& members, std::map<UChar32, std::u32string>& made) {
        std::vector<UChar32> typed;
        for (const UChar32 point : members)
            if (persian.find(static_cast<char32_t>(point)) != persian.npos) typed.push_back(point);
        if (typed.size() > 1) return;
        const UChar32 as = typed.empty() ? members.front() : typed.front();
        for (const UChar32 point : members)
            if (point != as) made[point] = std::u32string(1, static_cast<char32_t>(as));
    }

    USpoofChecker* spoof_ = nullptr;
    const UNormalizer2 *decomposed_ = nullptr, *compatible_ = nullptr;
    std::map<std::u32string, std::vector<UChar32>> of_, arabic_;
};

// ---- printing

class line_printer {
public:
    void add(const std::string& item) {
        if (line_.size() + item.size() + 1 > 150) flush();
        line_ += (line_.empty() ? "    " : " ") + item;
    }
    void flush() {
        if (!line_.empty()) std::puts(line_.c_str());
        line_.clear();
    }

private:
    std::string line_;
};

std::string hex(char32_t point) {
    char text[16];
    std::snprintf(text, sizeof text, "0x%X", static_cast<unsigned>(point));
    return text;
}

void print_scripts() {
    const std::vector<range> all = script_ranges();
    std::puts("constexpr script_range scripts[] = {");
    line_printer lines;
    for (const range& one : all) lines.add("{" + hex(one.first) + ", " + hex(one.last) + ", script::" + one.script + "},");
    lines.flush();
    std::puts("};\n");
}

void print_confusables() {
    std::puts("constexpr confusable confusables[] = {");
    line_printer lines;
    for (const auto& [point, look] : classes().looks()) {
        std::string item = "{" + hex(point) + ", {";
        for (std::size_t i = 0; i < look.size(); ++i) item += (i == 0 ? "" : ", ") + hex(look[i]);
        lines.add(item + "}},");
    }
    lines.flush();
    std::puts("};\n");
}

}  // namespace

int main() {
    std::puts("// Made by cmake/unicode_tables.cpp; do not edit. A modified extract of the Unicode Character Database and of confusables.txt "
              "of UTS 39,");
    std::puts("// version " U_UNICODE_VERSION ".0. Copyright (c) 1991-2022 Unicode, Inc.; terms in cmake/LICENSE.unicode.");
    std::puts("#include \"unicode_tables.hpp\"\n\nnamespace advise::engine::unicode {\nnamespace {\n\n// clang-format off");
    print_scripts();
    print_confusables();
    std::puts("// clang-format on\n\n}  // namespace\n");
    std::puts("std::span<const script_range> script_table() { return scripts; }");
    std::puts("std::span<const confusable> confusable_table() { return confusables; }\n\n}  // namespace advise::engine::unicode");
}
