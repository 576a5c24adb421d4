#include "navigate.hpp"

namespace advise::cli::lsp {
namespace {

json::object place_of(const name_table& names, const occurrence& at) {
    const text_file& file = *names.files()[at.file];
    return location(file.uri(), file.range_of(at.where));
}

/// Whether two places name one thing; a label in a line of a test is that label.
class same_name {
public:
    same_name(const name_table& names, const occurrence& of)
        : names_(names), of_(names.label_meant(of) != nullptr ? *names.label_meant(of) : of), owner_(names.owner(of_)),
          key_(names.resolved(of_.space, of_.key)) {}

    bool operator()(const occurrence& each) const {
        if (each.space == of_.space) return names_.resolved(each.space, each.key) == key_ && names_.owner(each) == owner_;
        if (of_.space != name_space::labels || each.key != of_.key) return false;
        const occurrence* label = names_.label_meant(each);
        return label != nullptr && names_.owner(*label) == owner_;
    }

private:
    const name_table& names_;
    const occurrence& of_;
    std::string owner_, key_;
};

/// Where something without a declaration comes from: what concludes it, else its first place. Values stand in the declaration of another thing.
json::value first_place(const name_table& names, const occurrence& of) {
    const occurrence* first = nullptr;
    const same_name same(names, of);
    for (const occurrence& each : names.all()) {
        if (!same(each)) continue;
        if (each.as == standing::concluded || each.as == standing::declared) return place_of(names, each);
        if (first == nullptr) first = &each;
    }
    return place_of(names, *first);
}

}  // namespace

std::vector<const occurrence*> places_of(const name_table& names, const occurrence& of) {
    const occurrence* label = names.label_meant(of);
    const occurrence& name = label == nullptr ? of : *label;
    const same_name same(names, name);
    std::vector<const occurrence*> all;
    for (const occurrence& each : names.all())
        if (each.key == name.key && same(each)) all.push_back(&each);
    return all;
}

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
    const same_name same(names, *at);
    for (const occurrence& each : names.all())
        if (same(each) && (with_declaration || each.as != standing::declared)) all.push_back(place_of(names, each));
    return all;
}

json::array highlights(const name_table& names, const std::string& uri, std::uint32_t offset) {
    json::array all;
    const occurrence* at = names.at(uri, offset);
    if (at == nullptr) return all;
    const same_name same(names, *at);
    for (const occurrence& each : names.all()) {
        if (each.file != at->file || !same(each)) continue;
        const bool written = each.as == standing::declared || each.as == standing::concluded;
        all.push_back(json::object{{"range", as_json(names.files()[each.file]->range_of(each.where))}, {"kind", written ? 3 : 2}});
    }
    return all;
}

}  // namespace advise::cli::lsp
