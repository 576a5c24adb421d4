#include "json.hpp"

#include "limits.hpp"

#include <algorithm>
#include <limits>

namespace advise::cli::lsp {

std::optional<json::value> parse_json(std::string_view text) {
    json::parse_options options;
    options.max_depth = limits::json_depth;
    json::error_code failure;
    json::value read = json::parse({text.data(), text.size()}, failure, {}, options);
    if (failure) return std::nullopt;
    return read;
}

const json::value* member(const json::value& of, std::string_view path) {
    const json::value* at = &of;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        if (!at->is_object()) return nullptr;
        at = at->as_object().if_contains({path.data(), dot});
        if (at == nullptr) return nullptr;
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return at;
}

std::string text_member(const json::value& of, std::string_view path) {
    const json::value* found = member(of, path);
    if (found == nullptr || !found->is_string()) return {};
    return {found->as_string().data(), found->as_string().size()};
}

std::optional<std::int64_t> number_member(const json::value& of, std::string_view path) {
    const json::value* found = member(of, path);
    if (found == nullptr) return std::nullopt;
    if (found->is_uint64()) {  // of what was read only where it is too large, of what was made here any
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        return static_cast<std::int64_t>(std::min<std::uint64_t>(found->as_uint64(), most));
    }
    if (!found->is_int64()) return std::nullopt;
    return found->as_int64();
}

std::optional<position> position_member(const json::value& of, std::string_view path) {
    const json::value* found = member(of, path);
    if (found == nullptr) return std::nullopt;
    const auto line = number_member(*found, "line"), unit = number_member(*found, "character");
    if (!line || !unit || *line < 0 || *unit < 0) return std::nullopt;
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    return position{static_cast<std::uint32_t>(std::min(*line, most)), static_cast<std::uint32_t>(std::min(*unit, most))};
}

std::optional<range> range_member(const json::value& of, std::string_view path) {
    const json::value* found = member(of, path);
    if (found == nullptr) return std::nullopt;
    const auto begin = position_member(*found, "start"), end = position_member(*found, "end");
    if (!begin || !end) return std::nullopt;
    return range{*begin, *end};
}

json::object as_json(position at) { return {{"line", at.line}, {"character", at.unit}}; }
json::object as_json(const range& where) { return {{"start", as_json(where.begin)}, {"end", as_json(where.end)}}; }
json::object location(const std::string& uri, const range& where) { return {{"uri", uri}, {"range", as_json(where)}}; }
json::object text_edit(const range& where, std::string_view text) {
    return {{"range", as_json(where)}, {"newText", json::string_view(text.data(), text.size())}};
}

}  // namespace advise::cli::lsp
