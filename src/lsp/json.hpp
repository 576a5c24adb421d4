// JSON values of the protocol: reading them without trusting them, and the shapes that recur.
#pragma once

#include "positions.hpp"

#include <boost/json.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace advise::cli::lsp {

namespace json = boost::json;

/// Reads one message. nullopt where it is no JSON, or nested too deeply.
std::optional<json::value> parse_json(std::string_view text);

/// A member, however deep: "textDocument.uri". nullptr where there is none.
const json::value* member(const json::value& of, std::string_view path);
/// A member that is text; "" where it is none.
std::string text_member(const json::value& of, std::string_view path);
/// A member that is a whole number.
std::optional<std::int64_t> number_member(const json::value& of, std::string_view path);
/// Positions are never negative; what is over 32 bits is the greatest there is.
std::optional<position> position_member(const json::value& of, std::string_view path);
std::optional<range> range_member(const json::value& of, std::string_view path);

json::object as_json(position at);
json::object as_json(const range& where);
json::object location(const std::string& uri, const range& where);
json::object text_edit(const range& where, std::string_view text);

}  // namespace advise::cli::lsp
