// What is small in a compiled file: written and read element by element by the same lists of members.
#pragma once

#include "compiled_format.hpp"

#include <algorithm>
#include <concepts>
#include <cstring>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace advise::engine::compiled_form {

/// All of a rule base that is no table, and the texts it was read from.
struct small_things {
    std::vector<text_record> texts;
    std::string title, language, effort_unit;
    std::vector<scale> scales;
    std::vector<fact> facts;
    std::vector<clause_words> wordings;
    std::vector<conclusion_words> concluded_words;
    std::vector<cited_source> cited;
    std::vector<test_block> tests;
    std::vector<claim> claims;
    std::uint64_t symbol_seed = 0;
    std::uint32_t symbols = 0;
};

template <class T, class U>
concept same = std::same_as<std::remove_const_t<T>, U>;

// One list of members for both ways. `Archive` takes any number of them.
void carry(auto& a, same<span> auto& x) { a(x.begin, x.end); }
void carry(auto& a, same<origin> auto& x) { a(x.file, x.where); }
void carry(auto& a, same<localised> auto& x) { a(x.language, x.text); }
void carry(auto& a, same<because> auto& x) { a(x.language, x.text); }
void carry(auto& a, same<citation> auto& x) { a(x.source, x.text); }
void carry(auto& a, same<option> auto& x) { a(x.term, x.labels, x.at); }
void carry(auto& a, same<scale> auto& x) { a(x.term, x.levels, x.at, x.built_in); }
void carry(auto& a, same<effort> auto& x) { a(x.micro); }
void carry(auto& a, same<fact> auto& x) {
    a(x.term, x.type, x.declared, x.scale, x.options, x.least, x.greatest, x.has_range, x.unit, x.labels, x.aka, x.questions, x.effort, x.after,
      x.at);
}
void carry(auto& a, same<clause_words> auto& x) { a(x.rule_name, x.reasons, x.citations); }
void carry(auto& a, same<points_requirement> auto& x) { a(x.points, x.at, x.reasons, x.citations); }
void carry(auto& a, same<conclusion_words> auto& x) { a(x.labels, x.aka, x.needs); }
void carry(auto& a, same<cited_source> auto& x) { a(x.term, x.title, x.url, x.at); }
void carry(auto& a, same<expectation> auto& x) { a(x.kind, x.role, x.verdict, x.low, x.high, x.at); }
void carry(auto& a, same<test_block> auto& x) { a(x.title, x.given, x.expected, x.at); }
void carry(auto& a, same<claim> auto& x) { a(x.kind, x.body, x.about, x.fact, x.at); }
void carry(auto& a, same<text_record> auto& x) { a(x.name, x.sha256, x.first, x.bytes, x.first_landmark, x.landmarks); }
void carry(auto& a, same<small_things> auto& x) {
    a(x.texts, x.title, x.language, x.effort_unit, x.scales, x.facts, x.wordings, x.concluded_words, x.cited, x.tests, x.claims, x.symbol_seed,
      x.symbols);
}

class small_writer {
public:
    template <class... T>
    void operator()(const T&... all) {
        (put(all), ...);
    }
    std::string bytes;

private:
    template <class T>
    void put(const T& x) {
        if constexpr (std::is_enum_v<T>) put(static_cast<std::uint8_t>(x));
        else if constexpr (std::same_as<T, bool>) put(static_cast<std::uint8_t>(x ? 1 : 0));
        else if constexpr (std::integral<T>) bytes.append(reinterpret_cast<const char*>(&x), sizeof x);
        else carry(*this, x);
    }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes += text;
    }
    template <class T>
    void put(const std::vector<T>& all) {
        put(static_cast<std::uint32_t>(all.size()));
        for (const T& x : all) put(x);
    }
    template <class T>
    void put(const std::optional<T>& x) {
        put(x.has_value());
        if (x) put(*x);
    }
};

/// After anything that cannot be, `good` is false and what was read is of no use; nothing outside `left` is looked at.
class small_reader {
public:
    explicit small_reader(std::string_view bytes, bool trusted) : left_(bytes), trusted_(trusted) {}
    template <class... T>
    void operator()(T&... all) {
        (take(all), ...);
    }
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return left_.empty(); }

private:
    template <class T>
    void take(T& x) {
        if constexpr (std::is_enum_v<T>) {
            std::uint8_t number = 0;
            take(number);
            good_ = good_ && number <= last(T());
            if (good_) x = static_cast<T>(number);
        } else if constexpr (std::same_as<T, bool>) {
            std::uint8_t number = 0;
            take(number);
            good_ = good_ && number <= 1;
            x = number == 1;
        } else if constexpr (std::integral<T>) {
            if (!enough(sizeof x)) return;
            std::memcpy(&x, left_.data(), sizeof x);
            left_.remove_prefix(sizeof x);
        } else {
            carry(*this, x);
        }
    }
    void take(std::string& text) {
        std::uint32_t size = 0;
        take(size);
        if (!enough(size)) return;
        text = left_.substr(0, size);
        left_.remove_prefix(size);
        good_ = good_ && (trusted_ || sound_text(text));
    }
    template <class T>
    void take(std::vector<T>& all) {
        std::uint32_t size = 0;
        take(size);
        if (!enough(size)) return;  // each takes a byte at least
        all.reserve(std::min<std::size_t>(size, 1024));
        for (std::uint32_t i = 0; i < size && good_; ++i) take(all.emplace_back());
    }
    template <class T>
    void take(std::optional<T>& x) {
        bool is_there = false;
        take(is_there);
        if (is_there) take(x.emplace());
    }
    bool enough(std::size_t size) { return good_ = good_ && size <= left_.size(); }

    static std::uint8_t last(fact_type) { return static_cast<std::uint8_t>(fact_type::any_of); }
    static std::uint8_t last(grammar::ast::expect_kind) { return static_cast<std::uint8_t>(grammar::ast::expect_kind::first); }
    static std::uint8_t last(grammar::ast::verdict_word) { return static_cast<std::uint8_t>(grammar::ast::verdict_word::yes); }
    static std::uint8_t last(grammar::ast::claim_kind) { return static_cast<std::uint8_t>(grammar::ast::claim_kind::more_never_hurts); }

    std::string_view left_;
    bool trusted_ = false;  // texts are not judged
    bool good_ = true;
};

}  // namespace advise::engine::compiled_form
