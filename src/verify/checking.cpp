#include "checking.hpp"

#include <algorithm>

namespace advise::verify {
namespace {

const char* kind_word(json::kind kind) {
    switch (kind) {
    case json::kind::null: return "null";
    case json::kind::boolean: return "true, false";
    case json::kind::number: return "123";
    case json::kind::string: return "\"…\"";
    case json::kind::array: return "[…]";
    case json::kind::object: break;
    }
    return "{…}";
}

}  // namespace

std::string indexed(std::string_view list, std::size_t i) { return std::string(list) + '[' + std::to_string(i) + ']'; }
std::string keyed(std::string_view object, const std::string& key) { return std::string(object) + '[' + text_of(json::of(key)) + ']'; }

void checking::refuse(aspect of, std::string where, why because, std::vector<std::string> arguments) {
    open_.insert(of);
    if (out.refusals++ < most_refusals) out.refused.push_back({std::move(where), because, std::move(arguments)});
}

void checking::leave(aspect of, std::string where, why because, std::vector<std::string> arguments) {
    open_.insert(of);
    out.not_checked.push_back({std::move(where), because, std::move(arguments)});
}

void checking::leave_unknown_fields(const json& object, const std::string& where, std::initializer_list<std::string_view> known) {
    for (const auto& [name, value] : object.members) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        out.not_checked.push_back({where.empty() ? name : where + '.' + name, why::unknown_field, {}});
    }
}

const json* checking::member(aspect of, const json& object, const std::string& where, std::string_view name, json::kind kind) {
    const std::string there = where.empty() ? std::string(name) : where + '.' + std::string(name);
    const json* found = object.find(name);
    if (found == nullptr) refuse(of, there, why::missing);
    else if (found->is != kind) refuse(of, there, why::not_a, {kind_word(kind)});
    else return found;
    return nullptr;
}

void checking::compare(aspect of, const std::string& where, const json& actual, const json& expected, bool whole) {
    const bool lists = actual.is == json::kind::array && expected.is == json::kind::array && actual.items.size() == expected.items.size();
    if (actual.is == json::kind::object && expected.is == json::kind::object) {
        for (const auto& [name, value] : expected.members) compare_member(of, actual, where, name, value, whole);
        for (const auto& [name, value] : actual.members) {
            if (expected.find(name) != nullptr) continue;
            if (whole) refuse(of, where + '.' + name, why::differs, {text_of(value), "null"});
            else out.not_checked.push_back({where + '.' + name, why::unknown_field, {}});
        }
    } else if (lists) {
        for (std::size_t i = 0; i < actual.items.size(); ++i) compare(of, indexed(where, i), actual.items[i], expected.items[i], whole);
    } else if (!(actual == expected)) {
        refuse(of, where, why::differs, {text_of(actual), text_of(expected)});
    }
}

void checking::compare_member(aspect of, const json& object, const std::string& where, std::string_view name, const json& expected, bool whole) {
    const std::string there = where.empty() ? std::string(name) : where + '.' + std::string(name);
    const json* found = object.find(name);
    if (found == nullptr) refuse(of, there, why::missing);
    else compare(of, there, *found, expected, whole);
}

json checking::at_json(const place& p) const {
    const grammar::position at = base.files[p.file].text->position_of(p.where.begin);
    std::string name = base.files[p.file].text->name();
    const json* files = result.find("rules");
    const json* path = files != nullptr && p.file < files->items.size() ? files->items[p.file].find("path") : nullptr;
    if (path != nullptr && path->is == json::kind::string) name = path->string;
    return json::object({{"file", json::of(name)}, {"line", json::of(std::int64_t{at.line})}, {"column", json::of(std::int64_t{at.column})}});
}

std::string checking::place_text(const place& p) const {
    const grammar::position at = base.files[p.file].text->position_of(p.where.begin);
    return base.files[p.file].text->name() + ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
}

void checking::finish(std::initializer_list<aspect> all) {
    for (const aspect each : all)
        if (!open_.contains(each)) out.proved.push_back(each);
}

}  // namespace advise::verify
