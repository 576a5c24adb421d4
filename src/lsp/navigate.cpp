#include "navigate.hpp"

namespace advise::cli::lsp {
namespace {

json::object place_of(const name_table& names, const occurrence& at) {
    const text_file& file = *names.files()[at.file];
    return location(file.uri(), file.range_of(at.where));
}

bool same(const name_table& names, const occurrence& a, const occurrence& b) {
    return a.space == b.space && names.resolved(a.space, a.key) == names.resolved(b.space, b.key);
}

/// Where something without a declaration comes from: what concludes it, else its first place.
json::value first_place(const name_table& names, const occurrence& of) {
    const occurrence* first = nullptr;
    for (const occurrence& each : names.all()) {
        if (!same(names, of, each)) continue;
        if (each.as == standing::concluded) return place_of(names, each);
        if (first == nullptr) first = &each;
    }
    return place_of(names, *first);
}

}  // namespace

json::value definition(const name_table& names, const std::string& uri, std::uint32_t offset) {
    const occurrence* at = names.at(uri, offset);
    if (at == nullptr) return nullptr;
    const declaration* declared = names.declared(at->space, at->key);
    if (declared == nullptr) return first_place(names, *at);
    const text_file& file = *names.files()[declared->file];
    return location(file.uri(), file.range_of(declared->name_where));
}

json::array references(const name_table& names, const std::string& uri, std::uint32_t offset, bool with_declaration) {
    json::array all;
    const occurrence* at = names.at(uri, offset);
    if (at == nullptr) return all;
    for (const occurrence& each : names.all())
        if (same(names, *at, each) && (with_declaration || each.as != standing::declared)) all.push_back(place_of(names, each));
    return all;
}

json::array highlights(const name_table& names, const std::string& uri, std::uint32_t offset) {
    json::array all;
    const occurrence* at = names.at(uri, offset);
    if (at == nullptr) return all;
    for (const occurrence& each : names.all()) {
        if (each.file != at->file || !same(names, *at, each)) continue;
        const bool written = each.as == standing::declared || each.as == standing::concluded;
        all.push_back(json::object{{"range", as_json(names.files()[each.file]->range_of(each.where))}, {"kind", written ? 3 : 2}});
    }
    return all;
}

}  // namespace advise::cli::lsp
