// A JSON text as a value, read strictly (RFC 8259): exact integers only, no key twice, valid UTF-8, a limit on depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace advise::verify {

struct json {
    enum class kind : std::uint8_t { null, boolean, number, string, array, object };
    kind is = kind::null;
    bool truth = false;
    std::int64_t number = 0;
    std::string string;
    std::vector<json> items;
    std::vector<std::pair<std::string, json>> members;      ///< in the order of the text

    /// The member of that name; nullptr where there is none, or this is no object.
    [[nodiscard]] const json* find(std::string_view name) const;

    static json of(bool truth);
    static json of(std::int64_t number);
    static json of(std::string text);
    static json of(const char* text) { return of(std::string(text)); }
    static json array(std::vector<json> items = {});
    static json object(std::vector<std::pair<std::string, json>> members = {});
};

/// The same value: objects may have their members in any order.
bool operator==(const json& a, const json& b);

/// As text on one line.
std::string text_of(const json& value);

inline constexpr unsigned json_depth = 2000;        ///< containers inside one another

enum class json_error : std::uint8_t { no_error, unexpected, ends_early, not_utf8, bad_escape, bad_number, key_twice, too_deep, after_end };

struct json_result {
    json value;
    json_error error = json_error::no_error;
    std::size_t at = 0;                             ///< byte offset of the error
};

/// O(bytes), but for objects with very many members.
json_result read_json(std::string_view text);

}  // namespace advise::verify
