#include "json.hpp"

#include <advise/grammar/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace advise::verify {
namespace {

class reader {
public:
    explicit reader(std::string_view text) : text_(text) {}

    json_result read() {
        json_result result;
        read_value(result.value, 0);
        skip_blanks();
        if (error_ == json_error::no_error && at_ != text_.size()) fail(json_error::after_end);
        result.error = error_;
        result.at = at_;
        return result;
    }

private:
    bool fail(json_error why) {
        if (error_ == json_error::no_error) error_ = why;
        return false;
    }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] char here() const { return at_end() ? '\0' : text_[at_]; }
    bool unexpected() { return fail(at_end() ? json_error::ends_early : json_error::unexpected); }

    void skip_blanks() {
        while (!at_end() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')) ++at_;
    }
    bool take(char c) {
        skip_blanks();
        if (at_end() || here() != c) return false;
        ++at_;
        return true;
    }
    bool word(std::string_view w) {
        if (text_.substr(at_, w.size()) != w) return unexpected();
        at_ += w.size();
        return true;
    }

    bool read_value(json& into, unsigned depth) {
        skip_blanks();
        if (depth > json_depth) return fail(json_error::too_deep);
        switch (here()) {
        case '{': return read_object(into, depth);
        case '[': return read_array(into, depth);
        case '"': into.is = json::kind::string; return read_string(into.string);
        case 't': into = json::of(true); return word("true");
        case 'f': into = json::of(false); return word("false");
        case 'n': return word("null");
        default: return read_number(into);
        }
    }

    bool read_object(json& into, unsigned depth) {
        into.is = json::kind::object;
        ++at_;
        if (take('}')) return true;
        std::vector<std::size_t> places;
        do {
            skip_blanks();
            std::string key;
            if (here() != '"') return unexpected();
            places.push_back(at_);
            if (!read_string(key)) return false;
            if (!take(':')) return unexpected();
            into.members.emplace_back(std::move(key), json());
            if (!read_value(into.members.back().second, depth + 1)) return false;
        } while (take(','));
        return take('}') ? no_key_twice(into, places) : unexpected();
    }

    bool no_key_twice(const json& object, const std::vector<std::size_t>& places) {
        std::map<std::string_view, std::size_t> seen;
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (seen.emplace(object.members[i].first, i).second) continue;
            at_ = places[i];
            return fail(json_error::key_twice);
        }
        return true;
    }

    bool read_array(json& into, unsigned depth) {
        into.is = json::kind::array;
        ++at_;
        if (take(']')) return true;
        do {
            into.items.emplace_back();
            if (!read_value(into.items.back(), depth + 1)) return false;
        } while (take(','));
        return take(']') || unexpected();
    }

    // Whole numbers only: nothing in a result has a fraction or an exponent.
    bool read_number(json& into) {
        const std::size_t first = at_;
        std::size_t digits = at_ + (here() == '-' ? 1 : 0);
        const std::size_t first_digit = digits;
        while (digits < text_.size() && text_[digits] >= '0' && text_[digits] <= '9') ++digits;
        if (digits == first_digit) return unexpected();
        const bool leading_zero = text_[first_digit] == '0' && digits - first_digit > 1;
        const bool negative_zero = text_[first_digit] == '0' && first_digit != first;
        const bool not_whole = digits < text_.size() && (text_[digits] == '.' || text_[digits] == 'e' || text_[digits] == 'E');
        into.is = json::kind::number;
        const auto [end, failure] = std::from_chars(text_.data() + first, text_.data() + digits, into.number);
        if (leading_zero || negative_zero || not_whole || failure != std::errc()) return fail(json_error::bad_number);
        at_ = digits;
        return true;
    }

    bool read_string(std::string& into) {
        ++at_;
        while (!at_end() && here() != '"') {
            if (here() == '\\') {
                if (!read_escape(into)) return false;
                continue;
            }
            if (static_cast<unsigned char>(here()) < 0x20) return unexpected();
            const grammar::decoded one = grammar::decode_one(text_, at_);
            if (!one.valid) return fail(json_error::not_utf8);
            into.append(text_.substr(at_, one.length));
            at_ += one.length;
        }
        if (at_end()) return unexpected();
        ++at_;
        return true;
    }

    bool read_escape(std::string& into) {
        constexpr std::string_view letters = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
        const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (letter == 'u') return read_code_point(into);
        const std::size_t known = letters.find(letter);
        if (letter == '\0' || known == std::string_view::npos) return fail(json_error::bad_escape);
        into += meanings[known];
        at_ += 2;
        return true;
    }

    std::optional<std::uint32_t> four_digits(std::size_t at) const {
        std::uint32_t number = 0;
        if (at + 6 > text_.size() || text_.substr(at, 2) != "\\u") return std::nullopt;
        const auto [end, failure] = std::from_chars(text_.data() + at + 2, text_.data() + at + 6, number, 16);
        if (failure != std::errc() || end != text_.data() + at + 6) return std::nullopt;
        return number;
    }

    bool read_code_point(std::string& into) {
        const auto first = four_digits(at_);
        if (!first || (*first >= 0xDC00 && *first < 0xE000)) return fail(json_error::bad_escape);
        if (*first < 0xD800 || *first >= 0xE000) {
            grammar::encode(static_cast<char32_t>(*first), into);
            at_ += 6;
            return true;
        }
        const auto second = four_digits(at_ + 6);
        if (!second || *second < 0xDC00 || *second >= 0xE000) return fail(json_error::bad_escape);
        grammar::encode(static_cast<char32_t>(0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00)), into);
        at_ += 12;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    json_error error_ = json_error::no_error;
};

void append_string(const std::string& text, std::string& out) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') (out += '\\') += c;
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
        else ((out += "\\u00") += hex[static_cast<unsigned char>(c) >> 4]) += hex[c & 15];
    }
    out += '"';
}

void append(const json& value, std::string& out) {
    switch (value.is) {
    case json::kind::null: out += "null"; return;
    case json::kind::boolean: out += value.truth ? "true" : "false"; return;
    case json::kind::number: out += std::to_string(value.number); return;
    case json::kind::string: append_string(value.string, out); return;
    case json::kind::array:
        out += '[';
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            if (i > 0) out += ", ";
            append(value.items[i], out);
        }
        out += ']';
        return;
    case json::kind::object: break;
    }
    out += '{';
    for (std::size_t i = 0; i < value.members.size(); ++i) {
        if (i > 0) out += ", ";
        append_string(value.members[i].first, out);
        out += ": ";
        append(value.members[i].second, out);
    }
    out += '}';
}

}  // namespace

const json* json::find(std::string_view name) const {
    for (const auto& [key, value] : members)
        if (key == name) return &value;
    return nullptr;
}

json json::of(bool truth) {
    json made;
    made.is = kind::boolean;
    made.truth = truth;
    return made;
}
json json::of(std::int64_t number) {
    json made;
    made.is = kind::number;
    made.number = number;
    return made;
}
json json::of(std::string text) {
    json made;
    made.is = kind::string;
    made.string = std::move(text);
    return made;
}
json json::array(std::vector<json> items) {
    json made;
    made.is = kind::array;
    made.items = std::move(items);
    return made;
}
json json::object(std::vector<std::pair<std::string, json>> members) {
    json made;
    made.is = kind::object;
    made.members = std::move(members);
    return made;
}

bool operator==(const json& a, const json& b) {
    if (a.is != b.is || a.truth != b.truth || a.number != b.number || a.string != b.string) return false;
    if (a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
    for (std::size_t i = 0; i < a.items.size(); ++i)
        if (!(a.items[i] == b.items[i])) return false;
    return std::all_of(a.members.begin(), a.members.end(), [&](const auto& member) {
        const json* other = b.find(member.first);
        return other != nullptr && *other == member.second;
    });
}

std::string text_of(const json& value) {
    std::string out;
    append(value, out);
    return out;
}

json_result read_json(std::string_view text) { return reader(text).read(); }

}  // namespace advise::verify
